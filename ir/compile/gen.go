package compile

import (
	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

// await suspends until the value in register v is settled; the result goes to
// dst (ECMA-262 27.7.5.3).
func (f *fn) await(v, dst int) {
	f.emit(bc.OpAwaitprep, v, f.genReg, 0)
	f.emit(bc.OpAwait, dst, f.genReg, 0)
}

// yield evaluates yield and yield* (ECMA-262 15.5.5).
func (f *fn) yield(e *ast.Yield, dst int) {
	if e.Delegate {
		f.yieldStar(e, dst)
		return
	}
	v, mode := f.temp(), f.temp()
	if e.X == nil {
		f.undefined(v)
	} else {
		f.expr(e.X, v)
	}
	f.at(e)
	if f.async {
		f.await(v, v)
	}
	f.emit(bc.OpYield, v, mode, f.genReg)
	if !f.async {
		f.jump(bc.OpResume, v, mode, f.returnLabel(v))
		f.mov(dst, v)
		return
	}
	ret, on := f.b.NewLabel(), f.b.NewLabel()
	f.jump(bc.OpResume, v, mode, ret)
	f.mov(dst, v)
	f.goTo(on)
	f.b.Bind(ret)
	f.await(v, v)
	f.doReturn(v)
	f.b.Bind(on)
}

// yieldStar is yield* (ECMA-262 15.5.5, YieldExpression: yield * …). received
// is in v, how it was received in mode.
func (f *fn) yieldStar(e *ast.Yield, dst int) {
	it := f.temps(3)
	v, mode := f.temp(), f.temp()
	x := f.any(e.X)
	f.at(e)
	if f.async {
		f.emit(bc.OpGetasynciter, it, x, 0)
	} else {
		f.emitX(bc.OpGetiter, 1, it, x, 0, 0) // next is called here, or the generator resumed
	}
	f.top = mode + 1
	base := f.window()
	arg := f.temp()
	f.undefined(v)
	f.emit(bc.OpLdint, mode, 0, 0)

	loop, call, result := f.b.NewLabel(), f.b.NewLabel(), f.b.NewLabel()
	throw, ret, done, on := f.b.NewLabel(), f.b.NewLabel(), f.b.NewLabel(), f.b.NewLabel()
	direct, handed, given := f.b.NewLabel(), f.b.NewLabel(), f.b.NewLabel()
	f.b.BindLoop(loop, f.b.Alive())
	f.jump(bc.OpJseqi, mode, 1, throw)
	f.jump(bc.OpJseqi, mode, 2, ret)
	if !f.async {
		f.jump(bc.OpJgen, it+1, 0, direct)
	}
	f.mov(base-1, it+1)
	f.goTo(call)

	// throw: forwarded; without a throw method the iterator is closed and a
	// TypeError tells that it violates the protocol.
	f.b.Bind(throw)
	f.getName(base-1, it, "throw")
	f.jump(bc.OpJnnullish, base-1, 0, call)
	f.closeIter(it, f.async, false)
	f.emit(bc.OpThrowerr, bc.ThrowNoThrowMethod, f.b.String("throw"), 0)

	// return: forwarded, or done here.
	f.b.Bind(ret)
	f.getName(base-1, it, "return")
	f.jump(bc.OpJnnullish, base-1, 0, call)
	if f.async {
		f.await(v, v)
	}
	f.doReturn(v)

	f.b.Bind(call)
	f.mov(base, it)
	f.mov(arg, v)
	f.call(base, base, 1)
	f.b.Bind(result)
	if f.async {
		f.await(base, base)
	}
	f.emit(bc.OpChkiterres, base, 0, 0)
	f.getName(v, base, "done")
	f.jump(bc.OpJt, v, 0, done)
	if f.async {
		f.getName(v, base, "value")
		f.emit(bc.OpYield, v, mode, f.genReg)
		// AsyncGeneratorYield awaits the value of a return; if that fails, the
		// failure is what is forwarded.
		f.jump(bc.OpJsnei, mode, 2, loop)
		start := f.b.Mark()
		f.await(v, v)
		end := f.b.Mark()
		f.goTo(loop)
		if f.b.Handler([]int{start, end}) {
			f.emit(bc.OpCatch, v, 0, 0)
			f.emit(bc.OpLdint, mode, 1, 0)
			f.goTo(loop)
		}
	} else {
		f.mov(v, base)
		f.b.Bind(handed)
		f.emit(bc.OpYieldres, v, mode, f.genReg)
		f.goTo(loop)

		// A generator is resumed without an iterator result object. (What sees the object
		// would be next of this generator, which makes another.) Whatever else is done with
		// it is done by its methods.
		f.b.Bind(direct)
		f.emit(bc.OpLdint, mode, bc.ModeNext, 0)
		f.emitX(bc.OpGenresume, 0, v, it, v, mode)
		f.jump(bc.OpJundef, mode, 0, handed)
		f.jump(bc.OpJf, mode, 0, given)
		f.mov(dst, v)
		f.goTo(on)
		f.b.Bind(given)
		f.emit(bc.OpYield, v, mode, f.genReg)
		f.goTo(loop)
	}

	f.b.Bind(done)
	f.getName(v, base, "value")
	f.jump(bc.OpJsnei, mode, 2, on)
	f.doReturn(v)
	f.b.Bind(on)
	f.mov(dst, v)
}
