package jit

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestPerfMap(t *testing.T) {
	m, err := NewCodeMemory(1 << 20)
	if errors.Is(err, ErrNoNative) {
		t.Skip("a map names pieces of native code:", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	before, err := m.Publish(make([]byte, 100), "before <main.js:1>")
	if err != nil {
		t.Fatal(err)
	}
	if err := StartPerfMap(m); err != nil {
		t.Fatal(err)
	}
	defer os.Remove(PerfMapPath())
	after, err := m.Publish(make([]byte, 200), "two\nlines")
	if err != nil {
		t.Fatal(err)
	}
	if err := StopPerfMap(); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Publish(make([]byte, 300), "unseen"); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(PerfMapPath())
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf("%x 64 before <main.js:1>\n%x c8 two lines\n", before, after)
	if string(b) != want {
		t.Errorf("the map:\n%swant:\n%s", b, want)
	}
	if err := StopPerfMap(); err != nil {
		t.Error("stopping again: ", err)
	}
}

func TestPerfMapReplacesStaleFile(t *testing.T) {
	path := PerfMapPath()
	target := t.TempDir() + "/target"
	if err := os.WriteFile(target, []byte("kept"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, path); err != nil {
		t.Skip("the file system has no symbolic links, which the test is about:", err)
	}
	defer os.Remove(path)
	if err := StartPerfMap(); err != nil {
		t.Fatal(err)
	}
	defer StopPerfMap()
	recordPerf(CodeRange{16, 32, "f"})
	if b, _ := os.ReadFile(path); strings.TrimSpace(string(b)) != "10 20 f" {
		t.Errorf("the map: %q", b)
	}
	if b, _ := os.ReadFile(target); string(b) != "kept" {
		t.Errorf("written through a link: %q", b)
	}
}
