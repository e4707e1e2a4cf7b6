package bytecode

import "firn/heap"

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
	words   int
	leaders []bool
	starts  []uint32 // first instruction of each block, ascending
	block   []int32  // block of a word index
	in      [][]uint64
	at      [][]uint64 // by word index, of the instructions asked for
}

// Analyze does the analysis that Live answers from, for many questions.
func Analyze(f *Function) *Liveness {
	l := &Liveness{f: f, words: (f.Regs + 63) / 64, at: make([][]uint64, len(f.Code))}
	leader := make([]bool, len(f.Code)+1)
	leader[0] = true
	for pc := uint32(0); ; {
		in, ok := Decode(f.Code, pc)
		if !ok {
			break
		}
		for _, o := range in.Operands() {
			if o.Type == Jump {
				if t := in.Value(o); t >= 0 && t < int64(len(f.Code)) {
					leader[t] = true
				}
				leader[in.Next] = true
			}
		}
		if Table[in.Op].Effects&End != 0 {
			leader[in.Next] = true
		}
		pc = in.Next
	}
	for _, h := range f.Handlers {
		leader[h.Start], leader[h.End], leader[h.Target] = true, true, true
	}
	l.leaders = leader
	l.block = make([]int32, len(f.Code))
	for pc := range f.Code {
		if leader[pc] {
			l.starts = append(l.starts, uint32(pc))
		}
		l.block[pc] = int32(len(l.starts) - 1)
	}
	l.in = make([][]uint64, len(l.starts))
	for i := range l.in {
		l.in[i] = make([]uint64, l.words)
	}
	l.solve()
	return l
}

// Leaders tells, by word index, where basic blocks begin; the last element is
// that of the end of the code.
func (l *Liveness) Leaders() []bool { return l.leaders }

// At is the live set in front of the instruction at pc; it must not be changed.
func (l *Liveness) At(pc uint32) []uint64 {
	if l.at[pc] == nil {
		l.before(l.starts[l.block[pc]], l.at)
	}
	return l.at[pc]
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

// solve iterates to the fixpoint.
func (l *Liveness) solve() {
	for changed := true; changed; {
		changed = false
		for b := len(l.starts) - 1; b >= 0; b-- {
			live := l.before(l.starts[b], nil)
			for i, w := range live {
				if w&^l.in[b][i] != 0 {
					l.in[b][i] |= w
					changed = true
				}
			}
		}
	}
}

// before is the live set in front of pc, given those of the blocks; the sets of
// all instructions from pc to the end of the block go to record.
func (l *Liveness) before(pc uint32, record [][]uint64) []uint64 {
	b := l.block[pc]
	end := uint32(len(l.f.Code))
	if int(b)+1 < len(l.starts) {
		end = l.starts[b+1]
	}
	var insts []Inst
	for at := pc; at < end; {
		in, ok := Decode(l.f.Code, at)
		if !ok {
			break
		}
		insts = append(insts, in)
		at = in.Next
	}
	live := make([]uint64, l.words)
	if n := len(insts); n > 0 && Table[insts[n-1].Op].Effects&End == 0 && insts[n-1].Next < uint32(len(l.f.Code)) {
		l.merge(live, insts[n-1].Next)
	}
	for i := len(insts) - 1; i >= 0; i-- {
		in := &insts[i]
		for _, o := range in.Operands() {
			if o.Type == Jump {
				l.merge(live, uint32(in.Value(o)))
			}
		}
		in.Regs(func(uint32, uint32) {}, func(first, n uint32) {
			for r := first; r < first+n; r++ {
				live[r/64] &^= 1 << (r % 64)
			}
		})
		if Table[in.Op].Effects&(MayThrow|MayCall|MayAlloc) != 0 || in.Op == OpRethrow {
			for _, h := range l.f.Handlers {
				if in.PC >= h.Start && in.PC < h.End {
					l.merge(live, h.Target)
					break
				}
			}
		}
		in.Regs(func(first, n uint32) {
			for r := first; r < first+n; r++ {
				live[r/64] |= 1 << (r % 64)
			}
		}, func(uint32, uint32) {})
		if (in.Op == OpRet || in.Op == OpRetundef) && l.f.Flags&heap.TConstructor != 0 {
			live[0] |= 1 // a construction may give this
		}
		if record != nil {
			record[in.PC] = append([]uint64(nil), live...)
		}
	}
	return live
}

func (l *Liveness) merge(live []uint64, pc uint32) {
	for i, w := range l.in[l.block[pc]] {
		live[i] |= w
	}
}

// FromTemplate is the code and the handlers of template t of a heap: what
// analysis needs of it.
func FromTemplate(h *heap.Heap, t uint32) *Function {
	f := &Function{Flags: h.U32(t + heap.TmplFlags), Regs: int(h.U16(t + heap.TmplRegs)), Code: make([]uint64, h.U32(t+heap.TmplWords))}
	for i := range f.Code {
		f.Code[i] = h.U64(h.TemplateCode(t) + 8*uint32(i))
	}
	if table := h.U32(t + heap.TmplHandlers); table != 0 {
		for e, end := table+heap.OffData, table+heap.OffData+h.U32(table+heap.OffLength); e < end; e += 16 {
			f.Handlers = append(f.Handlers, Handler{h.U32(e), h.U32(e + 4), h.U32(e + 8), h.U32(e + 12)})
		}
	}
	return f
}

// LiveTemplate is Live for template t of a heap.
func LiveTemplate(h *heap.Heap, t, pc uint32) []uint64 { return Live(FromTemplate(h, t), pc) }
