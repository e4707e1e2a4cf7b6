package regexp

import (
	"encoding/binary"

	"firn/runtime/builtin/regexp/vm"
)

// emitter writes a program.
type emitter struct {
	p       *parser
	code    []uint32
	regs    int
	tables  map[string]int   // content of a table to its place in later
	classes map[classKey]int // the first range of a class to the place of its table
	later   []uint32         // tables, to follow the code
	fixups  []int            // words of code (their operands) that are places in later
	failed  bool
	lead    *node // the loop that every attempt begins with, if there is one
}

// emit writes the program of a parsed pattern.
func emit(p *parser) (*Program, *Error) {
	e := &emitter{p: p, regs: 2 * p.groups, tables: map[string]int{}, classes: map[classKey]int{}}
	e.code = make([]uint32, vm.HeaderBytes/4)
	if len(p.backrefs) == 0 {
		e.lead = lead(p.root)
	}
	e.node(p.root, false, nil)
	e.op(vm.OpMatch, 0)
	e.search()
	names := e.names()
	base := 4 * len(e.code)
	for _, at := range e.fixups {
		if at < 0 {
			e.code[-at] += uint32(base) // a whole word
		} else {
			e.code[at] += uint32(base) << 8
		}
	}
	e.code = append(e.code, e.later...)
	if e.failed || 4*len(e.code) > MaxProgram || e.regs > 1<<22 {
		return nil, &Error{0, "Regular expression too large", p.work}
	}
	e.set(vm.HFlags, e.code[0]|p.flags)
	e.set(vm.HGroups, uint32(p.groups))
	e.set(vm.HRegs, uint32(e.regs))
	e.set(vm.HCode, vm.HeaderBytes)
	e.set(vm.HMinimum, p.root.least)
	if names {
		e.code[vm.HNames/4] += uint32(base)
	}
	e.set(vm.HBytes, uint32(4*len(e.code)))
	out := make([]byte, 4*len(e.code))
	for i, w := range e.code {
		binary.LittleEndian.PutUint32(out[4*i:], w)
	}
	return &Program{out, p.names, p.work}, nil
}

func (e *emitter) set(field int, v uint32) { e.code[field/4] = v }

// op writes an instruction and gives the place of its first word.
func (e *emitter) op(op, operand uint32, words ...uint32) int {
	at := len(e.code)
	if at > MaxProgram/4 {
		e.failed = true
		return 1
	}
	e.code = append(e.code, op|operand<<8)
	e.code = append(e.code, words...)
	return at
}

// here is the offset of the next instruction.
func (e *emitter) here() uint32 { return uint32(4 * len(e.code)) }

// land makes the instruction at place go to the next one.
func (e *emitter) land(place int) { e.code[place] = e.code[place]&0xFF | e.here()<<8 }

// table is the place of a table in later.
func (e *emitter) table(words []uint32) int {
	key := make([]byte, 4*len(words))
	for i, w := range words {
		binary.LittleEndian.PutUint32(key[4*i:], w)
	}
	at, ok := e.tables[string(key)]
	if !ok {
		at = 4 * len(e.later)
		if at > MaxProgram {
			e.failed = true
			return 0
		}
		e.later = append(e.later, words...)
		e.tables[string(key)] = at
	}
	return at
}

// class writes an instruction whose operand is a class table.
func (e *emitter) class(op uint32, s set) int {
	if len(s) > 0 {
		// The same slice is the same set: class escapes share theirs.
		if place, ok := e.classes[classKey{&s[0], len(s)}]; ok {
			at := e.op(op, uint32(place))
			e.fixups = append(e.fixups, at)
			return at
		}
	}
	e.p.work += len(s)
	if e.p.work > MaxWork {
		e.failed = true
		return e.op(op, 0)
	}
	words := bitmap(s)
	words = append(words, 0)
	for _, r := range s {
		if r.hi > 255 {
			lo := r.lo
			if lo < 256 {
				lo = 256
			}
			words = append(words, lo, r.hi)
			words[8]++
		}
	}
	place := e.table(words)
	if len(s) > 0 {
		e.classes[classKey{&s[0], len(s)}] = place
	}
	at := e.op(op, uint32(place))
	e.fixups = append(e.fixups, at)
	return at
}

func bitmap(s set) []uint32 {
	words := make([]uint32, 8)
	for _, r := range s {
		for c := r.lo; c <= r.hi && c < 256; c++ {
			words[c>>5] |= 1 << (c & 31)
		}
	}
	return words
}

// setTable is the place of the set bitmap of units.
func (e *emitter) setTable(s set) int {
	words := append(bitmap(s), 0)
	if len(s) > 0 && s[len(s)-1].hi > 255 {
		words[8] = 1
	}
	return e.table(words)
}

func (e *emitter) reg() uint32 {
	e.regs++
	return uint32(e.regs - 1)
}

// node writes the code of n; back says that it moves backwards. next is what
// follows in the same sequence, if that is known.
func (e *emitter) node(n *node, back bool, next *node) {
	if e.failed {
		return
	}
	dir := uint32(0)
	if back {
		dir = vm.Back
	}
	switch n.kind {
	case nEmpty:
	case nChar, nSet:
		e.character(n, dir)
	case nSeq:
		e.sequence(n.kids, back, next)
	case nAlt:
		e.alternation(n.kids, back, next)
	case nCapture:
		a, b := uint32(2*n.index), uint32(2*n.index+1)
		if back {
			a, b = b, a
		}
		e.op(vm.OpSave, a)
		e.node(n.kids[0], back, next)
		e.op(vm.OpSave, b)
	case nLoop:
		e.loop(n, back, next)
	case nLook:
		r := e.reg()
		if n.not {
			at := e.op(vm.OpNegLook, 0, r)
			e.node(n.kids[0], n.back, nil)
			e.op(vm.OpNegLookEnd, r)
			e.land(at)
			return
		}
		e.op(vm.OpLook, r)
		e.node(n.kids[0], n.back, nil)
		e.op(vm.OpLookEnd, r)
	case nBol:
		e.op(vm.OpBol+uint32(btoi(n.line)), 0)
	case nEol:
		e.op(vm.OpEol+uint32(btoi(n.line)), 0)
	case nWord:
		e.class(vm.OpWord+uint32(btoi(n.not)), n.set)
	case nBackref:
		op := uint32(vm.OpBackref)
		if n.fold {
			op = vm.OpBackrefI
			if e.p.u {
				op = vm.OpBackrefU
			}
		}
		for _, g := range n.groups {
			e.op(op|dir, uint32(g))
		}
	}
}

// character writes the code of a node that takes one character.
func (e *emitter) character(n *node, dir uint32) {
	c := n.c
	switch {
	case n.kind == nChar && c > 0xFFFF:
		lead, trail := 0xD7C0+c>>10, 0xDC00+c&0x3FF
		if dir != 0 {
			lead, trail = trail, lead
		}
		e.op(vm.OpChar|dir, lead)
		e.op(vm.OpChar|dir, trail)
	case n.kind == nChar && !e.lone(c):
		e.op(vm.OpChar|dir, c)
	default:
		op, s, a, b := e.oneOp(n)
		switch op {
		case vm.OpClass, vm.OpUClass:
			e.class(op|dir, s)
		case vm.OpChar2:
			e.op(op|dir, a, b)
		default:
			e.op(op|dir, 0)
		}
	}
}

// lone reports whether c is a surrogate that must not be half of a pair.
func (e *emitter) lone(c uint32) bool { return e.p.u && c&^0x7FF == 0xD800 }

// whole reports whether the characters of s are units that are never part of a
// pair.
func (e *emitter) whole(s set) bool {
	if !e.p.u {
		return true
	}
	for _, r := range s {
		if r.hi > 0xFFFF || r.lo <= 0xDFFF && r.hi >= 0xD800 {
			return false
		}
	}
	return true
}

// oneOp is the instruction for a node that takes one character.
func (e *emitter) oneOp(n *node) (op uint32, s set, a, b uint32) {
	s = n.set
	if n.kind == nChar {
		if n.c <= 0xFFFF && !e.lone(n.c) {
			return vm.OpChar, nil, n.c, 0
		}
		s = set{{n.c, n.c}}
	}
	switch {
	case n.all == allAny:
		op = vm.OpAny
		if e.p.u {
			op = vm.OpUAny
		}
	case n.all == allDot:
		op = vm.OpDot
		if e.p.u {
			op = vm.OpUDot
		}
	case e.whole(s):
		op = vm.OpClass
		if a, b, ok := s.pair(); ok {
			return vm.OpChar2, s, a, b
		}
	default:
		op = vm.OpUClass
	}
	return op, s, 0, 0
}

// sequence writes terms one after the other.
func (e *emitter) sequence(kids []*node, back bool, next *node) {
	if back {
		for i := len(kids) - 1; i >= 0; i-- {
			e.node(kids[i], true, nil)
		}
		return
	}
	for i := 0; i < len(kids); {
		if k := e.literal(kids[i:]); k > 1 {
			i += k
			continue
		}
		after := next
		if i+1 < len(kids) {
			after = &node{kind: nSeq, kids: kids[i+1:], after: next}
		}
		e.node(kids[i], false, after)
		i++
	}
}

// literal writes the characters that kids begin with as one instruction, if there
// are several, and gives their number.
func (e *emitter) literal(kids []*node) int {
	var list []uint32
	k := 0
	for k < len(kids) && kids[k].kind == nChar && !e.lone(kids[k].c) {
		c := kids[k].c
		if c > 0xFFFF {
			list = append(list, 0xD7C0+c>>10, 0xDC00+c&0x3FF)
		} else {
			list = append(list, c)
		}
		k++
	}
	if k < 2 {
		return k
	}
	count := len(list)
	words := make([]uint32, (count+1)/2)
	for i, c := range list {
		words[i/2] |= c << (16 * (i % 2))
	}
	e.op(vm.OpChars, uint32(count), words...)
	return k
}

// split writes the choice between body, which comes next, and something else,
// which begins with a unit of other if otherKnown; the place is to be landed.
// When body cannot begin with the next unit there is nothing to choose, and when
// the other cannot begin with what body does there is nothing to come back to.
func (e *emitter) split(body *node, back bool, other set, otherKnown bool) int {
	if back {
		return e.op(vm.OpSplit, 0)
	}
	s, ok := e.firstUnits(body, 64)
	if !ok {
		return e.op(vm.OpSplit, 0)
	}
	unit, set := uint32(vm.OpSplitUnit), uint32(vm.OpSplitSet)
	if otherKnown && len(tested(s).and(other)) == 0 {
		unit, set = vm.OpBranchUnit, vm.OpBranchSet
	}
	if c, ok := s.single(); ok {
		return e.op(unit, 0, c)
	}
	at := e.op(set, 0, uint32(e.setTable(s)))
	e.fixups = append(e.fixups, -(at + 1))
	return at
}

func (e *emitter) alternation(kids []*node, back bool, next *node) {
	// What the alternatives after each one begin with.
	rest := make([]set, len(kids))
	known := len(kids) // from here on it is known
	for i := len(kids) - 1; i > 0 && !back; i-- {
		s, ok := e.firstUnits(kids[i], 64)
		if ok && i+1 < len(kids) {
			s = s.union(rest[i])
			e.p.work += len(s)
			ok = len(s) <= maxFirst
		}
		if !ok || e.p.work > MaxWork {
			break
		}
		rest[i-1], known = s, i
	}
	var ends []int
	for i, k := range kids {
		if i+1 == len(kids) {
			e.node(k, back, next)
			break
		}
		at := e.split(k, back, rest[i], i+1 >= known)
		e.node(k, back, next)
		ends = append(ends, e.op(vm.OpJump, 0))
		e.land(at)
	}
	for _, at := range ends {
		e.land(at)
	}
}

// loop writes a loop (ECMA-262 22.2.2.3.1 RepeatMatcher).
func (e *emitter) loop(n *node, back bool, next *node) {
	body := n.kids[0]
	min, max := n.min, n.max
	if max == 0 {
		return
	}
	if body.oneCharacter() && !back {
		e.run(n, next)
		return
	}
	if body.most == 0 && min > 1 {
		// Iterations that take nothing are all alike.
		min, max = 1, 1
	}
	if body.most == 0 && min == 0 {
		// 22.2.2.3.1 step 2.b: an optional iteration that takes nothing fails.
		max = 1
	}
	empty := body.least == 0
	follow, followKnown := e.firstUnits(next, 64)
	reset := func() {
		if n.end > n.index {
			e.op(vm.OpReset, uint32(2*n.index), uint32(2*n.end))
		}
	}
	var progress uint32
	begin := func() {
		reset()
		if empty {
			progress = e.reg()
			e.op(vm.OpSave, progress)
		}
	}
	choice := func() int {
		if n.lazy {
			return e.op(vm.OpSplitBack, 0)
		}
		if empty {
			return e.op(vm.OpSplit, 0)
		}
		return e.split(body, back, follow, followKnown)
	}
	switch {
	case min == 1 && max == 1:
		reset()
		e.node(body, back, nil)
	case min == 0 && max == 1:
		at := choice()
		begin()
		e.node(body, back, nil)
		if empty {
			e.op(vm.OpProgress, progress)
		}
		e.land(at)
	case min == 0 && max == infinite:
		top := e.here()
		at := choice()
		begin()
		e.node(body, back, nil)
		if empty {
			e.op(vm.OpProgress, progress)
		}
		e.op(vm.OpJump, top>>0)
		e.land(at)
	case min == 1 && max == infinite && !empty:
		top := e.here()
		reset()
		e.node(body, back, nil)
		if n.lazy {
			at := e.op(vm.OpSplitBack, 0)
			e.op(vm.OpJump, top)
			e.land(at)
		} else {
			at := e.split(body, back, follow, followKnown)
			e.op(vm.OpJump, top)
			e.land(at)
		}
	default:
		count := e.reg()
		e.op(vm.OpZero, count)
		top := e.here()
		at := e.op(vm.OpLoop, count, min, max, 0, uint32(btoi(n.lazy)))
		begin()
		e.node(body, back, nil)
		if empty {
			e.op(vm.OpProgress2, progress, count, min)
		}
		limit := max
		if max == infinite {
			limit = min
		}
		e.op(vm.OpNext, count, limit, top)
		if !e.failed {
			e.code[at+3] = e.here()
		}
	}
}

// run writes a loop of one character.
func (e *emitter) run(n *node, next *node) {
	body := n.kids[0]
	op := uint32(vm.OpRun)
	hint := uint32(0)
	if n.lazy {
		op = vm.OpRunLazy
	}
	if next != nil {
		budget := 64
		if follow, empty, known := e.first(next, &budget); known && !empty {
			s := body.set
			if body.kind == nChar {
				s = set{{body.c, body.c}}
			}
			if c, ok := follow.single(); ok && c <= 0xFFFF && !e.lone(c) {
				hint = c + 1
			}
			// What follows cannot begin where the run could have gone on.
			if !n.lazy && len(follow.and(s)) == 0 {
				op = vm.OpRunAll
			}
		}
	}
	bodyOp, s, a, b := e.oneOp(body)
	// An attempt from within a run that failed after it would fail likewise.
	isLead := uint32(btoi(n == e.lead && op == vm.OpRunAll))
	at := e.op(op, isLead, n.min, n.max, bodyOp, b, hint)
	if e.failed {
		return
	}
	switch bodyOp {
	case vm.OpClass, vm.OpUClass:
		place := len(e.code)
		e.class(bodyOp, s) // for the table and its fixup
		e.code[at+3] = e.code[place]
		e.code = e.code[:place]
		e.fixups[len(e.fixups)-1] = at + 3
	case vm.OpChar, vm.OpChar2:
		e.code[at+3] |= a << 8
	}
}

// search decides how the first place of a match is looked for.
func (e *emitter) search() {
	root := e.p.root
	if anchored(root) {
		e.set(vm.HSearch, vm.SearchOnce)
		return
	}
	if list, _ := e.prefix(root, nil); len(list) > 0 {
		wide := false
		for _, c := range list {
			wide = wide || c > 0xFF
		}
		per, bits := 4, 8
		if wide {
			per, bits = 2, 16
			e.code[0] |= vm.FWidePrefix
		}
		words := make([]uint32, (len(list)+per-1)/per)
		for i, c := range list {
			words[i/per] |= c << (bits * (i % per))
		}
		e.set(vm.HSearch, vm.SearchPrefix)
		e.set(vm.HLength, uint32(len(list)))
		e.set(vm.HPrefix, uint32(e.table(words)))
		e.fixups = append(e.fixups, -(vm.HPrefix / 4))
		return
	}
	if s, ok := e.firstUnits(root, 256); ok {
		e.set(vm.HSearch, vm.SearchSet)
		e.set(vm.HPrefix, uint32(e.setTable(s)))
		e.fixups = append(e.fixups, -(vm.HPrefix / 4))
	}
}

// names writes the table that gives the number of a group's name plus one.
func (e *emitter) names() bool {
	if len(e.p.names) == 0 {
		return false
	}
	words := make([]uint32, e.p.groups)
	for g, k := range e.p.nameOf {
		words[g] = uint32(k) + 1
	}
	e.set(vm.HNames, uint32(4*len(e.later)))
	e.later = append(e.later, words...)
	return true
}

// classKey tells sets apart by where they are.
type classKey struct {
	first *span
	n     int
}
