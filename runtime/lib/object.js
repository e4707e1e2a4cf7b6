// Object (ECMA-262 20.1).

/** ECMA-262 20.1.1.1 Object(value). */
function Object(value) {
  "use constructor";
  if (new.target !== undefined && new.target !== $$Object) return OrdinaryCreateFromConstructor(new.target, $$ObjectPrototype, $KObject);
  if (value === undefined || value === null) return {};
  return $ToObject(value);
}

/** ECMA-262 7.3.13 HasOwnProperty(O, P). */
function HasOwnProperty(O, P) {
  const has = $HasOwn(O, P);
  return has === undefined ? ObjGetOwnProperty(O, P) !== undefined : has;
}

/** Whether O has an own enumerable property P. */
function HasOwnEnumerable(O, P) {
  const has = $HasOwnEnumerable(O, P);
  if (has !== undefined) return has;
  const desc = ObjGetOwnProperty(O, P);
  return desc !== undefined && desc.enumerable;
}

/** ECMA-262 20.1.2.1 Object.assign(target, ...sources). */
function Object_assign(target, ...sources) {
  const to = $ToObject(target);
  for (let i = 0; i < sources.length; i++) {
    if (sources[i] === undefined || sources[i] === null) continue;
    const from = $ToObject(sources[i]);
    const keys = ObjOwnKeys(from);
    for (let j = $AssignData(to, from, keys, 0); j < keys.length; j = $AssignData(to, from, keys, j + 1)) {
      if (HasOwnEnumerable(from, keys[j])) to[keys[j]] = from[keys[j]];
    }
  }
  return to;
}

/** ECMA-262 20.1.2.2 Object.create(O, Properties). */
function Object_create(O, Properties) {
  if (!$IsObject(O) && O !== null) $ThrowTypeError("Object prototype may only be an Object or null: " + $Display(O));
  const obj = $NewObject(O, $KObject);
  return Properties === undefined ? obj : ObjectDefineProperties(obj, Properties);
}

/** ECMA-262 20.1.2.3 Object.defineProperties(O, Properties). */
function Object_defineProperties(O, Properties) {
  if (!$IsObject(O)) $ThrowTypeError("Object.defineProperties called on non-object");
  return ObjectDefineProperties(O, Properties);
}

/** ECMA-262 20.1.2.3.1 ObjectDefineProperties(O, Properties). */
function ObjectDefineProperties(O, Properties) {
  const props = $ToObject(Properties);
  const keys = ObjOwnKeys(props);
  const descriptors = [];
  for (let i = 0; i < keys.length; i++) {
    if (!HasOwnEnumerable(props, keys[i])) continue;
    $Push(descriptors, keys[i]);
    $Push(descriptors, ToPropertyDescriptor(props[keys[i]]));
  }
  for (let i = 0; i < descriptors.length; i += 2) DefinePropertyOrThrow(O, descriptors[i], descriptors[i + 1]);
  return O;
}

/** ECMA-262 20.1.2.4 Object.defineProperty(O, P, Attributes). */
function Object_defineProperty(O, P, Attributes) {
  if (!$IsObject(O)) $ThrowTypeError("Object.defineProperty called on non-object");
  const key = $ToPropertyKey(P);
  DefinePropertyOrThrow(O, key, ToPropertyDescriptor(Attributes));
  return O;
}

/** ECMA-262 7.3.24 EnumerableOwnProperties(O, kind) for values (1) and entries (2). */
function EnumerableOwnProperties(O, kind) {
  const ownKeys = ObjOwnKeys(O);
  const results = [];
  for (let i = 0; i < ownKeys.length; i++) {
    const key = ownKeys[i];
    if (typeof key === "symbol") continue;
    let value = $OwnData(O, key);
    if (value === $Empty()) {
      if (!HasOwnEnumerable(O, key)) continue;
      if (kind !== 0) value = O[key];
    }
    $Push(results, kind === 0 ? key : kind === 1 ? value : [key, value]);
  }
  return results;
}

/** ECMA-262 20.1.2.5 Object.entries(O). */
function Object_entries(O) {
  return EnumerableOwnProperties($ToObject(O), 2);
}

/** ECMA-262 7.3.15 SetIntegrityLevel(O, level); level: 1 sealed, 2 frozen. */
function SetIntegrityLevel(O, level) {
  if (!$Is(O, $KProxy)) return $SetIntegrity(O, level);
  if (!ObjPreventExtensions(O)) return false;
  const keys = ObjOwnKeys(O);
  for (let i = 0; i < keys.length; i++) {
    if (level === 1) {
      DefinePropertyOrThrow(O, keys[i], { __proto__: null, configurable: false });
      continue;
    }
    const currentDesc = ObjGetOwnProperty(O, keys[i]);
    if (currentDesc === undefined) continue;
    const desc = { __proto__: null, configurable: false };
    if (!IsAccessorDescriptor(currentDesc)) desc.writable = false;
    DefinePropertyOrThrow(O, keys[i], desc);
  }
  return true;
}

/** ECMA-262 7.3.16 TestIntegrityLevel(O, level). */
function TestIntegrityLevel(O, level) {
  if (!$Is(O, $KProxy)) return $TestIntegrity(O, level);
  if (ObjIsExtensible(O)) return false;
  const keys = ObjOwnKeys(O);
  for (let i = 0; i < keys.length; i++) {
    const currentDesc = ObjGetOwnProperty(O, keys[i]);
    if (currentDesc !== undefined && (currentDesc.configurable || level === 2 && currentDesc.writable)) return false;
  }
  return true;
}

/** ECMA-262 20.1.2.6 Object.freeze(O). */
function Object_freeze(O) {
  if (!$IsObject(O)) return O;
  if (!SetIntegrityLevel(O, 2)) $ThrowTypeError("Cannot freeze");
  return O;
}

/** ECMA-262 20.1.2.7 Object.fromEntries(iterable). */
function Object_fromEntries(iterable) {
  if (iterable === undefined || iterable === null) ThrowNotIterable(iterable);
  const obj = {};
  for (const next of iterable) {
    if (!$IsObject(next)) $ThrowTypeError("Iterator value " + $Display(next) + " is not an entry object");
    const k = next[0], v = next[1];
    $CreateDataProperty(obj, $ToPropertyKey(k), v);
  }
  return obj;
}

/** ECMA-262 20.1.2.8 Object.getOwnPropertyDescriptor(O, P). */
function Object_getOwnPropertyDescriptor(O, P) {
  const obj = $ToObject(O);
  return FromPropertyDescriptor(ObjGetOwnProperty(obj, $ToPropertyKey(P)));
}

/** ECMA-262 20.1.2.9 Object.getOwnPropertyDescriptors(O). */
function Object_getOwnPropertyDescriptors(O) {
  const obj = $ToObject(O);
  const ownKeys = ObjOwnKeys(obj);
  const descriptors = {};
  for (let i = 0; i < ownKeys.length; i++) {
    const descriptor = FromPropertyDescriptor(ObjGetOwnProperty(obj, ownKeys[i]));
    if (descriptor !== undefined) $CreateDataProperty(descriptors, ownKeys[i], descriptor);
  }
  return descriptors;
}

/** ECMA-262 20.1.2.11.1 GetOwnPropertyKeys(O, type). */
function GetOwnPropertyKeys(O, type) {
  const obj = $ToObject(O);
  const keys = ObjOwnKeys(obj);
  const nameList = [];
  for (let i = 0; i < keys.length; i++) {
    if (typeof keys[i] === type) $Push(nameList, keys[i]);
  }
  return nameList;
}

/** ECMA-262 20.1.2.10 Object.getOwnPropertyNames(O). */
function Object_getOwnPropertyNames(O) {
  return GetOwnPropertyKeys(O, "string");
}

/** ECMA-262 20.1.2.11 Object.getOwnPropertySymbols(O). */
function Object_getOwnPropertySymbols(O) {
  return GetOwnPropertyKeys(O, "symbol");
}

/** ECMA-262 20.1.2.12 Object.getPrototypeOf(O). */
function Object_getPrototypeOf(O) {
  return ObjGetPrototypeOf($ToObject(O));
}

/** ECMA-262 20.1.2.13 Object.groupBy(items, callback). */
function Object_groupBy(items, callback) {
  const groups = GroupBy(items, callback, true, $MapCreate(null));
  const obj = $NewObject(null, $KObject);
  for (let i = 0; i < groups.length; i += 2) $CreateDataProperty(obj, groups[i], groups[i + 1]);
  return obj;
}

/** ECMA-262 20.1.2.14 Object.hasOwn(O, P). */
function Object_hasOwn(O, P) {
  const obj = $ToObject(O);
  return HasOwnProperty(obj, $ToPropertyKey(P));
}

/** ECMA-262 20.1.2.16 Object.isExtensible(O). */
function Object_isExtensible(O) {
  return $IsObject(O) && ObjIsExtensible(O);
}

/** ECMA-262 20.1.2.17 Object.isFrozen(O). */
function Object_isFrozen(O) {
  return !$IsObject(O) || TestIntegrityLevel(O, 2);
}

/** ECMA-262 20.1.2.18 Object.isSealed(O). */
function Object_isSealed(O) {
  return !$IsObject(O) || TestIntegrityLevel(O, 1);
}

/** ECMA-262 20.1.2.19 Object.keys(O). */
function Object_keys(O) {
  return EnumerableOwnProperties($ToObject(O), 0);
}

/** ECMA-262 20.1.2.20 Object.preventExtensions(O). */
function Object_preventExtensions(O) {
  if (!$IsObject(O)) return O;
  if (!ObjPreventExtensions(O)) $ThrowTypeError("Cannot prevent extensions");
  return O;
}

/** ECMA-262 20.1.2.22 Object.seal(O). */
function Object_seal(O) {
  if (!$IsObject(O)) return O;
  if (!SetIntegrityLevel(O, 1)) $ThrowTypeError("Cannot seal");
  return O;
}

/** ECMA-262 20.1.2.23 Object.setPrototypeOf(O, proto). */
function Object_setPrototypeOf(O, proto) {
  if (O === undefined || O === null) $ThrowTypeError("Object.setPrototypeOf called on null or undefined");
  if (!$IsObject(proto) && proto !== null) $ThrowTypeError("Object prototype may only be an Object or null: " + $Display(proto));
  if (!$IsObject(O)) return O;
  if (!ObjSetPrototypeOf(O, proto)) $ThrowTypeError("Cannot set prototype of " + $Display(O));
  return O;
}

/** ECMA-262 20.1.2.24 Object.values(O). */
function Object_values(O) {
  return EnumerableOwnProperties($ToObject(O), 1);
}

/** ECMA-262 20.1.3.2 Object.prototype.hasOwnProperty(V). */
function ObjectPrototype_hasOwnProperty(V) {
  const P = $ToPropertyKey(V);
  return HasOwnProperty($ToObject(this), P);
}

/** ECMA-262 20.1.3.3 Object.prototype.isPrototypeOf(V). */
function ObjectPrototype_isPrototypeOf(V) {
  if (!$IsObject(V)) return false;
  return IsOnPrototypeChain($ToObject(this), V);
}

/** ECMA-262 20.1.3.4 Object.prototype.propertyIsEnumerable(V). */
function ObjectPrototype_propertyIsEnumerable(V) {
  const P = $ToPropertyKey(V);
  return HasOwnEnumerable($ToObject(this), P);
}

/** ECMA-262 20.1.3.5 Object.prototype.toLocaleString(). */
function ObjectPrototype_toLocaleString() {
  return $Call(this.toString, this);
}

/** ECMA-262 20.1.3.6 Object.prototype.toString(). */
function ObjectPrototype_toString() {
  if (this === undefined) return "[object Undefined]";
  if (this === null) return "[object Null]";
  const O = $ToObject(this);
  const builtinTag = $IsArray(O) ? "Array" : $BuiltinTag(O);
  const tag = O[$$SymToStringTag];
  return "[object " + (typeof tag === "string" ? tag : builtinTag) + "]";
}

/** ECMA-262 20.1.3.7 Object.prototype.valueOf(). */
function ObjectPrototype_valueOf() {
  return $ToObject(this);
}
