package runtime

import (
	"firn/ir/ssa"
	"firn/runtime/builtin"
)

// NativeLeaves are the leaves that native code does itself, by number.
func NativeLeaves() map[uint32]ssa.Intrinsic {
	return map[uint32]ssa.Intrinsic{
		builtin.LMath_floor:                     ssa.MathFloor,
		builtin.LMath_ceil:                      ssa.MathCeil,
		builtin.LMath_trunc:                     ssa.MathTrunc,
		builtin.LMath_sqrt:                      ssa.MathSqrt,
		builtin.LMath_abs:                       ssa.MathAbs,
		builtin.LMath_min:                       ssa.MathMin,
		builtin.LMath_max:                       ssa.MathMax,
		builtin.LMath_imul:                      ssa.MathImul,
		builtin.LMath_fround:                    ssa.MathFround,
		builtin.LStringPrototype_charCodeAt:     ssa.StringCharCodeAt,
		builtin.LArrayPrototype_push:            ssa.ArrayPush,
		builtin.Lget_TypedArrayPrototype_length: ssa.TypedArrayLength,
		builtin.LDo_IsArray:                     ssa.LeafIsArray,
		builtin.LDo_Push:                        ssa.LeafPush,
		builtin.LDo_DefineIndex:                 ssa.LeafDefineIndex,
	}
}
