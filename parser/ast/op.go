package ast

// Op is an operator.
type Op uint8

// The operators.
const (
	OpNone     Op = iota
	OpAssign      // =
	OpAdd         // +
	OpSub         // -
	OpMul         // *
	OpDiv         // /
	OpMod         // %
	OpExp         // **
	OpShl         // <<
	OpShr         // >>
	OpUshr        // >>>
	OpBitAnd      // &
	OpBitOr       // |
	OpBitXor      // ^
	OpAnd         // &&
	OpOr          // ||
	OpNullish     // ??
	OpEq          // ==
	OpNe          // !=
	OpStrictEq    // ===
	OpStrictNe    // !==
	OpLt          // <
	OpLe          // <=
	OpGt          // >
	OpGe          // >=
	OpIn          // in
	OpInstanceof
	OpNot    // !
	OpBitNot // ~
	OpPlus   // unary +
	OpNeg    // unary -
	OpTypeof
	OpVoid
	OpDelete
	OpInc // ++
	OpDec // --
)

var opText = [...]string{
	OpNone: "", OpAssign: "=", OpAdd: "+", OpSub: "-", OpMul: "*", OpDiv: "/", OpMod: "%", OpExp: "**",
	OpShl: "<<", OpShr: ">>", OpUshr: ">>>", OpBitAnd: "&", OpBitOr: "|", OpBitXor: "^",
	OpAnd: "&&", OpOr: "||", OpNullish: "??", OpEq: "==", OpNe: "!=", OpStrictEq: "===", OpStrictNe: "!==",
	OpLt: "<", OpLe: "<=", OpGt: ">", OpGe: ">=", OpIn: "in", OpInstanceof: "instanceof",
	OpNot: "!", OpBitNot: "~", OpPlus: "+", OpNeg: "-", OpTypeof: "typeof", OpVoid: "void", OpDelete: "delete",
	OpInc: "++", OpDec: "--",
}

// String is the operator as written.
func (op Op) String() string { return opText[op] }
