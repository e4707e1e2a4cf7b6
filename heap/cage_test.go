package heap

import (
	"errors"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// maybeEmulated says that this may be qemu-user, which keeps tens of megabytes
// for each reservation, even after it is given back.
const maybeEmulated = runtime.GOOS == "linux" && runtime.GOARCH == "arm64"

// newTestHeap makes a machine without a ROM for one test.
func newTestHeap(t testing.TB, g Geometry) *Heap {
	t.Helper()
	if g == (Geometry{}) {
		g = Geometry{Stack: 1 << 20, Nursery: 1 << 20, RAM: 64 << 20}
	}
	h, err := NewCage(nil, g)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(h.Close)
	return h
}

func TestPlace(t *testing.T) {
	for _, g := range []Geometry{
		{},
		{RAM: 1 << 20},
		{Stack: 1, Nursery: 1, RAM: 1},
		{ROMSize: 1<<20 + 17, Templates: 3000, Stack: 1 << 20, Nursery: 1 << 20, RAM: 64 << 20},
		{ROMSize: 8 << 20, Templates: 100_000, Stack: 64 << 20, Nursery: 32 << 20, RAM: 1 << 30},
		{ROMSize: 64 << 10, Stack: 8 << 20, Nursery: 8 << 20, RAM: 3 << 30},
	} {
		var h Heap
		if !h.place(g) {
			t.Errorf("%+v does not fit", g)
			continue
		}
		end := uint64(h.cageEnd) + scrapSize
		cards := uint32((end + 511) >> CardShift)
		regions := []struct {
			name     string
			at, size uint32
		}{
			{"rom", 0, g.ROMSize},
			{"state", h.firn, FeedbackTable + 4*g.Templates},
			{"roots", h.firn + StateRoots, 8 * NumRoots},
			{"cards", h.cardBias, cards},
			{"starts", h.startBias, cards},
			{"marks", h.markBias, 8 * cards},
			{"moves", h.moveBias, 4 * cards},
			{"stack", h.StackBase, g.Stack},
			{"nursery", h.nurBase, g.Nursery},
			{"tenured", h.tenBase, g.RAM + g.RAM/4 + max(g.Nursery, 1)},
			{"scrap", h.cageEnd, scrapSize},
		}
		last := uint64(0)
		for _, r := range regions {
			if r.name == "roots" {
				if r.at+r.size > h.firn+FeedbackTable {
					t.Errorf("%+v: roots reach into the feedback table", g)
				}
				continue
			}
			if r.at%regionAlign != 0 || uint64(r.at) < last {
				t.Errorf("%+v: %s at %#x, previous region ends at %#x", g, r.name, r.at, last)
			}
			last = uint64(r.at) + uint64(r.size)
		}
		if last > end || last+4*regionAlign < end || end > maxCage {
			t.Errorf("%+v: regions end at %#x, cage at %#x", g, last, end)
		}
		if h.NurEnd > h.tenBase || h.allocEnd+max(h.tenBase-h.nurBase, regionAlign) != h.cageEnd {
			t.Errorf("%+v: nursery %#x–%#x, allocation ends %#x of %#x", g, h.nurBase, h.NurEnd, h.allocEnd, h.cageEnd)
		}
	}
	var h Heap
	for _, g := range []Geometry{{RAM: 0xFFFFFFFF}, {RAM: 3 << 30, Stack: 1 << 30}, {ROMSize: 0xFFFFFFFF, RAM: 1}, {Templates: 0xFFFFFFFF}} {
		if h.place(g) {
			t.Errorf("%+v fits 4 GiB", g)
		}
		_, err := NewCage(nil, g)
		var ce *CageError
		if g.ROMSize == 0 && g.Templates == 0 && !errors.As(err, &ce) {
			t.Errorf("%+v: NewCage error is %v", g, err)
		}
	}
}

func TestManyCages(t *testing.T) {
	n := 10_000
	if testing.Short() {
		n = 2_000
	}
	if maybeEmulated {
		n = 50
	}
	g := Geometry{Stack: 1 << 20, Nursery: 1 << 20, RAM: 1 << 30}
	cages := make([]*Heap, 0, n)
	defer func() {
		for _, h := range cages {
			h.Close()
		}
	}()
	start := time.Now()
	for i := 0; i < n; i++ {
		h, err := NewCage(nil, g)
		if err != nil {
			t.Fatalf("cage %d: %v", i, err)
		}
		cages = append(cages, h)
		if h.U32(0) != HeaderSize || h.Val(h.firn+StateRoots) != 0 {
			t.Fatal("a new cage is not empty")
		}
		h.SetRoot(0, Int(int32(i)))
	}
	t.Logf("%d cages in %v", n, time.Since(start))
	for i, h := range cages {
		if h.Root(0) != Int(int32(i)) {
			t.Fatalf("cage %d lost its root", i)
		}
	}
}

// faults reports whether f faults on memory access.
func faults(f func()) (faulted bool) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if recover() != nil {
			faulted = true
		}
	}()
	f()
	return false
}

func BenchmarkNewCage(b *testing.B) {
	g := Geometry{Stack: 1 << 20, Nursery: 1 << 20, RAM: 1 << 30}
	for i := 0; i < b.N; i++ {
		h, err := NewCage(nil, g)
		if err != nil {
			b.Fatal(err)
		}
		h.SetRoot(0, Undefined)
		h.Close()
	}
}
