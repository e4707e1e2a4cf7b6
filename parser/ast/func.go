package ast

// FuncKind tells the kinds of function.
type FuncKind uint8

// The kinds of function.
const (
	FuncNormal       FuncKind = iota // function declarations and expressions
	FuncArrow                        // no this, arguments, super or new.target of its own
	FuncMethod                       // methods of objects and classes
	FuncGetter                       //
	FuncSetter                       //
	FuncConstructor                  // constructor of a base class
	FuncDerived                      // constructor of a class with extends
	FuncInstanceInit                 // all instance fields of a class: a method called with the new object as this
	FuncStaticInit                   // all static fields and static blocks of a class, in order: called with the class as this
	FuncScript                       // the program
	FuncModule                       // the module body; Async when it has top-level await
)

var funcKindText = [...]string{"function", "arrow", "method", "getter", "setter", "constructor", "derived constructor",
	"instance initializer", "static initializer", "script", "module"}

// String names the kind.
func (k FuncKind) String() string { return funcKindText[k] }

// Param is one formal parameter.
type Param struct {
	Target Pattern
	// Default is nil when absent.
	Default Expr
	Rest    bool
}

// Function is a function of any kind; also an expression. All code is strict.
type Function struct {
	// Span is the source text for toString (§20.2.3.5): for methods it includes static-less modifiers and the key.
	Span
	Kind FuncKind
	// Async and Generator say so.
	Async, Generator bool
	// Simple: all parameters are plain identifiers (IsSimpleParameterList).
	Simple bool
	// HasParamExprs: some parameter has a default or a computed key, so that BodyScope is separate (§10.2.11).
	HasParamExprs bool
	// Declaration: bound by a FuncDecl, hoisted.
	Declaration bool
	// ContainsUseStrict: the directive was there (it has no effect).
	ContainsUseStrict bool
	// Name is the declared name; nil when anonymous, for methods and for accessors (the compiler names those after their keys).
	Name *Ident
	// Params are the formal parameters.
	Params []Param
	// ExpectedArgs is the length property: the parameters before the first default or rest.
	ExpectedArgs int
	// BodyStart is the offset of the body's { (or of an arrow's expression).
	BodyStart uint32
	// Body is nil for an arrow with an expression body, which is in ExprBody.
	Body     []Stmt
	ExprBody Expr
	// Outer is the function around this one; nil for the program.
	Outer *Function
	// Depth is the number of functions around this one.
	Depth uint32
	// Scope holds the parameters and, unless BodyScope is set, also the body's var, function and lexical names.
	Scope *Scope
	// BodyScope is set exactly when HasParamExprs. A var with the name of a parameter starts with the parameter's value:
	// such a binding has Binding.ParamShadow set.
	BodyScope *Scope
	// The pseudo-bindings of Scope that occur here or in arrow functions inside; nil when they do not.
	// They are Captured when an arrow function uses them. (An arrow function owns none of these.)
	This       *Binding // always set in FuncDerived
	Arguments  *Binding
	NewTarget  *Binding
	Home       *Binding // the home object, for super.x
	ActiveFunc *Binding // the function object itself, for super(…)
	// Self is the pseudo-binding, in Scope, of a function expression's own name (BindFuncName): the function object itself.
	// nil when there is no name or a declaration in Scope hides it; often it is not Used.
	Self *Binding
	// DeclBinding is the binding that a declaration initialises; nil at the top of a script.
	DeclBinding *Binding
	// Class is the class that a constructor, member function or initializer belongs to; nil in object literals.
	Class *Class
}

// Body scope of the function: BodyScope if set, else Scope.
func (f *Function) VarScope() *Scope {
	if f.BodyScope != nil {
		return f.BodyScope
	}
	return f.Scope
}

// MemberKind tells the kinds of class member.
type MemberKind uint8

// The kinds of class member.
const (
	MemberMethod MemberKind = iota
	MemberGet
	MemberSet
	MemberField
	MemberStaticBlock
)

// ClassMember is one element of a class body (the constructor is not among them).
type ClassMember struct {
	Span
	Kind     MemberKind
	Static   bool
	Computed bool
	// Key is as in Property, or an *Ident with IdentPrivate; nil for a static block.
	Key Expr
	// Func is the function of a method, getter or setter.
	Func *Function
	// Value is a field's initializer, evaluated inside Class.InstanceInit or Class.StaticInit; nil when absent.
	Value Expr
	// Block is a static block's body, inside Class.StaticInit. Its scope (kind ScopeStaticBlock; nil when empty) also holds its var names.
	Block *Block
	// KeyBinding is where class definition keeps the computed key (ToPropertyKey applied) of a field for the initializer function.
	KeyBinding *Binding
	// FuncBinding is where class definition keeps the function of a private instance method or accessor for InstanceInit.
	FuncBinding *Binding
}

// Class is a class declaration or expression; also an expression.
type Class struct {
	// Span is the source text for toString.
	Span
	// Name is nil when anonymous. In a declaration its Binding is the outer, mutable one; in an expression it is Inner.
	Name *Ident
	// Scope holds the inner const binding of the name (BindClassName); nil when anonymous. Heritage is evaluated in it.
	Scope *Scope
	// Inner is that binding, or nil. It is initialised before static fields and blocks run. Often it is not Used.
	Inner *Binding
	// Heritage is nil without extends.
	Heritage Expr
	// BodyScope, inside Scope, holds the private names (BindPrivate) and the KeyBindings and FuncBindings; nil when there are none.
	// Computed keys are evaluated in it.
	BodyScope *Scope
	// Constructor is nil when there is none in the source.
	Constructor *Function
	Members     []ClassMember
	// InstanceInit runs instance private methods and fields; StaticInit static fields and blocks. Each is nil when it would be empty.
	// They have no Body: their code is Members. Static private methods are installed before StaticInit by class definition itself.
	InstanceInit, StaticInit *Function
}
