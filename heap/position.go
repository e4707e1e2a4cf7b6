//firn:core

package heap

// PositionAt reads a template's line table: the source offset of the
// instruction at word index pc and the range of the expression that a message
// about it may quote. The table is written by ir/bytecode: for each entry the
// words since the last one (uvarint), the change of the offset (varint), how far
// before it the range starts (varint) and the range's length (uvarint).
func (h *Heap) PositionAt(t, pc uint32) (at, from, to uint32, ok bool) {
	cell := h.U32(t + TmplLines)
	if cell == 0 {
		return 0, 0, 0, false
	}
	r := varints{h: h, at: cell + OffData, end: cell + OffData + h.U32(cell+OffLength)}
	word, last := uint64(0), int64(0)
	for r.at < r.end {
		word += r.uvarint()
		if word > uint64(pc) {
			break
		}
		last += r.varint()
		start := last - r.varint()
		at, from, to, ok = uint32(last), uint32(start), uint32(start)+uint32(r.uvarint()), true
	}
	return at, from, to, ok
}

// varints reads the variable-length integers of encoding/binary.
type varints struct {
	h       *Heap
	at, end uint32
}

func (r *varints) uvarint() uint64 {
	x, shift := uint64(0), uint(0)
	for r.at < r.end && shift < 64 {
		b := r.h.U8(r.at)
		r.at++
		x |= uint64(b&0x7F) << shift
		if b < 0x80 {
			break
		}
		shift += 7
	}
	return x
}

func (r *varints) varint() int64 {
	u := r.uvarint()
	return int64(u>>1) ^ -int64(u&1)
}
