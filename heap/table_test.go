package heap

import (
	"fmt"
	"math"
	"math/rand"
	"testing"
)

// tableModel is an ordered map in Go: keys in insertion order, deleted ones
// kept as gaps so that iterators are plain positions.
type tableModel struct {
	keys  []string // "" = deleted
	vals  []int32
	at    map[string]int
	epoch int // clears
}

func (m *tableModel) set(k string, v int32) {
	if i, ok := m.at[k]; ok {
		m.vals[i] = v
		return
	}
	m.at[k] = len(m.keys)
	m.keys = append(m.keys, k)
	m.vals = append(m.vals, v)
}

func (m *tableModel) delete(k string) bool {
	i, ok := m.at[k]
	if ok {
		m.keys[i] = ""
		delete(m.at, k)
	}
	return ok
}

func (m *tableModel) clear() {
	for k := range m.at {
		m.delete(k)
	}
}

// next is the entry after position i.
func (m *tableModel) next(i int) (string, int) {
	for ; i < len(m.keys); i++ {
		if m.keys[i] != "" {
			return m.keys[i], i + 1
		}
	}
	return "", i
}

type modelIter struct {
	t, pos uint32
	i      int
	done   bool
}

// TestTableModel runs random operations and live iterators against the model.
func TestTableModel(t *testing.T) {
	for _, set := range []bool{false, true} {
		for seed := int64(0); seed < 12; seed++ {
			h := newStringHeap(t)
			r := rand.New(rand.NewSource(seed))
			runTableModel(t, h, set, 3000, func(n int) int { return r.Intn(n) })
			if t.Failed() {
				t.Fatalf("set %v, seed %d", set, seed)
			}
		}
	}
}

func FuzzTable(f *testing.F) {
	f.Add(true, []byte("0123456789abcdefghijklmnopqrstuvwxyz"))
	f.Add(false, []byte("\x00\x10\x20\x00\x11\x21\x07\x07\x07"))
	h := newStringHeap(f)
	nur := h.NurTop
	ten, atoms := h.tenTop, h.Root(RootAtoms)
	f.Fuzz(func(t *testing.T, set bool, b []byte) {
		h.NurTop, h.tenTop = nur, ten
		h.SetRoot(RootAtoms, atoms)
		runTableModel(t, h, set, len(b)/3, func(n int) int {
			if len(b) == 0 {
				return 0
			}
			x := int(b[0])
			b = b[1:]
			return x % n
		})
	})
}

func runTableModel(t *testing.T, h *Heap, set bool, ops int, intn func(int) int) {
	m := &tableModel{at: map[string]int{}}
	tbl := h.NewTable(set)
	var objs [40]uint32
	for i := range objs {
		objs[i] = h.AllocZero(KObject, 24)
	}
	// key makes a key in a random form and its name in the model.
	key := func() (Value, string) {
		i := intn(40)
		switch intn(6) {
		case 0:
			return Int(int32(i)), fmt.Sprint("n", i)
		case 1:
			return Double(float64(i)), fmt.Sprint("n", i)
		case 2:
			return Double(float64(i) + 0.5), fmt.Sprint("n", i, ".5")
		case 3:
			s := fmt.Sprint("string key that makes ropes ", i)
			if i%2 == 0 {
				return String(wide(h, s)), s
			}
			c, _ := h.Concat(h.NewStr(s[:20]), h.NewStr(s[20:]))
			return String(c), s
		case 4:
			return Object(objs[i]), fmt.Sprint("o", i)
		}
		return BigInt(h.BigIntFromInt64(int64(i - 20))), fmt.Sprint("b", i-20)
	}
	var iters []*modelIter
	phase := 0
	for op := 0; op < ops; op++ {
		if op%300 == 0 {
			phase = intn(3) // mostly growing, mixed, mostly shrinking
		}
		k, name := key()
		st := OK
		switch c := intn(20); {
		case c < 10 && phase == 0 || c < 6 && phase == 1 || c < 2:
			v := int32(intn(100))
			tbl, st = h.TableSet(tbl, k, Int(v))
			m.set(name, v)
		case c < 14:
			var found bool
			tbl, found, st = h.TableDelete(tbl, k)
			if found != m.delete(name) {
				t.Errorf("op %d: delete(%s) = %v", op, name, found)
				return
			}
		case c == 14 && intn(20) == 0:
			tbl, st = h.TableClear(tbl)
			m.clear()
		case c == 15:
			iters = append(iters, &modelIter{t: tbl})
			iters[len(iters)-1].i = 0
		default:
			if i, ok := m.at[name]; ok != h.TableHas(tbl, k) || ok && !set && h.TableGet(tbl, k) != Int(m.vals[i]) {
				t.Errorf("op %d: get(%s) = %x", op, name, uint64(h.TableGet(tbl, k)))
				return
			}
		}
		if st != OK {
			t.Errorf("op %d: status %d", op, st)
			return
		}
		if int(h.TableSize(tbl)) != len(m.at) {
			t.Errorf("op %d: size %d, want %d", op, h.TableSize(tbl), len(m.at))
			return
		}
		if len(iters) > 0 && intn(3) == 0 {
			it := iters[intn(len(iters))]
			if !it.done {
				var want string
				want, it.i = m.next(it.i)
				var e uint32
				e, it.t, it.pos = h.TableNext(it.t, it.pos)
				it.done = e == 0
				got := ""
				if e != 0 {
					got = keyName(h, h.Val(e), objs[:])
				}
				if got != want {
					t.Errorf("op %d: iterator gives %q, want %q", op, got, want)
					return
				}
			}
		}
	}
	// The whole content in order.
	i := 0
	e, it, pos := h.TableNext(tbl, 0)
	for e != 0 {
		var want string
		want, i = m.next(i)
		if got := keyName(h, h.Val(e), objs[:]); got != want {
			t.Errorf("entry is %q, want %q", got, want)
			return
		}
		e, it, pos = h.TableNext(it, pos)
	}
	if want, _ := m.next(i); want != "" {
		t.Errorf("%q is missing", want)
	}
}

func keyName(h *Heap, k Value, objs []uint32) string {
	switch {
	case k.IsNumber() && k.Num() == math.Trunc(k.Num()):
		return fmt.Sprint("n", int(k.Num()))
	case k.IsNumber():
		return fmt.Sprint("n", int(k.Num()), ".5")
	case k.IsString():
		return h.GoString(k.Ref())
	case k.IsBigInt():
		return fmt.Sprint("b", h.BigIntToInt64(k.Ref()))
	}
	for i, o := range objs {
		if o == k.Ref() {
			return fmt.Sprint("o", i)
		}
	}
	return "?"
}

func TestTableKeys(t *testing.T) {
	h := newStringHeap(t)
	tbl := h.NewTable(false)
	nan := math.NaN()
	for i, k := range []Value{
		Double(math.Copysign(0, -1)), Double(nan), Double(math.Inf(1)), Int(-5), Undefined, Null, True, False,
		String(h.NewStr("5")), Int(5), BigInt(h.BigIntFromInt64(5)), Symbol(h.NewSymbol(0, 0)), Double(1e300), String(h.EmptyString()),
	} {
		tbl, _ = h.TableSet(tbl, k, Int(int32(i)))
		if h.TableGet(tbl, k) != Int(int32(i)) {
			t.Errorf("key %d is not found", i)
		}
	}
	if h.TableSize(tbl) != 14 {
		t.Errorf("%d entries", h.TableSize(tbl))
	}
	if h.TableGet(tbl, Int(0)) != Int(0) || h.TableGet(tbl, Value(0xFFF8000000000000)) != Int(1) || h.TableGet(tbl, Double(-5)) != Int(3) {
		t.Error("SameValueZero")
	}
	if e, _, _ := h.TableNext(tbl, 0); h.Val(e) != Int(0) {
		t.Error("−0 must be kept as +0")
	}
	if h.TableGet(tbl, Int(6)) != Empty || h.TableGet(tbl, Empty) != Empty {
		t.Error("found an absent key")
	}
}

// TestTableUnits: a step charges for the deleted entries that it goes over, and for the
// tables that have taken over since.
func TestTableUnits(t *testing.T) {
	h := newTestHeap(t, Geometry{Stack: 1 << 16, Nursery: 1 << 20, RAM: 256 << 20})
	next := func(tbl, pos uint32) (key int32, units uint64) {
		before := h.WorkDone
		e, _, _ := h.TableNext(tbl, pos)
		if e == 0 {
			return -1, h.WorkDone - before
		}
		return h.Val(e).Int32(), h.WorkDone - before
	}
	for _, c := range []struct {
		gone  int32
		units uint64
	}{{0, 0}, {TableSkips, 0}, {TableSkips + 1, (TableSkips + 1) / 8}, {70000, 70000 / 8}} {
		tbl := h.NewTable(false)
		for i := int32(0); i < 90000; i++ {
			tbl, _ = h.TableSet(tbl, Int(i), Undefined)
		}
		for i := int32(1); i <= c.gone; i++ {
			tbl, _, _ = h.TableDelete(tbl, Int(i))
		}
		if k, units := next(tbl, 1); k != c.gone+1 || units != c.units {
			t.Errorf("over %d deleted entries: key %d for %d units", c.gone, k, units)
		}
	}
	const heirs = 1000
	first := h.NewTable(true)
	tbl := first
	for i := 0; i < heirs; i++ {
		tbl, _ = h.TableSet(tbl, Int(1), Undefined)
		tbl, _ = h.TableClear(tbl)
	}
	tbl, _ = h.TableSet(tbl, Int(7), Undefined)
	if k, units := next(first, 1); k != 7 || units != heirs*heirUnits {
		t.Errorf("behind %d heirs: key %d for %d units", heirs, k, units)
	}
}

// TestTableQueue: a Map as a queue, each step with a new iterator, is linear.
func TestTableQueue(t *testing.T) {
	h := newTestHeap(t, Geometry{Stack: 1 << 16, Nursery: 1 << 20, RAM: 256 << 20})
	tbl := h.NewTable(true)
	const n = 100000
	for i := int32(0); i < n; i++ {
		tbl, _ = h.TableSet(tbl, Int(i), Undefined)
	}
	for i := int32(0); i < n; i++ {
		e, _, _ := h.TableNext(tbl, 0)
		if h.Val(e) != Int(i) {
			t.Fatalf("head is %d, want %d", h.Val(e).Int32(), i)
		}
		tbl, _, _ = h.TableDelete(tbl, Int(i))
		tbl, _ = h.TableSet(tbl, Int(n+i), Undefined)
	}
}

func TestWeakTable(t *testing.T) {
	h := newTestHeap(t, Geometry{Stack: 1 << 16, Nursery: 4 << 20, RAM: 64 << 20})
	w := h.NewWeak()
	r := rand.New(rand.NewSource(5))
	model := map[uint32]int32{}
	var keys []uint32
	for i := 0; i < 3000; i++ {
		keys = append(keys, h.AllocZero(KObject, 24))
	}
	for op := 0; op < 30000; op++ {
		k := keys[r.Intn(len(keys))]
		switch r.Intn(4) {
		case 0, 1:
			v := int32(r.Intn(1000))
			var st Status
			if w, st = h.WeakSet(w, Object(k), Int(v)); st != OK {
				t.Fatal(st)
			}
			model[k] = v
		case 2:
			_, want := model[k]
			if got, _ := h.WeakDelete(w, Object(k)); got != want {
				t.Fatalf("op %d: delete = %v", op, got)
			}
			delete(model, k)
		case 3:
			want := Empty
			if v, ok := model[k]; ok {
				want = Int(v)
			}
			if got := h.WeakGet(w, Object(k)); got != want {
				t.Fatalf("op %d: %x, want %x", op, uint64(got), uint64(want))
			}
		}
	}
}

func BenchmarkTableSetInt(b *testing.B) {
	h := newTestHeap(b, Geometry{Stack: 1 << 16, Nursery: 1 << 20, RAM: 1 << 30})
	ten := h.tenTop
	const n = 1000
	for i := 0; i < b.N; i += n {
		h.NurTop, h.tenTop = h.nurBase, ten
		tbl := h.NewTable(false)
		for j := int32(0); j < n; j++ {
			tbl, _ = h.TableSet(tbl, Int(j), Int(j))
		}
	}
}

func BenchmarkTableGetString(b *testing.B) {
	h := newStringHeap(b)
	tbl := h.NewTable(false)
	var keys [1000]Value
	for i := range keys {
		keys[i] = String(h.NewStr(fmt.Sprint("key", i)))
		tbl, _ = h.TableSet(tbl, keys[i], Int(int32(i)))
	}
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		h.TableGet(tbl, keys[i%1000])
	}
}
