package tables

import "testing"

// TestTables: what is asked for is there, zero where it should be, and in the same
// memory if that is enough.
func TestTables(t *testing.T) {
	z := Zeros[int32](nil, 12000)
	for i := range z {
		z[i] = int32(i) + 1
	}
	again := Zeros(z, 8000)
	if len(z) != 12000 || cap(z) != 16384 || len(again) != 8000 || &again[0] != &z[0] {
		t.Errorf("%d of %d elements, then %d", len(z), cap(z), len(again))
	}
	for i, x := range again {
		if x != 0 {
			t.Fatalf("element %d is %d", i, x)
		}
	}
	if again[:8001][8000] != 8001 {
		t.Error("more was cleared than asked for")
	}
	e := Empty(z, 16384)
	if len(e) != 0 || cap(e) != 16384 || &e[:1][0] != &z[0] {
		t.Errorf("an empty list has %d of %d elements", len(e), cap(e))
	}
	if e = Empty(e, 16385); cap(e) != 32768 {
		t.Errorf("a larger list has room for %d", cap(e))
	}
	if type3 := Empty[[3]byte](nil, 1); cap(type3)*3 > leastBytes || cap(type3) < 2000 {
		t.Errorf("the least room is %d", cap(type3))
	}
}
