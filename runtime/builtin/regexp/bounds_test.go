package regexp

import (
	"math/rand"
	"os"
	osexec "os/exec"
	"strings"
	"testing"

	"firn/heap"
	"firn/runtime/builtin/regexp/vm"
)

// TestGenerated makes the loop for two-byte strings again and compares.
func TestGenerated(t *testing.T) {
	dir := t.TempDir()
	src, err := os.ReadFile("vm/latin1.go")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir+"/latin1.go", src, 0o644); err != nil {
		t.Fatal(err)
	}
	gen, err := os.ReadFile("vm/gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir+"/gen.go", gen, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := osexec.Command("go", "run", "gen.go")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	got, _ := os.ReadFile(dir + "/zz_wide.go")
	want, _ := os.ReadFile("vm/zz_wide.go")
	if string(got) != string(want) {
		t.Error("vm/zz_wide.go is stale: go generate ./vm")
	}
}

// TestSteps checks that a slice ends after about as many steps as it may take,
// that the same search in slices takes the same steps, and that backtracking
// without end is thereby stopped.
func TestSteps(t *testing.T) {
	h := newHeap(t)
	for _, c := range []struct{ pattern, input string }{
		{"(a+)+$", strings.Repeat("a", 40) + "b"},
		{"(x+x+)+y", strings.Repeat("x", 40)},
		{"(?:a|aa)*c", strings.Repeat("a", 60)},
		{"^(?:(?:a?){20}){20}$", strings.Repeat("a", 40) + "š"},
		{"(?:){1000000000}", ""},
		{"((a?)*)*b", strings.Repeat("a", 30)},
		{"(?=(a+a+)+b)", strings.Repeat("a", 40)},
		{"(.*)(.*)(.*)(.*)(.*)\\5x", strings.Repeat("ab", 50)},
	} {
		program := load(t, h, c.pattern, "")
		s := newString(h, c.input)
		var m vm.Matcher
		if !m.Begin(h, program, h.View(s), 0) {
			t.Fatal("out of memory")
		}
		h.WorkDone = 0
		r := m.Run(20000)
		if r != vm.Suspended && c.pattern != "(?:){1000000000}" {
			t.Errorf("/%s/: result %d, want suspended", c.pattern, r)
		}
		if h.WorkDone > 21000 {
			t.Errorf("/%s/: a slice of 20000 took %d steps", c.pattern, h.WorkDone)
		}
	}
	program := load(t, h, "(?:(a+)+|b)*c", "")
	s := newString(h, strings.Repeat("a", 8)+"d")
	var charges []uint64
	for _, slice := range []uint32{1 << 30, 1000, 17} {
		h.WorkDone = 0
		if r := exec(t, h, program, s, 0, slice); r != nil {
			t.Errorf("match %v", r)
		}
		charges = append(charges, h.WorkDone)
	}
	if charges[0] != charges[1] || charges[0] != charges[2] {
		t.Errorf("steps depend on the slices: %v", charges)
	}
}

// TestMemory checks that a stack that does not fit the limit ends the search with
// an error.
func TestMemory(t *testing.T) {
	h, err := heap.NewCage(nil, heap.Geometry{Stack: 1 << 20, Nursery: 1 << 20, RAM: 64 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	h.InitStrings()
	h.Limit = 4 << 20
	program := load(t, h, "^(?:a|b|(c))*$", "")
	s := newString(h, strings.Repeat("ab", 500000))
	var m vm.Matcher
	if !m.Begin(h, program, h.View(s), 0) {
		t.Fatal("out of memory at the start")
	}
	for k := 0; k < 1000; k++ {
		switch r := m.Run(20000); r {
		case vm.NoMemory:
			return
		case vm.Suspended:
		default:
			t.Fatalf("result %d, want out of memory", r)
		}
	}
	t.Fatal("no end")
}

// TestLarge compiles large and deep patterns.
func TestLarge(t *testing.T) {
	h := newHeap(t)
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	for name, c := range map[string]struct {
		pattern, flags string
		ok             bool
	}{
		"groups":       {many("(a)", 20000), "", true},
		"deep":         {many("(?:", 900) + "a" + many(")", 900), "", true},
		"deep loops":   {many("(?:", 900) + "a" + many(")+", 900), "", true},
		"deep counts":  {many("(?:", 900) + "a" + many("){2,3}", 900), "", true},
		"too deep":     {many("(", 5000) + many(")", 5000), "", false},
		"deep class":   {many("[", 900) + "a" + many("]", 900), "v", true},
		"too deep set": {many("[", 5000) + many("]", 5000), "v", false},
		"alternatives": {many("ab|", 50000), "", true},
		"literal":      {many("abcdefgh", 50000), "", true},
		"properties":   {many("\\p{L}", 20000), "u", true},
		"classes":      {many("[\\p{L}1]", 1000), "ui", true},
		"negated":      {many("\\P{L}", 20000), "vi", true},
		"names":        {many("(?<a>x)|", 20000), "", true},
		"wide":         {many("š😀", 20000), "u", true},
		"huge":         {many("(?:a{2}|(b))", 400000), "", false},
	} {
		p, err := Compile(c.pattern, c.flags)
		if (err == nil) != c.ok {
			t.Errorf("%s: error %v", name, err)
		}
		if err == nil && len(p.Code) < 400000 {
			program := load(t, h, c.pattern, c.flags)
			var m vm.Matcher
			if !m.Begin(h, program, h.View(newString(h, "aaabbb")), 0) {
				t.Fatal("out of memory")
			}
			m.Run(1000000)
		}
	}
}

// TestAnyInput compiles what is made of pieces of patterns, valid or not, and
// runs what compiles.
func TestAnyInput(t *testing.T) {
	h := newHeap(t)
	pieces := []string{"(", ")", "[", "]", "{", "}", "|", "*", "+", "?", "^", "$", ".", "\\", "a", "b", "-", "&&", "--", "(?:", "(?=", "(?<=", "(?<!",
		"(?<n>", "\\k<n>", "\\1", "\\b", "\\w", "\\p{L}", "\\u{61}", "\\uD83D", "\\uDE00", "{2,3}", "{0}", "{1,}", "(?i:", "(?-i:", "\\q{ab|c}", "😀", "š",
		"[^", "\\c", "\\x4", "1", ",", "<", ">", "!", "=", ":", "\xed\xa0\xbd", "\x80"}
	flags := []string{"", "i", "u", "v", "iv", "iu", "s", "m"}
	r := rand.New(rand.NewSource(1))
	compiled := 0
	for i := 0; i < 60000; i++ {
		s := ""
		for n := r.Intn(9); n >= 0; n-- {
			s += pieces[r.Intn(len(pieces))]
		}
		f := flags[r.Intn(len(flags))]
		p, err := Compile(s, f)
		if err != nil {
			if err.Offset < 0 || err.Offset > len(s) || err.Msg == "" {
				t.Fatalf("%q: error %v at %d", s, err, err.Offset)
			}
			continue
		}
		compiled++
		_ = p.String()
		top := h.NurTop
		program := load(t, h, s, f)
		for _, input := range []string{"abab1", "aš😀b"} {
			var m vm.Matcher
			if !m.Begin(h, program, h.View(newString(h, input)), 0) {
				t.Fatal("out of memory")
			}
			if m.Run(50000) == vm.Matched {
				for g := uint32(0); g < h.U32(program+heap.OffData+vm.HGroups); g++ {
					from, to := m.Register(2*g), m.Register(2*g+1)
					if (from == vm.NoCapture) != (to == vm.NoCapture) || from != vm.NoCapture && (from > to || to > 5) {
						t.Fatalf("/%s/%s: group %d is [%d, %d)", s, f, g, from, to)
					}
				}
			}
		}
		h.NurTop = top
	}
	if compiled < 5000 {
		t.Errorf("only %d patterns compile", compiled)
	}
}

func FuzzCompile(f *testing.F) {
	f.Add("(?<a>x|[^a-z]*?)\\k<a>", "iu")
	f.Add("[\\p{L}--\\q{abc|d}]+", "v")
	f.Fuzz(func(t *testing.T, pattern, flags string) {
		p, err := Compile(pattern, flags)
		if err == nil {
			_ = p.String()
		}
	})
}
