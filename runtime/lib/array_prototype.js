// Array.prototype: methods that read (ECMA-262 23.1.3). $Element(O, k) is the value of a plain own element, undefined for
// everything else, so that the common case needs no HasProperty.

/** ECMA-262 23.1.3.1 Array.prototype.at(index). */
function ArrayPrototype_at(index) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  const relative = $ToIntegerOrInfinity(index);
  const k = relative >= 0 ? relative : len + relative;
  if (k < 0 || k >= len) return undefined;
  return O[k];
}

/** ECMA-262 23.1.3.2.1 IsConcatSpreadable(O). */
function IsConcatSpreadable(O) {
  if (!$IsObject(O)) return false;
  const spreadable = O[$$SymIsConcatSpreadable];
  if (spreadable !== undefined) return !!spreadable;
  return $IsArray(O);
}

/** ECMA-262 23.1.3.2 Array.prototype.concat(...items). */
function ArrayPrototype_concat(...items) {
  const O = $ToObject(this);
  const A = ArraySpeciesCreate(O, 0);
  let n = 0;
  for (let i = -1; i < items.length; i++) {
    const E = i < 0 ? O : items[i];
    if (IsConcatSpreadable(E)) {
      const len = LengthOfArrayLike(E);
      if (n + len > 9007199254740991) $ThrowTypeError("Invalid array length");
      for (let k = 0; k < len; k++, n++) {
        let v = $Element(E, k);
        if (v === undefined) {
          if (!(k in E)) continue;
          v = E[k];
        }
        CreateDataPropertyOrThrow(A, n, v);
      }
    } else {
      if (n >= 9007199254740991) $ThrowTypeError("Invalid array length");
      CreateDataPropertyOrThrow(A, n++, E);
    }
  }
  A.length = n;
  return A;
}

/** ECMA-262 23.1.3.6 Array.prototype.every(callback, thisArg). */
function ArrayPrototype_every(callback, thisArg) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  for (let k = 0; k < len; k++) {
    let v = $Element(O, k);
    if (v === undefined) {
      if (!(k in O)) continue;
      v = O[k];
    }
    if (!$Call(callback, thisArg, v, k, O)) return false;
  }
  return true;
}

/** ECMA-262 23.1.3.8 Array.prototype.filter(callback, thisArg). */
function ArrayPrototype_filter(callback, thisArg) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  const plain = $PlainSpecies(O); // then nobody else has A
  const A = plain ? [] : ArraySpeciesCreate(O, 0);
  let to = 0;
  for (let k = 0; k < len; k++) {
    let v = $Element(O, k);
    if (v === undefined) {
      if (!(k in O)) continue;
      v = O[k];
    }
    if ($Call(callback, thisArg, v, k, O)) {
      if (plain) $Push(A, v); else CreateDataPropertyOrThrow(A, to++, v);
    }
  }
  return A;
}

/** ECMA-262 23.1.3.9 Array.prototype.find(predicate, thisArg). */
function ArrayPrototype_find(predicate, thisArg) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (!$IsCallable(predicate)) ThrowNotCallable(predicate);
  for (let k = 0; k < len; k++) {
    const v = O[k];
    if ($Call(predicate, thisArg, v, k, O)) return v;
  }
}

/** ECMA-262 23.1.3.10 Array.prototype.findIndex(predicate, thisArg). */
function ArrayPrototype_findIndex(predicate, thisArg) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (!$IsCallable(predicate)) ThrowNotCallable(predicate);
  for (let k = 0; k < len; k++) {
    if ($Call(predicate, thisArg, O[k], k, O)) return k;
  }
  return -1;
}

/** ECMA-262 23.1.3.11 Array.prototype.findLast(predicate, thisArg). */
function ArrayPrototype_findLast(predicate, thisArg) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (!$IsCallable(predicate)) ThrowNotCallable(predicate);
  for (let k = len - 1; k >= 0; k--) {
    const v = O[k];
    if ($Call(predicate, thisArg, v, k, O)) return v;
  }
}

/** ECMA-262 23.1.3.12 Array.prototype.findLastIndex(predicate, thisArg). */
function ArrayPrototype_findLastIndex(predicate, thisArg) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (!$IsCallable(predicate)) ThrowNotCallable(predicate);
  for (let k = len - 1; k >= 0; k--) {
    if ($Call(predicate, thisArg, O[k], k, O)) return k;
  }
  return -1;
}

/** ECMA-262 23.1.3.13.1 FlattenIntoArray. Nesting is followed with a stack of its own, so depth costs memory only. */
function FlattenIntoArray(target, plain, source, sourceLen, depth, mapper, thisArg) {
  let targetIndex = 0;
  const stack = []; // source, length, position of the levels above
  let level = 0;
  let k = 0;
  for (;;) {
    if (k >= sourceLen) {
      if (level === 0) return targetIndex;
      level--;
      depth++;
      k = stack[3 * level + 2];
      sourceLen = stack[3 * level + 1];
      source = stack[3 * level];
      continue;
    }
    let element = $Element(source, k);
    if (element === undefined) {
      if (!(k in source)) {
        k++;
        continue;
      }
      element = source[k];
    }
    if (mapper !== undefined && level === 0) element = $Call(mapper, thisArg, element, k, source);
    k++;
    if (depth > 0 && $IsArray(element)) {
      $DefineIndex(stack, 3 * level, source);
      $DefineIndex(stack, 3 * level + 1, sourceLen);
      $DefineIndex(stack, 3 * level + 2, k);
      level++;
      if (level > 65536) $ThrowRangeError("Maximum call stack size exceeded");
      depth--;
      source = element;
      sourceLen = LengthOfArrayLike(element);
      k = 0;
    } else {
      if (targetIndex >= 9007199254740991) $ThrowTypeError("Invalid array length");
      if (plain) $Push(target, element); else CreateDataPropertyOrThrow(target, targetIndex++, element);
    }
  }
}

/** ECMA-262 23.1.3.13 Array.prototype.flat(depth). */
function ArrayPrototype_flat(depth) {
  const O = $ToObject(this);
  const sourceLen = LengthOfArrayLike(O);
  let depthNum = 1;
  if (depth !== undefined) {
    depthNum = $ToIntegerOrInfinity(depth);
    if (depthNum < 0) depthNum = 0;
  }
  const plain = $PlainSpecies(O); // then nobody else has A
  const A = plain ? [] : ArraySpeciesCreate(O, 0);
  FlattenIntoArray(A, plain, O, sourceLen, depthNum, undefined, undefined);
  return A;
}

/** ECMA-262 23.1.3.14 Array.prototype.flatMap(mapper, thisArg). */
function ArrayPrototype_flatMap(mapper, thisArg) {
  const O = $ToObject(this);
  const sourceLen = LengthOfArrayLike(O);
  if (!$IsCallable(mapper)) ThrowNotCallable(mapper);
  const plain = $PlainSpecies(O); // then nobody else has A
  const A = plain ? [] : ArraySpeciesCreate(O, 0);
  FlattenIntoArray(A, plain, O, sourceLen, 1, mapper, thisArg);
  return A;
}

/** ECMA-262 23.1.3.15 Array.prototype.forEach(callback, thisArg). */
function ArrayPrototype_forEach(callback, thisArg) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  for (let k = 0; k < len; k++) {
    let v = $Element(O, k);
    if (v === undefined) {
      if (!(k in O)) continue;
      v = O[k];
    }
    $Call(callback, thisArg, v, k, O);
  }
}

/** ECMA-262 23.1.3.16 Array.prototype.includes(searchElement, fromIndex). */
function ArrayPrototype_includes(searchElement, fromIndex) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (len === 0) return false;
  for (let k = RelativeIndex(fromIndex, len); k < len; k++) {
    if ($SameValueZero(O[k], searchElement)) return true;
  }
  return false;
}

/** ECMA-262 23.1.3.17 Array.prototype.indexOf(searchElement, fromIndex). */
function ArrayPrototype_indexOf(searchElement, fromIndex) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (len === 0) return -1;
  for (let k = RelativeIndex(fromIndex, len); k < len; k++) {
    if (k in O && O[k] === searchElement) return k;
  }
  return -1;
}

/** ECMA-262 23.1.3.18 Array.prototype.join(separator). */
function ArrayPrototype_join(separator) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  const sep = separator === undefined ? "," : $ToString(separator);
  let R = "";
  for (let k = 0; k < len; k++) {
    if (k > 0) R = R + sep;
    const element = O[k];
    if (element !== undefined && element !== null) R = R + $ToString(element);
  }
  return R;
}

/** ECMA-262 23.1.3.20 Array.prototype.lastIndexOf(searchElement [, fromIndex]). */
function ArrayPrototype_lastIndexOf(searchElement, ...rest) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (len === 0) return -1;
  const n = rest.length > 0 ? $ToIntegerOrInfinity(rest[0]) : len - 1;
  for (let k = n >= 0 ? (n < len - 1 ? n : len - 1) : len + n; k >= 0; k--) {
    if (k in O && O[k] === searchElement) return k;
  }
  return -1;
}

/** ECMA-262 23.1.3.21 Array.prototype.map(callback, thisArg). */
function ArrayPrototype_map(callback, thisArg) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  const plain = $PlainSpecies(O); // then nobody else has A
  const A = plain ? $ArrayCreate(len, $$ArrayPrototype) : ArraySpeciesCreate(O, len);
  for (let k = 0; k < len; k++) {
    let v = $Element(O, k);
    if (v === undefined) {
      if (!(k in O)) continue;
      v = O[k];
    }
    v = $Call(callback, thisArg, v, k, O);
    if (plain) $DefineIndex(A, k, v); else CreateDataPropertyOrThrow(A, k, v);
  }
  return A;
}

/** ECMA-262 23.1.3.24 Array.prototype.reduce(callback [, initialValue]). */
function ArrayPrototype_reduce(callback, ...rest) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  let k = 0;
  let accumulator;
  if (rest.length > 0) {
    accumulator = rest[0];
  } else {
    while (k < len && !(k in O)) k++;
    if (k >= len) $ThrowTypeError("Reduce of empty array with no initial value");
    accumulator = O[k++];
  }
  for (; k < len; k++) {
    let v = $Element(O, k);
    if (v === undefined) {
      if (!(k in O)) continue;
      v = O[k];
    }
    accumulator = $Call(callback, undefined, accumulator, v, k, O);
  }
  return accumulator;
}

/** ECMA-262 23.1.3.25 Array.prototype.reduceRight(callback [, initialValue]). */
function ArrayPrototype_reduceRight(callback, ...rest) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  let k = len - 1;
  let accumulator;
  if (rest.length > 0) {
    accumulator = rest[0];
  } else {
    while (k >= 0 && !(k in O)) k--;
    if (k < 0) $ThrowTypeError("Reduce of empty array with no initial value");
    accumulator = O[k--];
  }
  for (; k >= 0; k--) {
    let v = $Element(O, k);
    if (v === undefined) {
      if (!(k in O)) continue;
      v = O[k];
    }
    accumulator = $Call(callback, undefined, accumulator, v, k, O);
  }
  return accumulator;
}

/** ECMA-262 23.1.3.28 Array.prototype.slice(start, end). */
function ArrayPrototype_slice(start, end) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  let k = RelativeIndex(start, len);
  const final = end === undefined ? len : RelativeIndex(end, len);
  const A = ArraySpeciesCreate(O, final > k ? final - k : 0);
  let n = 0;
  for (; k < final; k++, n++) {
    let v = $Element(O, k);
    if (v === undefined) {
      if (!(k in O)) continue;
      v = O[k];
    }
    CreateDataPropertyOrThrow(A, n, v);
  }
  A.length = n;
  return A;
}

/** ECMA-262 23.1.3.29 Array.prototype.some(callback, thisArg). */
function ArrayPrototype_some(callback, thisArg) {
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  for (let k = 0; k < len; k++) {
    let v = $Element(O, k);
    if (v === undefined) {
      if (!(k in O)) continue;
      v = O[k];
    }
    if ($Call(callback, thisArg, v, k, O)) return true;
  }
  return false;
}

/** ECMA-262 23.1.3.32 Array.prototype.toLocaleString(): elements joined by a comma, each by its own toLocaleString. */
function ArrayPrototype_toLocaleString() {
  const array = $ToObject(this);
  const len = LengthOfArrayLike(array);
  let R = "";
  for (let k = 0; k < len; k++) {
    if (k > 0) R = R + ",";
    const element = array[k];
    if (element !== undefined && element !== null) R = R + $ToString(element.toLocaleString());
  }
  return R;
}

/** ECMA-262 23.1.3.36 Array.prototype.toString(). */
function ArrayPrototype_toString() {
  const array = $ToObject(this);
  const func = array.join;
  if (!$IsCallable(func)) return $Call(ObjectPrototype_toString, array);
  return $Call(func, array);
}
