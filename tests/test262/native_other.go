//go:build !(linux && amd64) || firn_nojit

package test262

import "firn/runtime"

// NativeModes are the names of the ways to compile everything at once: none in this build.
func NativeModes() []string { return nil }

func nativeMaker(mode string) runtime.NativeMaker { return nil }
