// Slow paths of instructions: what an operator does when an operand is an object. The driver calls these by number
// (libcall rows of _gen/intrinsics/40-ops.txt); on primitives it answers itself, so none of these recurse.

/** ECMA-262 13.15.3 ApplyStringOrNumericBinaryOperator for +. */
function OpAdd(a, b) {
  a = $ToPrimitive(a, 0);
  b = $ToPrimitive(b, 0);
  if (typeof a === "string" || typeof b === "string") {
    a = $ToString(a);
    return a + $ToString(b);
  }
  a = $ToNumeric(a);
  return a + $ToNumeric(b);
}
function OpSub(a, b) { a = $ToNumeric(a); return a - $ToNumeric(b); }
function OpMul(a, b) { a = $ToNumeric(a); return a * $ToNumeric(b); }
function OpDiv(a, b) { a = $ToNumeric(a); return a / $ToNumeric(b); }
function OpMod(a, b) { a = $ToNumeric(a); return a % $ToNumeric(b); }
function OpExp(a, b) { a = $ToNumeric(a); return a ** $ToNumeric(b); }
function OpBitand(a, b) { a = $ToNumeric(a); return a & $ToNumeric(b); }
function OpBitor(a, b) { a = $ToNumeric(a); return a | $ToNumeric(b); }
function OpBitxor(a, b) { a = $ToNumeric(a); return a ^ $ToNumeric(b); }
function OpShl(a, b) { a = $ToNumeric(a); return a << $ToNumeric(b); }
function OpShr(a, b) { a = $ToNumeric(a); return a >> $ToNumeric(b); }
function OpUshr(a, b) { a = $ToNumeric(a); return a >>> $ToNumeric(b); }

function OpNeg(a) { return -$ToNumeric(a); }
function OpBitnot(a) { return ~$ToNumeric(a); }
function OpInc(a) { a = $ToNumeric(a); return ++a; }
function OpDec(a) { a = $ToNumeric(a); return --a; }

/** ECMA-262 7.2.13 IsLessThan; the operands are converted from left to right for every relation. */
function OpLt(a, b) { a = $ToPrimitive(a, 1); b = $ToPrimitive(b, 1); return a < b; }
function OpLe(a, b) { a = $ToPrimitive(a, 1); b = $ToPrimitive(b, 1); return a <= b; }
function OpGt(a, b) { a = $ToPrimitive(a, 1); b = $ToPrimitive(b, 1); return a > b; }
function OpGe(a, b) { a = $ToPrimitive(a, 1); b = $ToPrimitive(b, 1); return a >= b; }

/** ECMA-262 7.2.15 IsLooselyEqual of an object and a primitive. */
function OpEq(a, b) {
  return $IsObject(a) ? $ToPrimitive(a, 0) == b : a == $ToPrimitive(b, 0);
}

/** ECMA-262 7.1.1 ToPrimitive of an object; hint: 0 default, 1 number, 2 string. */
function ToPrimitiveSlow(input, hint) {
  const exotic = GetMethod(input, $$SymToPrimitive);
  if (exotic !== undefined) {
    const result = $Call(exotic, input, hint === 0 ? "default" : hint === 1 ? "number" : "string");
    if (!$IsObject(result)) return result;
    $ThrowTypeError("Cannot convert object to primitive value");
  }
  // OrdinaryToPrimitive
  let method = hint === 2 ? input.toString : input.valueOf;
  if ($IsCallable(method)) {
    const result = $Call(method, input);
    if (!$IsObject(result)) return result;
  }
  method = hint === 2 ? input.valueOf : input.toString;
  if ($IsCallable(method)) {
    const result = $Call(method, input);
    if (!$IsObject(result)) return result;
  }
  $ThrowTypeError("Cannot convert object to primitive value");
}

function ToStringSlow(x) { return $ToString($ToPrimitive(x, 2)); }
function ToNumberSlow(x) { return $ToNumber($ToPrimitive(x, 1)); }
function ToNumericSlow(x) { return $ToNumeric($ToPrimitive(x, 1)); }
function ToIntegerSlow(x) { return $ToIntegerOrInfinity($ToPrimitive(x, 1)); }
function ToLengthSlow(x) { return $ToLength($ToPrimitive(x, 1)); }
function ToPropertyKeySlow(x) { return $ToPropertyKey($ToPrimitive(x, 2)); }

/** ECMA-262 13.10.2 InstanceofOperator; target is an object. */
function InstanceOf(V, target) {
  const handler = GetMethod(target, $$SymHasInstance);
  if (handler !== undefined) return !!$Call(handler, target, V);
  if (!$IsCallable(target)) $ThrowTypeError("Right-hand side of 'instanceof' is not callable");
  return OrdinaryHasInstance(target, V);
}

/** ECMA-262 7.3.21 OrdinaryHasInstance(C, O). */
function OrdinaryHasInstance(C, O) {
  if (!$IsCallable(C)) return false;
  if ($Is(C, $KBound)) return InstanceOf(O, $Slot(C, 0));
  if (!$IsObject(O)) return false;
  const P = C.prototype;
  if (!$IsObject(P)) $ThrowTypeError("Function has non-object prototype in instanceof check");
  return IsOnPrototypeChain(P, O);
}

/** Whether P is on the prototype chain of O, O itself not included. */
function IsOnPrototypeChain(P, O) {
  let proxies = 0;
  for (;;) {
    if ($Is(O, $KProxy)) CheckProxyChain(++proxies);
    O = ObjGetPrototypeOf(O);
    if (O === null) return false;
    if (O === P) return true;
  }
}

/** Proxies can make a prototype chain endless: walking one ends at some number of them, as the recursion of a get would. */
function CheckProxyChain(proxies) {
  if (proxies > 100000) $ThrowRangeError("Maximum call stack size exceeded");
}

// Property operations whose key is an object, or whose target is a proxy.

function GetElemSlow(O, key) { return O[$ToPropertyKey(key)]; }
function SetElemSlow(O, key, value) { O[$ToPropertyKey(key)] = value; }
function InSlow(key, O) { return $ToPropertyKey(key) in O; }
function DeleteElemSlow(O, key) { return delete O[$ToPropertyKey(key)]; }

/** CreateDataPropertyOrThrow on anything. */
function DefElemSlow(O, key, value) {
  key = $ToPropertyKey(key);
  if (!ObjDefineOwn(O, key, FullDataDescriptor(value))) {
    $ThrowTypeError("Cannot define property " + $Display(key) + ", object is not extensible");
  }
}

/** super[key] = value where the receiver is exotic. */
function SetSuperSlow(O, key, value, receiver) {
  if (!ObjSet(O, key, value, receiver)) $ThrowTypeError("Cannot assign to read only property '" + $Display(key) + "' of object");
}

/** OrdinarySet from step 2.c: the property may be written and the receiver is a proxy. */
function SetWithReceiver(receiver, key, value) {
  if (!SetOnReceiver(receiver, key, value)) $ThrowTypeError("Cannot assign to read only property '" + $Display(key) + "' of object");
}

/** ECMA-262 10.4.5.16 TypedArraySetElement; index is 2³²−1 where there is no such element. */
function SetTypedElement(O, index, value) {
  value = $IsBigIntArray(O) ? ToBigInt(value) : $ToNumber(value);
  $TypedStore(O, index, value);
}

/** An assignment to an array's length of something that is not a number. */
function SetArrayLengthSlow(O, value) {
  const length = $ToNumber(value) >>> 0;
  const number = $ToNumber(value);
  if (length !== number) $ThrowRangeError("Invalid array length");
  O.length = length;
}

/** ECMA-262 7.3.26 CopyDataProperties from a proxy or an object with accessors; excluded is a library array of keys. */
function CopyDataPropertiesSlow(target, from, excluded) {
  const keys = ObjOwnKeys(from);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    let skip = false;
    for (let j = 0; j < excluded.length && !skip; j++) skip = excluded[j] === key;
    if (skip) continue;
    const desc = ObjGetOwnProperty(from, key);
    if (desc !== undefined && desc.enumerable) $CreateDataProperty(target, key, from[key]);
  }
}

/** ECMA-262 14.7.5.9 EnumerateObjectProperties where a proxy is on the prototype chain: an array of keys. */
function ForInKeysSlow(O) {
  const result = [];
  let n = 0;
  const visited = $SetCreate(null);
  let proxies = 0;
  while (O !== null) {
    if ($Is(O, $KProxy)) CheckProxyChain(++proxies);
    const keys = ObjOwnKeys(O);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (typeof key !== "string" || $SetHas(visited, key)) continue;
      const desc = ObjGetOwnProperty(O, key);
      if (desc === undefined) continue;
      $SetAdd(visited, key);
      if (desc.enumerable) $DefineIndex(result, n++, key);
    }
    O = ObjGetPrototypeOf(O);
  }
  return result;
}

/** HasProperty for the driver. */
function HasPropertySlow(O, key) { return key in O; }
