package firn_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"math/big"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"firn"
)

func machine(t testing.TB, c firn.Config) *firn.Machine {
	t.Helper()
	m, err := firn.New(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	})
	return m
}

func eval(t testing.TB, m *firn.Machine, text string) firn.Value {
	t.Helper()
	v, err := m.Run("test.js", text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return v
}

func TestInspection(t *testing.T) {
	m := machine(t, firn.Config{})
	for _, c := range []struct {
		text string
		typ  firn.Type
		str  string
		bool bool
	}{
		{"undefined", firn.TypeUndefined, "undefined", false},
		{"null", firn.TypeNull, "null", false},
		{"true", firn.TypeBool, "true", true},
		{"-0", firn.TypeNumber, "0", false},
		{"1.5", firn.TypeNumber, "1.5", true},
		{"0/0", firn.TypeNumber, "NaN", false},
		{"1e21", firn.TypeNumber, "1e+21", true},
		{"'hé𝄞' + 1", firn.TypeString, "hé𝄞1", true},
		{"''", firn.TypeString, "", false},
		{"-(2n ** 70n)", firn.TypeBigInt, "-1180591620717411303424", true},
		{"0n", firn.TypeBigInt, "0", false},
		{"Symbol('x')", firn.TypeSymbol, "Symbol(x)", true},
		{"({})", firn.TypeObject, "#<Object>", true},
		{"({ f: x => x }).f", firn.TypeFunction, "function f", true},
		{"new TypeError('no')", firn.TypeObject, "TypeError: no", true},
	} {
		v, err := m.Eval(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if v.Type() != c.typ || v.String() != c.str || v.Bool() != c.bool {
			t.Errorf("%s: %s %q %t", c.text, v.Type(), v.String(), v.Bool())
		}
	}
	if i, ok := firn.Number(1 << 40).Int(); !ok || i != 1<<40 {
		t.Error("1<<40 is not integral")
	}
	for _, f := range []float64{1.5, math.NaN(), math.Inf(1), 1 << 63} {
		if _, ok := firn.Number(f).Int(); ok {
			t.Errorf("%v is integral", f)
		}
	}
	var zero firn.Value
	if !zero.IsUndefined() || zero.Bool() || zero.Machine() != nil {
		t.Error("the zero Value is not undefined")
	}
	if s, err := eval(t, m, "({toString: () => 'mine'})").ToString(); err != nil || s != "mine" {
		t.Error(s, err)
	}
	if !eval(t, m, "0/0").Same(firn.Number(math.NaN())) || firn.Number(0).Same(firn.Number(math.Copysign(0, -1))) {
		t.Error("Same is not SameValue")
	}
}

func TestObjects(t *testing.T) {
	m := machine(t, firn.Config{})
	o := eval(t, m, `globalThis.log = []; ({
		a: 1, get b() { log.push("b"); return this.a + 1; }, set b(x) { log.push("set " + x); }, 7: "seven",
		add(x, y) { return this.a + x + y; }, fail: function fail() { throw new RangeError("far"); },
	})`)
	for key, want := range map[any]string{"a": "1", "b": "2", 7: "seven", "7": "seven", "c": "undefined"} {
		if v, err := o.Get(key); err != nil || v.String() != want {
			t.Errorf("%v: %v %v", key, v, err)
		}
	}
	if keys, err := o.Keys(); err != nil || strings.Join(keys, " ") != "7 a b add fail" {
		t.Error(keys, err)
	}
	if err := errors.Join(o.Set("b", 5), o.Set("z", []string{"x"}), o.Delete("a")); err != nil {
		t.Error(err)
	}
	if has, err := o.Has("a"); has || err != nil {
		t.Error("a is still there", err)
	}
	if got := eval(t, m, "log.join()").String(); got != "b,set 5" {
		t.Error(got)
	}
	if v, err := o.CallMethod("add", 2, "!"); err != nil || v.String() != "NaN!" {
		t.Error(v, err)
	}
	_, err := o.CallMethod("fail")
	var e *firn.Exception
	if !errors.As(err, &e) || e.Message != "RangeError: far" || e.Stack[0].Function != "fail" {
		t.Error(err)
	}
	d, err := eval(t, m, "class D { constructor(x) { this.x = x; } } D").New(3)
	if err != nil {
		t.Fatal(err)
	}
	if x, _ := d.Get("x"); x.Float() != 3 {
		t.Error("new", x)
	}
	p := eval(t, m, "new Proxy({k: 1}, { ownKeys: () => ['k', 'l'], get: (o, k) => 'got ' + k })")
	if keys, err := p.Keys(); err != nil || len(keys) != 1 {
		t.Error(keys, err)
	}
	if v, err := p.Get("any"); err != nil || v.String() != "got any" {
		t.Error(v, err)
	}
	if _, err := firn.Number(1).Get("x"); err == nil {
		t.Error("a number has properties")
	}
}

type Inner struct {
	Name  string   `js:"name"`
	Tags  []string `js:"tags,omitempty"`
	Skip  int      `js:"-"`
	Count uint8
}

type base struct{ ID int64 }

type outer struct {
	base
	*Inner
	Map    map[string]*float64
	Any    any
	Big    *big.Int
	Raw    []byte
	hidden int
}

func TestConversions(t *testing.T) {
	m := machine(t, firn.Config{})
	half := 0.5
	for _, c := range []struct {
		in   any
		want string // as JSON, or by its own expression
	}{
		{nil, "null"},
		{true, "true"},
		{int8(-3), "-3"},
		{uint32(4e9), "4000000000"},
		{"a\xffb", "\"a\ufffdb\""},
		{[]any{1, "two", nil, []int{3}}, `[1,"two",null,[3]]`},
		{[2]bool{true, false}, "[true,false]"},
		{map[string]int{"b": 2, "a": 1}, `{"a":1,"b":2}`},
		{map[int]string{10: "x", 9: "y"}, `{"9":"y","10":"x"}`},
		{&Inner{Name: "n", Skip: 1, Count: 2}, `{"name":"n","count":2}`},
		{outer{base: base{7}, Map: map[string]*float64{"h": &half, "n": nil}}, `{"id":7,"map":{"h":0.5,"n":null},"any":null,"big":null,"raw":null}`},
		{(*Inner)(nil), "null"},
		{time.Second, "1000000000"},
	} {
		v, err := m.ToValue(c.in)
		if err != nil {
			t.Errorf("%#v: %v", c.in, err)
			continue
		}
		m.Set("x", v)
		if got := eval(t, m, "JSON.stringify(x)").String(); got != c.want {
			t.Errorf("%#v: %s, want %s", c.in, got, c.want)
		}
	}
	for expr, in := range map[string]any{
		"x === 9007199254740993n":                                   int64(1<<53 + 1),
		"x === 18446744073709551615n":                               uint64(math.MaxUint64),
		"x === -(2n ** 200n)":                                       new(big.Int).Neg(new(big.Int).Lsh(big.NewInt(1), 200)),
		"x instanceof Uint8Array && x.join() === '1,2,255'":         []byte{1, 2, 255},
		"x instanceof Error && x.message === 'broken'":              errors.New("broken"),
		"x instanceof RangeError && x.message === 'not 3'":          firn.RangeErrorf("not %d", 3),
		"x === undefined":                                           firn.Undefined(),
		"typeof x === 'function' && x.length === 2 && x(1,2) === 3": func(a, b int) int { return a + b },
	} {
		if err := m.Set("x", in); err != nil {
			t.Error(expr, err)
		} else if !eval(t, m, expr).Bool() {
			t.Errorf("%v is not %s", in, expr)
		}
	}
	cyclic := []any{nil}
	cyclic[0] = cyclic
	for _, bad := range []any{make(chan int), complex(1, 2), time.Now(), cyclic, map[bool]int{true: 1}} {
		if _, err := m.ToValue(bad); err == nil {
			t.Errorf("%T was converted", bad)
		}
	}

	x, err := eval(t, m, `({ a: [1, "2", 3n, null, , true], b: new Uint8Array([5, 6]), c: { d: undefined } })`).Export()
	want := map[string]any{"a": []any{1.0, "2", big.NewInt(3), nil, nil, true}, "b": []byte{5, 6}, "c": map[string]any{"d": nil}}
	if err != nil || !reflect.DeepEqual(x, want) {
		t.Errorf("%#v %v", x, err)
	}
	if _, err := eval(t, m, "const o = {}; o.o = o; o").Export(); err == nil {
		t.Error("a cycle was exported")
	}
	var o outer
	if err := eval(t, m, `({ id: 9, name: "in", tags: new Set(["a", "b"]), count: 200, map: { q: 0.25, n: null }, any: [1],
		big: 12345678901234567890n, raw: new Uint16Array([258]), hidden: 5 })`).To(&o); err != nil {
		t.Fatal(err)
	}
	if o.ID != 9 || o.Name != "in" || len(o.Tags) != 2 || o.Count != 200 || *o.Map["q"] != 0.25 || o.Big.String() != "12345678901234567890" || len(o.Raw) != 2 || o.hidden != 0 {
		t.Errorf("%+v", o)
	}
	var people map[string]struct{ Age int }
	if err := eval(t, m, "new Map([['ann', {age: 30}]])").To(&people); err != nil || people["ann"].Age != 30 {
		t.Error(people, err)
	}
	var add func(a, b int) (int, error)
	if err := eval(t, m, "(a, b) => { if (b > 9) throw new Error('big'); return a + b; }").To(&add); err != nil {
		t.Fatal(err)
	}
	if n, err := add(2, 3); n != 5 || err != nil {
		t.Error(n, err)
	}
	if _, err := add(2, 30); err == nil || !strings.Contains(err.Error(), "Error: big") {
		t.Error(err)
	}
	var small struct{ A []int8 }
	err = eval(t, m, "({a: [1, 2, 300]})").To(&small)
	var bad *firn.ConversionError
	if !errors.As(err, &bad) || bad.Path != ".a[2]" || !strings.Contains(err.Error(), "want int8, got the number 300") {
		t.Error(err)
	}
	for _, p := range []any{new(int), new(bool), new([]string), new(map[string]int), new(func()), new(*big.Int)} {
		if err := eval(t, m, "'text'").To(p); err == nil {
			t.Errorf("a string became a %T", p)
		}
	}
}

func TestHostFunctions(t *testing.T) {
	m := machine(t, firn.Config{})
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(m.Set("join", func(sep string, parts ...any) string { return fmt.Sprint(sep, len(parts), parts) }))
	must(m.Set("fail", func() error { return io.ErrUnexpectedEOF }))
	must(m.Set("typed", func() (int, error) { return 0, firn.TypeErrorf("bad %s", "kind") }))
	must(m.Set("boom", func() { panic("kaboom") }))
	must(m.Set("pair", func() (int, string) { return 1, "x" }))
	must(m.Set("apply", func(f func(int) (int, error), x int) (int, error) { return f(x) }))
	must(m.Set("call", func(c *firn.Call) (any, error) {
		return map[string]any{"n": c.Len(), "this": c.This(), "new": c.IsNew(), "args": c.Args()}, nil
	}))
	must(m.Set("deep", func(c *firn.Call) (any, error) { return c.Arg(0).Call(nil, c.Arg(0)) }))
	for text, want := range map[string]string{
		"join('-', 1, 'a', null)":                                            "-3 [1 a <nil>]",
		"pair().join()":                                                      "1,x",
		"apply(x => x * 2, 21)":                                              "42",
		"JSON.stringify(call.call(5, 6))":                                    `{"args":[6],"n":1,"new":false,"this":5}`,
		"try { fail() } catch (e) { e.name + ':' + e.message }":              "Error:unexpected EOF",
		"try { typed() } catch (e) { e.name + ':' + e.message }":             "TypeError:bad kind",
		"try { join(1) } catch (e) { e.name + ':' + e.message }":             "TypeError:argument 1: want string, got the number 1",
		"try { apply(() => { throw 7; }, 1) } catch (e) { 'caught ' + e }":   "caught 7",
		"let n = 0; const f = (g) => n++ < 50 ? deep(g) : 'bottom'; deep(f)": "bottom",
		"join.name + join.length":                                            "join1",
	} {
		if got := eval(t, m, text); got.String() != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	_, err := m.Run("f.js", "fail()")
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("the Go error is lost: %v", err)
	}
	var p *firn.PanicError
	if _, err := m.Run("p.js", "try { boom() } catch (e) { 'caught' } finally { globalThis.finalized = true }"); !errors.As(err, &p) || p.Value != "kaboom" || p.Function != "boom" {
		t.Errorf("%v", err)
	}
	if got := eval(t, m, "typeof finalized + (1 + 1)").String(); got != "undefined2" {
		t.Error(got)
	}
	// A value kept from a call lives on.
	var kept firn.Value
	must(m.Set("keep", func(v firn.Value) { kept = v }))
	eval(t, m, "keep({x: 'kept'}); for (let i = 0; i < 1e5; i++) [i];")
	must(m.CollectGarbage())
	if x, err := kept.Get("x"); err != nil || x.String() != "kept" {
		t.Error(x, err)
	}
	kept.Free()
	if _, err := kept.Get("x"); !errors.Is(err, firn.ErrFreed) {
		t.Error(err)
	}
}

func TestErrors(t *testing.T) {
	m := machine(t, firn.Config{})
	_, err := m.Run("bad.js", "const a = 1;\n\tlet 𝄞x = 'é' + ;")
	var s *firn.SyntaxError
	if !errors.As(err, &s) || s.File != "bad.js" || s.Line != 2 {
		t.Fatalf("%v", err)
	}
	_, err = m.Run("bad.js", "let é = 1;\nlet x = 'é' + ;")
	if !errors.As(err, &s) || s.Line != 2 || s.Column != 15 || s.Excerpt() != "let x = 'é' + ;\n              ^" {
		t.Fatalf("%v %q", err, s.Excerpt())
	}
	_, err = m.Run("thrown.js", "function f(o) {\n  return o.x.y;\n}\nf({});")
	var e *firn.Exception
	if !errors.As(err, &e) || !strings.HasPrefix(err.Error(), "thrown.js:2:") || !strings.HasPrefix(e.Message, "TypeError: ") ||
		e.Stack[0].Function != "f" || e.Stack[1].Line != 4 || !strings.HasPrefix(e.Excerpt(), "  return o.x.y;\n") {
		t.Fatalf("%v\n%s\n%s", err, e.StackString(), e.Excerpt())
	}
	_, err = m.Run("value.js", "throw {code: 5}")
	if !errors.As(err, &e) {
		t.Fatal(err)
	}
	if c, _ := e.Value.Get("code"); c.Float() != 5 {
		t.Error(c)
	}
	if v := eval(t, m, "function g() { return new Error('here'); }\ng()"); !strings.Contains(v.StackString(), "at g (test.js:1:") {
		t.Error(v.StackString())
	}
	if got := eval(t, m, "typeof new Error('x').stack").String(); got != "undefined" && got != "string" {
		t.Error(got)
	}
}

func TestFuel(t *testing.T) {
	m := machine(t, firn.Config{Fuel: 20000})
	m.Set("out", func(string) {})
	var limit *firn.LimitError
	v, err := m.Run("loop.js", "let n = 0; for (let i = 0; i < 100000; i++) n += i; Promise.resolve().then(() => { globalThis.done = n; }); n")
	stops := 0
	for errors.As(err, &limit) && limit.Limit == firn.LimitFuel && limit.Resumable {
		if stops++; stops > 1000 {
			t.Fatal("no progress")
		}
		if _, err := m.Eval("1"); !errors.Is(err, firn.ErrBusy) {
			t.Fatalf("a stopped machine evaluates: %v", err)
		}
		if err := m.AddFuel(50000); err != nil {
			t.Fatal(err)
		}
		v, err = m.Continue()
	}
	if err != nil || v.Float() != 4999950000 || stops == 0 {
		t.Fatal(v, err, stops)
	}
	m.AddFuel(1000)
	if got := eval(t, m, "done").Float(); got != 4999950000 {
		t.Error("the jobs did not run:", got)
	}
	if _, err := m.Continue(); !errors.Is(err, firn.ErrNotStopped) {
		t.Error(err)
	}
	if _, err = m.Run("loop.js", "globalThis.i = 0; while (true) i++;"); !errors.As(err, &limit) || !m.Stopped() {
		t.Fatal(err)
	}
	if err := m.Abandon(); err != nil {
		t.Fatal(err)
	}
	m.AddFuel(1000)
	if got := eval(t, m, "i"); got.Float() < 100 {
		t.Error("what the abandoned run did is lost:", got)
	}
}

func TestContext(t *testing.T) {
	m := machine(t, firn.Config{})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	m.Set("begun", func() { time.AfterFunc(5*time.Millisecond, cancel) })
	_, err := m.RunContext(ctx, "forever.js", "globalThis.n = 0; begun(); try { for (;;) n++; } catch { n = -1 } finally { n = -2 }")
	var limit *firn.LimitError
	if !errors.As(err, &limit) || limit.Limit != firn.LimitInterrupt || !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if err := m.Abandon(); err != nil {
		t.Fatal(err)
	}
	if got := eval(t, m, "n").Float(); got <= 0 {
		t.Error(got)
	}
	// A context that ends late must not touch the next run.
	for i := 0; i < 50; i++ {
		ctx, cancel := context.WithCancel(context.Background())
		go cancel()
		if _, err := m.RunContext(ctx, "short.js", "1"); err != nil {
			m.Abandon()
		}
		if got := eval(t, m, "40 + 2").Float(); got != 42 {
			t.Fatal(got)
		}
	}
	m.Set("wait", func() { m.Interrupt() })
	if _, err := m.Run("host.js", "wait(); for (;;);"); !errors.As(err, &limit) || limit.Limit != firn.LimitInterrupt {
		t.Fatal(err)
	}
	m.Abandon()
	m.Interrupt() // nobody runs
	eval(t, m, "1")
}

func TestNestedLimit(t *testing.T) {
	m := machine(t, firn.Config{Fuel: 100000})
	swallowed := 0
	m.Set("run", func(f firn.Value) string {
		if _, err := f.Call(nil); err != nil {
			swallowed++
		}
		if _, err := m.Eval("1"); err == nil {
			t.Error("the machine goes on after its limit")
		}
		return "swallowed"
	})
	_, err := m.Run("nested.js", "run(() => { for (;;); })")
	var limit *firn.LimitError
	if !errors.As(err, &limit) || limit.Limit != firn.LimitFuel || limit.Resumable || swallowed != 1 {
		t.Fatal(err, swallowed)
	}
	m.AddFuel(10000)
	if got := eval(t, m, "6 * 7").Float(); got != 42 {
		t.Error(got)
	}
}

func TestMemory(t *testing.T) {
	m := machine(t, firn.Config{Memory: 32 << 20})
	var limit *firn.LimitError
	if _, err := m.Run("grow.js", "let a = []; for (;;) a.push([a.length, {}]);"); !errors.As(err, &limit) || limit.Limit != firn.LimitMemory {
		t.Fatal(err)
	}
	if _, err := m.ToValue(make([]byte, 100<<20)); !errors.As(err, &limit) || limit.Limit != firn.LimitMemory {
		t.Fatal(err)
	}
	other := machine(t, firn.Config{})
	eval(t, other, "1")
}

func TestPromises(t *testing.T) {
	m := machine(t, firn.Config{})
	var p *firn.Resolver
	m.Set("fetch", func(url string) (firn.Value, error) {
		var err error
		p, err = m.NewPromise()
		return p.Promise(), err
	})
	v := eval(t, m, "(async () => 'got ' + await fetch('a'))()")
	if state, _, ok := v.Promise(); !ok || state != firn.Pending || m.Stats().PendingJobs != 0 {
		t.Fatal(state, ok)
	}
	if err := p.Resolve("b"); err != nil {
		t.Fatal(err)
	}
	if err := m.RunJobs(); err != nil {
		t.Fatal(err)
	}
	if state, result, _ := v.Promise(); state != firn.Fulfilled || result.String() != "got b" {
		t.Fatal(state, result)
	}
	v = eval(t, m, "fetch('c').catch(e => 'failed: ' + e.message)")
	p.Reject(errors.New("no route"))
	p.Resolve("late")
	m.RunJobs()
	if _, result, _ := v.Promise(); result.String() != "failed: no route" {
		t.Fatal(result)
	}
	v, err := m.Run("unhandled.js", "Promise.reject(new TypeError('alone')); Promise.reject(1).catch(() => {}); 5")
	var r *firn.RejectionError
	if !errors.As(err, &r) || len(r.Rejections) != 1 || r.Rejections[0].Message != "TypeError: alone" || v.Float() != 5 {
		t.Fatal(v, err)
	}
}

func TestCompartments(t *testing.T) {
	m := machine(t, firn.Config{})
	m.Set("secret", 1)
	c, err := m.NewCompartment()
	if err != nil {
		t.Fatal(err)
	}
	c.Set("x", 10)
	v, err := c.Evaluate(firn.Source{File: "c.js", Text: "typeof secret + x + y + typeof globalThis.y", Endowments: map[string]any{"y": 5, "not a name": 1}})
	if err != nil || v.String() != "undefined105undefined" {
		t.Fatal(v, err)
	}
	if v, err := c.Evaluate(firn.Source{Text: "1;2", Expression: true}); err == nil {
		t.Error(v)
	}
	a, _ := c.Get("Array")
	b, _ := m.StartCompartment().Get("Array")
	if !a.Same(b) {
		t.Error("the compartments do not share Array")
	}
	f, _ := c.Get("eval")
	g, _ := m.StartCompartment().Get("eval")
	if f.Same(g) {
		t.Error("the compartments share eval")
	}
}

func TestMisuse(t *testing.T) {
	m, err := firn.New(firn.Config{})
	if err != nil {
		t.Fatal(err)
	}
	v := eval(t, m, "({a: 1})")
	other := machine(t, firn.Config{})
	if err := other.Set("v", v); !errors.Is(err, firn.ErrForeign) {
		t.Error(err)
	}
	m.Set("close", func() error { return m.Close() })
	if got := eval(t, m, "try { close(); 'closed' } catch (e) { 'refused' }"); got.String() != "refused" {
		t.Error(got)
	}
	inside, release := make(chan bool), make(chan bool)
	m.Set("block", func() { inside <- true; <-release })
	go func() { <-inside; release <- true }()
	eval(t, m, "block()")
	if err := m.Close(); err != nil {
		t.Error(err)
	}
	if err := m.Close(); err != nil {
		t.Error("closing twice:", err)
	}
	if _, err := m.Run("x.js", "1"); !errors.Is(err, firn.ErrClosed) {
		t.Error(err)
	}
	if _, err := v.Get("a"); !errors.Is(err, firn.ErrClosed) {
		t.Error(err)
	}
	v.Free()
	m.Interrupt()
	if v.Type() != firn.TypeObject || v.String() != "undefined" {
		t.Error("a value of a closed machine")
	}
	for _, c := range []firn.Config{{Fuel: -1}, {Memory: 1 << 40}, {Stack: 1 << 40}} {
		if _, err := firn.New(c); err == nil {
			t.Errorf("%+v is accepted", c)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	m := machine(t, firn.Config{})
	started := make(chan bool)
	m.Set("started", func() { close(started) })
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() {
		_, err := m.RunContext(ctx, "spin.js", "started(); for (;;);")
		done <- err
	}()
	<-started
	refused := 0
	for end := time.Now().Add(20 * time.Second); refused == 0 && time.Now().Before(end); {
		if _, err := m.Eval("1"); errors.Is(err, firn.ErrConcurrent) {
			refused++
		}
		runtime.Gosched()
	}
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) || refused == 0 {
		t.Error(err, refused)
	}
	m.Abandon()
}

func TestManyMachines(t *testing.T) {
	var wg sync.WaitGroup
	for g := 0; g < 4; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 3; i++ {
				m, err := firn.New(firn.Config{})
				if err != nil {
					t.Error(err)
					return
				}
				v, err := m.Run("sum.js", fmt.Sprintf("let s = 0; for (let i = 0; i <= %d; i++) s += i; s", g*1000+i))
				n := float64(g*1000 + i)
				if err != nil || v.Float() != n*(n+1)/2 {
					t.Error(v, err)
				}
				m.Close()
			}
		}()
	}
	wg.Wait()
}

// TestFinalizers drops values and lets the Go collector end their handles: more
// of them than fit the machine at once.
func TestFinalizers(t *testing.T) {
	m := machine(t, firn.Config{Memory: 64 << 20})
	patience := time.Now().Add(time.Minute)
	for made := 0; made < 6000; {
		_, err := m.ToValue(make([]byte, 40000))
		if err == nil {
			made++
			continue
		}
		if time.Now().After(patience) {
			t.Fatal(made, err)
		}
		runtime.GC()
		time.Sleep(time.Millisecond)
		if err := m.CollectGarbage(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestImages(t *testing.T) {
	var out []string
	say := func(s string) { out = append(out, s) }
	m := machine(t, firn.Config{Fuel: 3000})
	m.Set("say", say)
	held, err := m.Run("held.js", "say('start'); globalThis.count = 0; ({held: true})")
	if err != nil {
		t.Fatal(err)
	}
	_, err = m.Run("long.js", `
		for (let i = 0; i < 1000; i++) count += i;
		Promise.resolve("job").then((s) => { for (let i = 0; i < 1000; i++) count++; say(s + count); });
		"result"`)
	var limit *firn.LimitError
	machines := []*firn.Machine{m}
	for n := 0; errors.As(err, &limit); n++ {
		if n > 100 || !limit.Resumable {
			t.Fatal(n, err)
		}
		last := machines[len(machines)-1]
		var next *firn.Machine
		if n%2 == 0 {
			var image bytes.Buffer
			if err := last.Save(&image); err != nil {
				t.Fatal(err)
			}
			next, err = firn.Restore(&image, firn.Config{}, map[string]any{"say": say})
		} else {
			next, err = last.Fork()
		}
		if err != nil {
			t.Fatal(err)
		}
		machines = append(machines, next)
		next.AddFuel(2000)
		var v firn.Value
		if v, err = next.Continue(); err == nil && v.String() != "result" {
			t.Errorf("the result is %v", v)
		}
	}
	if err != nil || len(machines) < 4 {
		t.Fatal(err, len(machines))
	}
	last := machines[len(machines)-1]
	last.AddFuel(1000)
	if got := eval(t, last, "count").Float(); got != 500500 || strings.Join(out, " ") != "start job500500" {
		t.Error(got, out)
	}
	if x, err := held.Get("held"); err != nil || !x.Bool() {
		t.Error("a value of the saved machine is gone", x, err)
	}
	for _, m := range machines[1:] {
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := firn.Restore(strings.NewReader("no image"), firn.Config{}, nil); err == nil {
		t.Error("nonsense was restored")
	}
	other := machine(t, firn.Config{})
	other.Set("save", func() error { return other.Save(io.Discard) })
	if got := eval(t, other, "try { save(); 'saved' } catch { 'refused' }").String(); got != "refused" {
		t.Error(got)
	}
}
