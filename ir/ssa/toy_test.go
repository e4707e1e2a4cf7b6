package ssa

import "firn/heap"

// The builder of the toy language of random_test.go: SSA from its code, with
// guards as the spec of each instruction says.

type toyBuilder struct {
	f     *Func
	code  []toyInst
	b     *Block
	regs  []*Value
	pc    int
	state *FrameState
	ends  [][]*Value // by number of the block's first instruction: registers at its end
}

func toyBuild(code []toyInst) *Func {
	t := &toyBuilder{f: &Func{Name: "toy", Slots: 40, Functions: []*Function{{Name: "toy", Regs: toyRegs}}}, code: code}
	// Leaders and, by pc, the blocks.
	blocks := make([]*Block, len(code)+1)
	entry := t.f.NewBlock(Jump)
	lead := func(pc int) {
		if blocks[pc] == nil {
			blocks[pc] = t.f.NewBlock(Jump)
		}
	}
	lead(0)
	for pc := range code {
		if code[pc].op >= toyJump && code[pc].op < toyRet {
			lead(code[pc].target)
			lead(pc + 1)
		}
	}
	t.b, t.regs = entry, make([]*Value, toyRegs)
	for r := range t.regs {
		t.regs[r] = t.f.AddAux(entry, OpLoadSlot, int64(r))
	}
	// Every block gets phis for all registers; phielim takes most away.
	phis := map[*Block][]*Value{}
	for _, b := range blocks {
		if b == nil {
			continue
		}
		for r := 0; r < toyRegs; r++ {
			v := t.f.NewValue(OpPhi, Val)
			b.Append(v)
			phis[b] = append(phis[b], v)
		}
	}
	// link ends the present block by a jump to that of pc.
	link := func(pc int) {
		to := blocks[pc]
		t.b.Kind, t.b.EndState = Jump, t.stateAt(pc)
		t.b.Connect(to)
		for r, v := range phis[to] {
			v.Args = append(v.Args, t.regs[r])
		}
	}
	link(0)
	open := false
	for pc := range code {
		if b := blocks[pc]; b != nil {
			if open {
				link(pc)
			}
			t.b, t.regs = b, append([]*Value(nil), phis[b]...)
			t.pc, t.state = pc, nil
			t.guard(OpPoll, 0)
		}
		t.pc, t.state = pc, nil
		in := &code[pc]
		open = in.op < toyJump
		switch {
		case in.op == toyRet:
			t.b.Kind, t.b.Control = Ret, t.regs[in.a]
		case in.op == toyJump:
			t.f.AddAux(t.b, OpCharge, int64(pc+1))
			link(in.target)
		case in.op > toyJump:
			cond := t.condition(in)
			t.f.AddAux(t.b, OpCharge, int64(pc+1))
			from, regs := t.b, t.regs
			from.Kind, from.Control = If, cond
			for _, to := range []int{in.target, pc + 1} {
				t.b = t.f.NewBlock(Jump)
				from.Connect(t.b)
				t.regs = regs
				link(to)
			}
		default:
			t.instruction(in)
		}
	}
	dropUnreachable(t.f)
	return t.f
}

func (t *toyBuilder) stateAt(pc int) *FrameState {
	return &FrameState{PC: uint32(pc), Regs: append([]*Value(nil), t.regs...)}
}

func (t *toyBuilder) op(op Op, args ...*Value) *Value { return t.f.Add(t.b, op, args...) }

func (t *toyBuilder) guard(op Op, aux int64, args ...*Value) *Value {
	if t.state == nil {
		t.state = t.stateAt(t.pc)
	}
	v := t.f.AddAux(t.b, op, aux, args...)
	v.State, v.Line = t.state, uint32(t.pc)
	return v
}

func (t *toyBuilder) load(op Op, mem Mem, off int64, args ...*Value) *Value {
	v := t.f.AddAux(t.b, op, off, args...)
	v.Mem = mem
	return v
}

func (t *toyBuilder) condition(in *toyInst) *Value {
	b, c := t.regs[in.b], t.regs[in.c]
	switch in.op {
	case toyIfLess:
		return t.less(in)
	case toyIfObject:
		return t.f.AddAux(t.b, OpHasTag, heap.TagObject, b)
	case toyIfNum:
		return t.op(OpIsNum, b)
	}
	_ = c
	return t.guard(OpTruthy, 0, b)
}

func (t *toyBuilder) less(in *toyInst) *Value {
	b, c := t.regs[in.b], t.regs[in.c]
	if in.spec&3 != 0 {
		x := t.guard(OpCheckInt, 0, b)
		return t.f.AddAux(t.b, OpCmpInt, int64(Lt), x, t.guard(OpCheckInt, 0, c))
	}
	x := t.guard(OpCheckNum, 0, b)
	return t.f.AddAux(t.b, OpCmpF64, int64(Lt), x, t.guard(OpCheckNum, 0, c))
}

// number boxes a double: any form is right, the builder has two.
func (t *toyBuilder) number(in *toyInst, v *Value) *Value {
	if in.spec&4 != 0 {
		return t.op(OpBoxNum, v)
	}
	return t.op(OpBoxF64, v)
}

func (t *toyBuilder) instruction(in *toyInst) {
	ints := in.spec&3 != 0
	checkInt := func(r int) *Value { return t.guard(OpCheckInt, 0, t.regs[r]) }
	checkNum := func(r int) *Value { return t.guard(OpCheckNum, 0, t.regs[r]) }
	switch in.op {
	case toyConst:
		t.regs[in.a] = t.f.AddAux(t.b, OpConstVal, int64(in.k))
	case toyMove:
		t.regs[in.a] = t.regs[in.b]
	case toyAdd, toySub, toyMul, toyDiv:
		if ints && in.op != toyDiv {
			op := map[toyOp]Op{toyAdd: OpAddInt, toySub: OpSubInt, toyMul: OpMulInt}[in.op]
			x := checkInt(in.b)
			t.regs[in.a] = t.op(OpBoxInt, t.guard(op, 0, x, checkInt(in.c)))
			break
		}
		op := map[toyOp]Op{toyAdd: OpAddF64, toySub: OpSubF64, toyMul: OpMulF64, toyDiv: OpDivF64}[in.op]
		x := checkNum(in.b)
		t.regs[in.a] = t.number(in, t.op(op, x, checkNum(in.c)))
	case toyAnd, toyOr, toyXor, toyShl, toySar, toyShr:
		op := map[toyOp]Op{toyAnd: OpAndInt, toyOr: OpOrInt, toyXor: OpXorInt, toyShl: OpShlInt, toySar: OpSarInt, toyShr: OpShrInt}[in.op]
		var x, y *Value
		if ints {
			x = checkInt(in.b)
			y = checkInt(in.c)
		} else {
			x = t.guard(OpTruncF64, 0, checkNum(in.b))
			y = t.guard(OpTruncF64, 0, checkNum(in.c))
		}
		v := t.op(op, x, y)
		if in.op == toyShr {
			t.regs[in.a] = t.number(in, t.op(OpUintToF64, v))
		} else {
			t.regs[in.a] = t.op(OpBoxInt, v)
		}
	case toyLess:
		t.regs[in.a] = t.op(OpBoxBool, t.less(in))
	case toySeq:
		t.regs[in.a] = t.op(OpBoxBool, t.guard(OpSeqVal, 0, t.regs[in.b], t.regs[in.c]))
	case toyGet:
		o := t.object(in.b)
		t.regs[in.a] = t.load(OpLoadVal, MemProp, 24+8*int64(in.c), o)
	case toySet:
		o := t.object(in.a)
		t.load(OpStoreVal, MemProp, 24+8*int64(in.c), o, t.regs[in.b])
		t.f.AddAux(t.b, OpBarrier, 24+8*int64(in.c), o)
	case toyGetElem, toySetElem:
		ro, ri := in.b, in.c
		if in.op == toySetElem {
			ro, ri = in.a, in.b
		}
		o := t.object(ro)
		var i *Value
		if ints {
			i = checkInt(ri)
		} else {
			i = t.guard(OpF64ToIndex, 0, checkNum(ri))
		}
		el := t.load(OpLoadRef, MemElems, 16, o)
		zero := t.f.AddAux(t.b, OpConstRef, 0)
		t.guard(OpGuardFalse, 0, t.f.AddAux(t.b, OpCmpRef, int64(Eq), el, zero))
		t.guard(OpGuardBound, 0, i, t.load(OpLoadCap, MemFlags, 0, el))
		if in.op == toySetElem {
			t.load(OpStoreValX, MemElem, 8, el, i, t.regs[in.c])
			t.f.AddAux(t.b, OpBarrierX, 8, el, i)
			break
		}
		v := t.load(OpLoadValX, MemElem, 8, el, i)
		t.guard(OpGuardHole, 0, v)
		t.regs[in.a] = v
	case toyNew:
		a := t.guard(OpAlloc, 24+8*toyFields)
		a.Aux2 = toyHeader | (24 + 8*toyFields)
		t.load(OpStoreWord, MemSlots, 8, a).Aux2 = 0
		t.load(OpStoreRef, MemShape, 8, a, t.f.AddAux(t.b, OpPoolRef, toyPool))
		t.load(OpStoreWord, MemElems, 16, a).Aux2 = 0
		for i := int64(0); i < toyFields; i++ {
			t.load(OpStoreVal, MemProp, 24+8*i, a, t.f.AddAux(t.b, OpConstVal, bitsIn(heap.Undefined)[0]))
		}
		t.regs[in.a] = t.op(OpBoxObj, a)
	case toyCall:
		t.call(in)
	case toySlow:
		v := t.f.AddAux(t.b, OpSlow, int64(t.pc))
		v.State, v.Aux2 = &FrameState{PC: uint32(t.pc), Regs: append([]*Value(nil), t.regs...)}, toyRegs
		t.regs[in.a] = t.f.AddAux(t.b, OpReadSlot, int64(in.a))
	}
}

// call builds a toyCall: what lives on is stored, then the arguments.
func (t *toyBuilder) call(in *toyInst) {
	const window = toyRegs + frameHeader
	for r, v := range t.regs {
		if r != in.a {
			t.f.AddAux(t.b, OpStoreSlot, int64(r), v)
		}
	}
	t.f.AddAux(t.b, OpStoreSlot, window+1, t.regs[in.b])
	t.f.AddAux(t.b, OpStoreSlot, window+2, t.regs[in.c])
	ref := t.f.AddAux(t.b, OpPoolRef, toyPool)
	v := t.f.AddAux(t.b, OpCall, window, ref, ref)
	v.State = &FrameState{PC: uint32(t.pc + 1)}
	t.regs[in.a] = v
}

// object is the object in a register, of the shape that is expected.
func (t *toyBuilder) object(r int) *Value {
	o := t.guard(OpCheckObj, 0, t.regs[r])
	s := t.load(OpLoadRef, MemShape, 8, o)
	t.guard(OpGuardRef, 0, s, t.f.AddAux(t.b, OpPoolRef, toyPool))
	return o
}
