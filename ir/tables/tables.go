package tables

import "unsafe"

// leastBytes is what a table takes at least.
const leastBytes = 32 << 10

// Zeros is n zeros, in the memory of s if there is enough of it.
func Zeros[T any](s []T, n int) []T {
	if cap(s) < n {
		s = make([]T, size[T](n))
	}
	s = s[:n]
	clear(s) // new ones, too: writing comes before reading
	return s
}

// Empty is an empty list with room for n elements, in the memory of s if there is
// enough of it.
func Empty[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, 0, size[T](n))
	}
	return s[:0]
}

// size is for how many elements to make a table that must have n.
func size[T any](n int) int {
	var zero T
	bytes := leastBytes
	for bytes < n*int(unsafe.Sizeof(zero)) {
		bytes *= 2
	}
	return bytes / int(unsafe.Sizeof(zero))
}
