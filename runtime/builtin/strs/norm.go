//firn:core

package strs

import "firn/heap"

// Normalisation forms. Bit 0: compatibility; bit 1: no composition.
const (
	NFC  = 0
	NFKC = 1
	NFD  = 2
	NFKD = 3
)

// The property word of a code point: its combining class and these bits.
const (
	propClass  = 0xFF
	propNFC    = 1 << 8  // NFC_Quick_Check is not Yes
	propNFKC   = 1 << 9  // NFKC_Quick_Check is not Yes
	propCanon  = 1 << 10 // has a canonical decomposition
	propCompat = 1 << 11 // has a decomposition of either kind
	propBack   = 1 << 12 // may compose with something before it

	normLimit = 0x30000 // beyond it all property words are 0
)

func prop(cp uint32) uint32 {
	if cp < 0xA0 || cp >= normLimit {
		return 0
	}
	return be16(normBlocks, int(normIndex[cp>>6])*128+int(cp&63)*2)
}

// checkMask is the property that a code point in text of a form must not have.
func checkMask(form int) uint32 {
	switch form {
	case NFC:
		return propNFC
	case NFKC:
		return propNFKC
	case NFD:
		return propCanon
	}
	return propCompat
}

// quickCheck is the position up to which a view needs no change in any case: its
// length, or the last starter before what may have to change.
func quickCheck(h *heap.Heap, v heap.StrView, form int) uint32 {
	if !v.Wide && form == NFC {
		return v.Len
	}
	mask := checkMask(form)
	last, starter := uint32(0), uint32(0)
	for i := uint32(0); i < v.Len; {
		cp, n := h.CodePoint(v, i)
		p := prop(cp)
		class := p & propClass
		if p&mask != 0 || class != 0 && last > class {
			return starter
		}
		if class == 0 {
			starter = i
		}
		last = class
		i += n
	}
	return v.Len
}

// Normalize is String.prototype.normalize (ECMA-262 22.1.3.15) with the form
// already read.
func Normalize(h *heap.Heap, s uint32, form int) (uint32, heap.Status) {
	v := h.View(s)
	h.Charge(uint64(v.Len >> 2))
	from := quickCheck(h, v, form)
	if from == v.Len {
		return s, heap.OK
	}
	// Decompose into a scratch cell of code points, each with its combining class
	// in the top byte. Decompositions are at most 18 long.
	total := uint64(0)
	for i := from; i < v.Len; {
		cp, n := h.CodePoint(v, i)
		i += n
		total += uint64(decomposedLen(cp, form))
	}
	if total > heap.MaxStringLength {
		return 0, heap.TooLong
	}
	n := uint32(total)
	scratch := newScratch(h, n)
	if scratch == 0 {
		return 0, heap.NoMemory
	}
	end := scratch
	for i := from; i < v.Len; {
		cp, k := h.CodePoint(v, i)
		i += k
		end = decompose(h, end, cp, form)
	}
	if st := reorder(h, scratch, n); st != heap.OK {
		return 0, st
	}
	if form&2 == 0 {
		n = compose(h, scratch, n)
	}
	h.Charge(uint64(n))
	var b heap.StrBuilder
	b.Start(h, v.Len)
	b.AddView(v.Sub(0, from))
	for i := uint32(0); i < n; i++ {
		b.AddCodePoint(h.U32(scratch+4*i) & 0xFFFFFF)
	}
	return b.Finish()
}

// newScratch makes room for n words and returns its offset, 0 if there is none.
func newScratch(h *heap.Heap, n uint32) uint32 {
	size := heap.OffData + 4*n
	if size > 64<<10 && !h.Room(uint64(size)) {
		return 0
	}
	cell := h.Alloc(heap.KBytes, size)
	h.SetU64(cell+heap.OffLength, uint64(4*n))
	return cell + heap.OffData
}

// Hangul syllables are composed by arithmetic (The Unicode Standard 3.12).
const (
	hangulS = 0xAC00
	hangulL = 0x1100
	hangulV = 0x1161
	hangulT = 0x11A7
	countL  = 19
	countV  = 21
	countT  = 28
	countS  = countL * countV * countT
)

// findDecomp is the place and length in decompData of the full decomposition of
// a code point that is not a Hangul syllable; length 0 if it stays.
func findDecomp(cp uint32, form int) (at, n int) {
	p := prop(cp)
	if p&(propCanon|propCompat) == 0 || form&1 == 0 && p&propCanon == 0 {
		return 0, 0
	}
	r := lastRow(decompRows, 7, cp)
	if r < 0 || be24(decompRows, r) != cp {
		return 0, 0
	}
	at, n = int(be16(decompRows, r+3)), int(decompRows[r+5])
	if k := int(decompRows[r+6]); form&1 != 0 && k > 0 {
		at, n = at+n, k
	}
	return at * 3, n
}

func decomposedLen(cp uint32, form int) uint32 {
	if s := cp - hangulS; s < countS {
		if s%countT == 0 {
			return 2
		}
		return 3
	}
	if _, n := findDecomp(cp, form); n > 0 {
		return uint32(n)
	}
	return 1
}

// decompose writes a code point's decomposition at off and returns where it
// ends.
func decompose(h *heap.Heap, off, cp uint32, form int) uint32 {
	if s := cp - hangulS; s < countS {
		h.SetU32(off, hangulL+s/(countV*countT))
		h.SetU32(off+4, hangulV+s/countT%countV)
		if s%countT == 0 {
			return off + 8
		}
		h.SetU32(off+8, hangulT+s%countT)
		return off + 12
	}
	at, n := findDecomp(cp, form)
	if n == 0 {
		h.SetU32(off, cp|prop(cp)<<24)
		return off + 4
	}
	for ; n > 0; n-- {
		cp = be24(decompData, at)
		h.SetU32(off, cp|prop(cp)<<24)
		at += 3
		off += 4
	}
	return off
}

// reorder sorts each run of non-starters by combining class, stably (The Unicode
// Standard D109). Long runs, which no real text has, are sorted by counting, so
// that this is linear.
func reorder(h *heap.Heap, off, n uint32) heap.Status {
	for i := uint32(0); i < n; {
		if h.U32(off+4*i)>>24 == 0 {
			i++
			continue
		}
		j := i + 1
		for j < n && h.U32(off+4*j)>>24 != 0 {
			j++
		}
		if j-i > 32 {
			if st := countingSort(h, off+4*i, j-i); st != heap.OK {
				return st
			}
			i = j
			continue
		}
		for k := i + 1; k < j; k++ {
			x := h.U32(off + 4*k)
			m := k
			for m > i && h.U32(off+4*(m-1))>>24 > x>>24 {
				h.SetU32(off+4*m, h.U32(off+4*(m-1)))
				m--
			}
			h.SetU32(off+4*m, x)
		}
		i = j
	}
	return heap.OK
}

func countingSort(h *heap.Heap, off, n uint32) heap.Status {
	out := newScratch(h, n)
	if out == 0 {
		return heap.NoMemory
	}
	var place [257]uint32
	for i := uint32(0); i < n; i++ {
		place[h.U32(off+4*i)>>24+1]++
	}
	for c := 1; c < 257; c++ {
		place[c] += place[c-1]
	}
	for i := uint32(0); i < n; i++ {
		x := h.U32(off + 4*i)
		h.SetU32(out+4*place[x>>24], x)
		place[x>>24]++
	}
	for i := uint32(0); i < n; i++ {
		h.SetU32(off+4*i, h.U32(out+4*i))
	}
	return heap.OK
}

// compose is the Canonical Composition Algorithm (The Unicode Standard D117), in
// place; it returns the new number of code points.
func compose(h *heap.Heap, off, n uint32) uint32 {
	out := uint32(0)
	starter := uint32(0)           // where the last starter went
	have, last := false, uint32(0) // … if any, and the class of what went after it
	for i := uint32(0); i < n; i++ {
		x := h.U32(off + 4*i)
		cp, class := x&0xFFFFFF, x>>24
		// Blocked if something between has the same or a higher class, or is a
		// starter itself.
		if have && prop(cp)&propBack != 0 && (out == starter+1 || last != 0 && last < class) {
			if c := composePair(h.U32(off+4*starter)&0xFFFFFF, cp); c != 0 {
				h.SetU32(off+4*starter, c)
				continue
			}
		}
		if class == 0 {
			have, starter = true, out
		}
		last = class
		h.SetU32(off+4*out, x)
		out++
	}
	return out
}

// composePair is the primary composite of two code points, 0 if there is none.
func composePair(a, b uint32) uint32 {
	if a-hangulL < countL {
		if b-hangulV < countV {
			return hangulS + ((a-hangulL)*countV+b-hangulV)*countT
		}
		return 0
	}
	if s := a - hangulS; s < countS && s%countT == 0 {
		if t := b - hangulT; t > 0 && t < countT {
			return a + t
		}
		return 0
	}
	lo, hi := 0, len(composeRows)/9
	for lo < hi {
		m := (lo + hi) >> 1
		r := m * 9
		x, y := be24(composeRows, r), be24(composeRows, r+3)
		if x < a || x == a && y < b {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if r := lo * 9; r < len(composeRows) && be24(composeRows, r) == a && be24(composeRows, r+3) == b {
		return be24(composeRows, r+6)
	}
	return 0
}

// LocaleCompare is String.prototype.localeCompare (ECMA-262 22.1.3.12) without
// locales: canonically equivalent strings are equal, others are in the order of
// the code units of their NFC forms. The result is −1, 0 or 1.
func LocaleCompare(h *heap.Heap, a, b uint32) (int, heap.Status) {
	if a == b {
		return 0, heap.OK
	}
	a, st := Normalize(h, a, NFC)
	if st != heap.OK {
		return 0, st
	}
	if b, st = Normalize(h, b, NFC); st != heap.OK {
		return 0, st
	}
	c := h.Compare(a, b)
	if c < 0 {
		return -1, heap.OK
	}
	if c > 0 {
		c = 1
	}
	return c, heap.OK
}
