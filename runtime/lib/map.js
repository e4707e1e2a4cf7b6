// Map, its iterators and groupBy (ECMA-262 24.1). Methods that run no user code are leaves.

/** ECMA-262 24.1.1.1 Map(iterable). */
function Map(iterable) {
  "use constructor";
  if (new.target === undefined) $ThrowTypeError("Constructor Map requires 'new'");
  const map = $MapCreate(GetPrototypeFromConstructor(new.target, $$MapPrototype));
  if (iterable === undefined || iterable === null) return map;
  const adder = map.set;
  if (!$IsCallable(adder)) $ThrowTypeError("'" + $Display(adder) + "' returned for property 'set' of object '#<Map>' is not a function");
  AddEntriesFromIterable(map, iterable, adder);
  return map;
}

/** ECMA-262 24.1.1.2 AddEntriesFromIterable(target, iterable, adder), for Map and WeakMap. */
function AddEntriesFromIterable(target, iterable, adder) {
  const direct = adder === $$MapPrototype_set;
  for (const next of iterable) {
    if (!$IsObject(next)) $ThrowTypeError("Iterator value " + $Display(next) + " is not an entry object");
    const k = next[0], v = next[1];
    if (direct) $MapSet(target, k, v); else $Call(adder, target, k, v);
  }
}

/** ECMA-262 24.1.2.2 get Map[@@species]. */
function get_Map_sym_species() {
  return this;
}

/** ECMA-262 7.3.36 GroupBy: calls add(key, index of its group) for each new key; the groups are returned. */
function GroupBy(items, callback, propertyKeys, found) {
  if (items === undefined || items === null) $ThrowTypeError($Display(items) + " is not iterable");
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  const groups = []; // key, values, key, values, …
  let k = 0;
  for (const value of items) {
    let key = $Call(callback, undefined, value, k++);
    if (propertyKeys && typeof (key = $ToPropertyKey(key)) === "number") key = $ToString(key);
    // found maps a key to the number of its group; -0 is the same key as 0 there.
    const at = $MapGet(found, key);
    if (at === undefined) {
      $MapSet(found, key, groups.length);
      $Push(groups, key === 0 ? 0 : key);
      $Push(groups, [value]);
    } else {
      $Push(groups[at + 1], value);
    }
  }
  return groups;
}

/** ECMA-262 24.1.2.1 Map.groupBy(items, callback). */
function Map_groupBy(items, callback) {
  const groups = GroupBy(items, callback, false, $MapCreate($$MapPrototype));
  const map = $MapCreate($$MapPrototype);
  for (let i = 0; i < groups.length; i += 2) $MapSet(map, groups[i], groups[i + 1]);
  return map;
}

/** ECMA-262 24.1.3.5 Map.prototype.forEach(callback, thisArg). */
function MapPrototype_forEach(callback, thisArg) {
  const M = this;
  if (!$Is(M, $KMap)) ThrowIncompatible("Map.prototype.forEach", M);
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  const cursor = $TableCursor(M);
  while ($TableNext(cursor)) $Call(callback, thisArg, $Slot(cursor, 3), $Slot(cursor, 2), M);
}
