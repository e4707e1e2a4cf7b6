package ses

import (
	"errors"
	"testing"

	"firn/heap"
	"firn/romgen"
	"firn/runtime"
)

// machine makes a machine on the ROM of a preset, with a start compartment in a
// handle.
func machine(t testing.TB, preset runtime.Presets) (*runtime.Machine, uint32) {
	t.Helper()
	var rom *heap.ROM
	var err error
	if preset == runtime.PresetSes {
		rom, err = romgen.Default()
	} else {
		var b []byte
		if b, err = romgen.Build(romgen.Options{Preset: preset}); err == nil {
			rom, err = romgen.Open(b)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	m, err := runtime.New(rom, runtime.Config{Stress: stress})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(m.Close)
	return m, m.Heap().NewHandle(m.NewCompartment())
}

// stress is the stress modes of new machines.
var stress uint32

// TestStress runs the other tests with a collection at every safepoint and the
// heap verified around it.
func TestStress(t *testing.T) {
	stress = heap.StressCollect | heap.StressVerify | heap.StressPoison
	defer func() { stress = 0 }()
	t.Run("evaluators", TestEvaluators)
	t.Run("compartments", TestCompartments)
	t.Run("presets", TestPresetSes)
	if !testing.Short() {
		t.Run("harden", TestHarden)
	}
}

// run evaluates a program that must end with the text want; an exception is its
// text.
func run(t *testing.T, m *runtime.Machine, c uint32, source, want string) {
	t.Helper()
	v, err := m.Evaluate(m.Heap().Handle(c), source, "test.js", false)
	got := ""
	switch e := err.(type) {
	case nil:
		got = m.Describe(v)
	case *runtime.Exception:
		got = e.Message
	default:
		got = "error: " + err.Error()
	}
	if got != want {
		t.Errorf("%s\n got  %s\n want %s", source, got, want)
	}
}

func TestEvaluators(t *testing.T) {
	m, c := machine(t, runtime.PresetSes)
	for _, x := range [][2]string{
		{`(0, eval)("1 + 2")`, "3"},
		{`(0, eval)(7)`, "7"},
		{`(0, eval)("var fromEval = 5; fromEval") + typeof fromEval`, "5undefined"},
		{`(0, eval)("let hidden = 5"); typeof hidden`, "undefined"},
		{`new Function("a", "b", "return a * b")(6, 7)`, "42"},
		{`Function("return this")() === undefined`, "true"},
		{`Function("a, b = 2", "...c", "return a + b + c.length")(1, undefined, 9, 9)`, "5"},
		{`Function("a", "b", "return a").toString()`, "function anonymous(a,b\n) {\nreturn a\n}"},
		{`Function().name`, "anonymous"},
		{`try { Function("/*", "*/){") } catch (e) { e.name }`, "SyntaxError"},
		{`try { Function("}); (function(){") } catch (e) { e.name }`, "SyntaxError"},
		{`try { Function("a = super()", "") } catch (e) { e.name }`, "SyntaxError"},
		{`Function !== Function.prototype.constructor`, "true"},
		{`Function.prototype === Object.getPrototypeOf(() => 1)`, "true"},
		{`(() => 1) instanceof Function`, "true"},
		{`Object.isFrozen(eval) && Object.isFrozen(Function)`, "true"},
		{`Object.getPrototypeOf(eval) === Function.prototype`, "true"},
		{`eval.name + eval.length + Function.name + Function.length`, "eval1Function1"},
		{`new (class X extends Function {})("return 1").name`, "anonymous"},
		{`class X extends Function { y() { return 8 } } const x = new X("return 1"); x() + x.y()`, "9"},
		{`try { (function () {}).constructor("return 1") } catch (e) { e.name }`, "TypeError"},
		{`try { new ((function* () {}).constructor)("return 1") } catch (e) { e.name }`, "TypeError"},
		{`try { (async () => 1).constructor("return 1") } catch (e) { e.name }`, "TypeError"},
		{`try { (async function* () {}).constructor("return 1") } catch (e) { e.name }`, "TypeError"},
		{`try { (0, eval)("eval('1')") } catch (e) { e.name }`, "SyntaxError"},
		{`try { (0, eval)("import('x')") } catch (e) { e.name }`, "SyntaxError"},
		{`try { new eval("1") } catch (e) { e.name }`, "TypeError"},
		{`Array = 1`, "TypeError: Cannot assign to read only property 'Array' of object"},
	} {
		run(t, m, c, x[0], x[1])
	}
}

func TestCompartments(t *testing.T) {
	m, c := machine(t, runtime.PresetSes)
	run(t, m, c, `globalThis.r = Realm.makeCompartment(); globalThis.s = Realm.makeCompartment({}); typeof r`, "object")
	for _, x := range [][2]string{
		{`r instanceof Realm`, "true"},
		{`r.global === globalThis`, "false"},
		{`r.global === r.evaluateExpr("globalThis")`, "true"},
		{`r.evaluateExpr("Array") === Array`, "true"},
		{`r.evaluateExpr("eval") === eval`, "false"},
		{`r.evaluateExpr("Function") === s.evaluateExpr("Function")`, "false"},
		{`r.evaluateExpr("Function.prototype") === Function.prototype`, "true"},
		{`r.evaluateProgram("var a = 1; a + 1")`, "2"},
		{`r.global.a`, "1"},
		{`typeof a + typeof s.global.a`, "undefinedundefined"},
		{`r.evaluateProgram("let lex = 4; globalThis.f = () => lex++; lex")`, "4"},
		{`r.global.f() + r.global.f()`, "9"},
		{`r.evaluateExpr("typeof lex")`, "undefined"},
		{`r.evaluateExpr("x + y", { x: 1, y: 2 })`, "3"},
		{`r.evaluateExpr("typeof x")`, "undefined"},
		{`try { r.evaluateProgram("x = 5", { x: 1 }) } catch (e) { e.message }`, "Assignment to constant variable 'x'"},
		{`r.evaluateExpr("x", { get x() { globalThis.times = (globalThis.times || 0) + 1; return 6 } }) + times`, "7"},
		{`r.evaluateExpr("ok", { ok: 1, "not a name": 2, if: 3, [Symbol.iterator]: 4, get class() { throw 1 } })`, "1"},
		{`r.evaluateExpr("y", Object.create({ y: 1 }, { z: { value: 2 } })).name`, "ReferenceError: y is not defined"},
		{`r.evaluateExpr("z", Object.defineProperty({}, "z", { value: 2 }))`, "2"},
		{`r.evaluateExpr("(() => x)", { x: 12 })()`, "12"},
		{`try { r.evaluateExpr("1);(2") } catch (e) { e.name }`, "SyntaxError"},
		{`try { r.evaluateExpr("1;2") } catch (e) { e.name }`, "SyntaxError"},
		{`try { r.evaluateExpr("") } catch (e) { e.name }`, "SyntaxError"},
		{`r.evaluateExpr("{ a: 1 }").a`, "1"},
		{`r.evaluateProgram("{ a: 1 }")`, "1"},
		{`r.evaluateExpr("(0, eval)('a')")`, "1"},
		{`r.evaluateExpr("Function('return a')()")`, "1"},
		{`try { Object.setPrototypeOf(r.global, null) } catch (e) { e.name }`, "TypeError"},
		{`Object.isExtensible(r.global)`, "true"},
		{`try { new Realm() } catch (e) { e.name }`, "TypeError"},
		{`try { Realm.prototype.evaluateExpr.call({}, "1") } catch (e) { e.name }`, "TypeError"},
		{`try { Realm.prototype.global } catch (e) { e.name }`, "TypeError"},
		{`const d = Object.getOwnPropertyDescriptor(globalThis, "Array"); "" + d.writable + d.configurable + d.enumerable`, "falsefalsefalse"},
		{`typeof Math.random + typeof WeakRef + typeof Atomics + typeof SharedArrayBuffer`, "undefinedundefinedundefinedundefined"},
		{`r.evaluateProgram("(function () { return this })()")`, "undefined"},
	} {
		run(t, m, c, x[0], x[1])
	}
}

// TestHardenDeep hardens a chain that recursion could not follow.
func TestHardenDeep(t *testing.T) {
	m, c := machine(t, runtime.PresetSes)
	run(t, m, c, `let x = {}; for (let i = 0; i < 100000; i++) x = { x };
		harden(x);
		let n = 0;
		for (let y = x; y; y = y.x) if (Object.isFrozen(y)) n++;
		n`, "100001")
}

func TestHarden(t *testing.T) {
	m, c := machine(t, runtime.PresetSes)
	for _, x := range [][2]string{
		{`const o = { a: { b: [1, { c: 2 }] }, get g() { return 1 } }; harden(o) === o && Object.isFrozen(o.a.b[1]) && Object.isFrozen(Object.getOwnPropertyDescriptor(o, "g").get)`, "true"},
		{`class P { m() {} } const p = new P(); harden(p); Object.isFrozen(P.prototype) && Object.isFrozen(P) && Object.isFrozen(P.prototype.m)`, "true"},
		{`const f = () => 1; harden(f); Object.isFrozen(f)`, "true"},
		{`function g() {} harden(g); Object.isFrozen(g.prototype)`, "true"},
		{`const a = {}; const b = { a }; a.b = b; harden(a); Object.isFrozen(b)`, "true"},
		{`harden(5) + harden("x")`, "5x"},
		{`harden(harden([]).length)`, "0"},
		{`const u = new Uint8Array(2); harden({ u }); u[0] = 3; u[0] + "" + Object.isExtensible(u)`, "3false"},
		{`let log = ""; const inner = {}; const px = new Proxy({ inner }, { preventExtensions(t) { log += "p"; return Reflect.preventExtensions(t) } }); harden({ px }); log + Object.isFrozen(px) + Object.isFrozen(inner)`, "ptruetrue"},
		{`const other = {}; const bad = new Proxy({}, { preventExtensions() { return false } }); try { harden({ other, bad }) } catch (e) { e.name + Object.isFrozen(other) }`, "TypeErrorfalse"},
		{`const m = new Map(); harden(m); m.set(1, 2).get(1)`, "2"},
		{`harden(Array) === Array`, "true"},
		{`const arr = harden([1, , 3]); try { arr.push(1) } catch (e) { e.name }`, "TypeError"},
		{`[Nat(0), Nat(9007199254740991), Nat(5n), Object.is(Nat(-0), 0)].join()`, "0,9007199254740991,5,true"},
		{`[-1, 1.5, NaN, 2 ** 53, -1n, "1", undefined].map(x => { try { return Nat(x) } catch (e) { return e.name } }).join()`, "RangeError,RangeError,RangeError,RangeError,RangeError,TypeError,TypeError"},
		{`lockdown(); lockdown({ errorTaming: "unsafe", dateTaming: "safe" })`, "undefined"},
		{`try { lockdown({ dateTaming: "unsafe" }) } catch (e) { e.name }`, "TypeError"},
		{`try { lockdown({ nonsense: 1 }) } catch (e) { e.name }`, "TypeError"},
	} {
		run(t, m, c, "{"+x[0]+"}", x[1])
	}
}

// TestEvaluatorLimits compiles more than the limits allow.
func TestEvaluatorLimits(t *testing.T) {
	m, c := machine(t, runtime.PresetSes)
	run(t, m, c, `try { (0, eval)(" ".repeat(1 << 25)) } catch (e) { e.name }`, "SyntaxError")
	run(t, m, c, `try { (0, eval)("[".repeat(1 << 20)) } catch (e) { e.name }`, "SyntaxError")
	run(t, m, c, `try { new Function("(".repeat(1 << 20)) } catch (e) { e.name }`, "SyntaxError")
	run(t, m, c, `(function f(n) { return n ? f(n - 1) : (0, eval)("1") })(1000)`, "1")
	run(t, m, c, `globalThis.deep = () => (0, eval)("deep()"); try { deep() } catch (e) { e.name }`, "RangeError")
	small, err := runtime.New(m.Heap().ROM(), runtime.Config{Memory: 4 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer small.Close()
	d := small.Heap().NewHandle(small.NewCompartment())
	var limit *runtime.LimitError
	_, err = small.Evaluate(small.Heap().Handle(d), `try { (0, eval)("1;".repeat(1 << 20)) } catch (e) { e.name }`, "t.js", false)
	if !errors.As(err, &limit) || limit.Limit != "memory" {
		t.Errorf("a source beyond the memory limit: %v", err)
	}
	run(t, small, d, "1 + 1", "2")
}
