// Array.prototype: methods that change the array or make a changed copy (ECMA-262 23.1.3).

/** ECMA-262 23.1.3.4 Array.prototype.copyWithin(target, start, end). */
function ArrayPrototype_copyWithin(target, start, end) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  let to = RelativeIndex(target, len);
  let from = RelativeIndex(start, len);
  const final = end === undefined ? len : RelativeIndex(end, len);
  let count = final - from < len - to ? final - from : len - to;
  let direction = 1;
  if (from < to && to < from + count) {
    direction = -1;
    from = from + count - 1;
    to = to + count - 1;
  }
  for (; count > 0; count--) {
    MoveElement(O, from, to);
    from += direction;
    to += direction;
  }
  return O;
}

/** ECMA-262 23.1.3.7 Array.prototype.fill(value, start, end). */
function ArrayPrototype_fill(value, start, end) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  let k = RelativeIndex(start, len);
  const final = end === undefined ? len : RelativeIndex(end, len);
  for (; k < final; k++) O[k] = value;
  return O;
}

/** ECMA-262 23.1.3.22 Array.prototype.pop(). */
function ArrayPrototype_pop() {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (len === 0) {
    O.length = 0;
    return undefined;
  }
  const element = O[len - 1];
  delete O[len - 1];
  O.length = len - 1;
  return element;
}

/** ECMA-262 23.1.3.23 Array.prototype.push(...items). */
function ArrayPrototype_push(...items) {
  const O = $ToObject(this);
  let len = LengthOfArrayLike(O);
  const argCount = items.length;
  if (len + argCount > 9007199254740991) $ThrowTypeError("Pushing " + argCount + " elements on an array-like of length " + len + " is disallowed by ECMA-262");
  for (let i = 0; i < argCount; i++) O[len++] = items[i];
  O.length = len;
  return len;
}

/** ECMA-262 23.1.3.26 Array.prototype.reverse(). */
function ArrayPrototype_reverse() {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  const middle = (len - len % 2) / 2;
  for (let lower = 0; lower < middle; lower++) {
    const upper = len - lower - 1;
    let lowerValue, upperValue;
    const lowerExists = lower in O;
    if (lowerExists) lowerValue = O[lower];
    const upperExists = upper in O;
    if (upperExists) upperValue = O[upper];
    if (lowerExists && upperExists) {
      O[lower] = upperValue;
      O[upper] = lowerValue;
    } else if (upperExists) {
      O[lower] = upperValue;
      delete O[upper];
    } else if (lowerExists) {
      delete O[lower];
      O[upper] = lowerValue;
    }
  }
  return O;
}

/** ECMA-262 23.1.3.27 Array.prototype.shift(). */
function ArrayPrototype_shift() {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (len === 0) {
    O.length = 0;
    return undefined;
  }
  const first = O[0];
  for (let k = 1; k < len; k++) MoveElement(O, k, k - 1);
  delete O[len - 1];
  O.length = len - 1;
  return first;
}

/** ECMA-262 23.1.3.31 Array.prototype.splice(start, deleteCount, ...items). */
function ArrayPrototype_splice(...args) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  const actualStart = RelativeIndex(args[0], len);
  const itemCount = args.length > 2 ? args.length - 2 : 0;
  let deleteCount = 0;
  if (args.length === 1) {
    deleteCount = len - actualStart;
  } else if (args.length > 1) {
    deleteCount = $ToIntegerOrInfinity(args[1]);
    if (deleteCount < 0) deleteCount = 0;
    if (deleteCount > len - actualStart) deleteCount = len - actualStart;
  }
  if (len + itemCount - deleteCount > 9007199254740991) $ThrowTypeError("Invalid array length");
  const A = ArraySpeciesCreate(O, deleteCount);
  for (let k = 0; k < deleteCount; k++) {
    const from = actualStart + k;
    let v = $Element(O, from);
    if (v === undefined) {
      if (!(from in O)) continue;
      v = O[from];
    }
    CreateDataPropertyOrThrow(A, k, v);
  }
  A.length = deleteCount;
  if (itemCount < deleteCount) {
    for (let k = actualStart; k < len - deleteCount; k++) MoveElement(O, k + deleteCount, k + itemCount);
    for (let k = len; k > len - deleteCount + itemCount; k--) delete O[k - 1];
  } else if (itemCount > deleteCount) {
    for (let k = len - deleteCount; k > actualStart; k--) MoveElement(O, k + deleteCount - 1, k + itemCount - 1);
  }
  for (let k = 0; k < itemCount; k++) O[actualStart + k] = args[k + 2];
  O.length = len - deleteCount + itemCount;
  return A;
}

/** ECMA-262 23.1.3.37 Array.prototype.unshift(...items). */
function ArrayPrototype_unshift(...items) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  const argCount = items.length;
  if (argCount > 0) {
    if (len + argCount > 9007199254740991) $ThrowTypeError("Invalid array length");
    for (let k = len; k > 0; k--) MoveElement(O, k - 1, k + argCount - 1);
    for (let j = 0; j < argCount; j++) O[j] = items[j];
  }
  O.length = len + argCount;
  return len + argCount;
}

/** ECMA-262 23.1.3.33 Array.prototype.toReversed(). */
function ArrayPrototype_toReversed() {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  const A = $ArrayCreate(len, $$ArrayPrototype);
  for (let k = 0; k < len; k++) $DefineIndex(A, k, O[len - k - 1]);
  return A;
}

/** ECMA-262 23.1.3.35 Array.prototype.toSpliced(start, skipCount, ...items). */
function ArrayPrototype_toSpliced(...args) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  const actualStart = RelativeIndex(args[0], len);
  const itemCount = args.length > 2 ? args.length - 2 : 0;
  let skipCount = 0;
  if (args.length === 1) {
    skipCount = len - actualStart;
  } else if (args.length > 1) {
    skipCount = $ToIntegerOrInfinity(args[1]);
    if (skipCount < 0) skipCount = 0;
    if (skipCount > len - actualStart) skipCount = len - actualStart;
  }
  const newLen = len + itemCount - skipCount;
  if (newLen > 9007199254740991) $ThrowTypeError("Invalid array length");
  const A = $ArrayCreate(newLen, $$ArrayPrototype);
  let i = 0;
  for (; i < actualStart; i++) $DefineIndex(A, i, O[i]);
  for (let k = 0; k < itemCount; k++) $DefineIndex(A, i++, args[k + 2]);
  for (let r = actualStart + skipCount; i < newLen; i++, r++) $DefineIndex(A, i, O[r]);
  return A;
}

/** ECMA-262 23.1.3.39 Array.prototype.with(index, value). */
function ArrayPrototype_with(index, value) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  const relative = $ToIntegerOrInfinity(index);
  const actual = relative >= 0 ? relative : len + relative;
  if (actual >= len || actual < 0) $ThrowRangeError("Invalid index : " + relative);
  const A = $ArrayCreate(len, $$ArrayPrototype);
  for (let k = 0; k < len; k++) $DefineIndex(A, k, k === actual ? value : O[k]);
  return A;
}
