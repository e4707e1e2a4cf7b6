// The generator writes the default ROM image to image/default.rom.
package main

import (
	"fmt"
	"os"

	"firn/romgen"
)

func main() {
	b, err := romgen.Build(romgen.Options{})
	if err == nil {
		err = os.WriteFile("image/default.rom", b, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
