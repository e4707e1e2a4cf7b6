package heap

import (
	"bytes"
	"math/rand"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

func newStringHeap(t testing.TB) *Heap {
	h := newTestHeap(t, Geometry{Stack: 1 << 20, Nursery: 8 << 20, RAM: 256 << 20})
	h.InitStrings()
	return h
}

// wide makes a KStr2 whatever its content.
func wide(h *Heap, s string) uint32 {
	u := utf16.Encode([]rune(s))
	r := h.NewFlat(true, uint32(len(u)))
	for i, c := range u {
		h.SetU16(r+OffChars+2*uint32(i), c)
	}
	return r
}

func units(h *Heap, ref uint32) []uint16 {
	v := h.View(ref)
	u := make([]uint16, v.Len)
	for i := range u {
		u[i] = uint16(h.Unit(v, uint32(i)))
	}
	return u
}

func concat(t testing.TB, h *Heap, a, b uint32) uint32 {
	t.Helper()
	r, st := h.Concat(a, b)
	if st != OK {
		t.Fatalf("concat: status %d", st)
	}
	return r
}

func TestNewString(t *testing.T) {
	h := newStringHeap(t)
	for _, s := range []string{"", "a", "é", "ÿ", "Ā", "€", "😀", "hello", "naïve", "日本語", "mixed é € 😀 text that is long enough"} {
		r := h.NewStr(s)
		want := utf16.Encode([]rune(s))
		got := units(h, r)
		if string(utf16.Decode(got)) != s || len(got) != len(want) || h.StrLen(r) != uint32(len(want)) {
			t.Errorf("%q: %x, want %x", s, got, want)
		}
		if g := h.GoString(r); g != s {
			t.Errorf("GoString = %q, want %q", g, s)
		}
		latin := true
		for _, c := range want {
			latin = latin && c < 256
			if int(h.At(r, 0)) != int(want[0]) {
				t.Errorf("%q: At(0) = %x", s, h.At(r, 0))
			}
		}
		if (h.Kind(r) == KStr1) != latin {
			t.Errorf("%q is a %s", s, KindName(h.Kind(r)))
		}
		if a := h.InternStr(s); !h.Equal(a, r) || h.GoString(a) != s || h.Intern(r) != a {
			t.Errorf("%q: interned as %q", s, h.GoString(a))
		}
	}
	if h.NewStr("x") != h.NewStr("x") || h.NewStr("") != h.EmptyString() || h.Char(0xE9) != h.NewStr("é") {
		t.Error("one-unit strings are not shared")
	}
}

func TestUTF8(t *testing.T) {
	h := newStringHeap(t)
	r := rand.New(rand.NewSource(1))
	for i := 0; i < 3000; i++ {
		b := make([]byte, r.Intn(12))
		for j := range b {
			b[j] = []byte{0x41, 0x7F, 0x80, 0xBF, 0xC1, 0xC3, 0xE0, 0xA0, 0xE2, 0xEE, 0xF0, 0x90, 0xF4, 0x8F, 0xF5, 0xFF}[r.Intn(16)]
		}
		if bytes.ContainsRune(b, 0xED) {
			continue
		}
		// Go replaces each byte; the standard each maximal part: only the number may differ.
		s := h.NewString(b)
		if utf8.Valid(b) && h.GoString(s) != string(b) {
			t.Fatalf("% x: %q", b, h.GoString(s))
		}
		if !utf8.Valid(b) && !strings.Contains(h.GoString(s), "\uFFFD") {
			t.Fatalf("% x: %q", b, h.GoString(s))
		}
	}
	for in, want := range map[string]string{
		"\xF0\x9F\x98":         "\uFFFD",
		"\xF0\x9F\x98a":        "\uFFFDa",
		"\xE0\x80\x80":         "\uFFFD\uFFFD\uFFFD",
		"\xF4\x90\x80\x80":     "\uFFFD\uFFFD\uFFFD\uFFFD",
		"a\xC3":                "a\uFFFD",
		"\xC3(":                "\uFFFD(",
		"\xE2\x82\xAC\xE2":     "€\uFFFD",
		"\xF1\x80\x80\xE1\x80": "\uFFFD\uFFFD",
	} {
		if got := h.GoString(h.NewStr(in)); got != want {
			t.Errorf("% x: %q, want %q", in, got, want)
		}
	}
	lone := h.NewUnits([]uint16{'a', 0xD800, 'b', 0xDC00, 0xD83D, 0xDE00})
	v := h.View(lone)
	b := make([]byte, h.UTF8Len(v))
	h.CopyUTF8(b, v, true)
	if string(b) != "a\xED\xA0\x80b\xED\xB0\x80😀" {
		t.Errorf("WTF-8: % x", b)
	}
	if !h.Equal(h.NewString(b), lone) {
		t.Error("WTF-8 does not come back")
	}
	h.CopyUTF8(b, v, false)
	if string(b) != "a\uFFFDb\uFFFD😀" {
		t.Errorf("UTF-8: % x", b)
	}
}

func TestEqualityIsOfContent(t *testing.T) {
	h := newStringHeap(t)
	long := strings.Repeat("abcdefg é", 9)
	a, b := h.NewStr(long), wide(h, long)
	rope := concat(t, h, h.NewStr(long[:30]), h.NewStr(long[30:]))
	slice := h.Substring(h.NewStr("xx"+long+"yy"), 2, 2+h.StrLen(a))
	for _, s := range []uint32{a, b, rope, slice} {
		if !h.Equal(a, s) || !h.Equal(s, a) || h.Compare(a, s) != 0 || h.Hash(s) != h.Hash(a) || h.Hash(s) == 0 {
			t.Errorf("%s differs", KindName(h.Kind(s)))
		}
		if h.Intern(s) != h.Intern(a) {
			t.Errorf("%s has another atom", KindName(h.Kind(s)))
		}
	}
	if h.Equal(a, h.NewStr(long+"x")) || h.Equal(a, h.NewStr("b"+long[1:])) {
		t.Error("different strings are equal")
	}
	// Every length, so that all tails of the word loops are met.
	for n := 0; n < 40; n++ {
		s := strings.Repeat("é", n)
		x, y := h.NewStr(s), wide(h, s)
		if h.Hash(x) != h.Hash(y) {
			t.Errorf("length %d: hash depends on the form", n)
		}
		z := h.NewStr("123" + strings.Repeat("é", n))
		if n >= MinSlice && h.Hash(h.Substring(z, 3, uint32(n)+3)) != h.Hash(x) {
			t.Errorf("length %d: hash depends on the place", n)
		}
	}
}

func TestCompare(t *testing.T) {
	h := newStringHeap(t)
	list := []string{"", "a", "aa", "ab", "abcdefghijklmnop", "abcdefghijklmnoq", "b", "é", "ÿ", "Ā", "\U00010000", "\uE000", "\uFFFF"}
	for i, a := range list {
		for j, b := range list {
			for k := 0; k < 4; k++ {
				x, y := h.NewStr(a), h.NewStr(b)
				if k&1 != 0 {
					x = wide(h, a)
				}
				if k&2 != 0 {
					y = wide(h, b)
				}
				c := h.Compare(x, y)
				if (c < 0) != (i < j) || (c > 0) != (i > j) {
					t.Errorf("compare(%q, %q) = %d", a, b, c)
				}
			}
		}
	}
}

// TestRopeTorture builds random ropes that share parts and compares them with
// Go strings.
func TestRopeTorture(t *testing.T) {
	h := newStringHeap(t)
	r := rand.New(rand.NewSource(2))
	type pair struct {
		ref uint32
		s   string
	}
	var all []pair
	for _, s := range []string{"a", "hello world, this is a leaf", "€uro", "é", strings.Repeat("0123456789", 5)} {
		all = append(all, pair{h.NewStr(s), s})
	}
	for i := 0; i < 4000; i++ {
		a, b := all[r.Intn(len(all))], all[len(all)-1-r.Intn(5)]
		if len(a.s)+len(b.s) > 5000 {
			a = all[0]
			b = all[r.Intn(40)%len(all)]
		}
		if r.Intn(2) == 0 {
			a, b = b, a
		}
		p := pair{concat(t, h, a.ref, b.ref), a.s + b.s}
		all = append(all, p)
		switch r.Intn(6) {
		case 0:
			q := all[r.Intn(len(all))]
			if got := h.GoString(q.ref); got != q.s {
				t.Fatalf("%d: rope is %q, want %q", i, got, q.s)
			}
		case 1:
			n := h.StrLen(p.ref)
			from := uint32(r.Intn(int(n)))
			to := from + uint32(r.Intn(int(n-from)+1))
			u := utf16.Encode([]rune(p.s))[from:to]
			s := h.Substring(p.ref, from, to)
			if !h.Equal(s, h.NewUnits(u)) {
				t.Fatalf("%d: substring(%d, %d) of %q is %q", i, from, to, p.s, h.GoString(s))
			}
		}
	}
	for _, p := range all {
		if got := h.GoString(p.ref); got != p.s {
			t.Fatalf("rope is %q, want %q", got, p.s)
		}
		if k := h.Kind(p.ref); k == KRope {
			t.Fatal("still a rope")
		}
	}
}

// TestDeepRopes: flattening is linear and uses no stack for ropes of any shape,
// also when every intermediate result is flattened.
func TestDeepRopes(t *testing.T) {
	h := newStringHeap(t)
	const n = 300000
	x := h.Char('x')
	left, right := h.EmptyString(), h.EmptyString()
	prefixes := make([]uint32, 0, n/1000)
	for i := 0; i < n; i++ {
		left = concat(t, h, left, x)
		right = concat(t, h, x, right)
		if i%1000 == 0 {
			prefixes = append(prefixes, left)
		}
	}
	before := h.WorkDone
	for _, s := range []uint32{left, right} {
		v := h.View(s)
		if v.Len != n || v.Wide {
			t.Fatalf("length %d", v.Len)
		}
		for i := uint32(0); i < n; i++ {
			if h.Unit(v, i) != 'x' {
				t.Fatalf("unit %d is %x", i, h.Unit(v, i))
			}
		}
	}
	for i := len(prefixes) - 1; i >= 0; i-- {
		if got := h.View(prefixes[i]).Len; got != uint32(i*1000+1) {
			t.Fatalf("prefix %d has %d units", i, got)
		}
	}
	if work := h.WorkDone - before; work > n {
		t.Errorf("%d units of work for two ropes of %d", work, n)
	}
	if h.Flags(left)&FFlatRef == 0 || h.Kind(left) != KSlice {
		t.Error("a flattened rope must be a slice of its flat string")
	}
}

// TestSharedRope doubles a rope, so that it is a graph and not a tree.
func TestSharedRope(t *testing.T) {
	h := newStringHeap(t)
	s := h.NewStr("0123456789abcdef")
	for i := 0; i < 12; i++ {
		s = concat(t, h, s, s)
	}
	if got := h.GoString(s); got != strings.Repeat("0123456789abcdef", 1<<12) {
		t.Error("wrong content")
	}
}

func TestLatin1PartOfWideRope(t *testing.T) {
	h := newStringHeap(t)
	latin := concat(t, h, h.NewStr("all latin-1, of some "), h.NewStr("length é"))
	all := concat(t, h, latin, h.NewStr("€€€€€€"))
	if !strings.HasSuffix(h.GoString(all), "é€€€€€€") {
		t.Fatal(h.GoString(all))
	}
	// latin is now a slice of a wide string, known to hold Latin-1 only.
	again := concat(t, h, latin, h.NewStr(" and more"))
	if h.Kind(latin) != KSlice || h.Flags(again)&FLatin1 == 0 {
		t.Fatal("knowledge lost")
	}
	if got := h.GoString(again); got != "all latin-1, of some length é and more" || h.Kind(h.U32(again+OffBase)) != KStr1 {
		t.Errorf("%q", got)
	}
}

func TestTooLong(t *testing.T) {
	h := newStringHeap(t)
	s := h.NewStr(strings.Repeat("x", 1<<20))
	for h.StrLen(s) < 1<<27 {
		s = concat(t, h, s, s)
	}
	if _, st := h.Concat(s, s); st != TooLong {
		t.Errorf("status %d", st)
	}
	if h.NewFlat(true, MaxStringLength) != 0 {
		t.Error("more memory than there is")
	}
	// A flattening that exceeds the cage stops the machine, and nothing else.
	for i := 0; i < 3 && !h.Dead; i++ {
		u := concat(t, h, s, h.NewStr("€"))
		if v := h.View(u); h.Dead && v.Len != 0 {
			t.Error("a view of nothing")
		}
		h.At(u, 5)
	}
	if !h.Dead {
		t.Error("the cage holds more than it can")
	}
}

func TestSearch(t *testing.T) {
	h := newStringHeap(t)
	r := rand.New(rand.NewSource(3))
	word := func(n, letters int) string {
		b := make([]byte, n)
		for i := range b {
			b[i] = 'a' + byte(r.Intn(letters))
		}
		return string(b)
	}
	for i := 0; i < 20000; i++ {
		hay, needle := word(r.Intn(60), 1+r.Intn(3)), word(r.Intn(8), 1+r.Intn(3))
		if r.Intn(3) == 0 {
			needle = strings.Repeat(needle, 3)
		}
		from := r.Intn(len(hay) + 2)
		want := -1
		if from <= len(hay) {
			if want = strings.Index(hay[from:], needle); want >= 0 {
				want += from
			}
		}
		wantLast := strings.LastIndex(hay, needle)
		if from+len(needle) <= len(hay) {
			wantLast = strings.LastIndex(hay[:from+len(needle)], needle)
		}
		a, b := h.NewStr(hay), h.NewStr(needle)
		if i&1 != 0 {
			a = wide(h, hay)
		}
		if i&2 != 0 {
			b = wide(h, needle)
		}
		x, y := h.View(a), h.View(b)
		if got := h.IndexOf(x, y, uint32(from)); int32(got) != int32(want) {
			t.Fatalf("indexOf(%q, %q, %d) = %d, want %d", hay, needle, from, int32(got), want)
		}
		if got := h.LastIndexOf(x, y, uint32(from)); int32(got) != int32(wantLast) {
			t.Fatalf("lastIndexOf(%q, %q, %d) = %d, want %d", hay, needle, from, int32(got), wantLast)
		}
		if len(needle) > 0 && from <= len(hay) {
			if got := h.twoWay(x, y, uint32(from), false); int32(got) != int32(want) {
				t.Fatalf("two-way(%q, %q, %d) = %d, want %d", hay, needle, from, int32(got), want)
			}
			if got := h.twoWay(x, y, 0, true); int32(got) != int32(strings.LastIndex(hay, needle)) {
				t.Fatalf("two-way backwards(%q, %q) = %d", hay, needle, int32(got))
			}
		}
		if i%512 == 0 {
			h.NurTop = h.nurBase + (h.NurTop-h.nurBase)/2 // strings of earlier rounds are not used again
		}
	}
	if h.IndexOf(h.View(h.NewStr("abc")), h.View(h.NewStr("€")), 0) != NotFound {
		t.Error("found a wide unit in Latin-1")
	}
}

// TestSearchIsLinear uses the inputs on which the obvious search is quadratic.
// It would take minutes if it were.
func TestSearchIsLinear(t *testing.T) {
	h := newStringHeap(t)
	const n = 1 << 20
	as := strings.Repeat("a", n)
	for _, needle := range []string{
		strings.Repeat("a", n/2) + "b",
		"b" + strings.Repeat("a", n/2),
		strings.Repeat("a", n/4) + "b" + strings.Repeat("a", n/4),
	} {
		x, y := h.View(h.NewStr(as)), h.View(h.NewStr(needle))
		if h.IndexOf(x, y, 0) != NotFound || h.LastIndexOf(x, y, n) != NotFound {
			t.Error("found what is not there")
		}
	}
}

func TestBuilder(t *testing.T) {
	h := newStringHeap(t)
	r := rand.New(rand.NewSource(4))
	for i := 0; i < 300; i++ {
		var b StrBuilder
		var want []rune
		b.Start(h, uint32(r.Intn(40)))
		for j, n := 0, r.Intn(400); j < n; j++ {
			switch k := r.Intn(100); {
			case k < 2 && i%2 == 0:
				b.AddCodePoint('€')
				want = append(want, '€')
			case k < 3 && i%2 == 0:
				b.AddCodePoint('😀')
				want = append(want, '😀')
			case k < 20:
				b.AddString(h.NewStr("some text é"))
				want = append(want, []rune("some text é")...)
			case k < 30:
				b.AddASCII("ascii")
				want = append(want, []rune("ascii")...)
			default:
				b.AddUnit('x')
				want = append(want, 'x')
			}
		}
		s, st := b.Finish()
		if st != OK || h.GoString(s) != string(want) {
			t.Fatalf("%d: %q, want %q", i, h.GoString(s), string(want))
		}
		if size := h.Size(s); h.Kind(s) == KStr1 && h.StrLen(s) > 1 && size > (16+h.StrLen(s)+7)&^7+8 {
			t.Fatalf("%d units take %d bytes", h.StrLen(s), size)
		}
	}
	var b StrBuilder
	b.Start(h, 10)
	b.AddView(h.View(wide(h, "narrow content in wide form")))
	if s, _ := b.Finish(); h.Kind(s) != KStr1 {
		t.Error("not narrowed")
	}
	b.Start(h, 10)
	b.Reserve(MaxStringLength, true)
	b.AddUnit('x')
	if s, st := b.Finish(); s != 0 || st == OK {
		t.Error("no failure")
	}
}

func BenchmarkConcatFlatten(b *testing.B) {
	h := newStringHeap(b)
	x := h.Char('x')
	for i := 0; i < b.N; i++ {
		h.NurTop = h.nurBase + 64<<10
		s := h.EmptyString()
		for j := 0; j < 1000; j++ {
			s, _ = h.Concat(s, x)
		}
		h.Flatten(s)
	}
}

func BenchmarkHash(b *testing.B) {
	h := newStringHeap(b)
	for _, n := range []int{8, 64, 4096} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			v := h.View(h.NewStr(strings.Repeat("x", n)))
			b.SetBytes(int64(n))
			for i := 0; i < b.N; i++ {
				h.HashView(v)
			}
		})
	}
}

func BenchmarkKeyFromString(b *testing.B) {
	h := newStringHeap(b)
	s := h.NewStr("someProperty")
	h.InternStr("someProperty")
	for i := 0; i < b.N; i++ {
		h.KeyFromString(s)
	}
}
