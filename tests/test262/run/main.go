package main

import (
	"os"

	"firn/tests/test262"
)

func main() {
	os.Exit(test262.Command(os.Args[1:], test262.Stage1{}, os.Stdout, os.Stderr))
}
