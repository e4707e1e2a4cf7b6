package ssa

import (
	"errors"

	"firn/heap"
	"firn/ir/bytecode"
)

// AnyLine stands for all lines of a template.
const AnyLine = 1<<32 - 1

// BuildConfig is what the builder needs to know of the machine. Building reads the
// heap; nothing else in the compiler does.
type BuildConfig struct {
	Heap *heap.Heap
	// Pool gives the cage offset of a pool entry that holds v, a cell of RAM.
	Pool func(v heap.Value) int64
	// Failed reports whether the guard op at word line of template tmpl has
	// failed too often: the builder then does without it. The upper byte of op is
	// the guard's role (see Value.Key). Of line AnyLine it reports whether op has
	// failed at so many lines that it is better avoided at all.
	Failed func(tmpl, line uint32, op Op) bool
	// Intrinsics are the leaves that have SSA of their own, by leaf number.
	Intrinsics map[uint32]Intrinsic
	// Library is what the builder needs of the library.
	Library Library
	// Callee is the function of the template that asks to be compiled, 0 if none
	// does: what it sees in its context is likely to be what other calls see.
	Callee uint32
	// FunctionCall is Function.prototype.call: a call of it is one of its this.
	FunctionCall heap.Value
	// Frame is the cage offset of the registers of the activation that asks, 0 if
	// none does. An entry in the middle takes what it sees in them for granted,
	// with guards: contexts and functions.
	Frame uint32
	// FunctionShape and ConstructorShape are the shapes of new closures.
	FunctionShape, ConstructorShape uint32
}

// Library is objects of the library, as cells; 0: there is none.
type Library struct {
	IteratorRecord   uint32 // gives an iterable's iterator and its next method, in an array
	IteratorStep     uint32 // gives an iterator's next value, or empty
	ResultStep       uint32 // gives the value of an iterator result object, or empty
	IteratorClose    uint32 // closes an iterator that was left early
	GeneratorNext    uint32 // %GeneratorPrototype.next%
	PromisePrototype uint32
	// What the driver calls for an access to a property of a proxy.
	ProxyGet, ProxyPut, ProxyHas, ProxyDelete uint32
	HasInstance                               heap.Value // the well-known symbol
	Array                                     heap.Value // the constructor
	ThrowTypeError, ArrayValues               heap.Value // what arguments objects have
	// What the driver calls for binary operators, in the order of their instructions, of
	// which an operand is an object, and for the conversions of one.
	Operators                        [12]uint32
	ToPrimitive, ToNumeric, ToNumber uint32
	// TableIterator gives the shapes of plain Maps, or Sets, and of their iterators,
	// likewise; each 0 until there has been one.
	TableIterator func(set bool) (object, iterator uint32)
	// StringIterator gives the shape of iterators of strings, if for-of makes one
	// whatever a program does, else 0. nil: there is none.
	StringIterator func() uint32
	// CoroutineShape is the shape of closures with flags heap.TGenerator and heap.TAsync, 0 until
	// there has been one. nil: they are the driver's.
	CoroutineShape func(flags uint32) uint32
	// RegExpLiteral tells what evaluating a regular expression literal makes: an object
	// of shape whose slots are source, flags and the program at offset of cell cache, and
	// lastIndex; and what that costs. Shape 0 or nil: that is the driver's.
	RegExpLiteral func(source, flags heap.Value) (shape, cache, offset, units uint32)
}

// ErrTooLarge is returned for functions beyond the limits of the compiler.
var ErrTooLarge = errors.New("not compiled: the function is too large")

const (
	maxWords     = 6000 // code words of a function that is compiled
	maxInlineAll = 400  // values of a graph that is large enough: only small functions are inlined then
	inlineWords  = 40   // code words of a function that is inlined
	inlineSmall  = 12   // … in any graph
	maxDepth     = 3    // of inlining

	header = 4 // words of a frame header

	actStore     = 0 // the return actions of interp that native frames use
	actConstruct = 1
)

// builder makes the graph of one function.
type builder struct {
	cfg   *BuildConfig
	h     *heap.Heap
	f     *Func
	cur   *Block // where values go; nil after the end of a path
	fr    *frame
	in    *bytecode.Inst // the current instruction
	entry *Block

	way *slowWay // where checks lead, nil: out of the code

	effects int // operations so far that must not be done twice

	*buildStorage
}

// buildStorage is what a builder needs besides what it builds.
type buildStorage struct {
	consts    constTable
	constants []*Value // in the order they were asked for; they come first in entry
	sources   map[uint32]*source
	closures  map[*Value]uint32 // templates of the closures made here
	guesses   map[*Value]heap.Value
	lists     map[*Value]*list

	tables slab[*blockState]
	blocks slab[blockState]
	edges  slab[edge]
	insts  slab[bytecode.Inst]
	lazy   slab[lazyState]
	ics    slab[ic]
}

// builderOf is a builder that makes a function in f's memory.
func builderOf(cfg *BuildConfig, f *Func) *builder {
	s := &f.memory().build
	if s.sources == nil {
		s.sources = map[uint32]*source{}
		s.closures, s.guesses, s.lists = map[*Value]uint32{}, map[*Value]heap.Value{}, map[*Value]*list{}
	}
	return &builder{cfg: cfg, h: cfg.Heap, f: f, buildStorage: s}
}

// reset forgets the function that was built.
func (s *buildStorage) reset() {
	s.consts.reset()
	s.constants = s.constants[:0]
	clear(s.sources)
	clear(s.closures)
	clear(s.guesses)
	clear(s.lists)
	s.tables.reset()
	s.blocks.reset()
	s.insts.reset()
	s.lazy.reset()
	s.ics.reset()
	s.edges.reset()
}

type constKey struct {
	op  Op
	aux int64
}

// frame is one activation in the graph: the function itself or an inlined call.
type frame struct {
	src    *source
	fn     int32
	base   int
	parent *frame
	// outer is the caller's state behind the call, of an inlined frame.
	outer *FrameState
	// The header of the frame.
	callee, newTarget *Value
	argc, dst, act    uint32
	args              []*Value // the actual arguments, of an inlined frame
	resumed           *Value   // in place of new.target, of a coroutine: its object, undefined before it is suspended first
	this              *Value   // of an inlined construction: the new object
	polls             bool     // inlined behind a call: there may be no fuel for it

	pc    uint32 // of the instruction that is being built
	regs  []*Value
	state *lazyState // before the current instruction; nil: with the registers as they are
	last  lastState

	blocks []*blockState // by number; nil: not of what is compiled
	order  []int32
	copy   int32       // of the block that is being built
	flow   *resumeFlow // of a coroutine
	rets   []edge      // inlined: where it returns, with the value in regs[0]
}

// edge is a way into a block: the end of from, with the registers there.
type edge struct {
	from *Block
	regs []*Value
}

// blockState is a bytecode block on the way to SSA.
type blockState struct {
	start  uint32 // of a handler, behind its catch instruction
	end    uint32
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
	if cfg.Heap.U32(tmpl+heap.TmplWords) > maxWords {
		return nil, ErrTooLarge
	}
	b := builderOf(cfg, NewFunc())
	src := b.source(tmpl)
	b.f.EntryPC = entryPC
	b.entry = b.f.NewBlock(Jump)
	b.cur = b.entry
	fr := &frame{src: src, fn: b.function(src)}
	b.f.Name = b.f.Functions[0].Name
	b.fr = fr
	if words := src.resumptions(); len(words) > 0 && entryPC == 0 {
		b.coroutine(fr, words)
	} else {
		b.enter(fr, entryPC)
		b.run(fr, entryPC)
	}
	b.finish()
	b.buildStorage.reset()
	b.f.mem.idle()
	if b.f.NumValues() > 60000 {
		b.f.Free()
		return nil, ErrTooLarge
	}
	return b.f, nil
}

// enter emits the entry of the outermost frame: its registers are in the slots.
func (b *builder) enter(fr *frame, entryPC uint32) {
	fr.regs = b.f.room(fr.src.regs)
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
			v := b.aux(OpLoadSlot, int64(r))
			fr.regs[r] = v
			if entryPC != 0 && b.cfg.Frame != 0 {
				b.guessRegister(v, b.h.Val(b.cfg.Frame+8*uint32(r)))
			}
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
	if fr.src.isCoroutine() {
		fr.resumed = b.aux(OpLoadSlot, -header)
	} else {
		fr.newTarget = b.aux(OpLoadSlot, -header)
	}
}

// finish sums up.
func (b *builder) finish() {
	f := b.f
	values := b.f.room(len(b.constants) + len(b.entry.Values))
	copy(values[copy(values, b.constants):], b.entry.Values)
	b.entry.Values = values
	slots, fuel := 0, int64(0)
	var entries []*Value
	for _, blk := range f.Blocks {
		for _, v := range blk.Values {
			switch v.Op {
			case OpCharge:
				fuel += v.Aux
			case OpCall, OpCallAny, OpResume:
				// The window, and once more where the frame begins above it.
				argc, _, cost := v.UnpackCall()
				fuel += int64(cost)
				if n := int(v.Aux) + 2*int(argc+header) + 2; n > slots {
					slots = n
				}
			case OpBigInt:
				fuel += BigFuel
			case OpStubInt, OpStubRef:
				fuel += Stubs[v.Aux].Fuel
			case OpSeqStr:
				fuel += Stubs[StubStringEqual].Fuel
			case OpRest:
				fuel += MaxList
			case OpEntry:
				entries = append(entries, v)
			case OpStoreSlot:
				if n := int(v.Aux) + 1; n > slots {
					slots = n
				}
			}
			if v.State != nil {
				for s := v.State; s != nil; s = s.Parent {
					if n := s.Base + max(f.Functions[s.Fn].Regs, len(s.Regs)); n > slots {
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
func (b *builder) function(src *source) int32 {
	h := b.h
	fn := &Function{Tmpl: src.tmpl, InROM: h.IsROM(src.tmpl), Regs: src.regs, Params: src.params,
		Flags: h.U32(src.tmpl + heap.TmplFlags), Code: heap.TmplData + 8*h.U32(src.tmpl+heap.TmplConsts), Name: src.name}
	if !fn.InROM {
		fn.Tmpl = uint32(b.cfg.Pool(heap.CellRef(src.tmpl)))
	}
	b.f.Functions = append(b.f.Functions, fn)
	return int32(len(b.f.Functions) - 1)
}

// open makes the SSA block of bs from the edges that lead there so far, and
// makes it current.
func (b *builder) open(fr *frame, bs *blockState) {
	b.join(fr, bs.in, bs.start)
	if !bs.loop {
		return
	}
	blk, regs := b.cur, fr.regs
	// blk is the preheader: what leaves there goes on at the header.
	blk.EndState = b.stateAt(fr, bs.start)
	head := b.f.NewBlock(Jump)
	blk.Connect(head)
	bs.head = head
	phiRegs := b.f.list(regs)
	bs.phis = b.f.room(len(regs))
	for r, v := range regs {
		if v == nil || bs.writes[r/64]>>(r%64)&1 == 0 {
			continue
		}
		b.cur = blk
		p := b.f.NewValue(OpPhi, Val, b.boxed(v))
		b.phiOf(p, uint32(r), bs.start)
		head.Append(p)
		bs.phis[r], phiRegs[r] = p, p
	}
	b.cur, fr.regs, fr.state = head, phiRegs, nil
	poll := b.f.Add(head, OpPoll)
	b.note(poll, bs.start)
	poll.State = b.stateAt(fr, bs.start)
	fr.last = lastState{poll.State, head, b.effects}
}

// join goes on where edges come together, before the instruction at word pc.
func (b *builder) join(fr *frame, in []edge, pc uint32) {
	blk, regs := b.merge(fr, in, fr.src.live.At(pc), pc)
	for _, p := range blk.Values[:blk.numPhis()] {
		if len(in) > 1 && p.Type == Val { // a phi of what may have to be checked
			for _, e := range in {
				e.from.EndState = b.stateWith(fr, pc, e.regs)
			}
			break
		}
	}
	b.cur, fr.regs, fr.state = blk, regs, nil
}

// phiOf says that p is the phi of register r before the instruction at line, and
// what is known of checks of what flows into it.
func (b *builder) phiOf(p *Value, r, line uint32) {
	p.Fn, p.Line, p.Role = b.fr.fn, line, phiRole(r)
	for _, op := range [...]Op{OpPhi, OpCheckInt} {
		if key := op | Op(p.Role)<<8; b.failedAt(line, key) || b.failedAt(AnyLine, key) {
			p.From = op
			return
		}
	}
}

// phiRole is the role of the phi of register r, and of the checks before it. Those
// of high registers are not told apart. Such a check that has failed is the phi's
// From: OpCheckInt when it was for int32 values, OpPhi for others.
func phiRole(r uint32) uint8 { return uint8(min(r, lastRole) + firstRole) }

const firstRole, lastRole = 50, 200

// FailedPhi is what to avoid besides the check key (see Value.Key), which has failed,
// when that was before a phi: the register whose value it was, and what to avoid if
// that is no number.
func FailedPhi(key Op) (r uint32, also Op, ok bool) {
	role := uint32(key >> 8)
	if key&0xFF != OpCheckInt || role < firstRole || role >= firstRole+lastRole {
		return 0, OpInvalid, false
	}
	return role - firstRole, OpPhi | Op(role)<<8, true
}

// merge joins edges into a new block, or goes on in that of the only one; live tells
// which registers matter there, at line.
func (b *builder) merge(fr *frame, in []edge, live []uint64, line uint32) (*Block, []*Value) {
	regs := b.f.room(len(in[0].regs))
	if len(in) == 1 {
		for r, v := range in[0].regs {
			if live == nil || live[r/64]>>(r%64)&1 != 0 {
				regs[r] = v
			}
		}
		in[0].from.EndState = nil // it does not end
		return in[0].from, regs
	}
	blk := b.f.NewBlock(Jump)
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
		b.phiOf(p, uint32(r), line)
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
	fr := b.fr
	b.edgeInto(from, start, fr.into(fr.src.live.BlockAt(start)), regs)
}

// edgeInto is edgeTo for a copy of the bytecode block at start.
func (b *builder) edgeInto(from *Block, start uint32, block int32, regs []*Value) {
	fr := b.fr
	bs := fr.blocks[block]
	if bs == nil {
		// Outside of what is compiled.
		from.Kind, from.State, from.Reason = Exit, b.stateWith(fr, start, regs), "leaves the loop"
		return
	}
	if bs.head == nil {
		if bs.in == nil {
			bs.in = b.edges.take(bs.preds + 1)[:0]
		}
		bs.in = append(bs.in, edge{from, b.f.list(regs)})
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
		if from.EndState == nil {
			from.EndState = b.stateWith(fr, start, regs)
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

// block interprets the bytecode from word start to end, in one block.
func (b *builder) block(fr *frame, start, end uint32) {
	src := fr.src
	for pc := start; pc < end && b.cur != nil; {
		in, ok := b.insts.one(), false
		if *in, ok = bytecode.Decode(src.code, pc); !ok {
			b.exit(pc, "end of code")
			return
		}
		fr.state = nil
		if src.isCut(fr, pc) {
			b.exit(pc, "leaves the loop")
			return
		}
		pc = b.instruction(in)
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
	if op.Has(Effect|Store|Clobber) && op != OpGuardEpoch && op != OpPoll {
		b.effects++
	}
	v := b.f.Add(b.cur, op, args...)
	v.Fn, v.Line = b.fr.fn, b.fr.pc
	return v
}

func (b *builder) aux(op Op, aux int64, args ...*Value) *Value {
	v := b.op(op, args...)
	v.Aux = aux
	return v
}

// guard adds a value that may leave before the current instruction.
func (b *builder) guard(op Op, aux int64, args ...*Value) *Value {
	s := b.state() // before v is counted among the effects
	v := b.aux(op, aux, args...)
	v.State = s
	return v
}

// failed reports whether guard op has failed at the current instruction, or at so
// many others that it is not to be tried.
func (b *builder) failed(op Op) bool {
	return b.failedHere(op) || b.failedAt(AnyLine, op)
}

// failedHere reports whether guard op has failed at the current instruction. It is
// for instructions whose operands the interpreter keeps types of: what others have
// met says nothing of those. (Indices that become doubles because elements did
// are doubles for the interpreter, too, and for all that they flow to.)
func (b *builder) failedHere(op Op) bool { return b.failedAt(b.fr.pc, op) }

func (b *builder) failedAt(line uint32, op Op) bool {
	return b.cfg.Failed != nil && b.cfg.Failed(b.fr.src.tmpl, line, op)
}
