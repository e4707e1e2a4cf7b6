package runtime

import (
	"sort"
	"strings"

	"firn/heap"
)

// Spent is what the cells of a ROM cost that belong to one owner.
type Spent struct {
	Owner string
	Cells int
	Bytes int
}

// ROMOwners attributes every cell of the machine's ROM to an owner, largest
// first: code to the file of the library it was compiled from, objects and what
// belongs to them alone to the intrinsic they hang on, what is left to a word
// for its kind. Cells that several need count for the one that comes first.
func (m *Machine) ROMOwners() []Spent {
	h := m.h
	w := &ownerWalk{m: m, h: h, owner: map[uint32]string{}}
	h.Walk(heap.SpaceROM, func(ref uint32) bool {
		if h.Kind(ref) == heap.KTemplate {
			w.code(ref)
		}
		return true
	})
	for i := range intrinsics {
		in := &intrinsics[i]
		if v := h.Root(in.Root); in.Kind != IsSymbol && v.IsObject() && h.IsROM(v.Ref()) {
			w.owner[v.Ref()] = "%" + in.Name + "%"
		}
	}
	for i := range intrinsics {
		in := &intrinsics[i]
		if v := h.Root(in.Root); in.Kind != IsSymbol && v.IsObject() && h.IsROM(v.Ref()) {
			w.object(v.Ref(), "%"+in.Name+"%")
		}
	}
	sums := map[string]*Spent{}
	h.Walk(heap.SpaceROM, func(ref uint32) bool {
		o := w.owner[ref]
		if o == "" {
			o = w.kindOwner(ref)
		}
		s := sums[o]
		if s == nil {
			s = &Spent{Owner: o}
			sums[o] = s
		}
		s.Cells++
		s.Bytes += int(h.Size(ref))
		return true
	})
	out := make([]Spent, 0, len(sums))
	for _, s := range sums {
		out = append(out, *s)
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].Bytes != out[j].Bytes {
			return out[i].Bytes > out[j].Bytes
		}
		return out[i].Owner < out[j].Owner
	})
	return out
}

type ownerWalk struct {
	m     *Machine
	h     *heap.Heap
	owner map[uint32]string
}

// claim gives a cell to an owner if it has none yet.
func (w *ownerWalk) claim(ref uint32, owner string) bool {
	if ref == 0 || !w.h.IsROM(ref) || w.owner[ref] != "" {
		return false
	}
	w.owner[ref] = owner
	return true
}

// code claims a template and its tables for its file.
func (w *ownerWalk) code(t uint32) {
	h := w.h
	owner := "code of customisation"
	if h.U32(t+heap.TmplFlags)&heap.TLibrary != 0 {
		owner = "code of " + libraryFileAt(int(h.U32(t+heap.TmplStart)))
	}
	w.claim(t, owner)
	w.claim(h.U32(t+heap.TmplHandlers), owner)
	w.claim(h.U32(t+heap.TmplLines), owner)
}

// object claims an object, its storage, and the functions among its own
// properties that are nobody else's.
func (w *ownerWalk) object(o uint32, owner string) {
	h := w.h
	w.claim(o, owner)
	w.claim(h.U32(o+heap.OffSlots), owner)
	w.claim(h.U32(o+heap.OffElements), owner)
	s := h.Shape(o)
	if w.claim(s, owner) || w.owner[s] == owner {
		if d := h.U32(s + heap.ShapeDescs); w.claim(d, owner) {
			w.claim(h.U32(d+heap.DescIndex), owner)
		}
	}
	for _, key := range w.m.ownKeys(o) {
		var p heap.Prop
		if !h.GetOwn(o, key, &p) {
			continue
		}
		for _, v := range []heap.Value{p.Value, p.Getter, p.Setter} {
			if v.IsObject() && h.IsCallable(v) && w.claim(v.Ref(), owner) {
				w.object(v.Ref(), owner)
			}
		}
	}
}

// kindOwner is what a cell that nobody claimed is for.
func (w *ownerWalk) kindOwner(ref uint32) string {
	switch k := w.h.Kind(ref); k {
	case heap.KStr1, heap.KStr2, heap.KAtoms, heap.KSymbol:
		return "strings and symbols"
	case heap.KShape, heap.KDescs, heap.KIndex:
		return "shared shapes"
	case heap.KFunction, heap.KNative:
		return "functions of the library's own"
	default:
		return "other " + heap.KindName(k)
	}
}

// libraryFileAt is the library's file that holds byte at of LibrarySource.
func libraryFileAt(at int) string {
	for _, name := range libraryFiles() {
		text, err := libFS.ReadFile(name)
		if err != nil {
			panic(err) // embedded
		}
		if at <= len(text) {
			return strings.TrimPrefix(name, "lib/")
		}
		at -= len(text) + 1
	}
	return "the library"
}
