package ssa

//go:generate go run ./_gen

// Op is an operation; see OPS.md.
type Op uint16

// Info describes an operation.
type Info struct {
	Name   string
	Args   []Type
	Repeat bool // the last argument any number of times
	Result Type
	Props  Props
	Aux    AuxKind
}

// Props is what an operation does besides computing its result.
type Props uint16

// The properties, as in ops.txt.
const (
	Pure Props = 1 << iota
	Guard
	Load
	Store
	Frame
	Allocates
	Effect
	Clobber
)

// AuxKind is what Value.Aux holds.
type AuxKind uint8

// The aux kinds.
const (
	AuxNone AuxKind = iota
	AuxBits
	AuxInt
	AuxFloat
	AuxSlot
	AuxOffset
	AuxKind8
	AuxTag
	AuxCond
	AuxUnits
	AuxPool
	AuxEpoch
	AuxPC
	AuxStub
	AuxMath
)

// anyType is any type but None, in the table.
const anyType Type = 0xFF

// Info is the row of op.
func (op Op) Info() *Info { return &table[op] }

// String is the name of op.
func (op Op) String() string {
	if op >= NumOps {
		return "?"
	}
	return table[op].Name
}

// props are the properties of the operations, together: passes ask for nothing
// else as often.
var props = func() (list [NumOps]Props) {
	for op := range list {
		list[op] = table[op].Props
	}
	return list
}()

// isSlow reports whether the driver executes an instruction for op: it reads what the
// value's state has, from the frame slots, and comes back.
func (op Op) isSlow() bool { return op == OpSlow || op == OpSlowTest }

// opSet is a set of operations.
type opSet [(NumOps + 63) / 64]uint64

// opsOf is the set of some operations.
func opsOf(ops ...Op) (s opSet) {
	for _, op := range ops {
		s.add(op)
	}
	return s
}

func (s *opSet) add(op Op) { s[op>>6] |= 1 << (op & 63) }

// mayHave reports whether f has had a value of one of the operations: a pass for
// others has nothing to do.
func (f *Func) mayHave(ops *opSet) bool {
	for i, w := range &f.memory().made {
		if w&ops[i] != 0 {
			return true
		}
	}
	return false
}

// Has reports whether op has one of the properties.
func (op Op) Has(p Props) bool { return props[op]&p != 0 }
