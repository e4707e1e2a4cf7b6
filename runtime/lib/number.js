// Number and the global number functions (ECMA-262 21.1, 19.2).

/** ECMA-262 21.1.1.1 Number(value). */
function Number(...args) {
  "use constructor";
  let n = 0;
  if (args.length > 0) {
    const prim = $ToNumeric(args[0]);
    n = typeof prim === "bigint" ? $BigIntToNumber(prim) : prim;
  }
  if (new.target === undefined) return n;
  const O = OrdinaryCreateFromConstructor(new.target, $$NumberPrototype, $KNumberObj);
  $SetSlot(O, 0, n);
  return O;
}

/** ECMA-262 21.1.3.7.1 ThisNumberValue(value). */
function ThisNumberValue(value, method) {
  if (typeof value === "number") return value;
  if ($Is(value, $KNumberObj)) return $Slot(value, 0);
  $ThrowTypeError("Number.prototype." + method + " requires that 'this' be a Number");
}

/** ECMA-262 21.1.3.2 Number.prototype.toExponential(fractionDigits). */
function NumberPrototype_toExponential(fractionDigits) {
  const x = ThisNumberValue(this, "toExponential");
  const f = $ToIntegerOrInfinity(fractionDigits);
  if (x !== x || x === Infinity || x === -Infinity) return $ToString(x);
  if (f < 0 || f > 100) $ThrowRangeError("toExponential() argument must be between 0 and 100");
  return $NumberFormat(1, x, fractionDigits === undefined ? -1 : f);
}

/** ECMA-262 21.1.3.3 Number.prototype.toFixed(fractionDigits). */
function NumberPrototype_toFixed(fractionDigits) {
  const x = ThisNumberValue(this, "toFixed");
  const f = $ToIntegerOrInfinity(fractionDigits);
  if (f < 0 || f > 100) $ThrowRangeError("toFixed() digits argument must be between 0 and 100");
  if (x !== x || x === Infinity || x === -Infinity) return $ToString(x);
  return $NumberFormat(0, x, f);
}

/** ECMA-262 21.1.3.4 Number.prototype.toLocaleString(): the same as toString() in this locale-free world. */
function NumberPrototype_toLocaleString() {
  return $ToString(ThisNumberValue(this, "toLocaleString"));
}

/** ECMA-262 21.1.3.5 Number.prototype.toPrecision(precision). */
function NumberPrototype_toPrecision(precision) {
  const x = ThisNumberValue(this, "toPrecision");
  if (precision === undefined) return $ToString(x);
  const p = $ToIntegerOrInfinity(precision);
  if (x !== x || x === Infinity || x === -Infinity) return $ToString(x);
  if (p < 1 || p > 100) $ThrowRangeError("toPrecision() argument must be between 1 and 100");
  return $NumberFormat(2, x, p);
}

/** ECMA-262 21.1.3.6 Number.prototype.toString(radix). */
function NumberPrototype_toString(radix) {
  const x = ThisNumberValue(this, "toString");
  const radixMV = radix === undefined ? 10 : $ToIntegerOrInfinity(radix);
  if (radixMV < 2 || radixMV > 36) $ThrowRangeError("toString() radix must be between 2 and 36");
  return $NumberToString(x, radixMV);
}

/** ECMA-262 21.1.3.7 Number.prototype.valueOf(). */
function NumberPrototype_valueOf() {
  return ThisNumberValue(this, "valueOf");
}

/** ECMA-262 19.2.2 isFinite(number). */
function isFinite(number) {
  const num = $ToNumber(number);
  return num - num === 0;
}

/** ECMA-262 19.2.3 isNaN(number). */
function isNaN(number) {
  const num = $ToNumber(number);
  return num !== num;
}

/** ECMA-262 19.2.4 parseFloat(string). */
function parseFloat(string) {
  return $ParseFloat($ToString(string));
}

/** ECMA-262 19.2.5 parseInt(string, radix). */
function parseInt(string, radix) {
  const inputString = $ToString(string);
  return $ParseInt(inputString, $ToNumber(radix) | 0);
}
