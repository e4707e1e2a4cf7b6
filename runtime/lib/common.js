// Abstract operations that many library files use.

/** ECMA-262 7.3.11 GetMethod(V, P). */
function GetMethod(V, P) {
  const func = V[P];
  if (func === undefined || func === null) return undefined;
  if (!$IsCallable(func)) ThrowNotCallable(func);
  return func;
}

/** Throws the TypeError of a value that should have been a function. */
function ThrowNotCallable(value) {
  $ThrowTypeError($Display(value) + " is not a function");
}

/** Throws the TypeError of a method called on a wrong this value. */
function ThrowIncompatible(method, value) {
  $ThrowTypeError("Method " + method + " called on incompatible receiver " + $Display(value));
}

/** ECMA-262 7.3.18 LengthOfArrayLike(obj). */
function LengthOfArrayLike(obj) {
  return $ToLength(obj.length);
}

/** ECMA-262 10.1.14 GetPrototypeFromConstructor; the default is the intrinsic itself, since all shared intrinsics are one realm's. */
function GetPrototypeFromConstructor(constructor, defaultProto) {
  if (constructor === undefined) return defaultProto;
  const proto = constructor.prototype;
  if ($IsObject(proto)) return proto;
  GetFunctionRealm(constructor);
  return defaultProto;
}

/** ECMA-262 7.3.24 GetFunctionRealm(obj), of which only the error can be seen: a revoked proxy has no realm. */
function GetFunctionRealm(obj) {
  for (;;) {
    if ($Is(obj, $KProxy)) {
      ProxyHandler(obj, "get");
      obj = $Slot(obj, 0);
    } else if ($Is(obj, $KBound)) {
      obj = $Slot(obj, 0);
    } else {
      return;
    }
  }
}

/** ECMA-262 10.1.13 OrdinaryCreateFromConstructor; kind is a cell kind, whose internal slots start undefined. */
function OrdinaryCreateFromConstructor(constructor, defaultProto, kind) {
  return $NewObject(GetPrototypeFromConstructor(constructor, defaultProto), kind);
}

/** ECMA-262 7.3.22 SpeciesConstructor(O, defaultConstructor). */
function SpeciesConstructor(O, defaultConstructor) {
  const C = O.constructor;
  if (C === undefined) return defaultConstructor;
  if (!$IsObject(C)) $ThrowTypeError("object.constructor is not an object");
  const S = C[$$SymSpecies];
  if (S === undefined || S === null) return defaultConstructor;
  if ($IsConstructor(S)) return S;
  $ThrowTypeError("object.constructor[Symbol.species] is not a constructor");
}

/** A data descriptor with all attributes set, as ObjDefineOwn takes it. */
function FullDataDescriptor(V) {
  return { __proto__: null, value: V, writable: true, enumerable: true, configurable: true };
}

/** ECMA-262 7.3.5 CreateDataProperty(O, P, V). */
function CreateDataProperty(O, P, V) {
  // The leaf says undefined where it would have to run user code.
  const done = $CreateDataProperty(O, P, V);
  return done === undefined ? ObjDefineOwn(O, $ToPropertyKey(P), FullDataDescriptor(V)) : done;
}

/** ECMA-262 7.3.7 CreateDataPropertyOrThrow(O, P, V). */
function CreateDataPropertyOrThrow(O, P, V) {
  const done = $CreateDataProperty(O, P, V);
  if (done === true) return;
  if (done === undefined && ObjDefineOwn(O, $ToPropertyKey(P), FullDataDescriptor(V))) return;
  $ThrowTypeError("Cannot add property " + $Display($ToPropertyKey(P)) + ", object is not extensible");
}

/** ECMA-262 7.3.9 DeletePropertyOrThrow and 7.3.12 HasProperty in one: element moves from one index to another, holes included. */
function MoveElement(O, from, to) {
  const v = $Element(O, from);
  if (v !== undefined) {
    O[to] = v;
  } else if (from in O) {
    O[to] = O[from];
  } else {
    delete O[to];
  }
}

/**
 * ECMA-262 7.4.11 IteratorClose(iterator, throw completion): calls return and drops what it gives or throws; the caller
 * throws its own error again.
 */
function IteratorCloseQuiet(iterator) {
  try {
    const f = GetMethod(iterator, "return");
    if (f !== undefined) $Call(f, iterator);
  } catch (e) {
  }
}

/** ECMA-262 7.4.11 IteratorClose(iterator, normal completion). */
function IteratorCloseNormal(iterator) {
  const f = GetMethod(iterator, "return");
  if (f === undefined) return;
  const result = $Call(f, iterator);
  if (!$IsObject(result)) $ThrowTypeError($Display(result) + " is not an object");
}

/** ECMA-262 7.4.4 GetIteratorFromMethod, without the record: the iterator object; its next method is read by the caller. */
function GetIteratorFromMethod(obj, method) {
  const iterator = $Call(method, obj);
  if (!$IsObject(iterator)) $ThrowTypeError("Result of the Symbol.iterator method is not an object");
  return iterator;
}

/** ECMA-262 7.4.6 IteratorNext: the result object of one step. */
function IteratorStepResult(next, iterator) {
  const result = $Call(next, iterator);
  if (!$IsObject(result)) $ThrowTypeError("Iterator result " + $Display(result) + " is not an object");
  return result;
}

/** ECMA-262 7.1.22 ToIndex(value). */
function ToIndex(value) {
  const integer = $ToIntegerOrInfinity(value);
  if (integer < 0 || integer > 9007199254740991) $ThrowRangeError("Invalid index");
  return integer;
}

/** The clamped position of a relative index (slice, fill, …): negative ones count from len. */
function RelativeIndex(value, len) {
  const relative = $ToIntegerOrInfinity(value);
  if (relative < 0) return relative + len > 0 ? relative + len : 0;
  return relative < len ? relative : len;
}

/** ECMA-262 7.1.1.1 OrdinaryToPrimitive(O, hint): 1 number, 2 string. */
function OrdinaryToPrimitive(O, hint) {
  for (let i = 0; i < 2; i++) {
    const method = (hint === 2) === (i === 0) ? O.toString : O.valueOf;
    if ($IsCallable(method)) {
      const result = $Call(method, O);
      if (!$IsObject(result)) return result;
    }
  }
  $ThrowTypeError("Cannot convert object to primitive value");
}
