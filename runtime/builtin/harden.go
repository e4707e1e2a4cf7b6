//firn:core

package builtin

import "firn/heap"

// Harden is the fast path of harden(x): everything that no user code can have a
// say in. It finds all objects first and freezes them then.
func Harden(c *Call) heap.Value {
	h := c.H
	v := c.Arg(0)
	if !v.IsObject() || h.IsHardened(v.Ref()) {
		return v
	}
	first := h.NewTable(true)
	set, st := h.TableSet(first, v, heap.Undefined)
	if st != heap.OK {
		return c.status(st)
	}
	for t, pos, e := first, uint32(0), uint32(0); ; {
		if e, t, pos = h.TableNext(t, pos); e == 0 {
			break
		}
		o := h.Val(e).Ref()
		switch h.Kind(o) {
		case heap.KProxy, heap.KNamespace:
			return c.Decline()
		case heap.KTypedArray:
			if !h.TypedFixedLength(o) {
				return c.ThrowTypeError("A typed array whose length can change cannot be hardened")
			}
		}
		if p := h.Proto(o); p != 0 && !h.IsHardened(p) {
			if set, st = h.TableSet(set, heap.Object(p), heap.Undefined); st != heap.OK {
				return c.status(st)
			}
		}
		rec, n := h.OwnReferences(o)
		if rec == 0 {
			return c.NoMemory()
		}
		for i := uint32(0); i < n; i++ {
			r := h.Val(rec + heap.OffValues + 8*i)
			if h.IsHardened(r.Ref()) {
				continue
			}
			if set, st = h.TableSet(set, r, heap.Undefined); st != heap.OK {
				return c.status(st)
			}
		}
	}
	for t, pos, e := set, uint32(0), uint32(0); ; {
		if e, t, pos = h.TableNext(t, pos); e == 0 {
			break
		}
		if h.Harden(h.Val(e).Ref()) != heap.OpDone {
			return c.NoMemory()
		}
	}
	for t, pos, e := set, uint32(0), uint32(0); ; {
		if e, t, pos = h.TableNext(t, pos); e == 0 {
			return v
		}
		h.SetFlag(h.Val(e).Ref(), heap.FHardened)
	}
}

func Do_IsHardened(c *Call) heap.Value { return heap.Bool(c.H.IsHardened(c.Arg(0).Ref())) }

func Do_HardenOne(c *Call) heap.Value {
	switch c.H.Harden(c.Arg(0).Ref()) {
	case heap.OpDone:
		return heap.True
	case heap.OpMemory:
		return c.NoMemory()
	}
	return heap.False
}

func Do_SetHardened(c *Call) heap.Value {
	if o := c.Arg(0).Ref(); !c.H.IsROM(o) {
		c.H.SetFlag(o, heap.FHardened)
	}
	return heap.Undefined
}
