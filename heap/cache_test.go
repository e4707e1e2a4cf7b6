package heap

import "testing"

// newSites makes the feedback cell and the functions that the model test uses.
func (x *modelRun) newSites() {
	h := x.h
	n := 2 * uint32(len(x.pool))
	fb := h.AllocZero(KFeedback, FbEntries+IcSize*n)
	h.SetU32(fb+FbSites, n)
	x.fb = h.NewHandle(CellRef(fb))
	for i := range x.funs {
		x.funs[i] = h.NewHandle(Object(h.NewKind(KNative, 0)))
	}
}

// entry is the valid entry of a site for a shape, as the interpreter finds it.
func (x *modelRun) entry(site, shape uint32, key Value, write bool) uint32 {
	h := x.h
	at := uint32(0)
	switch h.U32(site + IcShape) {
	case shape:
		at = site
	case IcPoly:
		cell := h.U32(site + IcRef)
		for e, end := cell+FbEntries, cell+h.Size(cell); e < end; e += IcSize {
			if h.U32(e+IcShape) == shape {
				at = e
			}
		}
	case IcMega:
		if write {
			at = h.MegaFindSet(shape, key)
		} else {
			at = h.MegaFind(shape, key)
		}
	}
	if at != 0 {
		if epoch := h.U32(at + IcEpoch); epoch != 0 && epoch != h.ProtoEpoch {
			return 0
		}
		x.hits++
	}
	return at
}

// cachedGet is Lookup through a site; what the cache says must be what Lookup
// finds.
func (x *modelRun) cachedGet(k string, obj uint32, key Value, p *Prop) uint32 {
	h := x.h
	site := x.site(k, false)
	at := x.entry(site, h.Shape(obj), key, false)
	code := h.Lookup(obj, key, p)
	if at == 0 {
		h.CacheGet(site, Object(obj), key, p)
		return code
	}
	data, ref := h.U32(at+IcData), h.U32(at+IcRef)
	value, getter := Undefined, Undefined
	off := data &^ 7
	switch data & 7 {
	case IcOwn:
		value = h.Val(obj + off)
	case IcOwnSlots:
		value = h.Val(h.U32(obj+OffSlots) + off)
	case IcProto:
		value = h.Val(ref + off)
	case IcProtoSlots:
		value = h.Val(h.U32(ref+OffSlots) + off)
	case IcAbsent:
	case IcSpecial:
		off = data >> IcOffsetShift
		switch data >> 3 & 31 {
		case IcCall:
			getter = Object(ref)
		case IcArrayLength:
			value = Uint32(h.Word(obj))
		case IcOwnAcc:
			getter = h.Val(h.Val(obj+off).Ref() + OffGetter)
		case IcOwnAccSlots:
			getter = h.Val(h.Val(h.U32(obj+OffSlots)+off).Ref() + OffGetter)
		default:
			x.t.Fatalf("entry %#x", data)
		}
	default:
		x.t.Fatalf("entry %#x", data)
	}
	wantGetter := Undefined
	if code == LookupAccessor {
		wantGetter = p.Getter
	}
	if value != p.Value || getter != wantGetter {
		x.t.Fatalf("cached %q: value %x getter %x, want %x %x (entry %#x)", k, value, getter, p.Value, wantGetter, data)
	}
	return code
}

// cachedSet is Set through a site.
func (x *modelRun) cachedSet(k string, obj uint32, key, v Value, p *Prop) uint32 {
	h := x.h
	site := x.site(k, true)
	before := h.Shape(obj)
	at := x.entry(site, before, key, true)
	if at == 0 {
		code := h.Set(obj, key, v, Object(obj), p)
		h.CacheSet(site, Object(obj), key, code, before, p)
		return code
	}
	data, ref := h.U32(at+IcData), h.U32(at+IcRef)
	off := data &^ 7
	switch data & 7 {
	case IcOwn:
		h.Store(obj+off, v)
	case IcOwnSlots:
		h.Store(h.U32(obj+OffSlots)+off, v)
	case IcAdd:
		h.Store(obj+off, v)
		h.StoreRef(obj+OffShape, ref)
	case IcAddSlots:
		slots := h.U32(obj + OffSlots)
		if off > h.Size(slots) || off == h.Size(slots) && SlotCapacity((off-OffValues)/8) != (off-OffValues)/8 {
			x.t.Fatalf("cached add of %q beyond the slots", k)
		}
		if off == h.Size(slots) {
			return h.Set(obj, key, v, Object(obj), p) // they are full: as users of the entry do
		}
		h.Store(slots+off, v)
		h.StoreRef(obj+OffShape, ref)
	case IcSpecial:
		off = data >> IcOffsetShift
		switch data >> 3 & 31 {
		case IcCall:
			p.Setter = Object(ref)
		case IcOwnAcc:
			p.Setter = h.Val(h.Val(obj+off).Ref() + OffSetter)
		case IcOwnAccSlots:
			p.Setter = h.Val(h.Val(h.U32(obj+OffSlots)+off).Ref() + OffSetter)
		default:
			x.t.Fatalf("entry %#x", data)
		}
		if p.Setter == Undefined {
			return RejNoSetter
		}
		return OpSetter
	default:
		x.t.Fatalf("entry %#x", data)
	}
	return OpDone
}

// siteHeap is a heap with one feedback cell of n sites.
func siteHeap(t testing.TB, n uint32) (h *Heap, site uint32) {
	h = objectHeap(t)
	fb := h.AllocZero(KFeedback, FbEntries+IcSize*n)
	h.SetU32(fb+FbSites, n)
	return h, fb + FbEntries
}

func TestCacheStates(t *testing.T) {
	h, site := siteHeap(t, 1)
	key := h.key("x")
	var p Prop
	lookup := func(o uint32) {
		h.Lookup(o, key, &p)
		h.CacheGet(site, Object(o), key, &p)
	}
	var objs []uint32
	for i := 0; i < 6; i++ {
		o := h.plain()
		h.put(t, o, "p"+itoa(uint32(i)), True)
		h.put(t, o, "x", Int(int32(i)))
		objs = append(objs, o)
	}
	lookup(objs[0])
	if h.U32(site+IcShape) != h.Shape(objs[0]) || h.U32(site+IcData)&7 != IcOwn {
		t.Fatalf("not monomorphic: %#x", h.U32(site+IcShape))
	}
	lookup(objs[1])
	if h.U32(site+IcShape) != IcPoly {
		t.Fatal("not polymorphic")
	}
	for _, o := range objs {
		lookup(o)
	}
	if h.U32(site+IcShape) != IcMega {
		t.Fatal("not megamorphic")
	}
	lookup(objs[5])
	if h.MegaFind(h.Shape(objs[5]), key) == 0 || h.MegaFind(h.Shape(objs[5]), h.key("y")) != 0 {
		t.Error("megamorphic cache")
	}
	h.SetRoot(100, Object(objs[5]))
	h.Collect(false)
	if h.MegaFind(h.Shape(h.Root(100).Ref()), h.key("x")) != 0 {
		t.Error("the megamorphic cache survived a collection")
	}
}

func TestCacheEpoch(t *testing.T) {
	h, site := siteHeap(t, 2)
	proto := h.plain()
	o := h.NewObject(proto, 2)
	key := h.key("m")
	var p Prop
	h.Lookup(o, key, &p)
	h.CacheGet(site, Object(o), key, &p)
	if h.U32(site+IcData)&7 != IcAbsent || h.U32(site+IcEpoch) != h.ProtoEpoch {
		t.Fatal("absence not cached")
	}
	epoch := h.ProtoEpoch
	h.put(t, o, "own", True)
	if h.ProtoEpoch != epoch {
		t.Error("a change of an ordinary object moved the epoch")
	}
	h.put(t, proto, "m", True)
	if h.ProtoEpoch == epoch {
		t.Error("a new property of a prototype did not move the epoch")
	}
	epoch = h.ProtoEpoch
	h.put(t, proto, "m", False)
	if h.ProtoEpoch != epoch {
		t.Error("a plain store moved the epoch")
	}
	for name, change := range map[string]func(){
		"attributes": func() { d := Desc{Attrs: 0, Has: Enumerable}; h.DefineOwn(proto, key, &d) },
		"element":    func() { h.put(t, proto, "3", True) },
		"no element": func() { h.Delete(proto, Int(3)) },
		"delete":     func() { h.Delete(proto, key) },
		"prototype":  func() { h.SetPrototypeOf(proto, h.plain()) },
		"freeze":     func() { h.SetIntegrity(proto, Frozen) },
	} {
		if name == "delete" || name == "freeze" || name == "no element" {
			continue // after the others
		}
		epoch = h.ProtoEpoch
		change()
		if h.ProtoEpoch == epoch {
			t.Errorf("%s: the epoch did not move", name)
		}
	}
	for i, change := range []func(){
		func() { h.Delete(proto, Int(3)) },
		func() { h.Delete(proto, key) },
		func() { h.SetIntegrity(proto, Frozen) },
	} {
		epoch = h.ProtoEpoch
		change()
		if h.ProtoEpoch == epoch {
			t.Errorf("change %d: the epoch did not move", i)
		}
	}
	h.ProtoEpoch = epochEnd
	h.bumpEpoch()
	h.Lookup(o, key, &p)
	h.SetU64(site, 0)
	h.CacheGet(site, Object(o), key, &p)
	if h.ProtoEpoch != epochEnd || h.U32(site+IcShape) != IcEmpty {
		t.Error("the epoch came round")
	}
}

func TestCacheDictionaryShapeDies(t *testing.T) {
	h, site := siteHeap(t, 1)
	o := h.plain()
	h.put(t, o, "x", Int(1))
	h.toDictionary(o)
	key := h.key("x")
	var p Prop
	for i := 0; i < 50; i++ {
		h.put(t, o, "k"+itoa(uint32(i)), True)
		h.Lookup(o, key, &p)
		h.CacheGet(site, Object(o), key, &p)
		if h.U32(site+IcShape) != h.Shape(o) {
			t.Fatalf("round %d: the site is in state %#x", i, h.U32(site+IcShape))
		}
	}
	s := h.Shape(o)
	h.put(t, o, "x", Int(2))
	if h.Shape(o) != s {
		t.Error("a plain store replaced the shape")
	}
}

func BenchmarkLookupShape(b *testing.B) {
	h := objectHeap(b)
	o := h.plain()
	for i := 0; i < 6; i++ {
		h.put(b, o, "p"+itoa(uint32(i)), Int(1))
	}
	key := h.key("p3")
	var p Prop
	for i := 0; i < b.N; i++ {
		h.Lookup(o, key, &p)
	}
}

func BenchmarkLookupDictionary(b *testing.B) {
	h := objectHeap(b)
	o := h.plain()
	var keys []Value
	for i := 0; i < 1024; i++ {
		k := "p" + itoa(uint32(i))
		h.put(b, o, k, Int(1))
		keys = append(keys, h.key(k))
	}
	var p Prop
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		h.Lookup(o, keys[i&1023], &p)
	}
}

func BenchmarkMegaFind(b *testing.B) {
	h := objectHeap(b)
	o := h.plain()
	h.put(b, o, "x", True)
	key := h.key("x")
	var p Prop
	h.Lookup(o, key, &p)
	h.MegaGet(Object(o), key, &p)
	n := uint32(0)
	for i := 0; i < b.N; i++ {
		n += h.MegaFind(h.Shape(o), key)
	}
	if n == 0 {
		b.Fatal("not found")
	}
}

func BenchmarkSetAdd(b *testing.B) {
	h := objectHeap(b)
	kx, ky := h.key("x"), h.key("y")
	op := h.rootObject(RootObjectProto)
	shape := h.RootShape(op, KObject, 2)
	var p Prop
	for i := 0; i < b.N; i++ {
		if h.WantGC {
			h.SetRoot(100, CellRef(shape))
			h.Collect(false)
			shape = h.Root(100).Ref()
			kx, ky = h.key("x"), h.key("y")
		}
		o := h.NewObjectShape(shape)
		h.Set(o, kx, True, Object(o), &p)
		h.Set(o, ky, True, Object(o), &p)
	}
}

// A definition ignores what the prototype has; its cached transition must not
// serve an assignment.
func TestCacheDefineIsNotSet(t *testing.T) {
	h, site := siteHeap(t, 2)
	proto := h.plain()
	h.DefineOwn(proto, h.key("x"), &Desc{Setter: Object(h.NewKind(KNative, 0)), Has: HasSet})
	key := h.key("x")
	var p Prop
	for i := 0; i < 8; i++ {
		o := h.NewObject(proto, uint32(i))
		before := h.Shape(o)
		code := h.CreateDataProperty(o, key, True, &p)
		h.CacheSet(site, Object(o), key, code, before, &p)
		if h.MegaFindSet(before, key) != 0 {
			t.Fatal("the definition is offered to assignments")
		}
	}
	if h.U32(site+IcShape) != IcMega {
		t.Error("site is not megamorphic")
	}
	// What an earlier operation left in p is not taken for this one's.
	o := h.plain()
	h.put(t, o, "a", Int(1))
	h.put(t, o, "b", Int(2))
	h.PreventExtensions(o)
	h.Lookup(o, h.key("a"), &p)
	before := h.Shape(o)
	code := h.CreateDataProperty(o, h.key("b"), Int(3), &p)
	h.CacheSet(site+IcSize, Object(o), h.key("b"), code, before, &p)
	if code != OpDone || h.U32(site+IcSize+IcShape) != IcEmpty {
		t.Errorf("code %d, entry %#x", code, h.U32(site+IcSize+IcData))
	}
}

// TestAddCallee calls more and more functions at a site.
func TestAddCallee(t *testing.T) {
	h, site := siteHeap(t, 1)
	var templates []uint32
	for i := 0; i <= polyEntries; i++ {
		templates = append(templates, h.AllocZero(KTemplate, TmplData))
	}
	h.StoreRef(site+IcShape, templates[0])
	for i := 1; i < polyEntries; i++ {
		for _, again := range templates[1 : i+1] {
			h.AddCallee(site, again)
		}
		cell := h.U32(site + IcRef)
		if h.U32(site+IcShape) != IcPoly || h.U32(cell+FbSites) != polyEntries {
			t.Fatalf("%d callees: state %d", i+1, h.U32(site+IcShape))
		}
		for j := 0; j < polyEntries; j++ {
			want := uint32(IcEmpty)
			if j <= i {
				want = templates[j]
			}
			if got := h.U32(cell + FbEntries + IcSize*uint32(j) + IcShape); got != want {
				t.Errorf("%d callees: entry %d is %#x, want %#x", i+1, j, got, want)
			}
		}
	}
	h.AddCallee(site, templates[polyEntries])
	if h.U32(site+IcShape) != IcMega || h.U32(site+IcRef) != 0 {
		t.Errorf("too many callees: state %d", h.U32(site+IcShape))
	}
}
