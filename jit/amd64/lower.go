package amd64

import (
	"fmt"

	"firn/heap"
	"firn/ir/ssa"
	"firn/ir/tables"
	"firn/jit/backend"
)

// Lowering goes forwards through each block and selects instructions for one
// value after the other. A value with one use, by a value of its block that can
// take it as part of its own instruction (folds), is not lowered at its place but
// put off: a load until something may change what it reads, a guard until there
// is an effect, others until they are used. The user then finds it pending and
// folds it, or forces it.
//
// Constants and pool entries are immediates and memory operands where possible;
// elsewhere they are loaded once in each block that needs them. Values that only
// frame states use as boxed are not boxed: the exit does that.

// lowerer is the state of the selection for one function.
type lowerer struct {
	f    *ssa.Func
	cfg  *Config
	lf   *backend.Func
	own  backend.Func // its memory is kept for the next function
	b    *backend.Block
	sb   *ssa.Block
	next int // index in sb of the value behind the one that is being lowered

	blocks    []*backend.Block // by ssa block ID
	vregs     []backend.VReg   // by value ID; 0: not needed yet
	info      []valueInfo      // by value ID
	pending   []*ssa.Value     // values of this block that were put off, some forced since
	addresses [4]address       // sums that this block has computed
	nextAddr  int

	states    []*exitState // the first numStates are those of f, by FrameState.Number
	numStates int
	lastState *ssa.FrameState
	lastExit  *exitState
	konsts    map[uint64]int
	places    []exitPlace // by virtual register

	ops       []backend.Operand
	positions []backend.Position // Inst.Pos is an index
	pos       uint32
	calls     []callInfo
	insts     []backend.Inst // room for those of all blocks
	regs      []backend.ExitValue
	edge      []backend.VReg
	frameRoom room[backend.ExitFrame] // what the code keeps
	valueRoom room[backend.ExitValue]
	locRoom   room[backend.Loc]
	hoisted   []*ssa.Value
	slowEnd   int // first frame slot behind all frames of resumable exits; 0: there are none
	err       error
}

// valueInfo is what is known of a value before its block is lowered.
type valueInfo struct {
	user    *ssa.Value   // the last user that is not dropped
	konst   backend.VReg // of a constant: its register in block konstAt
	konstAt int32        // ID of the block, everywhere for all
	uses    int32        // by values that are not dropped, and block controls
	inState bool         // some frame state refers to it
	dropped bool         // nothing but frame states needs it
	pending bool
}

// everywhere as konstAt: the register holds the constant in all blocks.
const everywhere = -2

// address is a sum that is in a register: base + index<<scale.
type address struct {
	base, index, sum backend.VReg
	scale            uint8
}

// droppable are properties of operations that may be left out when unused.
const undroppable = ssa.Guard | ssa.Store | ssa.Effect | ssa.Clobber | ssa.Allocates

func (lo *lowerer) lower(f *ssa.Func, cfg *Config) (*backend.Func, error) {
	n := f.NumValues()
	lo.f, lo.cfg, lo.err = f, cfg, nil
	lo.own.Reset(f.Name)
	lo.lf = &lo.own
	lo.vregs = tables.Zeros(lo.vregs, n)
	lo.info = tables.Zeros(lo.info, n)
	lo.blocks = tables.Zeros(lo.blocks, f.NumBlocks())
	lo.numStates = 0
	if lo.konsts == nil {
		lo.konsts = map[uint64]int{}
	}
	clear(lo.konsts)
	lo.places = lo.places[:0]
	lo.lastState, lo.lastExit = nil, nil
	lo.positions, lo.calls, lo.slowEnd, lo.pos = lo.positions[:0], lo.calls[:0], 0, 0
	lo.hoisted = lo.hoisted[:0]
	lo.analyse()
	room := lo.reserve()
	for _, sb := range f.Blocks {
		b := lo.lf.NewBlock()
		b.Cold = sb.Cold
		lo.blocks[sb.ID] = b
		for _, v := range sb.Values {
			if v.Op != ssa.OpPhi {
				break
			}
			if !lo.info[v.ID].dropped {
				b.Params = append(b.Params, lo.def(v))
			}
		}
	}
	for _, sb := range f.Blocks {
		b := lo.blocks[sb.ID]
		b.Insts = room[:0]
		lo.block(sb)
		if lo.err != nil {
			return nil, lo.err
		}
		if n := len(b.Insts); n <= len(room) { // else it has found room elsewhere
			b.Insts, room = b.Insts[:n:n], room[n:]
		}
	}
	return lo.lf, nil
}

// spareInsts is how many instructions there is room for besides those of values, by
// block.
const spareInsts = 2

// reserve makes room for the exits, which live as long as the code, and for the
// instructions of the blocks, which do not.
func (lo *lowerer) reserve() []backend.Inst {
	exits, insts := 1, 0
	for _, b := range lo.f.Blocks {
		insts += len(b.Values) + spareInsts
		if b.State != nil {
			exits++
		}
		for _, v := range b.Values {
			if v.State != nil {
				exits++
			}
		}
	}
	lo.lf.Exits = append(make([]backend.Exit, 0, exits), lo.lf.Exits...)
	insts += insts/2 + 64
	lo.insts = tables.Empty(lo.insts, insts)[:insts]
	return lo.insts
}

// room gives out pieces of larger ones. They are the caller's for good.
type room[T any] struct{ left []T }

// roomSize is how many elements a room makes at once.
const roomSize = 256

// take is a list of n zeros.
func (r *room[T]) take(n int) []T {
	if n == 0 {
		return nil
	}
	if n > len(r.left) {
		if n > roomSize/4 {
			return make([]T, n)
		}
		r.left = make([]T, roomSize)
	}
	l := r.left[:n:n]
	r.left = r.left[n:]
	return l
}

// fail notes the first thing that cannot be compiled.
func (lo *lowerer) fail(v *ssa.Value, why string, args ...any) {
	if lo.err == nil {
		lo.err = &UnsupportedError{Func: lo.f.Name, Op: v.LongString(), Why: fmt.Sprintf(why, args...)}
	}
}

// analyse counts uses.
func (lo *lowerer) analyse() {
	info := lo.info
	for _, b := range lo.f.Blocks {
		for _, v := range b.Values {
			for _, a := range v.Args {
				info[a.ID].uses++
			}
			if v.State != nil {
				lo.markState(v.State)
			}
			switch v.Op {
			case ssa.OpCall, ssa.OpCallAny, ssa.OpResume, ssa.OpSlow, ssa.OpSlowTest:
				lo.noteSlow(v.State)
			}
		}
		if b.Control != nil {
			info[b.Control.ID].uses++
		}
		if b.Kind == ssa.Exit {
			lo.markState(b.State)
		}
	}
	for i := len(lo.f.Blocks) - 1; i >= 0; i-- {
		values := lo.f.Blocks[i].Values
		for j := len(values) - 1; j >= 0; j-- {
			if v := values[j]; info[v.ID].uses == 0 {
				lo.drop(v)
			}
		}
	}
	for _, b := range lo.f.Blocks {
		for _, v := range b.Values {
			in := &info[v.ID]
			if in.dropped {
				continue
			}
			switch v.Op {
			case ssa.OpConstF64:
				if in.uses > 0 && !plainFloat(uint64(v.Aux)) {
					lo.hoisted = append(lo.hoisted, v)
				}
			case ssa.OpPoolVal, ssa.OpPoolRef:
				if in.inState {
					lo.hoisted = append(lo.hoisted, v)
				}
			}
			for _, a := range v.Args {
				info[a.ID].user = v
			}
		}
	}
	for _, b := range lo.f.Blocks {
		if b.Control != nil {
			info[b.Control.ID].user = nil
		}
	}
}

// drop leaves v out if nothing uses it, or nothing but frame states that can make
// it of its arguments; then perhaps these.
func (lo *lowerer) drop(v *ssa.Value) {
	in := &lo.info[v.ID]
	if in.dropped || in.uses != 0 || v.Op.Has(undroppable) {
		return
	}
	if in.inState && !isBox(v.Op) {
		return
	}
	in.dropped = true
	for _, a := range v.Args {
		arg := &lo.info[a.ID]
		arg.uses--
		if in.inState {
			arg.inState = true
		}
		lo.drop(a)
	}
}

// noteSlow notes how far the frames of a resumable exit reach: those of inlined
// functions lie outside what the interpreter gave values when it entered the
// outermost one.
func (lo *lowerer) noteSlow(s *ssa.FrameState) {
	for ; s != nil; s = s.Parent {
		if n := s.Base + lo.f.Functions[s.Fn].Regs; n > lo.slowEnd {
			lo.slowEnd = n
		}
	}
}

// block lowers one block.
func (lo *lowerer) block(sb *ssa.Block) {
	lo.sb, lo.b = sb, lo.blocks[sb.ID]
	lo.pending = lo.pending[:0]
	lo.addresses = [4]address{}
	if sb == lo.f.Blocks[0] {
		if lo.f.Stub != nil {
			lo.params()
		}
		lo.hoist()
	}
	for i, v := range sb.Values {
		in := &lo.info[v.ID]
		if v.Op == ssa.OpPhi || in.dropped {
			continue
		}
		lo.next = i + 1
		if v.Op.Has(undroppable) {
			lo.flush(v)
		}
		if lo.defers(v, in) {
			in.pending = true
			lo.pending = append(lo.pending, v)
			continue
		}
		lo.value(v)
		if lo.err != nil {
			return
		}
	}
	lo.terminator(sb)
}

// value lowers v at the current place.
func (lo *lowerer) value(v *ssa.Value) {
	lo.at(v.Fn, v.Line)
	lowering := lowerings[v.Op]
	if lowering == nil {
		lo.fail(v, "there is no lowering")
		return
	}
	lowering(lo, v)
}

// at sets the position of the instructions that follow, if positions are wanted.
func (lo *lowerer) at(fn int32, pc uint32) {
	if !lo.cfg.Positions {
		return
	}
	n := len(lo.positions)
	if n > 0 {
		if p := &lo.positions[lo.pos]; p.Fn == uint32(fn) && p.PC == pc {
			return
		}
	}
	lo.positions = append(lo.positions, backend.Position{Fn: uint32(fn), PC: pc})
	lo.pos = uint32(n)
}

// hoist loads in the entry block what is costly to make again: wide float
// constants, which are blinded, and pool entries that frame states refer to.
func (lo *lowerer) hoist() {
	for _, v := range lo.hoisted {
		in := &lo.info[v.ID]
		in.konstAt = everywhere
		if v.Op == ssa.OpConstF64 {
			in.konst = lo.lf.LoadConst(lo.b, backend.FPR, uint64(v.Aux))
		} else {
			in.konst = lo.pool(v)
		}
	}
}

// defers reports whether v is put off for its user.
func (lo *lowerer) defers(v *ssa.Value, in *valueInfo) bool {
	if in.uses != 1 || in.inState {
		return false
	}
	u := in.user
	if u == nil { // the control of a block
		return lo.sb.Kind == ssa.If && lo.sb.Control == v && (isTest(v.Op) || v.Op == ssa.OpTruthy || v.Op == ssa.OpSeqVal || v.Op == ssa.OpSeqStr)
	}
	return u.Block == lo.sb && u.Op != ssa.OpPhi && folds(u, v)
}

// folds reports whether u can take v, its argument, into its instruction.
func folds(u, v *ssa.Value) bool {
	switch v.Op {
	case ssa.OpLoadSlot, ssa.OpLoadVal, ssa.OpLoadValX:
		switch u.Op {
		case ssa.OpCheckInt, ssa.OpCheckObj, ssa.OpCheckStr, ssa.OpCheckNum, ssa.OpUnboxInt, ssa.OpUnboxNum, ssa.OpUnboxRef,
			ssa.OpHasTag, ssa.OpIsNum, ssa.OpCmpVal, ssa.OpGuardVal, ssa.OpGuardHole, ssa.OpGuardTDZ:
			return true
		}
	case ssa.OpLoadRef, ssa.OpLoadInt:
		switch u.Op {
		case ssa.OpCmpRef, ssa.OpCmpInt, ssa.OpCmpUint, ssa.OpGuardRef, ssa.OpGuardInt, ssa.OpGuardBound:
			return true
		}
	case ssa.OpLoadCap:
		return u.Op == ssa.OpGuardBound && u.Args[1] == v && u.Args[0] != v
	case ssa.OpBoxInt, ssa.OpBoxF64, ssa.OpBoxObj, ssa.OpBoxStr, ssa.OpBoxCell:
		return u.Op == ssa.OpStoreSlot || u.Op == ssa.OpStoreVal || u.Op == ssa.OpStoreValX
	case ssa.OpLoadU8:
		return u.Op == ssa.OpAndInt
	case ssa.OpAndInt:
		zero := u.Op == ssa.OpGuardInt || u.Op == ssa.OpCmpInt && (ssa.Cond(u.Aux) == ssa.Eq || ssa.Cond(u.Aux) == ssa.Ne)
		return zero && u.Args[0] == v && isConstInt(u.Args[1], 0)
	}
	return isTest(v.Op) && (u.Op == ssa.OpGuardTrue || u.Op == ssa.OpGuardFalse || u.Op == ssa.OpNotBool)
}

func isConstInt(v *ssa.Value, i int64) bool { return v.Op == ssa.OpConstInt && v.Aux == i }

// isTest reports whether op is a comparison that can be part of a branch.
func isTest(op ssa.Op) bool {
	switch op {
	case ssa.OpCmpInt, ssa.OpCmpUint, ssa.OpCmpF64, ssa.OpCmpRef, ssa.OpCmpVal, ssa.OpNotBool, ssa.OpHasTag, ssa.OpIsNum,
		ssa.OpIsNullish, ssa.OpIsBool, ssa.OpIsKind, ssa.OpThrew:
		return true
	}
	return false
}

// isBox reports whether op boxes its argument, as an exit can do itself.
func isBox(op ssa.Op) bool {
	switch op {
	case ssa.OpBoxInt, ssa.OpBoxF64, ssa.OpBoxBool, ssa.OpBoxObj, ssa.OpBoxStr, ssa.OpBoxCell:
		return true
	}
	return false
}

// flush forces the pending values that v, an effect, may not be done before.
func (lo *lowerer) flush(v *ssa.Value) {
	kept := 0
	for i := 0; i < len(lo.pending); i++ {
		p := lo.pending[i]
		if !lo.info[p.ID].pending {
			continue
		}
		conflict := false
		switch {
		case p.Op.Has(ssa.Guard):
			conflict = v.Op.Has(ssa.Effect | ssa.Store | ssa.Clobber)
		case p.Op == ssa.OpLoadSlot:
			conflict = v.Op == ssa.OpStoreSlot && v.Aux == p.Aux || v.Op.Has(ssa.Clobber)
		case p.Op.Has(ssa.Load):
			conflict = v.Op.Has(ssa.Clobber) ||
				v.Op.Has(ssa.Store) && (v.Mem == p.Mem || v.Mem == ssa.MemNone || p.Mem == ssa.MemNone || v.Mem == ssa.MemKeyed)
		}
		if conflict {
			lo.force(p)
			continue
		}
		lo.pending[kept] = p
		kept++
	}
	lo.pending = lo.pending[:kept]
}

// force lowers a pending value here.
func (lo *lowerer) force(v *ssa.Value) {
	pos := lo.pos
	lo.info[v.ID].pending = false
	lo.value(v)
	lo.pos = pos
}

// take reports whether v is pending; it is the caller's then.
func (lo *lowerer) take(v *ssa.Value) bool {
	in := &lo.info[v.ID]
	was := in.pending
	in.pending = false
	return was
}

// class is the register class of a type.
func class(t ssa.Type) backend.Class {
	if t == ssa.F64 {
		return backend.FPR
	}
	return backend.GPR
}

// def is the virtual register of v.
func (lo *lowerer) def(v *ssa.Value) backend.VReg {
	r := lo.vregs[v.ID]
	if r == 0 {
		r = lo.lf.NewVReg(class(v.Type))
		lo.vregs[v.ID] = r
	}
	return r
}

// temp is a new virtual register.
func (lo *lowerer) temp() backend.VReg { return lo.lf.NewVReg(backend.GPR) }

// use is the virtual register that holds v here.
func (lo *lowerer) use(v *ssa.Value) backend.VReg {
	in := &lo.info[v.ID]
	if in.pending {
		lo.force(v)
	}
	bits, konst := constBits(v)
	if !konst && v.Op != ssa.OpPoolVal && v.Op != ssa.OpPoolRef {
		return lo.def(v)
	}
	if in.konst == 0 || in.konstAt != everywhere && in.konstAt != int32(lo.sb.ID) {
		if konst {
			in.konst = lo.lf.LoadConst(lo.b, class(v.Type), bits)
		} else {
			in.konst = lo.pool(v)
		}
		in.konstAt = int32(lo.sb.ID)
	}
	return in.konst
}

// constBits is the register contents of a constant.
func constBits(v *ssa.Value) (uint64, bool) {
	switch v.Op {
	case ssa.OpConstInt, ssa.OpConstRef:
		return uint64(uint32(v.Aux)), true
	case ssa.OpConstVal, ssa.OpConstF64, ssa.OpConstBool:
		return uint64(v.Aux), true
	}
	return 0, false
}

// pool loads a pool entry.
func (lo *lowerer) pool(v *ssa.Value) backend.VReg {
	d := lo.temp()
	size := S64
	if v.Op == ssa.OpPoolRef {
		size = S32
	}
	lo.mov(d, MOV, size, memSrc(memAbs, int32(v.Aux)))
	return d
}

// plainVal reports whether the bits of a boxed value may be in executable memory
// as they are: the program has chosen at most 16 of them.
func plainVal(bits uint64) bool {
	switch tag := bits >> 48; {
	case tag == heap.TagInt:
		return plainInt(int64(int32(bits)))
	case tag > heap.TagInt:
		return true // a special value or a cell of ROM
	}
	return plainFloat(bits)
}

// plainInt is the same for an integer.
func plainInt(i int64) bool { return i == int64(int16(i)) || i == int64(uint16(i)) }

// plainFloat is the same for a double.
func plainFloat(bits uint64) bool { return bits<<16 == 0 }

// operand is v as an operand of an instruction of its width: an immediate,
// memory, or a register.
func (lo *lowerer) operand(v *ssa.Value) src {
	switch v.Op {
	case ssa.OpConstInt, ssa.OpConstBool:
		return immSrc(int64(int32(v.Aux)))
	case ssa.OpConstRef:
		return ownImm(int64(int32(v.Aux)))
	case ssa.OpConstVal:
		if plainVal(uint64(v.Aux)) {
			return constSrc(uint64(v.Aux))
		}
	case ssa.OpConstF64:
		if plainFloat(uint64(v.Aux)) && v.Aux != 0 {
			return constSrc(uint64(v.Aux))
		}
	case ssa.OpPoolVal, ssa.OpPoolRef:
		return memSrc(memAbs, int32(v.Aux))
	default:
		if lo.info[v.ID].pending {
			if s, ok := lo.memory(v); ok {
				lo.take(v)
				return s
			}
		}
	}
	return regSrc(lo.use(v))
}

// memory is the memory that a pending load reads.
func (lo *lowerer) memory(v *ssa.Value) (src, bool) {
	switch v.Op {
	case ssa.OpLoadSlot:
		return slotSrc(v.Aux), true
	case ssa.OpLoadVal, ssa.OpLoadRef, ssa.OpLoadInt:
		return lo.cell(v, v.Args[0], v.Aux), true
	case ssa.OpLoadValX:
		return lo.cellX(v, v.Args[0], v.Args[1], 3, v.Aux), true
	}
	return src{}, false
}

// slotSrc is a frame slot.
func slotSrc(slot int64) src { return memSrc(memSlot, int32(8*slot)) }

// maxDisp bounds displacements, so that an access through any 32-bit offset stays
// in the cage and the guard behind it.
const maxDisp = 1 << 19

// cell is memory at a field of a cell.
func (lo *lowerer) cell(v, ref *ssa.Value, off int64) src {
	if off < 0 || off >= maxDisp {
		lo.fail(v, "offset %d is out of range", off)
	}
	if ref.Op == ssa.OpConstRef && ref.Aux+off < 1<<31-8 {
		return memSrc(memAbs, int32(ref.Aux+off))
	}
	return cellSrc(lo.use(ref), int32(off))
}

// cellX is memory at cell + off + index<<scale.
func (lo *lowerer) cellX(v, ref, index *ssa.Value, scale uint8, off int64) src {
	if index.Op == ssa.OpConstInt && index.Aux >= 0 && index.Aux<<scale+off < 1<<15 {
		return lo.cell(v, ref, off+index.Aux<<scale)
	}
	if off < 0 || off >= maxDisp {
		lo.fail(v, "offset %d is out of range", off)
	}
	return cellSrc(lo.sum(lo.use(ref), lo.use(index), scale), int32(off))
}

// sum is a register with base + index<<scale, modulo 2^32.
func (lo *lowerer) sum(base, index backend.VReg, scale uint8) backend.VReg {
	for _, a := range lo.addresses {
		if a.base == base && a.index == index && a.scale == scale {
			return a.sum
		}
	}
	d := lo.temp()
	lo.lea(d, base, index, scale, 0)
	lo.addresses[lo.nextAddr&3] = address{base, index, d, scale}
	lo.nextAddr++
	return d
}
