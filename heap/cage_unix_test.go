//go:build linux || darwin

package heap

import "testing"

var sink uint64

func TestCageContains(t *testing.T) {
	h := newTestHeap(t, Geometry{})
	if !faults(func() { h.SetU64(64, 1) }) {
		t.Error("a write below the firn line did not fault")
	}
	if !faults(func() { h.SetU64(h.cageEnd+scrapSize, 1) }) {
		t.Error("a write beyond the cage's end did not fault")
	}
	if !faults(func() { sink = h.U64(0xFFFFFFF8) }) {
		t.Error("a read at 4 GiB did not fault")
	}
	for _, off := range []uint32{h.firn, h.cardBias, h.StackBase, h.nurBase, h.tenBase, h.cageEnd + scrapSize - 8} {
		if faults(func() { h.SetU64(off, 1); h.SetU64(off, 0) }) {
			t.Errorf("RAM at %#x is not writable", off)
		}
	}
}

func TestGuard(t *testing.T) {
	h := newTestHeap(t, Geometry{})
	err := h.Guard(func() { h.SetU64(0x80, 1) })
	if f, ok := err.(*FaultError); !ok || f.Off != 0x80 || !h.Dead {
		t.Errorf("a write to ROM gives %v", err)
	}
	h = newTestHeap(t, Geometry{})
	if err = h.Guard(func() { sink = h.U64(0xFFFFFFF8) }); err == nil {
		t.Error("a read beyond RAM gives no error")
	}
	if err = h.Guard(func() { h.SetRoot(0, Undefined) }); err != nil {
		t.Error(err)
	}
	defer func() {
		if recover() != "other" {
			t.Error("another panic did not pass")
		}
	}()
	h.Guard(func() { panic("other") })
}

// TestNoSize: a cell without a size, which only a broken heap can have, is a fault
// and no walk without an end.
func TestNoSize(t *testing.T) {
	for _, full := range []bool{false, true} {
		h := newTestHeap(t, Geometry{Stack: 1 << 16, Nursery: 1 << 16, RAM: 8 << 20})
		a := h.AllocValues(KRecord, OffValues+8*4, OffValues, Undefined)
		b := h.AllocValues(KRecord, OffValues+8*4, OffValues, Undefined)
		ha := h.NewHandle(CellRef(a))
		hb := h.NewHandle(CellRef(b))
		h.Collect(false)
		a, b = h.Handle(ha).Ref(), h.Handle(hb).Ref()
		h.DirtyCell(a)
		h.DirtyCell(b)
		h.NewStr("young")
		h.SetU32(min(a, b), 0)
		if err := h.Guard(func() { h.Collect(full) }); err == nil || !h.Dead {
			t.Errorf("full %v: %v", full, err)
		}
		h.Close()
	}
}
