package amd64

import (
	"fmt"
	"slices"

	"golang.org/x/arch/x86/x86asm"

	"firn/jit/backend"
)

// Narrow checks what Scan cannot see: that every register by which finished code
// indexes the cage holds 32 bits there, with zeros above, on every path. It follows
// the code from the entries; registers, and words of the native stack, are narrow
// when an instruction that was certainly executed last wrote 32 bits to them, or
// copied something narrow. What no path leads to must do without. size is where the
// constants begin; of a stub, params are the registers that are narrow at its entry,
// and its result must be so. There may be more entries, with the same registers.
func Narrow(c *backend.Code, size int, params backend.RegSet, more ...int) []Violation {
	n := &narrowing{list: decodeAll(c.Bytes[:size]), exits: c.Exits, at: map[int]int{}, routines: map[int]uint16{}, entries: []int{c.Entry}}
	if c.OSR >= 0 {
		n.entries = append(n.entries, c.OSR)
	}
	n.entries = append(n.entries, more...)
	for i := range n.list {
		n.at[n.list[i].at] = i
	}
	n.states = make([]narrowState, len(n.list))
	for _, e := range n.entries {
		n.enter(e, narrowState{seen: true, gpr: uint16(params)})
	}
	n.run()
	for i := range n.list {
		s := &n.states[i]
		n.check(&n.list[i], s)
		if params != 0 && s.seen && n.list[i].inst.Op == x86asm.RET && s.gpr&1 == 0 {
			n.report(&n.list[i], "the result may have more than 32 bits")
		}
	}
	return n.found
}

// narrowSlots is how many words of the native stack are followed.
const narrowSlots = 512

// narrowState is what is narrow in front of an instruction: a bit for each general
// register, each low half of an XMM register, and each word below the entry's
// stack pointer.
type narrowState struct {
	seen  bool
	gpr   uint16
	xmm   uint16
	sp    int // bytes that the stack pointer is below that of the entry
	slots [narrowSlots / 64]uint64
}

type narrowing struct {
	list     []decoded
	exits    []backend.Exit
	at       map[int]int // instruction by offset
	entries  []int
	states   []narrowState
	work     []int
	routines map[int]uint16 // what through has found out
	found    []Violation
}

func (n *narrowing) run() {
	for len(n.work) > 0 {
		i := n.work[len(n.work)-1]
		n.work = n.work[:len(n.work)-1]
		n.step(i)
	}
}

func (n *narrowing) report(d *decoded, why string) {
	text := ".byte"
	if !d.bad {
		text = x86asm.IntelSyntax(d.inst, uint64(d.at), nil)
	}
	n.found = append(n.found, Violation{d.at, text, why})
}

// enter merges s into the state at an offset.
func (n *narrowing) enter(offset int, s narrowState) {
	i, ok := n.at[offset]
	if !ok {
		n.found = append(n.found, Violation{offset, "", "control comes to where no instruction begins"})
		return
	}
	old := n.states[i]
	if old.seen {
		if old.sp != s.sp {
			n.report(&n.list[i], fmt.Sprintf("the stack pointer is at %d or at %d", -old.sp, -s.sp))
			return
		}
		s.gpr &= old.gpr
		s.xmm &= old.xmm
		for k := range s.slots {
			s.slots[k] &= old.slots[k]
		}
		if s == old {
			return
		}
	}
	n.states[i] = s
	n.work = append(n.work, i)
}

// gprOf is the number and the width of a general register.
func gprOf(a x86asm.Arg) (r, width int, ok bool) {
	reg, ok := a.(x86asm.Reg)
	switch {
	case !ok:
	case reg >= x86asm.RAX && reg <= x86asm.R15:
		return int(reg - x86asm.RAX), 64, true
	case reg >= x86asm.EAX && reg <= x86asm.R15L:
		return int(reg - x86asm.EAX), 32, true
	case reg >= x86asm.AX && reg <= x86asm.R15W:
		return int(reg - x86asm.AX), 16, true
	case reg >= x86asm.AL && reg <= x86asm.BL:
		return int(reg - x86asm.AL), 8, true
	case reg >= x86asm.SPB && reg <= x86asm.R15B:
		return int(reg-x86asm.SPB) + 4, 8, true
	}
	return 0, 0, false
}

func xmmOf(a x86asm.Arg) (r int, ok bool) {
	reg, ok := a.(x86asm.Reg)
	if ok && reg >= x86asm.X0 && reg <= x86asm.X15 {
		return int(reg - x86asm.X0), true
	}
	return 0, false
}

// slot is the number of the stack word that an operand is, -1 if it is none that
// is followed.
func (s *narrowState) slot(a x86asm.Arg) int {
	m, ok := a.(x86asm.Mem)
	if !ok || m.Base != x86asm.RSP || m.Index != 0 {
		return -1
	}
	at := s.sp - int(m.Disp)
	if at <= 0 || at&7 != 0 || at/8 >= narrowSlots {
		return -1
	}
	return at / 8
}

func (s *narrowState) setSlot(n int, narrow bool) {
	if n < 0 {
		return
	}
	s.slots[n/64] &^= 1 << (n % 64)
	if narrow {
		s.slots[n/64] |= 1 << (n % 64)
	}
}

// forget makes the words below the stack pointer unknown.
func (s *narrowState) forget() {
	for k := s.sp/8 + 1; k < narrowSlots; k++ {
		s.setSlot(k, false)
	}
}

// get reports whether an operand of 64 bits is narrow.
func (s *narrowState) get(a x86asm.Arg) bool {
	if r, w, ok := gprOf(a); ok {
		return w < 64 || s.gpr>>r&1 != 0
	}
	if r, ok := xmmOf(a); ok {
		return s.xmm>>r&1 != 0
	}
	if i, ok := a.(x86asm.Imm); ok {
		return i >= 0 && i < 1<<31 // larger ones may be sign-extended
	}
	if k := s.slot(a); k >= 0 {
		return s.slots[k/64]>>(k%64)&1 != 0
	}
	return false
}

// set says that an operand has been written, with something of bytes bytes.
func (s *narrowState) set(a x86asm.Arg, narrow bool, bytes int) {
	if r, w, ok := gprOf(a); ok {
		switch {
		case w < 32:
		case w == 32 || narrow:
			s.gpr |= 1 << r
		default:
			s.gpr &^= 1 << r
		}
		return
	}
	if r, ok := xmmOf(a); ok {
		s.xmm &^= 1 << r
		if narrow {
			s.xmm |= 1 << r
		}
		return
	}
	if k := s.slot(a); k >= 0 && bytes >= 8 {
		s.setSlot(k, narrow && bytes == 8)
		if bytes == 16 {
			s.setSlot(k-1, false)
		}
		return
	}
	if m, ok := a.(x86asm.Mem); ok && m.Base == x86asm.RSP && bytes >= 8 && s.slot(a) < 0 {
		s.slots = [narrowSlots / 64]uint64{} // an odd place
	}
}

// step passes the state behind an instruction to what comes next.
func (n *narrowing) step(i int) {
	d := &n.list[i]
	s := n.states[i]
	in := &d.inst
	next := d.at + in.Len
	if d.bad {
		return
	}
	switch in.Op {
	case x86asm.RET, x86asm.INT, x86asm.UD2:
		return
	case x86asm.JMP:
		if to, ok := d.target(); ok {
			n.enter(to, s)
		}
		return
	case x86asm.CALL:
		n.call(d, &s)
		n.enter(next, s)
		return
	}
	if _, jump := in.Args[0].(x86asm.Rel); jump {
		to, _ := d.target()
		n.enter(to, s)
		n.enter(next, s)
		return
	}
	if e, ok := in.Args[0].(x86asm.Imm); ok && in.Op == x86asm.PUSH {
		n.exit(int(e), s)
	}
	s.execute(in)
	n.enter(next, s)
}

// exit is what comes of leaving by an exit: behind a slow one only the native stack
// is as it was, behind a poll everything.
func (n *narrowing) exit(e int, s narrowState) {
	if e <= 0 || e >= len(n.exits) || n.exits[e].Resume <= 0 {
		return
	}
	if n.exits[e].Kind == backend.ExitSlow {
		s.gpr, s.xmm = 0, 0
	}
	n.enter(int(n.exits[e].Resume), s)
}

// execute is the effect of an instruction that control passes through.
func (s *narrowState) execute(in *x86asm.Inst) {
	dst, src := in.Args[0], in.Args[1]
	imm, isImm := src.(x86asm.Imm)
	bytes := in.MemBytes
	if dst == x86asm.RSP {
		switch in.Op {
		case x86asm.SUB:
			s.sp += int(imm)
		case x86asm.ADD:
			s.sp -= int(imm)
			s.forget()
		}
		return
	}
	switch in.Op {
	case x86asm.PUSH:
		s.sp += 8
		if s.sp/8 < narrowSlots {
			s.setSlot(s.sp/8, s.get(dst))
		}
	case x86asm.POP:
		s.set(dst, s.sp > 0 && s.sp/8 < narrowSlots && s.slots[s.sp/8/64]>>(s.sp/8%64)&1 != 0, 8)
		s.sp -= 8
		s.forget()
	case x86asm.MOV, x86asm.MOVQ, x86asm.MOVD, x86asm.MOVSD_XMM, x86asm.MOVZX, x86asm.MOVAPS, x86asm.MOVAPD:
		s.set(dst, s.get(src), bytes)
		if _, w, ok := gprOf(src); ok && w == 32 && in.Op == x86asm.MOVD {
			s.set(dst, true, bytes)
		}
	case x86asm.XCHG:
		a, b := s.get(dst), s.get(src)
		s.set(dst, b, bytes)
		s.set(src, a, bytes)
	case x86asm.SHR:
		s.set(dst, s.get(dst) || isImm && imm >= 32, bytes)
	case x86asm.AND:
		s.set(dst, s.get(dst) || s.get(src), bytes)
	case x86asm.OR, x86asm.XOR:
		s.set(dst, s.get(dst) && s.get(src) || in.Op == x86asm.XOR && dst == src, bytes)
	case x86asm.CDQ, x86asm.CQO:
		s.set(x86asm.RDX, in.Op == x86asm.CDQ, 8)
	case x86asm.MUL, x86asm.DIV, x86asm.IDIV:
		_, w, ok := gprOf(dst)
		narrow := ok && w == 32 || !ok && bytes == 4
		s.set(x86asm.RAX, narrow, 8)
		s.set(x86asm.RDX, narrow, 8)
	case x86asm.IMUL:
		s.set(dst, false, bytes)
		if src == nil {
			s.set(x86asm.RAX, false, 8)
			s.set(x86asm.RDX, false, 8)
		}
	default:
		if len(in.Op.String()) > 4 && in.Op.String()[:4] == "CMOV" {
			s.set(dst, s.get(dst) && s.get(src), bytes)
		} else if writes(in.Op) && dst != nil {
			s.set(dst, false, bytes)
		}
	}
}

// call is the effect of a call: routines of the code itself are followed, stubs
// keep what is not theirs, all else keeps the stack.
func (n *narrowing) call(d *decoded, s *narrowState) {
	if to, ok := d.target(); ok && !slices.Contains(n.entries, to) {
		in := *s
		in.sp, in.slots = 0, [narrowSlots / 64]uint64{}
		n.enter(to, in)
		s.gpr &= n.through(to)
		s.xmm = 0
		return
	}
	if m, ok := d.inst.Args[0].(x86asm.Mem); ok && m.Base == x86asm.R13 && m.Disp >= backend.CtxStubs {
		s.gpr = s.gpr&^uint16(stubRegs) | 1 // results are Ints and Refs
		return
	}
	s.gpr, s.xmm = 0, 0
}

// through tells what becomes of narrow registers in a routine of the code: keep is
// those that are narrow behind it if they were in front of it.
func (n *narrowing) through(offset int) (keep uint16) {
	if keep, ok := n.routines[offset]; ok {
		return keep
	}
	n.routines[offset] = 0 // one that calls itself keeps nothing
	for r := 0; r < 16; r++ {
		one := &narrowing{list: n.list, exits: n.exits, at: n.at, states: make([]narrowState, len(n.list)), routines: n.routines, entries: n.entries}
		one.enter(offset, narrowState{seen: true, gpr: 1 << r})
		one.run()
		kept := true
		for i := range one.states {
			if s := &one.states[i]; s.seen && n.list[i].inst.Op == x86asm.RET {
				kept = kept && s.gpr>>r&1 != 0
			}
		}
		if kept {
			keep |= 1 << r
		}
	}
	n.routines[offset] = keep
	return keep
}

// check reports cage accesses by what is not narrow.
func (n *narrowing) check(d *decoded, s *narrowState) {
	if d.bad || d.inst.Op == x86asm.NOP || d.inst.Op == x86asm.LEA {
		return
	}
	for _, a := range d.inst.Args {
		if m, ok := a.(x86asm.Mem); ok && m.Base == x86asm.R15 && m.Index != 0 && !s.get(m.Index) {
			n.report(d, "the index may have more than 32 bits")
		}
	}
}
