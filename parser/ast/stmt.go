package ast

// Block is {…}.
type Block struct {
	Span
	// Scope is nil when the block declares nothing.
	Scope *Scope
	Body  []Stmt
}

// DeclKind tells var, let and const.
type DeclKind uint8

// The kinds of variable declaration.
const (
	DeclVar DeclKind = iota
	DeclLet
	DeclConst
)

// Declarator is one target = init of a declaration.
type Declarator struct {
	Span
	Target Pattern
	// Init is nil when absent. A let without Init sets undefined.
	Init Expr
}

// VarDecl is a var, let or const declaration.
type VarDecl struct {
	Span
	Kind  DeclKind
	Decls []Declarator
}

// FuncDecl is a function declaration. It is instantiated at the entry of the scope that holds it (Scope.Funcs); the statement itself does nothing.
type FuncDecl struct {
	Span
	Func *Function
}

// ClassDecl is a class declaration; it initialises Class.Name's binding when reached.
type ClassDecl struct {
	Span
	Class *Class
}

// ExprStmt is an expression statement.
type ExprStmt struct {
	Span
	X Expr
}

// Empty is ;.
type Empty struct{ Span }

// Debugger is the debugger statement.
type Debugger struct{ Span }

// If is an if statement; Else is nil when absent.
type If struct {
	Span
	Test Expr
	Then Stmt
	Else Stmt
}

// For is for (init; test; update) body.
type For struct {
	Span
	// Scope holds the let or const names of Init; nil when there are none. Scope.PerIteration tells whether each
	// iteration needs a copy of the context (§14.7.4.4).
	Scope *Scope
	// Init is nil, a *VarDecl or an *ExprStmt.
	Init         Stmt
	Test, Update Expr
	Body         Stmt
}

// ForIn is for-in, for-of and for-await-of.
type ForIn struct {
	Span
	// Of tells for-of; Await tells for-await-of.
	Of, Await bool
	// Scope holds the let or const names of the head, fresh for each iteration; nil for var and assignment targets.
	// X is evaluated inside a scope with the same names, all in TDZ: entering Scope, evaluating X and leaving again serves.
	Scope *Scope
	// Kind is valid when Decl is set.
	Decl   bool
	Kind   DeclKind
	Target Pattern
	X      Expr
	Body   Stmt
}

// While is while (test) body.
type While struct {
	Span
	Test Expr
	Body Stmt
}

// DoWhile is do body while (test).
type DoWhile struct {
	Span
	Body Stmt
	Test Expr
}

// Return is return x; X is nil when absent.
type Return struct {
	Span
	X Expr
}

// Break is break label; Label is nil when absent.
type Break struct {
	Span
	Label *Name
}

// Continue is continue label; Label is nil when absent.
type Continue struct {
	Span
	Label *Name
}

// Throw is throw x.
type Throw struct {
	Span
	X Expr
}

// Try is a try statement.
type Try struct {
	Span
	Body *Block
	// CatchScope holds the names of Param; nil without Param. The catch block's own scope is inside it.
	CatchScope *Scope
	// Param is nil for catch {…}; Catch is nil without a catch clause.
	Param   Pattern
	Catch   *Block
	Finally *Block
}

// Case is one clause of a switch; Test is nil for default.
type Case struct {
	Span
	Test Expr
	Body []Stmt
}

// Switch is a switch statement.
type Switch struct {
	Span
	X Expr
	// Scope is that of the whole case block (X is outside it); nil when nothing is declared.
	Scope *Scope
	Cases []Case
}

// Labeled is label: body.
type Labeled struct {
	Span
	Label *Name
	Body  Stmt
}

// ImportDecl is an import declaration; its content is in Program.Imports and Program.Requests. It does nothing when reached.
type ImportDecl struct{ Span }

// ExportDecl is an export with a declaration, executed in place, or (Decl nil) an export list, which does nothing.
type ExportDecl struct {
	Span
	Decl Stmt
}

// ExportDefault is export default of an expression or an anonymous class: it initialises Binding (named "*default*").
// Default function declarations and named classes are ExportDecl; an anonymous function is hoisted like a declaration, with Binding "*default*".
type ExportDefault struct {
	Span
	Binding *Binding
	X       Expr
}

func (*Block) stmtNode()         {}
func (*VarDecl) stmtNode()       {}
func (*FuncDecl) stmtNode()      {}
func (*ClassDecl) stmtNode()     {}
func (*ExprStmt) stmtNode()      {}
func (*Empty) stmtNode()         {}
func (*Debugger) stmtNode()      {}
func (*If) stmtNode()            {}
func (*For) stmtNode()           {}
func (*ForIn) stmtNode()         {}
func (*While) stmtNode()         {}
func (*DoWhile) stmtNode()       {}
func (*Return) stmtNode()        {}
func (*Break) stmtNode()         {}
func (*Continue) stmtNode()      {}
func (*Throw) stmtNode()         {}
func (*Try) stmtNode()           {}
func (*Switch) stmtNode()        {}
func (*Labeled) stmtNode()       {}
func (*ImportDecl) stmtNode()    {}
func (*ExportDecl) stmtNode()    {}
func (*ExportDefault) stmtNode() {}
