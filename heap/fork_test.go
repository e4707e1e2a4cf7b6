package heap

import (
	"bytes"
	"testing"
)

func TestFork(t *testing.T) {
	h := stage1(t)
	objectWorld(t, h)
	x := newTorture(t, Geometry{Stack: 1 << 16, Nursery: 1 << 18, RAM: 64 << 20}, StressVerify|StressPoison, 4)
	for i := 0; i < 20; i++ {
		for j := 0; j < 200; j++ {
			x.step()
		}
		img := save(t, x.h, "")
		f, err := x.h.Fork()
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		// What the one does now must not reach the other.
		parent := x.h
		for j := 0; j < 50; j++ {
			parent.Store(parent.Val(parent.StackBase).Ref()+OffValues+8, Int(int32(j)))
			parent.Intern(parent.NewStr("only in the parent"))
		}
		parent.Collect(true)
		x.h = f
		if err := f.Verify(); err != nil {
			t.Fatal(err)
		}
		x.check()
		if !bytes.Equal(save(t, f, ""), img) {
			t.Fatalf("round %d: the fork differs", i)
		}
		f.Collect(i&1 == 0)
		x.check()
	}
	f, err := h.Fork()
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	h.Close()
	checkStage1(t, f)
	checkObjectWorld(t, f)
}
