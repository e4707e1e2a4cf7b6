package builtin

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"firn/heap"
)

// newCall is a call in a fresh heap with the prototypes that leaves need.
func newCall(t testing.TB) *Call {
	t.Helper()
	h, err := heap.NewCage(nil, heap.Geometry{Stack: 1 << 20, Nursery: 1 << 20, RAM: 64 << 20})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(h.Close)
	h.InitObjects()
	object := h.NewObject(0, 0)
	h.SetRoot(RootObjectPrototype, heap.Object(object))
	function := h.NewObject(object, 0)
	h.SetRoot(RootFunctionPrototype, heap.Object(function))
	array := h.NewKind(heap.KArray, object)
	h.SetRoot(RootArrayPrototype, heap.Object(array))
	for _, r := range rootNames {
		switch {
		case strings.HasPrefix(r.name, "@@"):
			h.SetRoot(r.root, heap.Symbol(h.NewSymbol(h.NewStr(r.name), 0)))
		case strings.HasSuffix(r.name, "Prototype") && h.Root(r.root) == 0:
			h.SetRoot(r.root, heap.Object(h.NewObject(object, 0)))
		}
	}
	c := &Call{H: h}
	// Array with its species getter, so that species checks succeed.
	ctor := h.NewObject(function, 0)
	h.SetRoot(RootArray, heap.Object(ctor))
	getter := heap.Object(h.NewObject(function, 0))
	h.SetRoot(Rootget_Array_sym_species, getter)
	h.DefineOwn(ctor, h.Root(RootSymSpecies), &heap.Desc{Getter: getter, Has: heap.HasGet | heap.Configurable, Attrs: heap.Configurable})
	h.DefineOwn(array, h.Root(heap.RootAtomConstructor), &heap.Desc{Value: heap.Object(ctor), Has: heap.HasValue | heap.WEC, Attrs: heap.WC})
	return c
}

// call runs a leaf by its name.
func (c *Call) call(name string, this heap.Value, args ...heap.Value) heap.Value {
	for i, n := range leafNames {
		if n == name {
			h := c.H
			h.SetVal(h.StackBase, this)
			for j, a := range args {
				h.SetVal(h.StackBase+8+8*uint32(j), a)
			}
			h.StackTop = h.StackBase + 8 + 8*uint32(len(args))
			c.Enter(h.StackBase, uint32(len(args)), heap.Undefined, heap.Undefined)
			return c.Run(uint32(i))
		}
	}
	panic("no leaf " + name)
}

func (c *Call) str(s string) heap.Value { return heap.String(c.H.NewStr(s)) }

// json parses a JSON text into the heap.
func (c *Call) json(t *testing.T, text string) heap.Value {
	t.Helper()
	v := c.call("$ParseJSON", heap.Undefined, c.str(text))
	if c.Code != CodeNone {
		t.Fatalf("%s: %s", text, c.H.GoString(c.Text))
	}
	return v
}

// show writes a result as text: JSON where there is one, the error otherwise.
func (c *Call) show(v heap.Value) string {
	switch c.Code {
	case CodeNone:
	case CodeDecline:
		return "declines"
	case CodeNoMemory:
		return "no memory"
	default:
		return "throws " + c.H.GoString(c.Text)
	}
	switch {
	case v == heap.Undefined:
		return "undefined"
	case v.IsDouble() && v.Float() != v.Float():
		return "NaN"
	}
	s := c.call("$StringifyPlain", heap.Undefined, v, c.str(""))
	if !s.IsString() {
		return c.H.GoString(c.Display(v))
	}
	return c.H.GoString(s.Ref())
}

func TestGenerated(t *testing.T) {
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "runtime", "builtin"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "heap"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(root, "_gen"), filepath.Join(dir, "runtime", "_gen")); err != nil {
		t.Skip("needs a file system with symbolic links, and the right to make them: ", err)
	}
	roots, err := os.ReadFile("../../heap/roots.go")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "heap", "roots.go"), roots, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "run", filepath.Join(root, "_gen", "main.go"))
	cmd.Dir = filepath.Join(dir, "runtime")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, name := range []string{"builtin/zz_leaves.go", "builtin/zz_names.go", "builtin/zz_roots.go", "zz_intrinsics.go"} {
		want, err := os.ReadFile(filepath.Join(dir, "runtime", name))
		if err != nil {
			t.Fatal(err)
		}
		if have, _ := os.ReadFile(filepath.Join(root, name)); !bytes.Equal(have, want) {
			t.Errorf("%s is stale: run go generate ./runtime/builtin", name)
		}
	}
}

func TestNames(t *testing.T) {
	for _, n := range []string{"@@iterator", "SymIterator"} {
		if r, ok := RootByName(n); !ok || r != RootSymIterator {
			t.Errorf("%s is root %d", n, r)
		}
	}
	if _, ok := RootByName("Nothing"); ok {
		t.Error("a root called Nothing")
	}
	if n, args, ok := LeafByName("DefineIndex"); !ok || n != LDo_DefineIndex || args != 3 {
		t.Errorf("DefineIndex is leaf %d with %d arguments", n, args)
	}
	if _, _, ok := LeafByName("ArrayPrototype_push"); ok {
		t.Error("library code can name a built-in's leaf")
	}
	if LeafName(LArrayPrototype_push) != "ArrayPrototype_push" || LeafName(LDo_Push) != "$Push" || LeafName(NumLeaves) != "?" {
		t.Error("leaf names")
	}
}

func TestJSON(t *testing.T) {
	c := newCall(t)
	for _, s := range []string{
		`null`, `true`, `-0`, `12`, `1.5`, `"a\"\\\b\f\n\r\t\u0001é"`, `[]`, `{}`, `[1,[2,[3,{}]],{"a":{"b":[null]}}]`,
		`{"10":1,"2":2,"b":3,"a":4,"":5,"__proto__":6}`, `"\ud800"`,
	} {
		want := s
		switch s {
		case `-0`:
			want = "0"
		case `{"10":1,"2":2,"b":3,"a":4,"":5,"__proto__":6}`:
			want = `{"2":2,"10":1,"b":3,"a":4,"":5,"__proto__":6}`
		}
		if got := c.show(c.json(t, " "+s+"\n")); got != want {
			t.Errorf("%s gives %s", s, got)
		}
	}
	for text, want := range map[string]string{
		``:           "throws Unexpected end of JSON input",
		`[1,]`:       "throws Unexpected token ']' in JSON at position 3",
		`{"a":1,}`:   "throws Unexpected token '}' in JSON at position 7",
		`01`:         "throws Unexpected token '1' in JSON at position 1",
		`-`:          "throws Unexpected end of JSON input",
		`1.`:         "throws Unexpected end of JSON input",
		`"a`:         "throws Unterminated string in JSON at position 2",
		"\"\n\"":     "throws Bad control character in string literal in JSON at position 1",
		`"\x"`:       "throws Bad escaped character in JSON at position 2",
		`"\u12g4"`:   "throws Bad escaped character in JSON at position 5",
		`[1}`:        "throws Unexpected token '}' in JSON at position 2",
		`{a:1}`:      "throws Unexpected token 'a' in JSON at position 1",
		`nul`:        "throws Unexpected end of JSON input",
		`1 2`:        "throws Unexpected token '2' in JSON at position 2",
		"\u00a01":    "throws Unexpected token '\u00a0' in JSON at position 0",
		`"\ud83d😀"😀`: "throws Unexpected token '😀' in JSON at position 10",
	} {
		if got := c.show(c.call("$ParseJSON", heap.Undefined, c.str(text))); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	deep := strings.Repeat("[", 300000) + strings.Repeat("]", 300000)
	if v := c.call("$ParseJSON", heap.Undefined, c.str(deep)); !v.IsObject() {
		t.Error("deep nesting: " + c.show(v))
	} else if got := c.call("$StringifyPlain", heap.Undefined, v, c.str("")); got != heap.Null {
		t.Error("the library must write deep nesting")
	}
	v := c.json(t, `{"a":[1,{"b":[]}],"c":{}}`)
	s := c.call("$StringifyPlain", heap.Undefined, v, c.str("  "))
	if got, want := c.H.GoString(s.Ref()), "{\n  \"a\": [\n    1,\n    {\n      \"b\": []\n    }\n  ],\n  \"c\": {}\n}"; got != want {
		t.Errorf("indented: %s", got)
	}
	c.H.DefineOwn(c.rootObj(RootArrayPrototype), heap.String(c.H.InternStr("toJSON")), &heap.Desc{Value: heap.True, Has: heap.HasValue | heap.WEC, Attrs: heap.WEC})
	if got := c.call("$StringifyPlain", heap.Undefined, v, c.str("")); got != heap.Null {
		t.Error("toJSON was overlooked")
	}
}

func TestArrayLeaves(t *testing.T) {
	c := newCall(t)
	n := func(i int32) heap.Value { return heap.Int(i) }
	u := heap.Undefined
	for _, x := range []struct {
		name, this string
		args       []heap.Value
		want, left string
	}{
		{"push", `[1]`, []heap.Value{n(2), n(3)}, `3`, `[1,2,3]`},
		{"push", `[]`, nil, `0`, `[]`},
		{"pop", `[1,2]`, nil, `2`, `[1]`},
		{"pop", `[]`, nil, `undefined`, `[]`},
		{"shift", `[1,2,3]`, nil, `1`, `[2,3]`},
		{"shift", `[]`, nil, `undefined`, `[]`},
		{"unshift", `[3]`, []heap.Value{n(1), n(2)}, `3`, `[1,2,3]`},
		{"unshift", `[]`, []heap.Value{n(1)}, `1`, `[1]`},
		{"slice", `[1,2,3,4]`, []heap.Value{n(1), n(-1)}, `[2,3]`, `[1,2,3,4]`},
		{"slice", `[1,2]`, []heap.Value{n(5)}, `[]`, `[1,2]`},
		{"concat", `[1]`, []heap.Value{c.json(t, `[2,[3]]`), n(4)}, `[1,2,[3],4]`, `[1]`},
		{"splice", `[1,2,3,4]`, []heap.Value{n(1), n(2), n(9)}, `[2,3]`, `[1,9,4]`},
		{"splice", `[1,2]`, []heap.Value{n(1), n(0), n(7), n(8), n(9)}, `[]`, `[1,7,8,9,2]`},
		{"splice", `[1,2]`, []heap.Value{n(-1)}, `[2]`, `[1]`},
		{"splice", `[1,2]`, nil, `[]`, `[1,2]`},
		{"reverse", `[1,2,3]`, nil, `[3,2,1]`, `[3,2,1]`},
		{"fill", `[1,2,3]`, []heap.Value{n(0), n(1)}, `[1,0,0]`, `[1,0,0]`},
		{"copyWithin", `[1,2,3,4,5]`, []heap.Value{n(1), n(0), n(3)}, `[1,1,2,3,5]`, `[1,1,2,3,5]`},
		{"copyWithin", `[1,2,3,4,5]`, []heap.Value{n(0), n(3)}, `[4,5,3,4,5]`, `[4,5,3,4,5]`},
		{"indexOf", `["a","b","a"]`, []heap.Value{c.str("a"), n(1)}, `2`, ``},
		{"indexOf", `[1,null]`, []heap.Value{u}, `-1`, ``},
		{"includes", `[1,1.5,null]`, []heap.Value{heap.Double(1.5)}, `true`, ``},
		{"includes", `[0]`, []heap.Value{heap.Number(-1 / 1e308 / 1e308)}, `true`, ``},
		{"includes", `[]`, []heap.Value{u}, `false`, ``},
		{"join", `[1,"a",null,true,2.5]`, nil, `"1,a,,true,2.5"`, ``},
		{"join", `[1,2]`, []heap.Value{c.str("--")}, `"1--2"`, ``},
		{"join", `[[1]]`, nil, `declines`, ``},
		{"at", `[1,2]`, []heap.Value{n(-1)}, `2`, ``},
		{"at", `[1,2]`, []heap.Value{n(2)}, `undefined`, ``},
	} {
		this := c.json(t, x.this)
		if got := c.show(c.call("ArrayPrototype_"+x.name, this, x.args...)); got != x.want {
			t.Errorf("%s %s: %s, want %s", x.this, x.name, got, x.want)
		}
		c.Code = CodeNone
		if left := c.show(this); x.left != "" && left != x.left {
			t.Errorf("%s after %s: %s, want %s", x.this, x.name, left, x.left)
		}
	}
	if got := c.show(c.call("ArrayPrototype_push", c.json(t, `{}`), n(1))); got != "declines" {
		t.Error("push on an object: " + got)
	}
	holes := heap.Object(c.H.NewArray(3))
	if got := c.show(c.call("ArrayPrototype_includes", holes, u)); got != "true" {
		t.Error("holes are undefined: " + got)
	}
	if got := c.show(c.call("ArrayPrototype_fill", holes, n(7))); got != "[7,7,7]" {
		t.Error("fill of holes: " + got)
	}
	if got := c.show(c.call("ArrayPrototype_join", heap.Object(c.H.NewArray(3)))); got != `",,"` {
		t.Error("join of holes: " + got)
	}
	// An indexed property of a prototype shows through holes.
	c.H.CreateDataProperty(c.rootObj(RootArrayPrototype), n(1), n(5), new(heap.Prop))
	if got := c.show(c.call("ArrayPrototype_join", holes)); got != "declines" {
		t.Error("indexed prototype: " + got)
	}
}

func TestSort(t *testing.T) {
	c := newCall(t)
	for text, want := range map[string]string{
		`[]`:                    `[]`,
		`[10,9,1,-1,2.5]`:       `[-1,1,10,2.5,9]`,
		`["b","a","","aa","B"]`: `["","B","a","aa","b"]`,
		`["e","d","c","b","a"]`: `["a","b","c","d","e"]`,
		`[1,"a"]`:               `[1,"a"]`,
		`[3,1,2,3,1,2,3,1,2,3,1,2,3,1,2,3,1,2,3,1,2]`: `[1,1,1,1,1,1,1,2,2,2,2,2,2,2,3,3,3,3,3,3,3]`,
	} {
		v := c.json(t, text)
		r := c.call("$SortDefault", heap.Undefined, v)
		if (r == heap.False) != (text == `[1,"a"]`) {
			t.Errorf("%s: %s", text, c.show(r))
		}
		if got := c.show(v); got != want {
			t.Errorf("%s sorts to %s", text, got)
		}
	}
	// Stability, beyond one run.
	h := c.H
	list := h.NewArray(0)
	for i := int32(0); i < 1000; i++ {
		h.ArrayPush(list, c.pair(c.str(string(rune('a'+i*7%5))), heap.Int(i)))
	}
	c.call("$SortPairs", heap.Undefined, heap.Object(list))
	for i := uint32(1); i < 1000; i++ {
		a, b := c.element(list, i-1), c.element(list, i)
		d := h.Compare(c.element(a.Ref(), 0).Ref(), c.element(b.Ref(), 0).Ref())
		if d > 0 || d == 0 && c.element(a.Ref(), 1).Int32() >= c.element(b.Ref(), 1).Int32() {
			t.Fatalf("pairs %d and %d are out of order", i-1, i)
		}
	}
}

func TestStringLeaves(t *testing.T) {
	c := newCall(t)
	n := func(i int32) heap.Value { return heap.Int(i) }
	for _, x := range []struct {
		name, this string
		args       []heap.Value
		want       string
	}{
		{"at", "abc", []heap.Value{n(-1)}, `"c"`},
		{"charAt", "abc", []heap.Value{n(3)}, `""`},
		{"charCodeAt", "abc", nil, `97`},
		{"charCodeAt", "abc", []heap.Value{n(9)}, `NaN`},
		{"codePointAt", "😀", []heap.Value{n(0)}, `128512`},
		{"codePointAt", "😀", []heap.Value{n(1)}, `56832`},
		{"indexOf", "banana", []heap.Value{c.str("an"), n(2)}, `3`},
		{"indexOf", "banana", []heap.Value{n(1)}, `declines`},
		{"includes", "banana", []heap.Value{c.str("x")}, `false`},
		{"startsWith", "banana", []heap.Value{c.str("an"), n(1)}, `true`},
		{"endsWith", "banana", []heap.Value{c.str("an"), n(5)}, `true`},
		{"endsWith", "banana", []heap.Value{c.str("na")}, `true`},
		{"slice", "banana", []heap.Value{n(-3), n(-1)}, `"an"`},
		{"substring", "banana", []heap.Value{n(4), n(1)}, `"ana"`},
		{"split", "a,b,,c", []heap.Value{c.str(",")}, `["a","b","","c"]`},
		{"split", "abc", []heap.Value{c.str("")}, `["a","b","c"]`},
		{"split", "", []heap.Value{c.str("")}, `[]`},
		{"repeat", "ab", []heap.Value{n(3)}, `"ababab"`},
		{"repeat", "ab", []heap.Value{n(-1)}, `declines`},
		{"repeat", "ab", []heap.Value{n(268435440)}, `throws Invalid string length`},
		{"toUpperCase", "straße", nil, `"STRASSE"`},
		{"trim", " a\u00a0", nil, `"a"`},
	} {
		if got := c.show(c.call("StringPrototype_"+x.name, c.str(x.this), x.args...)); got != x.want {
			t.Errorf("%q.%s: %s, want %s", x.this, x.name, got, x.want)
		}
	}
	sub := func(matched, str string, pos int32, caps, template string) string {
		return c.show(c.call("$GetSubstitution", heap.Undefined, c.str(matched), c.str(str), n(pos), c.json(t, caps), heap.False, c.str(template)))
	}
	if got := sub("b", "abc", 1, `["X"]`, "[$`$&$'$1$2$$]"); got != `"[abcX$2$]"` {
		t.Error("substitution: " + got)
	}
	if got := sub("QQ", "abc", 2, `[]`, "<$`|$&|$'>"); got != `"<ab|QQ|>"` {
		t.Error("substitution of a foreign match: " + got)
	}
}

func TestCollections(t *testing.T) {
	c := newCall(t)
	m := c.call("$MapCreate", heap.Undefined, c.H.Root(RootMapPrototype))
	for i := int32(0); i < 100; i++ {
		c.call("MapPrototype_set", m, heap.Int(i), heap.Int(i*i))
	}
	c.call("MapPrototype_delete", m, heap.Int(50))
	if got := c.show(c.call("get_MapPrototype_size", m)); got != "99" {
		t.Error("size " + got)
	}
	it := c.call("MapPrototype_entries", m)
	sum, count := int32(0), 0
	for {
		v := c.TableIteratorStep(it.Ref())
		if v == heap.Empty {
			break
		}
		sum += c.element(v.Ref(), 1).Int32()
		count++
		if count == 10 {
			c.call("MapPrototype_set", m, c.str("new"), heap.Int(0))
		}
	}
	if sum != 328350-2500 || count != 100 {
		t.Errorf("iteration: sum %d of %d entries", sum, count)
	}
	if got := c.show(c.call("MapIteratorPrototype_next", it)); got != "{\"done\":true}" {
		t.Error("a finished iterator gives " + got)
	}
	if got := c.show(c.call("MapPrototype_get", heap.Int(1), heap.Int(1))); got != "throws Method Map.prototype.get called on incompatible receiver 1" {
		t.Error(got)
	}
	w := c.call("$WeakCreate", heap.Undefined, c.H.Root(RootWeakMapPrototype), heap.False)
	if got := c.show(c.call("WeakMapPrototype_set", w, heap.Int(1), heap.Int(1))); got != "throws Invalid value used as weak map key: 1" {
		t.Error(got)
	}
	c.Code = CodeNone
	c.call("WeakMapPrototype_set", w, m, heap.Int(7))
	if got := c.show(c.call("WeakMapPrototype_get", w, m)); got != "7" {
		t.Error("weak get: " + got)
	}
}

func TestNumbersAndMath(t *testing.T) {
	c := newCall(t)
	for _, x := range []struct {
		leaf string
		this heap.Value
		args []heap.Value
		want string
	}{
		{"NumberPrototype_toString", heap.Int(255), []heap.Value{heap.Int(16)}, `"ff"`},
		{"NumberPrototype_toString", heap.Int(-7), nil, `"-7"`},
		{"NumberPrototype_toString", heap.Double(0.1), nil, `"0.1"`},
		{"NumberPrototype_toFixed", heap.Double(1.005), []heap.Value{heap.Int(2)}, `"1.00"`},
		{"parseInt", heap.Undefined, []heap.Value{c.str(" 0x1Fz")}, `31`},
		{"parseInt", heap.Undefined, []heap.Value{c.str("z"), heap.Int(36)}, `35`},
		{"parseFloat", heap.Undefined, []heap.Value{c.str("3.14abc")}, `3.14`},
		{"Math_max", heap.Undefined, []heap.Value{heap.Int(1), heap.Double(2.5)}, `2.5`},
		{"Math_max", heap.Undefined, []heap.Value{heap.Int(1), c.str("2")}, `declines`},
		{"Math_floor", heap.Undefined, []heap.Value{heap.Double(-1.5)}, `-2`},
		{"Math_hypot", heap.Undefined, []heap.Value{heap.Int(3), heap.Int(4)}, `5`},
		{"Math_clz32", heap.Undefined, []heap.Value{heap.Int(1)}, `31`},
		{"Number_isInteger", heap.Undefined, []heap.Value{heap.Double(1e300)}, `true`},
		{"$ParseFloat", heap.Undefined, []heap.Value{c.str("é")}, `NaN`},
		{"$DateParse", heap.Undefined, []heap.Value{c.str("2000-01-01T00:00:00Z")}, `946684800000`},
	} {
		if got := c.show(c.call(x.leaf, x.this, x.args...)); got != x.want {
			t.Errorf("%s: %s, want %s", x.leaf, got, x.want)
		}
	}
}

func TestTypedArrays(t *testing.T) {
	c := newCall(t)
	h := c.H
	buffer := c.call("$NewArrayBuffer", heap.Undefined, h.Root(RootArrayBufferPrototype), heap.Int(16), heap.Undefined)
	make := func(typ, offset, length int32) heap.Value {
		return c.call("$NewTypedArray", heap.Undefined, h.Root(RootInt8ArrayPrototype), heap.Int(typ), buffer, heap.Int(offset), heap.Int(length))
	}
	bytes := make(heap.ElemInt8, 0, 16)
	show := func(a heap.Value, n uint32) string {
		list := h.NewArray(0)
		for i := uint32(0); i < n; i++ {
			h.ArrayPush(list, h.TypedGet(a.Ref(), i))
		}
		return c.show(heap.Object(list))
	}
	for i := uint32(0); i < 16; i++ {
		h.TypedSet(bytes.Ref(), i, heap.Int(int32(i*37%16)-8))
	}
	c.call("$TypedSort", heap.Undefined, bytes)
	if got := show(bytes, 16); got != `[-8,-7,-6,-5,-4,-3,-2,-1,0,1,2,3,4,5,6,7]` {
		t.Error("sort: " + got)
	}
	c.call("$TypedReverse", heap.Undefined, bytes)
	// Widening over itself: elements are read before they are overwritten.
	words := make(heap.ElemInt16, 0, 8)
	c.call("$TypedCopy", heap.Undefined, words, heap.Int(0), bytes, heap.Int(0), heap.Int(8))
	if got := show(words, 8); got != `[7,6,5,4,3,2,1,0]` {
		t.Error("copy: " + got)
	}
	c.call("$TypedMove", heap.Undefined, words, heap.Int(1), heap.Int(0), heap.Int(3))
	if got := show(words, 8); got != `[7,7,6,5,3,2,1,0]` {
		t.Error("move: " + got)
	}
	if got := c.show(c.call("$TypedSearch", heap.Undefined, words, heap.Int(7), heap.Int(7), heap.Int(8), heap.Int(1))); got != "1" {
		t.Error("search: " + got)
	}
	view := heap.Object(h.NewKind(heap.KDataView, c.rootObj(RootDataViewPrototype)))
	h.SetInternal(view.Ref(), 0, buffer)
	h.SetInternal(view.Ref(), 1, heap.Int(1))
	h.SetInternal(view.Ref(), 2, heap.Int(8))
	c.call("DataViewPrototype_setUint32", view, heap.Int(3), heap.Double(4026597203))
	if got := c.show(c.call("DataViewPrototype_getUint16", view, heap.Int(4), heap.True)); got != "65280" {
		t.Error("view: " + got)
	}
	if got := c.show(c.call("DataViewPrototype_getFloat64", view, heap.Int(1))); got != "throws Offset is outside the bounds of the DataView" {
		t.Error(got)
	}
	c.Code = CodeNone
	c.call("$DetachBuffer", heap.Undefined, buffer)
	if got := c.show(c.call("$TypedArrayLength", heap.Undefined, words)); got != "-1" {
		t.Error("length after detaching: " + got)
	}
}
