// Reflect (ECMA-262 28.1).

/** Throws unless target is an object. */
function CheckReflectTarget(target, name) {
  if (!$IsObject(target)) $ThrowTypeError("Reflect." + name + " called on non-object");
}

/** ECMA-262 28.1.1 Reflect.apply(target, thisArgument, argumentsList). */
function Reflect_apply(target, thisArgument, argumentsList) {
  if (!$IsCallable(target)) ThrowNotCallable(target);
  return $Call(target, thisArgument, ...CreateListFromArrayLike(argumentsList));
}

/** ECMA-262 28.1.2 Reflect.construct(target, argumentsList, newTarget). */
function Reflect_construct(target, argumentsList, newTarget) {
  if (!$IsConstructor(target)) $ThrowTypeError($Display(target) + " is not a constructor");
  if ($ArgCount() < 3) newTarget = target;
  else if (!$IsConstructor(newTarget)) $ThrowTypeError($Display(newTarget) + " is not a constructor");
  return $Construct(target, CreateListFromArrayLike(argumentsList), newTarget);
}

/** ECMA-262 28.1.3 Reflect.defineProperty(target, propertyKey, attributes). */
function Reflect_defineProperty(target, propertyKey, attributes) {
  CheckReflectTarget(target, "defineProperty");
  const key = $ToPropertyKey(propertyKey);
  return ObjDefineOwn(target, key, ToPropertyDescriptor(attributes));
}

/** ECMA-262 28.1.4 Reflect.deleteProperty(target, propertyKey). */
function Reflect_deleteProperty(target, propertyKey) {
  CheckReflectTarget(target, "deleteProperty");
  return ObjDelete(target, $ToPropertyKey(propertyKey));
}

/** ECMA-262 28.1.5 Reflect.get(target, propertyKey, receiver). */
function Reflect_get(target, propertyKey, receiver) {
  CheckReflectTarget(target, "get");
  const key = $ToPropertyKey(propertyKey);
  return ObjGet(target, key, $ArgCount() < 3 ? target : receiver);
}

/** ECMA-262 28.1.6 Reflect.getOwnPropertyDescriptor(target, propertyKey). */
function Reflect_getOwnPropertyDescriptor(target, propertyKey) {
  CheckReflectTarget(target, "getOwnPropertyDescriptor");
  return FromPropertyDescriptor(ObjGetOwnProperty(target, $ToPropertyKey(propertyKey)));
}

/** ECMA-262 28.1.7 Reflect.getPrototypeOf(target). */
function Reflect_getPrototypeOf(target) {
  CheckReflectTarget(target, "getPrototypeOf");
  return ObjGetPrototypeOf(target);
}

/** ECMA-262 28.1.8 Reflect.has(target, propertyKey). */
function Reflect_has(target, propertyKey) {
  CheckReflectTarget(target, "has");
  return propertyKey in target;
}

/** ECMA-262 28.1.9 Reflect.isExtensible(target). */
function Reflect_isExtensible(target) {
  CheckReflectTarget(target, "isExtensible");
  return ObjIsExtensible(target);
}

/** ECMA-262 28.1.10 Reflect.ownKeys(target). */
function Reflect_ownKeys(target) {
  CheckReflectTarget(target, "ownKeys");
  return ObjOwnKeys(target);
}

/** ECMA-262 28.1.11 Reflect.preventExtensions(target). */
function Reflect_preventExtensions(target) {
  CheckReflectTarget(target, "preventExtensions");
  return ObjPreventExtensions(target);
}

/** ECMA-262 28.1.12 Reflect.set(target, propertyKey, V, receiver). */
function Reflect_set(target, propertyKey, V, receiver) {
  CheckReflectTarget(target, "set");
  const key = $ToPropertyKey(propertyKey);
  return ObjSet(target, key, V, $ArgCount() < 4 ? target : receiver);
}

/** ECMA-262 28.1.13 Reflect.setPrototypeOf(target, proto). */
function Reflect_setPrototypeOf(target, proto) {
  CheckReflectTarget(target, "setPrototypeOf");
  if (!$IsObject(proto) && proto !== null) $ThrowTypeError("Object prototype may only be an Object or null: " + $Display(proto));
  return ObjSetPrototypeOf(target, proto);
}
