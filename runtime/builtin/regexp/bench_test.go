package regexp

import (
	"os"
	osexec "os/exec"
	"strings"
	"testing"

	"firn/heap"
	"firn/runtime/builtin/regexp/vm"
)

// BenchmarkMatch finds all matches in a text of some 200 KB, of one and of two
// bytes a unit.
func BenchmarkMatch(b *testing.B) {
	text := strings.Repeat("The quick brown fox jumps over the lazy dog 1999, foo7@example.com; http://www.example.org/path?x=1\n", 2000)
	for _, c := range []struct{ name, pattern, flags string }{
		{"literal", "lazy dog 2000", ""},
		{"words", "\\w+", ""},
		{"email", "[a-z0-9.]+@[a-z.]+", ""},
		{"url", "https?:\\/\\/([a-z.]+)(\\/[^\\s?]*)?(\\?\\S*)?", ""},
		{"alternatives", "quick|lazy|example|jumps", ""},
		{"ignorecase", "the|FOX", "i"},
		{"lazy", "fox.*?dog", ""},
		{"tokens", "\\s*(?:(\\d+)|([a-z]+)|(.))", "i"},
		{"backtracking", "(?:[a-z]+ )+\\d", ""},
	} {
		for _, wide := range []string{"", "\u2028"} {
			name := c.name
			if wide != "" {
				name += "-wide"
			}
			b.Run(name, func(b *testing.B) {
				h := newHeap(b)
				program := load(b, h, c.pattern, c.flags)
				v := h.View(newString(h, text+wide))
				b.SetBytes(int64(v.Len))
				for i := 0; i < b.N; i++ {
					count(b, h, program, v)
				}
			})
		}
	}
}

func count(b *testing.B, h *heap.Heap, program uint32, v heap.StrView) (n int) {
	var m vm.Matcher
	if !m.Begin(h, program, v, 0) {
		b.Fatal("out of memory")
	}
	for m.Run(1<<30) == vm.Matched {
		n++
		at := m.Register(1)
		if at == m.Register(0) {
			at++
		}
		m.Restart(at)
	}
	m.Release()
	return n
}

// TestTablesAreCurrent makes the Unicode tables again and compares. It needs the
// npm packages that _gen reads, so it runs only where FIRN_UNICODE_MODULES names
// their directory.
func TestTablesAreCurrent(t *testing.T) {
	modules := os.Getenv("FIRN_UNICODE_MODULES")
	if modules == "" {
		t.Skip("FIRN_UNICODE_MODULES is not set: npm install what _gen/tables.mjs names, and set it to the node_modules directory")
	}
	script, err := os.ReadFile("_gen/tables.mjs")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Mkdir(dir+"/vm", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir+"/tables.mjs", script, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"node", "tables.mjs", modules}, {"gofmt", "-w", "zz_props.go", "vm/zz_fold.go"}} {
		cmd := osexec.Command(args[0], args[1:]...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	for _, name := range []string{"zz_props.go", "vm/zz_fold.go"} {
		want, err := os.ReadFile(dir + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(name); string(got) != string(want) {
			t.Errorf("%s is stale", name)
		}
	}
}
