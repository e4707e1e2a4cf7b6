package bytecode

import "firn/heap"

// Install makes the template cells of f and the functions in it, whose script
// record is script (0 for none). It returns 0 when the heap is full. Strings
// become atoms; nothing is collected meanwhile.
//
// A template site is a KRecord: [0] its template object once made, [1] the
// number n of parts, then n cooked ones (undefined where invalid) and n raw ones.
// Handlers are a KBytes of four u32 each, as in Handler.
func Install(h *heap.Heap, f *Function, script uint32) (tmpl uint32) {
	size := uint64(heap.TmplData) + 8*uint64(len(f.Consts)) + 8*uint64(len(f.Code))
	if !h.Room(size + uint64(len(f.Lines)) + 16*uint64(len(f.Handlers)) + 1024) {
		return 0
	}
	t := h.AllocZero(heap.KTemplate, uint32(size))
	h.SetU32(t+heap.TmplFlags, f.Flags)
	h.SetU32(t+heap.TmplScript, script)
	h.SetU16(t+heap.TmplRegs, uint16(f.Regs))
	h.SetU16(t+heap.TmplParams, uint16(f.Params))
	h.SetU16(t+heap.TmplLength, uint16(f.Length))
	h.SetU16(t+heap.TmplSites, uint16(f.Sites))
	h.SetU32(t+heap.TmplStart, f.Start)
	h.SetU32(t+heap.TmplEnd, f.End)
	h.SetU32(t+heap.TmplInstance, uint32(f.Instance))
	h.SetU32(t+heap.TmplConsts, uint32(len(f.Consts)))
	h.SetU32(t+heap.TmplWords, uint32(len(f.Code)))
	if f.HasName {
		name := h.InternStr(f.Name)
		if name == 0 {
			return 0
		}
		h.StoreRef(t+heap.TmplName, name)
	}
	if len(f.Lines) > 0 {
		b := bytesCell(h, uint32(len(f.Lines)))
		copy(h.Bytes(b+heap.OffData, uint32(len(f.Lines))), f.Lines)
		h.StoreRef(t+heap.TmplLines, b)
	}
	if n := uint32(len(f.Handlers)); n > 0 {
		b := bytesCell(h, 16*n)
		for i, x := range f.Handlers {
			at := b + heap.OffData + 16*uint32(i)
			h.SetU32(at, x.Start)
			h.SetU32(at+4, x.End)
			h.SetU32(at+8, x.Target)
			h.SetU32(at+12, x.Reg)
		}
		h.StoreRef(t+heap.TmplHandlers, b)
	}
	at := t + heap.TmplData
	for _, c := range f.Consts {
		v, ok := installConst(h, c, script)
		if !ok {
			return 0
		}
		h.Store(at, v)
		at += 8
	}
	for _, w := range f.Code {
		h.SetU64(at, w)
		at += 8
	}
	if h.Dead {
		return 0
	}
	return t
}

func bytesCell(h *heap.Heap, n uint32) uint32 {
	b := h.AllocZero(heap.KBytes, heap.OffData+n)
	h.SetU32(b+heap.OffLength, n)
	return b
}

func installConst(h *heap.Heap, c Const, script uint32) (v heap.Value, ok bool) {
	switch c := c.(type) {
	case Number:
		return heap.Number(float64(c)), true
	case Special:
		return heap.Undefined | heap.Value(c), true
	case String:
		return installString(h, string(c))
	case *BigInt:
		b := h.NewBigInt(c.Negative, c.Digits)
		return heap.BigInt(b), b != 0
	case *Function:
		t := Install(h, c, script)
		return heap.CellRef(t), t != 0
	case *TemplateSite:
		n := uint32(len(c.Raw))
		r := h.AllocValues(heap.KRecord, heap.OffValues+8*(2+2*n), heap.OffValues, heap.Undefined)
		h.SetVal(r+heap.OffValues+8, heap.Int(int32(n)))
		for i := uint32(0); i < n; i++ {
			if c.Cooked[i].Valid {
				if v, ok = installString(h, c.Cooked[i].Text); !ok {
					return v, false
				}
				h.Store(r+heap.OffValues+16+8*i, v)
			}
			if v, ok = installString(h, c.Raw[i]); !ok {
				return v, false
			}
			h.Store(r+heap.OffValues+16+8*(n+i), v)
		}
		return heap.CellRef(r), true
	}
	return 0, false
}

func installString(h *heap.Heap, s string) (heap.Value, bool) {
	a := h.InternStr(s)
	return heap.String(a), a != 0
}
