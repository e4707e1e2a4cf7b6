//go:build !(linux && amd64) || firn_nojit

package jit

import "testing"

func TestNoNative(t *testing.T) {
	if Native {
		t.Error("Native is true")
	}
	if m, err := NewCodeMemory(1 << 20); err != ErrNoNative {
		t.Error(m, err)
	}
	if s, err := AcquireStack(); err != ErrNoNative {
		t.Error(s, err)
	}
}
