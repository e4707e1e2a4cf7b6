package amd64

import (
	"fmt"
	"strings"
)

var gprNames = [4][16]string{
	{"al", "cl", "dl", "bl", "spl", "bpl", "sil", "dil", "r8b", "r9b", "r10b", "r11b", "r12b", "r13b", "r14b", "r15b"},
	{"ax", "cx", "dx", "bx", "sp", "bp", "si", "di", "r8w", "r9w", "r10w", "r11w", "r12w", "r13w", "r14w", "r15w"},
	{"eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi", "r8d", "r9d", "r10d", "r11d", "r12d", "r13d", "r14d", "r15d"},
	{"rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"},
}

var condNames = [16]string{"o", "no", "b", "ae", "e", "ne", "be", "a", "s", "ns", "p", "np", "l", "ge", "le", "g"}

// String is the name of the instruction.
func (op Op) String() string {
	if op < numOps {
		return opNames[op]
	}
	return fmt.Sprintf("op(%d)", uint8(op))
}

// String is the name of the condition.
func (c Cond) String() string { return condNames[c&15] }

// String is the name of all of the register.
func (r Reg) String() string { return r.name(S64) }

func (r Reg) name(size Size) string {
	switch {
	case r < X0 && size >= S8 && size <= S64:
		return gprNames[size-S8][r]
	case r < X0:
		return gprNames[3][r]
	case r < RIP:
		return fmt.Sprintf("xmm%d", r-X0)
	case r == RIP:
		return "rip"
	}
	return "none"
}

// String is the operand in Intel's notation, registers by their 64-bit names.
func (o Operand) String() string { return o.text(S64) }

func (o Operand) text(size Size) string {
	switch o.Kind() {
	case KindNone:
		return "-"
	case KindImm:
		return fmt.Sprint(o.Value())
	case KindLabel:
		return fmt.Sprintf("L%d", o.Label())
	case KindMem:
		if o.Reg() == RIP {
			return fmt.Sprintf("[rip+L%d]", o.Label())
		}
		var b strings.Builder
		b.WriteString("[" + o.Reg().String())
		if x := o.Index(); x != NoReg {
			fmt.Fprintf(&b, "+%s*%d", x, o.Scale())
		}
		if d := o.Value(); d != 0 {
			fmt.Fprintf(&b, "%+d", d)
		}
		return b.String() + "]"
	}
	return o.Reg().name(size)
}

// String is the instruction in Intel's notation, the size behind the name.
func (in Inst) String() string {
	name := strings.TrimSuffix(in.Op.String(), "cc")
	switch in.Op {
	case JCC, SETCC, CMOVCC:
		name += in.Cond.String()
	}
	if in.Op == MOVABS {
		return fmt.Sprintf("%s %s, %#x", name, in.A, uint64(in.B))
	}
	if in.Size != SizeNone {
		name += fmt.Sprint(8 << (in.Size - S8))
	}
	sep := " "
	for _, o := range [...]Operand{in.A, in.B, in.C} {
		if o == 0 {
			break
		}
		name += sep + o.text(in.Size)
		sep = ", "
	}
	return name
}
