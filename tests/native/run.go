package native

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand"
	"strings"
	"time"

	"firn/heap"
	"firn/romgen"
	"firn/runtime"
)

// Result is what a run shows of itself.
type Result struct {
	Out     string   // what the program printed
	Notes   string   // exceptions it told of, with their stacks
	Failure string   // how it ended, if not well, and where
	Used    uint64   // units charged
	Image   [32]byte // hash of the machine's image at its end; zero when fuel ended it
	Stops   [32]byte // hash of its images where slices ended, without dead registers; zero if there are none
}

// Difference names the first thing in which got is not want, or "".
func (want *Result) Difference(got *Result) string {
	switch {
	case got.Out != want.Out:
		d := "output: " + firstLine(got.Out, want.Out)
		if got.Failure != want.Failure {
			d += fmt.Sprintf("; it ended with %q, not %q", got.Failure, want.Failure)
		}
		return d
	case got.Notes != want.Notes:
		return "exceptions: " + firstLine(got.Notes, want.Notes)
	case got.Failure != want.Failure:
		return fmt.Sprintf("it ended with %q, not %q", got.Failure, want.Failure)
	case got.Used != want.Used:
		return fmt.Sprintf("meter: charged %d, not %d", got.Used, want.Used)
	case got.Image != want.Image:
		return "the machine that is left is another one"
	case got.Stops != want.Stops && got.Stops != none && want.Stops != none:
		return "the machines at the ends of slices are others"
	}
	return ""
}

var none [32]byte

// firstLine tells the first line in which two texts differ.
func firstLine(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := 0; ; i++ {
		a, b := "(nothing)", "(nothing)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b || i >= len(g) && i >= len(w) {
			return fmt.Sprintf("line %d is %q, not %q", i+1, a, b)
		}
	}
}

// Limits of a run: they end it in the same place in every mode.
const (
	fuelLimit = 400_000_000
	jsStack   = 256 << 10
	jsMemory  = 64 << 20
	nursery   = 256 << 10
)

// ErrSlow says that a run took more time than it was given. It says nothing about the program.
var ErrSlow = errors.New("the run takes too long")

// config is the machine of every mode; only what is in the image must be alike.
func config() runtime.Config {
	return runtime.Config{Stack: jsStack, Memory: jsMemory, Nursery: nursery, Fuel: fuelLimit}
}

// world is the host of a run.
type world struct {
	out, notes strings.Builder
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

func (w *world) note(m *runtime.Machine, c *runtime.HostCall) (heap.Value, error) {
	v := c.Arg(0)
	w.notes.WriteString(m.Describe(v))
	if v.IsObject() {
		for _, f := range m.Stack(v) {
			w.notes.WriteString(" " + f.String())
		}
	}
	w.notes.WriteByte('\n')
	return heap.Undefined, nil
}

func (w *world) bind(name string) runtime.HostFunc {
	switch name {
	case "print":
		return w.print
	case "note":
		return w.note
	}
	return nil
}

// machine makes a machine with the default ROM.
func machine(c runtime.Config) (*runtime.Machine, error) {
	rom, err := romgen.Default()
	if err != nil {
		return nil, err
	}
	return runtime.New(rom, c)
}

// Run runs a program in a mode. The error is ErrSlow or a failure of the harness.
func (mode *Mode) Run(name, source string, seed int64, patience time.Duration) (res *Result, err error) {
	r := &run{mode: mode, rand: rand.New(rand.NewSource(seed)), w: &world{}, c: config(), end: time.Now().Add(patience), forget: seed&2 == 0}
	if mode.Configure != nil {
		mode.Configure(&r.c, seed)
	}
	if mode.Slice != 0 {
		r.c.Fuel = r.slice()
	}
	if r.windows = mode.Windows; r.windows > 0 {
		r.stress, r.c.Stress = r.c.Stress, 0 // till the first window
	}
	if r.m, err = machine(r.c); err != nil {
		return nil, err
	}
	if mode.Profile {
		if err := r.m.StartCPUProfile(100 * time.Microsecond); err != nil {
			return nil, err
		}
	}
	defer func() {
		if x := recover(); x != nil {
			// The heap verifier, or an invariant.
			res, err = nil, fmt.Errorf("panic: %v", x)
		}
		r.m.Close()
	}()
	return r.result(name, source)
}

// run is a run under way.
type run struct {
	mode *Mode
	rand *rand.Rand
	w    *world
	c    runtime.Config
	m    *runtime.Machine
	end  time.Time

	forget bool // what is dead, at the end of each slice
	stops  [32]byte

	windows  int    // how many slices under stress are left
	stress   uint32 // … which is this
	stressed bool   // this is one
	broken   error  // what the harness failed with
}

// windowUnits is the longest slice under stress: some hundred collections.
const windowUnits = 1500

// slice is how much fuel is given next.
func (r *run) slice() int64 {
	n := 1 + r.rand.Int63n(r.mode.Slice)
	switch {
	case r.stressed:
		n = 1 + r.rand.Int63n(windowUnits)
	case r.mode.Windows > 0 && r.windows == 0 && r.m != nil:
		n = fuelLimit
	case r.rand.Intn(8) == 0:
		n = 1 + r.rand.Int63n(200)
	}
	if r.m != nil {
		n = min(n, fuelLimit-int64(r.m.Used()))
	}
	return n
}

func (r *run) result(name, source string) (*Result, error) {
	c := r.m.NewCompartment()
	r.m.Heap().NewHandle(c)
	for _, name := range []string{"print", "note"} {
		if err := r.m.DefineGlobal(c, name, r.m.HostFunction(name, 0, r.w.bind(name))); err != nil {
			return nil, err
		}
	}
	ended := false
	err := r.finish(func() error {
		_, err := r.m.Evaluate(c, source, name+".js", false)
		return err
	})
	if err == nil {
		ended = true
		err = r.finish(func() error { return r.m.RunJobs() })
	}
	if err != nil && (errors.Is(err, ErrSlow) || r.broken != nil) {
		return nil, err
	}
	res := &Result{Out: r.w.out.String(), Notes: r.w.notes.String(), Used: r.m.Used(), Stops: r.stops}
	if err != nil {
		res.Failure = err.Error()
		if ended {
			res.Failure += " (in a job)"
		}
		var e *runtime.Exception
		if errors.As(err, &e) {
			for _, f := range e.Stack {
				res.Failure += " " + f.String()
			}
			r.m.Heap().FreeHandle(e.Value)
		}
		var limit *runtime.LimitError
		if errors.As(err, &limit) {
			return res, nil
		}
	}
	// Coroutines that are still suspended.
	r.m.ForgetDead()
	r.m.SetFuel(1)
	img, err := r.save()
	if err != nil {
		return nil, err
	}
	res.Image = sha256.Sum256(img)
	return res, nil
}

// finish runs something to its end, in slices if the mode has them.
func (r *run) finish(start func() error) error {
	err := r.watched(start)
	for {
		var limit *runtime.LimitError
		if !errors.As(err, &limit) || !limit.Resumable {
			return err
		}
		if limit.Limit == "interrupt" {
			return ErrSlow
		}
		if r.m.Used() >= fuelLimit || r.mode.Slice == 0 {
			return err
		}
		if time.Now().After(r.end) {
			return ErrSlow
		}
		if err := r.replace(); err != nil {
			r.broken = err
			return err
		}
		r.m.SetFuel(r.slice())
		if r.m.Fuel() <= 0 {
			return err
		}
		err = r.watched(func() error {
			_, err := r.m.Continue()
			return err
		})
	}
}

// watched interrupts what takes too long.
func (r *run) watched(f func() error) error {
	m := r.m
	t := time.AfterFunc(time.Until(r.end), m.Interrupt)
	err := f()
	if !t.Stop() && time.Now().After(r.end) {
		return ErrSlow
	}
	return err
}

func (r *run) save() ([]byte, error) {
	var img bytes.Buffer
	err := r.m.Save(&img)
	return img.Bytes(), err
}

// window begins a slice under stress, or ends one.
func (r *run) window() {
	r.stressed = !r.stressed && r.windows > 0
	h := r.m.Heap()
	h.Stress, h.WantGC = 0, false
	if r.stressed {
		r.windows--
		h.Stress, h.WantGC = r.stress, true
	}
}

// replace goes on in another machine: one restored from an image, or a fork.
func (r *run) replace() error {
	if r.mode.Windows > 0 {
		r.window()
		return nil
	}
	old := r.m
	if r.forget {
		old.ForgetDead()
		fuel := old.Fuel()
		old.SetFuel(1)
		img, err := r.save()
		if err != nil {
			return err
		}
		r.stops = sha256.Sum256(append(r.stops[:], img...))
		old.SetFuel(fuel)
	}
	if r.rand.Intn(2) == 0 {
		f, err := old.Fork()
		if err != nil {
			return err
		}
		r.m = f
		old.Close()
		return nil
	}
	img, err := r.save()
	if err != nil {
		return err
	}
	c := r.c
	c.Fuel = 0 // what the image says
	f, err := runtime.Restore(bytes.NewReader(img), old.Heap().ROM(), c, r.w.bind)
	if err != nil {
		return err
	}
	r.m = f
	old.Close()
	again, err := r.save()
	if err != nil {
		return err
	}
	if !bytes.Equal(img, again) {
		return errors.New("the image of a restored machine is another one")
	}
	return nil
}
