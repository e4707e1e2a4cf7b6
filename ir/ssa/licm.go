package ssa

import (
	"math"

	"firn/heap"
)

// licm moves what gives the same result each time out of loops, to the block
// from which the loop is entered: values, guards (with the state there: the
// interpreter then begins the loop) and loads of memory that the loop does not
// write. Inner loops come first, so that values go as far out as they can.
//
// A guard or a load moves only if it is executed in each full iteration, or if it is
// about constants alone, such as what a global variable or a method of a prototype
// is: then it holds whatever the path. A load must stay behind what makes its address
// valid: a guard or branch about the same cell that stays in the loop holds back the
// loads behind it.
//
// A frame slot into which a loop only ever stores one value from outside gets it
// before the loop, too; the pass slots then finds the stores in it needless.
//
// Behind it, nothing more goes to the ends of blocks: they have no EndState.
func licm(f *Func) {
	f.Analyze()
	if len(f.loops) > 0 {
		moveOut(f)
	}
	for _, b := range f.Blocks {
		b.EndState = nil
	}
}

func moveOut(f *Func) {
	m := motion{f: f, s: newSubst(f), aliases: findEscapes(f), inLoop: f.int32s(f.nextBlock), cold: f.int32s(f.nextBlock), held: f.int32s(f.nextValue)}
	for i := len(f.loops) - 1; i >= 0; i-- {
		m.loop(f.loops[i], int32(i+1))
	}
	if m.replaced {
		f.apply(m.s)
	}
	m.s.free()
}

// motion is the state of licm.
type motion struct {
	*aliases
	f      *Func
	s      *subst
	inLoop []int32 // by block ID: number of the last loop that the block is in
	cold   []int32 // by block ID: number of the last loop that rarely comes to the block
	held   []int32 // by value ID: in which loop loads of this cell are held back (see mark)
	n      int32   // number of the loop

	l         *Loop
	pre       *Block
	stores    []access
	clobber   bool
	heldConst bool // loads from constant cells are held back
	moved     bool
	before    []*Value // what was moved out of this loop
	replaced  bool
	slots     []*Value // what the loop stores in a slot, from −frameHeader on; various: different values
	window    int      // the slots from here on are overwritten by calls
}

// maxStores bounds the stores of a loop that are told apart.
const maxStores = 64

func (m *motion) loop(l *Loop, n int32) {
	pre, _ := l.entry()
	if pre == nil {
		return
	}
	m.l, m.pre, m.n = l, pre, n
	m.stores, m.clobber, m.heldConst, m.moved = m.stores[:0], false, false, false
	m.window, m.before = math.MaxInt, m.before[:0]
	m.slots = m.slots[:0]
	for _, b := range l.Blocks {
		m.inLoop[b.ID] = n
		for _, v := range b.Values {
			switch {
			case v.Op.Has(Clobber | Frame):
				m.clobber = m.clobber || v.Op.Has(Clobber)
				m.writesSlot(v)
			case v.Op.Has(Store):
				if len(m.stores) < maxStores {
					m.stores = append(m.stores, accessOf(v))
				} else {
					m.clobber = true
				}
			}
		}
	}
	for _, b := range l.Blocks {
		always := true
		for _, latch := range l.Latches {
			always = always && b.Dominates(latch)
		}
		if !always && (b.Cold || m.cold[b.Dom.ID] == n) {
			m.cold[b.ID] = n
			continue
		}
		for _, v := range b.Values {
			if v.Op != OpPhi {
				if m.s.used {
					m.s.args(v)
				}
				m.value(v, always)
			}
		}
		if b.Kind == If {
			m.holdBranch(b.Control, always)
		}
	}
	m.storeBefore()
	if !m.moved {
		return
	}
	for _, b := range l.Blocks {
		kept := b.Values[:0]
		for _, v := range b.Values {
			if v.Block == b {
				kept = append(kept, v)
			}
		}
		clear(b.Values[len(kept):])
		b.Values = kept
	}
}

// writesSlot notes which frame slots v, in the loop, changes.
func (m *motion) writesSlot(v *Value) {
	slot := int(v.Aux)
	switch v.Op {
	case OpStoreSlot:
		m.storesIn(slot, v.Args[0])
	case OpReadSlot, OpCaught:
		*m.slot(slot) = various
	case OpCall, OpCallAny, OpResume:
		m.window = min(m.window, slot-frameHeader)
		v.results(func(slot int) { *m.slot(slot) = various })
	case OpSlow, OpSlowTest:
		v.State.eachSlot(m.storesIn)
		m.window = min(m.window, int(v.Aux2))
		for t := v.State; t != nil && t.Parent != nil; t = t.Parent {
			for i := 1; i <= frameHeader; i++ {
				*m.slot(t.Base - i) = various
			}
		}
	}
}

// storesIn notes that the loop stores v in a slot.
func (m *motion) storesIn(slot int, v *Value) {
	if have := m.slot(slot); *have == nil {
		*have = v
	} else if *have != v && (*have == various || !sameContent(*have, v)) {
		*have = various
	}
}

// various stands for different values.
var various = new(Value)

// slot is what the loop stores in a slot, nil if it does not.
func (m *motion) slot(slot int) **Value {
	i := slot + frameHeader
	for len(m.slots) <= i {
		m.slots = append(m.slots, nil)
	}
	return &m.slots[i]
}

// storeBefore stores what the loop would store in each iteration.
func (m *motion) storeBefore() {
	for i, v := range m.slots {
		slot := i - frameHeader
		if slot >= min(m.window, m.f.Slots) {
			break
		}
		if v == nil || v == various || !m.outside(v) {
			continue
		}
		if m.inLoop[v.Block.ID] == m.n {
			m.move(v)
		}
		if op := boxOf(v.Type); op != OpInvalid {
			v = m.f.Add(m.pre, op, v)
		}
		m.f.Add(m.pre, OpStoreSlot, v).Aux = int64(slot)
	}
}

// boxOf is the operation that boxes a number or boolean; OpInvalid for other types.
func boxOf(t Type) Op {
	switch t {
	case Int:
		return OpBoxInt
	case F64:
		return OpBoxF64
	case Bool:
		return OpBoxBool
	}
	return OpInvalid
}

// constant reports whether v is computed from nothing: it moves only with what
// uses it, since it is as cheap in the loop.
func constant(v *Value) bool { return len(v.Args) == 0 && v.Op.Has(Pure) && v.Op != OpPhi }

// outside reports whether v is defined outside the loop, or could be.
func (m *motion) outside(v *Value) bool { return m.inLoop[v.Block.ID] != m.n || constant(v) }

func (m *motion) invariant(v *Value) bool {
	for _, a := range v.Args {
		if !m.outside(a) {
			return false
		}
	}
	return true
}

func (m *motion) move(v *Value) {
	for _, a := range v.Args {
		if m.inLoop[a.Block.ID] == m.n {
			m.move(a)
		}
	}
	m.moved = true
	for _, w := range m.before {
		if w.Op == v.Op && w.Aux == v.Aux && w.Mem == v.Mem && sameArgs(v, w) {
			// The same from two branches of the loop.
			m.s.set(v, w)
			m.replaced = true
			v.Block = m.pre // it is no longer in the loop, nor anywhere
			return
		}
	}
	m.pre.Append(v)
	if len(m.before) < maxBefore {
		m.before = append(m.before, v)
	}
}

// maxBefore bounds the values before a loop among which equal ones are looked for.
const maxBefore = 64

func sameArgs(v, w *Value) bool {
	if len(v.Args) != len(w.Args) {
		return false
	}
	for i, a := range v.Args {
		if a != w.Args[i] {
			return false
		}
	}
	return true
}

func (m *motion) value(v *Value, always bool) {
	p := v.Op.Info().Props
	switch {
	case v.Op == OpGuardEpoch:
		if !m.clobber && m.pre.EndState != nil {
			v.State = m.pre.EndState
			m.move(v)
		} else {
			m.heldConst = true
		}
	case p&Effect != 0 || p&Store != 0 || p&Frame != 0:
	case v.Op == OpAddRef:
		if always && !m.clobber && m.invariant(v) && !m.heldBack(v.Args[0], true) {
			m.move(v)
		}
	case v.Op == OpIsKind:
		// It reads the cell: there must be one.
		if m.invariant(v) && (v.Args[0].Op == OpCheckObj || always && !m.heldBack(v.Args[0], true)) {
			m.move(v)
		}
	case p&Pure != 0:
		if !constant(v) && m.invariant(v) {
			m.move(v)
		}
	case p&Guard != 0:
		if m.pre.EndState != nil && m.invariant(v) && (always || m.ofConstants(v, maxChain)) {
			v.State = m.pre.EndState
			m.move(v)
		} else {
			m.holdGuard(v, always)
		}
	case p&Load != 0:
		if m.invariant(v) && !m.written(v) && (ofObject(v) || always && !m.heldBack(v.Args[0], true) || !always && m.ofConstants(v, maxChain)) {
			m.move(v)
		}
	}
}

// maxChain bounds the values from which one is computed that are looked at.
const maxChain = 16

// ofConstants reports whether v is computed from constants alone, and from what
// constant cells have, whatever branches there are.
func (m *motion) ofConstants(v *Value, depth int) bool {
	if have := m.held[v.ID]; depth == 0 || have == m.mark(true) || have == m.mark(false) {
		return false
	}
	switch v.Op {
	case OpPoolRef, OpPoolVal, OpConstRef, OpConstVal:
		return !m.heldConst
	case OpLoadRef, OpLoadVal, OpUnboxRef, OpCheckObj, OpCheckInt, OpCheckNum, OpGuardRef, OpGuardVal, OpGuardKind:
		for _, a := range v.Args {
			if !m.ofConstants(a, depth-1) {
				return false
			}
		}
		return true
	}
	return false
}

// ofObject reports whether v loads a word that every object has, from what was
// checked to be one: that is possible wherever the check has been.
func ofObject(v *Value) bool {
	return v.Args[0].Op == OpCheckObj && v.Aux < heap.OffInternal && v.Op != OpLoadVal
}

// written reports whether the loop may write what v loads.
func (m *motion) written(v *Value) bool {
	a := accessOf(v)
	if m.clobber && a.mem != MemConst && !m.private(a.base) {
		return true
	}
	for i := range m.stores {
		if m.overlap(&a, &m.stores[i]) {
			return true
		}
	}
	return false
}

// holdGuard holds back the loads that guard v, which stays, may be about.
func (m *motion) holdGuard(v *Value, always bool) {
	switch v.Op {
	case OpCheckObj, OpCheckStr, OpGuardRef, OpGuardVal, OpGuardInt, OpGuardKind, OpGuardTrue, OpGuardFalse:
		m.hold(v, m.mark(always), maxChain)
	case OpGuardBound:
		// With an index that changes it is about no load that could move.
		if m.outside(v.Args[0]) {
			m.hold(v, m.mark(always), maxChain)
		}
	}
}

// holdBranch does the same for a condition: what follows may rely on it.
func (m *motion) holdBranch(c *Value, always bool) {
	switch c.Op {
	case OpCmpF64:
	case OpCmpInt, OpCmpUint:
		if m.outside(c.Args[0]) && m.outside(c.Args[1]) {
			m.hold(c, m.mark(always), maxChain)
		}
	default:
		m.hold(c, m.mark(always), maxChain)
	}
}

// mark is what m.held has of what is held back by what is always executed, or by what
// is not: that holds back loads on some paths only.
func (m *motion) mark(always bool) int32 { return 2*m.n + int32(b2i(!always)) }

// hold marks v and what it was computed from.
func (m *motion) hold(v *Value, mark int32, depth int) {
	if have := m.held[v.ID]; depth == 0 || have == mark || have == m.mark(true) {
		return
	}
	m.held[v.ID] = mark
	if v.Op == OpPhi {
		return
	}
	for i, a := range v.Args {
		if i > 0 && a.isConst() {
			continue // what it is compared with, not what it is about
		}
		m.hold(a, mark, depth-1)
	}
}

// heldBack reports whether a load from ref, always executed or not, has to stay.
func (m *motion) heldBack(ref *Value, always bool) bool {
	for depth := maxChain; depth > 0; depth-- {
		if have := m.held[ref.ID]; have == m.mark(true) || !always && have == m.mark(false) {
			return true
		}
		switch ref.Op {
		case OpPoolRef, OpConstRef, OpPoolVal, OpConstVal:
			return m.heldConst
		case OpLoadRef, OpLoadVal, OpAddRef, OpCheckObj, OpCheckStr, OpUnboxRef, OpBoxObj, OpBoxStr, OpBoxCell, OpLoadValX:
			ref = ref.Args[0]
		default:
			return false
		}
	}
	return true
}
