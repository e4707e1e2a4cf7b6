//firn:core

package heap

import "unsafe"

// The accessors: the only places where the cage's memory is touched. Offsets
// are 32 bits wide, so even a wrong one stays inside the 4 GiB reservation.
// They are unchecked; the verifier and the stress modes are what keeps callers
// honest.

func (h *Heap) U8(off uint32) uint8    { return *(*uint8)(unsafe.Add(h.base, uintptr(off))) }
func (h *Heap) U16(off uint32) uint16  { return *(*uint16)(unsafe.Add(h.base, uintptr(off))) }
func (h *Heap) U32(off uint32) uint32  { return *(*uint32)(unsafe.Add(h.base, uintptr(off))) }
func (h *Heap) U64(off uint32) uint64  { return *(*uint64)(unsafe.Add(h.base, uintptr(off))) }
func (h *Heap) Val(off uint32) Value   { return *(*Value)(unsafe.Add(h.base, uintptr(off))) }
func (h *Heap) F64(off uint32) float64 { return *(*float64)(unsafe.Add(h.base, uintptr(off))) }

// Set* store raw bits: no write barrier. Pointers into cells that may be
// tenured are stored with Store and StoreRef.
func (h *Heap) SetU8(off uint32, v uint8)   { *(*uint8)(unsafe.Add(h.base, uintptr(off))) = v }
func (h *Heap) SetU16(off uint32, v uint16) { *(*uint16)(unsafe.Add(h.base, uintptr(off))) = v }
func (h *Heap) SetU32(off uint32, v uint32) { *(*uint32)(unsafe.Add(h.base, uintptr(off))) = v }
func (h *Heap) SetU64(off uint32, v uint64) { *(*uint64)(unsafe.Add(h.base, uintptr(off))) = v }
func (h *Heap) SetVal(off uint32, v Value)  { *(*Value)(unsafe.Add(h.base, uintptr(off))) = v }

// Store writes a value into a slot of a cell and marks the slot's card.
func (h *Heap) Store(off uint32, v Value) {
	*(*Value)(unsafe.Add(h.base, uintptr(off))) = v
	*(*uint8)(unsafe.Add(h.base, uintptr(h.cardBias+off>>CardShift))) = 1
}

// StoreRef writes a cell reference field and marks its card.
func (h *Heap) StoreRef(off uint32, ref uint32) {
	*(*uint32)(unsafe.Add(h.base, uintptr(off))) = ref
	*(*uint8)(unsafe.Add(h.base, uintptr(h.cardBias+off>>CardShift))) = 1
}

// Bytes is a view of n bytes of the cage at off. It is valid until the next
// collection; leaves never collect, so it may be used freely inside one leaf.
func (h *Heap) Bytes(off, n uint32) []byte {
	return unsafe.Slice((*byte)(unsafe.Add(h.base, uintptr(off))), int(n))
}

// Units is a view of the units of a two-byte string, valid as Bytes is.
func (h *Heap) Units(v StrView) []uint16 {
	return unsafe.Slice((*uint16)(unsafe.Add(h.base, uintptr(v.Off))), int(v.Len))
}

// Digits is a view of the digits of a BigInt, valid as Bytes is.
func (h *Heap) Digits(b uint32) []uint32 {
	return unsafe.Slice((*uint32)(unsafe.Add(h.base, uintptr(b)+OffChars)), int(h.BigIntLen(b)))
}

// Base is the address of cage offset 0, for native code and the interpreter.
func (h *Heap) Base() unsafe.Pointer { return h.base }
