package heap

import "testing"

func TestPool(t *testing.T) {
	h, err := NewCage(nil, Geometry{Stack: 1 << 16, Nursery: 1 << 18, RAM: 16 << 20, Pool: 1 << 16})
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	h.InitObjects()
	h.Stress = StressVerify | StressPoison
	a, b := h.PoolAlloc(1), h.PoolAlloc(3)
	if a == 0 || b == 0 || !h.InPool(a) || h.InPool(b+24) || int32(b) < 0 {
		t.Fatalf("entries at %#x and %#x", a, b)
	}
	h.NewStr("garbage that cells will slide over")
	h.SetPool(a, String(h.NewStr("first")))
	h.SetPool(b+16, String(h.NewStr("second")))
	for i := 0; i < 4; i++ {
		if !h.Collect(i&1 != 0) {
			t.Fatal("no memory")
		}
		if s, u := h.Val(a), h.Val(b+16); !s.IsString() || h.GoString(s.Ref()) != "first" || h.GoString(u.Ref()) != "second" {
			t.Fatalf("collection %d: %#x %#x", i, uint64(s), uint64(u))
		}
	}
	h.PoolFree(b, 3)
	seen := map[uint32]bool{a: true}
	for i := 0; ; i++ {
		at := h.PoolAlloc(1)
		if at == 0 {
			if i != 1<<13-1 || h.PoolAlloc(2) != 0 {
				t.Errorf("%d entries", i)
			}
			break
		}
		if seen[at] || h.Val(at) != Undefined {
			t.Fatalf("entry %#x was given twice, or holds %#x", at, uint64(h.Val(at)))
		}
		seen[at] = true
	}
	f, err := h.Fork()
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if f.PoolUsed() != 0 || f.PoolAlloc(2) == 0 {
		t.Error("the pool of a fork is not empty")
	}
	if err := f.Verify(); err != nil {
		t.Fatal(err)
	}
	if got := h.Geometry().Pool; got != 1<<16 {
		t.Errorf("geometry says %d bytes", got)
	}
}

func TestPoolNone(t *testing.T) {
	h, err := NewCage(nil, Geometry{Stack: 1 << 16, RAM: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	if h.PoolAlloc(1) != 0 {
		t.Error("a cage without a pool gave an entry")
	}
}
