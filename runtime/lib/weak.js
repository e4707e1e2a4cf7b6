// WeakMap and WeakSet constructors (ECMA-262 24.3, 24.4); their methods are leaves.

/** ECMA-262 24.3.1.1 WeakMap(iterable). */
function WeakMap(iterable) {
  "use constructor";
  if (new.target === undefined) $ThrowTypeError("Constructor WeakMap requires 'new'");
  const map = $WeakCreate(GetPrototypeFromConstructor(new.target, $$WeakMapPrototype), false);
  if (iterable === undefined || iterable === null) return map;
  const adder = map.set;
  if (!$IsCallable(adder)) $ThrowTypeError("'" + $Display(adder) + "' returned for property 'set' of object '#<WeakMap>' is not a function");
  AddEntriesFromIterable(map, iterable, adder);
  return map;
}

/** ECMA-262 24.4.1.1 WeakSet(iterable). */
function WeakSet(iterable) {
  "use constructor";
  if (new.target === undefined) $ThrowTypeError("Constructor WeakSet requires 'new'");
  const set = $WeakCreate(GetPrototypeFromConstructor(new.target, $$WeakSetPrototype), true);
  if (iterable === undefined || iterable === null) return set;
  const adder = set.add;
  if (!$IsCallable(adder)) $ThrowTypeError("'" + $Display(adder) + "' returned for property 'add' of object '#<WeakSet>' is not a function");
  for (const value of iterable) $Call(adder, set, value);
  return set;
}
