package ast

// BindKind tells the kinds of binding.
type BindKind uint8

// The kinds of binding.
const (
	BindVar        BindKind = iota
	BindFunction            // function declaration, initialised at scope entry
	BindParam               //
	BindLet                 //
	BindConst               // also endowments; assignment throws a TypeError
	BindClass               // class declaration; mutable
	BindClassName           // inner name of a class; assignment throws a TypeError
	BindFuncName            // name of a function expression; assignment throws a TypeError (strict)
	BindCatch               //
	BindImport              // live binding to another module's; assignment throws a TypeError
	BindPrivate             // #x: holds the private name's key
	BindSynthetic           // ClassMember.KeyBinding and FuncBinding; export default's "*default*"
	BindThis                // Function.This
	BindArguments           // Function.Arguments
	BindNewTarget           // Function.NewTarget
	BindHome                // Function.Home
	BindActiveFunc          // Function.ActiveFunc
)

var bindKindText = [...]string{"var", "function", "param", "let", "const", "class", "class-name", "func-name", "catch", "import",
	"private", "synthetic", "this", "arguments", "new.target", "home", "active-func"}

// String names the kind.
func (k BindKind) String() string { return bindKindText[k] }

// Const tells whether assignment to the binding throws a TypeError.
func (k BindKind) Const() bool {
	switch k {
	case BindConst, BindClassName, BindFuncName, BindImport:
		return true
	}
	return false
}

// Binding is one declared name.
type Binding struct {
	Name  *Name
	Scope *Scope
	Kind  BindKind
	// Captured: used by an inner function (or exported by a module), so it lives in cell Slot of Scope's context.
	// Otherwise it is local to Scope.Func and can be a register.
	Captured bool
	// NeedsTDZ: some reference may come before initialisation (those have IdentTDZ), so scope entry must set the TDZ marker.
	NeedsTDZ bool
	// Assigned: written to other than by its declaration.
	Assigned bool
	// Used: referenced at all.
	Used bool
	// Static: of BindPrivate, a static member. Method, Getter, Setter: what the private name is (a field otherwise).
	Static, Method, Getter, Setter bool
	// Exported: by a module.
	Exported bool
	// Slot is the index in the scope's context; valid when Captured.
	Slot uint32
	// Start is the offset of the (first) declaration; InitEnd the offset from which straight-line code finds it initialised.
	Start, InitEnd uint32
	// ParamShadow: of a var in a BodyScope, the parameter of the same name whose value it starts with.
	ParamShadow *Binding
	// Func is the function of a BindFunction: what scope entry instantiates.
	Func *Function
	// Shadow, LastVar and Limit are the parser's own.
	Shadow         *Binding
	LastVar, Limit uint32
}

// ScopeKind tells the kinds of scope.
type ScopeKind uint8

// The kinds of scope.
const (
	ScopeProgram     ScopeKind = iota // Program.Func.Scope
	ScopeEndowments                   // Program.Endowments
	ScopeFunction                     // Function.Scope
	ScopeBody                         // Function.BodyScope
	ScopeBlock                        // Block.Scope
	ScopeFor                          // For.Scope and ForIn.Scope
	ScopeCatch                        // Try.CatchScope
	ScopeSwitch                       // Switch.Scope
	ScopeClass                        // Class.Scope
	ScopeClassBody                    // Class.BodyScope
	ScopeStaticBlock                  // ClassMember.Block.Scope
)

var scopeKindText = [...]string{"program", "endowments", "function", "body", "block", "for", "catch", "switch", "class",
	"class-body", "static-block"}

// String names the kind.
func (k ScopeKind) String() string { return scopeKindText[k] }

// Scope is one lexical environment.
type Scope struct {
	Span
	Kind   ScopeKind
	Parent *Scope
	// Func is the function that the scope's code runs in.
	Func *Function
	// Bindings are in order of declaration; pseudo-bindings come last.
	Bindings []*Binding
	// Funcs are the functions to instantiate at entry, in order, the last of each name (their bindings have Func set).
	// In a script's program scope this is empty: see Program.Functions.
	Funcs []*Function
	// NeedsContext: some binding is captured; ContextSize is the number of slots.
	NeedsContext bool
	ContextSize  uint32
	// PerIteration: of a For with captured let bindings: each iteration gets a copy of the context.
	PerIteration bool
	// Refs lists the identifiers that occur directly in the scope, latest first, linked by Ident.Next.
	Refs *Ident
	// FirstChild and NextSibling make the tree of scopes; latest first.
	FirstChild, NextSibling *Scope
}

// Hops counts the contexts to leave to get from scope from to scope to, which must be from or around it.
// It is the hop count of a captured binding of scope to, for code whose innermost entered scope is from.
func Hops(from, to *Scope) int {
	n := 0
	for s := from; s != to && s != nil; s = s.Parent {
		if s.NeedsContext {
			n++
		}
	}
	return n
}
