package bytecode

import (
	"errors"
	"fmt"
	"math"
)

// Label is a place in the code of a Builder.
type Label int32

// NoLabel is no place.
const NoLabel Label = -1

// Builder assembles one function: instructions with labels, constants and
// handlers. Code that cannot be reached is dropped as it is emitted.
type Builder struct {
	insts    []inst
	labels   []labelInfo
	handlers []pendingHandler
	consts   []Const
	numbers  map[uint64]uint32
	strings  map[string]uint32
	specials [8]uint32
	pos      Pos
	sites    uint32
	regs     uint32
	dead     bool
	err      error
}

// inst is an instruction before its jumps are known. Operands are by field: a
// is A or AB, b is B or BC.
type inst struct {
	op      Op
	x       uint8
	drop    bool
	long    bool
	a, b, c int32
	d       int32
	label   Label
	pos     Pos
}

type labelInfo struct {
	at   int32 // instruction index, −1 until bound
	refs int32
}

type pendingHandler struct {
	start, end int32
	target     Label
}

// ErrTooLarge is the error of a function that does not fit the bytecode's
// operands: too many registers, constants or instructions.
var ErrTooLarge = errors.New("function is too large")

// maxInsts bounds the instructions of one function.
const maxInsts = 1 << 24

// NewBuilder returns an empty builder.
func NewBuilder() *Builder { return &Builder{regs: 1} }

// SetPos sets the source position of the instructions emitted from here on.
func (b *Builder) SetPos(p Pos) { b.pos = p }

// Pos is the position set last.
func (b *Builder) Pos() Pos { return b.pos }

// Alive reports whether the next instruction can be reached.
func (b *Builder) Alive() bool { return !b.dead }

// Mark is the index of the next instruction, for regions of handlers and Edit.
func (b *Builder) Mark() int { return len(b.insts) }

// NeedRegs tells that registers below n are used.
func (b *Builder) NeedRegs(n int) {
	if uint32(n) > b.regs {
		b.regs = uint32(n)
		if n > 0xFFF0 {
			b.fail(ErrTooLarge)
		}
	}
}

func (b *Builder) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// Emit appends an instruction without a jump. An operand in field BC is passed
// as b, one in AB as a.
func (b *Builder) Emit(op Op, x int, a, bb, c, d int) {
	if b.dead {
		return
	}
	if len(b.insts) >= maxInsts {
		b.fail(ErrTooLarge)
		b.dead = true
		return
	}
	b.insts = append(b.insts, inst{op: op, x: uint8(x), a: int32(a), b: int32(bb), c: int32(c), d: int32(d), label: NoLabel, pos: b.pos})
	if Table[op].Effects&End != 0 {
		b.dead = true
	}
}

// Jump appends an instruction with a jump to l; the jump operand is not among a
// and bb.
func (b *Builder) Jump(op Op, a, bb int, l Label) { b.JumpX(op, 0, a, bb, l) }

// JumpX is Jump for an instruction with an x.
func (b *Builder) JumpX(op Op, x, a, bb int, l Label) {
	if b.dead {
		return
	}
	b.Emit(op, x, a, bb, 0, 0)
	if b.err == nil {
		b.insts[len(b.insts)-1].label = l
		b.labels[l].refs++
	}
}

// Drop removes an instruction that was emitted at mark.
func (b *Builder) Drop(mark int) { b.insts[mark].drop = true }

// NewLabel makes a label.
func (b *Builder) NewLabel() Label {
	b.labels = append(b.labels, labelInfo{at: -1})
	return Label(len(b.labels) - 1)
}

// Used reports whether something jumps to l so far.
func (b *Builder) Used(l Label) bool { return b.labels[l].refs > 0 }

// Bind puts l here. The code that follows is reachable if it was or if
// something jumps to l already.
func (b *Builder) Bind(l Label) {
	b.labels[l].at = int32(len(b.insts))
	if b.labels[l].refs > 0 {
		b.dead = false
	}
}

// Expect tells that l will be jumped to by code placed after it.
func (b *Builder) Expect(l Label) {
	if !b.dead {
		b.labels[l].refs++
	}
}

// BindLoop puts l here as the head of a loop, which is only jumped to from
// further down; alive tells whether the loop is reached at all.
func (b *Builder) BindLoop(l Label, alive bool) {
	b.labels[l].at = int32(len(b.insts))
	b.dead = !alive
}

// Handler makes the code that follows the handler of regions, which are pairs
// of marks. The caller emits the catch instruction next. Inner handlers must be
// made before outer ones. It reports whether the handler can be reached.
func (b *Builder) Handler(regions []int) bool {
	l := b.NewLabel()
	for i := 0; i+1 < len(regions); i += 2 {
		if regions[i] < regions[i+1] {
			b.handlers = append(b.handlers, pendingHandler{int32(regions[i]), int32(regions[i+1]), l})
			b.labels[l].refs++
		}
	}
	if !b.dead && b.labels[l].refs > 0 {
		b.fail(errors.New("control falls into a handler"))
	}
	b.Bind(l)
	return !b.dead
}

// Site makes an inline-cache site.
func (b *Builder) Site() int {
	if b.dead {
		return 0
	}
	b.sites++
	if b.sites > 0xFFFF {
		b.fail(ErrTooLarge)
	}
	return int(b.sites - 1)
}

// Sites is the number of sites made so far.
func (b *Builder) Sites() int { return int(b.sites) }

// Number is the index of a number constant.
func (b *Builder) Number(f float64) int {
	bits := math.Float64bits(f)
	if i, ok := b.numbers[bits]; ok {
		return int(i)
	}
	if b.numbers == nil {
		b.numbers = map[uint64]uint32{}
	}
	i := b.Const(Number(f))
	b.numbers[bits] = uint32(i)
	return i
}

// String is the index of a string constant.
func (b *Builder) String(s string) int {
	if i, ok := b.strings[s]; ok {
		return int(i)
	}
	if b.strings == nil {
		b.strings = map[string]uint32{}
	}
	i := b.Const(String(s))
	b.strings[s] = uint32(i)
	return i
}

// Special is the index of a special value as a constant.
func (b *Builder) Special(n uint32) int {
	if b.specials[n] == 0 {
		b.specials[n] = uint32(b.Const(Special(n))) + 1
	}
	return int(b.specials[n] - 1)
}

// Const appends a constant.
func (b *Builder) Const(c Const) int {
	b.consts = append(b.consts, c)
	return len(b.consts) - 1
}

// inverse gives the compare-and-branch that jumps exactly when op does not.
func inverse(op Op) (Op, bool) {
	switch op {
	case OpJt:
		return OpJf, true
	case OpJnullish:
		return OpJnnullish, true
	case OpJundef:
		return OpJnundef, true
	case OpJlt, OpJle, OpJgt, OpJge:
		return op - OpJlt + OpJnlt, true
	case OpJlti, OpJlei, OpJgti, OpJgei:
		return op - OpJlti + OpJnlti, true
	case OpJeq:
		return OpJne, true
	case OpJseq:
		return OpJsne, true
	case OpJseqi:
		return OpJsnei, true
	case OpJseqk:
		return OpJsnek, true
	case OpJf:
		return OpJt, true
	case OpJnnullish:
		return OpJnullish, true
	case OpJnundef:
		return OpJundef, true
	case OpJnlt, OpJnle, OpJngt, OpJnge:
		return op - OpJnlt + OpJlt, true
	case OpJnlti, OpJnlei, OpJngti, OpJngei:
		return op - OpJnlti + OpJlti, true
	case OpJne:
		return OpJeq, true
	case OpJsne:
		return OpJseq, true
	case OpJsnei:
		return OpJseqi, true
	case OpJsnek:
		return OpJseqk, true
	}
	return op, false
}

// Inverse gives the conditional jump that jumps exactly when op does not; ok
// is false when there is none.
func Inverse(op Op) (inv Op, ok bool) { return inverse(op) }

// jumpField is where an instruction's jump is encoded.
func jumpField(op Op) (Field, bool) {
	for _, o := range Table[op].Operands {
		if o.Type == Jump {
			return o.Field, true
		}
	}
	return 0, false
}

// Finish assembles the code into f, which gets Code, Consts, Handlers, Lines,
// Regs and Sites.
func (b *Builder) Finish(f *Function) error {
	if b.err != nil {
		return b.err
	}
	if !b.dead {
		return errors.New("control falls off the end of the function")
	}
	b.thread()
	addr := b.place()
	var lines lineWriter
	pending := uint64(0)
	code := make([]uint64, 0, addr[len(b.insts)])
	for i := range b.insts {
		in := &b.insts[i]
		if in.drop {
			continue
		}
		info := &Table[in.op]
		pending++
		if info.Effects&Cost != 0 {
			in.x = uint8(pending) // below 256: thread has put charge instructions into long blocks
			pending = 0
		}
		if in.op == OpCharge {
			pending = 0
		}
		pc := uint32(len(code))
		if info.Effects&(MayThrow|MayCall|MayAlloc) != 0 || in.op == OpRethrow {
			lines.add(pc, in.pos)
		}
		var err error
		if code, err = b.encode(code, in, addr); err != nil {
			return err
		}
		if uint32(len(code)) != addr[i+1] {
			return fmt.Errorf("instruction %d (%s) misplaced", i, in.op)
		}
	}
	f.Code, f.Consts, f.Lines = code, b.consts, lines.out
	f.Regs, f.Sites = int(b.regs), int(b.sites)
	for _, h := range b.handlers {
		start, end := addr[h.start], addr[h.end]
		if start == end {
			continue
		}
		t := addr[b.labels[h.target].at]
		f.Handlers = append(f.Handlers, Handler{start, end, t, field(FieldA, code[t], 0)})
	}
	return nil
}

// thread retargets jumps to unconditional jumps and drops jumps to what
// follows; then it puts charge instructions into long blocks.
func (b *Builder) thread() {
	next := b.kept()
	for i := range b.insts {
		in := &b.insts[i]
		if in.label == NoLabel || in.drop || in.op == OpJempty {
			continue
		}
		for n := 0; n < 8; n++ {
			t := next[b.labels[in.label].at]
			if int(t) >= len(b.insts) || b.insts[t].op != OpJmp || b.insts[t].label == in.label {
				break
			}
			in.label = b.insts[t].label
		}
	}
	b.dropDead()
	next = b.kept()
	for i := range b.insts {
		in := &b.insts[i]
		if in.op == OpJmp && !in.drop && next[b.labels[in.label].at] == next[i+1] && next[i+1] < int32(len(b.insts)) {
			in.drop = true
		}
	}
	// Long blocks.
	pending := 0
	for i := range b.insts {
		if b.insts[i].drop {
			continue
		}
		pending++
		if Table[b.insts[i].op].Effects&Cost != 0 {
			pending = 0
		} else if pending >= 250 {
			b.insertCharges()
			return
		}
	}
}

// kept gives for each instruction the first one from there on that is not
// dropped.
func (b *Builder) kept() []int32 {
	next := make([]int32, len(b.insts)+1)
	next[len(b.insts)] = int32(len(b.insts))
	for i := len(b.insts) - 1; i >= 0; i-- {
		next[i] = int32(i)
		if b.insts[i].drop {
			next[i] = next[i+1]
		}
	}
	return next
}

// dropDead drops what only a retargeted jump went to.
func (b *Builder) dropDead() {
	used := make([]bool, len(b.insts)+1)
	for i := range b.insts {
		if in := &b.insts[i]; in.label != NoLabel && !in.drop {
			used[b.labels[in.label].at] = true
		}
	}
	for _, h := range b.handlers {
		used[b.labels[h.target].at] = true
	}
	alive, last := true, -1
	for i := range b.insts {
		in := &b.insts[i]
		alive = alive || used[i]
		if !alive {
			in.drop = true
		}
		if !in.drop {
			alive = Table[in.op].Effects&End == 0
			last = i
		}
	}
	// A handler whose region is empty now has no code to be dropped with it;
	// the last instruction must still be an end.
	if last >= 0 && Table[b.insts[last].op].Effects&End == 0 {
		b.fail(errors.New("control falls off the end of the function"))
	}
}

// insertCharges rewrites the code with a charge instruction wherever 250
// instructions in a row have no cost of their own.
func (b *Builder) insertCharges() {
	moved := make([]int32, len(b.insts)+1)
	var out []inst
	pending := 0
	for i := range b.insts {
		moved[i] = int32(len(out))
		in := b.insts[i]
		out = append(out, in)
		if in.drop {
			continue
		}
		pending++
		switch {
		case Table[in.op].Effects&Cost != 0:
			pending = 0
		case pending >= 250 && in.op != OpOfnext && in.op != OpInnext && in.op != OpCatch && in.op != OpGenresume:
			out = append(out, inst{op: OpCharge, a: int32(pending + 1), label: NoLabel, pos: in.pos})
			pending = 0
		}
	}
	moved[len(b.insts)] = int32(len(out))
	b.insts = out
	for i := range b.labels {
		if b.labels[i].at >= 0 {
			b.labels[i].at = moved[b.labels[i].at]
		}
	}
	for i := range b.handlers {
		b.handlers[i].start, b.handlers[i].end = moved[b.handlers[i].start], moved[b.handlers[i].end]
	}
}

// place computes the word index of every instruction, making short jumps long
// that do not reach.
func (b *Builder) place() []uint32 {
	addr := make([]uint32, len(b.insts)+1)
	for {
		at := uint32(0)
		for i := range b.insts {
			addr[i] = at
			in := &b.insts[i]
			if in.drop {
				continue
			}
			at += uint32(Table[in.op].Words)
			if in.long {
				at += longExtra(in.op)
			}
		}
		addr[len(b.insts)] = at
		again := false
		for i := range b.insts {
			in := &b.insts[i]
			if in.label == NoLabel || in.long || in.drop {
				continue
			}
			if f, _ := jumpField(in.op); wide(f) {
				continue
			}
			d := int64(addr[b.labels[in.label].at]) - int64(addr[i]) - 1
			if d < -32000 || d > 32000 {
				in.long, again = true, true
			}
		}
		if !again {
			return addr
		}
	}
}

// longExtra is how many words a long form has beyond the short one.
func longExtra(op Op) uint32 {
	if op == OpResume {
		return 2
	}
	return 1
}

// encode appends an instruction's words.
func (b *Builder) encode(code []uint64, in *inst, addr []uint32) ([]uint64, error) {
	if in.label != NoLabel {
		l := b.labels[in.label]
		if l.at < 0 {
			return nil, errors.New("jump to a label that is nowhere")
		}
		target := int64(addr[l.at])
		if in.long {
			return b.encodeLong(code, in, target)
		}
		f, _ := jumpField(in.op)
		d := int32(target - int64(len(code)) - int64(Table[in.op].Words))
		switch f {
		case FieldAB:
			in.a = d
		case FieldBC:
			in.b = d
		default:
			in.c = d
		}
	}
	var w [2]uint64
	w[0] = uint64(in.op)
	info := &Table[in.op]
	w[0] |= uint64(in.x) << 8
	for _, o := range info.Operands {
		v := in.operand(o.Field)
		if !wide(o.Field) {
			lo, hi := int32(0), int32(0xFFFF)
			if o.Type == Imm || o.Type == Jump {
				lo, hi = -0x8000, 0x7FFF
			}
			if v < lo || v > hi {
				return nil, ErrTooLarge
			}
		}
		put(o.Field, uint32(v), &w)
	}
	return append(code, w[:info.Words]...), nil
}

func (in *inst) operand(f Field) int32 {
	switch f {
	case FieldA, FieldAB:
		return in.a
	case FieldB, FieldBC:
		return in.b
	case FieldC:
		return in.c
	}
	return in.d
}

// encodeLong appends the inverse jump over an unconditional one.
func (b *Builder) encodeLong(code []uint64, in *inst, target int64) ([]uint64, error) {
	short := *in
	short.long, short.label = false, NoLabel
	var err error
	if inv, ok := inverse(in.op); ok {
		short.op, short.c = inv, 1
		if code, err = b.encode(code, &short, nil); err != nil {
			return nil, err
		}
	} else {
		// resume: to the jump after next; otherwise over it.
		short.c = 1
		if code, err = b.encode(code, &short, nil); err != nil {
			return nil, err
		}
		over := inst{op: OpJmp, x: 1, a: 1, label: NoLabel}
		if code, err = b.encode(code, &over, nil); err != nil {
			return nil, err
		}
	}
	far := inst{op: OpJmp, x: 1, label: NoLabel, a: int32(target - int64(len(code)) - 1)}
	return b.encode(code, &far, nil)
}
