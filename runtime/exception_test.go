package runtime

import (
	"errors"
	"strings"
	"testing"

	"firn/heap"
	"firn/runtime/interp"
)

// TestOriginEnds: the origin of an exception is in the machine's state only as
// long as somebody may ask for it.
func TestOriginEnds(t *testing.T) {
	m, c, _ := newTest(t, Config{})
	host := m.HostFunction("quiet", 1, func(m *Machine, call *HostCall) (heap.Value, error) {
		m.Call(call.Arg(0), heap.Undefined)
		return heap.Undefined, nil
	})
	if err := m.DefineGlobal(m.h.Handle(c), "quiet", host); err != nil {
		t.Fatal(err)
	}
	for _, source := range []string{
		"try { throw 1 } catch {}",
		"try { try { throw 1 } finally { 2 } } catch (e) {}",
		"try { throw 1 } catch { try { throw 2 } catch {} }",
		"for (;;) try { throw 1 } finally { break }",
		"throw 3",
		"(function* () { try { yield } catch {} })().throw(1)",
		"const g = (function* () { try { yield } catch {} })(); g.next(); g.throw(1)",
		"quiet(() => { throw 1 })",
		"(async () => { throw 1 })().catch(() => 1)",
		"Promise.reject(1)",
		"new Promise((resolve, reject) => reject(2)).then(x => x, x => x)",
		"try { [1].values().map(() => { throw 1 }).next() } catch {}",
		"const [x] = { [Symbol.iterator]: () => ({ next: () => ({}), return() { throw 1 } }) }",
	} {
		m.Evaluate(m.h.Handle(c), source, "test.js", false)
		if err := m.RunJobs(); err != nil {
			t.Fatal(err)
		}
		if o := m.h.Root(interp.RootOrigin); o.IsCell() {
			t.Errorf("%s: an origin is left", source)
		}
		if v := m.h.Root(interp.RootException); v != heap.Undefined && v != 0 {
			t.Errorf("%s: an exception is left", source)
		}
	}
}

// TestDeepStack: a call stack has its innermost frames, and lines are found in
// long sources.
func TestDeepStack(t *testing.T) {
	m, c, _ := newTest(t, Config{})
	source := strings.Repeat("// é𝄞\n", 1000) + "function f(n) {\r\n  if (n) f(n - 1); else { /* 𝄞 */ throw n; }\r\n}\nf(100);"
	_, err := m.Evaluate(m.h.Handle(c), source, "test.js", false)
	var e *Exception
	if !errors.As(err, &e) || len(e.Stack) != 32 || !e.Thrown {
		t.Fatalf("%v", err)
	}
	if f := e.Stack[0]; f.Function != "f" || f.Line != 1002 || f.Column != 36 || e.Source != "  if (n) f(n - 1); else { /* 𝄞 */ throw n; }" {
		t.Errorf("%+v %q", f, e.Source)
	}
	if f := e.Stack[31]; f.Line != 1002 || f.Column != 10 {
		t.Errorf("%+v", f)
	}
}
