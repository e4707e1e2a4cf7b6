//go:build linux && amd64 && !firn_nojit

package amd64_test

import (
	"testing"

	"firn/heap"
	"firn/ir/ssa"
)

// TestStubInstanceOf compares the stub with a walk up the prototypes.
func TestStubInstanceOf(t *testing.T) {
	r := newRunner(t)
	h := r.h
	objects := []uint32{h.NewObject(0, 0), h.NewKind(heap.KProxy, 0)}
	for i := 0; i < 12; i++ {
		objects = append(objects, h.NewObject(objects[i/2], 0))
	}
	r.stub(ssa.StubInstanceOf, ssa.Ref, ssa.Ref)
	for _, o := range objects {
		for _, proto := range objects {
			got, exit := r.run(heap.Object(o), heap.Object(proto))
			want := int32(0)
			for at := o; at != 0 && want == 0; at = h.Proto(at) {
				switch {
				case h.Kind(at) == heap.KProxy:
					want = -1
				case h.Proto(at) == proto:
					want = 1
				}
			}
			if exit != nil || got != heap.Int(want) {
				t.Errorf("%#x of %#x: %s, want %d, exit %v", o, proto, show(got), want, exit)
			}
		}
	}
}
