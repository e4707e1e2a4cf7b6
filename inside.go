package firn

import (
	"sync/atomic"

	"firn/jit"
	"firn/runtime"
)

// Inside is the machine below this API, for the tools of this module: dumps,
// bisection, tests. What it gives changes from release to release.
func (m *Machine) Inside() *runtime.Machine { return m.rt }

// otherCompiler is what UseCompiler has set.
var otherCompiler atomic.Pointer[jit.Compiler]

// UseCompiler makes c the compiler of native code for the machines that are made
// from now on; nil is the default again. It is for the tools of this module, too.
func UseCompiler(c jit.Compiler) {
	if c == nil {
		otherCompiler.Store(nil)
		return
	}
	otherCompiler.Store(&c)
}

// currentCompiler is the compiler for a new machine.
func currentCompiler() jit.Compiler {
	if c := otherCompiler.Load(); c != nil {
		return *c
	}
	return compiler()
}
