// Array: constructor and its functions (ECMA-262 23.1.1 to 23.1.2). The prototype's methods are in array_prototype.js,
// array_change.js and array_sort.js.

/** ECMA-262 23.1.1.1 Array(...values). */
function Array(...values) {
  "use constructor";
  const proto = GetPrototypeFromConstructor(new.target, $$ArrayPrototype);
  const n = values.length;
  if (n === 1) {
    const len = values[0];
    if (typeof len === "number") {
      if (len >>> 0 !== len) $ThrowRangeError("Invalid array length");
      return $ArrayCreate(len, proto);
    }
  }
  const array = $ArrayCreate(0, proto);
  for (let k = 0; k < n; k++) $Push(array, values[k]);
  return array;
}

/** ECMA-262 10.4.2.3 ArraySpeciesCreate(originalArray, length). */
function ArraySpeciesCreate(originalArray, length) {
  if ($IsArray(originalArray)) {
    let C = originalArray.constructor;
    if ($IsObject(C)) {
      C = C[$$SymSpecies];
      if (C === null) C = undefined;
    }
    if (C !== undefined) {
      if (!$IsConstructor(C)) $ThrowTypeError("object.constructor[Symbol.species] is not a constructor");
      return $Construct(C, [length]);
    }
  }
  return $ArrayCreate(length, $$ArrayPrototype);
}

/** ECMA-262 23.1.2.1 Array.from(items, mapper, thisArg). */
function Array_from(items, mapper, thisArg) {
  const C = this;
  const mapping = mapper !== undefined;
  if (mapping && !$IsCallable(mapper)) ThrowNotCallable(mapper);
  // Nobody else has an ordinary array before it is returned.
  const plain = C === $$Array || !$IsConstructor(C);
  const usingIterator = GetMethod(items, $$SymIterator);
  if (usingIterator !== undefined) {
    const A = plain ? [] : $Construct(C, []);
    if (plain) {
      // Observably what the methods of built-in iterables do.
      if (!mapping) {
        const list = $ListOf(items, usingIterator);
        if (list !== undefined) return list;
      }
      const builtin = $BuiltinIterator(items, usingIterator);
      if (builtin !== undefined) {
        let k = 0;
        for (const value of builtin) $Push(A, mapping ? $Call(mapper, thisArg, value, k++) : value);
        return A;
      }
    }
    const iterator = GetIteratorFromMethod(items, usingIterator);
    const next = iterator.next;
    for (let k = 0; ; k++) {
      const result = IteratorStepResult(next, iterator);
      if (result.done) {
        A.length = k;
        return A;
      }
      let value = result.value;
      try {
        if (mapping) value = $Call(mapper, thisArg, value, k);
        if (plain) $Push(A, value); else CreateDataPropertyOrThrow(A, k, value);
      } catch (error) {
        IteratorCloseQuiet(iterator);
        throw error;
      }
    }
  }
  const arrayLike = $ToObject(items);
  const len = LengthOfArrayLike(arrayLike);
  const A = plain ? $ArrayCreate(len, $$ArrayPrototype) : $Construct(C, [len]);
  for (let k = 0; k < len; k++) {
    let value = arrayLike[k];
    if (mapping) value = $Call(mapper, thisArg, value, k);
    if (plain) $DefineIndex(A, k, value); else CreateDataPropertyOrThrow(A, k, value);
  }
  A.length = len;
  return A;
}

/** ECMA-262 23.1.2.3 Array.of(...items). */
function Array_of(...items) {
  const len = items.length;
  const C = this;
  const A = $IsConstructor(C) ? $Construct(C, [len]) : $ArrayCreate(len, $$ArrayPrototype);
  for (let k = 0; k < len; k++) CreateDataPropertyOrThrow(A, k, items[k]);
  A.length = len;
  return A;
}

/** ECMA-262 23.1.2.5 get Array[@@species]. */
function get_Array_sym_species() {
  return this;
}

/** Array.fromAsync(asyncItems, mapper, thisArg), from ECMA-262 2026 (23.1.2.2). */
async function Array_fromAsync(asyncItems, mapper, thisArg) {
  const C = this;
  const mapping = mapper !== undefined;
  if (mapping && !$IsCallable(mapper)) ThrowNotCallable(mapper);
  const usingAsyncIterator = GetMethod(asyncItems, $$SymAsyncIterator);
  const usingSyncIterator = usingAsyncIterator === undefined ? GetMethod(asyncItems, $$SymIterator) : undefined;
  if (usingAsyncIterator !== undefined || usingSyncIterator !== undefined) {
    const A = $IsConstructor(C) ? $Construct(C, []) : [];
    // The method has been read already, so the loop gets it from an object of ours.
    const iterable = usingAsyncIterator !== undefined
      ? { __proto__: null, [$$SymAsyncIterator]: () => $Call(usingAsyncIterator, asyncItems) }
      : { __proto__: null, [$$SymAsyncIterator]: undefined, [$$SymIterator]: () => $Call(usingSyncIterator, asyncItems) };
    let k = 0;
    for await (const value of iterable) {
      CreateDataPropertyOrThrow(A, k, mapping ? await $Call(mapper, thisArg, value, k) : value);
      k++;
    }
    A.length = k;
    return A;
  }
  const arrayLike = $ToObject(asyncItems);
  const len = LengthOfArrayLike(arrayLike);
  const A = $IsConstructor(C) ? $Construct(C, [len]) : $ArrayCreate(len, $$ArrayPrototype);
  for (let k = 0; k < len; k++) {
    const value = await arrayLike[k];
    CreateDataPropertyOrThrow(A, k, mapping ? await $Call(mapper, thisArg, value, k) : value);
  }
  A.length = len;
  return A;
}
