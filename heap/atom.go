//firn:core

package heap

import "unsafe"

// Atoms are interned strings: two atoms are the same string exactly when their
// refs are equal. Property keys are atoms, symbols, or numbers (array indices).
//
// The ROM's atoms are in one KAtoms table, those of the machine in another; an
// atom is in one of them. Tables are open-addressed by string hash, so moving
// cells does not disturb them. References from the RAM table are weak: a full
// collection overwrites the entries of dead atoms with AtomDeleted and then calls
// AtomsRebuild.
const (
	AtomsUsed    = 8  // u32 live entries
	AtomsDeleted = 12 // u32 entries that are AtomDeleted
	AtomsEntries = 16 // u32 refs: 0 = free
	AtomDeleted  = 1
)

// Intern is the atom with the units of a string.
func (h *Heap) Intern(ref uint32) uint32 {
	h.WorkDone += uint64(h.U32(ref+OffLength) >> 6)
	if h.Flags(ref)&FAtom != 0 {
		return ref
	}
	v := h.View(ref)
	hash := h.Hash(ref)
	if a := h.findAtom(h.Root(RootROMAtoms), hash, v); a != 0 {
		return a
	}
	if a := h.findAtom(h.Root(RootAtoms), hash, v); a != 0 {
		return a
	}
	atom := ref
	if h.Flags(ref)&FFlatRef != 0 {
		atom = h.U32(ref + OffBase)
	}
	narrow := h.IsLatin1(v)
	if k := h.Kind(atom); k != KStr1 && (k != KStr2 || narrow) || atom < h.firn || h.U32(atom+OffLength) != v.Len {
		atom = h.forceFlat(!narrow, v.Len)
		if atom == 0 {
			return ref // the heap is dead
		}
		h.CopyUnits(atom+OffChars, !narrow, v)
	}
	h.SetU32(atom+OffStrHash, hash)
	h.SetFlag(atom, FAtom)
	h.addAtom(atom, hash)
	return atom
}

// InternBytes is the atom of a UTF-8 (or WTF-8) text. 0 means too long.
func (h *Heap) InternBytes(b []byte) uint32 {
	if len(b) > MaxStringLength {
		return 0
	}
	var or byte
	for i := 0; i < len(b); i++ {
		or |= b[i]
	}
	if or < 0x80 && len(b) > 0 {
		// Look it up before making a string of it.
		hash := hashBytes(unsafe.Pointer(&b[0]), uint32(len(b)))
		if a := h.findAtomBytes(h.Root(RootROMAtoms), hash, b); a != 0 {
			return a
		}
		if a := h.findAtomBytes(h.Root(RootAtoms), hash, b); a != 0 {
			return a
		}
	}
	s := h.NewString(b)
	if s == 0 {
		return 0
	}
	return h.Intern(s)
}

// Atom is the atom of an ASCII text, 0 if there is none.
func (h *Heap) Atom(s string) uint32 {
	b := bytesOf(s)
	if len(b) == 0 {
		return h.EmptyString()
	}
	hash := hashBytes(unsafe.Pointer(&b[0]), uint32(len(b)))
	if a := h.findAtomBytes(h.Root(RootROMAtoms), hash, b); a != 0 {
		return a
	}
	return h.findAtomBytes(h.Root(RootAtoms), hash, b)
}

// InternStr is InternBytes of a Go string.
func (h *Heap) InternStr(s string) uint32 { return h.InternBytes(bytesOf(s)) }

func (h *Heap) findAtom(table Value, hash uint32, v StrView) uint32 {
	if !table.IsCell() {
		return 0
	}
	t := table.Ref()
	for at := probeFrom(hash, h.atomsMask(t)); ; {
		a := h.U32(t + AtomsEntries + 4*at.at)
		if a == 0 {
			return 0
		}
		if a != AtomDeleted && h.U32(a+OffStrHash) == hash && h.U32(a+OffLength) == v.Len {
			if h.EqualViews(h.atomView(a), v) {
				return a
			}
		}
		if at.far() {
			at.jump(h.farView(v))
		}
	}
}

func (h *Heap) atomsMask(t uint32) uint32 { return (h.U32(t)-AtomsEntries)>>2 - 1 }

// atomView is the view of an atom, which is flat.
func (h *Heap) atomView(a uint32) StrView {
	return StrView{a + OffChars, h.U32(a + OffLength), h.Kind(a) == KStr2}
}

func (h *Heap) findAtomBytes(table Value, hash uint32, b []byte) uint32 {
	if !table.IsCell() {
		return 0
	}
	t := table.Ref()
	for at := probeFrom(hash, h.atomsMask(t)); ; {
		a := h.U32(t + AtomsEntries + 4*at.at)
		if a == 0 {
			return 0
		}
		if a != AtomDeleted && h.U32(a+OffStrHash) == hash && h.U32(a+OffLength) == uint32(len(b)) && h.Kind(a) == KStr1 && h.hasBytes(a, b) {
			return a
		}
		if at.far() {
			at.jump(farBytes(b))
		}
	}
}

// hasBytes reports whether the flat string a of bytes begins with b.
func (h *Heap) hasBytes(a uint32, b []byte) bool {
	for j := 0; j < len(b); j++ {
		if h.U8(a+OffChars+uint32(j)) != b[j] {
			return false
		}
	}
	return true
}

// addAtom enters an atom that is not in any table.
func (h *Heap) addAtom(atom, hash uint32) {
	var t, capacity uint32
	if r := h.Root(RootAtoms); r.IsCell() {
		t = r.Ref()
		capacity = (h.U32(t) - AtomsEntries) >> 2
	}
	if t == 0 || (h.U32(t+AtomsUsed)+h.U32(t+AtomsDeleted)+1)*4 > capacity*3 {
		n := uint32(256)
		if t != 0 {
			n = atomsCapacity(h.U32(t + AtomsUsed))
		}
		size := AtomsEntries + 4*n
		if size > bigCell && !h.fits(size) {
			h.Dead = true
			return
		}
		fresh := h.AllocZero(KAtoms, size)
		if t != 0 {
			for i := uint32(0); i < capacity; i++ {
				if a := h.U32(t + AtomsEntries + 4*i); a > AtomDeleted {
					h.putAtom(fresh, a, h.U32(a+OffStrHash))
				}
			}
		}
		h.SetRoot(RootAtoms, CellRef(fresh))
		t = fresh
	}
	h.putAtom(t, atom, hash)
}

// atomsCapacity is a table size for used atoms and one more: at most half full.
func atomsCapacity(used uint32) uint32 {
	n := uint32(256)
	for n < 2*(used+1) {
		n <<= 1
	}
	return n
}

// putAtom stores an atom in a table that has room.
func (h *Heap) putAtom(t, atom, hash uint32) {
	at := probeFrom(hash, h.atomsMask(t))
	for h.U32(t+AtomsEntries+4*at.at) > AtomDeleted {
		if at.far() {
			at.jump(h.farView(h.atomView(atom)))
			h.SetFlag(t, FFar)
		}
	}
	off := t + AtomsEntries + 4*at.at
	if h.U32(off) == AtomDeleted {
		h.SetU32(t+AtomsDeleted, h.U32(t+AtomsDeleted)-1)
	}
	h.StoreRef(off, atom)
	h.SetU32(t+AtomsUsed, h.U32(t+AtomsUsed)+1)
}

// AtomsRebuild recounts a table and closes its gaps, in place. Entries that died
// must be AtomDeleted, not 0: a 0 says that no probe ever passed it. The gaps stay
// where an entry is at its second home.
func (h *Heap) AtomsRebuild(t uint32) {
	n := (h.U32(t) - AtomsEntries) >> 2
	mask := n - 1
	used, free := uint32(0), uint32(0)
	if h.Flags(t)&FFar != 0 {
		deleted := uint32(0)
		for i := uint32(0); i < n; i++ {
			switch h.U32(t + AtomsEntries + 4*i) {
			case 0:
			case AtomDeleted:
				deleted++
			default:
				used++
			}
		}
		h.SetU32(t+AtomsUsed, used)
		h.SetU32(t+AtomsDeleted, deleted)
		return
	}
	for i := uint32(0); i < n; i++ {
		off := t + AtomsEntries + 4*i
		switch h.U32(off) {
		case 0:
			free = i // there always is one: tables are at most three quarters full
		case AtomDeleted:
			h.SetU32(off, 0)
		default:
			used++
		}
	}
	h.SetU32(t+AtomsUsed, used)
	h.SetU32(t+AtomsDeleted, 0)
	// From just after a place that was always free, each entry can go to the first
	// free place from its home on: everything before it has settled.
	for k := uint32(1); k < n; k++ {
		off := t + AtomsEntries + 4*((free+k)&mask)
		a := h.U32(off)
		if a == 0 {
			continue
		}
		h.SetU32(off, 0)
		i := h.U32(a+OffStrHash) & mask
		for h.U32(t+AtomsEntries+4*i) != 0 {
			i = (i + 1) & mask
		}
		h.StoreRef(t+AtomsEntries+4*i, a)
	}
}

// MaxArrayIndex is the greatest array index (ECMA-262 6.1.7).
const MaxArrayIndex = 1<<32 - 2

// ArrayIndex tells whether a view is a canonical array index ("0", "17"; not
// "017", not 2^32−1).
func (h *Heap) ArrayIndex(v StrView) (uint32, bool) {
	if v.Len == 0 || v.Len > 10 {
		return 0, false
	}
	c := h.Unit(v, 0) - '0'
	if c > 9 || c == 0 && v.Len > 1 {
		return 0, false
	}
	n := uint64(c)
	for i := uint32(1); i < v.Len; i++ {
		c = h.Unit(v, i) - '0'
		if c > 9 {
			return 0, false
		}
		n = n*10 + uint64(c)
	}
	return uint32(n), n <= MaxArrayIndex
}

// KeyFromString is the property key of a string: a number for canonical array
// indices, otherwise an atom.
func (h *Heap) KeyFromString(ref uint32) Value {
	if h.U32(ref+OffLength)-1 < 10 {
		// Short and not empty, so never a rope that must be flattened.
		if i, ok := h.ArrayIndex(h.View(ref)); ok {
			return Uint32(i)
		}
	}
	return String(h.Intern(ref))
}

// KeyHash is the hash of a property key, for tables of properties.
func (h *Heap) KeyHash(key Value) uint32 {
	if key.IsNumber() {
		return hashEnd(hashStep(0, uint64(key)))
	}
	return h.U32(key.Ref() + OffStrHash)
}
