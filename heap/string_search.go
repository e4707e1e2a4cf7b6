//firn:core

package heap

// IndexOf is the first position ≥ from where needle occurs in hay, or NotFound.
// The empty needle occurs everywhere up to the end. Linear in any case: after
// too many false starts the two-way algorithm takes over.
func (h *Heap) IndexOf(hay, needle StrView, from uint32) uint32 {
	n, m := hay.Len, needle.Len
	if from > n || m > n-from {
		return NotFound
	}
	if m == 0 {
		return from
	}
	at := h.indexOf(hay, needle, from)
	if at == NotFound {
		h.WorkDone += uint64((n - from) >> 4)
	} else {
		h.WorkDone += uint64((at + m - from) >> 4)
	}
	return at
}

func (h *Heap) indexOf(hay, needle StrView, from uint32) uint32 {
	m := needle.Len
	last := hay.Len - m
	if !hay.Wide && needle.Wide && !h.IsLatin1(needle) {
		return NotFound
	}
	first := h.Unit(needle, 0)
	budget := uint32(256)
	for i := from; i <= last; i++ {
		k := h.indexUnit(hay, i, last+1, first)
		if k == NotFound {
			return NotFound
		}
		i = k
		j := uint32(1)
		for j < m && h.Unit(hay, i+j) == h.Unit(needle, j) {
			j++
		}
		if j == m {
			return i
		}
		// Comparisons that led nowhere may cost a constant share of the way.
		if j > 1 {
			if budget+(i-from)/2 < j {
				return h.twoWay(hay, needle, i+1, false)
			}
			budget -= j - (i-from)/2
			if budget > 1<<31 { // the way so far has paid for more than was spent
				budget = 256
			}
		}
	}
	return NotFound
}

// indexUnit is the position of unit c in [from, to) of a view, or NotFound.
func (h *Heap) indexUnit(v StrView, from, to, c uint32) uint32 {
	if !v.Wide {
		if c > 0xFF {
			return NotFound
		}
		k := h.indexByte(v.Off+from, to-from, uint8(c))
		if k == NotFound {
			return NotFound
		}
		return from + k
	}
	for off := v.Off + 2*from; from < to; from++ {
		if uint32(h.U16(off)) == c {
			return from
		}
		off += 2
	}
	return NotFound
}

// LastIndexOf is the last position ≤ from where needle occurs in hay, or
// NotFound. Linear in any case.
func (h *Heap) LastIndexOf(hay, needle StrView, from uint32) uint32 {
	n, m := hay.Len, needle.Len
	if m > n {
		return NotFound
	}
	if from > n-m {
		from = n - m
	}
	if m == 0 {
		return from
	}
	start := from + m
	at := h.lastIndexOf(hay, needle, from)
	if at == NotFound {
		h.WorkDone += uint64(start >> 4)
	} else {
		h.WorkDone += uint64((start - at) >> 4)
	}
	return at
}

func (h *Heap) lastIndexOf(hay, needle StrView, from uint32) uint32 {
	m := needle.Len
	first := h.Unit(needle, 0)
	spent := uint64(0)
	for i := from; ; i-- {
		if h.Unit(hay, i) == first {
			j := uint32(1)
			for j < m && h.Unit(hay, i+j) == h.Unit(needle, j) {
				j++
			}
			if j == m {
				return i
			}
			spent += uint64(j)
			if spent > 256+uint64(from-i) && i > 0 {
				return h.twoWay(hay.Sub(0, i-1+m), needle, 0, true)
			}
		}
		if i == 0 {
			return NotFound
		}
	}
}

// mirror is a view that may be read backwards.
type mirror struct {
	v   StrView
	rev bool
}

func (h *Heap) mirrorUnit(m mirror, i uint32) uint32 {
	if m.rev {
		return h.Unit(m.v, m.v.Len-1-i)
	}
	return h.Unit(m.v, i)
}

// twoWay searches by Crochemore and Perrin's two-way algorithm: linear time,
// constant space. With rev both views are read backwards and from counts from
// the end, so that the last occurrence is found.
func (h *Heap) twoWay(hay, needle StrView, from uint32, rev bool) uint32 {
	x, y := mirror{needle, rev}, mirror{hay, rev}
	m, n := needle.Len, hay.Len
	if n < m {
		return NotFound
	}
	// Critical factorisation: the later of the two maximal suffixes.
	s1, p1 := h.maxSuffix(x, false)
	s2, p2 := h.maxSuffix(x, true)
	split, period := s1, p1
	if s2 > s1 {
		split, period = s2, p2
	}
	periodic := split+period <= m
	for i := uint32(0); periodic && i < split; i++ {
		periodic = h.mirrorUnit(x, i) == h.mirrorUnit(x, i+period)
	}
	if !periodic {
		period = split
		if m-split > period {
			period = m - split
		}
		period++
	}
	memory := uint32(0)
	for pos := from; pos <= n-m; {
		i := split
		if memory > i {
			i = memory
		}
		for i < m && h.mirrorUnit(x, i) == h.mirrorUnit(y, pos+i) {
			i++
		}
		if i < m {
			pos += i - split + 1
			memory = 0
			continue
		}
		i = split
		for i > memory && h.mirrorUnit(x, i-1) == h.mirrorUnit(y, pos+i-1) {
			i--
		}
		if i <= memory {
			if rev {
				return n - m - pos
			}
			return pos
		}
		pos += period
		memory = 0
		if periodic {
			memory = m - period
		}
	}
	return NotFound
}

// maxSuffix is the start and period of the greatest suffix of x, under the
// order of units or the opposite one.
func (h *Heap) maxSuffix(x mirror, opposite bool) (start, period uint32) {
	m := x.v.Len
	// The candidate suffix starts at i, the one compared with it at j.
	i, j, k, p := uint32(0), uint32(1), uint32(0), uint32(1)
	for j+k < m {
		a, b := h.mirrorUnit(x, j+k), h.mirrorUnit(x, i+k)
		if opposite {
			a, b = b, a
		}
		switch {
		case a < b:
			j += k + 1
			k = 0
			p = j - i
		case a > b:
			i = j
			j = i + 1
			k = 0
			p = 1
		case k+1 == p:
			j += p
			k = 0
		default:
			k++
		}
	}
	return i, p
}
