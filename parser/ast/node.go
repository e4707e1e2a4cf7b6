package ast

// Node is any syntax node.
type Node interface {
	// Pos gives the node's byte offsets [start, end) in Program.Source. Parentheses around an expression are not part of it.
	Pos() (start, end uint32)
}

// Expr is an expression.
type Expr interface {
	Node
	exprNode()
}

// Stmt is a statement, a declaration or a module item.
type Stmt interface {
	Node
	stmtNode()
}

// Pattern is the target of a binding or an assignment: *Ident, *ObjectPattern, *ArrayPattern, and in assignments
// also *Member, *Index, *PrivateMember, *SuperMember and *SuperIndex.
type Pattern interface {
	Node
	patternNode()
}

// Span is a range of byte offsets [Start, End) in Program.Source.
type Span struct{ Start, End uint32 }

// Pos gives the range.
func (s *Span) Pos() (start, end uint32) { return s.Start, s.End }

// Name is an interned name or property key. Within one Program equal texts have equal pointers.
type Name struct {
	// Text is the cooked name in WTF-8; a private name begins with '#'.
	Text string
	// ID is dense within the Program: Program.Names[ID] is this Name.
	ID uint32
}

// Program is a whole script, module, expression or (ParseFunction) function.
type Program struct {
	// Source is the text that all offsets refer to, as given.
	Source string
	// FileName is Options.FileName.
	FileName string
	// Module tells a module from a script.
	Module bool
	// Names lists all interned names by Name.ID.
	Names []*Name
	// Func is the program as a function (Kind FuncScript or FuncModule): its Body, its Scope (kind ScopeProgram), its this.
	// Every function's Outer chain ends there. In expression mode its Body is a single *ExprStmt.
	Func *Function
	// Endowments is the scope around the program's own, with a const binding for each name of Options.Endowments that the
	// program may use, in the order given; nil without endowments. Scope.Parent of the program's scope is this scope.
	Endowments *Scope
	// VarNames are, in a script, the names declared by var statements and top-level functions, each once, in order of first appearance:
	// they become properties of the global object, and references to them are global references.
	VarNames []*Name
	// Functions are the top-level function declarations, in order, the last of each name only.
	// In a script they are created as properties of the global object; in a module as module bindings.
	Functions []*Function
	// Requests, Imports and Exports are the module's records (ECMA-262 §16.2.1.6), in source order; nil in a script.
	Requests []ModuleRequest
	Imports  []ImportEntry
	Exports  []ExportEntry
	// HasTopLevelAwait tells whether the module needs asynchronous evaluation.
	HasTopLevelAwait bool
	// UsesImportMeta tells whether import.meta occurs.
	UsesImportMeta bool
	// Lines holds the byte offset of the start of each line.
	Lines []uint32
}

// ModuleRequest is one requested specifier with its attributes; equal requests are listed once.
type ModuleRequest struct {
	Span
	Specifier  string
	Attributes []ImportAttribute
}

// ImportAttribute is one key: "value" pair of a with clause.
type ImportAttribute struct{ Key, Value string }

// ImportEntry is an ImportEntry record. The local name is Binding.Name.
type ImportEntry struct {
	Span
	// Request indexes Program.Requests.
	Request int
	// ImportName is the name in the other module; "" with Namespace.
	ImportName string
	// Namespace tells import * as ns.
	Namespace bool
	// Binding is the local binding, of kind BindImport.
	Binding *Binding
}

// ExportKind tells the kinds of ExportEntry.
type ExportKind uint8

// The kinds of ExportEntry.
const (
	ExportLocal        ExportKind = iota // export of a local binding
	ExportIndirect                       // export {x as y} from "m"; also re-export of an import
	ExportStar                           // export * from "m"
	ExportNamespaceAll                   // export * as ns from "m"; also re-export of a namespace import
)

// ExportEntry is an ExportEntry record.
type ExportEntry struct {
	Span
	Kind ExportKind
	// Name is the exported name; "" for ExportStar.
	Name string
	// Request indexes Program.Requests; -1 for ExportLocal.
	Request int
	// ImportName is the name in the other module, for ExportIndirect.
	ImportName string
	// Binding is the local binding, for ExportLocal.
	Binding *Binding
}
