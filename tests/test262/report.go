package test262

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strings"
	"sync"
	"text/tabwriter"
	"time"
)

// Report holds the records of one run, in the order of their paths.
type Report struct {
	Engine  string
	Records []Record
	Elapsed time.Duration
}

// Tally counts verdicts.
type Tally struct {
	Passed, Failed, Excluded int
}

// Rate is the share of the tests that ran and passed, 0..1.
func (t Tally) Rate() float64 {
	if t.Passed+t.Failed == 0 {
		return 0
	}
	return float64(t.Passed) / float64(t.Passed+t.Failed)
}

func (t *Tally) add(s Status) {
	switch s {
	case Passed:
		t.Passed++
	case Failed:
		t.Failed++
	case Excluded:
		t.Excluded++
	}
}

func (t Tally) String() string {
	return fmt.Sprintf("%d of %d passed (%.2f %%), %d excluded", t.Passed, t.Passed+t.Failed, 100*t.Rate(), t.Excluded)
}

// Total counts the tests of a profile; zero counts all.
func (r *Report) Total(p Profile) Tally {
	var t Tally
	for i := range r.Records {
		if p == 0 || r.Records[i].Profiles&p != 0 {
			t.add(r.Records[i].Status)
		}
	}
	return t
}

// Row is a tally with its name.
type Row struct {
	Name string
	Tally
}

// ByDirectory counts by the first three parts of the path: test/built-ins/Array.
func (r *Report) ByDirectory() []Row {
	return r.group(func(rec *Record) []string {
		parts := strings.SplitN(rec.Path, "/", 5)
		if strings.HasPrefix(rec.Path, "test/language/") && len(parts) > 4 {
			return []string{strings.Join(parts[1:4], "/")}
		}
		return []string{strings.Join(parts[1:min(3, len(parts)-1)], "/")}
	})
}

// ByFeature counts by the features that tests name.
func (r *Report) ByFeature() []Row {
	return r.group(func(rec *Record) []string { return rec.Features })
}

func (r *Report) group(names func(*Record) []string) []Row {
	tallies := make(map[string]*Tally)
	for i := range r.Records {
		for _, name := range names(&r.Records[i]) {
			t := tallies[name]
			if t == nil {
				t = &Tally{}
				tallies[name] = t
			}
			t.add(r.Records[i].Status)
		}
	}
	rows := make([]Row, 0, len(tallies))
	for name, t := range tallies {
		rows = append(rows, Row{name, *t})
	}
	sort.Slice(rows, func(i, j int) bool { return rows[i].Name < rows[j].Name })
	return rows
}

// Cause is a set of failures whose messages differ in names and numbers only.
type Cause struct {
	Message string
	Paths   []string
}

// causePatterns find what differs between messages of one cause: quoted text, numbers, calls and paths.
var causePatterns = sync.OnceValues(func() (replace [3]*regexp.Regexp, call *regexp.Regexp) {
	quoted := regexp.MustCompile(`«[^»]*»|"[^"]*"|'[^']*'|‘[^’]*’|` + "`[^`]*`")
	numeral := regexp.MustCompile(`-?\b\d+(\.\d+)?n?\b`)
	call = regexp.MustCompile(`\(.*\)`)
	location := regexp.MustCompile(`\b(test|harness)/\S+`)
	return [3]*regexp.Regexp{location, quoted, numeral}, call
})

// Causes groups failures by message, the most frequent first.
func (r *Report) Causes() []Cause {
	replace, call := causePatterns()
	byMessage := make(map[string]*Cause)
	for i := range r.Records {
		rec := &r.Records[i]
		if rec.Status != Failed {
			continue
		}
		key := rec.Reason
		for i, by := range []string{"…", "«»", "0"} {
			key = replace[i].ReplaceAllString(key, by)
		}
		if strings.HasPrefix(key, "Test262Error") {
			key = call.ReplaceAllString(key, "()")
		}
		c := byMessage[key]
		if c == nil {
			c = &Cause{Message: key}
			byMessage[key] = c
		}
		c.Paths = append(c.Paths, rec.Path)
	}
	causes := make([]Cause, 0, len(byMessage))
	for _, c := range byMessage {
		causes = append(causes, *c)
	}
	sort.Slice(causes, func(i, j int) bool {
		if len(causes[i].Paths) != len(causes[j].Paths) {
			return len(causes[i].Paths) > len(causes[j].Paths)
		}
		return causes[i].Message < causes[j].Message
	})
	return causes
}

// WriteSummary writes totals, directories, features and causes for people. Rows without failures are left out unless
// verbose.
func (r *Report) WriteSummary(w io.Writer, verbose bool) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	table := func(title string, rows []Row) {
		fmt.Fprintf(t, "%s\tpassed\tfailed\texcluded\trate\t\n", title)
		clean := 0
		for _, row := range rows {
			if row.Failed == 0 && !verbose {
				clean++
				continue
			}
			fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%.1f %%\t\n", row.Name, row.Passed, row.Failed, row.Excluded, 100*row.Rate())
		}
		if clean > 0 {
			fmt.Fprintf(t, "%d without failures\t\t\t\t\t\n", clean)
		}
		fmt.Fprintln(t)
	}
	table("directory", r.ByDirectory())
	table("feature", r.ByFeature())
	if err := t.Flush(); err != nil {
		return err
	}
	causes := r.Causes()
	if len(causes) > 0 {
		fmt.Fprintln(w, "most frequent causes")
	}
	for i, c := range causes {
		if i == 40 && !verbose {
			fmt.Fprintf(w, "      … and %d more causes\n", len(causes)-i)
			break
		}
		fmt.Fprintf(w, "%6d  %s\n        %s\n", len(c.Paths), c.Message, c.Paths[0])
	}
	return r.writeTotals(w)
}

func (r *Report) writeTotals(w io.Writer) error {
	faults := make(map[Fault]int)
	excluded := make(map[string]int)
	for i := range r.Records {
		faults[r.Records[i].Fault]++
		if r.Records[i].Status == Excluded {
			excluded[r.Records[i].Reason]++
		}
	}
	var reasons []string
	for reason := range excluded {
		reasons = append(reasons, reason)
	}
	sort.Strings(reasons)
	for _, reason := range reasons {
		fmt.Fprintf(w, "excluded %5d  %s\n", excluded[reason], reason)
	}
	for f := FaultLimit; f <= FaultHost; f++ {
		if faults[f] > 0 {
			fmt.Fprintf(w, "faults   %5d  %s\n", faults[f], f)
		}
	}
	for _, p := range []Profile{ES2018, ES2025, 0} {
		fmt.Fprintf(w, "%-7s %s\n", p, r.Total(p))
	}
	_, err := fmt.Fprintf(w, "%s: %d tests in %.1f s\n", r.Engine, len(r.Records), r.Elapsed.Seconds())
	return err
}

// jsonRecord is the form of a record in JSON output.
type jsonRecord struct {
	Path   string `json:"path"`
	Status string `json:"status"`
	Reason string `json:"reason,omitempty"`
	Fault  string `json:"fault,omitempty"`
	ES2018 bool   `json:"es2018"`
	ES2025 bool   `json:"es2025"`
}

// WriteJSON writes every record with the totals, one record a line.
func (r *Report) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	header := struct {
		Engine  string  `json:"engine"`
		Seconds float64 `json:"seconds"`
		ES2018  Tally   `json:"es2018"`
		ES2025  Tally   `json:"es2025"`
		All     Tally   `json:"all"`
	}{r.Engine, r.Elapsed.Seconds(), r.Total(ES2018), r.Total(ES2025), r.Total(0)}
	if err := e.Encode(header); err != nil {
		return err
	}
	for i := range r.Records {
		rec := &r.Records[i]
		j := jsonRecord{Path: rec.Path, Status: rec.Status.String(), Reason: rec.Reason, ES2018: rec.Profiles&ES2018 != 0, ES2025: rec.Profiles&ES2025 != 0}
		if rec.Fault != FaultNone {
			j.Fault = rec.Fault.String()
		}
		if err := e.Encode(j); err != nil {
			return err
		}
	}
	return nil
}
