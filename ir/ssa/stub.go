package ssa

// Stubs are routines that native code calls where an operation is too long to be
// repeated at each place: compiled when Firn is built, called in 2 ns, arguments and
// result in registers. They are graphs like any other, so every backend has them;
// what is different: arguments are Params, the function returns a value of any
// type, there is no frame, and a guard that cannot hold (a full nursery) makes the
// stub return "cannot" (−1 of an Int, 0 of a Ref). The caller then has its own slow
// exit. A stub calls nothing, collects nothing, and charges at most Fuel. What it
// writes in cells that are not its own needs barriers, and an OpTouch behind the
// call for each class of memory that graphs know of.
//
// To add one: a row in Stubs, a function that builds it, and a test in stub_test.go
// that compares it with the Go it stands for; then go generate ./jit/amd64/stubs. To call
// one: builder.stub.

// Stub is the number of a stub. 0 is none.
type Stub uint16

// The stubs.
const (
	_                   Stub = iota
	StubStringEqual          // whether two strings have the same units
	StubStringCompare        // 0, 1 or 2: how the first of two strings compares with the second
	StubStringConcat         // the concatenation of two strings
	StubStringUnit           // a code unit, by an index below the length
	StubStringCodePoint      // the code point that begins at an index below the length
	StubStringIndexOf        // the position of the second string in the first from an index on, plus 1; 0: none
	StubStringAt             // whether the second string is in the first at an index, which may be any
	StubSubstring            // the part of a string from an index below the next, which is at most the length; the one-unit strings
	StubCharString           // the string of a code point; the one-unit strings
	StubIntToString          // ToString of an int32; the one-unit strings
	StubToString             // ToString of a string or an int32; the one-unit strings
	StubDigits               // the integer whose decimal digits a string is
	StubTrim                 // a string without white space at the start (1) and the end (2); the one-unit strings
	StubCase                 // a string in upper case ('a') or in lower case ('A')
	StubKeys                 // the elements of Object.keys (0) or Object.values (1) of an object; itself if there are none
	StubIntern               // a one-byte string in RAM that is no atom yet, as an atom; its hash; the value of RootAtoms
	StubForIn                // the key list of an object, itself if it has no keys; an object that a chain may end with
	StubGrow                 // the contents of a full elements cell in a larger one
	StubHoles                // a new elements cell of so many holes
	StubDictAdd              // room for another property of an object with a dictionary shape: the address of its slot
	StubTableFind            // the entry of a key in the table of a Map or Set
	StubTableAdd             // a new entry there, without key and value
	StubTableDelete          // whether a key was there, which is deleted
	StubTableMove            // the heir of a full table
	StubWeakFind             // the entry of a key in the table of a WeakMap or WeakSet
	StubTablePlace           // the position of the next entry of a Map's or Set's table; a position
	StubEnqueue              // a reaction's job appended to the queue; 0
	StubNextJob              // the kind of the next job, whose values become those taken
	StubFulfill              // a pending promise fulfilled; 0
	StubReact                // a reaction added to a promise; 0
	StubMoveValues           // values moved from one place to another; 0
	StubArrayOf              // a new array of part of a cell of elements
	StubAppendAll            // the elements of an array with those of another one behind them
	StubStringIndex          // the array index that a string is, plus 1; 0: it is none
	StubInstanceOf           // whether the second object is a prototype of the first
	StubCloneProps           // the properties of an object copied to an empty one; 0
	StubCopyDense            // a new array with the elements of another one, which has no holes
	StubTableList            // the elements of an array of all that a Map's or Set's table gives (iterKeys …); the shape of pairs; the room that there is
	NumStubs
)

// StubInfo describes a stub.
type StubInfo struct {
	Name   string
	Args   []Type // at most MaxStubArgs, no F64
	Result Type   // Int or Ref
	Fuel   int64  // the most units it charges
	build  func(s *stubBuilder)
}

// MaxStubArgs is how many arguments a stub can have.
const MaxStubArgs = 4

// Stubs has a row a stub. (It is filled by init, since graphs refer to it.)
var Stubs [NumStubs]StubInfo

func init() {
	Stubs = [NumStubs]StubInfo{
		StubStringEqual:     {"StringEqual", []Type{Ref, Ref}, Int, maxStubUnits >> 6, stringEqual},
		StubStringCompare:   {"StringCompare", []Type{Ref, Ref}, Int, maxStubUnits >> 6, stringCompare},
		StubStringConcat:    {"StringConcat", []Type{Ref, Ref}, Ref, 1, stringConcat},
		StubStringUnit:      {"StringUnit", []Type{Ref, Int}, Int, 0, stringUnit},
		StubStringCodePoint: {"StringCodePoint", []Type{Ref, Int}, Int, 0, stringCodePoint},
		StubStringIndexOf:   {"StringIndexOf", []Type{Ref, Ref, Int}, Int, maxSearched >> 4, stringIndexOf},
		StubStringAt:        {"StringAt", []Type{Ref, Ref, Int}, Int, maxSearched >> 4, stringAt},
		StubSubstring:       {"Substring", []Type{Ref, Int, Int, Ref}, Ref, 0, substring},
		StubCharString:      {"CharString", []Type{Int, Ref}, Ref, 0, charString},
		StubIntToString:     {"IntToString", []Type{Int, Ref}, Ref, 0, func(s *stubBuilder) { s.intToString(s.args[0], s.args[1]) }},
		StubToString:        {"ToString", []Type{Val, Ref}, Ref, 0, toString},
		StubDigits:          {"Digits", []Type{Ref}, Int, 0, digits},
		StubTrim:            {"Trim", []Type{Ref, Int, Ref}, Ref, maxTrim >> 2, trim},
		StubCase:            {"Case", []Type{Ref, Int}, Ref, maxCase >> 1, changeCase},
		StubKeys:            {"Keys", []Type{Ref, Int}, Ref, maxForInKeys, keys},
		StubIntern:          {"Intern", []Type{Ref, Int, Val}, Ref, 0, intern},
		StubForIn:           {"ForIn", []Type{Ref, Ref}, Ref, 2*maxForInKeys + maxForInChain + 1, forIn},
		StubGrow:            {"Grow", []Type{Ref}, Ref, 1 + 3*maxGrow/8, grow},
		StubHoles:           {"Holes", []Type{Int}, Ref, maxHoles >> 4, holes},
		StubDictAdd:         {"DictAdd", []Type{Ref, Ref, Val}, Ref, 0, dictAdd},
		StubTableFind:       {"TableFind", []Type{Val, Val, Int}, Ref, maxStubUnits >> 6, tableFind},
		StubTableAdd:        {"TableAdd", []Type{Val, Val}, Ref, 2 + maxStubUnits>>6, tableAdd},
		StubTableDelete:     {"TableDelete", []Type{Val, Val, Int}, Int, maxStubUnits >> 6, tableDelete},
		StubTableMove:       {"TableMove", []Type{Val}, Ref, 0, tableMove},
		StubWeakFind:        {"WeakFind", []Type{Val, Val, Int}, Ref, 0, weakFind},
		StubTablePlace:      {"TablePlace", []Type{Ref, Int}, Int, 0, tablePlace},
		StubEnqueue:         {"Enqueue", []Type{Ref, Val, Val}, Int, 0, enqueue},
		StubNextJob:         {"NextJob", []Type{Ref}, Int, 0, nextJob},
		StubFulfill:         {"Fulfill", []Type{Ref, Ref, Val}, Int, 1, fulfill},
		StubReact:           {"React", []Type{Ref, Ref, Val}, Int, 0, react},
		StubCloneProps:      {"CloneProps", []Type{Ref, Ref}, Int, 0, cloneProps},
		StubMoveValues:      {"MoveValues", []Type{Ref, Ref, Int, Int}, Int, maxMoved >> 3, moveValues},
		StubArrayOf:         {"ArrayOf", []Type{Ref, Int, Int, Ref}, Ref, maxSliced >> 2, arrayOf},
		StubAppendAll:       {"AppendAll", []Type{Ref, Ref}, Ref, maxSliced + maxSliced>>1, appendAll},
		StubCopyDense:       {"CopyDense", []Type{Ref, Ref}, Ref, maxSliced>>2 + maxSliced>>3, copyDense},
		StubStringIndex:     {"StringIndex", []Type{Ref}, Int, 0, stringIndex},
		StubTableList:       {"TableList", []Type{Ref, Int, Ref, Int}, Ref, maxSliced + maxSliced>>2 + 1, tableList},
		StubInstanceOf:      {"InstanceOf", []Type{Ref, Ref}, Int, 0, instanceOf},
	}
}

// String is the stub's name.
func (s Stub) String() string {
	if s == 0 || s >= NumStubs {
		return "?"
	}
	return Stubs[s].Name
}

// argType is the type that argument k of v must have; anyType if it may be any.
func (v *Value) argType(k int) Type {
	info := v.Op.Info()
	if info.Aux == AuxStub {
		return Stubs[v.Aux].Args[k]
	}
	return info.Args[min(k, len(info.Args)-1)]
}

// Build makes the graph of a stub. It needs no passes.
func (s Stub) Build() *Func {
	info := &Stubs[s]
	f := &Func{Name: info.Name, Stub: info, Functions: []*Function{{Name: info.Name}}}
	b := stubBuilder{f: f, cur: f.NewBlock(Jump), state: &FrameState{}}
	for i, t := range info.Args {
		p := f.NewValue(OpParam, t)
		p.Aux, p.Block = int64(i), b.cur
		b.cur.Values = append(b.cur.Values, p)
		b.args = append(b.args, p)
	}
	info.build(&b)
	return f
}

// stubBuilder makes the graph of a stub, block after block. Blocks have parameters
// (their phis), and jumps arguments.
type stubBuilder struct {
	f     *Func
	cur   *Block
	args  []*Value
	state *FrameState // of guards: "cannot"
}

// block makes a block with parameters; jumps to it bring their values.
func (s *stubBuilder) block(params ...Type) (*Block, []*Value) {
	b := s.f.NewBlock(Jump)
	for _, t := range params {
		p := s.f.NewValue(OpPhi, t)
		p.Block = b
		b.Values = append(b.Values, p)
	}
	return b, append([]*Value(nil), b.Values...)
}

// jump ends the current block.
func (s *stubBuilder) jump(to *Block, args ...*Value) {
	s.cur.Connect(to)
	for i, a := range args {
		to.Values[i].Args = append(to.Values[i].Args, a)
	}
	s.cur = nil
}

// branch ends the current block with a test and goes on in yes. Neither block has
// parameters.
func (s *stubBuilder) branch(c *Value, yes, no *Block) {
	s.cur.Kind, s.cur.Control = If, c
	s.cur.Connect(yes)
	s.cur.Connect(no)
	s.cur = yes
}

// unless goes on where c does not hold, and to the block where it does.
func (s *stubBuilder) unless(c *Value, to *Block) {
	next, _ := s.block()
	s.cur.Kind, s.cur.Control = If, c
	s.cur.Connect(to)
	s.cur.Connect(next)
	s.cur = next
}

// at goes on in a block.
func (s *stubBuilder) at(b *Block) { s.cur = b }

// ret returns a value.
func (s *stubBuilder) ret(v *Value) {
	s.cur.Kind, s.cur.Control = Ret, v
	s.cur = nil
}

// cannot returns that the stub cannot do it.
func (s *stubBuilder) cannot() {
	if s.f.Stub.Result == Ref {
		s.ret(s.op(OpConstRef, 0))
		return
	}
	s.ret(s.int(-1))
}

// op adds an operation.
func (s *stubBuilder) op(op Op, aux int64, args ...*Value) *Value {
	v := s.f.AddAux(s.cur, op, aux, args...)
	if op.Has(Guard) {
		v.State = s.state
	}
	if op.Has(Load | Store) {
		v.Mem = MemBytes
	}
	return v
}

// must goes on where c holds, and to cannot where it does not.
func (s *stubBuilder) must(c *Value, cannot *Block) {
	next, _ := s.block()
	s.branch(c, next, cannot)
}

func (s *stubBuilder) int(i int64) *Value { return s.op(OpConstInt, i) }

// cmp compares integers, unsigned.
func (s *stubBuilder) cmp(c Cond, x, y *Value) *Value { return s.op(OpCmpUint, int64(c), x, y) }

// alloc makes a cell of kind with flags, of as many bytes as the integer size says.
func (s *stubBuilder) alloc(size *Value, kind, flags int64) *Value {
	v := s.op(OpAllocSize, 0, size)
	v.Aux2 = kind | flags<<8
	return v
}
