package test262

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// Expectation is one known failure: why it fails, and with what message.
type Expectation struct {
	Path    string
	Reason  string
	Message string
}

// Expectations are the known failures by path. The file has one a line, tab-separated: path, reason, message; lines
// that begin with # are comments, kept at the top when the file is rewritten.
type Expectations struct {
	header []string
	byPath map[string]Expectation
}

// Unsorted is the reason of a failure that nobody has looked at yet.
const Unsorted = "unsorted"

// ReadExpectations reads the file. A missing file expects no failure.
func ReadExpectations(name string) (*Expectations, error) {
	e := &Expectations{byPath: make(map[string]Expectation)}
	f, err := os.Open(name)
	if os.IsNotExist(err) {
		return e, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" {
			continue
		}
		if line[0] == '#' {
			e.header = append(e.header, line)
			continue
		}
		fields := strings.SplitN(line, "\t", 3)
		if len(fields) != 3 || fields[1] == "" {
			return nil, fmt.Errorf("%s:%d: want path, reason and message separated by tabs", name, n)
		}
		if _, twice := e.byPath[fields[0]]; twice {
			return nil, fmt.Errorf("%s:%d: %s is listed twice", name, n, fields[0])
		}
		e.byPath[fields[0]] = Expectation{fields[0], fields[1], fields[2]}
	}
	return e, lines.Err()
}

// Len is the number of known failures.
func (e *Expectations) Len() int { return len(e.byPath) }

// Drift is how a run differs from the expectations.
type Drift struct {
	// Fixed are expected failures that passed or are excluded now: they must be taken out of the file.
	Fixed []string
	// Broken are failures that are not expected.
	Broken []Record
	// Changed are expected failures with another message. They are told, but are no error.
	Changed []Record
}

// Clean reports whether the ratchet holds.
func (d *Drift) Clean() bool { return len(d.Fixed) == 0 && len(d.Broken) == 0 }

// Compare compares the tests that ran; expectations about others are left alone.
func (e *Expectations) Compare(r *Report) *Drift {
	d := &Drift{}
	for i := range r.Records {
		rec := &r.Records[i]
		want, known := e.byPath[rec.Path]
		switch {
		case known && rec.Status != Failed:
			d.Fixed = append(d.Fixed, rec.Path)
		case !known && rec.Status == Failed:
			d.Broken = append(d.Broken, *rec)
		case known && want.Message != rec.Reason:
			d.Changed = append(d.Changed, *rec)
		}
	}
	return d
}

// Update makes the expectations agree with a report. Reasons given by hand are kept.
func (e *Expectations) Update(r *Report) {
	for i := range r.Records {
		rec := &r.Records[i]
		if rec.Status != Failed {
			delete(e.byPath, rec.Path)
			continue
		}
		reason := Unsorted
		if known, ok := e.byPath[rec.Path]; ok {
			reason = known.Reason
		}
		e.byPath[rec.Path] = Expectation{rec.Path, reason, rec.Reason}
	}
}

// Prune drops expectations about tests that the suite does not hold.
func (e *Expectations) Prune(s *Suite) {
	for file := range e.byPath {
		if _, ok := s.Text(file); !ok {
			delete(e.byPath, file)
		}
	}
}

var defaultHeader = []string{
	"# Tests of test262 that fail, one a line: path, reason and message, separated by tabs.",
	"# The list may only shrink: a listed test that passes is an error, and so is a failure that is not listed.",
	"# firn test262 -update rewrites it; write the reason by hand.",
}

// WriteTo writes the file's text.
func (e *Expectations) WriteTo(w io.Writer) (int64, error) {
	header := e.header
	if len(header) == 0 {
		header = defaultHeader
	}
	var b strings.Builder
	for _, line := range header {
		b.WriteString(line + "\n")
	}
	paths := make([]string, 0, len(e.byPath))
	for file := range e.byPath {
		paths = append(paths, file)
	}
	sort.Strings(paths)
	for _, file := range paths {
		x := e.byPath[file]
		b.WriteString(x.Path + "\t" + x.Reason + "\t" + x.Message + "\n")
	}
	n, err := io.WriteString(w, b.String())
	return int64(n), err
}

// Save replaces the file in one step.
func (e *Expectations) Save(name string) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".expectations-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if _, err := e.WriteTo(f); err != nil {
		f.Close()
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// WriteDrift tells people how a run differs, at most limit lines of each kind (zero for all).
func (d *Drift) WriteDrift(w io.Writer, limit int) {
	list := func(title string, n int, line func(int) string) {
		if n == 0 {
			return
		}
		fmt.Fprintf(w, "%s: %d\n", title, n)
		for i := range n {
			if i == limit && limit > 0 {
				fmt.Fprintf(w, "  … and %d more\n", n-i)
				return
			}
			fmt.Fprintf(w, "  %s\n", line(i))
		}
	}
	list("pass now, take them out of the expectations (-update)", len(d.Fixed), func(i int) string { return d.Fixed[i] })
	list("fail and are not expected to", len(d.Broken), func(i int) string { return d.Broken[i].Path + "\n      " + d.Broken[i].Reason })
	list("fail as expected, with another message", len(d.Changed), func(i int) string { return d.Changed[i].Path + "\n      " + d.Changed[i].Reason })
}
