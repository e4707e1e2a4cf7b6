package bytecode

import (
	"fmt"

	"firn/heap"
)

// CheckTemplate checks a template cell as Verify checks a Function: for images
// that nobody vouches for. Functions in its constants are templates of their
// own. The heap has passed its own verification. library allows what only the
// library's functions may be and do.
func CheckTemplate(h *heap.Heap, t uint32, library bool) error {
	n, words := h.U32(t+heap.TmplConsts), h.U32(t+heap.TmplWords)
	if uint64(heap.TmplData)+8*uint64(n)+8*uint64(words) > uint64(h.Size(t)) {
		return fmt.Errorf("template of %d bytes with %d constants and %d words", h.Size(t), n, words)
	}
	f := &Function{
		Flags:  h.U32(t + heap.TmplFlags),
		Regs:   int(h.U16(t + heap.TmplRegs)),
		Params: int(h.U16(t + heap.TmplParams)),
		Length: int(h.U16(t + heap.TmplLength)),
		Sites:  int(h.U16(t + heap.TmplSites)),
		Start:  h.U32(t + heap.TmplStart),
		End:    h.U32(t + heap.TmplEnd),
		Code:   make([]uint64, words),
		Consts: make([]Const, n),
	}
	at := t + heap.TmplData
	for i := range f.Consts {
		f.Consts[i] = constOf(h, h.Val(at))
		at += 8
	}
	for i := range f.Code {
		f.Code[i] = h.U64(at)
		at += 8
	}
	if b := h.U32(t + heap.TmplHandlers); b != 0 {
		size := h.U32(b + heap.OffLength)
		if size&15 != 0 {
			return fmt.Errorf("handlers of %d bytes", size)
		}
		for off := b + heap.OffData; size > 0; size, off = size-16, off+16 {
			f.Handlers = append(f.Handlers, Handler{h.U32(off), h.U32(off + 4), h.U32(off + 8), h.U32(off + 12)})
		}
	}
	if !library && f.Flags&(heap.TLibrary|heap.TFast|heap.TBuiltinCtor) != 0 || f.Flags&heap.TFast == 0 && h.U32(t+heap.TmplFast) != 0 {
		return fmt.Errorf("a program's function claims to be a built-in")
	}
	return verifyOne(f)
}

// constOf is what verifyOne wants to know of a constant, nil for one that no
// compiler makes.
func constOf(h *heap.Heap, v heap.Value) Const {
	switch {
	case v.IsNumber():
		return Number(v.Num())
	case v.IsString():
		if h.Flags(v.Ref())&heap.FAtom != 0 {
			return String("")
		}
	case v.IsBigInt():
		return &BigInt{}
	case v.IsCell():
		switch h.Kind(v.Ref()) {
		case heap.KTemplate:
			return &Function{}
		case heap.KRecord:
			if isSite(h, v.Ref()) {
				return &TemplateSite{}
			}
		}
	case v >= heap.Undefined && v <= heap.Undefined|0xFFFFFFFF:
		return Special(v & 0xFFFFFFFF)
	}
	return nil
}

// isSite reports whether a record is the place of a tagged template.
func isSite(h *heap.Heap, r uint32) bool {
	room := (h.Size(r) - heap.OffValues) / 8
	if room < 2 {
		return false
	}
	first, parts := h.Val(r+heap.OffValues), h.Val(r+heap.OffValues+8)
	if !first.IsObject() && first != heap.Undefined || !parts.IsInt() || parts.Int32() < 1 || uint64(room) < 2+2*uint64(parts.Int32()) {
		return false
	}
	for i := uint32(2); i < room; i++ {
		if v := h.Val(r + heap.OffValues + 8*i); !v.IsString() && v != heap.Undefined {
			return false
		}
	}
	return true
}
