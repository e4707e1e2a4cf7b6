package test262

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"testing"
	"time"

	"firn/heap"
	"firn/tests/race"
)

// TestStage1 is the conformance run with its ratchet: a failure that expectations.txt does not list is an error, and so is
// a listed test that passes. With -short a twelfth of the tests runs, and under the race detector a sixtieth: the machines have
// nothing in common but what all their tests use.
func TestStage1(t *testing.T) {
	name, err := Locate()
	if err != nil {
		t.Skip("the conformance suite, which is not part of this repository, is not here:", err)
	}
	suite, err := Open(name)
	if err != nil {
		t.Fatal(err)
	}
	options := Options{}
	switch {
	case race.Enabled:
		options.Shards = 60
		options.Stuck = time.Hour // minutes of fuel on a busy machine
	case testing.Short():
		options.Shards = 12
	}
	report, err := Run(suite, Stage1{}, options)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []Profile{ES2018, ES2025} {
		t.Logf("%s: %v", p, report.Total(p))
	}
	compare(t, report)
}

// compare fails the test where the run is not what expectations.txt says.
func compare(t *testing.T, report *Report) {
	t.Helper()
	expected, err := ReadExpectations("expectations.txt")
	if err != nil {
		t.Fatal(err)
	}
	if drift := expected.Compare(report); !drift.Clean() {
		var out bytes.Buffer
		drift.WriteDrift(&out, 40)
		t.Errorf("the run differs from expectations.txt (firn test262 -update rewrites it):\n%s", out.String())
	}
	for _, r := range report.Records {
		if r.Fault == FaultPanic || r.Fault == FaultHang {
			t.Errorf("%s: %s", r.Path, r.Reason)
		}
	}
}

// nativeVariable asks for the whole suite in native code: ten minutes of both processors for each mode.
const nativeVariable = "FIRN_TEST262_NATIVE"

// TestNative is the run of TestStage1 with everything compiled: no test may end in another way than in the interpreter. Without
// nativeVariable a part of the tests runs, always the same one, and another in each mode. With it a tenth, without it less,
// runs with a collection at every safepoint, too: another part each day.
func TestNative(t *testing.T) {
	if len(NativeModes()) == 0 {
		t.Skip("this build has no native code")
	}
	name, err := Locate()
	if err != nil {
		t.Skip("the conformance suite, which is not part of this repository, is not here:", err)
	}
	suite, err := Open(name)
	if err != nil {
		t.Fatal(err)
	}
	for i, mode := range NativeModes() {
		t.Run(mode, func(t *testing.T) {
			options := Options{Shard: i, Shards: 60}
			switch {
			case os.Getenv(nativeVariable) != "":
				options.Shards = 1
				options.Shard = 0
			case race.Enabled:
				options.Shards = 600
				options.Stuck = time.Hour
			case testing.Short():
				options.Shards = 300
			}
			report, err := Run(suite, Stage1{Native: mode}, options)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, report)
		})
	}
	t.Run("collect at every safepoint", func(t *testing.T) {
		options := Options{Shard: time.Now().YearDay() % 10, Shards: 10}
		switch {
		case os.Getenv(nativeVariable) != "":
		case race.Enabled || testing.Short():
			t.Skip("left out by -short and under the race detector, which slows it down a hundred times")
		default:
			options = Options{Shard: time.Now().YearDay() % 600, Shards: 600}
		}
		options.Fuel, options.Stuck = 200_000, time.Hour // a collection of an unfrozen realm takes a millisecond
		t.Logf("part %d of %d", options.Shard, options.Shards)
		report, err := Run(suite, Stage1{Native: NativeLearnt, Stress: heap.StressCollect}, options)
		if err != nil {
			t.Fatal(err)
		}
		before := len(report.Records)
		report.Records = slices.DeleteFunc(report.Records, func(r Record) bool { return r.Fault == FaultLimit })
		if cut := before - len(report.Records); cut > before/10 {
			t.Errorf("%d of %d tests were not finished", cut, before)
		}
		compare(t, report)
	})
}

// TestAdapter checks the adapter on a suite of our own, without test262.
func TestAdapter(t *testing.T) {
	suite, err := Open(writeSuite(t))
	if err != nil {
		t.Fatal(err)
	}
	report, err := Run(suite, Stage1{}, Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range report.Records {
		want := Passed
		switch r.Path {
		case "test/language/fail.js":
			want = Failed
		case "test/language/sloppy.js":
			want = Excluded
		}
		if r.Status != want {
			t.Errorf("%s: %s (%s), want %s", r.Path, r.Status, r.Reason, want)
		}
	}
	limited, err := Run(suite, Stage1{}, Options{Workers: 1, Fuel: 1, Filter: regexp.MustCompile(`pass`)})
	if err != nil {
		t.Fatal(err)
	}
	if r := limited.Records[0]; r.Fault != FaultLimit {
		t.Errorf("with one unit of fuel: %+v", r)
	}
}
