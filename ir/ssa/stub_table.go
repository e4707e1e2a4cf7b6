package ssa

import "firn/heap"

// noEntry is what stubs that look for an entry answer when there is none. No cell
// is at that offset.
const noEntry = 8

// hashFactor is what tables multiply with to spread keys.
const hashFactor = 0x9E3779B1 - 1<<32

// bitsOf is what a constant holds of a value.
func bitsOf(v heap.Value) int64 { return int64(v) }

// The arguments of these stubs are the table, as a value, the key, and the offset
// below which tables are not written, 0 for those who only read.

// table is the table. It goes to cannot for one that is not written.
func (s *stubBuilder) table(cannot *Block) *Value {
	t := s.args[0]
	s.unless(s.cmp(Lt, s.op(OpUnboxInt, 0, t), s.args[2]), cannot) // its low half
	return s.op(OpUnboxRef, 0, t)
}

// identity is the identity hash of the object key, spread; 0 if it has none yet.
func (s *stubBuilder) identity(key *Value) *Value {
	return s.op(OpMulIntW, 0, s.op(OpLoadU16, heap.OffHash, s.op(OpUnboxRef, 0, key)), s.int(hashFactor))
}

// unindexed goes on where a table has no index; indexed is where it has one.
func (s *stubBuilder) unindexed(index *Value) (indexed *Block) {
	linear, _ := s.block()
	indexed, _ = s.block()
	s.branch(s.op(OpCmpRef, int64(Eq), index, s.op(OpConstRef, 0)), linear, indexed)
	return indexed
}

// indexMask is the number of slots of an index, less one.
func (s *stubBuilder) indexMask(index *Value) *Value {
	size := s.op(OpSubIntW, 0, s.op(OpLoadInt, heap.OffSize, index), s.int(heap.IndexData))
	return s.op(OpSubIntW, 0, s.op(OpShrInt, 0, size, s.int(2)), s.int(1))
}

// tableHash is the hash of a key. It goes to cannot for keys that are not looked
// for here, and for one whose hash is not known unless there is no index.
func (s *stubBuilder) tableHash(key, index *Value, cannot *Block) *Value {
	start, h := s.block(Int)
	hashed, known := s.block(Int)
	small, _ := s.block()
	str, _ := s.block()
	obj, _ := s.block()
	unknown, _ := s.block()
	s.unless(s.op(OpHasTag, heap.TagString, key), str)
	s.unless(s.op(OpHasTag, heap.TagObject, key), obj)
	s.unless(s.op(OpHasTag, heap.TagInt, key), small)
	s.unless(s.op(OpHasTag, heap.TagSpecial, key), small)
	s.jump(cannot)
	s.at(small)
	x := s.op(OpMulIntW, 0, s.op(OpUnboxInt, 0, key), s.int(hashFactor))
	s.jump(start, s.op(OpXorInt, 0, x, s.op(OpShrInt, 0, x, s.int(15))))
	s.at(str)
	cell := s.op(OpUnboxRef, 0, key)
	s.unless(s.cmp(Ge, s.op(OpLoadInt, heap.OffLength, cell), s.int(maxStubUnits)), cannot)
	s.jump(hashed, s.op(OpStrHash, 0, cell))
	s.at(obj)
	s.jump(hashed, s.identity(key))
	s.at(hashed)
	s.unless(s.cmp(Eq, known[0], s.int(0)), unknown) // that of an integer may be 0
	s.jump(start, known[0])
	s.at(unknown)
	indexed := s.unindexed(index)
	s.jump(start, s.int(0))
	s.at(indexed)
	s.jump(cannot)
	s.at(start)
	return h[0]
}

// chargeKey charges for a key that is a string, and goes on.
func (s *stubBuilder) chargeKey(key *Value) {
	charged, _ := s.block()
	next, _ := s.block()
	s.branch(s.op(OpHasTag, heap.TagString, key), charged, next)
	s.op(OpChargeInt, 0, s.op(OpShrInt, 0, s.op(OpLoadInt, heap.OffLength, s.op(OpUnboxRef, 0, key)), s.int(6)))
	s.jump(next)
	s.at(next)
}

// tableAdd is the end of heap.TableSet, for a key that tableFind has not found: it
// makes an entry, to which the caller writes the key and the value. It cannot when
// the table is full.
func tableAdd(s *stubBuilder) {
	key := s.args[1]
	cannot, _ := s.block()
	t := s.op(OpUnboxRef, 0, s.args[0])
	used, stride := s.op(OpLoadInt, heap.TableUsed, t), s.op(OpLoadInt, heap.TableStride, t)
	at := s.op(OpAddIntW, 0, s.op(OpMulIntW, 0, used, stride), s.int(heap.TableValues))
	s.unless(s.cmp(Ge, at, s.op(OpLoadInt, heap.OffSize, t)), cannot)
	index := s.op(OpLoadRef, heap.TableIndex, t)
	h := s.tableHash(key, index, cannot)
	next := s.op(OpAddIntW, 0, used, s.int(1))
	counted, _ := s.block()
	indexed := s.unindexed(index)
	s.jump(counted)
	s.at(indexed)
	s.enterIndex(index, h, next, counted, cannot)
	s.op(OpStoreInt, heap.TableUsed, t, next)
	s.op(OpStoreInt, heap.TableLive, t, s.op(OpAddIntW, 0, s.op(OpLoadInt, heap.TableLive, t), s.int(1)))
	s.op(OpChargeInt, 0, s.int(2))
	s.chargeKey(key)
	s.ret(s.op(OpAddRef, 0, t, at))
	s.at(cannot)
	s.cannot()
}

// tableFind is heap.TableFind. It cannot with doubles, bigints and symbols, objects
// and long strings whose hash has not been asked for yet, and very long strings.
func tableFind(s *stubBuilder) {
	key := s.args[1]
	cannot, _ := s.block()
	none, _ := s.block()
	found, entry := s.block(Ref)
	hit, e := s.findEntry(none, cannot)
	s.at(hit)
	s.jump(found, s.op(OpAddRef, 0, e, s.int(heap.TableValues)))

	// Who wants to write makes a new entry otherwise, and charges for looking then.
	s.at(none)
	uncharged, _ := s.block()
	s.unless(s.cmp(Ne, s.args[2], s.int(0)), uncharged)
	s.jump(found, s.op(OpConstRef, noEntry))
	s.at(uncharged)
	s.ret(s.op(OpConstRef, noEntry))
	s.at(found)
	s.chargeKey(key)
	s.ret(entry[0])
	s.at(cannot)
	s.cannot()
}

// findEntry looks for the entry of a key: at hit there is one, TableValues behind
// the cell e.
func (s *stubBuilder) findEntry(none, cannot *Block) (hit *Block, e0 *Value) {
	key := s.args[1]
	t := s.table(cannot)
	index := s.op(OpLoadRef, heap.TableIndex, t)
	either := func() *Block { return s.unindexed(index) }
	h := s.tableHash(key, index, cannot)

	// Candidates one after the other: i is an offset from the first entry, up to a
	// limit, or a slot of the index, the limit being how many are looked at.
	head, p := s.block(Int, Int)
	check, e := s.block(Ref)
	advance, _ := s.block()
	i, limit := p[0], p[1]
	stride := s.op(OpLoadInt, heap.TableStride, t)
	indexed := either()
	s.jump(head, s.op(OpMulIntW, 0, stride, s.op(OpLoadInt, heap.TableFirst, t)), s.op(OpMulIntW, 0, stride, s.op(OpLoadInt, heap.TableUsed, t)))
	s.at(indexed)
	s.jump(head, s.op(OpAndInt, 0, h, s.indexMask(index)), s.int(heap.FreeProbes))

	s.at(head)
	indexed = either()
	s.unless(s.cmp(Ge, i, limit), none)
	s.jump(check, s.op(OpAddRef, 0, t, i))
	s.at(indexed)
	number := s.op(OpLoadI32X, heap.IndexData, index, i)
	s.unless(s.cmp(Eq, number, s.int(0)), none)
	s.jump(check, s.op(OpAddRef, 0, t, s.op(OpMulIntW, 0, s.op(OpSubIntW, 0, number, s.int(1)), stride)))

	s.at(check)
	hit, _ = s.block()
	strings, _ := s.block()
	strings2, _ := s.block()
	k := s.op(OpLoadVal, heap.TableValues, e[0])
	s.unless(s.op(OpCmpVal, int64(Eq), k, key), hit)
	s.branch(s.op(OpHasTag, heap.TagString, key), strings, advance)
	s.branch(s.op(OpHasTag, heap.TagString, k), strings2, advance)
	a, b := s.op(OpUnboxRef, 0, key), s.op(OpUnboxRef, 0, k)
	n := s.op(OpLoadInt, heap.OffLength, a)
	s.unless(s.cmp(Ne, n, s.op(OpLoadInt, heap.OffLength, b)), advance)
	atoms := s.op(OpAndInt, 0, s.op(OpLoadU8, heap.OffFlags, a), s.op(OpLoadU8, heap.OffFlags, b))
	s.unless(s.op(OpCmpInt, int64(Ne), s.op(OpAndInt, 0, atoms, s.int(heap.FAtom)), s.int(0)), advance)
	s.sameContent(a, b, n, hit, advance, cannot)
	s.at(advance)
	indexed = either()
	s.jump(head, s.op(OpAddIntW, 0, i, stride), limit)
	s.at(indexed)
	left := s.op(OpSubIntW, 0, limit, s.int(1))
	s.unless(s.cmp(Eq, left, s.int(0)), cannot)
	s.jump(head, s.op(OpAndInt, 0, s.op(OpAddIntW, 0, i, s.int(1)), s.indexMask(index)), left)
	return hit, e[0]
}

// tableDelete is heap.TableDelete: whether the key was there. It cannot where the
// entries are to be moved.
func tableDelete(s *stubBuilder) {
	key := s.args[1]
	cannot, _ := s.block()
	none, _ := s.block()
	hit, e := s.findEntry(none, cannot)
	s.at(none)
	s.chargeKey(key)
	s.ret(s.int(0))

	s.at(hit)
	t := s.op(OpUnboxRef, 0, s.args[0])
	empty := s.bits(heap.Empty)
	used := s.op(OpLoadInt, heap.TableUsed, t)
	live := s.op(OpSubIntW, 0, s.op(OpLoadInt, heap.TableLive, t), s.int(1))
	stays, _ := s.block()
	large, _ := s.block()
	s.unless(s.cmp(Gt, used, s.int(heap.TableShrinks)), large)
	s.jump(stays)
	s.at(large)
	s.must(s.cmp(Ge, live, s.op(OpShrInt, 0, used, s.int(3))), cannot)
	s.jump(stays)
	s.at(stays)
	stride := s.op(OpLoadInt, heap.TableStride, t)
	s.op(OpStoreVal, heap.TableValues, e, empty)
	s.op(OpStoreInt, heap.TableLive, t, live)
	pairs, _ := s.block()
	cleared, _ := s.block()
	s.branch(s.cmp(Eq, stride, s.int(16)), pairs, cleared)
	s.op(OpStoreVal, heap.TableValues+8, e, s.bits(heap.Undefined))
	s.jump(cleared)
	s.at(cleared)

	// The first entries that are deleted are not looked at any more.
	first := s.op(OpLoadInt, heap.TableFirst, t)
	skip, f := s.block(Int, Ref)
	ended, _ := s.block()
	s.jump(skip, first, s.op(OpAddRef, 0, t, s.op(OpMulIntW, 0, first, stride)))
	s.at(skip)
	s.must(s.cmp(Lt, f[0], used), ended)
	s.must(s.op(OpCmpVal, int64(Eq), s.op(OpLoadVal, heap.TableValues, f[1]), empty), ended)
	s.jump(skip, s.op(OpAddIntW, 0, f[0], s.int(1)), s.op(OpAddRef, 0, f[1], stride))
	s.at(ended)
	s.op(OpStoreInt, heap.TableFirst, t, f[0])
	s.chargeKey(key)
	s.ret(s.int(1))
	s.at(cannot)
	s.cannot()
}

// maxTableMove is how many live entries a table may have that the stub moves.
const maxTableMove = 64

// tableMove is heap.tableMove of the full table 0: the heir, which is to be stored
// in the owner. It cannot with keys whose hash is not known, if the heir has an index.
func tableMove(s *stubBuilder) {
	t := s.op(OpUnboxRef, 0, s.args[0])
	zero, empty := s.int(0), s.bits(heap.Empty)
	cannot, _ := s.block()
	live, used := s.op(OpLoadInt, heap.TableLive, t), s.op(OpLoadInt, heap.TableUsed, t)
	s.must(s.cmp(Le, live, s.int(maxTableMove)), cannot)
	s.must(s.cmp(Le, used, s.int(2*maxTableMove)), cannot)
	stride := s.op(OpLoadInt, heap.TableStride, t)
	end := s.op(OpAddIntW, 0, s.op(OpMulIntW, 0, used, stride), s.int(heap.TableValues))
	s.must(s.cmp(Ge, end, s.op(OpLoadInt, heap.OffSize, t)), cannot)
	twice := s.op(OpShlInt, 0, live, s.int(1))
	double, c := s.block(Int)
	sized, _ := s.block()
	s.jump(double, s.int(heap.TableMin))
	s.at(double)
	capacity := c[0]
	s.must(s.cmp(Lt, capacity, twice), sized)
	s.jump(double, s.op(OpShlInt, 0, capacity, s.int(1)))

	s.at(sized)
	indexes, _ := s.block()
	indexed, x := s.block(Ref)
	s.unless(s.cmp(Gt, capacity, s.int(heap.TableLinear)), indexes)
	s.jump(indexed, s.op(OpConstRef, 0))
	s.at(indexes)
	slots := s.op(OpShlInt, 0, capacity, s.int(1))
	made := s.alloc(s.op(OpAddIntW, 0, s.op(OpShlInt, 0, slots, s.int(2)), s.int(heap.IndexData)), heap.KIndex, 0)
	s.loop(slots, 1, nil, func(i *Value) { s.op(OpStoreI32X, heap.IndexData, made, i, zero) })
	s.jump(indexed, made)
	s.at(indexed)
	index := x[0]
	heir := s.alloc(s.op(OpAddIntW, 0, s.op(OpMulIntW, 0, capacity, stride), s.int(heap.TableValues)), heap.KTable, 0)
	words := s.op(OpShrInt, 0, s.op(OpMulIntW, 0, capacity, stride), s.int(3))
	s.loop(words, 1, nil, func(i *Value) { s.op(OpStoreValX, heap.TableValues, heir, i, empty) })
	for _, off := range [...]int64{heap.TableHeir, heap.TableFirst, heap.TableFlags, heap.TableTaken} {
		s.op(OpStoreInt, off, heir, zero)
	}
	s.op(OpStoreInt, heap.TableUsed, heir, live)
	s.op(OpStoreInt, heap.TableLive, heir, live)
	s.op(OpStoreInt, heap.TableStride, heir, stride)
	s.op(OpStoreRef, heap.TableIndex, heir, index)

	// Entry i at from; n are there already, the next goes to to.
	copies, p := s.block(Int, Ref, Int, Ref)
	i, from, n, to := p[0], p[1], p[2], p[3]
	copied, _ := s.block()
	dead, _ := s.block()
	s.jump(copies, zero, t, zero, heir)
	s.at(copies)
	s.must(s.cmp(Lt, i, used), copied)
	next, behind := s.op(OpAddIntW, 0, i, s.int(1)), s.op(OpAddRef, 0, from, stride)
	key := s.op(OpLoadVal, heap.TableValues, from)
	s.unless(s.op(OpCmpVal, int64(Eq), key, empty), dead)
	s.op(OpStoreVal, heap.TableValues, to, key)
	pairs, _ := s.block()
	there, _ := s.block()
	s.branch(s.cmp(Eq, stride, s.int(16)), pairs, there)
	s.op(OpStoreVal, heap.TableValues+8, to, s.op(OpLoadVal, heap.TableValues+8, from))
	s.jump(there)
	s.at(there)
	number := s.op(OpAddIntW, 0, n, s.int(1))
	entered, _ := s.block()
	enter := s.unindexed(index)
	s.jump(entered)
	s.at(enter)
	s.enterIndex(index, s.tableHash(key, index, cannot), number, entered, cannot)
	s.jump(copies, next, behind, number, s.op(OpAddRef, 0, to, stride))
	s.at(dead)
	s.jump(copies, next, behind, n, to)

	// Where entries were deleted, the old ones say where they are now.
	s.at(copied)
	moved, _ := s.block()
	gaps, _ := s.block()
	s.op(OpStoreInt, heap.TableTaken, t, live)
	s.branch(s.cmp(Ne, live, used), gaps, moved)
	places, q := s.block(Int, Ref, Int)
	marked, _ := s.block()
	s.jump(places, zero, t, zero)
	s.at(places)
	s.must(s.cmp(Lt, q[0], used), marked)
	old := s.op(OpLoadVal, heap.TableValues, q[1])
	s.op(OpStoreVal, heap.TableValues, q[1], s.op(OpBoxInt, 0, q[2]))
	later, further := s.op(OpAddIntW, 0, q[0], s.int(1)), s.op(OpAddRef, 0, q[1], stride)
	gone, _ := s.block()
	single, _ := s.block()
	s.unless(s.op(OpCmpVal, int64(Eq), old, empty), gone)
	s.unless(s.cmp(Ne, stride, s.int(16)), single)
	s.op(OpStoreVal, heap.TableValues+8, q[1], s.bits(heap.Undefined))
	s.jump(single)
	s.at(single)
	s.jump(places, later, further, s.op(OpAddIntW, 0, q[2], s.int(1)))
	s.at(gone)
	s.jump(places, later, further, q[2])
	s.at(marked)
	s.op(OpStoreInt, heap.TableFlags, t, s.int(heap.TableMoved))
	s.op(OpStoreInt, heap.TableLive, t, used)
	s.op(OpStoreInt, heap.TableFirst, t, zero)
	s.jump(moved)
	s.at(moved)
	s.op(OpStoreRef, heap.TableHeir, t, heir)
	s.op(OpBarrier, heap.TableHeir, t)
	s.ret(heir)
	s.at(cannot)
	s.cannot()
}

// enterIndex enters entry number under a hash, and goes on at then. It goes to
// cannot where there is no place near the first home.
func (s *stubBuilder) enterIndex(index, h, number *Value, then, cannot *Block) {
	mask := s.indexMask(index)
	head, i := s.block(Int)
	free, _ := s.block()
	home := s.op(OpAndInt, 0, h, mask)
	end := s.op(OpAddIntW, 0, home, s.int(heap.FreeProbes))
	s.jump(head, home)
	s.at(head)
	s.unless(s.cmp(Ge, i[0], end), cannot)
	slot := s.op(OpAndInt, 0, i[0], mask)
	s.unless(s.cmp(Eq, s.op(OpLoadI32X, heap.IndexData, index, slot), s.int(0)), free)
	s.jump(head, s.op(OpAddIntW, 0, i[0], s.int(1)))
	s.at(free)
	s.op(OpStoreI32X, heap.IndexData, index, slot, number)
	s.jump(then)
	s.at(then)
}

// weakFind is heap.WeakFind. It cannot with symbols, with keys without an identity
// hash, and with what cannot be a key.
func weakFind(s *stubBuilder) {
	key := s.args[1]
	cannot, _ := s.block()
	hit, _ := s.block()
	none, _ := s.block()
	t := s.table(cannot)
	object, _ := s.block()
	s.branch(s.op(OpHasTag, heap.TagObject, key), object, cannot)
	h := s.identity(key)
	s.unless(s.cmp(Eq, h, s.int(0)), cannot)
	size := s.op(OpSubIntW, 0, s.op(OpLoadInt, heap.OffSize, t), s.int(heap.WeakEntries))
	mask := s.op(OpSubIntW, 0, s.op(OpShrInt, 0, size, s.int(4)), s.int(1))
	head, p := s.block(Int)
	s.jump(head, s.op(OpAndInt, 0, h, mask))
	s.at(head)
	e := s.op(OpAddRef, 0, t, s.op(OpShlInt, 0, p[0], s.int(4)))
	k := s.op(OpLoadVal, heap.WeakEntries, e)
	s.unless(s.op(OpCmpVal, int64(Eq), k, key), hit)
	s.unless(s.op(OpCmpVal, int64(Eq), k, s.op(OpConstVal, bitsOf(heap.Empty))), none)
	s.jump(head, s.op(OpAndInt, 0, s.op(OpAddIntW, 0, p[0], s.int(1)), mask))
	s.at(hit)
	s.ret(s.op(OpAddRef, 0, e, s.int(heap.WeakEntries)))
	s.at(none)
	s.ret(s.op(OpConstRef, noEntry))
	s.at(cannot)
	s.cannot()
}
