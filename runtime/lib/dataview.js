// DataView.prototype's getters and setters of elements (ECMA-262 25.3.4). Their leaves answer when nothing needs coercion.
// The numbers are element types, as in the heap.

/** ECMA-262 25.3.1.5 GetViewValue(view, requestIndex, isLittleEndian, type). */
function GetViewValue(view, requestIndex, isLittleEndian, type) {
  if (!$Is(view, $KDataView)) ThrowIncompatible("DataView.prototype.get", view);
  return $DataViewGet(view, ToIndex(requestIndex), !!isLittleEndian, type);
}

/** ECMA-262 25.3.1.6 SetViewValue(view, requestIndex, isLittleEndian, type, value). */
function SetViewValue(view, requestIndex, isLittleEndian, type, value) {
  if (!$Is(view, $KDataView)) ThrowIncompatible("DataView.prototype.set", view);
  const getIndex = ToIndex(requestIndex);
  const numberValue = type >= 10 ? ToBigInt(value) : $ToNumber(value);
  return $DataViewSet(view, getIndex, numberValue, !!isLittleEndian, type);
}

/** ECMA-262 25.3.4 DataView.prototype.getInt8(byteOffset, littleEndian). */
function DataViewPrototype_getInt8(byteOffset, littleEndian) {
  return GetViewValue(this, byteOffset, littleEndian, 0);
}

/** ECMA-262 25.3.4 DataView.prototype.setInt8(byteOffset, value, littleEndian). */
function DataViewPrototype_setInt8(byteOffset, value, littleEndian) {
  return SetViewValue(this, byteOffset, littleEndian, 0, value);
}

/** ECMA-262 25.3.4 DataView.prototype.getUint8(byteOffset, littleEndian). */
function DataViewPrototype_getUint8(byteOffset, littleEndian) {
  return GetViewValue(this, byteOffset, littleEndian, 1);
}

/** ECMA-262 25.3.4 DataView.prototype.setUint8(byteOffset, value, littleEndian). */
function DataViewPrototype_setUint8(byteOffset, value, littleEndian) {
  return SetViewValue(this, byteOffset, littleEndian, 1, value);
}

/** ECMA-262 25.3.4 DataView.prototype.getInt16(byteOffset, littleEndian). */
function DataViewPrototype_getInt16(byteOffset, littleEndian) {
  return GetViewValue(this, byteOffset, littleEndian, 3);
}

/** ECMA-262 25.3.4 DataView.prototype.setInt16(byteOffset, value, littleEndian). */
function DataViewPrototype_setInt16(byteOffset, value, littleEndian) {
  return SetViewValue(this, byteOffset, littleEndian, 3, value);
}

/** ECMA-262 25.3.4 DataView.prototype.getUint16(byteOffset, littleEndian). */
function DataViewPrototype_getUint16(byteOffset, littleEndian) {
  return GetViewValue(this, byteOffset, littleEndian, 4);
}

/** ECMA-262 25.3.4 DataView.prototype.setUint16(byteOffset, value, littleEndian). */
function DataViewPrototype_setUint16(byteOffset, value, littleEndian) {
  return SetViewValue(this, byteOffset, littleEndian, 4, value);
}

/** ECMA-262 25.3.4 DataView.prototype.getInt32(byteOffset, littleEndian). */
function DataViewPrototype_getInt32(byteOffset, littleEndian) {
  return GetViewValue(this, byteOffset, littleEndian, 5);
}

/** ECMA-262 25.3.4 DataView.prototype.setInt32(byteOffset, value, littleEndian). */
function DataViewPrototype_setInt32(byteOffset, value, littleEndian) {
  return SetViewValue(this, byteOffset, littleEndian, 5, value);
}

/** ECMA-262 25.3.4 DataView.prototype.getUint32(byteOffset, littleEndian). */
function DataViewPrototype_getUint32(byteOffset, littleEndian) {
  return GetViewValue(this, byteOffset, littleEndian, 6);
}

/** ECMA-262 25.3.4 DataView.prototype.setUint32(byteOffset, value, littleEndian). */
function DataViewPrototype_setUint32(byteOffset, value, littleEndian) {
  return SetViewValue(this, byteOffset, littleEndian, 6, value);
}

/** ECMA-262 25.3.4 DataView.prototype.getFloat16(byteOffset, littleEndian). */
function DataViewPrototype_getFloat16(byteOffset, littleEndian) {
  return GetViewValue(this, byteOffset, littleEndian, 7);
}

/** ECMA-262 25.3.4 DataView.prototype.setFloat16(byteOffset, value, littleEndian). */
function DataViewPrototype_setFloat16(byteOffset, value, littleEndian) {
  return SetViewValue(this, byteOffset, littleEndian, 7, value);
}

/** ECMA-262 25.3.4 DataView.prototype.getFloat32(byteOffset, littleEndian). */
function DataViewPrototype_getFloat32(byteOffset, littleEndian) {
  return GetViewValue(this, byteOffset, littleEndian, 8);
}

/** ECMA-262 25.3.4 DataView.prototype.setFloat32(byteOffset, value, littleEndian). */
function DataViewPrototype_setFloat32(byteOffset, value, littleEndian) {
  return SetViewValue(this, byteOffset, littleEndian, 8, value);
}

/** ECMA-262 25.3.4 DataView.prototype.getFloat64(byteOffset, littleEndian). */
function DataViewPrototype_getFloat64(byteOffset, littleEndian) {
  return GetViewValue(this, byteOffset, littleEndian, 9);
}

/** ECMA-262 25.3.4 DataView.prototype.setFloat64(byteOffset, value, littleEndian). */
function DataViewPrototype_setFloat64(byteOffset, value, littleEndian) {
  return SetViewValue(this, byteOffset, littleEndian, 9, value);
}

/** ECMA-262 25.3.4 DataView.prototype.getBigInt64(byteOffset, littleEndian). */
function DataViewPrototype_getBigInt64(byteOffset, littleEndian) {
  return GetViewValue(this, byteOffset, littleEndian, 10);
}

/** ECMA-262 25.3.4 DataView.prototype.setBigInt64(byteOffset, value, littleEndian). */
function DataViewPrototype_setBigInt64(byteOffset, value, littleEndian) {
  return SetViewValue(this, byteOffset, littleEndian, 10, value);
}

/** ECMA-262 25.3.4 DataView.prototype.getBigUint64(byteOffset, littleEndian). */
function DataViewPrototype_getBigUint64(byteOffset, littleEndian) {
  return GetViewValue(this, byteOffset, littleEndian, 11);
}

/** ECMA-262 25.3.4 DataView.prototype.setBigUint64(byteOffset, value, littleEndian). */
function DataViewPrototype_setBigUint64(byteOffset, value, littleEndian) {
  return SetViewValue(this, byteOffset, littleEndian, 11, value);
}
