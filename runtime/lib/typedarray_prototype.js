// %TypedArray%.prototype's methods (ECMA-262 23.2.3). Its accessors are leaves.

/** ECMA-262 23.2.3.1 %TypedArray%.prototype.at(index). */
function TypedArrayPrototype_at(index) {
  const O = this;
  const len = ValidateTypedArray(O, "at");
  const relative = $ToIntegerOrInfinity(index);
  const k = relative >= 0 ? relative : len + relative;
  return k < 0 || k >= len ? undefined : O[k];
}

/** ECMA-262 23.2.3.6 %TypedArray%.prototype.copyWithin(target, start, end). */
function TypedArrayPrototype_copyWithin(target, start, end) {
  const O = this;
  const len = ValidateTypedArray(O, "copyWithin");
  const to = RelativeIndex(target, len);
  const from = RelativeIndex(start, len);
  const final = end === undefined ? len : RelativeIndex(end, len);
  let count = final - from < len - to ? final - from : len - to;
  if (count > 0) {
    const newLen = $TypedArrayLength(O);
    if (newLen < 0) $ThrowTypeError("Cannot perform %TypedArray%.prototype.copyWithin on a detached ArrayBuffer");
    if (count > newLen - from) count = newLen - from;
    if (count > newLen - to) count = newLen - to;
    if (count > 0) $TypedMove(O, to, from, count);
  }
  return O;
}

/** ECMA-262 23.2.3.7 %TypedArray%.prototype.entries(). */
function TypedArrayPrototype_entries() {
  ValidateTypedArray(this, "entries");
  return $ArrayIterator(this, 2);
}

/** ECMA-262 23.2.3.8 %TypedArray%.prototype.every(callback, thisArg). */
function TypedArrayPrototype_every(callback, thisArg) {
  const O = this;
  const len = ValidateTypedArray(O, "every");
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  for (let k = 0; k < len; k++) {
    if (!$Call(callback, thisArg, O[k], k, O)) return false;
  }
  return true;
}

/** ECMA-262 23.2.3.9 %TypedArray%.prototype.fill(value, start, end). */
function TypedArrayPrototype_fill(value, start, end) {
  const O = this;
  const len = ValidateTypedArray(O, "fill");
  value = $IsBigIntArray(O) ? ToBigInt(value) : $ToNumber(value);
  const k = RelativeIndex(start, len);
  let final = end === undefined ? len : RelativeIndex(end, len);
  const newLen = $TypedArrayLength(O);
  if (newLen < 0) $ThrowTypeError("Cannot perform %TypedArray%.prototype.fill on a detached ArrayBuffer");
  if (final > newLen) final = newLen;
  if (k < final) $TypedFill(O, value, k, final);
  return O;
}

/** ECMA-262 23.2.3.10 %TypedArray%.prototype.filter(callback, thisArg). */
function TypedArrayPrototype_filter(callback, thisArg) {
  const O = this;
  const len = ValidateTypedArray(O, "filter");
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  const kept = [];
  for (let k = 0; k < len; k++) {
    const value = O[k];
    if ($Call(callback, thisArg, value, k, O)) $Push(kept, value);
  }
  const captured = kept.length;
  const A = TypedArraySpeciesCreate(O, [captured]);
  for (let n = 0; n < captured; n++) A[n] = kept[n];
  return A;
}

/** ECMA-262 23.2.3.11 %TypedArray%.prototype.find(predicate, thisArg). */
function TypedArrayPrototype_find(predicate, thisArg) {
  const O = this;
  const len = ValidateTypedArray(O, "find");
  if (!$IsCallable(predicate)) ThrowNotCallable(predicate);
  for (let k = 0; k < len; k++) {
    const value = O[k];
    if ($Call(predicate, thisArg, value, k, O)) return value;
  }
}

/** ECMA-262 23.2.3.12 %TypedArray%.prototype.findIndex(predicate, thisArg). */
function TypedArrayPrototype_findIndex(predicate, thisArg) {
  const O = this;
  const len = ValidateTypedArray(O, "findIndex");
  if (!$IsCallable(predicate)) ThrowNotCallable(predicate);
  for (let k = 0; k < len; k++) {
    if ($Call(predicate, thisArg, O[k], k, O)) return k;
  }
  return -1;
}

/** ECMA-262 23.2.3.13 %TypedArray%.prototype.findLast(predicate, thisArg). */
function TypedArrayPrototype_findLast(predicate, thisArg) {
  const O = this;
  const len = ValidateTypedArray(O, "findLast");
  if (!$IsCallable(predicate)) ThrowNotCallable(predicate);
  for (let k = len - 1; k >= 0; k--) {
    const value = O[k];
    if ($Call(predicate, thisArg, value, k, O)) return value;
  }
}

/** ECMA-262 23.2.3.14 %TypedArray%.prototype.findLastIndex(predicate, thisArg). */
function TypedArrayPrototype_findLastIndex(predicate, thisArg) {
  const O = this;
  const len = ValidateTypedArray(O, "findLastIndex");
  if (!$IsCallable(predicate)) ThrowNotCallable(predicate);
  for (let k = len - 1; k >= 0; k--) {
    if ($Call(predicate, thisArg, O[k], k, O)) return k;
  }
  return -1;
}

/** ECMA-262 23.2.3.15 %TypedArray%.prototype.forEach(callback, thisArg). */
function TypedArrayPrototype_forEach(callback, thisArg) {
  const O = this;
  const len = ValidateTypedArray(O, "forEach");
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  for (let k = 0; k < len; k++) $Call(callback, thisArg, O[k], k, O);
}

/** ECMA-262 23.2.3.16 %TypedArray%.prototype.includes(searchElement, fromIndex). */
function TypedArrayPrototype_includes(searchElement, fromIndex) {
  const O = this;
  const len = ValidateTypedArray(O, "includes");
  if (len === 0) return false;
  return $TypedSearch(O, searchElement, RelativeIndex(fromIndex, len), len, 2) !== -1;
}

/** ECMA-262 23.2.3.17 %TypedArray%.prototype.indexOf(searchElement, fromIndex). */
function TypedArrayPrototype_indexOf(searchElement, fromIndex) {
  const O = this;
  const len = ValidateTypedArray(O, "indexOf");
  if (len === 0) return -1;
  return $TypedSearch(O, searchElement, RelativeIndex(fromIndex, len), len, 0);
}

/** ECMA-262 23.2.3.18 %TypedArray%.prototype.join(separator). */
function TypedArrayPrototype_join(separator) {
  const O = this;
  const len = ValidateTypedArray(O, "join");
  const sep = separator === undefined ? "," : $ToString(separator);
  let R = "";
  for (let k = 0; k < len; k++) {
    if (k > 0) R = R + sep;
    const element = O[k];
    if (element !== undefined) R = R + $ToString(element);
  }
  return R;
}

/** ECMA-262 23.2.3.19 %TypedArray%.prototype.keys(). */
function TypedArrayPrototype_keys() {
  ValidateTypedArray(this, "keys");
  return $ArrayIterator(this, 0);
}

/** ECMA-262 23.2.3.20 %TypedArray%.prototype.lastIndexOf(searchElement [, fromIndex]). */
function TypedArrayPrototype_lastIndexOf(searchElement, ...rest) {
  const O = this;
  const len = ValidateTypedArray(O, "lastIndexOf");
  if (len === 0) return -1;
  const n = rest.length > 0 ? $ToIntegerOrInfinity(rest[0]) : len - 1;
  const k = n >= 0 ? (n < len - 1 ? n : len - 1) : len + n;
  return k < 0 ? -1 : $TypedSearch(O, searchElement, k, len, 1);
}

/** ECMA-262 23.2.3.22 %TypedArray%.prototype.map(callback, thisArg). */
function TypedArrayPrototype_map(callback, thisArg) {
  const O = this;
  const len = ValidateTypedArray(O, "map");
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  const A = TypedArraySpeciesCreate(O, [len]);
  for (let k = 0; k < len; k++) A[k] = $Call(callback, thisArg, O[k], k, O);
  return A;
}

/** ECMA-262 23.2.3.23 %TypedArray%.prototype.reduce(callback [, initialValue]). */
function TypedArrayPrototype_reduce(callback, ...rest) {
  const O = this;
  const len = ValidateTypedArray(O, "reduce");
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  let k = 0;
  let accumulator;
  if (rest.length > 0) {
    accumulator = rest[0];
  } else {
    if (len === 0) $ThrowTypeError("Reduce of empty array with no initial value");
    accumulator = O[k++];
  }
  for (; k < len; k++) accumulator = $Call(callback, undefined, accumulator, O[k], k, O);
  return accumulator;
}

/** ECMA-262 23.2.3.24 %TypedArray%.prototype.reduceRight(callback [, initialValue]). */
function TypedArrayPrototype_reduceRight(callback, ...rest) {
  const O = this;
  const len = ValidateTypedArray(O, "reduceRight");
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  let k = len - 1;
  let accumulator;
  if (rest.length > 0) {
    accumulator = rest[0];
  } else {
    if (len === 0) $ThrowTypeError("Reduce of empty array with no initial value");
    accumulator = O[k--];
  }
  for (; k >= 0; k--) accumulator = $Call(callback, undefined, accumulator, O[k], k, O);
  return accumulator;
}

/** ECMA-262 23.2.3.26 %TypedArray%.prototype.set(source, offset). */
function TypedArrayPrototype_set(source, offset) {
  const target = this;
  if (!$Is(target, $KTypedArray)) $ThrowTypeError("this is not a typed array.");
  const targetOffset = $ToIntegerOrInfinity(offset);
  if (targetOffset < 0) $ThrowRangeError("offset is out of bounds");
  const targetLength = $TypedArrayLength(target);
  if (targetLength < 0) $ThrowTypeError("Cannot perform %TypedArray%.prototype.set on a detached ArrayBuffer");
  if ($Is(source, $KTypedArray)) {
    const srcLength = $TypedArrayLength(source);
    if (srcLength < 0) $ThrowTypeError("Cannot perform %TypedArray%.prototype.set on a detached ArrayBuffer");
    if ($IsBigIntArray(target) !== $IsBigIntArray(source)) $ThrowTypeError("Cannot mix BigInt and other types, use explicit conversions");
    if (srcLength + targetOffset > targetLength) $ThrowRangeError("offset is out of bounds");
    $TypedCopy(target, targetOffset, source, 0, srcLength);
    return;
  }
  const src = $ToObject(source);
  const srcLength = LengthOfArrayLike(src);
  if (srcLength + targetOffset > targetLength) $ThrowRangeError("offset is out of bounds");
  for (let i = 0; i < srcLength; i++) target[targetOffset + i] = src[i];
}

/** ECMA-262 23.2.3.27 %TypedArray%.prototype.slice(start, end). */
function TypedArrayPrototype_slice(start, end) {
  const O = this;
  const len = ValidateTypedArray(O, "slice");
  const first = RelativeIndex(start, len);
  let final = end === undefined ? len : RelativeIndex(end, len);
  const count = final > first ? final - first : 0;
  const A = TypedArraySpeciesCreate(O, [count]);
  if (count > 0) {
    const newLen = $TypedArrayLength(O);
    if (newLen < 0) $ThrowTypeError("Cannot perform %TypedArray%.prototype.slice on a detached ArrayBuffer");
    if (final > newLen) final = newLen;
    if ($SameElementType(A, O)) {
      if (first < final) $TypedCopyAscending(A, O, first, final - first);
    } else {
      for (let n = 0, k = first; k < final; k++, n++) A[n] = O[k];
    }
  }
  return A;
}

/** ECMA-262 23.2.3.28 %TypedArray%.prototype.some(callback, thisArg). */
function TypedArrayPrototype_some(callback, thisArg) {
  const O = this;
  const len = ValidateTypedArray(O, "some");
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  for (let k = 0; k < len; k++) {
    if ($Call(callback, thisArg, O[k], k, O)) return true;
  }
  return false;
}

/** ECMA-262 23.2.3.29 %TypedArray%.prototype.sort(comparator). */
function TypedArrayPrototype_sort(comparator) {
  if (comparator !== undefined && !$IsCallable(comparator)) $ThrowTypeError("The comparison function must be either a function or undefined");
  const obj = this;
  const len = ValidateTypedArray(obj, "sort");
  if (comparator === undefined) {
    $TypedSort(obj);
    return obj;
  }
  const items = [];
  for (let k = 0; k < len; k++) $Push(items, obj[k]);
  MergeSort(items, comparator);
  for (let k = 0; k < len; k++) obj[k] = items[k];
  return obj;
}

/** ECMA-262 23.2.3.30 %TypedArray%.prototype.subarray(start, end). */
function TypedArrayPrototype_subarray(start, end) {
  const O = this;
  if (!$Is(O, $KTypedArray)) $ThrowTypeError("this is not a typed array.");
  const buffer = $Slot(O, 0);
  let srcLength = $TypedArrayLength(O);
  if (srcLength < 0) srcLength = 0;
  const first = RelativeIndex(start, srcLength);
  const elementSize = $ElementSizeOf(O);
  const tracking = $Slot(O, 2) === undefined && end === undefined;
  let newLength;
  if (!tracking) {
    const final = end === undefined ? srcLength : RelativeIndex(end, srcLength);
    newLength = final > first ? final - first : 0;
  }
  const beginByteOffset = $Slot(O, 1) + first * elementSize;
  return TypedArraySpeciesCreate(O, tracking ? [buffer, beginByteOffset] : [buffer, beginByteOffset, newLength]);
}

/** ECMA-262 23.2.3.31 %TypedArray%.prototype.toLocaleString(). */
function TypedArrayPrototype_toLocaleString() {
  const O = this;
  const len = ValidateTypedArray(O, "toLocaleString");
  let R = "";
  for (let k = 0; k < len; k++) {
    if (k > 0) R = R + ",";
    const element = O[k];
    if (element !== undefined) R = R + $ToString(element.toLocaleString());
  }
  return R;
}

/** ECMA-262 23.2.3.25 %TypedArray%.prototype.reverse(). */
function TypedArrayPrototype_reverse() {
  ValidateTypedArray(this, "reverse");
  $TypedReverse(this);
  return this;
}

/** ECMA-262 23.2.3.32 %TypedArray%.prototype.toReversed(). */
function TypedArrayPrototype_toReversed() {
  const O = this;
  const length = ValidateTypedArray(O, "toReversed");
  const A = TypedArrayCreateSameType(O, length);
  $TypedCopy(A, 0, O, 0, length);
  $TypedReverse(A);
  return A;
}

/** ECMA-262 23.2.3.33 %TypedArray%.prototype.toSorted(comparator). */
function TypedArrayPrototype_toSorted(comparator) {
  if (comparator !== undefined && !$IsCallable(comparator)) $ThrowTypeError("The comparison function must be either a function or undefined");
  const O = this;
  const len = ValidateTypedArray(O, "toSorted");
  const A = TypedArrayCreateSameType(O, len);
  if (comparator === undefined) {
    $TypedCopy(A, 0, O, 0, len);
    $TypedSort(A);
    return A;
  }
  const items = [];
  for (let k = 0; k < len; k++) $Push(items, O[k]);
  MergeSort(items, comparator);
  for (let k = 0; k < len; k++) A[k] = items[k];
  return A;
}

/** ECMA-262 23.2.3.35 %TypedArray%.prototype.values(). */
function TypedArrayPrototype_values() {
  ValidateTypedArray(this, "values");
  return $ArrayIterator(this, 1);
}

/** ECMA-262 23.2.3.36 %TypedArray%.prototype.with(index, value). */
function TypedArrayPrototype_with(index, value) {
  const O = this;
  const len = ValidateTypedArray(O, "with");
  const relative = $ToIntegerOrInfinity(index);
  const actual = relative >= 0 ? relative : len + relative;
  const numericValue = $IsBigIntArray(O) ? ToBigInt(value) : $ToNumber(value);
  if (actual < 0 || actual >= $TypedArrayLength(O)) $ThrowRangeError("Invalid typed array index");
  const A = TypedArrayCreateSameType(O, len);
  for (let k = 0; k < len; k++) A[k] = k === actual ? numericValue : O[k];
  return A;
}
