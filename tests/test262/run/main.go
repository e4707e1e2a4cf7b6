// Command run runs the official conformance suite on Firn; "firn test262" starts
// it. It is a program of its own because it links what reads archives and shows
// progress, net/http and cgo among it, which the command must not pay for.
package main

import (
	"os"

	"firn/tests/test262"
)

func main() {
	os.Exit(test262.Command(os.Args[1:], test262.Stage1{}, os.Stdout, os.Stderr))
}
