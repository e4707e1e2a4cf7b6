package parser_test

import (
	"archive/tar"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"firn/parser"
)

// everything allows what SES forbids but ECMA-262 has, so that conformance can be compared.
func everything(module bool) parser.Options {
	return parser.Options{Module: module, AllowDirectEval: true, AllowDynamicImport: true, AllowImportMeta: true}
}

// eachFile calls f for the .js files under dir, or in the tar.gz file dir (whose first path element is dropped).
func eachFile(t *testing.T, dir string, f func(name, text string)) {
	t.Helper()
	info, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	if info.IsDir() {
		err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && strings.HasSuffix(name, ".js") {
				var b []byte
				if b, err = os.ReadFile(name); err == nil {
					rel, _ := filepath.Rel(dir, name)
					f(filepath.ToSlash(rel), string(b))
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	file, err := os.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(zip); ; {
		h, err := r.Next()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, name, ok := strings.Cut(h.Name, "/"); ok && strings.HasSuffix(name, ".js") {
			b, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			f(name, string(b))
		}
	}
}

var (
	frontMatter = regexp.MustCompile(`(?s)/\*---(.*?)---\*/`)
	flagsLine   = regexp.MustCompile(`(?m)^flags:\s*\[(.*?)\]`)
	featureLine = regexp.MustCompile(`(?m)^features:\s*\[(.*?)\]`)
	featureList = regexp.MustCompile(`(?m)^features:\s*\n((?:\s+-.*\n?)+)`)
	phase       = regexp.MustCompile(`(?m)^\s+phase:\s*(\w+)`)
)

// later are test262's features that are not in the newest published edition, or are outside the strict core.
var later = []string{
	"decorators", "explicit-resource-management", "import-defer", "source-phase-imports", "source-phase-imports-module-source",
	"import-text", "import-bytes", "Temporal", "ShadowRealm",
}

// TestTest262 parses every test of test262 that has a strict or module variant: negative tests of phase parse must fail, all others must parse.
func TestTest262(t *testing.T) {
	dir := os.Getenv("FIRN_TEST262")
	if dir == "" {
		t.Skip("FIRN_TEST262 is not set: set it to a test262.tar.gz or an unpacked directory")
	}
	var mismatches []string
	parsed, skipped := 0, 0
	eachFile(t, dir, func(name, text string) {
		if !strings.HasPrefix(name, "test/") || strings.Contains(name, "_FIXTURE") || strings.HasPrefix(name, "test/annexB") {
			return
		}
		meta := frontMatter.FindString(text)
		flags := ""
		if m := flagsLine.FindStringSubmatch(meta); m != nil {
			flags = m[1]
		}
		if strings.Contains(flags, "noStrict") || strings.Contains(flags, "raw") && !strings.Contains(text, "use strict") && !strings.Contains(flags, "module") {
			skipped++
			return
		}
		features := ""
		if m := featureLine.FindStringSubmatch(meta); m != nil {
			features = m[1]
		} else if m := featureList.FindStringSubmatch(meta); m != nil {
			features = m[1]
		}
		for _, f := range strings.FieldsFunc(features, func(r rune) bool { return strings.ContainsRune(", \n-[]", r) && r != '-' }) {
			f = strings.Trim(f, "- ")
			for _, l := range later {
				if f == l {
					skipped++
					return
				}
			}
		}
		negative := false
		if m := phase.FindStringSubmatch(meta); m != nil && strings.Contains(meta, "negative:") {
			negative = m[1] == "parse"
		}
		if (strings.Contains(name, "/literals/regexp/") || strings.Contains(name, "/built-ins/RegExp/")) && negative {
			skipped++ // the validator is another package's
			return
		}
		parsed++
		_, err := parser.Parse(text, everything(strings.Contains(flags, "module")))
		switch {
		case err == nil && negative:
			mismatches = append(mismatches, name+": accepted, must be rejected")
		case err != nil && !negative:
			mismatches = append(mismatches, name+": "+err.Error())
		}
	})
	sort.Strings(mismatches)
	for _, m := range mismatches {
		t.Error(m)
	}
	t.Logf("%d parsed, %d skipped (sloppy only, raw, later features, regular expressions), %d mismatches", parsed, skipped, len(mismatches))
}
