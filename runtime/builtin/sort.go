//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/num"
)

// Sorting without a comparator (ECMA-262 23.1.3.30.2 and 23.2.3.29): a stable
// bottom-up merge sort of Values between two buffers in the cage. Runs that are
// in order already are kept, so sorted input costs one pass.

// Orders of sorted.
const (
	byString  = iota // CompareArrayElements of strings
	byNumber         // of numbers, as their strings
	byPair           // of [string, value] arrays, by the string
	byNumeric        // CompareTypedArrayElements
)

// less reports whether a sorts before b.
func (c *Call) less(order int, a, b heap.Value) bool {
	h := c.H
	switch order {
	case byString:
		return h.Compare(a.Ref(), b.Ref()) < 0
	case byPair:
		return h.Compare(h.Val(c.elementAt(a.Ref(), 0)).Ref(), h.Val(c.elementAt(b.Ref(), 0)).Ref()) < 0
	case byNumber:
		return c.lessAsText(a, b)
	}
	if a.IsBigInt() {
		return h.BigIntCompare(a.Ref(), b.Ref()) < 0
	}
	x, y := a.Num(), b.Num()
	switch {
	case x != x:
		return false
	case y != y || x < y:
		return true
	case x > y:
		return false
	}
	// −0 comes before +0.
	return x == 0 && num.Float64bits(x) > num.Float64bits(y)
}

// lessAsText compares numbers by the code units of their strings.
func (c *Call) lessAsText(a, b heap.Value) bool {
	if a.IsInt() && b.IsInt() {
		return lessIntsAsText(a.Int32(), b.Int32())
	}
	var s, t [num.MaxDecimalLen]byte
	n := num.NumberToString(a.Num(), 10, s[:])
	m := num.NumberToString(b.Num(), 10, t[:])
	for i := 0; i < n && i < m; i++ {
		if s[i] != t[i] {
			return s[i] < t[i]
		}
	}
	return n < m
}

// lessIntsAsText compares integers by their decimal digits: brought to ten
// digits, with the shorter one first where these are the same.
func lessIntsAsText(x, y int32) bool {
	if x < 0 != (y < 0) {
		return x < 0
	}
	p, q := uint64(x), uint64(y)
	if x < 0 {
		p, q = -p, -q
	}
	short := p < q // of two that differ in trailing zeros only, the smaller one is shorter
	for r := p; r < 1e9 && r != 0; r *= 10 {
		p = r * 10
	}
	for r := q; r < 1e9 && r != 0; r *= 10 {
		q = r * 10
	}
	return p < q || p == q && short
}

// sortValues sorts n Values at a cage offset, in a cell that the caller marks
// dirty. False: out of memory.
func (c *Call) sortValues(order int, off, n uint32) bool {
	h := c.H
	if n < 2 {
		return true
	}
	const run = 16
	// Short runs by insertion.
	for lo := uint32(0); lo < n; lo += run {
		hi := lo + run
		if hi > n {
			hi = n
		}
		for i := lo + 1; i < hi; i++ {
			v := h.Val(off + 8*i)
			j := i
			for j > lo && c.less(order, v, h.Val(off+8*(j-1))) {
				h.SetVal(off+8*j, h.Val(off+8*(j-1)))
				j--
			}
			h.SetVal(off+8*j, v)
		}
	}
	h.Charge(uint64(n))
	if n <= run {
		return true
	}
	if size := uint64(n)*8 + 16; size > 64<<10 && !h.Room(size) {
		return false
	}
	tmp := h.Alloc(heap.KRecord, heap.OffValues+8*n) + heap.OffValues
	h.CopyWords(tmp, off, n)
	src, dst := off, tmp
	for width := uint32(run); width < n; width *= 2 {
		h.Charge(uint64(n))
		for lo := uint32(0); lo < n; lo += 2 * width {
			mid, hi := lo+width, lo+2*width
			if mid > n {
				mid = n
			}
			if hi > n {
				hi = n
			}
			c.merge(order, dst, src, lo, mid, hi)
		}
		src, dst = dst, src
	}
	if src != off {
		h.CopyWords(off, src, n)
	}
	return true
}

// merge merges the runs [lo, mid) and [mid, hi) of src into dst.
func (c *Call) merge(order int, dst, src, lo, mid, hi uint32) {
	h := c.H
	if mid >= hi || !c.less(order, h.Val(src+8*mid), h.Val(src+8*(mid-1))) {
		h.CopyWords(dst+8*lo, src+8*lo, hi-lo)
		return
	}
	i, j, k := lo, mid, lo
	for i < mid && j < hi {
		x, y := h.Val(src+8*i), h.Val(src+8*j)
		if c.less(order, y, x) {
			h.SetVal(dst+8*k, y)
			j++
		} else {
			h.SetVal(dst+8*k, x)
			i++
		}
		k++
	}
	h.CopyWords(dst+8*k, src+8*i, mid-i)
	k += mid - i
	h.CopyWords(dst+8*k, src+8*j, hi-j)
}

// Do_TakeUndefined removes undefined from a library array, keeping the order of
// the rest, and returns how many there were.
func Do_TakeUndefined(c *Call) heap.Value {
	h := c.H
	a := c.Arg(0).Ref()
	n := h.Word(a)
	if n == 0 {
		return heap.Int(0)
	}
	to := uint32(0)
	off := c.elementAt(a, 0)
	for i := uint32(0); i < n; i++ {
		v := h.Val(off + 8*i)
		if v != heap.Undefined {
			h.SetVal(off+8*to, v)
			to++
		}
	}
	h.DirtyCell(h.U32(a + heap.OffElements))
	h.Charge(uint64(n >> 3))
	if to < n {
		h.SetArrayLength(a, heap.Uint32(to))
	}
	return heap.Uint32(n - to)
}

// Do_SortDefault sorts a library array by the strings of its elements when all
// are strings or all are numbers; false otherwise.
func Do_SortDefault(c *Call) heap.Value {
	h := c.H
	a := c.Arg(0).Ref()
	n := h.Word(a)
	if n < 2 {
		return heap.True
	}
	strings, numbers := uint32(0), uint32(0)
	off := c.elementAt(a, 0)
	for i := uint32(0); i < n; i++ {
		switch v := h.Val(off + 8*i); {
		case v.IsString():
			strings++
		case v.IsNumber():
			numbers++
		}
	}
	order := byString
	if numbers == n {
		order = byNumber
	} else if strings != n {
		return heap.False
	}
	if !c.sortValues(order, off, n) {
		return c.NoMemory()
	}
	h.DirtyCell(h.U32(a + heap.OffElements))
	return heap.True
}

// Do_SortPairs sorts a library array of [string, value] arrays by the strings.
func Do_SortPairs(c *Call) heap.Value {
	h := c.H
	a := c.Arg(0).Ref()
	if n := h.Word(a); n > 1 {
		if !c.sortValues(byPair, c.elementAt(a, 0), n) {
			return c.NoMemory()
		}
		h.DirtyCell(h.U32(a + heap.OffElements))
	}
	return heap.Undefined
}
