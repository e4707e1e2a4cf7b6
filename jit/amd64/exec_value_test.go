//go:build linux && amd64 && !firn_nojit

package amd64_test

import (
	"math"
	"testing"

	"firn/heap"
	"firn/ir/ssa"
)

// allValues are values of every kind: tests of strings and BigInts read their cells.
func allValues(h *heap.Heap) []heap.Value {
	list := append(floatValues(), intValues()[:12]...)
	list = append(list, heap.Undefined, heap.Null, heap.False, heap.True, heap.Hole, heap.TDZ, heap.Empty)
	atom := func(s string) heap.Value { return heap.String(h.InternStr(s)) }
	list = append(list, atom(""), atom("a"), atom("other"))
	obj := h.AllocZero(heap.KObject, 48)
	list = append(list, heap.Object(obj), heap.Object(h.AllocZero(heap.KArray, 48)))
	str := h.AllocZero(heap.KStr1, 24)
	h.SetU32(str+heap.OffLength, 3)
	list = append(list, heap.String(str))
	list = append(list, heap.BigInt(h.AllocZero(heap.KBigInt, 24)), heap.BigInt(h.AllocZero(heap.KBigInt, 24)),
		heap.Symbol(h.AllocZero(heap.KSymbol, 24)), heap.CellRef(obj))
	return list
}

// truthy is ToBoolean, as the operation does it.
func truthy(h *heap.Heap, v heap.Value) heap.Value {
	switch {
	case v.IsInt():
		return heap.Bool(v.Int32() != 0)
	case v.IsDouble():
		return heap.Bool(v.Float() == v.Float() && v.Float() != 0)
	case v.IsString():
		return heap.Bool(h.U32(v.Ref()+heap.OffLength) != 0)
	case v.IsBigInt():
		return leaves
	}
	return heap.Bool(v == heap.True || v.IsPointer())
}

// strictly is ===, as the operation does it.
func strictly(h *heap.Heap, a, b heap.Value) heap.Value {
	switch {
	case a.IsNumber() && b.IsNumber():
		return heap.Bool(a.Num() == b.Num())
	case a == b:
		return heap.True
	case a.IsString() && b.IsString():
		if h.Flags(a.Ref())&h.Flags(b.Ref())&heap.FAtom == 0 {
			return leaves
		}
	case a.IsBigInt() && b.IsBigInt():
		return leaves
	}
	return heap.False
}

// uses are the ways in which a boolean is used.
var uses = []string{"value", "if", "if-not", "guard", "guard-not", "value-not"}

// use ends g with a boolean used in that way; both sides of a branch go on in a phi.
func use(g *graph, how string, v *ssa.Value) *ssa.Func {
	yes, no := g.konst(heap.True, ssa.Bool), g.konst(heap.False, ssa.Bool)
	switch how {
	case "value-not":
		return g.ret(g.op(ssa.OpNotBool, g.op(ssa.OpNotBool, v)))
	case "guard":
		g.op(ssa.OpGuardTrue, v)
		return g.ret(yes)
	case "guard-not":
		g.op(ssa.OpGuardFalse, v)
		return g.ret(no)
	case "if-not":
		v = g.op(ssa.OpNotBool, v)
		yes, no = no, yes
		fallthrough
	case "if":
		b := g.b
		b.Kind, b.Control = ssa.If, v
		t, f, join := g.NewBlock(ssa.Jump), g.NewBlock(ssa.Jump), g.NewBlock(ssa.Ret)
		b.Connect(t)
		b.Connect(f)
		t.Connect(join)
		f.Connect(join)
		p := g.Add(join, ssa.OpPhi, yes, no)
		p.Type = ssa.Bool
		g.b = join
		return g.ret(p)
	}
	return g.ret(v)
}

// result is what use gives for a test whose answer is want.
func result(how string, want heap.Value) heap.Value {
	if how == "guard" && want == heap.False || how == "guard-not" && want == heap.True {
		return leaves
	}
	return want
}

// TestTests runs operations that answer a boolean, in every use.
func TestTests(t *testing.T) {
	r := newRunner(t)
	all := allValues(r.h)
	tag := func(n uint64) oracle {
		return func(a, _ heap.Value) heap.Value { return heap.Bool(uint64(a)>>48 == n) }
	}
	tests := []opTest{
		{ssa.OpHasTag, heap.TagInt, tag(heap.TagInt)},
		{ssa.OpHasTag, heap.TagObject, tag(heap.TagObject)},
		{ssa.OpHasTag, heap.TagSpecial, tag(heap.TagSpecial)},
		{ssa.OpHasTag, heap.TagCell, tag(heap.TagCell)},
		{ssa.OpIsNum, 0, func(a, _ heap.Value) heap.Value { return heap.Bool(a.IsNumber()) }},
		{ssa.OpIsNullish, 0, func(a, _ heap.Value) heap.Value { return heap.Bool(a.IsNullish()) }},
		{ssa.OpIsBool, 0, func(a, _ heap.Value) heap.Value { return heap.Bool(a.IsBool()) }},
		{ssa.OpCmpVal, int64(ssa.Eq), func(a, b heap.Value) heap.Value { return heap.Bool(a == b) }},
		{ssa.OpCmpVal, int64(ssa.Ne), func(a, b heap.Value) heap.Value { return heap.Bool(a != b) }},
		{ssa.OpTruthy, 0, func(a, _ heap.Value) heap.Value { return truthy(r.h, a) }},
		{ssa.OpSeqVal, 0, func(a, b heap.Value) heap.Value { return strictly(r.h, a, b) }},
	}
	for _, test := range tests {
		for _, how := range uses {
			build := func(konst int, k heap.Value) *ssa.Func {
				g, params := newGraph(2)
				params = params[:len(test.op.Info().Args)]
				// One use of the slot in a register, or folded into the test.
				if konst >= 0 {
					params[konst] = g.konst(k, ssa.Val)
				}
				return use(g, how, g.aux(test.op, test.aux, params...))
			}
			check := func(a, b heap.Value) {
				got, exit := r.run(a, b)
				if exit != nil {
					got = leaves
				}
				if want := result(how, test.want(a, b)); got != want {
					t.Fatalf("%v {%#x} of %s and %s, as %s: %s, want %s", test.op, test.aux, show(a), show(b), how, show(got), show(want))
				}
			}
			second := all
			if len(test.op.Info().Args) == 1 {
				second = all[:1]
			}
			r.compile(build(-1, 0))
			for _, a := range all {
				for _, b := range second {
					check(a, b)
				}
			}
			for _, b := range all {
				r.compile(build(len(test.op.Info().Args)-1, b))
				for _, a := range all {
					if len(second) == 1 {
						a = b
					}
					check(a, b)
				}
			}
		}
	}
}

// TestFoldedTests has values that are in memory and used once.
func TestFoldedTests(t *testing.T) {
	r := newRunner(t)
	all := allValues(r.h)
	for _, test := range []struct {
		op   ssa.Op
		aux  int64
		want func(heap.Value) bool
	}{
		{ssa.OpHasTag, heap.TagString, heap.Value.IsString},
		{ssa.OpIsNum, 0, heap.Value.IsNumber},
		{ssa.OpIsNullish, 0, heap.Value.IsNullish},
		{ssa.OpIsBool, 0, heap.Value.IsBool},
	} {
		g, _ := newGraph(1)
		g.state.Regs[1] = nil
		g.b.Values = g.b.Values[:1]
		r.compile(g.ret(g.aux(test.op, test.aux, g.aux(ssa.OpLoadSlot, 1))))
		for _, v := range all {
			if got, _ := r.run(v); got != heap.Bool(test.want(v)) {
				t.Errorf("%v of %s: %s", test.op, show(v), show(got))
			}
		}
	}
}

// TestChecks runs the guards of a value, with the value in a register, or in memory
// and used once.
func TestChecks(t *testing.T) {
	r := newRunner(t)
	all := allValues(r.h)
	keep := func(ok func(heap.Value) bool) func(heap.Value) heap.Value {
		return func(v heap.Value) heap.Value {
			if ok(v) {
				return v
			}
			return leaves
		}
	}
	for _, test := range []struct {
		op   ssa.Op
		box  ssa.Op
		want func(heap.Value) heap.Value
	}{
		{ssa.OpCheckInt, ssa.OpBoxInt, keep(heap.Value.IsInt)},
		{ssa.OpCheckNum, ssa.OpBoxF64, func(v heap.Value) heap.Value {
			if !v.IsNumber() {
				return leaves
			}
			return heap.Double(v.Num())
		}},
		{ssa.OpCheckObj, ssa.OpBoxObj, keep(heap.Value.IsObject)},
		{ssa.OpCheckStr, ssa.OpBoxStr, keep(heap.Value.IsString)},
		{ssa.OpCheckBool, ssa.OpBoxBool, keep(heap.Value.IsBool)},
		{ssa.OpGuardHole, ssa.OpInvalid, keep(func(v heap.Value) bool { return v != heap.Hole })},
		{ssa.OpGuardTDZ, ssa.OpInvalid, keep(func(v heap.Value) bool { return v != heap.TDZ })},
	} {
		for _, folded := range []bool{false, true} {
			g, params := newGraph(1)
			v := params[0]
			if folded {
				g.state.Regs[1] = nil
			}
			c := g.op(test.op, v)
			switch {
			case test.box != ssa.OpInvalid:
				c = g.op(test.box, c)
			case folded:
				c = g.aux(ssa.OpLoadSlot, 1)
			default:
				c = v
			}
			r.compile(g.ret(c))
			for _, v := range all {
				got, exit := r.run(v)
				if exit != nil {
					got = leaves
				}
				if want := test.want(v); got != want {
					t.Errorf("%v of %s, folded %v: %s, want %s", test.op, show(v), folded, show(got), show(want))
				}
			}
		}
	}
}

// TestUnboxes runs the operations for values of a known type.
func TestUnboxes(t *testing.T) {
	r := newRunner(t)
	for _, test := range []struct {
		op   ssa.Op
		args []heap.Value
		want func(heap.Value) heap.Value
	}{
		{ssa.OpUnboxInt, intValues(), func(v heap.Value) heap.Value { return v }},
		{ssa.OpUnboxNum, append(floatValues(), intValues()...), func(v heap.Value) heap.Value { return heap.Double(v.Num()) }},
		{ssa.OpUnboxBool, []heap.Value{heap.True, heap.False}, func(v heap.Value) heap.Value { return v }},
		{ssa.OpUnboxRef, []heap.Value{heap.Object(8), heap.String(1 << 31), heap.Symbol(0xFFFF0000)},
			func(v heap.Value) heap.Value { return heap.Object(v.Ref()) }},
	} {
		for _, folded := range []bool{false, true} {
			g, params := newGraph(1)
			v := params[0]
			u := g.op(test.op, v)
			if !folded {
				g.aux(ssa.OpStoreSlot, 5, v)
			}
			r.compile(g.ret(u))
			for _, v := range test.args {
				if got, _ := r.run(v); got != test.want(v) {
					t.Errorf("%v of %s, folded %v: %s", test.op, show(v), folded, show(got))
				}
			}
		}
	}
}

// TestConstants returns constants of every width, with different keys.
func TestConstants(t *testing.T) {
	r := newRunner(t)
	var list []uint64
	for _, f := range floats {
		list = append(list, math.Float64bits(f))
	}
	for _, i := range ints {
		list = append(list, uint64(heap.Int(i)))
	}
	list = append(list, uint64(heap.Undefined), uint64(heap.True), uint64(heap.Object(12345)), 1, 0xFFFF, 0x12345678)
	for _, bits := range list {
		for _, key := range []uint64{0, 1, ^uint64(0)} {
			r.cfg.Key = key
			g, _ := newGraph(1)
			v := g.konst(heap.Value(bits), ssa.Val)
			g.aux(ssa.OpStoreSlot, 3, v)
			r.compile(g.ret(v))
			if got, _ := r.run(); uint64(got) != bits || uint64(r.h.Val(r.frame+24)) != bits {
				t.Errorf("%#x: returned %#x, stored %#x", bits, uint64(got), uint64(r.h.Val(r.frame+24)))
			}
			g, _ = newGraph(1)
			f := g.aux(ssa.OpConstF64, int64(bits))
			r.compile(g.ret(f))
			if got, _ := r.run(); uint64(got) != bits {
				t.Errorf("as a double %#x: %#x", bits, uint64(got))
			}
		}
	}
}
