package heap

// GoString is a string as Go's UTF-8; lone surrogates become U+FFFD.
func (h *Heap) GoString(ref uint32) string {
	v := h.View(ref)
	b := make([]byte, h.UTF8Len(v))
	h.CopyUTF8(b, v, false)
	return string(b)
}
