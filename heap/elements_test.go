package heap

import (
	"math/rand"
	"testing"
)

// TestTrimElements pushes onto arrays and drops their first elements, with collections
// in between, and looks at all there is each time.
func TestTrimElements(t *testing.T) {
	for _, nursery := range []uint32{0, 1 << 18} {
		h := objectHeapOf(t, Geometry{Stack: 1 << 16, Nursery: nursery, RAM: 64 << 20})
		h.Stress = StressVerify | StressPoison
		rnd := rand.New(rand.NewSource(1))
		const arrays = 3
		var want [arrays][]Value
		for i := range want {
			h.StackTop += 8
			h.SetVal(h.StackBase+8*uint32(i), Object(h.NewArray(0)))
		}
		for step := 0; step < 600; step++ {
			i := rnd.Intn(arrays)
			at := h.StackBase + 8*uint32(i)
			for n := rnd.Intn(200); n > 0; n-- {
				v := Value(Int(int32(step)))
				if n&3 == 0 {
					c := h.AllocValues(KRecord, OffValues+8, OffValues, Int(int32(n)))
					v = Int(int32(n))
					want[i] = append(want[i], v)
					if !h.ArrayPush(h.Val(at).Ref(), CellRef(c)) {
						t.Fatal("push")
					}
					continue
				}
				want[i] = append(want[i], v)
				if !h.ArrayPush(h.Val(at).Ref(), v) {
					t.Fatal("push")
				}
			}
			for n := rnd.Intn(4); n > 0; n-- {
				k := 1 + rnd.Intn(70)
				a := h.Val(at).Ref()
				if k >= len(want[i]) {
					break
				}
				h.TrimElements(a, uint32(k))
				want[i] = want[i][k:]
				h.SetArrayLength(a, Uint32(uint32(len(want[i]))))
			}
			if step%5 == 0 {
				if !h.Collect(step%50 == 0) {
					t.Fatal("out of memory")
				}
			} else if err := h.Verify(); err != nil {
				t.Fatalf("step %d: %v", step, err)
			}
			for j := range want {
				a := h.Val(h.StackBase + 8*uint32(j)).Ref()
				e := h.U32(a + OffElements)
				if h.U32(a+OffWord) != uint32(len(want[j])) {
					t.Fatalf("step %d: %d elements for %d", step, h.U32(a+OffWord), len(want[j]))
				}
				for k, w := range want[j] {
					v := h.Val(e + OffValues + 8*uint32(k))
					if v.IsCell() {
						v = h.Val(v.Ref() + OffValues)
					}
					if v != w {
						t.Fatalf("step %d: element %d of array %d is %#x, not %#x", step, k, j, v, w)
					}
				}
			}
		}
	}
}
