package bytecode

// Inst is one decoded instruction.
type Inst struct {
	Op   Op
	X    uint32
	PC   uint32 // word index
	w    uint64
	w2   uint64
	Next uint32 // word index of the instruction after it
}

// Decode decodes the instruction at word index pc; ok is false when there is
// none.
func Decode(code []uint64, pc uint32) (in Inst, ok bool) {
	if uint64(pc) >= uint64(len(code)) {
		return in, false
	}
	w := code[pc]
	in = Inst{Op: opOf(w), X: xOf(w), PC: pc, w: w, Next: pc + 1}
	if in.Op >= NumOps {
		return in, false
	}
	if Table[in.Op].Words == 2 {
		if uint64(pc)+1 >= uint64(len(code)) {
			return in, false
		}
		in.w2, in.Next = code[pc+1], pc+2
	}
	return in, true
}

// Operands are the descriptions of the instruction's operands.
func (in *Inst) Operands() []Operand { return Table[in.Op].Operands }

// Value is the value of operand o, sign-extended if it is signed; of a jump, the
// target's word index.
func (in *Inst) Value(o Operand) int64 {
	v := field(o.Field, in.w, in.w2)
	switch o.Type {
	case Imm:
		return int64(signed(o.Field, v))
	case Jump:
		return int64(in.Next) + int64(signed(o.Field, v))
	}
	return int64(v)
}

// Field is the raw value of field f.
func (in *Inst) Field(f Field) uint32 { return field(f, in.w, in.w2) }

// Regs calls read and written for each register range the instruction reads and
// writes, call windows included.
func (in *Inst) Regs(read, written func(first, n uint32)) {
	for _, o := range in.Operands() {
		v := field(o.Field, in.w, in.w2)
		if n := o.Type.Span(); n > 0 {
			if o.Type.Reads() && !(in.Op == OpNewclass && in.X == 0 && o.Type == Read2) { // no heritage
				read(v, uint32(n))
			}
			if o.Type.Writes() {
				written(v, uint32(n))
			}
			continue
		}
		if o.Type == Base {
			first, n := in.window(v)
			switch in.Op {
			case OpNew, OpSupercall, OpNewspread, OpSuperspread, OpConstruct:
				// The call makes what is in B.
				read(first, 1)
				if n > 2 {
					read(first+2, n-2)
				}
			default:
				read(first, n)
			}
		}
	}
}

// TakesArguments tells that the instruction reads the frame's actual arguments: the
// registers of the parameters, or the window of the call.
func (in *Inst) TakesArguments() bool { return in.Op == OpArguments || in.Op == OpRest }

// window gives the registers that a base operand reads.
func (in *Inst) window(base uint32) (first, n uint32) {
	switch in.Op {
	case OpConcat, OpLeaf:
		return base, in.Field(FieldC)
	case OpCopyprops:
		if in.X == 255 {
			return base, 1
		}
		return base, in.X
	case OpCall:
		return base - 1, in.Field(FieldC) + 2
	case OpNew, OpSupercall:
		return base - 1, in.Field(FieldC) + 2
	case OpCallspread, OpNewspread, OpSuperspread, OpConstruct:
		return base - 1, 2
	}
	return base, 1
}

// isCall reports whether op has a call window.
func isCall(op Op) bool {
	switch op {
	case OpCall, OpCallspread, OpNew, OpNewspread, OpSupercall, OpSuperspread, OpConstruct:
		return true
	}
	return false
}
