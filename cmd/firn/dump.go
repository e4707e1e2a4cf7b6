package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"firn"
	"firn/ir/bytecode"
	"firn/ir/compile"
	"firn/parser"
	"firn/parser/ast"
	"firn/runtime"
)

// dumpFlags are the flags of dump.
type dumpFlags struct {
	what, functions    []string
	expression, module bool
	html               string
	osr                uint32
	live               bool
	fuel               int64
}

func (a *app) dumpCommand() *cli.Command {
	d := dumpFlags{what: []string{"bytecode"}}
	return &cli.Command{
		Name:      "dump",
		ArgsUsage: "FILE",
		Usage:     "show what a program is compiled to",
		Description: `Dump shows, in the order asked for:

  ast, scopes    the syntax tree, and what its names mean
  bytecode       the program's bytecode

and, after the program has run in the interpreter, which learns from it what the
compiler of native code goes by, for each function (-func; else all that have run):

  ic             inline caches and operand types
  ssa            the graph as built ("start") and after each pass
  ssa:PASS       … after this pass only; start is one, too
  regalloc       machine instructions before and after register allocation
  asm            machine code, with the instructions it is made from
  deopt          the exits of the machine code and the frames they rebuild

Built-in functions are found by -func=ArrayPrototype_map, too. What the compiler makes of
a whole run may differ from what it made in the middle: -live shows that.`,
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "dump", Destination: &d.what, Value: d.what, Usage: "a `list` of what to show"},
			&cli.StringSliceFlag{Name: "func", Destination: &d.functions, Usage: "only the functions of these `names`"},
			&cli.StringFlag{Name: "html", Destination: &d.html, Usage: "write to this `file` a page a function, with a column a pass; NAME is put before the file's suffix when there are several"},
			&cli.Uint32Flag{Name: "osr", Destination: &d.osr, HideDefault: true, Usage: "compile the entry in the loop whose jump back is at this `word` of bytecode"},
			&cli.BoolFlag{Name: "live", Destination: &d.live, Usage: "run with native code of everything, as run -jit=always does, and show each compilation when it happens"},
			&cli.Int64Flag{Name: "fuel", Destination: &d.fuel, HideDefault: true, Usage: "run the program for at most this many `units` of work"},
			&cli.BoolFlag{Name: "expression", Destination: &d.expression, Usage: "the file is one expression"},
			&cli.BoolFlag{Name: "module", Destination: &d.module, Usage: "the file is a module (ast and scopes)"},
		},
		Action: action(1, 1, func(args []string) error {
			text, err := a.read(args[0])
			if err != nil {
				return err
			}
			return a.dump(args[0], text, &d)
		}),
	}
}

// After a run: what the interpreter has learnt, and what the compiler makes of it.
var dumpsOfRun = []string{"ic", "ssa", "regalloc", "asm", "deopt"}

func (a *app) dump(file, text string, d *dumpFlags) error {
	var prog *ast.Program
	var run *inspector
	for i, w := range d.what {
		kind, _, _ := strings.Cut(w, ":")
		var err error
		switch {
		case w == "ast" || w == "scopes" || w == "bytecode":
			if prog == nil {
				if prog, err = parse(file, text, d); err != nil {
					return err
				}
			}
			if i > 0 {
				fmt.Fprintln(a.stdout)
			}
			err = a.dumpSource(prog, w, d.functions)
		case !slices.Contains(dumpsOfRun, kind) || kind != w && kind != "ssa":
			err = usage(fmt.Sprintf("-dump=%s: want some of ast, scopes, bytecode, ic, ssa, ssa:PASS, regalloc, asm, deopt", w))
		case run == nil:
			run = new(inspector)
			err = a.dumpRun(run, file, text, d)
		}
		if err != nil {
			return err
		}
	}
	if d.html != "" && run == nil {
		return a.dumpRun(new(inspector), file, text, d)
	}
	return nil
}

func parse(file, text string, d *dumpFlags) (*ast.Program, error) {
	prog, err := parser.Parse(text, parser.Options{FileName: file, Expression: d.expression, Module: d.module})
	if e, ok := err.(*parser.SyntaxError); ok {
		return nil, &firn.SyntaxError{Message: e.Msg, File: e.File, Line: e.Line, Column: e.Column, Source: runtime.LineOf(text, int(e.Start))}
	}
	return prog, err
}

func (a *app) dumpSource(prog *ast.Program, what string, names []string) error {
	switch what {
	case "ast":
		return ast.Fprint(a.stdout, prog)
	case "scopes":
		return ast.FprintScopes(a.stdout, prog)
	}
	res, err := compile.Compile(prog, compile.Options{})
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return bytecode.Fprint(a.stdout, res.Func)
	}
	found := map[string]bool{}
	var find func(f *bytecode.Function) error
	find = func(f *bytecode.Function) error {
		if slices.Contains(names, f.Name) {
			found[f.Name] = true
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
	for _, name := range names {
		if !found[name] {
			return usage("no function is called " + name)
		}
	}
	return nil
}

// dumpRun runs the program, its output unseen. With -live it shows what is
// compiled meanwhile; else it runs in the interpreter, and shows what is compiled
// of what that has learnt, however the run has ended.
func (a *app) dumpRun(x *inspector, file, text string, d *dumpFlags) error {
	if err := checkPasses(d.what); err != nil {
		return err
	}
	quiet := &app{stdin: a.stdin, stdout: bufio.NewWriter(io.Discard), stderr: io.Discard}
	quiet.limits.fuel, quiet.limits.jit = d.fuel, jitMode(firn.JITOff)
	if d.live {
		if err := a.watchCompiler(x, d); err != nil {
			return err
		}
		defer firn.UseCompiler(nil)
		quiet.limits.jit = jitMode(firn.JITAlways)
	}
	m, err := quiet.machine()
	if err != nil {
		return err
	}
	defer m.Close()
	x.m, x.h = m.Inside(), m.Inside().Heap()
	ctx, stop := interruptible()
	defer stop()
	_, err = m.RunContext(ctx, file, text)
	if _, ok := err.(*firn.SyntaxError); ok {
		return err
	}
	if err != nil {
		fmt.Fprintf(a.stdout, "; the run ended so: %v\n", err)
	}
	if d.live && !slices.Contains(d.what, "ic") {
		return nil
	}
	return a.dumpFunctions(x, file, d)
}

// dumpFunctions shows what was asked for of each function, and writes the pages.
func (a *app) dumpFunctions(x *inspector, file string, d *dumpFlags) error {
	list := x.functions(file, d.functions)
	if len(list) == 0 {
		return usage("no such function has run: " + strings.Join(d.functions, ", "))
	}
	for i := range list {
		t := &list[i]
		v := view{x: x, t: t, out: a.stdout, d: d, several: len(list) > 1}
		if i > 0 {
			fmt.Fprintln(a.stdout)
		}
		fmt.Fprintf(a.stdout, "%s %s:%d\n", t.name, t.file, t.line)
		if slices.Contains(d.what, "ic") {
			x.caches(a.stdout, t)
		}
		if d.live {
			continue // it is there already
		}
		if err := v.native(); err != nil {
			return err
		}
	}
	return nil
}

// view shows one function.
type view struct {
	x       *inspector
	t       *template
	out     io.Writer
	d       *dumpFlags
	several bool   // there are others
	suffix  string // tells compilations of one function apart
}

// wants tells whether something of this kind was asked for.
func (v *view) wants(kind string) bool {
	return slices.ContainsFunc(v.d.what, func(w string) bool { return w == kind || strings.HasPrefix(w, kind+":") })
}

// wantsPass tells whether the graph after a pass was asked for. A dash may stand
// for a space.
func (v *view) wantsPass(pass string) bool {
	return slices.ContainsFunc(v.d.what, func(w string) bool {
		return w == "ssa" || strings.ReplaceAll(w, "-", " ") == "ssa:"+pass
	})
}
