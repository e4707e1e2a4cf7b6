package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v3"

	"firn"
	"firn/ir/bytecode"
	"firn/ir/compile"
	"firn/parser"
	"firn/parser/ast"
	"firn/runtime"
)

func (a *app) dumpCommand() *cli.Command {
	what := []string{"bytecode"}
	var function string
	var expression, module bool
	return &cli.Command{
		Name:      "dump",
		ArgsUsage: "FILE",
		Usage:     "show what a program is compiled to",
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "dump", Destination: &what, Value: what, Usage: "a `list` of ast, scopes, bytecode"},
			&cli.StringFlag{Name: "func", Destination: &function, Usage: "only the functions of this `name`"},
			&cli.BoolFlag{Name: "expression", Destination: &expression, Usage: "the file is one expression"},
			&cli.BoolFlag{Name: "module", Destination: &module, Usage: "the file is a module (ast and scopes)"},
		},
		Action: action(1, 1, func(args []string) error {
			text, err := a.read(args[0])
			if err != nil {
				return err
			}
			prog, err := parser.Parse(text, parser.Options{FileName: args[0], Expression: expression, Module: module})
			if e, ok := err.(*parser.SyntaxError); ok {
				return &firn.SyntaxError{Message: e.Msg, File: e.File, Line: e.Line, Column: e.Column, Source: runtime.LineOf(text, int(e.Start))}
			}
			if err != nil {
				return err
			}
			for i, w := range what {
				if i > 0 {
					fmt.Fprintln(a.stdout)
				}
				switch w {
				case "ast":
					err = ast.Fprint(a.stdout, prog)
				case "scopes":
					err = ast.FprintScopes(a.stdout, prog)
				case "bytecode":
					err = a.dumpBytecode(prog, function)
				default:
					return usage(fmt.Sprintf("-dump=%s: want some of ast, scopes, bytecode", w))
				}
				if err != nil {
					return err
				}
			}
			return nil
		}),
	}
}

func (a *app) dumpBytecode(prog *ast.Program, name string) error {
	res, err := compile.Compile(prog, compile.Options{})
	if err != nil {
		return err
	}
	if name == "" {
		return bytecode.Fprint(a.stdout, res.Func)
	}
	found := false
	var find func(f *bytecode.Function) error
	find = func(f *bytecode.Function) error {
		if f.Name == name {
			found = true
			return bytecode.Fprint(a.stdout, f)
		}
		for _, c := range f.Consts {
			if g, ok := c.(*bytecode.Function); ok {
				if err := find(g); err != nil {
					return err
				}
			}
		}
		return nil
	}
	if err := find(res.Func); err != nil {
		return err
	}
	if !found {
		return usage("no function is called " + strings.TrimSpace(name))
	}
	return nil
}
