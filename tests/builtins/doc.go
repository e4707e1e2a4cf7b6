// Package builtins evaluates expressions about the built-ins and compares with
// recorded results, with and without garbage collection at every step, and with
// node.
package builtins
