package lang

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"firn/heap"
	"firn/runtime"
)

func files(t *testing.T) []string {
	list, err := filepath.Glob(filepath.Join("testdata", "*.js"))
	if err != nil || len(list) == 0 {
		t.Fatal("no programs", err)
	}
	return list
}

const prelude = `"use strict"; let failures = "";
function show(v) { return typeof v === "symbol" || typeof v === "object" && v !== null || typeof v === "function" ? typeof v : "" + v; }
function same(actual, expected, what) {
  if (actual === expected ? actual === 0 && 1 / actual !== 1 / expected : actual === actual || expected === expected)
    failures += what + ": got " + show(actual) + ", want " + show(expected) + "\n";
}
function throws(type, f, what) {
  let thrown = false;
  try { f(); } catch (e) { thrown = true; if (!(e instanceof type)) failures += what + ": threw " + show(e) + "\n"; }
  if (!thrown) failures += what + ": did not throw\n";
}
`

func TestPrograms(t *testing.T) { run(t, 0) }

// TestStress collects garbage at every safepoint, verifies the heap and poisons
// what is free.
func TestStress(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: takes seconds")
	}
	run(t, heap.StressCollect|heap.StressPoison)
}

func run(t *testing.T, stress uint32) {
	for _, file := range files(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			m, err := runtime.NewStage1(runtime.Config{Memory: 64 << 20}, runtime.PresetSes)
			if err != nil {
				t.Fatal(err)
			}
			defer m.Close()
			m.Heap().Stress, m.Heap().WantGC = stress, stress != 0
			c := m.NewCompartment()
			root := m.Heap().NewHandle(c)
			v, err := m.Evaluate(c, prelude+string(src)+"; (() => failures)", file, false)
			if err != nil {
				t.Fatal(err)
			}
			fn := m.Heap().NewHandle(v)
			if err := m.RunJobs(); err != nil {
				t.Fatal(err)
			}
			v, err = m.Call(m.Heap().Handle(fn), m.Heap().Handle(root))
			if err != nil {
				t.Fatal(err)
			}
			if s := m.Describe(v); s != "" && s != `""` {
				t.Error(s)
			}
		})
	}
}

// TestNode runs the same programs in node, so that they are right themselves.
func TestNode(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not in PATH: install Node.js 20 or newer to compare with it")
	}
	for _, file := range files(t) {
		if strings.HasSuffix(file, "_spec.js") {
			continue // node departs from the specification there
		}
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tmp := filepath.Join(t.TempDir(), filepath.Base(file))
		text := prelude + string(src) + "; setTimeout(() => { if (failures) { console.log(failures); process.exit(1); } }, 50);"
		if err := os.WriteFile(tmp, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(node, tmp).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", file, err, out)
		}
	}
}
