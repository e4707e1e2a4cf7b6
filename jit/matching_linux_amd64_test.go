//go:build !firn_nojit

package jit

import (
	"fmt"
	"hash/crc32"
	"math/rand"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"firn/heap"
	"firn/runtime/builtin/regexp"
	"firn/runtime/builtin/regexp/vm"
)

// matchBoth compares the loops of package vm with native code.
type matchBoth struct {
	t testing.TB
	h *heap.Heap
	x *matching

	top uint32 // of the nursery at first
	in  int    // programs that were compiled
}

func newMatchBoth(t testing.TB) *matchBoth {
	t.Helper()
	h, err := heap.NewCage(nil, heap.Geometry{Stack: 1 << 20, Nursery: 32 << 20, RAM: 512 << 20})
	if err != nil {
		t.Fatal(err)
	}
	h.InitStrings()
	e := &Engine{h: h, o: Options{Always: true}}
	x := newMatching(e)
	e.matching = x
	t.Cleanup(func() {
		e.Close()
		h.Close()
	})
	return &matchBoth{t: t, h: h, x: x, top: h.NurTop}
}

// search gives the registers and charges of all matches, in slices of so many
// steps, and the results of the slices.
func (b *matchBoth) search(n *vm.Native, program, s, slice uint32, sticky bool) string {
	h := b.h
	view := h.View(s)
	h.WorkDone = 0
	var m vm.Matcher
	m.Native = n
	if !m.Begin(h, program, view, 0) {
		b.t.Fatal("out of memory")
	}
	var out strings.Builder
	for rounds, matches := 0, 0; rounds < 100 && matches < 20; rounds++ {
		r := uint32(0)
		if sticky {
			r = m.Once(slice)
		} else {
			r = m.Run(slice)
		}
		fmt.Fprintf(&out, "%d@%d", r, h.WorkDone)
		switch r {
		case vm.NoMatch, vm.NoMemory:
			return out.String()
		case vm.Matched:
			matches++
			for i := uint32(0); i < h.U32(program+heap.OffData+vm.HRegs); i++ {
				fmt.Fprintf(&out, " %d", int32(m.Register(i)))
			}
			from := m.Register(1)
			if from == m.Register(0) {
				from++
			}
			if from > view.Len {
				return out.String()
			}
			m.Restart(from)
		default:
			cell := m.Suspend()
			fmt.Fprintf(&out, " %x", crc32.ChecksumIEEE(h.Bytes(cell+heap.OffData, h.U32(cell)-heap.OffData)))
			m = vm.Matcher{Native: n}
			m.Resume(h, program, view, cell)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// compare searches a string with a pattern in every way.
func (b *matchBoth) compare(pattern, flags string, inputs ...string) {
	b.t.Helper()
	h := b.h
	p, err := regexp.Compile(pattern, flags)
	if err != nil {
		b.t.Fatalf("/%s/%s: %v", pattern, flags, err)
	}
	h.NurTop = b.top // what the nursery holds is not needed any more
	program := b.cell(p)
	b.x.Native.Forget()
	for _, input := range inputs {
		s := h.NewUnits(utf16.Encode([]rune(input)))
		for _, slice := range []uint32{1 << 20, 300, 1} {
			for _, sticky := range []bool{false, true} {
				top := h.NurTop
				want := b.search(nil, program, s, slice, sticky)
				h.NurTop = top
				got := b.search(&b.x.Native, program, s, slice, sticky)
				h.NurTop = top
				if got != want {
					g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
					i := 0
					for i < len(g)-1 && i < len(w)-1 && g[i] == w[i] {
						i++
					}
					b.t.Fatalf("/%s/%s on %q, slices of %d, sticky %v, part %d: native\n%.500s\nloops\n%.500s\n%s", pattern, flags, input, slice, sticky, i, g[i], w[i], p)
				}
			}
		}
	}
	for _, known := range b.x.programs {
		for i := range known.Views {
			if known.Views[i].Entry != 0 {
				b.in++
			}
		}
	}
	b.x.forget()
}

// TestMatching compares native code with the loops on patterns that have all
// instructions.
func TestMatching(t *testing.T) {
	b := newMatchBoth(t)
	long := strings.Repeat("abcabc xyz 0123456789 aab\n", 40)
	for _, c := range []struct{ pattern, flags string }{
		{"", ""}, {"b", ""}, {"abc", ""}, {"abcabc xyz 01", ""}, {"xyzz", "i"}, {"a|ab", ""}, {"((a)|(ab))((c)|(bc))", ""}, {"a[a-z]{2,4}", ""},
		{"a[a-z]{2,4}?", ""}, {"(aa|aabaac|ba|b|c)*", ""}, {"(z)((a+)?(b+)?(c))*", ""}, {"(a*)*", ""}, {"(?=(a+))", ""}, {"(?=(a+))a*b\\1", ""},
		{"(.*?)a(?!(a+)b\\2c)\\2(.*)", ""}, {"(?:|a)+", ""}, {"(a?)?", ""}, {"(?:a?)*?$", ""}, {"(?<=a)b", ""}, {"(?<=(\\d+)(\\d+))$", ""},
		{"(?<!a)b", ""}, {"\\bab", ""}, {"\\Bab", ""}, {"\\w+\\b", "iu"}, {"^a", "m"}, {"b$", "m"}, {"^a.*b$", "ms"}, {"[^a]b", "i"}, {".", "u"}, {"[^x]", "u"},
		{"\\p{Lu}", "u"}, {"\\p{L}+", "u"}, {"(?:a|b)*?c", ""}, {"(?:ab){2,3}", ""}, {"(?:ab){2,3}?", ""}, {"(?:a|b|c){3,}x?", ""}, {"x*", ""}, {".*?x", ""},
		{".*x", ""}, {".*\\d", ""}, {"a+b+?c", ""}, {"[a-c]+?z", ""}, {"[a-c ]*?x", ""}, {"a{0,3}b", ""}, {"\\w{3}", ""}, {"\\w{2,}?\\d", ""},
		{"(\\w)\\1", ""}, {"(\\w+) \\1", ""}, {"(\\w)\\1", "i"}, {"(?<=\\1(a))b", ""}, {"(?:(a)|b)*", ""}, {"(?:(a)|(b)|(c)){2,5}", ""}, {"(a+)+$", ""},
		{"(?:a+)+z", ""}, {"(?:a|aa)+$", ""}, {"[😀😁]", "u"}, {"(?<=😀)x", "u"}, {"ſ", "iu"}, {"[\\u0100-\\u0200é]+", ""}, {"[^\\u0100-\\u0200]+", ""}, {"\\s+\\S+", ""},
		{"\\u0161", ""}, {"é.", ""}, {"[^\"]*\"", ""}, {"(?:(?=a)a|b)*", ""}, {"(?:(?!a)[^])*", ""}, {"a{70000}", ""}, {"(?:ab){0,70000}c", ""}, {"[]", ""}, {"[^]", ""},
		{"(?:){3}a", ""}, {"(?:a*){3}b", ""}, {"(?:a?b??){2,4}c", ""}, {"^(?:a|b|c| )*", ""}, {"(?:(?:(a)|b)|c)+?x", ""}, {"(?<x>a)|(?<x>b)", ""}, {"[ab]+c", ""}, {"[a-c]+[^a-c]", "u"},
	} {
		b.compare(c.pattern, c.flags, "", "a", "b", "abc", "aabbc", "xxabcabc xyz 01", "ABab aa bb\nab", "baaabaac", "zaacbbbcac", "1053", "b\na\nb\r\n", "😀x a😁", "\"quoted\" é šš",
			"ſK aa", "ab\u2028ab", "aaaaaaaaaaaaaab", long, long+"\u0161"+long, strings.Repeat("ab", 3000))
	}
	if b.in < 100 {
		t.Errorf("only %d programs were compiled", b.in)
	}
}

// patterns makes random patterns.
type patterns struct {
	*rand.Rand
	groups int
	u      bool
}

func (g *patterns) char() string {
	list := []string{"a", "b", "c", "A", " ", "1", "\\d", "\\w", "\\s", ".", "[ab]", "[^a]", "[a-c]", "[^b-d\\n]", "[\\d\\s]", "é", "š", "\\u2028", "[š-ť]", "[^š-ť]", "[^]", "\\W", "ab", "abcab"}
	if g.u {
		list = append(list, "😀", "[😀a]", "\\p{Ll}", "\\p{Lu}", "[^😀]")
	}
	return list[g.Intn(len(list))]
}

func (g *patterns) atom(depth int) string {
	if depth <= 0 {
		return g.char()
	}
	switch g.Intn(12) {
	case 0, 1:
		g.groups++
		return "(" + g.alternatives(depth-1) + ")"
	case 2, 3:
		return "(?:" + g.alternatives(depth-1) + ")"
	case 4:
		if g.groups > 0 {
			return fmt.Sprintf("\\%d(?:)", 1+g.Intn(g.groups))
		}
	}
	return g.char()
}

func (g *patterns) term(depth int) string {
	switch g.Intn(16) {
	case 0:
		return []string{"^", "$", "\\b", "\\B"}[g.Intn(4)]
	case 1:
		return []string{"(?=", "(?!", "(?<=", "(?<!"}[g.Intn(4)] + g.alternatives(depth-1) + ")"
	}
	a := g.atom(depth)
	switch g.Intn(9) {
	case 0:
		a += "*"
	case 1:
		a += "+"
	case 2:
		a += "?"
	case 3:
		a += fmt.Sprintf("{%d}", g.Intn(4))
	case 4:
		a += fmt.Sprintf("{%d,}", g.Intn(3))
	case 5:
		n := g.Intn(3)
		a += fmt.Sprintf("{%d,%d}", n, n+g.Intn(3))
	default:
		return a
	}
	if strings.HasPrefix(a, "ab") {
		a = "(?:ab)" + strings.TrimLeft(a, "abc")
	}
	if g.Intn(4) == 0 {
		a += "?"
	}
	return a
}

func (g *patterns) alternatives(depth int) string {
	var s strings.Builder
	for i := 0; ; i++ {
		for n := g.Intn(4); n >= 0; n-- {
			s.WriteString(g.term(depth))
		}
		if i == 2 || g.Intn(3) != 0 {
			return s.String()
		}
		s.WriteByte('|')
	}
}

func (g *patterns) input() string {
	letters := []rune("aaabbbcAB 1é\n")
	if g.Intn(3) == 0 {
		letters = append(letters, []rune("šť😀\u2028")...)
	}
	list := make([]rune, g.Intn(40))
	if g.Intn(10) == 0 {
		list = make([]rune, 600)
	}
	for i := range list {
		list[i] = letters[g.Intn(len(letters))]
	}
	return string(list)
}

// TestMatchingRandom compares them on random patterns. FIRN_MATCHING_SECONDS makes
// it go on for longer.
func TestMatchingRandom(t *testing.T) {
	seed, end := int64(1), time.Time{}
	if s, err := time.ParseDuration(os.Getenv("FIRN_MATCHING_SECONDS") + "s"); err == nil {
		seed, end = time.Now().UnixNano(), time.Now().Add(s)
	}
	b := newMatchBoth(t)
	for i := int64(0); i < 200 || time.Now().Before(end); i++ {
		g := &patterns{Rand: rand.New(rand.NewSource(seed + i))}
		flags := []string{"", "", "i", "m", "s", "u", "iu", "v"}[g.Intn(8)]
		g.u = strings.ContainsAny(flags, "uv")
		pattern := g.alternatives(3)
		if _, err := regexp.Compile(pattern, flags); err != nil {
			continue
		}
		b.compare(pattern, flags, g.input(), g.input(), g.input())
	}
	t.Logf("%d programs", b.in)
}

// cell puts a program in a cell.
func (b *matchBoth) cell(p *regexp.Program) uint32 {
	h := b.h
	program := h.Alloc(heap.KBytes, heap.OffData+uint32(len(p.Code)))
	h.SetU64(program+heap.OffLength, uint64(len(p.Code)))
	copy(h.Bytes(program+heap.OffData, uint32(len(p.Code))), p.Code)
	return program
}

// program is the cell of a pattern's program.
func (b *matchBoth) program(pattern string) uint32 {
	b.t.Helper()
	p, err := regexp.Compile(pattern, "")
	if err != nil {
		b.t.Fatal(err)
	}
	return b.cell(p)
}

// TestMatchingRests proves that native code, which cannot be preempted, comes back
// when its steps are used up, whatever the pattern, and that its stack is bounded.
func TestMatchingRests(t *testing.T) {
	b := newMatchBoth(t)
	s := b.h.NewUnits(utf16.Encode([]rune(strings.Repeat("a", 100000))))
	top := b.h.NurTop
	for _, pattern := range []string{
		strings.Repeat("(?=a*)", 50) + "b",
		strings.Repeat("(?=[ab]*)", 50) + "b",
		strings.Repeat("(?=a*?$)", 50) + "b",
		"(a*)" + strings.Repeat("(?=\\1)", 50) + "b",
		"^(?:(a))*b",
		"^(?!(?:(a)|b)*$)",
	} {
		b.h.NurTop = top
		b.x.Native.Forget()
		program := b.program(pattern)
		state, run, entered := &b.x.State, b.x.run, 0
		b.x.Run = func() uint32 {
			entered++
			if n := state.End - state.Stack; n > 2<<20 {
				t.Errorf("/%s/: a stack of %d bytes", pattern, n)
			}
			r := run()
			if state.Left < -int64(state.N/4+100) {
				t.Fatalf("/%.40s/: %d steps too many", pattern, -state.Left)
			}
			return r
		}
		want := b.search(nil, program, s, 100000, false)
		got := b.search(&b.x.Native, program, s, 100000, false)
		if got != want {
			t.Errorf("/%.40s/: native\n%.300s\nloops\n%.300s", pattern, got, want)
		}
		if entered == 0 {
			t.Errorf("/%.40s/: no native code", pattern)
		}
	}
}

// TestMatchingForged resumes searches of images that lie: neither native code nor the
// loops may believe them, since native code reads the text without a look at the cage.
func TestMatchingForged(t *testing.T) {
	b := newMatchBoth(t)
	h := b.h
	program := b.program("(?:a|b)+?c")
	s := h.NewUnits(utf16.Encode([]rune("šabababababababababab")))
	for _, n := range []*vm.Native{nil, &b.x.Native} {
		for word := uint32(0); word < 5; word++ {
			for _, lie := range []uint32{22, 1 << 16, 1<<31 - 1, 1 << 31, 1<<32 - 16, 1<<32 - 1} {
				var m vm.Matcher
				m.Native = n
				if !m.Begin(h, program, h.View(s), 0) || m.Run(8) != vm.Suspended {
					t.Fatal("it did not suspend")
				}
				cell := m.Suspend()
				h.SetU32(cell+heap.OffData+4*word, lie)
				m = vm.Matcher{Native: n}
				m.Resume(h, program, h.View(s), cell)
				if r := m.Run(1 << 20); r != vm.NoMatch {
					t.Errorf("word %d is %#x, native %v: %d", word, lie, n != nil, r)
				}
			}
		}
	}
	// A program too large to be compiled is not remembered either.
	before := b.x.bytes
	var m vm.Matcher
	m.Native = &b.x.Native
	if !m.Begin(h, b.program(strings.Repeat("a|b", vm.NativeBytes)), h.View(s), 0) {
		t.Fatal("out of memory")
	}
	if m.Run(100); b.x.bytes != before {
		t.Errorf("%d bytes more", b.x.bytes-before)
	}
}
