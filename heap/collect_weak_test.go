package heap

import (
	"fmt"
	"testing"
)

// count is the number of cells of a kind, dead ones included.
func count(h *Heap, k uint8) (n uint64) {
	for _, s := range []Space{SpaceNursery, SpaceTenured} {
		for _, st := range h.KindStats(s) {
			if st.Kind == k {
				n += st.Count
			}
		}
	}
	return n
}

func TestWeakTables(t *testing.T) {
	h := newTestHeap(t, Geometry{})
	h.Stress = StressVerify | StressPoison
	rec := h.AllocValues(KRecord, OffValues+8*10, OffValues, Undefined)
	h.SetRoot(100, CellRef(rec))
	at := func(i uint32) uint32 { return h.Root(100).Ref() + OffValues + 8*i }
	h.InitObjects()
	w := h.NewWeak()
	// A chain of ephemerons: key 0 is held, each value is the next key.
	keys := make([]Value, 20)
	for i := range keys {
		keys[i] = Object(h.NewKind(KObject, 0))
	}
	for i := len(keys) - 2; i >= 0; i-- {
		w, _ = h.WeakSet(w, keys[i], keys[i+1])
	}
	// A circle of ephemerons that nothing else holds.
	a, b := Object(h.NewKind(KObject, 0)), Object(h.NewKind(KObject, 0))
	w, _ = h.WeakSet(w, a, b)
	w, _ = h.WeakSet(w, b, a)
	h.Store(at(0), keys[0])
	h.Store(at(1), CellRef(w))
	ref := h.NewKind(KWeakRef, 0)
	h.SetInternal(ref, 0, keys[len(keys)-1])
	h.Store(at(2), Object(ref))
	dead := h.NewKind(KWeakRef, 0)
	h.SetInternal(dead, 0, a)
	h.Store(at(3), Object(dead))

	h.Collect(true)
	k, n := h.Val(at(0)), 0
	for ; ; n++ {
		next := h.WeakGet(h.Val(at(1)).Ref(), k)
		if !next.IsObject() {
			break
		}
		k = next
	}
	if n != len(keys)-1 {
		t.Errorf("the chain of ephemerons has %d links, want %d", n, len(keys)-1)
	}
	if h.Internal(h.Val(at(2)).Ref(), 0) != k {
		t.Error("a WeakRef lost its live target")
	}
	if h.Internal(h.Val(at(3)).Ref(), 0) != Undefined {
		t.Error("a WeakRef kept its dead target")
	}
	if got := count(h, KObject); got != uint64(len(keys)) {
		t.Errorf("%d objects are left, want %d", got, len(keys))
	}
	// Without the key the rest of the chain goes.
	h.Store(at(0), Undefined)
	h.Collect(true)
	if got := count(h, KObject); got != 0 {
		t.Errorf("%d objects are left, want none", got)
	}
	// The table can be used on.
	o := Object(h.NewKind(KObject, 0))
	w, _ = h.WeakSet(h.Val(at(1)).Ref(), o, Int(1))
	if h.WeakGet(w, o) != Int(1) {
		t.Error("the weak table is broken after its entries died")
	}
}

func TestShapesDie(t *testing.T) {
	h := newTestHeap(t, Geometry{})
	h.Stress = StressVerify | StressPoison
	h.InitObjects()
	h.SetRoot(RootObjectProto, Object(h.NewKind(KObject, 0)))
	keep := func() {
		o := h.NewKind(KObject, h.Root(RootObjectProto).Ref())
		h.CreateDataProperty(o, String(h.InternStr("kept")), Int(1), &Prop{})
		h.SetRoot(100, Object(o))
	}
	keep()
	h.Collect(true)
	shapes, atoms := count(h, KShape), h.U32(h.Root(RootAtoms).Ref()+AtomsUsed)
	for round := 0; round < 5; round++ {
		for i := 0; i < 200; i++ {
			o := h.NewKind(KObject, h.Root(RootObjectProto).Ref())
			h.CreateDataProperty(o, String(h.InternStr(fmt.Sprintf("round %d key %d", round, i))), Int(1), &Prop{})
			h.CreateDataProperty(o, String(h.InternStr("kept")), Int(2), &Prop{})
		}
		h.Collect(false)
		h.Collect(true)
		if n := count(h, KShape); n > shapes {
			t.Errorf("round %d: %d shapes are left, want %d", round, n, shapes)
		}
		if n := h.U32(h.Root(RootAtoms).Ref() + AtomsUsed); n > atoms {
			t.Errorf("round %d: %d atoms are left, want %d", round, n, atoms)
		}
	}
	old := h.Shape(h.Root(100).Ref())
	keep()
	if h.Shape(h.Root(100).Ref()) != old {
		t.Error("the transition to a live shape was lost")
	}
	// Prototypes die with their last object, and root shapes with them.
	for i := 0; i < 100; i++ {
		p := h.NewKind(KObject, h.Root(RootObjectProto).Ref())
		h.NewKind(KObject, p)
	}
	h.Collect(true)
	if n := count(h, KShape); n > shapes {
		t.Errorf("%d shapes are left, want %d", n, shapes)
	}
}

func TestFeedbackIsWeak(t *testing.T) {
	h := newTestHeap(t, Geometry{})
	h.Stress = StressVerify | StressPoison
	h.InitObjects()
	tm := h.AllocZero(KTemplate, TmplData)
	h.SetU16(tm+TmplSites, 3)
	h.SetRoot(100, CellRef(tm))
	fb := h.AllocZero(KFeedback, h.FeedbackSize(tm))
	h.StoreRef(h.FeedbackSlot(tm), fb)
	h.SetU32(fb+FbOwner, tm)
	h.SetU32(fb+FbSites, 3)
	live, dead := h.NewKind(KObject, 0), h.NewKind(KArray, 0)
	h.SetRoot(101, Object(live))
	set := func(i, shape, ref uint32) {
		at := fb + FbEntries + IcSize*i
		h.StoreRef(at+IcShape, shape)
		h.SetU32(at+IcData, 24<<3)
		h.StoreRef(at+IcRef, ref)
	}
	set(0, h.Shape(live), 0)
	set(1, h.Shape(live), dead)
	// No root holds this array's shape but the list of root shapes does; give it
	// one that is only a transition.
	o := h.NewKind(KObject, 0)
	h.CreateDataProperty(o, String(h.InternStr("x")), Int(1), &Prop{})
	set(2, h.Shape(o), 0)
	h.Collect(true)
	fb = h.U32(h.Root(100).Ref() + TmplFeedback)
	site := func(i uint32) uint32 { return h.U32(fb + FbEntries + IcSize*i + IcShape) }
	if site(0) != h.Shape(h.Root(101).Ref()) || h.U32(fb+FbEntries+IcData) != 24<<3 {
		t.Error("a site with a live shape was lost")
	}
	if site(1) != IcEmpty || site(2) != IcEmpty {
		t.Errorf("sites of the dead remain: %#x %#x", site(1), site(2))
	}
}

func TestMarkStackOverflow(t *testing.T) {
	for _, nursery := range []uint32{0, 1 << 16} {
		h := newTestHeap(t, Geometry{Stack: 1 << 16, Nursery: nursery, RAM: 32 << 20})
		// A wide array of chains, so that there is always much to push; almost
		// no room for the mark stack.
		const wide, deep = 1 << 15, 8
		root := h.AllocValues(KRecord, OffValues+8*wide, OffValues, Undefined)
		h.SetRoot(100, CellRef(root))
		for i := uint32(0); i < wide; i++ {
			v := Undefined
			for j := 0; j < deep; j++ {
				ref := h.Alloc(KRecord, 24)
				h.SetVal(ref+8, v)
				h.SetVal(ref+16, Int(int32(i)))
				v = CellRef(ref)
				if h.WantGC {
					h.SetRoot(101, v)
					h.Collect(false)
					v = h.Root(101)
				}
			}
			h.Store(h.Root(100).Ref()+OffValues+8*i, v)
		}
		h.SetRoot(101, Undefined)
		h.Collect(true)
		used := h.Used()
		end := h.cageEnd
		h.cageEnd = h.tenTop + 256
		h.Collect(true)
		h.cageEnd = end
		if h.Used() != used {
			t.Errorf("%d bytes alive, want %d", h.Used(), used)
		}
		if err := h.Verify(); err != nil {
			t.Fatal(err)
		}
		for i := uint32(0); i < wide; i++ {
			n := 0
			for v := h.Val(h.Root(100).Ref() + OffValues + 8*i); v.IsCell(); v = h.Val(v.Ref() + 8) {
				if h.Val(v.Ref()+16) != Int(int32(i)) {
					t.Fatalf("chain %d is broken", i)
				}
				n++
			}
			if n != deep {
				t.Fatalf("chain %d has %d links", i, n)
			}
		}
	}
}

func TestLimit(t *testing.T) {
	h := newTestHeap(t, Geometry{Stack: 1 << 16, Nursery: 1 << 18, RAM: 4 << 20})
	grow := func() bool {
		for i := 0; i < 10_000; i++ {
			ref := h.AllocValues(KRecord, 1024, OffValues, Undefined)
			h.SetVal(ref+OffValues, h.Root(100))
			h.SetRoot(100, CellRef(ref))
			if h.WantGC && !h.Collect(false) {
				return false
			}
		}
		return true
	}
	if grow() {
		t.Fatal("10 MB fit a limit of 4 MB")
	}
	if !h.OverLimit || h.Dead || h.Used() < 4<<20 || h.Used() > 6<<20 {
		t.Errorf("over %v, dead %v, %d bytes used", h.OverLimit, h.Dead, h.Used())
	}
	if h.Room(1 << 20) {
		t.Error("there is room above the limit")
	}
	// The machine is intact and can go on with less, or with a higher limit.
	h.SetRoot(100, Undefined)
	if !h.Collect(true) || h.OverLimit || h.Used() > 1<<20 {
		t.Errorf("after everything died: over %v, %d bytes", h.OverLimit, h.Used())
	}
	if !h.Room(1<<20) || h.Room(8<<20) {
		t.Error("Room is wrong")
	}
	if grow() {
		t.Fatal("10 MB fit a limit of 4 MB")
	}
	// Allocation without a collection ends in a dead heap, not in a crash.
	for i := 0; i < 100_000 && !h.Dead; i++ {
		h.AllocValues(KRecord, 1024, OffValues, Undefined)
	}
	if !h.Dead || h.Collect(true) {
		t.Error("exhausted RAM went unnoticed")
	}
}

func TestNurseryGrows(t *testing.T) {
	h := newTestHeap(t, Geometry{Stack: 1 << 16, Nursery: 4 << 20, RAM: 64 << 20})
	first := h.NurEnd - h.nurBase
	for i := 0; i < 1_000_000; i++ {
		h.AllocValues(KRecord, 64, OffValues, Undefined)
		if h.WantGC {
			h.Collect(false)
		}
	}
	if h.NurEnd-h.nurBase != first {
		t.Error("the nursery grew though nothing survived")
	}
	for i := 0; i < 1_000_000 && h.NurEnd < h.tenBase; i++ {
		ref := h.AllocValues(KRecord, 64, OffValues, h.Root(100))
		h.SetRoot(100, CellRef(ref))
		if h.WantGC {
			h.Collect(false)
		}
	}
	if h.NurEnd != h.tenBase {
		t.Error("the nursery did not grow though everything survived")
	}
}

func TestVerifierFindsDamage(t *testing.T) {
	for _, c := range []struct {
		name string
		f    func(h *Heap, rec uint32)
	}{
		{"size", func(h *Heap, rec uint32) { h.SetU32(rec, 12) }},
		{"kind", func(h *Heap, rec uint32) { h.SetU8(rec+OffKind, 200) }},
		{"reference into a cell", func(h *Heap, rec uint32) { h.Store(rec+16, CellRef(rec+8)) }},
		{"reference out of the heap", func(h *Heap, rec uint32) { h.Store(rec+16, CellRef(h.cageEnd)) }},
		{"tag", func(h *Heap, rec uint32) { h.Store(rec+16, String(rec)) }},
		{"stray bits", func(h *Heap, rec uint32) { h.Store(rec+16, Int(1)|1<<40) }},
		{"missing barrier", func(h *Heap, rec uint32) {
			h.SetVal(rec+16, CellRef(h.AllocValues(KRecord, 16, 8, Undefined)))
		}},
		{"object start", func(h *Heap, rec uint32) { h.SetU8(h.startBias+rec>>CardShift, 0) }},
		{"length", func(h *Heap, rec uint32) {
			s := h.NewStr("string")
			h.SetU32(s+OffLength, 1000)
			h.Store(rec+16, String(s))
		}},
		{"root", func(h *Heap, rec uint32) { h.SetRoot(99, Object(rec)) }},
		{"stack", func(h *Heap, rec uint32) { h.SetVal(h.StackTop, Object(8)); h.StackTop += 8 }},
		{"atom table", func(h *Heap, rec uint32) { h.SetU32(h.Root(RootAtoms).Ref()+AtomsUsed, 7) }},
		{"element behind the length", func(h *Heap, rec uint32) {
			a := h.NewKind(KArray, 0)
			h.StoreRef(a+OffElements, h.AllocValues(KElements, 80, 8, Undefined))
			h.Store(rec+16, Object(a))
		}},
		{"shape of another kind", func(h *Heap, rec uint32) {
			a := h.NewKind(KObject, 0)
			h.SetU8(a+OffKind, KArray)
			h.Store(rec+16, Object(a))
		}},
	} {
		h := newTestHeap(t, Geometry{})
		h.InitObjects()
		h.SetRoot(100, CellRef(h.AllocValues(KRecord, 80, OffValues, Undefined)))
		h.Collect(true)
		if err := h.Verify(); err != nil {
			t.Fatal(err)
		}
		c.f(h, h.Root(100).Ref())
		err := h.Verify()
		if _, ok := err.(*VerifyError); !ok {
			t.Errorf("%s: not found (%v)", c.name, err)
		}
	}
}

func TestTrim(t *testing.T) {
	h := newTestHeap(t, Geometry{Stack: 1 << 16, Nursery: 1 << 20, RAM: 256 << 20})
	h.InitObjects()
	for i := 0; i < 20; i++ {
		h.SetRoot(100+uint32(i), tree(h, 12))
	}
	big := h.Used()
	for i := 1; i < 20; i++ {
		h.SetRoot(100+uint32(i), Undefined)
	}
	if !h.Trim() || h.Used() > big/10 {
		t.Errorf("%d bytes used, before %d", h.Used(), big)
	}
	if h.U64(alignUp(h.tenTop)) != 0 || h.U64((h.tenTop+big/2)&^7) != 0 {
		t.Error("freed space was not given back")
	}
	for i := 0; i < 20; i++ {
		h.SetRoot(100+uint32(i), tree(h, 12))
	}
	h.Collect(true)
	if err := h.Verify(); err != nil {
		t.Fatal(err)
	}
}
