package amd64

import (
	"math"

	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/backend"
)

// exitState is a frame state in the backend's form. Guards with the same state
// share everything but the locations of the values.
type exitState struct {
	of      *ssa.FrameState
	made    bool
	frames  []backend.ExitFrame
	objects []backend.ExitObject
	ids     []int64        // of the objects
	values  []backend.VReg // exit operands
	tail    []backend.Loc  // locations behind theirs: constants and home slots
	locs    []backend.Loc  // tail, as exits have it before allocation puts the others in front

	// Room for values and tail: few states have more.
	firstValues [8]backend.VReg
	firstTail   [8]backend.Loc
}

// exitPlace is where a virtual register is among the values of the last state that
// has it.
type exitPlace struct {
	state *exitState
	index uint16
}

// markState notes that a state refers to its values.
func (lo *lowerer) markState(s *ssa.FrameState) {
	if s == nil || s == lo.lastState {
		return
	}
	lo.lastState = s
	if lo.known(s) != nil {
		return
	}
	lo.newState(s)
	for t := s; t != nil; t = t.Parent {
		for _, v := range t.Regs {
			if v != nil {
				lo.markValue(v)
			}
		}
		lo.markValue(t.Callee)
		lo.markValue(t.NewTarget)
	}
}

// known is the exit form of s, nil if there is none yet.
func (lo *lowerer) known(s *ssa.FrameState) *exitState {
	if n := int(s.Number); n < lo.numStates && lo.states[n].of == s {
		return lo.states[n]
	}
	return nil
}

// newState begins the exit form of s, in memory of an earlier function's.
func (lo *lowerer) newState(s *ssa.FrameState) *exitState {
	n := lo.numStates
	if n == len(lo.states) {
		more := make([]exitState, 32)
		for i := range more {
			more[i].made = true // so that it is written before it is read
			lo.states = append(lo.states, &more[i])
		}
	}
	lo.numStates++
	s.Number = int32(n)
	x := lo.states[n]
	x.of, x.made, x.frames, x.objects, x.locs = s, false, nil, nil, nil
	x.ids, x.values, x.tail = x.ids[:0], x.values[:0], x.tail[:0]
	if cap(x.values) == 0 {
		x.values, x.tail = x.firstValues[:0], x.firstTail[:0]
	}
	return x
}

// markValue notes that a state refers to v. What describes an object is left
// out; what is in the object counts as if the state had it. Exits find what is in
// the pool themselves.
func (lo *lowerer) markValue(v *ssa.Value) {
	if v == nil || v.Op == ssa.OpPoolVal || v.Op == ssa.OpPoolRef {
		return
	}
	in := &lo.info[v.ID]
	in.inState = true
	switch {
	case isBox(v.Op) && isVirtual(v.Args[0]):
		lo.markValue(v.Args[0])
	case isVirtual(v) && !in.dropped:
		in.dropped = true
		for _, a := range v.Args {
			lo.info[a.ID].uses--
			lo.markValue(a)
		}
	}
}

// isVirtual reports whether v describes an object for exits.
func isVirtual(v *ssa.Value) bool { return v.Op == ssa.OpVirtual || v.Op == ssa.OpVirtualRef }

// state is the exit form of s.
func (lo *lowerer) state(s *ssa.FrameState) *exitState {
	if s == lo.lastState && lo.lastExit != nil {
		return lo.lastExit
	}
	x := lo.known(s)
	if x == nil {
		x = lo.newState(s)
	}
	if !x.made {
		x.made = true
		depth := 0
		for t := s; t != nil; t = t.Parent {
			depth++
		}
		x.frames = lo.frameRoom.take(depth)[:0]
		lo.frame(x, s)
		// Locations of the tail have been numbered from the top down: they follow the
		// operands, of which there were not all yet.
		n := uint16(len(x.values))
		if x.locs = x.tail; n == 0 {
			// The code keeps it.
			x.locs = lo.locRoom.take(len(x.tail))
			copy(x.locs, x.tail)
		}
		for i := range x.frames {
			f := &x.frames[i]
			for j := range f.Regs {
				settle(&f.Regs[j], n)
			}
			settle(&f.Callee, n)
			settle(&f.NewTarget, n)
		}
		for i := range x.objects {
			for j := range x.objects[i].Fields {
				settle(&x.objects[i].Fields[j].Value, n)
			}
		}
	}
	lo.lastState, lo.lastExit = s, x
	return x
}

// settle gives a location of the tail its number.
func settle(v *backend.ExitValue, operands uint16) {
	if v.Rep != backend.RepUndefined && !v.Rep.IsNew() && v.Loc >= tailLoc {
		v.Loc += operands - tailLoc
	}
}

// tailLoc is the number of the first location of the tail until settle.
const tailLoc = 1 << 15

// frame appends the frame of s, and those around it before.
func (lo *lowerer) frame(x *exitState, s *ssa.FrameState) {
	f := backend.ExitFrame{Fn: s.Fn, PC: s.PC, Base: int32(s.Base)}
	if p := s.Parent; p != nil {
		lo.frame(x, p)
		f.RetPC, f.RetDst, f.RetAct, f.Argc = p.PC, s.RetDst, s.RetAct, s.Argc
		f.Callee = lo.exitValue(x, s.Callee)
		f.NewTarget = lo.exitValue(x, s.NewTarget)
	}
	list := lo.regs[:0]
	for r, v := range s.Regs {
		var e backend.ExitValue
		switch {
		case v != nil:
			e = lo.exitValue(x, v)
		case s.IsInSlot(r):
			x.tail = append(x.tail, backend.LocFrame(s.Base+r))
			e.Loc = uint16(tailLoc + len(x.tail) - 1)
		default:
			continue
		}
		e.Reg = uint16(r)
		list = append(list, e)
	}
	lo.regs = list
	f.Regs = lo.valueRoom.take(len(list))
	copy(f.Regs, list)
	x.frames = append(x.frames, f)
}

// add puts a location into the tail.
func (x *exitState) add(l backend.Loc) backend.ExitValue {
	for i, t := range x.tail {
		if t == l {
			return backend.ExitValue{Loc: uint16(tailLoc + i)}
		}
	}
	x.tail = append(x.tail, l)
	return backend.ExitValue{Loc: uint16(tailLoc + len(x.tail) - 1)}
}

// object is the number of the object that v describes.
func (lo *lowerer) object(x *exitState, v *ssa.Value) uint16 {
	n := len(x.ids)
	for i, id := range x.ids {
		if id == v.Aux {
			n = i
		}
	}
	if n == len(x.ids) {
		x.ids = append(x.ids, v.Aux)
		x.objects = append(x.objects, backend.ExitObject{})
	}
	if v.Op == ssa.OpVirtualRef || x.objects[n].Header != 0 {
		return uint16(n)
	}
	// Before its fields: they may refer to it.
	x.objects[n].Header = uint64(v.Aux2)
	list := make([]backend.ExitField, 0, len(v.Args))
	off := uint16(heap.HeaderSize)
	for _, a := range v.Args {
		f := backend.ExitField{Off: off}
		off += 8
		rep := backend.RepVal
		switch a.Type {
		case ssa.Int:
			f.Narrow, rep = true, backend.RepInt
		case ssa.Ref:
			f.Narrow, rep = true, backend.RepCell
		}
		if f.Narrow {
			off -= 4
		}
		if a.Op == ssa.OpPoolRef {
			f.Value = lo.exitPool(x, a)
		} else {
			f.Value = lo.exitPart(x, a, rep)
		}
		list = append(list, f)
	}
	if uint32(off) != uint32(v.Aux2) {
		lo.fail(v, "its contents take %d bytes", off)
	}
	x.objects[n].Fields = list
	return uint16(n)
}

// exitValue is where an exit finds v, which may be nil.
func (lo *lowerer) exitValue(x *exitState, v *ssa.Value) backend.ExitValue {
	if v == nil {
		return backend.ExitValue{Rep: backend.RepUndefined}
	}
	return lo.exitPart(x, v, backend.RepVal)
}

// exitPart is where an exit finds v; rep is how it stands there if v is a Ref.
func (lo *lowerer) exitPart(x *exitState, v *ssa.Value, rep backend.Rep) backend.ExitValue {
	if isBox(v.Op) && lo.info[v.ID].dropped {
		switch v.Op {
		case ssa.OpBoxObj:
			rep = backend.RepObject
		case ssa.OpBoxStr:
			rep = backend.RepString
		case ssa.OpBoxCell:
			rep = backend.RepCell
		}
		v = v.Args[0]
	}
	if isVirtual(v) {
		n := backend.ExitValue{Rep: backend.RepNewObject, Loc: lo.object(x, v)}
		if rep == backend.RepCell {
			n.Rep = backend.RepNewCell
		}
		return n
	}
	switch v.Type {
	case ssa.Int:
		rep = backend.RepInt
	case ssa.F64:
		rep = backend.RepF64
	case ssa.Bool:
		rep = backend.RepBool
	case ssa.Ref:
		if rep == backend.RepVal {
			lo.fail(v, "a frame state has a cell without a tag")
		}
	}
	if bits, ok := constBits(v); ok {
		return x.add(lo.exitConst(box(rep, bits)))
	}
	if v.Op == ssa.OpPoolVal {
		return lo.exitPool(x, v)
	}
	r := lo.vregs[v.ID]
	if v.Op == ssa.OpPoolRef {
		r = lo.info[v.ID].konst
	} else if r == 0 {
		r = lo.def(v)
	}
	if n := int(r) + 1 - len(lo.places); n > 0 {
		lo.places = append(lo.places, make([]exitPlace, n+32)...)
	}
	p := &lo.places[r]
	if p.state != x {
		*p = exitPlace{x, uint16(len(x.values))}
		x.values = append(x.values, r)
	}
	return backend.ExitValue{Rep: rep, Loc: p.index}
}

// exitPool is what is in a pool entry.
func (lo *lowerer) exitPool(x *exitState, v *ssa.Value) backend.ExitValue {
	e := x.add(lo.exitConst(uint64(v.Aux)))
	e.Rep = backend.RepPool
	return e
}

// exitConst is the location of constant bits.
func (lo *lowerer) exitConst(bits uint64) backend.Loc {
	i, known := lo.konsts[bits]
	if !known {
		i = lo.lf.AddConst(bits)
		lo.konsts[bits] = i
	}
	return backend.LocConst(i)
}

// box is the JS value that bits are in representation rep.
func box(rep backend.Rep, bits uint64) uint64 {
	switch rep {
	case backend.RepInt:
		return uint64(heap.Int(int32(bits)))
	case backend.RepF64:
		return uint64(heap.Double(math.Float64frombits(bits)))
	case backend.RepBool:
		return uint64(heap.Bool(bits != 0))
	case backend.RepObject:
		return uint64(heap.Object(uint32(bits)))
	case backend.RepString:
		return uint64(heap.String(uint32(bits)))
	case backend.RepCell:
		return uint64(heap.CellRef(uint32(bits)))
	}
	return bits
}

// inst emits an instruction with the operands of o.
func (lo *lowerer) inst(in backend.Inst, o *operands) {
	b := lo.b
	b.Insts = append(b.Insts, in)
	made := &b.Insts[len(b.Insts)-1]
	made.Pos = lo.pos
	made.Ops = lo.lf.Ops(o.list[:o.n]...)
}

// exit emits an instruction that may leave with state s; v is the guard.
func (lo *lowerer) exit(v *ssa.Value, in backend.Inst, o *operands, s *ssa.FrameState, e backend.Exit) {
	if s == nil {
		lo.fail(v, "a guard has no frame state")
		return
	}
	x := lo.state(s)
	e.PC, e.Frames, e.Objects, e.Locs = s.PC, x.frames, x.objects, x.locs
	if e.Kind == backend.ExitSlow {
		e.PC = v.Line
	}
	e.Fn, e.Line, e.Op = v.Fn, v.Line, uint16(v.Key())
	in.Exit = lo.lf.AddExit(e)
	in.ExitOps = uint16(o.n)
	in.Pos = lo.pos
	ops := append(lo.ops[:0], o.list[:o.n]...)
	for _, v := range x.values {
		if e.Kind == backend.ExitSlow {
			ops = append(ops, backend.UAny(v))
		} else {
			ops = append(ops, backend.UExit(v))
		}
	}
	if e.Kind == backend.ExitSlow {
		exits := ops[o.n:]
		for i := 1; i < len(x.frames); i++ {
			for _, h := range [2]*backend.ExitValue{&x.frames[i].Callee, &x.frames[i].NewTarget} {
				if h.Rep != backend.RepUndefined && int(h.Loc) < len(exits) {
					exits[h.Loc].Kind = backend.UseLate
				}
			}
		}
	}
	lo.ops = ops
	lo.lf.Emit(lo.b, in, ops...)
}

// guard emits an instruction that leaves for good when v's condition fails.
func (lo *lowerer) guard(v *ssa.Value, in backend.Inst, o *operands, why backend.Reason) {
	lo.exit(v, in, o, v.State, backend.Exit{Kind: backend.ExitDeopt, Reason: why})
}
