//go:build linux && amd64 && !firn_nojit

package native

import (
	"sync"

	"firn/heap"
	"firn/ir/ssa"
	"firn/jit"
	"firn/jit/amd64"
	"firn/jit/amd64/golang"
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

// Everything makes engines that compile all functions and loops at once, or when they have been executed warm times.
func Everything(warm uint32) runtime.NativeMaker {
	return maker(jit.Options{Always: true, Warm: warm, Compiler: jit.NewCompiler(jit.CompilerOptions{Intrinsics: intrinsics()})})
}

// withJIT configures a machine with native code.
func withJIT(c *runtime.Config, seed int64, o jit.Options, co jit.CompilerOptions) {
	if o.Compiler == nil {
		o.Compiler = jit.NewCompiler(compilerOptions(co, seed))
	}
	c.Native = maker(o)
}

func maker(o jit.Options) runtime.NativeMaker {
	return func(vm *interp.Machine, interrupted func() bool) interp.Native {
		o := o
		o.Interrupted = interrupted
		e, err := jit.New(vm, o)
		if err != nil {
			panic(err)
		}
		vm.AttachNative(o.Always)
		return e
	}
}

// compilerOptions completes options. The compiler checks its work, which takes
// most of the time, for some of the seeds.
func compilerOptions(o jit.CompilerOptions, seed int64) jit.CompilerOptions {
	o.Intrinsics, o.Check, o.Key = intrinsics(), seed%4 == 0, 1
	o.Root, o.CallRoot, o.RegExpLiteral = builtin.RootByName, builtin.RootFunctionPrototype_call, builtin.RegExpLiteral
	return o
}

// always compiles every function and waits for it: at once for some of the seeds,
// when the interpreter has learnt something for others.
func always(seed int64) jit.Options {
	return jit.Options{Always: true, Warm: []uint32{0, 10, 40}[seed%3]}
}

func jitModes() []Mode {
	modes := []Mode{
		{Name: "native always", Slow: 10, Configure: func(c *runtime.Config, seed int64) { withJIT(c, seed, always(seed), jit.CompilerOptions{}) }},
		{Name: "native on", Slow: 2, Configure: func(c *runtime.Config, seed int64) { withJIT(c, seed, jit.Options{}, jit.CompilerOptions{}) }},
		{Name: "native, guards forced to fail", Slow: 20, Configure: func(c *runtime.Config, seed int64) {
			f := newForcer(seed, compilerOptions(jit.CompilerOptions{}, seed))
			o := always(seed)
			o.Compiler = f
			withJIT(c, seed, o, jit.CompilerOptions{})
		}},
		{Name: "native in slices", Slow: 20, Slice: sliceUnits, Configure: func(c *runtime.Config, seed int64) {
			withJIT(c, seed, always(seed), jit.CompilerOptions{})
		}},
		{Name: "native, collect at every safepoint", Slow: 300, Configure: func(c *runtime.Config, seed int64) {
			c.Stress = heap.StressCollect | heap.StressVerify | heap.StressPoison
			withJIT(c, seed, always(seed), jit.CompilerOptions{})
		}},
		{Name: "native, collect in windows", Slow: 20, Rare: true, Slice: sliceUnits, Windows: 12, Configure: func(c *runtime.Config, seed int64) {
			c.Stress = heap.StressCollect | heap.StressVerify | heap.StressPoison
			withJIT(c, seed, always(seed), jit.CompilerOptions{})
		}},
		{Name: "native by golang-asm", Slow: 20, Rare: true, Configure: func(c *runtime.Config, seed int64) {
			withJIT(c, seed, always(seed), jit.CompilerOptions{Assembler: func() amd64.Assembler { return new(golang.Assembler) }})
		}},
	}
	for _, name := range ssa.PassNames() {
		disable := map[string]bool{name: true}
		modes = append(modes, Mode{Name: "native without " + name, Slow: 10, Rare: true, Configure: func(c *runtime.Config, seed int64) {
			withJIT(c, seed, always(seed), jit.CompilerOptions{Disable: disable})
		}})
	}
	return modes
}
