package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"firn/jit"
)

// TestProfiles: go tool pprof shows what run writes, with the functions and lines
// of the program.
func TestProfiles(t *testing.T) {
	program := write(t, "p.js", `function work(n) {
  let s = 0;
  for (let i = 0; i < n; i++) s = s * 31 + i | 0;
  return s;
}
const make = n => Array.from({length: n}, (_, i) => ({i}));
let kept;
for (let i = 0; i < 2; i++) { work(1e7); kept = make(2e4); }
`)
	dir := t.TempDir()
	cpu, mem := filepath.Join(dir, "cpu.pb.gz"), filepath.Join(dir, "mem.pb.gz")
	if status, _, errout := command("", "run", "-cpuprofile", cpu, "-memprofile="+mem, program); status != exitOK || errout != "" {
		t.Fatal(status, errout)
	}
	for _, c := range []struct {
		file, flag, want string
	}{
		{cpu, "-functions", `(?m)^ *[\d.]+m?s .* work$`},
		{cpu, "-lines", `work .*p\.js:3`},
		{mem, "-functions", `(?m)^.*[kM]B .* make$`},
		{mem, "-lines", `\(anonymous .*p\.js:6\)`},
	} {
		out, err := exec.Command("go", "tool", "pprof", "-top", "-nodefraction=0", c.flag, c.file).CombinedOutput()
		if err != nil {
			t.Skip("go tool pprof does not run; put Go 1.26 or newer in PATH: ", err, string(out))
		}
		if !regexp.MustCompile(c.want).Match(out) {
			t.Errorf("no %s in\n%s", c.want, out)
		}
	}
	if status, _, errout := command("", "run", "-cpuprofile", filepath.Join(dir, "no", "file"), program); status != exitUsage || errout == "" {
		t.Error(status, errout)
	}
}

// TestPerf: the map names the program's functions.
func TestPerf(t *testing.T) {
	if !jit.Native {
		t.Skip("no native code on this platform")
	}
	program := write(t, "p.js", "function named(n) { return n + 1; } for (let i = 0; i < 100; i++) named(i);")
	status, _, errout := command("", "run", "-perf", "-jit=always", program)
	defer os.Remove(jit.PerfMapPath())
	defer jit.StopPerfMap()
	if status != exitOK {
		t.Fatal(errout)
	}
	if b, err := os.ReadFile(jit.PerfMapPath()); err != nil || !strings.Contains(string(b), " named\n") {
		t.Errorf("the map is %q, %v", b, err)
	}
}
