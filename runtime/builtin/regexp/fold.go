package regexp

import (
	"sort"
	"sync"

	"firn/runtime/builtin/regexp/vm"
)

// foldings is one of the two Canonicalize functions, tabulated: every character
// that is not alone in its class, ascending, with its class.
type foldings struct {
	once  sync.Once
	fold  func(uint32) uint32
	chars []uint32
	class map[uint32][]uint32 // canonical character to all members
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
		f.class = map[uint32][]uint32{}
		for c := uint32(0); c < 0x1F000; c++ {
			if !unicode && c > 0xFFFF {
				break
			}
			if to := f.fold(c); to != c {
				if f.class[to] == nil {
					f.class[to] = []uint32{to}
					f.chars = append(f.chars, to)
				}
				f.class[to] = append(f.class[to], c)
				f.chars = append(f.chars, c)
			}
		}
		sort.Slice(f.chars, func(i, j int) bool { return f.chars[i] < f.chars[j] })
	})
	return f
}

// touched calls do for each character of s that is not alone in its class.
func (f *foldings) touched(s set, do func(uint32)) {
	for _, r := range s {
		i := sort.Search(len(f.chars), func(i int) bool { return f.chars[i] >= r.lo })
		for ; i < len(f.chars) && f.chars[i] <= r.hi; i++ {
			do(f.chars[i])
		}
	}
}

// closure is every character with the same canonical one as a character of s.
func closure(s set, unicode bool) set {
	f := foldingOf(unicode)
	var more set
	f.touched(s, func(c uint32) {
		for _, d := range f.class[f.fold(c)] {
			more = append(more, span{d, d})
		}
	})
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
	f.touched(s, func(c uint32) {
		if d := f.fold(c); d != c {
			from = append(from, span{c, c})
			to = append(to, span{d, d})
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
