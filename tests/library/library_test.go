package library

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firn/heap"
	"firn/runtime"
	"firn/tests/race"
)

// node says which programs the reference engine is asked about: not those that
// use what its oldest supported release does not have or does otherwise.
var node = map[string]bool{"objects.js": true, "promises.js": true, "async_random.js": true}

// run is what a program prints.
func run(t *testing.T, file string, stress uint32) string {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	m, err := runtime.NewStage1(runtime.Config{Memory: 64 << 20}, runtime.PresetSes)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	c := m.NewCompartment()
	m.Heap().NewHandle(c)
	var out bytes.Buffer
	print := m.HostFunction("print", 1, func(m *runtime.Machine, call *runtime.HostCall) (heap.Value, error) {
		for i := 0; i < call.Len(); i++ {
			if i > 0 {
				out.WriteByte(' ')
			}
			out.WriteString(m.Describe(call.Arg(i)))
		}
		out.WriteByte('\n')
		return heap.Undefined, nil
	})
	m.DefineGlobal(c, "print", print)
	m.Heap().Stress, m.Heap().WantGC = stress, stress != 0
	if _, err := m.Evaluate(c, string(src), filepath.Base(file), false); err != nil {
		fmt.Fprintln(&out, "uncaught", err)
	}
	if err := m.RunJobs(); err != nil {
		fmt.Fprintln(&out, "a job threw", err)
	}
	return out.String()
}

// check compares outputs by lines.
func check(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := 0; i < len(g) || i < len(w); i++ {
		a, b := "(end)", "(end)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Fatalf("line %d: got  %s\nwant %s", i+1, a, b)
		}
	}
}

func each(t *testing.T, f func(t *testing.T, file, want string)) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.js"))
	if err != nil || len(files) == 0 {
		t.Fatal("no programs", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			want, err := os.ReadFile(strings.TrimSuffix(file, ".js") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			f(t, file, string(want))
		})
	}
}

func TestPrograms(t *testing.T) {
	each(t, func(t *testing.T, file, want string) { check(t, run(t, file, 0), want) })
}

// TestStress collects garbage at every safepoint.
func TestStress(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: takes seconds")
	}
	if race.Enabled {
		t.Skip("left out under the race detector: takes ten minutes, and nothing in it runs at the same time")
	}
	each(t, func(t *testing.T, file, want string) {
		check(t, run(t, file, heap.StressCollect|heap.StressPoison), want)
	})
}

// TestNode compares the recorded output with node's.
func TestNode(t *testing.T) {
	path, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not in PATH: install Node.js 20 or newer to compare with it")
	}
	each(t, func(t *testing.T, file, want string) {
		if !node[filepath.Base(file)] {
			t.Skip("not for node: the program uses what its oldest supported release lacks or does otherwise")
		}
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		program := `"use strict"; process.on("unhandledRejection", () => {}); const print = (...a) => console.log(a.map(String).join(" "));` + "\n" + string(src)
		cmd := exec.Command(path, "-e", program)
		timer := time.AfterFunc(20*time.Second, func() { cmd.Process.Kill() })
		defer timer.Stop()
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		check(t, string(out), want)
	})
}
