// JSON (ECMA-262 25.5). Plain data is parsed and written by leaves; what can run user code is here.

/** ECMA-262 25.5.1 JSON.parse(text, reviver). */
function JSON_parse(text, reviver) {
  const unfiltered = $ParseJSON($ToString(text));
  if (!$IsCallable(reviver)) return unfiltered;
  const root = {};
  $CreateDataProperty(root, "", unfiltered);
  return InternalizeJSONProperty(root, "", reviver);
}

/** ECMA-262 25.5.1.1 InternalizeJSONProperty(holder, name, reviver). */
function InternalizeJSONProperty(holder, name, reviver) {
  const val = holder[name];
  if ($IsObject(val)) {
    if ($IsArray(val)) {
      const len = LengthOfArrayLike(val);
      for (let I = 0; I < len; I++) InternalizeElement(val, $ToString(I), reviver);
    } else {
      const keys = EnumerableOwnKeys(val);
      for (let i = 0; i < keys.length; i++) InternalizeElement(val, keys[i], reviver);
    }
  }
  return $Call(reviver, holder, name, val);
}

/** One property of InternalizeJSONProperty: replaced or deleted; a refusal is ignored. */
function InternalizeElement(val, P, reviver) {
  const newElement = InternalizeJSONProperty(val, P, reviver);
  if (newElement === undefined) {
    ObjDelete(val, $ToPropertyKey(P));
  } else {
    CreateDataProperty(val, P, newElement);
  }
}

/** ECMA-262 7.3.24 EnumerableOwnProperties(O, key): the strings, as a library array. */
function EnumerableOwnKeys(O) {
  const fast = $EnumerableKeys(O);
  if (fast !== undefined) return fast;
  const ownKeys = ObjOwnKeys(O);
  const result = [];
  for (let i = 0; i < ownKeys.length; i++) {
    const key = ownKeys[i];
    if (typeof key === "symbol") continue;
    const desc = ObjGetOwnProperty(O, key);
    if (desc !== undefined && desc.enumerable) $Push(result, $ToString(key));
  }
  return result;
}

/** ECMA-262 25.5.2 JSON.stringify(value, replacer, space). */
function JSON_stringify(value, replacer, space) {
  let ReplacerFunction, PropertyList;
  if ($IsObject(replacer)) {
    if ($IsCallable(replacer)) {
      ReplacerFunction = replacer;
    } else if ($IsArray(replacer)) {
      PropertyList = [];
      const seen = $SetCreate($$SetPrototype);
      const len = LengthOfArrayLike(replacer);
      for (let k = 0; k < len; k++) {
        const v = replacer[k];
        let item;
        if (typeof v === "string") item = v;
        else if (typeof v === "number" || $Is(v, $KStringObj) || $Is(v, $KNumberObj)) item = $ToString(v);
        if (item !== undefined && !$SetHas(seen, item)) {
          $SetAdd(seen, item);
          $Push(PropertyList, item);
        }
      }
    }
  }
  if ($Is(space, $KNumberObj)) space = $ToNumber(space);
  else if ($Is(space, $KStringObj)) space = $ToString(space);
  let gap = "";
  if (typeof space === "number") {
    const n = $ToIntegerOrInfinity(space);
    if (n >= 1) gap = $Repeat(" ", n < 10 ? n : 10);
  } else if (typeof space === "string") {
    gap = space.length <= 10 ? space : $Substring(space, 0, 10);
  }
  // A long property list is no work for one leaf.
  if (ReplacerFunction === undefined && (PropertyList === undefined || PropertyList.length < 1000)) {
    const fast = $StringifyPlain(value, gap, PropertyList);
    if (fast !== null) return fast;
  }
  const wrapper = {};
  $CreateDataProperty(wrapper, "", value);
  const state = { __proto__: null, ReplacerFunction, PropertyList, gap, indent: "", stack: [], depth: 0 };
  return SerializeJSONProperty(state, "", wrapper, value);
}

/** ECMA-262 25.5.2.1 SerializeJSONProperty(state, key, holder), given the value that holder has. */
function SerializeJSONProperty(state, key, holder, value) {
  if ($IsObject(value) || typeof value === "bigint") {
    const toJSON = value.toJSON;
    if ($IsCallable(toJSON)) value = $Call(toJSON, value, key);
  }
  if (state.ReplacerFunction !== undefined) value = $Call(state.ReplacerFunction, holder, key, value);
  if ($IsObject(value)) {
    if ($Is(value, $KNumberObj)) value = $ToNumber(value);
    else if ($Is(value, $KStringObj)) value = $ToString(value);
    else if ($Is(value, $KBooleanObj) || $Is(value, $KBigIntObj)) value = $Slot(value, 0);
  }
  const text = $JSONPrimitive(value);
  if (text !== null) return text;
  if (typeof value === "bigint") $ThrowTypeError("Do not know how to serialize a BigInt");
  if (!$IsCallable(value)) {
    return $IsArray(value) ? SerializeJSONArray(state, value) : SerializeJSONObject(state, value);
  }
  return undefined;
}

/** Enters an object or array: a cycle is a TypeError. */
function EnterJSON(state, value) {
  const stack = state.stack;
  const depth = state.depth;
  for (let i = 0; i < depth; i++) {
    if (stack[i] === value) $ThrowTypeError("Converting circular structure to JSON");
  }
  $DefineIndex(stack, depth, value);
  state.depth = depth + 1;
  const stepback = state.indent;
  state.indent = stepback + state.gap;
  return stepback;
}

/** Leaves what EnterJSON entered; the parts become the text between brackets. */
function LeaveJSON(state, stepback, open, properties, close) {
  let final;
  if (properties === undefined) final = open + close;
  else if (state.gap === "") final = open + properties + close;
  else final = open + "\n" + state.indent + properties + "\n" + stepback + close;
  state.depth--;
  state.indent = stepback;
  return final;
}

/** ECMA-262 25.5.2.5 SerializeJSONObject(state, value). */
function SerializeJSONObject(state, value) {
  const stepback = EnterJSON(state, value);
  const K = state.PropertyList !== undefined ? state.PropertyList : EnumerableOwnKeys(value);
  const separator = state.gap === "" ? "," : ",\n" + state.indent;
  const colon = state.gap === "" ? ":" : ": ";
  const plain = state.ReplacerFunction === undefined;
  let properties;
  for (let i = 0; i < K.length; i++) {
    const P = K[i];
    const v = value[P];
    let strP = plain ? $JSONPrimitive(v) : null;
    if (strP === null) strP = SerializeJSONProperty(state, P, value, v);
    if (strP !== undefined) properties = $JSONMember(properties, separator, P, colon, strP);
  }
  return LeaveJSON(state, stepback, "{", properties, "}");
}

/** ECMA-262 25.5.2.6 SerializeJSONArray(state, value). */
function SerializeJSONArray(state, value) {
  const stepback = EnterJSON(state, value);
  const len = LengthOfArrayLike(value);
  const plain = state.ReplacerFunction === undefined;
  const separator = state.gap === "" ? "," : ",\n" + state.indent;
  let properties;
  for (let index = 0; index < len; index++) {
    const v = value[index];
    let strP = plain ? $JSONPrimitive(v) : null;
    if (strP === null) strP = SerializeJSONProperty(state, $ToString(index), value, v);
    const member = strP === undefined ? "null" : strP;
    properties = index === 0 ? member : properties + separator + member;
  }
  return LeaveJSON(state, stepback, "[", properties, "]");
}
