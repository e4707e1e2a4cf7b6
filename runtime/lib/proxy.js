// Proxy objects (ECMA-262 10.5, 28.2). A proxy holds its target and handler in slots 0 and 1, both null when it is revoked.

/** The handler of a proxy; a revoked one throws (ValidateNonRevokedProxy, 10.5.14). */
function ProxyHandler(proxy, trap) {
  const handler = $Slot(proxy, 1);
  if (handler === null) ThrowRevoked(trap);
  return handler;
}

/** Throws the TypeError of a proxy that was revoked. */
function ThrowRevoked(trap) {
  $ThrowTypeError("Cannot perform '" + trap + "' on a proxy that has been revoked");
}

/** A property key as traps see it: keys that are numbers so far become strings. */
function TrapKey(P) {
  return typeof P === "number" ? $ToString(P) : P;
}

// The methods that are asked most (get, set, has, delete, call, construct) have ProxyHandler, GetMethod and TrapKey written out.

// $IsFree(target, P): target is no proxy and has no own property P, or one that is configurable or writable. The get and set
// traps may say anything then.

/** Throws the TypeError of a trap that broke an invariant. */
function ThrowInvariant(trap, P, why) {
  $ThrowTypeError("'" + trap + "' on proxy: " + why + (P === undefined ? "" : " for property '" + KeyText(P) + "'"));
}

/** ECMA-262 10.5.1 [[GetPrototypeOf]] ( ). */
function ProxyGetPrototypeOf(O) {
  const handler = ProxyHandler(O, "getPrototypeOf");
  const target = $Slot(O, 0);
  const trap = GetMethod(handler, "getPrototypeOf");
  if (trap === undefined) return ObjGetPrototypeOf(target);
  const handlerProto = $Call(trap, handler, target);
  if (!$IsObject(handlerProto) && handlerProto !== null) ThrowInvariant("getPrototypeOf", undefined, "trap returned neither object nor null");
  if (ObjIsExtensible(target)) return handlerProto;
  if (ObjGetPrototypeOf(target) !== handlerProto) {
    ThrowInvariant("getPrototypeOf", undefined, "proxy target is non-extensible but the trap did not return its actual prototype");
  }
  return handlerProto;
}

/** ECMA-262 10.5.2 [[SetPrototypeOf]] ( V ). */
function ProxySetPrototypeOf(O, V) {
  const handler = ProxyHandler(O, "setPrototypeOf");
  const target = $Slot(O, 0);
  const trap = GetMethod(handler, "setPrototypeOf");
  if (trap === undefined) return ObjSetPrototypeOf(target, V);
  if (!$Call(trap, handler, target, V)) return false;
  if (ObjIsExtensible(target)) return true;
  if (V !== ObjGetPrototypeOf(target)) {
    ThrowInvariant("setPrototypeOf", undefined, "trap returned truish for setting a new prototype on the non-extensible proxy target");
  }
  return true;
}

/** ECMA-262 10.5.3 [[IsExtensible]] ( ). */
function ProxyIsExtensible(O) {
  const handler = ProxyHandler(O, "isExtensible");
  const target = $Slot(O, 0);
  const trap = GetMethod(handler, "isExtensible");
  if (trap === undefined) return ObjIsExtensible(target);
  const result = !!$Call(trap, handler, target);
  if (result !== ObjIsExtensible(target)) ThrowInvariant("isExtensible", undefined, "trap result does not reflect extensibility of proxy target");
  return result;
}

/** ECMA-262 10.5.4 [[PreventExtensions]] ( ). */
function ProxyPreventExtensions(O) {
  const handler = ProxyHandler(O, "preventExtensions");
  const target = $Slot(O, 0);
  const trap = GetMethod(handler, "preventExtensions");
  if (trap === undefined) return ObjPreventExtensions(target);
  const result = !!$Call(trap, handler, target);
  if (result && ObjIsExtensible(target)) ThrowInvariant("preventExtensions", undefined, "the proxy target is extensible");
  return result;
}

/** ECMA-262 10.5.5 [[GetOwnProperty]] ( P ). */
function ProxyGetOwnProperty(O, P) {
  const handler = ProxyHandler(O, "getOwnPropertyDescriptor");
  const target = $Slot(O, 0);
  const trap = GetMethod(handler, "getOwnPropertyDescriptor");
  if (trap === undefined) return ObjGetOwnProperty(target, P);
  const trapResultObj = $Call(trap, handler, target, TrapKey(P));
  if (!$IsObject(trapResultObj) && trapResultObj !== undefined) {
    ThrowInvariant("getOwnPropertyDescriptor", P, "trap returned neither object nor undefined");
  }
  const targetDesc = ObjGetOwnProperty(target, P);
  if (trapResultObj === undefined) {
    if (targetDesc === undefined) return undefined;
    if (!targetDesc.configurable) {
      ThrowInvariant("getOwnPropertyDescriptor", P, "trap returned undefined for a property which is non-configurable in the proxy target");
    }
    if (!ObjIsExtensible(target)) {
      ThrowInvariant("getOwnPropertyDescriptor", P, "trap returned undefined for a property which exists in the non-extensible proxy target");
    }
    return undefined;
  }
  const extensibleTarget = ObjIsExtensible(target);
  const resultDesc = ToPropertyDescriptor(trapResultObj);
  CompletePropertyDescriptor(resultDesc);
  if (!IsCompatiblePropertyDescriptor(extensibleTarget, resultDesc, targetDesc)) {
    ThrowInvariant("getOwnPropertyDescriptor", P, "trap returned a descriptor that is incompatible with the existing property in the proxy target");
  }
  if (!resultDesc.configurable) {
    if (targetDesc === undefined || targetDesc.configurable) {
      ThrowInvariant("getOwnPropertyDescriptor", P, "trap reported non-configurability for a property which is absent or configurable in the proxy target");
    }
    if ("writable" in resultDesc && !resultDesc.writable && targetDesc.writable) {
      ThrowInvariant("getOwnPropertyDescriptor", P, "trap reported a non-writable property which is writable in the proxy target");
    }
  }
  return resultDesc;
}

/** ECMA-262 10.5.6 [[DefineOwnProperty]] ( P, Desc ). */
function ProxyDefineOwn(O, P, Desc) {
  const handler = ProxyHandler(O, "defineProperty");
  const target = $Slot(O, 0);
  const trap = GetMethod(handler, "defineProperty");
  if (trap === undefined) return ObjDefineOwn(target, P, Desc);
  if (!$Call(trap, handler, target, TrapKey(P), FromPropertyDescriptor(Desc))) return false;
  const targetDesc = ObjGetOwnProperty(target, P);
  const extensibleTarget = ObjIsExtensible(target);
  const settingConfigFalse = "configurable" in Desc && !Desc.configurable;
  if (targetDesc === undefined) {
    if (!extensibleTarget) ThrowInvariant("defineProperty", P, "trap returned truish for adding a property to the non-extensible proxy target");
    if (settingConfigFalse) {
      ThrowInvariant("defineProperty", P, "trap returned truish for defining a non-configurable property which does not exist in the proxy target");
    }
    return true;
  }
  if (!IsCompatiblePropertyDescriptor(extensibleTarget, Desc, targetDesc)) {
    ThrowInvariant("defineProperty", P, "trap returned truish for adding a property that is incompatible with the existing one in the proxy target");
  }
  if (settingConfigFalse && targetDesc.configurable) {
    ThrowInvariant("defineProperty", P, "trap returned truish for defining a non-configurable property which is configurable in the proxy target");
  }
  if (IsDataDescriptor(targetDesc) && !targetDesc.configurable && targetDesc.writable && "writable" in Desc && !Desc.writable) {
    ThrowInvariant("defineProperty", P, "trap returned truish for making a non-configurable writable property non-writable");
  }
  return true;
}

/** ECMA-262 10.5.7 [[HasProperty]] ( P ). */
function ProxyHas(O, P) {
  const handler = $Slot(O, 1);
  if (handler === null) ThrowRevoked("has");
  const target = $Slot(O, 0);
  const trap = handler.has;
  if (trap === undefined || trap === null) return P in target;
  if (!$IsCallable(trap)) ThrowNotCallable(trap);
  const result = !!$Call(trap, handler, target, typeof P === "number" ? $ToString(P) : P);
  if (!result) {
    const targetDesc = ObjGetOwnProperty(target, P);
    if (targetDesc !== undefined) {
      if (!targetDesc.configurable) ThrowInvariant("has", P, "trap returned falsish for a property which exists in the proxy target as non-configurable");
      if (!ObjIsExtensible(target)) ThrowInvariant("has", P, "trap returned falsish but the proxy target is not extensible");
    }
  }
  return result;
}

/** ECMA-262 10.5.8 [[Get]] ( P, Receiver ). */
function ProxyGet(O, P, Receiver) {
  const handler = $Slot(O, 1);
  if (handler === null) ThrowRevoked("get");
  const target = $Slot(O, 0);
  const trap = handler.get;
  if (trap === undefined || trap === null) return ObjGet(target, P, Receiver);
  if (!$IsCallable(trap)) ThrowNotCallable(trap);
  const trapResult = $Call(trap, handler, target, typeof P === "number" ? $ToString(P) : P, Receiver);
  if ($IsFree(target, P)) return trapResult;
  const targetDesc = ObjGetOwnProperty(target, P);
  if (targetDesc !== undefined && !targetDesc.configurable) {
    if ("value" in targetDesc) {
      if (!targetDesc.writable && !$SameValue(trapResult, targetDesc.value)) {
        ThrowInvariant("get", P, "the property is read-only and non-configurable on the proxy target but the proxy did not return its actual value");
      }
    } else if (targetDesc.get === undefined && trapResult !== undefined) {
      ThrowInvariant("get", P, "the property is a non-configurable accessor without a getter on the proxy target but the trap did not return undefined");
    }
  }
  return trapResult;
}

/** ECMA-262 10.5.9 [[Set]] ( P, V, Receiver ). */
function ProxySet(O, P, V, Receiver) {
  const handler = $Slot(O, 1);
  if (handler === null) ThrowRevoked("set");
  const target = $Slot(O, 0);
  const trap = handler.set;
  if (trap === undefined || trap === null) return ObjSet(target, P, V, Receiver);
  if (!$IsCallable(trap)) ThrowNotCallable(trap);
  if (!$Call(trap, handler, target, typeof P === "number" ? $ToString(P) : P, V, Receiver)) return false;
  if ($IsFree(target, P)) return true;
  const targetDesc = ObjGetOwnProperty(target, P);
  if (targetDesc !== undefined && !targetDesc.configurable) {
    if ("value" in targetDesc) {
      if (!targetDesc.writable && !$SameValue(V, targetDesc.value)) {
        ThrowInvariant("set", P, "trap returned truish for a property which exists in the proxy target as a non-configurable and non-writable data property with a different value");
      }
    } else if (targetDesc.set === undefined) {
      ThrowInvariant("set", P, "trap returned truish for a property which exists in the proxy target as a non-configurable accessor without a setter");
    }
  }
  return true;
}

/** An assignment that reaches a proxy. */
function ProxyPut(O, P, V, Receiver) {
  if (!ProxySet(O, P, V, Receiver)) $ThrowTypeError("'set' on proxy: trap returned falsish for property '" + KeyText(P) + "'");
}

/** ECMA-262 10.5.10 [[Delete]] ( P ). */
function ProxyDelete(O, P) {
  const handler = $Slot(O, 1);
  if (handler === null) ThrowRevoked("deleteProperty");
  const target = $Slot(O, 0);
  const trap = handler.deleteProperty;
  if (trap === undefined || trap === null) return ObjDelete(target, P);
  if (!$IsCallable(trap)) ThrowNotCallable(trap);
  if (!$Call(trap, handler, target, typeof P === "number" ? $ToString(P) : P)) return false;
  const targetDesc = ObjGetOwnProperty(target, P);
  if (targetDesc === undefined) return true;
  if (!targetDesc.configurable) ThrowInvariant("deleteProperty", P, "trap returned truish for a property which is non-configurable in the proxy target");
  if (!ObjIsExtensible(target)) ThrowInvariant("deleteProperty", P, "trap returned truish but the proxy target is non-extensible");
  return true;
}

/** delete proxy[P]. */
function ProxyDeleteOrThrow(O, P) {
  if (!ProxyDelete(O, P)) $ThrowTypeError("'deleteProperty' on proxy: trap returned falsish for property '" + KeyText(P) + "'");
  return true;
}

/** A definition on a proxy that must succeed. */
function ProxyDefineOrThrow(O, P, Desc) {
  if (!ProxyDefineOwn(O, P, Desc)) $ThrowTypeError("'defineProperty' on proxy: trap returned falsish for property '" + KeyText(P) + "'");
}

/** ECMA-262 10.5.11 [[OwnPropertyKeys]] ( ). */
function ProxyOwnKeys(O) {
  const handler = ProxyHandler(O, "ownKeys");
  const target = $Slot(O, 0);
  const trap = GetMethod(handler, "ownKeys");
  if (trap === undefined) return ObjOwnKeys(target);
  const trapResultArray = $Call(trap, handler, target);
  // CreateListFromArrayLike with property keys alone, and step 7: no duplicates.
  if (!$IsObject(trapResultArray)) $ThrowTypeError("CreateListFromArrayLike called on non-object");
  const len = LengthOfArrayLike(trapResultArray);
  const trapResult = [];
  const unchecked = $SetCreate(null);
  let duplicate = false;
  for (let i = 0; i < len; i++) {
    const key = trapResultArray[i];
    if (typeof key !== "string" && typeof key !== "symbol") $ThrowTypeError($Display(key) + " is not a valid property name");
    if ($SetHas(unchecked, key)) duplicate = true;
    $SetAdd(unchecked, key);
    $Push(trapResult, key);
  }
  if (duplicate) ThrowInvariant("ownKeys", undefined, "trap returned duplicate entries");
  const extensibleTarget = ObjIsExtensible(target);
  const targetKeys = ObjOwnKeys(target);
  let nonconfigurable = false;
  const configurableKeys = [];
  const nonconfigurableKeys = [];
  for (let i = 0; i < targetKeys.length; i++) {
    const desc = ObjGetOwnProperty(target, targetKeys[i]);
    if (desc !== undefined && !desc.configurable) {
      nonconfigurable = true;
      $Push(nonconfigurableKeys, targetKeys[i]);
    } else {
      $Push(configurableKeys, targetKeys[i]);
    }
  }
  if (extensibleTarget && !nonconfigurable) return trapResult;
  for (let i = 0; i < nonconfigurableKeys.length; i++) {
    if (!$SetDelete(unchecked, nonconfigurableKeys[i])) ThrowInvariant("ownKeys", nonconfigurableKeys[i], "trap result did not include a non-configurable key");
  }
  if (extensibleTarget) return trapResult;
  for (let i = 0; i < configurableKeys.length; i++) {
    if (!$SetDelete(unchecked, configurableKeys[i])) ThrowInvariant("ownKeys", configurableKeys[i], "trap result did not include a key of the non-extensible target");
  }
  if ($TableSize(unchecked) !== 0) ThrowInvariant("ownKeys", undefined, "trap returned extra keys but the proxy target is non-extensible");
  return trapResult;
}

/** ECMA-262 10.5.12 [[Call]] ( thisArgument, argumentsList ). */
function ProxyCall(O, thisArgument, argumentsList) {
  const handler = $Slot(O, 1);
  if (handler === null) ThrowRevoked("apply");
  const target = $Slot(O, 0);
  const trap = handler.apply;
  if (trap === undefined || trap === null) return $Call(target, thisArgument, ...argumentsList);
  if (!$IsCallable(trap)) ThrowNotCallable(trap);
  return $Call(trap, handler, target, thisArgument, argumentsList);
}

/** ECMA-262 10.5.13 [[Construct]] ( argumentsList, newTarget ). */
function ProxyConstruct(O, argumentsList, newTarget) {
  const handler = $Slot(O, 1);
  if (handler === null) ThrowRevoked("construct");
  const target = $Slot(O, 0);
  const trap = handler.construct;
  if (trap === undefined || trap === null) return $Construct(target, argumentsList, newTarget);
  if (!$IsCallable(trap)) ThrowNotCallable(trap);
  const newObj = $Call(trap, handler, target, argumentsList, newTarget);
  if (!$IsObject(newObj)) $ThrowTypeError("proxy [[Construct]] must return an object");
  return newObj;
}

/** ECMA-262 28.2.1.1 Proxy(target, handler). */
function Proxy(target, handler) {
  "use constructor";
  if (new.target === undefined) $ThrowTypeError("Constructor Proxy requires 'new'");
  return ProxyCreate(target, handler);
}

/** ECMA-262 10.5.15 ProxyCreate(target, handler). */
function ProxyCreate(target, handler) {
  if (!$IsObject(target) || !$IsObject(handler)) $ThrowTypeError("Cannot create proxy with a non-object as target or handler");
  return $ProxyCreate(target, handler);
}

/** ECMA-262 28.2.2.1 Proxy.revocable(target, handler). */
function Proxy_revocable(target, handler) {
  const proxy = ProxyCreate(target, handler);
  let revocable = proxy;
  const result = {};
  $CreateDataProperty(result, "proxy", proxy);
  // In an array the function gets no name.
  $CreateDataProperty(result, "revoke", [() => {
    if (revocable === null) return undefined;
    $SetSlot(revocable, 0, null);
    $SetSlot(revocable, 1, null);
    revocable = null;
    return undefined;
  }][0]);
  return result;
}
