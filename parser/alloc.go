package parser

// slab hands out zeroed values of one type from chunks of growing size, so that a tree costs few allocations.
type slab[T any] struct {
	free []T
	size int
}

const slabMax = 512

func (s *slab[T]) grow() {
	s.size = min(max(2*s.size, 8), slabMax)
	s.free = make([]T, s.size)
}

// new returns a zero T.
func (s *slab[T]) new() *T {
	if len(s.free) == 0 {
		s.grow()
	}
	v := &s.free[0]
	s.free = s.free[1:]
	return v
}

// clone returns a copy of list with exact capacity; nil for an empty one.
func (s *slab[T]) clone(list []T) []T {
	n := len(list)
	if n == 0 {
		return nil
	}
	if n > len(s.free) {
		if n >= slabMax/4 {
			return append(make([]T, 0, n), list...)
		}
		s.grow()
		if n > len(s.free) {
			s.size = slabMax
			s.free = make([]T, slabMax)
		}
	}
	out := s.free[:n:n]
	copy(out, list)
	s.free = s.free[n:]
	return out
}
