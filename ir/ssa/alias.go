package ssa

// What loads and stores touch, and whether two of them may touch the same.

// access is the memory that a load reads or a store writes.
type access struct {
	op   Op // the load operation, for a store the one that reads it back; OpInvalid: none does
	mem  Mem
	base *Value
	idx  *Value // nil: none
	off  int64
}

// readsBack is the load that gives what the store wrote.
var readsBack = [NumOps]Op{OpStoreVal: OpLoadVal, OpStoreRef: OpLoadRef, OpStoreInt: OpLoadInt, OpStoreValX: OpLoadValX,
	OpStoreI32X: OpLoadI32X, OpStoreF64X: OpLoadF64X}

// accessOf is the access of a load or a store.
func accessOf(v *Value) access {
	a := access{op: v.Op, mem: v.Mem, base: v.Args[0], off: v.Aux}
	if v.Op.Has(Store) {
		a.op = readsBack[v.Op]
	}
	if info := v.Op.Info(); len(info.Args) > 1 && (info.Args[1] == Int && v.Op != OpStoreInt || v.Mem == MemKeyed) {
		a.idx = v.Args[1]
	}
	return a
}

// stored is the value that a store writes, nil for StoreWord.
func stored(v *Value) *Value {
	if v.Op == OpStoreWord {
		return nil
	}
	return v.Args[len(v.Args)-1]
}

// aliases tells cells apart.
type aliases struct {
	pos     []int32 // by ID: order of the values seen so far
	escaped []bool  // by ID, of an Alloc: others may have its address
}

// findEscapes looks for uses of new cells that make them known elsewhere. That
// frame states have them does not count, but for those of Slows, which the driver reads
// and comes back from: who goes on elsewhere never does.
func findEscapes(f *Func) *aliases {
	a := &aliases{pos: f.int32s(f.nextValue), escaped: f.flags(f.nextValue)}
	if !f.mayHave(&allocOps) {
		return a
	}
	for _, b := range f.Blocks {
		for _, v := range b.Values {
			if v.Op == OpVirtual {
				continue // for states
			}
			if v.Op.isSlow() {
				v.State.eachValue(a.escape)
			}
			for i, x := range v.Args {
				switch {
				case x.Op == OpAlloc:
					switch {
					case i == 0 && v.Op.Has(Load|Store) && v.Mem != MemKeyed, v.Op == OpBarrier, v.Op == OpBarrierX, v.Op == OpGuardKind, v.Op == OpIsKind,
						v.Op == OpBoxObj, v.Op == OpBoxStr, v.Op == OpBoxCell:
					default:
						a.escaped[x.ID] = true
					}
				case (x.Op == OpBoxObj || x.Op == OpBoxStr || x.Op == OpBoxCell) && x.Args[0].Op == OpAlloc:
					a.escaped[x.Args[0].ID] = true
				}
			}
		}
		if c := b.Control; c != nil && c.Type == Val && len(c.Args) == 1 && c.Args[0].Op == OpAlloc {
			a.escaped[c.Args[0].ID] = true
		}
	}
	return a
}

// escape notes that others get to know the new cell whose address v is, boxed or not.
func (a *aliases) escape(v *Value) {
	if v.Op == OpBoxObj || v.Op == OpBoxStr || v.Op == OpBoxCell {
		v = v.Args[0]
	}
	if v.Op == OpAlloc {
		a.escaped[v.ID] = true
	}
}

// allocOps are the operations that make cells which passes tell from others.
var allocOps = opsOf(OpAlloc)

// private reports whether v is a new cell of which nobody else knows.
func (a *aliases) private(v *Value) bool { return v.Op == OpAlloc && !a.escaped[v.ID] }

// distinct reports whether two refs are never of the same cell.
func (a *aliases) distinct(v, w *Value) bool {
	switch {
	case v == w:
		return false
	case v.Op == OpAlloc && a.notNew(v, w), w.Op == OpAlloc && a.notNew(w, v):
		return true
	case v.Op == OpConstRef && w.Op == OpConstRef:
		return v.Aux != w.Aux
	}
	return false
}

// notNew reports whether w cannot be the new cell.
func (a *aliases) notNew(alloc, w *Value) bool {
	switch w.Op {
	case OpAlloc, OpConstRef, OpPoolRef:
		return true
	case OpAddRef:
		return false
	}
	if !a.escaped[alloc.ID] {
		return true
	}
	// What was there before is something else.
	if w.Block == alloc.Block {
		return a.pos[w.ID] < a.pos[alloc.ID]
	}
	return w.Block.Dominates(alloc.Block)
}

// ofProperties reports whether accesses by computed keys touch a class.
func (m Mem) ofProperties() bool {
	return m == MemShape || m == MemSlots || m == MemFlags || m == MemProp || m == MemKeyed
}

// differ reports whether two indexes are never equal.
func differ(i, j *Value) bool {
	if i == j {
		return false
	}
	split := func(v *Value) (*Value, int32) {
		if c, ok := isInt(v); ok {
			return nil, c
		}
		if v.Op == OpAddInt || v.Op == OpAddIntW {
			if c, ok := isInt(v.Args[1]); ok {
				return v.Args[0], c
			}
		}
		return v, 0
	}
	x, c := split(i)
	y, d := split(j)
	return x == y && c != d
}

// overlap reports whether two accesses may touch the same memory.
func (a *aliases) overlap(x, y *access) bool {
	if x.mem == MemKeyed || y.mem == MemKeyed {
		return x.mem.ofProperties() && y.mem.ofProperties() && !a.private(x.base) && !a.private(y.base)
	}
	if x.mem != y.mem {
		return false
	}
	if x.mem != MemBytes {
		// Fields at different offsets are different whatever the cells.
		if x.idx == nil && y.idx == nil && x.off != y.off && x.op != OpInvalid && y.op != OpInvalid {
			return false
		}
		if a.distinct(x.base, y.base) {
			return false
		}
	}
	if x.base == y.base && x.idx != nil && y.idx != nil && x.off == y.off && x.op == y.op && x.op != OpInvalid && differ(x.idx, y.idx) {
		return false
	}
	return true
}
