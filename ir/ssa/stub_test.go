package ssa

import (
	"testing"

	"firn/heap"
)

// TestStubGraphs runs stubs, as graphs, over a copy of a cage: on any host. What
// machine code makes of them is compared with the heap's own in jit/amd64.
func TestStubGraphs(t *testing.T) {
	h, err := heap.NewCage(nil, heap.Geometry{Stack: 64 << 10, Nursery: 128 << 10, RAM: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	h.InitStrings()
	var list []uint32
	for _, s := range []string{"", "a", "ab", "abcdefgh", "abcdefghi", "abcdefghijklmnopqrstuvw", "aé", "€", "ab€d", "0123456789 wide € enough for a slice"} {
		list = append(list, h.NewStr(s))
	}
	list = append(list, h.Substring(list[9], 3, 30), h.Substring(h.NewStr("0123456789abcdefghijklmn"), 10, 18))
	chars := uint64(h.Root(heap.RootChars).Ref())
	end := h.NurTop
	run := func(s Stub, args ...uint64) (uint64, *evaluator) {
		f := s.Build()
		if err := Check(f); err != nil {
			t.Fatalf("%v: %v", s, err)
		}
		e := &evaluator{mem: append([]byte(nil), h.Bytes(0, end)...), params: args, leaveAt: -1}
		return uint64(e.run(f).result), e
	}
	text := func(e *evaluator, at uint64) string {
		ref := uint32(at)
		n, kind := e.u32(ref+heap.OffLength), e.mem[ref+heap.OffKind]
		units := make([]uint16, n)
		base := ref + heap.OffChars
		if kind == heap.KSlice {
			b := e.u32(ref + heap.OffBase)
			kind = e.mem[b+heap.OffKind]
			base = b + heap.OffChars + e.u32(ref+heap.OffStart)<<(kind-heap.KStr1)
		}
		for i := range units {
			if kind == heap.KStr1 {
				units[i] = uint16(e.mem[base+uint32(i)])
			} else {
				units[i] = uint16(e.mem[base+2*uint32(i)]) | uint16(e.mem[base+2*uint32(i)+1])<<8
			}
		}
		return h.GoString(h.NewUnits(units))
	}
	for _, a := range list {
		sa := h.GoString(a)
		for _, b := range list {
			sb := h.GoString(b)
			if got, _ := run(StubStringEqual, uint64(a), uint64(b)); got != asBit(sa == sb) {
				t.Errorf("%q === %q: %d", sa, sb, got)
			}
			want := uint64(1)
			if c := h.Compare(a, b); c != 0 {
				want = 1 + asBit(c > 0) - asBit(c < 0)
			}
			if got, _ := run(StubStringCompare, uint64(a), uint64(b)); got != want {
				t.Errorf("%q, %q: %d", sa, sb, got)
			}
			if h.StrLen(a)+h.StrLen(b) < heap.MinRope {
				if got, e := run(StubStringConcat, uint64(a), uint64(b)); text(e, got) != sa+sb {
					t.Errorf("%q + %q: %q", sa, sb, text(e, got))
				}
			}
			if got, _ := run(StubStringIndexOf, uint64(a), uint64(b), 0); h.StrLen(b) < maxNeedle && got != uint64(h.IndexOf(h.View(a), h.View(b), 0)+1) {
				t.Errorf("%q in %q: %d", sb, sa, got)
			}
		}
		for i := uint32(0); i < h.StrLen(a); i++ {
			if got, _ := run(StubStringUnit, uint64(a), uint64(i)); got != uint64(h.At(a, i)) {
				t.Errorf("unit %d of %q: %d", i, sa, got)
			}
			n := h.StrLen(a)
			if got, e := run(StubSubstring, uint64(a), uint64(i), uint64(n), chars); text(e, got) != h.GoString(h.Substring(a, i, n)) {
				t.Errorf("%q from %d: %q", sa, i, text(e, got))
			}
		}
	}
	for i, want := range map[int32]string{0: "0", 9: "9", 10: "10", -7: "-7", 2147483647: "2147483647", -120: "-120"} {
		if got, e := run(StubIntToString, uint64(uint32(i)), chars); text(e, got) != want {
			t.Errorf("%d: %q", i, text(e, got))
		}
	}
}
