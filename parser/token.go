package parser

import "firn/parser/ast"

// token is a kind of token.
type token uint8

const (
	tEOF token = iota
	tIdent
	tEscapedKeyword // a reserved word written with an escape: only a property name
	tPrivate
	tNumber
	tBigInt
	tString
	tRegExp
	tTemplate       // `…`
	tTemplateHead   // `…${
	tTemplateMiddle // }…${
	tTemplateTail   // }…`

	tLBrace
	tRBrace
	tLParen
	tRParen
	tLBracket
	tRBracket
	tDot
	tSemicolon
	tComma
	tQuestion
	tColon
	tArrow
	tEllipsis
	tOptChain

	tAssign
	tNot
	tBitNot
	tInc
	tDec

	// binary operators, in the order of binaryOps
	tNullish
	tOr
	tAnd
	tBitOr
	tBitXor
	tBitAnd
	tEq
	tNe
	tStrictEq
	tStrictNe
	tLt
	tGt
	tLe
	tGe
	tShl
	tShr
	tUshr
	tAdd
	tSub
	tMul
	tDiv
	tMod
	tExp

	// compound assignments, in the order of assignOps
	tAddAssign
	tSubAssign
	tMulAssign
	tDivAssign
	tModAssign
	tExpAssign
	tShlAssign
	tShrAssign
	tUshrAssign
	tBitAndAssign
	tBitOrAssign
	tBitXorAssign
	tAndAssign
	tOrAssign
	tNullishAssign

	// reserved words of strict code, in the order of the Names with the lowest IDs
	tBreak
	tCase
	tCatch
	tClass
	tConst
	tContinue
	tDebugger
	tDefault
	tDelete
	tDo
	tElse
	tEnum
	tExport
	tExtends
	tFalse
	tFinally
	tFor
	tFunction
	tIf
	tImport
	tIn
	tInstanceof
	tNew
	tNull
	tReturn
	tSuper
	tSwitch
	tThis
	tThrow
	tTrue
	tTry
	tTypeof
	tVar
	tVoid
	tWhile
	tWith
	tImplements
	tInterface
	tLet
	tPackage
	tPrivateWord
	tProtected
	tPublic
	tStatic
	tYield

	tokenCount
)

const firstKeyword = tBreak

var tokenText = [tokenCount]string{
	tEOF: "end of source", tIdent: "identifier", tEscapedKeyword: "escaped reserved word", tPrivate: "private name", tNumber: "number",
	tBigInt: "BigInt", tString: "string", tRegExp: "regular expression", tTemplate: "template", tTemplateHead: "template",
	tTemplateMiddle: "template", tTemplateTail: "template",
	tLBrace: "{", tRBrace: "}", tLParen: "(", tRParen: ")", tLBracket: "[", tRBracket: "]", tDot: ".", tSemicolon: ";", tComma: ",",
	tQuestion: "?", tColon: ":", tArrow: "=>", tEllipsis: "...", tOptChain: "?.", tAssign: "=", tNot: "!", tBitNot: "~", tInc: "++", tDec: "--",
	tNullish: "??", tOr: "||", tAnd: "&&", tBitOr: "|", tBitXor: "^", tBitAnd: "&", tEq: "==", tNe: "!=", tStrictEq: "===", tStrictNe: "!==",
	tLt: "<", tGt: ">", tLe: "<=", tGe: ">=", tShl: "<<", tShr: ">>", tUshr: ">>>", tAdd: "+", tSub: "-", tMul: "*", tDiv: "/", tMod: "%", tExp: "**",
	tAddAssign: "+=", tSubAssign: "-=", tMulAssign: "*=", tDivAssign: "/=", tModAssign: "%=", tExpAssign: "**=", tShlAssign: "<<=",
	tShrAssign: ">>=", tUshrAssign: ">>>=", tBitAndAssign: "&=", tBitOrAssign: "|=", tBitXorAssign: "^=", tAndAssign: "&&=", tOrAssign: "||=",
	tNullishAssign: "??=",
	tBreak:         "break", tCase: "case", tCatch: "catch", tClass: "class", tConst: "const", tContinue: "continue", tDebugger: "debugger",
	tDefault: "default", tDelete: "delete", tDo: "do", tElse: "else", tEnum: "enum", tExport: "export", tExtends: "extends", tFalse: "false",
	tFinally: "finally", tFor: "for", tFunction: "function", tIf: "if", tImport: "import", tIn: "in", tInstanceof: "instanceof", tNew: "new",
	tNull: "null", tReturn: "return", tSuper: "super", tSwitch: "switch", tThis: "this", tThrow: "throw", tTrue: "true", tTry: "try",
	tTypeof: "typeof", tVar: "var", tVoid: "void", tWhile: "while", tWith: "with", tImplements: "implements", tInterface: "interface",
	tLet: "let", tPackage: "package", tPrivateWord: "private", tProtected: "protected", tPublic: "public", tStatic: "static", tYield: "yield",
}

// binary describes a binary operator: its precedence (0: not one) and its Op.
type binary struct {
	prec uint8
	op   ast.Op
}

// Precedences. Those of ?? and || are equal in rank but must not mix (§13.13); parseBinary sees to it.
const (
	precNullish = 1
	precOr      = 1
	precAnd     = 2
	precRel     = 7
	precExp     = 11
)

var binaryOps = [tokenCount]binary{
	tNullish: {precNullish, ast.OpNullish}, tOr: {precOr, ast.OpOr}, tAnd: {precAnd, ast.OpAnd},
	tBitOr: {3, ast.OpBitOr}, tBitXor: {4, ast.OpBitXor}, tBitAnd: {5, ast.OpBitAnd},
	tEq: {6, ast.OpEq}, tNe: {6, ast.OpNe}, tStrictEq: {6, ast.OpStrictEq}, tStrictNe: {6, ast.OpStrictNe},
	tLt: {precRel, ast.OpLt}, tGt: {precRel, ast.OpGt}, tLe: {precRel, ast.OpLe}, tGe: {precRel, ast.OpGe},
	tIn: {precRel, ast.OpIn}, tInstanceof: {precRel, ast.OpInstanceof},
	tShl: {8, ast.OpShl}, tShr: {8, ast.OpShr}, tUshr: {8, ast.OpUshr}, tAdd: {9, ast.OpAdd}, tSub: {9, ast.OpSub},
	tMul: {10, ast.OpMul}, tDiv: {10, ast.OpDiv}, tMod: {10, ast.OpMod}, tExp: {precExp, ast.OpExp},
}

var assignOps = [tokenCount]ast.Op{
	tAssign: ast.OpAssign, tAddAssign: ast.OpAdd, tSubAssign: ast.OpSub, tMulAssign: ast.OpMul, tDivAssign: ast.OpDiv, tModAssign: ast.OpMod,
	tExpAssign: ast.OpExp, tShlAssign: ast.OpShl, tShrAssign: ast.OpShr, tUshrAssign: ast.OpUshr, tBitAndAssign: ast.OpBitAnd,
	tBitOrAssign: ast.OpBitOr, tBitXorAssign: ast.OpBitXor, tAndAssign: ast.OpAnd, tOrAssign: ast.OpOr, tNullishAssign: ast.OpNullish,
}

// unaryOps maps the tokens of prefix operators other than ++ and --.
var unaryOps = [tokenCount]ast.Op{
	tNot: ast.OpNot, tBitNot: ast.OpBitNot, tAdd: ast.OpPlus, tSub: ast.OpNeg, tTypeof: ast.OpTypeof, tVoid: ast.OpVoid, tDelete: ast.OpDelete,
}

// The IDs of the names that the parser knows, after those of the reserved words (whose IDs are their tokens less firstKeyword).
const (
	nameAsync = uint32(tokenCount-firstKeyword) + iota
	nameAwait
	nameOf
	nameGet
	nameSet
	nameAs
	nameFrom
	nameTarget
	nameMeta
	nameEval
	nameArguments
	nameConstructor
	namePrototype
	nameProto
	namePrivateConstructor
	nameStarDefault
	nameNewTarget
	nameHome
	nameActiveFunc
	nameSynthetic
	knownNames
)

var knownText = [...]string{"async", "await", "of", "get", "set", "as", "from", "target", "meta", "eval", "arguments", "constructor", "prototype",
	"__proto__", "#constructor", "*default*", "new.target", "%home%", "%function%", "%synthetic%"}
