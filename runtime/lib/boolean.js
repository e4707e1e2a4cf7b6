// Boolean (ECMA-262 20.3).

/** ECMA-262 20.3.1.1 Boolean(value). */
function Boolean(value) {
  "use constructor";
  const b = !!value;
  if (new.target === undefined) return b;
  const O = OrdinaryCreateFromConstructor(new.target, $$BooleanPrototype, $KBooleanObj);
  $SetSlot(O, 0, b);
  return O;
}
