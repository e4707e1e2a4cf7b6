// BigInt (ECMA-262 21.2) and ToBigInt.

/** ECMA-262 7.1.13 ToBigInt(argument). */
function ToBigInt(argument) {
  if (typeof argument === "bigint") return argument;
  const prim = $ToPrimitive(argument, 1);
  switch (typeof prim) {
    case "bigint":
      return prim;
    case "boolean":
      return prim ? 1n : 0n;
    case "string": {
      const n = $StringToBigInt(prim);
      if (n === undefined) $ThrowSyntaxError("Cannot convert " + prim + " to a BigInt");
      return n;
    }
  }
  $ThrowTypeError("Cannot convert " + $Display(prim) + " to a BigInt");
}

/** ECMA-262 21.2.1.1 BigInt(value). */
function BigInt(value) {
  "use constructor";
  if (new.target !== undefined) $ThrowTypeError("BigInt is not a constructor");
  const prim = $ToPrimitive(value, 1);
  if (typeof prim !== "number") return ToBigInt(prim);
  const n = $NumberToBigInt(prim);
  if (n === undefined) $ThrowRangeError("The number " + $ToString(prim) + " cannot be converted to a BigInt because it is not an integer");
  return n;
}

/** ECMA-262 21.2.2.1 BigInt.asIntN(bits, bigint). */
function BigInt_asIntN(bits, bigint) {
  const n = ToIndex(bits);
  return $BigIntAsN(true, n, ToBigInt(bigint));
}

/** ECMA-262 21.2.2.2 BigInt.asUintN(bits, bigint). */
function BigInt_asUintN(bits, bigint) {
  const n = ToIndex(bits);
  return $BigIntAsN(false, n, ToBigInt(bigint));
}

/** ECMA-262 21.2.3.4.1 ThisBigIntValue(value). */
function ThisBigIntValue(value, method) {
  if (typeof value === "bigint") return value;
  if ($Is(value, $KBigIntObj)) return $Slot(value, 0);
  $ThrowTypeError("BigInt.prototype." + method + " requires that 'this' be a BigInt");
}

/** ECMA-262 21.2.3.2 BigInt.prototype.toLocaleString(). */
function BigIntPrototype_toLocaleString() {
  return $BigIntToString(ThisBigIntValue(this, "toLocaleString"), 10);
}

/** ECMA-262 21.2.3.3 BigInt.prototype.toString(radix). */
function BigIntPrototype_toString(radix) {
  const x = ThisBigIntValue(this, "toString");
  const radixMV = radix === undefined ? 10 : $ToIntegerOrInfinity(radix);
  if (radixMV < 2 || radixMV > 36) $ThrowRangeError("toString() radix must be between 2 and 36");
  return $BigIntToString(x, radixMV);
}

/** ECMA-262 21.2.3.4 BigInt.prototype.valueOf(). */
function BigIntPrototype_valueOf() {
  return ThisBigIntValue(this, "valueOf");
}
