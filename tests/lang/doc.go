// Package lang runs self-checking programs: each file of testdata asserts what
// ECMA-262 says about one part of the language.
package lang
