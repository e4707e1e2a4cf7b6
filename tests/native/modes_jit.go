//go:build linux && amd64 && !firn_nojit

package native

import (
	"sync"

	"firn/heap"
	"firn/ir/ssa"
	"firn/jit"
	"firn/runtime"
	"firn/runtime/builtin"
	"firn/runtime/interp"
)

func init() { nativeModes = jitModes }

// intrinsics are the leaves that native code does itself.
var intrinsics = sync.OnceValue(func() map[uint32]ssa.Intrinsic {
	leaves := map[string]uint32{}
	for n := uint32(0); n < builtin.NumLeaves; n++ {
		leaves[builtin.LeafName(n)] = n
	}
	return jit.Intrinsics(func(name string) (uint32, bool) {
		n, ok := leaves[name]
		return n, ok
	})
})

// withJIT configures a machine with native code. The compiler checks itself.
func withJIT(c *runtime.Config, o jit.Options, co jit.CompilerOptions) {
	if o.Compiler == nil {
		o.Compiler = jit.NewCompiler(compilerOptions(co))
	}
	c.Native = func(vm *interp.Machine, interrupted func() bool) interp.Native {
		o.Interrupted = interrupted
		e, err := jit.New(vm, o)
		if err != nil {
			panic(err)
		}
		vm.AttachNative(o.Always)
		return e
	}
}

// compilerOptions has the compiler check its work.
func compilerOptions(o jit.CompilerOptions) jit.CompilerOptions {
	o.Intrinsics, o.Check, o.Key = intrinsics(), true, 1
	return o
}

// always compiles every function at once.
var always = jit.Options{Always: true}

func jitModes() []Mode {
	modes := []Mode{
		{Name: "native always", Slow: 10, Configure: func(c *runtime.Config, _ int64) { withJIT(c, always, jit.CompilerOptions{}) }},
		{Name: "native on", Slow: 2, Configure: func(c *runtime.Config, _ int64) { withJIT(c, jit.Options{}, jit.CompilerOptions{}) }},
		{Name: "native, exits forced", Slow: 20, Configure: func(c *runtime.Config, seed int64) {
			withJIT(c, jit.Options{Always: true, Compiler: newForcer(seed, compilerOptions(jit.CompilerOptions{}))}, jit.CompilerOptions{})
		}},
		{Name: "native in slices", Slow: 20, Slice: 20000, Configure: func(c *runtime.Config, _ int64) {
			withJIT(c, always, jit.CompilerOptions{})
		}},
		{Name: "native, collect at every safepoint", Slow: 300, Configure: func(c *runtime.Config, _ int64) {
			c.Stress = heap.StressCollect | heap.StressVerify | heap.StressPoison
			withJIT(c, always, jit.CompilerOptions{})
		}},
	}
	for _, name := range ssa.PassNames() {
		disable := map[string]bool{name: true}
		modes = append(modes, Mode{Name: "native without " + name, Slow: 10, Rare: true, Configure: func(c *runtime.Config, _ int64) {
			withJIT(c, always, jit.CompilerOptions{Disable: disable})
		}})
	}
	return modes
}
