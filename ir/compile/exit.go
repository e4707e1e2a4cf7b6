package compile

import (
	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

// control is something that break, continue and return can leave: a target of
// break and continue, or a clean-up that must happen on the way out.
type control struct {
	parent *control
	kind   ctlKind
	labels []*ast.Name
	brk    bc.Label
	cont   bc.Label // NoLabel if continue cannot name it

	// Clean-ups: finally blocks and the closing of iterators.
	loop  *control // ctlClose: the loop whose continue stays inside
	value int      // register of the value of a return that passes
	which int      // ctlFinally: register of the reason to be in the block
	entry bc.Label // ctlFinally: the block
	exits []exit
}

type ctlKind uint8

const (
	ctlLoop ctlKind = iota
	ctlSwitch
	ctlBlock // a labelled statement
	ctlFinally
	ctlClose
)

// target says where an exit goes: out of to, or to its next iteration; to nil
// is a return.
type target struct {
	to   *control
	cont bool
}

// exit is one target that passes a clean-up.
type exit struct {
	target
	label bc.Label
}

// Reasons to be in a finally block, the value of its which register. Exits are
// numbered from reasonExit.
const (
	reasonNormal = iota
	reasonThrow
	reasonExit
)

// stub is code out of line: the return that a generator was resumed with.
type stub struct {
	label bc.Label
	value int
	s     *control // clean-up to pass first, nil for none
	exit  int
}

func (f *fn) push(c *control) *control {
	c.parent = f.ctl
	f.ctl = c
	return c
}

func (f *fn) pop() { f.ctl = f.ctl.parent }

// cleanup finds the first clean-up between the current code and t.
func (f *fn) cleanup(t target) *control {
	for s := f.ctl; s != nil && s != t.to; s = s.parent {
		switch s.kind {
		case ctlFinally:
			return s
		case ctlClose:
			if !(t.cont && s.loop == t.to) {
				return s
			}
		}
	}
	return nil
}

// exitIndex is the number of an exit of s, made if necessary.
func (f *fn) exitIndex(s *control, t target) int {
	for i := range s.exits {
		if s.exits[i].target == t {
			return i
		}
	}
	s.exits = append(s.exits, exit{t, f.b.NewLabel()})
	return len(s.exits) - 1
}

// enterExit jumps into clean-up s on the way to its exit number i.
func (f *fn) enterExit(s *control, i int) {
	if s.kind == ctlFinally {
		f.emit(bc.OpLdint, s.which, reasonExit+i, 0)
		f.goTo(s.entry)
		return
	}
	f.goTo(s.exits[i].label)
}

// exitTo leaves for t; value is the register of a return's value.
func (f *fn) exitTo(t target, value int) {
	if !f.b.Alive() {
		return
	}
	s := f.cleanup(t)
	switch {
	case s != nil:
		if t.to == nil {
			f.mov(s.value, value)
		}
		f.enterExit(s, f.exitIndex(s, t))
	case t.to == nil:
		f.leave(value)
	case t.cont:
		f.goTo(t.to.cont)
	default:
		f.goTo(t.to.brk)
	}
}

// exitLabel is where exitTo would merely jump to, or NoLabel.
func (f *fn) exitLabel(t target) bc.Label {
	s := f.cleanup(t)
	switch {
	case t.to == nil || s != nil && s.kind == ctlFinally:
		return bc.NoLabel
	case s != nil:
		return s.exits[f.exitIndex(s, t)].label
	case t.cont:
		return t.to.cont
	}
	return t.to.brk
}

// doReturn returns the value in register r from the current code. In async
// generators the caller has awaited it.
func (f *fn) doReturn(r int) { f.exitTo(target{}, r) }

// returnLabel is where a generator goes that is resumed with a return of the
// value in register value.
func (f *fn) returnLabel(value int) bc.Label {
	st := stub{label: f.b.NewLabel(), value: value, s: f.cleanup(target{})}
	if st.s != nil {
		st.exit = f.exitIndex(st.s, target{})
		if st.s.kind == ctlFinally {
			f.b.Expect(st.s.entry)
		} else {
			f.b.Expect(st.s.exits[st.exit].label)
		}
	}
	f.stubs = append(f.stubs, st)
	return st.label
}

// flushStubs emits the code out of line.
func (f *fn) flushStubs() {
	for _, st := range f.stubs {
		f.b.Bind(st.label)
		if !f.b.Alive() {
			continue
		}
		if st.s == nil {
			f.emit(bc.OpGenret, st.value, f.genReg, 0)
			continue
		}
		f.mov(st.s.value, st.value)
		f.enterExit(st.s, st.exit)
	}
	f.stubs = nil
}

// breakTarget finds what a break or continue statement names.
func (f *fn) breakTarget(label *ast.Name, cont bool) *control {
	for s := f.ctl; s != nil; s = s.parent {
		switch s.kind {
		case ctlFinally, ctlClose:
			continue
		}
		if cont && s.kind != ctlLoop {
			continue
		}
		if label == nil {
			if s.kind != ctlBlock {
				return s
			}
			continue
		}
		for _, l := range s.labels {
			if l == label {
				return s
			}
		}
	}
	return nil
}

// pushCatchAll opens the region in which an exception rejects the coroutine.
func (f *fn) pushCatchAll() { f.catchAll = f.b.Mark() }

func (f *fn) popCatchAll() {
	if !f.async || f.catchAll < 0 {
		return
	}
	if f.b.Handler([]int{f.catchAll, f.b.Mark()}) {
		t := f.temp()
		f.catchKeep(t)
		f.emit(bc.OpAsyncthrow, t, f.genReg, 0)
	}
}

// try compiles a try statement. Its finally block is compiled once; a register
// tells how it was entered and thus where it goes on.
func (f *fn) try(s *ast.Try) {
	top := f.top
	f.clearCompletion()
	if s.Finally == nil {
		f.tryCatch(s)
		f.top = top
		return
	}
	fin := f.push(&control{kind: ctlFinally, cont: bc.NoLabel, brk: bc.NoLabel})
	fin.value, fin.which = f.temp(), f.temp()
	fin.entry = f.b.NewLabel()
	start := f.b.Mark()
	if s.Catch != nil {
		f.tryCatch(s)
	} else {
		f.block(s.Body)
	}
	end := f.b.Mark()
	f.pop()
	if f.b.Alive() {
		f.emit(bc.OpLdint, fin.which, reasonNormal, 0)
		f.goTo(fin.entry)
	}
	if f.b.Handler([]int{start, end}) {
		f.catchKeep(fin.value)
		f.emit(bc.OpLdint, fin.which, reasonThrow, 0)
		f.goTo(fin.entry)
	}
	f.b.Bind(fin.entry)
	saved := -1
	if f.completion >= 0 {
		saved = f.temp()
		f.mov(saved, f.completion)
		f.clearCompletion()
	}
	f.block(s.Finally)
	if saved >= 0 {
		f.mov(f.completion, saved)
	}
	done := f.b.NewLabel()
	f.jump(bc.OpJseqi, fin.which, reasonNormal, done)
	for i := range fin.exits {
		if l := f.exitLabel(fin.exits[i].target); l != bc.NoLabel {
			f.jump(bc.OpJseqi, fin.which, reasonExit+i, l)
			continue
		}
		next := f.b.NewLabel()
		f.jump(bc.OpJsnei, fin.which, reasonExit+i, next)
		f.exitTo(fin.exits[i].target, fin.value)
		f.b.Bind(next)
	}
	f.emit(bc.OpRethrow, fin.value, 0, 0)
	f.b.Bind(done)
	f.top = top
}

func (f *fn) tryCatch(s *ast.Try) {
	top, e := f.top, f.env
	start := f.b.Mark()
	f.block(s.Body)
	end := f.b.Mark()
	done := f.b.NewLabel()
	f.goTo(done)
	if f.b.Handler([]int{start, end}) {
		f.top, f.env = top, e
		t := f.temp()
		id, simple := s.Param.(*ast.Ident)
		if simple && f.c.opts.Library && id.Binding != nil && id.Binding.Used && !id.Binding.Assigned {
			t = f.catchLibrary(id.Binding, t)
		} else {
			f.emit(bc.OpCatch, t, 0, 0)
		}
		f.clearCompletion()
		if s.CatchScope != nil {
			f.declare(s.CatchScope)
		}
		switch {
		case s.Param == nil:
		case simple:
			f.initIdent(id, t)
		default:
			f.bind(s.Param, t, bindInit)
		}
		f.block(s.Catch)
	}
	f.b.Bind(done)
	f.top, f.env = top, e
}

// catchKeep begins a handler that throws again what it catches: register r gets
// the exception with its origin.
func (f *fn) catchKeep(r int) { f.emitX(bc.OpCatch, 1, r, 0, 0, 0) }

// catchLibrary begins a catch clause of the library: throw b in it throws what
// was caught again. It gives the register of the exception.
func (f *fn) catchLibrary(b *ast.Binding, kept int) int {
	f.catchKeep(kept)
	if f.caught == nil {
		f.caught = map[*ast.Binding]int{}
	}
	f.caught[b] = kept
	t := f.temp()
	n, ok := 0, false
	if f.c.opts.Leaf != nil {
		n, ok = f.c.opts.Leaf("Uncaught")
	}
	if !ok {
		f.c.fail(f.node, "library code catches without the leaf $Uncaught")
	}
	f.emitX(bc.OpLeaf, 0, t, kept, 1, n)
	return t
}

// clearCompletion sets the completion value of a program to undefined, as
// UpdateEmpty(…, undefined) does for compound statements.
func (f *fn) clearCompletion() {
	if f.completion >= 0 {
		f.undefined(f.completion)
	}
}
