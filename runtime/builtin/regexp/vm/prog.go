//firn:core

package vm

// A program is a cell of bytes: 32-bit words, a header, then instructions, then
// tables. Offsets in it are in bytes from word 0, so that it can lie anywhere.
//
// An instruction's first word has the opcode in its low 8 bits and an operand
// above. "unit" is a code unit, "class" the offset of a class table, "reg" a
// register. Instructions with Back set move backwards (lookbehind).
const (
	OpMatch  = iota // the attempt succeeded
	OpChar          // unit
	OpChar2         // unit; word: another unit
	OpAny           // any unit
	OpDot           // any unit but a line terminator
	OpClass         // class of units
	OpUAny          // any code point
	OpUDot          // any code point but a line terminator
	OpUClass        // class of code points
	OpChars         // count of units; words: the units, two in a word, the first in the low half; padded

	OpJump       // offset
	OpSplit      // goes on, and at the offset if that fails
	OpSplitBack  // goes to the offset, and on if that fails
	OpSplitUnit  // offset; word: unit. Like OpSplit when the next unit is that one, else goes to the offset
	OpSplitSet   // offset; word: bitmap. Like OpSplit when the next unit is in the set, else goes to the offset
	OpBranchUnit // offset; word: unit. Goes on when the next unit is that one, else goes to the offset
	OpBranchSet  // offset; word: bitmap. Goes on when the next unit is in the set, else goes to the offset
	OpSave       // reg := position
	OpReset      // reg; word: another reg: all from the one to before the other become undefined
	OpProgress   // reg: fails when the position is the one in it
	OpZero       // reg := 0
	OpLoop       // reg counts iterations; words: min, max, offset of what follows, 1 if lazy
	OpNext       // reg; words: where to stop counting, offset of the OpLoop
	OpProgress2  // reg: OpProgress if another register has reached a minimum; words: that register, minimum

	OpBol        // start of input
	OpBolLine    // … or of a line
	OpEol        // end of input
	OpEolLine    // … or of a line
	OpWord       // class of word characters: a word boundary
	OpNotWord    // class: not one
	OpBackref    // group
	OpBackrefI   // group, Canonicalize of units
	OpBackrefU   // group, simple case folding of code points
	OpLook       // reg: starts a lookaround; words: none
	OpLookEnd    // reg: ends it: back to where it started, without its choices
	OpNegLook    // offset of what follows; word: reg
	OpNegLookEnd // reg: the body of a negative lookaround matched
	OpRun        // 1 if every attempt begins with it; words: min, max, one-character instruction (two words), hint
	OpRunLazy    // the same, as few as possible
	OpRunAll     // the same, as many as possible and no less
	OpFail       // fails

	Back = 0x40
)

// Words of OpRun: where its parts are from its start, and its length. The hint
// is a unit plus one that must follow, 0 for none.
const (
	RunMin   = 4
	RunMax   = 8
	RunBody  = 12
	RunExtra = 16
	RunHint  = 20
	RunBytes = 24
)

// Header fields, byte offsets.
const (
	HFlags   = 0  // F constants
	HGroups  = 4  // capturing groups, the whole match included
	HRegs    = 8  // registers
	HCode    = 12 // first instruction
	HSearch  = 16 // a Search constant
	HPrefix  = 20 // SearchPrefix: offset of the units; SearchSet: of a bitmap
	HLength  = 24 // SearchPrefix: number of units
	HMinimum = 28 // units of the shortest match
	HNames   = 32 // offset of the name table, 0 for none: for each group the number of its name plus one, or 0
	HBytes   = 36 // size of the program

	HeaderBytes = 40
)

// Program flags: those of the regular expression, in the order of the flags
// property.
const (
	FHasIndices = 1 << iota
	FGlobal
	FIgnoreCase
	FMultiline
	FDotAll
	FUnicode
	FUnicodeSets
	FSticky
	FWidePrefix // the prefix has two bytes a unit
)

// How the first place of a match is looked for.
const (
	SearchEvery  = iota // by trying each
	SearchOnce          // there is only one place: the pattern is anchored
	SearchPrefix        // a match starts with certain units
	SearchSet           // … with a unit of a set
)

// A class table is a bitmap of the first 256 characters (8 words), the number
// of ranges above, and their first and last characters, ascending.
const (
	ClassCount  = 32
	ClassRanges = 36
)

// A set bitmap is 8 words for units below 256 and one that is 1 when there are
// others in the set.
const SetBytes = 36

// NoCapture is the register of a group that took no part.
const NoCapture = 0xFFFFFFFF
