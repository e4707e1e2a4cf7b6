//firn:core

package heap

// Roots 0 to 63 of the root table belong to this package; the runtime declares
// its own from FirstRuntimeRoot on. A root that was never set is the number 0,
// as fresh memory is.
const (
	RootEmptyString = 0 // the empty string (an atom)
	RootChars       = 1 // KRecord: the 256 one-unit Latin-1 strings
	RootROMAtoms    = 2 // KAtoms in ROM, or not set
	RootAtoms       = 3 // KAtoms in RAM, or not set until the first atom is made
	RootSymbols     = 4 // KTable: the Symbol.for registry, key string to symbol, or not set

	// Shapes.
	RootShapes     = 16 // KWeak: prototype to its first root shape
	RootNullShapes = 17 // first root shape without prototype
	RootShapeTrans = 18 // KTrans: transitions out of ROM shapes

	// Atoms that object operations know (InitObjects).
	RootAtomLength      = 20
	RootAtomName        = 21
	RootAtomPrototype   = 22
	RootAtomConstructor = 23

	// Intrinsic prototypes that object operations need; set by stage 1.
	RootObjectProto         = 24 // %Object.prototype%
	RootFunctionProto       = 25 // %Function.prototype%
	RootArrayProto          = 26 // %Array.prototype%
	RootGeneratorProto      = 27 // %GeneratorPrototype%
	RootAsyncGeneratorProto = 28 // %AsyncGeneratorPrototype%

	RootArrayShape     = 30 // root shape of arrays, once one was made
	RootArgumentsShape = 62 // shape of arguments objects, likewise

	FirstRuntimeRoot = 64
)
