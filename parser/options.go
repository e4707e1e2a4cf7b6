package parser

// Options control Parse and ParseFunction. The zero value parses a script in the default SES world.
type Options struct {
	// FileName appears in errors.
	FileName string
	// Module selects the Module goal; otherwise Script.
	Module bool
	// Expression selects a single Expression as the whole source (evaluateExpr). Not with Module.
	Expression bool
	// Library accepts unresolved $Name identifiers as intrinsics (IdentIntrinsic).
	Library bool
	// Endowments are the names that become const bindings around the program (Program.Endowments).
	// Names that cannot be variable names are ignored, and so are repetitions.
	Endowments []string
	// MaxDepth bounds nesting; 0 means DefaultMaxDepth. Values above LimitMaxDepth are lowered to it.
	MaxDepth int
	// MaxSource bounds the source in bytes; 0 means DefaultMaxSource.
	MaxSource int
	// AllowDirectEval lifts the SES rejection of eval(…) syntax; it then parses as an ordinary call.
	AllowDirectEval bool
	// AllowImportMeta and AllowDynamicImport lift the SES rejections (import.meta in modules only, as in ECMA-262).
	AllowImportMeta, AllowDynamicImport bool
	// ValidateRegExp, if set, checks every regular expression literal. pattern is source text, in UTF-8. It returns msg == "" when it
	// is valid, else a message and the byte offset of the error in pattern.
	ValidateRegExp func(pattern, flags string) (offset int, msg string)
	// WTF8 accepts lone surrogates in the source (three generalised UTF-8 bytes each), as a JS string given to eval may have them.
	WTF8 bool
	// Edition is the language edition's profile, such as "ES2018"; at present all profiles parse the newest language.
	Edition string
}

// The defaults and bounds of Options.
const (
	DefaultMaxDepth  = 3000
	LimitMaxDepth    = 20000
	DefaultMaxSource = 1 << 28
)

// FunctionKind selects the constructor whose arguments ParseFunction parses.
type FunctionKind uint8

// The kinds of dynamic function (ECMA-262 §20.2.1.1.1).
const (
	DynamicFunction FunctionKind = iota
	DynamicGenerator
	DynamicAsyncFunction
	DynamicAsyncGenerator
)
