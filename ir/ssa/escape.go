package ssa

import "firn/heap"

// escape replaces new cells that nothing but this function can see by the
// values in them: objects, arrays and their elements, contexts, closures. Loads
// become what was stored, with phis where control joins; stores and the Alloc
// go. Frame states describe the cells (Virtual), and an exit that needs one
// makes it.
//
// This is the analysis of Stadler, Würthinger, Mössenböck, "Partial Escape
// Analysis and Scalar Replacement for Java" (CGO 2014), in rounds: a round walks
// the reachable blocks in reverse postorder and assumes that no candidate's cell
// is needed and that loops do not change contents. It evaluates what becomes
// constant, so that the other side of a branch does not count. What turns out
// wrong (objects that escape, contents that loops change) is noted and the next
// round does without. The graph is not changed before a round ends without
// surprises.
//
// A phi of objects of one layout becomes an object itself, a join, whose fields
// are phis. That is right when nothing else refers to the objects behind the phi:
// they are dead there, and one that is used all the same spoils the join.
func escape(f *Func) {
	e := newEscaper(f)
	if e == nil {
		return
	}
	for n := 0; ; n++ {
		if e.left == 0 || n == maxRounds {
			return
		}
		f.nextValue = e.first
		if e.round() {
			break
		}
	}
	e.commit()
	// What was in fields is phis and plain values now.
	phielim(f)
	deadcode(f)
	phirep(f)
	rewrite(f)
}

const (
	maxRounds  = 40
	maxObjects = 128
)

// object is a candidate: an Alloc, or a join of objects.
type object struct {
	alloc *Value // of a join, in no block
	boxed *Value // stands for the object as a Val; in no block
	index int
	stays bool // its cell is needed

	join    *Block // where others become this one; nil: it is an Alloc
	sources []*object
}

// contents is what is in a cell, one element for 4 bytes: of a Val field, the
// value and upper; of others a Ref or Int (constants are ConstInt until they are
// read); nil where nothing has been stored. What differs where control joins may
// be a mark, see fieldPhi. It is shared by blocks, and copied to be changed.
type contents []*Value

// upper is the second half of a Val field.
var upper = &Value{ID: 1 << 30}

func (c contents) wide(i int) bool { return i+1 < len(c) && c[i+1] == upper }

// joinField is a field of an object where control joins.
type joinField struct {
	block  *Block
	object int
	at     int
}

type escaper struct {
	f         *Func
	objects   []*object
	allocs    int                // the first objects, which are no joins
	left      int                // objects that do not stay
	index     []int32            // by value ID: 1 + number of the object whose alloc or boxed this is
	changed   map[joinField]Type // fields that a loop changes, by its header
	wanted    map[joinField]bool // fields whose marks were read
	marks     map[joinField]*Value
	places    []joinField // by Aux of marks
	joins     map[string]*object
	consts    map[constKey]*Value // constants in fields
	constList []*Value
	first     int // first number of the values that the next round makes
	again     bool

	// The round.
	s      *subst
	r      rewriter // its out is the current block so far
	blocks []escapeBlock
	b      *Block
	cur    []contents // by object: what is in it; nil: not made yet, or dead
	states []valueState
	preds  []int // of the block: those that the round has reached
	room   *rounds
	parks  *parking // for the instruction of the driver at the current place

	describer
}

// rounds is memory of the rounds of escape: each takes back what the one before
// had.
type rounds struct {
	values   slab[*Value]
	contents slab[contents]
	list     []escapeBlock
}

func (r *rounds) reset() {
	r.values.reset()
	r.contents.reset()
}

// blocks is room for n blocks.
func (r *rounds) blocks(n int) []escapeBlock {
	if len(r.list) < n {
		r.list = make([]escapeBlock, n+n/4)
	}
	return r.list[:n]
}

// copy is a copy of c, to be changed.
func (r *rounds) copy(c contents) contents {
	l := r.values.take(len(c))
	copy(l, c)
	return l
}

// escapeBlock is what a round makes of a block.
type escapeBlock struct {
	reached    bool
	taken      [2]bool    // the edges to its successors
	in, out    []contents // at its start (of loop headers) and end
	phis       []*Value   // new ones
	values     []*Value
	joined     []join // the joins at its start
	control    *Value
	state, end *FrameState
}

// join is what comes to a join from the predecessors of the round.
type join struct {
	o    *object
	from []*object
}

// valueState is a new state of a value that is otherwise as it was.
type valueState struct {
	v *Value
	s *FrameState
}

func newEscaper(f *Func) *escaper {
	if !f.mayHave(&allocOps) {
		return nil
	}
	f.Analyze()
	var e *escaper
	for _, b := range f.rpo {
		for _, p := range b.Preds {
			if p.order >= b.order && !b.Dominates(p) {
				return nil
			}
		}
		for _, v := range b.Values {
			if v.Op != OpAlloc || v.Aux != int64(uint32(v.Aux2)) || v.Aux&7 != 0 {
				continue
			}
			if e == nil {
				e = &escaper{f: f}
			}
			if len(e.objects) == maxObjects {
				break
			}
			e.newObject(v)
		}
	}
	if e == nil {
		return nil
	}
	e.allocs = len(e.objects)
	if e.obvious(); e.left == 0 {
		return nil
	}
	e.changed, e.wanted, e.marks = map[joinField]Type{}, map[joinField]bool{}, map[joinField]*Value{}
	e.joins, e.consts = map[string]*object{}, map[constKey]*Value{}
	e.room = &f.mem.passes().rounds
	e.blocks = e.room.blocks(f.nextBlock)
	e.r.f = f
	return e
}

// obvious takes out what escapes by its direct uses, so that fewer rounds are
// needed. Cold blocks do not count: they may turn out to be unreachable.
func (e *escaper) obvious() {
	direct := func(v *Value) *object {
		if v.Op == OpBoxObj || v.Op == OpBoxCell {
			v = v.Args[0]
		}
		if v.Op == OpAlloc {
			return e.object(v)
		}
		return nil
	}
	escapes := func(v *Value) {
		if v != nil {
			if o := direct(v); o != nil {
				e.escapes(o)
			}
		}
	}
	type edge struct{ from, to *object }
	var edges []edge
	for _, b := range e.f.rpo {
		for _, v := range b.Values {
			switch {
			case v.Op == OpStoreSlot:
				if !b.Cold {
					escapes(v.Args[0])
				}
			case v.Op.isSlow():
				if !b.Cold {
					v.State.eachValue(escapes)
				}
			case v.Op == OpCall, v.Op == OpCallAny, v.Op == OpResume:
				for _, a := range v.Args {
					escapes(a)
				}
			case v.Op.Has(Store) && len(v.Args) > 1:
				last := v.Args[len(v.Args)-1]
				if last.Type != Val && last.Type != Ref {
					break
				}
				to := direct(v.Args[0])
				if to == nil {
					escapes(last)
				} else if from := direct(last); from != nil {
					edges = append(edges, edge{from, to})
				}
			}
		}
		if b.Kind == Ret {
			escapes(b.Control)
		}
	}
	for changed := true; changed; {
		changed = false
		for _, x := range edges {
			if x.to.stays && !x.from.stays {
				e.escapes(x.from)
				changed = true
			}
		}
	}
	e.again = false
}

// newObject makes a candidate of an Alloc.
func (e *escaper) newObject(v *Value) *object {
	op := OpBoxCell
	if v.Aux2>>32&0xFF >= heap.FirstObject {
		op = OpBoxObj
	}
	o := &object{alloc: v, index: len(e.objects), boxed: e.f.NewValue(op, Val, v)}
	e.objects = append(e.objects, o)
	e.first = e.f.nextValue
	e.left++
	if e.first > len(e.index) {
		index := e.f.int32s(e.first + e.first/8 + 64)
		copy(index, e.index)
		e.index = index
	}
	e.index[v.ID], e.index[o.boxed.ID] = int32(len(e.objects)), int32(len(e.objects))
	return o
}

// object is the candidate that v refers to, nil if none or if its cell stays.
func (e *escaper) object(v *Value) *object {
	if v != nil && v.ID < len(e.index) && e.index[v.ID] != 0 {
		if o := e.objects[e.index[v.ID]-1]; !o.stays {
			return o
		}
	}
	return nil
}

// escapes notes that o is needed as a cell, and so is what it refers to.
func (e *escaper) escapes(o *object) {
	if o.stays {
		return
	}
	e.again = true
	o.stays = true
	e.left--
	for _, c := range o.sources {
		e.escapes(c)
	}
	for _, v := range e.in(o) {
		if c := e.object(v); c != nil {
			e.escapes(c)
		}
	}
}

// conflict notes that o is used where it is dead: the join that took it is wrong.
func (e *escaper) conflict(o *object) {
	for _, p := range e.objects {
		for _, c := range p.sources {
			if c == o {
				e.escapes(p)
				break
			}
		}
	}
	e.escapes(o)
}

// in is what is in o at the current place; nil: it is not made yet, or dead.
func (e *escaper) in(o *object) contents {
	if o.index < len(e.cur) {
		return e.cur[o.index]
	}
	return nil
}

// round walks the function; it reports whether all assumptions held.
func (e *escaper) round() bool {
	f := e.f
	if e.s != nil {
		e.s.free()
	}
	e.s = newSubst(f)
	e.r.s = e.s
	e.states = e.states[:0]
	e.again = false
	clear(e.blocks)
	e.room.reset()
	for _, b := range f.rpo {
		e.block(b)
	}
	return !e.again
}

// live reports whether control can come from predecessor k of b, as far as the
// round knows: of loops, that they are entered.
func (e *escaper) live(b *Block, k int) bool {
	p := b.Preds[k]
	info := &e.blocks[p.ID]
	if !info.reached {
		return false
	}
	for i, s := range p.Succs {
		if s == b && info.taken[i] && p.edge(i) == k {
			return true
		}
	}
	return false
}

func (e *escaper) block(b *Block) {
	info := &e.blocks[b.ID]
	e.b, e.r.b = b, b
	preds := e.preds[:0]
	for k := range b.Preds {
		if b.Preds[k].order < b.order && e.live(b, k) {
			preds = append(preds, k)
		}
	}
	e.preds = preds
	if len(preds) == 0 && b != e.f.Blocks[0] {
		return
	}
	info.reached = true
	e.r.out = e.room.values.take(len(b.Values) + 8)[:0]
	e.forget()
	n, objects := b.numPhis(), len(e.objects)
	e.merge(b, info, preds, b.Values[:n])
	if !e.concerned(b) {
		if b.Header != b {
			e.room.contents.giveBack(objects) // there is nothing in it
			e.cur = nil
		}
		e.r.out = append(e.r.out, b.Values[n:]...)
		e.end(b, info)
		return
	}
	for _, v := range b.Values[n:] {
		e.value(v)
	}
	e.end(b, info)
}

// concerned reports whether b can have anything to do with objects.
func (e *escaper) concerned(b *Block) bool {
	for i, o := range e.objects {
		if e.in(o) != nil || i >= e.allocs && !o.stays { // what is in a join is dead, but may be used wrongly
			return true
		}
	}
	for _, v := range b.Values {
		if v.Op == OpAlloc && e.object(v) != nil {
			return true
		}
	}
	return false
}

// end finishes block b: where it leads to.
func (e *escaper) end(b *Block, info *escapeBlock) {
	info.control = e.s.get(b.Control)
	info.taken = [2]bool{true, true}
	switch {
	case b.Kind == Ret:
		if o := e.object(info.control); o != nil {
			e.escapes(o)
		}
	case b.Kind == If && info.control.Op == OpConstBool:
		info.taken[info.control.Aux] = false
	}
	if b.State != nil {
		info.state = e.state(b.State)
	}
	if b.EndState != nil {
		info.end = e.state(b.EndState)
	}
	info.out = e.cur
	info.values = e.r.out
	for i, h := range b.Succs {
		if info.taken[i] && h.order <= b.order {
			e.latch(h, b.edge(i))
		}
	}
}

// commit makes the graph what the last round has found.
func (e *escaper) commit() {
	f := e.f
	for _, vs := range e.states {
		vs.v.State = vs.s
	}
	for _, b := range f.rpo {
		info := &e.blocks[b.ID]
		if !info.reached {
			continue
		}
		b.setValues(info.phis)
		b.appendAll(info.values)
		for _, v := range b.Values {
			v.Block = b
		}
		b.Control = info.control
		if b.State != nil {
			b.State = info.state
		}
		if b.EndState != nil {
			b.EndState = info.end
		}
	}
	entry := f.Blocks[0]
	values := f.mem.lists.take(len(e.constList) + len(entry.Values))[:0]
	for _, v := range e.constList {
		v.Block = entry
	}
	entry.Values = append(append(values, e.constList...), entry.Values...)
	f.apply(e.s)
	e.s.free()
	constantBranches(f)
	dropUnreachable(f)
}
