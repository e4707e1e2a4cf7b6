package ssa

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"firn/heap"
)

// The text form. Parse reads what String writes.
//
//	func "f" entry=0 slots=12 fuel=100
//	fn0 "f" tmpl=64 rom code=120 regs=10 params=2 flags=0
//	s0: fn0 pc=12 base=0 [r1=v3 r2=v9] inslot=[r4]
//	s1: fn1 pc=3 base=16 [r0=v3] parent=s0 callee=v2 newtarget=v3 argc=1 dst=4 act=1
//	b0:
//	  v0 = LoadSlot {1}
//	  Poll @s0 #12
//	  v1 = CheckInt v0 @s0 #1:12
//	  jump b1 @s0
//	b1: (b0 b2) cold
//	  v2 = Phi:Int v1 v4
//	  v3 = LoadVal.Prop v0 {24}
//	  v4 = CmpInt v2 v1 {lt}
//	  if v4 b2 b3
//
// In braces: Aux in the form of the operation's aux kind, then Aux2 if it is not
// 0. After @ the frame state, after # the instruction the value comes from. The
// predecessors of a block are listed in the order of the arguments of its phis;
// the state behind a jump is Block.EndState. A ; starts a comment.

var typeNames = [...]string{"-", "Val", "Int", "F64", "Bool", "Ref"}

// String is the type's name in the operation table.
func (t Type) String() string {
	if int(t) < len(typeNames) {
		return typeNames[t]
	}
	return "any"
}

var memNames = [NumMem]string{"", "Const", "Shape", "Slots", "Elems", "Word", "Flags", "Prop", "Elem", "Inner", "Ctx", "Bytes", "Keyed"}

// String is the class's name in the text form.
func (m Mem) String() string {
	if m < NumMem {
		return memNames[m]
	}
	return "?"
}

var condNames = [...]string{"eq", "ne", "lt", "le", "gt", "ge"}

// String is the condition's name in the text form.
func (c Cond) String() string {
	if c >= 0 && int(c) < len(condNames) {
		return condNames[c]
	}
	return "?"
}

var tagNames = [...]string{"int", "special", "symbol", "bigint", "string", "object", "cell"}
var specialNames = [...]string{"undefined", "null", "false", "true", "hole", "tdz", "empty"}

// String is the value's name, v and its number.
func (v *Value) String() string {
	if v == nil {
		return "nil"
	}
	return "v" + strconv.Itoa(v.ID)
}

// String is the block's name, b and its number.
func (b *Block) String() string {
	if b == nil {
		return "nil"
	}
	return "b" + strconv.Itoa(b.ID)
}

// LongString is the value with its operation and arguments, as in a listing but
// without its state.
func (v *Value) LongString() string {
	var p printer
	p.value(v)
	return p.String()
}

// String is the function in the text form.
func (f *Func) String() string {
	p := printer{states: map[*FrameState]int{}}
	fmt.Fprintf(&p, "func %q entry=%d slots=%d fuel=%d\n", f.Name, f.EntryPC, f.Slots, f.Fuel)
	for i, fn := range f.Functions {
		fmt.Fprintf(&p, "fn%d %q tmpl=%d", i, fn.Name, fn.Tmpl)
		if fn.InROM {
			p.WriteString(" rom")
		}
		fmt.Fprintf(&p, " code=%d regs=%d params=%d flags=%d\n", fn.Code, fn.Regs, fn.Params, fn.Flags)
	}
	f.eachState(func(s *FrameState) {
		p.states[s] = len(p.states)
		p.state(s)
	})
	for _, b := range f.Blocks {
		p.block(b)
	}
	return p.String()
}

// eachState calls fn for every frame state, a parent before its children.
func (f *Func) eachState(fn func(*FrameState)) {
	seen := map[*FrameState]bool{}
	var visit func(*FrameState)
	visit = func(s *FrameState) {
		if s == nil || seen[s] {
			return
		}
		seen[s] = true
		visit(s.Parent)
		fn(s)
	}
	for _, b := range f.Blocks {
		for _, v := range b.Values {
			visit(v.State)
		}
		visit(b.State)
		visit(b.EndState)
	}
}

type printer struct {
	strings.Builder
	states map[*FrameState]int // numbers; nil: states are not printed
}

func (p *printer) state(s *FrameState) {
	fmt.Fprintf(p, "s%d: fn%d pc=%d base=%d [", p.states[s], s.Fn, s.PC, s.Base)
	sep := ""
	for r, v := range s.Regs {
		if v != nil {
			fmt.Fprintf(p, "%sr%d=%v", sep, r, v)
			sep = " "
		}
	}
	p.WriteByte(']')
	p.registers("inslot", 64*len(s.InSlot), s.IsInSlot)
	p.registers("unread", len(s.Regs), func(r int) bool { return s.Regs[r] != nil && s.isUnread(r) })
	if s.Parent != nil {
		fmt.Fprintf(p, " parent=s%d", p.states[s.Parent])
	}
	if s.Callee != nil {
		fmt.Fprintf(p, " callee=%v", s.Callee)
	}
	if s.NewTarget != nil {
		fmt.Fprintf(p, " newtarget=%v", s.NewTarget)
	}
	if s.Parent != nil {
		fmt.Fprintf(p, " argc=%d dst=%d act=%d", s.Argc, s.RetDst, s.RetAct)
	}
	p.WriteByte('\n')
}

// registers prints a set of registers, of up to n, if there is one.
func (p *printer) registers(name string, n int, has func(r int) bool) {
	sep := " " + name + "=["
	for r := 0; r < n; r++ {
		if has(r) {
			fmt.Fprintf(p, "%sr%d", sep, r)
			sep = " "
		}
	}
	if sep == " " {
		p.WriteByte(']')
	}
}

func (p *printer) block(b *Block) {
	fmt.Fprintf(p, "%v:", b)
	if len(b.Preds) > 0 {
		sep := " ("
		for _, q := range b.Preds {
			fmt.Fprintf(p, "%s%v", sep, q)
			sep = " "
		}
		p.WriteByte(')')
	}
	if b.Cold {
		p.WriteString(" cold")
	}
	p.WriteByte('\n')
	for _, v := range b.Values {
		p.WriteString("  ")
		p.value(v)
		if v.State != nil {
			fmt.Fprintf(p, " @s%d", p.states[v.State])
		}
		switch {
		case v.Fn != 0:
			fmt.Fprintf(p, " #%d:%d", v.Fn, v.Line)
		case v.Line != 0:
			fmt.Fprintf(p, " #%d", v.Line)
		}
		p.WriteByte('\n')
	}
	p.WriteString("  ")
	p.end(b)
	p.WriteByte('\n')
}

func (p *printer) end(b *Block) {
	switch b.Kind {
	case Jump:
		p.WriteString("jump")
	case If:
		fmt.Fprintf(p, "if %v", b.Control)
	case Ret:
		fmt.Fprintf(p, "ret %v", b.Control)
	case Exit:
		p.WriteString("exit")
		if b.Reason != "" {
			fmt.Fprintf(p, " %q", b.Reason)
		}
	}
	for _, s := range b.Succs {
		fmt.Fprintf(p, " %v", s)
	}
	for _, s := range []*FrameState{b.State, b.EndState} {
		if s != nil {
			fmt.Fprintf(p, " @s%d", p.states[s])
		}
	}
}

func (p *printer) value(v *Value) {
	info := v.Op.Info()
	if info.Result != None {
		fmt.Fprintf(p, "%v = ", v)
	}
	p.WriteString(v.Op.String())
	if v.Mem != MemNone {
		fmt.Fprintf(p, ".%v", v.Mem)
	}
	if v.Type != info.Result {
		fmt.Fprintf(p, ":%v", v.Type)
	}
	for _, a := range v.Args {
		fmt.Fprintf(p, " %v", a)
	}
	switch {
	case v.Aux2 != 0:
		fmt.Fprintf(p, " {%s %d}", formatAux(info.Aux, v.Aux), v.Aux2)
	case info.Aux != AuxNone || v.Aux != 0:
		fmt.Fprintf(p, " {%s}", formatAux(info.Aux, v.Aux))
	}
}

func formatAux(k AuxKind, aux int64) string {
	switch k {
	case AuxFloat:
		return formatFloat(uint64(aux))
	case AuxCond:
		if aux >= 0 && aux < int64(len(condNames)) {
			return condNames[aux]
		}
	case AuxStub:
		if aux > 0 && aux < int64(NumStubs) {
			return Stubs[aux].Name
		}
	case AuxMath:
		if aux >= firstMath && aux <= lastMath {
			return mathNames[aux-firstMath]
		}
	case AuxTag:
		if i := aux - heap.TagInt; i >= 0 && i < int64(len(tagNames)) {
			return tagNames[i]
		}
	case AuxBits:
		switch v := heap.Value(aux); {
		case v.IsDouble():
			return formatFloat(uint64(v))
		case v.IsInt() && heap.Int(v.Int32()) == v:
			return "int:" + strconv.Itoa(int(v.Int32()))
		case v.Tag() == heap.TagSpecial && int(v.Ref()) < len(specialNames) && uint64(v)>>32&0xFFFF == 0:
			return specialNames[v.Ref()]
		}
		return "0x" + strconv.FormatUint(uint64(aux), 16)
	}
	return strconv.FormatInt(aux, 10)
}

// formatFloat writes a double with a point, an exponent or a name, so that it is
// not taken for an integer; odd NaNs as their bits.
func formatFloat(bits uint64) string {
	x := math.Float64frombits(bits)
	if x != x {
		if bits == heap.CanonicalNaN {
			return "NaN"
		}
		return "0x" + strconv.FormatUint(bits, 16)
	}
	s := strconv.FormatFloat(x, 'g', -1, 64)
	if !strings.ContainsAny(s, ".eIN") {
		s += ".0"
	}
	return s
}
