package jit

import "firn/ir/ssa"

// Intrinsics are the leaves that native code does itself, by number; number tells
// that of a leaf by its name in runtime/builtin.
func Intrinsics(number func(name string) (uint32, bool)) map[uint32]ssa.Intrinsic {
	m := map[uint32]ssa.Intrinsic{}
	for name, k := range intrinsicNames {
		if n, ok := number(name); ok {
			m[n] = k
		}
	}
	return m
}

var intrinsicNames = map[string]ssa.Intrinsic{
	"Math_floor": ssa.MathFloor, "Math_ceil": ssa.MathCeil, "Math_trunc": ssa.MathTrunc, "Math_sqrt": ssa.MathSqrt,
	"Math_abs": ssa.MathAbs, "Math_min": ssa.MathMin, "Math_max": ssa.MathMax, "Math_imul": ssa.MathImul, "Math_pow": ssa.MathPow, "Math_fround": ssa.MathFround,
	"Math_acos": ssa.MathAcos, "Math_acosh": ssa.MathAcosh, "Math_asin": ssa.MathAsin, "Math_asinh": ssa.MathAsinh,
	"Math_atan": ssa.MathAtan, "Math_atanh": ssa.MathAtanh, "Math_cbrt": ssa.MathCbrt, "Math_cos": ssa.MathCos, "Math_cosh": ssa.MathCosh,
	"Math_exp": ssa.MathExp, "Math_expm1": ssa.MathExpm1, "Math_f16round": ssa.MathF16round, "Math_log": ssa.MathLog, "Math_log10": ssa.MathLog10,
	"Math_log1p": ssa.MathLog1p, "Math_log2": ssa.MathLog2, "Math_sin": ssa.MathSin, "Math_sinh": ssa.MathSinh, "Math_tan": ssa.MathTan,
	"Math_tanh": ssa.MathTanh, "Math_atan2": ssa.MathAtan2, "Math_hypot": ssa.MathHypot,
	"Math_round": ssa.MathRound, "Math_sign": ssa.MathSign, "Math_clz32": ssa.MathClz32, "Array_isArray": ssa.ArrayIsArray,
	"StringPrototype_charCodeAt": ssa.StringCharCodeAt, "StringPrototype_codePointAt": ssa.StringCodePointAt, "StringPrototype_charAt": ssa.StringCharAt,
	"StringPrototype_at": ssa.StringAt, "StringPrototype_slice": ssa.StringSlice, "StringPrototype_substring": ssa.StringSubstring,
	"StringPrototype_indexOf": ssa.StringIndexOf, "StringPrototype_includes": ssa.StringIncludes,
	"StringPrototype_startsWith": ssa.StringStartsWith, "StringPrototype_endsWith": ssa.StringEndsWith, "$Substring": ssa.LeafSubstring,
	"String": ssa.StringOf, "Number": ssa.NumberOf, "Boolean": ssa.BooleanOf, "NumberPrototype_toString": ssa.NumberToString, "parseInt": ssa.ParseInt,
	"StringPrototype_trim": ssa.StringTrim, "StringPrototype_trimStart": ssa.StringTrimStart, "StringPrototype_trimEnd": ssa.StringTrimEnd,
	"StringPrototype_toUpperCase": ssa.StringUpper, "StringPrototype_toLowerCase": ssa.StringLower,
	"Number_isInteger": ssa.NumberIsInteger, "Number_isSafeInteger": ssa.NumberIsSafeInteger, "Number_isFinite": ssa.NumberIsFinite,
	"Number_isNaN": ssa.NumberIsNaN, "isFinite": ssa.NumberIsFinite, "isNaN": ssa.NumberIsNaN,
	"Object_is": ssa.ObjectIs, "Object_keys": ssa.ObjectKeys, "Object_values": ssa.ObjectValues,
	"Object_hasOwn": ssa.ObjectHasOwn, "ObjectPrototype_hasOwnProperty": ssa.HasOwnProperty,
	"String_fromCharCode": ssa.StringFromCharCode, "ArrayPrototype_push": ssa.ArrayPush, "Array": ssa.Array, "ArrayPrototype_pop": ssa.ArrayPop,
	"ArrayPrototype_shift": ssa.ArrayShift, "ArrayPrototype_slice": ssa.ArraySlice,
	"get_TypedArrayPrototype_length":     ssa.TypedArrayLength,
	"get_TypedArrayPrototype_byteLength": ssa.TypedArrayByteLength, "get_ArrayBufferPrototype_byteLength": ssa.BufferByteLength,
	"get_DataViewPrototype_byteLength": ssa.ViewByteLength,
	"DataViewPrototype_getInt8":        ssa.ViewGetInt8, "DataViewPrototype_setInt8": ssa.ViewSetInt8,
	"DataViewPrototype_getUint8": ssa.ViewGetUint8, "DataViewPrototype_setUint8": ssa.ViewSetUint8,
	"DataViewPrototype_getInt16": ssa.ViewGetInt16, "DataViewPrototype_setInt16": ssa.ViewSetInt16,
	"DataViewPrototype_getUint16": ssa.ViewGetUint16, "DataViewPrototype_setUint16": ssa.ViewSetUint16,
	"DataViewPrototype_getInt32": ssa.ViewGetInt32, "DataViewPrototype_setInt32": ssa.ViewSetInt32,
	"DataViewPrototype_getUint32": ssa.ViewGetUint32, "DataViewPrototype_setUint32": ssa.ViewSetUint32,
	"DataViewPrototype_getFloat32": ssa.ViewGetFloat32, "DataViewPrototype_setFloat32": ssa.ViewSetFloat32,
	"DataViewPrototype_getFloat64": ssa.ViewGetFloat64, "DataViewPrototype_setFloat64": ssa.ViewSetFloat64,
	"MapPrototype_get": ssa.MapGet, "MapPrototype_has": ssa.MapHas, "MapPrototype_set": ssa.MapSet, "get_MapPrototype_size": ssa.MapSize,
	"SetPrototype_has": ssa.SetHas, "SetPrototype_add": ssa.SetAdd, "get_SetPrototype_size": ssa.SetSize,
	"WeakMapPrototype_get": ssa.WeakMapGet, "WeakMapPrototype_has": ssa.WeakMapHas, "WeakMapPrototype_set": ssa.WeakMapSet,
	"WeakSetPrototype_has": ssa.WeakSetHas, "WeakSetPrototype_add": ssa.WeakSetAdd,
	"$JSONPrimitive": ssa.LeafJSONPrimitive, "$EnumerableKeys": ssa.LeafEnumerableKeys,
	"$IsArray": ssa.LeafIsArray, "$Push": ssa.LeafPush, "$DefineIndex": ssa.LeafDefineIndex,
	"$PlainSpecies": ssa.LeafPlainSpecies, "$NextJob": ssa.LeafNextJob, "$JobValue": ssa.LeafJobValue,
	"$FulfillPromise": ssa.LeafFulfillPromise, "$AddReaction": ssa.LeafAddReaction, "$NewPromise": ssa.LeafNewPromise, "$NewObject": ssa.LeafNewObject,
	"MapPrototype_delete": ssa.MapDelete, "SetPrototype_delete": ssa.SetDelete, "Map": ssa.NewMap, "Set": ssa.NewSet,
	"MapPrototype_keys": ssa.MapKeys, "MapPrototype_values": ssa.MapValues, "MapPrototype_entries": ssa.MapEntries,
	"SetPrototype_values": ssa.SetValues, "SetPrototype_entries": ssa.SetEntries, "Array_from": ssa.ArrayFrom, "ArrayBuffer_isView": ssa.BufferIsView,
	"DatePrototype_getTime": ssa.DateGetTime, "DatePrototype_valueOf": ssa.DateGetTime,
	"$MapSet": ssa.LeafMapSet, "$SetAdd": ssa.LeafSetAdd, "$SetHas": ssa.LeafSetHas, "$SetDelete": ssa.LeafSetDelete, "$TableNext": ssa.LeafTableNext,
	"$CopyElements": ssa.LeafCopyElements, "$CreateDataProperty": ssa.LeafCreateDataProperty, "$ArrayCreate": ssa.LeafArrayCreate,
	"$IsConstructor": ssa.LeafIsConstructor,
	"$Empty":         ssa.LeafEmpty, "$CopyDense": ssa.LeafCopyDense, "$BigIntAsN": ssa.LeafBigIntAsN, "$NumberToBigInt": ssa.LeafNumberToBigInt,
	"Reflect_get": ssa.ReflectGet, "Reflect_set": ssa.ReflectSet, "Reflect_has": ssa.ReflectHas, "Reflect_deleteProperty": ssa.ReflectDelete,
	"Reflect_getPrototypeOf": ssa.ReflectGetPrototypeOf, "Object_getPrototypeOf": ssa.ReflectGetPrototypeOf,
	"$GetData": ssa.LeafGetData, "$HasOwn": ssa.LeafHasOwn, "$IsFree": ssa.LeafIsFree, "$SetProperty": ssa.LeafSetProperty,
	"$DeleteProperty": ssa.LeafDelete, "$GetPrototypeOf": ssa.LeafGetPrototypeOf,
}
