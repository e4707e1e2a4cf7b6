package bytecode

import (
	"slices"

	"firn/heap"
)

// Live tells which registers of f are live at the instruction at word index pc:
// bit r%64 of element r/64 is set when r may be read before it is written. It
// follows exceptional edges too. this, r0, is read by the return of a function
// that can construct; otherwise it and registers that a frame is resumed with are
// treated like any other.
func Live(f *Function, pc uint32) []uint64 {
	return Analyze(f).At(pc)
}

// Liveness is a backward data-flow analysis over basic blocks.
type Liveness struct {
	f       *Function
	words   int // of a set
	leaders []bool
	block   []int32 // block of a word index
	blocks  []liveBlock
	succs   []int32  // of blocks
	sets    []uint64 // four of each block, see liveSet
	at      []int32  // by word index: where the set of an instruction that was asked for is in before, plus 1
	before  []uint64

	// Of the instruction at work.
	reads, writes   []uint64
	onRead, onWrite func(first, n uint32)
	insts           []Inst // of a block
}

// liveBlock is a basic block.
type liveBlock struct {
	start, end uint32 // words
	last       uint32 // of its instructions
	insts      int
	succs      [3]int32 // its successors: from, to in Liveness.succs; with the handler, to the third
	handler    int32    // the block where what it throws goes on; -1: nowhere in this function
}

// liveSet says which set of a block is meant.
type liveSet int

const (
	liveIn     liveSet = iota // live at its start
	liveReads                 // read in it before it is written in it
	liveWrites                // written in it
	liveThrows                // written in it before anything can throw
	numLiveSets
)

func (l *Liveness) set(b int32, which liveSet) []uint64 {
	at := (int(b)*int(numLiveSets) + int(which)) * l.words
	return l.sets[at : at+l.words : at+l.words]
}

// Analyze does the analysis that Live answers from, for many questions.
func Analyze(f *Function) *Liveness {
	l := &Liveness{f: f, words: (f.Regs + 63) / 64}
	room := make([]int32, 2*len(f.Code))
	l.at, l.block = room[:len(f.Code)], room[len(f.Code):]
	both := make([]uint64, 2*l.words)
	l.reads, l.writes = both[:l.words], both[l.words:]
	l.onRead, l.onWrite = including(l.reads), including(l.writes)
	l.findLeaders()
	n := 0
	for pc := range f.Code {
		if l.leaders[pc] {
			n++
		}
		l.block[pc] = int32(n - 1)
	}
	l.blocks = make([]liveBlock, 0, n)
	l.succs = make([]int32, 0, 3*n)
	for pc := range f.Code {
		if l.leaders[pc] {
			l.blocks = append(l.blocks, liveBlock{start: uint32(pc), handler: -1})
		}
		l.blocks[len(l.blocks)-1].end = uint32(pc + 1)
	}
	l.sets = make([]uint64, n*int(numLiveSets)*l.words)
	for b := range l.blocks {
		l.summarize(int32(b))
	}
	l.solve()
	return l
}

// findLeaders tells where blocks begin: handlers begin and end with one.
func (l *Liveness) findLeaders() {
	f := l.f
	leader := make([]bool, len(f.Code)+1)
	leader[0] = true
	for pc := uint32(0); ; {
		in, ok := Decode(f.Code, pc)
		if !ok {
			break
		}
		effects := Table[in.Op].Effects
		if effects&(Branch|End) != 0 || in.Op == OpInitgen {
			for _, o := range in.Operands() {
				if o.Type == Jump {
					if t := in.Value(o); t >= 0 && t < int64(len(f.Code)) {
						leader[t] = true
					}
				}
			}
			leader[in.Next] = true
		} else if Suspends(in.Op) {
			leader[in.Next] = true
		}
		pc = in.Next
	}
	for _, h := range f.Handlers {
		leader[h.Start], leader[h.End], leader[h.Target] = true, true, true
	}
	l.leaders = leader
}

// Leaders tells, by word index, where basic blocks begin; the last element is
// that of the end of the code.
func (l *Liveness) Leaders() []bool { return l.leaders }

// NumBlocks is how many basic blocks there are; they are numbered by place.
func (l *Liveness) NumBlocks() int { return len(l.blocks) }

// BlockAt is the block of the word at pc.
func (l *Liveness) BlockAt(pc uint32) int32 { return l.block[pc] }

// OpAt is the instruction at pc.
func (l *Liveness) OpAt(pc uint32) Op { return Op(l.f.Code[pc]) }

// Block tells of a block its first word, that of its last instruction, and the
// word behind it.
func (l *Liveness) Block(b int32) (start, last, end uint32) {
	x := &l.blocks[b]
	return x.start, x.last, x.end
}

// Succs are the blocks that control goes to from the end of block b without an
// exception, the one behind it first.
func (l *Liveness) Succs(b int32) []int32 {
	x := &l.blocks[b]
	return l.succs[x.succs[0]:x.succs[1]]
}

// Ways are the blocks that control goes to from block b: its successors, and where
// it goes on when it throws.
func (l *Liveness) Ways(b int32) []int32 {
	x := &l.blocks[b]
	return l.succs[x.succs[0]:x.succs[2]]
}

// Handles is the block where control goes on when block b throws; ok is false if it
// does not, or leaves the function.
func (l *Liveness) Handles(b int32) (block int32, ok bool) {
	h := l.blocks[b].handler
	return h, h >= 0
}

// Suspends reports whether an instruction suspends the coroutine that executes it:
// it goes on behind the instruction when it is resumed.
func Suspends(op Op) bool { return op == OpYield || op == OpYieldres || op == OpAwait }

// Writes are the registers that block b writes.
func (l *Liveness) Writes(b int32) []uint64 { return l.set(b, liveWrites) }

// At is the live set in front of the instruction at pc; it must not be changed.
func (l *Liveness) At(pc uint32) []uint64 {
	if l.at[pc] == 0 {
		l.record(l.block[pc])
	}
	i := int(l.at[pc]) - 1
	return l.before[i : i+l.words : i+l.words]
}

// Complete makes the sets of all instructions: from now on, l does not change
// and any number of goroutines may ask it.
func (l *Liveness) Complete() {
	n := 0
	for b := range l.blocks {
		n += l.blocks[b].insts
	}
	l.before = make([]uint64, 0, (n+1)*l.words)
	for b := range l.blocks {
		l.record(int32(b))
	}
	l.insts = nil
}

// Handler is where an exception that the instruction at pc throws, or that comes
// out of what it calls, goes on in this function; ok is false if it leaves it.
func (l *Liveness) Handler(pc uint32) (target uint32, ok bool) {
	for _, h := range l.f.Handlers {
		if pc >= h.Start && pc < h.End {
			return h.Target, true
		}
	}
	return 0, false
}

// throws reports whether an exception can come out of an instruction.
func throws(in *Inst) bool {
	return Table[in.Op].Effects&(MayThrow|MayCall|MayAlloc) != 0 || in.Op == OpRethrow
}

// givesThis reports whether an instruction is a return that may give this.
func (l *Liveness) givesThis(in *Inst) bool {
	return (in.Op == OpRet || in.Op == OpRetundef) && l.f.Flags&heap.TConstructor != 0
}

// effects finds what an instruction reads and writes.
func (l *Liveness) effects(in *Inst) {
	clear(l.reads)
	clear(l.writes)
	in.Regs(l.onRead, l.onWrite)
	if l.givesThis(in) {
		l.reads[0] |= 1
	}
	if in.TakesArguments() {
		l.onRead(1, uint32(l.f.Params))
	}
}

// including gives a function that adds registers to a set.
func including(set []uint64) func(first, n uint32) {
	return func(first, n uint32) {
		for r := first; r < first+n; r++ {
			set[r/64] |= 1 << (r % 64)
		}
	}
}

// summarize finds what block b reads and writes and where it goes.
func (l *Liveness) summarize(b int32) {
	x := &l.blocks[b]
	x.succs[0] = int32(len(l.succs))
	reads, writes := l.set(b, liveReads), l.set(b, liveWrites)
	for at := x.start; at < x.end; {
		in, ok := Decode(l.f.Code, at)
		if !ok {
			break
		}
		x.insts++
		l.effects(&in)
		for i, w := range l.reads {
			reads[i] |= w &^ writes[i]
		}
		if x.handler < 0 && len(l.f.Handlers) > 0 && throws(&in) {
			if target, ok := l.Handler(in.PC); ok {
				x.handler = l.block[target]
				copy(l.set(b, liveThrows), writes)
			}
		}
		for i, w := range l.writes {
			writes[i] |= w
		}
		x.last = at
		if at = in.Next; at == x.end && Table[in.Op].Effects&End == 0 && at < uint32(len(l.f.Code)) {
			l.succs = append(l.succs, l.block[at])
		}
		if Table[in.Op].Effects&(Branch|End) == 0 && in.Op != OpInitgen {
			continue
		}
		for _, o := range in.Operands() {
			if o.Type == Jump {
				l.succs = append(l.succs, l.block[in.Value(o)])
			}
		}
	}
	x.succs[1] = int32(len(l.succs))
	if x.handler >= 0 {
		l.succs = append(l.succs, x.handler)
	}
	x.succs[2] = int32(len(l.succs))
}

// solve iterates to the fixpoint.
func (l *Liveness) solve() {
	for changed := true; changed; {
		changed = false
		for b := int32(len(l.blocks) - 1); b >= 0; b-- {
			x := &l.blocks[b]
			in, reads, writes, throws := l.set(b, liveIn), l.set(b, liveReads), l.set(b, liveWrites), l.set(b, liveThrows)
			for i, old := range in {
				out := uint64(0)
				for _, s := range l.succs[x.succs[0]:x.succs[1]] {
					out |= l.set(s, liveIn)[i]
				}
				w := reads[i] | out&^writes[i]
				if x.handler >= 0 {
					w |= l.set(x.handler, liveIn)[i] &^ throws[i]
				}
				if w |= old; w != old {
					in[i] = w
					changed = true
				}
			}
		}
	}
}

// record makes the sets in front of all instructions of block b.
func (l *Liveness) record(b int32) {
	x := &l.blocks[b]
	insts := l.insts[:0]
	for at := x.start; at < x.end; {
		in, ok := Decode(l.f.Code, at)
		if !ok {
			break
		}
		insts = append(insts, in)
		at = in.Next
	}
	l.insts = insts
	first := len(l.before)
	l.before = slices.Grow(l.before, (len(insts)+1)*l.words)[:first+len(insts)*l.words]
	live := l.before[len(l.before) : len(l.before)+l.words]
	clear(live)
	merge := func(b int32) {
		for i, w := range l.set(b, liveIn) {
			live[i] |= w
		}
	}
	for _, s := range l.succs[x.succs[0]:x.succs[1]] {
		merge(s)
	}
	for i := len(insts) - 1; i >= 0; i-- {
		in := &insts[i]
		l.effects(in)
		for i, w := range l.writes {
			live[i] &^= w
		}
		if x.handler >= 0 && throws(in) {
			merge(x.handler)
		}
		for i, w := range l.reads {
			live[i] |= w
		}
		at := first + i*l.words
		copy(l.before[at:at+l.words], live)
		l.at[in.PC] = int32(at) + 1
	}
}

// FromTemplate is the code and the handlers of template t of a heap: what
// analysis needs of it.
func FromTemplate(h *heap.Heap, t uint32) *Function {
	f := &Function{Flags: h.U32(t + heap.TmplFlags), Regs: int(h.U16(t + heap.TmplRegs)), Params: int(h.U16(t + heap.TmplParams)), Code: make([]uint64, h.U32(t+heap.TmplWords))}
	code := h.TemplateCode(t)
	for i := range f.Code {
		f.Code[i] = h.U64(code + 8*uint32(i))
	}
	if table := h.U32(t + heap.TmplHandlers); table != 0 {
		for e, end := table+heap.OffData, table+heap.OffData+h.U32(table+heap.OffLength); e < end; e += 16 {
			f.Handlers = append(f.Handlers, handlerAt(h, e))
		}
	}
	return f
}

func handlerAt(h *heap.Heap, e uint32) Handler {
	return Handler{h.U32(e), h.U32(e + 4), h.U32(e + 8), h.U32(e + 12)}
}

// IsTemplate reports whether FromTemplate would give what is equal to f.
func (f *Function) IsTemplate(h *heap.Heap, t uint32) bool {
	if f.Flags != h.U32(t+heap.TmplFlags) || f.Regs != int(h.U16(t+heap.TmplRegs)) || f.Params != int(h.U16(t+heap.TmplParams)) || len(f.Code) != int(h.U32(t+heap.TmplWords)) {
		return false
	}
	code := h.TemplateCode(t)
	for i, w := range f.Code {
		if h.U64(code+8*uint32(i)) != w {
			return false
		}
	}
	table := h.U32(t + heap.TmplHandlers)
	if table == 0 {
		return len(f.Handlers) == 0
	}
	if h.U32(table+heap.OffLength) != uint32(16*len(f.Handlers)) {
		return false
	}
	for i, x := range f.Handlers {
		if handlerAt(h, table+heap.OffData+16*uint32(i)) != x {
			return false
		}
	}
	return true
}

// HashTemplate is a hash of the code of template t.
func HashTemplate(h *heap.Heap, t uint32) uint64 {
	x := uint64(h.U32(t+heap.TmplFlags))<<32 ^ uint64(h.U16(t+heap.TmplRegs))
	code := h.TemplateCode(t)
	for n := h.U32(t + heap.TmplWords); n > 0; n-- {
		x = (x ^ h.U64(code)) * 0x9E3779B97F4A7C15
		x ^= x >> 29
		code += 8
	}
	return x
}

// LiveTemplate is Live for template t of a heap.
func LiveTemplate(h *heap.Heap, t, pc uint32) []uint64 { return Live(FromTemplate(h, t), pc) }
