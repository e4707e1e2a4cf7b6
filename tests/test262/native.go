//go:build linux && amd64 && !firn_nojit

package test262

import (
	"sync"

	"firn/heap"
	"firn/jit"
	"firn/runtime"
	"firn/runtime/builtin"
	"firn/runtime/interp"
)

// The ways to compile everything at once.
const (
	// NativeLearnt compiles what has been called or repeated a few times, so that there are shapes and types to rely on.
	NativeLearnt = "learnt"
	// NativeBlind compiles the first call of everything, and not an exit for what has not been executed yet: tests
	// execute most of their code once, and this is how it is executed natively.
	NativeBlind = "blind"
)

// NativeModes are the names of the ways to compile everything at once; none where there is no native code.
func NativeModes() []string {
	if !jit.Native {
		return nil
	}
	return []string{NativeLearnt, NativeBlind}
}

// compiler is shared by all machines. It checks its work in tests of its own.
var compiler = sync.OnceValue(func() jit.Compiler {
	return jit.NewCompiler(jit.CompilerOptions{Intrinsics: jit.Intrinsics(builtin.LeafNumber), Root: builtin.RootByName, CallRoot: builtin.RootFunctionPrototype_call, RegExpLiteral: builtin.RegExpLiteral})
})

// blind is a compiler that is told that every guard has failed before.
type blind struct{ jit.Compiler }

// Build implements jit.Compiler.
func (c blind) Build(h *heap.Heap, r jit.Request) (jit.Job, error) {
	r.Failed = func(tmpl, line uint32, op uint16) bool { return true }
	return c.Compiler.Build(h, r)
}

// nativeMaker makes engines of a mode, nil if there are none.
func nativeMaker(mode string) runtime.NativeMaker {
	o := jit.Options{Always: true}
	switch {
	case !jit.Native:
		return nil
	case mode == NativeLearnt:
		o.Compiler = compiler()
	case mode == NativeBlind:
		o.Compiler, o.Warm = blind{compiler()}, 1
	default:
		return nil
	}
	return func(vm *interp.Machine, interrupted func() bool) interp.Native {
		o := o
		o.Interrupted = interrupted
		e, err := jit.New(vm, o)
		if err != nil {
			return nil // the machine does without
		}
		vm.AttachNative(true)
		return e
	}
}
