//firn:core

package heap

// StrBuilder puts a string together in a flat cell that grows: Latin-1 until a
// unit needs two bytes. It holds a bare reference, so it lives within one leaf.
//
//	var b StrBuilder
//	b.Start(h, 64)
//	b.AddUnit(c); b.AddString(s)
//	ref, status := b.Finish()
//
// A failure makes the rest a no-op and shows in Finish.
type StrBuilder struct {
	h      *Heap
	cell   uint32 // KStr1 or KStr2
	n      uint32 // units so far
	cap    uint32 // units that fit
	wide   bool
	status Status
}

// Start makes the builder empty with room for about capacity Latin-1 units.
func (b *StrBuilder) Start(h *Heap, capacity uint32) {
	b.h, b.n, b.wide, b.status = h, 0, false, OK
	if capacity > MaxStringLength {
		capacity = MaxStringLength
	}
	if capacity < 16 {
		capacity = 16
	}
	b.alloc(capacity)
}

// alloc gives the builder a new cell, not yet filled.
func (b *StrBuilder) alloc(capacity uint32) bool {
	b.cell = b.h.newFlat(b.wide, capacity)
	if b.cell == 0 {
		b.status, b.cap = NoMemory, 0
		return false
	}
	size := b.h.U32(b.cell) - OffChars
	if b.wide {
		size >>= 1
	}
	b.cap = size
	return true
}

// Len is the number of units so far.
func (b *StrBuilder) Len() uint32 { return b.n }

// Failed reports whether the builder has run out of memory or length.
func (b *StrBuilder) Failed() bool { return b.status != OK }

// Fail makes the builder fail with s.
func (b *StrBuilder) Fail(s Status) {
	b.status, b.cap, b.n = s, 0, 0
}

// Reserve makes room for n more units, in two bytes each if wide.
func (b *StrBuilder) Reserve(n uint32, wide bool) bool {
	if b.status != OK {
		return false
	}
	wide = wide || b.wide
	if n <= b.cap-b.n && wide == b.wide {
		return true
	}
	if n > MaxStringLength-b.n {
		b.Fail(TooLong)
		return false
	}
	need := b.cap
	if n > b.cap-b.n {
		need = b.n + n
		if need < 2*b.cap {
			need = 2 * b.cap
		}
		if need > MaxStringLength {
			need = MaxStringLength
		}
	}
	old := StrView{b.cell + OffChars, b.n, b.wide}
	oldCell := b.cell
	if wide == b.wide && b.extend(need) {
		return true
	}
	b.wide = wide
	if !b.alloc(need) {
		b.n = 0
		return false
	}
	b.h.CopyUnits(b.cell+OffChars, b.wide, old)
	b.h.SetU64(oldCell+OffLength, 0)
	return true
}

// extend grows the cell in place when it is the newest one of the nursery.
func (b *StrBuilder) extend(need uint32) bool {
	h := b.h
	size := OffChars + need
	if b.wide {
		size += need
	}
	size = (size + 7) &^ 7
	old := h.U32(b.cell)
	if b.cell+old != h.NurTop || b.cell >= h.NurEnd || size > maxSmall || size > h.NurEnd-b.cell {
		return false
	}
	h.SetU32(b.cell, size)
	h.NurTop = b.cell + size
	b.cap = need
	return true
}

// AddUnit appends one code unit.
func (b *StrBuilder) AddUnit(c uint32) {
	if b.n < b.cap {
		if b.wide {
			b.h.SetU16(b.cell+OffChars+2*b.n, uint16(c))
			b.n++
			return
		}
		if c < 0x100 {
			b.h.SetU8(b.cell+OffChars+b.n, uint8(c))
			b.n++
			return
		}
	}
	if b.Reserve(1, c > 0xFF) {
		if b.wide {
			b.h.SetU16(b.cell+OffChars+2*b.n, uint16(c))
		} else {
			b.h.SetU8(b.cell+OffChars+b.n, uint8(c))
		}
		b.n++
	}
}

// AddCodePoint appends a code point as one unit or a surrogate pair.
func (b *StrBuilder) AddCodePoint(c uint32) {
	if c > 0xFFFF {
		b.AddUnit(0xD7C0 + c>>10)
		c = 0xDC00 + c&0x3FF
	}
	b.AddUnit(c)
}

// AddView appends the units of a view.
func (b *StrBuilder) AddView(v StrView) {
	if v.Len == 0 || !b.Reserve(v.Len, v.Wide) {
		return
	}
	at := b.cell + OffChars + b.n
	if b.wide {
		at += b.n
	}
	b.h.CopyUnits(at, b.wide, v)
	b.n += v.Len
	b.h.WorkDone += uint64(v.Len >> 4)
}

// AddString appends a string.
func (b *StrBuilder) AddString(ref uint32) { b.AddView(b.h.View(ref)) }

// AddASCII appends the bytes of a Go string as Latin-1 units.
func (b *StrBuilder) AddASCII(s string) {
	for i := 0; i < len(s); i++ {
		b.AddUnit(uint32(s[i]))
	}
}

// AddBytes appends Latin-1 bytes.
func (b *StrBuilder) AddBytes(p []byte) {
	for i := 0; i < len(p); i++ {
		b.AddUnit(uint32(p[i]))
	}
}

// View is what has been built so far.
func (b *StrBuilder) View() StrView { return StrView{b.cell + OffChars, b.n, b.wide} }

// Finish returns the string, without copying it: unused room at the end of the
// cell is given back. The builder must be started anew to be used again.
func (b *StrBuilder) Finish() (uint32, Status) {
	if b.status != OK {
		return 0, b.status
	}
	h := b.h
	h.WorkDone += uint64(b.n >> 4)
	v := b.View()
	if b.n <= 1 || b.wide && h.IsLatin1(v) {
		s := h.FromView(v)
		if s == 0 {
			return 0, NoMemory
		}
		return s, OK
	}
	h.SetU64(b.cell+OffLength, uint64(b.n))
	size := OffChars + b.n
	if b.wide {
		size += b.n
	}
	end := b.cell + size
	size = (size + 7) &^ 7
	for ; end < b.cell+size; end++ {
		h.SetU8(end, 0)
	}
	h.shrinkCell(b.cell, size)
	return b.cell, OK
}

// shrinkCell cuts a cell that this leaf has made to size bytes.
func (h *Heap) shrinkCell(ref, size uint32) {
	old := h.U32(ref)
	if old == size {
		return
	}
	switch {
	case ref+old == h.NurTop && h.InNursery(ref):
		h.NurTop = ref + size
	case ref+old == h.tenTop:
		h.tenTop = ref + size
	case old-size < 16:
		return // too little for a filler: the cell keeps it
	default:
		h.SetU64(ref+size, uint64(old-size)|KFree<<32)
	}
	h.SetU32(ref, size)
}
