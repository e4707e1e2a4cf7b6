// ArrayBuffer and DataView (ECMA-262 25.1, 25.3).

/** ECMA-262 25.1.4.1 ArrayBuffer(length, options). */
function ArrayBuffer(length, options) {
  "use constructor";
  if (new.target === undefined) $ThrowTypeError("Constructor ArrayBuffer requires 'new'");
  const byteLength = ToIndex(length);
  let maxByteLength;
  if ($IsObject(options)) {
    // 25.1.3.7 GetArrayBufferMaxByteLengthOption
    maxByteLength = options.maxByteLength;
    if (maxByteLength !== undefined) maxByteLength = ToIndex(maxByteLength);
  }
  if (maxByteLength !== undefined && byteLength > maxByteLength) $ThrowRangeError("Invalid array buffer max length");
  const proto = GetPrototypeFromConstructor(new.target, $$ArrayBufferPrototype);
  return $NewArrayBuffer(proto, byteLength, maxByteLength);
}

/** ECMA-262 25.1.5.3 get ArrayBuffer[@@species]. */
function get_ArrayBuffer_sym_species() {
  return this;
}

/** ECMA-262 25.1.6.6 ArrayBuffer.prototype.resize(newLength). */
function ArrayBufferPrototype_resize(newLength) {
  const O = this;
  if (!$Is(O, $KArrayBuffer) || $Slot(O, 2) === undefined) ThrowIncompatible("ArrayBuffer.prototype.resize", O);
  const newByteLength = ToIndex(newLength);
  if ($Slot(O, 0) === undefined) $ThrowTypeError("Cannot perform ArrayBuffer.prototype.resize on a detached ArrayBuffer");
  if (newByteLength > $Slot(O, 2)) $ThrowRangeError("ArrayBuffer.prototype.resize: Invalid length parameter");
  $ResizeBuffer(O, newByteLength);
}

/** ECMA-262 25.1.6.7 ArrayBuffer.prototype.slice(start, end). */
function ArrayBufferPrototype_slice(start, end) {
  const O = this;
  if (!$Is(O, $KArrayBuffer)) ThrowIncompatible("ArrayBuffer.prototype.slice", O);
  if ($Slot(O, 0) === undefined) $ThrowTypeError("Cannot perform ArrayBuffer.prototype.slice on a detached ArrayBuffer");
  const len = $Slot(O, 1);
  const first = RelativeIndex(start, len);
  const final = end === undefined ? len : RelativeIndex(end, len);
  const newLen = final > first ? final - first : 0;
  const ctor = SpeciesConstructor(O, $$ArrayBuffer);
  const result = $Construct(ctor, [newLen]);
  if (!$Is(result, $KArrayBuffer)) ThrowIncompatible("ArrayBuffer.prototype.slice", result);
  if ($Slot(result, 0) === undefined) $ThrowTypeError("Cannot perform ArrayBuffer.prototype.slice on a detached ArrayBuffer");
  if (result === O) $ThrowTypeError("ArrayBuffer subclass returned this from species constructor");
  if ($Slot(result, 1) < newLen) $ThrowTypeError("Species constructor returned a too small ArrayBuffer");
  if ($Slot(O, 0) === undefined) $ThrowTypeError("Cannot perform ArrayBuffer.prototype.slice on a detached ArrayBuffer");
  const currentLen = $Slot(O, 1);
  if (first < currentLen) $CopyBufferBytes(result, 0, O, first, newLen < currentLen - first ? newLen : currentLen - first);
  return result;
}

/** ECMA-262 25.1.3.11 ArrayBufferCopyAndDetach(arrayBuffer, newLength, preserveResizability). */
function ArrayBufferCopyAndDetach(O, newLength, preserve, method) {
  if (!$Is(O, $KArrayBuffer)) ThrowIncompatible(method, O);
  const newByteLength = newLength === undefined ? $Slot(O, 1) : ToIndex(newLength);
  if ($Slot(O, 0) === undefined) $ThrowTypeError("Cannot perform " + method + " on a detached ArrayBuffer");
  const max = preserve ? $Slot(O, 2) : undefined;
  if (max !== undefined && newByteLength > max) $ThrowRangeError("Invalid array buffer length");
  const result = $NewArrayBuffer($$ArrayBufferPrototype, newByteLength, max);
  const oldLength = $Slot(O, 1);
  $CopyBufferBytes(result, 0, O, 0, newByteLength < oldLength ? newByteLength : oldLength);
  $DetachBuffer(O);
  return result;
}

/** ECMA-262 25.1.6.8 ArrayBuffer.prototype.transfer(newLength). */
function ArrayBufferPrototype_transfer(newLength) {
  return ArrayBufferCopyAndDetach(this, newLength, true, "ArrayBuffer.prototype.transfer");
}

/** ECMA-262 25.1.6.9 ArrayBuffer.prototype.transferToFixedLength(newLength). */
function ArrayBufferPrototype_transferToFixedLength(newLength) {
  return ArrayBufferCopyAndDetach(this, newLength, false, "ArrayBuffer.prototype.transferToFixedLength");
}

/** ECMA-262 25.3.2.1 DataView(buffer, byteOffset, byteLength). */
function DataView(buffer, byteOffset, byteLength) {
  "use constructor";
  if (new.target === undefined) $ThrowTypeError("Constructor DataView requires 'new'");
  if (!$Is(buffer, $KArrayBuffer)) $ThrowTypeError("First argument to DataView constructor must be an ArrayBuffer");
  const offset = ToIndex(byteOffset);
  if ($Slot(buffer, 0) === undefined) $ThrowTypeError("Cannot perform DataView on a detached ArrayBuffer");
  let bufferByteLength = $Slot(buffer, 1);
  if (offset > bufferByteLength) $ThrowRangeError("Start offset " + offset + " is outside the bounds of the buffer");
  let viewByteLength;
  if (byteLength === undefined) {
    if ($Slot(buffer, 2) === undefined) viewByteLength = bufferByteLength - offset;
  } else {
    viewByteLength = ToIndex(byteLength);
    if (offset + viewByteLength > bufferByteLength) $ThrowRangeError("Invalid DataView length " + viewByteLength);
  }
  const O = OrdinaryCreateFromConstructor(new.target, $$DataViewPrototype, $KDataView);
  if ($Slot(buffer, 0) === undefined) $ThrowTypeError("Cannot perform DataView on a detached ArrayBuffer");
  bufferByteLength = $Slot(buffer, 1);
  if (offset > bufferByteLength) $ThrowRangeError("Start offset " + offset + " is outside the bounds of the buffer");
  if (byteLength !== undefined && offset + viewByteLength > bufferByteLength) $ThrowRangeError("Invalid DataView length " + viewByteLength);
  $SetSlot(O, 0, buffer);
  $SetSlot(O, 1, offset);
  $SetSlot(O, 2, viewByteLength);
  return O;
}
