package regexp

// Kinds of nodes.
const (
	nEmpty   = iota
	nChar    // the character c
	nSet     // a character of the set; case is accounted for
	nSeq     // kids one after the other
	nAlt     // one of kids
	nCapture // kid, group index
	nLoop    // kid min to max times
	nLook    // lookahead or lookbehind (back), or its negation (not)
	nBol     // ^; line if multiline
	nEol     // $
	nWord    // \b, \B (not); the set is of word characters
	nBackref // groups: at most one of them takes part
)

// infinite is the max of a loop without end.
const infinite = 0xFFFFFFFF

// node is a node of the tree.
type node struct {
	kind     uint8
	lazy     bool
	back     bool // nLook: lookbehind
	not      bool
	line     bool
	fold     bool   // nBackref: ignore case
	all      uint8  // nSet: allAny or allDot when it is that
	index    int    // nCapture: group; nLoop: first group in it
	end      int    // nLoop: group after the last one in it
	c        uint32 // nChar
	min, max uint32 // nLoop
	set      set
	kids     []*node
	groups   []int
	after    *node // of a sequence made by the emitter: what follows it

	// How many units and how many characters it takes; see parser.measure.
	least uint32 // units
	most  uint32 // saturates at infinite
}

const (
	allAny = 1 // every character
	allDot = 2 // every character but line terminators
)

// oneCharacter reports whether a node takes exactly one character.
func (n *node) oneCharacter() bool { return n.kind == nChar || n.kind == nSet }

func satAdd(a, b uint32) uint32 {
	if s := a + b; s >= a {
		return s
	}
	return infinite
}

func satMul(a, b uint32) uint32 {
	if p := uint64(a) * uint64(b); p < infinite {
		return uint32(p)
	}
	return infinite
}

// units is the number of code units of a character.
func units(c uint32) uint32 {
	if c > 0xFFFF {
		return 2
	}
	return 1
}

// measure sets least and most of a node whose kids are measured.
func (n *node) measure() *node {
	switch n.kind {
	case nChar:
		n.least, n.most = units(n.c), units(n.c)
	case nSet:
		n.least, n.most = 1, 1
		if len(n.set) > 0 {
			n.least, n.most = units(n.set[0].lo), units(n.set[len(n.set)-1].hi)
		}
	case nSeq:
		for _, k := range n.kids {
			n.least, n.most = satAdd(n.least, k.least), satAdd(n.most, k.most)
		}
	case nAlt:
		n.least = infinite
		for _, k := range n.kids {
			if k.least < n.least {
				n.least = k.least
			}
			if k.most > n.most {
				n.most = k.most
			}
		}
	case nCapture:
		n.least, n.most = n.kids[0].least, n.kids[0].most
	case nLoop:
		n.least, n.most = satMul(n.kids[0].least, n.min), satMul(n.kids[0].most, n.max)
	case nBackref:
		n.most = infinite
	}
	return n
}
