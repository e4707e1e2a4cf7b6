package firn

import (
	"io"
	"os"

	"firn/jit"
	"firn/runtime"
	"firn/runtime/builtin"
	"firn/runtime/interp"
)

// JIT says when functions are compiled to native code.
type JIT int

// The values of Config.JIT.
const (
	// JITDefault is what this release holds to be best: JITOn, where there is a
	// backend for the CPU.
	JITDefault JIT = iota
	// JITOn compiles what is hot, in the background.
	JITOn
	// JITOff interprets everything.
	JITOff
	// JITAlways compiles every function and loop at once, and waits for it: for
	// tests of the engine itself.
	JITAlways
)

// In the environment: noJIT, set to anything, is JITOff for all machines;
// alwaysJIT is JITAlways for those that say nothing else, to run tests with.
const (
	noJIT     = "FIRN_NOJIT"
	alwaysJIT = "FIRN_JITALWAYS"
)

// native is how the runtime makes engines for native code; nil for none.
func native(mode JIT) runtime.NativeMaker {
	if mode == JITDefault && os.Getenv(alwaysJIT) != "" {
		mode = JITAlways
	}
	if mode == JITOff || !jit.Native || os.Getenv(noJIT) != "" {
		return nil
	}
	return func(vm *interp.Machine, interrupted func() bool) interp.Native {
		e, err := jit.New(vm, jit.Options{Compiler: currentCompiler(), Always: mode == JITAlways, Interrupted: interrupted})
		if err != nil {
			return nil // the machine does without
		}
		vm.AttachNative(mode == JITAlways)
		return e
	}
}

// WriteNativeStats writes what native code has done, for people to read; nothing
// on a machine without native code.
func (m *Machine) WriteNativeStats(w io.Writer) error {
	return m.do(func() error {
		if e, ok := m.rt.Native().(*jit.Engine); ok {
			s := e.Stats()
			s.Fprint(w, builtin.LeafName)
		}
		return nil
	})
}
