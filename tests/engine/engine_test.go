//go:build linux && amd64 && !firn_nojit

package engine

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"firn/heap"
	"firn/ir/bytecode"
	"firn/jit"
	"firn/jit/amd64"
	"firn/jit/backend"
	"firn/runtime"
	"firn/runtime/builtin"
	"firn/runtime/interp"
)

// add is function (a, b) { return a + b } for int32s.
func add(b *builder) {
	pc := b.find(bytecode.OpAdd, 0)
	b.entry()
	other := b.stay(backend.ExitDeopt, backend.ReasonNotInt, pc, 0, 1, 2)
	b.integer(amd64.RAX, 1, other)
	b.integer(amd64.RCX, 2, other)
	b.Emit(amd64.I2(amd64.MOV, amd64.S32, amd64.R(amd64.RDX), amd64.R(amd64.RAX)))
	b.Emit(amd64.I2(amd64.ADD, amd64.S32, amd64.R(amd64.RDX), amd64.R(amd64.RCX)))
	// The operands are in registers only, for all that the exit knows.
	b.Emit(amd64.Jcc(amd64.CondO, b.deopt(backend.ReasonOverflow, pc, backend.RepInt, map[uint16]amd64.Reg{1: amd64.RAX, 2: amd64.RCX})))
	b.charge(b.inst(b.find(bytecode.OpRet, 0)).X)
	b.two(amd64.MOV, amd64.R(amd64.RAX), amd64.R(amd64.RDX))
	b.boxed(amd64.RAX)
	b.ret()
}

// get is a function whose only work is one instruction, which the driver does.
func viaDriver(op bytecode.Op) piece {
	return func(b *builder) {
		pc := b.find(op, 0)
		in := b.inst(pc)
		ret := b.inst(b.find(bytecode.OpRet, 0))
		b.entry()
		b.moves(pc)
		b.slow(pc)
		b.charge(ret.X)
		b.two(amd64.MOV, amd64.R(amd64.RAX), slot(in.Field(bytecode.FieldA)))
		b.ret()
	}
}

// moves does the moves of registers before pc.
func (b *builder) moves(pc uint32) {
	for at := uint32(0); at < pc; {
		in := b.inst(at)
		switch in.Op {
		case bytecode.OpMov:
			b.two(amd64.MOV, amd64.R(amd64.RAX), slot(in.Field(bytecode.FieldB)))
		case bytecode.OpLdspecial:
			b.Emit(amd64.LoadImm(amd64.RAX, heap.TagSpecial<<48|uint64(in.Field(bytecode.FieldB))))
		default:
			panic("not a move: " + in.Op.String())
		}
		b.two(amd64.MOV, slot(in.Field(bytecode.FieldA)), amd64.R(amd64.RAX))
		at = in.Next
	}
}

// apply is function (f, a) { return f(a) }: it calls native code directly and
// leaves other functions to the driver.
func apply(b *builder) {
	pc := b.find(bytecode.OpCall, 0)
	in := b.inst(pc)
	ret := b.inst(b.find(bytecode.OpRet, 0))
	base := in.Field(bytecode.FieldB)
	b.entry()
	b.moves(pc)
	slow, done := b.NewLabel(), b.NewLabel()
	ref, dst := amd64.RAX, in.Field(bytecode.FieldA)
	load := func(to, base amd64.Reg, off int32) {
		b.Emit(amd64.I2(amd64.MOV, amd64.S32, amd64.R(to), amd64.MemIndex(cage, base, 1, off)))
	}
	b.Emit(amd64.I2(amd64.MOV, amd64.S32, amd64.R(ref), slot(base-1)))
	b.Emit(amd64.I2(amd64.CMP, amd64.S8, amd64.MemIndex(cage, ref, 1, heap.OffKind), amd64.Imm(heap.KFunction)))
	b.Emit(amd64.Jcc(amd64.CondNE, slow))
	load(ref, ref, heap.OffWord)
	b.Emit(amd64.I2(amd64.CMP, amd64.S32, amd64.R(ref), amd64.Imm(int32(b.h.Firn()))))
	b.Emit(amd64.Jcc(amd64.CondB, slow)) // of ROM
	load(ref, ref, heap.TmplFeedback)
	b.Emit(amd64.I2(amd64.MOVZXW, amd64.S32, amd64.R(ref), amd64.MemIndex(cage, ref, 1, heap.FbNative)))
	b.two(amd64.MOV, amd64.R(amd64.RCX), amd64.Mem(context, backend.CtxEntries))
	b.two(amd64.MOV, amd64.R(ref), amd64.MemIndex(amd64.RCX, ref, 8, 0))
	b.two(amd64.TEST, amd64.R(ref), amd64.R(ref))
	b.Emit(amd64.Jcc(amd64.CondE, slow))
	b.charge(in.X)
	header := func(off int32, v uint64) {
		b.Emit(amd64.LoadImm(amd64.RCX, v))
		b.two(amd64.MOV, amd64.Mem(frame, int32(8*base)+off), amd64.R(amd64.RCX))
	}
	code := b.h.TemplateCode(b.r.Template) - b.r.Template
	header(bytecode.FrameReturn, uint64(code+8*in.Next)|uint64(dst)<<32)
	header(bytecode.FrameCaller, uint64(in.Field(bytecode.FieldC))|uint64(8*base)<<32)
	header(bytecode.FrameNewTarget, uint64(heap.Undefined))
	b.two(amd64.ADD, amd64.R(frame), amd64.Imm(int32(8*base)))
	b.Emit(amd64.I1(amd64.CALL, amd64.S64, amd64.R(ref)))
	b.two(amd64.SUB, amd64.R(frame), amd64.Imm(int32(8*base)))
	b.two(amd64.MOV, slot(dst), amd64.R(amd64.RAX))
	b.Emit(amd64.Jmp(done))
	b.Bind(slow)
	b.slow(pc)
	b.Bind(done)
	b.charge(ret.X)
	b.two(amd64.MOV, amd64.R(amd64.RAX), slot(dst))
	b.ret()
}

func TestReturn(t *testing.T) {
	w := both(t, runtime.Config{}, map[string]piece{"add": add}, `
		function add(a, b) { return a + b }
		let s = 0;
		for (let i = 0; i < 100; i++) s += add(i, 3);
		s`)
	if s := w.engine.Stats(); s.Returns < 98 || s.Compiled != 1 {
		t.Errorf("%d returns, %d compiled", s.Returns, s.Compiled)
	}
}

// TestSlices: the interpreter's slices end also when native code is entered all
// the time. (A slice used up exactly then has once been begun anew for good.)
func TestSlices(t *testing.T) {
	w := both(t, runtime.Config{}, map[string]piece{"add": add}, `
		function add(a, b) { return a + b }
		let s = 0;
		for (let k = 1; k < 20; k++) for (let i = 0; i < 1000; i++) s = add(i % k, k) + s % 1000;
		s`)
	if s := w.engine.Stats(); s.Samples < w.m.Used()/1000 {
		t.Errorf("%d slices, %d units", s.Samples, w.m.Used())
	}
}

func TestDeopt(t *testing.T) {
	w := both(t, runtime.Config{}, map[string]piece{"add": add}, `
		function add(a, b) { return a + b }
		add(1, 2); add(3, 4);
		[add(5, 6), add(2147483647, 1), add("a", "b"), add(.5, .25), add(-5, 2)].join()`)
	s := w.engine.Stats()
	if s.Deopts[backend.ReasonOverflow] != 1 || s.Deopts[backend.ReasonNotInt] != 2 {
		t.Errorf("deopts %v", s.Deopts)
	}
}

// TestGiveUp: code that keeps exiting is compiled anew, is told why, and is left
// to the interpreter in the end.
func TestGiveUp(t *testing.T) {
	w := both(t, runtime.Config{}, map[string]piece{"add": add}, `
		function add(a, b) { return a + b }
		let s = "";
		for (let i = 0; i < 1000; i++) s = add(s, i);
		s.length`)
	s := w.engine.Stats()
	if s.Compiled != 11 || s.Discarded != 11 || s.Abandoned != 1 || w.asm.built["add"] != 11 || !w.asm.failed["add 0"] || w.asm.failed["add 1"] {
		t.Errorf("%+v, %v", s, w.asm)
	}
}

// TestRenew: code whose exit is taken too often runs on while new code is made
// without what has failed, and that takes its place.
func TestRenew(t *testing.T) {
	tiering = true
	defer func() { tiering = false }()
	made := make(chan bool)
	builds := 0
	w := newWorld(t, runtime.Config{}, map[string]piece{"apply": apply, "add": func(b *builder) {
		if builds++; builds == 2 {
			b.wait = made
		}
		add(b)
	}})
	w.eval(`function add(a, b) { return a + b }
		function many(a) { let s = 0; for (let i = 0; i < 10000; i++) s = add(i, a); return s }
		function few(a) { let s = 0; for (let i = 0; i < 60; i++) s = add(i, a); return s }`)
	for i := 0; i < 1000 && w.engine.Stats().Compiled < 1; i++ {
		w.eval("many(1)")
	}
	if got := w.eval("few('x')"); got != "59x" {
		t.Errorf("with strings: %s", got)
	}
	if !w.asm.failed["add 0"] || builds != 2 {
		t.Errorf("built %d times, %v", builds, w.asm.failed)
	}
	before := w.engine.Stats()
	if before.Discarded != 0 {
		t.Errorf("%d discarded before there is other code", before.Discarded)
	}
	w.eval("many(2)")
	if s := w.engine.Stats(); s.Returns < before.Returns+9900 {
		t.Errorf("%d returns meanwhile", s.Returns-before.Returns)
	}
	// It is not waited for without end: fuel does not pay for exits.
	exits := func() (n uint64) {
		s := w.engine.Stats()
		for _, d := range s.Deopts {
			n += d
		}
		return n
	}
	taken := exits()
	if w.eval("many('x')"); w.engine.Stats().Discarded != 1 || builds != 2 {
		t.Errorf("%d discarded after thousands of exits, %d builds", w.engine.Stats().Discarded, builds)
	}
	if n := exits() - taken; n > 300 {
		t.Errorf("%d exits while the compiler is busy", n)
	}
	close(made)
	for i := 0; i < 1000 && w.engine.Stats().Compiled < 2; i++ {
		w.eval("many(3)")
	}
	if s := w.engine.Stats(); s.Compiled != 2 || s.Discarded != 1 || s.Abandoned != 0 {
		t.Errorf("%d compiled, %d discarded, %d abandoned", s.Compiled, s.Discarded, s.Abandoned)
	}
}

// TestGiveUpWary: an operation that fails at more than one line, time and again, is
// avoided at all lines.
func TestGiveUpWary(t *testing.T) {
	built := 0
	w := both(t, runtime.Config{}, map[string]piece{"add": func(b *builder) {
		first := len(b.exits)
		add(b)
		for i := range b.exits[first:] {
			b.exits[first+i].Line = uint32(100 + built) // as if of a long function
		}
		built++
	}}, `
		function add(a, b) { return a + b }
		let s = "";
		for (let i = 0; i < 1000; i++) s = add(s, i);
		s.length`)
	if s := w.engine.Stats(); s.Abandoned != 1 || !w.asm.failed["add 0"] || !w.asm.failed["add 1"] {
		t.Errorf("%+v, %v", s, w.asm)
	}
}

func TestGetter(t *testing.T) {
	w := both(t, runtime.Config{}, map[string]piece{"get": viaDriver(bytecode.OpGetprop)}, `
		function get(o) { return o.x }
		const plain = { x: 1 }, getter = { get x() { return 10 + this.y }, y: 5 };
		let s = 0;
		for (let i = 0; i < 50; i++) s += get(plain) + get(getter);
		s`)
	if s := w.engine.Stats(); s.Slow[bytecode.OpGetprop] < 90 || s.Segments < 45 || s.Resumes < 90 {
		t.Errorf("%+v", s)
	}
}

// TestActs: what the interpreter does with the result of a frame that native
// code waits for.
func TestActs(t *testing.T) {
	w := both(t, runtime.Config{}, map[string]piece{
		"compare": viaDriver(bytecode.OpNe), "make": viaDriver(bytecode.OpNew), "convert": viaDriver(bytecode.OpAdd),
	}, `
		function compare(a, b) { return a != b }
		function make(F) { return new F }
		function convert(a, b) { return a + b }
		class A { constructor() { this.a = 1 } }
		function B() { return { b: 2 } }
		const two = { valueOf() { return 2 } }, p = new Proxy(A, { get(t, k) { return t[k] } });
		const out = [];
		for (let i = 0; i < 5; i++) out.push(compare(two, 2), compare(two, 3), make(A).a, make(B).b, make(p).a, convert(two, 3), convert(3, two));
		out.join()`)
	if s := w.engine.Stats(); s.Compiled != 3 || s.Resumes < 15 {
		t.Errorf("%+v", s)
	}
}

func TestCalls(t *testing.T) {
	w := both(t, runtime.Config{}, map[string]piece{"apply": apply, "add": add, "recurse": apply}, `
		function apply(f, a) { return f(a) }
		function add(a, b) { return a + b }
		const inc = x => x + 1, lazy = x => apply(inc, x);
		const out = [];
		for (let i = 0; i < 5; i++) out.push(apply(inc, i), apply(Math.abs, -i), apply(lazy, i), apply(apply, inc), apply(x => add(x, x), i));
		out.join()`)
	if s := w.engine.Stats(); s.Segments == 0 || s.Compiled < 2 {
		t.Errorf("%+v", s)
	}
}

// TestNative: native code calls native code, which exits.
func TestNativeCallsNative(t *testing.T) {
	both(t, runtime.Config{}, map[string]piece{"apply": apply, "one": viaDriver(bytecode.OpGetprop), "two": apply}, `
		function apply(f, a) { return f(a) }
		function one(o) { return o.x }
		function two(o, g) { return o(g) }
		const o = { get x() { return 7 } }, deep = { get x() { return apply(one, o) } };
		const out = [];
		for (let i = 0; i < 10; i++) out.push(apply(one, o), apply(one, deep), two(x => apply(one, x), deep), apply(one, { x: i }));
		out.join()`)
}

func TestThrowThroughSegments(t *testing.T) {
	both(t, runtime.Config{}, map[string]piece{"apply": apply, "get": viaDriver(bytecode.OpGetprop)}, `
		function apply(f, a) { return f(a) }
		function get(o) { return o.x }
		const o = { get x() { throw new Error("x") } };
		const out = [];
		for (let i = 0; i < 20; i++) {
			for (const f of [() => apply(get, o), () => get(null), () => apply(apply, get), () => apply(x => { throw x }, i), () => apply(y => apply(get, { get x() { try { apply(get, o) } catch (e) { return e.message + y } } }), i)]) {
				try { out.push(f()) } catch (e) { out.push(String(e)) }
			}
		}
		out.join()`)
}

// TestCollect: collections while native code waits.
func TestCollect(t *testing.T) {
	source := `
		function apply(f, a) { return f(a) }
		function get(o) { return o.x }
		const o = { get x() { const a = []; for (let i = 0; i < 50; i++) a.push({ i, s: "s" + i }); return a.length + a[7].s } };
		const out = [];
		for (let i = 0; i < 20; i++) out.push(get(o), apply(get, o), apply(x => ({ x }), i).x);
		out.join()`
	pieces := map[string]piece{"apply": apply, "get": viaDriver(bytecode.OpGetprop)}
	both(t, runtime.Config{Nursery: 64 << 10}, pieces, source)
	// Every safepoint verifies the whole realm: few of them are slow enough.
	source = strings.NewReplacer("i < 20", "i < 4", "i < 50", "i < 8").Replace(source)
	both(t, runtime.Config{Stress: heap.StressCollect | heap.StressVerify | heap.StressPoison, Nursery: 64 << 10}, pieces, source)
}

// TestStops: the machine stops for lack of fuel at every unit, in the middle of
// native code that waits, is saved, forked and goes on.
func TestStops(t *testing.T) {
	const source = `
		function apply(f, a) { return f(a) }
		function get(o) { return o.x }
		function add(a, b) { return a + b }
		const o = { get x() { let s = 0; for (let i = 0; i < 3; i++) s = add(s, i); return s } };
		const out = [];
		for (let i = 0; i < 6; i++) out.push(get(o), apply(get, o), apply(x => add(x, 1), i), apply(y => apply(get, y), o));
		out.join()`
	pieces := map[string]piece{"apply": apply, "get": viaDriver(bytecode.OpGetprop), "add": add}
	plain := newWorld(t, runtime.Config{}, nil)
	want := plain.eval(source)
	for _, slice := range []int64{13, 101} {
		w, p := newWorld(t, runtime.Config{}, pieces), newWorld(t, runtime.Config{}, nil)
		w.m.SetFuel(slice)
		p.m.SetFuel(slice)
		v, err := w.m.Evaluate(w.m.Heap().Handle(w.compartment), source, "test.js", false)
		_, perr := p.m.Evaluate(p.m.Heap().Handle(p.compartment), source, "test.js", false)
		for n := 0; ; n++ {
			var limit *runtime.LimitError
			if !errors.As(err, &limit) {
				break
			}
			if perr == nil || w.m.Used() != p.m.Used() {
				t.Fatalf("slice %d, stop %d: used %d, want %d (%v)", slice, n, w.m.Used(), p.m.Used(), perr)
			}
			if n%40 == 0 {
				var a, b bytes.Buffer
				if e := w.m.Save(&a); e != nil {
					t.Fatal(e)
				}
				if e := p.m.Save(&b); e != nil {
					t.Fatal(e)
				}
				if !bytes.Equal(a.Bytes(), b.Bytes()) {
					t.Fatalf("slice %d, stop %d: images differ", slice, n)
				}
				if n%80 == 0 {
					f, e := w.m.Fork()
					if e != nil {
						t.Fatal(e)
					}
					w.m.Close()
					w.m = f
				}
			}
			w.m.AddFuel(slice)
			p.m.AddFuel(slice)
			v, err = w.m.Continue()
			_, perr = p.m.Continue()
		}
		if got := w.describe(v, err); got != want {
			t.Errorf("slice %d: %s, want %s", slice, got, want)
		}
		if w.m.Used() != plain.m.Used() {
			t.Errorf("slice %d: used %d, want %d", slice, w.m.Used(), plain.m.Used())
		}
		w.m.Close()
	}
}

// TestRecursion: the JS stack ends where it does without native code, and the
// native stack ends earlier.
func TestRecursion(t *testing.T) {
	w := both(t, runtime.Config{}, map[string]piece{"apply": apply}, `
		function apply(f, a) { return f(a) }
		let n = 0;
		const down = d => { n++; return d === 0 ? 0 : apply(down, d - 1) };
		let s = "";
		for (let i = 0; i < 5; i++) s += down(100);
		try { down(1e9) } catch (e) { s += e.name }
		s + n`)
	if s := w.engine.Stats(); s.Segments < 1000 {
		t.Errorf("%+v", s)
	}
}

func TestGenerators(t *testing.T) {
	both(t, runtime.Config{}, map[string]piece{"apply": apply, "get": viaDriver(bytecode.OpGetprop)}, `
		function apply(f, a) { return f(a) }
		function get(o) { return o.x }
		function* g(n) { for (let i = 0; i < n; i++) yield apply(get, { get x() { return i } }) }
		const out = [];
		for (let i = 0; i < 5; i++) {
			for (const x of g(5)) out.push(x);
			out.push(apply(() => [...g(3)].join("-"), 0), apply(n => g(n).next().value, 2));
			const it = g(2);
			apply(it.next.bind(it), 1);
			out.push(apply(it.return.bind(it), 5).value);
		}
		out.join()`)
}

func TestStats(t *testing.T) {
	w := newWorld(t, runtime.Config{}, map[string]piece{"get": viaDriver(bytecode.OpGetprop)})
	w.eval(`function get(o) { return o.x } for (let i = 0; i < 9; i++) get({ get x() { return 1 } })`)
	var b bytes.Buffer
	s := w.engine.Stats()
	s.Fprint(&b, builtin.LeafName)
	if !strings.Contains(b.String(), "compiled        1") || !strings.Contains(b.String(), "getprop 8") {
		t.Error(b.String())
	}
}

// TestCodes: jit has the interpreter's numbers, which it cannot import.
func TestCodes(t *testing.T) {
	for _, c := range [][2]int{
		{jit.StopHost, interp.StopHost}, {jit.StopFuel, interp.StopFuel}, {jit.StopPoll, interp.StopPoll}, {jit.StopInternal, interp.StopInternal}, {jit.StopNative, interp.StopNative}, {jit.LeftReturned, interp.LeftReturned}, {jit.LeftThrew, interp.LeftThrew},
		{jit.ExecNext, interp.NativeNext}, {jit.ExecFrame, interp.NativeFrame}, {jit.ExecOther, interp.NativeOther}, {jit.ExecStop, interp.NativeStop},
	} {
		if c[0] != c[1] {
			t.Errorf("%v", c)
		}
	}
}

// TestSmall: a function that is too little to be entered from the interpreter is
// compiled when native code goes on calling it, not when it is first asked for.
func TestSmall(t *testing.T) {
	tiering = true
	defer func() { tiering = false }()
	w := newWorld(t, runtime.Config{}, map[string]piece{"apply": apply, "small": viaDriver(bytecode.OpGetprop)})
	w.eval(`var o = { x: 1 };
		function small(o) { return o.x }
		function apply(f, a) { return f(a) }`)
	for i := 0; i < 1000 && w.engine.Stats().Compiled < 2; i++ {
		w.eval(`for (let i = 0; i < 10000; i++) apply(small, o);`)
	}
	if s := w.engine.Stats(); s.Compiled != 2 || w.asm.built["small"] != 2 || w.asm.built["apply"] != 1 {
		t.Errorf("%d compiled, built %v", s.Compiled, w.asm.built)
	}
}

// TestEvict: with room for hardly any code, functions take turns.
func TestEvict(t *testing.T) {
	maxCode = 300
	defer func() { maxCode = 0 }()
	w := both(t, runtime.Config{}, map[string]piece{"add": add, "get": viaDriver(bytecode.OpGetprop), "apply": apply}, `
		function add(a, b) { return a + b }
		function get(o) { return o.x }
		function apply(f, a) { return f(a) }
		const o = { get x() { return add(1, 2) } };
		const out = [];
		for (let i = 0; i < 30; i++) out.push(add(i, 1), get(o), apply(get, o), apply(x => add(x, get(o)), i));
		out.join()`)
	if s := w.engine.Stats(); s.Evicted == 0 || s.Compiled < 3 {
		t.Errorf("%+v", s)
	}
}

// TestFault: a fault of the driver under native code is contained as any other: the
// machine is dead, the process and the other machines go on.
func TestFault(t *testing.T) {
	for i := 0; i < 3; i++ {
		w := newWorld(t, runtime.Config{}, map[string]piece{"get": viaDriver(bytecode.OpGetprop)})
		if got := w.eval(`globalThis.get = function get(o) { return o.x }; globalThis.it = { x: 1 }; let s = 0; for (let i = 0; i < 50; i++) s += get(it); s`); got != "50" {
			t.Fatal(got)
		}
		h := w.m.Heap()
		o, err := w.m.Evaluate(h.Handle(w.compartment), "it", "it.js", true)
		if err != nil {
			t.Fatal(err)
		}
		h.SetU32(o.Ref()+heap.OffShape, 0xFFFFFFF0)
		before := w.engine.Stats().Slow[bytecode.OpGetprop]
		var fault *heap.FaultError
		err = h.Guard(func() { w.eval("let t = 0; for (let i = 0; i < 50; i++) t += get(it); t") })
		if !errors.As(err, &fault) || !h.Dead {
			t.Errorf("%v, dead: %v", err, h.Dead)
		}
		if after := w.engine.Stats().Slow[bytecode.OpGetprop]; after == before {
			t.Error("native code was not running")
		}
	}
}
