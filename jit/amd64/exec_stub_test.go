//go:build linux && amd64 && !firn_nojit

package amd64_test

import (
	"fmt"
	"math/rand"
	"testing"

	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/amd64"
)

// stub compiles a function that calls a stub and returns what it answers: as an
// int, or as an object.
func (r *runner) stub(s ssa.Stub, args ...ssa.Type) {
	r.tb.Helper()
	r.link(s)
	r.caller(s, args...)
}

// caller is stub for one that is linked.
func (r *runner) caller(s ssa.Stub, args ...ssa.Type) {
	r.tb.Helper()
	g, params := newGraph(len(args))
	list := make([]*ssa.Value, len(args))
	for i, t := range args {
		list[i] = g.unbox(params[i], t)
	}
	op := ssa.OpStubInt
	if ssa.Stubs[s].Result == ssa.Ref {
		op = ssa.OpStubRef
	}
	r.compile(g.ret(g.aux(op, int64(s), list...)))
}

// link makes a stub that code calls.
func (r *runner) link(s ssa.Stub) {
	r.tb.Helper()
	code, err := amd64.Compile(s.Build(), amd64.Config{Check: true})
	if err != nil {
		r.tb.Fatal(err)
	}
	if code.FrameBytes > 96 {
		r.tb.Errorf("%v spills: %d bytes", s, code.FrameBytes)
	}
	if err := ssa.Check(s.Build()); err != nil {
		r.tb.Fatalf("%v\n%v", err, s.Build())
	}
	at, err := r.memory.Publish(code.Bytes, s.String())
	if err != nil {
		r.tb.Fatal(err)
	}
	r.stack.SetStub(int(s), at)
}

// strings makes strings of all forms, and of lengths around the limits.
func stringsOf(h *heap.Heap) []uint32 {
	h.InitStrings()
	list := []uint32{h.EmptyString(), h.Char('a'), h.Char('b'), h.Char(0x20AC)}
	add := func(s string) {
		flat := h.NewStr(s)
		list = append(list, flat)
		if n := h.StrLen(flat); n >= 16 {
			list = append(list, h.Substring(flat, 1, n))
		}
	}
	for _, n := range []int{2, 3, 7, 8, 9, 11, 12, 15, 16, 17, 22, 23, 24, 25, 40, 63, 64, 65, 200, 5000} {
		text := []byte(fmt.Sprintf("%05d", n))
		for len(text) < n {
			text = append(text, byte('a'+len(text)%23))
		}
		add(string(text[:n]))
		add(string(text[:n-1]) + "!")
		add(string(text[:n-1]) + "é")
		add(string(text[:n-1]) + "€")
		add("€" + string(text[:n-1]))
	}
	list = append(list, h.InternStr("00008abc"), h.InternStr("00008abcdefgh"), h.InternStr("other"))
	wide := h.NewStr("0000000000000000000000000000€")
	list = append(list, h.Substring(wide, 0, 20))
	for _, p := range [][2]int{{8, 12}, {20, 21}, {30, 31}} {
		rope, _ := h.Concat(list[p[0]+20], list[p[1]+20])
		list = append(list, rope)
	}
	return list
}

// TestStubStringEqual compares all pairs with heap.Equal, and what is charged.
func TestStubStringEqual(t *testing.T) {
	r := newRunner(t)
	h := r.h
	list := stringsOf(h)
	copies := make([]uint32, len(list))
	for i, s := range list {
		if h.Kind(s) == heap.KRope {
			copies[i] = s
			continue
		}
		copies[i] = h.FromView(h.View(s))
		if i%3 == 0 {
			h.Hash(copies[i])
		}
	}
	r.stub(ssa.StubStringEqual, ssa.Ref, ssa.Ref)
	defer r.equality(list, copies)
	for i, a := range list {
		for j, b := range copies {
			h.WorkDone = 0
			rope := a != b && h.StrLen(a) == h.StrLen(b) && (h.Kind(a) == heap.KRope || h.Kind(b) == heap.KRope || h.StrLen(a) >= 4096)
			got, exit := r.run(heap.Object(a), heap.Object(b))
			used := int64(1<<40) - r.stack.Fuel()
			if rope {
				if got != heap.Int(-1) && got != heap.Int(0) {
					t.Errorf("%d %d: %s for a rope or a very long string", i, j, show(got))
				}
				continue
			}
			h.WorkDone = 0
			want := heap.Int(0)
			if h.Equal(a, b) {
				want = heap.Int(1)
			}
			if got != want || exit != nil || used != int64(h.WorkDone) {
				t.Errorf("%d %d: %q === %q: %s, %d units, want %s, %d", i, j, h.GoString(a), h.GoString(b), show(got), used, show(want), h.WorkDone)
			}
		}
	}
}

// equality compares values with ===, of which the strings are those given, and
// values in registers of which the stub destroys some.
func (r *runner) equality(list, copies []uint32) {
	h, t := r.h, r.tb
	values := []heap.Value{heap.Undefined, heap.True, heap.Int(0), heap.Int(7), heap.Double(0.5), heap.CanonicalNaN, heap.Object(list[1])}
	others := values
	for i := range list {
		values, others = append(values, heap.String(list[i])), append(others, heap.String(copies[i]))
	}
	for _, how := range []string{"value", "branch"} {
		for known := int64(0); known < 2; known++ {
			g, params := newGraph(4)
			sum := []*ssa.Value{g.unbox(params[2], ssa.Int), g.unbox(params[3], ssa.Int)}
			for i := 0; i < 6; i++ {
				sum = append(sum, g.op(ssa.OpAddIntW, sum[i], sum[i+1]))
			}
			test := g.aux(ssa.OpSeqStr, known, params[0], params[1])
			state := *g.state
			state.Regs = append([]*ssa.Value(nil), state.Regs...)
			copy(state.Regs[5:], sum[2:])
			test.State = &state
			mix := func() {
				v := sum[0]
				for _, x := range sum[1:] {
					v = g.op(ssa.OpXorInt, v, x)
				}
				g.aux(ssa.OpStoreSlot, 11, g.op(ssa.OpBoxInt, v))
			}
			if how == "value" {
				mix()
				r.compile(g.ret(test))
			} else {
				from := g.b
				yes, no := g.NewBlock(ssa.Ret), g.NewBlock(ssa.Ret)
				from.Kind, from.Control = ssa.If, test
				from.Connect(yes)
				from.Connect(no)
				g.b = yes
				mix()
				yes.Control = g.konst(heap.True, ssa.Val)
				g.b = no
				mix()
				no.Control = g.konst(heap.False, ssa.Val)
				r.compile(g.Func)
			}
			for _, a := range values {
				for _, b := range others {
					if known == 1 && !b.IsString() {
						continue
					}
					want := a == b && !a.IsDouble() || a.IsNumber() && b.IsNumber() && a.Num() == b.Num()
					if a.IsString() && b.IsString() {
						want = h.EqualViews(h.View(a.Ref()), h.View(b.Ref()))
					}
					got, exit := r.run(a, b, heap.Int(3), heap.Int(5))
					if exit != nil {
						if !a.IsString() || !b.IsString() || h.StrLen(a.Ref()) < 4096 && h.Kind(a.Ref()) != heap.KRope && h.Kind(b.Ref()) != heap.KRope {
							t.Errorf("%s === %s leaves", show(a), show(b))
						}
						for _, v := range exit.Frames[0].Regs {
							if fib := []int32{8, 13, 21, 34, 55, 89}; v.Reg >= 5 && v.Reg < 11 && r.at(exit, v) != heap.Int(fib[v.Reg-5]) {
								t.Errorf("leaving, r%d is %s", v.Reg, show(r.at(exit, v)))
							}
						}
						continue
					}
					if got != heap.Bool(want) || h.Val(r.frame+8*11) != heap.Int(3^5^8^13^21^34^55^89) {
						t.Errorf("%s: %s === %s: %s, %v; %s", how, show(a), show(b), show(got), want, show(h.Val(r.frame+8*11)))
					}
				}
			}
		}
	}
}

// TestStubStringConcat makes the same cells as heap.Concat, byte for byte.
func TestStubStringConcat(t *testing.T) {
	r := newRunner(t)
	h := r.h
	list := stringsOf(h)
	r.stub(ssa.StubStringConcat, ssa.Ref, ssa.Ref)
	random := rand.New(rand.NewSource(1))
	can := 0
	for i, a := range list {
		for j, b := range list {
			for at := h.NurTop; at < h.NurTop+64; at += 8 {
				h.SetU64(at, random.Uint64())
			}
			top := h.NurTop
			got, exit := r.run(heap.Object(a), heap.Object(b))
			used := int64(1<<40) - r.stack.Fuel()
			end, _ := r.stack.Nursery()
			size := end - top
			cell := append([]byte(nil), h.Bytes(top, size)...)
			if got == heap.Object(0) {
				if h.NurTop != end {
					t.Errorf("%d %d: it cannot, but has allocated", i, j)
				}
				continue
			}
			can++
			h.WorkDone = 0
			want, status := h.Concat(a, b)
			if heap.Object(want) != got || exit != nil || status != heap.OK || used != int64(h.WorkDone) || h.NurTop != end || string(h.Bytes(top, size)) != string(cell) {
				t.Errorf("%d %d: %q + %q: %s with % x, %d units, want %#x, % x, %d", i, j, h.GoString(a), h.GoString(b), show(got), cell, used, want, h.Bytes(top, h.NurTop-top), h.WorkDone)
			}
			h.NurTop = top
		}
	}
	if can < len(list)*len(list)*3/4 {
		t.Errorf("%d of %d pairs", can, len(list)*len(list))
	}
	// Without room it cannot, and takes nothing.
	h.NurTop = h.NurEnd - 24
	got, _ := r.run(heap.Object(list[8]), heap.Object(list[9]))
	if end, _ := r.stack.Nursery(); got != heap.Object(0) || end != h.NurTop {
		t.Errorf("with a full nursery: %s", show(got))
	}
}

// TestStubStringCompare compares all pairs with heap.Compare.
func TestStubStringCompare(t *testing.T) {
	r := newRunner(t)
	h := r.h
	list := stringsOf(h)
	r.stub(ssa.StubStringCompare, ssa.Ref, ssa.Ref)
	for _, a := range list {
		for _, b := range list {
			got, _ := r.run(heap.Object(a), heap.Object(b))
			used := int64(1<<40) - r.stack.Fuel()
			if got == heap.Int(-1) && (h.Kind(a) == heap.KRope || h.Kind(b) == heap.KRope || min(h.StrLen(a), h.StrLen(b)) >= 4096) {
				continue
			}
			h.WorkDone = 0
			want := heap.Int(1)
			if c := h.Compare(a, b); c != 0 {
				want = heap.Int(int32(1 + c/max(c, -c)))
			}
			if got != want || used != int64(h.WorkDone) {
				t.Errorf("%q, %q: %s, %d units, want %s, %d", h.GoString(a), h.GoString(b), show(got), used, show(want), h.WorkDone)
			}
		}
	}
}

// same runs a stub that makes a string and what it stands for, in the same place,
// and compares the cells.
func (r *runner) same(name string, want func() uint32, args ...heap.Value) bool {
	h := r.h
	for at := h.NurTop; at < h.NurTop+64; at += 8 {
		h.SetU64(at, 0x1122334455667788)
	}
	top := h.NurTop
	got, exit := r.run(args...)
	used := int64(1<<40) - r.stack.Fuel()
	end, _ := r.stack.Nursery()
	cell := string(h.Bytes(top, end-top))
	if got == heap.Object(0) {
		if end != top {
			r.tb.Errorf("%s: it cannot, but has allocated", name)
		}
		return false
	}
	h.WorkDone = 0
	s := want()
	if heap.Object(s) != got || exit != nil || used != int64(h.WorkDone) || h.NurTop != end || string(h.Bytes(top, end-top)) != cell {
		r.tb.Errorf("%s: %s with % x, %d units, want %#x, % x, %d", name, show(got), cell, used, s, h.Bytes(top, h.NurTop-top), h.WorkDone)
	}
	h.NurTop = top
	return true
}

// TestStubsOfOneString tries the stubs that take strings apart on strings of all
// forms.
func TestStubsOfOneString(t *testing.T) {
	r := newRunner(t)
	h := r.h
	list := append(stringsOf(h), h.NewStr("a\U0001F600b"), h.NewUnits([]uint16{0xD83D}), h.NewUnits([]uint16{0xDE00, 0xD83D, 'x'}))
	list = append(list, h.Substring(h.NewStr("0123456789 a\U0001F600\U0001F601b 0123456789"), 9, 30))
	chars := heap.Object(h.Root(heap.RootChars).Ref())
	places := func(s uint32) []uint32 {
		n := h.StrLen(s)
		if n <= 70 {
			n = 70
		}
		return []uint32{0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 18, 20, 24, 40, n - 17, n - 16, n - 2, n - 1, n}
	}
	r.stub(ssa.StubStringUnit, ssa.Ref, ssa.Int)
	for _, s := range list {
		for _, i := range places(s) {
			if i >= h.StrLen(s) {
				continue
			}
			got, _ := r.run(heap.Object(s), heap.Int(int32(i)))
			if h.Kind(s) == heap.KRope && got == heap.Int(-1) {
				continue
			}
			if got != heap.Int(int32(h.At(s, i))) {
				t.Errorf("unit %d of %q: %s", i, h.GoString(s), show(got))
			}
		}
	}
	r.stub(ssa.StubStringCodePoint, ssa.Ref, ssa.Int)
	for _, s := range list {
		for _, i := range places(s) {
			if i >= h.StrLen(s) || h.Kind(s) == heap.KRope {
				continue
			}
			got, _ := r.run(heap.Object(s), heap.Int(int32(i)))
			if c, _ := h.CodePoint(h.View(s), i); got != heap.Int(int32(c)) {
				t.Errorf("code point at %d of %q: %s", i, h.GoString(s), show(got))
			}
		}
	}
	r.stub(ssa.StubSubstring, ssa.Ref, ssa.Int, ssa.Int, ssa.Ref)
	for k, s := range list {
		for _, from := range places(s) {
			for _, to := range places(s) {
				if to > h.StrLen(s) {
					continue
				}
				rope := h.Kind(s) == heap.KRope
				done := r.same(fmt.Sprint(k, ": ", from, " to ", to), func() uint32 { return h.Substring(s, from, to) },
					heap.Object(s), heap.Int(int32(from)), heap.Int(int32(to)), chars)
				if done == (from >= to) && !rope {
					t.Errorf("%d: %d to %d: %v", k, from, to, done)
				}
			}
		}
	}
	r.stub(ssa.StubCharString, ssa.Int, ssa.Ref)
	for _, c := range []uint32{0, 'a', '0', 255, 256, 0x20AC, 0xD800, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF} {
		if !r.same(fmt.Sprint("char ", c), func() uint32 { return h.CharPair(c) }, heap.Int(int32(c)), chars) {
			t.Errorf("no string of %#x", c)
		}
	}
	decimal := func(i int32) func() uint32 {
		return func() uint32 {
			if i >= 0 && i < 10 {
				return h.Char(uint16('0' + i))
			}
			return h.NewStr(fmt.Sprint(i))
		}
	}
	ints := []int32{0, 1, 9, 10, 11, 99, 100, 101, 12345, 999999, 1000000, 2147483647, -1, -9, -10, -2147483647}
	r.stub(ssa.StubIntToString, ssa.Int, ssa.Ref)
	for _, i := range ints {
		if !r.same(fmt.Sprint("digits of ", i), decimal(i), heap.Int(i), chars) {
			t.Errorf("no digits of %d", i)
		}
	}
	if r.same("-2^31", decimal(-1<<31), heap.Int(-1<<31), chars) {
		t.Error("2^31 is an int32")
	}
	r.stub(ssa.StubToString, ssa.Val, ssa.Ref)
	for _, i := range ints {
		r.same(fmt.Sprint("ToString of ", i), decimal(i), heap.Int(i), chars)
	}
	for _, s := range list {
		r.same("ToString", func() uint32 { return s }, heap.String(s), chars)
	}
	for _, v := range []heap.Value{heap.Undefined, heap.True, heap.Double(0.5), heap.Object(list[1]), heap.Symbol(list[1])} {
		if r.same("ToString", func() uint32 { return 0 }, v, chars) {
			t.Errorf("ToString of %s", show(v))
		}
	}
}

// TestStubStringIndex compares with heap.ArrayIndex.
func TestStubStringIndex(t *testing.T) {
	r := newRunner(t)
	h := r.h
	r.stub(ssa.StubStringIndex, ssa.Ref)
	list := stringsOf(h)
	for _, s := range []string{"0", "1", "9", "10", "00", "01", "123456789", "999999999", "1234567890", "4294967294", "4294967295", "12345678901", "1a", "a1", "-1", "1.5", ":", "/", " 1", "1€"} {
		list = append(list, h.NewStr(s), h.Substring(h.NewStr("x"+s+"0123456789012345678901234567890"), 1, uint32(1+len(s))))
	}
	for _, s := range list {
		got, _ := r.run(heap.Object(s))
		want := heap.Int(0)
		if i, ok := h.ArrayIndex(h.View(s)); ok {
			want = heap.Uint32(i + 1)
		}
		if got != want && got != heap.Int(-1) || got == heap.Int(-1) && h.Kind(s) == heap.KStr1 && h.StrLen(s) != 10 {
			t.Errorf("the index of %q: %s, want %s", h.GoString(s), show(got), show(want))
		}
	}
}

// TestStubsOfTwoStrings searches strings of all forms in each other.
func TestStubsOfTwoStrings(t *testing.T) {
	r := newRunner(t)
	h := r.h
	list := stringsOf(h)
	for _, s := range []string{"abcabcabd", "ab", "abd", "bca", "cabd", "€ab€ab", "b€", "aaaaaaaaaaaaaaaaaaaaaaaab", "aaaab", "éé", "é"} {
		list = append(list, h.NewStr(s), h.Substring(h.NewStr("0123456789"+s+"0123456789"), 8, 21))
	}
	search := func(s ssa.Stub, want func(a, b, i uint32) heap.Value) {
		r.stub(s, ssa.Ref, ssa.Ref, ssa.Int)
		for _, a := range list {
			for _, b := range list {
				n, m := h.StrLen(a), h.StrLen(b)
				for _, i := range []uint32{0, 1, 2, 5, 17, n - 1, n, n - m} {
					if i > n && s != ssa.StubStringAt {
						continue
					}
					got, _ := r.run(heap.Object(a), heap.Object(b), heap.Int(int32(i)))
					used := int64(1<<40) - r.stack.Fuel()
					if rope := h.Kind(a) == heap.KRope || h.Kind(b) == heap.KRope; got == heap.Int(-1) && (rope || n >= 256 || m >= 32) {
						continue
					}
					h.WorkDone = 0
					if w := want(a, b, i); got != w || used != int64(h.WorkDone) {
						t.Errorf("%v of %q in %q from %d: %s, %d units, want %s, %d", s, h.GoString(b), h.GoString(a), i, show(got), used, show(w), h.WorkDone)
					}
				}
			}
		}
	}
	search(ssa.StubStringIndexOf, func(a, b, i uint32) heap.Value {
		return heap.Int(int32(h.IndexOf(h.View(a), h.View(b), i) + 1))
	})
	search(ssa.StubStringAt, func(a, b, i uint32) heap.Value {
		v, w := h.View(a), h.View(b)
		if i > v.Len || w.Len > v.Len-i {
			return heap.Int(0)
		}
		h.Charge(uint64(w.Len >> 4))
		if h.EqualViews(v.Sub(i, i+w.Len), w) {
			return heap.Int(1)
		}
		return heap.Int(0)
	})
}
