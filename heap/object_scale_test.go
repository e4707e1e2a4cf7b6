package heap

import (
	"fmt"
	"testing"
	"time"
)

// linear fails when f(8n) takes about 64 times as long as f(n), as quadratic
// work does, in each of many tries: a busy machine slows one run, not always the
// same one. Small runs are noise, so n grows until f(n) takes milliseconds.
func linear(t *testing.T, name string, n int, f func(h *Heap, n int)) {
	t.Helper()
	cost := func(n int) time.Duration {
		best := time.Duration(1 << 62)
		for i := 0; i < 3; i++ {
			h := objectHeap(t)
			start := time.Now()
			f(h, n)
			if d := time.Since(start); d < best {
				best = d
			}
			h.Close()
		}
		return best
	}
	small := cost(n)
	for small < 2*time.Millisecond {
		n *= 2
		small = cost(n)
	}
	large := time.Duration(0)
	for try := 0; try < 8; try++ {
		if large = cost(8 * n); large < 40*small {
			return
		}
		small = max(small, cost(n))
	}
	t.Errorf("%s: %v for %d, %v for %d", name, small, n, large, 8*n)
}

// must fails the test run when code is not OpDone; 8 as a safety net of scale
// tests only.
func must(code uint32) {
	if code != OpDone {
		panic(fmt.Sprint("code ", code))
	}
}

func TestObjectScale(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: measures times")
	}
	names := func(h *Heap, n int) []Value {
		ks := make([]Value, n)
		for i := range ks {
			ks[i] = h.key(fmt.Sprint("k", i))
		}
		return ks
	}
	var p Prop
	linear(t, "dictionary: add, read, delete", 2000, func(h *Heap, n int) {
		ks := names(h, n)
		o := h.plain()
		p := Prop{Dynamic: true}
		for i, k := range ks {
			must(h.Set(o, k, Int(int32(i)), Object(o), &p))
		}
		for i, k := range ks {
			if h.Lookup(o, k, &p) != LookupData || p.Value != Int(int32(i)) {
				panic("lost")
			}
		}
		for _, k := range ks {
			must(h.Delete(o, k))
		}
		if _, n := h.OwnKeys(o, KeyAll); n != 0 {
			panic("left over")
		}
	})
	linear(t, "dictionary as a queue", 2000, func(h *Heap, n int) {
		ks := names(h, n)
		o := h.plain()
		for i, k := range ks {
			must(h.Set(o, k, True, Object(o), &p))
			if i >= 10 {
				must(h.Delete(o, ks[i-10]))
			}
		}
	})
	linear(t, "dictionary seen by caches", 2000, func(h *Heap, n int) {
		o := h.plain()
		h.toDictionary(o)
		for _, k := range names(h, n) {
			h.seenByCache(h.Shape(o))
			must(h.Set(o, k, True, Object(o), &p))
		}
	})
	linear(t, "prototype with many methods", 2000, func(h *Heap, n int) {
		o := h.plain()
		h.markProto(o)
		for _, k := range names(h, n) {
			must(h.Set(o, k, True, Object(o), &p))
		}
	})
	linear(t, "one object for each key", 2000, func(h *Heap, n int) {
		for _, k := range names(h, n) {
			o := h.plain()
			must(h.Set(o, k, True, Object(o), &p))
		}
	})
	linear(t, "one prototype for each object", 2000, func(h *Heap, n int) {
		for i := 0; i < n; i++ {
			h.NewObject(h.plain(), 0)
		}
	})
	linear(t, "chain by setPrototypeOf", 2000, func(h *Heap, n int) {
		last := h.plain()
		for i := 0; i < n; i++ {
			o := h.plain()
			must(h.SetPrototypeOf(o, last))
			last = o
		}
	})
	linear(t, "array upwards", 5000, func(h *Heap, n int) {
		a := h.NewArray(0)
		for i := 0; i < n; i++ {
			must(h.Set(a, Uint32(uint32(i)), True, Object(a), &p))
		}
	})
	linear(t, "new Array(n) downwards", 5000, func(h *Heap, n int) {
		a := h.NewArray(uint32(n))
		for i := n - 1; i >= 0; i-- {
			must(h.Set(a, Uint32(uint32(i)), True, Object(a), &p))
		}
		if h.Flags(a)&FSparse != 0 {
			panic("a full array stayed sparse")
		}
	})
	linear(t, "sparse array", 2000, func(h *Heap, n int) {
		a := h.NewArray(0xFFFFFFFF)
		for i := 0; i < n; i++ {
			must(h.Set(a, Uint32(uint32(i)*4099), True, Object(a), &p))
		}
		if _, k := h.OwnKeys(a, KeyAll); k != uint32(n)+1 {
			panic("keys")
		}
		must(h.SetArrayLength(a, Int(1)))
		for i := uint32(0); i < uint32(n); i++ {
			must(h.Set(a, Uint32(1e9+i), True, Object(a), &p))
		}
		for i := 1e9 + uint32(n); i > 1e9; i-- { // pop
			must(h.Delete(a, Uint32(i-1)))
			must(h.SetArrayLength(a, Uint32(i-1)))
		}
	})
	linear(t, "push and pop", 5000, func(h *Heap, n int) {
		a := h.NewArray(0)
		for i := 0; i < n; i++ {
			if !h.ArrayPush(a, True) {
				panic("push")
			}
		}
		for i := n; i > 0; i-- {
			must(h.SetArrayLength(a, Int(int32(i-1))))
		}
	})
	linear(t, "holes that grow", 5000, func(h *Heap, n int) {
		o := h.plain()
		for i := 0; i < n; i++ {
			must(h.Set(o, Uint32(uint32(3*i)), True, Object(o), &p))
		}
	})
	linear(t, "for-in over a chain", 500, func(h *Heap, n int) {
		last := uint32(0)
		for _, k := range names(h, n) {
			last = h.NewObject(last, 1)
			must(h.CreateDataProperty(last, k, True, &p)) // Set would walk the chain
		}
		if _, k, c := h.ForInKeys(last); c != OpDone || k != uint32(n) {
			panic("keys")
		}
	})
	linear(t, "freeze one by one", 2000, func(h *Heap, n int) {
		o := h.plain()
		ks := names(h, n)
		for _, k := range ks {
			must(h.Set(o, k, True, Object(o), &p))
		}
		for _, k := range ks {
			must(h.DefineOwn(o, k, &Desc{Has: WEC}))
		}
		must(h.PreventExtensions(o))
		if !h.TestIntegrity(o, Frozen) {
			panic("not frozen")
		}
	})
}

// The far ends of arrays, and what does not fit the memory.
func TestObjectLimits(t *testing.T) {
	h := objectHeap(t)
	var p Prop
	a := h.NewArray(0xFFFFFFFF)
	self := Object(a)
	must(h.Set(a, Double(4294967294), True, self, &p))
	if h.ArrayPush(a, True) {
		t.Error("push beyond 2^32-1")
	}
	must(h.Set(a, h.key("4294967295"), True, self, &p)) // not an index
	if h.Word(a) != 0xFFFFFFFF {
		t.Error("length changed")
	}
	must(h.DefineOwn(a, Double(4000000000), &Desc{Value: True, Has: HasValue}))
	if c := h.SetArrayLength(a, Int(0)); c != RejNotConfigurable || h.Word(a) != 4000000001 {
		t.Errorf("%d, length %d", c, h.Word(a))
	}
	small, err := NewCage(nil, Geometry{Stack: 64 << 10, Nursery: 256 << 10, RAM: 4 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer small.Close()
	small.InitObjects()
	if small.NewArrayCap(0, 1<<24) != 0 || small.NewArrayBuffer(0, 1<<24, NoIndex) != 0 {
		t.Error("large cells in a small heap")
	}
	o := small.NewObject(0, 0)
	code := uint32(OpDone)
	for i := uint32(0); code == OpDone && i < 1<<22; i++ {
		code = small.Set(o, Uint32(i), True, Object(o), &p)
	}
	if code != OpMemory {
		t.Errorf("filling the heap: %d", code)
	}
	o = small.NewObject(0, 0)
	code = OpDone
	for i := uint32(0); code == OpDone && i < 1<<22 && !small.Dead; i++ {
		code = small.Set(o, small.key("k"+itoa(i)), True, Object(o), &p)
	}
	if code != OpMemory && !small.Dead {
		t.Errorf("filling the heap with names: %d", code)
	}
}
