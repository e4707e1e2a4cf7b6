//firn:core

package heap

// KTemplate: a compiled function. Read-only once made (in ROM for built-ins),
// but for the feedback field of RAM templates. Code is 64-bit words after the
// constants; a pc is a byte offset from the start of the cell.
const (
	TmplFlags    = 8  // u32, T flags
	TmplFeedback = 12 // ref feedback; RAM templates only (ROM: see FeedbackOf)
	TmplID       = 16 // u32 number of a ROM template
	TmplName     = 20 // ref string: the function's name property, 0 = none
	TmplScript   = 24 // ref KRecord: [0] file name, [1] source bytes, [2] line offset
	TmplHandlers = 28 // ref KBytes: exception handlers, see ir/bytecode
	TmplLines    = 32 // ref KBytes: pc to source position
	TmplExtra    = 36 // ref KRecord: names for messages and dumps
	TmplRegs     = 40 // u16 registers of the frame, this included
	TmplParams   = 42 // u16 formal parameters that have a register
	TmplLength   = 44 // u16 the length property
	TmplSites    = 46 // u16 inline-cache sites
	TmplStart    = 48 // u32 source range, bytes
	TmplEnd      = 52
	TmplConsts   = 56 // u32 number of constants
	TmplWords    = 60 // u32 number of code words
	TmplFast     = 64 // u32 leaf number + 1 of a built-in's fast path (TFast), 0 = none
	TmplInstance = 68 // u32 constructors: properties that instances are expected to have
	TmplData     = 72 // constants, then code

	templateRefs = 1<<1 | 1<<3 | 1<<4 | 1<<5 | 1<<6 | 1<<7
)

// Template flags.
const (
	TConstructor = 1 << 0 // has [[Construct]] (function, class)
	TClass       = 1 << 1 // class constructor: cannot be called
	TDerived     = 1 << 2 // derived class constructor
	TNeedsArgs   = 1 << 3 // uses rest parameters or arguments: extra arguments are kept below the frame
	TGenerator   = 1 << 4
	TAsync       = 1 << 5
	TArrow       = 1 << 6
	TMethod      = 1 << 7
	TLibrary     = 1 << 8  // runtime/lib code: prints as native, invisible in stacks
	TProgram     = 1 << 9  // a program or module body
	TProtoProp   = 1 << 10 // instances have an own prototype property
	TFast        = 1 << 11 // a built-in with a fast path: TmplFast is tried before the code
	TBuiltinCtor = 1 << 12 // a library constructor: callable, and new does not allocate this
)

// TemplateCode is the pc of the first instruction of t.
func (h *Heap) TemplateCode(t uint32) uint32 { return t + TmplData + 8*h.U32(t+TmplConsts) }

// InstanceSlots is the room for properties in the objects that a constructor of
// template t makes for new.target: what its body adds to them and, in a derived
// class, that of new.target. (Classes between them can be replaced; what a site
// remembers of t and new.target must not depend on them.)
func (h *Heap) InstanceSlots(t, newTarget uint32) uint32 {
	n := h.U32(t + TmplInstance)
	if h.Kind(newTarget) == KFunction && h.Word(newTarget) != t {
		n += h.U32(h.Word(newTarget) + TmplInstance)
	}
	if n == 0 {
		return 4
	}
	if n > maxInstance {
		return maxInstance
	}
	return n
}

// maxInstance is the most properties that new objects have room for.
const maxInstance = 64

// KFeedback: what the interpreter learnt about one template. RAM, derived.
// Entries of 16 bytes from FbEntries, one an inline-cache site; after them one
// byte per code word: the operand types seen by arithmetic there.
const (
	FbOwner   = 8  // ref template
	FbSites   = 12 // u32 number of entries
	FbHot     = 16 // u32 calls and loop iterations seen
	FbNative  = 20 // u32 number of its native code, 0 = none
	FbTypeRel = 24 // u32: the type byte of the word at template+x is at feedback + FbTypeRel's value + x>>3
	FbEntries = 32

	// NativeWanted in FbNative: no native code yet, but it is to be asked for at
	// the next call.
	NativeWanted = NativeEnter | 1
	// NativeEnter marks what the interpreter enters, too; other native code is
	// called by native code only.
	NativeEnter = 1 << 16

	// An entry.
	IcShape = 0  // ref shape of the receiver, or a pseudo-shape, or an Ic state below; at a call: ref template of the callees, or a state
	IcData  = 4  // low 3 bits: an Ic kind; the rest: byte offset of the slot
	IcRef   = 8  // ref holder or new shape or KFeedback of a polymorphic site; at a call: ref function, 0 when there were several (see interp.noteCall)
	IcEpoch = 12 // u32 Heap.ProtoEpoch it depends on, 0 = none
	IcSize  = 16
)

// Pseudo-shapes of primitive receivers and states of a site (IcShape below 16).
const (
	IcEmpty   = 0
	IcString  = 1
	IcNumber  = 2
	IcBoolean = 3
	IcSymbol  = 4
	IcBigInt  = 5
	IcPoly    = 8 // IcRef is a KFeedback with up to 4 entries; at a call: with templates in place of shapes
	IcMega    = 9 // seen too many shapes: use the megamorphic cache
)

// Ic kinds: where the property is.
const (
	IcOwn        = 0 // object + offset
	IcOwnSlots   = 1 // slots cell + offset
	IcProto      = 2 // holder + offset
	IcProtoSlots = 3 // holder's slots cell + offset
	IcAbsent     = 4 // nowhere: undefined
	IcAdd        = 5 // write: add at object + offset, then shape becomes IcRef
	IcAddSlots   = 6 // write: add in slots cell + offset, if there is room
	IcSpecial    = 7 // bits 3 to 7 select one of the following; an offset starts at bit 8
)

// What IcSpecial means, by bits 3 to 7 of IcData.
const (
	IcCall        = 0 // IcRef is the getter (or, at a write, the setter) on the prototype chain
	IcLexical     = 1 // global lexical binding
	IcArrayLength = 2 // the length of an array
	IcStringLen   = 3 // the length of a primitive string
	IcOwnAcc      = 4 // own accessor: its KAccessor is at object + offset; IcRef is the getter that was seen, or 0
	IcOwnAccSlots = 5 // … at slots cell + offset

	IcOffsetShift = 8 // of the offset in IcData of IcOwnAcc and IcOwnAccSlots
)

// Type feedback bits, one byte per code word.
const (
	FbInt    = 0 // nothing else seen
	FbDouble = 1 << 0
	FbString = 1 << 1
	FbBigInt = 1 << 2
	FbObject = 1 << 3 // of reads of lengths and elements: a string
	FbOther  = 1 << 4
	FbOver   = 1 << 5 // int32 overflow
	FbProxy  = 1 << 6 // of accesses to properties: a proxy

	// Of instructions of iterators; nothing: arrays iterated by index, if anything.
	FbIterGen     = 1 << 0 // a generator, by its intrinsic next method
	FbIterBuiltin = 1 << 1 // the iterator of a string
	FbIterOther   = 1 << 2
	FbIterMap     = 1 << 3 // the iterator of a Map …
	FbIterSet     = 1 << 4 // … or Set, which for-of has made, or that is stepped
	FbIterObject  = 1 << 5 // getiter: of either, which the program has
	FbIterIndex   = 1 << 5 // ofnext: an array to its end
	FbIterPairs   = 1 << 6 // it gives pairs of key and value
	FbIterSingles = 1 << 7 // … keys or values
	// Of the jempty behind an ofnext: 1 + the element type of typed arrays that were
	// iterated, FbIterTypes if there was more than one, 0 if there was none.
	FbIterTypes = 0xFF
)

// FeedbackSlot is where the feedback ref of template t is kept.
func (h *Heap) FeedbackSlot(t uint32) uint32 {
	if t < h.firn {
		return h.firn + FeedbackTable + 4*h.U32(t+TmplID)
	}
	return t + TmplFeedback
}

// FeedbackSize is the size of the feedback cell of t.
func (h *Heap) FeedbackSize(t uint32) uint32 {
	return FbEntries + IcSize*uint32(h.U16(t+TmplSites)) + h.U32(t+TmplWords)
}
