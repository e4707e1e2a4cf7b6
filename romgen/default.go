package romgen

import (
	"crypto/sha256"
	"embed"
	"encoding/binary"
	"encoding/hex"
	"hash/crc32"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"time"

	"firn/heap"
	"firn/runtime"
)

//go:generate go run ./_gen

//go:embed image
var imageFS embed.FS

const embeddedName = "image/default.rom"

// Source tells where Default found its image.
type Source string

// The sources, in the order in which they are tried.
const (
	Embedded Source = "embedded" // in the binary
	Cached   Source = "cached"   // in the user's cache directory
	Built    Source = "built"    // by this process
)

var def struct {
	once sync.Once
	rom  *heap.ROM
	from Source
	err  error
}

// Default is the ROM of the default options, the same one for the whole
// process.
func Default() (*heap.ROM, error) {
	rom, _, err := DefaultFrom()
	return rom, err
}

// DefaultFrom is Default and where the image came from.
func DefaultFrom() (*heap.ROM, Source, error) {
	def.once.Do(func() { def.rom, def.from, def.err = findDefault() })
	return def.rom, def.from, def.err
}

func findDefault() (*heap.ROM, Source, error) {
	if rom := embedded(); rom != nil {
		return rom, Embedded, nil
	}
	name := cacheFile()
	if name != "" {
		if rom := cached(name); rom != nil {
			return rom, Cached, nil
		}
	}
	b, err := Build(Options{})
	if err != nil {
		return nil, Built, err
	}
	if name != "" {
		store(name, b) // a cache that cannot be written only costs time
	}
	rom, err := Open(b)
	return rom, Built, err
}

// embedded is the image in the binary, nil when there is none or the rest of
// the binary has changed since it was made.
func embedded() *heap.ROM {
	b, err := imageFS.ReadFile(embeddedName)
	if err != nil {
		return nil
	}
	return fresh(b)
}

// cached is the image in a file that store has written, nil when there is none,
// it is damaged or it is of another build.
func cached(name string) *heap.ROM {
	b, err := os.ReadFile(name)
	n := len(b) - cacheSum
	if err != nil || n < 0 || binary.LittleEndian.Uint32(b[n:]) != crc32.ChecksumIEEE(b[:n]) {
		return nil
	}
	return fresh(b[:n:n])
}

// fresh opens an image that is known to be whole if it was made from what this
// binary would make it from.
func fresh(b []byte) *heap.ROM {
	rom, err := open(b, heap.OpenSealedROM)
	if err != nil {
		return nil
	}
	if p, err := runtime.ReadProfile(rom); err != nil || p.Inputs != inputs(Options{}) {
		return nil
	}
	return rom
}

// cacheFile is where this binary keeps the default image; "" when there is no
// such place. The name depends on the binary's build ID, which Go puts near the
// start of the file, and so on every line of code that made the image.
func cacheFile() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	exe, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(exe)
	if err != nil {
		return ""
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return ""
	}
	head := binary.LittleEndian.AppendUint64(make([]byte, 0, buildIDWithin+8), uint64(info.Size()))
	n, err := f.Read(head[8:cap(head)])
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(head[:8+n])
	return filepath.Join(dir, "firn", "rom-"+hex.EncodeToString(sum[:12])+".img")
}

// buildIDWithin is how many bytes at the start of a binary hold its build ID: as
// many as Go's own tools read.
const buildIDWithin = 32 << 10

// cacheSum is the size of the CRC-32 at the end of a file of the cache. It is
// there because the image's own hash takes long.
const cacheSum = 4

// cachedImages is how many images the cache directory keeps.
const cachedImages = 16

// store puts an image in the cache, whole or not at all, and removes the oldest
// ones there.
func store(name string, b []byte) error {
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, "new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(binary.LittleEndian.AppendUint32(b[:len(b):len(b)], crc32.ChecksumIEEE(b)))
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
		return err
	}
	prune(dir)
	return nil
}

// prune removes all but the newest images, and what crashed processes left.
func prune(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	type image struct {
		name string
		at   time.Time
	}
	var images []image
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			continue
		}
		switch n := e.Name(); {
		case strings.HasPrefix(n, "rom-") && strings.HasSuffix(n, ".img"):
			images = append(images, image{n, info.ModTime()})
		case strings.HasPrefix(n, "new-") && time.Since(info.ModTime()) > time.Hour:
			os.Remove(filepath.Join(dir, n))
		}
	}
	sort.Slice(images, func(i, j int) bool { return images[i].at.After(images[j].at) })
	for _, im := range images[min(len(images), cachedImages):] {
		os.Remove(filepath.Join(dir, im.name))
	}
}
