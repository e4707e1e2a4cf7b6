//go:build !firn_nojit

package jit

import (
	"fmt"
	"sync"

	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/amd64"
	"firn/jit/amd64/stubs"
	"firn/jit/backend"

	"golang.org/x/sys/cpu"
)

// CompilerOptions say how functions are compiled.
type CompilerOptions struct {
	// Intrinsics are the built-in leaves that native code does itself, by number.
	Intrinsics map[uint32]ssa.Intrinsic
	// CallRoot is the number of the root that is Function.prototype.call, as in runtime/builtin.
	CallRoot uint32
	// Root finds roots by name: runtime/builtin's RootByName. It may be nil.
	Root func(name string) (uint32, bool)
	// RegExpLiteral is runtime/builtin's. It may be nil.
	RegExpLiteral func(h *heap.Heap, source, flags heap.Value) (shape, cache, offset, units uint32)
	// Check proves each graph after each pass and each register allocation.
	Check bool
	// Disable names passes to leave out; Limit, if positive, is how many run.
	Disable map[string]bool
	Limit   int
	// Key blinds constants; 0: random. See amd64.Config.
	Key uint64
	// Assembler makes an assembler for a function; nil: the encoder.
	Assembler func() amd64.Assembler
	// DumpSSA and DumpLIR, if not nil, see a function after each pass and before
	// and after register allocation; Done sees the finished code.
	DumpSSA func(pass string, f *ssa.Func)
	DumpLIR func(stage string, f *backend.Func)
	Done    func(f *ssa.Func, c *backend.Code)
}

// compiler is the Compiler for this CPU.
type compiler struct{ o CompilerOptions }

// NewCompiler makes the compiler for the CPU that the process runs on.
func NewCompiler(o CompilerOptions) Compiler {
	if o.Root != nil {
		o.Root = remembered(o.Root)
	}
	return &compiler{o}
}

// remembered is root with a memory: building asks for the same names each time.
func remembered(root func(name string) (uint32, bool)) func(name string) (uint32, bool) {
	type number struct {
		root  uint32
		known bool
	}
	var mu sync.Mutex
	numbers := map[string]number{}
	return func(name string) (uint32, bool) {
		mu.Lock()
		defer mu.Unlock()
		n, found := numbers[name]
		if !found {
			n.root, n.known = root(name)
			numbers[name] = n
		}
		return n.root, n.known
	}
}

// job is one function between Build and Finish.
type job struct {
	o   CompilerOptions
	f   *ssa.Func
	cfg amd64.Config
}

// Build implements Compiler.
func (c *compiler) Build(h *heap.Heap, r Request) (Job, error) {
	entry := uint32(0)
	if r.OSR {
		entry = r.PC
	}
	shape := h.FunctionShape(h.Root(heap.RootFunctionProto).Ref())
	call, callRef := heap.Undefined, uint32(0)
	if c.o.CallRoot != 0 {
		if call = h.Root(c.o.CallRoot); call.IsObject() && h.IsROM(call.Ref()) {
			callRef = call.Ref()
		}
	}
	f, err := ssa.Build(&ssa.BuildConfig{
		Heap:          h,
		Pool:          func(v heap.Value) int64 { return int64(r.Pool(v)) },
		Failed:        func(tmpl, line uint32, op ssa.Op) bool { return r.Failed(tmpl, line, uint16(op)) },
		Intrinsics:    c.o.Intrinsics,
		Callee:        r.Callee,
		Frame:         r.Frame,
		FunctionCall:  call,
		Library:       c.library(h),
		FunctionShape: shape, ConstructorShape: shape,
	}, r.Template, entry)
	if err != nil {
		return nil, err
	}
	ids := map[uint32]uint32{}
	for _, b := range f.Blocks {
		for _, v := range b.Values {
			if v.Op == ssa.OpCall && v.Args[1].Op == ssa.OpConstRef {
				t := uint32(v.Args[1].Aux)
				ids[t] = h.U32(t + heap.TmplID)
			}
		}
	}
	var asm amd64.Assembler
	if c.o.Assembler != nil {
		asm = c.o.Assembler()
	}
	return &job{c.o, f, amd64.Config{
		Assembler: asm,
		Firn:      h.Firn(), CardBias: h.CardBias(), Number: r.Number, FunctionCall: callRef, Length: h.Root(heap.RootAtomLength).Ref(),
		TemplateID: func(t uint32) (uint32, bool) {
			id, ok := ids[t]
			return id, ok
		},
		SSE41: cpu.X86.HasSSE41, BMI2: cpu.X86.HasBMI2,
		Key: c.o.Key, Check: c.o.Check, Dump: c.o.DumpLIR, Positions: c.o.Done != nil,
	}}, nil
}

// operatorNames are the roots of the binary operators in the order of their instructions.
var operatorNames = [...]string{
	"LibOpAdd", "LibOpSub", "LibOpMul", "LibOpDiv", "LibOpMod", "LibOpExp",
	"LibOpBitand", "LibOpBitor", "LibOpBitxor", "LibOpShl", "LibOpShr", "LibOpUshr",
}

// library is what the builder needs of the library.
func (c *compiler) library(h *heap.Heap) ssa.Library {
	if c.o.Root == nil {
		return ssa.Library{}
	}
	root := func(name string) uint32 {
		if n, ok := c.o.Root(name); ok && h.Root(n).IsObject() {
			return h.Root(n).Ref()
		}
		return 0
	}
	hasInstance, array := heap.Value(0), heap.Value(0)
	if n, ok := c.o.Root("@@hasInstance"); ok {
		hasInstance = h.Root(n)
	}
	if ref := root("Array"); ref != 0 && h.IsROM(ref) {
		array = heap.Object(ref)
	}
	object := func(name string) (v heap.Value) {
		if ref := root(name); ref != 0 {
			v = heap.Object(ref)
		}
		return v
	}
	var operators [len(operatorNames)]uint32
	for i, name := range operatorNames {
		operators[i] = root(name)
	}
	return ssa.Library{
		Operators: operators, ToPrimitive: root("LibToPrimitiveSlow"), ToNumeric: root("LibToNumericSlow"), ToNumber: root("LibToNumberSlow"),
		HasInstance: hasInstance, Array: array, ThrowTypeError: object("ThrowTypeError"), ArrayValues: object("ArrayPrototype_values"),
		IteratorRecord: root("LibIteratorRecord"), IteratorStep: root("LibIteratorStep"), ResultStep: root("LibIteratorResultStep"),
		IteratorClose: root("LibIteratorClose"), GeneratorNext: root("GeneratorPrototype_next"), PromisePrototype: root("PromisePrototype"),
		ProxyGet: root("LibProxyGet"), ProxyPut: root("LibProxyPut"), ProxyHas: root("LibProxyHas"), ProxyDelete: root("LibProxyDeleteOrThrow"),
		StringIterator: func() uint32 { return c.stringIterator(h) },
		CoroutineShape: func(flags uint32) uint32 {
			proto := root(map[uint32]string{heap.TGenerator: "GeneratorFunction", heap.TAsync: "AsyncFunction",
				heap.TGenerator | heap.TAsync: "AsyncGeneratorFunction"}[flags] + "Prototype")
			if proto == 0 {
				return 0
			}
			return h.FindFunctionShape(proto)
		},
		RegExpLiteral: func(source, flags heap.Value) (shape, cache, offset, units uint32) {
			if c.o.RegExpLiteral == nil {
				return 0, 0, 0, 0
			}
			return c.o.RegExpLiteral(h, source, flags)
		},
		TableIterator: func(set bool) (uint32, uint32) { return c.tableIterator(h, set) },
	}
}

// stringIterator is the shape of iterators of strings, 0 if the methods that for-of
// looks up are not for ever the intrinsics.
func (c *compiler) stringIterator(h *heap.Heap) uint32 {
	_, iterator := c.iteration(h, "String", "sym_iterator")
	if iterator == 0 {
		return 0
	}
	return h.FindRootShape(iterator, heap.KIterator, 0)
}

// tableIterator is likewise for plain Maps, or Sets, the shapes of those and of
// their iterators, each 0 until there has been one.
func (c *compiler) tableIterator(h *heap.Heap, set bool) (object, iterator uint32) {
	name, method, kind := "Map", "entries", uint8(heap.KMap)
	if set {
		name, method, kind = "Set", "values", heap.KSet
	}
	o, it := c.iteration(h, name, method)
	if o == 0 {
		return 0, 0
	}
	return h.FindRootShape(o, kind, 0), h.FindRootShape(it, heap.KIterator, 0)
}

// iteration is the prototypes of a built-in class and of its iterators, 0 if what
// for-of looks up there is not for ever the intrinsics: the method that makes an
// iterator, next, and no return.
func (c *compiler) iteration(h *heap.Heap, class, method string) (object, iterator uint32) {
	root := func(name string) heap.Value {
		if n, ok := c.o.Root(name); ok {
			return h.Root(n)
		}
		return heap.Empty
	}
	plain, proto := root(class+"Prototype"), root(class+"IteratorPrototype")
	for _, m := range [...][3]heap.Value{
		{plain, root("@@iterator"), root(class + "Prototype_" + method)},
		{proto, heap.String(h.Atom("next")), root(class + "IteratorPrototype_next")},
	} {
		var p heap.Prop
		if !m[0].IsObject() || !h.IsROM(m[0].Ref()) || m[1].Ref() == 0 || !h.GetOwn(m[0].Ref(), m[1], &p) || p.Value != m[2] {
			return 0, 0
		}
	}
	var p heap.Prop
	if a := h.Atom("return"); a != 0 && h.Lookup(proto.Ref(), heap.String(a), &p) != heap.LookupAbsent {
		return 0, 0
	}
	for o := proto.Ref(); o != 0; o = h.Proto(o) {
		if !h.IsROM(o) {
			return 0, 0
		}
	}
	return plain.Ref(), proto.Ref()
}

// Size implements Job.
func (j *job) Size() int { return j.f.NumValues() }

// Small implements Job.
func (j *job) Small() bool { return j.f.NumValues() < minEnter && !callsOrLoops(j.f) }

// Drop implements Job.
func (j *job) Drop() { j.f.Free() }

// Functions implements Job.
func (j *job) Functions() []Function {
	list := make([]Function, len(j.f.Functions))
	for i, fn := range j.f.Functions {
		list[i] = Function{fn.Tmpl, fn.InROM}
	}
	return list
}

// compilers keeps the memory of compilation: for one function at a time, which is
// what the queue compiles. It is no sync.Pool, which Go's collector empties.
var compilers = make(chan *amd64.Compiler, 1)

// maxKept bounds the instructions of a function whose memory is kept.
const maxKept = 1 << 14

func takeCompiler() *amd64.Compiler {
	select {
	case c := <-compilers:
		return c
	default:
		return new(amd64.Compiler)
	}
}

func keepCompiler(c *amd64.Compiler, code *backend.Code) {
	if code == nil || code.Instrs > maxKept {
		return
	}
	select {
	case compilers <- c:
	default:
	}
}

// Finish implements Job. A compiler that breaks an invariant of its own costs
// the function its native code, nothing else.
func (j *job) Finish() (code *backend.Code, err error) {
	defer func() {
		if x := recover(); x != nil && !j.o.Check {
			code, err = nil, fmt.Errorf("compiling %s: %v", j.f.Name, x)
		} else if x != nil {
			panic(x)
		}
	}()
	err = ssa.Optimize(j.f, ssa.Config{Check: j.o.Check, Dump: j.o.DumpSSA, Disable: j.o.Disable, Limit: j.o.Limit})
	if err != nil {
		return nil, err
	}
	c := takeCompiler()
	code, err = c.Compile(j.f, j.cfg)
	keepCompiler(c, code)
	switch {
	case j.o.Done == nil && j.o.DumpSSA == nil && j.o.DumpLIR == nil:
		j.f.Free()
		j.f = nil
	case err == nil && j.o.Done != nil:
		j.o.Done(j.f, code)
	}
	return code, err
}

// Stub implements StubCompiler.
func (c *compiler) Stub(n int) (code []byte, name string, err error) {
	if n <= 0 || n >= len(stubs.Code) {
		return nil, "", errNoStubs
	}
	return []byte(stubs.Code[n]), "stub " + ssa.Stub(n).String(), nil
}

// minEnter is the least size, in values, of a function without loops and calls
// that is worth the way from the interpreter into it and back, some 50 ns. A value
// comes to some nine bytes of code.
const minEnter = 160

// callsOrLoops reports whether f, as it was built, calls native code or goes back.
// There are polls at the heads of loops, and otherwise at the entry only.
func callsOrLoops(f *ssa.Func) bool {
	for i, b := range f.Blocks {
		for _, v := range b.Values {
			switch v.Op {
			case ssa.OpCall, ssa.OpCallAny, ssa.OpResume:
				return true
			case ssa.OpPoll:
				if i > 0 {
					return true
				}
			}
		}
	}
	return false
}
