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
	modeMR  = iota // A in modrm.rm, B in modrm.reg
	modeRM         // A in modrm.reg, B in modrm.rm
	modeM          // A in modrm.rm
	modeVex        // as modeRM, C in VEX.vvvv

	// Without modrm.
	modeAbsent // of the encoding 0, which is none
	modeNone   // no operand, or an immediate
	modeOpReg  // A in the opcode
	modeRel    // A is a label

	modeUnusual = modeAbsent
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
	wide   bool // while EmitPatch emits
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

// EmitPatch appends an instruction whose immediate can be set later.
func (e *Encoder) EmitPatch(in Inst) Patch {
	e.wide = true
	e.Emit(in)
	e.wide = false
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

//go:noinline
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

// formOf is the index among the forms of an operation.
func formOf(size Size, a, b Operand) uint { return uint(size)*25 + uint(a&7)*5 + uint(b&7) }

// encodingOf is the index of an instruction's encoding, 0 if there is none; with
// wide, that with four bytes of immediate.
func encodingOf(in *Inst, wide bool) uint16 {
	form := formOf(in.Size, in.A, in.B)
	if in.Op == MOVABS {
		form = formOf(S64, in.A, Imm(0))
	}
	if in.Op >= numOps || form >= formsPerOp {
		return 0
	}
	n := forms[in.Op][form]
	if t := &encodings[n]; t.flags&hasShort != 0 && !wide && t.mode != modeRel && isShort(t.immediate(in.A, in.B, in.C)) {
		n++
	}
	return n
}

func isShort(v int32) bool { return v == int32(int8(v)) }

// immediate is the immediate among the operands.
func (t *encoding) immediate(a, b, c Operand) int32 {
	switch t.immAt {
	case 0:
		b = a
	case 2:
		b = c
	}
	return b.Value()
}

// fits says whether an immediate fits into the bytes there are, signed or unsigned.
func (t *encoding) fits(v int32) bool {
	switch t.imm {
	case 1:
		return v >= -128 && v <= 255
	case 2:
		return v >= -1<<15 && v < 1<<16
	}
	return true
}

// Emit appends an instruction. Those without modrm are in unusual. All up to the SIB
// is gathered in head, n being its bits; then come displacement and immediate,
// each stored in four bytes of which only those that count are kept.
func (e *Encoder) Emit(in Inst) {
	// As encodingOf, except that what is wrong is left to unusual.
	t := &encodings[0]
	if form := formOf(in.Size, in.A, in.B); in.Op < numOps && form < formsPerOp {
		n := forms[in.Op][form]
		t = &encodings[n]
		if t.flags&hasShort != 0 && !e.wide && t.mode != modeRel && isShort(t.immediate(in.A, in.B, in.C)) {
			t = &encodings[n+1]
		}
	}
	if Kind(in.C&7) != t.third || e.err != nil {
		e.fail(in, "the third operand is of the wrong kind")
		return
	}
	start := len(e.buf)
	if cap(e.buf)-start < maxInst {
		e.grow()
	}
	b := (*[maxInst]byte)(e.buf[start : start+maxInst : cap(e.buf)])
	if t.mode >= modeUnusual {
		e.unusual(in, t, b)
		return
	}

	code, rex := uint64(t.code), uint64(t.rex)
	rm, other := in.A, in.B
	if t.mode&modeRM != 0 { // or modeVex
		rm, other = in.B, in.A
	}
	reg := uint64(t.digit)
	if t.mode != modeM {
		reg = uint64(other.Reg()) & 15
	}
	if t.flags&^hasShort != 0 {
		if t.flags&addCond != 0 {
			code += uint64(in.Cond&15) << ((t.codeLen - 1) * 8)
		}
		if t.flags&countCL != 0 && in.B.Reg() != RCX {
			e.fail(in, "the count must be in RCX")
			return
		}
		// The registers 4 to 7 are AH to BH unless there is a REX prefix.
		if t.flags&byteReg != 0 && reg >= 4 || t.flags&byteRM != 0 && rm.Kind() == KindGPR && rm.Reg() >= 4 {
			rex |= 0x40
		}
	}
	rex |= reg >> 1 & 4
	base := uint64(rm.Reg())
	modrm := reg&7<<3 | base&7
	bits := uint(8)
	disp, dispLen := int32(0), uint(0)
	if rm.Kind() != KindMem {
		rex |= base >> 3 & 1
		modrm |= 0xC0
	} else if base > 15 {
		if base != uint64(RIP) || !e.checkLabel(in, rm.Label()) {
			e.fail(in, "wrong base")
			return
		}
		modrm = modrm&0x38 | 5
		dispLen = 4
	} else {
		rex |= base >> 3 & 1
		disp = rm.Value()
		switch {
		case disp == 0 && base&7 != 5: // RBP and R13 have no form without displacement
		case disp == int32(int8(disp)):
			modrm |= 0x40
			dispLen = 1
		default:
			modrm |= 0x80
			dispLen = 4
		}
		if index := uint64(rm.Index()); index != uint64(NoReg) {
			if index == uint64(RSP) || index > 15 || rm>>scaleShift&7 > 3 {
				e.fail(in, "wrong index or scale")
				return
			}
			rex |= index >> 2 & 2
			sib := uint64(rm>>scaleShift&3)<<6 | index&7<<3 | base&7
			modrm = modrm&^7 | 4 | sib<<8
			bits = 16
		} else if base&7 == 4 { // RSP and R12 need a SIB
			modrm |= 0x2400
			bits = 16
		}
	}

	var head uint64
	var n uint
	if t.mode == modeVex {
		// C4, inverted R X B and the map of 0F38, W, inverted vvvv and prefix.
		vvvv := uint64(in.C.Reg()) & 15
		head = 0xC4 | (^rex<<5&0xE0|2)<<8 | (rex<<4&0x80|^vvvv<<3&0x78|uint64(t.prefix))<<16
		n = 24
	} else {
		if t.prefix != 0 {
			head, n = uint64(t.prefix), 8
		}
		if rex != 0 {
			head |= (rex | 0x40) << (n & 63)
			n += 8
		}
	}
	head |= code << (n & 63)
	n += uint(t.codeLen) * 8
	head |= modrm << (n & 63)
	n = (n + bits) >> 3
	binary.LittleEndian.PutUint64(b[0:8], head)
	n &= 15
	binary.LittleEndian.PutUint32(b[n:n+4], uint32(disp))
	n += dispLen
	if t.imm != 0 {
		v := t.immediate(in.A, in.B, in.C)
		if !t.fits(v) {
			e.fail(in, "the immediate does not fit")
			return
		}
		n &= 15
		binary.LittleEndian.PutUint32(b[n:n+4], uint32(v))
		n += uint(t.imm)
	}
	if base == uint64(RIP) && rm.Kind() == KindMem {
		end := start + int(n)
		e.fixups = append(e.fixups, fixup{int32(end - int(t.imm) - 4), int32(end), rm.Label()})
	}
	e.buf = e.buf[:start+int(n)]
}

// unusual emits instructions without modrm.
func (e *Encoder) unusual(in Inst, t *encoding, b *[maxInst]byte) {
	if in.Op == MOVABS { // its B may look like anything
		t = &encodings[encodingOf(&in, false)]
	}
	switch t.mode {
	case modeAbsent:
		e.fail(in, "there is no such form of the instruction")
		return
	case modeRel:
		e.jump(in, t, b)
		return
	}
	i, rex, code := 0, t.rex, t.code
	if t.mode == modeOpReg {
		r := uint8(in.A.Reg())
		rex |= r >> 3 & 1
		code += uint32(r&7) << (8*t.codeLen - 8)
	}
	if rex != 0 {
		b[0] = rex | 0x40
		i = 1
	}
	binary.LittleEndian.PutUint32(b[i:i+4], code)
	i += int(t.codeLen)
	switch {
	case t.imm == 8:
		binary.LittleEndian.PutUint64(b[i:i+8], uint64(in.B))
	case t.imm != 0:
		v := t.immediate(in.A, in.B, in.C)
		if !t.fits(v) {
			e.fail(in, "the immediate does not fit")
			return
		}
		binary.LittleEndian.PutUint32(b[i:i+4], uint32(v))
	}
	e.buf = e.buf[:len(e.buf)+i+int(t.imm)]
}

// jump writes a jump or call to a label: short if it is backwards and near.
func (e *Encoder) jump(in Inst, t *encoding, b *[maxInst]byte) {
	l := in.A.Label()
	if in.A.Kind() != KindLabel {
		e.fail(in, "the target is not a label")
		return
	}
	if !e.checkLabel(in, l) {
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

// firstCode is how much code there is room for at first.
const firstCode = 32 << 10

//go:noinline
func (e *Encoder) grow() {
	bigger := make([]byte, len(e.buf), 2*cap(e.buf)+firstCode)
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
