package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"firn"
	"firn/jit"
)

// limits are the flags that run, eval and repl share.
type limits struct {
	fuel          int64
	memory, stack byteSize
	rom           string
	jit           jitMode
	stats, stress bool
	profiles      profiles
	perf          bool
	fuelUsed      bool   // write the fuel that was used to stderr: for bisect
	choice        string // file that says what is compiled: for bisect
}

func (l *limits) flags() []cli.Flag {
	return append([]cli.Flag{
		&cli.Int64Flag{Name: "fuel", Destination: &l.fuel, HideDefault: true, Usage: "stop after this many `units` of work (0: no limit)"},
		&cli.GenericFlag{Name: "memory", Value: &l.memory, HideDefault: true, Usage: "stop when the heap is larger than this many `bytes` (suffixes K, M, G)"},
		&cli.GenericFlag{Name: "stack", Value: &l.stack, HideDefault: true, Usage: "`bytes` of JavaScript stack; deeper recursion is a RangeError"},
		&cli.StringFlag{Name: "rom", Destination: &l.rom, Usage: "stand on the ROM image in this `file`"},
		&cli.GenericFlag{Name: "jit", Value: &l.jit, HideDefault: true, Usage: "compile hot functions to native code (`on`, the default), or never (off), or every function (always: for tests)"},
		&cli.BoolFlag{Name: "stats", Destination: &l.stats, Usage: "write counters to stderr at the end"},
		&cli.BoolFlag{Name: "perf", Destination: &l.perf, Usage: "write /tmp/perf-PID.map, by which Linux's perf names native code"},
		&cli.BoolFlag{Name: "fuelused", Destination: &l.fuelUsed, Hidden: true, Usage: "write the fuel that was used to stderr"},
		&cli.StringFlag{Name: "choice", Destination: &l.choice, Hidden: true, Usage: "compile what the JSON in this `file` says"},
		&cli.BoolFlag{Name: "stress", Destination: &l.stress, Usage: "collect garbage at every safepoint and verify the heap (slow)"},
	}, l.profiles.flags()...)
}

// jitMode is default, off, on or always.
type jitMode firn.JIT

var jitModes = [...]string{firn.JITDefault: "default", firn.JITOn: "on", firn.JITOff: "off", firn.JITAlways: "always"}

func (j *jitMode) Get() any       { return *j }
func (j *jitMode) String() string { return jitModes[*j] }

func (j *jitMode) Set(s string) error {
	for i, name := range jitModes {
		if s == name {
			*j = jitMode(i)
			return nil
		}
	}
	return fmt.Errorf("%q is none of on, off, always, default", s)
}

// byteSize is a number of bytes with an optional suffix.
type byteSize uint64

func (b *byteSize) Get() any       { return uint64(*b) }
func (b *byteSize) String() string { return strconv.FormatUint(uint64(*b), 10) }

func (b *byteSize) Set(s string) error {
	text, shift := strings.TrimSuffix(strings.ToUpper(s), "B"), 0
	for i, suffix := range []string{"K", "M", "G"} {
		if t, ok := strings.CutSuffix(strings.TrimSuffix(text, "I"), suffix); ok {
			text, shift = t, 10*(i+1)
		}
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil || n > 1<<40>>shift {
		return fmt.Errorf("%q is no number of bytes", s)
	}
	*b = byteSize(n << shift)
	return nil
}

// machine makes a machine whose start compartment has print and console.
func (a *app) machine() (*firn.Machine, error) {
	engine, err := firn.Default, error(nil)
	if a.limits.rom != "" {
		engine = func() (*firn.Engine, error) { return firn.OpenROMFile(a.limits.rom) }
	}
	if a.limits.choice != "" {
		c, err := readChoice(a.limits.choice)
		if err == nil {
			err = choose(c)
		}
		if err != nil {
			return nil, err
		}
	}
	if a.limits.perf {
		if err := jit.StartPerfMap(); err != nil {
			return nil, err
		}
	}
	e, err := engine()
	if err != nil {
		return nil, err
	}
	c := firn.Config{Fuel: a.limits.fuel, Memory: uint64(a.limits.memory), Stack: uint64(a.limits.stack), Stress: a.limits.stress, JIT: firn.JIT(a.limits.jit)}
	m, err := e.New(c)
	if err != nil {
		return nil, &usageError{err}
	}
	if err := a.addConsole(m); err != nil {
		m.Close()
		return nil, err
	}
	return m, nil
}

// with runs f with a machine and a context that the interrupt key ends.
func (a *app) with(f func(ctx context.Context, m *firn.Machine) error) error {
	m, err := a.machine()
	if err != nil {
		return err
	}
	defer m.Close()
	ctx, stop := interruptible()
	defer stop()
	begin := time.Now()
	err = a.limits.profiles.profiled(m, func() error { return f(ctx, m) })
	if a.limits.fuelUsed {
		a.stdout.Flush()
		fmt.Fprintf(a.stderr, "fuel %d\n", m.Stats().Fuel)
	}
	if a.limits.stats {
		a.stdout.Flush()
		s := m.Stats()
		fmt.Fprintf(a.stderr, "fuel %d, heap %d bytes, collections %d minor %d full, %s\n",
			s.Fuel, s.Memory, s.MinorGCs, s.FullGCs, time.Since(begin).Round(10*time.Microsecond))
		m.WriteNativeStats(a.stderr)
	}
	return err
}

// handlerDelay is how long a program runs before the interrupt key is handled:
// the handler's threads take a tenth of the time of a short program, and nobody
// is that fast. Until then the key ends the process as it ends any other.
const handlerDelay = 20 * time.Millisecond

// interruptible is a context that the interrupt key ends.
func interruptible() (ctx context.Context, stop func()) {
	ctx, end := context.WithCancelCause(context.Background())
	timer := time.AfterFunc(handlerDelay, func() {
		notified, stop := signal.NotifyContext(ctx, os.Interrupt)
		defer stop()
		<-notified.Done()
		end(context.Cause(notified))
	})
	return ctx, func() {
		timer.Stop()
		end(nil)
	}
}
