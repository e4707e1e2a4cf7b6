//go:build linux && amd64 && !firn_nojit

package main

import (
	"fmt"
	"slices"
	"strings"

	"firn"
	"firn/heap"
	"firn/jit"
	"firn/jit/backend"
	"firn/runtime/builtin"
)

// watcher is a compiler that shows what it compiles.
type watcher struct {
	jit.Compiler // for functions that nobody asked for
	a            *app
	x            *inspector
	d            *dumpFlags
	n            int // compilations shown
}

// watchCompiler makes machines use a compiler that shows the functions that were
// asked for. x must know the machine before it runs.
func (a *app) watchCompiler(x *inspector, d *dumpFlags) error {
	if !jit.Native {
		return jit.ErrNoNative
	}
	plain := jit.NewCompiler(jit.CompilerOptions{Intrinsics: jit.Intrinsics(builtin.LeafNumber), Root: builtin.RootByName, CallRoot: builtin.RootFunctionPrototype_call, RegExpLiteral: builtin.RegExpLiteral, Key: 1})
	firn.UseCompiler(&watcher{Compiler: plain, a: a, x: x, d: d})
	return nil
}

// Build implements jit.Compiler. What is compiled always is compiled at once, on
// the goroutine of the machine, so its heap may be read until the end.
func (w *watcher) Build(h *heap.Heap, r jit.Request) (jit.Job, error) {
	t := template{ref: r.Template}
	t.name, t.file, t.line = w.x.m.NameOf(r.Template)
	own := ""
	if n := h.U32(r.Template + heap.TmplName); n != 0 {
		own = h.GoString(n)
	}
	if len(w.d.functions) > 0 && !slices.Contains(w.d.functions, t.name) && !slices.Contains(w.d.functions, own) ||
		w.d.osr != 0 && (!r.OSR || r.PC != w.d.osr) {
		return w.Compiler.Build(h, r)
	}
	w.n++
	v := &view{x: w.x, t: &t, out: w.a.stdout, d: w.d, several: true, suffix: fmt.Sprintf("-%d", w.n)}
	fmt.Fprintf(v.out, "%s %s:%d, compilation %d", t.name, t.file, t.line, w.n)
	if r.OSR {
		fmt.Fprintf(v.out, ", of the loop with its jump at word %d", r.PC)
	}
	fmt.Fprintln(v.out)
	o, page := v.observer()
	o.Check = false // as the engine does it
	job, err := jit.NewCompiler(o).Build(h, r)
	if err != nil {
		fmt.Fprintf(v.out, "  not compiled: %s\n", strings.TrimPrefix(err.Error(), "not compiled: "))
		return nil, err
	}
	return &watchedJob{job, func(err error) {
		if err == nil {
			err = v.page(page)
		}
		if err != nil {
			fmt.Fprintf(v.out, "  %v\n", err)
		}
	}}, nil
}

type watchedJob struct {
	jit.Job
	done func(error)
}

func (j *watchedJob) Finish() (*backend.Code, error) {
	c, err := j.Job.Finish()
	j.done(err)
	return c, err
}
