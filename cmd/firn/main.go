// Command firn runs hardened JavaScript.
package main

import (
	"fmt"
	"os"
	"strings"

	"firn/heap"
	"firn/runtime"
)

func main() {
	m, err := runtime.NewStage1(runtime.Config{}, runtime.PresetSes)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	c := m.NewCompartment()
	m.Heap().NewHandle(c)
	print := m.HostFunction("print", 1, func(m *runtime.Machine, call *runtime.HostCall) (heap.Value, error) {
		var parts []string
		for i := 0; i < call.Len(); i++ {
			parts = append(parts, m.Describe(call.Arg(i)))
		}
		fmt.Println(strings.Join(parts, " "))
		return heap.Undefined, nil
	})
	m.DefineGlobal(c, "print", print)
	src := os.Args[2]
	file := "<eval>"
	if os.Args[1] == "run" {
		b, err := os.ReadFile(os.Args[2])
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		src, file = string(b), os.Args[2]
	}
	v, err := m.Evaluate(c, src, file, false)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if os.Args[1] == "eval" {
		fmt.Println(m.Describe(v))
	}
}
