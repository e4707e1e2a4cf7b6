// %TypedArray%, its constructors and functions (ECMA-262 23.2.1 to 23.2.7). Element types are numbers, as in the heap; those
// from 10 on hold BigInts.

/** ECMA-262 23.2.1.1 %TypedArray%(). */
function TypedArray() {
  "use constructor";
  $ThrowTypeError("Abstract class TypedArray not directly constructable");
}

/** ECMA-262 23.2.4.4 ValidateTypedArray(O): the length. */
function ValidateTypedArray(O, method) {
  if (!$Is(O, $KTypedArray)) $ThrowTypeError("this is not a typed array.");
  const len = $TypedArrayLength(O);
  if (len < 0) $ThrowTypeError("Cannot perform %TypedArray%.prototype." + method + " on a detached ArrayBuffer");
  return len;
}

/** ECMA-262 23.2.4.2 TypedArrayCreateFromConstructor(constructor, arguments). */
function TypedArrayCreateFromConstructor(constructor, args) {
  const newTypedArray = $Construct(constructor, args);
  if (!$Is(newTypedArray, $KTypedArray)) $ThrowTypeError("this is not a typed array.");
  const len = $TypedArrayLength(newTypedArray);
  if (len < 0) $ThrowTypeError("Cannot perform Construct on a detached ArrayBuffer");
  if (args.length === 1 && typeof args[0] === "number" && len < args[0]) $ThrowTypeError("Derived TypedArray constructor created an array which was too small");
  return newTypedArray;
}

/** ECMA-262 23.2.4.1 TypedArraySpeciesCreate(exemplar, arguments). */
function TypedArraySpeciesCreate(exemplar, args) {
  const constructor = SpeciesConstructor(exemplar, $TypedArrayConstructor(exemplar));
  const result = TypedArrayCreateFromConstructor(constructor, args);
  if ($IsBigIntArray(result) !== $IsBigIntArray(exemplar)) $ThrowTypeError("Content type of source and derived typed arrays differ");
  return result;
}

/** ECMA-262 23.2.4.3 TypedArrayCreateSameType(exemplar, length). */
function TypedArrayCreateSameType(exemplar, length) {
  return $TypedArraySame(exemplar, length);
}

/** ECMA-262 23.2.5.1 TypedArray(...args) of one element type. */
function ConstructTypedArray(newTarget, args, type, defaultProto) {
  if (newTarget === undefined) $ThrowTypeError("Constructor requires 'new'");
  const first = args[0];
  if (!$IsObject(first)) {
    const elementLength = ToIndex(first);
    return AllocateTypedArray(GetPrototypeFromConstructor(newTarget, defaultProto), type, elementLength);
  }
  const proto = GetPrototypeFromConstructor(newTarget, defaultProto);
  if ($Is(first, $KTypedArray)) {
    // 23.2.5.1.2 InitializeTypedArrayFromTypedArray
    const elementLength = $TypedArrayLength(first);
    if (elementLength < 0) $ThrowTypeError("Cannot perform Construct on a detached ArrayBuffer");
    const O = AllocateTypedArray(proto, type, elementLength);
    if ($IsBigIntArray(O) !== $IsBigIntArray(first)) $ThrowTypeError("Cannot mix BigInt and other types, use explicit conversions");
    $TypedCopy(O, 0, first, 0, elementLength);
    return O;
  }
  if ($Is(first, $KArrayBuffer)) return TypedArrayFromBuffer(proto, type, first, args[1], args[2]);
  const usingIterator = GetMethod(first, $$SymIterator);
  if (usingIterator !== undefined) {
    const values = ListFromIterator(first, usingIterator);
    const len = values.length;
    const O = AllocateTypedArray(proto, type, len);
    for (let k = $TypedFromNumbers(O, values); k < len; k++) O[k] = values[k];
    return O;
  }
  const len = LengthOfArrayLike(first);
  const O = AllocateTypedArray(proto, type, len);
  for (let k = 0; k < len; k++) O[k] = first[k];
  return O;
}

/** ECMA-262 23.2.5.1.6 AllocateTypedArrayBuffer and the object. */
function AllocateTypedArray(proto, type, length) {
  return $AllocTypedArray(proto, type, length);
}

/** ECMA-262 23.2.5.1.3 InitializeTypedArrayFromArrayBuffer. */
function TypedArrayFromBuffer(proto, type, buffer, byteOffset, length) {
  const elementSize = $ElementSize(type);
  const offset = ToIndex(byteOffset);
  if (offset % elementSize !== 0) $ThrowRangeError("start offset of typed array should be a multiple of " + elementSize);
  let newLength;
  if (length !== undefined) newLength = ToIndex(length);
  if ($Slot(buffer, 0) === undefined) $ThrowTypeError("Cannot perform Construct on a detached ArrayBuffer");
  const bufferByteLength = $Slot(buffer, 1);
  if (length === undefined) {
    if ($Slot(buffer, 2) !== undefined) {
      if (offset > bufferByteLength) $ThrowRangeError("Start offset " + offset + " is outside the bounds of the buffer");
    } else {
      if (bufferByteLength % elementSize !== 0) $ThrowRangeError("byte length of typed array should be a multiple of " + elementSize);
      if (offset > bufferByteLength) $ThrowRangeError("Start offset " + offset + " is outside the bounds of the buffer");
      newLength = (bufferByteLength - offset) / elementSize;
    }
  } else if (offset + newLength * elementSize > bufferByteLength) {
    $ThrowRangeError("Invalid typed array length: " + newLength);
  }
  return $NewTypedArray(proto, type, buffer, offset, newLength);
}

/** ECMA-262 23.2.2.1 %TypedArray%.from(source, mapper, thisArg). */
function TypedArray_from(source, mapper, thisArg) {
  const C = this;
  if (!$IsConstructor(C)) $ThrowTypeError($Display(C) + " is not a constructor");
  const mapping = mapper !== undefined;
  if (mapping && !$IsCallable(mapper)) ThrowNotCallable(mapper);
  const usingIterator = GetMethod(source, $$SymIterator);
  let arrayLike, len;
  if (usingIterator !== undefined) {
    arrayLike = ListFromIterator(source, usingIterator);
    len = arrayLike.length;
  } else {
    arrayLike = $ToObject(source);
    len = LengthOfArrayLike(arrayLike);
  }
  const target = TypedArrayCreateFromConstructor(C, [len]);
  for (let k = !mapping && usingIterator !== undefined ? $TypedFromNumbers(target, arrayLike) : 0; k < len; k++) {
    const value = arrayLike[k];
    target[k] = mapping ? $Call(mapper, thisArg, value, k) : value;
  }
  return target;
}

/** ECMA-262 23.2.2.2 %TypedArray%.of(...items). */
function TypedArray_of(...items) {
  const C = this;
  if (!$IsConstructor(C)) $ThrowTypeError($Display(C) + " is not a constructor");
  const len = items.length;
  const newObj = TypedArrayCreateFromConstructor(C, [len]);
  for (let k = 0; k < len; k++) newObj[k] = items[k];
  return newObj;
}

/** ECMA-262 23.2.2.4 get %TypedArray%[@@species]. */
function get_TypedArray_sym_species() {
  return this;
}

/** ECMA-262 23.2.5.1 Int8Array(...args). */
function Int8Array(...args) {
  "use constructor";
  return ConstructTypedArray(new.target, args, 0, $$Int8ArrayPrototype);
}

/** ECMA-262 23.2.5.1 Uint8Array(...args). */
function Uint8Array(...args) {
  "use constructor";
  return ConstructTypedArray(new.target, args, 1, $$Uint8ArrayPrototype);
}

/** ECMA-262 23.2.5.1 Uint8ClampedArray(...args). */
function Uint8ClampedArray(...args) {
  "use constructor";
  return ConstructTypedArray(new.target, args, 2, $$Uint8ClampedArrayPrototype);
}

/** ECMA-262 23.2.5.1 Int16Array(...args). */
function Int16Array(...args) {
  "use constructor";
  return ConstructTypedArray(new.target, args, 3, $$Int16ArrayPrototype);
}

/** ECMA-262 23.2.5.1 Uint16Array(...args). */
function Uint16Array(...args) {
  "use constructor";
  return ConstructTypedArray(new.target, args, 4, $$Uint16ArrayPrototype);
}

/** ECMA-262 23.2.5.1 Int32Array(...args). */
function Int32Array(...args) {
  "use constructor";
  return ConstructTypedArray(new.target, args, 5, $$Int32ArrayPrototype);
}

/** ECMA-262 23.2.5.1 Uint32Array(...args). */
function Uint32Array(...args) {
  "use constructor";
  return ConstructTypedArray(new.target, args, 6, $$Uint32ArrayPrototype);
}

/** ECMA-262 23.2.5.1 Float16Array(...args). */
function Float16Array(...args) {
  "use constructor";
  return ConstructTypedArray(new.target, args, 7, $$Float16ArrayPrototype);
}

/** ECMA-262 23.2.5.1 Float32Array(...args). */
function Float32Array(...args) {
  "use constructor";
  return ConstructTypedArray(new.target, args, 8, $$Float32ArrayPrototype);
}

/** ECMA-262 23.2.5.1 Float64Array(...args). */
function Float64Array(...args) {
  "use constructor";
  return ConstructTypedArray(new.target, args, 9, $$Float64ArrayPrototype);
}

/** ECMA-262 23.2.5.1 BigInt64Array(...args). */
function BigInt64Array(...args) {
  "use constructor";
  return ConstructTypedArray(new.target, args, 10, $$BigInt64ArrayPrototype);
}

/** ECMA-262 23.2.5.1 BigUint64Array(...args). */
function BigUint64Array(...args) {
  "use constructor";
  return ConstructTypedArray(new.target, args, 11, $$BigUint64ArrayPrototype);
}
