package ssa

// memory removes loads of what is known already, because it was loaded or stored
// before, stores of what is there already, and write barriers that are not
// needed. It goes through the blocks in reverse postorder with a list of what is
// available; where paths meet, what is available on all of them is. A loop
// keeps what nothing in it may write.
func memory(f *Func) {
	f.Analyze()
	m := memories{f: f, s: newSubst(f), aliases: findEscapes(f), scratch: f.mem.passes(), facts: f.mem.passes().known[:0], later: f.mem.passes().later[:0]}
	m.out = m.scratch.facts.zeroed(f.nextBlock)
	if m.solid.guards = f.mayHave(&holeOps); m.solid.guards {
		m.solid.at = f.int32s(f.nextValue)
	}
	f.marks++
	for _, b := range f.rpo {
		m.block(b)
	}
	f.applyBack(m.s)
	m.s.free()
	m.scratch.known, m.scratch.later = m.facts, m.later
}

// maxAvailable bounds the list; the oldest entries go first.
const maxAvailable = 64

// available says that val is in memory.
type available struct {
	access
	val *Value
}

// fact is an available in a list, which is in the order of the numbers.
type fact struct {
	number int32  // in memories.facts
	key    uint32 // equal for equal accesses
	mem    Mem    // its class
}

// key is a hash of a.
func (a *access) key() uint32 {
	h := uint32(a.op)*0x9E3779B1 ^ uint32(a.off)*0x85EBCA6B ^ uint32(a.mem)<<24
	if a.base != nil {
		h ^= uint32(a.base.ID) * 0xC2B2AE35
	}
	if a.idx != nil {
		h ^= uint32(a.idx.ID) * 0x27D4EB2F
	}
	return h
}

// Facts that are no memory: their op and mem tell them apart.
var (
	barrierFact = access{op: OpBarrier}
	epochFact   = access{op: OpGuardEpoch}
)

type memories struct {
	*aliases
	f       *Func
	s       *subst
	scratch *scratch
	facts   []available
	out     [][]fact // by block ID: at the end
	now     []fact
	shared  bool     // now is that of a predecessor, to be copied before it changes
	later   []access // of overwritten
	solid   solids
	place   int32
	gone    *Value // the value before the present one, when it is a store that was removed
	stores  int    // of the present block
}

// What an operation is to the pass memory.
const (
	toMemory uint8 = iota // nothing
	aCheck                // gives an address
	aLoad                 // … or computes one
	aStore
	aBarrier
	anEpoch
	aClobber
)

// memoryRoles has that by operation.
var memoryRoles [NumOps]uint8

func init() {
	for op := range NumOps {
		role := toMemory
		switch {
		case op == OpUnboxRef || op == OpCheckObj || op == OpCheckStr:
			role = aCheck
		case op.Has(Load), op == OpAddRef:
			role = aLoad
		case op.Has(Store):
			role = aStore
		case op == OpBarrier || op == OpBarrierX:
			role = aBarrier
		case op == OpGuardEpoch:
			role = anEpoch
		case op.Has(Clobber):
			role = aClobber
		}
		memoryRoles[op] = role
	}
}

func (m *memories) block(b *Block) {
	m.enter(b)
	m.solid.begin(b)
	m.stores = 0
	kept := b.Values[:0]
	f := m.f
	for _, v := range b.Values {
		if m.s.used {
			m.s.along(f, v)
		}
		m.place++
		m.pos[v.ID] = m.place
		var prev *Value
		if len(kept) > 0 {
			prev = kept[len(kept)-1]
		}
		if !(m.solid.guards && m.solid.needless(v, m.aliases)) && (memoryRoles[v.Op] == 0 || m.value(v, prev)) {
			kept = append(kept, v)
			m.gone = nil
			continue
		}
		if m.gone = nil; v.Op.Has(Store) {
			m.gone = v
		}
	}
	m.gone = nil
	m.s.end(f, b)
	b.Values = kept
	m.out[b.ID] = m.now
	if m.stores > 1 {
		m.overwritten(b)
	}
}

// overwritten removes stores of b that a later one in b undoes before anybody can
// look: no load of what may be the same, no exit, call or allocation.
func (m *memories) overwritten(b *Block) {
	later := m.later[:0] // what is stored further down
	gone := 0
	for i := len(b.Values) - 1; i >= 0; i-- {
		v := b.Values[i]
		switch {
		case v.State != nil, v.Op == OpStubInt, v.Op == OpStubRef:
			later = later[:0]
		case v.Op.Has(Load) && len(later) > 0:
			a := accessOf(v)
			kept := later[:0]
			for _, x := range later {
				if !m.overlap(&x, &a) {
					kept = append(kept, x)
				}
			}
			later = kept
		case v.Op.Has(Store) && v.Op != OpStoreWord && v.Mem != MemBytes && v.Mem != MemKeyed:
			a := accessOf(v)
			dead := false
			for _, x := range later {
				dead = dead || x == a
			}
			if dead {
				b.Values[i] = nil
				gone++
			} else if len(later) < maxLater {
				later = append(later, a)
			}
		}
	}
	m.later = later
	if gone == 0 {
		return
	}
	kept := b.Values[:0]
	for _, v := range b.Values {
		if v != nil {
			kept = append(kept, v)
		}
	}
	b.Values = kept
}

// maxLater bounds the stores that overwritten looks for.
const maxLater = 16

// own makes sure that now may be changed, and has room for one more.
func (m *memories) own() {
	if m.shared || len(m.now) == cap(m.now) {
		now := m.scratch.factLists.take(len(m.now) + 8)[:len(m.now)]
		copy(now, m.now)
		m.now, m.shared = now, false
	}
}

// enter finds what is available at the beginning of b.
func (m *memories) enter(b *Block) {
	m.now, m.shared = nil, false
	for _, p := range b.Preds {
		if p.order >= b.order {
			if b.loop == nil || !b.Dominates(p) {
				m.now, m.shared = nil, false // no loop: nothing is known of p yet
				return
			}
			continue
		}
		if !m.shared && m.now == nil {
			m.now, m.shared = m.out[p.ID], true
			continue
		}
		m.intersect(m.out[p.ID])
	}
	if l := b.loop; l != nil && len(m.now) > 0 {
		for _, c := range l.Blocks {
			for _, v := range c.Values {
				m.kill(v)
			}
		}
	}
}

// intersect keeps what is in list, too.
func (m *memories) intersect(list []fact) {
	if len(m.now) == 0 || len(list) == len(m.now) && &list[0] == &m.now[0] {
		return
	}
	m.own()
	kept := m.now[:0]
	for _, e := range m.now {
		for len(list) > 0 && list[0].number < e.number {
			list = list[1:]
		}
		if len(list) > 0 && list[0].number == e.number {
			kept = append(kept, e)
		}
	}
	m.now = kept
}

// kill forgets what v may change.
func (m *memories) kill(v *Value) {
	if len(m.now) == 0 || !v.Op.Has(Clobber|Store) {
		return
	}
	clobber := v.Op.Has(Clobber)
	var a access
	if !clobber {
		a = accessOf(v)
	}
	for i := range m.now {
		if x := &m.now[i]; (clobber || x.near(a.mem)) && m.kills(clobber, &a, *x) {
			m.own()
			kept := m.now[:i]
			for _, e := range m.now[i+1:] {
				if !(clobber || e.near(a.mem)) || !m.kills(clobber, &a, e) {
					kept = append(kept, e)
				}
			}
			m.now = kept
			return
		}
	}
}

// near reports whether a store to a class of memory has to do with that of x.
func (x *fact) near(mem Mem) bool {
	return x.mem != MemNone && (x.mem == mem || x.mem == MemKeyed || mem == MemKeyed)
}

// kills reports whether a clobber, or else a store to a near x, may change what x
// says.
func (m *memories) kills(clobber bool, a *access, x fact) bool {
	e := &m.facts[x.number]
	if clobber {
		return e.op == OpGuardEpoch || e.mem > MemConst && !m.private(e.base) || e.op == OpAddRef
	}
	return m.overlap(&e.access, a)
}

// find is what is in memory at a; ok is false if that is not known.
func (m *memories) find(a *access) (val *Value, ok bool) {
	key := a.key()
	for i := len(m.now) - 1; i >= 0; i-- {
		if m.now[i].key == key {
			if e := &m.facts[m.now[i].number]; e.access == *a {
				return e.val, true
			}
		}
	}
	return nil, false
}

// has reports whether a is known.
func (m *memories) has(a *access) bool {
	_, ok := m.find(a)
	return ok
}

func (m *memories) add(a *access, val *Value) {
	m.own()
	if len(m.now) >= maxAvailable {
		copy(m.now, m.now[1:])
		m.now = m.now[:len(m.now)-1]
	}
	m.now = append(m.now, fact{int32(len(m.facts)), a.key(), a.mem})
	m.facts = append(m.facts, available{*a, val})
}

// value looks at v, which comes behind prev in its block. It reports whether v
// stays.
func (m *memories) value(v, prev *Value) bool {
	switch memoryRoles[v.Op] {
	case aCheck:
		// The addresses of what is behind these are to be the same values now.
		a := access{op: v.Op, base: v.Args[0]}
		if val, ok := m.find(&a); ok {
			m.s.set(v, val)
			return false
		}
		m.add(&a, v)
	case aLoad:
		a := access{op: OpAddRef, base: v.Args[0]}
		if v.Op == OpAddRef {
			a.idx = v.Args[1]
		} else {
			a = accessOf(v)
		}
		if val, ok := m.find(&a); ok {
			m.s.set(v, val)
			return false
		}
		m.add(&a, v)
	case aStore:
		m.stores++
		a := accessOf(v)
		val := stored(v)
		if a.op != OpInvalid {
			if old, ok := m.find(&a); ok && old == val {
				return false
			}
		}
		m.kill(v)
		if a.op != OpInvalid {
			m.add(&a, val)
		}
	case aBarrier:
		a := barrierFact
		a.base, a.off = v.Args[0], v.Aux
		if v.Op == OpBarrierX {
			a.op, a.idx = OpBarrierX, v.Args[1]
		}
		if a.base.Op == OpAlloc || m.gone.needs(v) || prev.needs(v) && noPointer(stored(prev)) || m.has(&a) {
			return false
		}
		m.add(&a, nil)
	case anEpoch:
		a := epochFact
		a.off = v.Aux
		if m.has(&a) {
			return false
		}
		m.add(&a, nil)
	case aClobber:
		m.kill(v)
	}
	return true
}

// needs reports whether v is the store that a barrier behind it is for. When the
// store was removed, the value was there, and whoever wrote it has marked the
// card, or none was needed.
func (v *Value) needs(barrier *Value) bool {
	return v != nil && v.Op.Has(Store) && v.Aux == barrier.Aux && v.Args[0] == barrier.Args[0] &&
		(barrier.Op != OpBarrierX || v.Args[1] == barrier.Args[1])
}

// noPointer reports whether a stored value is nothing that the collector looks
// for: no pointer, or one into ROM.
func noPointer(val *Value) bool {
	switch {
	case val == nil:
		return false
	case val.Type == Ref:
		return val.Op == OpConstRef
	case val.Type != Val || val.Op == OpConstVal:
		return true
	case val.Op == OpBoxObj || val.Op == OpBoxStr || val.Op == OpBoxCell:
		return val.Args[0].Op == OpConstRef
	}
	return kindsOf(val)&kPointer == 0
}
