//go:build linux && amd64 && !firn_nojit

package amd64_test

import (
	"fmt"
	"testing"

	"firn/heap"
	"firn/ir/ssa"
	"firn/runtime/builtin/num"
	"firn/runtime/builtin/strs"
)

// textsOf are strings with white space, digits and letters of all kinds.
func textsOf(h *heap.Heap) []uint32 {
	list := stringsOf(h)
	long := "            ................................................"
	for _, s := range []string{" ", "  ", " a", "a ", " a ", "\t\n\v\f\r b\u00a0", "\u00a0", "ab", "AB", "aB", "é", "É", "ß", "µ", "ÿ", "×÷", "àÀþÞýÝöÖ¿¬±", "a\u00d7b", "aé", "z{@[`", "0", "7", "00", "12", "0123456", "1234567", "12345678",
		"9999999", "-1", "+1", "1.5", "1e3", "12a", ":", "/", "  12", "\ufeff x", "x\u2003", "Ünï", long, long + long + "  ", long + "ABC" + long} {
		flat := h.NewStr(s)
		list = append(list, flat)
		if n := h.StrLen(flat); n >= 20 {
			list = append(list, h.Substring(flat, 3, n-2), h.Substring(flat, 0, n-1))
		}
	}
	return list
}

// textStub runs a stub with a string and other arguments; units is what it charged.
func (r *runner) textStub(args ...heap.Value) (got heap.Value, units uint64) {
	got, exit := r.run(args...)
	if exit != nil {
		r.tb.Fatal("an exit")
	}
	r.h.NurTop, _ = r.stack.Nursery()
	return got, uint64(1<<40 - r.stack.Fuel())
}

// TestStubDigits compares the stub with what parseInt and Number say.
func TestStubDigits(t *testing.T) {
	r := newRunner(t)
	h := r.h
	list := textsOf(h)
	r.stub(ssa.StubDigits, ssa.Ref)
	parsed := 0
	for _, s := range list {
		got, units := r.textStub(heap.Object(s))
		if got == heap.Int(-1) {
			continue
		}
		parsed++
		v := h.View(s)
		b := h.Bytes(v.Off, v.Len)
		if x := float64(got.Int32()); v.Wide || units != 0 || v.Len>>3 != 0 || num.StringToNumberLatin1(b) != x || num.ParseIntLatin1(b, 0) != x {
			t.Errorf("%q: %s, %d units", h.GoString(s), show(got), units)
		}
	}
	if parsed < 8 {
		t.Errorf("%d strings were numbers", parsed)
	}
}

// TestStubTrim compares the stub with strs.Trim, and what is charged.
func TestStubTrim(t *testing.T) {
	r := newRunner(t)
	h := r.h
	list := textsOf(h)
	chars := h.Root(heap.RootChars).Ref()
	r.stub(ssa.StubTrim, ssa.Ref, ssa.Int, ssa.Ref)
	done := 0
	for _, s := range list {
		if h.Kind(s) == heap.KRope {
			continue
		}
		for sides := 1; sides <= 3; sides++ {
			got, units := r.textStub(heap.Object(s), heap.Int(int32(sides)), heap.Object(chars))
			if got == heap.Object(0) {
				if units != 0 {
					t.Errorf("%q: %d units for nothing", h.GoString(s), units)
				}
				continue
			}
			done++
			h.WorkDone = 0
			want := strs.Trim(h, s, []int{0, strs.TrimStart, strs.TrimEnd, strs.TrimStart | strs.TrimEnd}[sides])
			if units != h.WorkDone || h.GoString(got.Ref()) != h.GoString(want) || h.Kind(got.Ref()) != h.Kind(want) || (want == s) != (got.Ref() == s) {
				t.Errorf("%q, sides %d: %q, %d units, want %q, %d", h.GoString(s), sides, h.GoString(got.Ref()), units, h.GoString(want), h.WorkDone)
			}
		}
	}
	if done < len(list) {
		t.Errorf("%d of %d", done, 3*len(list))
	}
}

// TestStubCase compares the stub with strs.ToUpper and strs.ToLower.
func TestStubCase(t *testing.T) {
	r := newRunner(t)
	h := r.h
	list := textsOf(h)
	r.stub(ssa.StubCase, ssa.Ref, ssa.Int)
	done := 0
	for _, s := range list {
		if h.Kind(s) == heap.KRope {
			continue
		}
		for _, letter := range []int32{'a', 'A'} {
			got, units := r.textStub(heap.Object(s), heap.Int(letter))
			if got == heap.Object(0) {
				if units != 0 {
					t.Errorf("%q: %d units for nothing", h.GoString(s), units)
				}
				continue
			}
			done++
			h.WorkDone = 0
			change := strs.ToUpper
			if letter == 'A' {
				change = strs.ToLower
			}
			want, _ := change(h, s)
			if units != h.WorkDone || h.GoString(got.Ref()) != h.GoString(want) || h.U64(got.Ref()) != h.U64(want) || (want == s) != (got.Ref() == s) {
				t.Errorf("%q, %c: %q, %d units, want %q, %d", h.GoString(s), letter, h.GoString(got.Ref()), units, h.GoString(want), h.WorkDone)
			}
		}
	}
	if done < len(list)/2 {
		t.Errorf("%d of %d", done, 2*len(list))
	}
}

// TestStubKeys compares the stub with heap.OwnKeys and the values of those keys.
func TestStubKeys(t *testing.T) {
	r := newRunner(t)
	h := r.h
	keys := manyKeys(h)
	objects := manyObjects(h, keys)
	var p heap.Prop
	for n := 0; n < 40; n += 3 {
		o := h.NewObject(0, uint32(n%5))
		for i := 0; i < n; i++ {
			p.Dynamic = true
			h.CreateDataProperty(o, heap.String(h.InternStr(fmt.Sprint("k", i))), heap.Int(int32(i)), &p)
		}
		if n > 3 {
			h.Delete(o, heap.String(h.InternStr("k1")))
		}
		objects = append(objects, o)
	}
	r.stub(ssa.StubKeys, ssa.Ref, ssa.Int)
	listed := 0
	for _, o := range objects {
		for values := int32(0); values < 2; values++ {
			got, units := r.textStub(heap.Object(o), heap.Int(values))
			if got == heap.Object(0) {
				if units != 0 {
					t.Errorf("%d units for nothing", units)
				}
				continue
			}
			listed++
			h.WorkDone = 0
			rec, n := h.OwnKeys(o, heap.KeyStrings|heap.KeyEnumerable)
			if got == heap.Object(o) {
				if n != 0 {
					t.Errorf("%#x: no keys, want %d", o, n)
				}
				continue
			}
			e := got.Ref()
			if h.Kind(e) != heap.KElements || h.U32(e) != heap.OffValues+8*n || units != h.WorkDone {
				t.Errorf("%#x: %d bytes, %d units, want %d keys, %d units", o, h.U32(e), units, n, h.WorkDone)
				continue
			}
			for i := uint32(0); i < n; i++ {
				want := h.Val(rec + heap.OffValues + 8*i)
				if values != 0 {
					if !h.GetOwn(o, want, &p) || p.Attrs&heap.Accessor != 0 {
						t.Errorf("%#x: %s has no value", o, show(want))
					}
					want = p.Value
				}
				if v := h.Val(e + heap.OffValues + 8*i); v != want {
					t.Errorf("%#x: number %d is %s, want %s", o, i, show(v), show(want))
				}
			}
		}
	}
	if listed < len(objects)/3 {
		t.Errorf("%d of %d objects were listed", listed, len(objects))
	}
}
