//go:build linux && amd64 && !firn_nojit

package native

import (
	"fmt"
	"io"
	"os"
	goruntime "runtime"
	"runtime/debug"
	"runtime/metrics"
	"runtime/pprof"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	bench "firn/bench/programs"
	"firn/jit"
	"firn/runtime"
	"firn/tests/native/gen"
	"firn/tests/race"
)

// underGoVariable is how long TestUnderGo runs, such as 10m.
const underGoVariable = "FIRN_NATIVE_UNDERGO"

// workload is a program with what it does in the interpreter.
type workload struct {
	name, source string
	want         *Result
}

// workloads are programs that take up to some tenths of a second.
func workloads(t *testing.T, few bool) (all []workload) {
	t.Helper()
	add := func(name, source string) {
		want, err := Interpreter.Run(name, source, 1, time.Minute)
		if err != nil {
			t.Fatalf("%s in the interpreter: %v", name, err)
		}
		all = append(all, workload{name, source, want})
	}
	for seed := int64(0); seed < 24; seed++ {
		add(fmt.Sprint("seed", seed), gen.New(seed, gen.Options{Own: true, Steps: 4000}).Source())
		if few && seed == 5 {
			break
		}
	}
	if few {
		return all
	}
	programs, err := bench.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range programs {
		source, err := p.Source(bench.Small)
		if err != nil {
			t.Fatal(err)
		}
		add(p.Name, source)
	}
	return all
}

// TestUnderGo runs machines with native code in eight goroutines while the Go runtime does what disturbs native code most:
// it collects all the time, stops the world, sends signals for a profile, moves stacks. The machines are saved, restored, forked
// and profiled themselves meanwhile, and every run must be what it is in the interpreter.
func TestUnderGo(t *testing.T) {
	most, few := 3*time.Second, testing.Short() || race.Enabled
	if testing.Short() {
		most = time.Second
	}
	if s := os.Getenv(underGoVariable); s != "" {
		d, err := time.ParseDuration(s)
		if err != nil {
			t.Fatal(err)
		}
		most, few = d, false
	}
	all := workloads(t, few)
	defer debug.SetGCPercent(debug.SetGCPercent(1))
	if err := pprof.StartCPUProfile(io.Discard); err == nil {
		defer pprof.StopCPUProfile()
	}
	modes := []Mode{
		{Name: "always", Configure: func(c *runtime.Config, seed int64) { withJIT(c, seed, always(seed), jit.CompilerOptions{}) }},
		{Name: "on", Configure: func(c *runtime.Config, seed int64) { withJIT(c, seed, jit.Options{}, jit.CompilerOptions{}) }},
		{Name: "always, in slices", Slice: sliceUnits, Configure: func(c *runtime.Config, seed int64) { withJIT(c, seed, always(seed), jit.CompilerOptions{}) }},
		{Name: "on, in slices", Slice: 20 * sliceUnits, Configure: func(c *runtime.Config, seed int64) { withJIT(c, seed, jit.Options{}, jit.CompilerOptions{}) }},
		{Name: "on, profiled", Profile: true, Configure: func(c *runtime.Config, seed int64) { withJIT(c, seed, jit.Options{}, jit.CompilerOptions{}) }},
	}
	end := time.Now().Add(most)
	var wg, helpers sync.WaitGroup
	var runs, slow atomic.Int64
	stop := make(chan bool)
	for g := 0; g < 8; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := int64(g); time.Now().Before(end) && !t.Failed(); n += 8 {
				w := &all[n%int64(len(all))]
				mode := modes[n/int64(len(all))%int64(len(modes))]
				if len(all)%8 == 0 {
					mode = modes[n/8%int64(len(modes))]
				}
				got, err := mode.Run(w.name, w.source, n, 5*time.Minute)
				runs.Add(1)
				if err == ErrSlow {
					slow.Add(1)
				} else if err != nil {
					t.Errorf("%s in mode %q: %v", w.name, mode.Name, err)
				} else if d := w.want.Difference(got); d != "" {
					t.Errorf("%s in mode %q, number %d: %s", w.name, mode.Name, n, d)
				}
			}
		}()
	}
	collections := 0
	helpers.Add(2)
	go func() { // collects, on a stack that grows and is moved
		defer helpers.Done()
		for {
			select {
			case <-stop:
				return
			default:
				goruntime.GC()
				collections++
				time.Sleep(time.Millisecond)
			}
		}
	}()
	go func() { // stops the world without collecting
		defer helpers.Done()
		for {
			select {
			case <-stop:
				return
			case <-time.After(3 * time.Millisecond):
				var s goruntime.MemStats
				goruntime.ReadMemStats(&s)
			}
		}
	}()
	wg.Wait()
	close(stop)
	helpers.Wait()
	t.Logf("%d runs, %d of them given up, %d collections", runs.Load(), slow.Load(), collections)
	if runs.Load() == 0 || slow.Load() == runs.Load() {
		t.Error("no run has come to its end")
	}
}

// loops is native code that hardly ever leaves.
const loops = `
	function work(n) {
		let a = 1, x = 0.5;
		for (let i = 0; i < n; i++) {
			a = (Math.imul(a, 31) + i) | 0;
			for (let j = 0; j < 50; j++) x = x * 1.0000001 + (a & j);
			if (x > 1e9) x = 0.5;
		}
		return a + x;
	}
	let s = 0;
	for (let k = 0; k < 1e9; k++) s += work(1000);`

// TestStopTheWorld tells how long the Go runtime waits for native code when it stops the world: the time between two polls,
// as far as native code is to blame. What the machine's load adds cannot be told apart, so the bound is generous.
func TestStopTheWorld(t *testing.T) {
	const name = "/sched/pauses/stopping/other:seconds"
	measure := func(native bool) (longest, median float64, n uint64) {
		var wg sync.WaitGroup
		var machines []*runtime.Machine
		defer wg.Wait()
		for g := 0; g < goruntime.GOMAXPROCS(0); g++ {
			c := config()
			c.Fuel = 1 << 60
			if native {
				withJIT(&c, 1, jit.Options{}, jit.CompilerOptions{})
			}
			m, err := machine(c)
			if err != nil {
				t.Fatal(err)
			}
			defer m.Close()
			machines = append(machines, m)
			wg.Add(1)
			go func() {
				defer wg.Done()
				m.Evaluate(m.Heap().Handle(m.Heap().NewHandle(m.NewCompartment())), loops, "loops.js", false)
			}()
		}
		defer func() {
			for _, m := range machines {
				m.Interrupt()
			}
			wg.Wait()
		}()
		time.Sleep(300 * time.Millisecond) // the loops become native
		sample := []metrics.Sample{{Name: name}}
		read := func() *metrics.Float64Histogram {
			metrics.Read(sample)
			if sample[0].Value.Kind() != metrics.KindFloat64Histogram {
				t.Skip("this Go does not tell how long it waits")
			}
			h := sample[0].Value.Float64Histogram()
			return &metrics.Float64Histogram{Counts: append([]uint64(nil), h.Counts...), Buckets: h.Buckets}
		}
		before := read()
		for start := time.Now(); time.Since(start) < 2*time.Second; {
			var s goruntime.MemStats
			goruntime.ReadMemStats(&s)
			time.Sleep(200 * time.Microsecond)
		}
		after := read()
		for i := range after.Counts {
			n += after.Counts[i] - before.Counts[i]
		}
		half := uint64(0)
		for i := range after.Counts {
			k := after.Counts[i] - before.Counts[i]
			if k == 0 {
				continue
			}
			if half += k; median == 0 && 2*half >= n {
				median = after.Buckets[i+1]
			}
			longest = after.Buckets[i+1]
		}
		return longest, median, n
	}
	for _, native := range []bool{false, true} {
		longest, median, n := measure(native)
		t.Logf("native %v: %d stops; half of them took at most %.0f µs, the longest at most %.0f µs", native, n, median*1e6, longest*1e6)
		if n == 0 {
			t.Error("no stops were counted")
		}
		if native && median > 0.05 {
			t.Errorf("half of the stops took more than 50 ms: native code does not poll")
		}
	}
}
