//go:build !firn_nojit

package jit

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

// bothWays runs a test with two mappings of one memory file, and with one
// mapping whose protection changes.
func bothWays(t *testing.T, limit int, test func(*testing.T, *CodeMemory)) {
	for _, dual := range []bool{true, false} {
		t.Run(map[bool]string{true: "dual", false: "protect"}[dual], func(t *testing.T) {
			m, err := newCodeMemory(limit, dual)
			if err != nil {
				t.Fatal(err)
			}
			defer m.Close()
			if s := m.Stats(); s.DualMap != dual || s.Limit < limit {
				t.Fatalf("%+v", s)
			}
			test(t, m)
		})
	}
}

// at is the executable memory at addr. (Not unsafe.Pointer(addr): vet objects.)
func at(m *CodeMemory, addr uintptr, n int) []byte {
	return unsafe.Slice((*byte)(unsafe.Add(m.region.exec, addr-m.region.addr())), n)
}

// traps says whether b is only trapping instructions.
func traps(b []byte) bool { return len(bytes.Trim(b, "\xcc")) == 0 }

func TestPublishAndFree(t *testing.T) {
	bothWays(t, 1<<20, func(t *testing.T, m *CodeMemory) {
		type piece struct {
			addr uintptr
			code []byte
		}
		var live []piece
		used, published, freed := 0, 0, 0
		check := func(p piece) {
			if !bytes.Equal(at(m, p.addr, len(p.code)), p.code) {
				t.Fatalf("the code at %#x changed", p.addr)
			}
		}
		for range 3000 {
			if len(live) > 0 && rand.IntN(100) < 48 {
				i := rand.IntN(len(live))
				p := live[i]
				check(p)
				if err := m.Free(p.addr); err != nil {
					t.Fatal(err)
				}
				if !traps(at(m, p.addr, len(p.code))) {
					t.Fatal("freed code is still there")
				}
				live[i] = live[len(live)-1]
				live = live[:len(live)-1]
				used -= m.round(len(p.code))
				freed++
				continue
			}
			p := piece{code: make([]byte, 1+rand.IntN(5000))}
			for i := range p.code {
				p.code[i] = byte(rand.Uint32())
			}
			var err error
			p.addr, err = m.Publish(p.code, strconv.Itoa(len(p.code)))
			if errors.Is(err, ErrCodeFull) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if p.addr%codeAlign != 0 {
				t.Fatalf("address %#x", p.addr)
			}
			live = append(live, p)
			used += m.round(len(p.code))
			published++
		}
		for _, p := range live {
			check(p)
			for _, off := range []int{0, len(p.code) - 1} {
				if r, ok := m.Lookup(p.addr + uintptr(off)); !ok || r.Start != p.addr || r.Size != len(p.code) || r.Name != strconv.Itoa(len(p.code)) {
					t.Fatalf("%d bytes at %#x, %d in: %+v", len(p.code), p.addr, off, r)
				}
			}
			if r, ok := m.Lookup(p.addr + uintptr(len(p.code))); ok && r.Start == p.addr {
				t.Fatalf("%#x is behind %+v", p.addr, r)
			}
			if tail := at(m, p.addr, m.round(len(p.code)))[len(p.code):]; !traps(tail) {
				t.Fatalf("behind the code: %x", tail)
			}
		}
		s := m.Stats()
		if s.InUse != used || s.Pieces != len(live) || s.Published != uint64(published) || s.Freed != uint64(freed) {
			t.Errorf("%+v; want %d bytes in %d pieces, %d published, %d freed", s, used, len(live), published, freed)
		}
		if all := m.Ranges(); len(all) != len(live) {
			t.Errorf("%d ranges", len(all))
		}
		for _, p := range live {
			m.Free(p.addr)
			m.Free(p.addr) // a second time does nothing
		}
		if len(m.free) != 1 || m.free[0] != (codeSpan{0, m.ready}) || m.Stats().InUse != 0 {
			t.Errorf("with everything freed: %v of %d, %+v", m.free, m.ready, m.Stats())
		}
		if !traps(at(m, m.region.addr(), m.ready)) {
			t.Error("free memory is not all traps")
		}
	})
}

func TestCodeBudget(t *testing.T) {
	bothWays(t, 2*codeChunk, func(t *testing.T, m *CodeMemory) {
		whole := make([]byte, 2*codeChunk)
		if _, err := m.Publish(append(whole, 0), "too large"); err != ErrCodeFull {
			t.Error(err)
		}
		if _, err := m.Publish(nil, "empty"); err == nil {
			t.Error("nothing was published")
		}
		addr, err := m.Publish(whole, "all") // across chunks
		if err != nil {
			t.Fatal(err)
		}
		if _, err := m.Publish(whole[:1], "one more"); err != ErrCodeFull {
			t.Error(err)
		}
		if s := m.Stats(); s.InUse != s.Limit || s.Committed != s.Limit {
			t.Errorf("%+v", s)
		}
		m.Free(addr)
		if _, err := m.Publish(whole[:1], "again"); err != nil {
			t.Error(err)
		}
	})
	for _, limit := range []int{0, -1, maxCode + 1} {
		if _, err := NewCodeMemory(limit); err == nil {
			t.Errorf("code memory of %d bytes", limit)
		}
	}
}

func TestCodeMemoryIsConcurrent(t *testing.T) {
	bothWays(t, 4<<20, func(t *testing.T, m *CodeMemory) {
		var all sync.WaitGroup
		code := counting(t)
		for id := range 6 {
			all.Go(func() {
				s := stack(t)
				for n := range 150 {
					addr, err := m.Publish(code, "f")
					if err != nil {
						t.Error(err)
						return
					}
					slots := frame(s, 2)
					slots[1] = uint64(id*1000 + n)
					s.SetResume(addr)
					s.SetFuel(1 << 20)
					s.Enter()
					if uint64(s.Result()) != slots[1] {
						t.Errorf("%d, want %d", s.Result(), slots[1])
					}
					if r, ok := m.Lookup(addr + 5); !ok || r.Start != addr {
						t.Errorf("%#x is in %+v", addr, r)
					}
					m.Free(addr)
				}
			})
		}
		all.Wait()
		if s := m.Stats(); s.InUse != 0 || s.Freed != 900 {
			t.Errorf("%+v", s)
		}
	})
}

// mapping is a line of /proc/self/maps.
type mapping struct {
	from, to uintptr
	prot     string
	name     string
}

func mappings(t *testing.T) (all []mapping) {
	b, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		t.Skip("no list of mappings: ", err)
	}
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		from, to, _ := strings.Cut(f[0], "-")
		a, err1 := strconv.ParseUint(from, 16, 64)
		b, err2 := strconv.ParseUint(to, 16, 64)
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		all = append(all, mapping{uintptr(a), uintptr(b), f[1], strings.Join(f[5:], " ")})
	}
	return all
}

// TestNeverWritableAndExecutable reads the kernel's list of mappings while code
// is published and freed.
func TestNeverWritableAndExecutable(t *testing.T) {
	bothWays(t, 4<<20, func(t *testing.T, m *CodeMemory) {
		before := len(mappings(t))
		stop := make(chan struct{})
		var publisher sync.WaitGroup
		publisher.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if addr, err := m.Publish(make([]byte, 10000), "passing"); err == nil {
					m.Free(addr)
				}
			}
		})
		var addrs []uintptr
		for i := range 100 {
			addr, err := m.Publish(make([]byte, 20000), "f")
			if err != nil {
				t.Fatal(err)
			}
			addrs = append(addrs, addr)
			if i%10 != 9 {
				continue
			}
			executable := 0
			for _, r := range mappings(t) {
				w, x := r.prot[1] == 'w', r.prot[2] == 'x'
				if w && x {
					t.Fatalf("writable and executable: %+v", r)
				}
				for _, a := range addrs {
					if r.from <= a && a < r.to {
						executable++
						if w || !x {
							t.Fatalf("code at %#x: %+v", a, r)
						}
					}
				}
			}
			if executable != len(addrs) {
				t.Fatalf("%d of %d pieces found", executable, len(addrs))
			}
		}
		close(stop)
		publisher.Wait()
		after := mappings(t)
		if m.Stats().DualMap && len(after) > before+2 {
			t.Errorf("%d mappings more than before", len(after)-before)
		}
	})
}

// TestCodeIsNotWritable writes to executable memory through the kernel, which
// refuses.
func TestCodeIsNotWritable(t *testing.T) {
	zero, err := os.Open("/dev/zero")
	if err != nil {
		t.Skip("there is no /dev/zero to read into code from:", err)
	}
	defer zero.Close()
	bothWays(t, 1<<20, func(t *testing.T, m *CodeMemory) {
		addr, err := m.Publish([]byte{1, 2, 3}, "f")
		if err != nil {
			t.Fatal(err)
		}
		if n, err := unix.Read(int(zero.Fd()), at(m, addr, 3)); err != unix.EFAULT {
			t.Errorf("read into code: %d, %v", n, err)
		}
		if !bytes.Equal(at(m, addr, 3), []byte{1, 2, 3}) {
			t.Error("the code changed")
		}
	})
}

func TestCloseGivesBack(t *testing.T) {
	bothWays(t, 1<<20, func(t *testing.T, m *CodeMemory) {
		addr, err := m.Publish([]byte{1}, "f")
		if err != nil {
			t.Fatal(err)
		}
		m.Close()
		for _, r := range mappings(t) {
			if r.from <= addr && addr < r.to && r.prot[2] == 'x' {
				t.Errorf("still there: %+v", r)
			}
		}
		if _, ok := m.Lookup(addr); ok {
			t.Error("found after Close")
		}
		if _, err := m.Publish([]byte{1}, "f"); err != ErrCodeFull {
			t.Error(err)
		}
	})
}

func TestStacks(t *testing.T) {
	var all []*Stack
	for range idleStacks + 10 {
		s, err := AcquireStack()
		if err != nil {
			t.Fatal(err)
		}
		for _, other := range all {
			if other.ctx == s.ctx {
				t.Fatal("a stack given twice")
			}
		}
		all = append(all, s)
	}
	// guard page, stack, context
	found := 0
	for _, r := range mappings(t) {
		for _, s := range all {
			if r.from <= s.top-1 && s.top-1 < r.to && r.prot[:3] == "rw-" && s.top < r.to {
				found++
			}
			if guard := uintptr(s.base); r.from <= guard && guard < r.to && r.prot[:3] != "---" {
				t.Errorf("guard page: %+v", r)
			}
		}
	}
	if found != len(all) {
		t.Errorf("%d of %d stacks found", found, len(all))
	}
	for _, s := range all {
		s.SetNativeSP(0)
		s.Release()
	}
	if n := len(stackPool.idle); n != idleStacks {
		t.Errorf("%d idle stacks", n)
	}
	if s := stack(t); s.NativeSP() != s.Top() || s.Top()%16 != 0 {
		t.Errorf("stack pointer %#x, top %#x", s.NativeSP(), s.Top())
	}
}

func BenchmarkPublish(b *testing.B) {
	for _, dual := range []bool{true, false} {
		b.Run(map[bool]string{true: "dual", false: "protect"}[dual], func(b *testing.B) {
			m, err := newCodeMemory(64<<20, dual)
			if err != nil {
				b.Fatal(err)
			}
			defer m.Close()
			code := make([]byte, 2000)
			for n := 0; b.Loop(); n++ {
				if _, err := m.Publish(code, "f"); err != nil {
					b.StopTimer()
					m.Close()
					m, _ = newCodeMemory(64<<20, dual)
					b.StartTimer()
				}
			}
		})
	}
}

// BenchmarkPublishFree reuses memory, which takes a barrier on all CPUs.
func BenchmarkPublishFree(b *testing.B) {
	m := memory(b)
	code := make([]byte, 2000)
	for b.Loop() {
		addr, err := m.Publish(code, "f")
		if err != nil {
			b.Fatal(err)
		}
		m.Free(addr)
	}
}

func BenchmarkLookup(b *testing.B) {
	m := memory(b)
	var addr uintptr
	for range 400 {
		addr, _ = m.Publish(make([]byte, 1000), "f")
	}
	for b.Loop() {
		m.Lookup(addr - 50000)
	}
}

// BenchmarkAcquireStack is taking a stack that is already mapped.
func BenchmarkAcquireStack(b *testing.B) {
	for b.Loop() {
		s, err := AcquireStack()
		if err != nil {
			b.Fatal(err)
		}
		s.Release()
	}
}
