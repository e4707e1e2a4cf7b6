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
	s.jump(hashed, s.op(OpLoadInt, heap.OffStrHash, cell))
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
	mask := s.indexMask(index)
	head, i := s.block(Int)
	free, _ := s.block()
	s.jump(head, s.op(OpAndInt, 0, h, mask))
	s.at(head)
	s.unless(s.cmp(Eq, s.op(OpLoadI32X, heap.IndexData, index, i[0]), s.int(0)), free)
	s.jump(head, s.op(OpAndInt, 0, s.op(OpAddIntW, 0, i[0], s.int(1)), mask))
	s.at(free)
	s.op(OpStoreI32X, heap.IndexData, index, i[0], next)
	s.jump(counted)
	s.at(counted)
	s.op(OpStoreInt, heap.TableUsed, t, next)
	s.op(OpStoreInt, heap.TableLive, t, s.op(OpAddIntW, 0, s.op(OpLoadInt, heap.TableLive, t), s.int(1)))
	s.op(OpChargeInt, 0, s.int(2))
	s.chargeKey(key)
	s.ret(s.op(OpAddRef, 0, t, at))
	s.at(cannot)
	s.cannot()
}

// tableFind is heap.TableFind. It cannot with doubles, bigints and symbols, keys
// whose hash has not been asked for yet, and very long strings.
func tableFind(s *stubBuilder) {
	key := s.args[1]
	cannot, _ := s.block()
	none, _ := s.block()
	found, entry := s.block(Ref)
	t := s.table(cannot)
	index := s.op(OpLoadRef, heap.TableIndex, t)
	either := func() *Block { return s.unindexed(index) }
	h := s.tableHash(key, index, cannot)

	// Candidates one after the other: i is an offset from the first entry, up to a
	// limit, or a slot of the index, the limit being its mask.
	head, p := s.block(Int, Int)
	check, e := s.block(Ref)
	advance, _ := s.block()
	i, limit := p[0], p[1]
	stride := s.op(OpLoadInt, heap.TableStride, t)
	indexed := either()
	s.jump(head, s.op(OpMulIntW, 0, stride, s.op(OpLoadInt, heap.TableFirst, t)), s.op(OpMulIntW, 0, stride, s.op(OpLoadInt, heap.TableUsed, t)))
	s.at(indexed)
	mask := s.indexMask(index)
	s.jump(head, s.op(OpAndInt, 0, h, mask), mask)

	s.at(head)
	indexed = either()
	s.unless(s.cmp(Ge, i, limit), none)
	s.jump(check, s.op(OpAddRef, 0, t, i))
	s.at(indexed)
	number := s.op(OpLoadI32X, heap.IndexData, index, i)
	s.unless(s.cmp(Eq, number, s.int(0)), none)
	s.jump(check, s.op(OpAddRef, 0, t, s.op(OpMulIntW, 0, s.op(OpSubIntW, 0, number, s.int(1)), stride)))

	s.at(check)
	hit, _ := s.block()
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
	s.at(hit)
	s.jump(found, s.op(OpAddRef, 0, e[0], s.int(heap.TableValues)))

	s.at(advance)
	indexed = either()
	s.jump(head, s.op(OpAddIntW, 0, i, stride), limit)
	s.at(indexed)
	s.jump(head, s.op(OpAndInt, 0, s.op(OpAddIntW, 0, i, s.int(1)), limit), limit)

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
