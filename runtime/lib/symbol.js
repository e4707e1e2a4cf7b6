// Symbol (ECMA-262 20.4).

/** ECMA-262 20.4.1.1 Symbol(description). */
function Symbol(description) {
  "use constructor";
  if (new.target !== undefined) $ThrowTypeError("Symbol is not a constructor");
  return $NewSymbol(description === undefined ? undefined : $ToString(description));
}

/** ECMA-262 20.4.2.2 Symbol.for(key). */
function Symbol_for(key) {
  return $SymbolFor($ToString(key));
}
