package heap

import "testing"

func (h *Heap) stringObj(s string) uint32 {
	o := h.NewKind(KStringObj, h.rootObject(RootObjectProto))
	h.SetInternal(o, 0, String(h.NewLatin1([]byte(s))))
	return o
}

func TestPropertyStringObject(t *testing.T) {
	h := objectHeap(t)
	o := h.stringObj("abc")
	var p Prop
	if !h.GetOwn(o, Int(1), &p) || h.keyText(p.Value) != "b" || p.Attrs != Enumerable {
		t.Errorf("unit: %+v", p)
	}
	if !h.GetOwn(o, h.key("length"), &p) || p.Value != Int(3) || p.Attrs != 0 {
		t.Errorf("length: %+v", p)
	}
	if c := h.Set(o, Int(0), True, Object(o), &p); c != RejReadOnly {
		t.Errorf("set of a unit: %d", c)
	}
	h.put(t, o, "5", True)
	h.put(t, o, "x", True)
	if got := h.keys(o); !sameStrings(got, []string{"0", "1", "2", "5", "length", "x"}) {
		t.Errorf("keys %v", got)
	}
	if h.Delete(o, Int(2)) != RejNotConfigurable || h.Delete(o, h.key("length")) != RejNotConfigurable || h.Delete(o, Int(5)) != OpDone {
		t.Error("delete")
	}
	b := String(h.Char('b'))
	if h.DefineOwn(o, Int(1), &Desc{Value: b, Has: HasValue | WEC, Attrs: Enumerable}) != OpDone {
		t.Error("define of the same unit")
	}
	if !Rejected(h.DefineOwn(o, Int(1), &Desc{Value: True, Has: HasValue})) || !Rejected(h.DefineOwn(o, h.key("length"), &Desc{Has: Writable, Attrs: Writable})) {
		t.Error("define of another unit")
	}
	if h.SetIntegrity(o, Frozen) != OpDone || !h.TestIntegrity(o, Frozen) {
		t.Error("freeze")
	}
}

func TestPropertySetReceivers(t *testing.T) {
	h := objectHeap(t)
	var p Prop
	proto, o, other := h.plain(), h.plain(), h.plain()
	h.SetPrototypeOf(o, proto)
	setter := Object(h.NewKind(KNative, 0))
	h.DefineOwn(proto, h.key("acc"), &Desc{Setter: setter, Has: HasSet | Configurable, Attrs: Configurable})
	h.DefineOwn(proto, h.key("get"), &Desc{Getter: setter, Has: HasGet})
	h.DefineOwn(proto, h.key("ro"), &Desc{Value: Int(1), Has: HasValue})
	h.put(t, proto, "rw", Int(1))
	h.put(t, other, "rw", Int(2))
	h.DefineOwn(other, h.key("frozen"), &Desc{Value: Int(1), Has: HasValue})
	h.DefineOwn(other, h.key("own"), &Desc{Setter: setter, Has: HasSet})
	proxy := h.NewKind(KProxy, 0)
	for _, c := range []struct {
		key      string
		receiver Value
		want     uint32
	}{
		{"acc", Object(o), OpSetter}, {"acc", Int(1), OpSetter}, {"get", Object(o), RejNoSetter}, {"ro", Object(o), RejReadOnly},
		{"rw", Int(1), RejReceiver}, {"new", Undefined, RejReceiver}, {"rw", Object(other), OpDone}, {"frozen", Object(other), RejReadOnly},
		{"own", Object(other), RejAccessor}, {"new", Object(proxy), OpReceiver}, {"rw", Object(proxy), OpReceiver}, {"ro", Object(proxy), RejReadOnly},
		{"new", Object(other), OpDone},
	} {
		if got := h.Set(o, h.key(c.key), Int(9), c.receiver, &p); got != c.want {
			t.Errorf("set %q on %x: %d, want %d", c.key, c.receiver, got, c.want)
		}
	}
	if h.get(t, other, "rw") != Int(9) || h.get(t, other, "new") != Int(9) || h.get(t, o, "rw") != Int(1) || h.get(t, proto, "rw") != Int(1) {
		t.Error("values went to the wrong object")
	}
	heir := h.NewObject(proxy, 0)
	if c := h.Set(heir, h.key("x"), Int(1), Object(heir), &p); c != OpProxy || p.Holder != proxy {
		t.Errorf("proxy on the chain: %d", c)
	}
	if c := h.Lookup(heir, h.key("x"), &p); c != LookupProxy || p.Holder != proxy {
		t.Errorf("lookup through a proxy: %d", c)
	}
	if h.PreventExtensions(o); h.Set(o, h.key("more"), Int(1), Object(o), &p) != RejNotExtensible {
		t.Error("not extensible")
	}
}

func TestPropertyOverride(t *testing.T) {
	h := objectHeap(t)
	proto := h.plain()
	key := h.key("toString")
	h.DefineOwn(proto, key, &Desc{Value: Int(1), Has: HasValue})
	o := h.NewObject(proto, 2)
	var p Prop
	h.Override = true
	if c := h.Set(o, key, Int(2), Object(o), &p); c != RejReadOnly {
		t.Errorf("a prototype in RAM was overridden: %d", c)
	}
	// As if what was made before o were in ROM.
	firn := h.firn
	h.firn = o
	c := h.Set(o, key, Int(2), Object(o), &p)
	q := h.Set(proto, key, Int(2), Object(proto), &p)
	h.Delete(o, key)
	h.Override = false
	r := h.Set(o, key, Int(3), Object(o), &p)
	h.firn = firn
	if c != OpDone || q != RejReadOnly || r != RejReadOnly || h.get(t, proto, "toString") != Int(1) {
		t.Errorf("override: %d %d %d", c, q, r)
	}
}

func TestPropertyPrototypes(t *testing.T) {
	h := objectHeap(t)
	a, b, c := h.plain(), h.plain(), h.plain()
	for i, x := range []struct{ obj, proto, want uint32 }{
		{a, b, OpDone}, {b, c, OpDone}, {c, a, RejCycle}, {a, a, RejCycle}, {c, c, RejCycle}, {a, b, OpDone}, {b, 0, OpDone}, {c, a, OpDone},
		{b, c, RejCycle}, {h.rootObject(RootObjectProto), a, RejImmutable}, {h.rootObject(RootObjectProto), 0, OpDone},
		{h.NewKind(KGlobal, 0), a, RejImmutable}, {h.NewKind(KProxy, 0), a, OpProxy},
	} {
		if got := h.SetPrototypeOf(x.obj, x.proto); got != x.want {
			t.Errorf("case %d: %d, want %d", i, got, x.want)
		}
	}
	h.PreventExtensions(a)
	if h.SetPrototypeOf(a, c) != RejNotExtensible || h.SetPrototypeOf(a, b) != OpDone {
		t.Error("not extensible")
	}
	// A proxy ends the search for cycles.
	p := h.NewKind(KProxy, 0)
	d := h.plain()
	e := h.NewObject(d, 0)
	h.setProto(p, e)
	if h.SetPrototypeOf(d, p) != OpDone {
		t.Error("a cycle through a proxy is no cycle")
	}
	// The shape is the one of objects made with that prototype.
	x, y := h.plain(), h.NewObject(a, 4)
	h.put(t, x, "u", True)
	h.put(t, y, "u", True)
	h.SetPrototypeOf(x, a)
	if h.Shape(x) != h.Shape(y) {
		t.Error("changed prototype, other shape")
	}
}

func TestPropertyPrivateNames(t *testing.T) {
	h := objectHeap(t)
	name := Symbol(h.NewSymbol(0, FPrivateName))
	var p Prop
	for _, o := range []uint32{h.plain(), h.NewArray(3), h.stringObj("x"), h.NewKind(KProxy, 0), h.typed(t, ElemInt8, 4, NoIndex, 0, Int(4))} {
		if h.Kind(o) != KProxy && h.Kind(o) != KTypedArray {
			h.SetIntegrity(o, Frozen)
		}
		if c := h.AddPrivate(o, name, Int(1), Writable); c != OpDone {
			t.Errorf("kind %d: %d", h.Kind(o), c)
		}
		if h.AddPrivate(o, name, Int(1), Writable) != RejNotExtensible {
			t.Error("added twice")
		}
		if !h.GetOwn(o, name, &p) || h.Write(&p, Int(2)) != OpDone || !h.GetOwn(o, name, &p) || p.Value != Int(2) {
			t.Errorf("kind %d: %+v", h.Kind(o), p)
		}
		if h.Kind(o) == KProxy {
			continue
		}
		for _, k := range h.keys(o) {
			if k[0] == '@' {
				t.Error("private name listed")
			}
		}
		if k := h.Kind(o); k != KTypedArray && !h.TestIntegrity(o, Frozen) {
			t.Error("a private name thawed the object")
		}
	}
}

func TestPropertyForIn(t *testing.T) {
	h := objectHeap(t)
	top := h.plain()
	h.put(t, top, "t", True)
	h.put(t, top, "shadow", True)
	h.put(t, top, "1", True)
	mid := h.NewObject(top, 0)
	h.put(t, mid, "m", True)
	h.DefineOwn(mid, h.key("shadow"), &Desc{Value: True, Has: HasValue}) // not enumerable
	o := h.NewObject(mid, 0)
	h.put(t, o, "z", True)
	h.put(t, o, "2", True)
	h.put(t, o, "t", True)
	o = h.NewObject(o, 0)
	var list = func(o uint32) []string {
		rec, n, code := h.ForInKeys(o)
		if code != OpDone {
			t.Fatal(code)
		}
		var out []string
		for i := uint32(0); i < n; i++ {
			out = append(out, h.keyText(h.Val(rec+OffValues+8*i)))
		}
		return out
	}
	want := []string{"2", "z", "t", "m", "1"}
	if got := list(o); !sameStrings(got, want) {
		t.Errorf("keys %v", got)
	}
	for i := 0; i < 20; i++ {
		o = h.NewObject(o, 0)
		if i%4 == 0 {
			h.put(t, o, "2", True)
		}
	}
	if got := list(o); !sameStrings(got, want) {
		t.Errorf("keys over a long chain %v", got)
	}
	if _, _, code := h.ForInKeys(h.NewObject(h.NewKind(KProxy, 0), 0)); code != OpProxy {
		t.Errorf("proxy: %d", code)
	}
}

func TestPropertyCopy(t *testing.T) {
	h := objectHeap(t)
	src := h.plain()
	for _, k := range []string{"a", "b", "c", "d", "e", "f"} {
		h.put(t, src, k, h.key(k))
	}
	dst := h.plain()
	if h.CopyDataProperties(dst, src, 0, 0) != OpDone || h.Shape(dst) != h.Shape(src) || h.get(t, dst, "f") != h.key("f") {
		t.Error("clone")
	}
	h.put(t, dst, "f", True)
	if h.get(t, src, "f") != h.key("f") {
		t.Error("the clone shares slots")
	}
	h.put(t, src, "7", True)
	h.DefineOwn(src, h.key("hidden"), &Desc{Getter: True, Has: HasGet})
	ex := h.AllocValues(KRecord, OffValues+16, OffValues, Hole)
	h.SetVal(ex+OffValues, h.key("b"))
	h.SetVal(ex+OffValues+8, Int(7))
	dst = h.plain()
	if h.CopyDataProperties(dst, src, ex, 2) != OpDone || !sameStrings(h.keys(dst), []string{"a", "c", "d", "e", "f"}) {
		t.Errorf("copy without some: %v", h.keys(dst))
	}
	h.DefineOwn(src, h.key("seen"), &Desc{Getter: True, Has: HasGet | Enumerable, Attrs: Enumerable})
	dst = h.plain()
	if h.CopyDataProperties(dst, src, 0, 0) != OpReceiver || len(h.keys(dst)) != 0 {
		t.Error("a getter was skipped")
	}
	dst = h.plain()
	if h.CopyDataProperties(dst, h.stringObj("hi"), 0, 0) != OpDone || !sameStrings(h.keys(dst), []string{"0", "1"}) {
		t.Errorf("string: %v", h.keys(dst))
	}
}

func TestPropertySameValue(t *testing.T) {
	h := objectHeap(t)
	nan := Value(CanonicalNaN)
	for i, c := range []struct {
		a, b Value
		want bool
	}{
		{Int(1), Double(1), true}, {Int(0), Double(0), true}, {nan, nan, true}, {Int(0), Value(1 << 63), false}, {Value(1 << 63), Value(1 << 63), true},
		{Int(1), True, false}, {Undefined, Null, false}, {String(h.NewLatin1([]byte("long enough"))), String(h.NewLatin1([]byte("long enough"))), true},
		{BigInt(h.BigIntFromUint64(1 << 40)), BigInt(h.BigIntFromUint64(1 << 40)), true}, {BigInt(h.BigIntFromUint64(1)), Int(1), false},
	} {
		if h.SameValue(c.a, c.b) != c.want || h.SameValue(c.b, c.a) != c.want {
			t.Errorf("case %d: not %v", i, c.want)
		}
	}
}

func TestPropertyKeyFromNumber(t *testing.T) {
	for _, c := range []struct {
		in   Value
		want Value
		ok   bool
	}{
		{Int(0), Int(0), true}, {Int(-1), Int(-1), false}, {Double(5), Int(5), true}, {Value(1 << 63), Int(0), true}, {Double(1.5), Double(1.5), false},
		{Double(4294967294), Double(4294967294), true}, {Double(4294967295), Double(4294967295), false}, {Value(CanonicalNaN), Value(CanonicalNaN), false},
	} {
		if got, ok := KeyFromNumber(c.in); got != c.want || ok != c.ok {
			t.Errorf("%x: %x %v", c.in, got, ok)
		}
	}
}
