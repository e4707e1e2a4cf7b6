package heap

import "sort"

// The graph that images are made of: everything reachable from the roots, in
// breadth-first order, the fields of a cell in the order of their offsets.
// What it holds and in which order depends on the graph alone.
//
// Derived state is not followed: feedback, transitions and root shapes, hash
// indexes, atom tables. A flattened rope counts as the string it became.
type graph struct {
	h     *Heap
	index []uint32          // by slot: number of the cell + 1, 0 = not reached
	cells []uint32          // refs by number
	at    []uint32          // their offsets in the image
	size  uint64            // bytes of all cells
	next  int               // cells before this have been followed
	descs map[uint32]uint32 // descriptor tables: entries that have been seen
	weak  []*weakTable

	tables map[uint32]uint32    // by shape: the descriptor table that it has in the image
	table  map[uint32]descTable // by that
}

// descTable is the form of a descriptor table in the image.
type descTable struct {
	used, size uint32 // entries, bytes
}

// weakTable is a KWeak and what is alive in it.
type weakTable struct {
	ref  uint32
	done map[uint32]bool // entries (cage offsets) that are alive
	live []uint32        // the same, in the order of the image
}

// derivedRoots are rebuilt when an image is loaded.
var derivedRoots = map[uint32]bool{
	RootROMAtoms:   true,
	RootAtoms:      true,
	RootShapes:     true,
	RootNullShapes: true,
	RootShapeTrans: true,
}

// reach follows everything from the roots; base is where the first cell will
// be. The stack and the handles are roots unless this becomes a ROM.
func (h *Heap) reach(base uint32, rom bool) *graph {
	g := &graph{
		h:     h,
		index: make([]uint32, h.Used()/8),
		descs: map[uint32]uint32{},
	}
	for i := uint32(0); i < NumRoots; i++ {
		if !derivedRoots[i] && !(rom && i == RootHandles) {
			g.seeValue(h.Root(i))
		}
	}
	if !rom {
		for at := h.StackBase; at < h.StackTop; at += 8 {
			g.seeValue(h.Val(at))
		}
	}
	g.follow()
	for again := true; again; {
		again = false
		for _, t := range g.weak {
			again = g.followWeak(t) || again
		}
	}
	g.shareTables()
	at := uint64(base)
	g.at = make([]uint32, len(g.cells))
	for i, ref := range g.cells {
		g.at[i] = uint32(at)
		at += uint64(g.sizeOf(ref))
	}
	g.size = at - uint64(base)
	return g
}

// resolve is the cell that stands for ref: the flat string for a flattened rope.
func (g *graph) resolve(ref uint32) uint32 {
	for g.h.Kind(ref) == KSlice && g.h.Flags(ref)&FFlatRef != 0 {
		ref = g.h.U32(ref + OffBase)
	}
	return ref
}

// slot is where a RAM cell stands in the index: nursery cells, then tenured ones.
func (g *graph) slot(ref uint32) uint32 {
	if h := g.h; ref >= h.tenBase {
		return (h.NurTop - h.nurBase + ref - h.tenBase) >> 3
	}
	return (ref - g.h.nurBase) >> 3
}

// number is the number of a reached RAM cell; ok is false for one that was not.
func (g *graph) number(ref uint32) (n uint32, ok bool) {
	n = g.index[g.slot(ref)]
	return n - 1, n != 0
}

// reached reports whether a cell is in the image or in ROM.
func (g *graph) reached(ref uint32) bool {
	if ref < g.h.firn {
		return true
	}
	_, ok := g.number(g.resolve(ref))
	return ok
}

func (g *graph) see(ref uint32) {
	if ref < g.h.firn {
		return
	}
	ref = g.resolve(ref)
	if ref < g.h.firn {
		return
	}
	i := g.slot(ref)
	if g.index[i] == 0 {
		g.cells = append(g.cells, ref)
		g.index[i] = uint32(len(g.cells))
	}
}

func (g *graph) seeValue(v Value) {
	if v.IsPointer() {
		g.see(v.Ref())
	}
}

func (g *graph) seeValues(from, to uint32) {
	for ; from < to; from += 8 {
		g.seeValue(g.h.Val(from))
	}
}

// follow sees what the cells that wait refer to.
func (g *graph) follow() {
	for g.next < len(g.cells) {
		ref := g.cells[g.next]
		g.next++
		g.followCell(ref)
	}
}

func (g *graph) followCell(ref uint32) {
	h := g.h
	k := h.Kind(ref)
	from, to := h.valueRange(ref)
	switch k {
	case KShape:
		g.see(h.U32(ref + ShapeProto))
		g.seeDescs(h.U32(ref+ShapeDescs), h.U32(ref+ShapeCount))
		g.see(h.U32(ref + ShapeParent))
		if h.U32(ref+ShapeParent) != 0 {
			g.seeValue(h.Val(ref + ShapeKey))
		}
		return
	case KDescs, KIndex, KTrans, KAtoms, KFeedback:
		return // entries of descriptors are followed from the shapes
	case KWeak:
		g.weak = append(g.weak, &weakTable{ref: ref, done: map[uint32]bool{}})
		return
	case KWeakRef:
		from += 8
	}
	skip := skippedRefs(k)
	at := ref + HeaderSize
	for refs := kindTable[k].refs &^ skip; refs != 0; refs >>= 1 {
		if refs&1 != 0 {
			g.see(h.U32(at))
		}
		at += 4
	}
	g.seeValues(from, to)
}

// skippedRefs are the reference fields of a kind that are derived.
func skippedRefs(k uint8) uint32 {
	switch k {
	case KTemplate:
		return 1 << ((TmplFeedback - HeaderSize) / 4)
	case KTable:
		return 1 << ((TableIndex - HeaderSize) / 4)
	case KDescs:
		return 1 << ((DescIndex - HeaderSize) / 4)
	case KShape:
		return 1 << ((ShapeTrans - HeaderSize) / 4)
	}
	return 0
}

// seeDescs sees the entries of a descriptor table of which n count, not the table
// itself: see shareTables.
func (g *graph) seeDescs(d, n uint32) {
	if d < g.h.firn {
		return
	}
	if have := g.descs[d]; n > have {
		g.descs[d] = n
		for i := have; i < n; i++ {
			g.seeValue(g.h.Val(d + DescEntries + DescSize*i))
		}
	}
}

// shareTables decides which shapes share a descriptor table in the image, and
// sees those tables. In the heap that depends on the shapes that were alive when
// others were made, and so on when garbage was collected. Here a shape shares the
// table of the first of those that have one more property, and one that was only
// made not extensible that of its parent.
func (g *graph) shareTables() {
	h := g.h
	g.tables, g.table = map[uint32]uint32{}, map[uint32]descTable{}
	next := map[uint32]uint32{} // the shape whose table is shared
	var shapes []uint32
	for _, s := range g.cells {
		if h.Kind(s) != KShape || h.U32(s+ShapeDescs) < h.firn {
			continue
		}
		if h.ShapeFlagsOf(s)&SDictionary != 0 {
			d := h.U32(s + ShapeDescs)
			g.tables[s], g.table[d] = d, descTable{h.U32(s + ShapeCount), h.Size(d)}
		} else if h.U32(s+ShapeCount) == 0 {
			g.tables[s] = 0
			continue
		}
		shapes = append(shapes, s)
		switch code, parent := h.U32(s+ShapeAttrs), h.U32(s+ShapeParent); {
		case parent == 0 || code&transChange != 0:
		case h.Val(s+ShapeKey) == Undefined:
			if code == transPrevent {
				next[s] = parent
			}
		default:
			// Private names are added to what is not extensible, too.
			for h.U32(parent+ShapeAttrs) == transPrevent && h.Val(parent+ShapeKey) == Undefined && h.U32(parent+ShapeParent) != 0 {
				parent = h.U32(parent + ShapeParent)
			}
			if next[parent] == 0 {
				next[parent] = s
			}
		}
	}
	var line []uint32
	for _, s := range shapes {
		line = line[:0]
		for g.tables[s] == 0 && next[s] != 0 {
			line = append(line, s)
			s = next[s]
		}
		d := g.tables[s]
		if d == 0 {
			d = h.U32(s + ShapeDescs)
			n := h.U32(s + ShapeCount)
			g.tables[s], g.table[d] = d, descTable{n, DescEntries + DescSize*n}
		}
		for _, s := range line {
			g.tables[s] = d
		}
		g.see(d)
	}
}

// followWeak sees the values of entries whose key has been reached since the
// last time, and reports whether there were any. The order is that of the keys:
// those in ROM by place, the others by number.
func (g *graph) followWeak(t *weakTable) bool {
	h := g.h
	var fresh []uint32
	for at, end := t.ref+WeakEntries, t.ref+h.Size(t.ref); at+16 <= end; at += 16 {
		if k := h.Val(at); k.IsPointer() && !t.done[at] && g.reached(k.Ref()) {
			t.done[at] = true
			fresh = append(fresh, at)
		}
	}
	if fresh == nil {
		return false
	}
	rank := func(at uint32) uint64 {
		ref := h.Val(at).Ref()
		if ref < h.firn {
			return uint64(ref)
		}
		n, _ := g.number(ref)
		return 1<<32 | uint64(n)
	}
	sort.Slice(fresh, func(i, j int) bool { return rank(fresh[i]) < rank(fresh[j]) })
	for _, at := range fresh {
		g.seeValue(h.Val(at + 8))
	}
	t.live = append(t.live, fresh...)
	g.follow()
	return true
}

// sizeOf is the size of a cell in the image. Capacities are kept, because what
// growth costs is charged to the meter; weak tables and the descriptor tables of
// shapes, which depend on what the collector found, are the exceptions.
func (g *graph) sizeOf(ref uint32) uint32 {
	switch g.h.Kind(ref) {
	case KDescs:
		return g.table[ref].size
	case KWeak:
		for _, t := range g.weak {
			if t.ref == ref {
				return WeakEntries + 16*weakCapacity(len(t.live))
			}
		}
	}
	return g.h.Size(ref)
}

// weakCapacity is the size of a weak table with n entries.
func weakCapacity(n int) uint32 {
	c := uint32(weakMin)
	for c < 2*uint32(n) {
		c <<= 1
	}
	return c
}
