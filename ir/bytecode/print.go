package bytecode

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"firn/heap"
)

var specialNames = [...]string{"undefined", "null", "false", "true", "hole", "tdz", "empty"}

var flagNames = []struct {
	bit  uint32
	name string
}{{heap.TConstructor, "constructor"}, {heap.TClass, "class"}, {heap.TDerived, "derived"}, {heap.TNeedsArgs, "args"},
	{heap.TGenerator, "generator"}, {heap.TAsync, "async"}, {heap.TArrow, "arrow"}, {heap.TMethod, "method"},
	{heap.TLibrary, "library"}, {heap.TProgram, "program"}, {heap.TProtoProp, "protoprop"}}

// Fprint writes a listing of f and the functions in it.
func Fprint(w io.Writer, f *Function) error {
	b := bufio.NewWriter(w)
	work := []*Function{f}
	for len(work) > 0 {
		f := work[len(work)-1]
		work = work[:len(work)-1]
		printOne(b, f)
		for i := len(f.Consts) - 1; i >= 0; i-- {
			if g, ok := f.Consts[i].(*Function); ok {
				work = append(work, g)
			}
		}
		if len(work) > 0 {
			fmt.Fprintln(b)
		}
	}
	return b.Flush()
}

func printOne(b *bufio.Writer, f *Function) {
	fmt.Fprintf(b, "function %s regs=%d params=%d length=%d sites=%d", title(f), f.Regs, f.Params, f.Length, f.Sites)
	for _, n := range flagNames {
		if f.Flags&n.bit != 0 {
			fmt.Fprintf(b, " %s", n.name)
		}
	}
	fmt.Fprintln(b)
	if len(f.Vars) > 0 {
		fmt.Fprint(b, "  vars")
		for _, v := range f.Vars {
			fmt.Fprintf(b, " %s=r%d", v.Name, v.Reg)
		}
		fmt.Fprintln(b)
	}
	targets := map[int64]bool{}
	for pc := uint32(0); ; {
		in, ok := Decode(f.Code, pc)
		if !ok {
			break
		}
		for _, o := range in.Operands() {
			if o.Type == Jump {
				targets[in.Value(o)] = true
			}
		}
		pc = in.Next
	}
	for _, h := range f.Handlers {
		targets[int64(h.Target)] = true
	}
	for pc := uint32(0); ; {
		in, ok := Decode(f.Code, pc)
		if !ok {
			if uint64(pc) < uint64(len(f.Code)) {
				fmt.Fprintf(b, "  %4d  ?\n", pc)
			}
			break
		}
		mark := ' '
		if targets[int64(pc)] {
			mark = ':'
		}
		fmt.Fprintf(b, "  %4d%c %s\n", pc, mark, Format(f, &in))
		pc = in.Next
	}
	for _, h := range f.Handlers {
		fmt.Fprintf(b, "  handler %d…%d -> %d r%d\n", h.Start, h.End, h.Target, h.Reg)
	}
}

func title(f *Function) string {
	if f.Name == "" {
		return "(anonymous)"
	}
	return strconv.Quote(f.Name)
}

// Format gives the text of one instruction.
func Format(f *Function, in *Inst) string {
	var s strings.Builder
	fmt.Fprintf(&s, "%-11s", in.Op)
	sep := " "
	for _, o := range in.Operands() {
		s.WriteString(sep)
		sep = ", "
		v := in.Value(o)
		switch o.Type {
		case ConstIndex:
			s.WriteString(ConstText(f, uint32(v)))
		case Imm, Uimm:
			if in.Op == OpLdspecial && int(v) < len(specialNames) {
				s.WriteString(specialNames[v])
			} else {
				fmt.Fprintf(&s, "%d", v)
			}
		case Jump:
			fmt.Fprintf(&s, "->%d", v)
		case Site:
			fmt.Fprintf(&s, "s%d", v)
		case Count:
			fmt.Fprintf(&s, "n%d", v)
		default:
			fmt.Fprintf(&s, "r%d", v)
		}
	}
	if in.X != 0 && Table[in.Op].Effects&Cost == 0 {
		fmt.Fprintf(&s, "%sx=%d", sep, in.X)
	}
	return strings.TrimRight(s.String(), " ")
}

// ConstText is the text of a constant, shortened.
func ConstText(f *Function, i uint32) string {
	if uint64(i) >= uint64(len(f.Consts)) {
		return "k?"
	}
	switch c := f.Consts[i].(type) {
	case Number:
		return strconv.FormatFloat(float64(c), 'g', -1, 64)
	case String:
		t := string(c)
		if len(t) > 40 {
			t = t[:40] + "…"
		}
		return strconv.Quote(t)
	case *BigInt:
		sign := ""
		if c.Negative {
			sign = "-"
		}
		return fmt.Sprintf("%sbigint%v", sign, c.Digits)
	case Special:
		if int(c) < len(specialNames) {
			return specialNames[c]
		}
	case *Function:
		return "function " + title(c)
	case *TemplateSite:
		return fmt.Sprintf("template%q", c.Raw)
	}
	return "k?"
}
