//go:build !(linux && amd64) || firn_nojit

package firn

import "firn/jit"

// compiler is nil: there is none.
func compiler() jit.Compiler { return nil }
