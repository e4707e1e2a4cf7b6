package programs

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the expected outputs from node")

func TestPrograms(t *testing.T) {
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 12 {
		t.Errorf("only %d programs", len(all))
	}
	for _, p := range all {
		if !strings.HasPrefix(p.Source, "'use strict';\n// ") {
			t.Errorf("%s does not begin with 'use strict' and a word about itself", p.Name)
		}
		if strings.Count(p.Output, "\n") < 20 {
			t.Errorf("%s prints little", p.Name)
		}
		if d := p.Difference(p.Output); d != "" {
			t.Errorf("%s differs from itself: %s", p.Name, d)
		}
		if d := p.Difference("x\n" + p.Output); !strings.HasPrefix(d, "line 1:\n got  x\n want ") {
			t.Errorf("%s: difference %q", p.Name, d)
		}
	}
}

// TestOutputs compares the expected outputs with node's.
func TestOutputs(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not in PATH: install Node.js 20 or newer to check the expected outputs")
	}
	prelude := filepath.Join(t.TempDir(), "prelude.js")
	if err := os.WriteFile(prelude, []byte("globalThis.print = (...a) => console.log(a.join(' '));\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	scripts, err := filepath.Glob("*.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, script := range scripts {
		t.Run(script, func(t *testing.T) {
			// Local time must not matter to any program.
			cmd := exec.Command(node, "-r", prelude, script)
			cmd.Env = append(os.Environ(), "TZ=UTC")
			got, err := cmd.Output()
			if err != nil {
				t.Fatal(err)
			}
			name := strings.TrimSuffix(script, ".js") + ".out"
			if *update {
				if err := os.WriteFile(name, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			output, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			p := Program{Name: script, Output: string(output)}
			if d := p.Difference(string(got)); d != "" {
				t.Error(d)
			}
		})
	}
}
