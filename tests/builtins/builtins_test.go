package builtins

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"firn/heap"
	"firn/runtime"
)

var update = flag.Bool("update", false, "record the results")

// show is JavaScript that turns a value into a line of text.
const show = `
function show(v, d = 0) {
  if (d > 6) return "...";
  switch (typeof v) {
    case "string": return JSON.stringify(v);
    case "number": return v === 0 && 1 / v < 0 ? "-0" : String(v);
    case "boolean": case "undefined": return String(v);
    case "bigint": return String(v) + "n";
    case "symbol": return v.toString();
    case "function": return "function";
  }
  const list = (open, items, close) => open + items.join() + close;
  if (v === null) return "null";
  if (Array.isArray(v)) {
    const items = [];
    for (let i = 0; i < v.length; i++) items.push(i in v ? show(v[i], d + 1) : "hole");
    return list("[", items, "]");
  }
  if (v instanceof Map) return list("Map{", Array.from(v, ([k, x]) => show(k, d + 1) + "=>" + show(x, d + 1)), "}");
  if (v instanceof Set) return list("Set{", Array.from(v, x => show(x, d + 1)), "}");
  if (ArrayBuffer.isView(v) && v.length !== undefined) return list(v[Symbol.toStringTag] + "[", Array.from(v, x => show(x, d + 1)), "]");
  if (v instanceof Date) return "Date(" + v.getTime() + ")";
  return list("{", Object.keys(v).map(k => k + ":" + show(v[k], d + 1)), "}");
}
function line(source) {
  try {
    return show((0, eval)("(" + source + ")"));
  } catch (e) {
    return "throws " + (e instanceof Error ? e.name : show(e));
  }
}
`

// expressions are the lines of testdata/expressions.txt.
func expressions(t *testing.T) []string {
	t.Helper()
	b, err := os.ReadFile("testdata/expressions.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(b)), "\n")
}

// program evaluates all expressions; its value is their results, one a line.
func program(t *testing.T, lines []string) string {
	t.Helper()
	list, err := json.Marshal(lines)
	if err != nil {
		t.Fatal(err)
	}
	return show + "\n" + string(list) + ".map(line).join(\"\\n\");\n"
}

func run(t *testing.T, lines []string, stress uint32) []string {
	t.Helper()
	m, err := runtime.NewStage1(runtime.Config{Memory: 128 << 20}, runtime.PresetSes)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	c := m.NewCompartment()
	h := m.Heap().NewHandle(c)
	m.Heap().Stress, m.Heap().WantGC = stress, stress != 0
	v, err := m.Evaluate(m.Heap().Handle(h), program(t, lines), "expressions.js", false)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(m.Heap().GoString(v.Ref()), "\n")
}

func compare(t *testing.T, lines, got, want []string) {
	t.Helper()
	if len(got) != len(want) || len(got) != len(lines) {
		t.Fatalf("%d expressions, %d results, %d wanted", len(lines), len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("%s\n\tgives %s\n\twant  %s", lines[i], got[i], want[i])
		}
	}
}

func TestExpressions(t *testing.T) {
	lines := expressions(t)
	got := run(t, lines, 0)
	if *update {
		if err := os.WriteFile("testdata/expressions.out", []byte(strings.Join(got, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile("testdata/expressions.out")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
	compare(t, lines, got, want)
	if !testing.Short() {
		t.Run("collecting at every step", func(t *testing.T) {
			compare(t, lines, run(t, lines, heap.StressCollect), want)
		})
	}
}

// notInNode tells which expressions node may answer otherwise: they use what
// some supported releases do not have, or what Firn leaves out by design.
func notInNode(line string) bool {
	for _, s := range []string{"groupBy", ".union(", ".intersection(", ".difference(", ".symmetricDifference(", "isSubsetOf", "isSupersetOf",
		"isDisjointFrom", ".transfer(", "Date()", "substr", "isWellFormed", "toWellFormed", "toLocaleLowerCase", "toString()"} {
		if strings.Contains(line, s) {
			return true
		}
	}
	return false
}

func TestAgainstNode(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not in PATH: install Node.js 20 or newer to compare with it")
	}
	var lines []string
	for _, l := range expressions(t) {
		if !notInNode(l) {
			lines = append(lines, l)
		}
	}
	file := filepath.Join(t.TempDir(), "program.js")
	host := "'use strict'; process.env.TZ = 'UTC';\nprocess.stdout.write(require('vm').runInThisContext(" + quote(t, program(t, lines)) + "));\n"
	if err := os.WriteFile(file, []byte(host), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, file)
	cmd.Env = append(os.Environ(), "TZ=UTC")
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	compare(t, lines, run(t, lines, 0), strings.Split(out.String(), "\n"))
}

func quote(t *testing.T, s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
