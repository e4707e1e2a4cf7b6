package test262

import (
	"bytes"
	"regexp"
	"testing"
	"time"

	"firn/tests/race"
)

// TestStage1 is the conformance run with its ratchet: a failure that expectations.txt does not list is an error, and so is
// a listed test that passes. With -short a twelfth of the tests runs, and under the race detector a sixtieth: the machines have
// nothing in common but what all their tests use.
func TestStage1(t *testing.T) {
	name, err := Locate()
	if err != nil {
		t.Skip(err)
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
