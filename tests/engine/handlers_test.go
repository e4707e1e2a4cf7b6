//go:build linux && amd64 && !firn_nojit

package engine

import (
	"errors"
	"strings"
	"testing"

	"firn/heap"
	"firn/jit"
	"firn/runtime"
	"firn/runtime/builtin"
)

// TestHandlers: native code handles exceptions itself, wherever they come from.
func TestHandlers(t *testing.T) {
	// What is not inlined, and what is not compiled.
	long := strings.Repeat("i = i * 3 % 1009;", 20)
	endless := strings.Repeat("i++;", 6001)
	for _, c := range []struct{ name, source string }{
		{"its own, kept by finally", `function f(i) { let s = 0; try { try { throw i; } finally { s++; } } catch (e) { s += e; } return s; }`},
		{"an instruction of the driver", `function f(i) { try { return i in 5; } catch (e) { return e.name.length; } }`},
		{"a leaf", `function f(i) { try { return JSON.parse('{'); } catch (e) { return i; } }`},
		{"native callees", `function g(i) { ` + long + ` throw i; }
			function h(i) { ` + long + ` return g(i) + 1; }
			function f(i) { try { return h(i); } catch (e) { return e; } }`},
		{"an interpreted callee", `function g(i) { ` + endless + ` throw i; } function h(i) { ` + long + ` return g(i) + 1; }
			function f(i) { try { return h(i); } catch (e) { return e + 1; } }`},
		{"the host", `function f(i) { try { return fail(i); } catch (e) { return i; } }`},
		{"a coroutine", `function* g() { let k = 0; for (;;) { try { k += yield k; } catch (e) { k -= e; } } }
			const it = g(); it.next(); function f(i) { return it.throw(i).value; }`},
		{"a conditional jump", `const bad = { valueOf() { throw 5; } }; function f(i) { try { if (bad < i) i++; } catch (e) { i += e; } return i; }`},
		{"an accessor", `const bad = { get x() { let i = 3; ` + long + ` throw i; } }; function f(i) { try { return bad.x; } catch (e) { return i + e; } }`},
		{"an inlined callee, below a call", `function g(i) { ` + long + ` throw i; } function mid(i) { return g(i) + 1; }
			function f(i) { try { return mid(i); } catch (e) { return e; } }`},
	} {
		source := c.source + ` let sum = 0; for (let i = 0; i < 200; i++) sum += f(i); sum`
		eval := func(compiler jit.Compiler) (string, *world) {
			w := newWorldOf(t, runtime.Config{}, compiler)
			scope := w.m.Heap().Handle(w.compartment)
			w.m.DefineGlobal(scope, "fail", w.m.HostFunction("fail", 1, func(*runtime.Machine, *runtime.HostCall) (heap.Value, error) {
				return 0, errors.New("failed")
			}))
			return w.eval(source), w
		}
		want, plain := eval(nil)
		got, w := eval(jit.NewCompiler(jit.CompilerOptions{Check: true, Intrinsics: jit.Intrinsics(builtin.LeafNumber),
			Root: builtin.RootByName, CallRoot: builtin.RootFunctionPrototype_call, RegExpLiteral: builtin.RegExpLiteral}))
		if got != want || w.m.Used() != plain.m.Used() {
			t.Errorf("%s: %s for %d units, not %s for %d", c.name, got, w.m.Used(), want, plain.m.Used())
		}
		if n := w.engine.Stats().Handled; n < 100 {
			t.Errorf("%s: native code has handled %d exceptions", c.name, n)
		}
	}
}
