//firn:core

package heap

// CachePrivate fills a site of a private-name access from a completed GetOwn of
// a field. IcRef is the name: a class evaluated again has other names, so the
// site's user compares it.
func (h *Heap) CachePrivate(site uint32, receiver, name Value, p *Prop) {
	var e icEntry
	e.shape = h.PseudoShape(receiver)
	if p.Attrs&Accessor != 0 || !h.entryForOwn(p, &e) {
		return
	}
	e.ref = name.Ref()
	h.putEntry(site, name, &e, 0)
}

// AccessorCell is the KAccessor of an accessor property that was found.
func (h *Heap) AccessorCell(p *Prop) uint32 { return h.Val(h.propAddr(p)).Ref() }
