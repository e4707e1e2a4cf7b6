package heap

import "encoding/binary"

// Emitting the cells of a graph in their canonical form.

var le = binary.LittleEndian

// place is the offset in the image of what ref refers to.
func (g *graph) place(ref uint32) uint32 {
	if ref < g.h.firn {
		return ref
	}
	ref = g.resolve(ref)
	if ref < g.h.firn {
		return ref
	}
	n, _ := g.number(ref)
	return g.at[n]
}

// value is the form of v in the image. Numbers get their preferred form, however
// they came to be stored: native code may keep as a double what the interpreter
// has as an int32.
func (g *graph) value(v Value) Value {
	if v.IsDouble() {
		return Number(v.Float())
	}
	return g.word(v)
}

// word is the form of a word that is a pointer or no JS value at all: a number
// that some table counts with, or 0 for nothing.
func (g *graph) word(v Value) Value {
	if v.IsPointer() {
		return v&^0xFFFFFFFF | Value(g.place(v.Ref()))
	}
	return v
}

func (g *graph) putValue(b []byte, off uint32, v Value) { le.PutUint64(b[off:], uint64(g.value(v))) }

func (g *graph) putWord(b []byte, off uint32, v Value) { le.PutUint64(b[off:], uint64(g.word(v))) }

// emit writes the canonical form of a cell to b, which has its size.
func (g *graph) emit(ref uint32, b []byte, rom bool) {
	h := g.h
	k := h.Kind(ref)
	if k == KWeak {
		g.emitWeak(ref, b)
		return
	}
	copy(b, h.Bytes(ref, uint32(len(b))))
	if k >= FirstObject || k == KSymbol {
		g.emitHash(ref, k, b, rom)
	}
	skip := skippedRefs(k)
	if k == KShape {
		skip |= 1 << ((ShapeDescs - HeaderSize) / 4) // see below
	}
	at := uint32(HeaderSize)
	for i, refs := 0, kindTable[k].refs; refs>>i != 0; i++ {
		if refs>>i&1 != 0 {
			to := uint32(0)
			if old := h.U32(ref + at); skip>>i&1 == 0 && old != 0 {
				to = g.place(old)
			}
			le.PutUint32(b[at:], to)
		}
		at += 4
	}
	from, to := h.valueRange(ref)
	switch k {
	case KShape:
		d := h.U32(ref + ShapeDescs)
		if own, ok := g.tables[ref]; ok {
			d = own
		}
		if d != 0 {
			d = g.place(d)
		}
		le.PutUint32(b[ShapeDescs:], d)
		le.PutUint16(b[ShapeFlags:], h.U16(ref+ShapeFlags)&^SCached)
		if h.U32(ref+ShapeParent) == 0 {
			le.PutUint64(b[ShapeKey:], uint64(Undefined))
		} else {
			g.putValue(b, ShapeKey, h.Val(ref+ShapeKey))
		}
		return
	case KDescs:
		n := g.table[ref].used
		le.PutUint64(b, uint64(len(b))|KDescs<<32)
		le.PutUint32(b[DescUsed:], n)
		clear(b[DescEntries+DescSize*n:])
		for at := uint32(DescEntries); at < DescEntries+DescSize*n; at += 8 {
			g.putWord(b, at, h.Val(ref+at))
		}
		return
	case KSparse:
		for at := uint32(sparseEntries); at < uint32(len(b)); at += 8 {
			if (at-sparseEntries)%sparseSize == 8 && h.Val(ref+at-8) != 0 {
				g.putValue(b, at, h.Val(ref+at))
			} else {
				g.putWord(b, at, h.Val(ref+at))
			}
		}
		return
	case KStr1, KStr2, KRope, KSlice:
		le.PutUint32(b[OffStrHash:], 0)
	case KBytes:
		clear(b[OffData+h.U32(ref+OffLength):])
	case KWeakRef:
		if v := h.Internal(ref, 0); v.IsPointer() && !g.reached(v.Ref()) {
			le.PutUint64(b[OffInternal:], uint64(Undefined))
			from += 8
		}
	case KRecord:
		if ref == h.Root(RootHandles).Ref() && h.Root(RootHandles).IsCell() {
			g.emitHandles(ref, b)
			return
		}
	}
	for ; from < to; from += 8 {
		g.putValue(b, from-ref, h.Val(from))
	}
}

// emitHash leaves identity hashes out of images: they are given in the order in
// which they were first asked for. A ROM keeps them.
func (g *graph) emitHash(ref uint32, k uint8, b []byte, rom bool) {
	if rom {
		return
	}
	le.PutUint16(b[OffHash:], 0)
	if k == KSymbol {
		le.PutUint32(b[OffSymHash:], 0)
	}
}

// emitWeak writes the live entries of a weak table one after the other; they
// get their places when the image is loaded.
func (g *graph) emitWeak(ref uint32, b []byte) {
	var t *weakTable
	for _, t = range g.weak {
		if t.ref == ref {
			break
		}
	}
	le.PutUint64(b, uint64(len(b))|KWeak<<32)
	le.PutUint32(b[WeakUsed:], uint32(len(t.live)))
	le.PutUint32(b[weakLink:], 0)
	at := uint32(WeakEntries)
	for _, e := range t.live {
		g.putValue(b, at, g.h.Val(e))
		g.putValue(b, at+8, g.h.Val(e+8))
		at += 16
	}
	for ; at < uint32(len(b)); at += 8 {
		le.PutUint64(b[at:], uint64(Empty))
	}
}

// emitHandles writes the handle table with its free entries linked in order.
func (g *graph) emitHandles(ref uint32, b []byte) {
	h := g.h
	next := uint32(0)
	for at := uint32(len(b)) - 8; at > OffValues; at -= 8 {
		v := h.Val(ref + at)
		if v.Tag() == TagSpecial && v>>freeHandleBit&1 != 0 {
			le.PutUint64(b[at:], uint64(freeHandle(next)))
			next = (at - OffValues) / 8
		} else {
			g.putValue(b, at, v)
		}
	}
	le.PutUint64(b[OffValues:], uint64(freeHandle(next)))
}
