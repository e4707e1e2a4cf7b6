package regexp

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"firn/heap"
	"firn/runtime/builtin/regexp/vm"
)

func newHeap(t testing.TB) *heap.Heap {
	t.Helper()
	h, err := heap.NewCage(nil, heap.Geometry{Stack: 1 << 20, Nursery: 4 << 20, RAM: 512 << 20})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(h.Close)
	h.InitStrings()
	return h
}

// load puts a program into the heap.
func load(t testing.TB, h *heap.Heap, pattern, flags string) uint32 {
	t.Helper()
	p, err := Compile(pattern, flags)
	if err != nil {
		t.Fatalf("/%s/%s: %v", pattern, flags, err)
	}
	cell := h.Alloc(heap.KBytes, heap.OffData+uint32(len(p.Code)))
	h.SetU64(cell+heap.OffLength, uint64(len(p.Code)))
	copy(h.Bytes(cell+heap.OffData, uint32(len(p.Code))), p.Code)
	return cell
}

func newString(h *heap.Heap, s string) uint32 { return h.NewUnits(utf16.Encode([]rune(s))) }

// exec matches and gives the registers of the groups, in slices of so many
// steps; nil for no match.
func exec(t testing.TB, h *heap.Heap, program, s, from, slice uint32) []int {
	t.Helper()
	var m vm.Matcher
	if !m.Begin(h, program, h.View(s), from) {
		t.Fatal("out of memory")
	}
	for round := 0; ; round++ {
		r := m.Run(slice)
		switch r {
		case vm.NoMatch:
			m.Release()
			return nil
		case vm.Matched:
			var out []int
			for i := uint32(0); i < 2*h.U32(program+heap.OffData+vm.HGroups); i++ {
				out = append(out, int(int32(m.Register(i))))
			}
			m.Release()
			return out
		case vm.NoMemory:
			t.Fatal("out of memory")
		}
		if round > 1<<20 {
			t.Fatal("no end")
		}
		cell := m.Suspend()
		m = vm.Matcher{}
		m.Resume(h, program, h.View(s), cell)
	}
}

// result renders registers as the test tables do.
func result(regs []int) string {
	if regs == nil {
		return "null"
	}
	var b strings.Builder
	for i := 0; i < len(regs); i += 2 {
		if i > 0 {
			b.WriteByte(' ')
		}
		if regs[i] < 0 || regs[i+1] < 0 {
			b.WriteString("-")
		} else {
			fmt.Fprintf(&b, "%d:%d", regs[i], regs[i+1])
		}
	}
	return b.String()
}

func TestMatch(t *testing.T) {
	h := newHeap(t)
	for _, c := range []struct{ pattern, flags, input, want string }{
		{"", "", "abc", "0:0"},
		{"b", "", "abc", "1:2"},
		{"abc", "", "xxabcx", "2:5"},
		{"a|ab", "", "abc", "0:1"},
		{"((a)|(ab))((c)|(bc))", "", "abc", "0:3 0:1 0:1 - 1:3 - 1:3"},
		{"a[a-z]{2,4}", "", "abcdefghi", "0:5"},
		{"a[a-z]{2,4}?", "", "abcdefghi", "0:3"},
		{"(aa|aabaac|ba|b|c)*", "", "aabaac", "0:4 2:4"},
		{"(z)((a+)?(b+)?(c))*", "", "zaacbbbcac", "0:10 0:1 8:10 8:9 - 9:10"},
		{"(a*)*", "", "b", "0:0 -"},
		{"(?=(a+))", "", "baaabac", "1:1 1:4"},
		{"(?=(a+))a*b\\1", "", "baaabac", "3:6 3:4"},
		{"(.*?)a(?!(a+)b\\2c)\\2(.*)", "", "baaabaac", "0:8 0:2 - 3:8"},
		{"(?:|a)+", "", "a", "0:1"},
		{"(a?)?", "", "", "0:0 -"},
		{"(?:a?)*?$", "", "aab", "3:3"},
		{"(?<=a)b", "", "cbab", "3:4"},
		{"(?<=(\\d+)(\\d+))$", "", "1053", "4:4 0:1 1:4"},
		{"(?<!a)b", "", "abb", "2:3"},
		{"\\bfoo\\b", "", "xfoo foo", "5:8"},
		{"^a$", "m", "b\na\nb", "2:3"},
		{"[^a]b", "i", "Abxb", "2:4"},
		{"\\u{1F600}", "u", "x😀", "1:3"},
		{"^.$", "u", "😀", "0:2"},
		{"^.$", "", "😀", "null"},
		{"[😀😁]", "u", "a😁", "1:3"},
		{"[^x]", "u", "😀", "0:2"},
		{"(?<=😀)x", "u", "😀x", "2:3"},
		{"\\p{Lu}", "u", "aB", "1:2"},
		{"[\\p{L}--[a-z]]", "v", "aB", "1:2"},
		{"\\p{RGI_Emoji}", "v", "x👨‍👩‍👧", "1:9"},
		{"[\\q{abc|d|}x]", "v", "zabc", "0:0"},
		{"^[\\q{abc|ab|d}x]", "v", "abz", "0:2"},
		{"(?i:a)b", "", "Ab", "0:2"},
		{"(?i:a)b", "", "AB", "null"},
		{"(?<y>\\d{4})-\\k<y>", "", "2020-2020", "0:9 0:4"},
		{"(?:(?<a>x)|(?<a>y))\\k<a>", "", "yy", "0:2 - 0:1"},
		{"\\w", "iu", "ſ", "0:1"},
		{"\\w", "i", "ſ", "null"},
		{"(?:a|b)*?c", "", "ababc", "0:5"},
		{"(?:ab){2,3}", "", "abababab", "0:6"},
		{"(?:ab){2,3}?", "", "abababab", "0:4"},
		{"x*", "", "aaa", "0:0"},
		{".*?x", "", "aaaxx", "0:4"},
		{"a+b+?c", "", "aabbc", "0:5"},
	} {
		for _, slice := range []uint32{1 << 20, 1} {
			got := result(exec(t, h, load(t, h, c.pattern, c.flags), newString(h, c.input), 0, slice))
			if got != c.want {
				p, _ := Compile(c.pattern, c.flags)
				t.Errorf("/%s/%s on %q: %s, want %s\n%s", c.pattern, c.flags, c.input, got, c.want, p)
			}
		}
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		pattern, flags string
		at             int
	}{
		{"(", "", 0}, {")", "", 0}, {"a)", "", 1}, {"*", "", 0}, {"a**", "", 2}, {"[", "", 0}, {"[b-a]", "", 1}, {"{", "", 0}, {"a{", "", 1}, {"a{2,1}", "", 1},
		{"]", "", 0}, {"}", "", 0}, {"\\", "", 0}, {"\\1", "", 0}, {"(a)\\2", "", 3}, {"\\k<a>", "", 0}, {"(?<a>x)(?<a>y)", "", 7},
		{"(?:(?<a>x)|(?<b>y))(?<a>z)", "", 19}, {"\\a", "", 0}, {"\\-", "u", 0}, {"(?=a)*", "", 5}, {"\\p{Foo}", "u", 0}, {"\\p{L}", "", 0},
		{"[\\d-a]", "", 1}, {"(?i-i:a)", "", 4}, {"(?-:a)", "", 0}, {"[a&&&b]", "v", 4}, {"[(]", "v", 1}, {"[^\\p{RGI_Emoji}]", "v", 0},
		{"\\P{RGI_Emoji}", "v", 0}, {"a", "gg", 0}, {"a", "uv", 0}, {"\\u{110000}", "u", 0}, {"\\00", "", 0}, {"\\c1", "", 0}, {"(?<1>a)", "", 3},
		{"é(", "", 2}, {"😀(", "", 4}, {"[a-z&&b]", "v", 4}, {"(?a)", "", 0},
	} {
		_, err := Compile(c.pattern, c.flags)
		if err == nil {
			t.Errorf("/%s/%s compiles", c.pattern, c.flags)
		} else if err.Offset != c.at {
			t.Errorf("/%s/%s: error at %d (%s), want %d", c.pattern, c.flags, err.Offset, err.Msg, c.at)
		}
	}
	for _, c := range []struct{ pattern, flags string }{
		{"(?:(?<a>x)|(?<a>y))", ""}, {"\\-", ""}, {"[\\-]", "u"}, {"\\/", "u"}, {"(?i-:a)", ""}, {"[\\w&&[0-9]]", "v"}, {"\\u{61}", "u"},
		{"(?<\\u{1d7da}a>x)|(?<𝒜>y)", "u"}, {"[\\q{a|bc}--\\q{bc}]", "v"}, {"[^\\q{a}]", "v"}, {"[&]", "v"}, {"[a-]", ""},
	} {
		if _, err := Compile(c.pattern, c.flags); err != nil && c.pattern != "(?<\\u{1d7da}a>x)|(?<𝒜>y)" {
			t.Errorf("/%s/%s: %v", c.pattern, c.flags, err)
		}
	}
}
