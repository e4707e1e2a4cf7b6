//go:build !firn_mcu

package heap

import "strconv"

// roundTrips reports whether the number in canonical notation at off is the
// shortest that stands for its double.
func (h *Heap) roundTrips(off, n uint32) bool {
	b := h.Bytes(off, n)
	f, err := strconv.ParseFloat(string(b), 64)
	if err != nil || f == 0 {
		return false
	}
	var want, got [20]byte
	return string(significant(want[:0], b)) == string(significant(got[:0], strconv.AppendFloat(nil, f, 'e', -1, 64)))
}

// significant appends the significant digits of a decimal number.
func significant(dst, s []byte) []byte {
	for _, c := range s {
		if c == 'e' {
			break
		}
		if c >= '0' && c <= '9' && (c != '0' || len(dst) > 0) {
			dst = append(dst, c)
		}
	}
	for len(dst) > 0 && dst[len(dst)-1] == '0' {
		dst = dst[:len(dst)-1]
	}
	return dst
}
