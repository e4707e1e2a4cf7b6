// Package ast is the syntax tree of strict-mode ECMAScript and the result of scope analysis, as package parser makes them.
//
// It imports nothing but the standard library. Start reading at node.go, then scope.go.
// Invariants: every node has byte offsets [Start, End) into Program.Source; strings are WTF-8 Go strings (UTF-8 in which a
// lone surrogate is encoded as its three generalised UTF-8 bytes; a surrogate pair is always one four-byte sequence);
// nesting is bounded by the parser's depth limit, EXCEPT the left spines of Binary, Logical, Call, Member, Index,
// PrivateMember and TaggedTemplate (a+b+c…, a.b().c()…) and If.Else chains, which are as long as the source:
// walk those with a loop, never by recursion.
package ast
