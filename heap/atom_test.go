package heap

import (
	"fmt"
	"strconv"
	"testing"
)

func TestAtoms(t *testing.T) {
	h := newStringHeap(t)
	const n = 20000
	first := make([]uint32, n)
	for i := range first {
		first[i] = h.InternStr(fmt.Sprintf("name%d", i))
	}
	for i := range first {
		s := fmt.Sprintf("name%d", i)
		a := h.InternStr(s)
		if a != first[i] || h.Intern(h.NewStr(s)) != a || h.Intern(wide(h, s)) != a || h.Flags(a)&FAtom == 0 {
			t.Fatalf("%s has two atoms", s)
		}
	}
	tbl := h.Root(RootAtoms).Ref()
	if used := h.U32(tbl + AtomsUsed); used < n || used > n+300 {
		t.Errorf("%d atoms", used)
	}
}

func TestAtomForm(t *testing.T) {
	h := newStringHeap(t)
	long := "a long name that is put together from pieces"
	rope := concat(t, h, h.NewStr(long[:25]), h.NewStr(long[25:]))
	a := h.Intern(rope)
	if h.Kind(a) != KStr1 || h.GoString(a) != long || h.Flags(rope)&FAtom != 0 {
		t.Errorf("atom of a rope is a %s, %q", KindName(h.Kind(a)), h.GoString(a))
	}
	slice := h.Substring(h.NewStr("xx"+long+"€€"), 4, 30)
	a = h.Intern(slice)
	if h.Kind(a) != KStr1 || h.GoString(a) != long[2:28] {
		t.Errorf("atom of a slice is a %s, %q", KindName(h.Kind(a)), h.GoString(a))
	}
	if a = h.Intern(h.NewStr("prix en €")); h.Kind(a) != KStr2 {
		t.Errorf("atom of a wide string is a %s", KindName(h.Kind(a)))
	}
}

// TestAtomsRebuild plays the collector: it kills entries and closes the gaps.
func TestAtomsRebuild(t *testing.T) {
	h := newStringHeap(t)
	const n = 3000
	refs := make([]uint32, n)
	for i := range refs {
		refs[i] = h.InternStr("k" + strconv.Itoa(i))
	}
	tbl := h.Root(RootAtoms).Ref()
	dead := map[uint32]bool{}
	for i := 0; i < n; i += 3 {
		dead[refs[i]] = true
	}
	for off := tbl + AtomsEntries; off < tbl+h.Size(tbl); off += 4 {
		if dead[h.U32(off)] {
			h.SetU32(off, AtomDeleted)
		}
	}
	used := h.U32(tbl + AtomsUsed)
	h.AtomsRebuild(tbl)
	if got := h.U32(tbl + AtomsUsed); got != used-n/3 {
		t.Errorf("%d atoms left of %d", got, used)
	}
	for i := range refs {
		a := h.InternStr("k" + strconv.Itoa(i))
		if i%3 != 0 && a != refs[i] {
			t.Fatalf("k%d got lost", i)
		}
		if i%3 == 0 && a == refs[i] {
			t.Fatalf("k%d is still there", i)
		}
	}
}

func TestKeyFromString(t *testing.T) {
	h := newStringHeap(t)
	for _, c := range []struct {
		s     string
		index bool
	}{
		{"0", true}, {"1", true}, {"10", true}, {"2147483647", true}, {"2147483648", true}, {"4294967294", true},
		{"4294967295", false}, {"4294967296", false}, {"9999999999", false}, {"00", false}, {"01", false}, {"-1", false},
		{"-0", false}, {"", false}, {"1.0", false}, {"1e3", false}, {" 1", false}, {"x", false}, {"12345678901", false},
	} {
		k := h.KeyFromString(h.NewStr(c.s))
		if k != h.KeyFromString(wide(h, c.s)) {
			t.Errorf("%q: key depends on the form", c.s)
		}
		if k.IsNumber() != c.index {
			t.Errorf("%q: index %v", c.s, k.IsNumber())
		}
		if c.index {
			if f, _ := strconv.ParseFloat(c.s, 64); k.Num() != f || k != Number(f) {
				t.Errorf("%q: %v", c.s, k.Num())
			}
		} else if !k.IsString() || h.Flags(k.Ref())&FAtom == 0 || h.KeyHash(k) == 0 {
			t.Errorf("%q: no atom", c.s)
		}
	}
}

func TestSymbols(t *testing.T) {
	h := newStringHeap(t)
	a, b := h.NewSymbol(h.NewStr("d"), 0), h.NewSymbol(0, FPrivateName)
	if h.SymbolDescription(a) != String(h.NewStr("d")) || h.SymbolDescription(b) != Undefined || h.Flags(b) != FPrivateName {
		t.Error("wrong fields")
	}
	if h.KeyHash(Symbol(a)) == h.KeyHash(Symbol(b)) || h.IdentityHash(a) == 0 {
		t.Error("hashes")
	}
	x, _ := h.SymbolFor(h.NewStr("key"))
	y, _ := h.SymbolFor(wide(h, "key"))
	z, _ := h.SymbolFor(h.NewStr("other"))
	if x != y || x == z || h.SymbolKeyFor(x) != String(h.InternStr("key")) || h.SymbolKeyFor(a) != Undefined {
		t.Error("registry")
	}
}

func TestIdentityHash(t *testing.T) {
	h := newTestHeap(t, Geometry{Stack: 1 << 16, Nursery: 4 << 20, RAM: 64 << 20})
	seen := make([]int, 1<<16)
	for i := 0; i < 2*65535; i++ {
		s := h.AllocZero(KObject, 24)
		x := h.IdentityHash(s)
		if x == 0 || x > 0xFFFF || x != h.IdentityHash(s) {
			t.Fatalf("hash %d", x)
		}
		seen[x]++
	}
	for x, n := range seen[1:] {
		if n != 2 {
			t.Fatalf("hash %d was given %d times", x+1, n)
		}
	}
}

func TestBigIntCells(t *testing.T) {
	h := newTestHeap(t, Geometry{})
	for _, i := range []int64{0, 1, -1, 1 << 31, -1 << 31, 1<<32 - 1, 1 << 32, 1<<63 - 1, -1 << 63, -1<<63 + 1} {
		b := h.BigIntFromInt64(i)
		if got, ok := h.BigIntExact64(b); got != i || !ok || h.BigIntNegative(b) != (i < 0) {
			t.Errorf("%d: %d %v", i, got, ok)
		}
		for _, j := range []int64{0, 1, -1, 1 << 40, -1 << 40} {
			c := h.BigIntFromInt64(j)
			cmp := h.BigIntCompare(b, c)
			if (cmp < 0) != (i < j) || (cmp > 0) != (i > j) || h.BigIntEqual(b, c) != (i == j) {
				t.Errorf("compare(%d, %d) = %d", i, j, cmp)
			}
		}
	}
	b := h.NewBigInt(true, []uint32{5, 0, 7, 0, 0})
	if h.BigIntLen(b) != 3 || h.BigIntDigit(b, 2) != 7 || h.BigIntDigit(b, 3) != 0 || h.BigIntToInt64(b) != -5 {
		t.Error("digits")
	}
	if _, ok := h.BigIntExact64(b); ok {
		t.Error("three digits in 64 bits")
	}
	if _, ok := h.BigIntExact64(h.BigIntFromUint64(1 << 63)); ok {
		t.Error("2^63 as an int64")
	}
	c := h.AllocBigInt(true, 6)
	h.SetU32(c+OffData, 9)
	h.BigIntTrim(c)
	if h.BigIntLen(c) != 1 || h.Size(c) != 24 || h.BigIntToInt64(c) != -9 {
		t.Error("trim")
	}
	if z := h.NewBigInt(true, []uint32{0}); h.BigIntNegative(z) || h.BigIntLen(z) != 0 {
		t.Error("negative zero")
	}
}

// TestSymbolsOfROM: a registry in ROM is continued in RAM.
func TestSymbolsOfROM(t *testing.T) {
	stage := newStringHeap(t)
	x, _ := stage.SymbolFor(stage.NewStr("in ROM"))
	stage.SetRoot(FirstRuntimeRoot, Symbol(x))
	image, err := stage.WriteROM(nil)
	if err != nil {
		t.Fatal(err)
	}
	rom, err := OpenROM(image)
	if err != nil {
		t.Fatal(err)
	}
	h, err := NewCage(rom, Geometry{Stack: 1 << 16, Nursery: 1 << 20, RAM: 16 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	x = h.Root(FirstRuntimeRoot).Ref()
	for i := 0; i < 3; i++ {
		y, st := h.SymbolFor(h.NewStr("new"))
		z, st2 := h.SymbolFor(h.NewStr("new"))
		if st != OK || st2 != OK || y != z || h.IsROM(y) {
			t.Error("a new symbol in RAM")
		}
		if y, _ := h.SymbolFor(h.NewStr("in ROM")); y != x || !h.IsROM(x) {
			t.Error("the ROM's symbol is not found")
		}
	}
	if a := h.InternStr("in ROM"); !h.IsROM(a) || h.IsROM(h.InternStr("not in ROM")) {
		t.Error("atoms")
	}
	if h.IdentityHash(x) == 0 || h.TableHas(h.Root(RootSymbols).Ref(), Int(1)) {
		t.Error("hash or table")
	}
}
