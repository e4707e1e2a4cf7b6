// Command _gen makes the intrinsics files from _gen/intrinsics/*.txt (format:
// _gen/intrinsics/README). Run it in the runtime directory.
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

const (
	firstRoot = 64  // heap.FirstRuntimeRoot
	lastRoot  = 382 // heap.RootHandles - 1
)

// impl is how a function is implemented.
type impl struct {
	kind string // js, go or fast
	leaf string // leaf function, "" = none
	lib  string // library function, "" = none
}

type prop struct {
	kind   string // method, accessor, value, alias
	key    string // as written
	fn     function
	set    function
	expr   string // value: Go source of an Expr; alias: the other key
	attrs  uint32
	absent []string
}

type function struct {
	name   string // its name property
	length int
	impl   impl
	root   string // root constant, "" = none
}

type intrinsic struct {
	kind      string // symbol, object, constructor, function
	name      string
	root      string
	proto     string // intrinsic name, "null" or ""
	prototype string
	cell      string
	global    string
	init      string
	abstract  bool
	fn        function
	props     []*prop
	absent    []string
}

type leafRow struct {
	name, fn, doc string
	args          int
	internal      bool // a $name
}

type table struct {
	intrinsics []*intrinsic
	byName     map[string]*intrinsic
	libcalls   []string
	leaves     []leafRow
	leafSeen   map[string]bool
	roots      []string // names of intrinsics, in order
	rootSeen   map[string]bool
	where      string
}

func main() {
	log.SetFlags(0)
	t := &table{byName: map[string]*intrinsic{}, leafSeen: map[string]bool{}, rootSeen: map[string]bool{}}
	files, err := filepath.Glob("_gen/intrinsics/*.txt")
	if err != nil || len(files) == 0 {
		log.Fatal("no _gen/intrinsics/*.txt here: ", err)
	}
	sort.Strings(files)
	for _, f := range files {
		t.read(f)
	}
	t.check()
	sort.Slice(t.leaves, func(i, j int) bool { return t.leaves[i].fn < t.leaves[j].fn })
	write("builtin/zz_leaves.go", t.leafSource())
	write("builtin/zz_names.go", t.nameSource())
	write("builtin/zz_roots.go", t.rootSource())
	write("zz_intrinsics.go", t.intrinsicSource())
}

func (t *table) fail(f string, args ...interface{}) {
	log.Fatalf("%s: %s", t.where, fmt.Sprintf(f, args...))
}

var token = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|\S+`)

func (t *table) read(file string) {
	text, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	var cur *intrinsic
	for n, line := range strings.Split(string(text), "\n") {
		t.where = fmt.Sprintf("%s:%d", file, n+1)
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		w := token.FindAllString(line, -1)
		var absent []string
		if w[0] != "leaf" {
			for len(w) > 1 && w[len(w)-1][0] == '!' {
				absent = append(absent, w[len(w)-1][1:])
				w = w[:len(w)-1]
			}
		}
		switch w[0] {
		case "symbol", "object", "constructor", "function":
			cur = t.object(w)
			cur.absent = absent
		case "extend":
			// More properties of an object that another file declares.
			if cur = t.byName[w[1]]; cur == nil {
				t.fail("%s is not declared yet", w[1])
			}
		case "leaf":
			if len(w) < 4 {
				t.fail("want leaf NAME ARGS doc")
			}
			args := -1
			if !strings.HasSuffix(w[2], "+") {
				args = t.number(w[2])
			}
			name := strings.TrimPrefix(w[1], "$")
			t.addLeaf(leafRow{name: name, fn: "Do_" + name, doc: strings.Join(w[3:], " "), args: args, internal: true})
		case "libcall":
			for _, n := range w[1:] {
				if t.rootSeen["Lib"+n] {
					t.fail("libcall %s twice", n)
				}
				t.rootSeen["Lib"+n] = true
				t.libcalls = append(t.libcalls, n)
			}
		default:
			if cur == nil {
				t.fail("%s outside an object", w[0])
			}
			t.property(cur, w, absent)
		}
	}
}

func (t *table) number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		t.fail("%q is not a number", s)
	}
	return n
}

func (t *table) addLeaf(l leafRow) {
	if t.leafSeen[l.fn] {
		t.fail("leaf %s twice", l.fn)
	}
	t.leafSeen[l.fn] = true
	t.leaves = append(t.leaves, l)
}

func (t *table) addRoot(name string) string {
	if t.rootSeen[name] {
		t.fail("%s twice", name)
	}
	t.rootSeen[name] = true
	t.roots = append(t.roots, name)
	return "Root" + strings.TrimPrefix(name, "@@")
}

// ident is the part of a function's name that stands for a key.
func ident(key string) string {
	return strings.Replace(key, "@@", "sym_", 1)
}

// display is the name property of the function under key.
func display(key string) string {
	if strings.HasPrefix(key, "@@") {
		return "[Symbol." + key[2:] + "]"
	}
	return key
}

func (t *table) impl(kind, name string) impl {
	m := impl{kind: kind}
	switch kind {
	case "js":
		m.lib = name
	case "go":
		m.leaf = name
	case "fast":
		m.lib, m.leaf = name, name
	default:
		t.fail("implementation %q: want js, go or fast", kind)
	}
	if m.leaf != "" {
		t.addLeaf(leafRow{name: name, fn: name, doc: "the built-in of that name", args: -1})
	}
	return m
}

func (t *table) object(w []string) *intrinsic {
	o := &intrinsic{kind: w[0], name: w[1]}
	rest := w[2:]
	if o.kind == "symbol" {
		o.name = "@@" + o.name
		o.root = t.addRoot("Sym" + strings.ToUpper(w[1][:1]) + w[1][1:])
	} else {
		o.root = t.addRoot(o.name)
	}
	if o.kind == "constructor" || o.kind == "function" {
		if len(rest) < 2 {
			t.fail("want %s NAME LENGTH IMPL", o.kind)
		}
		o.fn = function{name: o.name, length: t.number(rest[0]), impl: t.impl(rest[1], o.name), root: o.root}
		rest = rest[2:]
	}
	if o.kind == "constructor" {
		o.prototype = o.name + "Prototype"
	}
	for len(rest) > 0 {
		switch {
		case rest[0] == "global":
			o.global = o.name
			if o.kind == "function" && len(rest) > 1 {
				o.global = rest[1]
				o.fn.name = rest[1]
				rest = rest[1:]
			}
			rest = rest[1:]
			continue
		case rest[0] == "abstract":
			o.abstract = true
			rest = rest[1:]
			continue
		case len(rest) < 2:
			t.fail("option %s", rest[0])
		case rest[0] == "proto":
			o.proto = rest[1]
		case rest[0] == "prototype":
			o.prototype = rest[1]
		case rest[0] == "kind":
			o.cell = rest[1]
		case rest[0] == "init":
			o.init = t.expr(rest[1])
		case rest[0] == "name":
			s, err := strconv.Unquote(rest[1])
			if err != nil {
				t.fail("name %s", rest[1])
			}
			o.fn.name = s
		default:
			t.fail("option %s", rest[0])
		}
		rest = rest[2:]
	}
	t.intrinsics = append(t.intrinsics, o)
	t.byName[o.name] = o
	return o
}

var attrBits = map[byte]uint32{'w': 1, 'e': 2, 'c': 4}

func (t *table) attrs(s string) (a uint32) {
	for i := range s {
		b := attrBits[s[i]]
		if b == 0 {
			t.fail("attributes %q", s)
		}
		a |= b
	}
	return a
}

func (t *table) property(o *intrinsic, w []string, absent []string) {
	if len(w) < 3 {
		t.fail("short row")
	}
	key := w[1]
	p := &prop{kind: w[0], key: key, absent: absent}
	name := o.name + "_" + ident(key)
	switch w[0] {
	case "method":
		if len(w) < 4 {
			t.fail("want method KEY LENGTH IMPL [root] [ATTRS]")
		}
		p.fn = function{name: display(key), length: t.number(w[2]), impl: t.impl(w[3], name)}
		p.attrs = 5
		for _, x := range w[4:] {
			if x == "root" {
				t.addRoot(name)
				p.fn.root = "Root" + name
			} else {
				p.attrs = t.attrs(strings.TrimPrefix(x, "-"))
			}
		}
	case "getter":
		p.kind, p.attrs = "accessor", 4
		p.fn = function{name: "get " + display(key), impl: t.impl(w[2], "get_"+name)}
		for _, x := range w[3:] {
			if x != "root" {
				t.fail("getter option %s", x)
			}
			t.addRoot("get_" + name)
			p.fn.root = "Root" + "get_" + name
		}
	case "accessor":
		// Getter and setter are an intrinsic function.
		if len(w) != 4 || w[2] != w[3] || w[2][0] != '%' {
			t.fail("want accessor KEY %%NAME%% %%NAME%%, the same function")
		}
		p.attrs = 4
		p.fn = function{impl: impl{kind: "root"}, root: "Root" + strings.Trim(w[2], "%")}
		p.set = p.fn
	case "setter":
		if len(o.props) == 0 || o.props[len(o.props)-1].key != key {
			t.fail("a setter follows its getter")
		}
		o.props[len(o.props)-1].set = function{name: "set " + display(key), length: 1, impl: t.impl(w[2], "set_"+name)}
		return
	case "value":
		p.expr = t.expr(w[2])
		if len(w) > 3 {
			p.attrs = t.attrs(w[3])
		}
	case "alias":
		p.expr, p.attrs = w[2], 5
		if len(w) > 3 {
			p.attrs = t.attrs(w[3])
		}
	default:
		t.fail("row %s", w[0])
	}
	for _, q := range o.props {
		if q.key == key {
			t.fail("%s has %s twice", o.name, key)
		}
	}
	o.props = append(o.props, p)
}

// expr is the Go source of an Expr. References are written as %%NAME%% and
// resolved at the end, when all names are known.
func (t *table) expr(s string) string {
	switch {
	case s[0] == '"':
		v, err := strconv.Unquote(s)
		if err != nil {
			t.fail("string %s", s)
		}
		return fmt.Sprintf("Expr{Kind: ExprString, Text: %q}", v)
	case s[0] == '%':
		name, key, _ := strings.Cut(strings.Trim(s, "%"), ".")
		if key != "" {
			return fmt.Sprintf("Expr{Kind: ExprProperty, Root: builtin.Root%s, Text: %q}", name, key)
		}
		return fmt.Sprintf("Expr{Kind: ExprRoot, Root: builtin.Root%s}", name)
	case strings.HasPrefix(s, "@@"):
		return fmt.Sprintf("Expr{Kind: ExprRoot, Root: builtin.RootSym%s}", strings.ToUpper(s[2:3])+s[3:])
	case s == "undefined":
		return "Expr{Kind: ExprUndefined}"
	case s == "null":
		return "Expr{Kind: ExprNull}"
	case s == "true", s == "false":
		return fmt.Sprintf("Expr{Kind: ExprBool, Number: %d}", map[string]int{"true": 1, "false": 0}[s])
	case s == "NaN":
		return "Expr{Kind: ExprNumber, Number: math.NaN()}"
	case s == "Infinity":
		return "Expr{Kind: ExprNumber, Number: math.Inf(1)}"
	case s == "-Infinity":
		return "Expr{Kind: ExprNumber, Number: math.Inf(-1)}"
	}
	if _, err := strconv.ParseFloat(s, 64); err != nil {
		t.fail("value %s", s)
	}
	return fmt.Sprintf("Expr{Kind: ExprNumber, Number: %s}", s)
}

// check looks at what can only be seen at the end.
func (t *table) check() {
	t.where = "intrinsics"
	for _, o := range t.intrinsics {
		for _, ref := range []string{o.proto, o.prototype} {
			if ref != "" && ref != "null" && t.byName[ref] == nil {
				t.fail("%s refers to %s, which is not declared", o.name, ref)
			}
		}
		for _, p := range o.props {
			if p.kind != "alias" {
				continue
			}
			ok := false
			for _, q := range o.props {
				if q == p {
					break
				}
				ok = ok || q.key == p.expr
			}
			if !ok {
				t.fail("%s: alias %s of %s, which does not come before", o.name, p.key, p.expr)
			}
		}
	}
	if n := firstRoot + len(t.roots) + len(t.libcalls); n > lastRoot+1 {
		t.fail("%d roots; heap.NumRoots allows %d", n, lastRoot+1)
	}
}

const header = "// Code generated by runtime/_gen from intrinsics/*.txt; DO NOT EDIT.\n\n"

func (t *table) leafSource() []byte {
	var b bytes.Buffer
	fmt.Fprint(&b, "//firn:core\n\n", header, "package builtin\n\nimport \"firn/heap\"\n\n// The leaves.\nconst (\n")
	for i, l := range t.leaves {
		if i == 0 {
			fmt.Fprintf(&b, "L%s = iota // %s\n", l.fn, l.doc)
		} else if l.internal {
			fmt.Fprintf(&b, "L%s // %s\n", l.fn, l.doc)
		} else {
			fmt.Fprintf(&b, "L%s\n", l.fn)
		}
	}
	fmt.Fprint(&b, "\n// NumLeaves is the number of leaves.\nNumLeaves\n)\n\n// Run calls a leaf.\nfunc (c *Call) Run(leaf uint32) heap.Value {\nswitch leaf {\n")
	for _, l := range t.leaves {
		fmt.Fprintf(&b, "case L%s:\nreturn %s(c)\n", l.fn, l.fn)
	}
	fmt.Fprint(&b, "}\nreturn heap.Undefined\n}\n")
	return b.Bytes()
}

func (t *table) nameSource() []byte {
	var b bytes.Buffer
	fmt.Fprint(&b, header, "package builtin\n\n// leafNames are the names of the leaves; a $name of library code has its $.\nvar leafNames = [NumLeaves]string{\n")
	var internal []leafRow
	for _, l := range t.leaves {
		name := l.name
		if l.internal {
			name = "$" + name
			internal = append(internal, l)
		}
		fmt.Fprintf(&b, "L%s: %q,\n", l.fn, name)
	}
	fmt.Fprint(&b, "}\n\n// internalLeaves are the $names of library code, sorted, with their number of\n// arguments (-1: any).\nvar internalLeaves = []leafInfo{\n")
	sort.Slice(internal, func(i, j int) bool { return internal[i].name < internal[j].name })
	for _, l := range internal {
		fmt.Fprintf(&b, "{%q, LDo_%s, %d},\n", l.name, l.name, l.args)
	}
	fmt.Fprint(&b, "}\n\n// rootNames are the names of roots, sorted: intrinsics (symbols as @@name),\n// and library functions that the driver calls as Lib names.\nvar rootNames = []rootInfo{\n")
	type rn struct{ name, c string }
	var rs []rn
	for _, o := range t.intrinsics {
		rs = append(rs, rn{o.name, o.root})
		for _, p := range o.props {
			if p.fn.root != "" {
				rs = append(rs, rn{strings.TrimPrefix(p.fn.root, "Root"), p.fn.root})
			}
		}
	}
	for _, n := range t.libcalls {
		rs = append(rs, rn{"Lib" + n, "Lib" + n})
	}
	sort.Slice(rs, func(i, j int) bool { return rs[i].name < rs[j].name })
	for _, r := range rs {
		fmt.Fprintf(&b, "{%q, %s},\n", r.name, r.c)
	}
	fmt.Fprint(&b, "}\n")
	return b.Bytes()
}

// heapRoots reads the roots that heap itself declares; an intrinsic with the
// same name (ObjectPrototype is RootObjectProto there) shares the number.
func heapRoots() map[string]bool {
	text, err := os.ReadFile("../heap/roots.go")
	if err != nil {
		log.Fatal(err)
	}
	m := map[string]bool{}
	for _, s := range regexp.MustCompile(`(?m)^\s*(Root\w+)\s*=\s*\d+`).FindAllStringSubmatch(string(text), -1) {
		m[s[1]] = true
	}
	return m
}

func (t *table) rootSource() []byte {
	var b bytes.Buffer
	known := heapRoots()
	alias := map[string]string{}
	for _, n := range t.roots {
		for _, c := range []string{"Root" + n, "Root" + strings.Replace(n, "Prototype", "Proto", 1)} {
			if known[c] {
				alias[n] = "heap." + c
			}
		}
	}
	fmt.Fprint(&b, "//firn:core\n\n", header, "package builtin\n\n")
	if len(alias) > 0 {
		fmt.Fprint(&b, "import \"firn/heap\"\n\n")
	}
	fmt.Fprint(&b, "// Roots of intrinsics: entries of the heap's root table.\nconst (\n")
	next := firstRoot
	for _, n := range t.roots {
		if a := alias[n]; a != "" {
			fmt.Fprintf(&b, "Root%s = %s\n", n, a)
			continue
		}
		fmt.Fprintf(&b, "Root%s = %d\n", n, next)
		next++
	}
	fmt.Fprint(&b, ")\n\n// Roots of the library functions that the driver calls.\nconst (\n")
	for _, n := range t.libcalls {
		fmt.Fprintf(&b, "Lib%s = %d\n", n, next)
		next++
	}
	fmt.Fprintf(&b, "\n// EndRoots is the first root that the table does not use.\nEndRoots = %d\n)\n", next)
	return b.Bytes()
}

func (f function) source() string {
	if f.impl.kind == "" {
		return "Func{}"
	}
	s := fmt.Sprintf("Func{Name: %q, Length: %d, Impl: Impl%s", f.name, f.length, strings.ToUpper(f.impl.kind[:1])+f.impl.kind[1:])
	if f.impl.leaf != "" {
		s += ", Leaf: builtin.L" + f.impl.leaf
	}
	if f.impl.lib != "" {
		s += fmt.Sprintf(", Lib: %q", f.impl.lib)
	}
	if f.root != "" {
		s += ", Root: builtin." + f.root
	}
	return s + "}"
}

func presets(absent []string) string {
	if len(absent) == 0 {
		return ""
	}
	s := ", Absent: 0"
	for _, a := range absent {
		s += "|Preset" + strings.ToUpper(a[:1]) + a[1:]
	}
	return s
}

func (t *table) intrinsicSource() []byte {
	var b bytes.Buffer
	fmt.Fprint(&b, header, "package runtime\n\nimport (\n\"math\"\n\n\"firn/heap\"\n\"firn/runtime/builtin\"\n)\n\n", types,
		"\n// intrinsics is every primordial, in the order of construction.\nvar intrinsics = []Intrinsic{\n")
	for _, o := range t.intrinsics {
		fmt.Fprintf(&b, "{Name: %q, Kind: Is%s, Root: builtin.%s", o.name, strings.ToUpper(o.kind[:1])+o.kind[1:], o.root)
		proto := o.proto
		if proto == "" {
			proto = "ObjectPrototype"
			if o.kind == "function" || o.kind == "constructor" {
				proto = "FunctionPrototype"
			}
			if o.kind == "symbol" {
				proto = "null"
			}
		}
		if proto == "null" {
			fmt.Fprint(&b, ", NullProto: true")
		} else {
			fmt.Fprintf(&b, ", Proto: builtin.Root%s", proto)
		}
		if o.prototype != "" && o.prototype != "null" {
			fmt.Fprintf(&b, ", Prototype: builtin.Root%s", o.prototype)
		}
		if o.cell != "" {
			fmt.Fprintf(&b, ", Cell: heap.%s", o.cell)
		} else if o.kind == "object" {
			fmt.Fprint(&b, ", Cell: heap.KObject")
		}
		if o.global != "" {
			fmt.Fprintf(&b, ", Global: %q", o.global)
		}
		if o.init != "" {
			fmt.Fprintf(&b, ", Init: %s", o.init)
		}
		if o.abstract {
			fmt.Fprint(&b, ", Abstract: true")
		}
		if o.fn.impl.kind != "" {
			fmt.Fprintf(&b, ", Func: %s", o.fn.source())
		}
		fmt.Fprint(&b, presets(o.absent))
		if len(o.props) > 0 {
			fmt.Fprint(&b, ", Props: []Property{\n")
			for _, p := range o.props {
				fmt.Fprintf(&b, "{Kind: Prop%s, Key: %q, Attrs: %d", strings.ToUpper(p.kind[:1])+p.kind[1:], p.key, p.attrs)
				switch p.kind {
				case "method":
					fmt.Fprintf(&b, ", Func: %s", p.fn.source())
				case "accessor":
					fmt.Fprintf(&b, ", Func: %s", p.fn.source())
					if p.set.impl.kind != "" {
						fmt.Fprintf(&b, ", Set: %s", p.set.source())
					}
				case "value":
					fmt.Fprintf(&b, ", Value: %s", p.expr)
				case "alias":
					fmt.Fprintf(&b, ", Alias: %q", p.expr)
				}
				fmt.Fprint(&b, presets(p.absent), "},\n")
			}
			fmt.Fprint(&b, "}")
		}
		fmt.Fprint(&b, "},\n")
	}
	fmt.Fprint(&b, "}\n\n// libCalls are the library functions that the driver calls.\nvar libCalls = []LibCall{\n")
	for _, n := range t.libcalls {
		fmt.Fprintf(&b, "{%q, builtin.Lib%s},\n", n, n)
	}
	fmt.Fprint(&b, "}\n\nvar _ = math.NaN\n")
	return b.Bytes()
}

const types = `
// Impl is how a built-in function is implemented.
type Impl uint8

// The implementations.
const (
	ImplNone Impl = iota
	ImplJs   // the function Lib of runtime/lib
	ImplGo   // the leaf Leaf
	ImplFast // both: the leaf is tried first and may decline
	ImplRoot // the intrinsic function Root
)

// Func describes a built-in function.
type Func struct {
	Name   string // its name property
	Length int
	Impl   Impl
	Leaf   uint32 // for ImplGo and ImplFast
	Lib    string // for ImplJs and ImplFast
	Root   uint32 // root that holds it, 0 = none
}

// ExprKind tells what an Expr is.
type ExprKind uint8

// The kinds of expressions.
const (
	ExprNone ExprKind = iota
	ExprUndefined
	ExprNull
	ExprBool     // Number is 0 or 1
	ExprNumber   // Number
	ExprString   // Text
	ExprRoot     // the value of Root
	ExprProperty // own property Text of the object in Root, which comes before
)

// Expr is a constant value in the table.
type Expr struct {
	Kind   ExprKind
	Number float64
	Text   string
	Root   uint32
}

// PropKind tells what a Property is.
type PropKind uint8

// The kinds of properties.
const (
	PropMethod   PropKind = iota // a data property holding the function Func
	PropAccessor                 // getter Func, setter Set if it has an Impl
	PropValue                    // data property Value
	PropAlias                    // data property with the same value as property Alias
)

// Property is an own property of an intrinsic.
type Property struct {
	Kind   PropKind
	Key    string // a name, or @@name for a well-known symbol
	Attrs  uint32 // heap.Writable, Enumerable, Configurable
	Func   Func
	Set    Func
	Value  Expr
	Alias  string
	Absent Presets
}

// Presets is a set of presets.
type Presets uint8

// The presets.
const (
	PresetDraft Presets = 1 << iota
	PresetSes
	PresetEndo
)

// IntrinsicKind tells what an Intrinsic is.
type IntrinsicKind uint8

// The kinds of intrinsics.
const (
	IsSymbol      IntrinsicKind = iota // a well-known symbol; Name is @@name
	IsObject                           // an object of kind Cell
	IsConstructor                      // a function with [[Construct]] and the property prototype
	IsFunction                         // a function without
)

// Intrinsic is one primordial.
type Intrinsic struct {
	Name      string
	Kind      IntrinsicKind
	Root      uint32
	Proto     uint32 // root of its prototype, unless NullProto
	NullProto bool
	Prototype uint32 // constructors: root of the prototype property
	Cell      uint8  // objects: cell kind
	Init      Expr   // objects: internal slot 0
	Global    string // name on the global object, "" = none
	Abstract  bool
	Func      Func // constructors and functions
	Props     []Property
	Absent    Presets
}

// LibCall is a library function that the driver calls.
type LibCall struct {
	Name string
	Root uint32
}
`

func write(name string, data []byte) {
	src, err := format.Source(data)
	if err != nil {
		log.Fatal(name, ": ", err)
	}
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, src) {
		return
	}
	if err := os.WriteFile(name, src, 0o644); err != nil {
		log.Fatal(err)
	}
}
