package stubs_test

import (
	"testing"

	"firn/ir/ssa"
	"firn/jit/amd64"
	"firn/jit/amd64/stubs"
)

// TestStubs proves that the code is what the compiler makes now.
func TestStubs(t *testing.T) {
	if len(stubs.Code) != int(ssa.NumStubs) {
		t.Fatalf("%d stubs, not %d: run go generate ./jit/amd64/stubs", len(stubs.Code)-1, ssa.NumStubs-1)
	}
	for s := ssa.Stub(1); s < ssa.NumStubs; s++ {
		code, err := amd64.CompileStub(s)
		if err != nil {
			t.Errorf("%v: %v", s, err)
		} else if string(code) != stubs.Code[s] {
			t.Errorf("%v is stale: run go generate ./jit/amd64/stubs", s)
		}
	}
}
