//go:build linux && amd64 && !firn_nojit

package engine

import (
	"errors"
	"fmt"
	"testing"

	"firn/heap"
	"firn/ir/bytecode"
	"firn/jit"
	"firn/jit/amd64"
	"firn/jit/backend"
	"firn/runtime"
	"firn/runtime/interp"
)

// A piece is a function that has hand-made code: emit writes it.
type piece func(b *builder)

// assembler is the compiler of the tests: functions by name.
type assembler struct {
	t      testing.TB
	pieces map[string]piece
	failed map[string]bool // "name line": guards that have failed
	built  map[string]int
}

var errNotOurs = errors.New("no piece has that name")

// builder is a function under construction.
type builder struct {
	*amd64.Encoder
	h      *heap.Heap
	r      jit.Request
	funcs  []jit.Function
	words  []uint64
	exits  []backend.Exit
	stubs  []func()
	resume map[int]amd64.Label
	osr    amd64.Label
	code   *backend.Code
	wait   chan bool // if not nil, Finish waits for it to be closed
}

func (a *assembler) Build(h *heap.Heap, r jit.Request) (jit.Job, error) {
	name := ""
	if ref := h.U32(r.Template + heap.TmplName); ref != 0 {
		name = h.GoString(ref)
	}
	p := a.pieces[name]
	if p == nil {
		return nil, errNotOurs
	}
	a.built[name]++
	f := jit.Function{Tmpl: r.Template, InROM: true}
	if !h.IsROM(r.Template) {
		f = jit.Function{Tmpl: r.Pool(heap.CellRef(r.Template))}
	}
	b := &builder{Encoder: new(amd64.Encoder), h: h, r: r, funcs: []jit.Function{f}, exits: make([]backend.Exit, 1), resume: map[int]amd64.Label{}}
	b.code = &backend.Code{Name: name, OSR: -1, Fuel: 100, FrameBytes: 8}
	for i := uint32(0); i < h.U32(r.Template+heap.TmplWords); i++ {
		b.words = append(b.words, h.U64(h.TemplateCode(r.Template)+8*i))
	}
	b.Reset()
	b.osr = b.NewLabel()
	for line := uint32(0); line < uint32(len(b.words)); line++ {
		if r.Failed(r.Template, line, 7) || r.Failed(r.Template, jit.AnyLine, 7) {
			a.failed[fmt.Sprint(name, " ", line)] = true
		}
	}
	p(b)
	for _, stub := range b.stubs {
		stub()
	}
	return b, nil
}

func (b *builder) Functions() []jit.Function { return b.funcs }

// Size and Drop implement jit.Job.
func (b *builder) Size() int { return 1 }
func (b *builder) Drop()     {}

// Small implements jit.Job: small is one.
func (b *builder) Small() bool { return b.code.Name == "small" }

func (b *builder) Finish() (*backend.Code, error) {
	if b.wait != nil {
		<-b.wait
	}
	code, err := b.Encoder.Finish()
	if err != nil {
		return nil, err
	}
	c := b.code
	c.Bytes, c.Exits = append([]byte(nil), code...), b.exits
	for i, l := range b.resume {
		c.Exits[i].Resume = int32(b.Offset(l))
	}
	if b.r.OSR {
		c.OSR = b.Offset(b.osr)
	}
	return c, nil
}

// find is the word of the n-th instruction op.
func (b *builder) find(op bytecode.Op, n int) uint32 {
	for pc := uint32(0); ; {
		in, ok := bytecode.Decode(b.words, pc)
		if !ok {
			panic(fmt.Sprintf("%s: no %v", b.code.Name, op))
		}
		if in.Op == op {
			if n--; n < 0 {
				return pc
			}
		}
		pc = in.Next
	}
}

// inst is the instruction at a word.
func (b *builder) inst(pc uint32) bytecode.Inst {
	in, _ := bytecode.Decode(b.words, pc)
	return in
}

const (
	cage, frame, context, fuel = amd64.R15, amd64.R14, amd64.R13, amd64.R12
)

// slot is a register of the JS frame.
func slot(i uint32) amd64.Operand { return amd64.Mem(frame, int32(8*i)) }

func (b *builder) two(op amd64.Op, x, y amd64.Operand) { b.Emit(amd64.I2(op, amd64.S64, x, y)) }

// charge takes units off the meter.
func (b *builder) charge(n uint32) { b.two(amd64.SUB, amd64.R(fuel), amd64.Imm(int32(n))) }

// exit makes an exit and gives the label of its stub.
func (b *builder) exit(x backend.Exit, through int32) amd64.Label {
	n := len(b.exits)
	b.exits = append(b.exits, x)
	l := b.NewLabel()
	b.stubs = append(b.stubs, func() {
		b.Bind(l)
		b.two(amd64.MOV, amd64.Mem(context, backend.CtxExit), amd64.Imm(int32(n)))
		b.two(amd64.MOV, amd64.Mem(context, backend.CtxCode), amd64.Imm(int32(b.r.Number)))
		b.Emit(amd64.I1(amd64.JMP, amd64.S64, amd64.Mem(context, through)))
	})
	return l
}

// deopt is an exit to the interpreter at pc, with registers in machine registers.
func (b *builder) deopt(reason backend.Reason, pc uint32, rep backend.Rep, regs map[uint16]amd64.Reg) amd64.Label {
	x := backend.Exit{Kind: backend.ExitDeopt, Reason: reason, PC: pc, Line: pc, Op: 7}
	f := backend.ExitFrame{PC: pc}
	for r, m := range regs {
		f.Regs = append(f.Regs, backend.ExitValue{Reg: r, Rep: rep, Loc: uint16(len(x.Locs))})
		x.Locs = append(x.Locs, backend.LocReg(backend.Reg(m)))
	}
	x.Frames = []backend.ExitFrame{f}
	return b.exit(x, backend.CtxExitSave)
}

// stay is an exit with everything in the frame's slots.
func (b *builder) stay(kind backend.ExitKind, reason backend.Reason, pc uint32, live ...uint16) amd64.Label {
	x := backend.Exit{Kind: kind, Reason: reason, PC: pc, Line: pc, Op: 7}
	f := backend.ExitFrame{PC: pc}
	for _, r := range live {
		f.Regs = append(f.Regs, backend.ExitValue{Reg: r, Loc: uint16(len(x.Locs))})
		x.Locs = append(x.Locs, backend.LocFrame(int(r)))
	}
	x.Frames = []backend.ExitFrame{f}
	return b.exit(x, backend.CtxExitSave)
}

// entry is what a function of two parameters begins with: poll, room on both
// stacks, and values for the registers without an argument.
func (b *builder) entry() {
	poll := b.stay(backend.ExitPoll, backend.ReasonNone, 0, 0, 1, 2)
	full := b.stay(backend.ExitDeopt, backend.ReasonStack, 0, 0, 1, 2)
	b.Emit(amd64.LoadImm(amd64.RAX, uint64(heap.Undefined)))
	for i := int32(1); i <= 2; i++ {
		given := b.NewLabel()
		b.Emit(amd64.I2(amd64.CMP, amd64.S32, amd64.Mem(frame, bytecode.FrameCaller), amd64.Imm(i)))
		b.Emit(amd64.Jcc(amd64.CondAE, given))
		b.two(amd64.MOV, slot(uint32(i)), amd64.R(amd64.RAX))
		b.Bind(given)
	}
	b.two(amd64.CMP, amd64.R(fuel), amd64.Imm(int32(b.code.Fuel)))
	b.Emit(amd64.Jcc(amd64.CondL, poll))
	regs := uint32(b.h.U16(b.r.Template + heap.TmplRegs))
	b.two(amd64.LEA, amd64.R(amd64.RCX), amd64.Mem(frame, int32(8*regs)))
	b.two(amd64.CMP, amd64.R(amd64.RCX), amd64.Mem(context, backend.CtxStackLimit))
	b.Emit(amd64.Jcc(amd64.CondA, full))
	b.two(amd64.LEA, amd64.R(amd64.RCX), amd64.Mem(amd64.RSP, -64))
	b.two(amd64.CMP, amd64.R(amd64.RCX), amd64.Mem(context, backend.CtxNativeLimit))
	b.Emit(amd64.Jcc(amd64.CondB, full))
	for i := uint32(3); i < regs; i++ {
		b.two(amd64.MOV, slot(i), amd64.R(amd64.RAX))
	}
}

// slow lets the driver execute the instruction at pc.
func (b *builder) slow(pc uint32) {
	n := len(b.exits)
	l := b.exit(backend.Exit{Kind: backend.ExitSlow, PC: pc, Frames: []backend.ExitFrame{{PC: pc}}}, backend.CtxExitSlow)
	back := b.NewLabel()
	b.resume[n] = back
	b.two(amd64.LEA, amd64.R(amd64.R11), amd64.At(back))
	b.two(amd64.MOV, amd64.Mem(context, backend.CtxResume), amd64.R(amd64.R11))
	b.Emit(amd64.Jmp(l))
	b.Bind(back)
}

// integer loads register i as an int32, or jumps.
func (b *builder) integer(to amd64.Reg, i uint32, not amd64.Label) {
	b.two(amd64.MOV, amd64.R(to), slot(i))
	b.two(amd64.MOV, amd64.R(amd64.R11), amd64.R(to))
	b.two(amd64.SHR, amd64.R(amd64.R11), amd64.Imm(48))
	b.two(amd64.CMP, amd64.R(amd64.R11), amd64.Imm(heap.TagInt))
	b.Emit(amd64.Jcc(amd64.CondNE, not))
	b.Emit(amd64.I2(amd64.MOV, amd64.S32, amd64.R(to), amd64.R(to)))
}

// boxed makes an int32 a value.
func (b *builder) boxed(r amd64.Reg) {
	b.two(amd64.OR, amd64.R(r), amd64.Mem(context, backend.CtxTagInt))
}

func (b *builder) ret() { b.Emit(amd64.I0(amd64.RET)) }

// world is a machine with hand-made code and one without, to compare.
type world struct {
	t           testing.TB
	m           *runtime.Machine
	engine      *jit.Engine
	compartment uint32
	asm         *assembler
}

// maxCode is the engines' budget; 0: the ordinary one.
var maxCode int

// tiering lets the engines compile when functions are hot, in the background.
var tiering bool

func newWorld(t testing.TB, c runtime.Config, pieces map[string]piece) *world {
	a := &assembler{t: t, pieces: pieces, failed: map[string]bool{}, built: map[string]int{}}
	var compiler jit.Compiler
	if pieces != nil {
		compiler = a
	}
	w := newWorldOf(t, c, compiler)
	w.asm = a
	return w
}

// newWorldOf is newWorld with a compiler; nil: with none.
func newWorldOf(t testing.TB, c runtime.Config, compiler jit.Compiler) *world {
	w := &world{t: t}
	if compiler != nil {
		c.Native = func(vm *interp.Machine, interrupted func() bool) interp.Native {
			e, err := jit.New(vm, jit.Options{Compiler: compiler, Always: !tiering, Interrupted: interrupted, MaxCode: maxCode})
			if err != nil {
				t.Fatal(err)
			}
			vm.AttachNative(!tiering)
			w.engine = e
			return e
		}
	}
	m, err := runtime.NewStage1(c, runtime.PresetSes)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(m.Close)
	w.m = m
	w.compartment = m.Heap().NewHandle(m.NewCompartment())
	return w
}

// eval evaluates a source and describes its value or error.
func (w *world) eval(source string) string {
	return w.describe(w.m.Evaluate(w.m.Heap().Handle(w.compartment), source, "test.js", false))
}

func (w *world) describe(v heap.Value, err error) string {
	if err != nil {
		return "error: " + err.Error()
	}
	return w.m.Describe(v)
}

// both evaluates a source with and without native code: results and the meter
// must be equal.
func both(t *testing.T, c runtime.Config, pieces map[string]piece, source string) *world {
	t.Helper()
	plain, w := newWorld(t, c, nil), newWorld(t, c, pieces)
	want, got := plain.eval(source), w.eval(source)
	if got != want {
		t.Errorf("%s\ngives %s, want %s", source, got, want)
	}
	if got, want := w.m.Used(), plain.m.Used(); got != want {
		t.Errorf("%s\ncharges %d, want %d", source, got, want)
	}
	if err := w.m.Heap().Verify(); err != nil {
		t.Error(err)
	}
	return w
}
