package heap

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
)

// stackVals keeps a test's values on the JS stack, where the collector finds
// and updates them.
type stackVals struct {
	h *Heap
	n uint32
}

func (s *stackVals) push(v Value) uint32 {
	s.h.SetVal(s.h.StackBase+8*s.n, v)
	s.n++
	s.h.StackTop = s.h.StackBase + 8*s.n
	return s.n - 1
}

func (s *stackVals) at(i uint32) Value     { return s.h.Val(s.h.StackBase + 8*i) }
func (s *stackVals) set(i uint32, v Value) { s.h.SetVal(s.h.StackBase+8*i, v) }

// TestStringsUnderCollection builds, flattens, cuts and interns strings with
// collections in between, the heap verified around each.
func TestStringsUnderCollection(t *testing.T) {
	h := newTestHeap(t, Geometry{Stack: 1 << 16, Nursery: 256 << 10, RAM: 64 << 20})
	h.InitStrings()
	h.Stress = StressVerify | StressPoison
	r := rand.New(rand.NewSource(6))
	s := &stackVals{h: h}
	var model []string
	for i := 0; i < 40; i++ {
		text := strings.Repeat(string(rune('a'+i%26)), i)
		s.push(String(h.NewStr(text)))
		model = append(model, text)
	}
	for op := 0; op < 6000; op++ {
		i, j, k := uint32(r.Intn(40)), uint32(r.Intn(40)), uint32(r.Intn(40))
		switch r.Intn(7) {
		case 0, 1, 2:
			if len(model[i])+len(model[j]) > 3000 {
				model[k] = "é"
				s.set(k, String(h.NewStr("é")))
				continue
			}
			c, st := h.Concat(s.at(i).Ref(), s.at(j).Ref())
			if st != OK {
				t.Fatal(st)
			}
			s.set(k, String(c))
			model[k] = model[i] + model[j]
		case 3:
			if n := h.StrLen(s.at(i).Ref()); n > 0 && !strings.ContainsAny(model[i], "é€") {
				from := uint32(r.Intn(int(n)))
				s.set(k, String(h.Substring(s.at(i).Ref(), from, n)))
				model[k] = model[i][from:]
			}
		case 4:
			a := h.Intern(s.at(i).Ref())
			if h.InternStr(model[i]) != a {
				t.Fatalf("op %d: two atoms", op)
			}
			if r.Intn(2) == 0 {
				s.set(i, String(a))
			}
		case 5:
			h.Flatten(s.at(i).Ref())
			if r.Intn(4) == 0 {
				h.InternStr(fmt.Sprint("garbage ", op))
			}
		case 6:
			var b StrBuilder
			b.Start(h, 8)
			b.AddString(s.at(i).Ref())
			b.AddUnit('€')
			b.AddString(s.at(j).Ref())
			if len(model[i])+len(model[j]) < 3000 {
				c, _ := b.Finish()
				s.set(k, String(c))
				model[k] = model[i] + "€" + model[j]
			}
		}
		if op%97 == 0 || h.WantGC {
			if !h.Collect(op%5 == 0) {
				t.Fatal("out of memory")
			}
		}
		if got := h.GoString(s.at(k).Ref()); op%10 == 0 && got != model[k] {
			t.Fatalf("op %d: %q, want %q", op, got, model[k])
		}
	}
	for i := range model {
		if got := h.GoString(s.at(uint32(i)).Ref()); got != model[i] {
			t.Errorf("%q, want %q", got, model[i])
		}
	}
	h.Collect(true)
	tbl := h.Root(RootAtoms).Ref()
	if used := h.U32(tbl + AtomsUsed); used > 400 {
		t.Errorf("%d atoms are kept alive", used)
	}
}

// TestTablesUnderCollection runs a Map, a Set and a WeakMap keyed by objects
// and strings, and iterators in them, with collections in between.
func TestTablesUnderCollection(t *testing.T) {
	h := newTestHeap(t, Geometry{Stack: 1 << 16, Nursery: 256 << 10, RAM: 64 << 20})
	h.InitStrings()
	h.Stress = StressVerify | StressPoison
	r := rand.New(rand.NewSource(7))
	s := &stackVals{h: h}
	s.push(CellRef(h.NewTable(false)))
	s.push(CellRef(h.NewWeak()))
	s.push(CellRef(h.NewTable(false))) // where the iterator is
	iterPos := uint32(0)
	const n = 200
	first := s.n
	for i := 0; i < n; i++ {
		if i%2 == 0 {
			s.push(Symbol(h.NewSymbol(0, 0)))
		} else {
			s.push(String(h.NewStr(fmt.Sprint("key number ", i))))
		}
	}
	inMap, inWeak := map[int]int32{}, map[int]int32{}
	for op := 0; op < 20000; op++ {
		i := r.Intn(n)
		key := s.at(first + uint32(i))
		if key.IsString() && r.Intn(2) == 0 {
			key = String(h.NewStr(fmt.Sprint("key number ", i)))
		}
		switch r.Intn(8) {
		case 0, 1:
			tbl, st := h.TableSet(s.at(0).Ref(), key, Int(int32(op)))
			if st != OK {
				t.Fatal(st)
			}
			s.set(0, CellRef(tbl))
			inMap[i] = int32(op)
		case 2:
			tbl, found, _ := h.TableDelete(s.at(0).Ref(), key)
			if _, ok := inMap[i]; ok != found {
				t.Fatalf("op %d: delete", op)
			}
			s.set(0, CellRef(tbl))
			delete(inMap, i)
		case 3:
			if key.IsSymbol() {
				w, st := h.WeakSet(s.at(1).Ref(), key, Int(int32(op)))
				if st != OK {
					t.Fatal(st)
				}
				s.set(1, CellRef(w))
				inWeak[i] = int32(op)
			}
		case 4:
			// The old key dies, and with it its weak entry.
			if i%2 == 0 {
				if _, ok := inMap[i]; !ok {
					s.set(first+uint32(i), Symbol(h.NewSymbol(0, 0)))
					delete(inWeak, i)
				}
			}
		case 5:
			var e, tbl uint32
			e, tbl, iterPos = h.TableNext(s.at(2).Ref(), iterPos)
			s.set(2, CellRef(tbl))
			if e == 0 {
				s.set(2, s.at(0))
				iterPos = 0
			}
		default:
			want, ok := inMap[i]
			if got := h.TableGet(s.at(0).Ref(), key); ok && got != Int(want) || !ok && got != Empty {
				t.Fatalf("op %d: map has %x, want %d", op, uint64(got), want)
			}
			if key.IsSymbol() {
				want, ok := inWeak[i]
				if got := h.WeakGet(s.at(1).Ref(), key); ok && got != Int(want) || !ok && got != Empty {
					t.Fatalf("op %d: weak map has %x, want %d", op, uint64(got), want)
				}
			}
		}
		if op%301 == 0 || h.WantGC {
			if !h.Collect(op%3 == 0) {
				t.Fatal("out of memory")
			}
		}
	}
	h.Collect(true)
	live := 0
	w := s.at(1).Ref()
	for i := uint32(0); i < h.weakCap(w); i++ {
		if h.Val(w + WeakEntries + 16*i).IsPointer() {
			live++
		}
	}
	if live != len(inWeak) {
		t.Errorf("%d weak entries, want %d", live, len(inWeak))
	}
	if int(h.TableSize(s.at(0).Ref())) != len(inMap) {
		t.Errorf("%d entries, want %d", h.TableSize(s.at(0).Ref()), len(inMap))
	}
}
