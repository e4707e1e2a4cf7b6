package main

import (
	"bufio"
	"fmt"
	"os"

	"github.com/dop251/goja"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(files []string) error {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	vm := goja.New()
	print := func(call goja.FunctionCall) goja.Value {
		for i, arg := range call.Arguments {
			if i > 0 {
				out.WriteByte(' ')
			}
			out.WriteString(arg.String())
		}
		out.WriteByte('\n')
		return goja.Undefined()
	}
	if err := vm.Set("print", print); err != nil {
		return err
	}
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		program, err := goja.Compile(name, string(source), true)
		if err != nil {
			return err
		}
		if _, err := vm.RunProgram(program); err != nil {
			return err
		}
	}
	return nil
}
