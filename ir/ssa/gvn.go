package ssa

import "firn/ir/tables"

// gvn finds values that are computed already: global value numbering, in one walk
// down the dominator tree with a hash table of what dominates the place (scopes
// are undone on the way up). Equal guards count: one that an equal one dominates
// is redundant. On the way it applies the rules of rewrite with what is known at
// the place: the kinds of boxed values that passed a check or a branch, booleans
// that were branched on, kinds of cells.
//
// Loads are taken care of by the pass memory, except those of constant memory.
func gvn(f *Func) {
	f.Analyze()
	n := newNumbering(f)
	f.marks++
	for _, b := range f.domPreorder() {
		n.enter(b)
		n.r.block(b)
		n.r.b = nil // its values are complete
		n.control(b)
	}
	f.applyBack(n.r.s)
	n.free()
	constantBranches(f)
	dropUnreachable(f)
}

type numbering struct {
	f     *Func
	r     rewriter
	heads []int32 // hash table: ID+1 of the first value of a chain
	// By ID, of the values in the table: the following one, hashes, and the value.
	next   []int32
	hashes []uint32
	byID   []*Value

	not   []kinds // by ID: what a Val cannot be
	truth []int8  // by ID: 1 a Bool is true, −1 it is false
	cell  []int16 // by ID: kind of a Ref's cell, plus 1
	undo  []undo
	scope []scope
	bools [2]*Value // constants in the entry block
}

// undo restores an entry of one of the tables.
type undo struct {
	id    int
	table uint8 // see below
	old   uint16
}

const (
	undoHash uint8 = iota
	undoKinds
	undoTruth
	undoCell
)

// scope is a block on the path from the entry.
type scope struct {
	last int32 // Block.last
	undo int   // length of numbering.undo before it
}

// newNumbering takes the tables out of f's memory.
func newNumbering(f *Func) *numbering {
	n := f.memory().passes().gvn
	if n == nil {
		n = new(numbering)
	}
	f.mem.passes().gvn = nil
	size := 64
	for size < 2*f.nextValue {
		size *= 2
	}
	ids := f.nextValue + 32
	*n = numbering{
		f: f, r: rewriter{f: f, s: newSubst(f), gvn: n}, heads: tables.Zeros(n.heads, size),
		next: tables.Empty(n.next, ids)[:ids], hashes: tables.Empty(n.hashes, ids)[:ids], byID: tables.Empty(n.byID, ids)[:ids],
		not: tables.Zeros(n.not, ids), truth: tables.Zeros(n.truth, ids), cell: tables.Zeros(n.cell, ids),
		undo: tables.Empty(n.undo, ids), scope: n.scope[:0],
	}
	return n
}

func (n *numbering) free() {
	n.r.s.free()
	n.f.mem.passes().gvn = n
}

// grow makes the tables long enough for an ID.
func (n *numbering) grow(id int) {
	if id >= len(n.next) {
		n.growTo(2*id + 16)
	}
}

func (n *numbering) growTo(size int) {
	old := len(n.next)
	n.next = append(n.next, make([]int32, size-old)...)
	n.hashes = append(n.hashes, make([]uint32, size-old)...)
	n.byID = append(n.byID, make([]*Value, size-old)...)
	n.not = append(n.not, make([]kinds, size-old)...)
	n.truth = append(n.truth, make([]int8, size-old)...)
	n.cell = append(n.cell, make([]int16, size-old)...)
}

// enter begins block b: what was learned in blocks that do not dominate it goes,
// and the branch that leads to it is known.
func (n *numbering) enter(b *Block) {
	for len(n.scope) > 0 && n.scope[len(n.scope)-1].last < b.first {
		top := n.scope[len(n.scope)-1]
		n.scope = n.scope[:len(n.scope)-1]
		for len(n.undo) > top.undo {
			u := n.undo[len(n.undo)-1]
			n.undo = n.undo[:len(n.undo)-1]
			switch u.table {
			case undoHash:
				n.heads[n.hashes[u.id]&uint32(len(n.heads)-1)] = n.next[u.id]
			case undoKinds:
				n.not[u.id] = kinds(u.old)
			case undoTruth:
				n.truth[u.id] = int8(u.old)
			case undoCell:
				n.cell[u.id] = int16(u.old)
			}
		}
	}
	n.scope = append(n.scope, scope{b.last, len(n.undo)})
	if len(b.Preds) != 1 {
		return
	}
	if p := b.Preds[0]; p.Kind == If && p.Succs[0] != p.Succs[1] {
		n.assume(n.r.s.get(p.Control), p.Succs[0] == b)
	}
}

func (n *numbering) setKinds(v *Value, k kinds) {
	if have := n.not[v.ID]; have|kAll&^k != have {
		n.undo = append(n.undo, undo{v.ID, undoKinds, uint16(have)})
		n.not[v.ID] = have | kAll&^k
	}
}

// assume notes that the Bool v is what it is.
func (n *numbering) assume(v *Value, is bool) {
	if v.Op == OpConstBool || n.truth[v.ID] != 0 {
		return
	}
	n.undo = append(n.undo, undo{v.ID, undoTruth, 0})
	n.truth[v.ID] = -1
	if is {
		n.truth[v.ID] = 1
	}
	switch v.Op {
	case OpNotBool:
		n.assume(v.Args[0], !is)
	case OpHasTag, OpIsNum, OpIsNullish, OpIsBool:
		k := tested(v)
		if !is {
			k = ^k
		}
		n.setKinds(v.Args[0], k)
	case OpIsKind:
		if is {
			n.setCell(v.Args[0], v.Aux)
		}
	case OpTruthy:
		if is {
			n.setKinds(v.Args[0], ^kNullish)
		}
	case OpCmpVal:
		// Equal bits are of the same kind; a kind with one member is excluded
		// by unequal bits.
		a, b := v.Args[0], v.Args[1]
		if is == (Cond(v.Aux) == Eq) {
			n.setKinds(a, n.r.kindsOf(b))
			n.setKinds(b, n.r.kindsOf(a))
		} else if b.Op == OpConstVal {
			if k := kindsOf(b); k&(kUndefined|kNull|kHole|kTDZ|kEmpty) != 0 {
				n.setKinds(a, ^k)
			}
		}
	}
}

func (n *numbering) setCell(v *Value, kind int64) {
	n.undo = append(n.undo, undo{v.ID, undoCell, uint16(n.cell[v.ID])})
	n.cell[v.ID] = int16(kind) + 1
}

// constBool is a ConstBool that dominates everything.
func (n *numbering) constBool(x bool) *Value {
	i := 0
	if x {
		i = 1
	}
	if n.bools[i] == nil {
		v := n.f.NewValue(OpConstBool, Bool)
		v.Aux = int64(i)
		entry := n.f.Blocks[0]
		if n.r.b == entry {
			v.Block = entry
			n.r.out = append(n.r.out, v)
		} else {
			entry.Insert(0, v)
		}
		n.bools[i] = v
	}
	return n.bools[i]
}

// args replaces arguments of v that are known booleans.
func (n *numbering) args(v *Value) {
	for i, a := range v.Args {
		if a.Type == Bool && a.ID < len(n.truth) && n.truth[a.ID] != 0 {
			v.Args[i] = n.constBool(n.truth[a.ID] > 0)
		}
	}
}

// control ends block b.
func (n *numbering) control(b *Block) {
	if c := b.Control; c != nil && b.Kind == If && c.ID < len(n.truth) && n.truth[c.ID] != 0 {
		b.Control = n.constBool(n.truth[c.ID] > 0)
	}
}

// What gvn has to do with the values of an operation.
const (
	takesBool uint8 = 1 << iota // args may replace arguments
	implies                     // implied may find something
	numbers                     // equal ones can be shared
	ofConst                     // … if they load constant memory
	teaches                     // learn learns something
)

// gvnRoles has the roles by operation: most have few.
var gvnRoles [NumOps]uint8

func init() {
	for op := range NumOps {
		info := op.Info()
		role := uint8(0)
		if op != OpPhi {
			bools := info.Aux == AuxStub
			for _, t := range info.Args {
				bools = bools || t == Bool || t == anyType
			}
			if bools {
				role |= takesBool
			}
		}
		switch p := info.Props; {
		case op == OpAddRef, p&Effect != 0: // AddRef: the pass memory does it, data moves
		case p&(Pure|Guard) != 0, op == OpLoadSlot:
			role |= numbers
		case p&Load != 0:
			role |= numbers | ofConst
		}
		switch op {
		case OpCmpRef, OpCmpVal, OpCmpInt, OpBarrier, OpBarrierX, OpIsKind:
			role |= implies
		case OpGuardRef, OpGuardVal, OpGuardInt, OpGuardKind:
			role |= implies | teaches
		case OpGuardTrue, OpGuardFalse, OpGuardHole, OpGuardTDZ:
			role |= teaches
		}
		if checked[op] != 0 {
			role |= teaches
		}
		gvnRoles[op] = role
	}
}

// family is an operation that stands for those with equal results.
func family(op Op) Op {
	switch op {
	case OpUnboxInt:
		return OpCheckInt
	case OpUnboxNum:
		return OpCheckNum
	case OpUnboxBool:
		return OpCheckBool
	}
	return op
}

func hash(v *Value, op Op) uint32 {
	h := uint32(op)*0x9E3779B1 ^ uint32(v.Aux)*0x85EBCA6B ^ uint32(v.Aux>>32)
	if len(v.Args) == 2 && commutative[v.Op] {
		// The same for both orders.
		return h ^ (uint32(v.Args[0].ID)*0xC2B2AE35 + uint32(v.Args[1].ID)*0xC2B2AE35)
	}
	for _, a := range v.Args {
		h = (h<<7|h>>25)*0x27D4EB2F + uint32(a.ID)
	}
	return h ^ h>>15
}

// find gives the value in the table that is op of the arguments and aux of v.
func (n *numbering) find(op Op, v *Value) *Value { return n.findHash(op, v, hash(v, op)) }

func (n *numbering) findHash(op Op, v *Value, h uint32) *Value {
	for i := n.heads[h&uint32(len(n.heads)-1)]; i != 0; i = n.next[i-1] {
		if n.hashes[i-1] == h {
			if w := n.byID[i-1]; family(w.Op) == op && n.equal(v, w) {
				return w
			}
		}
	}
	return nil
}

func (n *numbering) equal(v, w *Value) bool {
	if v.Aux != w.Aux || v.Aux2 != w.Aux2 || v.Type != w.Type || len(v.Args) != len(w.Args) || v.Op == OpPhi && v.Block != w.Block {
		return false
	}
	for i, a := range v.Args {
		if a != w.Args[i] {
			return len(v.Args) == 2 && commutative[v.Op] && v.Args[0] == w.Args[1] && v.Args[1] == w.Args[0]
		}
	}
	return true
}

// number gives what v, whose operation has some roles, is known to be: an earlier
// value, dropped, or v itself, which it enters into the table then.
func (n *numbering) number(v *Value, role uint8) *Value {
	if role&implies != 0 {
		if w := n.implied(v); w != nil {
			return w
		}
	}
	if role&numbers == 0 || role&ofConst != 0 && v.Mem != MemConst {
		return v
	}
	op := family(v.Op)
	h := hash(v, op)
	w := n.findHash(op, v, h)
	if w == nil && op == OpUnboxRef {
		for _, check := range [...]Op{OpCheckObj, OpCheckStr} {
			if w == nil {
				w = n.find(check, v)
			}
		}
	}
	if w != nil {
		if v.Type == None {
			return dropped
		}
		return w
	}
	slot := &n.heads[h&uint32(len(n.heads)-1)]
	n.hashes[v.ID], n.byID[v.ID], n.next[v.ID] = h, v, *slot
	*slot = int32(v.ID) + 1
	n.undo = append(n.undo, undo{id: v.ID, table: undoHash})
	return v
}

// implied finds what follows from guards and tests before v.
func (n *numbering) implied(v *Value) *Value {
	switch v.Op {
	case OpCmpRef, OpCmpVal, OpCmpInt:
		if c := Cond(v.Aux); c == Eq || c == Ne {
			guard := guardOf(v.Op)
			probe := Value{Op: guard, Args: v.Args}
			if n.find(guard, &probe) != nil {
				return n.constBool(c == Eq)
			}
		}
	case OpGuardRef, OpGuardVal, OpGuardInt:
		test := testOf(v.Op)
		for _, c := range [...]Cond{Eq, Ne} {
			probe := Value{Op: test, Type: Bool, Aux: int64(c), Args: v.Args}
			if w := n.find(test, &probe); w != nil && n.truth[w.ID] == 1-2*int8(c) {
				return dropped
			}
		}
	case OpBarrier, OpBarrierX:
		// As in the pass memory, with what is known here.
		if k := len(n.r.out); k > 0 && n.r.out[k-1].needs(v) {
			if x := stored(n.r.out[k-1]); x != nil && x.Type == Val && n.r.kindsOf(x)&kPointer == 0 {
				return dropped
			}
		}
	case OpIsKind, OpGuardKind:
		if k := n.cell[v.Args[0].ID]; k != 0 {
			if v.Op == OpIsKind {
				return n.constBool(int64(k)-1 == v.Aux)
			}
			if int64(k)-1 == v.Aux {
				return dropped
			}
		}
	}
	return nil
}

// guardOf is the guard of equality that a comparison is the test of, testOf the
// inverse.
func guardOf(test Op) Op {
	switch test {
	case OpCmpRef:
		return OpGuardRef
	case OpCmpVal:
		return OpGuardVal
	}
	return OpGuardInt
}

func testOf(guard Op) Op {
	switch guard {
	case OpGuardRef:
		return OpCmpRef
	case OpGuardVal:
		return OpCmpVal
	}
	return OpCmpInt
}

// learn notes what holds after v.
func (n *numbering) learn(v *Value) {
	if k := checked[v.Op]; k != 0 {
		n.setKinds(v.Args[0], k)
		return
	}
	switch v.Op {
	case OpGuardTrue, OpGuardFalse:
		n.assume(v.Args[0], v.Op == OpGuardTrue)
	case OpGuardHole:
		n.setKinds(v.Args[0], ^kHole)
	case OpGuardTDZ:
		n.setKinds(v.Args[0], ^kTDZ)
	case OpGuardVal:
		n.setKinds(v.Args[0], n.r.kindsOf(v.Args[1]))
		n.setKinds(v.Args[1], n.r.kindsOf(v.Args[0]))
	case OpGuardKind:
		n.setCell(v.Args[0], v.Aux)
	}
}
