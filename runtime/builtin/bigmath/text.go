package bigmath

import "math/bits"

const digitChars = "0123456789abcdefghijklmnopqrstuvwxyz"

// textThreshold is the size in words from which math/big converts radices other than powers of
// two: its algorithms are subquadratic.
const textThreshold = 16

// chunk returns the largest power of radix that fits a word, and its exponent.
func chunk(radix Word) (power Word, digits int) {
	power, digits = radix, 1
	for hi, p := bits.Mul(power, radix); hi == 0; hi, p = bits.Mul(power, radix) {
		power = p
		digits++
	}
	return power, digits
}

// Text is BigInt::toString (ECMA-262 6.1.6.2.23) of x in the radix, 2 to 36.
func (a *Arith) Text(x Int, radix int) []byte {
	a.text = a.appendText(a.text[:0], x, radix)
	return a.text
}

func (a *Arith) appendText(buf []byte, x Int, radix int) []byte {
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
			v := x.Mag[i/wordBits] >> uint(i%wordBits)
			if i%wordBits+w > wordBits && i/wordBits+1 < len(x.Mag) {
				v |= x.Mag[i/wordBits+1] << uint(wordBits-i%wordBits)
			}
			buf = append(buf, digitChars[int(v)&(radix-1)])
		}
		return buf
	}
	if len(x.Mag) >= textThreshold {
		buf = set(&a.x, x.Mag).Append(buf, radix)
		a.x.SetBits(nil)
		return buf
	}
	// Chunks of digits, least significant first, then turned round.
	power, digits := chunk(Word(radix))
	var store [textThreshold]Word
	rest := store[:copy(store[:], x.Mag)]
	for len(rest) > 0 {
		r := divWord(rest, rest, power)
		if rest[len(rest)-1] == 0 {
			rest = rest[:len(rest)-1]
		}
		for i := 0; i < digits && (len(rest) > 0 || r != 0); i++ {
			buf = append(buf, digitChars[r%Word(radix)])
			r /= Word(radix)
		}
	}
	for i, j := start, len(buf)-1; i < j; i, j = i+1, j-1 {
		buf[i], buf[j] = buf[j], buf[i]
	}
	return buf
}

// ParseDigits returns the value of digits in the radix: BadSyntax if there are none or one is not
// of the radix. It serves literals, whose prefix, suffix and separators the parser removes.
func (a *Arith) ParseDigits(digits []byte, radix int) (Int, Status) {
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
		z := room(&a.out, (len(digits)*w+wordBits-1)/wordBits+1)
		for i := range z {
			z[i] = 0
		}
		for i, c := range digits {
			at := (len(digits) - 1 - i) * w
			v, s := Word(digit(c)), uint(at%wordBits)
			z[at/wordBits] |= v << s
			z[at/wordBits+1] |= v >> 1 >> (wordBits - 1 - s)
		}
		return checked(false, z)
	}
	power, n := chunk(Word(radix))
	if len(digits) > textThreshold*n {
		if _, ok := a.z.SetString(string(digits), radix); !ok {
			return Int{}, BadSyntax
		}
		return checked(false, take(&a.z))
	}
	z := room(&a.out, len(digits)/n+1)
	for i := range z {
		z[i] = 0
	}
	for len(digits) > 0 {
		k := (len(digits)-1)%n + 1 // the first chunk may be short
		v, p := Word(0), Word(1)
		for _, c := range digits[:k] {
			v = v*Word(radix) + Word(digit(c))
			p *= Word(radix)
		}
		if k == n {
			p = power
		}
		for i, w := range z {
			hi, lo := bits.Mul(w, p)
			var carry Word
			z[i], carry = bits.Add(lo, v, 0)
			v = hi + carry
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
func (a *Arith) ParseLatin1(s []byte) (Int, Status) {
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
			return a.ParseDigits(s[2:], 16)
		case 'o', 'O':
			return a.ParseDigits(s[2:], 8)
		case 'b', 'B':
			return a.ParseDigits(s[2:], 2)
		}
	}
	neg := s[0] == '-'
	if neg || s[0] == '+' {
		s = s[1:]
	}
	x, status := a.ParseDigits(s, 10)
	x.Neg = neg && len(x.Mag) > 0
	return x, status
}

// ParseUTF16 is StringToBigInt (ECMA-262 7.1.14) of UTF-16 text.
func (a *Arith) ParseUTF16(s []uint16) (Int, Status) {
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
	return a.ParseLatin1(b)
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
