package bytecode

// String is the instruction's name.
func (op Op) String() string {
	if int(op) >= len(Table) {
		return "?"
	}
	return Table[op].Name
}

// Info describes an instruction.
type Info struct {
	Name     string
	Words    int // 1 or 2
	Operands []Operand
	Effects  Effects
	Doc      string
}

// Operand is one operand: where it is encoded and what it means.
type Operand struct {
	Field Field
	Type  Type
}

// Field is a place in an instruction.
type Field uint8

// The fields. A, B and C are 16 bits of the first word; AB and BC are two of
// them together; D, E (16 bits) and F (32 bits) are in the second word.
const (
	FieldA Field = iota
	FieldB
	FieldC
	FieldAB
	FieldBC
	FieldD
	FieldE
	FieldF
)

// Type is what an operand means.
type Type uint8

// The operand types, as in instructions.txt.
const (
	Read Type = iota
	Read2
	Read3
	Write
	Write2
	Write3
	ReadWrite
	ReadWrite2
	ReadWrite3
	ConstIndex
	Imm
	Uimm
	Jump
	Site
	Count
	Base
)

// Effects is what an instruction may do besides writing its operands.
type Effects uint8

// The effects.
const (
	Cost     Effects = 1 << iota // charges its x field; a poll point
	Branch                       // may jump
	End                          // control never falls through
	MayThrow                     //
	MayCall                      // may run JS code
	MayAlloc                     //
)
