//firn:core

package heap

// Every cell starts with an 8-byte header:
//
//	+0 u32 size   in bytes, header included, a multiple of 8, at least 16 (KFree: 8)
//	+4 u8  kind   one of the K constants
//	+5 u8  flags  F constants; their meaning depends on the kind's family
//	+6 u16 hash   objects and symbols: identity hash, 0 = not assigned yet
//
// Objects continue with the same four words whatever their kind:
//
//	+8  ref shape
//	+12 ref slots      out-of-line property slots (KSlots), 0 = none
//	+16 ref elements   KElements or KSparse, 0 = none
//	+20 u32 word       by kind: array length, template, leaf number, …
//	+24 values         the kind's internal slots, then in-object property slots
//
// The collector, the verifier and the image writer know a cell's references
// only through kindTable.
const (
	HeaderSize = 8

	OffSize  = 0
	OffKind  = 4
	OffFlags = 5
	OffHash  = 6
)

// Cell kinds. Order matters: objects are one range, callables one range in it.
const (
	KFree    = iota // a filler between cells
	KForward        // a moved nursery cell: +8 is its new offset

	// Strings: +8 length (code units), +12 hash (0 = not computed).
	KStr1  // Latin-1: bytes from +16
	KStr2  // UTF-16: little-endian units from +16; holds at least one unit above 0xFF if it is an atom
	KRope  // +16 ref left, +20 ref right
	KSlice // +16 ref flat base, +20 first unit

	KSymbol // +8 ref description (0 = undefined), +12 hash
	KBigInt // +8 sign (0 or 1), +12 number of digits, u32 digits from +16, no leading zeros

	// Internal cells.
	KShape    // see shape.go
	KDescs    // +8 used entries, +12 ref index; entries {key Value, attributes} from +16
	KIndex    // raw u32 open-addressing table over a KDescs
	KTrans    // transition table: +8 used; entries {key Value, attributes, shape} from +16
	KSlots    // values from +8
	KElements // values from +8; unused capacity is Hole
	KSparse   // indexed dictionary: +8 used, +12 live; entries {index Value, value, attributes} from +16
	KAccessor // +8 getter, +16 setter (values)
	KContext  // +8 ref parent, +12 count; variables from +16
	KTemplate // see template.go
	KBytes    // raw bytes from +16, +8 length: code tables, array buffers, regexp programs
	KFeedback // +8 owner template; see feedback.go
	KTable    // Map/Set store: see table.go
	KAtoms    // atom table: +8 used, +12 deleted; refs (weak in RAM) from +16
	KRecord   // values from +8: lists, records, saved frames
	KWeak     // weak table: +8 used, +12 the collector's link; {key, value} values from +16, ephemeron semantics

	// Objects.
	KObject
	KArray     // word = length
	KArguments // strict: an ordinary object but for its kind
	KError
	KBooleanObj  // [0] value
	KNumberObj   // [0] value
	KStringObj   // [0] value
	KSymbolObj   // [0] value
	KBigIntObj   // [0] value
	KDate        // [0] time value
	KRegExp      // [0] source, [1] flags, [2] program; lastIndex is own property 0
	KMap         // [0] table
	KSet         // [0] table
	KWeakMap     // [0] weak table
	KWeakSet     // [0] weak table
	KWeakRef     // [0] target
	KFinReg      // [0] callback [1] records
	KArrayBuffer // [0] bytes cell or undefined (detached), [1] length, [2] max length or undefined
	KTypedArray  // word = element type; [0] buffer, [1] byte offset, [2] length or undefined (tracking)
	KDataView    // [0] buffer, [1] byte offset, [2] length or undefined (tracking)
	KPromise     // [0] state, [1] result, [2] reactions or origin of the rejection, [3] handled
	KGenerator   // [0] saved frame or undefined, [1] state, [2] kind-specific
	KAsyncGen    // [0] saved frame, [1] state, [2] queue
	KIterator    // built-in iterators: word = which; [0]…[5] their state
	KProxy       // word bit 0 callable, bit 1 constructor; [0] target, [1] handler
	KNamespace   // module namespace: [0] module, [1] exports
	KModule      // [0] record
	KCompartment // [0] global, [1] state, [2] name, [3] hooks
	KGlobal      // a compartment's global object; word unused; [0] compartment
	KInternal    // library objects with private state: word = brand; [0]…[5]

	KFunction  // compiled: word = ref template; [0] context
	KNative    // Go leaf: word = leaf number; [0] data
	KHost      // embedder's function: word = index in the host table; [0] name
	KBound     // [0] target, [1] this, [2] arguments (record)
	KEvaluator // a compartment's eval or Function: word = which; [0] compartment

	NumKinds
)

const (
	FirstObject   = KObject
	FirstCallable = KFunction
)

// Object flags (OffFlags of object cells).
const (
	FNonExtensible  = 1 << 0 // also a flag of the shape; repeated here for indexed elements
	FElemsSealed    = 1 << 1 // indexed elements are not configurable
	FElemsFrozen    = 1 << 2 // … and not writable
	FLengthReadonly = 1 << 3 // arrays: length is not writable
	FIsProto        = 1 << 4 // the prototype of some shape: changes invalidate caches
	FSparse         = 1 << 5 // elements is a KSparse
	FExotic         = 1 << 6 // own-property operations are not the ordinary ones (proxy, typed array, string, namespace, …)
	FHardened       = 1 << 7 // the whole graph from here is frozen

	// FElemsSlow: any of these forbids the fast path of an element write.
	FElemsSlow = FNonExtensible | FElemsSealed | FElemsFrozen | FLengthReadonly | FIsProto | FSparse | FExotic
)

// String flags.
const (
	FAtom    = 1 << 0 // interned: equal atoms have equal refs
	FLatin1  = 1 << 1 // every unit is below 0x100 (ropes and slices need to know)
	FFlatRef = 1 << 2 // a KSlice that is a flattened rope: first unit 0, whole base
)

// FFar is the flag of a KAtoms that has entries at their second home: see probe.go.
const FFar = 1 << 0

// Symbol flags.
const (
	FPrivateName = 1 << 0 // #x: never seen by reflection or proxies
	FRegistered  = 1 << 1 // Symbol.for
	FPrivateMeth = 1 << 2 // #x is a method or getter: not writable
)

// Fixed fields.
const (
	OffShape    = 8
	OffSlots    = 12
	OffElements = 16
	OffWord     = 20
	OffInternal = 24 // first internal slot

	OffLength  = 8 // strings: units; KBytes: bytes
	OffStrHash = 12
	OffChars   = 16
	OffLeft    = 16 // rope
	OffRight   = 20
	OffBase    = 16 // slice
	OffStart   = 20

	OffParent = 8 // context
	OffVars   = 16

	OffGetter = 8 // accessor
	OffSetter = 16

	OffValues = 8  // KSlots, KElements, KRecord
	OffData   = 16 // KBytes
)

// kindInfo tells the references in a cell: refs has bit i set when the u32 at
// 8+4i is a reference; vals is the offset of the first Value (0: none), from
// where the rest of the cell is Values. Cells that need more (KTemplate, weak
// ones) are handled by name where they occur.
type kindInfo struct {
	name  string
	refs  uint32
	vals  uint32
	slots uint32 // objects: number of internal slots
}

const (
	refShape = 1 << 0
	refSlots = 1 << 1
	refElems = 1 << 2
	refWord  = 1 << 3
	refObj   = refShape | refSlots | refElems
)

var kindTable = [NumKinds]kindInfo{
	KFree:    {name: "free"},
	KForward: {name: "forward"},
	KStr1:    {name: "string"},
	KStr2:    {name: "string16"},
	KRope:    {name: "rope", refs: 1<<2 | 1<<3},
	KSlice:   {name: "slice", refs: 1 << 2},
	KSymbol:  {name: "symbol", refs: 1 << 0},
	KBigInt:  {name: "bigint"},

	KShape:    {name: "shape", refs: shapeRefs, vals: ShapeKey},
	KDescs:    {name: "descriptors", refs: 1 << 1, vals: 16},
	KIndex:    {name: "index"},
	KTrans:    {name: "transitions", vals: 16},
	KSlots:    {name: "slots", vals: 8},
	KElements: {name: "elements", vals: 8},
	KSparse:   {name: "sparse elements", vals: 16},
	KAccessor: {name: "accessor", vals: 8},
	KContext:  {name: "context", refs: 1 << 0, vals: 16},
	KTemplate: {name: "template", refs: templateRefs},
	KBytes:    {name: "bytes"},
	KFeedback: {name: "feedback", refs: 1 << 0},
	KTable:    {name: "table", refs: tableRefs, vals: TableValues},
	KAtoms:    {name: "atoms"},
	KRecord:   {name: "record", vals: 8},
	KWeak:     {name: "weak table", vals: 16},

	KObject:      {name: "object", refs: refObj, vals: 24},
	KArray:       {name: "array", refs: refObj, vals: 24},
	KArguments:   {name: "arguments", refs: refObj, vals: 24},
	KError:       {name: "error", refs: refObj, vals: 24, slots: 1},
	KBooleanObj:  {name: "Boolean", refs: refObj, vals: 24, slots: 1},
	KNumberObj:   {name: "Number", refs: refObj, vals: 24, slots: 1},
	KStringObj:   {name: "String", refs: refObj, vals: 24, slots: 1},
	KSymbolObj:   {name: "Symbol", refs: refObj, vals: 24, slots: 1},
	KBigIntObj:   {name: "BigInt", refs: refObj, vals: 24, slots: 1},
	KDate:        {name: "Date", refs: refObj, vals: 24, slots: 1},
	KRegExp:      {name: "RegExp", refs: refObj, vals: 24, slots: 3},
	KMap:         {name: "Map", refs: refObj, vals: 24, slots: 1},
	KSet:         {name: "Set", refs: refObj, vals: 24, slots: 1},
	KWeakMap:     {name: "WeakMap", refs: refObj, vals: 24, slots: 1},
	KWeakSet:     {name: "WeakSet", refs: refObj, vals: 24, slots: 1},
	KWeakRef:     {name: "WeakRef", refs: refObj, vals: 24, slots: 1},
	KFinReg:      {name: "FinalizationRegistry", refs: refObj, vals: 24, slots: 2},
	KArrayBuffer: {name: "ArrayBuffer", refs: refObj, vals: 24, slots: 3},
	KTypedArray:  {name: "TypedArray", refs: refObj, vals: 24, slots: 3},
	KDataView:    {name: "DataView", refs: refObj, vals: 24, slots: 3},
	KPromise:     {name: "Promise", refs: refObj, vals: 24, slots: 4},
	KGenerator:   {name: "Generator", refs: refObj, vals: 24, slots: 3},
	KAsyncGen:    {name: "AsyncGenerator", refs: refObj, vals: 24, slots: 3},
	KIterator:    {name: "Iterator", refs: refObj, vals: 24, slots: 6},
	KProxy:       {name: "Proxy", refs: refObj, vals: 24, slots: 2},
	KNamespace:   {name: "Module", refs: refObj, vals: 24, slots: 2},
	KModule:      {name: "ModuleSource", refs: refObj, vals: 24, slots: 1},
	KCompartment: {name: "Compartment", refs: refObj, vals: 24, slots: 4},
	KGlobal:      {name: "global", refs: refObj, vals: 24, slots: 1},
	KInternal:    {name: "internal", refs: refObj, vals: 24, slots: 6},
	KFunction:    {name: "function", refs: refObj | refWord, vals: 24, slots: 1},
	KNative:      {name: "native function", refs: refObj, vals: 24, slots: 1},
	KHost:        {name: "host function", refs: refObj, vals: 24, slots: 1},
	KBound:       {name: "bound function", refs: refObj, vals: 24, slots: 3},
	KEvaluator:   {name: "evaluator", refs: refObj, vals: 24, slots: 1},
}

// KindName is the name of kind k in messages and listings.
func KindName(k uint8) string {
	if k >= NumKinds {
		return "?"
	}
	return kindTable[k].name
}

// InternalSlots is the number of internal slots of objects of kind k.
func InternalSlots(k uint8) uint32 { return kindTable[k].slots }

func (h *Heap) Size(ref uint32) uint32  { return h.U32(ref) }
func (h *Heap) Kind(ref uint32) uint8   { return h.U8(ref + OffKind) }
func (h *Heap) Flags(ref uint32) uint8  { return h.U8(ref + OffFlags) }
func (h *Heap) Shape(obj uint32) uint32 { return h.U32(obj + OffShape) }
func (h *Heap) Word(obj uint32) uint32  { return h.U32(obj + OffWord) }

// SetFlag sets bits in the flags of a RAM cell.
func (h *Heap) SetFlag(ref uint32, f uint8) { h.SetU8(ref+OffFlags, h.U8(ref+OffFlags)|f) }

// Internal is internal slot i of an object.
func (h *Heap) Internal(obj, i uint32) Value { return h.Val(obj + OffInternal + 8*i) }

// SetInternal stores internal slot i of an object.
func (h *Heap) SetInternal(obj, i uint32, v Value) { h.Store(obj+OffInternal+8*i, v) }

// IsROM reports whether ref lies below the firn line.
func (h *Heap) IsROM(ref uint32) bool { return ref < h.firn }

// IsKind reports whether v is an object of kind k.
func (h *Heap) IsKind(v Value, k uint8) bool { return v.IsObject() && h.Kind(v.Ref()) == k }

// IsCallable is ECMA-262 7.2.3.
func (h *Heap) IsCallable(v Value) bool {
	if !v.IsObject() {
		return false
	}
	k := h.Kind(v.Ref())
	return k >= FirstCallable || k == KProxy && h.Word(v.Ref())&1 != 0
}
