//go:build linux && amd64 && !firn_nojit

package amd64_test

import (
	"fmt"
	"math/rand"
	"testing"

	"firn/heap"
	"firn/ir/ssa"
)

// manyObjects are objects of all kinds of shapes, some on the chains of others.
func manyObjects(h *heap.Heap, keys []heap.Value) []uint32 {
	h.InitObjects()
	root := h.NewObject(0, 2)
	h.SetRoot(heap.RootObjectProto, heap.Object(root))
	rnd := rand.New(rand.NewSource(1))
	list := []uint32{root}
	var p heap.Prop
	for i := 0; i < 120; i++ {
		proto := uint32(0)
		if i%3 != 0 {
			proto = list[rnd.Intn(len(list))]
		}
		o := h.NewObject(proto, uint32(rnd.Intn(4)))
		if i%11 == 0 {
			o = h.NewArray(3)
		}
		list = append(list, o)
		n := []int{0, 1, 2, 3, 4, 6, 9, 12, 30}[rnd.Intn(9)]
		p.Dynamic = i%17 == 0
		for j := 0; j < n; j++ {
			k := keys[rnd.Intn(len(keys))]
			d := heap.Desc{Value: heap.Int(int32(100*i + j)), Getter: heap.Undefined, Setter: heap.Undefined, Attrs: heap.WEC, Has: heap.HasValue | heap.WEC}
			switch rnd.Intn(12) {
			case 0:
				d.Attrs = heap.Enumerable
			case 1:
				d.Attrs = heap.WC
			case 2:
				d = heap.Desc{Value: heap.Undefined, Getter: heap.Object(root), Setter: heap.Undefined, Attrs: heap.Enumerable | heap.Configurable, Has: heap.HasGet | heap.Enumerable | heap.Configurable}
			}
			h.DefineOwn(o, k, &d)
		}
		switch rnd.Intn(8) {
		case 0:
			h.Delete(o, keys[rnd.Intn(len(keys))])
		case 1:
			h.PreventExtensions(o)
		case 2:
			for _, k := range keys {
				h.Delete(o, k) // it becomes a dictionary
			}
			h.CreateDataProperty(o, keys[1], heap.Int(5), &p)
		}
	}
	return list
}

func manyKeys(h *heap.Heap) (list []heap.Value) {
	h.InitStrings()
	for i := 0; i < 40; i++ {
		list = append(list, heap.String(h.InternStr(fmt.Sprintf("key%d", i))))
	}
	for _, s := range []string{"12345678", "x123456789", "0123456789abcdef", "0123456789abcdeg", "k", "kk", "keyé"} {
		list = append(list, heap.String(h.InternStr(s)))
	}
	for i := 0; i < 4; i++ {
		list = append(list, heap.Symbol(h.NewSymbol(h.InternStr("s"), 0)))
	}
	return list
}

// TestKeyed compares KeyFind, KeyGet and KeySet with the heap's own operations.
func TestKeyed(t *testing.T) {
	r := newRunner(t)
	h := r.h
	keys := manyKeys(h)
	objects := manyObjects(h, keys)
	r.cfg.Length = h.Root(heap.RootAtomLength).Ref()
	r.link(ssa.StubIntern)
	odd := []heap.Value{heap.String(h.NewStr("longer than 16 units")), heap.String(h.NewStr("€")), heap.Int(1), heap.Double(0.5), heap.Undefined, h.Root(heap.RootAtomLength), heap.String(h.InternStr("7")), heap.Object(objects[1])}
	all := append(append([]heap.Value(nil), keys...), odd...)
	var p heap.Prop
	for own := int64(0); own < 2; own++ {
		g, params := newGraph(2)
		v := g.aux(ssa.OpKeyFind, own, g.unbox(params[0], ssa.Ref), params[1])
		v.Mem = ssa.MemKeyed
		r.compile(g.ret(v))
		find := func(o uint32, k heap.Value) int32 {
			got, _ := r.run(heap.Object(o), k)
			if k.IsString() && k != h.Root(heap.RootAtomLength) {
				// Another string of the same units, with and without its hash.
				s := h.FromView(h.View(k.Ref()))
				for i := 0; i < 2; i++ {
					if also, _ := r.run(heap.Object(o), heap.String(s)); also != got {
						t.Errorf("%q: %s, the atom %s", h.GoString(s), show(also), show(got))
					}
				}
				if x := h.U32(s + heap.OffStrHash); x != 0 && x != h.Hash(k.Ref()) {
					t.Errorf("%q: hash %#x, want %#x", h.GoString(s), x, h.Hash(k.Ref()))
				}
			}
			return got.Int32()
		}
		decided := 0
		for _, o := range objects {
			for i, k := range all {
				got := find(o, k)
				if i >= len(keys) {
					if got != 1 && !(k == h.Root(heap.RootAtomLength) && got == 0 && !h.GetOwn(o, k, &p)) {
						t.Errorf("key %s: %d, not undecided", show(k), got)
					}
					continue
				}
				found := h.Lookup(o, k, &p) != heap.LookupAbsent
				if own == 1 {
					found = h.GetOwn(o, k, &p)
				}
				if got != 1 {
					decided++
					if found != (got != 0) {
						t.Errorf("own %d, key %s of %#x: %d, want %v", own, show(k), o, got, found)
					}
				}
			}
		}
		if decided < len(objects)*len(keys)*8/10 {
			t.Errorf("%d of %d look-ups were decided", decided, len(objects)*len(keys))
		}
		g, params = newGraph(2)
		v = g.aux(ssa.OpKeyGet, own, g.unbox(params[0], ssa.Ref), params[1])
		v.Mem = ssa.MemKeyed
		r.compile(g.ret(v))
		for _, o := range objects {
			for _, k := range all {
				got, _ := r.run(heap.Object(o), k)
				if got == heap.Empty {
					continue
				}
				code := h.Lookup(o, k, &p)
				if own == 1 && p.Holder != o {
					t.Errorf("key %s of %#x: %s, which is no own one", show(k), o, show(got))
				}
				if code == heap.LookupAccessor || got != p.Value {
					t.Errorf("own %d, key %s of %#x: %s, want %s", own, show(k), o, show(got), show(p.Value))
				}
			}
		}
	}
	r.link(ssa.StubDictAdd)
	g, params := newGraph(2)
	v := g.aux(ssa.OpKeyFind, 2, g.unbox(params[0], ssa.Ref), params[1])
	v.Mem = ssa.MemKeyed
	r.compile(g.ret(v))
	for _, o := range objects {
		for _, k := range all {
			got, _ := r.run(heap.Object(o), k)
			want := int32(0)
			if k.IsString() || k.IsSymbol() {
				if h.GetOwn(o, k, &p) {
					want = 2 + int32(p.Attrs)
				}
			}
			if got.Int32() != 1 && got.Int32() != want {
				t.Errorf("attributes of key %s of %#x: %s, want %d", show(k), o, show(got), want)
			}
		}
	}
	g, params = newGraph(1)
	v = g.aux(ssa.OpKeyAtom, 0, params[0])
	v.Mem = ssa.MemKeyed
	r.compile(g.ret(v))
	for i, k := range all {
		want := k
		if i >= len(keys) && k != h.Root(heap.RootAtomLength) || k.IsString() && h.StrLen(k.Ref()) <= 10 && h.At(k.Ref(), 0)-'0' < 10 {
			want = heap.Empty
		}
		if got, _ := r.run(k); got != want {
			t.Errorf("the key of %s: %s", show(k), show(got))
		}
		if k.IsString() && want != heap.Empty {
			if got, _ := r.run(heap.String(h.FromView(h.View(k.Ref())))); got != k && got != heap.Empty {
				t.Errorf("the key of a string like %s: %s", show(k), show(got))
			}
		}
	}
	for define := int64(0); define < 2; define++ {
		g, params := newGraph(3)
		v := g.aux(ssa.OpKeySet, define, g.unbox(params[0], ssa.Ref), params[1], params[2])
		v.Mem = ssa.MemKeyed
		r.compile(g.ret(v))
		done, added := 0, 0
		for i := 0; i < 4000; i++ {
			rnd := rand.New(rand.NewSource(int64(i)))
			o, k := objects[rnd.Intn(len(objects))], all[rnd.Intn(len(all))]
			if i&1 == 0 {
				// A new object, which may get what others have got.
				o = h.NewObject(0, uint32(rnd.Intn(2)))
				for j := rnd.Intn(6); j > 0; j-- {
					p.Dynamic = true
					h.CreateDataProperty(o, keys[j], heap.Null, &p)
				}
				k = keys[rnd.Intn(9)]
			}
			before, shape := h.GetOwn(o, k, &p), h.Shape(o)
			attrs := p.Attrs
			value := heap.Int(int32(i))
			got, _ := r.run(heap.Object(o), k, value)
			h.NurTop, _ = r.stack.Nursery()
			if got == heap.False {
				if h.Shape(o) != shape {
					t.Fatal("refused, but changed")
				}
				// The driver does it, and makes the transition.
				p.Dynamic = true
				if define == 0 {
					h.Set(o, k, value, heap.Object(o), &p)
				} else if k.IsString() && h.Flags(k.Ref())&heap.FAtom != 0 {
					h.CreateDataProperty(o, k, value, &p)
				}
				continue
			}
			done++
			if !before {
				added++
				attrs = heap.WEC
			}
			if !h.GetOwn(o, k, &p) || p.Value != value || p.Attrs != attrs || !before && h.ShapeFlagsOf(h.Shape(o))&heap.SNonExtensible != 0 ||
				attrs&heap.Writable == 0 || define == 1 && attrs != heap.WEC {
				t.Errorf("define %d, key %s of %#x: %s %#x, it was there: %v", define, show(k), o, show(p.Value), p.Attrs, before)
			}
		}
		if done < 1500 || added < 200 {
			t.Errorf("define %d: %d writes, %d additions", define, done, added)
		}
	}
	if err := h.Verify(); err != nil {
		t.Error(err)
	}
}

// TestKeyIntern looks for keys that are no atoms: most become some, at their places
// in the table, and indices do not.
func TestKeyIntern(t *testing.T) {
	r := newRunner(t)
	h := r.h
	keys := manyKeys(h)
	objects := manyObjects(h, keys)
	r.cfg.Length = h.Root(heap.RootAtomLength).Ref()
	r.link(ssa.StubIntern)
	g, params := newGraph(2)
	v := g.aux(ssa.OpKeyFind, 0, g.unbox(params[0], ssa.Ref), params[1])
	v.Mem = ssa.MemKeyed
	r.compile(g.ret(v))
	atoms := 0
	for i := 0; i < 700; i++ {
		text := fmt.Sprintf("%cfresh%07d", 'a'+i%26, i*7919)[:3+i%11]
		if i%9 == 0 {
			text = fmt.Sprint(i)
		}
		s := h.NewStr(text)
		table := h.Root(heap.RootAtoms).Ref()
		used := h.U32(table + heap.AtomsUsed)
		r.run(heap.Object(objects[1]), heap.String(s))
		if h.Flags(s)&heap.FAtom != 0 {
			atoms++
			if i%9 == 0 || h.U32(table+heap.AtomsUsed) != used+1 {
				t.Errorf("%q is an atom; %d in use before, %d now", text, used, h.U32(table+heap.AtomsUsed))
			}
		} else if h.U32(table+heap.AtomsUsed) != used {
			t.Errorf("%q: %d in use before, %d now", text, used, h.U32(table+heap.AtomsUsed))
		}
		if a := h.InternStr(text); h.Flags(s)&heap.FAtom != 0 && a != s {
			t.Errorf("%q: the atom is %#x, not %#x", text, a, s)
		}
	}
	if atoms < 200 {
		t.Errorf("%d strings became atoms", atoms)
	}
	if err := h.Verify(); err != nil {
		t.Error(err)
	}
}

// TestStubForIn compares the stub with heap.ForInKeys, and what is charged.
func TestStubForIn(t *testing.T) {
	r := newRunner(t)
	h := r.h
	objects := manyObjects(h, manyKeys(h))
	end := h.Root(heap.RootObjectProto).Ref()
	r.stub(ssa.StubForIn, ssa.Ref, ssa.Ref)
	listed := 0
	for _, o := range objects {
		got, exit := r.run(heap.Object(o), heap.Object(end))
		h.NurTop, _ = r.stack.Nursery()
		used := uint64(1<<40 - r.stack.Fuel())
		if exit != nil {
			t.Fatal("an exit")
		}
		if got == heap.Object(0) {
			if used != 0 {
				t.Errorf("%d units for nothing", used)
			}
			continue
		}
		listed++
		h.WorkDone = 0
		rec, n, code := h.ForInKeys(o)
		want := h.WorkDone + uint64(n)
		if code != heap.OpDone || used != want {
			t.Errorf("%#x: %d units, want %d, code %d", o, used, want, code)
		}
		if got == heap.Object(o) {
			if n != 0 {
				t.Errorf("%#x: no keys, want %d", o, n)
			}
			continue
		}
		l := got.Ref()
		if h.Val(l+heap.ForInAt) != heap.Int(0) || h.Val(l+heap.ForInLen) != heap.Int(int32(n)) {
			t.Errorf("%#x: a list of %s keys, want %d", o, show(h.Val(l+heap.ForInLen)), n)
			continue
		}
		for i := uint32(0); i < n; i++ {
			if k := h.Val(h.Val(l+heap.ForInKeysRef).Ref() + heap.OffValues + 8*i); k != h.Val(rec+heap.OffValues+8*i) {
				t.Errorf("%#x: key %d is %s", o, i, show(k))
			}
		}
	}
	if listed < len(objects)/4 {
		t.Errorf("%d of %d objects were listed", listed, len(objects))
	}
}

// TestStubGrow compares the stub with the growth of an array by heap.ArrayPush.
func TestStubGrow(t *testing.T) {
	r := newRunner(t)
	h := r.h
	h.InitObjects()
	h.SetRoot(heap.RootArrayProto, heap.Object(h.NewObject(0, 0)))
	r.stub(ssa.StubGrow, ssa.Ref)
	a := h.NewArray(0)
	for n := uint32(0); n < 1200; n++ {
		e := h.U32(a + heap.OffElements)
		if cap := (h.U32(e) - heap.OffValues) / 8; cap == n && cap <= 1024 {
			got, _ := r.run(heap.Object(e))
			h.NurTop, _ = r.stack.Nursery()
			used := uint64(1<<40 - r.stack.Fuel())
			h.WorkDone = 0
			if !h.ArrayPush(a, heap.Int(int32(n))) {
				t.Fatal("no room")
			}
			want := h.U32(a + heap.OffElements)
			c := got.Ref()
			if used != h.WorkDone || h.U64(c) != h.U64(want) {
				t.Errorf("%d elements: %d units, want %d; header %#x, want %#x", n, used, h.WorkDone, h.U64(c), h.U64(want))
			}
			h.SetVal(c+heap.OffValues+8*n, heap.Int(int32(n)))
			for i := uint32(heap.OffValues); i < h.U32(c); i += 8 {
				if h.Val(c+i) != h.Val(want+i) {
					t.Errorf("%d elements: at %d %s, want %s", n, i, show(h.Val(c+i)), show(h.Val(want+i)))
				}
			}
			continue
		}
		if !h.ArrayPush(a, heap.Int(int32(n))) {
			t.Fatal("no room")
		}
	}
}

// TestStubHoles compares the stub with the elements of heap.NewArrayCap.
func TestStubHoles(t *testing.T) {
	r := newRunner(t)
	h := r.h
	h.InitObjects()
	h.SetRoot(heap.RootArrayProto, heap.Object(h.NewObject(0, 0)))
	r.stub(ssa.StubHoles, ssa.Int)
	for _, n := range []int32{-1 << 31, -1, 0, 1, 2, 15, 16, 1000, 1024, 1025, 1<<31 - 1} {
		got, _ := r.run(heap.Int(n))
		h.NurTop, _ = r.stack.Nursery()
		if n < 1 || n > 1024 {
			if got.Ref() != 0 || r.stack.Fuel() != 1<<40 {
				t.Errorf("%d elements: %s", n, show(got))
			}
			continue
		}
		c, want := got.Ref(), h.U32(h.NewArrayCap(uint32(n), uint32(n))+heap.OffElements)
		if used := 1<<40 - r.stack.Fuel(); used != int64(n>>4) || h.U64(c) != h.U64(want) {
			t.Errorf("%d elements: %d units; header %#x, want %#x", n, used, h.U64(c), h.U64(want))
		}
		for i := uint32(heap.OffValues); i < h.U32(c); i += 8 {
			if h.Val(c+i) != heap.Hole {
				t.Errorf("%d elements: at %d %s", n, i, show(h.Val(c+i)))
			}
		}
	}
}

// TestKeyDelete compares KeyDelete with heap.Delete.
func TestKeyDelete(t *testing.T) {
	r := newRunner(t)
	h := r.h
	keys := manyKeys(h)
	objects := manyObjects(h, keys)
	r.cfg.Length = h.Root(heap.RootAtomLength).Ref()
	r.link(ssa.StubIntern)
	g, params := newGraph(2)
	v := g.aux(ssa.OpKeyDelete, 0, g.unbox(params[0], ssa.Ref), params[1])
	v.Mem = ssa.MemKeyed
	r.compile(g.ret(v))
	rnd := rand.New(rand.NewSource(3))
	var p heap.Prop
	deleted := 0
	for i := 0; i < 4000; i++ {
		o, k := objects[rnd.Intn(len(objects))], keys[rnd.Intn(len(keys))]
		if i&1 == 0 {
			o = h.NewObject(0, uint32(rnd.Intn(3)))
			for j := rnd.Intn(6); j >= 0; j-- {
				h.CreateDataProperty(o, keys[j], heap.Null, &p)
			}
			k = keys[rnd.Intn(3)]
		}
		had, shape := h.GetOwn(o, k, &p), h.Shape(o)
		attrs := p.Attrs
		got, _ := r.run(heap.Object(o), k)
		if got == heap.False {
			if h.Shape(o) != shape {
				t.Fatal("refused, but changed")
			}
			continue
		}
		if had {
			deleted++
		}
		if h.GetOwn(o, k, &p) || had && attrs&heap.Configurable == 0 {
			t.Errorf("key %s of %#x: %v, attributes %#x", show(k), o, had, attrs)
		}
	}
	if deleted < 200 {
		t.Errorf("%d deletions", deleted)
	}
	if err := h.Verify(); err != nil {
		t.Error(err)
	}
}

// TestKeyDictionary adds to and deletes from dictionaries by KeySet and KeyDelete,
// and from twins of theirs by heap.Set and heap.Delete: they stay the same, and
// most is done natively.
func TestKeyDictionary(t *testing.T) {
	r := newRunner(t)
	h := r.h
	keys := manyKeys(h)
	manyObjects(h, keys)
	for i := 0; i < 400; i++ {
		keys = append(keys, heap.String(h.InternStr(fmt.Sprint("key", i))))
	}
	r.cfg.Length = h.Root(heap.RootAtomLength).Ref()
	r.link(ssa.StubIntern)
	r.link(ssa.StubDictAdd)
	graphs := [2]*graph{}
	for i := range graphs {
		g, params := newGraph(3)
		obj := g.unbox(params[0], ssa.Ref)
		var v *ssa.Value
		if i == 0 {
			v = g.aux(ssa.OpKeySet, 0, obj, params[1], params[2])
		} else {
			v = g.aux(ssa.OpKeyDelete, 0, obj, params[1])
		}
		v.Mem = ssa.MemKeyed
		graphs[i] = g
		g.ret(v)
	}
	rnd := rand.New(rand.NewSource(5))
	var p heap.Prop
	var twins [2]uint32
	done, all := 0, 0
	check := func(what string) {
		a, b := twins[0], twins[1]
		s, u := h.Shape(a), h.Shape(b)
		d, e := h.U32(s+heap.ShapeDescs), h.U32(u+heap.ShapeDescs)
		if h.U64(s+heap.ShapeCount) != h.U64(u+heap.ShapeCount) || h.U32(s+heap.DictDeleted) != h.U32(u+heap.DictDeleted) || h.U64(d) != h.U64(e) || h.U32(d+heap.DescUsed) != h.U32(e+heap.DescUsed) {
			t.Fatalf("%s: the shapes differ", what)
		}
		for i := uint32(heap.DescEntries); i < h.U32(d); i += 8 {
			if h.U64(d+i) != h.U64(e+i) {
				t.Fatalf("%s: entry %d is %#x, want %#x", what, i/heap.DescSize-1, h.U64(d+i), h.U64(e+i))
			}
		}
		x, y := h.U32(d+heap.DescIndex), h.U32(e+heap.DescIndex)
		if (x == 0) != (y == 0) || x != 0 && h.U64(x) != h.U64(y) {
			t.Fatalf("%s: the indices differ", what)
		}
		for i := uint32(heap.IndexEntries); x != 0 && i < h.U32(x); i += 4 {
			if h.U32(x+i) != h.U32(y+i) {
				t.Fatalf("%s: an index has %d, want %d", what, h.U32(x+i), h.U32(y+i))
			}
		}
		for _, k := range keys {
			q := p
			if has := h.GetOwn(a, k, &p); has != h.GetOwn(b, k, &q) || has && (p.Value != q.Value || p.Attrs != q.Attrs) {
				t.Fatalf("%s: key %s: %s, want %s", what, show(k), show(p.Value), show(q.Value))
			}
		}
	}
	for round := 0; round < 12; round++ {
		for i := range twins {
			o := h.NewObject(0, uint32(round%3))
			for j := 0; j < 3+round%10; j++ {
				h.CreateDataProperty(o, keys[len(keys)-1-j], heap.Null, &p)
			}
			h.Delete(o, keys[len(keys)-1])
			twins[i] = o
		}
		for i := 0; i < 300; i++ {
			k, v, del := keys[rnd.Intn(len(keys))], heap.Int(int32(i)), 0
			if i%30 >= 20 {
				del = 1
			}
			if i%30 == 0 || i%30 == 20 {
				r.compile(graphs[del].Func)
			}
			got, _ := r.run(heap.Object(twins[0]), k, v)
			h.NurTop, _ = r.stack.Nursery()
			all++
			for j, o := range twins {
				switch {
				case j == 0 && got == heap.True:
					done++
				case del == 1:
					h.Delete(o, k)
				default:
					p.Dynamic = true
					h.Set(o, k, v, heap.Object(o), &p)
				}
			}
			check(fmt.Sprintf("round %d, step %d, key %s", round, i, show(k)))
		}
	}
	if done < all*3/4 {
		t.Errorf("%d of %d", done, all)
	}
	if err := h.Verify(); err != nil {
		t.Error(err)
	}
}
