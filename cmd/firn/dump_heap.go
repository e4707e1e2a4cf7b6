package main

import (
	"fmt"
	"io"
	"strings"

	"firn/heap"
	"firn/ir/bytecode"
	"firn/runtime"
)

// inspector reads the functions of a machine that has run a program.
type inspector struct {
	m *runtime.Machine
	h *heap.Heap
}

// template is a function in the heap.
type template struct {
	ref        uint32
	name, file string
	line       int
}

// functions are those with one of the names, built-in ones too; without names
// those of the file that have run.
func (x *inspector) functions(file string, names []string) (list []template) {
	for _, space := range []heap.Space{heap.SpaceROM, heap.SpaceTenured, heap.SpaceNursery} {
		if len(names) == 0 && space == heap.SpaceROM {
			continue
		}
		x.h.Walk(space, func(ref uint32) bool {
			if x.h.Kind(ref) != heap.KTemplate {
				return true
			}
			t := template{ref: ref}
			t.name, t.file, t.line = x.m.NameOf(ref)
			own := ""
			if n := x.h.U32(ref + heap.TmplName); n != 0 {
				own = x.h.GoString(n)
			}
			if len(names) == 0 {
				if t.file == file && x.feedback(ref) != 0 {
					list = append(list, t)
				}
				return true
			}
			for _, name := range names {
				if name == t.name || name == own {
					list = append(list, t)
					break
				}
			}
			return true
		})
	}
	return list
}

func (x *inspector) feedback(t uint32) uint32 { return x.h.U32(x.h.FeedbackSlot(t)) }

// function is the function of a template, as far as a listing shows it.
func (x *inspector) function(t *template) *bytecode.Function {
	h := x.h
	f := &bytecode.Function{
		Name: t.name, HasName: true, Flags: h.U32(t.ref + heap.TmplFlags),
		Regs: int(h.U16(t.ref + heap.TmplRegs)), Params: int(h.U16(t.ref + heap.TmplParams)),
		Length: int(h.U16(t.ref + heap.TmplLength)), Sites: int(h.U16(t.ref + heap.TmplSites)),
		Start: h.U32(t.ref + heap.TmplStart), End: h.U32(t.ref + heap.TmplEnd),
	}
	for i := uint32(0); i < h.U32(t.ref+heap.TmplConsts); i++ {
		f.Consts = append(f.Consts, x.constant(h.Val(t.ref+heap.TmplData+8*i)))
	}
	code := h.TemplateCode(t.ref)
	for i := uint32(0); i < h.U32(t.ref+heap.TmplWords); i++ {
		f.Code = append(f.Code, h.U64(code+8*i))
	}
	if table := h.U32(t.ref + heap.TmplHandlers); table != 0 {
		for e, end := table+heap.OffData, table+heap.OffData+h.U32(table+heap.OffLength); e < end; e += 16 {
			f.Handlers = append(f.Handlers, bytecode.Handler{Start: h.U32(e), End: h.U32(e + 4), Target: h.U32(e + 8), Reg: h.U32(e + 12)})
		}
	}
	return f
}

func (x *inspector) constant(v heap.Value) bytecode.Const {
	switch {
	case v.IsNumber():
		return bytecode.Number(v.Num())
	case v.IsString():
		return bytecode.String(x.h.GoString(v.Ref()))
	case v.IsCell() && x.h.Kind(v.Ref()) == heap.KTemplate:
		name := ""
		if n := x.h.U32(v.Ref() + heap.TmplName); n != 0 {
			name = x.h.GoString(n)
		}
		return &bytecode.Function{Name: name, HasName: true}
	case v.Tag() == heap.TagSpecial:
		return bytecode.Special(v.Ref())
	case v.IsBigInt():
		return &bytecode.BigInt{Digits: x.h.Digits(v.Ref())}
	}
	return &bytecode.TemplateSite{}
}

var typeBits = []struct {
	bit  uint8
	name string
}{{heap.FbDouble, "double"}, {heap.FbString, "string"}, {heap.FbBigInt, "bigint"}, {heap.FbObject, "object"}, {heap.FbOther, "other"}, {heap.FbOver, "overflow"}}

// caches writes what the interpreter has learnt about a function: each
// instruction with an inline cache or with operand types beyond int32.
func (x *inspector) caches(w io.Writer, t *template) {
	h, fb := x.h, x.feedback(t.ref)
	if fb == 0 {
		fmt.Fprintln(w, "  no feedback: it has not run")
		return
	}
	fmt.Fprintf(w, "  heat %d\n", h.U32(fb+heap.FbHot))
	f := x.function(t)
	types := fb + h.U32(fb+heap.FbTypeRel) + (h.TemplateCode(t.ref)-t.ref)>>3
	for pc := uint32(0); ; {
		in, ok := bytecode.Decode(f.Code, pc)
		if !ok {
			return
		}
		var notes []string
		for _, o := range in.Operands() {
			if o.Type != bytecode.Site {
				continue
			}
			at := fb + heap.FbEntries + heap.IcSize*uint32(in.Value(o))
			note := x.site(at)
			if shape := h.U32(at + heap.IcShape); in.Op == bytecode.OpNew && shape >= 16 && h.Kind(shape) == heap.KShape {
				note = "makes " + x.shape(shape)
			}
			notes = append(notes, note)
		}
		seen := h.U8(types + pc)
		for _, b := range typeBits {
			if seen&b.bit != 0 {
				notes = append(notes, b.name)
			}
		}
		if notes != nil {
			at := x.m.Position(t.ref, pc)
			fmt.Fprintf(w, "  %4d  %-40s ; line %d: %s\n", pc, bytecode.Format(f, &in), at.Line, strings.Join(notes, ", "))
		}
		pc = in.Next
	}
}

var primitiveShapes = map[uint32]string{heap.IcString: "string", heap.IcNumber: "number", heap.IcBoolean: "boolean", heap.IcSymbol: "symbol", heap.IcBigInt: "bigint"}

// site is the content of the inline-cache entry at e.
func (x *inspector) site(e uint32) string {
	h := x.h
	shape, data, ref := h.U32(e+heap.IcShape), h.U32(e+heap.IcData), h.U32(e+heap.IcRef)
	switch {
	case shape == heap.IcEmpty && ref != 0:
		return "calls " + x.cell(ref)
	case shape == heap.IcEmpty && h.U32(e+heap.IcEpoch) != 0:
		return "calls several built-in functions"
	case shape == heap.IcEmpty && data == 0:
		return "empty"
	case shape == heap.IcEmpty:
		return fmt.Sprintf("elements of typed arrays %#x", data)
	case shape == heap.IcMega:
		return "megamorphic"
	case shape == heap.IcPoly:
		var each []string
		if ref != 0 && h.Kind(ref) == heap.KFeedback {
			for i := uint32(0); i < h.U32(ref+heap.FbSites); i++ {
				if s := ref + heap.FbEntries + heap.IcSize*i; h.U32(s+heap.IcShape) != heap.IcEmpty {
					each = append(each, x.site(s))
				}
			}
		}
		return "polymorphic [" + strings.Join(each, "; ") + "]"
	case shape < 16 && primitiveShapes[shape] == "":
		return fmt.Sprintf("state %d", shape)
	case shape >= 16 && h.Kind(shape) == heap.KTemplate:
		name, file, line := x.m.NameOf(shape)
		one := ""
		if ref == 0 {
			one = ", several closures"
		}
		return fmt.Sprintf("calls %s %s:%d%s", name, file, line, one)
	}
	text := primitiveShapes[shape]
	if shape >= 16 {
		text = x.shape(shape)
	}
	return text + " -> " + x.where(data, ref)
}

// where tells where the property of an entry is.
func (x *inspector) where(data, ref uint32) string {
	off := data &^ 7
	switch data & 7 {
	case heap.IcOwn:
		return fmt.Sprintf("own +%d", off)
	case heap.IcOwnSlots:
		return fmt.Sprintf("own slots +%d", off)
	case heap.IcProto:
		return fmt.Sprintf("%s +%d", x.cell(ref), off)
	case heap.IcProtoSlots:
		return fmt.Sprintf("%s slots +%d", x.cell(ref), off)
	case heap.IcAbsent:
		return "absent"
	case heap.IcAdd, heap.IcAddSlots:
		return fmt.Sprintf("add +%d, then %s", off, x.shape(ref))
	}
	switch data >> 3 & 31 {
	case heap.IcCall:
		return "accessor " + x.cell(ref)
	case heap.IcLexical:
		return "lexical binding"
	case heap.IcArrayLength, heap.IcStringLen:
		return "length"
	case heap.IcOwnAcc, heap.IcOwnAccSlots:
		return "own accessor"
	}
	return fmt.Sprintf("special %d", data>>3&31)
}

// cell names a holder or a function.
func (x *inspector) cell(ref uint32) string {
	if ref == 0 {
		return "?"
	}
	where := "RAM"
	if ref < x.h.Firn() {
		where = "ROM"
	}
	kind := heap.KindName(x.h.Kind(ref))
	if x.h.Kind(ref) == heap.KFunction {
		name, _, _ := x.m.NameOf(x.h.Word(ref))
		kind += " " + name
	}
	return fmt.Sprintf("%s %#x (%s)", where, ref, kind)
}

// shape is a shape as its kind and its properties.
func (x *inspector) shape(s uint32) string {
	h := x.h
	var keys []string
	n := h.U32(s + heap.ShapeCount)
	for i := uint32(0); i < n && i < 8; i++ {
		k := h.Val(h.U32(s+heap.ShapeDescs) + heap.DescEntries + heap.DescSize*i)
		switch {
		case k.IsString():
			keys = append(keys, h.GoString(k.Ref()))
		case k.IsSymbol():
			keys = append(keys, "symbol")
		}
	}
	if n > 8 {
		keys = append(keys, "…")
	}
	text := fmt.Sprintf("%s {%s} @%#x", heap.KindName(h.ShapeKind(s)), strings.Join(keys, " "), s)
	if h.ShapeFlagsOf(s)&heap.SDictionary != 0 {
		text += " dictionary"
	}
	return text
}
