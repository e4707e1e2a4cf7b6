//firn:core

package heap

// Symbol cells: +8 ref description (0 = undefined), +12 hash as a property key.
const (
	OffDescription = 8
	OffSymHash     = 12
)

// NewSymbol makes a symbol with the given description (0 = undefined) and F
// flags.
func (h *Heap) NewSymbol(description uint32, flags uint8) uint32 {
	s := h.Alloc(KSymbol, 16)
	h.SetU8(s+OffFlags, flags)
	h.SetU32(s+OffDescription, description)
	h.SetU32(s+OffSymHash, hashEnd(uint64(h.IdentityHash(s))))
	return s
}

// SymbolDescription is a symbol's description: a string or undefined.
func (h *Heap) SymbolDescription(s uint32) Value {
	if d := h.U32(s + OffDescription); d != 0 {
		return String(d)
	}
	return Undefined
}

// SymbolFor is Symbol.for (ECMA-262 20.4.2.2): the registered symbol of a key.
func (h *Heap) SymbolFor(key uint32) (uint32, Status) {
	t := uint32(0)
	if r := h.Root(RootSymbols); r.IsCell() {
		t = r.Ref()
		if v := h.TableGet(t, String(key)); v.IsSymbol() {
			return v.Ref(), OK
		}
	}
	if t < h.firn {
		// None yet, or the ROM's: the machine continues it in a table of its own.
		st := OK
		if t, st = h.tableCopy(t); st != OK {
			return 0, st
		}
	}
	s := h.NewSymbol(h.Intern(key), FRegistered)
	t, st := h.TableSet(t, String(h.U32(s+OffDescription)), Symbol(s))
	if st != OK {
		return 0, st
	}
	h.SetRoot(RootSymbols, CellRef(t))
	return s, OK
}

// tableCopy is a new Map table with the entries of t (0 = none).
func (h *Heap) tableCopy(t uint32) (uint32, Status) {
	fresh, st := h.NewTable(false), OK
	if t == 0 {
		return fresh, OK
	}
	e, t, pos := h.TableNext(t, 0)
	for e != 0 && st == OK {
		fresh, st = h.TableSet(fresh, h.Val(e), h.Val(e+8))
		e, t, pos = h.TableNext(t, pos)
	}
	return fresh, st
}

// SymbolKeyFor is Symbol.keyFor (ECMA-262 20.4.2.6): a string or undefined.
func (h *Heap) SymbolKeyFor(s uint32) Value {
	if h.Flags(s)&FRegistered == 0 {
		return Undefined
	}
	return h.SymbolDescription(s)
}

// IdentityHash is the hash of an object or symbol as itself: 16 bits, never 0,
// assigned when first asked for and kept in the header. The numbers run through
// all 65535 before one repeats, so tables by identity fill evenly. ROM cells
// get theirs when the ROM is written.
func (h *Heap) IdentityHash(ref uint32) uint32 {
	x := uint32(h.U16(ref + OffHash))
	if x != 0 {
		return x
	}
	if ref < h.firn {
		return placeHash(ref)
	}
	for x == 0 {
		h.hashSeq++
		x = mix16(h.hashSeq & 0xFFFF)
	}
	h.SetU16(ref+OffHash, uint16(x))
	return x
}

// placeHash is the identity hash of a cell of ROM, which never moves. Objects have
// it stored, too.
func placeHash(ref uint32) uint32 { return (ref>>3*0x9E37)&0xFFFF | 1 }

// mix16 is a bijection of 16-bit numbers that maps only 0 to 0.
func mix16(x uint32) uint32 {
	x = (x * 0x9E37) & 0xFFFF
	x ^= x >> 7
	x = (x * 0xA5CB) & 0xFFFF
	x ^= x >> 8
	return x
}
