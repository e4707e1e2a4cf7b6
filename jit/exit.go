package jit

import (
	"firn/heap"
	"firn/jit/backend"
)

// frames writes the headers of the inlined frames of a slow exit, whose registers
// are in place. It gives the template of the innermost.
func (e *Engine) frames(c *code, x *backend.Exit, frame uint32) (tmpl uint32) {
	fp := frame
	for i := range x.Frames {
		f := &x.Frames[i]
		t := e.templateOf(c.funcs[f.Fn])
		if i > 0 {
			at := frame + 8*uint32(f.Base)
			e.header(c, x, f, at, fp, tmpl, frame)
			fp = at
		}
		tmpl = t
	}
	return tmpl
}

// header writes the header of inlined frame f at fp, called from the frame at
// caller of template tmpl.
func (e *Engine) header(c *code, x *backend.Exit, f *backend.ExitFrame, fp, caller, tmpl, frame uint32) {
	callee := e.value(c, x, &f.Callee, frame)
	newTarget := e.value(c, x, &f.NewTarget, frame)
	e.writeHeader(f, fp, caller, tmpl, callee, newTarget)
}

func (e *Engine) writeHeader(f *backend.ExitFrame, fp, caller, tmpl uint32, callee, newTarget heap.Value) {
	h := e.h
	h.SetVal(fp+off(frameCallee), callee)
	h.SetU64(fp+off(frameReturn), uint64(e.word(tmpl, f.RetPC))|uint64(f.RetDst)<<32|uint64(f.RetAct)<<48)
	h.SetU64(fp+off(frameCaller), uint64(f.Argc)|uint64(fp-caller)<<32)
	h.SetVal(fp+off(frameNewTarget), newTarget)
}

// rebuild makes the interpreter's frames from what the code had in registers
// and on its stack when it took exit x, and lets the machine stand there.
func (e *Engine) rebuild(c *code, x *backend.Exit, frame uint32) {
	// Everything is read before anything is written: frames are sources too.
	e.makeObjects(c, x, frame)
	v := e.vals[:0]
	for i := range x.Frames {
		f := &x.Frames[i]
		if i > 0 {
			v = append(v, e.value(c, x, &f.Callee, frame), e.value(c, x, &f.NewTarget, frame))
		}
		for j := range f.Regs {
			v = append(v, e.value(c, x, &f.Regs[j], frame))
		}
	}
	e.vals = v
	h := e.h
	fp, tmpl, pc := frame, e.templateOf(c.funcs[0]), x.PC
	for i := range x.Frames {
		f := &x.Frames[i]
		t := e.templateOf(c.funcs[f.Fn])
		at := frame + 8*uint32(f.Base)
		h.Fill(at, uint32(h.U16(t+heap.TmplRegs)), heap.Undefined)
		if i > 0 {
			e.writeHeader(f, at, fp, tmpl, v[0], v[1])
			v = v[2:]
		}
		for j := range f.Regs {
			h.SetVal(at+8*uint32(f.Regs[j].Reg), v[j])
		}
		v = v[len(f.Regs):]
		fp, tmpl, pc = at, t, f.PC
	}
	e.d.GoOn(fp, pc)
}

// makeObjects makes the cells that the code did without. Allocating never
// collects, and new cells may be filled without barriers, wherever they are.
func (e *Engine) makeObjects(c *code, x *backend.Exit, frame uint32) {
	h := e.h
	e.made = e.made[:0]
	for i := range x.Objects {
		w := x.Objects[i].Header
		ref := h.Alloc(uint32(w>>32&0xFF), uint32(w))
		h.SetU8(ref+heap.OffFlags, uint8(w>>40))
		e.made = append(e.made, ref)
	}
	for i := range x.Objects {
		for j := range x.Objects[i].Fields {
			f := &x.Objects[i].Fields[j]
			v := e.value(c, x, &f.Value, frame)
			if at := e.made[i] + uint32(f.Off); f.Narrow {
				h.SetU32(at, uint32(v))
			} else {
				h.SetVal(at, v)
			}
		}
	}
}

// value reads and boxes a value of exit x.
func (e *Engine) value(c *code, x *backend.Exit, v *backend.ExitValue, frame uint32) heap.Value {
	switch v.Rep {
	case backend.RepUndefined:
		return heap.Undefined
	case backend.RepNewObject:
		return heap.Object(e.made[v.Loc])
	case backend.RepNewCell:
		return heap.CellRef(e.made[v.Loc])
	}
	bits := uint64(0)
	switch l := x.Locs[v.Loc]; {
	case l.IsReg():
		if r := l.Reg(); r < 16 {
			bits = e.stack.GPR(int(r))
		} else {
			bits = e.stack.FPR(int(r) - 16)
		}
	case l.IsSlot():
		bits = e.stack.Spill(8 * l.Index())
	case l.IsConst():
		bits = c.Consts[l.Index()]
	default:
		bits = e.h.U64(frame + 8*uint32(l.Index()))
	}
	if v.Rep == backend.RepPool {
		return e.h.Val(uint32(bits))
	}
	return box(v.Rep, bits)
}

// box makes a Value of 64 bits.
func box(r backend.Rep, bits uint64) heap.Value {
	ref := uint32(bits)
	switch r {
	case backend.RepInt:
		return heap.Int(int32(ref))
	case backend.RepF64:
		return heap.Double(heap.Value(bits).Float())
	case backend.RepBool:
		return heap.Bool(ref&1 != 0)
	case backend.RepObject:
		return heap.Object(ref)
	case backend.RepString:
		return heap.String(ref)
	case backend.RepSymbol:
		return heap.Symbol(ref)
	case backend.RepBigInt:
		return heap.BigInt(ref)
	case backend.RepCell:
		return heap.CellRef(ref)
	}
	return heap.Value(bits)
}
