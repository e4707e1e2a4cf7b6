package test262

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestParseMeta(t *testing.T) {
	source := strings.Join([]string{
		"// Copyright",
		"/*---",
		"esid: sec-x",
		"es5id: 15.4",
		"description: >",
		"    first line: with a colon",
		"    second",
		"info: |",
		"  flags: [module]",
		"features: [a, b,",
		"  c]",
		"flags:",
		"  - onlyStrict",
		"  - async",
		"includes: [x.js]",
		"negative:",
		"  phase: parse",
		"  type: SyntaxError",
		"---*/",
		"/*--- not this ---*/",
	}, "\r\n")
	m, err := ParseMeta(source)
	if err != nil {
		t.Fatal(err)
	}
	want := &Meta{
		Description: "first line: with a colon second", ID: "sec-x",
		Flags: []string{"onlyStrict", "async"}, Features: []string{"a", "b", "c"}, Includes: []string{"x.js"},
		Negative: &Negative{PhaseParse, "SyntaxError"},
	}
	if !reflect.DeepEqual(m, want) {
		t.Errorf("got %+v, want %+v", m, want)
	}
	if m, err := ParseMeta("var x;"); err != nil || m.Flags != nil {
		t.Errorf("no frontmatter: %+v, %v", m, err)
	}
	for _, bad := range []string{"/*--- x: 1", "/*---\nnegative:\n  phase: parse\n---*/", "/*---\nnegative:\n  phase: never\n  type: E\n---*/"} {
		if _, err := ParseMeta(bad); err == nil {
			t.Errorf("%q: want an error", bad)
		}
	}
}

func TestJudge(t *testing.T) {
	negative := &Meta{Negative: &Negative{PhaseParse, "SyntaxError"}}
	async := &Meta{Flags: []string{"async"}}
	for _, c := range []struct {
		meta    *Meta
		outcome Outcome
		want    string
	}{
		{&Meta{}, Outcome{}, ""},
		{&Meta{}, Outcome{Phase: PhaseRuntime, ErrorName: "Test262Error", Message: "a\n b"}, "Test262Error: a b"},
		{&Meta{}, Outcome{Fault: FaultLimit, Message: "fuel"}, "limit: fuel"},
		{negative, Outcome{Phase: PhaseParse, ErrorName: "SyntaxError"}, ""},
		{negative, Outcome{}, "no SyntaxError in phase parse"},
		{negative, Outcome{Phase: PhaseRuntime, ErrorName: "SyntaxError", Message: "m"}, "want SyntaxError in phase parse, got SyntaxError in phase runtime: m"},
		{async, Outcome{Printed: []string{"Test262:AsyncTestComplete"}}, ""},
		{async, Outcome{Printed: []string{"Test262:AsyncTestComplete", "Test262:AsyncTestFailure:Test262Error: no"}}, "Test262Error: no"},
		{async, Outcome{}, "the job queue ran dry before $DONE was called"},
	} {
		if got := Judge(c.meta, &c.outcome); got != c.want {
			t.Errorf("%+v: got %q, want %q", c.outcome, got, c.want)
		}
	}
}

func TestExclusion(t *testing.T) {
	for _, c := range []struct {
		file, source string
		meta         Meta
		excluded     bool
	}{
		{"test/language/x.js", "", Meta{}, false},
		{"test/language/x.js", "", Meta{Flags: []string{"noStrict"}}, true},
		{"test/language/x.js", "", Meta{Features: []string{"WeakRef"}}, true},
		{"test/language/expressions/dynamic-import/x.js", "", Meta{Features: []string{"dynamic-import"}}, true},
		{"test/language/expressions/dynamic-import/syntax/invalid/x.js", "", Meta{Features: []string{"dynamic-import"}}, false},
		{"test/built-ins/Date/x.js", "var d = Date.now();", Meta{}, true},
		{"test/built-ins/Date/x.js", "/*---\ninfo: Date.now()\n---*/\n// calls Date.now()\nvar d;", Meta{}, false},
	} {
		if got := ExclusionOf(c.file, c.source, &c.meta) != ""; got != c.excluded {
			t.Errorf("%s %q %+v: excluded %v, want %v", c.file, c.source, c.meta, got, c.excluded)
		}
	}
}

// writeSuite makes a small suite of our own.
func writeSuite(t *testing.T) string {
	dir := t.TempDir()
	for file, text := range map[string]string{
		"harness/assert.js":          "const assert = { same(a, b) { if (a !== b) throw new Test262Error(`${a} is not ${b}`); } };\n",
		"harness/sta.js":             "function Test262Error(m) { this.message = m; }\n",
		"harness/doneprintHandle.js": "function $DONE(e) { print(e ? 'Test262:AsyncTestFailure:' + e : 'Test262:AsyncTestComplete'); }\n",
		"harness/fnGlobalObject.js":  "syntax error here",
		"test/language/pass.js":      "/*---\nfeatures: [f]\n---*/\nassert.same(1, 1);",
		"test/language/fail.js":      "/*---\nfeatures: [f]\n---*/\nassert.same(1, 2);",
		"test/language/global.js":    "/*---\nincludes: [fnGlobalObject.js]\n---*/\nassert.same(fnGlobalObject(), globalThis);",
		"test/language/negative.js":  "/*---\nnegative:\n  phase: parse\n  type: SyntaxError\n---*/\nlet let;",
		"test/language/async.js":     "/*---\nflags: [async]\n---*/\nPromise.resolve().then(() => $DONE());",
		"test/language/sloppy.js":    "/*---\nflags: [noStrict]\n---*/\nwith (x) {}",
		"test/language/raw.js":       "/*---\nflags: [raw]\n---*/\nif (typeof assert !== 'undefined') throw 1;",
		"test/language/x_FIXTURE.js": "not a test",
		"profiles.tsv":               "# path\tES2018 profile\tES2025 profile\ntest/language/pass.js\t1\t1\ntest/language/fail.js\t0\t1\n",
	} {
		name := filepath.Join(dir, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRunSmallSuite(t *testing.T) {
	suite, err := Open(writeSuite(t))
	if err != nil {
		t.Fatal(err)
	}
	calls := 0
	report, err := Run(suite, gojaEngine{}, Options{Workers: 3, Progress: func(done, total int, _ *Record) {
		calls++
		if done != calls || total != 7 {
			t.Errorf("progress %d of %d at call %d", done, total, calls)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string]string)
	for _, r := range report.Records {
		got[strings.TrimPrefix(r.Path, "test/language/")] = r.Status.String()
	}
	want := map[string]string{"pass.js": "pass", "fail.js": "fail", "global.js": "pass", "negative.js": "pass", "async.js": "pass", "sloppy.js": "excluded", "raw.js": "pass"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if tally := report.Total(ES2025); tally != (Tally{Passed: 1, Failed: 1}) {
		t.Errorf("ES2025: %v", tally)
	}
	if rows := report.ByFeature(); len(rows) != 1 || rows[0].Failed != 1 || rows[0].Name != "f" {
		t.Errorf("features: %v", rows)
	}
	if causes := report.Causes(); len(causes) != 1 || causes[0].Message != "Test262Error: 0 is not 0" {
		t.Errorf("causes: %+v", causes)
	}
	var text bytes.Buffer
	if err := report.WriteJSON(&text); err != nil || strings.Count(text.String(), "\n") != 8 {
		t.Errorf("JSON has %d lines, error %v", strings.Count(text.String(), "\n"), err)
	}
}

func TestRatchet(t *testing.T) {
	dir := writeSuite(t)
	file := filepath.Join(dir, "expectations.txt")
	run := func(args ...string) (int, string) {
		var out bytes.Buffer
		status := Command(append([]string{"-suite", dir, "-expectations", file, "-q"}, args...), gojaEngine{}, &out, &out)
		return status, out.String()
	}
	if status, out := run(); status != 1 || !strings.Contains(out, "fail and are not expected to: 1\n  test/language/fail.js") {
		t.Fatalf("unexpected failure: status %d\n%s", status, out)
	}
	if status, out := run("-update"); status != 0 {
		t.Fatalf("update: status %d\n%s", status, out)
	}
	if status, out := run(); status != 0 {
		t.Fatalf("after the update: status %d\n%s", status, out)
	}
	text, _ := os.ReadFile(file)
	if !strings.HasSuffix(string(text), "\ntest/language/fail.js\tunsorted\tTest262Error: 1 is not 2\n") {
		t.Fatalf("expectations:\n%s", text)
	}
	text = append(bytes.ReplaceAll(text, []byte("unsorted"), []byte("by hand")), "test/language/pass.js\tr\tm\n"...)
	os.WriteFile(file, text, 0o644)
	if status, out := run(); status != 1 || !strings.Contains(out, "take them out of the expectations (-update): 1\n  test/language/pass.js") {
		t.Fatalf("newly passing: status %d\n%s", status, out)
	}
	if status, out := run("-run", "fail"); status != 0 {
		t.Fatalf("a filter leaves others alone: status %d\n%s", status, out)
	}
	run("-update")
	if text, _ := os.ReadFile(file); !strings.HasSuffix(string(text), "\ntest/language/fail.js\tby hand\tTest262Error: 1 is not 2\n") {
		t.Fatalf("a reason given by hand is kept:\n%s", text)
	}
	if status, _ := run("-profile", "es3"); status != 2 {
		t.Errorf("unknown profile: status %d", status)
	}
}

// brokenEngine panics, hangs and answers in turn.
type brokenEngine struct{ made *int }

func (brokenEngine) Name() string { return "broken" }
func (e brokenEngine) NewWorker() (Worker, error) {
	*e.made++
	return brokenWorker{}, nil
}

type brokenWorker struct{}

func (brokenWorker) Close() error { return nil }
func (brokenWorker) Run(job *Job) Outcome {
	switch filepath.Base(job.Test.Name) {
	case "fail.js":
		panic(errors.New("lost"))
	case "pass.js":
		select {}
	}
	return Outcome{}
}

func TestBrokenEngine(t *testing.T) {
	suite, err := Open(writeSuite(t))
	if err != nil {
		t.Fatal(err)
	}
	made := 0
	report, err := Run(suite, brokenEngine{&made}, Options{Workers: 1, Stuck: 50 * time.Millisecond, Filter: regexp.MustCompile(`fail|pass|global`)})
	if err != nil {
		t.Fatal(err)
	}
	if made != 2 {
		t.Errorf("%d workers were made, want 2: one after the panic, none after the last test", made)
	}
	var faults []Fault
	for _, r := range report.Records {
		faults = append(faults, r.Fault)
	}
	if want := []Fault{FaultPanic, FaultNone, FaultHang}; !reflect.DeepEqual(faults, want) {
		t.Errorf("faults %v, want %v", faults, want)
	}
	if reason := report.Records[0].Reason; !strings.HasPrefix(reason, "panic: lost in firn/tests/test262.brokenWorker.Run runner_test.go:") {
		t.Errorf("reason %q", reason)
	}
}

// TestRealTests runs two hundred tests of the suite on goja, to see that the runner reads real files right.
func TestRealTests(t *testing.T) {
	name, err := Locate()
	if err != nil {
		t.Skip("the conformance suite, which is not part of this repository, is not here:", err)
	}
	suite, err := Open(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range suite.Tests() {
		text, _ := suite.Text(file)
		if _, err := ParseMeta(text); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if suite.Profiles(file) == 0 {
			t.Errorf("%s is in no profile", file)
		}
	}
	report, err := Run(suite, gojaEngine{}, Options{Filter: regexp.MustCompile(`^test/language/(expressions|statements)/(addition|if|for-of|try|switch|arrow)`), Profile: ES2018, Shards: 2})
	if err != nil {
		t.Fatal(err)
	}
	total := report.Total(0)
	if total.Passed+total.Failed < 200 || total.Rate() < 0.8 {
		t.Errorf("goja: %v", total)
	}
}
