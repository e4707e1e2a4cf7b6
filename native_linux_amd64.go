//go:build !firn_nojit

package firn

import (
	"sync"

	"firn/jit"
	"firn/runtime/builtin"
)

// compiler is the compiler of the process.
var compiler = sync.OnceValue(func() jit.Compiler {
	return jit.NewCompiler(jit.CompilerOptions{Intrinsics: jit.Intrinsics(builtin.LeafNumber), Root: builtin.RootByName,
		RegExpLiteral: builtin.RegExpLiteral, CallRoot: builtin.RootFunctionPrototype_call})
})
