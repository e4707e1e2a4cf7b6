package heap

import (
	"bytes"
	"errors"
	"fmt"
	"testing"
)

// stage1 makes a small world: strings, symbols, maps, records in a cycle, a
// template, a rope.
func stage1(t testing.TB) *Heap {
	h := newTestHeap(t, Geometry{})
	h.InitStrings()
	const n = 40
	rec := h.AllocValues(KRecord, OffValues+8*n, OffValues, Undefined)
	h.SetRoot(FirstRuntimeRoot, CellRef(rec))
	set := func(i uint32, v Value) { h.Store(rec+OffValues+8*i, v) }
	for i := uint32(0); i < 10; i++ {
		set(i, String(h.InternStr(fmt.Sprintf("a long atom %d", i))))
	}
	set(10, CellRef(rec))
	rope, _ := h.Concat(h.NewStr("this is the left half of a rope, "), h.NewStr("and this is its right half: ünïcödé"))
	set(11, String(rope))
	set(12, String(h.NewStr("a wide string: 世界")))
	sym, _ := h.SymbolFor(h.NewStr("registered"))
	set(13, Symbol(sym))
	set(14, Symbol(h.NewSymbol(h.InternStr("fresh"), 0)))
	table := h.NewTable(false)
	for i := int32(0); i < 100; i++ {
		table, _ = h.TableSet(table, Int(i), Number(float64(i)/2))
		table, _ = h.TableSet(table, String(h.NewStr(fmt.Sprint("key ", i))), Int(i))
	}
	for i := int32(0); i < 100; i += 3 {
		table, _, _ = h.TableDelete(table, Int(i))
	}
	table, _ = h.TableSet(table, Symbol(sym), True)
	set(15, CellRef(table))
	for i := uint32(16); i < 20; i++ {
		tm := h.AllocZero(KTemplate, TmplData+8*4)
		h.SetU32(tm+TmplConsts, 2)
		h.SetU32(tm+TmplWords, 2)
		h.SetVal(tm+TmplData, String(h.InternStr("constant")))
		h.SetU64(tm+TmplData+16, 0xFFFE123456789ABC) // code that looks like a reference
		h.SetU32(tm+TmplName, h.InternStr("name"))
		set(i, CellRef(tm))
	}
	weak := h.NewWeak()
	weak, _ = h.WeakSet(weak, Symbol(sym), String(h.NewStr("weakly held")))
	set(20, CellRef(weak))
	set(21, Double(-0.5))
	for i := 0; i < 1000; i++ { // garbage
		h.InternStr(fmt.Sprint("garbage ", i))
	}
	return h
}

// checkStage1 checks that h holds the world of stage1.
func checkStage1(t *testing.T, h *Heap) {
	t.Helper()
	rec := h.Root(FirstRuntimeRoot).Ref()
	get := func(i uint32) Value { return h.Val(rec + OffValues + 8*i) }
	for i := uint32(0); i < 10; i++ {
		want := fmt.Sprintf("a long atom %d", i)
		if a := h.InternStr(want); get(i) != String(a) {
			t.Errorf("atom %d is %#x, interning gives %#x", i, uint64(get(i)), a)
		}
	}
	if get(10) != CellRef(rec) || get(21) != Double(-0.5) {
		t.Error("cycle or number are wrong")
	}
	if s := h.GoString(get(11).Ref()); s != "this is the left half of a rope, and this is its right half: ünïcödé" {
		t.Errorf("rope is %q", s)
	}
	if s := h.GoString(get(12).Ref()); s != "a wide string: 世界" {
		t.Errorf("wide string is %q", s)
	}
	if s, _ := h.SymbolFor(h.NewStr("registered")); get(13) != Symbol(s) {
		t.Error("registered symbol is not found")
	}
	table := get(15).Ref()
	for i := int32(0); i < 100; i++ {
		want := Value(Number(float64(i) / 2))
		if i%3 == 0 {
			want = Empty
		}
		if v := h.TableGet(table, Int(i)); v != want {
			t.Errorf("table[%d] = %#x", i, uint64(v))
		}
		if v := h.TableGet(table, String(h.NewStr(fmt.Sprint("key ", i)))); v != Int(i) {
			t.Errorf("table[key %d] = %#x", i, uint64(v))
		}
	}
	if h.TableGet(table, get(13)) != True {
		t.Error("table[symbol] is wrong")
	}
	if v := h.WeakGet(get(20).Ref(), get(13)); !v.IsString() || h.GoString(v.Ref()) != "weakly held" {
		t.Error("weak table lost its entry")
	}
	if tm := get(17).Ref(); h.U64(tm+TmplData+16) != 0xFFFE123456789ABC || h.Val(tm+TmplData) != String(h.InternStr("constant")) {
		t.Error("template is wrong")
	}
	if h.Char('x') != h.InternStr("x") {
		t.Error("one-unit strings are not atoms")
	}
}

func TestROM(t *testing.T) {
	h := stage1(t)
	checkStage1(t, h)
	b, err := h.WriteROM([]byte("profile"))
	if err != nil {
		t.Fatal(err)
	}
	// The same bytes from a heap with another history of collections.
	h2 := stage1(t)
	h2.Collect(true)
	h2.Collect(true)
	b2, err := h2.WriteROM([]byte("profile"))
	if err != nil || !bytes.Equal(b, b2) {
		t.Errorf("a second ROM differs (error %v)", err)
	}
	rom, err := OpenROM(b)
	if err != nil {
		t.Fatal(err)
	}
	if string(rom.Meta()) != "profile" || rom.Templates() != 4 {
		t.Errorf("meta %q, %d templates", rom.Meta(), rom.Templates())
	}
	m, err := NewCage(rom, Geometry{Stack: 1 << 16, Nursery: 1 << 18, RAM: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if err := m.VerifyROM(); err != nil {
		t.Fatal(err)
	}
	m.Stress = StressVerify | StressPoison
	for i := 0; i < 3; i++ {
		checkStage1(t, m)
		if !m.Collect(i == 1) {
			t.Fatal("collection failed")
		}
	}
	if ref := m.Root(FirstRuntimeRoot).Ref(); !m.IsROM(ref) || !m.IsROM(m.InternStr("constant")) || m.IsROM(m.InternStr("garbage 1")) {
		t.Error("what should be in ROM is not, or the other way round")
	}
	ids := map[uint32]bool{}
	m.Walk(SpaceROM, func(ref uint32) bool {
		if m.Kind(ref) == KTemplate {
			ids[m.U32(ref+TmplID)] = true
		}
		return true
	})
	if len(ids) != 4 || !ids[0] || !ids[3] {
		t.Errorf("template numbers %v", ids)
	}
	if len(m.KindStats(SpaceROM)) < 8 {
		t.Errorf("statistics: %+v", m.KindStats(SpaceROM))
	}
	if _, err := m.WriteROM(nil); err == nil {
		t.Error("WriteROM accepted a machine with a ROM")
	}
	t.Logf("%d bytes", len(b))
}

func TestOpenROMRejects(t *testing.T) {
	b, err := stage1(t).WriteROM(nil)
	if err != nil {
		t.Fatal(err)
	}
	reject := func(what string, b []byte) {
		t.Helper()
		_, err := OpenROM(b)
		var ie *ImageError
		if !errors.As(err, &ie) {
			t.Errorf("%s: error is %v", what, err)
		}
	}
	reject("empty", nil)
	reject("text", bytes.Repeat([]byte("text"), 2000))
	reject("truncated", b[:len(b)-1])
	reject("header only", b[:romHeader])
	for i := 0; i < len(b); i += 97 {
		c := bytes.Clone(b)
		c[i] ^= 1 << (i % 8)
		reject(fmt.Sprintf("bit flip at %d", i), c)
	}
}
