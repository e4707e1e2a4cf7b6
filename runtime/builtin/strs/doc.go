// Package strs holds the kernels of String.prototype and of what else works on strings (JSON
// quoting, URI coding, GetSubstitution), on strings in the cage (ECMA-262 22.1, 19.2.6, 25.5.2).
//
// It is Core Go and imports package heap alone. Functions take a heap and coerced arguments, may
// allocate, never collect, charge their work to the heap's account and report failure by a
// heap.Status. Unicode is version 17.0; the tables in zz_*.go are made by _gen.
//
// Start with strs.go; case.go is case mapping, norm.go normalisation, uri.go URI coding.
package strs
