// Internal methods of objects (ECMA-262 10.1, 10.5) for library code: each works on proxies and all other objects alike.
// Property descriptors are objects without a prototype, made by the library and never seen by user code, so that reading
// their fields runs nothing.

/** O.[[GetPrototypeOf]](). */
function ObjGetPrototypeOf(O) {
  return $Is(O, $KProxy) ? ProxyGetPrototypeOf(O) : $GetPrototypeOf(O);
}

/** O.[[SetPrototypeOf]](V). */
function ObjSetPrototypeOf(O, V) {
  return $Is(O, $KProxy) ? ProxySetPrototypeOf(O, V) : $SetPrototypeOf(O, V);
}

/** O.[[IsExtensible]](). */
function ObjIsExtensible(O) {
  return $Is(O, $KProxy) ? ProxyIsExtensible(O) : $IsExtensible(O);
}

/** O.[[PreventExtensions]](). */
function ObjPreventExtensions(O) {
  return $Is(O, $KProxy) ? ProxyPreventExtensions(O) : $PreventExtensions(O);
}

/** O.[[GetOwnProperty]](P): a descriptor or undefined. */
function ObjGetOwnProperty(O, P) {
  return $Is(O, $KProxy) ? ProxyGetOwnProperty(O, P) : $GetOwnProperty(O, P);
}

/** O.[[DefineOwnProperty]](P, Desc). */
function ObjDefineOwn(O, P, Desc) {
  if ($Is(O, $KProxy)) return ProxyDefineOwn(O, P, Desc);
  const done = $DefineOwnProperty(O, P, Desc);
  if (done === true || done === false) return done;
  if (done === "typed") {
    // 10.4.5.3: the attributes are right, the value is left.
    SetTypedElement(O, $ToNumber(P), Desc.value);
    return true;
  }
  // 10.4.2.4 ArraySetLength: the value must be made a number first.
  const newLen = $ToNumber(Desc.value) >>> 0;
  const numberLen = $ToNumber(Desc.value);
  if (newLen !== numberLen) $ThrowRangeError("Invalid array length");
  Desc.value = newLen;
  return $DefineOwnProperty(O, P, Desc);
}

/** O.[[OwnPropertyKeys]](): a library array. */
function ObjOwnKeys(O) {
  return $Is(O, $KProxy) ? ProxyOwnKeys(O) : $OwnKeys(O, 3);
}

/** O.[[HasProperty]](P). */
function ObjHas(O, P) {
  return P in O;
}

/** O.[[Get]](P, Receiver). */
function ObjGet(O, P, Receiver) {
  const data = $GetData(O, P);
  if (data !== $Empty()) return data;
  const found = $FindProperty(O, P);
  if (found === undefined) return undefined;
  if ($Is(found, $KProxy)) return ProxyGet(found, P, Receiver);
  if ("value" in found) return found.value;
  return found.get === undefined ? undefined : $Call(found.get, Receiver);
}

/** O.[[Set]](P, V, Receiver). */
function ObjSet(O, P, V, Receiver) {
  const done = $SetProperty(O, P, V, Receiver);
  if (done === true || done === false) return done;
  // What is left needs user code: [what, object, index].
  switch (done[0]) {
    case "setter":
      $Call(done[1], Receiver, V);
      return true;
    case "proxy":
      return ProxySet(done[1], P, V, Receiver);
    case "receiver":
      return SetOnReceiver(Receiver, P, V);
    case "typed":
      SetTypedElement(done[1], done[2], V);
      return true;
  }
  // An array's length.
  return ObjDefineOwn(Receiver, P, { __proto__: null, value: V });
}

/** ECMA-262 10.1.9.2 OrdinarySetWithOwnDescriptor from step 2.b on: the property may be written, and Receiver is exotic. */
function SetOnReceiver(Receiver, P, V) {
  if (!$IsObject(Receiver)) return false;
  const existing = ObjGetOwnProperty(Receiver, P);
  if (existing === undefined) return ObjDefineOwn(Receiver, P, FullDataDescriptor(V));
  if (!existing.writable) return false; // accessors have no such field
  return ObjDefineOwn(Receiver, P, { __proto__: null, value: V });
}

/** O.[[Delete]](P). */
function ObjDelete(O, P) {
  return $Is(O, $KProxy) ? ProxyDelete(O, P) : $DeleteProperty(O, P);
}

/** ECMA-262 6.2.6.1 IsAccessorDescriptor(Desc). */
function IsAccessorDescriptor(Desc) {
  return "get" in Desc || "set" in Desc;
}

/** ECMA-262 6.2.6.2 IsDataDescriptor(Desc). */
function IsDataDescriptor(Desc) {
  return "value" in Desc || "writable" in Desc;
}

/** ECMA-262 6.2.6.4 FromPropertyDescriptor(Desc): an ordinary object for user code. */
function FromPropertyDescriptor(Desc) {
  if (Desc === undefined) return undefined;
  const obj = {};
  if ("value" in Desc) $CreateDataProperty(obj, "value", Desc.value);
  if ("writable" in Desc) $CreateDataProperty(obj, "writable", Desc.writable);
  if ("get" in Desc) $CreateDataProperty(obj, "get", Desc.get);
  if ("set" in Desc) $CreateDataProperty(obj, "set", Desc.set);
  if ("enumerable" in Desc) $CreateDataProperty(obj, "enumerable", Desc.enumerable);
  if ("configurable" in Desc) $CreateDataProperty(obj, "configurable", Desc.configurable);
  return obj;
}

/** ECMA-262 6.2.6.5 ToPropertyDescriptor(Obj). */
function ToPropertyDescriptor(Obj) {
  if (!$IsObject(Obj)) $ThrowTypeError("Property description must be an object: " + $Display(Obj));
  const desc = { __proto__: null };
  if ("enumerable" in Obj) desc.enumerable = !!Obj.enumerable;
  if ("configurable" in Obj) desc.configurable = !!Obj.configurable;
  if ("value" in Obj) desc.value = Obj.value;
  if ("writable" in Obj) desc.writable = !!Obj.writable;
  if ("get" in Obj) {
    const getter = Obj.get;
    if (getter !== undefined && !$IsCallable(getter)) $ThrowTypeError("Getter must be a function: " + $Display(getter));
    desc.get = getter;
  }
  if ("set" in Obj) {
    const setter = Obj.set;
    if (setter !== undefined && !$IsCallable(setter)) $ThrowTypeError("Setter must be a function: " + $Display(setter));
    desc.set = setter;
  }
  if (IsAccessorDescriptor(desc) && IsDataDescriptor(desc)) {
    $ThrowTypeError("Invalid property descriptor. Cannot both specify accessors and a value or writable attribute");
  }
  return desc;
}

/** ECMA-262 6.2.6.6 CompletePropertyDescriptor(Desc). */
function CompletePropertyDescriptor(Desc) {
  if (IsAccessorDescriptor(Desc)) {
    if (!("get" in Desc)) Desc.get = undefined;
    if (!("set" in Desc)) Desc.set = undefined;
  } else {
    if (!("value" in Desc)) Desc.value = undefined;
    if (!("writable" in Desc)) Desc.writable = false;
  }
  if (!("enumerable" in Desc)) Desc.enumerable = false;
  if (!("configurable" in Desc)) Desc.configurable = false;
}

/** ECMA-262 10.1.6.2 IsCompatiblePropertyDescriptor(Extensible, Desc, Current): 10.1.6.3 without an object. */
function IsCompatiblePropertyDescriptor(Extensible, Desc, Current) {
  if (Current === undefined) return Extensible;
  if (Current.configurable) return true;
  if (Desc.configurable) return false;
  if ("enumerable" in Desc && Desc.enumerable !== Current.enumerable) return false;
  const accessor = IsAccessorDescriptor(Current);
  if (IsAccessorDescriptor(Desc) ? !accessor : IsDataDescriptor(Desc) && accessor) return false;
  if (accessor) {
    if ("get" in Desc && !$SameValue(Desc.get, Current.get)) return false;
    return !("set" in Desc) || $SameValue(Desc.set, Current.set);
  }
  if (Current.writable) return true;
  if (Desc.writable) return false;
  return !("value" in Desc) || $SameValue(Desc.value, Current.value);
}

/** ECMA-262 7.3.8 DefinePropertyOrThrow(O, P, desc). */
function DefinePropertyOrThrow(O, P, desc) {
  if (!ObjDefineOwn(O, P, desc)) $ThrowTypeError("Cannot redefine property: " + KeyText(P));
}

/** A property key as messages name it. */
function KeyText(P) {
  return typeof P === "string" ? P : $Display(P);
}

/** ECMA-262 7.3.19 CreateListFromArrayLike(obj): a library array. */
function CreateListFromArrayLike(obj) {
  if (!$IsObject(obj)) $ThrowTypeError("CreateListFromArrayLike called on non-object");
  const copy = $CopyDense(obj);
  if (copy !== undefined) return copy;
  const len = LengthOfArrayLike(obj);
  if (len > 0x7fffff) $ThrowRangeError("Too many arguments in function call (only 8388607 allowed)");
  const list = [];
  for (let i = 0; i < len; i++) $Push(list, obj[i]);
  return list;
}
