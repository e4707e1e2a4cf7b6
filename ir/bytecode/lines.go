package bytecode

import "encoding/binary"

// Pos is a source position: the offset that is reported, and the range of the
// expression that a message may quote (a call's callee, a property's object).
type Pos struct{ At, Start, End uint32 }

// The line table is a list of entries, one for each instruction that can throw
// or call: words of code since the previous entry (uvarint), the change of At
// (varint), At-Start (varint) and End-Start (uvarint).

// lineWriter makes a line table.
type lineWriter struct {
	out  []byte
	pc   uint32
	last uint32
}

func (w *lineWriter) add(pc uint32, p Pos) {
	w.out = binary.AppendUvarint(w.out, uint64(pc-w.pc))
	w.out = binary.AppendVarint(w.out, int64(p.At)-int64(w.last))
	w.out = binary.AppendVarint(w.out, int64(p.At)-int64(p.Start))
	w.out = binary.AppendUvarint(w.out, uint64(p.End-p.Start))
	w.pc, w.last = pc, p.At
}

// PosAt finds the position of the instruction at word index pc in a line
// table: that of the last entry at or before it. ok is false when there is none.
func PosAt(lines []byte, pc uint32) (p Pos, ok bool) {
	at, last := uint64(0), int64(0)
	for len(lines) > 0 {
		d, n := binary.Uvarint(lines)
		if n <= 0 {
			return p, ok
		}
		lines = lines[n:]
		var v [3]int64
		for i := range v {
			if i == 2 {
				u, n := binary.Uvarint(lines)
				if n <= 0 {
					return p, ok
				}
				v[i], lines = int64(u), lines[n:]
				continue
			}
			s, n := binary.Varint(lines)
			if n <= 0 {
				return p, ok
			}
			v[i], lines = s, lines[n:]
		}
		at += d
		if at > uint64(pc) {
			return p, ok
		}
		last += v[0]
		p = Pos{At: uint32(last), Start: uint32(last - v[1]), End: uint32(last - v[1] + v[2])}
		ok = true
	}
	return p, ok
}
