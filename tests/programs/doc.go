// Package programs holds long strict-mode programs that exercise the language in breadth, each with the output that it
// must print. They print plain text of their own making, so that the output depends on no console. It imports only the
// standard library; start at All. go test ./tests/programs -update rewrites the outputs from node.
package programs
