//firn:core

package heap

// CachePrivate fills a site of a private-name access from a completed GetOwn of
// a field or an accessor. IcRef is the name: a class evaluated again has other names, so
// the site's user compares it.
func (h *Heap) CachePrivate(site uint32, receiver, name Value, p *Prop) {
	var e icEntry
	e.shape = h.PseudoShape(receiver)
	if !h.entryForOwn(p, &e) {
		return
	}
	e.ref = name.Ref()
	h.putEntry(site, name, &e, 0)
}

// CacheAdd fills a site from the addition of a property, by key, that did not ask
// the prototypes (a private name, a method of a literal) to obj, which had shape
// before. The site's user compares the key, and the attributes if it is not the
// only one.
func (h *Heap) CacheAdd(site, obj uint32, key Value, before, attrs uint32) {
	now := h.U32(obj + OffShape)
	if now == before || h.ShapeFlagsOf(now)&SDictionary != 0 || h.U32(now+ShapeParent) != before ||
		h.Val(now+ShapeKey) != key || h.U32(now+ShapeAttrs) != attrs || h.U32(site) == IcMega {
		return
	}
	var p Prop
	h.lastProp(obj, &p)
	e := icEntry{shape: before, data: p.Offset | IcAdd, ref: now}
	if p.Where == WhereSlots {
		e.data = p.Offset | IcAddSlots
	}
	h.putEntry(site, key, &e, megaWrite)
}

// CacheProto fills a site from the change of the prototype of an object without
// properties, which had shape before. IcData is IcSpecial; the site's user compares
// the prototype with the new shape's.
func (h *Heap) CacheProto(site, obj, before uint32) {
	now := h.U32(obj + OffShape)
	if now == before || (h.ShapeFlagsOf(now)|h.ShapeFlagsOf(before))&SDictionary != 0 || h.U32(before+ShapeCount) != 0 || h.U32(site) == IcMega {
		return
	}
	e := icEntry{shape: before, data: IcSpecial, ref: now}
	h.putEntry(site, Undefined, &e, 0)
}

// AccessorCell is the KAccessor of an accessor property that was found.
func (h *Heap) AccessorCell(p *Prop) uint32 { return h.Val(h.propAddr(p)).Ref() }
