package bytecode

import "firn/heap"

// Function is a compiled function outside any heap: what the compiler makes,
// the verifier checks, and Install turns into template cells.
type Function struct {
	// Name is the function's name property (WTF-8); HasName tells whether
	// there is one ("" is a name).
	Name    string
	HasName bool
	// Flags are the heap's T flags.
	Flags uint32
	// Regs is the number of registers of a frame, this (r0) included.
	Regs int
	// Params is the number of formal parameters that have a register.
	Params int
	// Length is the length property.
	Length int
	// Instance is, for a constructor, how many properties its instances are
	// expected to get.
	Instance int
	// Sites is the number of inline-cache sites.
	Sites int
	// Code is the instructions, see instructions.txt.
	Code []uint64
	// Consts are what k operands index.
	Consts []Const
	// Handlers are the exception handlers, innermost first.
	Handlers []Handler
	// Lines maps instructions to source positions, see PosAt.
	Lines []byte
	// Start and End are the source range in bytes, for toString.
	Start, End uint32
	// Vars names registers, for dumps and debuggers.
	Vars []Var
}

// Handler says that an exception thrown by an instruction in [Start, End) goes
// to Target. Indices count words of code. Target is a catch instruction that
// receives the exception in Reg.
type Handler struct{ Start, End, Target, Reg uint32 }

// Var is a variable that lives in a register.
type Var struct {
	Name string
	Reg  uint32
}

// Const is a constant: Number, String, BigInt, Special, *Function or *Site.
type Const interface{ isConst() }

// Number is a number constant.
type Number float64

// String is a string constant in WTF-8. In a heap it is an atom.
type String string

// BigInt is a BigInt constant: its magnitude as 32-bit digits, least
// significant first, without leading zeros, and its sign.
type BigInt struct {
	Digits   []uint32
	Negative bool
}

// Special is one of the special values, by number: see the Sp constants.
type Special uint32

// TemplateSite is the place of a tagged template. A cooked part that does not
// exist (an invalid escape) has Valid false.
type TemplateSite struct {
	Cooked []Cooked
	Raw    []string
}

// Cooked is a cooked part of a template.
type Cooked struct {
	Text  string
	Valid bool
}

func (Number) isConst()        {}
func (String) isConst()        {}
func (*BigInt) isConst()       {}
func (Special) isConst()       {}
func (*Function) isConst()     {}
func (*TemplateSite) isConst() {}

// Special values, the operand of ldspecial.
const (
	SpUndefined = uint32(heap.Undefined & 0xFFFFFFFF)
	SpNull      = uint32(heap.Null & 0xFFFFFFFF)
	SpFalse     = uint32(heap.False & 0xFFFFFFFF)
	SpTrue      = uint32(heap.True & 0xFFFFFFFF)
	SpHole      = uint32(heap.Hole & 0xFFFFFFFF)
	SpTDZ       = uint32(heap.TDZ & 0xFFFFFFFF)
	SpEmpty     = uint32(heap.Empty & 0xFFFFFFFF)
)

// Instruction words.

// Field values of the first word w of an instruction, and of its second.
func opOf(w uint64) Op    { return Op(w & 0xFF) }
func xOf(w uint64) uint32 { return uint32(w>>8) & 0xFF }

// field extracts a field; w2 is the second word if there is one.
func field(f Field, w, w2 uint64) uint32 {
	switch f {
	case FieldA:
		return uint32(w>>16) & 0xFFFF
	case FieldB:
		return uint32(w>>32) & 0xFFFF
	case FieldC:
		return uint32(w >> 48)
	case FieldAB:
		return uint32(w >> 16)
	case FieldBC:
		return uint32(w >> 32)
	case FieldD:
		return uint32(w2) & 0xFFFF
	case FieldE:
		return uint32(w2>>16) & 0xFFFF
	}
	return uint32(w2 >> 32)
}

// wide reports whether a field has 32 bits.
func wide(f Field) bool { return f == FieldAB || f == FieldBC || f == FieldF }

// signed interprets a field's bits as a signed number.
func signed(f Field, v uint32) int32 {
	if wide(f) {
		return int32(v)
	}
	return int32(int16(v))
}

// put adds operand v to field f of an instruction's words.
func put(f Field, v uint32, w *[2]uint64) {
	switch f {
	case FieldA:
		w[0] |= uint64(v&0xFFFF) << 16
	case FieldB:
		w[0] |= uint64(v&0xFFFF) << 32
	case FieldC:
		w[0] |= uint64(v&0xFFFF) << 48
	case FieldAB:
		w[0] |= uint64(v) << 16
	case FieldBC:
		w[0] |= uint64(v) << 32
	case FieldD:
		w[1] |= uint64(v & 0xFFFF)
	case FieldE:
		w[1] |= uint64(v&0xFFFF) << 16
	case FieldF:
		w[1] |= uint64(v) << 32
	}
}

// Span is the number of registers an operand type covers, beginning at the
// named one; 0 when it is not a register.
func (t Type) Span() int {
	switch t {
	case Read, Write, ReadWrite:
		return 1
	case Read2, Write2, ReadWrite2:
		return 2
	case Read3, Write3, ReadWrite3:
		return 3
	}
	return 0
}

// Reads and Writes tell what an operand type does to its registers.
func (t Type) Reads() bool  { return t <= Read3 || t >= ReadWrite && t <= ReadWrite3 }
func (t Type) Writes() bool { return t >= Write && t <= ReadWrite3 }
