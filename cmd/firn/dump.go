package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"firn"
	"firn/ir/bytecode"
	"firn/ir/compile"
	"firn/parser"
	"firn/parser/ast"
	"firn/runtime"
)

func (a *app) dumpCommand() *cobra.Command {
	var what []string
	var function string
	var expression, module bool
	c := &cobra.Command{
		Use:   "dump [-dump=ast,scopes,bytecode] FILE",
		Short: "show what a program is compiled to",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
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
		},
	}
	c.Flags().StringSliceVar(&what, "dump", []string{"bytecode"}, "a `list` of ast, scopes, bytecode")
	c.Flags().StringVar(&function, "func", "", "only the functions of this `name`")
	c.Flags().BoolVar(&expression, "expression", false, "the file is one expression")
	c.Flags().BoolVar(&module, "module", false, "the file is a module (ast and scopes)")
	return c
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
