package regexp

import (
	"encoding/binary"
	"fmt"

	"firn/runtime/builtin/regexp/vm"
)

// Error is a syntax error in a pattern or in flags.
type Error struct {
	Offset int // byte offset in the pattern
	Msg    string
	Work   int // as in Program
}

func (e *Error) Error() string { return e.Msg }

const (
	// MaxDepth is the deepest nesting of groups and classes.
	MaxDepth = 1000
	// MaxProgram is the largest program, in bytes; instructions have 24 bits for
	// offsets.
	MaxProgram = 1<<24 - 1
	// MaxWork bounds the work on sets of characters, in ranges that are looked at.
	MaxWork = 1 << 24
)

// Program is a compiled regular expression.
type Program struct {
	Code  []byte   // what package vm runs
	Names []string // names of groups, by the numbers in the program's name table
	Work  int      // what sets of characters cost, in ranges that were looked at
}

// ParseFlags turns flags into vm.F constants; ok is false when one is unknown or
// there twice, or u and v are both there.
func ParseFlags(flags string) (bits uint32, ok bool) {
	for i := 0; i < len(flags); i++ {
		bit := uint32(0)
		for j := 0; j < len(flagLetters); j++ {
			if flagLetters[j] == flags[i] {
				bit = 1 << j
			}
		}
		if bit == 0 || bits&bit != 0 {
			return 0, false
		}
		bits |= bit
	}
	return bits, bits&(vm.FUnicode|vm.FUnicodeSets) != vm.FUnicode|vm.FUnicodeSets
}

// flagLetters are the flags in the order of the vm.F constants, which is that of
// the flags property.
const flagLetters = "dgimsuvy"

// Compile compiles a pattern, which is WTF-8 (lone surrogates as three bytes).
func Compile(pattern, flags string) (*Program, *Error) {
	p, err := parse(pattern, flags)
	if err != nil {
		return nil, err
	}
	return emit(p)
}

// Validate gives the first early error of a pattern (ECMA-262 22.2.1.1) or of
// flags: its byte offset in the pattern, and a message, "" for none.
func Validate(pattern, flags string) (offset int, msg string) {
	if _, err := Compile(pattern, flags); err != nil {
		return err.Offset, err.Msg
	}
	return 0, ""
}

func parse(pattern, flags string) (p *parser, err *Error) {
	bits, ok := ParseFlags(flags)
	if !ok {
		return nil, &Error{Msg: "Invalid flags"}
	}
	p = newParser(pattern, bits)
	defer func() {
		if r := recover(); r != nil {
			e, ours := r.(*Error)
			if !ours {
				panic(r)
			}
			e.Work = p.work
			p, err = nil, e
		}
	}()
	p.parsePattern()
	return p, nil
}

// String lists the program, for tests and -dump.
func (p *Program) String() string {
	word := func(at int) uint32 { return binary.LittleEndian.Uint32(p.Code[at:]) }
	s := fmt.Sprintf("groups %d regs %d search %d prefix %d minimum %d\n", word(vm.HGroups), word(vm.HRegs), word(vm.HSearch),
		word(vm.HLength), word(vm.HMinimum))
	for at := int(word(vm.HCode)); ; {
		w := word(at)
		op := w & 0xFF
		name := opNames[op&^vm.Back]
		if op&vm.Back != 0 {
			name += "Back"
		}
		s += fmt.Sprintf("%5d %s %d", at, name, w>>8)
		n := length(w)
		for i := 4; i < n; i += 4 {
			s += fmt.Sprintf(" %d", word(at+i))
		}
		s += "\n"
		if op == vm.OpMatch {
			return s
		}
		at += n
	}
}

// length is the number of bytes of an instruction with first word w.
func length(w uint32) int {
	switch w & 0xFF &^ vm.Back {
	case vm.OpChar2, vm.OpSplitUnit, vm.OpSplitSet, vm.OpBranchUnit, vm.OpBranchSet, vm.OpReset, vm.OpNegLook:
		return 8
	case vm.OpNext, vm.OpProgress2:
		return 12
	case vm.OpLoop:
		return 20
	case vm.OpRun, vm.OpRunLazy, vm.OpRunAll:
		return vm.RunBytes
	case vm.OpChars:
		return 4 + 4*int((w>>8+1)>>1)
	}
	return 4
}

var opNames = map[uint32]string{
	vm.OpMatch: "match", vm.OpChar: "char", vm.OpChar2: "char2", vm.OpAny: "any", vm.OpDot: "dot", vm.OpClass: "class",
	vm.OpUAny: "uany", vm.OpUDot: "udot", vm.OpUClass: "uclass", vm.OpChars: "chars", vm.OpJump: "jump", vm.OpSplit: "split",
	vm.OpSplitBack: "splitback", vm.OpSplitUnit: "splitunit", vm.OpSplitSet: "splitset", vm.OpBranchUnit: "branchunit",
	vm.OpBranchSet: "branchset", vm.OpSave: "save", vm.OpReset: "reset",
	vm.OpProgress: "progress", vm.OpZero: "zero", vm.OpLoop: "loop", vm.OpNext: "next", vm.OpProgress2: "progress2",
	vm.OpBol: "bol", vm.OpBolLine: "bolline", vm.OpEol: "eol", vm.OpEolLine: "eolline", vm.OpWord: "word", vm.OpNotWord: "notword",
	vm.OpBackref: "backref", vm.OpBackrefI: "backrefi", vm.OpBackrefU: "backrefu", vm.OpLook: "look", vm.OpLookEnd: "lookend",
	vm.OpNegLook: "neglook", vm.OpNegLookEnd: "neglookend", vm.OpRun: "run", vm.OpRunLazy: "runlazy", vm.OpRunAll: "runall",
	vm.OpFail: "fail",
}
