//go:build linux && amd64 && !firn_nojit

package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"

	"firn"
	"firn/heap"
	"firn/jit"
	"firn/runtime/builtin"
)

// chooser compiles what was chosen, and writes down what that is.
type chooser struct {
	jit.Compiler
	only map[string]bool // nil: everything
	mu   sync.Mutex
	log  *os.File
}

var errNotChosen = errors.New("not chosen")

// sabotage is for tests: it may make the compiler wrong.
var sabotage = func(o *jit.CompilerOptions) {}

// choose makes a choice hold for the machines of this process.
func choose(c choice) error {
	o := jit.CompilerOptions{Intrinsics: jit.Intrinsics(builtin.LeafNumber), Root: builtin.RootByName, CallRoot: builtin.RootFunctionPrototype_call, RegExpLiteral: builtin.RegExpLiteral, Disable: map[string]bool{}}
	for _, pass := range c.Disable {
		o.Disable[pass] = true
	}
	sabotage(&o)
	x := &chooser{Compiler: jit.NewCompiler(o)}
	if c.Only != nil {
		x.only = map[string]bool{}
		for _, id := range c.Only {
			x.only[id] = true
		}
	}
	if c.Log != "" {
		f, err := os.OpenFile(c.Log, os.O_WRONLY|os.O_APPEND, 0)
		if err != nil {
			return err
		}
		x.log = f // until the process ends, however it does
	}
	firn.UseCompiler(x)
	return nil
}

// Build implements jit.Compiler.
func (x *chooser) Build(h *heap.Heap, r jit.Request) (jit.Job, error) {
	id := codeID(h, &r)
	if x.only != nil && !x.only[id] {
		return nil, errNotChosen
	}
	if x.log != nil {
		x.mu.Lock()
		fmt.Fprintln(x.log, id)
		x.mu.Unlock()
	}
	return x.Compiler.Build(h, r)
}

// codeID is the same for the same function or loop in every run:
// name@file:line:column, or name@rom:number, and #word of a loop's jump.
func codeID(h *heap.Heap, r *jit.Request) string {
	t := r.Template
	id := ""
	if n := h.U32(t + heap.TmplName); n != 0 {
		id = h.GoString(n)
	}
	if s := h.U32(t + heap.TmplScript); t < h.Firn() || s == 0 {
		id += fmt.Sprintf("@rom:%d", h.U32(t+heap.TmplID))
	} else {
		file := h.GoString(h.Val(s + heap.OffValues).Ref())
		src := h.Val(s + heap.OffValues + 8).Ref()
		before := string(h.Bytes(src+heap.OffData, h.U32(t+heap.TmplStart)))
		line := 1 + strings.Count(before, "\n")
		switch {
		case h.U32(t+heap.TmplFlags)&heap.TProgram != 0:
			id = "(program " + file + ")"
		case id == "":
			id = fmt.Sprintf("(anonymous %s:%d)", file, line)
		}
		id += fmt.Sprintf("@%s:%d:%d", file, line, len(before)-strings.LastIndexByte(before, '\n'))
	}
	if r.OSR {
		id += fmt.Sprintf("#%d", r.PC)
	}
	return id
}
