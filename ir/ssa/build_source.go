package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// source is a template's bytecode and what analysis says of it.
type source struct {
	tmpl, fb     uint32
	flags        uint32 // heap T flags
	name         string
	regs, params int
	code         []uint64
	live         *bytecode.Liveness
	leader       []bool
	types        uint32       // cage offset of the type byte of word 0
	pc           uint32       // the instruction that is being built
	nest         []nestedLoop // of a coroutine: see build_resume.go
	osr          uint32       // entry in the middle: words of enclosing loops' ends are cuts
	cutAt        map[uint32]bool
}

// source analyses a template.
func (b *builder) source(t uint32) *source {
	if s := b.sources[t]; s != nil {
		return s
	}
	h := b.h
	s := &source{tmpl: t, fb: h.U32(h.FeedbackSlot(t)), flags: h.U32(t + heap.TmplFlags), regs: int(h.U16(t + heap.TmplRegs)), params: int(h.U16(t + heap.TmplParams))}
	if n := h.U32(t + heap.TmplName); n != 0 {
		s.name = h.GoString(n)
	}
	f := bytecode.FromTemplate(h, t)
	s.code = f.Code
	s.live = bytecode.Analyze(f)
	s.leader = s.live.Leaders()
	if s.fb != 0 {
		s.types = s.fb + h.U32(s.fb+heap.FbTypeRel) + (heap.TmplData+8*h.U32(t+heap.TmplConsts))>>3
	}
	b.sources[t] = s
	return s
}

// blockOf is the first word of the block that pc is in.
func (s *source) blockOf(pc uint32) uint32 {
	for !s.leader[pc] {
		pc--
	}
	return pc
}

// endOf is the first word behind the block that pc is in.
func (s *source) endOf(pc uint32) uint32 {
	for pc++; pc < uint32(len(s.code)) && !s.leader[pc]; pc++ {
	}
	return pc
}

// last decodes the last instruction of the block that starts at, or is entered
// at, start.
func (s *source) last(start uint32) (in bytecode.Inst) {
	end := s.endOf(wordOf(start))
	for pc := wordOf(start); pc < end; {
		x, ok := bytecode.Decode(s.code, pc)
		if !ok {
			return in
		}
		in, pc = x, x.Next
	}
	return in
}

// succs are the blocks that control goes to from the block entered at start. (A
// block is the word where it begins, and a copy of it: see into.)
func (s *source) succs(start uint32, cuts map[uint32]bool) (to []uint32) {
	in := s.last(start)
	if cuts[in.PC] || suspends(in.Op) {
		return nil
	}
	if bytecode.Table[in.Op].Effects&bytecode.End == 0 && in.Next < uint32(len(s.code)) {
		to = append(to, s.into(copyNumber(start), in.Next))
	}
	for _, o := range in.Operands() {
		if o.Type == bytecode.Jump && in.Op != bytecode.OpInitgen {
			to = append(to, s.into(copyNumber(start), uint32(in.Value(o))))
		}
	}
	return to
}

// cuts are the backward jumps of loops around the one whose end start is: what
// is entered there is left to the interpreter when control gets to them.
func (s *source) cuts(start uint32) map[uint32]bool {
	if start == 0 {
		return nil
	}
	if s.osr == start {
		return s.cutAt
	}
	s.osr, s.cutAt = start, map[uint32]bool{}
	in, _ := bytecode.Decode(s.code, start)
	target := start
	for _, o := range in.Operands() {
		if o.Type == bytecode.Jump {
			target = uint32(in.Value(o))
		}
	}
	for pc := uint32(0); pc < uint32(len(s.code)); {
		in, ok := bytecode.Decode(s.code, pc)
		if !ok {
			break
		}
		for _, o := range in.Operands() {
			if o.Type == bytecode.Jump && uint32(in.Value(o)) < target && pc > start {
				s.cutAt[pc] = true
			}
		}
		pc = in.Next
	}
	return s.cutAt
}

// isCut reports whether the outermost frame leaves to the interpreter at pc.
func (s *source) isCut(fr *frame, pc uint32) bool {
	return fr.parent == nil && s.osr != 0 && s.cutAt[pc]
}

// walk is the blocks that can be reached from the roots, in reverse postorder.
// The roots are among them only if they begin a block.
func (s *source) walk(cuts map[uint32]bool, roots ...uint32) []uint32 {
	var order []uint32
	seen := map[uint32]bool{}
	type step struct {
		at   uint32
		next []uint32
	}
	var stack []step
	for {
		if len(stack) == 0 {
			if len(roots) == 0 {
				break
			}
			root := roots[0]
			roots = roots[1:]
			if !seen[root] {
				seen[root] = s.leader[wordOf(root)]
				stack = append(stack, step{root, s.succs(root, cuts)})
			}
			continue
		}
		top := &stack[len(stack)-1]
		if n := len(top.next); n > 0 {
			// The last successor first, so that the first comes right behind its block.
			t := top.next[n-1]
			top.next = top.next[:n-1]
			if !seen[t] {
				seen[t] = true
				stack = append(stack, step{t, s.succs(t, cuts)})
			}
			continue
		}
		if s.leader[wordOf(top.at)] {
			order = append(order, top.at)
		}
		stack = stack[:len(stack)-1]
	}
	for i, j := 0, len(order)-1; i < j; i, j = i+1, j-1 {
		order[i], order[j] = order[j], order[i]
	}
	return order
}

// writes are the registers that the loop with these ends writes: the blocks from
// which an end can be reached without the header. When an OSR entry leads into
// the middle of the loop, to one of the blocks entered, all may differ at the
// header.
func (s *source) writes(head uint32, ends []uint32, preds map[uint32][]uint32, entered map[uint32]bool) []uint64 {
	set := make([]uint64, (s.regs+63)/64)
	seen := map[uint32]bool{}
	work := append([]uint32{head}, ends...)
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[b] {
			continue
		}
		seen[b] = true
		if b != head && entered[b] {
			for i := range set {
				set[i] = ^uint64(0)
			}
			return set
		}
		for pc, end := wordOf(b), s.endOf(wordOf(b)); pc < end; {
			in, ok := bytecode.Decode(s.code, pc)
			if !ok {
				break
			}
			in.Regs(func(uint32, uint32) {}, func(first, n uint32) {
				for r := first; r < first+n; r++ {
					set[r/64] |= 1 << (r % 64)
				}
			})
			pc = in.Next
		}
		if b != head {
			work = append(work, preds[b]...)
		}
	}
	return set
}

// typesAt are the type feedback bits of the instruction at pc.
func (b *builder) typesAt() uint8 {
	s := b.fr.src
	if s.fb == 0 {
		return 0
	}
	return b.h.U8(s.types + s.pc)
}

// siteAt is the cage offset of an inline-cache site, 0 if there is none.
func (b *builder) siteAt(n uint32) uint32 {
	if b.fr.src.fb == 0 {
		return 0
	}
	return b.fr.src.fb + heap.FbEntries + heap.IcSize*n
}
