package heap

import (
	"bytes"
	"io"
	"testing"
)

// tree makes a binary tree of records of the given depth.
func tree(h *Heap, depth int) Value {
	ref := h.AllocValues(KRecord, OffValues+8*3, OffValues, Undefined)
	at := h.StackTop
	h.SetVal(at, CellRef(ref))
	h.StackTop += 8
	if depth > 0 {
		for i := uint32(0); i < 2; i++ {
			v := tree(h, depth-1)
			h.Store(h.Val(at).Ref()+OffValues+8*i, v)
			if h.WantGC {
				h.SetVal(h.StackTop, v)
				h.StackTop += 8
				h.Collect(false)
				h.StackTop -= 8
			}
		}
	}
	h.StackTop -= 8
	return h.Val(at)
}

func benchHeap(b *testing.B, mb uint32) *Heap {
	h, err := NewCage(nil, Geometry{Stack: 1 << 20, Nursery: 4 << 20, RAM: 1 << 30})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(h.Close)
	for i := uint32(0); h.Used() < mb<<20; i++ {
		v := tree(h, 12)
		if h.WantGC {
			h.SetRoot(FirstRuntimeRoot+100, v)
			h.Collect(false)
			v = h.Root(FirstRuntimeRoot + 100)
		}
		h.SetRoot(FirstRuntimeRoot+i%200, v)
	}
	return h
}

// BenchmarkMinorSurvive copies a nursery that is alive as a whole.
func BenchmarkMinorSurvive(b *testing.B) {
	h, err := NewCage(nil, Geometry{Stack: 1 << 20, Nursery: 1 << 20, RAM: 256 << 20})
	if err != nil {
		b.Fatal(err)
	}
	defer h.Close()
	h.NurEnd = h.tenBase
	bytes := int64(0)
	for i := 0; i < b.N; i++ {
		b.StopTimer()
		h.SetRoot(100, Undefined)
		h.Collect(true)
		h.SetRoot(100, tree(h, 13))
		bytes += int64(h.NurTop - h.nurBase)
		b.StartTimer()
		h.minor()
	}
	b.SetBytes(bytes / int64(b.N))
}

// BenchmarkMinorDead collects a nursery in which nothing is alive, next to
// 100 MB of tenured space.
func BenchmarkMinorDead(b *testing.B) {
	h := benchHeap(b, 100)
	for i := 0; i < b.N; i++ {
		for j := 0; j < 100; j++ {
			h.AllocValues(KRecord, 32, 8, Undefined)
		}
		h.minor()
	}
}

// BenchmarkFull100MB is a full collection of 100 MB that are alive.
func BenchmarkFull100MB(b *testing.B) {
	h := benchHeap(b, 100)
	h.Collect(true)
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		h.Collect(true)
	}
	b.ReportMetric(float64(h.Used())/1e6, "MB")
}

// BenchmarkFullSlide is the same with everything to be moved.
func BenchmarkFullSlide(b *testing.B) {
	h := benchHeap(b, 100)
	h.Collect(true)
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		b.StopTimer()
		h.SetRoot(FirstRuntimeRoot+uint32(i)%50, tree(h, 12))
		b.StartTimer()
		h.Collect(true)
	}
	b.ReportMetric(float64(h.Used())/1e6, "MB")
}

func BenchmarkAlloc(b *testing.B) {
	h, err := NewCage(nil, Geometry{Stack: 1 << 20, Nursery: 1 << 20, RAM: 256 << 20})
	if err != nil {
		b.Fatal(err)
	}
	defer h.Close()
	b.SetBytes(32)
	for i := 0; i < b.N; i++ {
		ref := h.Alloc(KRecord, 32)
		h.SetVal(ref+8, Undefined)
		h.SetVal(ref+16, Undefined)
		h.SetVal(ref+24, Undefined)
		if h.WantGC {
			h.Collect(false)
		}
	}
}

func BenchmarkFork10MB(b *testing.B) {
	h := benchHeap(b, 10)
	b.SetBytes(int64(h.Used()))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		f, err := h.Fork()
		if err != nil {
			b.Fatal(err)
		}
		f.Close()
	}
}

func BenchmarkWriteImage10MB(b *testing.B) {
	h := benchHeap(b, 10)
	b.SetBytes(int64(h.Used()))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if err := h.WriteImage(io.Discard, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVerify10MB(b *testing.B) {
	h := benchHeap(b, 10)
	b.SetBytes(int64(h.Used()))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if err := h.Verify(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkForkIdle forks a machine that has just started.
func BenchmarkForkIdle(b *testing.B) {
	h := benchHeap(b, 0)
	h.InitObjects()
	for i := 0; i < b.N; i++ {
		f, err := h.Fork()
		if err != nil {
			b.Fatal(err)
		}
		f.Close()
	}
}

func BenchmarkReadImage10MB(b *testing.B) {
	h := benchHeap(b, 10)
	img := save(b, h, "")
	b.SetBytes(int64(len(img)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		m, _, err := ReadImage(bytes.NewReader(img), nil)
		if err != nil {
			b.Fatal(err)
		}
		m.Close()
	}
}
