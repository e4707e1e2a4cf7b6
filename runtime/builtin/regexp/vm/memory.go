//firn:core

package vm

import "unsafe"

// Loads and stores in the cage from its base, kept in a register by the loop.

func ld8(b unsafe.Pointer, off uint32) uint32 {
	return uint32(*(*uint8)(unsafe.Add(b, uintptr(off))))
}

func ld16(b unsafe.Pointer, off uint32) uint32 {
	return uint32(*(*uint16)(unsafe.Add(b, uintptr(off))))
}

func ld32(b unsafe.Pointer, off uint32) uint32 {
	return *(*uint32)(unsafe.Add(b, uintptr(off)))
}

func ld64(b unsafe.Pointer, off uint32) uint64 {
	return *(*uint64)(unsafe.Add(b, uintptr(off)))
}

func st32(b unsafe.Pointer, off, v uint32) {
	*(*uint32)(unsafe.Add(b, uintptr(off))) = v
}

// push stores a backtracking entry.
func push(b unsafe.Pointer, sp, what, v uint32) {
	*(*uint64)(unsafe.Add(b, uintptr(sp))) = uint64(what) | uint64(v)<<32
}

// get1 and get2 are unit i of a text of one and two bytes a unit.
func get1(b unsafe.Pointer, text, i uint32) uint32 { return ld8(b, text+i) }

func get2(b unsafe.Pointer, text, i uint32) uint32 { return ld16(b, text+2*i) }

// next1 and next2 are the character at i, below n, and its number of units.
func next1(b unsafe.Pointer, text, i, n uint32) (c, width uint32) { return ld8(b, text+i), 1 }

func next2(b unsafe.Pointer, text, i, n uint32) (c, width uint32) {
	c = get2(b, text, i)
	if c&0xFC00 == 0xD800 && i+1 < n {
		if d := get2(b, text, i+1); d&0xFC00 == 0xDC00 {
			return (c-0xD7C0)<<10 | d&0x3FF, 2
		}
	}
	return c, 1
}

// prev1 and prev2 are the character that ends at i, above first.
func prev1(b unsafe.Pointer, text, i, first uint32) (c, width uint32) { return ld8(b, text+i-1), 1 }

func prev2(b unsafe.Pointer, text, i, first uint32) (c, width uint32) {
	c = get2(b, text, i-1)
	if c&0xFC00 == 0xDC00 && i-1 > first {
		if d := get2(b, text, i-2); d&0xFC00 == 0xD800 {
			return (d-0xD7C0)<<10 | c&0x3FF, 2
		}
	}
	return c, 1
}

// inClass reports whether a character is in a class table.
func inClass(b unsafe.Pointer, class, c uint32) bool {
	if c < 256 {
		return ld8(b, class+c>>3)>>(c&7)&1 != 0
	}
	return inRanges(b, class, c)
}

func inRanges(b unsafe.Pointer, class, c uint32) bool {
	lo, hi := uint32(0), ld32(b, class+ClassCount)
	for lo < hi {
		m := (lo + hi) >> 1
		if ld32(b, class+ClassRanges+8*m) <= c {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo > 0 && c <= ld32(b, class+ClassRanges+8*lo-4)
}

// inSet reports whether a unit is in a set bitmap.
func inSet(b unsafe.Pointer, set, c uint32) bool {
	if c < 256 {
		return ld8(b, set+c>>3)>>(c&7)&1 != 0
	}
	return ld32(b, set+32) != 0
}

// isLine reports whether a unit is a line terminator (ECMA-262 12.3).
func isLine(c uint32) bool {
	return c == '\n' || c == '\r' || c|1 == 0x2029
}

func pointer(b unsafe.Pointer, off uint32) unsafe.Pointer { return unsafe.Add(b, uintptr(off)) }
