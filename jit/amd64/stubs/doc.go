// Package stubs has the machine code of the stubs of package ssa for amd64, made when
// Firn is built rather than when it runs: zz_stubs.go. It may import nothing.
package stubs

//go:generate go run ./_gen
