package save

import (
	"bytes"
	"errors"
	"math/rand"
	"strings"
	"testing"

	bench "firn/bench/programs"
	"firn/heap"
	"firn/romgen"
	"firn/runtime"
	"firn/tests/native"
	"firn/tests/programs"
)

// job is a program to run.
type job struct {
	name, source string
	native       runtime.NativeMaker // of the machines that are stopped, nil for none
}

// world is what a job's machine sees of the host: print.
type world struct {
	out strings.Builder
}

func (w *world) print(m *runtime.Machine, c *runtime.HostCall) (heap.Value, error) {
	for i := 0; i < c.Len(); i++ {
		if i > 0 {
			w.out.WriteByte(' ')
		}
		w.out.WriteString(m.Describe(c.Arg(i)))
	}
	w.out.WriteByte('\n')
	return heap.Undefined, nil
}

func (w *world) bind(name string) runtime.HostFunc {
	if name == "print" {
		return w.print
	}
	return nil
}

func jobs(t *testing.T) []job {
	var all []job
	bp, err := bench.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range bp {
		source, err := p.Source(bench.Small)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, job{name: "bench/" + p.Name, source: source})
	}
	pp, err := programs.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pp {
		all = append(all, job{name: "programs/" + p.Name, source: p.Source})
	}
	return all
}

func newMachine(t *testing.T, w *world, c runtime.Config) *runtime.Machine {
	t.Helper()
	rom, err := romgen.Default()
	if err != nil {
		t.Fatal(err)
	}
	m, err := runtime.New(rom, c)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// start makes a compartment with print and runs the program in it as far as
// the fuel goes.
func (j *job) start(m *runtime.Machine, w *world) error {
	c := m.NewCompartment()
	m.Heap().NewHandle(c)
	if err := m.DefineGlobal(c, "print", m.HostFunction("print", 0, w.print)); err != nil {
		return err
	}
	_, err := m.Evaluate(c, j.source, j.name+".js", false)
	return err
}

// straight runs the job without a stop.
func (j *job) straight(t *testing.T) (out, failure string, used uint64) {
	w := &world{}
	m := newMachine(t, w, runtime.Config{})
	defer m.Close()
	err := j.start(m, w)
	if err == nil {
		err = m.RunJobs()
	}
	return w.out.String(), text(err), m.Used()
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// sliced runs the job in slices and replaces the machine after each by what
// next makes of it.
func (j *job) sliced(t *testing.T, r *rand.Rand, most int64, next func(*world, *runtime.Machine) *runtime.Machine) (out, failure string, used uint64, stops int) {
	w := &world{}
	m := newMachine(t, w, runtime.Config{Fuel: 1, Native: j.native})
	defer func() { m.Close() }()
	finish := func(err error) error {
		for {
			var limit *runtime.LimitError
			if !errors.As(err, &limit) || !limit.Resumable {
				return err
			}
			stops++
			m = next(w, m)
			m.SetFuel(1 + r.Int63n(most))
			_, err = m.Continue()
		}
	}
	err := finish(j.start(m, w))
	if err == nil {
		err = finish(m.RunJobs())
	}
	return w.out.String(), text(err), m.Used(), stops
}

func (j *job) restored(t *testing.T, w *world, m *runtime.Machine) *runtime.Machine {
	t.Helper()
	var img bytes.Buffer
	if err := m.Save(&img); err != nil {
		t.Fatal(err)
	}
	rom := m.Heap().ROM()
	m.Close()
	saved := img.Bytes()
	f, err := runtime.Restore(bytes.NewReader(saved), rom, runtime.Config{Native: j.native}, w.bind)
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := f.Save(&again); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(saved, again.Bytes()) {
		t.Fatal("the restored machine's image is another one")
	}
	return f
}

func forked(t *testing.T, m *runtime.Machine) *runtime.Machine {
	t.Helper()
	f, err := m.Fork()
	if err != nil {
		t.Fatal(err)
	}
	m.Close()
	return f
}

// TestTorture runs every program in slices of random length, with a save and a
// restore, or a fork, into a fresh machine after each: output and meter must be
// those of one straight run.
func TestTorture(t *testing.T) {
	stops := uint64(40)
	if testing.Short() {
		stops = 10
	}
	for i, j := range jobs(t) {
		t.Run(j.name, func(t *testing.T) { j.torture(t, int64(i), stops, "restore", "fork") })
	}
}

// TestTortureNative is TestTorture with everything compiled: machines stop in the
// middle of native code, and those that go on compile everything again.
func TestTortureNative(t *testing.T) {
	native := native.Everything(0)
	if native == nil {
		t.Skip("this build has no native code")
	}
	stops := uint64(12)
	if testing.Short() {
		stops = 3
	}
	ways := []string{"restore", "fork"}
	for i, j := range jobs(t) {
		j.native = native
		t.Run(j.name, func(t *testing.T) { j.torture(t, int64(i), stops, ways[i&1]) })
	}
}

func (j *job) torture(t *testing.T, seed int64, stops uint64, ways ...string) {
	want, failure, used := j.straight(t)
	r := rand.New(rand.NewSource(seed))
	for _, way := range ways {
		got, failed, n, stops := j.sliced(t, r, 1+int64(used/stops), func(w *world, m *runtime.Machine) *runtime.Machine {
			if way == "fork" {
				return forked(t, m)
			}
			return j.restored(t, w, m)
		})
		if got != want {
			t.Errorf("%s: the output differs after %d stops: %s", way, stops, difference(got, want))
		}
		if failed != failure {
			t.Errorf("%s: ended with %q, straight with %q", way, failed, failure)
		}
		if n != used {
			t.Errorf("%s: charged %d, straight %d", way, n, used)
		}
		if t.Failed() {
			return
		}
	}
	if failure != "" {
		t.Logf("the program ends with: %s", failure)
	}
}

func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range w {
		if i >= len(g) || g[i] != w[i] {
			have := "nothing"
			if i < len(g) {
				have = g[i]
			}
			return "line " + w[i] + " became " + have
		}
	}
	return "more lines"
}
