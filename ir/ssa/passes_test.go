package ssa

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the wanted results of the golden tests")

// TestGolden runs single passes: testdata/PASS/NAME.txt is the graph before and,
// behind a line of dashes, after. The first word of a pass's name is its
// directory. Lines before the graph that start with ; say what the test is for.
func TestGolden(t *testing.T) {
	run := map[string]func(f *Func){"optimize": func(f *Func) {
		if err := Optimize(f, Config{Check: true}); err != nil {
			panic(err)
		}
	}}
	run["rewrite"] = rewrite // which gvn and escape include
	for _, p := range passes {
		name, _, _ := strings.Cut(p.name, " ")
		if run[name] == nil {
			run[name] = p.run
		}
	}
	files, err := filepath.Glob("testdata/*/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	tested := map[string]bool{}
	for _, file := range files {
		dir := filepath.Base(filepath.Dir(file))
		fn := run[dir]
		if fn == nil {
			t.Errorf("%s: no such pass", file)
			continue
		}
		tested[dir] = true
		t.Run(dir+"/"+strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in, want, _ := strings.Cut(string(text), "\n----\n")
			f, err := Parse(in)
			if err == nil {
				err = Check(f)
			}
			if err != nil {
				t.Fatal(err)
			}
			fn(f)
			have := f.String()
			if err := Check(f); err != nil {
				t.Errorf("%v\n%s", err, have)
			}
			if *update {
				out := strings.TrimRight(in, "\n") + "\n----\n" + have
				if err := os.WriteFile(file, []byte(out), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if have != want {
				t.Errorf("%s\nwhole result:\n%s", diff(want, have), have)
			}
		})
	}
	for name := range run {
		if !tested[name] {
			t.Errorf("no golden test of %s", name)
		}
	}
}

func TestOptimizeConfig(t *testing.T) {
	f := parseGood(t)
	var seen []string
	cfg := Config{Check: true, Dump: func(pass string, f *Func) { seen = append(seen, pass) }}
	if err := Optimize(f, cfg); err != nil {
		t.Fatal(err)
	}
	if want := append([]string{"start"}, PassNames()...); fmt.Sprint(seen) != fmt.Sprint(want) {
		t.Errorf("ran %v, want %v", seen, want)
	}
	seen = nil
	cfg.Disable = map[string]bool{"deadcode": true, "finish": true}
	cfg.Limit = 2
	if err := Optimize(parseGood(t), cfg); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(seen) != "[start phielim finish]" {
		t.Errorf("ran %v", seen)
	}
	bad := parseGood(t)
	bad.Blocks[2].Values[0].State = nil
	if err := Optimize(bad, cfg); err == nil || !strings.HasPrefix(err.Error(), "before the passes") {
		t.Errorf("a broken graph: %v", err)
	}
}

func parseGood(t *testing.T) *Func {
	f, err := Parse(strings.Replace(goodText, "s0:", "s1: fn0 pc=0 [r0=v0]\ns0:", 1))
	if err != nil {
		t.Fatal(err)
	}
	return f
}
