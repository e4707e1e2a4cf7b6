package runtime

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// ForgetDead makes undefined what no instruction will read: dead registers of the
// frames on the stack and of suspended coroutines. Native code and the interpreter
// leave different things there; without them, machines in the same state have the
// same image. Save does this where a run was stopped. It analyses all functions on
// the stack.
func (m *Machine) ForgetDead() {
	h := m.h
	r := m.vm.Registers()
	d := &deadFinder{h, map[uint32]*liveFunction{}}
	pc, ret, end := r.PC, uint64(0), h.StackTop
	for fp, running := h.StackBase+r.Frame, true; ; running = false {
		fn := h.Val(fp - -bytecode.FrameCallee)
		if !h.IsKind(fn, heap.KFunction) {
			break
		}
		t := h.Word(fn.Ref())
		f := d.function(t)
		live := f.live.At(0)
		if running {
			live = f.live.At(f.word(pc))
		} else {
			live = f.behind(ret)
		}
		d.forget(fp, live, min(uint32(h.U16(t+heap.TmplRegs)), (end-fp)>>3))
		// The caller's registers end where the window of the call begins.
		ret = h.U64(fp - -bytecode.FrameReturn)
		caller := h.U64(fp - -bytecode.FrameCaller)
		end = fp - bytecode.FrameHeader
		if n := uint32(caller); h.U32(t+heap.TmplFlags)&heap.TNeedsArgs != 0 && n > uint32(h.U16(t+heap.TmplParams)) {
			end -= 8*(n+1) + bytecode.FrameHeader
		}
		fp -= uint32(caller >> 32)
	}
	m.cells(func(ref uint32) {
		if k := h.Kind(ref); k == heap.KGenerator || k == heap.KAsyncGen {
			d.coroutine(ref)
		}
	})
}

// deadFinder finds registers that are dead.
type deadFinder struct {
	h     *heap.Heap
	known map[uint32]*liveFunction // by template
}

// liveFunction is a function and where its registers are alive.
type liveFunction struct {
	*bytecode.Function
	live  *bytecode.Liveness
	code  uint32   // bytes from the template to the code
	start []uint32 // by word: where its instruction begins
}

func (d *deadFinder) function(t uint32) *liveFunction {
	f := d.known[t]
	if f == nil {
		f = &liveFunction{Function: bytecode.FromTemplate(d.h, t), code: d.h.TemplateCode(t) - t}
		f.live = bytecode.Analyze(f.Function)
		f.start = make([]uint32, len(f.Code))
		for pc := uint32(0); pc < uint32(len(f.Code)); {
			in, ok := bytecode.Decode(f.Code, pc)
			if !ok {
				break
			}
			for ; pc < in.Next; pc++ {
				f.start[pc] = in.PC
			}
		}
		d.known[t] = f
	}
	return f
}

// word is the word index of a place in bytes from the template.
func (f *liveFunction) word(pc uint32) uint32 { return (pc - f.code) / 8 }

// behind is what is alive while a call with the return word ret is under way: what
// is read after it, but for its results, and what its handler reads.
func (f *liveFunction) behind(ret uint64) []uint64 {
	back := f.word(uint32(ret))
	live := append([]uint64(nil), f.live.At(back)...)
	act := ret >> 48 &^ bytecode.ActNative
	results, pc := uint32(0), back-1
	switch act {
	case bytecode.ActStore, bytecode.ActConstruct, bytecode.ActNot, bytecode.ActGenStep:
		results = 1
	case bytecode.ActGen, bytecode.ActGenEnd:
		results = 2
	case bytecode.ActIter:
		results = 3
	case bytecode.ActBranch, bytecode.ActBranchNot:
		alive(live, f.live.At(uint32(int64(back)+int64(f.Code[back-1])>>48)))
	case bytecode.ActRetry:
		results, pc = 1, back // the instruction is executed again
	case bytecode.ActNewProto:
		pc = back // … or goes on
	}
	dead(live, uint32(ret>>32)&0xFFFF, results)
	return f.handled(live, pc)
}

// handled adds to live what the handler of the instruction at pc reads.
func (f *liveFunction) handled(live []uint64, pc uint32) []uint64 {
	if target, ok := f.live.Handler(pc); ok {
		in := append([]uint64(nil), f.live.At(target)...)
		for _, h := range f.Handlers {
			if pc >= h.Start && pc < h.End {
				dead(in, h.Reg, 1) // the exception
				break
			}
		}
		alive(live, in)
	}
	return live
}

func alive(live, more []uint64) {
	for i := range live {
		live[i] |= more[i]
	}
}

func dead(live []uint64, first, n uint32) {
	for r := first; r < first+n; r++ {
		live[r/64] &^= 1 << (r % 64)
	}
}

// forget makes the dead ones of n registers at offset at undefined.
func (d *deadFinder) forget(at uint32, live []uint64, n uint32) {
	for r := uint32(0); r < n; r++ {
		if live[r/64]>>(r%64)&1 == 0 {
			d.h.SetVal(at+8*r, heap.Undefined)
		}
	}
}

// coroutine forgets what is dead in a coroutine object: see interp's saved frames.
func (d *deadFinder) coroutine(g uint32) {
	const (
		function = heap.OffValues
		place    = heap.OffValues + 8
		regs     = heap.OffValues + 16
		starting = 0 // states
		running  = 2
	)
	h := d.h
	frame, state := h.Internal(g, 0), h.Internal(g, 1)
	if !frame.IsCell() || !state.IsInt() || !h.IsKind(h.Val(frame.Ref()+function), heap.KFunction) {
		return
	}
	rec := frame.Ref()
	f := d.function(h.Word(h.Val(rec + function).Ref()))
	pc := uint32(h.Val(rec + place).Int32())
	live := append([]uint64(nil), f.live.At(pc)...)
	switch state.Int32() {
	case running:
		clear(live) // its frame is on the stack
	case starting:
	default:
		in, _ := bytecode.Decode(f.Code, f.start[pc-1])
		in.Regs(func(uint32, uint32) {}, func(first, n uint32) { dead(live, first, n) })
		live = f.handled(live, in.PC)
	}
	d.forget(rec+regs, live, uint32(f.Regs))
}
