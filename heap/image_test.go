package heap

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand"
	"testing"
)

// save writes an image and fails the test if it cannot.
func save(t testing.TB, h *Heap, state string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := h.WriteImage(&b, []byte(state)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// load reads an image and fails the test if it cannot.
func load(t testing.TB, b []byte, rom *ROM) *Heap {
	t.Helper()
	h, _, err := ReadImage(bytes.NewReader(b), rom)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(h.Close)
	return h
}

// objectWorld makes objects of many kinds in h; checkObjectWorld checks them.
func objectWorld(t testing.TB, h *Heap) {
	h.InitObjects()
	proto := h.NewKind(KObject, 0)
	h.SetRoot(RootObjectProto, Object(proto))
	h.SetRoot(RootArrayProto, Object(h.NewKind(KArray, proto)))
	rec := h.AllocValues(KRecord, OffValues+8*20, OffValues, Undefined)
	h.SetRoot(FirstRuntimeRoot+1, CellRef(rec))
	set := func(i uint32, v Value) { h.Store(rec+OffValues+8*i, v) }
	key := func(format string, args ...any) Value { return String(h.InternStr(fmt.Sprintf(format, args...))) }
	put := func(o uint32, k, v Value) {
		if code := h.CreateDataProperty(o, k, v, &Prop{}); code != OpDone {
			t.Fatalf("CreateDataProperty: code %d", code)
		}
	}
	for i := uint32(0); i < 6; i++ { // shapes that share descriptors
		o := h.NewKind(KObject, proto)
		for j := uint32(0); j < 3*i; j++ {
			put(o, key("property %d", j), Int(int32(100*i+j)))
		}
		set(i, Object(o))
	}
	dict := h.NewKind(KObject, proto)
	for i := 0; i < 600; i++ {
		put(dict, key("d%d", i), Int(int32(i)))
	}
	for i := 0; i < 600; i += 7 {
		h.Delete(dict, key("d%d", i))
	}
	set(6, Object(dict))
	sparse := h.NewKind(KObject, proto)
	for i := 0; i < 50; i++ {
		put(sparse, Uint32(uint32(i)*9_999_991), Int(int32(i)))
	}
	set(7, Object(sparse))
	dense := h.NewKind(KObject, proto)
	for i := int32(0); i < 50; i++ {
		put(dense, Int(i), Double(float64(i)+0.5))
	}
	set(8, Object(dense))
	set(9, Object(h.NewArrayBuffer(proto, 100, 200)))
	wm := h.NewKind(KWeakMap, proto)
	weak := h.NewWeak()
	for i := uint32(0); i < 6; i++ {
		weak, _ = h.WeakSet(weak, h.Val(rec+OffValues+8*i), Object(h.NewKind(KObject, 0)))
	}
	for i := 0; i < 30; i++ {
		weak, _ = h.WeakSet(weak, Object(h.NewKind(KObject, 0)), Int(1)) // dies
	}
	h.SetInternal(wm, 0, CellRef(weak))
	set(10, Object(wm))
	wr := h.NewKind(KWeakRef, proto)
	h.SetInternal(wr, 0, Object(dense))
	set(11, Object(wr))
	dead := h.NewKind(KWeakRef, proto)
	h.SetInternal(dead, 0, Object(h.NewKind(KObject, 0)))
	set(12, Object(dead))
	set(13, Double(Value(0xFFF8123456789ABC).Float()))
	ta := h.NewKind(KTypedArray, proto)
	h.SetU32(ta+OffWord, ElemInt16)
	h.SetInternal(ta, ViewBuffer, get9(h, rec))
	h.SetInternal(ta, ViewOffset, Int(4))
	h.SetInternal(ta, ViewLength, Int(20))
	set(14, Object(ta))
	tm := h.AllocZero(KTemplate, TmplData+16)
	h.SetU32(tm+TmplFlags, TProtoProp)
	h.SetU32(tm+TmplName, h.InternStr("functionName"))
	ctx := h.AllocValues(KContext, OffVars+16, OffVars, Int(9))
	h.SetU32(ctx+OffParent, 0)
	h.SetU32(ctx+12, 2)
	f := h.NewFunction(tm, ctx, h.FunctionShape(proto))
	set(15, Object(f))
	acc := h.NewKind(KObject, proto)
	d := Desc{Has: HasGet | Enumerable | Configurable, Attrs: Enumerable | Configurable, Getter: Object(f)}
	if code := h.DefineOwn(acc, key("accessor"), &d); code != OpDone {
		t.Fatalf("DefineOwn: code %d", code)
	}
	set(16, Object(acc))
	set(17, BigInt(h.NewBigInt(true, []uint32{1, 2, 3})))
	slice := h.Substring(h.NewStr("a string that is long enough for a slice of it, which is not copied"), 3, 40)
	set(18, String(slice))
	mp := h.NewKind(KMap, proto)
	h.SetInternal(mp, 0, CellRef(h.NewTable(false)))
	for i := int32(0); i < 40; i++ {
		h.MapSet(mp, Double(float64(i)+0.25), Int(i))
	}
	h.MapDelete(mp, Double(3.25))
	set(19, Object(mp))
}

func get9(h *Heap, rec uint32) Value { return h.Val(rec + OffValues + 8*9) }

func checkObjectWorld(t *testing.T, h *Heap) {
	t.Helper()
	rec := h.Root(FirstRuntimeRoot + 1).Ref()
	get := func(i uint32) Value { return h.Val(rec + OffValues + 8*i) }
	key := func(format string, args ...any) Value { return String(h.InternStr(fmt.Sprintf(format, args...))) }
	read := func(o Value, k Value) Value {
		var p Prop
		if !h.GetOwn(o.Ref(), k, &p) {
			return Empty
		}
		return p.Value
	}
	for i := uint32(0); i < 6; i++ {
		for j := uint32(0); j < 20; j++ {
			want := Empty
			if j < 3*i {
				want = Int(int32(100*i + j))
			}
			if v := read(get(i), key("property %d", j)); v != want {
				t.Errorf("object %d property %d is %#x", i, j, uint64(v))
			}
		}
	}
	for i := 0; i < 600; i++ {
		want := Int(int32(i))
		if i%7 == 0 {
			want = Empty
		}
		if v := read(get(6), key("d%d", i)); v != want {
			t.Errorf("dictionary property %d is %#x", i, uint64(v))
		}
	}
	for i := 0; i < 50; i++ {
		if v := read(get(7), Uint32(uint32(i)*9_999_991)); v != Int(int32(i)) {
			t.Errorf("sparse element %d is %#x", i, uint64(v))
		}
		if v := read(get(8), Int(int32(i))); v != Double(float64(i)+0.5) {
			t.Errorf("element %d is %#x", i, uint64(v))
		}
	}
	if h.BufferLength(get(9).Ref()) != 100 {
		t.Error("the buffer's length is wrong")
	}
	weak := h.Internal(get(10).Ref(), 0).Ref()
	for i := uint32(0); i < 6; i++ {
		if !h.WeakGet(weak, get(i)).IsObject() {
			t.Errorf("weak entry %d is lost", i)
		}
	}
	if h.Internal(get(11).Ref(), 0) != get(8) {
		t.Error("a WeakRef lost its target")
	}
}

func TestImageRoundTrip(t *testing.T) {
	h := stage1(t)
	objectWorld(t, h)
	checkObjectWorld(t, h)
	h.SetVal(h.StackTop, Object(h.Root(RootObjectProto).Ref()))
	h.SetVal(h.StackTop+8, Int(7))
	h.StackTop += 16
	a, b := h.NewHandle(h.Root(FirstRuntimeRoot)), h.NewHandle(Int(42))
	h.FreeHandle(a)
	h.Limit = 33 << 20
	h.WorkDone = 12345
	h.Override = true
	img := save(t, h, "registers")
	if err := h.Verify(); err != nil {
		t.Fatal(err)
	}
	again := save(t, h, "registers")
	if !bytes.Equal(img, again) {
		t.Error("two images of one machine differ")
	}
	for i := 0; i < 3; i++ {
		h.Collect(i == 2)
		if !bytes.Equal(save(t, h, "registers"), img) {
			t.Errorf("the image changes with collection %d", i)
		}
	}
	m, state, err := ReadImage(bytes.NewReader(img), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if string(state) != "registers" || m.Limit != 33<<20 || m.WorkDone != 12345 || !m.Override {
		t.Errorf("state %q, limit %d, work %d", state, m.Limit, m.WorkDone)
	}
	if m.StackTop-m.StackBase != 16 || m.Val(m.StackBase) != m.Root(RootObjectProto) || m.Val(m.StackBase+8) != Int(7) {
		t.Error("the stack is wrong")
	}
	if m.Handle(b) != Int(42) || m.Handle(a) != Undefined || m.NewHandle(True) != a {
		t.Error("the handles are wrong")
	}
	m.FreeHandle(a)
	if err := m.Verify(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(save(t, m, "registers"), img) {
		t.Error("an image of the restored machine differs")
	}
	if m.Internal(m.Val(m.Root(FirstRuntimeRoot+1).Ref()+OffValues+8*12).Ref(), 0) != Undefined {
		t.Error("the target of a WeakRef that nothing else holds was saved")
	}
	m.Stress = StressVerify | StressPoison
	for i := 0; i < 4; i++ {
		checkStage1(t, m)
		checkObjectWorld(t, m)
		m.Collect(i&1 == 0)
	}
	t.Logf("%d bytes", len(img))
}

// TestImageNumbers: how a number is stored does not show in the image, where it
// is a value; words that are none are not touched.
func TestImageNumbers(t *testing.T) {
	negativeZero := math.Copysign(0, -1)
	numbers := []float64{0, 1, -1, 7, 1 << 30, -1 << 31, 1<<31 - 1, 1 << 31, -1<<31 - 1, 1 << 32, 1 << 53, 0.5, negativeZero, math.NaN(), math.Inf(1)}
	world := func(box func(float64) Value) []byte {
		h := stage1(t)
		h.InitObjects()
		proto := h.NewKind(KObject, 0)
		h.SetRoot(RootObjectProto, Object(proto))
		n := uint32(len(numbers))
		rec := h.AllocValues(KRecord, OffValues+8*(n+6), OffValues, Undefined)
		h.SetRoot(FirstRuntimeRoot+1, CellRef(rec))
		named, dense, sparse := h.NewKind(KObject, proto), h.NewKind(KObject, proto), h.NewKind(KObject, proto)
		table := h.NewKind(KMap, proto)
		h.SetInternal(table, 0, CellRef(h.NewTable(false)))
		object := h.NewKind(KNumberObj, proto)
		context := h.AllocValues(KContext, OffVars+8*n, OffVars, Undefined)
		h.SetU32(context+OffParent, 0)
		h.SetU32(context+12, n)
		for i, o := range []uint32{named, dense, sparse, table, object} {
			h.Store(rec+OffValues+8*(n+uint32(i)), Object(o))
		}
		h.Store(rec+OffValues+8*(n+5), CellRef(context))
		put := func(o uint32, k, v Value) {
			if code := h.CreateDataProperty(o, k, v, &Prop{}); code != OpDone {
				t.Fatalf("CreateDataProperty: code %d", code)
			}
		}
		for i, f := range numbers {
			v := box(f)
			h.Store(rec+OffValues+8*uint32(i), v)
			h.Store(context+OffVars+8*uint32(i), v)
			put(named, String(h.InternStr(fmt.Sprint("p", i))), v)
			put(dense, Int(int32(i)), v)
			put(sparse, Uint32(uint32(i)*9_999_991), v)
			h.MapSet(table, String(h.InternStr(fmt.Sprint("p", i))), v)
			h.SetVal(h.StackTop, v)
			h.StackTop += 8
		}
		h.SetInternal(object, 0, box(0))
		// A word that is no Value but has the bits of a number.
		h.SetVal(h.StackTop, Double(0))
		h.SetVal(h.StackTop+8, Double(3))
		h.StackTop += 16
		var b bytes.Buffer
		if err := h.WriteImage(&b, nil, h.StackTop-16, h.StackTop-8); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	want := world(Number)
	if got := world(Double); !bytes.Equal(got, want) {
		t.Error("doubles give another image than numbers in their preferred form")
	}
	h := load(t, want, nil)
	rec := h.Root(FirstRuntimeRoot + 1).Ref()
	for i, f := range numbers {
		if v := h.Val(rec + OffValues + 8*uint32(i)); v != Number(f) {
			t.Errorf("%v became %#x", f, uint64(v))
		}
	}
	if a, b := h.Val(h.StackTop-16), h.Val(h.StackTop-8); a != 0 || b != Double(3) {
		t.Errorf("raw words became %#x and %#x", uint64(a), uint64(b))
	}
}

// TestImageOfCollected: when garbage was collected does not show in the image,
// though shapes that were alive longer made others copy their tables.
func TestImageOfCollected(t *testing.T) {
	world := func(collect int) []byte {
		h := stage1(t)
		h.InitObjects()
		proto := h.NewKind(KObject, 0)
		h.SetRoot(RootObjectProto, Object(proto))
		rec := h.AllocValues(KRecord, OffValues+8*8, OffValues, Undefined)
		h.SetRoot(FirstRuntimeRoot+1, CellRef(rec))
		for i, keys := range []string{"ad", "ab", "abx", "abcd", "a", "abxyzuvw", "abcdefg", "abcdq"} {
			o := h.NewKind(KObject, h.Root(RootObjectProto).Ref())
			for _, k := range keys {
				if code := h.CreateDataProperty(o, String(h.InternStr(string(k))), Int(1), &Prop{}); code != OpDone {
					t.Fatalf("CreateDataProperty: code %d", code)
				}
			}
			switch i {
			case 2, 6:
				h.PreventExtensions(o)
			case 1, 3:
				h.SetIntegrity(o, transFreeze)
			}
			if i != 0 && i != 5 { // these die
				h.Store(h.Root(FirstRuntimeRoot+1).Ref()+OffValues+8*uint32(i), Object(o))
			}
			if (i+1)&collect != 0 {
				h.Collect(true)
			}
		}
		return save(t, h, "")
	}
	want := world(0)
	for collect := 1; collect < 8; collect++ {
		if !bytes.Equal(world(collect), want) {
			t.Errorf("collections %b give another image", collect)
		}
	}
	h := load(t, want, nil)
	rec := h.Root(FirstRuntimeRoot + 1).Ref()
	for i, n := range []uint32{0, 2, 3, 4, 1, 0, 7, 5} {
		if n > 0 && h.U32(h.Shape(h.Val(rec+OffValues+8*uint32(i)).Ref())+ShapeCount) != n {
			t.Errorf("object %d has another shape", i)
		}
	}
	o := h.Val(rec + OffValues + 8*4).Ref()
	if code := h.CreateDataProperty(o, String(h.InternStr("y")), Int(5), &Prop{}); code != OpDone {
		t.Fatalf("CreateDataProperty: code %d", code)
	}
	var p Prop
	if !h.GetOwn(o, String(h.InternStr("y")), &p) || p.Value != Int(5) {
		t.Error("a new property is not there")
	}
}

// TestImageOnROM saves a machine that stands on a ROM.
func TestImageOnROM(t *testing.T) {
	h := stage1(t)
	objectWorld(t, h)
	b, err := h.WriteROM(nil)
	if err != nil {
		t.Fatal(err)
	}
	rom, err := OpenROM(b)
	if err != nil {
		t.Fatal(err)
	}
	m, err := NewCage(rom, Geometry{Stack: 1 << 16, Nursery: 1 << 18, RAM: 8 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if err := m.VerifyROM(); err != nil {
		t.Fatal(err)
	}
	checkStage1(t, m)
	checkObjectWorld(t, m)
	rec := m.AllocValues(KRecord, 80, OffValues, Undefined)
	m.SetRoot(FirstRuntimeRoot+2, CellRef(rec))
	proto := m.Root(RootObjectProto).Ref()
	for i := uint32(0); i < 5; i++ {
		o := m.NewKind(KObject, proto)
		m.CreateDataProperty(o, String(m.InternStr("property 1")), Int(int32(i)), &Prop{})
		m.CreateDataProperty(o, String(m.InternStr("new property")), Int(int32(i)), &Prop{})
		m.Store(rec+OffValues+8*i, Object(o))
	}
	img := save(t, m, "")
	r := load(t, img, rom)
	if err := r.Verify(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(save(t, r, ""), img) {
		t.Error("an image of the restored machine differs")
	}
	checkObjectWorld(t, r)
	// A new object with the same history gets the same shape as the old ones.
	o := r.NewKind(KObject, r.Root(RootObjectProto).Ref())
	r.CreateDataProperty(o, String(r.InternStr("property 1")), Null, &Prop{})
	r.CreateDataProperty(o, String(r.InternStr("new property")), Null, &Prop{})
	old := r.Val(r.Root(FirstRuntimeRoot+2).Ref() + OffValues).Ref()
	if r.Shape(o) != r.Shape(old) {
		t.Error("the shape tree was not rebuilt")
	}
	var ie *ImageError
	if _, _, err := ReadImage(bytes.NewReader(img), nil); !errors.As(err, &ie) {
		t.Errorf("reading without the ROM: %v", err)
	}
}

// TestImageTorture saves and restores in the middle of the collector's torture.
func TestImageTorture(t *testing.T) {
	x := newTorture(t, Geometry{Stack: 1 << 16, Nursery: 1 << 18, RAM: 64 << 20}, StressVerify|StressPoison, 2)
	for i := 0; i < 40; i++ {
		for j := 0; j < 300; j++ {
			x.step()
		}
		if i%3 == 0 {
			x.h.Collect(i%2 == 0)
		}
		img := save(t, x.h, "")
		r := load(t, img, nil)
		r.Stress = x.h.Stress
		if r.Used() > x.h.Used()+8<<10 { // a fresh atom table may be larger
			t.Errorf("the restored machine has %d bytes, the other %d", r.Used(), x.h.Used())
		}
		x.h = r
		x.check()
		if !bytes.Equal(save(t, r, ""), img) {
			t.Fatalf("round %d: the image changed", i)
		}
	}
}

// resum gives an image a valid hash again, so that what comes after the hash
// check is tested.
func resum(b []byte) []byte {
	if len(b) < imgHeader+32 {
		return b
	}
	sum := sha256.Sum256(b[:len(b)-32])
	return append(append([]byte(nil), b[:len(b)-32]...), sum[:]...)
}

// tryImage reads an image that may be anything: the result must be a typed error
// or a heap that works.
func tryImage(t testing.TB, b []byte) {
	t.Helper()
	h, _, err := ReadImage(bytes.NewReader(b), nil)
	if err != nil {
		var ie *ImageError
		if !errors.As(err, &ie) {
			t.Fatalf("error of type %T: %v", err, err)
		}
		return
	}
	defer h.Close()
	if err := h.Verify(); err != nil {
		t.Fatalf("accepted, but: %v", err)
	}
	useAll(h) // a memory fault ends the test with a trace
	h.Collect(false)
	h.Collect(true)
	if err := h.Verify(); err != nil && !h.Dead {
		t.Fatalf("accepted, but after a collection: %v", err)
	}
	h.WriteImage(io.Discard, nil)
}

// useAll does what a program could do with every cell of a small heap.
func useAll(h *Heap) {
	h.InitObjects()
	var refs []uint32
	h.Walk(SpaceTenured, func(ref uint32) bool {
		refs = append(refs, ref)
		return len(refs) < 3000
	})
	key := String(h.InternStr("a new property"))
	for _, ref := range refs {
		switch k := h.Kind(ref); {
		case k == KStr1 || k == KStr2 || k == KRope || k == KSlice:
			if h.U32(ref+OffLength) < 1<<16 {
				h.Hash(ref)
				h.KeyFromString(ref)
				h.GoString(ref)
			}
		case k == KTable && h.U32(ref+TableStride) == 16:
			for e, t, pos := h.TableNext(ref, 0); e != 0; e, t, pos = h.TableNext(t, pos) {
				h.TableGet(t, h.Val(e))
			}
		case k == KMap:
			h.MapSet(ref, Int(12345), Null)
			h.MapDelete(ref, Int(3))
		case k == KWeakMap:
			w, _ := h.WeakSet(h.Internal(ref, 0).Ref(), Object(ref), Null)
			h.SetInternal(ref, 0, CellRef(w))
		case k == KTypedArray:
			h.TypedGet(ref, 0)
		}
		if h.Kind(ref) < FirstObject || h.Kind(ref) == KProxy || h.Kind(ref) == KNamespace {
			continue
		}
		var p Prop
		h.Lookup(ref, key, &p)
		h.CreateDataProperty(ref, key, True, &p)
		h.CreateDataProperty(ref, Int(7), True, &p)
		rec, n := h.OwnKeys(ref, KeyAll)
		for i := uint32(0); i < n && rec != 0; i++ {
			h.GetOwn(ref, h.Val(rec+OffValues+8*i), &p)
		}
		h.Delete(ref, key)
		h.SetIntegrity(ref, Frozen)
	}
}

func smallWorld(t testing.TB) []byte {
	h := newTestHeap(t, Geometry{Stack: 1 << 16, Nursery: 1 << 16, RAM: 1 << 20})
	h.SetRoot(RootEmptyString, Undefined)
	objectWorld(t, h)
	return save(t, h, "state")
}

func TestImageDamaged(t *testing.T) {
	img := smallWorld(t)
	rnd := rand.New(rand.NewSource(3))
	n := 4000
	if testing.Short() {
		n = 500
	}
	if maybeEmulated {
		n = 20
	}
	tryImage(t, img)
	for i, step := 0, 1+len(img)/(n/20); i < len(img); i += step {
		tryImage(t, img[:i])
	}
	accepted := 0
	for i := 0; i < n; i++ {
		c := bytes.Clone(img)
		for j := rnd.Intn(4); j >= 0; j-- {
			at := rnd.Intn(len(c) - 32)
			switch rnd.Intn(4) {
			case 0:
				c[at] ^= 1 << rnd.Intn(8)
			case 1:
				c[at] = byte(rnd.Int())
			case 2: // a field from elsewhere
				from := rnd.Intn(len(c)-40) &^ 3
				copy(c[at&^3:len(c)-32], c[from:from+4])
			default: // a value from elsewhere
				from := rnd.Intn(len(c)-40) &^ 7
				copy(c[at&^7:len(c)-32], c[from:from+8])
			}
		}
		if i%10 == 0 {
			tryImage(t, c)
		}
		c = resum(c)
		tryImage(t, c)
		if h, _, err := ReadImage(bytes.NewReader(c), nil); err == nil {
			accepted++
			h.Close()
		}
	}
	t.Logf("%d of %d changed images were accepted", accepted, n)
}

func FuzzReadImage(f *testing.F) {
	f.Add(smallWorld(f))
	f.Fuzz(func(t *testing.T, b []byte) {
		tryImage(t, b)
		tryImage(t, resum(b))
	})
}

// TestImageTables: a Map has a table of pairs, a Set one of keys, and both the one that their entries are in.
func TestImageTables(t *testing.T) {
	for what, forge := range map[string]func(h *Heap, m, s uint32){
		"nothing": func(h *Heap, m, s uint32) {},
		"the other's table": func(h *Heap, m, s uint32) {
			x, y := h.Internal(m, 0), h.Internal(s, 0)
			h.SetInternal(m, 0, y)
			h.SetInternal(s, 0, x)
		},
		"an old table": func(h *Heap, m, s uint32) {
			old := h.Internal(m, 0)
			h.NewHandle(old)
			for i := int32(0); h.Internal(m, 0) == old; i++ {
				h.MapSet(m, Int(i), Int(i))
			}
			h.SetInternal(m, 0, old)
		},
	} {
		h := newStringHeap(t)
		h.InitObjects()
		proto := h.Root(RootObjectProto).Ref()
		m, s := h.NewKind(KMap, proto), h.NewKind(KSet, proto)
		h.NewHandle(Object(m))
		h.NewHandle(Object(s))
		h.SetInternal(m, 0, CellRef(h.NewTable(false)))
		h.SetInternal(s, 0, CellRef(h.NewTable(true)))
		h.MapSet(m, Int(1), Int(2))
		h.MapSet(s, Int(1), Undefined)
		forge(h, m, s)
		r, _, err := ReadImage(bytes.NewReader(save(t, h, "")), nil)
		if (err == nil) != (what == "nothing") {
			t.Errorf("%s: %v", what, err)
		}
		if err == nil {
			r.Close()
		}
		h.Close()
	}
}
