// Package library runs programs that print what the built-ins written in
// JavaScript do, and compares with recorded output, with and without garbage
// collection at every step, and with node.
package library
