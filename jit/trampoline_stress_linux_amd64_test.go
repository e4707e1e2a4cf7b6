//go:build !firn_nojit

package jit

import (
	"bytes"
	"compress/gzip"
	"io"
	"math"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"firn/runtime/builtin/fmath"

	"firn/jit/amd64"
)

// stressTime is how long the stress test runs; FIRN_JIT_STRESS=1m makes it long.
func stressTime(t *testing.T) time.Duration {
	if v := os.Getenv("FIRN_JIT_STRESS"); v != "" {
		d, err := time.ParseDuration(v)
		if err != nil {
			t.Fatal("FIRN_JIT_STRESS: ", err)
		}
		return d
	}
	if testing.Short() {
		return 200 * time.Millisecond
	}
	return 1500 * time.Millisecond
}

// slice is about 50 µs of the counting function.
const slice = 100_000

// grow uses a lot of Go stack, with pointers on it that the collector must find
// and move.
//
//go:noinline
func grow(depth int, p *int) int {
	var pad [64]*int
	pad[depth&63] = p
	if depth == 0 {
		return *p
	}
	return grow(depth-1, pad[depth&63]) + *pad[depth&63]
}

// TestNativeCodeUnderGo runs native code on several goroutines while Go collects
// garbage, profiles, preempts, sends signals at any instruction, and grows and
// shrinks the stacks that the native code came from.
func TestNativeCodeUnderGo(t *testing.T) {
	m := memory(t)
	count, descend, sum := publish(t, m, counting(t)), publish(t, m, descending(t)), publish(t, m, summing(t))
	f := 0.0
	for i := 2000; i > 0; i-- {
		f += fmath.Cbrt(float64(i))
	}
	total := math.Float64bits(f)

	var profile bytes.Buffer
	if err := pprof.StartCPUProfile(&profile); err != nil {
		t.Log("no profile: ", err) // go test -cpuprofile has it
	}
	var stop atomic.Bool
	var slices, collections atomic.Int64
	var longest time.Duration
	var workers, others sync.WaitGroup
	for id := range 8 {
		workers.Go(func() {
			s := stack(t)
			for round := 0; !stop.Load(); round++ {
				slots := frame(s, 2)
				slots[1] = 3*slice + 5
				s.SetResume(count)
				s.SetNativeSP(s.Top())
				s.SetFuel(slice)
				n := 0
				for s.Enter(); s.Exit() == 1; s.Resume() {
					n++
					slices.Add(1)
					s.SetFuel(slice)
					if id%2 == 0 {
						continue // resuming is preemption point enough
					}
					// The Go stack grows, and may move, between exit and resumption;
					// a collection shrinks it again.
					one := new(int)
					*one = 1
					if got := grow(10+(id*37+n*59)%500, one); got < 10 {
						t.Errorf("the Go stack is broken: %d", got)
					}
				}
				if s.Exit() != 0 || s.Result() != 3*slice+5 || n != 3 || slots[0] != 3*slice {
					t.Errorf("exit %d, result %d, %d slices", s.Exit(), s.Result(), n)
				}
				slots = frame(s, 2)
				slots[0] = uint64(round % 100)
				want := slots[0] * (slots[0] + 1) / 2
				s.SetResume(descend)
				for s.Enter(); s.Exit() == 1; s.Resume() {
					runtime.Gosched()
				}
				if uint64(s.Result()) != want {
					t.Errorf("sum %d, want %d", s.Result(), want)
				}
				runtime.KeepAlive(slots)
				slots = frame(s, 1)
				slots[0] = 2000
				s.SetResume(sum)
				if s.Enter(); s.Exit() != 0 || uint64(s.Result()) != total {
					t.Errorf("sum of roots %#x, want %#x", uint64(s.Result()), total)
				}
				runtime.KeepAlive(slots)
			}
		})
	}
	others.Go(func() {
		for !stop.Load() {
			start := time.Now()
			runtime.GC()
			longest = max(longest, time.Since(start))
			collections.Add(1)
		}
	})
	others.Go(func() { // code comes and goes meanwhile
		code := counting(t)
		for !stop.Load() {
			addr, err := m.Publish(code, "passing")
			if err != nil {
				t.Error(err)
				return
			}
			m.Free(addr)
			time.Sleep(100 * time.Microsecond)
		}
	})
	others.Go(func() { // the signals that Go preempts and profiles with
		for n := 0; !stop.Load(); n++ {
			threads, _ := os.ReadDir("/proc/self/task")
			for _, e := range threads {
				tid := 0
				for _, c := range e.Name() {
					tid = tid*10 + int(c-'0')
				}
				unix.Tgkill(os.Getpid(), tid, [...]unix.Signal{unix.SIGURG, unix.SIGPROF}[n&1])
			}
			time.Sleep(200 * time.Microsecond)
		}
	})
	time.Sleep(stressTime(t))
	for limit := time.Now().Add(time.Minute); collections.Load() < 3 && time.Now().Before(limit); { // others use the machine, too
		time.Sleep(10 * time.Millisecond)
	}
	stop.Store(true)
	workers.Wait()
	others.Wait()
	pprof.StopCPUProfile()
	t.Logf("%d slices, %d collections, the longest took %v", slices.Load(), collections.Load(), longest)
	if collections.Load() < 3 {
		t.Errorf("collections had to wait for native code")
	}
	if profile.Len() > 0 {
		z, err := gzip.NewReader(&profile)
		if err != nil {
			t.Fatal(err)
		}
		if b, err := io.ReadAll(z); err != nil || !bytes.Contains(b, []byte("_ExternalCode")) {
			t.Errorf("no sample in native code among %d bytes of profile, %v", len(b), err)
		}
	}
}

// TestEnterFromDeepStacks enters from Go stacks of every depth, each about to
// grow.
func TestEnterFromDeepStacks(t *testing.T) {
	m := memory(t)
	a := newAssembly(t)
	a.op(amd64.PUSH, r(amd64.RBP)) // native code may use it for itself
	a.set(amd64.RBP, 1)
	a.slow(1)
	a.op(amd64.LEA, r(amd64.RAX), amd64.Mem(amd64.RBP, 1))
	a.op(amd64.POP, r(amd64.RCX))
	a.op(amd64.RET)
	code := publish(t, m, a.finish())
	var deep func(s *Stack, n int) int
	deep = func(s *Stack, n int) int {
		if n == 0 {
			return 0
		}
		s.SetResume(code)
		s.SetNativeSP(s.NativeSP() &^ 15) // below the frames kept
		s.Enter()
		if n%100 == 0 {
			runtime.GC()
		}
		sp, at := s.NativeSP(), s.ResumeAt()
		got := deep(s, n-1)
		if n%2 == 0 { // throw this one away
			return got + 1
		}
		s.SetNativeSP(sp)
		s.SetResume(at)
		s.Resume()
		if s.Exit() != 0 {
			t.Errorf("exit %d", s.Exit())
		}
		return got + 1
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if n := deep(stack(t), 500); n != 500 {
				t.Errorf("depth %d", n)
			}
		})
	}
	all.Wait()
}

// TestFaults: native code that touches memory which is not there leaves by
// ExitFault, and the stack can be used again.
func TestFaults(t *testing.T) {
	m, s := memory(t), stack(t)
	a := newAssembly(t)
	a.op(amd64.MOV, r(amd64.RAX), slot(0))
	a.op(amd64.MOV, r(amd64.RAX), amd64.Mem(amd64.RAX, 8))
	a.op(amd64.RET)
	load := publish(t, m, a.finish())
	a = newAssembly(t)
	loop := a.NewLabel()
	a.Bind(loop)
	a.call(loop)
	overflow := publish(t, m, a.finish())
	guard := uintptr(s.base)
	slots := frame(s, 1)
	fp := s.Frame()
	for n := range 1000 {
		if n%10 == 0 {
			runtime.GC()
		}
		s.SetFrame(fp)
		s.SetNativeSP(s.Top())
		s.SetResume(load)
		slots[0] = uint64(guard)
		s.Enter()
		if s.Exit() != ExitFault || s.FaultAddr() != guard+8 || s.Frame() != fp {
			t.Fatalf("exit %d, address %#x of %#x", s.Exit(), s.FaultAddr(), guard+8)
		}
		s.SetNativeSP(s.Top())
		slots[0] = uint64(fp) - 8
		s.Enter()
		if s.Exit() != 0 || uint64(s.Result()) != slots[0] {
			t.Fatalf("exit %d, result %#x", s.Exit(), s.Result())
		}
	}
	s.SetResume(overflow)
	s.Enter()
	if off := s.FaultAddr() - guard; s.Exit() != ExitFault || off >= 4096 {
		t.Errorf("exit %d, address %#x in the guard page", s.Exit(), off)
	}
	// Go's own faults are still Go's.
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if f, ok := recover().(interface{ Addr() uintptr }); !ok || f.Addr() != guard {
			t.Errorf("recovered %v", f)
		}
	}()
	t.Error("read ", *(*byte)(s.base))
}

// TestFreedCodeIsFatal: a process that executes freed code ends at once, whatever
// Go code defers; it neither hangs nor goes on in some odd state.
func TestFreedCodeIsFatal(t *testing.T) {
	if os.Getenv("FIRN_JIT_FREED") != "" {
		defer func() {
			recover()
			os.Stderr.WriteString("survived")
			os.Exit(0)
		}()
		m, s := memory(t), stack(t)
		addr := publish(t, m, counting(t))
		m.Free(addr)
		s.SetResume(addr)
		s.Enter()
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestFreedCodeIsFatal$")
	cmd.Env = append(os.Environ(), "FIRN_JIT_FREED=1")
	hung := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
	out, err := cmd.CombinedOutput()
	if !hung.Stop() {
		t.Error("the process hung")
	}
	if err == nil || strings.Contains(string(out), "survived") || !strings.Contains(string(out), "SIGTRAP") {
		t.Errorf("%v\n%s", err, out)
	}
}
