//go:build linux && amd64 && !firn_nojit

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"firn/heap"
	"firn/ir/bytecode"
	"firn/ir/ssa"
	"firn/jit"
	"firn/jit/amd64"
	"firn/jit/backend"
	"firn/runtime/builtin"
)

// native compiles the function and shows what was asked for on the way.
func (v *view) native() error {
	if !v.wantsNative() {
		return nil
	}
	o, page := v.observer()
	if err := v.compile(o); err != nil {
		fmt.Fprintf(v.out, "  not compiled: %s\n", strings.TrimPrefix(err.Error(), "not compiled: "))
	}
	return v.page(page)
}

func (v *view) wantsNative() bool {
	return v.wants("ssa") || v.wants("regalloc") || v.wants("asm") || v.wants("deopt") || v.d.html != ""
}

// checkPasses tells whether the passes that were asked for exist.
func checkPasses(what []string) error {
	for _, w := range what {
		if pass, ok := strings.CutPrefix(w, "ssa:"); ok && pass != "start" && !slices.Contains(ssa.PassNames(), strings.ReplaceAll(pass, "-", " ")) {
			return usage(fmt.Sprintf("there is no pass %q; the passes are: start, %s", pass, strings.Join(ssa.PassNames(), ", ")))
		}
	}
	return nil
}

// observer is a compiler's options that show what was asked for while it
// compiles the function, and collect it in a page.
func (v *view) observer() (jit.CompilerOptions, *ssa.Page) {
	page := new(ssa.Page)
	page.Add("bytecode", v.bytecode())
	return jit.CompilerOptions{
		Intrinsics: jit.Intrinsics(builtin.LeafNumber), Root: builtin.RootByName, CallRoot: builtin.RootFunctionPrototype_call, RegExpLiteral: builtin.RegExpLiteral, Check: true, Key: 1,
		DumpSSA: func(pass string, f *ssa.Func) {
			page.Dump(pass, f)
			if v.wantsPass(pass) {
				v.title("ssa:" + pass)
				fmt.Fprint(v.out, f)
			}
		},
		DumpLIR: func(stage string, f *backend.Func) {
			page.Add(stage, f.String())
			if v.wants("regalloc") {
				v.title("regalloc: " + stage)
				f.Dump(v.out)
			}
		},
		Done: func(f *ssa.Func, c *backend.Code) {
			asm, exits := v.assembly(f, c), v.exits(f, c)
			page.Add("asm", asm)
			page.Add("deopt", exits)
			if v.wants("asm") {
				v.title(fmt.Sprintf("asm: %d bytes, %d instructions, at most %d units between polls", len(c.Bytes), c.Instrs, c.Fuel))
				fmt.Fprint(v.out, asm)
			}
			if v.wants("deopt") {
				v.title("deopt")
				fmt.Fprint(v.out, exits)
			}
		},
	}, page
}

func (v *view) title(s string) { fmt.Fprintf(v.out, "-- %s --\n", s) }

// compile compiles the function as the engine would. With the compiler's checks
// on, a broken invariant is an error here.
func (v *view) compile(o jit.CompilerOptions) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the compiler broke an invariant: %v", r)
		}
	}()
	h := v.x.h
	pool := map[heap.Value]uint32{} // as the engine does
	job, err := jit.NewCompiler(o).Build(h, jit.Request{
		Template: v.t.ref, OSR: v.d.osr != 0, PC: v.d.osr, Number: 2,
		Failed: func(tmpl, line uint32, op uint16) bool { return false },
		Pool: func(x heap.Value) uint32 {
			at := pool[x]
			if at == 0 {
				if at = h.PoolAlloc(1); at != 0 {
					h.SetPool(at, x)
					pool[x] = at
				}
			}
			return at
		},
	})
	if err == nil {
		_, err = job.Finish()
	}
	return err
}

// page writes the page of the function.
func (v *view) page(p *ssa.Page) error {
	name := v.d.html
	if name == "" {
		return nil
	}
	if v.several {
		ext := filepath.Ext(name)
		clean := strings.Map(func(r rune) rune {
			if strings.ContainsRune(`/\ :"()<>|?*`, r) {
				return '_'
			}
			return r
		}, v.t.name)
		name = fmt.Sprintf("%s-%s-%d%s%s", strings.TrimSuffix(name, ext), clean, v.t.line, v.suffix, ext)
	}
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		return err
	}
	fmt.Fprintf(v.out, "  page: %s\n", name)
	return os.WriteFile(name, b.Bytes(), 0o666)
}

// bytecode is the listing of the function and what its instructions have seen.
func (v *view) bytecode() string {
	var b strings.Builder
	bytecode.Fprint(&b, v.x.function(v.t))
	v.x.caches(&b, v.t)
	return b.String()
}

// sources describes instructions of the functions that code is made of.
type sources struct {
	v     *view
	graph *ssa.Func
	funcs []*bytecode.Function
	tmpls []uint32
}

func (v *view) sources(graph *ssa.Func) *sources {
	s := &sources{v: v, graph: graph}
	for _, f := range graph.Functions {
		t := template{ref: f.Tmpl}
		if !f.InROM {
			t.ref = v.x.h.Val(f.Tmpl).Ref()
		}
		t.name, t.file, t.line = v.x.m.NameOf(t.ref)
		s.funcs = append(s.funcs, v.x.function(&t))
		s.tmpls = append(s.tmpls, t.ref)
	}
	return s
}

// at is instruction word pc of function fn: its place in the source and its text.
func (s *sources) at(fn int32, pc uint32) string {
	if int(fn) >= len(s.funcs) {
		return fmt.Sprintf("fn%d:%d", fn, pc)
	}
	f := s.funcs[fn]
	text := "end"
	if in, ok := bytecode.Decode(f.Code, pc); ok {
		text = bytecode.Format(f, &in)
	}
	name := ""
	if fn > 0 {
		name = f.Name + " "
	}
	return fmt.Sprintf("%sline %d, %d: %s", name, s.v.x.m.Position(s.tmpls[fn], pc).Line, pc, strings.Join(strings.Fields(text), " "))
}

func (v *view) assembly(graph *ssa.Func, code *backend.Code) string {
	src := v.sources(graph)
	l := amd64.Lister{CodeSize: amd64.CodeSize(code.Bytes), Notes: map[int]string{}, Offsets: true}
	last := ""
	for _, p := range code.Positions {
		if text := src.at(int32(p.Fn), p.PC); text != last {
			note := text
			if before := l.Notes[int(p.Offset)]; before != "" {
				note = before + "\n" + text
			}
			l.Notes[int(p.Offset)] = note
			last = text
		}
	}
	for i := range code.Exits {
		if r := code.Exits[i].Resume; r > 0 {
			note := fmt.Sprintf("exit %d goes on here", i)
			if before := l.Notes[int(r)]; before != "" {
				note += "\n" + before
			}
			l.Notes[int(r)] = note
		}
	}
	return l.List(code.Bytes)
}

var repNames = [...]string{backend.RepVal: "", backend.RepInt: ":int", backend.RepF64: ":f64", backend.RepBool: ":bool", backend.RepObject: ":object",
	backend.RepString: ":string", backend.RepSymbol: ":symbol", backend.RepBigInt: ":bigint", backend.RepCell: ":cell", backend.RepUndefined: "undefined",
	backend.RepPool: ":pool"}

// exits lists the exits of code: why they are taken, where the interpreter goes
// on, and where the values of its registers come from.
func (v *view) exits(graph *ssa.Func, code *backend.Code) string {
	src := v.sources(graph)
	var b strings.Builder
	for i := range code.Exits {
		x := &code.Exits[i]
		if x.Kind == backend.ExitNone {
			continue
		}
		fmt.Fprintf(&b, "exit %d: %v", i, x.Kind)
		if x.Kind == backend.ExitDeopt {
			fmt.Fprintf(&b, " %v, by %v of %s", x.Reason, ssa.Op(x.Op), src.at(x.Fn, x.Line))
		}
		b.WriteByte('\n')
		for j := range x.Objects {
			o := &x.Objects[j]
			fmt.Fprintf(&b, "    new%d = %s of %d bytes:", j, heap.KindName(uint8(o.Header>>32)), uint32(o.Header))
			for k := range o.Fields {
				fmt.Fprintf(&b, " +%d=%s", o.Fields[k].Off, value(x, &o.Fields[k].Value, code))
			}
			b.WriteByte('\n')
		}
		for j := range x.Frames {
			f := &x.Frames[j]
			pc := f.PC
			if j == len(x.Frames)-1 {
				pc = x.PC
			}
			fmt.Fprintf(&b, "    %s", src.at(f.Fn, pc))
			if j > 0 {
				fmt.Fprintf(&b, " base=%d callee=%s newtarget=%s argc=%d", f.Base, value(x, &f.Callee, code), value(x, &f.NewTarget, code), f.Argc)
			}
			for k := range f.Regs {
				fmt.Fprintf(&b, " r%d=%s", f.Regs[k].Reg, value(x, &f.Regs[k], code))
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// value is where an exit finds a value, and what it is there.
func value(x *backend.Exit, v *backend.ExitValue, code *backend.Code) string {
	switch {
	case v.Rep == backend.RepUndefined:
		return "undefined"
	case v.Rep.IsNew():
		return fmt.Sprintf("new%d", v.Loc)
	case int(v.Loc) >= len(x.Locs):
		return "?"
	}
	where := ""
	switch l := x.Locs[v.Loc]; {
	case l.IsReg():
		where = amd64.Reg(l.Reg()).String()
	case l.IsSlot():
		where = fmt.Sprintf("[rsp+%d]", 8*l.Index())
	case l.IsConst():
		if v.Rep == backend.RepVal {
			return constant(heap.Value(code.Consts[l.Index()]))
		}
		where = fmt.Sprintf("#%#x", code.Consts[l.Index()])
	case l.IsFrame():
		where = fmt.Sprintf("slot%d", l.Index())
	}
	return where + repNames[v.Rep]
}

var specials = map[heap.Value]string{heap.Undefined: "undefined", heap.Null: "null", heap.True: "true", heap.False: "false", heap.Hole: "hole", heap.TDZ: "tdz", heap.Empty: "empty"}

// constant is a value as people write it, or its bits.
func constant(v heap.Value) string {
	switch {
	case v.IsNumber():
		return "#" + strconv.FormatFloat(v.Num(), 'g', -1, 64)
	case specials[v] != "":
		return specials[v]
	}
	return fmt.Sprintf("#%#x", uint64(v))
}
