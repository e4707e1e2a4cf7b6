//go:build !(linux && amd64) || firn_nojit

package main

import "firn/jit"

func checkPasses([]string) error { return nil }

func (a *app) watchCompiler(*inspector, *dumpFlags) error { return jit.ErrNoNative }

// native reports that there is no compiler of native code here, if one is needed.
func (v *view) native() error {
	if v.wants("ssa") || v.wants("regalloc") || v.wants("asm") || v.wants("deopt") || v.d.html != "" {
		return jit.ErrNoNative
	}
	return nil
}
