package ssa

import (
	"fmt"
)

// Check says what is wrong with f: a broken rule of the graph, the first found.
// It is for tests and debugging: passes rely on what it checks, and none may
// break it.
func Check(f *Func) error {
	c := checker{f: f, place: make([]int, f.nextValue), at: make([]*Block, f.nextValue)}
	if err := c.blocks(); err != nil {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	f.changedCFG() // whoever forgot it is not to mislead the checker
	f.Analyze()
	for _, b := range f.Blocks {
		if err := c.block(b); err != nil {
			return fmt.Errorf("%s: %v: %w", f.Name, b, err)
		}
	}
	if v := sharesState(f); v != nil {
		return fmt.Errorf("%s: %s shares its state", f.Name, v.LongString())
	}
	return nil
}

// sharesState finds a Slow whose state somebody else has, too.
func sharesState(f *Func) (slow *Value) {
	uses := map[*FrameState]int{}
	var all []*Value
	for _, b := range f.Blocks {
		for _, v := range b.Values {
			uses[v.State]++
			if v.Op.isSlow() {
				all = append(all, v)
			}
		}
		uses[b.State]++
		uses[b.EndState]++
	}
	for _, v := range all {
		if uses[v.State] > 1 {
			return v
		}
	}
	return nil
}

type checker struct {
	f     *Func
	place []int    // by value ID: place in its block
	at    []*Block // by value ID: the block it is in
}

// blocks checks numbers, edges, and that every value is in one place.
func (c *checker) blocks() error {
	f := c.f
	if len(f.Blocks) == 0 || len(f.Blocks[0].Preds) > 0 {
		return fmt.Errorf("the entry block is missing or has predecessors")
	}
	ids := make([]bool, f.nextBlock)
	there := make(map[*Block]bool, len(f.Blocks))
	for _, b := range f.Blocks {
		if b.ID < 0 || b.ID >= f.nextBlock || ids[b.ID] {
			return fmt.Errorf("the number of %v is out of range or taken", b)
		}
		ids[b.ID], there[b] = true, true
	}
	for _, b := range f.Blocks {
		for _, s := range b.Succs {
			if !there[s] {
				return fmt.Errorf("%v: successor %v is not in the function", b, s)
			}
			if n, m := count(b.Succs, s), count(s.Preds, b); n != m {
				return fmt.Errorf("%v has %d edges to %v, which has %d from it", b, n, s, m)
			}
		}
		for _, p := range b.Preds {
			if !there[p] || count(p.Succs, b) == 0 {
				return fmt.Errorf("%v: predecessor %v does not lead to it", b, p)
			}
		}
		want := [...]int{Jump: 1, If: 2, Ret: 0, Exit: 0}
		if b.Kind > Exit || len(b.Succs) != want[b.Kind] {
			return fmt.Errorf("%v: kind %d with %d successors", b, b.Kind, len(b.Succs))
		}
		for i, v := range b.Values {
			if v.ID < 0 || v.ID >= f.nextValue || c.at[v.ID] != nil {
				return fmt.Errorf("%v: the number of %s is out of range or taken", b, v.LongString())
			}
			if v.Block != b {
				return fmt.Errorf("%v: %s says that it is in %v", b, v.LongString(), v.Block)
			}
			c.at[v.ID], c.place[v.ID] = b, i
		}
	}
	return nil
}

func count(list []*Block, b *Block) (n int) {
	for _, x := range list {
		if x == b {
			n++
		}
	}
	return n
}

func (c *checker) block(b *Block) error {
	phis := true
	for i, v := range b.Values {
		if v.Op == OpPhi && !phis {
			return fmt.Errorf("%s is not among the first values", v.LongString())
		}
		phis = v.Op == OpPhi
		if err := c.value(b, i, v); err != nil {
			return fmt.Errorf("%s: %w", v.LongString(), err)
		}
	}
	end := len(b.Values)
	want := map[BlockKind]Type{If: Bool, Ret: Val}[b.Kind]
	if b.Kind == Ret && c.f.Stub != nil {
		want = c.f.Stub.Result
	}
	switch {
	case want == None && b.Control != nil:
		return fmt.Errorf("it has a control value, %v", b.Control)
	case want != None && (b.Control == nil || b.Control.Type != want):
		return fmt.Errorf("the control value must be a %v", want)
	case want != None:
		if err := c.use(b.Control, b, end); err != nil {
			return err
		}
	}
	if (b.Kind == Exit) != (b.State != nil) {
		return fmt.Errorf("exit blocks have a state, others none")
	}
	if b.EndState != nil && b.Kind != Jump {
		return fmt.Errorf("an end state of a block that does not jump")
	}
	if err := c.state(b.State, b, end); err != nil {
		return err
	}
	return c.state(b.EndState, b, end)
}

func (c *checker) value(b *Block, i int, v *Value) error {
	if v.Op == OpInvalid || v.Op >= NumOps {
		return fmt.Errorf("no operation")
	}
	info := v.Op.Info()
	if v.Type != info.Result && info.Result != anyType || v.Type > Ref {
		return fmt.Errorf("has type %v", v.Type)
	}
	if v.Op == OpPhi {
		if len(v.Args) != len(b.Preds) {
			return fmt.Errorf("%d arguments for %d predecessors", len(v.Args), len(b.Preds))
		}
		for k, a := range v.Args {
			if a == nil || a.Type != v.Type {
				return fmt.Errorf("argument %v has another type", a)
			}
			if err := c.use(a, b.Preds[k], len(b.Preds[k].Values)); err != nil {
				return err
			}
		}
		return nil
	}
	if len(v.Args) < len(info.Args) || len(v.Args) > len(info.Args) && !info.Repeat {
		return fmt.Errorf("%d arguments, not %d", len(v.Args), len(info.Args))
	}
	for k, a := range v.Args {
		want := info.Args[min(k, len(info.Args)-1)]
		if a == nil || a.Type != want && (want != anyType || a.Type == None) {
			return fmt.Errorf("argument %v is not of type %v", a, want)
		}
		if err := c.use(a, b, i); err != nil {
			return err
		}
	}
	if (info.Props&Guard != 0) != (v.State != nil) {
		return fmt.Errorf("guards have a state, others none")
	}
	if (info.Props&(Load|Store) != 0) != (v.Mem != MemNone) {
		return fmt.Errorf("loads and stores have a memory class, others none")
	}
	if err := checkAux(v, info); err != nil {
		return err
	}
	if v.Op == OpLoadSlot && b != c.f.Blocks[0] {
		return fmt.Errorf("slots are as at entry only in the entry block")
	}
	if err := checkVirtual(v); err != nil {
		return err
	}
	if err := c.stub(v, b); err != nil {
		return err
	}
	if v.Op == OpThrew && !threwAt(b, i) {
		return fmt.Errorf("is not about a Call or Slow: nothing may leave between them")
	}
	if v.Op.isSlow() {
		var virtual *Value
		v.State.eachSlot(func(_ int, w *Value) {
			if describes(w) {
				virtual = w
			}
		})
		if virtual != nil {
			return fmt.Errorf("writes the description %v to a slot", virtual)
		}
	}
	if v.Fn != 0 && (v.Fn < 0 || int(v.Fn) >= len(c.f.Functions)) {
		return fmt.Errorf("comes from function %d, which is not there", v.Fn)
	}
	return c.state(v.State, b, i)
}

// threwAt reports whether the last value before place i of b that may leave is one out
// of which exceptions may come.
func threwAt(b *Block, i int) bool {
	for i--; i >= 0 && b.Values[i].State == nil; i-- {
	}
	return i >= 0 && b.Values[i].Op.Has(Clobber)
}

// stub checks parameters and calls of stubs.
func (c *checker) stub(v *Value, b *Block) error {
	switch v.Op {
	case OpParam:
		if s := c.f.Stub; s == nil || v.Aux < 0 || v.Aux >= int64(len(s.Args)) || s.Args[v.Aux] != v.Type || b != c.f.Blocks[0] {
			return fmt.Errorf("is no argument of a stub")
		}
	case OpStubInt, OpStubRef:
		if v.Aux <= 0 || v.Aux >= int64(NumStubs) {
			return fmt.Errorf("calls stub %d, which is not there", v.Aux)
		}
		s := &Stubs[v.Aux]
		ok := v.Type == s.Result && len(v.Args) == len(s.Args)
		for i := 0; ok && i < len(s.Args); i++ {
			ok = v.Args[i].Type == s.Args[i]
		}
		if !ok {
			return fmt.Errorf("has other types than stub %s", s.Name)
		}
	}
	return nil
}

func checkAux(v *Value, info *Info) error {
	ok := true
	switch info.Aux {
	case AuxInt:
		ok = v.Aux == int64(int32(v.Aux)) && (v.Op != OpConstBool || v.Aux>>1 == 0)
	case AuxCond:
		ok = v.Aux >= int64(Eq) && v.Aux <= int64(Ge) && (v.Aux <= int64(Ne) || v.Op != OpCmpRef && v.Op != OpCmpVal)
	case AuxMath:
		ok = v.Aux >= firstMath && v.Aux <= lastMath
	case AuxTag:
		ok = v.Aux >= 0xFFF9 && v.Aux <= 0xFFFF
	case AuxOffset, AuxPool:
		ok = v.Aux == int64(uint32(v.Aux))
	case AuxNone:
		ok = v.Aux == 0
	}
	if !ok {
		return fmt.Errorf("aux value out of range")
	}
	return nil
}

// use checks that v is there before place i of b.
func (c *checker) use(v *Value, b *Block, i int) error {
	if v.ID < 0 || v.ID >= len(c.at) || c.at[v.ID] == nil || c.at[v.ID].Values[c.place[v.ID]] != v {
		return fmt.Errorf("uses %v, which is nowhere", v)
	}
	d := c.at[v.ID]
	switch {
	case d == b && c.place[v.ID] < i, !b.Reachable():
		return nil
	case d == b || !d.Reachable() || !d.Dominates(b):
		return fmt.Errorf("uses %v of %v, which is not always there", v, d)
	}
	return nil
}

// state checks the uses of a state at place i of b.
func (c *checker) state(s *FrameState, b *Block, i int) (err error) {
	for t := s; t != nil; t = t.Parent {
		if n := len(c.f.Functions); t.Fn < 0 || int(t.Fn) >= n && n > 0 {
			return fmt.Errorf("a state is of function %d, which is not there", t.Fn)
		}
		for r, v := range t.Regs {
			if v != nil && t.IsInSlot(r) {
				return fmt.Errorf("a state has r%d both as %v and in its slot", r, v)
			}
		}
		if t.Parent != nil && t.Callee == nil {
			return fmt.Errorf("the state of an inlined frame has no callee")
		}
	}
	s.eachValue(func(v *Value) {
		if err != nil {
			return
		}
		if err = c.use(v, b, i); err == nil && (v.Type == None || v.Type == Ref) {
			err = fmt.Errorf("a state has %v, which is of type %v", v, v.Type)
		}
		if err != nil {
			err = fmt.Errorf("state: %w", err)
		}
	})
	return err
}
