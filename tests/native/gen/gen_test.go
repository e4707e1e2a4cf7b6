package gen

import (
	"strings"
	"testing"
)

// TestSame: a seed makes one program.
func TestSame(t *testing.T) {
	for seed := int64(0); seed < 30; seed++ {
		a, b := New(seed, Options{Own: seed%2 == 0}).Source(), New(seed, Options{Own: seed%2 == 0}).Source()
		if a != b {
			t.Fatalf("seed %d makes two programs", seed)
		}
		if a == New(seed+1, Options{}).Source() {
			t.Errorf("seeds %d and %d make the same program", seed, seed+1)
		}
	}
}

// TestReduce makes programs small in which a text stands that is wanted.
func TestReduce(t *testing.T) {
	for seed := int64(0); seed < 10; seed++ {
		p := New(seed, Options{})
		want := "mix("
		contains := func(p *Program) bool { return strings.Contains(p.Root.String(), want) }
		if !contains(p) {
			t.Fatalf("seed %d has no %s", seed, want)
		}
		before := p.Source()
		small := Reduce(p, contains, 5000)
		if n := len(small.Root.String()); n > 200 || !contains(small) {
			t.Errorf("seed %d: %d bytes are left:\n%s", seed, n, small.Root)
		}
		if p.Source() != before {
			t.Errorf("seed %d: the program itself has changed", seed)
		}
	}
}
