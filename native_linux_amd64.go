//go:build !firn_nojit

package firn

import (
	"sync"

	"firn/jit"
	"firn/runtime/builtin"
)

// compiler is the compiler of the process.
var compiler = sync.OnceValue(func() jit.Compiler {
	leaves := map[string]uint32{}
	for n := uint32(0); n < builtin.NumLeaves; n++ {
		leaves[builtin.LeafName(n)] = n
	}
	return jit.NewCompiler(jit.CompilerOptions{Intrinsics: jit.Intrinsics(func(name string) (uint32, bool) {
		n, ok := leaves[name]
		return n, ok
	})})
})
