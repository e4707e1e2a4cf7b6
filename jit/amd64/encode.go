package amd64

import (
	"encoding/binary"
	"fmt"
)

// encoding is one form of an instruction, a row of encodings.txt.
type encoding struct {
	code    uint32 // escape and opcode bytes, the first lowest
	codeLen uint8
	prefix  uint8 // 66, F2, F3; with modeVex the number of it
	rex     uint8 // 8: REX.W
	mode    uint8
	digit   uint8 // modrm.reg where no operand is in it
	flags   uint8
	imm     uint8 // bytes of the immediate or label
	immAt   uint8 // which operand is the immediate
	third   Kind  // what operand C must be
}

// Modes: which operand goes where.
const (
	modeNone  = iota
	modeMR    // A in modrm.rm, B in modrm.reg
	modeRM    // A in modrm.reg, B in modrm.rm
	modeM     // A in modrm.rm
	modeOpReg // A in the opcode
	modeRel   // A is a label
	modeVex   // as modeRM, C in VEX.vvvv
)

// Flags of encodings.
const (
	hasShort = 1 << iota // the next encoding is the same with one byte
	addCond              // add the condition to the opcode
	countCL              // B must be RCX
	byteReg              // the operand in modrm.reg is a byte
	byteRM               // the operand in modrm.rm is a byte
)

const formsPerOp = 128

// maxInst is an upper bound of the bytes of an instruction.
const maxInst = 32

// Encoder is the Assembler that programs use. The zero Encoder is ready.
type Encoder struct {
	buf    []byte
	labels []int32 // where they are, -1 if not known yet
	fixups []fixup
	pool   []constant
	code   int
	err    error
}

// fixup is a reference to a label in four bytes, relative to end.
type fixup struct {
	at, end int32
	label   Label
}

type constant struct {
	lo, hi uint64
	wide   bool
	label  Label
}

var _ Assembler = (*Encoder)(nil)

// Reset makes the encoder empty and keeps its memory.
func (e *Encoder) Reset() {
	e.buf, e.labels, e.fixups, e.pool = e.buf[:0], e.labels[:0], e.fixups[:0], e.pool[:0]
	e.code, e.err = 0, nil
}

// Emit appends an instruction.
func (e *Encoder) Emit(in Inst) { e.emit(in, false) }

// EmitPatch appends an instruction whose immediate can be set later.
func (e *Encoder) EmitPatch(in Inst) Patch {
	e.emit(in, true)
	if e.err == nil && lastKind(in) != KindImm {
		e.fail(in, "there is no immediate to patch")
	}
	return Patch(len(e.buf))
}

// lastKind is the kind of the last operand.
func lastKind(in Inst) Kind {
	for _, o := range [...]Operand{in.C, in.B} {
		if o != 0 {
			return o.Kind()
		}
	}
	return in.A.Kind()
}

// Patch sets the immediate of an instruction, which is its last four bytes.
func (e *Encoder) Patch(p Patch, v int32) {
	if e.err == nil {
		binary.LittleEndian.PutUint32(e.buf[p-4:p], uint32(v))
	}
}

// Len is how many bytes there are; the next instruction begins there.
func (e *Encoder) Len() int { return len(e.buf) }

func (e *Encoder) fail(in Inst, why string) {
	if e.err == nil {
		e.err = &EncodeError{in, why}
	}
}

// EncodeError is returned by Finish if an instruction cannot be encoded.
type EncodeError struct {
	Inst Inst
	Why  string
}

func (e *EncodeError) Error() string { return fmt.Sprintf("amd64: %v: %s", e.Inst, e.Why) }

// encodingOf is the index of an instruction's encoding, 0 if there is none; with
// wide, that with four bytes of immediate.
func encodingOf(in *Inst, wide bool) uint16 {
	if in.Op >= numOps {
		return 0
	}
	if in.Op == MOVABS {
		return forms[MOVABS][int(S64)*25+int(KindGPR)*5+int(KindImm)]
	}
	form := uint(in.Size)*25 + uint(in.A&7)*5 + uint(in.B&7)
	if form >= formsPerOp {
		return 0
	}
	n := forms[in.Op][form]
	if t := &encodings[n]; t.flags&hasShort != 0 && !wide && t.mode != modeRel {
		o := in.A
		switch t.immAt {
		case 1:
			o = in.B
		case 2:
			o = in.C
		}
		if v := o.Value(); v == int32(int8(v)) {
			n++
		}
	}
	return n
}

func (e *Encoder) emit(in Inst, wide bool) {
	n := encodingOf(&in, wide)
	if n == 0 || e.err != nil {
		e.fail(in, "there is no such form of the instruction")
		return
	}
	t := &encodings[n]
	if Kind(in.C&7) != t.third {
		e.fail(in, "the third operand is of the wrong kind")
		return
	}
	start := len(e.buf)
	if cap(e.buf)-start < maxInst {
		e.grow()
	}
	b := (*[maxInst]byte)(e.buf[start : start+maxInst : cap(e.buf)])

	// reg and rm are the operands of modrm.
	code, rex := t.code, t.rex
	reg, rm := uint8(t.digit), in.A
	switch t.mode {
	case modeMR:
		reg = uint8(in.B.Reg()) & 15
	case modeRM, modeVex:
		reg, rm = uint8(in.A.Reg())&15, in.B
	case modeRel:
		e.jump(in, t, b)
		return
	}
	if t.flags&^hasShort != 0 {
		if t.flags&addCond != 0 {
			code += uint32(in.Cond&15) << ((t.codeLen - 1) * 8)
		}
		if t.flags&countCL != 0 && in.B.Reg() != RCX {
			e.fail(in, "the count must be in RCX")
			return
		}
		// The registers 4 to 7 are AH to BH unless there is a REX prefix.
		if t.flags&byteReg != 0 && reg >= 4 {
			rex |= 0x40
		}
		if t.flags&byteRM != 0 && rm.Kind() == KindGPR && rm.Reg() >= 4 {
			rex |= 0x40
		}
	}
	rex |= reg >> 1 & 4
	base := uint8(rm.Reg())
	isMem := rm.Kind() == KindMem && t.mode != modeNone
	if t.mode != modeNone {
		rex |= base >> 3 & 1
	}
	if isMem {
		if index := uint8(rm.Index()); index != uint8(NoReg) {
			if index == uint8(RSP) || index > 15 || rm>>scaleShift&7 > 3 {
				e.fail(in, "wrong index or scale")
				return
			}
			rex |= index >> 2 & 2
		}
		if base > 15 && base != uint8(RIP) {
			e.fail(in, "wrong base")
			return
		}
	}

	i := 0
	switch {
	case t.mode == modeVex:
		// Three bytes: C4, inverted R X B and the map of 0F38, W, inverted vvvv and prefix.
		vvvv := uint8(in.C.Reg()) & 15
		b[0], b[1], b[2] = 0xC4, ^rex<<5&0xE0|2, rex<<4&0x80|^vvvv<<3&0x78|t.prefix
		i = 3
	default:
		if t.prefix != 0 {
			b[0] = t.prefix
			i = 1
		}
		if rex != 0 {
			b[i] = rex | 0x40
			i++
		}
	}
	if t.mode == modeOpReg {
		code += uint32(base & 7)
	}
	binary.LittleEndian.PutUint32(b[i:i+4], code)
	i += int(t.codeLen)

	label := -1
	if t.mode != modeNone && t.mode != modeOpReg {
		reg = reg & 7 << 3
		switch {
		case !isMem:
			b[i&15] = 0xC0 | reg | base&7
			i++
		case base == uint8(RIP):
			b[i&15] = reg | 5
			label = i + 1
			i += 5
		default:
			i = memory(b, i, reg, base, rm)
		}
	}
	if t.imm != 0 {
		if i = e.immediate(in, t, b, i); i == 0 {
			return
		}
	}
	if label >= 0 {
		e.fixups = append(e.fixups, fixup{int32(start + label), int32(start + i), rm.Label()})
		e.checkLabel(in, rm.Label())
	}
	e.buf = e.buf[:start+i]
}

// memory writes modrm, SIB and displacement.
func memory(b *[maxInst]byte, i int, reg, base uint8, rm Operand) int {
	disp := rm.Value()
	index := uint8(rm.Index())
	mod := uint8(0)
	switch {
	case disp == 0 && base&7 != 5: // RBP and R13 have no form without displacement
	case disp == int32(int8(disp)):
		mod = 0x40
	default:
		mod = 0x80
	}
	if index != uint8(NoReg) {
		b[i&15] = mod | reg | 4
		b[(i+1)&15] = uint8(rm>>scaleShift)<<6 | index&7<<3 | base&7
		i += 2
	} else if base&7 == 4 { // RSP and R12 need a SIB
		b[i&15] = mod | reg | 4
		b[(i+1)&15] = 4<<3 | base&7
		i += 2
	} else {
		b[i&15] = mod | reg | base&7
		i++
	}
	i &= 15
	switch mod {
	case 0x40:
		b[i] = uint8(disp)
		i++
	case 0x80:
		binary.LittleEndian.PutUint32(b[i:i+4], uint32(disp))
		i += 4
	}
	return i
}

// immediate writes the immediate and returns where it ends, 0 if it does not fit.
func (e *Encoder) immediate(in Inst, t *encoding, b *[maxInst]byte, i int) int {
	i &= 15
	o := in.A
	switch t.immAt {
	case 1:
		o = in.B
	case 2:
		o = in.C
	}
	v := o.Value()
	switch t.imm {
	case 1:
		if v < -128 || v > 255 {
			e.fail(in, "the immediate has more than 8 bits")
			return 0
		}
		b[i] = uint8(v)
	case 2:
		if v < -1<<15 || v >= 1<<16 {
			e.fail(in, "the immediate has more than 16 bits")
			return 0
		}
		binary.LittleEndian.PutUint16(b[i:i+2], uint16(v))
	case 4:
		binary.LittleEndian.PutUint32(b[i:i+4], uint32(v))
	default:
		binary.LittleEndian.PutUint64(b[i:i+8], uint64(in.B))
	}
	return i + int(t.imm)
}

// jump writes a jump or call to a label: short if it is backwards and near.
func (e *Encoder) jump(in Inst, t *encoding, b *[maxInst]byte) {
	l := in.A.Label()
	if in.A.Kind() != KindLabel || !e.checkLabel(in, l) {
		e.fail(in, "the target is not a label")
		return
	}
	start := len(e.buf)
	code := t.code
	if at := e.labels[l]; at >= 0 && t.flags&hasShort != 0 {
		s := &encodings[encodingOf(&in, true)+1]
		if d := int(at) - start - int(s.codeLen) - 1; d >= -128 {
			b[0] = uint8(s.code)
			if s.flags&addCond != 0 {
				b[0] += uint8(in.Cond & 15)
			}
			b[1] = uint8(d)
			e.buf = e.buf[:start+2]
			return
		}
	}
	if t.flags&addCond != 0 {
		code += uint32(in.Cond&15) << ((t.codeLen - 1) * 8)
	}
	binary.LittleEndian.PutUint32(b[0:4], code)
	i := int(t.codeLen)
	end := start + i + 4
	e.fixups = append(e.fixups, fixup{int32(start + i), int32(end), l})
	e.buf = e.buf[:end]
}

func (e *Encoder) checkLabel(in Inst, l Label) bool {
	if int(l) >= len(e.labels) {
		e.fail(in, "the label was not made here")
		return false
	}
	return true
}

//go:noinline
func (e *Encoder) grow() {
	bigger := make([]byte, len(e.buf), 2*cap(e.buf)+1024)
	copy(bigger, e.buf)
	e.buf = bigger
}

// NewLabel makes a label.
func (e *Encoder) NewLabel() Label {
	e.labels = append(e.labels, -1)
	return Label(len(e.labels) - 1)
}

// Bind puts a label at the end of what there is.
func (e *Encoder) Bind(l Label) {
	if e.err != nil {
		return
	}
	if int(l) >= len(e.labels) || e.labels[l] >= 0 {
		e.err = fmt.Errorf("amd64: label %d is not there or bound twice", l)
		return
	}
	e.labels[l] = int32(len(e.buf))
}

// nops is the recommended no-operations of 1 to 9 bytes (Intel's optimisation manual).
var nops = [10]string{"", "\x90", "\x66\x90", "\x0F\x1F\x00", "\x0F\x1F\x40\x00", "\x0F\x1F\x44\x00\x00", "\x66\x0F\x1F\x44\x00\x00",
	"\x0F\x1F\x80\x00\x00\x00\x00", "\x0F\x1F\x84\x00\x00\x00\x00\x00", "\x66\x0F\x1F\x84\x00\x00\x00\x00\x00"}

// Align pads with no-operations.
func (e *Encoder) Align(n int) {
	for pad := -len(e.buf) & (n - 1); pad > 0; {
		k := pad
		if k > 9 {
			k = 9
		}
		e.buf = append(e.buf, nops[k]...)
		pad -= k
	}
}

// Const64 is a memory operand for a constant of 8 bytes.
func (e *Encoder) Const64(bits uint64) Operand { return e.constant(constant{lo: bits}) }

// Const128 is a memory operand for a constant of 16 bytes.
func (e *Encoder) Const128(lo, hi uint64) Operand {
	return e.constant(constant{lo: lo, hi: hi, wide: true})
}

func (e *Encoder) constant(c constant) Operand {
	for i := range e.pool {
		if p := &e.pool[i]; p.lo == c.lo && p.hi == c.hi && p.wide == c.wide {
			return At(p.label)
		}
	}
	c.label = e.NewLabel()
	e.pool = append(e.pool, c)
	return At(c.label)
}

// Finish appends the constants, resolves the labels and returns all bytes.
func (e *Encoder) Finish() ([]byte, error) {
	if e.err != nil {
		return nil, e.err
	}
	e.code = len(e.buf)
	e.buf = appendPool(e.buf, e.pool, e.labels)
	for _, f := range e.fixups {
		to := e.labels[f.label]
		if to < 0 {
			e.err = fmt.Errorf("amd64: label %d, used at %#x, is not bound", f.label, f.at)
			return nil, e.err
		}
		binary.LittleEndian.PutUint32(e.buf[f.at:f.at+4], uint32(to-f.end))
	}
	return e.buf, nil
}

// appendPool appends the constants, those of 16 bytes first, behind padding that
// traps.
func appendPool(buf []byte, pool []constant, labels []int32) []byte {
	if len(pool) == 0 {
		return buf
	}
	for len(buf)&15 != 0 {
		buf = append(buf, 0xCC)
	}
	for _, wide := range []bool{true, false} {
		for _, c := range pool {
			if c.wide != wide {
				continue
			}
			labels[c.label] = int32(len(buf))
			buf = binary.LittleEndian.AppendUint64(buf, c.lo)
			if wide {
				buf = binary.LittleEndian.AppendUint64(buf, c.hi)
			}
		}
	}
	return buf
}

// CodeSize is where the constants begin; only after Finish.
func (e *Encoder) CodeSize() int { return e.code }

// Offset is where a label is; only after Finish.
func (e *Encoder) Offset(l Label) int { return int(e.labels[l]) }

// EncodingIndex is the number of the row of the table that Emit takes for an
// instruction, 0 if there is none; jumps to labels count as long.
func EncodingIndex(in Inst) int { return int(encodingOf(&in, false)) }
