package amd64

import (
	"fmt"
	"strings"
	"sync"

	"golang.org/x/arch/x86/x86asm"
)

// Violation is an instruction of compiled code that breaks a rule of Scan.
type Violation struct {
	Offset int    // in the code
	Text   string // the instruction, in Intel's notation
	Why    string
}

// Error is the violation as text.
func (v Violation) Error() string { return fmt.Sprintf("%#x: %s: %s", v.Offset, v.Text, v.Why) }

// Scan checks finished code (without the constants behind it; all is how many bytes
// there are with them) against the rules that keep a program in its cage whatever
// its values are:
//
//   - every instruction is one of the table, so nothing is privileged, a system call
//     or a use of segments;
//   - memory is at R15 + one unscaled register + displacement (the cage), R14 + d
//     (the frame), R13 + d (the context), RSP + d with d >= 0 (the native stack) or
//     RIP + d inside the code and its constants, the last never written;
//   - R15 and R13 are never written, RSP only by push, pop, add and sub of an
//     immediate, R14 only by add, sub and lea from itself;
//   - direct jumps go to the beginning of an instruction of the code.
//
// What no scan sees: that a register with which R15 is indexed holds 32 bits, and
// that indirect jumps and calls go to code; those are reported if they are through
// memory not named above, as everything else is. Stubs of entry and exit are not
// compiled code.
func Scan(code []byte, all int) []Violation {
	var found []Violation
	list := decodeAll(code)
	starts := map[int]bool{}
	for _, d := range list {
		starts[d.at] = true
	}
	for i := range list {
		d := &list[i]
		report := func(why string) {
			text := ".byte"
			if !d.bad {
				text = x86asm.IntelSyntax(d.inst, uint64(d.at), nil)
			}
			found = append(found, Violation{d.at, text, why})
		}
		if d.bad {
			report("not an instruction")
			continue
		}
		if !tableOps()[d.inst.Op] || d.inst.Op == x86asm.INT && d.inst.Args[0] != x86asm.Imm(3) {
			report("not an instruction of the table")
		}
		for _, p := range d.inst.Prefix {
			switch p & 0xff {
			case x86asm.PrefixFS & 0xff, x86asm.PrefixGS & 0xff, x86asm.PrefixAddrSize & 0xff, x86asm.PrefixLOCK & 0xff:
				if p&0xff00&^x86asm.PrefixImplicit == 0 {
					report("prefix " + p.String())
				}
			}
		}
		for n, a := range d.inst.Args {
			switch a := a.(type) {
			case x86asm.Mem:
				if why := d.memory(a, n == 0 && writes(d.inst.Op), all); why != "" {
					report(why)
				}
			case x86asm.Reg:
				if why := d.register(a, n == 0 && writes(d.inst.Op) || d.inst.Op == x86asm.XCHG); why != "" {
					report(why)
				}
			case x86asm.Rel:
				if to, _ := d.target(); !starts[to] {
					report("jumps to where no instruction begins")
				}
			}
		}
	}
	return found
}

// memory says what is wrong with a memory operand.
func (d *decoded) memory(m x86asm.Mem, written bool, all int) string {
	if d.inst.Op == x86asm.NOP || d.inst.Op == x86asm.LEA {
		return "" // no access; that of LEA is a sum
	}
	if m.Segment != 0 {
		return "segment"
	}
	switch m.Base {
	case x86asm.R15:
		if m.Index != 0 && m.Scale != 1 {
			return "scaled index in the cage"
		}
		return ""
	case x86asm.R14, x86asm.R13:
	case x86asm.RSP:
		if m.Disp < 0 {
			return "below the native stack"
		}
	case x86asm.RIP:
		if to, _ := d.target(); to < 0 || to+d.inst.MemBytes > all {
			return "relative to RIP and outside the code"
		}
		if written {
			return "writes into the code"
		}
	default:
		return "the base is neither cage, frame, context, native stack nor constants"
	}
	if m.Index != 0 {
		return "index with a base that is not the cage"
	}
	return ""
}

// register says what is wrong with writing a register.
func (d *decoded) register(r x86asm.Reg, written bool) string {
	if !written {
		return ""
	}
	op := d.inst.Op
	adjust := op == x86asm.ADD || op == x86asm.SUB
	switch r {
	case x86asm.R15, x86asm.R15L, x86asm.R15W, x86asm.R15B, x86asm.R13, x86asm.R13L, x86asm.R13W, x86asm.R13B:
		return "writes the base of the cage or the context"
	case x86asm.RSP, x86asm.ESP, x86asm.SP, x86asm.SPB:
		if _, imm := d.inst.Args[1].(x86asm.Imm); !imm || !adjust || r != x86asm.RSP {
			return "writes the stack pointer"
		}
	case x86asm.R14, x86asm.R14L, x86asm.R14W, x86asm.R14B:
		m, _ := d.inst.Args[1].(x86asm.Mem)
		lea := op == x86asm.LEA && m.Base == x86asm.R14 && m.Index == 0
		if r != x86asm.R14 || !adjust && !lea {
			return "writes the frame pointer"
		}
	}
	return ""
}

// writes says whether an instruction writes its first operand.
func writes(op x86asm.Op) bool {
	switch op {
	case x86asm.CMP, x86asm.TEST, x86asm.UCOMISD, x86asm.BT, x86asm.PUSH, x86asm.MUL, x86asm.DIV, x86asm.IDIV,
		x86asm.JMP, x86asm.CALL, x86asm.NOP:
		return false
	}
	return true
}

// tableOps is the instructions of the table under x86asm's names.
var tableOps = sync.OnceValue(func() map[x86asm.Op]bool {
	known := map[string]bool{"INT": true, "MOVZX": true, "MOVSX": true, "MOVSXD": true, "IMUL": true, "MOVSD_XMM": true, "XCHG": true}
	for _, cc := range strings.Fields("O NO B AE E NE BE A S NS P NP L GE LE G") {
		known["J"+cc], known["SET"+cc], known["CMOV"+cc] = true, true, true
	}
	for _, n := range opNames[1:] {
		known[strings.ToUpper(n)] = true
	}
	ops := map[x86asm.Op]bool{}
	for op := x86asm.Op(1); ; op++ {
		name := op.String()
		if strings.HasPrefix(name, "Op(") {
			return ops
		}
		if known[name] {
			ops[op] = true
		}
	}
})
