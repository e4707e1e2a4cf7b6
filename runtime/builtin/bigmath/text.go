package bigmath

import "math/bits"

const digitChars = "0123456789abcdefghijklmnopqrstuvwxyz"

// textThreshold is the size in words from which math/big converts radices other than powers of
// two: its algorithms are subquadratic.
const textThreshold = 32

// chunk returns the largest power of radix that fits a word, and its exponent.
func chunk(radix uint32) (power uint32, digits int) {
	power, digits = radix, 1
	for p := uint64(radix) * uint64(radix); p>>32 == 0; p *= uint64(radix) {
		power = uint32(p)
		digits++
	}
	return power, digits
}

// AppendText appends BigInt::toString (ECMA-262 6.1.6.2.23) of x in the radix, 2 to 36, to buf.
func AppendText(buf []byte, x Int, radix int) []byte {
	if x.IsZero() {
		return append(buf, '0')
	}
	if x.Neg {
		buf = append(buf, '-')
	}
	start := len(buf)
	if radix&(radix-1) == 0 {
		w := bits.TrailingZeros(uint(radix))
		for i := (x.BitLen() - 1) / w * w; i >= 0; i -= w {
			v := uint64(x.Mag[i/32])
			if i/32+1 < len(x.Mag) {
				v |= uint64(x.Mag[i/32+1]) << 32
			}
			buf = append(buf, digitChars[int(v>>uint(i%32))&(radix-1)])
		}
		return buf
	}
	if len(x.Mag) >= textThreshold {
		return toBig(x.Mag).Append(buf, radix)
	}
	// Chunks of digits, least significant first, then turned round.
	power, digits := chunk(uint32(radix))
	var store [textThreshold]uint32
	rest := store[:copy(store[:], x.Mag)]
	for len(rest) > 0 {
		r := divWord(rest, power)
		if rest[len(rest)-1] == 0 {
			rest = rest[:len(rest)-1]
		}
		for i := 0; i < digits && (len(rest) > 0 || r != 0); i++ {
			buf = append(buf, digitChars[r%uint32(radix)])
			r /= uint32(radix)
		}
	}
	for i, j := start, len(buf)-1; i < j; i, j = i+1, j-1 {
		buf[i], buf[j] = buf[j], buf[i]
	}
	return buf
}

// ParseDigits returns the value of digits in the radix: BadSyntax if there are none or one is not
// of the radix. It serves literals, whose prefix, suffix and separators the parser removes.
func ParseDigits(dst []uint32, digits []byte, radix int) (Int, Status) {
	if len(digits) == 0 {
		return Int{}, BadSyntax
	}
	for _, c := range digits {
		if digit(c) >= uint32(radix) {
			return Int{}, BadSyntax
		}
	}
	for len(digits) > 0 && digits[0] == '0' {
		digits = digits[1:]
	}
	if (len(digits)-1)*(bits.Len(uint(radix))-1) >= MaxBits {
		return Int{}, TooBig // each digit after the first is worth at least that many bits
	}
	if radix&(radix-1) == 0 {
		w := bits.TrailingZeros(uint(radix))
		z := room(dst, (len(digits)*w+31)/32+1)
		for i, c := range digits {
			at := (len(digits) - 1 - i) * w
			v := uint64(digit(c)) << uint(at%32)
			z[at/32] |= uint32(v)
			z[at/32+1] |= uint32(v >> 32)
		}
		return checked(false, z)
	}
	power, n := chunk(uint32(radix))
	if len(digits) > textThreshold*n {
		b, ok := toBig(nil).SetString(string(digits), radix)
		if !ok {
			return Int{}, BadSyntax
		}
		return checked(false, fromBig(dst, b))
	}
	z := room(dst, len(digits)/n+1)
	for len(digits) > 0 {
		k := (len(digits)-1)%n + 1 // the first chunk may be short
		v, p := uint32(0), uint32(1)
		for _, c := range digits[:k] {
			v = v*uint32(radix) + digit(c)
			p *= uint32(radix)
		}
		if k == n {
			p = power
		}
		carry := uint64(v)
		for i := range z {
			carry += uint64(z[i]) * uint64(p)
			z[i] = uint32(carry)
			carry >>= 32
		}
		digits = digits[k:]
	}
	return checked(false, z)
}

func digit(c byte) uint32 {
	switch {
	case '0' <= c && c <= '9':
		return uint32(c - '0')
	case 'a' <= c && c <= 'z':
		return uint32(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		return uint32(c-'A') + 10
	}
	return 99
}

// ParseLatin1 is StringToBigInt (ECMA-262 7.1.14) of Latin-1 text.
func ParseLatin1(dst []uint32, s []byte) (Int, Status) {
	for len(s) > 0 && isSpace(uint16(s[0])) {
		s = s[1:]
	}
	for len(s) > 0 && isSpace(uint16(s[len(s)-1])) {
		s = s[:len(s)-1]
	}
	if len(s) == 0 {
		return Int{}, OK
	}
	if len(s) > 2 && s[0] == '0' {
		switch s[1] {
		case 'x', 'X':
			return ParseDigits(dst, s[2:], 16)
		case 'o', 'O':
			return ParseDigits(dst, s[2:], 8)
		case 'b', 'B':
			return ParseDigits(dst, s[2:], 2)
		}
	}
	neg := s[0] == '-'
	if neg || s[0] == '+' {
		s = s[1:]
	}
	x, status := ParseDigits(dst, s, 10)
	x.Neg = neg && len(x.Mag) > 0
	return x, status
}

// ParseUTF16 is StringToBigInt (ECMA-262 7.1.14) of UTF-16 text.
func ParseUTF16(dst []uint32, s []uint16) (Int, Status) {
	for len(s) > 0 && isSpace(s[0]) {
		s = s[1:]
	}
	for len(s) > 0 && isSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	b := make([]byte, len(s))
	for i, c := range s {
		if c > 0x7F {
			return Int{}, BadSyntax
		}
		b[i] = byte(c)
	}
	return ParseLatin1(dst, b)
}

// isSpace reports whether c is WhiteSpace or LineTerminator (ECMA-262 12.2, 12.3).
func isSpace(c uint16) bool {
	switch {
	case c < 0x80:
		return c == ' ' || 9 <= c && c <= 13
	case 0x2000 <= c && c <= 0x200A:
		return true
	}
	switch c {
	case 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
		return true
	}
	return false
}
