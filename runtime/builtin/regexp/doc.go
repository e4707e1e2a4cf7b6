// Package regexp compiles regular expressions (ECMA-262 22.2.1, the strict
// grammar without Annex B, all flags) to programs of package vm. Ordinary Go; it
// may import vm. Start with compile.go; parse.go and class.go make the tree
// (tree.go) and all early errors, set.go, props.go and fold.go are about sets of
// characters, analyse.go looks for what the matcher can use, emit.go writes the
// program. Invariants: time and size are linear in the pattern, nesting is
// bounded; the same pattern and flags give the same program everywhere.
package regexp
