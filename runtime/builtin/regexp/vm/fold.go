//firn:core

package vm

func be24(t string, i int) uint32 {
	return uint32(t[i])<<16 | uint32(t[i+1])<<8 | uint32(t[i+2])
}

// mapped looks a character up in a table of zz_fold.go.
func mapped(t string, c uint32) uint32 {
	lo, hi := 0, len(t)/10
	for lo < hi {
		m := (lo + hi) >> 1
		if be24(t, m*10) <= c {
			lo = m + 1
		} else {
			hi = m
		}
	}
	r := (lo - 1) * 10
	if r < 0 || c > be24(t, r+3) || t[r+6] == 2 && (c-be24(t, r))&1 != 0 {
		return c
	}
	return (c + be24(t, r+7)) & 0xFFFFFF
}

// Fold is Canonicalize (ECMA-262 22.2.2.7.3) in Unicode mode: simple case
// folding.
func Fold(c uint32) uint32 {
	if c < 0x80 {
		if c-'A' < 26 {
			return c + 32
		}
		return c
	}
	return mapped(foldRows, c)
}

// Upper is Canonicalize of a code unit without Unicode mode.
func Upper(c uint32) uint32 {
	if c < 0x80 {
		if c-'a' < 26 {
			return c - 32
		}
		return c
	}
	return mapped(upperRows, c)
}
