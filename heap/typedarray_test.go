package heap

import (
	"math"
	"math/rand"
	"strconv"
	"testing"
)

// typed makes a typed array of type et over a new buffer; max NoIndex: fixed.
func (h *Heap) typed(t testing.TB, et, bytes, max, off uint32, length Value) uint32 {
	t.Helper()
	b := h.NewArrayBuffer(0, bytes, max)
	if b == 0 {
		t.Fatal("no memory")
	}
	a := h.NewKind(KTypedArray, h.rootObject(RootObjectProto))
	h.SetU32(a+OffWord, et)
	h.SetInternal(a, ViewBuffer, Object(b))
	h.SetInternal(a, ViewOffset, Uint32(off))
	h.SetInternal(a, ViewLength, length)
	return a
}

func TestTypedArrayElements(t *testing.T) {
	h := objectHeap(t)
	for _, c := range []struct {
		et       uint32
		in, want float64
	}{
		{ElemInt8, 200, -56}, {ElemInt8, -1.9, -1}, {ElemUint8, -1, 255}, {ElemUint8, 256.5, 0},
		{ElemUint8Clamped, 300, 255}, {ElemUint8Clamped, -5, 0}, {ElemUint8Clamped, 0.5, 0}, {ElemUint8Clamped, 1.5, 2},
		{ElemUint8Clamped, 2.5, 2}, {ElemUint8Clamped, 254.5, 254}, {ElemUint8Clamped, math.NaN(), 0},
		{ElemInt16, 40000, -25536}, {ElemUint16, -1, 65535}, {ElemInt32, 4294967295, -1}, {ElemInt32, 1e20, 1661992960},
		{ElemUint32, -1, 4294967295}, {ElemUint32, math.Inf(1), 0}, {ElemInt32, -2147483649.5, 2147483647},
		{ElemFloat32, 0.1, float64(float32(0.1))}, {ElemFloat64, 0.1, 0.1}, {ElemFloat64, math.Copysign(0, -1), math.Copysign(0, -1)},
		{ElemFloat16, 65504, 65504}, {ElemFloat16, 65519.99, 65504}, {ElemFloat16, 65520, math.Inf(1)}, {ElemFloat16, 0.1, 0.0999755859375},
		{ElemFloat16, 5.960464477539063e-8, 5.960464477539063e-8}, {ElemFloat16, 2.980232238769531e-8, 0},
		{ElemFloat16, 2.980232238769532e-8, 5.960464477539063e-8}, {ElemFloat16, -1.5, -1.5}, {ElemFloat16, 2049, 2048}, {ElemFloat16, 2051, 2052},
	} {
		a := h.typed(t, c.et, 16, NoIndex, 8, Int(1))
		h.TypedSet(a, 0, Double(c.in))
		got := h.TypedGet(a, 0).Num()
		if math.Float64bits(got) != math.Float64bits(c.want) {
			t.Errorf("type %d: %v stored, %v read, want %v", c.et, c.in, got, c.want)
		}
	}
	for x := 0; x < 1<<16; x++ {
		f := float16To64(uint16(x))
		if got := float64To16(f); got != uint16(x) && f == f {
			t.Fatalf("float16 %#x → %v → %#x", x, f, got)
		}
	}
	for i := 0; i < 100000; i++ {
		f := math.Float64frombits(rand.Uint64())
		if want := uint32(int64(math.Mod(math.Trunc(f), 1<<32))); f == f && !math.IsInf(f, 0) && toUint32(f) != want {
			t.Fatalf("toUint32(%v) = %d, want %d", f, toUint32(f), want)
		}
	}
	a := h.typed(t, ElemBigInt64, 8, NoIndex, 0, Int(1))
	h.TypedSet(a, 0, BigInt(h.BigIntFromUint64(math.MaxUint64)))
	if i, ok := h.BigIntExact64(h.TypedGet(a, 0).Ref()); !ok || i != -1 {
		t.Errorf("BigInt64: %d", i)
	}
	h.SetU32(a+OffWord, ElemBigUint64)
	if h.BigIntToUint64(h.TypedGet(a, 0).Ref()) != math.MaxUint64 {
		t.Error("BigUint64")
	}
}

func TestTypedArrayBounds(t *testing.T) {
	h := objectHeap(t)
	fixed := h.typed(t, ElemInt32, 16, 32, 4, Int(2))
	track := h.typed(t, ElemInt32, 16, 32, 4, Undefined)
	h.SetInternal(track, ViewBuffer, h.Internal(fixed, ViewBuffer))
	b := h.Internal(fixed, ViewBuffer).Ref()
	for _, c := range []struct {
		bytes, fixed, track uint32
		fixedOut, trackOut  bool
	}{
		{16, 2, 3, false, false}, {12, 2, 2, false, false}, {11, 0, 1, true, false}, {4, 0, 0, true, false},
		{3, 0, 0, true, true}, {32, 2, 7, false, false}, {0, 0, 0, true, true},
	} {
		h.ResizeBuffer(b, c.bytes)
		if h.TypedLength(fixed) != c.fixed || h.TypedLength(track) != c.track || h.TypedOutOfBounds(fixed) != c.fixedOut || h.TypedOutOfBounds(track) != c.trackOut {
			t.Errorf("%d bytes: lengths %d and %d, out of bounds %v and %v", c.bytes, h.TypedLength(fixed), h.TypedLength(track),
				h.TypedOutOfBounds(fixed), h.TypedOutOfBounds(track))
		}
	}
	h.ResizeBuffer(b, 8)
	h.TypedSet(track, 0, Int(7))
	h.ResizeBuffer(b, 4)
	h.ResizeBuffer(b, 8)
	if h.TypedGet(track, 0) != Int(0) {
		t.Error("bytes that were cut off came back")
	}
	h.DetachBuffer(b)
	if h.TypedLength(track) != 0 || !h.TypedOutOfBounds(track) || h.TypedGet(track, 0) != Undefined {
		t.Error("detached")
	}
}

func TestTypedArrayProperties(t *testing.T) {
	h := objectHeap(t)
	a := h.typed(t, ElemUint8, 3, NoIndex, 0, Int(3))
	h.TypedSet(a, 1, Int(9))
	var p Prop
	if !h.GetOwn(a, Int(1), &p) || p.Value != Int(9) || p.Attrs != WEC {
		t.Errorf("element: %+v", p)
	}
	// Numeric keys never reach the prototype.
	h.put(t, h.rootObject(RootObjectProto), "7", True)
	h.put(t, h.rootObject(RootObjectProto), "1.5", True)
	h.put(t, h.rootObject(RootObjectProto), "x", True)
	for k, want := range map[string]uint32{"7": LookupAbsent, "1.5": LookupAbsent, "-0": LookupAbsent, "x": LookupData, "1": LookupData, "3": LookupAbsent} {
		if c := h.Lookup(a, h.key(k), &p); c != want {
			t.Errorf("lookup %q: %d, want %d", k, c, want)
		}
	}
	self := Object(a)
	if c := h.Set(a, Int(2), Int(5), self, &p); c != OpTyped || p.Holder != a || p.Offset != 2 {
		t.Errorf("set: %d %+v", c, p)
	}
	if c := h.Set(a, h.key("-0"), Int(5), self, &p); c != OpTyped || p.Offset != NoIndex {
		t.Errorf("set -0: %d %+v", c, p)
	}
	h.TypedSet(a, p.Offset, Int(5)) // no effect
	child := h.NewObject(a, 0)
	if c := h.Set(child, Int(7), Int(5), Object(child), &p); c != OpDone || len(h.keys(child)) != 0 {
		t.Errorf("set of an invalid index on an heir: %d %v", c, h.keys(child))
	}
	if c := h.Set(child, Int(1), Int(5), Object(child), &p); c != OpDone || !sameStrings(h.keys(child), []string{"1"}) {
		t.Errorf("set of a valid index on an heir: %d %v", c, h.keys(child))
	}
	if c := h.Set(h.plain(), Int(9), Int(5), self, &p); c != RejIndex {
		t.Errorf("set with a typed array as receiver: %d", c)
	}
	for i, c := range []struct {
		d    Desc
		want uint32
	}{
		{Desc{Value: Int(1), Has: HasValue}, OpTyped},
		{Desc{Value: Int(1), Has: HasValue | WEC, Attrs: WEC}, OpTyped},
		{Desc{Has: Writable, Attrs: 0}, RejIndex},
		{Desc{Has: Configurable, Attrs: 0}, RejIndex},
		{Desc{Getter: Undefined, Has: HasGet}, RejIndex},
		{Desc{}, OpDone},
	} {
		if got := h.DefineOwn(a, Int(0), &c.d); got != c.want {
			t.Errorf("define %d: %d, want %d", i, got, c.want)
		}
	}
	if h.DefineOwn(a, Int(3), &Desc{Value: Int(1), Has: HasValue}) != RejIndex {
		t.Error("define beyond the end")
	}
	if h.Delete(a, Int(0)) != RejNotConfigurable || h.Delete(a, Int(3)) != OpDone || h.Delete(a, h.key("1.5")) != OpDone {
		t.Error("delete")
	}
	h.put(t, a, "y", True)
	if got := h.keys(a); !sameStrings(got, []string{"0", "1", "2", "y"}) {
		t.Errorf("keys %v", got)
	}
	if c := h.SetIntegrity(a, Frozen); c != RejFixed || h.IsExtensible(a) {
		t.Errorf("freeze: %d", c)
	}
	empty := h.typed(t, ElemUint8, 0, NoIndex, 0, Int(0))
	if h.SetIntegrity(empty, Frozen) != OpDone || !h.TestIntegrity(empty, Frozen) {
		t.Error("freeze of an empty typed array")
	}
	if c := h.PreventExtensions(h.typed(t, ElemUint8, 0, 8, 0, Undefined)); c != RejFixed {
		t.Errorf("preventExtensions of a length-tracking array: %d", c)
	}
}

// jsNumber is Number::toString, made of what strconv gives.
func jsNumber(f float64) string {
	switch {
	case f != f:
		return "NaN"
	case f < 0:
		return "-" + jsNumber(-f)
	case f > math.MaxFloat64:
		return "Infinity"
	case f == 0:
		return "0"
	case f >= 1e21 || f < 1e-6:
		s := strconv.FormatFloat(f, 'e', -1, 64)
		for i := range s {
			if s[i] == 'e' && s[i+2] == '0' {
				return s[:i+2] + s[i+3:]
			}
		}
		return s
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

func TestTypedArrayCanonicalKeys(t *testing.T) {
	h := objectHeap(t)
	check := func(s string, want bool) {
		t.Helper()
		if got := h.isCanonicalNumeric(h.InternStr(s)); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
	for _, s := range []string{"-0", "0", "1", "-1", "1.5", "NaN", "Infinity", "-Infinity", "4294967295", "1e+21", "1e-7", "1.5e+300",
		"0.000001", "123456789012345680000", "5e-324", "1.7976931348623157e+308", "0.1", "100", "0.30000000000000004"} {
		check(s, true)
	}
	for _, s := range []string{"", "-", "+1", "01", "1.", ".5", "1.50", "1e21", "1e+20", "1e-6", "-NaN", "Inf", "Infinity ", "0x10", "1e400",
		"0.0000001", "1000000000000000000000", "0.1000000000000000055", "9007199254740993", "1e+021", "0.0", "00", "1n", "a", "--1", "1-2",
		"4.94e-324", "10e+21", "1.7976931348623159e+308", "e5", "1e", "1e+", "-00", "0e+25"} {
		check(s, false)
	}
	r := rand.New(rand.NewSource(1))
	for i := 0; i < 20000; i++ {
		f := math.Float64frombits(r.Uint64())
		if i%2 == 0 {
			f = float64(r.Intn(1e9)) / math.Pow(10, float64(r.Intn(20)))
		}
		s := jsNumber(f)
		check(s, true)
		b := []byte(s)
		b[r.Intn(len(b))] = "0123456789.e+-"[r.Intn(14)]
		g, err := strconv.ParseFloat(string(b), 64)
		check(string(b), err == nil && jsNumber(g) == string(b) || string(b) == "-0")
	}
}

// TestViewBounds: images are refused in which a view ends behind its buffer of a fixed
// length; a buffer that can be resized may have shrunk.
func TestViewBounds(t *testing.T) {
	for _, c := range []struct {
		kind                uint8
		et, bytes, max, off uint32
		length              Value
		ok                  bool
	}{
		{KTypedArray, ElemInt16, 16, NoIndex, 4, Int(6), true}, {KTypedArray, ElemInt16, 16, NoIndex, 4, Int(7), false},
		{KTypedArray, ElemInt16, 16, NoIndex, 17, Int(0), false}, {KTypedArray, ElemFloat64, 16, NoIndex, 0, Uint32(1 << 31), false},
		{KTypedArray, ElemInt8, 16, NoIndex, 16, Undefined, true}, {KTypedArray, ElemInt16, 16, 32, 4, Int(7), true},
		{KDataView, 0, 16, NoIndex, 4, Int(12), true}, {KDataView, 0, 16, NoIndex, 4, Int(13), false}, {KDataView, 0, 16, 32, 4, Int(13), true},
	} {
		h := objectHeap(t)
		a := h.typed(t, c.et, c.bytes, c.max, c.off, c.length)
		v := h.NewKind(c.kind, h.rootObject(RootObjectProto))
		h.SetU32(v+OffWord, c.et)
		for i := uint32(ViewBuffer); i <= ViewLength; i++ {
			h.SetInternal(v, i, h.Internal(a, i))
		}
		check := verifier{h: h}
		if check.checkTrusted(v); (check.err == nil) != c.ok {
			t.Errorf("%+v: %v", c, check.err)
		}
	}
}
