package backend

import (
	"math/rand"
	"testing"
)

// TestOrder checks Order on random graphs: blocks behind their dominators, loops
// in one piece, cold blocks last, edges and numbers consistent.
func TestOrder(t *testing.T) {
	cfg := testConfig()
	for seed := int64(0); seed < 500; seed++ {
		r := rand.New(rand.NewSource(seed))
		shape := shapes[r.Intn(len(shapes))]
		f := randomFunc(r, cfg, shape)
		o := &orderer{}
		o.postorder(f)
		o.dominators()
		cold := false
		for i, b := range f.Blocks {
			if b.Index != i {
				t.Fatalf("seed %d: block %d has index %d, not %d", seed, b.ID, b.Index, i)
			}
			if d := o.rpo[o.idom[b.num]]; d.Index > i {
				t.Fatalf("seed %d: block %d is before its dominator %d", seed, b.ID, d.ID)
			}
			if cold && !b.Cold {
				t.Fatalf("seed %d: block %d is behind a cold one", seed, b.ID)
			}
			cold = b.Cold
			depth := 0
			for l := b.loop; l != nil; l = l.parent {
				depth++
				if l.header.Index > i {
					t.Fatalf("seed %d: block %d is before the head of its loop", seed, b.ID)
				}
				for _, c := range f.Blocks[l.header.Index : i+1] {
					if !b.Cold && !within(c.loop, l) {
						t.Fatalf("seed %d: block %d is within the loop of block %d, not part of it", seed, c.ID, l.header.ID)
					}
				}
			}
			if depth != b.LoopDepth {
				t.Fatalf("seed %d: block %d has depth %d, not %d", seed, b.ID, b.LoopDepth, depth)
			}
			for _, s := range b.Succs {
				if len(b.Succs) > 1 && len(s.Preds) > 1 {
					t.Fatalf("seed %d: critical edge from block %d to %d", seed, b.ID, s.ID)
				}
			}
		}
	}
}

// TestLoopsFound: every cycle of a structured graph is a loop.
func TestLoopsFound(t *testing.T) {
	cfg := testConfig()
	for seed := int64(0); seed < 200; seed++ {
		f := randomFunc(rand.New(rand.NewSource(seed)), cfg, randomShape{blocks: 40, insts: 1, structured: true})
		for _, b := range f.Blocks {
			for _, s := range b.Succs {
				if s.Index <= b.Index && !b.Cold && (s.loop == nil || s.loop.header != s || !within(b.loop, s.loop)) {
					t.Fatalf("seed %d: the edge from block %d to %d is in no loop", seed, b.ID, s.ID)
				}
			}
		}
	}
}

// TestRemoveEmptyBlocks: the graph stays consistent and computes the same.
func TestRemoveEmptyBlocks(t *testing.T) {
	removed := 0
	for seed := int64(0); seed < 300; seed++ {
		r := rand.New(rand.NewSource(seed))
		cfg := testConfig()
		f := randomFunc(r, cfg, shapes[r.Intn(len(shapes))])
		before := copyFunc(f)
		if err := Allocate(f, cfg); err != nil {
			t.Fatal(err)
		}
		n := len(f.Blocks)
		RemoveEmptyBlocks(f)
		removed += n - len(f.Blocks)
		for i, b := range f.Blocks {
			if b.Index != i {
				t.Fatalf("seed %d: index %d is %d", seed, i, b.Index)
			}
			for _, s := range b.Succs {
				k := 0
				for _, p := range s.Preds {
					if p == b {
						k++
					}
				}
				if k == 0 || f.Blocks[s.Index] != s {
					t.Fatalf("seed %d: edge from block %d to %d", seed, b.ID, s.ID)
				}
			}
		}
		if err := compareRuns(before, f, 7); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
	if removed == 0 {
		t.Error("no block was removed")
	}
}
