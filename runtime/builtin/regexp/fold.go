package regexp

import (
	"sort"
	"sync"

	"firn/runtime/builtin/regexp/vm"
)

// foldings is one of the two Canonicalize functions, tabulated: every character
// that is not alone in its class, ascending, with its canonical character and all
// members of its class.
type foldings struct {
	once    sync.Once
	fold    func(uint32) uint32
	chars   []uint32
	to      []uint32
	members [][]uint32
}

var (
	unicodeFolding = foldings{fold: vm.Fold}
	unitFolding    = foldings{fold: vm.Upper}
)

func foldingOf(unicode bool) *foldings {
	f := &unitFolding
	if unicode {
		f = &unicodeFolding
	}
	f.once.Do(func() {
		class := map[uint32][]uint32{} // canonical character to all members
		for c := uint32(0); c < 0x1F000; c++ {
			if !unicode && c > 0xFFFF {
				break
			}
			if to := f.fold(c); to != c {
				if class[to] == nil {
					class[to] = []uint32{to}
					f.chars = append(f.chars, to)
				}
				class[to] = append(class[to], c)
				f.chars = append(f.chars, c)
			}
		}
		sort.Slice(f.chars, func(i, j int) bool { return f.chars[i] < f.chars[j] })
		for _, c := range f.chars {
			to := f.fold(c)
			f.to = append(f.to, to)
			f.members = append(f.members, class[to])
		}
	})
	return f
}

// touched calls do for each character of s that is not alone in its class, with
// its place in f.chars.
func (f *foldings) touched(s set, do func(int)) {
	at := 0
	for _, r := range s {
		rest := f.chars[at:]
		at += sort.Search(len(rest), func(i int) bool { return rest[i] >= r.lo })
		for ; at < len(f.chars) && f.chars[at] <= r.hi; at++ {
			do(at)
		}
	}
}

// closure is every character with the same canonical one as a character of s.
func (p *parser) closure(s set) set {
	f := foldingOf(p.u)
	var more set
	work := len(s)
	f.touched(s, func(i int) {
		work++
		for _, d := range f.members[i] {
			if !s.has(d) {
				more = append(more, span{d, d})
			}
		}
	})
	p.spend(work + len(more))
	if more == nil {
		return s
	}
	return s.union(more.normal())
}

// simpleFolding is MaybeSimpleCaseFolding (ECMA-262 22.2.2.9.6) of a set of
// characters.
func simpleFolding(s set) set {
	f := foldingOf(true)
	var from, to set
	f.touched(s, func(i int) {
		if c, d := f.chars[i], f.to[i]; d != c {
			from = append(from, span{c, c})
			if !s.has(d) {
				to = append(to, span{d, d})
			}
		}
	})
	if from == nil {
		return s
	}
	return s.minus(from.normal()).union(to.normal())
}

var (
	foldedOnce sync.Once
	foldedSet  set
)

// foldedChars is every code point that simple case folding leaves alone. It must
// not be changed.
func foldedChars() set {
	foldedOnce.Do(func() { foldedSet = simpleFolding(set{{0, 0x10FFFF}}) })
	return foldedSet
}
