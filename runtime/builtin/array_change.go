//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/num"
)

// Fast paths of Array.prototype (ECMA-262 23.1.3) that change the array.

// ArrayPrototype_push is ECMA-262 23.1.3.23.
func ArrayPrototype_push(c *Call) heap.Value {
	h := c.H
	a, ok := c.mutable(c.This())
	if !ok {
		return c.Decline()
	}
	n := h.Word(a)
	for i := uint32(0); i < c.N; i++ {
		if !h.ArrayPush(a, c.Arg(i)) {
			if i > 0 {
				h.SetArrayLength(a, heap.Uint32(n))
			}
			return c.Decline()
		}
	}
	return heap.Uint32(n + c.N)
}

// ArrayPrototype_pop is ECMA-262 23.1.3.22.
func ArrayPrototype_pop(c *Call) heap.Value {
	h := c.H
	a, ok := c.mutable(c.This())
	if !ok {
		return c.Decline()
	}
	n := h.Word(a)
	if n == 0 {
		return heap.Undefined
	}
	v := c.element(a, n-1)
	if v == heap.Hole {
		v = heap.Undefined
	} else if uint64(c.capacity(a)) <= 64+4*uint64(n-1) { // native code tests the same
		h.SetVal(c.elementAt(a, n-1), heap.Hole)
		h.SetU32(a+heap.OffWord, n-1)
		return v
	}
	// Much room is given back.
	h.SetArrayLength(a, heap.Uint32(n-1))
	return v
}

// ArrayPrototype_shift is ECMA-262 23.1.3.27.
func ArrayPrototype_shift(c *Call) heap.Value {
	h := c.H
	a, ok := c.mutable(c.This())
	if !ok {
		return c.Decline()
	}
	n := h.Word(a)
	if n == 0 {
		return heap.Undefined
	}
	have := c.capacity(a)
	if have > n {
		have = n
	}
	v := heap.Undefined
	if have > 0 {
		if first := h.Val(c.elementAt(a, 0)); first != heap.Hole {
			v = first
		}
		c.dropFirst(a, 1, have-1)
	}
	h.SetArrayLength(a, heap.Uint32(n-1))
	return v
}

// maxMoved is how many elements are moved at most when the first are dropped: taking
// those off the front takes no longer then. Native code moves as many.
const maxMoved = 64

// dropFirst drops the first n elements of a dense array, of which left are behind
// them. Its length stays.
func (c *Call) dropFirst(a, n, left uint32) {
	if left > maxMoved {
		c.H.TrimElements(a, n)
		return
	}
	c.moveElements(a, 0, n, left)
	c.H.Fill(c.elementAt(a, left), n, heap.Hole)
}

// moveElements moves n elements of a dense array from one index to another.
func (c *Call) moveElements(a, to, from, n uint32) {
	h := c.H
	if n == 0 || to == from {
		return
	}
	copy(h.Bytes(c.elementAt(a, to), 8*n), h.Bytes(c.elementAt(a, from), 8*n))
	c.markRange(c.elementAt(a, to), n)
	h.Charge(uint64(n >> 3))
}

// markRange marks the cards of n Values that plain stores have changed.
func (c *Call) markRange(off, n uint32) {
	h := c.H
	if n == 0 || h.InNursery(off) {
		return
	}
	last := off + 8*(n-1)
	for ; off < last; off += 1 << heap.CardShift {
		h.Store(off, h.Val(off))
	}
	h.Store(last, h.Val(last))
}

// makeRoom makes the dense elements of a hold at least n values, with room to
// grow. False: out of memory, or too many.
func (c *Call) makeRoom(a, n uint32) bool {
	if n <= c.capacity(a) {
		return true
	}
	return c.H.ReserveElements(a, n+n/2+4) || c.H.ReserveElements(a, n)
}

// ArrayPrototype_unshift is ECMA-262 23.1.3.37.
func ArrayPrototype_unshift(c *Call) heap.Value {
	h := c.H
	a, ok := c.mutable(c.This())
	if !ok {
		return c.Decline()
	}
	n := h.Word(a)
	if c.N == 0 {
		return heap.Uint32(n)
	}
	if n > c.capacity(a) || n > 1<<27 || c.N > 1<<20 || !c.makeRoom(a, n+c.N) {
		return c.Decline()
	}
	c.moveElements(a, c.N, 0, n)
	for i := uint32(0); i < c.N; i++ {
		h.Store(c.elementAt(a, i), c.Arg(i))
	}
	h.SetU32(a+heap.OffWord, n+c.N)
	return heap.Uint32(n + c.N)
}

// ArrayPrototype_splice is ECMA-262 23.1.3.31.
func ArrayPrototype_splice(c *Call) heap.Value {
	h := c.H
	a, ok := c.mutable(c.This())
	if !ok || !c.plainSpecies(a) {
		return c.Decline()
	}
	n := h.Word(a)
	if n > c.capacity(a) || n > 1<<27 || c.N > 1<<20 {
		return c.Decline()
	}
	start, ok := c.relativeArg(0, n, 0)
	if !ok {
		return c.Decline()
	}
	gone, items := uint32(0), uint32(0)
	if c.N == 1 {
		gone = n - start
	} else if c.N > 1 {
		if gone, ok = c.clampedArg(1, n-start, 0); !ok {
			return c.Decline()
		}
		items = c.N - 2
	}
	if items > gone && !c.makeRoom(a, n+items-gone) {
		return c.Decline()
	}
	r := c.arrayOf(a, start, start+gone)
	if r == 0 {
		return c.NoMemory()
	}
	if start+items == 0 && gone > 0 {
		c.dropFirst(a, gone, n-gone)
	} else {
		c.moveElements(a, start+items, start+gone, n-start-gone)
	}
	for i := uint32(0); i < items; i++ {
		h.Store(c.elementAt(a, start+i), c.Arg(i+2))
	}
	if items < gone {
		h.SetArrayLength(a, heap.Uint32(n-gone+items))
	} else {
		h.SetU32(a+heap.OffWord, n-gone+items)
	}
	return heap.Object(r)
}

// ArrayPrototype_reverse is ECMA-262 23.1.3.26.
func ArrayPrototype_reverse(c *Call) heap.Value {
	h := c.H
	a, ok := c.mutable(c.This())
	if !ok || h.Word(a) > c.capacity(a) {
		return c.Decline()
	}
	n := h.Word(a)
	if n > 1 {
		for lo, hi := c.elementAt(a, 0), c.elementAt(a, n-1); lo < hi; lo, hi = lo+8, hi-8 {
			x, y := h.Val(lo), h.Val(hi)
			h.SetVal(lo, y)
			h.SetVal(hi, x)
		}
		h.DirtyCell(h.U32(a + heap.OffElements))
		h.Charge(uint64(n >> 2))
	}
	return c.This()
}

// ArrayPrototype_fill is ECMA-262 23.1.3.7.
func ArrayPrototype_fill(c *Call) heap.Value {
	h := c.H
	a, ok := c.mutable(c.This())
	if !ok {
		return c.Decline()
	}
	n := h.Word(a)
	from, ok1 := c.relativeArg(1, n, 0)
	to, ok2 := c.relativeArg(2, n, n)
	if !ok1 || !ok2 || to > from && to > c.capacity(a) && !h.ReserveElements(a, to) {
		return c.Decline()
	}
	if from < to {
		h.Fill(c.elementAt(a, from), to-from, c.Arg(0))
		c.markRange(c.elementAt(a, from), to-from)
		h.Charge(uint64((to - from) >> 3))
	}
	return c.This()
}

// ArrayPrototype_copyWithin is ECMA-262 23.1.3.4.
func ArrayPrototype_copyWithin(c *Call) heap.Value {
	h := c.H
	a, ok := c.mutable(c.This())
	if !ok || h.Word(a) > c.capacity(a) {
		return c.Decline()
	}
	n := h.Word(a)
	to, ok1 := c.relativeArg(0, n, 0)
	from, ok2 := c.relativeArg(1, n, 0)
	end, ok3 := c.relativeArg(2, n, n)
	if !ok1 || !ok2 || !ok3 {
		return c.Decline()
	}
	if end > from {
		count := end - from
		if count > n-to {
			count = n - to
		}
		c.moveElements(a, to, from, count)
	}
	return c.This()
}

// Do_CopyElements copies elements between library arrays that have them all:
// target, to, source, from, count.
func Do_CopyElements(c *Call) heap.Value {
	h := c.H
	n := num.ToUint32(c.Arg(4).Num())
	if n == 0 {
		return heap.Undefined
	}
	dst, src := c.Arg(0).Ref(), c.Arg(2).Ref()
	to, from := c.elementAt(dst, num.ToUint32(c.Arg(1).Num())), c.elementAt(src, num.ToUint32(c.Arg(3).Num()))
	h.CopyWords(to, from, n)
	c.markRange(to, n)
	h.Charge(uint64(n >> 3))
	return heap.Undefined
}
