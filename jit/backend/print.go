package backend

import (
	"fmt"
	"io"
	"strings"
)

// Dump writes f as text, for people: before allocation with constraints, after it
// with locations.
func (f *Func) Dump(w io.Writer) {
	fmt.Fprintf(w, "func %s", f.Name)
	if f.Slots > 0 {
		fmt.Fprintf(w, " slots=%d", f.Slots)
	}
	fmt.Fprintln(w)
	for _, b := range f.Blocks {
		fmt.Fprintf(w, "b%d", b.ID)
		if len(b.Params) > 0 {
			fmt.Fprintf(w, "(%s)", vregList(b.Params))
		}
		fmt.Fprint(w, ":")
		for _, p := range b.Preds {
			fmt.Fprintf(w, " <-b%d", p.ID)
		}
		if b.LoopDepth > 0 {
			fmt.Fprintf(w, " depth=%d", b.LoopDepth)
		}
		if b.Cold {
			fmt.Fprint(w, " cold")
		}
		fmt.Fprintln(w)
		for i := range b.Insts {
			fmt.Fprintf(w, "\t%s", f.instString(&b.Insts[i]))
			if i == len(b.Insts)-1 {
				for j, s := range b.Succs {
					fmt.Fprintf(w, " ->b%d", s.ID)
					if j < len(b.EdgeArgs) && len(b.EdgeArgs[j]) > 0 {
						fmt.Fprintf(w, "(%s)", vregList(b.EdgeArgs[j]))
					}
				}
			}
			fmt.Fprintln(w)
		}
	}
}

// String is Dump as a string.
func (f *Func) String() string {
	var s strings.Builder
	f.Dump(&s)
	return s.String()
}

func vregList(vs []VReg) string {
	s := make([]string, len(vs))
	for i, v := range vs {
		s[i] = fmt.Sprintf("v%d", v)
	}
	return strings.Join(s, ", ")
}

// instString is an instruction: results, name, uses.
func (f *Func) instString(in *Inst) string {
	var s strings.Builder
	n := 0
	for _, o := range in.Ops {
		if o.Kind == Def || o.Kind == EarlyDef {
			if n > 0 {
				s.WriteString(", ")
			}
			s.WriteString(f.operandString(o))
			n++
		}
	}
	if n > 0 {
		s.WriteString(" = ")
	}
	s.WriteString(f.opString(in.Op))
	if in.Size != 0 {
		fmt.Fprintf(&s, ".%d", in.Size)
	}
	if in.Cond != 0 {
		fmt.Fprintf(&s, " cond=%d", in.Cond)
	}
	for i, o := range in.Ops {
		if o.Kind == Def || o.Kind == EarlyDef {
			continue
		}
		if in.Exit != 0 && i == int(in.ExitOps) {
			s.WriteString(" |")
		}
		s.WriteByte(' ')
		s.WriteString(f.operandString(o))
	}
	if in.Scale != 0 {
		fmt.Fprintf(&s, " *%d", in.Scale)
	}
	if in.Disp != 0 {
		fmt.Fprintf(&s, " %+d", in.Disp)
	}
	if in.Imm != 0 || in.Op == OpLoadConst {
		fmt.Fprintf(&s, " #%#x", uint64(in.Imm))
	}
	if in.Clobbers != 0 {
		s.WriteString(" clobbers{")
		for r, n := Reg(0), 0; r < 32; r++ {
			if in.Clobbers.Has(r) {
				if n > 0 {
					s.WriteByte(' ')
				}
				s.WriteString(f.regString(r))
				n++
			}
		}
		s.WriteByte('}')
	}
	if in.Exit != 0 {
		e := &f.Exits[in.Exit]
		fmt.Fprintf(&s, " exit%d:%s", in.Exit, e.Kind)
		if e.Reason != ReasonNone {
			fmt.Fprintf(&s, "/%s", e.Reason)
		}
		fmt.Fprintf(&s, "@%d", e.PC)
	}
	return s.String()
}

func (f *Func) operandString(o Operand) string {
	s := ""
	if o.V != 0 {
		s = fmt.Sprintf("v%d", o.V)
	}
	if o.Loc != NoLoc {
		if s != "" {
			s += "@"
		}
		return s + f.locString(o.Loc)
	}
	switch {
	case o.Fixed != NoReg:
		s += ":" + f.regString(o.Fixed)
	case o.Same != 0:
		s += fmt.Sprintf(":same%d", o.Same-1)
	case o.AnyLoc:
		s += ":any"
	}
	switch o.Kind {
	case UseLate:
		s += ":late"
	case EarlyDef:
		s += ":early"
	case Temp:
		s += ":temp"
	}
	return s
}

func (f *Func) opString(op uint16) string {
	switch op {
	case OpNop:
		return "nop"
	case OpMove:
		return "move"
	case OpLoadConst:
		return "const"
	case OpJump:
		return "jump"
	}
	if f.OpName != nil {
		return f.OpName(op)
	}
	return fmt.Sprintf("op%d", op)
}

func (f *Func) regString(r Reg) string {
	switch {
	case f.RegName != nil:
		return f.RegName(r)
	case r < 16:
		return fmt.Sprintf("r%d", r)
	}
	return fmt.Sprintf("x%d", r-16)
}

func (f *Func) locString(l Loc) string {
	switch {
	case l.IsReg():
		return f.regString(l.Reg())
	case l.IsSlot():
		return fmt.Sprintf("[%d]", l.Index())
	case l.IsConst() && l.Index() < len(f.Consts):
		return fmt.Sprintf("#%#x", f.Consts[l.Index()])
	case l.IsFrame():
		return fmt.Sprintf("frame%d", l.Index())
	}
	return "nowhere"
}
