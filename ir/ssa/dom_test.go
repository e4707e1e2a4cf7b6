package ssa

import (
	"math/rand"
	"testing"
)

// randomGraph makes n blocks with random edges, the entry without predecessors.
func randomGraph(r *rand.Rand, n int) *Func {
	f := &Func{Name: "random"}
	for i := 0; i < n; i++ {
		f.NewBlock(Ret)
	}
	for _, b := range f.Blocks {
		switch r.Intn(4) {
		case 0, 1:
			b.Kind = Jump
			b.Connect(f.Blocks[1+r.Intn(n-1)])
		case 2:
			b.Kind = If
			b.Connect(f.Blocks[1+r.Intn(n-1)])
			b.Connect(f.Blocks[1+r.Intn(n-1)])
		}
	}
	return f
}

// reach marks what can be reached from the entry without passing avoid.
func reach(f *Func, avoid *Block) map[*Block]bool {
	seen := map[*Block]bool{}
	var visit func(b *Block)
	visit = func(b *Block) {
		if b == avoid || seen[b] {
			return
		}
		seen[b] = true
		for _, s := range b.Succs {
			visit(s)
		}
	}
	visit(f.Blocks[0])
	return seen
}

func TestDominators(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for n := 0; n < 300; n++ {
		f := randomGraph(r, 2+r.Intn(14))
		f.Analyze()
		all := reach(f, nil)
		for _, b := range f.Blocks {
			if b.Reachable() != all[b] {
				t.Fatalf("%v: Reachable is %v in\n%v", b, b.Reachable(), f)
			}
			without := reach(f, b)
			for _, c := range f.Blocks {
				if !all[b] || !all[c] {
					continue
				}
				if want := !without[c]; b.Dominates(c) != want {
					t.Fatalf("%v dominates %v is %v, want %v, in\n%v", b, c, b.Dominates(c), want, f)
				}
			}
			if d := b.Dom; d != nil {
				for _, c := range f.Blocks {
					if all[c] && c != b && c.Dominates(b) && !c.Dominates(d) {
						t.Fatalf("%v is not the immediate dominator of %v: %v is nearer in\n%v", d, b, c, f)
					}
				}
			}
		}
		for i, b := range f.rpo {
			if b.order != i {
				t.Fatalf("order of %v is %d, not %d", b, b.order, i)
			}
			if b.Dom != nil && b.Dom.order >= i {
				t.Fatalf("the dominator of %v comes behind it", b)
			}
		}
	}
}

// TestLoops compares the loops of random graphs with their definition.
func TestLoops(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	nested := 0
	for n := 0; n < 500; n++ {
		f := randomGraph(r, 2+r.Intn(14))
		f.Analyze()
		// member[h] is the natural loop of header h.
		member := map[*Block]map[*Block]bool{}
		for _, h := range f.rpo {
			for _, p := range h.Preds {
				if !p.Reachable() || !h.Dominates(p) {
					continue
				}
				if member[h] == nil {
					member[h] = map[*Block]bool{h: true}
				}
				work := []*Block{p}
				for len(work) > 0 {
					b := work[len(work)-1]
					work = work[:len(work)-1]
					if !member[h][b] {
						member[h][b] = true
						work = append(work, b.Preds...)
					}
				}
			}
		}
		if len(f.loops) != len(member) {
			t.Fatalf("%d loops, want %d, in\n%v", len(f.loops), len(member), f)
		}
		for _, l := range f.loops {
			for _, b := range f.rpo {
				if l.Contains(b) != member[l.Header][b] {
					t.Fatalf("loop of %v contains %v: %v in\n%v", l.Header, b, l.Contains(b), f)
				}
			}
			for i, b := range l.Blocks {
				if !member[l.Header][b] || i > 0 && l.Blocks[i-1].order >= b.order {
					t.Fatalf("loop of %v lists %v in\n%v", l.Header, b, f)
				}
			}
			if l.Depth > 1 {
				nested++
			}
		}
		for _, b := range f.rpo {
			depth := 0
			for _, m := range member {
				if m[b] {
					depth++
				}
			}
			if b.Depth != depth {
				t.Fatalf("depth of %v is %d, want %d, in\n%v", b, b.Depth, depth, f)
			}
		}
	}
	if nested < 10 {
		t.Errorf("only %d nested loops were tried", nested)
	}
}

func TestEntry(t *testing.T) {
	f := parseGood(t)
	f.Analyze()
	if pre, _ := f.loops[0].entry(); pre != f.Blocks[0] {
		t.Errorf("the loop is entered from %v", pre)
	}
	// A second way in.
	f.Blocks[3].Kind = Jump
	f.Blocks[3].Connect(f.Blocks[1])
	f.Blocks[0].Kind = If
	f.Blocks[0].Connect(f.Blocks[3])
	f.changedCFG()
	f.Analyze()
	if pre, _ := f.loops[0].entry(); pre != nil {
		t.Errorf("a loop with two entries is entered from %v", pre)
	}
}
