//go:build linux && amd64 && !firn_nojit

package amd64_test

import (
	"fmt"
	"math"
	"math/bits"
	"testing"

	"golang.org/x/sys/cpu"

	"firn/heap"
	"firn/ir/ssa"
	"firn/jit"
	"firn/jit/amd64"
	"firn/jit/backend"
	"firn/runtime/builtin/fmath"
)

// runner executes compiled graphs over a cage.
type runner struct {
	tb       testing.TB
	h        *heap.Heap
	memory   *jit.CodeMemory
	stack    *jit.Stack
	frame    uint32 // cage offset of r0
	cfg      amd64.Config
	compiler amd64.Compiler
	code     *backend.Code
	addr     uintptr
	hasBMI2  bool
}

// frameSlot is where r0 is, behind room for the header.
const frameSlot = 8

func newRunner(tb testing.TB) *runner {
	h, err := heap.NewCage(nil, heap.Geometry{Stack: 1 << 20, Nursery: 1 << 20, RAM: 8 << 20})
	if err != nil {
		tb.Fatal(err)
	}
	m, err := jit.NewCodeMemory(1 << 20)
	if err != nil {
		tb.Fatal(err)
	}
	s, err := jit.AcquireStack()
	if err != nil {
		tb.Fatal(err)
	}
	r := &runner{hasBMI2: cpu.X86.HasBMI2, tb: tb, h: h, memory: m, stack: s, frame: h.StackBase + 8*frameSlot}
	r.cfg = amd64.Config{Firn: h.Firn(), CardBias: h.CardBias(), Number: 3, SSE41: true, Check: true}
	tb.Cleanup(func() {
		s.Release()
		m.Close()
		h.Close()
	})
	s.SetBase(h.Base())
	s.SetPlaces(h.CardBias(), h.Firn())
	s.SetStackLimit(uintptr(h.Base()) + uintptr(h.StackEnd))
	return r
}

// compile makes f the function to run.
func (r *runner) compile(f *ssa.Func) {
	r.tb.Helper()
	if err := ssa.Check(f); err != nil {
		r.tb.Fatalf("%v\n%v", err, f)
	}
	code, err := r.compiler.Compile(f, r.cfg)
	if err != nil {
		r.tb.Fatalf("%v\n%v", err, f)
	}
	if r.addr != 0 {
		r.memory.Free(r.addr)
	}
	r.code = code
	if r.addr, err = r.memory.Publish(code.Bytes, f.Name); err != nil {
		r.tb.Fatal(err)
	}
}

// run calls the function with these arguments. The exit is nil when it returns.
func (r *runner) run(args ...heap.Value) (heap.Value, *backend.Exit) {
	h, s := r.h, r.stack
	h.SetVal(r.frame-8, heap.Undefined)
	h.SetU64(r.frame-16, 0)
	h.SetU64(r.frame-24, uint64(len(args)))
	h.SetVal(r.frame-32, heap.Undefined)
	h.SetVal(r.frame, heap.Null)
	for i, a := range args {
		h.SetVal(r.frame+8+8*uint32(i), a)
	}
	s.SetFrame(uintptr(h.Base()) + uintptr(r.frame))
	s.SetNativeSP(s.Top())
	s.SetFuel(1 << 40)
	s.SetNursery(h.NurTop, h.NurEnd)
	s.SetEpoch(h.ProtoEpoch)
	s.SetResume(r.addr + uintptr(r.code.Entry))
	s.Enter()
	return r.outcome()
}

// resume goes on behind an exit.
func (r *runner) resume(x *backend.Exit) (heap.Value, *backend.Exit) {
	r.stack.SetResume(r.addr + uintptr(x.Resume))
	r.stack.Resume()
	return r.outcome()
}

// outcome is what the code has come to.
func (r *runner) outcome() (heap.Value, *backend.Exit) {
	s := r.stack
	if n := s.Exit(); n != 0 {
		if n < 0 || n >= len(r.code.Exits) {
			r.tb.Fatalf("exit %d of %d", n, len(r.code.Exits))
		}
		if s.Code() != 3 {
			r.tb.Fatalf("exit of code %d", s.Code())
		}
		return 0, &r.code.Exits[n]
	}
	return s.Result(), nil
}

// at is the value at a location of an exit that saved the registers.
func (r *runner) at(x *backend.Exit, v backend.ExitValue) heap.Value {
	l := x.Locs[v.Loc]
	bits := uint64(0)
	switch {
	case l.IsConst():
		return heap.Value(r.code.Consts[l.Index()])
	case l.IsFrame():
		return r.h.Val(r.frame + 8*uint32(l.Index()))
	case l.IsSlot():
		bits = r.stack.Spill(8 * l.Index())
	case l.Reg() < 16:
		bits = r.stack.GPR(int(l.Reg()))
	default:
		bits = r.stack.FPR(int(l.Reg()) - 16)
	}
	if v.Rep != backend.RepVal && v.Rep != backend.RepF64 && bits>>32 != 0 {
		r.tb.Errorf("%#x is not zero-extended", bits)
	}
	switch v.Rep {
	case backend.RepVal:
		return heap.Value(bits)
	case backend.RepInt:
		return heap.Int(int32(bits))
	case backend.RepF64:
		return heap.Double(math.Float64frombits(bits))
	case backend.RepBool:
		return heap.Bool(bits != 0)
	case backend.RepObject:
		return heap.Object(uint32(bits))
	}
	r.tb.Fatalf("representation %d", v.Rep)
	return 0
}

// graph is a function under construction: one block, and what it needs.
type graph struct {
	*ssa.Func
	b     *ssa.Block
	state *ssa.FrameState
}

// newGraph begins a function of n parameters; the state of its guards has them.
func newGraph(n int) (*graph, []*ssa.Value) {
	g := &graph{Func: &ssa.Func{Name: "test", Slots: 16, Fuel: 100, Functions: []*ssa.Function{
		{Name: "test", Tmpl: 64, InROM: true, Regs: 12, Params: n, Code: 120}}}}
	g.b = g.NewBlock(ssa.Ret)
	entry := g.op(ssa.OpEntry)
	entry.Aux = 16
	entry.State = &ssa.FrameState{Regs: make([]*ssa.Value, 12)}
	g.state = &ssa.FrameState{PC: 1, Regs: make([]*ssa.Value, 12)}
	params := make([]*ssa.Value, n)
	for i := range params {
		params[i] = g.aux(ssa.OpLoadSlot, int64(i+1))
		g.state.Regs[i+1] = params[i]
	}
	return g, params
}

func (g *graph) op(op ssa.Op, args ...*ssa.Value) *ssa.Value {
	v := g.Add(g.b, op, args...)
	v.Line = uint32(v.ID)
	if op.Has(ssa.Guard) {
		v.State = g.state
	}
	if op.Has(ssa.Load | ssa.Store) {
		v.Mem = ssa.MemInner
	}
	return v
}

func (g *graph) aux(op ssa.Op, aux int64, args ...*ssa.Value) *ssa.Value {
	v := g.op(op, args...)
	v.Aux = aux
	return v
}

// box is v as a JS value.
func (g *graph) box(v *ssa.Value) *ssa.Value {
	switch v.Type {
	case ssa.Int:
		return g.op(ssa.OpBoxInt, v)
	case ssa.F64:
		return g.op(ssa.OpBoxF64, v)
	case ssa.Bool:
		return g.op(ssa.OpBoxBool, v)
	case ssa.Ref:
		return g.op(ssa.OpBoxObj, v)
	}
	return v
}

// ret ends the function.
func (g *graph) ret(v *ssa.Value) *ssa.Func {
	g.b.Control = g.box(v)
	return g.Func
}

// unbox is parameter p as a type.
func (g *graph) unbox(p *ssa.Value, t ssa.Type) *ssa.Value {
	switch t {
	case ssa.Int:
		return g.op(ssa.OpCheckInt, p)
	case ssa.F64:
		return g.op(ssa.OpCheckNum, p)
	case ssa.Bool:
		return g.op(ssa.OpCheckBool, p)
	case ssa.Ref:
		return g.op(ssa.OpCheckObj, p)
	}
	return p
}

// konst is a value as a constant of a type.
func (g *graph) konst(v heap.Value, t ssa.Type) *ssa.Value {
	switch t {
	case ssa.Int:
		return g.aux(ssa.OpConstInt, int64(v.Int32()))
	case ssa.F64:
		return g.aux(ssa.OpConstF64, int64(math.Float64bits(v.Num())))
	case ssa.Bool:
		return g.aux(ssa.OpConstBool, int64(v&1))
	}
	return g.aux(ssa.OpConstVal, int64(v))
}

var ints = []int32{0, 1, -1, 2, -2, 3, 5, 7, -7, 8, 9, 10, 31, 32, 33, 63, 64, 100, 127, 128, 255, 256, 1000, -1000, 32767, 32768, -32768, -32769, 65535, 65536,
	65537, 1000003, 123456789, -123456789, 1 << 30, -1 << 30, math.MaxInt32 - 1, math.MaxInt32, math.MinInt32, math.MinInt32 + 1}

var floats = []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 1.5, -1.5, 2, 3, 0.1, -0.1, math.Pi, 2147483647, 2147483648, 2147483647.5, -2147483648, -2147483649,
	-2147483648.5, 4294967295, 4294967296, 1e10, -1e10, 1 << 53, 1<<53 - 1, 1 << 62, 1 << 63, -(1 << 63), -(1<<62 + 1<<40), 1<<40 + 1, -(1<<40 + 1), 1.0000000000000002, 1e300, -1e300, 5e-324, -5e-324,
	math.MaxFloat32, 1e39, math.Inf(1), math.Inf(-1), math.NaN()}

func intValues() (list []heap.Value) {
	for _, i := range ints {
		list = append(list, heap.Int(i))
	}
	return
}

// floatValues are all numbers as doubles, and some as int32.
func floatValues() (list []heap.Value) {
	for _, f := range floats {
		list = append(list, heap.Double(f))
	}
	return append(list, heap.Int(0), heap.Int(1), heap.Int(-5), heap.Int(math.MinInt32))
}

func values(t ssa.Type) []heap.Value {
	switch t {
	case ssa.Int:
		return intValues()
	case ssa.F64:
		return floatValues()
	}
	return []heap.Value{heap.True, heap.False}
}

// leaves as a result of an oracle: the operation must leave.
const leaves = heap.Empty

// oracle is what an operation must give.
type oracle func(a, b heap.Value) heap.Value

func onInts(f func(a, b int32) int32) oracle {
	return func(a, b heap.Value) heap.Value { return heap.Int(f(a.Int32(), b.Int32())) }
}

// onWide is for operations that leave when the result is no int32.
func onWide(f func(a, b int64) int64) oracle {
	return func(a, b heap.Value) heap.Value {
		r := f(int64(a.Int32()), int64(b.Int32()))
		if r != int64(int32(r)) {
			return leaves
		}
		return heap.Int(int32(r))
	}
}

func onFloats(f func(a, b float64) float64) oracle {
	return func(a, b heap.Value) heap.Value { return heap.Double(f(a.Num(), b.Num())) }
}

func compareInts(f func(a, b int64) bool) oracle {
	return func(a, b heap.Value) heap.Value { return heap.Bool(f(int64(a.Int32()), int64(b.Int32()))) }
}

func compareUints(f func(a, b uint32) bool) oracle {
	return func(a, b heap.Value) heap.Value {
		return heap.Bool(f(uint32(a.Int32()), uint32(b.Int32())))
	}
}

func compareFloats(f func(a, b float64) bool) oracle {
	return func(a, b heap.Value) heap.Value { return heap.Bool(f(a.Num(), b.Num())) }
}

// exactly is f as an int32, if it is one.
func exactly(f float64, zero bool) heap.Value {
	v := heap.Number(f)
	if zero && f == 0 {
		return heap.Int(0)
	}
	if !v.IsInt() {
		return leaves
	}
	return v
}

// nanWins is f, or NaN if an argument is.
func nanWins(f func(a, b float64) float64) oracle {
	return onFloats(func(a, b float64) float64 {
		if a != a || b != b {
			return math.NaN()
		}
		return f(a, b)
	})
}

// toInt32 is ToInt32 of what TruncF64 handles.
func toInt32(f float64) heap.Value {
	if f != f || f >= 1<<63 || f <= -1<<63 {
		return leaves
	}
	return heap.Int(int32(int64(f)))
}

// opTest is an operation and what it must do.
type opTest struct {
	op   ssa.Op
	aux  int64
	want oracle
}

func opTests() []opTest {
	tests := []opTest{
		{ssa.OpAddInt, 0, onWide(func(a, b int64) int64 { return a + b })},
		{ssa.OpSubInt, 0, onWide(func(a, b int64) int64 { return a - b })},
		{ssa.OpMulInt, 0, func(a, b heap.Value) heap.Value { return exactly(a.Num()*b.Num(), false) }},
		{ssa.OpDivInt, 0, func(a, b heap.Value) heap.Value { return exactly(a.Num()/b.Num(), false) }},
		{ssa.OpModInt, 0, func(a, b heap.Value) heap.Value {
			if a.Int32() < 0 || b.Int32() <= 0 {
				return leaves
			}
			return heap.Int(a.Int32() % b.Int32())
		}},
		{ssa.OpNegInt, 0, func(a, _ heap.Value) heap.Value { return exactly(-a.Num(), false) }},
		{ssa.OpAbsInt, 0, func(a, _ heap.Value) heap.Value { return exactly(math.Abs(a.Num()), false) }},
		{ssa.OpAddIntW, 0, onInts(func(a, b int32) int32 { return a + b })},
		{ssa.OpSubIntW, 0, onInts(func(a, b int32) int32 { return a - b })},
		{ssa.OpMulIntW, 0, onInts(func(a, b int32) int32 { return a * b })},
		{ssa.OpAndInt, 0, onInts(func(a, b int32) int32 { return a & b })},
		{ssa.OpOrInt, 0, onInts(func(a, b int32) int32 { return a | b })},
		{ssa.OpXorInt, 0, onInts(func(a, b int32) int32 { return a ^ b })},
		{ssa.OpNotInt, 0, onInts(func(a, _ int32) int32 { return ^a })},
		{ssa.OpShlInt, 0, onInts(func(a, b int32) int32 { return a << (b & 31) })},
		{ssa.OpSarInt, 0, onInts(func(a, b int32) int32 { return a >> (b & 31) })},
		{ssa.OpShrInt, 0, onInts(func(a, b int32) int32 { return int32(uint32(a) >> (b & 31)) })},
		{ssa.OpRotInt, 0, onInts(func(a, b int32) int32 { return int32(bits.RotateLeft32(uint32(a), int(b&31))) })},
		{ssa.OpMinInt, 0, onInts(func(a, b int32) int32 { return min(a, b) })},
		{ssa.OpMaxInt, 0, onInts(func(a, b int32) int32 { return max(a, b) })},
		{ssa.OpClzInt, 0, onInts(func(a, _ int32) int32 { return int32(bits.LeadingZeros32(uint32(a))) })},
		{ssa.OpSwapInt, 0, onInts(func(a, _ int32) int32 { return int32(bits.ReverseBytes32(uint32(a))) })},
		{ssa.OpJoinF64, 0, func(a, b heap.Value) heap.Value {
			return heap.Double(math.Float64frombits(uint64(uint32(a.Int32()))<<32 | uint64(uint32(b.Int32()))))
		}},
		{ssa.OpHighF64, 0, func(a, _ heap.Value) heap.Value { return heap.Int(int32(uint64(heap.Double(a.Num())) >> 32)) }},
		{ssa.OpLowF64, 0, func(a, _ heap.Value) heap.Value { return heap.Int(int32(heap.Double(a.Num()))) }},
		{ssa.OpWidenF32, 0, func(a, _ heap.Value) heap.Value {
			return heap.Double(float64(math.Float32frombits(uint32(a.Int32()))))
		}},
		{ssa.OpNarrowF32, 0, func(a, _ heap.Value) heap.Value {
			if math.IsNaN(a.Num()) {
				return heap.Int(0x7FC00000)
			}
			return heap.Int(int32(math.Float32bits(float32(a.Num()))))
		}},
		{ssa.OpGuardPos, 0, func(a, _ heap.Value) heap.Value {
			if a.Int32() < 0 {
				return leaves
			}
			return a
		}},
		{ssa.OpIntToF64, 0, func(a, _ heap.Value) heap.Value { return heap.Double(a.Num()) }},
		{ssa.OpUintToF64, 0, func(a, _ heap.Value) heap.Value { return heap.Double(float64(uint32(a.Int32()))) }},

		{ssa.OpAddF64, 0, onFloats(func(a, b float64) float64 { return a + b })},
		{ssa.OpSubF64, 0, onFloats(func(a, b float64) float64 { return a - b })},
		{ssa.OpMulF64, 0, onFloats(func(a, b float64) float64 { return a * b })},
		{ssa.OpDivF64, 0, onFloats(func(a, b float64) float64 { return a / b })},
		{ssa.OpModF64, 0, func(a, b heap.Value) heap.Value {
			x, y := a.Num(), b.Num()
			if x != math.Trunc(x) || y != math.Trunc(y) || x >= 1<<63 || x < -1<<63 || y >= 1<<63 || y < -1<<63 || y == 0 {
				return leaves
			}
			return heap.Double(math.Mod(x, y))
		}},
		{ssa.OpMinF64, 0, nanWins(math.Min)},
		{ssa.OpMaxF64, 0, nanWins(math.Max)},
		{ssa.OpNegF64, 0, onFloats(func(a, _ float64) float64 { return -a })},
		{ssa.OpAbsF64, 0, onFloats(func(a, _ float64) float64 { return math.Abs(a) })},
		{ssa.OpSqrtF64, 0, onFloats(func(a, _ float64) float64 { return math.Sqrt(a) })},
		{ssa.OpFloorF64, 0, onFloats(func(a, _ float64) float64 { return math.Floor(a) })},
		{ssa.OpCeilF64, 0, onFloats(func(a, _ float64) float64 { return math.Ceil(a) })},
		{ssa.OpTruncToF64, 0, onFloats(func(a, _ float64) float64 { return math.Trunc(a) })},
		{ssa.OpRoundF32, 0, onFloats(func(a, _ float64) float64 { return float64(float32(a)) })},
		{ssa.OpMathF64, int64(ssa.MathHypot), onFloats(fmath.Hypot)},
		{ssa.OpMathF64, int64(ssa.MathPow), onFloats(fmath.Pow)},
		{ssa.OpMathF64, int64(ssa.MathSin), onFloats(func(a, _ float64) float64 { return fmath.Sin(a) })},
		{ssa.OpF64ToInt, 0, func(a, _ heap.Value) heap.Value { return exactly(a.Num(), false) }},
		{ssa.OpF64ToIndex, 0, func(a, _ heap.Value) heap.Value { return exactly(a.Num(), true) }},
		{ssa.OpTruncF64, 0, func(a, _ heap.Value) heap.Value { return toInt32(a.Num()) }},
		{ssa.OpBoxNum, 0, func(a, _ heap.Value) heap.Value { return heap.Number(a.Num()) }},
		{ssa.OpNotBool, 0, func(a, _ heap.Value) heap.Value { return a ^ 1 }},
		{ssa.OpConvBool, 0, func(a, _ heap.Value) heap.Value { return heap.Int(int32(a & 1)) }},
	}
	for _, k := range []int64{1, 2, 3, 5, 7, 10, 100, 641, 4096, 65535, 1 << 30} {
		tests = append(tests, opTest{ssa.OpQuotInt, k, onInts(func(a, _ int32) int32 { return int32(int64(a) / k) })})
	}
	for c := ssa.Eq; c <= ssa.Ge; c++ {
		tests = append(tests,
			opTest{ssa.OpCmpInt, int64(c), compareInts(func(a, b int64) bool { return holds(c, a, b) })},
			opTest{ssa.OpCmpUint, int64(c), compareUints(func(a, b uint32) bool { return holds(c, a, b) })},
			opTest{ssa.OpCmpF64, int64(c), compareFloats(func(a, b float64) bool { return holds(c, a, b) })})
	}
	return tests
}

func holds[T int64 | uint32 | float64](c ssa.Cond, a, b T) bool {
	switch c {
	case ssa.Eq:
		return a == b
	case ssa.Ne:
		return a != b
	case ssa.Lt:
		return a < b
	case ssa.Le:
		return a <= b
	case ssa.Gt:
		return a > b
	}
	return a >= b
}

// TestOperations runs operations on edge cases: on parameters, and with each side
// a constant.
func TestOperations(t *testing.T) {
	r := newRunner(t)
	cases := 0
	for _, bmi := range []bool{false, true} {
		r.cfg.BMI2 = bmi && r.hasBMI2
		for _, test := range opTests() {
			args := test.op.Info().Args
			build := func(konst int, k heap.Value) *ssa.Func {
				g, params := newGraph(2)
				var list []*ssa.Value
				for i, typ := range args {
					if i == konst {
						list = append(list, g.konst(k, typ))
					} else {
						list = append(list, g.unbox(params[i], typ))
					}
				}
				return g.ret(g.aux(test.op, test.aux, list...))
			}
			check := func(a, b heap.Value) {
				cases++
				want := test.want(a, b)
				got, exit := r.run(a, b)
				if exit != nil {
					got = leaves
					x := exit.Frames[0]
					if len(x.Regs) != 2 || r.at(exit, x.Regs[0]) != a || r.at(exit, x.Regs[1]) != b {
						t.Fatalf("%v %v of %s and %s: the exit has %v in %v", test.op, test.aux, show(a), show(b), x.Regs, exit.Locs)
					}
				}
				if got != want && !(got.IsDouble() && want.IsDouble() && got.Float() != got.Float() && want.Float() != want.Float()) {
					t.Errorf("%v {%v} of %s and %s: %s, want %s", test.op, test.aux, show(a), show(b), show(got), show(want))
				}
			}
			first := values(args[0])
			second := []heap.Value{heap.Int(0)}
			if len(args) == 2 {
				second = values(args[1])
			}
			r.compile(build(-1, 0))
			for _, a := range first {
				for _, b := range second {
					check(a, b)
				}
			}
			for _, a := range first {
				r.compile(build(0, a))
				for _, b := range second {
					check(a, b)
				}
			}
			if len(args) == 2 {
				for _, b := range second {
					r.compile(build(1, b))
					for _, a := range first {
						check(a, b)
					}
				}
			}
			if t.Failed() {
				return
			}
		}
	}
	t.Logf("%d cases", cases)
}

// show is a value in words.
func show(v heap.Value) string {
	switch {
	case v == leaves:
		return "an exit"
	case v.IsInt():
		return fmt.Sprint("int ", v.Int32())
	case v.IsDouble():
		return fmt.Sprintf("double %v (%#x)", v.Float(), uint64(v))
	}
	return fmt.Sprintf("%#x", uint64(v))
}
