package runtime

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"firn/heap"
)

// newTest makes a stage-1 machine with a compartment (a handle) whose print
// appends lines to out.
func newTest(t testing.TB, c Config) (m *Machine, compartment uint32, out *[]string) {
	t.Helper()
	m, err := NewStage1(c, PresetSes)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(m.Close)
	out = new([]string)
	compartment = m.h.NewHandle(m.NewCompartment())
	print := m.HostFunction("print", 1, func(m *Machine, call *HostCall) (heap.Value, error) {
		*out = append(*out, m.Describe(call.Arg(0)))
		return heap.Undefined, nil
	})
	if err := m.DefineGlobal(m.h.Handle(compartment), "print", print); err != nil {
		t.Fatal(err)
	}
	return m, compartment, out
}

// eval evaluates a source and describes its value or error.
func eval(m *Machine, compartment uint32, source string) string {
	v, err := m.Evaluate(m.h.Handle(compartment), source, "test.js", false)
	if err != nil {
		return "error: " + err.Error()
	}
	return m.Describe(v)
}

// work uses everything that frames and the meter have to do with.
const work = `
class Acc { #n = 0; add(x) { this.#n += x; return this } get n() { return this.#n } }
function* count(n) { for (let i = 0; i < n; i++) yield i }
const acc = new Acc();
for (const x of count(200)) acc.add(x);
const words = [..."the quick brown fox jumps over the lazy dog"].sort().join("");
const m = new Map(words.split("").map((c, i) => [c, i]));
let s = "";
for (const [k, v] of m) s += k + v;
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) }
try { JSON.parse("{") } catch (e) { s += e.name }
const { a, ...rest } = { a: 1, b: [1, 2, 3].map(x => x * 2), c: 2n ** 70n };
s += acc.n + ":" + fib(12) + JSON.stringify(rest.b) + rest.c;
Promise.resolve(5).then(x => print("job " + x));
s`

// TestFuelSlices: a run stopped by fuel at arbitrary points goes on exactly
// where it was, and the meter reads as after one straight run.
func TestFuelSlices(t *testing.T) {
	straight, c, out := newTest(t, Config{})
	want := eval(straight, c, work)
	if err := straight.RunJobs(); err != nil {
		t.Fatal(err)
	}
	if strings.HasPrefix(want, "error") || len(*out) != 1 || (*out)[0] != "job 5" {
		t.Fatalf("straight run: %s, %q", want, *out)
	}
	for _, slice := range []int64{1, 7, 100, 1000} {
		m, c, out := newTest(t, Config{})
		m.SetFuel(slice)
		// A slice smaller than what one instruction charges cannot make progress: fuel adds up until it can.
		finish := func(v heap.Value, err error) string {
			stops := 0
			for {
				var limit *LimitError
				if !errors.As(err, &limit) {
					break
				}
				if !limit.Resumable || limit.Limit != "fuel" {
					t.Fatalf("slice %d: %v", slice, err)
				}
				stops++
				m.AddFuel(slice)
				v, err = m.Continue()
			}
			if err != nil {
				return "error: " + err.Error()
			}
			if slice == 7 && stops == 0 {
				t.Error("slices of 7 units never ran out")
			}
			return m.Describe(v)
		}
		v, err := m.Evaluate(m.h.Handle(c), work, "test.js", false)
		if got := finish(v, err); got != want {
			t.Errorf("slice %d: got %s, want %s", slice, got, want)
		}
		m.SetFuel(Unlimited)
		if err := m.RunJobs(); err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(*out) != "[job 5]" {
			t.Errorf("slice %d: printed %q", slice, *out)
		}
		if m.Used() != straight.Used() {
			t.Errorf("slice %d: the meter reads %d, straight %d", slice, m.Used(), straight.Used())
		}
	}
}

// TestLimits: each limit ends a run with its error, which JS cannot catch, and
// the machine can be used again.
func TestLimits(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"fuel", `try { for (;;) {} } catch (e) { "caught" } finally { print("no") }`, "out of fuel"},
		{"fuel in a regular expression", `try { /(a+)+$/.test("a".repeat(40) + "b") } catch (e) { "caught" }`, "out of fuel"},
		{"memory", `const a = []; try { for (;;) a.push(new Array(100).fill(a.length)) } catch (e) { "caught" }`, "out of memory"},
	} {
		m, comp, out := newTest(t, Config{Fuel: 50_000_000, Memory: 16 << 20})
		if got := eval(m, comp, c.source); got != "error: "+c.want {
			t.Errorf("%s: %s", c.name, got)
		}
		m.Abandon()
		m.SetFuel(1_000_000)
		if got := eval(m, comp, "1 + 1"); got != "2" || len(*out) != 0 {
			t.Errorf("%s: afterwards %s, printed %q", c.name, got, *out)
		}
	}
}

// TestDeepRecursion: recursion ends in an exact RangeError that JS can catch.
func TestDeepRecursion(t *testing.T) {
	m, c, _ := newTest(t, Config{Stack: 256 << 10})
	const source = `let n = 0; function f() { n++; f() } try { f() } catch (e) { e.name + " " + e.message }`
	if got := eval(m, c, source); got != "RangeError Maximum call stack size exceeded" {
		t.Error(got)
	}
	for _, body := range []string{
		"[1].map(f)", "JSON.stringify({ toJSON: f })", "`${{ toString: f }}`", "new Proxy(f, { apply() { f() } })()", "[...{ *[Symbol.iterator]() { f() } }]",
		"new (class { constructor() { f() } })()", "({ get x() { f() } }).x", "f.call()", "Reflect.apply(f, null, [])", "[2, 1].sort(f)",
	} {
		if got := eval(m, c, "function f() { "+body+" } try { f() } catch (e) { e.name }"); got != "RangeError" {
			t.Errorf("%s: %s", body, got)
		}
	}
}

// TestInterrupt: another goroutine can stop a run, which can go on.
func TestInterrupt(t *testing.T) {
	m, c, _ := newTest(t, Config{})
	go func() {
		time.Sleep(5 * time.Millisecond)
		m.Interrupt()
	}()
	_, err := m.Evaluate(m.h.Handle(c), "var i = 0; for (;;) i++", "test.js", false)
	var limit *LimitError
	if !errors.As(err, &limit) || limit.Limit != "interrupt" || !limit.Resumable {
		t.Fatal(err)
	}
	if _, err := m.Evaluate(m.h.Handle(c), "1", "test.js", false); !errors.Is(err, ErrBusy) {
		t.Errorf("a stopped machine started something else: %v", err)
	}
	m.SetFuel(1000)
	if _, err := m.Continue(); !errors.As(err, &limit) || limit.Limit != "fuel" {
		t.Errorf("continued: %v", err)
	}
	m.Abandon()
	m.SetFuel(Unlimited)
	if got := eval(m, c, "i > 0"); got != "true" {
		t.Error(got)
	}
}

// TestHostCalls: host functions call back into JS, and exceptions pass through
// them unchanged.
func TestHostCalls(t *testing.T) {
	m, c, _ := newTest(t, Config{Stress: heap.StressCollect | heap.StressVerify | heap.StressPoison})
	apply := m.HostFunction("apply", 2, func(m *Machine, call *HostCall) (heap.Value, error) {
		return m.Call(call.Arg(0), heap.Undefined, call.Arg(1))
	})
	if err := m.DefineGlobal(m.h.Handle(c), "apply", apply); err != nil {
		t.Fatal(err)
	}
	fail := m.HostFunction("fail", 0, func(m *Machine, call *HostCall) (heap.Value, error) {
		return 0, errors.New("no such file")
	})
	if err := m.DefineGlobal(m.h.Handle(c), "fail", fail); err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string]string{
		`apply(x => apply(y => [x, y].join(), 2), 1)`:                                "1,2",
		`const e = { e: 1 }; try { apply(() => { throw e }) } catch (x) { x === e }`: "true",
		`try { fail() } catch (e) { e instanceof Error && e.message }`:               "no such file",
		`function f() { apply(f) } try { f() } catch (e) { e.message }`:              "Maximum call stack size exceeded",
	} {
		if got := eval(m, c, source); got != want {
			t.Errorf("%s: %s", source, got)
		}
	}
}

// TestPositions: uncaught exceptions say where they came from.
func TestPositions(t *testing.T) {
	m, c, _ := newTest(t, Config{})
	const source = "function outer(x) {\n  return inner(x);\n}\nfunction inner(x) {\n  return x.y.z;\n}\nouter({})"
	_, err := m.Evaluate(m.h.Handle(c), source, "where.js", false)
	var e *Exception
	if !errors.As(err, &e) {
		t.Fatal(err)
	}
	var frames []string
	for _, f := range e.Stack {
		frames = append(frames, f.Function+"@"+f.String())
	}
	if got, want := strings.Join(frames, " "), "inner@where.js:5:14 outer@where.js:2:10 @where.js:7:1"; got != want {
		t.Errorf("stack %s, want %s", got, want)
	}
	if e.Message != "TypeError: Cannot read properties of undefined (reading 'z')" {
		t.Error(e.Message)
	}
	for source, want := range map[string]string{
		"let a = { b: {} }; a.b.c()": "test.js:1:24: TypeError: a.b.c is not a function",
		"null.x":                     "test.js:1:6: TypeError: Cannot read properties of null (reading 'x')",
		"undefined[0] = 1":           "test.js:1:1: TypeError: Cannot set properties of undefined (setting '0')",
		"x":                          "test.js:1:1: ReferenceError: x is not defined",
		"{ y; let y }":               "test.js:1:3: ReferenceError: Cannot access 'y' before initialization",
		"const z = 1; z = 2":         "test.js:1:14: TypeError: Assignment to constant variable 'z'",
		"new (() => {})":             "test.js:1:1: TypeError: () => {} is not a constructor",
		"1 = 2":                      "",
	} {
		if want != "" {
			if got := eval(m, c, source); got != "error: "+want {
				t.Errorf("%s: %s", source, got)
			}
		} else if _, err := m.Evaluate(m.h.Handle(c), source, "test.js", false); err == nil {
			t.Errorf("%s: no error", source)
		}
	}
}
