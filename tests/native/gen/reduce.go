package gen

// Reduce makes a program smaller as long as fails says that it still fails, asking at most so many times. It takes
// statements and arguments away, puts what is inside a statement in its place, and simple expressions in the place of
// others. fails must not keep the program.
func Reduce(p *Program, fails func(*Program) bool, most int) *Program {
	r := &reducer{p: &Program{Seed: p.Seed, Root: p.Root.clone()}, fails: fails, left: most}
	for r.again = true; r.again && r.left > 0; {
		r.again = false
		r.visit(r.p.Root)
	}
	return r.p
}

type reducer struct {
	p     *Program
	fails func(*Program) bool
	left  int
	again bool // the last round has changed something
}

// try keeps a change if the program still fails, else takes it back.
func (r *reducer) try(do, undo func()) bool {
	if r.left <= 0 {
		return false
	}
	r.left--
	do()
	if r.fails(r.p) {
		r.again = true
		return true
	}
	undo()
	return false
}

func (r *reducer) visit(n *Node) {
	switch n.Kind {
	case List:
		r.takeAway(n)
		r.hoist(n)
	case Args:
		r.takeAway(n)
	}
	for i := 0; i < len(n.Kids); i++ {
		r.simplify(n, i)
		r.visit(n.Kids[i])
	}
}

// takeAway removes as many children as it can, in runs of falling length.
func (r *reducer) takeAway(n *Node) {
	for size := len(n.Kids); size > 0; size /= 2 {
		for at := len(n.Kids) - size; at >= 0 && len(n.Kids) > 0; at -= size {
			if at+size > len(n.Kids) {
				continue
			}
			old := n.Kids
			r.try(func() { n.Kids = append(append([]*Node(nil), old[:at]...), old[at+size:]...) }, func() { n.Kids = old })
		}
	}
}

// hoist puts the statements inside a statement of n in its place.
func (r *reducer) hoist(n *Node) {
	for i := 0; i < len(n.Kids); i++ {
		for _, inner := range n.Kids[i].lists(nil) {
			old := n.Kids
			if r.try(func() {
				n.Kids = append(append(append([]*Node(nil), old[:i]...), inner.Kids...), old[i+1:]...)
			}, func() { n.Kids = old }) {
				i--
				break
			}
		}
	}
}

// lists are the outermost lists inside n.
func (n *Node) lists(all []*Node) []*Node {
	for _, k := range n.Kids {
		if k.Kind == List {
			all = append(all, k)
		} else {
			all = k.lists(all)
		}
	}
	return all
}

// simplify replaces an expression by one inside it or by a constant.
func (r *reducer) simplify(n *Node, i int) {
	for again := true; again && n.Kids[i].Kind == Expr; {
		again = false
		old := n.Kids[i]
		var other []*Node
		for _, t := range []string{"0", "1", "undefined"} {
			if len(old.Kids) == 0 && old.Text[0] == t {
				other = nil
				break
			}
			if len(old.Kids) > 0 || len(old.Text[0]) > 9 {
				other = append(other, expr(t))
			}
		}
		other = append(other, old.exprs(nil)...)
		for _, x := range other {
			if r.try(func() { n.Kids[i] = x }, func() { n.Kids[i] = old }) {
				again = len(x.Kids) > 0
				break
			}
		}
	}
}

// exprs are the outermost expressions inside n.
func (n *Node) exprs(all []*Node) []*Node {
	for _, k := range n.Kids {
		if k.Kind == Expr {
			all = append(all, k)
		} else if k.Kind != List {
			all = k.exprs(all)
		}
	}
	return all
}
