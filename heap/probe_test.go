package heap

import (
	"encoding/binary"
	"testing"
)

// colliding is the i-th of many texts of 16 bytes with the same hash.
func colliding(i uint64) string {
	x := (16 ^ i) * HashMul
	x ^= x >> 32
	var b [16]byte
	binary.LittleEndian.PutUint64(b[:], i)
	binary.LittleEndian.PutUint64(b[8:], x^0x2545F4914F6CDD1D)
	for k, c := range b { // as Latin-1, not as UTF-8
		b[k] = c & 0x7F
	}
	return string(b[:])
}

// latin1 makes a string of one-byte units.
func latin1(h *Heap, i uint64) uint32 {
	s := h.AllocZero(KStr1, OffChars+16)
	h.SetU32(s+OffLength, 16)
	h.SetFlag(s, FLatin1)
	x := (16 ^ i) * HashMul
	x ^= x >> 32
	h.SetU64(s+OffChars, i)
	h.SetU64(s+OffChars+8, x^0x2545F4914F6CDD1D)
	return s
}

func TestCollidingTable(t *testing.T) {
	h := newStringHeap(t)
	defer h.Close()
	const n = 1000
	work := h.WorkDone
	m := h.NewTable(false)
	h.NewHandle(CellRef(m))
	want := h.Hash(latin1(h, 0))
	for i := uint64(0); i < n; i++ {
		s := latin1(h, i)
		if h.Hash(s) != want {
			t.Fatalf("string %d has another hash", i)
		}
		var st Status
		if m, st = h.TableSet(m, String(s), Int(int32(i))); st != OK {
			t.Fatal(st)
		}
		if i%3 == 0 {
			m, _, _ = h.TableDelete(m, String(latin1(h, i)))
		}
	}
	for i := uint64(0); i < n; i++ {
		want := Int(int32(i))
		if i%3 == 0 {
			want = Empty
		}
		if v := h.TableGet(m, String(latin1(h, i))); v != want {
			t.Fatalf("key %d: %#x", i, uint64(v))
		}
	}
	if h.TableFind(m, String(latin1(h, n))) != 0 {
		t.Error("a key that is not there was found")
	}
	if cost := h.WorkDone - work; cost > 5*n {
		t.Errorf("charged %d", cost)
	}
	// Few places are looked at, whatever the keys are.
	index, taken := h.U32(m+TableIndex), 0
	from := want & indexMask(h, index)
	for at := from; h.U32(index+IndexData+4*at) != 0; at = (at + 1) & indexMask(h, index) {
		taken++
	}
	if taken < FreeProbes || taken > n/4 {
		t.Errorf("%d of %d entries are together", taken, n)
	}
}

func TestCollidingAtoms(t *testing.T) {
	h := newStringHeap(t)
	defer h.Close()
	const n = 600
	var kept []uint32
	for i := uint64(0); i < n; i++ {
		a := h.Intern(latin1(h, i))
		if i%4 == 0 {
			kept = append(kept, h.NewHandle(String(a)))
		}
		if again := h.Intern(latin1(h, i)); again != a {
			t.Fatalf("atom %d was made twice", i)
		}
	}
	if h.Flags(h.Root(RootAtoms).Ref())&FFar == 0 {
		t.Fatal("no atom is at its second home")
	}
	for round := 0; round < 3; round++ {
		h.Collect(true)
		if err := h.Verify(); err != nil {
			t.Fatal(err)
		}
		for i, k := range kept {
			if a := h.Intern(latin1(h, uint64(4*i))); String(a) != h.Handle(k) {
				t.Fatalf("round %d: atom %d was made twice", round, 4*i)
			}
		}
		for i := uint64(0); i < n; i++ { // those that died, once more
			a := h.Intern(latin1(h, i))
			if h.Intern(latin1(h, i)) != a {
				t.Fatalf("round %d: atom %d was made twice", round, i)
			}
		}
	}
	// However the units are stored, and looked for.
	if x, y := h.farView(h.View(h.NewStr(colliding(5)))), farBytes([]byte(colliding(5))); x != y {
		t.Errorf("second hashes %#x and %#x", x, y)
	}
}

func TestCollidingProperties(t *testing.T) {
	h, _ := siteHeap(t, 1)
	const n = 700
	obj := h.NewObject(h.Root(RootObjectProto).Ref(), 0)
	h.NewHandle(Object(obj))
	var p Prop
	p.Dynamic = true
	for i := uint64(0); i < n; i++ {
		if code := h.Set(obj, String(h.Intern(latin1(h, i))), Int(int32(i)), Object(obj), &p); code != OpDone {
			t.Fatal(code)
		}
		// And one of its own, by the transition.
		one := h.NewObject(h.Root(RootObjectProto).Ref(), 0)
		h.Set(one, String(h.Intern(latin1(h, i))), Int(1), Object(one), &p)
		two := h.NewObject(h.Root(RootObjectProto).Ref(), 0)
		h.Set(two, String(h.Intern(latin1(h, i))), Int(2), Object(two), &p)
		if h.Shape(one) != h.Shape(two) {
			t.Fatalf("transition %d was not found", i)
		}
	}
	for i := uint64(0); i < n; i++ {
		if !h.GetOwn(obj, String(h.Intern(latin1(h, i))), &p) || p.Value != Int(int32(i)) {
			t.Fatalf("property %d", i)
		}
	}
	if h.GetOwn(obj, String(h.Intern(latin1(h, n))), &p) {
		t.Error("a property that is not there was found")
	}
}
