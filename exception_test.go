package firn_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"firn"
)

// trace is an exception in one line: message and frames.
func trace(e *firn.Exception) string {
	s := e.Message
	for _, f := range e.Stack {
		s += fmt.Sprintf(" | %s %d:%d", f.Function, f.Line, f.Column)
	}
	return s
}

// traces is the exception or the rejections that an error is.
func traces(err error) string {
	var e *firn.Exception
	var r *firn.RejectionError
	switch {
	case errors.As(err, &r):
		var all []string
		for _, e := range r.Rejections {
			all = append(all, trace(e))
		}
		return strings.Join(all, "\n")
	case errors.As(err, &e):
		return trace(e)
	}
	return fmt.Sprint(err)
}

// TestThrowSites: values that are no errors come with the place of the throw.
func TestThrowSites(t *testing.T) {
	for _, c := range []struct{ what, program, want string }{
		{"top level", "\n  throw 5", "5 |  2:3"},
		{"nested", "function f(x) { g(x); }\nfunction g(x) {\n  throw x; }\nf('no');", "no | g 3:3 | f 1:17 |  4:1"},
		{"an object", "throw {code: 7, at: [1]}", "{ code: 7, at: [ 1 ] } |  1:1"},
		{"an object with a message", "throw {name: 'Bad', message: 'luck'}", "Bad: luck |  1:1"},
		{"an error keeps its own", "const e = new Error('x');\nfunction f() { throw e; }\nf();", "Error: x |  1:11"},
		{"finally keeps", "function f() {\n try { throw 1; } finally { try { throw 2; } catch {} }\n}\nf();", "1 | f 2:8 |  4:1"},
		{"finally in finally", "try { try { throw 1; }\nfinally { JSON.parse('{}'); } } finally { [1].map(x => x); }", "1 |  1:13"},
		{"finally that throws", "try { throw 1; }\nfinally { throw 2; }", "2 |  2:11"},
		{"caught and thrown again", "try { throw 1; } catch (e) {\n throw e; }", "1 |  2:2"},
		{"caught, finally, thrown", "try { try { throw 1; } catch (e) {\n throw e; } finally { } } finally { }", "1 |  2:2"},
		{"for-of closes", "const it = { [Symbol.iterator]() { return this; }, next() { return {}; }, return() { try { throw 2; } catch {} } };\nfor (const x of it)\n  throw 1;", "1 |  3:3"},
		{"pattern closes", "function* g() { try { yield; } finally { try { throw 2; } catch {} } }\nfunction f() { throw 1; }\nconst [x = f()] = g();", "1 | f 2:16 |  3:12"},
		{"generator", "function* g() { yield 1;\n throw 2; }\nfor (const x of g());", "2 | g 2:2 |  3:17"},
		{"generator.throw", "function* g() {\n yield 1; }\nconst it = g(); it.next();\nit.throw('in');", "in | g 2:2 |  4:4"},
		{"generator.throw at the start", "function* g() { }\ng().throw(1);", "1 |  2:5"},
		{"yield*", "function* a() {\n throw 1; }\nfunction* b() { yield* a(); }\n[...b()];", "1 | a 2:2 | b 3:17 |  4:5"},
		{"a callback of the library", "[1].forEach(x => {\n throw x; });", "1 |  2:2 |  1:5"},
		{"an iterator helper closes", "const it = { __proto__: Iterator.prototype, next() { return {}; }, return() { try { throw 2; } catch {} } };\nit.forEach(() => {\n throw 1; });", "1 |  3:2 |  2:4"},
		{"Array.from closes", "const it = { [Symbol.iterator]() { return this; }, next() { return {}; }, return() { try { throw 2; } catch {} } };\nArray.from(it, () => {\n throw 1; });", "1 |  3:2 |  2:7"},
		{"an error of the library", "function f() {\n [].reduce((a, b) => a); }\nf();", "TypeError: Reduce of empty array with no initial value | f 2:5 |  3:1"},
		{"a comparator", "[2, 1].sort(() => {\n throw 3; });", "3 |  2:2 |  1:8"},
		{"a getter by JSON", "JSON.stringify({ get x() {\n throw 1; } });", "1 | get x 2:2 |  1:6"},
		{"a proxy", "const p = new Proxy({}, { get() {\n throw 1; } });\np.x;", "1 | get 2:2 |  3:3"},
		{"a conversion", "const o = { valueOf() { throw 1; } };\nconst p = 1;\np + o;", "1 | valueOf 1:25 |  3:1"},
		{"a constructor", "class A { constructor() {\n throw 1; } }\nclass B extends A { }\nnew B();", "1 | A 2:2 | B 3:1 |  4:1"},
		{"an async function", "async function f() { g(); }\nfunction g() { throw 1; }\nf();", "1 | g 2:16 | f 1:22 |  3:1"},
		{"after an await", "async function f() { await 0;\n throw 1; }\nf();", "1 | f 2:2"},
		{"through async functions", "async function a() { await 0; throw 1; }\nasync function b() { try { await a(); } finally { await 0; } }\n(async () => { return await b(); })();", "1 | a 1:31"},
		{"through then", "async function a() { throw 1; }\na().then(x => x).then(undefined, undefined).finally(() => { try { throw 2; } catch {} });", "1 | a 1:22 |  2:1"},
		{"through reject", "async function a() { throw 1; }\nnew Promise((resolve, reject) => { a().then(resolve, reject); });", "1 | a 1:22 |  2:36 |  2:1"},
		{"through all", "async function a() { throw 1; }\nPromise.all([a()]);", "1 | a 1:22 |  2:14"},
		{"a handler throws", "Promise.resolve().then(function f() { throw 1; });", "1 | f 1:39"},
		{"caught in an async function and thrown", "async function a() { throw 1; }\n(async function b() { try { await a(); } catch (e) {\n throw e; } })();", "1 | b 3:2"},
		{"an executor", "new Promise(() => {\n throw 1; });", "1 |  2:2 |  1:1"},
		{"Promise.reject", "function f() {\n return Promise.reject(1); }\nf();", "1 | f 2:17 |  3:1"},
		{"reject", "new Promise((resolve, reject) => {\n reject(1); });", "1 |  2:2 |  1:1"},
		{"a thenable", "Promise.resolve({ then() { throw 1; } });", "1 | then 1:28"},
		{"an async generator", "async function* g() { yield 0; throw 1; }\n(async function f() { for await (const x of g()); })();", "1 | g 1:32 | f 2:45"},
		{"for await of rejections", "(async function f() {\n for await (const x of [Promise.reject(1)]); })();", "1 | f 2:33 |  1:2"},
		{"several", "Promise.reject(1);\nPromise.reject(2);", "1 |  1:9\n2 |  2:9"},
	} {
		for _, config := range []firn.Config{{}, {Stress: true}} {
			m := machine(t, config)
			_, err := m.Run("t.js", c.program)
			if got := traces(err); got != c.want {
				t.Errorf("%s:\n%s\ngot\n%s\nwant\n%s", c.what, c.program, got, c.want)
			}
		}
	}
}

// TestThrownText: how such exceptions read.
func TestThrownText(t *testing.T) {
	m := machine(t, firn.Config{})
	_, err := m.Run("t.js", "function f() {\n\tthrow 'up'; }\nf();")
	var e *firn.Exception
	if !errors.As(err, &e) || err.Error() != "t.js:2:2: uncaught up" || e.Excerpt() != "\tthrow 'up'; }\n\t^" ||
		e.StackString() != "up\n    at f (t.js:2:2)\n    at t.js:3:1" || e.Value.String() != "up" {
		t.Errorf("%v\n%s\n%s", err, e.Excerpt(), e.StackString())
	}
	_, err = m.Run("t.js", "Promise.reject(null)")
	if err == nil || err.Error() != "unhandled rejection: t.js:1:9: uncaught null" {
		t.Error(err)
	}
	// Thrown by the host alone: there is nothing to point at.
	r, err := m.NewPromise()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Reject(firn.Number(3)); err != nil {
		t.Fatal(err)
	}
	if err := m.RunJobs(); err == nil || err.Error() != "unhandled rejection: uncaught 3" {
		t.Error(err)
	}
}

// TestThrowThroughHost: exceptions that pass host functions keep where they come
// from; what hosts throw comes from the call.
func TestThrowThroughHost(t *testing.T) {
	m := machine(t, firn.Config{})
	for name, f := range map[string]any{
		"through": func(f firn.Value) (any, error) { return f.Call(nil) },
		"wrapped": func(f firn.Value) error {
			_, err := f.Call(nil)
			return fmt.Errorf("wrapped: %w", err)
		},
		"swallow": func(f firn.Value) { f.Call(nil) },
		"late": func(f, g firn.Value) error {
			_, err := f.Call(nil)
			g.Call(nil)
			return err
		},
		"fail":  func() error { return errors.New("no") },
		"typed": func() error { return firn.TypeErrorf("no") },
	} {
		if err := m.Set(name, f); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ program, want string }{
		{"function f() {\n throw 1; }\nthrough(f);", "1 | f 2:2 |  3:1"},
		{"function f() {\n throw 1; }\nwrapped(f);", "1 | f 2:2 |  3:1"},
		{"function f() {\n throw 1; }\nthrough(() => through(f));", "1 | f 2:2 |  3:15 |  3:1"},
		{"function f() {\n throw 1; }\nswallow(f); throw 1;", "1 |  3:13"},
		{"function f() {\n throw 1; }\nlate(f, () => 1);", "1 | f 2:2 |  3:1"},
		{"function f() {\n throw 1; }\nlate(f, () => { try { throw 1; } catch {} });", "1 |  3:1"},
		{"function f() {\n throw 1; }\ntry { through(f); } catch (e) { throw e; }", "1 |  3:33"},
		{"function f() {\n throw 1; }\nasync function a() { through(f); }\na();", "1 | f 2:2 | a 3:22 |  4:1"},
		{"function f() {\n fail(); }\nf();", "Error: no | f 2:2 |  3:1"},
		{"function f() {\n typed(); }\nf();", "TypeError: no | f 2:2 |  3:1"},
	} {
		if _, err := m.Run("t.js", c.program); traces(err) != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.program, traces(err), c.want)
		}
	}
	f := eval(t, m, "(function f() { throw 4; })")
	if _, err := f.Call(nil); traces(err) != "4 | f 1:17" {
		t.Error(traces(err))
	}
}

// TestThrowSitesInImages: an exception on its way, in finally blocks, jobs and
// promises, keeps its origin when the machine is saved, restored or forked.
func TestThrowSitesInImages(t *testing.T) {
	for _, c := range []struct{ program, want string }{
		{"function f() { try { throw 5; } finally { for (let i = 0; i < 300; i++); } }\nf();", "5 | f 1:22 |  2:1"},
		{"async function a() { await 0; throw 6; }\nasync function b() { try { await a(); } finally { for (let i = 0; i < 50; i++) await i; } }\nb();", "6 | a 1:31"},
		{"Promise.reject(7).then(x => x);\nfor (let i = 0; i < 300; i++);", "7 |  1:9"},
		{"function* g() { try { yield 1; } finally { for (let i = 0; i < 300; i++); yield 2; } }\nconst it = g(); it.next();\nit.throw(8); it.next();", "8 | g 1:23 |  3:4"},
	} {
		last := machine(t, firn.Config{Fuel: 40})
		_, err := last.Run("t.js", c.program)
		for i := 0; ; i++ {
			var limit *firn.LimitError
			if !errors.As(err, &limit) || i > 1000 {
				break
			}
			var next *firn.Machine
			if i%2 == 0 {
				var image bytes.Buffer
				if err := last.Save(&image); err != nil {
					t.Fatal(err)
				}
				next, err = firn.Restore(&image, firn.Config{}, nil)
			} else {
				next, err = last.Fork()
			}
			if err != nil {
				t.Fatal(err)
			}
			last.Close()
			last = next
			last.AddFuel(40)
			_, err = last.Continue()
		}
		if got := traces(err); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.program, got, c.want)
		}
		last.Close()
	}
}

// TestFunctionNames: stacks name methods, accessors, initialisers and functions
// that have their name from where they stand; the name property is ECMAScript's.
func TestFunctionNames(t *testing.T) {
	m := machine(t, firn.Config{})
	if err := m.Set("caller", func(e firn.Value) string {
		// at (anonymous), at caller of next, …
		at := strings.Split(e.StackString(), "\n    at ")[2:]
		for i, f := range at {
			at[i], _, _ = strings.Cut(f, " (t.js")
			if strings.HasPrefix(at[i], "t.js") {
				at[i] = ""
			}
		}
		return strings.Join(at[:2], "<")
	}); err != nil {
		t.Fatal(err)
	}
	names, err := m.Run("t.js", `const k = 'key';
class A {
  constructor(next) { next(); }
  method(next) { next(); }
  static smethod(next) { next(); }
  get getter() { current(); }
  set setter(next) { next(); }
  #private(next) { next(); }
  get #getter() { current(); }
  call(next) { this.#private(next); }
  read() { this.#getter; }
  [k](next) { next(); }
  'quoted key'(next) { next(); }
  12(next) { next(); }
  *generator(next) { next(); }
  async async(next) { next(); }
}
const o = {
  plain(next) { next(); },
  get accessor() { current(); },
  arrow: (next) => next(),
  [k]: function (next) { next(); },
};
const arrow = (next) => next();
let assigned;
assigned = function (next) { next(); };
const { dflt = (next) => next() } = {};
let current;
const a = new A(() => {});
const steps = [
  (next) => new A(next), (next) => a.method(next), (next) => A.smethod(next),
  (next) => { current = next; a.getter; }, (next) => { a.setter = next; }, (next) => a.call(next),
  (next) => { current = next; a.read(); }, (next) => a[k](next), (next) => a['quoted key'](next), (next) => a[12](next),
  (next) => [...a.generator(next)], (next) => o.plain(next), (next) => { current = next; o.accessor; },
  (next) => o.arrow(next), (next) => o[k](next), arrow, (next) => assigned(next), (next) => dflt(next),
  (next) => { class F { x = next(); static y = 1; } class G extends F { z = 2; } new G(); },
  (next) => { class F extends A { x = next(); } new F(() => {}); }, (next) => { class F extends A { x = { y: next() } } new F(() => {}); },
  (next) => { class F { static { next(); } } },
];
let names = '';
for (const step of steps) {
  try {
    step(() => { throw new Error(); });
  } catch (e) {
    names += caller(e) + '\n';
  }
}
names += [a[k].name, o[k].name, o.arrow.name, a[12].name, Object.getOwnPropertyDescriptor(A.prototype, 'getter').get.name, Object.getOwnPropertyNames(a.method)];
names`)
	if err != nil {
		t.Fatal(err)
	}
	want := `A<
method<
smethod<
get getter<
set setter<
#private<call
get #getter<read
<computed><
quoted key<
12<
generator<
plain<
get accessor<
arrow<
<computed><
arrow<
assigned<
dflt<
F<G
<instance_members_initializer><F
<instance_members_initializer><F
<static_initializer><
key,key,arrow,12,get getter,length,name`
	if got := names.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
