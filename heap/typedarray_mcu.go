//firn:core

//go:build firn_mcu

package heap

// roundTrips answers for keys of 16 digits and more, and of extreme exponents,
// where the small build has no exact conversion: it takes every number in
// canonical notation for canonical. Such a key is then no property of a typed
// array, as if the number were the nearest canonical one.
func (h *Heap) roundTrips(off, n uint32) bool { return true }
