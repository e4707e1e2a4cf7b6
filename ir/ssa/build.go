package ssa

import (
	"errors"

	"firn/heap"
	"firn/ir/bytecode"
)

// BuildConfig is what the builder needs to know of the machine. Building reads the
// heap; nothing else in the compiler does.
type BuildConfig struct {
	Heap *heap.Heap
	// Pool gives the cage offset of a pool entry that holds v, a cell of RAM.
	Pool func(v heap.Value) int64
	// Failed reports whether the guard op at word line of template tmpl has
	// failed too often: the builder then does without it.
	Failed func(tmpl, line uint32, op Op) bool
	// Intrinsics are the leaves that have SSA of their own, by leaf number.
	Intrinsics map[uint32]Intrinsic
	// Library is what the builder needs of the library.
	Library Library
	// Callee is the function of the template that asks to be compiled, 0 if none
	// does: what it sees in its context is likely to be what other calls see.
	Callee uint32
	// FunctionShape and ConstructorShape are the shapes of new closures.
	FunctionShape, ConstructorShape uint32
}

// Library is functions of the library, as cells; 0: there is none.
type Library struct {
	ResultStep uint32 // what a for-of loop does with an iterator result object: its value, or empty
}

// ErrTooLarge is returned for functions beyond the limits of the compiler.
var ErrTooLarge = errors.New("not compiled: the function is too large")

const (
	maxWords     = 6000 // code words of a function that is compiled
	maxInlineAll = 6000 // values added by inlining
	inlineWords  = 120  // code words of a function that is inlined
	inlineSmall  = 30   // … at any depth
	maxDepth     = 6    // of inlining

	header = 4 // words of a frame header

	actStore     = 0 // the return actions of interp that native frames use
	actConstruct = 1
)

// builder makes the graph of one function.
type builder struct {
	cfg    *BuildConfig
	h      *heap.Heap
	f      *Func
	cur    *Block // where values go; nil after the end of a path
	fr     *frame
	in     *bytecode.Inst // the current instruction
	consts map[constKey]*Value
	entry  *Block

	constants []*Value // … in the order they were asked for; they come first in entry

	sources  map[uint32]*source
	closures map[*Value]uint32 // templates of the closures made here
	guesses  map[*Value]heap.Value

	way *slowWay // where checks lead, nil: out of the code
}

type constKey struct {
	op  Op
	aux int64
}

// frame is one activation in the graph: the function itself or an inlined call.
type frame struct {
	src    *source
	fn     int
	base   int
	parent *frame
	// outer is the caller's state behind the call, of an inlined frame.
	outer *FrameState
	// The header of the frame.
	callee, newTarget *Value
	argc, dst, act    uint32
	resumed           *Value // in place of new.target, of a coroutine: its object, undefined before it is suspended first
	this              *Value // of an inlined construction: the new object

	regs  []*Value
	state *FrameState // state before the current instruction, when it was asked for

	blocks map[uint32]*blockState // by block
	order  []uint32
	copy   uint32 // of the block that is being built
	rets   []edge // inlined: where it returns, with the value in regs[0]
}

// edge is a way into a block: the end of from, with the registers there.
type edge struct {
	from *Block
	regs []*Value
}

// blockState is a bytecode block on the way to SSA.
type blockState struct {
	start  uint32 // the block: see source.succs
	in     []edge
	preds  int      // ways into it
	loop   bool     // a loop header
	writes []uint64 // … and the registers that its loop writes
	head   *Block   // its SSA block, of a loop header
	phis   []*Value
}

// Build makes the graph of template tmpl, entered at word entryPC (0, or the
// control instruction at the end of a loop).
func Build(cfg *BuildConfig, tmpl, entryPC uint32) (*Func, error) {
	b := &builder{cfg: cfg, h: cfg.Heap, consts: map[constKey]*Value{}, sources: map[uint32]*source{}, closures: map[*Value]uint32{}, guesses: map[*Value]heap.Value{}}
	if b.h.U32(tmpl+heap.TmplWords) > maxWords {
		return nil, ErrTooLarge
	}
	src := b.source(tmpl)
	b.f = NewFunc()
	b.f.EntryPC = entryPC
	b.entry = b.f.NewBlock(Jump)
	b.cur = b.entry
	fr := &frame{src: src, fn: b.function(src)}
	b.f.Name = b.f.Functions[0].Name
	b.fr = fr
	if roots := src.resumptions(); len(roots) > 0 && entryPC == 0 {
		b.coroutine(fr, roots)
	} else {
		b.enter(fr, entryPC)
		b.run(fr, entryPC)
	}
	b.finish()
	if b.f.NumValues() > 60000 {
		return nil, ErrTooLarge
	}
	return b.f, nil
}

// enter emits the entry of the outermost frame: its registers are in the slots.
func (b *builder) enter(fr *frame, entryPC uint32) {
	fr.regs = make([]*Value, fr.src.regs)
	live := fr.src.live.At(entryPC)
	entry := b.f.NewValue(OpEntry, None)
	b.entry.Append(entry)
	if entryPC != 0 {
		entry.Aux2 = 1
	}
	for r := range fr.regs {
		switch {
		case live[r/64]>>(r%64)&1 == 0:
		case entryPC != 0 || r <= fr.src.params:
			fr.regs[r] = b.aux(OpLoadSlot, int64(r))
		default:
			fr.regs[r] = b.value(heap.Undefined)
		}
	}
	b.enterHeader(fr)
	// Leaving here, every register is in its slot.
	entry.State = b.f.bare(b.stateAt(fr, entryPC))
	entry.State.InSlot = live
	b.note(entry, entryPC)
	b.pollAt(entryPC)
}

// enterHeader loads what is in the header of the outermost frame.
func (b *builder) enterHeader(fr *frame) {
	fr.callee = b.aux(OpLoadSlot, -1)
	if c := b.cfg.Callee; c != 0 && b.h.Kind(c) == heap.KFunction && b.h.Word(c) == fr.src.tmpl {
		b.guesses[fr.callee] = heap.Object(c)
	}
	if fr.src.flags&(heap.TGenerator|heap.TAsync) != 0 {
		fr.resumed = b.aux(OpLoadSlot, -4)
	}
}

// finish sums up.
func (b *builder) finish() {
	f := b.f
	b.entry.Values = append(b.constants, b.entry.Values...)
	slots, fuel := 0, int64(0)
	var entries []*Value
	for _, blk := range f.Blocks {
		for _, v := range blk.Values {
			switch v.Op {
			case OpCharge:
				fuel += v.Aux
			case OpCall, OpCallAny, OpResume:
				_, _, cost := v.UnpackCall()
				fuel += int64(cost)
				if n := int(v.Aux) + 8; n > slots {
					slots = n
				}
			case OpStubInt, OpStubRef:
				fuel += Stubs[v.Aux].Fuel
			case OpSeqStr:
				fuel += Stubs[StubStringEqual].Fuel
			case OpEntry:
				entries = append(entries, v)
			case OpStoreSlot:
				if n := int(v.Aux) + 1; n > slots {
					slots = n
				}
			}
			if v.State != nil {
				for s := v.State; s != nil; s = s.Parent {
					if n := s.Base + f.Functions[s.Fn].Regs; n > slots {
						slots = n
					}
				}
			}
		}
	}
	if n := f.Functions[0].Regs; n > slots {
		slots = n
	}
	f.Slots, f.Fuel = slots, fuel+256
	for _, v := range entries {
		v.Aux = int64(slots + 2*header)
	}
}

// isConst reports whether v is one of the constants.
func (v *Value) isConst() bool {
	switch v.Op {
	case OpConstVal, OpConstInt, OpConstF64, OpConstBool, OpConstRef, OpPoolVal, OpPoolRef:
		return true
	}
	return false
}

// function registers a template in the Func.
func (b *builder) function(src *source) int {
	h := b.h
	fn := &Function{Tmpl: src.tmpl, InROM: h.IsROM(src.tmpl), Regs: src.regs, Params: src.params,
		Flags: h.U32(src.tmpl + heap.TmplFlags), Code: heap.TmplData + 8*h.U32(src.tmpl+heap.TmplConsts), Name: src.name}
	if !fn.InROM {
		fn.Tmpl = uint32(b.cfg.Pool(heap.CellRef(src.tmpl)))
	}
	b.f.Functions = append(b.f.Functions, fn)
	return len(b.f.Functions) - 1
}

// run turns the bytecode of fr, from word start on, into blocks. b.cur is where
// control comes from, fr.regs the registers there.
func (b *builder) run(fr *frame, start uint32) {
	src := fr.src
	fr.blocks = map[uint32]*blockState{}
	b.fr = fr
	outer := b.way
	b.way = nil
	defer func() { b.way = outer }()
	// The code from start to the end of its block is a block of its own when it is
	// entered in the middle of one.
	if !src.leader[start] {
		fr.order = src.walk(src.cuts(start), start)
		b.prepare(fr, start)
		b.block(fr, start)
	} else {
		fr.order = src.walk(src.cuts(start), start)
		b.prepare(fr, start)
		b.jumpTo(start)
	}
	b.ordered(fr)
}

// ordered builds the blocks of fr that control comes to.
func (b *builder) ordered(fr *frame) {
	for _, s := range fr.order {
		bs := fr.blocks[s]
		if len(bs.in) == 0 {
			continue
		}
		b.open(fr, bs)
		b.block(fr, s)
	}
}

// prepare finds the loop headers among the blocks of fr.
func (b *builder) prepare(fr *frame, start uint32) {
	pos := map[uint32]int{}
	for i, s := range fr.order {
		fr.blocks[s] = &blockState{start: s}
		pos[s] = i
	}
	cuts := fr.src.cuts(start)
	preds := map[uint32][]uint32{}
	backs := map[uint32][]uint32{} // by header, the ends of its loop
	for i, s := range fr.order {
		for _, t := range fr.src.succs(s, cuts) {
			p, ok := pos[t]
			if !ok {
				continue
			}
			fr.blocks[t].preds++
			preds[t] = append(preds[t], s)
			if p <= i {
				fr.blocks[t].loop = true
				backs[t] = append(backs[t], s)
			}
		}
	}
	entered := map[uint32]bool{start: true}
	if _, ok := pos[start]; !ok {
		entered = map[uint32]bool{}
		for _, t := range fr.src.succs(start, cuts) {
			entered[t] = true
		}
	}
	for head, ends := range backs {
		fr.blocks[head].writes = fr.src.writes(head, ends, preds, entered)
	}
	if _, ok := pos[start]; !ok {
		for _, t := range fr.src.succs(start, cuts) {
			if bs := fr.blocks[t]; bs != nil {
				bs.preds++
			}
		}
	}
}

// open makes the SSA block of bs from the edges that lead there so far, and
// makes it current.
func (b *builder) open(fr *frame, bs *blockState) {
	word := wordOf(bs.start)
	blk, regs := b.merge(fr, bs.in, fr.src.live.At(word))
	b.cur, fr.regs, fr.state = blk, regs, nil
	if !bs.loop {
		return
	}
	// blk is the preheader: what leaves there goes on at the header.
	blk.EndState = b.stateAt(fr, word)
	head := b.f.NewBlock(Jump)
	blk.Connect(head)
	bs.head = head
	phiRegs := append([]*Value(nil), regs...)
	bs.phis = make([]*Value, len(regs))
	for r, v := range regs {
		if v == nil || bs.writes[r/64]>>(r%64)&1 == 0 {
			continue
		}
		b.cur = blk
		p := b.f.NewValue(OpPhi, Val, b.boxed(v))
		p.Fn, p.Line = fr.fn, word
		head.Append(p)
		bs.phis[r], phiRegs[r] = p, p
	}
	b.cur, fr.regs, fr.state = head, phiRegs, nil
	poll := b.f.Add(head, OpPoll)
	b.note(poll, word)
	poll.State = b.stateAt(fr, word)
}

// merge joins edges into a new block; live tells which registers matter there.
func (b *builder) merge(fr *frame, in []edge, live []uint64) (*Block, []*Value) {
	blk := b.f.NewBlock(Jump)
	regs := make([]*Value, len(in[0].regs))
	for _, e := range in {
		e.from.Connect(blk)
	}
	for r := range regs {
		if live != nil && live[r/64]>>(r%64)&1 == 0 {
			continue
		}
		first := in[0].regs[r]
		same, typ := true, None
		for _, e := range in {
			v := e.regs[r]
			if v == nil {
				v = b.value(heap.Undefined)
			}
			if v != first {
				same = false
			}
			switch {
			case typ == None:
				typ = v.Type
			case typ != v.Type && (typ == Int || typ == F64) && (v.Type == Int || v.Type == F64):
				typ = F64
			case typ != v.Type:
				typ = Val
			}
		}
		if same {
			regs[r] = first
			continue
		}
		p := b.f.NewValue(OpPhi, typ)
		p.Fn = fr.fn
		blk.Append(p)
		for _, e := range in {
			v := e.regs[r]
			b.cur = e.from
			if v == nil {
				v = b.value(heap.Undefined)
			}
			switch {
			case typ == Val:
				v = b.boxed(v)
			case typ == F64 && v.Type == Int:
				v = b.op(OpIntToF64, v)
			}
			p.AddArg(v)
		}
		regs[r] = p
	}
	return blk, regs
}

// jumpTo ends the current block with a jump to the bytecode block at start.
func (b *builder) jumpTo(start uint32) {
	if b.cur == nil {
		return
	}
	b.edgeTo(b.cur, start, b.fr.regs)
	b.cur = nil
}

// edgeTo adds an edge from the end of a block, which has one successor not
// connected yet, to the bytecode block at start.
func (b *builder) edgeTo(from *Block, start uint32, regs []*Value) {
	b.edgeInto(from, start, b.fr.src.into(b.fr.copy, start), regs)
}

// edgeInto is edgeTo for one of the copies of the bytecode block at start.
func (b *builder) edgeInto(from *Block, start, block uint32, regs []*Value) {
	fr := b.fr
	bs := fr.blocks[block]
	if bs == nil {
		// Outside of what is compiled.
		from.Kind, from.State, from.Reason = Exit, b.stateWith(fr, start, regs), "leaves the loop"
		return
	}
	if bs.preds > 1 || bs.loop {
		from.EndState = b.stateWith(fr, start, regs)
	}
	if bs.head == nil {
		bs.in = append(bs.in, edge{from, append([]*Value(nil), regs...)})
		return
	}
	// A back edge.
	from.Connect(bs.head)
	save := b.cur
	b.cur = from
	for r, p := range bs.phis {
		if p == nil {
			continue
		}
		v := regs[r]
		if v == nil {
			v = b.value(heap.Undefined)
		}
		p.AddArg(b.boxed(v))
	}
	b.cur = save
}

// branch ends the current block with a branch on a Bool to two bytecode blocks.
func (b *builder) branch(c *Value, yes, no uint32) {
	from := b.cur
	from.Kind, from.Control = If, c
	t, e := b.f.NewBlock(Jump), b.f.NewBlock(Jump)
	from.Connect(t)
	from.Connect(e)
	b.edgeTo(t, yes, b.fr.regs)
	b.edgeTo(e, no, b.fr.regs)
	b.cur = nil
}

// exit ends the current block by leaving to the interpreter before the
// instruction at pc.
func (b *builder) exit(pc uint32, why string) {
	b.cur.Kind, b.cur.State, b.cur.Reason = Exit, b.stateAt(b.fr, pc), why
	b.cur = nil
}

// block interprets a bytecode block.
func (b *builder) block(fr *frame, block uint32) {
	src := fr.src
	fr.copy = copyNumber(block)
	end := src.endOf(wordOf(block))
	for pc := wordOf(block); pc < end && b.cur != nil; {
		in, ok := bytecode.Decode(src.code, pc)
		if !ok {
			b.exit(pc, "end of code")
			return
		}
		fr.state = nil
		if src.isCut(fr, pc) {
			b.exit(pc, "leaves the loop")
			return
		}
		pc = b.instruction(&in)
	}
	if b.cur != nil {
		b.jumpTo(end)
	}
}

// note says which instruction a value comes from.
func (b *builder) note(v *Value, pc uint32) {
	v.Fn, v.Line = b.fr.fn, pc
}

// op adds a value to the current block; aux likewise, with an aux value.
func (b *builder) op(op Op, args ...*Value) *Value {
	v := b.f.Add(b.cur, op, args...)
	v.Fn, v.Line = b.fr.fn, b.fr.src.pc
	return v
}

func (b *builder) aux(op Op, aux int64, args ...*Value) *Value {
	v := b.op(op, args...)
	v.Aux = aux
	return v
}

// guard adds a value that may leave before the current instruction.
func (b *builder) guard(op Op, aux int64, args ...*Value) *Value {
	v := b.aux(op, aux, args...)
	v.State = b.state()
	return v
}

// failed reports whether guard op has failed at the current instruction.
func (b *builder) failed(op Op) bool {
	return b.cfg.Failed != nil && b.cfg.Failed(b.fr.src.tmpl, b.fr.src.pc, op)
}
