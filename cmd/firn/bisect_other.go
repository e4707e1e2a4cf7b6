//go:build !(linux && amd64) || firn_nojit

package main

import "firn/jit"

// choose reports that there is no compiler of native code here.
func choose(choice) error { return jit.ErrNoNative }
