package ssa

import "firn/heap"

// Rules for boxing, checks and tests of boxed values, and guards.

func init() {
	for _, op := range []Op{OpCheckInt, OpUnboxInt} {
		addRules(op, rule{"unbox-int", unboxInt})
	}
	for _, op := range []Op{OpCheckNum, OpUnboxNum} {
		addRules(op, rule{"unbox-num", unboxNum})
	}
	for _, op := range []Op{OpCheckObj, OpCheckStr, OpUnboxRef} {
		addRules(op, rule{"unbox-ref", unboxRef})
	}
	for _, op := range []Op{OpCheckBool, OpUnboxBool} {
		addRules(op, rule{"unbox-bool", unboxBool})
	}
	for _, op := range []Op{OpBoxInt, OpBoxF64, OpBoxNum, OpBoxBool, OpBoxObj, OpBoxStr, OpBoxCell} {
		addRules(op, rule{"box-unbox", boxUnbox}, rule{"box-const", boxConst})
	}
	for _, op := range []Op{OpBoxF64, OpBoxNum} {
		addRules(op, rule{"box-converted", func(r *rewriter, v *Value) *Value {
			// The same number, and cheaper; no difference in JavaScript.
			if a := v.Args[0]; a.Op == OpIntToF64 {
				v.become(OpBoxInt, 0, a.Args[0])
				return v
			}
			return nil
		}})
	}

	for op, unbox := range map[Op]Op{OpCheckInt: OpUnboxInt, OpCheckNum: OpUnboxNum, OpCheckObj: OpUnboxRef, OpCheckStr: OpUnboxRef,
		OpCheckBool: OpUnboxBool} {
		addRules(op, rule{"check-known", func(r *rewriter, v *Value) *Value {
			if r.kindsOf(v.Args[0])&^checked[v.Op] == 0 {
				v.become(unbox, 0, v.Args[0])
				return v
			}
			return nil
		}})
	}
	addRules(OpUnboxNum, rule{"unbox-num-int", func(r *rewriter, v *Value) *Value {
		if r.kindsOf(v.Args[0])&^kInt == 0 {
			v.become(OpIntToF64, 0, r.new(OpUnboxInt, 0, v.Args[0]))
			return v
		}
		return nil
	}})

	for _, op := range []Op{OpHasTag, OpIsNum, OpIsNullish, OpIsBool} {
		addRules(op, rule{"test-known", testKnown})
	}
	addRules(OpTruthy, rule{"truthy-known", truthyKnown})
	addRules(OpSeqVal, rule{"seq-known", seqKnown})
	addRules(OpSeqStr, rule{"seqstr-known", seqKnown})
	addRules(OpCmpVal, rule{"cmpval-same", cmpSame}, rule{"cmpval-kinds", func(r *rewriter, v *Value) *Value {
		if r.kindsOf(v.Args[0])&r.kindsOf(v.Args[1]) == 0 {
			return r.bool(Cond(v.Aux) == Ne)
		}
		return nil
	}})
	addRules(OpCmpRef, rule{"cmpref-same", cmpSame})

	addRules(OpNotBool, rule{"not", func(r *rewriter, v *Value) *Value {
		a := v.Args[0]
		switch a.Op {
		case OpConstBool:
			return r.bool(a.Aux == 0)
		case OpNotBool:
			return a.Args[0]
		case OpCmpInt, OpCmpUint, OpCmpRef, OpCmpVal:
			return r.new(a.Op, int64(Cond(a.Aux).negate()), a.Args...)
		case OpCmpF64:
			// The others are false for NaN both ways.
			if c := Cond(a.Aux); c == Eq || c == Ne {
				return r.new(a.Op, int64(c.negate()), a.Args...)
			}
		}
		return nil
	}})
	addRules(OpConvBool, rule{"conv-const", func(r *rewriter, v *Value) *Value {
		if a := v.Args[0]; a.Op == OpConstBool {
			return r.int(int32(a.Aux))
		}
		return nil
	}})

	for _, op := range []Op{OpGuardTrue, OpGuardFalse} {
		addRules(op, rule{"guard-bool", func(r *rewriter, v *Value) *Value {
			a := v.Args[0]
			switch {
			case a.Op == OpConstBool && (a.Aux != 0) == (v.Op == OpGuardTrue):
				return dropped
			case a.Op == OpNotBool:
				op := OpGuardTrue
				if v.Op == OpGuardTrue {
					op = OpGuardFalse
				}
				v.become(op, 0, a.Args[0])
				return v
			}
			return nil
		}})
	}
	for _, op := range []Op{OpGuardRef, OpGuardVal, OpGuardInt} {
		addRules(op, rule{"guard-same", func(r *rewriter, v *Value) *Value {
			if sameBits(v.Args[0], v.Args[1]) {
				return dropped
			}
			return nil
		}})
	}
	for op, k := range map[Op]kinds{OpGuardHole: kHole, OpGuardTDZ: kTDZ} {
		addRules(op, rule{"guard-special", func(r *rewriter, v *Value) *Value {
			if r.kindsOf(v.Args[0])&k == 0 {
				return dropped
			}
			return nil
		}})
	}
}

// checked is what the result of a check has been.
var checked = [NumOps]kinds{OpCheckInt: kInt, OpCheckNum: kNum, OpCheckObj: kObject, OpCheckStr: kString, OpCheckBool: kBool}

// sameBits reports whether two values are known to be the same.
func sameBits(a, b *Value) bool {
	if a == b {
		return true
	}
	if a.Op != b.Op || a.Aux != b.Aux {
		return false
	}
	switch a.Op {
	case OpConstVal, OpConstInt, OpConstF64, OpConstBool, OpConstRef, OpPoolVal, OpPoolRef:
		return true
	}
	return false
}

func unboxInt(r *rewriter, v *Value) *Value {
	a := v.Args[0]
	switch a.Op {
	case OpBoxInt:
		return a.Args[0]
	case OpConstVal:
		if x := heap.Value(a.Aux); x.IsInt() {
			return r.int(x.Int32())
		}
	case OpBoxNum, OpBoxF64:
		if v.Op == OpCheckInt {
			v.become(OpF64ToInt, 0, a.Args[0])
			return v
		}
	}
	return nil
}

func unboxNum(r *rewriter, v *Value) *Value {
	a := v.Args[0]
	switch a.Op {
	case OpBoxInt:
		v.become(OpIntToF64, 0, a.Args[0])
		return v
	case OpBoxNum, OpBoxF64:
		return a.Args[0]
	case OpConstVal:
		if x := heap.Value(a.Aux); x.IsNumber() {
			return r.float(x.Num())
		}
	}
	return nil
}

func unboxRef(r *rewriter, v *Value) *Value {
	a := v.Args[0]
	want := r.kindsOf(a)
	switch v.Op {
	case OpCheckObj:
		want = kObject
	case OpCheckStr:
		want = kString
	}
	if r.kindsOf(a) != want {
		return nil
	}
	switch a.Op {
	case OpBoxObj, OpBoxStr, OpBoxCell:
		return a.Args[0]
	case OpConstVal:
		if x := heap.Value(a.Aux); x.IsPointer() {
			return r.new(OpConstRef, int64(x.Ref()))
		}
	}
	return nil
}

func unboxBool(r *rewriter, v *Value) *Value {
	a := v.Args[0]
	switch {
	case a.Op == OpBoxBool:
		return a.Args[0]
	case a.Op == OpConstVal && heap.Value(a.Aux).IsBool():
		return r.bool(heap.Value(a.Aux) == heap.True)
	}
	return nil
}

// boxUnbox gives the boxed value that what is boxed comes from.
func boxUnbox(r *rewriter, v *Value) *Value {
	a := v.Args[0]
	ok := false
	switch v.Op {
	case OpBoxInt:
		ok = a.Op == OpCheckInt || a.Op == OpUnboxInt
	case OpBoxF64, OpBoxNum:
		ok = a.Op == OpCheckNum || a.Op == OpUnboxNum
	case OpBoxBool:
		ok = a.Op == OpCheckBool || a.Op == OpUnboxBool
	case OpBoxObj:
		ok = a.Op == OpCheckObj || a.Op == OpUnboxRef
	case OpBoxStr:
		ok = a.Op == OpCheckStr || a.Op == OpUnboxRef
	case OpBoxCell:
		ok = a.Op == OpUnboxRef
	}
	if !ok || !r.late {
		return nil
	}
	return a.Args[0]
}

func boxConst(r *rewriter, v *Value) *Value {
	a := v.Args[0]
	var x heap.Value
	switch {
	case a.Op == OpConstInt:
		x = heap.Int(int32(a.Aux))
	case a.Op == OpConstBool:
		x = heap.Bool(a.Aux != 0)
	case a.Op == OpConstF64 && v.Op == OpBoxNum:
		x = heap.Number(a.Float())
	case a.Op == OpConstF64:
		x = heap.Double(a.Float())
	case a.Op == OpConstRef && v.Op == OpBoxObj:
		x = heap.Object(uint32(a.Aux))
	case a.Op == OpConstRef && v.Op == OpBoxStr:
		x = heap.String(uint32(a.Aux))
	case a.Op == OpConstRef && v.Op == OpBoxCell:
		x = heap.CellRef(uint32(a.Aux))
	default:
		return nil
	}
	v.become(OpConstVal, int64(x))
	return v
}

// tested is the set that a test asks for.
func tested(v *Value) kinds {
	switch v.Op {
	case OpHasTag:
		return kindsOfTag(v.Aux)
	case OpIsNum:
		return kNum
	case OpIsNullish:
		return kNullish
	case OpIsBool:
		return kBool
	}
	return 0
}

func testKnown(r *rewriter, v *Value) *Value {
	have, want := r.kindsOf(v.Args[0]), tested(v)
	switch {
	case have&^want == 0:
		return r.bool(true)
	case have&want == 0:
		return r.bool(false)
	}
	return nil
}

func truthyKnown(r *rewriter, v *Value) *Value {
	a := v.Args[0]
	switch a.Op {
	case OpBoxBool:
		return a.Args[0]
	case OpBoxInt:
		return r.new(OpCmpInt, int64(Ne), a.Args[0], r.int(0))
	case OpBoxF64, OpBoxNum:
		return r.new(OpCmpF64, int64(Gt), r.new(OpAbsF64, 0, a.Args[0]), r.float(0))
	case OpConstVal:
		switch x := heap.Value(a.Aux); {
		case x.IsNumber():
			return r.bool(x.Num() != 0 && x.Num() == x.Num())
		case x.IsBool():
			return r.bool(x == heap.True)
		}
	}
	switch k := r.kindsOf(a); {
	case k&^kBool == 0:
		v.become(OpUnboxBool, 0, a)
		return v
	case k&^kInt == 0:
		return r.new(OpCmpInt, int64(Ne), r.new(OpUnboxInt, 0, a), r.int(0))
	case k&^kNum == 0:
		return r.new(OpCmpF64, int64(Gt), r.new(OpAbsF64, 0, r.new(OpUnboxNum, 0, a)), r.float(0))
	case k&^kNullish == 0:
		return r.bool(false)
	case k&^(kObject|kSymbol) == 0:
		return r.bool(true)
	}
	return nil
}

// unboxedNum is the double that v, a number, is.
func (r *rewriter) unboxedNum(v *Value) *Value {
	switch {
	case v.Op == OpBoxF64, v.Op == OpBoxNum:
		return v.Args[0]
	case v.Op == OpBoxInt:
		return r.new(OpIntToF64, 0, v.Args[0])
	case v.Op == OpConstVal && heap.Value(v.Aux).IsNumber():
		return r.float(heap.Value(v.Aux).Num())
	}
	return r.new(OpUnboxNum, 0, v)
}

// seqKnown decides === where the kinds of the operands say how.
func seqKnown(r *rewriter, v *Value) *Value {
	a, b := v.Args[0], v.Args[1]
	ka, kb := r.kindsOf(a), r.kindsOf(b)
	switch {
	case ka&^kBits == 0 || kb&^kBits == 0:
		return r.new(OpCmpVal, int64(Eq), a, b)
	case ka&^kNum == 0 && kb&^kNum == 0:
		return r.new(OpCmpF64, int64(Eq), r.unboxedNum(a), r.unboxedNum(b))
	case ka&kb == 0 && !(ka&kNum != 0 && kb&kNum != 0):
		return r.bool(false)
	}
	return nil
}

func cmpSame(r *rewriter, v *Value) *Value {
	a, b := v.Args[0], v.Args[1]
	eq := Cond(v.Aux) == Eq
	switch {
	case sameBits(a, b):
		return r.bool(eq)
	case a.Op == b.Op && (a.Op == OpConstVal || a.Op == OpConstRef):
		return r.bool(!eq)
	}
	return nil
}
