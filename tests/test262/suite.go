package test262

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
)

// SuiteVariable names the environment variable that says where the suite is.
const SuiteVariable = "FIRN_TEST262"

// ErrNoSuite reports that no copy of the suite was found.
var ErrNoSuite = errors.New("test262: no suite found; set " + SuiteVariable + " to a test262.tar.gz or an unpacked directory")

// Profile is a set of language editions that a test belongs to, as profiles.tsv tells.
type Profile uint8

// The profiles of profiles.tsv.
const (
	ES2018 Profile = 1 << iota
	ES2025
)

// String is the name used on the command line and in reports.
func (p Profile) String() string {
	switch p {
	case ES2018:
		return "es2018"
	case ES2025:
		return "es2025"
	}
	return "all"
}

// Suite holds the files of one copy of test262, read once. It is safe for concurrent reading.
type Suite struct {
	files    map[string]string
	profiles map[string]Profile
	tests    []string
}

// Locate finds the suite: the environment variable first, then ../shared/test262 beside the module root.
func Locate() (string, error) {
	if name := os.Getenv(SuiteVariable); name != "" {
		if _, err := os.Stat(name); err != nil {
			return "", fmt.Errorf("test262: %s: %w", SuiteVariable, err)
		}
		return name, nil
	}
	root, err := moduleRoot()
	if err != nil {
		return "", ErrNoSuite
	}
	name := filepath.Join(root, "..", "shared", "test262", "test262.tar.gz")
	if _, err := os.Stat(name); err != nil {
		return "", ErrNoSuite
	}
	return name, nil
}

func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", fs.ErrNotExist
		}
		dir = parent
	}
}

// Open reads a suite from a gzipped tar archive or from an unpacked directory.
func Open(name string) (*Suite, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	s := &Suite{files: make(map[string]string), profiles: make(map[string]Profile)}
	if info.IsDir() {
		err = s.readDir(name)
	} else {
		err = s.readArchive(name)
	}
	if err != nil {
		return nil, fmt.Errorf("test262: reading %s: %w", name, err)
	}
	if err := s.readProfiles(); err != nil {
		return nil, err
	}
	for file := range s.files {
		if isTest(file) {
			s.tests = append(s.tests, file)
		}
	}
	sort.Strings(s.tests)
	if len(s.tests) == 0 {
		return nil, fmt.Errorf("test262: %s holds no tests", name)
	}
	return s, nil
}

func isTest(file string) bool {
	return strings.HasPrefix(file, "test/") && strings.HasSuffix(file, ".js") && !strings.Contains(path.Base(file), "_FIXTURE")
}

// wanted keeps the reader from holding what no test needs.
func wanted(file string) bool {
	return strings.HasPrefix(file, "test/") || strings.HasPrefix(file, "harness/") || file == "profiles.tsv"
}

func (s *Suite) readDir(dir string) error {
	return fs.WalkDir(os.DirFS(dir), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !wanted(file) {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
		s.files[file] = string(text)
		return err
	})
}

func (s *Suite) readArchive(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		file := archivePath(h.Name)
		if h.Typeflag != tar.TypeReg || !wanted(file) {
			continue
		}
		text, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		s.files[file] = string(text)
	}
}

// archivePath drops a leading ./ or an enclosing directory, so that paths begin with test/ or harness/.
func archivePath(name string) string {
	name = strings.TrimPrefix(path.Clean(name), "/")
	if wanted(name) {
		return name
	}
	if _, rest, ok := strings.Cut(name, "/"); ok && wanted(rest) {
		return rest
	}
	return name
}

// readProfiles reads profiles.tsv: a path and two columns of 0 or 1. A suite without it has every test in
// every profile.
func (s *Suite) readProfiles() error {
	text, ok := s.files["profiles.tsv"]
	if !ok {
		return nil
	}
	delete(s.files, "profiles.tsv")
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			return fmt.Errorf("test262: profiles.tsv:%d: want three columns, got %d", n+1, len(fields))
		}
		var p Profile
		if fields[1] == "1" {
			p |= ES2018
		}
		if fields[2] == "1" {
			p |= ES2025
		}
		s.profiles[fields[0]] = p
	}
	return nil
}

// Tests lists the paths of all tests in order.
func (s *Suite) Tests() []string { return s.tests }

// Profiles says which profiles the test at path belongs to.
func (s *Suite) Profiles(file string) Profile {
	if len(s.profiles) == 0 {
		return ES2018 | ES2025
	}
	return s.profiles[file]
}

// Text is the source of a file of the suite.
func (s *Suite) Text(file string) (string, bool) {
	text, ok := s.files[file]
	return text, ok
}

// Load resolves a module specifier of a test against the file that names it.
func (s *Suite) Load(referrer, specifier string) (Source, error) {
	file := path.Join(path.Dir(referrer), specifier)
	text, ok := s.files[file]
	if !ok {
		return Source{}, fmt.Errorf("module %q, imported by %s, is not in the suite", specifier, referrer)
	}
	return Source{Name: file, Text: text}, nil
}
