package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"firn/bench/programs"
)

func TestPrograms(t *testing.T) {
	all, err := programs.All()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 14 {
		t.Errorf("only %d programs", len(all))
	}
	for _, p := range all {
		if !strings.HasPrefix(p.Text, "'use strict';\n// ") {
			t.Errorf("%s does not begin with 'use strict' and a word about itself", p.Name)
		}
		if !(p.Sizes[programs.Small] < p.Sizes[programs.Normal] && p.Sizes[programs.Normal] < p.Sizes[programs.Long]) {
			t.Errorf("%s: sizes %v do not grow", p.Name, p.Sizes)
		}
		text, err := p.Source(programs.Long)
		if err != nil || text == p.Text {
			t.Errorf("%s: the size line is not replaced (%v)", p.Name, err)
		}
		if _, err := p.Source("huge"); err == nil {
			t.Errorf("%s: a size that does not exist", p.Name)
		}
	}
}

func TestStatistics(t *testing.T) {
	if m := median([]float64{5, 1, 9}); m != 5 {
		t.Errorf("median of three: %v", m)
	}
	if m := median([]float64{4, 1, 2, 9}); m != 3 {
		t.Errorf("median of four: %v", m)
	}
	if g := geometricMean([]float64{2, 8}); math.Abs(g-4) > 1e-12 {
		t.Errorf("geometric mean: %v", g)
	}
	if d := firstDifference("a\nb", "a\nc\n"); d != `line 2 is "b", want "c"` {
		t.Errorf("difference: %s", d)
	}
}

func TestSummary(t *testing.T) {
	r := &Record{
		Engines: []EngineRecord{{Name: "goja", StartupCPU: 10}, {Name: "fast", StartupCPU: 5}},
		Programs: []ProgramRecord{
			{Name: "a", Cells: map[string]*Cell{"goja": {CPU: 110}, "fast": {CPU: 55}}},
			{Name: "b", Cells: map[string]*Cell{"goja": {CPU: 90}, "fast": {CPU: 180}}},
			{Name: "c", Cells: map[string]*Cell{"goja": {CPU: 100}, "fast": {Error: "lost"}}},
		},
	}
	r.summarise()
	e := r.Engines[1]
	if math.Abs(e.Speed-1) > 1e-12 || e.Slow != "b" || e.Slowest != 0.5 {
		t.Errorf("summary %+v", e)
	}
	if want := math.Sqrt(100.0 / 50 * 80 / 175); math.Abs(e.SpeedNet-want) > 1e-12 {
		t.Errorf("without start-up %v, want %v", e.SpeedNet, want)
	}
	if r.failures() != 1 {
		t.Errorf("%d failures", r.failures())
	}
}

// TestCompiling: what firn's -stats says of the compiler is found, and its share of all programs.
func TestCompiling(t *testing.T) {
	m := compileTime.FindSubmatch([]byte("fuel 3\ncompile time    975µs + 13.31ms in the background\n"))
	if len(m) != 3 || string(m[1]) != "975µs" || string(m[2]) != "13.31ms" {
		t.Errorf("compile time: %q", m)
	}
	r := &Record{Programs: []ProgramRecord{
		{Name: "a", Cells: map[string]*Cell{"n": {CPU: 100, Compile: 10}}},
		{Name: "b", Cells: map[string]*Cell{"n": {CPU: 300}}},
	}}
	if x := r.compiling("n"); math.Abs(x-0.025) > 1e-12 {
		t.Errorf("share %v", x)
	}
	if x := r.compiling("other"); x != 0 {
		t.Errorf("share of an engine that does not tell: %v", x)
	}
}

// TestPeersAgree runs every program at small size on goja and node and compares their output, then the whole path with
// a table, a record and a chart.
func TestPeersAgree(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is not in PATH: install Node.js 20 or newer for the reference outputs")
	}
	var out, log bytes.Buffer
	if err := run([]string{"-no-firn", "-vs", "goja,node", "-size", "small", "-check"}, &out, &log); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	if testing.Short() {
		return
	}
	dir := t.TempDir()
	out.Reset()
	if err := run([]string{"-no-firn", "-vs", "goja,node,node-jitless", "-size", "small", "-n", "1", "-run", "^(hashes|json)$", "-out", dir}, &out, &log); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	if !strings.Contains(out.String(), "geometric mean") {
		t.Errorf("table:\n%s", out.String())
	}
	text, err := os.ReadFile(filepath.Join(dir, "bench.json"))
	if err != nil {
		t.Fatal(err)
	}
	var r Record
	if err := json.Unmarshal(text, &r); err != nil || len(r.Programs) != 2 || r.Reference != "node" {
		t.Errorf("record %+v, error %v", r, err)
	}
	if svg, err := os.ReadFile(filepath.Join(dir, "bench.svg")); err != nil || !bytes.Contains(svg, []byte("<svg")) {
		t.Errorf("chart: error %v", err)
	}
}
