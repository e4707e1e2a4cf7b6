package ast

// Ident is an identifier: a reference, a binding occurrence in a pattern, or a private name (Name.Text begins with '#').
type Ident struct {
	Span
	Name *Name
	// Binding is what the name resolves to; nil for a global reference or an intrinsic.
	// A binding occurrence points to the binding that it declares (nil for a script's var and top-level functions).
	Binding *Binding
	// Next links the identifiers of one scope (Scope.Refs).
	Next  *Ident
	Flags IdentFlags
}

// IdentFlags are facts about one occurrence of an identifier.
type IdentFlags uint8

// The facts about an identifier.
const (
	// IdentDecl: a binding occurrence, not a reference.
	IdentDecl IdentFlags = 1 << iota
	// IdentWrite: the target of an assignment or update.
	IdentWrite
	// IdentTDZ: this reference may come before the binding is initialised and must check.
	IdentTDZ
	// IdentIntrinsic: library mode's $Name, not resolved to any binding.
	IdentIntrinsic
	// IdentPrivate: a private name.
	IdentPrivate
)

// This is the this expression.
type This struct {
	Span
	// Binding is the owning function's This binding.
	Binding *Binding
}

// NewTarget is new.target.
type NewTarget struct {
	Span
	// Binding is the owning function's NewTarget binding.
	Binding *Binding
}

// ImportMeta is import.meta.
type ImportMeta struct{ Span }

// Null is the literal null.
type Null struct{ Span }

// Bool is true or false.
type Bool struct {
	Span
	Value bool
}

// Number is a numeric literal.
type Number struct {
	Span
	Value float64
}

// BigInt is a BigInt literal.
type BigInt struct {
	Span
	// Digits has no separators, prefix or suffix, and no leading zeros ("0" is zero).
	Digits string
	// Base is 2, 8, 10 or 16.
	Base uint8
}

// String is a string literal; also a non-computed property key that is an identifier or a string.
type String struct {
	Span
	// Value is the cooked value in WTF-8.
	Value string
}

// RegExp is a regular expression literal.
type RegExp struct {
	Span
	Pattern, Flags string
}

// TemplateElem is one literal part of a template.
type TemplateElem struct {
	Span
	// Cooked is the value in WTF-8. In a tagged template, Invalid tells that there is none (undefined).
	Cooked  string
	Raw     string
	Invalid bool
}

// Template is an untagged template literal; len(Quasis) == len(Exprs)+1.
type Template struct {
	Span
	Quasis []TemplateElem
	Exprs  []Expr
}

// TaggedTemplate is tag`…`.
type TaggedTemplate struct {
	Span
	Tag   Expr
	Quasi *Template
}

// Array is an array literal. An element is nil for a hole, or a *Spread.
type Array struct {
	Span
	Elems []Expr
	// CommaAfterSpread is the parser's own: a comma follows a final spread.
	CommaAfterSpread bool
}

// Spread is …x in an array literal or an argument list.
type Spread struct {
	Span
	X Expr
}

// PropKind tells the kinds of property definition.
type PropKind uint8

// The kinds of property definition.
const (
	PropInit      PropKind = iota // key: value, shorthand, method
	PropGet                       // get key() {…}
	PropSet                       // set key(v) {…}
	PropSpread                    // ...value
	PropProto                     // __proto__: value, which sets the prototype (§13.2.5.5)
	PropCoverInit                 // never in a finished tree: {a = 1} before it became a pattern
)

// Property is one property definition of an object literal.
type Property struct {
	Span
	Kind PropKind
	// Computed: Key is any expression in brackets. Otherwise it is a *String, *Number or *BigInt; nil for PropSpread.
	Computed bool
	// Shorthand: {a}.
	Shorthand bool
	// Method: Value is a *Function of a method, getter or setter kind.
	Method bool
	Key    Expr
	Value  Expr
}

// Object is an object literal.
type Object struct {
	Span
	Props []Property
	// Cover is the parser's own: the offset+1 of what is only valid if the literal becomes a pattern.
	Cover uint32
}

// Unary is delete, void, typeof, +, -, ~ or !.
type Unary struct {
	Span
	Op Op
	X  Expr
}

// Update is ++ or --. X is a *Ident, *Member, *Index, *PrivateMember, *SuperMember or *SuperIndex.
type Update struct {
	Span
	// Op is OpInc or OpDec.
	Op     Op
	Prefix bool
	X      Expr
}

// Binary is a binary operator that always evaluates both operands.
type Binary struct {
	Span
	Op   Op
	X, Y Expr
}

// Logical is &&, || or ??.
type Logical struct {
	Span
	Op   Op
	X, Y Expr
}

// PrivateIn is #x in y.
type PrivateIn struct {
	Span
	Name *Ident
	Y    Expr
}

// Assign is an assignment.
type Assign struct {
	Span
	// Op is OpAssign, or the operator of a compound assignment (OpAdd for +=; OpAnd, OpOr, OpNullish for the logical ones).
	Op Op
	// ParenTarget: the target was in parentheses, so an anonymous function is not named after it (§13.15.2).
	ParenTarget bool
	Target      Pattern
	Value       Expr
}

// Conditional is test ? then : else.
type Conditional struct {
	Span
	Test, Then, Else Expr
}

// Sequence is the comma operator; len(Exprs) >= 2.
type Sequence struct {
	Span
	Exprs []Expr
}

// Member is x.name.
type Member struct {
	Span
	X    Expr
	Name *Name
	// NamePos is the offset of the name, for error positions.
	NamePos uint32
	// Optional: x?.name. Always inside an OptionalChain.
	Optional bool
}

// Index is x[y].
type Index struct {
	Span
	X, Y     Expr
	Optional bool
}

// PrivateMember is x.#name.
type PrivateMember struct {
	Span
	X        Expr
	Name     *Ident
	Optional bool
}

// OptionalChain is the end of an optional chain: when a link with Optional set finds null or undefined, X as a whole is undefined.
// As a callee it is still a reference: (a?.b)() passes a as this value. delete applies to the reference inside.
type OptionalChain struct {
	Span
	X Expr
}

// SuperMember is super.name.
type SuperMember struct {
	Span
	Name *Name
	// This and Home are the owning function's bindings.
	This, Home *Binding
	NamePos    uint32
}

// SuperIndex is super[y].
type SuperIndex struct {
	Span
	Y          Expr
	This, Home *Binding
}

// Call is a call.
type Call struct {
	Span
	Callee Expr
	// Args may contain *Spread.
	Args     []Expr
	Optional bool
}

// New is new callee(args).
type New struct {
	Span
	Callee Expr
	Args   []Expr
}

// SuperCall is super(args).
type SuperCall struct {
	Span
	Args []Expr
	// This, NewTarget and Callee (the active function, kind BindActiveFunc) are the owning constructor's bindings.
	This, NewTarget, Callee *Binding
}

// ImportCall is import(specifier, options).
type ImportCall struct {
	Span
	Specifier Expr
	// Options is nil when absent.
	Options Expr
}

// Yield is yield x or yield* x; X is nil for a bare yield.
type Yield struct {
	Span
	Delegate bool
	X        Expr
}

// Await is await x.
type Await struct {
	Span
	X Expr
}

// PatternProp is one property of an object pattern.
type PatternProp struct {
	Span
	// Computed and Key are as in Property.
	Computed  bool
	Shorthand bool
	Key       Expr
	Target    Pattern
	// Default is the initializer, nil when absent; ParenTarget as in Assign.
	Default     Expr
	ParenTarget bool
}

// ObjectPattern is {a, b: c = d, ...rest}.
type ObjectPattern struct {
	Span
	Props []PatternProp
	// Rest is nil when absent.
	Rest Pattern
}

// PatternElem is one element of an array pattern; Target is nil for a hole.
type PatternElem struct {
	Target  Pattern
	Default Expr
	// ParenTarget is as in Assign.
	ParenTarget bool
}

// ArrayPattern is [a, , b = c, ...rest].
type ArrayPattern struct {
	Span
	Elems []PatternElem
	Rest  Pattern
}

func (*Ident) exprNode()          {}
func (*This) exprNode()           {}
func (*NewTarget) exprNode()      {}
func (*ImportMeta) exprNode()     {}
func (*Null) exprNode()           {}
func (*Bool) exprNode()           {}
func (*Number) exprNode()         {}
func (*BigInt) exprNode()         {}
func (*String) exprNode()         {}
func (*RegExp) exprNode()         {}
func (*Template) exprNode()       {}
func (*TaggedTemplate) exprNode() {}
func (*Array) exprNode()          {}
func (*Spread) exprNode()         {}
func (*Object) exprNode()         {}
func (*Function) exprNode()       {}
func (*Class) exprNode()          {}
func (*Unary) exprNode()          {}
func (*Update) exprNode()         {}
func (*Binary) exprNode()         {}
func (*Logical) exprNode()        {}
func (*PrivateIn) exprNode()      {}
func (*Assign) exprNode()         {}
func (*Conditional) exprNode()    {}
func (*Sequence) exprNode()       {}
func (*Member) exprNode()         {}
func (*Index) exprNode()          {}
func (*PrivateMember) exprNode()  {}
func (*OptionalChain) exprNode()  {}
func (*SuperMember) exprNode()    {}
func (*SuperIndex) exprNode()     {}
func (*Call) exprNode()           {}
func (*New) exprNode()            {}
func (*SuperCall) exprNode()      {}
func (*ImportCall) exprNode()     {}
func (*Yield) exprNode()          {}
func (*Await) exprNode()          {}

func (*Ident) patternNode()         {}
func (*ObjectPattern) patternNode() {}
func (*ArrayPattern) patternNode()  {}
func (*Member) patternNode()        {}
func (*Index) patternNode()         {}
func (*PrivateMember) patternNode() {}
func (*SuperMember) patternNode()   {}
func (*SuperIndex) patternNode()    {}
