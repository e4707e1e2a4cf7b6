package main

import (
	"bytes"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// command runs the command.
func command(stdin string, args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestStatus(t *testing.T) {
	ok := write(t, "ok.js", "print('a', 1, [2, 3], {toString: () => 'me'}); console.log('%s=%d', 'x', 5, {a: [1]}); console.error('oops')")
	for _, c := range []struct {
		args        []string
		status      int
		out, errout string // parts
	}{
		{[]string{"run", ok}, exitOK, "a 1 2,3 me\nx=5 { a: [ 1 ] }\n", "oops\n"},
		{[]string{"run", ok, ok}, exitOK, "me\nx=5 { a: [ 1 ] }\na 1", "oops\noops\n"},
		{[]string{"eval", "[1,", "2].map(x => x * 2)"}, exitOK, "[ 2, 4 ]\n", ""},
		{[]string{"eval", "Promise.resolve(7).then(x => { globalThis.y = x; })"}, exitOK, "Promise { undefined }\n", ""},
		{[]string{"eval", "-stats", "1"}, exitOK, "1\n", "fuel "},
		{[]string{"eval", "-stress", "[1].concat([2])"}, exitOK, "[ 1, 2 ]\n", ""},
		{[]string{}, exitOK, "firn run program.js", ""},
		{[]string{"help", "run"}, exitOK, "-fuel", ""},
		{[]string{"version"}, exitOK, "preset ses", ""},
		{[]string{"eval", "throw new TypeError('no')"}, exitException, "", "<eval>:1:7: TypeError: no\n  throw new TypeError('no')\n        ^\n    at <eval>:1:7\n"},
		{[]string{"eval", "throw 5"}, exitException, "", "<eval>:1:1: uncaught 5\n  throw 5\n  ^\n    at <eval>:1:1\n"},
		{[]string{"eval", "Promise.reject(new Error('lost'))"}, exitException, "", "unhandled rejection: <eval>:1:16: Error: lost\n"},
		{[]string{"eval", "let x = ;"}, exitSyntax, "", "<eval>:1:9: SyntaxError: "},
		{[]string{"eval", "eval('1')"}, exitSyntax, "", "SyntaxError: "},
		{[]string{"eval", "-fuel=1000", "for (;;);"}, exitLimit, "", "out of fuel"},
		{[]string{"eval", "--memory", "16M", "const a = []; for (;;) a.push({a})"}, exitLimit, "", "out of memory"},
		{[]string{"run"}, exitUsage, "", "firn run takes 1 or more arguments, and got 0\nRun \"firn help\""},
		{[]string{"repl", "x"}, exitUsage, "", "firn repl takes no arguments"},
		{[]string{"rom", "nonsense"}, exitUsage, "", "unknown command \"nonsense\" for \"firn rom\""},
		{[]string{"eval", "'help'.length", "--stats"}, exitOK, "4\n", "fuel "},
		{[]string{"eval", "--", "-1"}, exitOK, "-1\n", ""},
		{[]string{"rom", "build", "-help"}, exitOK, "--output", ""},
		{[]string{"run", filepath.Join(t.TempDir(), "missing.js")}, exitUsage, "", "missing.js"},
		{[]string{"eval", "-nothing", "1"}, exitUsage, "", "not defined: -nothing"},
		{[]string{"eval", "-memory", "lots", "1"}, exitUsage, "", "no number of bytes"},
		{[]string{"nonsense"}, exitUsage, "", "unknown command"},
		{[]string{"dump", "-dump=nothing", ok}, exitUsage, "", "want some of ast, scopes, bytecode, ic"},
	} {
		status, out, errout := command("", c.args...)
		if status != c.status || !strings.Contains(out, c.out) || !strings.Contains(errout, c.errout) || c.errout == "" && errout != "" {
			t.Errorf("firn %q: status %d\n%s\n%s", c.args, status, out, errout)
		}
	}
	if status, out, _ := command("print('from stdin')", "run", "-"); status != exitOK || out != "from stdin\n" {
		t.Error(status, out)
	}
}

func TestRepl(t *testing.T) {
	status, out, errout := command(`let a = 5
class A {
  x = a
}
new A
const {q} = {q: [a]}; q
_
function f(
) { return "two\nlines" }
f()
`+"`a\nb`"+`
nothing
/* a
comment */ 1
throw new Error("seen")
Promise.reject(2)
.help
a +
1
.exit
a`, "repl")
	want := "undefined\nundefined\nA { x: 5 }\n[ 5 ]\n[ 5 ]\nundefined\n'two\\nlines'\n'a\\nb'\n1\nPromise { <rejected> 2 }\n" + replHelp + "6\n"
	if status != exitOK || out != want {
		t.Errorf("status %d\n%s\nwant\n%s", status, out, want)
	}
	for _, s := range []string{"ReferenceError: nothing is not defined", "Error: seen", "unhandled rejection: <input 12>:1:9: uncaught 2\n  Promise.reject(2)\n          ^\n"} {
		if !strings.Contains(errout, s) {
			t.Errorf("no %q in\n%s", s, errout)
		}
	}
}

func TestDump(t *testing.T) {
	file := write(t, "d.js", "function twice(x) { return x + x; }\ntwice(2);")
	for what, part := range map[string]string{"ast": "twice", "scopes": "param", "bytecode": "add"} {
		status, out, errout := command("", "dump", "-dump="+what, file)
		if status != exitOK || !strings.Contains(out, part) {
			t.Errorf("-dump=%s: status %d\n%s%s", what, status, out, errout)
		}
	}
	if status, out, _ := command("", "dump", "-func=twice", file); status != exitOK || strings.Count(out, "add") != 1 {
		t.Error(status, out)
	}
	if status, _, errout := command("", "dump", write(t, "bad.js", "let 1;")); status != exitSyntax || !strings.Contains(errout, "^") {
		t.Error(status, errout)
	}
}

func TestROM(t *testing.T) {
	rom := filepath.Join(t.TempDir(), "draft.rom")
	custom := write(t, "custom.js", "globalThis.answer = 42;")
	if status, _, errout := command("", "rom", "build", "-preset=draft", "-o", rom, custom); status != exitOK {
		t.Fatal(errout)
	}
	if status, out, errout := command("", "rom", "verify", rom); status != exitOK || out != "ok\n" {
		t.Error(status, out, errout)
	}
	if status, out, errout := command("", "rom", "inspect", rom); status != exitOK || !strings.Contains(out, "preset     draft") || !strings.Contains(out, "template") {
		t.Error(status, out, errout)
	}
	if status, out, errout := command("", "eval", "-rom", rom, "answer"); status != exitOK || out != "42\n" {
		t.Error(status, out, errout)
	}
	damaged, err := os.ReadFile(rom)
	if err != nil {
		t.Fatal(err)
	}
	damaged[len(damaged)/2] ^= 1
	if status, _, errout := command("", "rom", "verify", write(t, "damaged.rom", string(damaged))); status == exitOK || errout == "" {
		t.Error("a damaged image passes")
	}
	if status, _, _ := command("", "rom", "build"); status != exitUsage {
		t.Error("build without a file")
	}
}

func TestExamples(t *testing.T) {
	for name, part := range map[string]string{"tour.js": "all settled: 3, 1, 2", "sandbox.js": "cannot poison arrays: TypeError"} {
		status, out, errout := command("", "run", filepath.Join("../../examples", name))
		if status != exitOK || errout != "" || !strings.Contains(out, part) {
			t.Errorf("%s: status %d\n%s\n%s", name, status, out, errout)
		}
	}
}

// starter sends the interrupt a while after the first write to it.
type starter struct {
	text bytes.Buffer
	t    *testing.T
	once sync.Once
}

func (w *starter) Write(b []byte) (int, error) {
	w.once.Do(func() {
		time.AfterFunc(20*handlerDelay, func() {
			self, err := os.FindProcess(os.Getpid())
			if err == nil {
				err = self.Signal(os.Interrupt)
			}
			if err != nil {
				w.t.Error(err)
			}
		})
	})
	return w.text.Write(b)
}

func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process of Windows cannot interrupt itself: run the tests on another system")
	}
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, os.Interrupt) // should the command miss it, the test must not die of it
	defer signal.Stop(caught)
	var out bytes.Buffer
	errs := &starter{t: t}
	status := run([]string{"eval", "-fuel=100000000000", "console.error('going'); for (;;);"}, strings.NewReader(""), &out, errs)
	if status != exitLimit || !strings.Contains(errs.text.String(), "interrupt") {
		t.Errorf("status %d\n%s", status, errs.text.String())
	}
}
