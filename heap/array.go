//firn:core

package heap

// ArrayShape is the shape of new arrays with the intrinsic prototype.
func (h *Heap) ArrayShape() uint32 {
	proto := h.rootObject(RootArrayProto)
	if v := h.Root(RootArrayShape); v.IsCell() && h.U32(v.Ref()+ShapeProto) == proto {
		return v.Ref()
	}
	s := h.rootShape(proto, KArray, 0, 0)
	h.SetRoot(RootArrayShape, CellRef(s))
	return s
}

// NewArray makes an array of a length without elements (ECMA-262 10.4.2.2
// ArrayCreate), for any length.
func (h *Heap) NewArray(length uint32) uint32 {
	a := h.NewObjectShape(h.ArrayShape())
	h.SetU32(a+OffWord, length)
	return a
}

// NewArrayCap makes an array of a length whose elements cell has room for cap
// values, all holes: the caller stores the first length of them. 0 means out
// of memory.
func (h *Heap) NewArrayCap(length, cap uint32) uint32 {
	e := uint32(0)
	if cap > 0 {
		size := OffValues + 8*cap
		if cap > maxDense || size > bigCell && !h.Room(uint64(size)) {
			return 0
		}
		e = h.AllocValues(KElements, size, OffValues, Hole)
	}
	a := h.NewArray(length)
	h.SetU32(a+OffElements, e)
	return a
}

// ArrayPush appends v to array a if nothing forbids the fast way (it is
// ordinary, extensible, dense, its length writable). Else it returns false.
func (h *Heap) ArrayPush(a uint32, v Value) bool {
	n := h.U32(a + OffWord)
	if h.U8(a+OffFlags)&FElemsSlow != 0 || n == 0xFFFFFFFF || h.growDense(a, n) != growOK {
		return false
	}
	h.Store(h.U32(a+OffElements)+OffValues+8*n, v)
	h.SetU32(a+OffWord, n+1)
	return true
}

// arrayLength is the length that a number stands for; ok is false when it is
// not an integer in 0 … 2^32−1.
func arrayLength(v Value) (n uint32, ok bool) {
	if v.IsInt() {
		return uint32(v.Int32()), v.Int32() >= 0
	}
	f := v.Float()
	if !(f >= 0 && f <= 4294967295) {
		return 0, false
	}
	n = uint32(int64(f))
	return n, float64(n) == f
}

// SetArrayLength is ArraySetLength (ECMA-262 10.4.2.4) for a value that has
// been coerced to a number, without change of attributes.
func (h *Heap) SetArrayLength(a uint32, v Value) uint32 {
	n, ok := arrayLength(v)
	if !ok {
		return OpRange
	}
	if h.U8(a+OffFlags)&FLengthReadonly != 0 {
		if n == h.U32(a+OffWord) {
			return OpDone
		}
		return RejReadOnly
	}
	return h.truncate(a, n)
}

// truncate is ArraySetLength from step 12 on: it sets the length to n and
// deletes the elements beyond, from the end, until one cannot be deleted.
func (h *Heap) truncate(a, n uint32) uint32 {
	length := h.U32(a + OffWord)
	h.SetU32(a+OffWord, n)
	e := h.U32(a + OffElements)
	if n >= length || e == 0 {
		return OpDone
	}
	flags := h.U8(a + OffFlags)
	h.touch(a)
	if flags&FSparse != 0 {
		if left := h.sparseTruncate(a, n, length); left != n {
			h.SetU32(a+OffWord, left)
			return RejNotConfigurable
		}
		return OpDone
	}
	cap := h.elementsCapacity(e)
	end := length
	if end > cap {
		end = cap
	}
	if flags&(FElemsSealed|FElemsFrozen) != 0 {
		for i := end; i > n; i-- {
			if h.Val(e+OffValues+8*(i-1)) != Hole {
				h.SetU32(a+OffWord, i)
				return RejNotConfigurable
			}
		}
		return OpDone
	}
	if n >= end {
		return OpDone
	}
	if cap > 64 && n < cap/4 {
		if n == 0 {
			h.SetU32(a+OffElements, 0)
		} else {
			h.resizeDense(a, e, n, n+n/4+4)
		}
		return OpDone
	}
	h.Charge(uint64(end-n) >> 2)
	h.Fill(e+OffValues+8*n, end-n, Hole)
	return OpDone
}

// defineLength is ArraySetLength for a property descriptor (ECMA-262 10.4.2.4).
func (h *Heap) defineLength(a uint32, d *Desc) uint32 {
	if d.Has&HasValue != 0 {
		if !d.Value.IsNumber() {
			return OpNumber
		}
		if _, ok := arrayLength(d.Value); !ok {
			return OpRange
		}
	}
	if d.Has&Configurable != 0 && d.Attrs&Configurable != 0 ||
		d.Has&Enumerable != 0 && d.Attrs&Enumerable != 0 || d.Has&(HasGet|HasSet) != 0 {
		return RejNotConfigurable
	}
	readonly := h.U8(a+OffFlags)&FLengthReadonly != 0
	if readonly && d.Has&Writable != 0 && d.Attrs&Writable != 0 {
		return RejNotConfigurable
	}
	code := uint32(OpDone)
	if d.Has&HasValue != 0 {
		n, _ := arrayLength(d.Value)
		if readonly {
			if n != h.U32(a+OffWord) {
				return RejReadOnly
			}
		} else {
			code = h.truncate(a, n)
		}
	}
	if d.Has&Writable != 0 && d.Attrs&Writable == 0 && !readonly {
		h.touch(a)
		h.SetFlag(a, FLengthReadonly)
	}
	return code
}
