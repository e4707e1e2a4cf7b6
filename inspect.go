package firn

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"firn/heap"
)

// Inspect is a text for people that shows what is in the value, in several lines
// when one is not enough, much as node's console does. It runs no JavaScript:
// getters are named, not called, and proxies are not asked.
func (v Value) Inspect() string {
	if v.ref == nil {
		if v.tag().IsNumber() && v.Float() == 0 && math.Signbit(v.Float()) {
			return "-0"
		}
		return v.String()
	}
	s := "undefined"
	v.look(func(m *Machine, raw rawValue) {
		i := inspector{m: m, h: m.h, left: maxInspected}
		s = i.text(raw, 0)
	})
	return s
}

const (
	maxInspected    = 2000 // values shown in all
	maxInspectDepth = 4
	maxInspectList  = 100 // elements or properties shown of one object
	inspectWidth    = 76
)

// inspector builds the text of one value. It allocates no cells, so nothing
// moves meanwhile.
type inspector struct {
	m    *Machine
	h    *heap.Heap
	left int
	path []uint32 // objects being shown
}

func (i *inspector) text(v rawValue, depth int) string {
	i.left--
	switch {
	case v == heap.Hole:
		return "<hole>"
	case !v.IsPointer():
		return i.m.value(v).Inspect()
	case v.IsString():
		return quote(i.h.GoString(v.Ref()))
	case v.IsBigInt():
		return i.m.bigInt(v).String() + "n"
	case v.IsSymbol():
		return i.m.symbolText(v)
	case !v.IsObject():
		return "<internal>"
	}
	o := v.Ref()
	for _, p := range i.path {
		if p == o {
			return "[Circular]"
		}
	}
	if depth > maxInspectDepth || i.left < 0 {
		return "[" + i.className(o) + "]"
	}
	i.path = append(i.path, o)
	defer func() { i.path = i.path[:len(i.path)-1] }()
	return i.object(o, depth)
}

func (i *inspector) object(o uint32, depth int) string {
	h := i.h
	prefix, open, shut := "", "{", "}"
	var parts []string
	switch k := h.Kind(o); k {
	case heap.KArray, heap.KArguments:
		open, shut = "[", "]"
		if k == heap.KArguments {
			prefix = "Arguments"
		} else if name := i.className(o); name != "Array" {
			prefix = name + "(" + strconv.Itoa(int(h.Word(o))) + ")"
		}
		parts = i.elements(o, h.Word(o), depth)
	case heap.KTypedArray:
		n := h.TypedLength(o)
		prefix, open, shut = i.className(o)+"("+strconv.Itoa(int(n))+")", "[", "]"
		for k := uint32(0); k < min(n, maxInspectList); k++ {
			parts = append(parts, i.text(h.TypedGet(o, k), depth+1))
		}
		parts = more(parts, int(n))
	case heap.KArrayBuffer:
		prefix = "ArrayBuffer(" + strconv.Itoa(int(h.BufferLength(o))) + ")"
	case heap.KMap, heap.KSet:
		t := h.Internal(o, 0).Ref()
		n := h.TableSize(t)
		prefix = i.className(o) + "(" + strconv.Itoa(int(n)) + ")"
		entry, table, next := h.TableNext(t, 0)
		for ; entry != 0 && len(parts) < maxInspectList; entry, table, next = h.TableNext(table, next) {
			s := i.text(h.Val(entry), depth+1)
			if k == heap.KMap {
				s += " => " + i.text(h.Val(entry+8), depth+1)
			}
			parts = append(parts, s)
		}
		parts = more(parts, int(n))
	case heap.KError:
		prefix = i.m.rt.Describe(heap.Object(o))
		if depth == 0 {
			for _, f := range i.m.rt.Stack(heap.Object(o)) {
				prefix += "\n    at " + Frame(f).String()
			}
		}
	case heap.KPromise:
		prefix = "Promise"
		switch h.Internal(o, 0).Int32() {
		case 0:
			parts = append(parts, "<pending>")
		case 1:
			parts = append(parts, i.text(h.Internal(o, 1), depth+1))
		default:
			parts = append(parts, "<rejected> "+i.text(h.Internal(o, 1), depth+1))
		}
	case heap.KBooleanObj, heap.KNumberObj, heap.KStringObj, heap.KSymbolObj, heap.KBigIntObj:
		prefix = "[" + i.className(o) + ": " + i.text(h.Internal(o, 0), depth+1) + "]"
	case heap.KDate:
		prefix = "Date(" + formatNumber(h.Internal(o, 0).Num()) + ")"
	case heap.KRegExp:
		prefix = "RegExp"
		if s, f := h.Internal(o, 0), h.Internal(o, 1); s.IsString() && f.IsString() {
			prefix = "/" + h.GoString(s.Ref()) + "/" + h.GoString(f.Ref())
		}
	case heap.KProxy:
		return "[Proxy]"
	case heap.KObject:
		if name := i.className(o); name != "Object" {
			prefix = name
		}
	default:
		if k >= heap.FirstCallable {
			prefix = "[function " + i.m.functionName(heap.Object(o)) + "]"
			if h.Kind(o) == heap.KFunction && h.U32(h.Word(o)+heap.TmplFlags)&heap.TClass != 0 {
				prefix = "[class " + i.m.functionName(heap.Object(o)) + "]"
			}
		} else {
			prefix = "[" + i.className(o) + "]"
		}
	}
	bare := prefix != "" && (prefix[0] == '[' || prefix[0] == '/') || h.Kind(o) == heap.KError || h.Kind(o) == heap.KDate
	parts = append(parts, i.properties(o, depth)...)
	if len(parts) == 0 && bare {
		return prefix
	}
	if prefix != "" {
		prefix += " "
	}
	return prefix + layout(open, shut, parts, depth)
}

// elements shows the elements of an array, runs of holes as one.
func (i *inspector) elements(o, n uint32, depth int) (parts []string) {
	var p heap.Prop
	holes := 0
	flush := func() {
		if holes > 0 {
			parts = append(parts, "<"+strconv.Itoa(holes)+" empty>")
			holes = 0
		}
	}
	for k := uint32(0); k < n; k++ {
		if len(parts) >= maxInspectList || holes > 1<<16 {
			flush()
			return append(parts, "… "+strconv.Itoa(int(n-k))+" more")
		}
		if !i.h.GetOwn(o, heap.IndexKey(k), &p) {
			holes++
			continue
		}
		flush()
		parts = append(parts, i.property(&p, depth))
	}
	flush()
	return parts
}

// properties shows the own enumerable properties; of arrays and the like those
// with names.
func (i *inspector) properties(o uint32, depth int) (parts []string) {
	h := i.h
	if k := h.Kind(o); k == heap.KNamespace {
		return nil
	}
	rec, n := h.OwnKeys(o, heap.KeyAll|heap.KeyEnumerable)
	if rec == 0 {
		return nil
	}
	indexed := h.Kind(o) == heap.KArray || h.Kind(o) == heap.KTypedArray || h.Kind(o) == heap.KStringObj || h.Kind(o) == heap.KArguments
	var p heap.Prop
	for k := uint32(0); k < n; k++ {
		key := h.Val(rec + heap.OffValues + 8*k)
		if key.IsNumber() && indexed || !h.GetOwn(o, key, &p) {
			continue
		}
		if len(parts) >= maxInspectList {
			return append(parts, "… "+strconv.Itoa(int(n-k))+" more")
		}
		name := i.m.keyText(key)
		if key.IsSymbol() {
			name = "[" + name + "]"
		} else if !isName(name) {
			name = quote(name)
		}
		parts = append(parts, name+": "+i.property(&p, depth))
	}
	return parts
}

func (i *inspector) property(p *heap.Prop, depth int) string {
	if p.Attrs&heap.Accessor == 0 {
		return i.text(p.Value, depth+1)
	}
	switch {
	case p.Setter == heap.Undefined:
		return "[Getter]"
	case p.Getter == heap.Undefined:
		return "[Setter]"
	}
	return "[Getter/Setter]"
}

// className is the name of the constructor that the prototype names.
func (i *inspector) className(o uint32) string {
	h := i.h
	if proto := h.Proto(o); proto == 0 {
		return "[null prototype]"
	}
	var p heap.Prop
	if h.Lookup(o, h.Root(heap.RootAtomConstructor), &p) == heap.LookupData && p.Holder != o && h.IsCallable(p.Value) {
		if name := i.m.functionName(p.Value); name != "(anonymous)" {
			return name
		}
	}
	if h.Kind(o) == heap.KObject {
		return "Object"
	}
	return heap.KindName(h.Kind(o))
}

// functionName is a function's own name property, if it is a string.
func (m *Machine) functionName(f rawValue) string {
	var p heap.Prop
	if m.h.GetOwn(f.Ref(), m.h.Root(heap.RootAtomName), &p) && p.Value.IsString() {
		if s := m.h.GoString(p.Value.Ref()); s != "" {
			return s
		}
	}
	return "(anonymous)"
}

// layout puts the parts in one line when they fit.
func layout(open, shut string, parts []string, depth int) string {
	if len(parts) == 0 {
		return open + shut
	}
	width := 2*depth + len(parts)*2
	for _, p := range parts {
		if width += len(p); strings.Contains(p, "\n") {
			width = math.MaxInt32
			break
		}
	}
	if width <= inspectWidth {
		return open + " " + strings.Join(parts, ", ") + " " + shut
	}
	pad := strings.Repeat("  ", depth+1)
	var b strings.Builder
	b.WriteString(open + "\n")
	line := pad
	for k, p := range parts {
		if k < len(parts)-1 {
			p += ","
		}
		// Short parts, such as numbers, share lines.
		if line != pad && (open != "[" || len(line)+1+len(p) > inspectWidth || len(p) > 16 || strings.Contains(p, "\n")) {
			b.WriteString(line + "\n")
			line = pad
		}
		if line != pad {
			line += " "
		}
		line += p
	}
	b.WriteString(line + "\n" + strings.Repeat("  ", depth) + shut)
	return b.String()
}

func more(parts []string, n int) []string {
	if n > len(parts) {
		return append(parts, "… "+strconv.Itoa(n-len(parts))+" more")
	}
	return parts
}

func isName(s string) bool {
	for k, r := range s {
		if !(r == '_' || r == '$' || unicode.IsLetter(r) || k > 0 && unicode.IsDigit(r)) {
			return false
		}
	}
	return s != ""
}

// quote shows a string in the quotes that need the fewest escapes.
func quote(s string) string {
	q := '\''
	if strings.ContainsRune(s, '\'') && !strings.ContainsRune(s, '"') {
		q = '"'
	}
	var b strings.Builder
	b.WriteRune(q)
	for _, r := range s {
		switch {
		case r == q || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r < ' ' || r == 0x7F:
			b.WriteString(`\x` + strconv.FormatInt(0x100+int64(r), 16)[1:])
		case r == unicode.ReplacementChar || unicode.IsPrint(r) || r == ' ':
			b.WriteRune(r)
		default:
			b.WriteString(`\u{` + strconv.FormatInt(int64(r), 16) + `}`)
		}
	}
	b.WriteRune(q)
	return b.String()
}
