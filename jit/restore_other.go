//go:build !(linux && amd64) || firn_nojit

package jit

import "unsafe"

func restore(unsafe.Pointer, *Engine) {}
