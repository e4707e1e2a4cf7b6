package ssa

// bounds makes one or two checks of the bounds checks that a block has of indexes
// which differ by constants: i+1 and i+2 are within bounds where i and i+3 are,
// and so is i where i−1 and i+1 are. (Sums modulo 2^32 that are so close together
// are all below the bound when the first and the last are: no bound is near 2^32.)
//
// The checks of the least and the greatest index take the place of the first, with
// its state: control passes it before it comes to the others, and a guard may leave
// early without reason. They stay what they are for Failed. Nothing is moved over
// calls, which may never come back.
func bounds(f *Func) {
	if !f.mayHave(&boundOps) {
		return
	}
	f.Analyze()
	places := f.int32s(f.nextValue) // by ID: place in its block, plus 1
	var spans []span
	for _, b := range f.rpo {
		spans = spans[:0]
		begin, found := 0, false
		for i, v := range b.Values {
			places[v.ID] = int32(i) + 1
			switch {
			case v.Op.Has(Clobber):
				begin = len(spans)
			case v.Op == OpGuardBound:
				x, c, ok := indexOf(v.Args[0])
				if !ok {
					break
				}
				same := false
				for k := max(begin, len(spans)-maxSpans); k < len(spans) && !same; k++ {
					if s := &spans[k]; s.base == x && s.bound == v.Args[1] {
						same = true
						found = true
						s.widen(v, c)
					}
				}
				if !same {
					spans = append(spans, span{base: x, bound: v.Args[1], first: v, low: v, high: v, min: c, max: c})
				}
			}
		}
		if found {
			joinSpans(f, b, spans, places)
		}
	}
}

var boundOps = opsOf(OpGuardBound)

const (
	maxStep  = 1 << 16 // of the constants of indexes that are compared
	maxSpans = 16      // that a check is looked for in
)

// span is the bounds checks of a block that have a base and a bound in common.
type span struct {
	base, bound *Value
	first       *Value // the first check
	low, high   *Value // those of the least and the greatest index
	min, max    int32
	count       int // of the others
}

// indexOf splits an index into a base and a small constant.
func indexOf(v *Value) (x *Value, c int32, ok bool) {
	switch v.Op {
	case OpConstInt:
		return nil, 0, false
	case OpAddIntW:
		if c, ok := isInt(v.Args[1]); ok && c > -maxStep && c < maxStep {
			return v.Args[0], c, true
		}
	case OpSubIntW:
		if c, ok := isInt(v.Args[1]); ok && c > -maxStep && c < maxStep {
			return v.Args[0], -c, true
		}
	}
	return v, 0, true
}

// widen takes v into s, whose index is c from the base.
func (s *span) widen(v *Value, c int32) {
	s.count++
	v.Aux2, s.first.Aux2 = joined, joined
	if c < s.min {
		s.min, s.low = c, v
	}
	if c > s.max {
		s.max, s.high = c, v
	}
}

// joined marks a check that is done by those of its span, until it is gone.
const joined = 1

// joinSpans puts the checks of each span of b where the first of them is.
func joinSpans(f *Func, b *Block, spans []span, places []int32) {
	list := f.mem.lists.take(len(b.Values))[:0]
	move := func(v *Value, to int) { // v, if it is defined in b behind that place
		if v.Block == b && int(places[v.ID]) > to+1 {
			b.Values[places[v.ID]-1], places[v.ID] = nil, 1
			list = append(list, v)
		}
	}
	for i, v := range b.Values {
		if v == nil {
			continue
		}
		for len(spans) > 0 && spans[0].count == 0 {
			spans = spans[1:]
		}
		switch {
		case len(spans) > 0 && spans[0].first == v:
			s := &spans[0]
			spans = spans[1:]
			for k, g := range [2]*Value{s.low, s.high} {
				if k > 0 && g == s.low {
					break
				}
				if x := g.Args[0]; x != s.base {
					move(x.Args[1], i)
					move(x, i)
				}
				g.State = v.State
				list = append(list, g)
			}
		case v.Op != OpGuardBound || v.Aux2 != joined:
			list = append(list, v)
		}
	}
	for _, v := range list {
		if v.Op == OpGuardBound {
			v.Aux2 = 0
		}
	}
	b.Values = list
}
