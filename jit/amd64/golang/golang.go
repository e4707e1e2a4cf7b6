package golang

import (
	"encoding/binary"
	"fmt"
	"sync"

	"github.com/twitchyliquid64/golang-asm/obj"
	"github.com/twitchyliquid64/golang-asm/obj/x86"
	"github.com/twitchyliquid64/golang-asm/objabi"

	"firn/jit/amd64"
)

// Assembler assembles with golang-asm. It chooses among equivalent encodings in its
// own way and makes every jump as short as it can, so offsets differ from those of
// amd64.Encoder. A microsecond or two an instruction.
type Assembler struct {
	link   *obj.Link
	first  *obj.Prog
	last   *obj.Prog
	labels []label
	aligns []align
	pool   []constant
	refs   []reference
	patch  []*obj.Prog
	buf    []byte
	code   int
	err    error
}

// label is a no-operation of no bytes in the code, or a constant behind it.
type label struct {
	at     *obj.Prog
	sym    *obj.LSym
	offset int
	bound  bool
}

type align struct {
	behind *obj.Prog
	to     int
	pad    int
}

type constant struct {
	lo, hi uint64
	wide   bool
	label  amd64.Label
}

// reference is an instruction that uses a label.
type reference struct {
	prog  *obj.Prog
	label amd64.Label
}

var _ amd64.Assembler = (*Assembler)(nil)

// setup is held while a Link is made: golang-asm fills its tables then, unguarded.
var setup sync.Mutex

// New makes an assembler.
func New() *Assembler {
	setup.Lock()
	defer setup.Unlock()
	a := &Assembler{link: obj.Linknew(&x86.Linkamd64)}
	a.link.Headtype = objabi.Hlinux
	a.link.IsAsm = true // or jumps are padded for an erratum
	// By default errors go to the standard output and the bytes are garbage.
	a.link.DiagFunc = func(format string, args ...interface{}) {
		a.fail(fmt.Errorf("golang-asm: "+format, args...))
	}
	a.link.Arch.Init(a.link)
	return a
}

// Reset makes the assembler empty.
func (a *Assembler) Reset() { *a = Assembler{link: a.link, buf: a.buf[:0]} }

func (a *Assembler) fail(err error) {
	if a.err == nil {
		a.err = err
	}
}

func (a *Assembler) append(p *obj.Prog) *obj.Prog {
	if a.first == nil {
		a.first = p
	} else {
		a.last.Link = p
	}
	a.last = p
	return p
}

// Emit appends an instruction.
func (a *Assembler) Emit(in amd64.Inst) { a.emit(in) }

// EmitPatch appends an instruction whose immediate can be set later.
func (a *Assembler) EmitPatch(in amd64.Inst) amd64.Patch {
	a.patch = append(a.patch, a.emit(in))
	return amd64.Patch(len(a.patch) - 1)
}

// Patch sets the immediate.
func (a *Assembler) Patch(p amd64.Patch, v int32) {
	if prog := a.patch[p]; prog != nil {
		prog.From.Offset = int64(v)
	}
}

// emit translates: Go's order is sources first, except for comparisons.
func (a *Assembler) emit(in amd64.Inst) *obj.Prog {
	n := amd64.EncodingIndex(in)
	if n == 0 {
		a.fail(&amd64.EncodeError{Inst: in, Why: "there is no such form of the instruction"})
		return nil
	}
	p := a.link.NewProg()
	p.As = ops[n]
	if p.As == obj.AXXX {
		if in.Op != amd64.NOP {
			a.fail(&amd64.EncodeError{Inst: in, Why: "golang-asm has no such instruction"})
			return nil
		}
		p.As, p.From = x86.ABYTE, constAddr(0x90)
		return a.append(p)
	}
	if family, ok := conditional[p.As]; ok {
		p.As = family[in.Cond&15]
	}
	bytes := in.Size == amd64.S8
	x, y := a.operand(p, in.A, bytes), obj.Addr{}
	switch in.Op {
	case amd64.MOVZXB, amd64.MOVSXB:
		y = a.operand(p, in.B, true)
	case amd64.SETCC:
		x = a.operand(p, in.A, true)
	case amd64.MOVABS:
		y = constAddr(int64(in.B))
	default:
		y = a.operand(p, in.B, bytes)
	}
	switch in.Op {
	case amd64.PUSH, amd64.MUL, amd64.DIV, amd64.IDIV, amd64.NOP:
		p.From = x
	case amd64.INT3:
		p.From = constAddr(3)
	case amd64.CMP, amd64.BT:
		p.From, p.To = x, y
		if in.Op == amd64.BT {
			p.From, p.To = y, x
		}
	case amd64.IMUL3, amd64.ROUNDSD, amd64.SHLX, amd64.SARX, amd64.SHRX:
		p.From, p.To = a.operand(p, in.C, false), x
		p.SetFrom3(y)
	case amd64.JMP, amd64.JCC, amd64.CALL:
		p.To = x
		if in.A.Kind() == amd64.KindLabel {
			a.refs = append(a.refs, reference{p, in.A.Label()})
		}
	default:
		p.From, p.To = y, x
	}
	return a.append(p)
}

func constAddr(v int64) obj.Addr { return obj.Addr{Type: obj.TYPE_CONST, Offset: v} }

func register(r amd64.Reg, bytes bool) int16 {
	switch {
	case r >= amd64.X0:
		return x86.REG_X0 + int16(r-amd64.X0)
	case bytes:
		return x86.REG_AL + int16(r)
	}
	return x86.REG_AX + int16(r)
}

func (a *Assembler) operand(p *obj.Prog, o amd64.Operand, bytes bool) obj.Addr {
	switch o.Kind() {
	case amd64.KindGPR, amd64.KindXMM:
		return obj.Addr{Type: obj.TYPE_REG, Reg: register(o.Reg(), bytes)}
	case amd64.KindImm:
		return constAddr(int64(o.Value()))
	case amd64.KindLabel:
		return obj.Addr{Type: obj.TYPE_BRANCH}
	case amd64.KindMem:
		if o.Reg() == amd64.RIP {
			if int(o.Label()) >= len(a.labels) {
				a.fail(fmt.Errorf("golang: label %d was not made here", o.Label()))
				return obj.Addr{}
			}
			a.refs = append(a.refs, reference{p, o.Label()})
			return obj.Addr{Type: obj.TYPE_MEM, Name: obj.NAME_EXTERN, Sym: a.labels[o.Label()].sym}
		}
		m := obj.Addr{Type: obj.TYPE_MEM, Reg: register(o.Reg(), false), Offset: int64(o.Value())}
		if x := o.Index(); x != amd64.NoReg {
			m.Index, m.Scale = register(x, false), int16(o.Scale())
		}
		return m
	}
	return obj.Addr{}
}

// NewLabel makes a label.
func (a *Assembler) NewLabel() amd64.Label {
	p := a.link.NewProg()
	p.As = obj.ANOP
	a.labels = append(a.labels, label{at: p, sym: &obj.LSym{Name: fmt.Sprintf("L%d", len(a.labels))}})
	return amd64.Label(len(a.labels) - 1)
}

// Bind puts a label at the end of what there is.
func (a *Assembler) Bind(l amd64.Label) {
	if int(l) >= len(a.labels) || a.labels[l].bound {
		a.fail(fmt.Errorf("golang: label %d is not there or bound twice", l))
		return
	}
	a.labels[l].bound = true
	a.append(a.labels[l].at)
}

// Align pads with no-operations.
func (a *Assembler) Align(n int) {
	p := a.link.NewProg()
	p.As = obj.ANOP
	a.aligns = append(a.aligns, align{behind: a.append(p), to: n})
}

// Const64 is a memory operand for a constant of 8 bytes.
func (a *Assembler) Const64(bits uint64) amd64.Operand { return a.constant(constant{lo: bits}) }

// Const128 is a memory operand for a constant of 16 bytes.
func (a *Assembler) Const128(lo, hi uint64) amd64.Operand {
	return a.constant(constant{lo: lo, hi: hi, wide: true})
}

func (a *Assembler) constant(c constant) amd64.Operand {
	for _, p := range a.pool {
		if p.lo == c.lo && p.hi == c.hi && p.wide == c.wide {
			return amd64.At(p.label)
		}
	}
	c.label = a.NewLabel()
	a.labels[c.label].bound = true
	a.pool = append(a.pool, c)
	return amd64.At(c.label)
}

// Finish assembles and resolves what golang-asm leaves to a linker.
func (a *Assembler) Finish() (code []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			code, err = nil, fmt.Errorf("golang-asm: %v", r)
		}
	}()
	for _, r := range a.refs {
		if int(r.label) >= len(a.labels) || !a.labels[r.label].bound {
			a.fail(fmt.Errorf("golang: label %d is not bound", r.label))
		} else if r.prog.To.Type == obj.TYPE_BRANCH && r.prog.As == obj.ACALL {
			r.prog.To.Name, r.prog.To.Sym = obj.NAME_EXTERN, a.labels[r.label].sym // it takes no other target
		} else if r.prog.To.Type == obj.TYPE_BRANCH {
			r.prog.To.SetTarget(a.labels[r.label].at)
		}
	}
	if a.err != nil {
		return nil, a.err
	}
	if a.first == nil {
		a.Align(1)
	}
	s := a.assemble()
	for try := 0; a.pad() && a.err == nil; try++ {
		if try == 100 {
			a.fail(fmt.Errorf("golang: padding does not settle"))
		}
		s = a.assemble()
	}
	if a.err != nil {
		return nil, a.err
	}
	a.buf = append(a.buf[:0], s.P...)
	a.code = len(a.buf)
	a.appendPool()
	for i := range a.labels {
		if l := &a.labels[i]; l.offset == 0 {
			l.offset = int(l.at.Pc)
		}
	}
	a.relocate(s)
	return a.buf, nil
}

func (a *Assembler) assemble() *obj.LSym {
	for p := a.first; p != nil; p = p.Link {
		p.Back = 0 // marks of the last time would make forward jumps backward
	}
	s := &obj.LSym{Func: &obj.FuncInfo{Text: a.first}}
	a.link.Arch.Assemble(a.link, s, a.link.NewProg)
	return s
}

// pad puts bytes of padding where they are needed and says whether that changed
// anything.
func (a *Assembler) pad() bool {
	changed := false
	for i := range a.aligns {
		g := &a.aligns[i]
		pad := -int(g.behind.Pc) & (g.to - 1)
		if pad == g.pad {
			continue
		}
		next := g.behind.Link
		for ; g.pad > 0; g.pad-- {
			next = next.Link
		}
		at := g.behind
		for ; g.pad < pad; g.pad++ {
			p := a.link.NewProg()
			p.As, p.From = x86.ABYTE, constAddr(0x90)
			at.Link, at = p, p
		}
		at.Link = next
		changed = true
	}
	return changed
}

func (a *Assembler) appendPool() {
	if len(a.pool) == 0 {
		return
	}
	for len(a.buf)&15 != 0 {
		a.buf = append(a.buf, 0xCC)
	}
	for _, wide := range []bool{true, false} {
		for _, c := range a.pool {
			if c.wide != wide {
				continue
			}
			a.labels[c.label].offset = len(a.buf)
			a.buf = binary.LittleEndian.AppendUint64(a.buf, c.lo)
			if wide {
				a.buf = binary.LittleEndian.AppendUint64(a.buf, c.hi)
			}
		}
	}
}

// relocate fills in the displacements of memory operands at labels. They are
// relative to the end of the instruction.
func (a *Assembler) relocate(s *obj.LSym) {
	p := a.first
	for _, r := range s.R {
		if r.Siz == 0 {
			continue // a mark of an indirect call
		}
		for p.Pc+int64(p.Isize) <= int64(r.Off) {
			p = p.Link
		}
		end := int(p.Pc) + int(p.Isize)
		for _, ref := range a.refs {
			if ref.prog == p {
				binary.LittleEndian.PutUint32(a.buf[r.Off:], uint32(a.labels[ref.label].offset-end))
			}
		}
	}
}

// CodeSize is where the constants begin; only after Finish.
func (a *Assembler) CodeSize() int { return a.code }

// Offset is where a label is; only after Finish.
func (a *Assembler) Offset(l amd64.Label) int { return a.labels[l].offset }
