//firn:core

package heap

// Hash tables of this package are probed linearly from where a hash leads, and the
// hash of a string can be inverted: a program can make as many strings as it likes
// with the same one. So after FreeProbes places the search goes on at a second home,
// by a hash with a secret that no program sees. What is found does not depend on
// it, nor what is charged. (An order of entries that a program could see would
// not do.) Native code leaves such searches to this package.

// FreeProbes is how many places from the first home on are looked at.
const FreeProbes = 64

// secret is a number that programs do not know: hosts replace it at their start.
var secret = [2]uint64{0x243F6A8885A308D3, 0x13198A2E03707344}

// probe is a search in a hash table whose places are numbered up to mask.
type probe struct{ at, mask, count uint32 }

func probeFrom(hash, mask uint32) probe { return probe{at: hash & mask, mask: mask} }

// far steps to the next place and reports whether the second home is due.
func (p *probe) far() bool {
	p.at = (p.at + 1) & p.mask
	p.count++
	return p.count == FreeProbes
}

// jump goes to the second home.
func (p *probe) jump(hash uint32) { p.at = hash & p.mask }

// farKey is the second hash of a key, in the form of TableKey; fallback for one that is known by its
// identity, whose hash nobody can choose.
func (h *Heap) farKey(key Value, fallback uint32) uint32 {
	switch key.Tag() {
	case TagString:
		return h.farView(h.View(key.Ref()))
	case TagBigInt:
		ref := key.Ref()
		s := newSip()
		s.word(uint64(h.U32(ref + OffSign)))
		for i, n := uint32(0), h.U32(ref+OffDigits); i < n; i++ {
			s.word(uint64(h.U32(ref + OffData + 4*i)))
		}
		return s.sum()
	case TagSymbol, TagObject, TagCell:
		return fallback
	}
	s := newSip()
	s.word(uint64(key))
	return s.sum()
}

// farView is the second hash of a string: of its units, however they are stored.
func (h *Heap) farView(v StrView) uint32 {
	s := newSip()
	s.word(uint64(v.Len))
	for i := uint32(0); i < v.Len; i += 4 {
		w := uint64(0)
		for k := uint32(0); k < 4 && i+k < v.Len; k++ {
			w |= uint64(h.Unit(v, i+k)) << (16 * k)
		}
		s.word(w)
	}
	return s.sum()
}

// farBytes is farView of ASCII text.
func farBytes(b []byte) uint32 {
	s := newSip()
	s.word(uint64(len(b)))
	for i := 0; i < len(b); i += 4 {
		w := uint64(0)
		for k := 0; k < 4 && i+k < len(b); k++ {
			w |= uint64(b[i+k]) << (16 * uint(k))
		}
		s.word(w)
	}
	return s.sum()
}

// sip is the state of SipHash-1-3 (Aumasson, Bernstein 2012), by words.
type sip struct{ a, b, c, d uint64 }

func newSip() sip {
	return sip{secret[0] ^ 0x736F6D6570736575, secret[1] ^ 0x646F72616E646F6D, secret[0] ^ 0x6C7967656E657261, secret[1] ^ 0x7465646279746573}
}

func (s *sip) round() {
	s.a += s.b
	s.c += s.d
	s.b = s.b<<13 | s.b>>51
	s.d = s.d<<16 | s.d>>48
	s.b ^= s.a
	s.d ^= s.c
	s.a = s.a<<32 | s.a>>32
	s.c += s.b
	s.a += s.d
	s.b = s.b<<17 | s.b>>47
	s.d = s.d<<21 | s.d>>43
	s.b ^= s.c
	s.d ^= s.a
	s.c = s.c<<32 | s.c>>32
}

func (s *sip) word(w uint64) {
	s.d ^= w
	s.round()
	s.a ^= w
}

func (s *sip) sum() uint32 {
	s.c ^= 0xFF
	s.round()
	s.round()
	s.round()
	x := s.a ^ s.b ^ s.c ^ s.d
	return uint32(x ^ x>>32)
}
