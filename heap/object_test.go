package heap

import (
	"testing"
)

// objectHeap is a heap with the intrinsic prototypes that object operations
// need.
func objectHeap(t testing.TB) *Heap {
	t.Helper()
	return objectHeapOf(t, Geometry{Stack: 64 << 10, Nursery: 1 << 20, RAM: 512 << 20})
}

func objectHeapOf(t testing.TB, g Geometry) *Heap {
	t.Helper()
	h := newTestHeap(t, g)
	h.InitObjects()
	op := h.NewObject(0, 0)
	h.SetRoot(RootObjectProto, Object(op))
	fp := h.NewKind(KNative, op)
	h.SetRoot(RootFunctionProto, Object(fp))
	ap := h.NewKind(KArray, op)
	h.SetRoot(RootArrayProto, Object(ap))
	h.SetRoot(RootGeneratorProto, Object(h.NewObject(op, 0)))
	h.SetRoot(RootAsyncGeneratorProto, Object(h.NewObject(op, 0)))
	return h
}

// key is the property key of a string.
func (h *Heap) key(s string) Value { return h.KeyFromString(h.NewLatin1([]byte(s))) }

// plain is a new ordinary object.
func (h *Heap) plain() uint32 { return h.NewObject(h.rootObject(RootObjectProto), 4) }

// set stores obj[key] = v with obj as receiver.
func (h *Heap) put(t testing.TB, obj uint32, key string, v Value) {
	t.Helper()
	var p Prop
	if c := h.Set(obj, h.key(key), v, Object(obj), &p); c != OpDone {
		t.Fatalf("set %q: code %d", key, c)
	}
}

// get is obj[key] for data properties.
func (h *Heap) get(t testing.TB, obj uint32, key string) Value {
	t.Helper()
	var p Prop
	switch c := h.Lookup(obj, h.key(key), &p); c {
	case LookupAbsent:
		return Undefined
	case LookupData:
		return p.Value
	default:
		t.Fatalf("get %q: code %d", key, c)
	}
	return Empty
}

// keys is OwnKeys as text.
func (h *Heap) keys(obj uint32) []string {
	rec, n := h.OwnKeys(obj, KeyAll)
	var out []string
	for i := uint32(0); i < n; i++ {
		out = append(out, h.keyText(h.Val(rec+OffValues+8*i)))
	}
	return out
}

func (h *Heap) keyText(k Value) string {
	if k.IsNumber() {
		return itoa(k.Index())
	}
	if k.IsSymbol() {
		d := h.SymbolDescription(k.Ref())
		return "@" + h.keyText(d)
	}
	v := h.View(k.Ref())
	b := make([]byte, v.Len)
	for i := range b {
		b[i] = byte(h.Unit(v, uint32(i)))
	}
	return string(b)
}

func itoa(u uint32) string {
	if u < 10 {
		return string(rune('0' + u))
	}
	return itoa(u/10) + string(rune('0'+u%10))
}

func TestObjectBasics(t *testing.T) {
	h := objectHeap(t)
	o := h.plain()
	for i, k := range []string{"b", "a", "10", "2", "c", "d", "e", "f", "g", "x", "y", "z"} {
		h.put(t, o, k, Int(int32(i)))
	}
	if got := h.get(t, o, "a"); got != Int(1) {
		t.Errorf("a = %x", got)
	}
	if got := h.get(t, o, "z"); got != Int(11) {
		t.Errorf("z = %x", got)
	}
	want := []string{"2", "10", "b", "a", "c", "d", "e", "f", "g", "x", "y", "z"}
	if got := h.keys(o); !sameStrings(got, want) {
		t.Errorf("keys %v", got)
	}
	o2 := h.plain()
	for i, k := range []string{"b", "a", "10", "2", "c", "d", "e", "f", "g", "x", "y", "z"} {
		h.put(t, o2, k, Int(int32(i)))
	}
	if h.Shape(o) != h.Shape(o2) {
		t.Error("the same history gave different shapes")
	}
	if c := h.Delete(o, h.key("a")); c != OpDone {
		t.Errorf("delete: %d", c)
	}
	if got := h.get(t, o, "a"); got != Undefined {
		t.Errorf("deleted a = %x", got)
	}
	if got := h.get(t, o2, "a"); got != Int(1) {
		t.Errorf("a of the other object = %x", got)
	}
	child := h.NewObject(o, 2)
	if got := h.get(t, child, "z"); got != Int(11) {
		t.Errorf("inherited z = %x", got)
	}
	h.put(t, child, "z", True)
	if h.get(t, o, "z") != Int(11) || h.get(t, child, "z") != True {
		t.Error("assignment went to the prototype")
	}
}

func TestObjectShapeSharing(t *testing.T) {
	h := objectHeap(t)
	op := h.rootObject(RootObjectProto)
	if h.RootShape(op, KObject, 4) != h.RootShape(op, KObject, 4) {
		t.Error("root shape not shared")
	}
	if h.RootShape(op, KObject, 4) == h.RootShape(op, KObject, 3) || h.RootShape(op, KObject, 4) == h.RootShape(op, KArray, 4) {
		t.Error("root shapes of different objects shared")
	}
	a, b := h.plain(), h.plain()
	h.put(t, a, "x", Int(1))
	h.put(t, a, "y", Int(1))
	h.put(t, b, "y", Int(1))
	h.put(t, b, "x", Int(1))
	if h.Shape(a) == h.Shape(b) {
		t.Error("different orders share a shape")
	}
	if h.Delete(a, h.key("y")) != OpDone {
		t.Fatal("delete")
	}
	if s := h.Shape(a); h.ShapeFlagsOf(s)&SDictionary != 0 || h.U32(s+ShapeCount) != 1 {
		t.Error("deleting the last property did not step back")
	}
}

func TestObjectArrays(t *testing.T) {
	h := objectHeap(t)
	a := h.NewArray(0)
	for i := 0; i < 100; i++ {
		h.put(t, a, itoa(uint32(i)), Int(int32(i)))
	}
	if h.get(t, a, "length") != Int(100) {
		t.Errorf("length %x", h.get(t, a, "length"))
	}
	var p Prop
	if c := h.Set(a, h.key("length"), Int(10), Object(a), &p); c != OpDone {
		t.Fatal(c)
	}
	if h.get(t, a, "10") != Undefined || h.get(t, a, "9") != Int(9) {
		t.Error("truncation")
	}
	if c := h.Set(a, h.key("length"), Double(1.5), Object(a), &p); c != OpRange {
		t.Errorf("length 1.5: %d", c)
	}
	if c := h.Set(a, h.key("length"), h.key("x"), Object(a), &p); c != OpNumber {
		t.Errorf("length of a string: %d", c)
	}
	b := h.NewArray(0xFFFFFFFF)
	h.put(t, b, "4294967294", True)
	h.put(t, b, "0", False)
	if h.Flags(b)&FSparse == 0 {
		t.Error("not sparse")
	}
	if got := h.keys(b); !sameStrings(got, []string{"0", "4294967294", "length"}) {
		t.Errorf("keys %v", got)
	}
}

func TestObjectLazyFunction(t *testing.T) {
	h := objectHeap(t)
	tmpl := h.AllocZero(KTemplate, TmplData)
	h.SetU32(tmpl+TmplFlags, TConstructor|TProtoProp)
	h.SetU16(tmpl+TmplLength, 3)
	h.SetU32(tmpl+TmplName, h.InternStr("foo"))
	fs := h.FunctionShape(h.rootObject(RootFunctionProto))
	f := h.NewFunction(tmpl, 0, fs)
	if h.get(t, f, "call") != Undefined || h.Shape(f) != fs {
		t.Error("a lookup of another key materialised the function")
	}
	if h.get(t, f, "length") != Int(3) || h.Shape(f) == fs {
		t.Error("length")
	}
	if got := h.keys(f); !sameStrings(got, []string{"length", "name", "prototype"}) {
		t.Errorf("keys %v", got)
	}
	proto := h.get(t, f, "prototype").Ref()
	if h.get(t, proto, "constructor") != Object(f) {
		t.Error("prototype.constructor")
	}
	var p Prop
	if !h.GetOwn(f, h.key("prototype"), &p) || p.Attrs != Writable {
		t.Errorf("prototype attributes %d", p.Attrs)
	}
	g := h.NewFunction(tmpl, 0, fs)
	h.put(t, g, "x", True)
	if got := h.keys(g); !sameStrings(got, []string{"length", "name", "prototype", "x"}) {
		t.Errorf("keys %v", got)
	}
	h.SetU32(tmpl+TmplFlags, TGenerator|TProtoProp)
	gen := h.NewFunction(tmpl, 0, fs)
	gp := h.get(t, gen, "prototype").Ref()
	if h.Proto(gp) != h.rootObject(RootGeneratorProto) || len(h.keys(gp)) != 0 {
		t.Error("prototype of a generator function")
	}
}

func sameStrings(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
