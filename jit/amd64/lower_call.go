package amd64

import (
	"math"

	"firn/ir/bytecode"
	"firn/ir/ssa"
	"firn/jit/backend"
)

// Words of a JS frame below r0, as offsets from it: runtime/interp's layout.
const (
	frameCallee    = -8
	frameReturn    = -16 // u32 return pc, u16 register for the result, u16 what happens with it
	frameCaller    = -24 // u32 number of arguments, u32 bytes back to the caller's r0
	frameNewTarget = -32
)

// What becomes of a value that a callee returns to the interpreter. 0 is ActStore.
const (
	actConstruct = bytecode.ActConstruct
	actDiscard   = bytecode.ActDiscard
)

// callInfo is what the emitter needs to know of a call; Inst.Imm is its index.
type callInfo struct {
	kind uint8
	slot int32  // of this
	base int32  // of r0 of the calling frame
	ret  uint32 // return pc, relative to the template
	argc uint32
	dst  uint32 // register of the calling frame for the result
	cost uint32 // what the call instruction charges
	id   uint32 // callROM: number of the template

	newTarget bool   // it is in the header already
	act       uint32 // what becomes of the result, as the interpreter has it

	handler backend.Handler // of exceptions that come out of it
}

// Kinds of calls, by what is known of the callee.
const (
	callAny   = iota // its template is an operand
	callSelf         // it is the function itself
	callRAM          // its template is an operand, and not of ROM
	callROM          // a template of ROM: where its feedback is is known
	callValue        // nothing: an operand is the callee, a boxed value
)

func lowerCharge(lo *lowerer, v *ssa.Value) {
	if v.Aux < 0 || v.Aux > math.MaxInt32 {
		lo.fail(v, "a charge of %d", v.Aux)
	}
	lo.inst(backend.Inst{Op: special(sCharge), Imm: v.Aux}, &operands{})
}

func lowerPoll(lo *lowerer, v *ssa.Value) {
	if lo.f.Fuel < 0 || lo.f.Fuel > math.MaxInt32 {
		lo.fail(v, "%d units between two polls", lo.f.Fuel)
	}
	lo.exit(v, backend.Inst{Op: special(sPoll), Imm: lo.f.Fuel}, &operands{}, v.State, backend.Exit{Kind: backend.ExitPoll})
}

// lowerEntry: Aux is the first slot that need not be there, Aux2 is 1 for an entry
// in the middle, where the registers of the function have their values.
func lowerEntry(lo *lowerer, v *ssa.Value) {
	if v.Aux < 0 || v.Aux >= 1<<16 {
		lo.fail(v, "a frame of %d slots", v.Aux)
	}
	lo.guard(v, backend.Inst{Op: special(sEntry), Disp: int32(8 * v.Aux), Imm: v.Aux2}, &operands{}, backend.ReasonStack)
}

func lowerCall(lo *lowerer, v *ssa.Value) {
	argc, dst, cost := v.UnpackCall()
	s := v.State
	if s == nil || s.Base < 0 || v.Aux < int64(s.Base)+4 || v.Aux >= 1<<16 || cost > math.MaxInt32 {
		lo.fail(v, "a call at slot %d", v.Aux)
		return
	}
	c := callInfo{slot: int32(v.Aux), base: int32(s.Base), ret: lo.f.Functions[s.Fn].Code + 8*s.PC, argc: argc, dst: dst, cost: cost,
		newTarget: v.Aux2&ssa.CallNewTarget != 0}
	if v.Aux2&ssa.CallConstructs != 0 {
		c.act = actConstruct
	}
	if v.Aux2&ssa.CallDiscards != 0 {
		c.act, c.dst = actDiscard, 0
	}
	var o operands
	o.add(backend.DFixed(lo.def(v), backend.Reg(RAX)))
	tmpl := v.Args[len(v.Args)-1]
	switch {
	case v.Op == ssa.OpCallAny:
		c.kind = callValue
	case lo.isSelf(tmpl):
		c.kind = callSelf
	case tmpl.Op == ssa.OpConstRef && lo.cfg.TemplateID != nil && lo.isROM(tmpl.Aux):
		if id, known := lo.cfg.TemplateID(uint32(tmpl.Aux)); known {
			c.kind, c.id = callROM, id
		}
	case tmpl.Op == ssa.OpPoolRef:
		c.kind = callRAM
	}
	if c.kind == callAny || c.kind == callRAM || c.kind == callValue {
		o.add(backend.U(lo.use(tmpl)))
	}
	c.handler = lo.handler()
	lo.calls = append(lo.calls, c)
	in := backend.Inst{Op: special(sCall), Imm: int64(len(lo.calls) - 1), Clobbers: allocatable}
	if c.kind == callSelf {
		lo.inst(in, &o)
		return
	}
	lo.slow(v, in, &o)
}

// isROM reports whether a cage offset lies in ROM.
func (lo *lowerer) isROM(ref int64) bool { return ref >= 0 && ref < int64(lo.cfg.Firn) }

// isSelf reports whether tmpl is the template that is being compiled, and its code
// is entered at the beginning.
func (lo *lowerer) isSelf(tmpl *ssa.Value) bool {
	fn := lo.f.Functions[0]
	if lo.f.EntryPC != 0 {
		return false
	}
	if fn.InROM {
		return tmpl.Op == ssa.OpConstRef && tmpl.Aux == int64(fn.Tmpl)
	}
	return tmpl.Op == ssa.OpPoolRef && tmpl.Aux == int64(fn.Tmpl)
}

func lowerSlow(lo *lowerer, v *ssa.Value) {
	lo.slow(v, backend.Inst{Op: special(sSlow)}, &operands{})
}

// lowerSlowTest: the driver says in the context where the jump goes.
func lowerSlowTest(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.DFixed(lo.def(v), backend.Reg(RAX)))
	lo.slow(v, backend.Inst{Op: special(sSlow), Imm: 1}, &o)
}

// slow emits an instruction with a resumable exit, at v's place in the innermost
// frame of its state, which writes the registers of that first. Nothing outlives it
// in a register. What the exit needs, the headers of inlined frames, is in spill
// slots.
func (lo *lowerer) slow(v *ssa.Value, in backend.Inst, o *operands) {
	in.Clobbers = allocatable
	lo.exit(v, in, o, v.State, backend.Exit{Kind: backend.ExitSlow, Handler: lo.handler()})
}

// handler is the handler of what the value that is being lowered throws.
func (lo *lowerer) handler() (h backend.Handler) {
	for _, v := range lo.sb.Values[lo.next:] {
		if v.Op == ssa.OpThrew {
			return backend.Handler{Base: int32(v.Aux), PC: uint32(v.Aux2)}
		}
		if v.Op.Has(ssa.Clobber) {
			break
		}
	}
	return h
}

func lowerCaught(lo *lowerer, v *ssa.Value) {
	var o operands
	o.add(backend.D(lo.def(v)))
	lo.inst(backend.Inst{Op: special(sCaught), Disp: int32(8 * v.Aux)}, &o)
}
