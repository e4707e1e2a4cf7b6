//go:build linux && amd64 && !firn_nojit

package amd64_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/backend"
)

// Random graphs with branches, loops, slots, elements of a cell and calls of the
// driver are executed and compared with an evaluator that works on the graph. An
// exit must be the one the evaluator takes, with all values of its state.

// randomGraph makes a graph.
type randomGraph struct {
	*graph
	r      *rand.Rand
	tests  []opTest
	byType [6][]*ssa.Value // what can be used here
	cell   *ssa.Value
	depth  int
	slots  int64
}

// Memory of a random graph: slots for values, and elements of the cell.
const (
	firstSlot = 8
	numSlots  = 8
	numElems  = 8
)

func newRandomGraph(r *rand.Rand) *randomGraph {
	g, params := newGraph(5)
	g.Slots = 24
	x := &randomGraph{graph: g, r: r, tests: opTests()}
	for i := int64(0); i < numSlots; i++ {
		g.aux(ssa.OpStoreSlot, firstSlot+i, g.konst(heap.Int(int32(i)), ssa.Val))
	}
	x.cell = g.unbox(params[0], ssa.Ref)
	for i, t := range []ssa.Type{ssa.Int, ssa.Int, ssa.F64, ssa.F64} {
		x.have(params[i+1])
		x.have(g.unbox(params[i+1], t))
	}
	x.have(g.aux(ssa.OpConstBool, 1))
	for i := 0; i < 6; i++ {
		x.have(g.aux(ssa.OpConstInt, int64(ints[r.IntN(len(ints))])))
		x.have(g.konst(heap.Double(floats[r.IntN(len(floats))]), ssa.F64))
	}
	return x
}

func (x *randomGraph) have(v *ssa.Value) { x.byType[v.Type] = append(x.byType[v.Type], v) }

// pick is a value of a type, mostly a recent one.
func (x *randomGraph) pick(t ssa.Type) *ssa.Value {
	list := x.byType[t]
	n := len(list)
	if x.r.IntN(3) > 0 && n > 4 {
		return list[n-1-x.r.IntN(4)]
	}
	return list[x.r.IntN(n)]
}

// any is a value of any type that a frame state may have.
func (x *randomGraph) any() *ssa.Value {
	return x.pick([...]ssa.Type{ssa.Int, ssa.F64, ssa.Bool, ssa.Val}[x.r.IntN(4)])
}

// newState makes a state with some of the values.
func (x *randomGraph) newState() {
	s := &ssa.FrameState{PC: uint32(x.r.IntN(1000)), Regs: make([]*ssa.Value, 12)}
	for i := range s.Regs {
		if x.r.IntN(3) > 0 {
			s.Regs[i] = x.any()
		}
	}
	x.state = s
}

// step adds something.
func (x *randomGraph) step() {
	r := x.r
	if r.IntN(4) == 0 {
		x.newState()
	}
	switch n := r.IntN(40); {
	case n < 24:
		t := x.tests[r.IntN(len(x.tests))]
		var args []*ssa.Value
		for _, a := range t.op.Info().Args {
			args = append(args, x.pick(a))
		}
		v := x.aux(t.op, t.aux, args...)
		if t.op == ssa.OpGuardPos && r.IntN(2) == 0 {
			return
		}
		x.have(v)
	case n < 27:
		v := x.pick([...]ssa.Type{ssa.Int, ssa.F64, ssa.Bool}[r.IntN(3)])
		x.have(x.box(v))
	case n < 28:
		v := x.pick(ssa.Val)
		x.have(x.unbox(v, [...]ssa.Type{ssa.Int, ssa.F64, ssa.Bool}[r.IntN(3)]))
	case n < 30:
		x.aux(ssa.OpStoreSlot, firstSlot+r.Int64N(numSlots), x.boxed())
	case n < 31:
		x.have(x.aux(ssa.OpReadSlot, firstSlot+r.Int64N(numSlots)))
	case n < 33:
		index := x.op(ssa.OpAndInt, x.pick(ssa.Int), x.aux(ssa.OpConstInt, numElems-1))
		if r.IntN(2) == 0 {
			index = x.aux(ssa.OpConstInt, r.Int64N(numElems))
		}
		if r.IntN(2) == 0 {
			x.aux(ssa.OpStoreValX, 16, x.cell, index, x.boxed())
		} else {
			x.have(x.aux(ssa.OpLoadValX, 16, x.cell, index))
		}
	case n < 34:
		x.slow()
	case n < 35:
		v := x.pick(ssa.Bool)
		if r.IntN(2) == 0 {
			v = x.aux(ssa.OpCmpInt, r.Int64N(6), x.pick(ssa.Int), x.pick(ssa.Int))
		}
		x.op([...]ssa.Op{ssa.OpGuardTrue, ssa.OpGuardFalse}[r.IntN(2)], v)
	case n < 37 && x.depth < 3:
		x.diamond()
	case n < 38 && x.depth < 3:
		x.loop()
	}
}

// boxed is a value to be stored, boxed here or before.
func (x *randomGraph) boxed() *ssa.Value {
	if x.r.IntN(3) == 0 {
		return x.pick(ssa.Val)
	}
	return x.box(x.any())
}

func (x *randomGraph) slow() {
	s := &ssa.FrameState{PC: 3, Regs: make([]*ssa.Value, 12)}
	for i := firstSlot; i < len(s.Regs); i++ {
		switch x.r.IntN(3) {
		case 0:
			s.Regs[i] = x.boxed()
		case 1:
			s.Regs[i] = x.any()
		}
	}
	v := x.aux(ssa.OpSlow, 3)
	v.State = s
	x.have(x.aux(ssa.OpReadSlot, firstSlot))
}

// scope runs f and forgets what it made.
func (x *randomGraph) scope(f func()) {
	saved := x.byType
	for i, list := range saved {
		x.byType[i] = list[:len(list):len(list)]
	}
	state := x.state
	x.depth++
	f()
	x.depth--
	x.byType, x.state = saved, state
}

// diamond adds a branch and phis of both sides.
func (x *randomGraph) diamond() {
	b := x.b
	b.Kind, b.Control = ssa.If, x.pick(ssa.Bool)
	if x.r.IntN(2) == 0 {
		b.Control = x.aux(ssa.OpCmpF64, x.r.Int64N(6), x.pick(ssa.F64), x.pick(ssa.F64))
	}
	join := x.NewBlock(ssa.Ret)
	types := []ssa.Type{ssa.Int, ssa.F64, ssa.Val, ssa.Bool}[:1+x.r.IntN(4)]
	var sides [2][]*ssa.Value
	for i := range sides {
		side := x.NewBlock(ssa.Jump)
		side.Cold = x.r.IntN(3) == 0
		b.Connect(side)
		x.b = side
		x.scope(func() {
			for n := x.r.IntN(8); n > 0; n-- {
				x.step()
			}
			for _, t := range types {
				sides[i] = append(sides[i], x.pick(t))
			}
		})
		x.b.Kind = ssa.Jump
		x.b.Connect(join)
	}
	x.b = join
	for i, t := range types {
		p := x.Add(join, ssa.OpPhi, sides[0][i], sides[1][i])
		p.Type = t
		x.have(p)
	}
}

// loop adds a loop that is executed a few times.
func (x *randomGraph) loop() {
	x.b.Kind = ssa.Jump
	before, head, behind := x.b, x.NewBlock(ssa.If), x.NewBlock(ssa.Ret)
	zero, one := x.konst(heap.Int(0), ssa.Int), x.konst(heap.Int(1), ssa.Int)
	limit := x.konst(heap.Int(int32(x.r.IntN(5))), ssa.Int)
	before.Connect(head)
	x.b = head
	counter := x.Add(head, ssa.OpPhi, zero)
	counter.Type = ssa.Int
	phis := []*ssa.Value{counter}
	for _, t := range []ssa.Type{ssa.Int, ssa.F64, ssa.Val}[:x.r.IntN(4)] {
		p := x.Add(head, ssa.OpPhi, x.pick(t))
		p.Type = t
		phis = append(phis, p)
	}
	for _, p := range phis {
		x.have(p)
	}
	head.Control = x.aux(ssa.OpCmpInt, int64(ssa.Lt), counter, limit)
	body := x.NewBlock(ssa.Jump)
	head.Connect(body)
	head.Connect(behind)
	x.b = body
	x.scope(func() {
		for n := 2 + x.r.IntN(12); n > 0; n-- {
			x.step()
		}
		next := []*ssa.Value{x.op(ssa.OpAddIntW, counter, one)}
		for _, p := range phis[1:] {
			next = append(next, x.pick(p.Type))
		}
		for i, p := range phis {
			p.Args = append(p.Args, next[i])
		}
	})
	x.b.Kind = ssa.Jump
	x.b.Connect(head)
	x.b = behind
}

// world is what an evaluation or an execution changes.
type world struct {
	slots [numSlots]heap.Value
	elems [numElems]heap.Value
	slows int
}

// driver is what the driver does at a slow exit.
func (w *world) driver() {
	w.slows++
	w.slots[0] = heap.Int(int32(w.slows * 1000))
	for i := 1; i < numSlots; i += 3 {
		w.slots[i] = heap.Double(float64(w.slows) + 0.25)
	}
}

// evaluator evaluates a graph.
type evaluator struct {
	world
	of    map[*ssa.Value]heap.Value // Int as int32 values, Bool as booleans
	tests map[ssa.Op]map[int64]oracle
	args  []heap.Value
	steps int
}

var errSteps = fmt.Errorf("it takes too long")

// eval is the result, or the guard that leaves.
func (e *evaluator) eval(f *ssa.Func) (heap.Value, *ssa.Value, error) {
	b, from := f.Blocks[0], (*ssa.Block)(nil)
	for {
		var phis []heap.Value
		at := 0
		for i, p := range b.Preds {
			if p == from {
				at = i
			}
		}
		n := 0
		for _, v := range b.Values {
			if v.Op != ssa.OpPhi {
				break
			}
			phis = append(phis, e.of[v.Args[at]])
			n++
		}
		for i, v := range phis {
			e.of[b.Values[i]] = v
		}
		for _, v := range b.Values[n:] {
			if e.steps++; e.steps > 100000 {
				return 0, nil, errSteps
			}
			r := e.value(v)
			if r == leaves {
				return 0, v, nil
			}
			e.of[v] = r
		}
		from = b
		switch b.Kind {
		case ssa.Ret:
			return e.of[b.Control], nil, nil
		case ssa.Jump:
			b = b.Succs[0]
		case ssa.If:
			b = b.Succs[1-int(e.of[b.Control]&1)]
		}
	}
}

func (e *evaluator) value(v *ssa.Value) heap.Value {
	var a, b heap.Value
	if len(v.Args) > 0 {
		a = e.of[v.Args[0]]
	}
	if len(v.Args) > 1 {
		b = e.of[v.Args[1]]
	}
	keep := func(ok bool) heap.Value {
		if ok {
			return a
		}
		return leaves
	}
	switch v.Op {
	case ssa.OpConstInt:
		return heap.Int(int32(v.Aux))
	case ssa.OpConstBool:
		return heap.Bool(v.Aux != 0)
	case ssa.OpConstVal:
		return heap.Value(v.Aux)
	case ssa.OpConstF64:
		return heap.Double(v.Float())
	case ssa.OpEntry:
		return 0
	case ssa.OpLoadSlot:
		return e.args[v.Aux-1]
	case ssa.OpReadSlot:
		return e.slots[v.Aux-firstSlot]
	case ssa.OpStoreSlot:
		e.slots[v.Aux-firstSlot] = a
		return 0
	case ssa.OpLoadValX:
		return e.elems[b.Int32()]
	case ssa.OpStoreValX:
		e.elems[b.Int32()] = e.of[v.Args[2]]
		return 0
	case ssa.OpSlow:
		for r, w := range v.State.Regs {
			if w != nil {
				e.slots[r-firstSlot] = e.of[w]
			}
		}
		e.driver()
		return 0
	case ssa.OpBoxInt, ssa.OpBoxF64, ssa.OpBoxBool:
		return a
	case ssa.OpCheckInt:
		return keep(a.IsInt())
	case ssa.OpCheckNum:
		if a.IsNumber() {
			return heap.Double(a.Num())
		}
		return leaves
	case ssa.OpCheckBool:
		return keep(a.IsBool())
	case ssa.OpCheckObj:
		return keep(a.IsObject())
	case ssa.OpGuardTrue:
		return keep(a == heap.True)
	case ssa.OpGuardFalse:
		return keep(a == heap.False)
	}
	return e.tests[v.Op][v.Aux](a, b)
}

// same is equality but for the sign of NaN.
func same(a, b heap.Value) bool {
	return a == b || a.IsDouble() && b.IsDouble() && a.Float() != a.Float() && b.Float() != b.Float()
}

// TestRandomGraphs makes, compiles, evaluates and executes graphs.
func TestRandomGraphs(t *testing.T) {
	run := newRunner(t)
	h := run.h
	cell := h.AllocZero(heap.KBytes, 16+8*numElems)
	tests := map[ssa.Op]map[int64]oracle{}
	for _, o := range opTests() {
		if tests[o.op] == nil {
			tests[o.op] = map[int64]oracle{}
		}
		tests[o.op][o.aux] = o.want
	}
	graphs := 400
	if testing.Short() {
		graphs = 60
	}
	returned, left, slows := 0, 0, 0
	for seed := 0; seed < graphs; seed++ {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		x := newRandomGraph(r)
		x.newState()
		for n := 5 + r.IntN(60); n > 0; n-- {
			x.step()
		}
		f := x.ret(x.any())
		run.cfg.BMI2 = run.hasBMI2 && seed&1 != 0
		run.compile(f)
		for i := 0; i < 6; i++ {
			args := []heap.Value{heap.Object(cell), intValues()[r.IntN(len(ints))], heap.Int(int32(r.IntN(20))),
				floatValues()[r.IntN(len(floats))], heap.Double(float64(r.IntN(100)) / 4)}
			e := evaluator{of: map[*ssa.Value]heap.Value{}, tests: tests, args: args}
			for j := range e.elems {
				e.elems[j] = heap.Int(int32(j))
				h.SetVal(cell+16+8*uint32(j), e.elems[j])
			}
			want, guard, err := e.eval(f)
			if err != nil {
				continue
			}
			var w world
			get := func() {
				for j := range w.slots {
					w.slots[j] = h.Val(run.frame + 8*(firstSlot+uint32(j)))
				}
			}
			got, exit := run.run(args...)
			for exit != nil && exit.Kind == backend.ExitSlow {
				get()
				w.driver()
				for j, v := range w.slots {
					h.SetVal(run.frame+8*(firstSlot+uint32(j)), v)
				}
				got, exit = run.resume(exit)
				slows++
			}
			fail := func(format string, args ...any) {
				t.Helper()
				t.Fatalf("seed %d, arguments %d: %s\n%v", seed, i, fmt.Sprintf(format, args...), f)
			}
			switch {
			case guard == nil && exit == nil:
				returned++
				if !same(got, want) {
					fail("returned %s, want %s", show(got), show(want))
				}
			case guard == nil || exit == nil:
				fail("guard %v, exit %v", guard, exit)
			default:
				left++
				if exit.Op != uint16(guard.Op) || exit.Line != guard.Line {
					fail("left at %v of %d, want %v", ssa.Op(exit.Op), exit.Line, guard.LongString())
				}
				regs := exit.Frames[0].Regs
				for reg, v := range guard.State.Regs {
					if v == nil {
						continue
					}
					if len(regs) == 0 || int(regs[0].Reg) != reg {
						fail("register %d is not in %v", reg, regs)
					}
					if got := run.at(exit, regs[0]); !same(got, e.of[v]) {
						fail("%v: register %d is %s, want %s", guard.LongString(), reg, show(got), show(e.of[v]))
					}
					regs = regs[1:]
				}
			}
			get()
			for j := range w.slots {
				if !same(w.slots[j], e.slots[j]) {
					fail("slot %d is %s, want %s", j, show(w.slots[j]), show(e.slots[j]))
				}
			}
			for j := range e.elems {
				if got := h.Val(cell + 16 + 8*uint32(j)); !same(got, e.elems[j]) {
					fail("element %d is %s, want %s", j, show(got), show(e.elems[j]))
				}
			}
		}
	}
	t.Logf("%d returned, %d left, %d slow exits", returned, left, slows)
	if returned < graphs/2 || left < graphs/2 {
		t.Errorf("the graphs are not what they should be")
	}
}
