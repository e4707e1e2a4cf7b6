package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firn/jit"
)

const dumped = `class Point { constructor(x, y) { this.x = x; this.y = y; } dot(o) { return this.x * o.x + this.y * o.y; } }
function sum(list, o) {
  let s = 0;
  for (let i = 0; i < list.length; i++) s += list[i].dot(o);
  return s;
}
const all = Array.from({length: 50}, (_, i) => new Point(i, i / 2));
for (let i = 0; i < 50; i++) sum(all, new Point(2, 3));
print("unseen");
`

// TestDumpAfterRun: caches after a run, then everything on the way to machine code.
func TestDumpAfterRun(t *testing.T) {
	file := write(t, "d.js", dumped)
	for _, c := range []struct {
		args   []string
		status int
		want   []string
	}{
		{[]string{"-dump=ic", "-func=sum"}, exitOK, []string{"sum ", `"dot", s1`, "line 4: object {x y}", "calls dot"}},
		{[]string{"-dump=ic", "-func=dot,Point"}, exitOK, []string{"own +", "add +", "double"}},
		{[]string{"-dump=ic"}, exitOK, []string{"(program ", "makes object {", "calls sum"}},
		{[]string{"-dump=ic", "-func=Array.from"}, exitOK, []string{"Array.from (built-in)", "heat"}},
		{[]string{"-dump=ic", "-func=nobody"}, exitUsage, nil},
		{[]string{"-dump=ic", "-fuel=1000", "-func=Point"}, exitOK, []string{"out of fuel"}},
		{[]string{"-dump=ic:x"}, exitUsage, nil},
	} {
		status, out, errout := command("", append(append([]string{"dump"}, c.args...), file)...)
		if status != c.status {
			t.Errorf("%q: status %d\n%s%s", c.args, status, out, errout)
		}
		for _, want := range c.want {
			if !strings.Contains(out, want) {
				t.Errorf("%q: no %q in\n%s", c.args, want, out)
			}
		}
		if strings.Contains(out, "unseen") {
			t.Errorf("%q: the program's output is in the dump", c.args)
		}
	}
	if !jit.Native {
		t.Skip("the rest is about native code, and there is none on this platform")
	}
	page := filepath.Join(t.TempDir(), "page.html")
	status, out, errout := command("", "dump", "-dump=ssa:start,ssa:gvn-again,regalloc,asm,deopt", "-func=sum", "-html", page, file)
	if status != exitOK {
		t.Fatal(status, errout)
	}
	for _, want := range []string{"-- ssa:start --\nfunc \"sum\"", "-- ssa:gvn again --", "-- regalloc: lower --", "-- regalloc: allocate --", "-- asm: ",
		"\tmulsd xmm", "; dot line 1, ", "; line 4, ", "exit 1: ", "deopt shape, by "} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if strings.Contains(out, "-- ssa:licm --") {
		t.Error("a pass that was not asked for")
	}
	b, err := os.ReadFile(page)
	if err != nil || !strings.Contains(string(b), "<h2>licm</h2>") || !strings.Contains(string(b), "<h2>asm</h2>") {
		t.Error("the page lacks columns: ", err)
	}
	status, out, errout = command("", "dump", "-live", "-dump=ssa:finish,ic", "-func=sum", file)
	for _, want := range []string{"sum " + file + ":2, compilation 1", "-- ssa:finish --", "s1 "} {
		if status != exitOK || !strings.Contains(out, want) {
			t.Errorf("-live: status %d, no %q in\n%s%s", status, want, out, errout)
		}
	}
	if status, _, _ := command("", "dump", "-html", page, file); status != exitOK {
		t.Error("no pages of all functions")
	}
	if pages, _ := filepath.Glob(strings.TrimSuffix(page, ".html") + "-*.html"); len(pages) < 4 {
		t.Errorf("pages of all functions: %q", pages)
	}
	if status, _, errout := command("", "dump", "-dump=ssa:nothing", file); status != exitUsage || !strings.Contains(errout, "the passes are: start, ") {
		t.Error(status, errout)
	}
}
