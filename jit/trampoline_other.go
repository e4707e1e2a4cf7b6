//go:build !(linux && amd64) || firn_nojit

package jit

// Native says whether this build can run native code at all.
const Native = false
