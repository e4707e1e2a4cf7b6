package romgen

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"os"
	"path/filepath"
	"testing"
	"time"

	"firn/runtime"
)

// TestEmbeddedIsFresh compares the embedded image with a new one: generated
// output must not be stale.
func TestEmbeddedIsFresh(t *testing.T) {
	have, err := imageFS.ReadFile(embeddedName)
	if err != nil {
		t.Skip("no image is embedded, so none can be stale: run go generate ./romgen to embed one")
	}
	want, err := Build(Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, want) {
		t.Error("the embedded image is stale: run go generate ./romgen")
	}
}

func TestDefaultCache(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	name := cacheFile()
	if name == "" {
		t.Fatal("no cache directory")
	}
	if embedded() != nil {
		t.Log("an image is embedded; only the cache is tested")
	}
	b, err := Build(Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := store(name, b); err != nil {
		t.Fatal(err)
	}
	rom := cached(name)
	if rom == nil || !bytes.Equal(rom.Bytes(), b) {
		t.Fatal("the cached image is not what was stored")
	}
	// A damaged or truncated file is not used, nor a file of other inputs.
	file, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	damaged := bytes.Clone(file)
	damaged[len(b)/2] ^= 1
	old := bytes.Clone(b)
	old[bytes.Index(old, []byte("\ninputs "))+len("\ninputs ")] ^= 1
	old = binary.LittleEndian.AppendUint32(old, crc32.ChecksumIEEE(old))
	for what, file := range map[string][]byte{"damaged": damaged, "truncated": file[:len(file)-1], "empty": nil, "old": old} {
		if err := os.WriteFile(name, file, 0o600); err != nil {
			t.Fatal(err)
		}
		if cached(name) != nil {
			t.Errorf("a file that is %s was accepted", what)
		}
	}
	dir := filepath.Dir(name)
	for i := 0; i < 2*cachedImages; i++ {
		os.WriteFile(filepath.Join(dir, "rom-"+string(rune('a'+i))+".img"), nil, 0o600)
	}
	prune(dir)
	if files, _ := os.ReadDir(dir); len(files) != cachedImages {
		t.Errorf("%d files are left", len(files))
	}
}

func TestDefault(t *testing.T) {
	start := time.Now()
	rom, from, err := DefaultFrom()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s in %v, %d bytes", from, time.Since(start), len(rom.Bytes()))
	if again, _ := Default(); again != rom {
		t.Error("the default ROM is not shared")
	}
	m, err := runtime.New(rom, runtime.Config{})
	if err != nil {
		t.Fatal(err)
	}
	m.Close()
}

func BenchmarkBuild(b *testing.B) {
	for i := 0; i < b.N; i++ {
		if _, err := Build(Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	img, err := Build(Options{})
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; i < b.N; i++ {
		if _, err := Open(img); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkInputs(b *testing.B) {
	for i := 0; i < b.N; i++ {
		inputs(Options{})
	}
}

func BenchmarkNewMachine(b *testing.B) {
	rom, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		m, err := runtime.New(rom, runtime.Config{})
		if err != nil {
			b.Fatal(err)
		}
		m.Close()
	}
}

func BenchmarkNewCompartment(b *testing.B) {
	rom, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	m, err := runtime.New(rom, runtime.Config{})
	if err != nil {
		b.Fatal(err)
	}
	defer m.Close()
	h := m.Heap()
	keep := h.NewHandle(m.NewCompartment())
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		h.SetHandle(keep, m.NewCompartment())
		if h.WantGC {
			h.Collect(false)
		}
	}
}
