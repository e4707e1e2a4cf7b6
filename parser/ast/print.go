package ast

import (
	"bufio"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
)

// maxPrintDepth bounds the depth of printed trees; left spines may be longer (see the package comment).
const maxPrintDepth = 10000

// Fprint writes the tree of prog, one node a line, with byte offsets.
func Fprint(w io.Writer, prog *Program) error {
	return fprint(w, prog, true)
}

// FprintBare writes the tree without offsets and resolution, so that trees of differently written programs can be compared.
func FprintBare(w io.Writer, prog *Program) error {
	return fprint(w, prog, false)
}

func fprint(w io.Writer, prog *Program, positions bool) error {
	p := &printer{w: bufio.NewWriter(w), positions: positions}
	for _, s := range prog.Func.Body {
		p.value("", reflect.ValueOf(s), 0)
	}
	if prog.Module {
		p.records(prog)
	}
	return p.w.Flush()
}

type printer struct {
	w         *bufio.Writer
	positions bool
}

func (p *printer) records(prog *Program) {
	for i, r := range prog.Requests {
		fmt.Fprintf(p.w, "request %d %q %v\n", i, r.Specifier, r.Attributes)
	}
	for _, e := range prog.Imports {
		fmt.Fprintf(p.w, "import request=%d name=%q namespace=%t local=%s\n", e.Request, e.ImportName, e.Namespace, e.Binding.Name.Text)
	}
	for _, e := range prog.Exports {
		local := ""
		if e.Binding != nil {
			local = e.Binding.Name.Text
		}
		fmt.Fprintf(p.w, "export kind=%d name=%q request=%d import=%q local=%s\n", e.Kind, e.Name, e.Request, e.ImportName, local)
	}
}

var (
	typeName     = reflect.TypeOf((*Name)(nil))
	typeBinding  = reflect.TypeOf((*Binding)(nil))
	typeScope    = reflect.TypeOf((*Scope)(nil))
	typeFunction = reflect.TypeOf((*Function)(nil))
	typeClass    = reflect.TypeOf((*Class)(nil))
	typeSpan     = reflect.TypeOf(Span{})
)

// skip tells which fields are not part of the printed tree.
func skip(owner reflect.Type, f reflect.StructField) bool {
	switch f.Type {
	case typeSpan, typeScope, typeBinding:
		return true
	case typeClass:
		return owner == typeFunction.Elem()
	}
	switch f.Name {
	case "Next", "Outer", "Depth", "NamePos", "BodyStart", "InstanceInit", "StaticInit", "Cover", "CommaAfterSpread":
		return true
	}
	return false
}

// value prints v, of field name label, at an indentation.
func (p *printer) value(label string, v reflect.Value, depth int) {
	for v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer && v.Type() != typeName {
		if v.IsNil() {
			return
		}
		v = v.Elem()
	}
	p.w.WriteString(strings.Repeat("  ", min(depth, 100)))
	if label != "" {
		p.w.WriteString(label)
		p.w.WriteByte(' ')
	}
	if depth > maxPrintDepth {
		p.w.WriteString("…\n")
		return
	}
	if v.Kind() != reflect.Struct {
		fmt.Fprintf(p.w, "%v\n", v)
		return
	}
	t := v.Type()
	p.w.WriteString(t.Name())
	if p.positions {
		if n, ok := v.Addr().Interface().(Node); ok {
			start, end := n.Pos()
			fmt.Fprintf(p.w, " [%d,%d)", start, end)
		}
		if id, ok := v.Addr().Interface().(*Ident); ok {
			p.w.WriteString(" " + resolution(id))
		}
	}
	// plain fields on the same line, nodes and lists below
	var below []int
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		if skip(t, f) {
			continue
		}
		x := v.Field(i)
		switch {
		case f.Type == typeName:
			if !x.IsNil() {
				fmt.Fprintf(p.w, " %s=%s", f.Name, x.Interface().(*Name).Text)
			}
		case x.Kind() == reflect.String:
			fmt.Fprintf(p.w, " %s=%s", f.Name, strconv.QuoteToASCII(x.String()))
		case x.Kind() == reflect.Slice || x.Kind() == reflect.Interface || x.Kind() == reflect.Pointer:
			below = append(below, i)
		case f.Type == reflect.TypeOf(IdentFlags(0)):
			if p.positions && !x.IsZero() {
				fmt.Fprintf(p.w, " Flags=%#x", x.Uint())
			}
		default:
			if !x.IsZero() {
				fmt.Fprintf(p.w, " %s=%v", f.Name, x.Interface())
			}
		}
	}
	p.w.WriteByte('\n')
	for _, i := range below {
		x := v.Field(i)
		name := t.Field(i).Name
		if x.Kind() != reflect.Slice {
			p.value(name, x, depth+1)
			continue
		}
		for k := 0; k < x.Len(); k++ {
			e := x.Index(k)
			if e.Kind() == reflect.Interface && e.IsNil() {
				fmt.Fprintf(p.w, "%s%s[%d] hole\n", strings.Repeat("  ", min(depth+1, 100)), name, k)
				continue
			}
			p.value(name+"["+strconv.Itoa(k)+"]", e, depth+1)
		}
	}
}

// resolution says in a word what an identifier refers to.
func resolution(id *Ident) string {
	var s string
	switch b := id.Binding; {
	case id.Flags&IdentIntrinsic != 0:
		s = "intrinsic"
	case b == nil:
		s = "global"
	case b.Captured:
		s = fmt.Sprintf("%s@%s:%d", b.Kind, b.Scope.Kind, b.Slot)
	default:
		s = b.Kind.String()
	}
	if id.Flags&IdentTDZ != 0 {
		s += "?"
	}
	return s
}

// FprintScopes writes the tree of scopes of prog with their bindings.
func FprintScopes(w io.Writer, prog *Program) error {
	b := bufio.NewWriter(w)
	root := prog.Func.Scope
	if prog.Endowments != nil {
		root = prog.Endowments
	}
	for _, n := range prog.VarNames {
		fmt.Fprintf(b, "global %s\n", n.Text)
	}
	printScope(b, root, 0)
	return b.Flush()
}

func printScope(w *bufio.Writer, s *Scope, depth int) {
	indent := strings.Repeat("  ", min(depth, 100))
	fmt.Fprintf(w, "%s%s [%d,%d)", indent, s.Kind, s.Start, s.End)
	if s.Kind == ScopeFunction || s.Kind == ScopeProgram {
		fmt.Fprintf(w, " %s", s.Func.Kind)
		if s.Func.Name != nil {
			fmt.Fprintf(w, " %s", s.Func.Name.Name.Text)
		}
	}
	if s.NeedsContext {
		fmt.Fprintf(w, " context=%d", s.ContextSize)
	}
	if s.PerIteration {
		w.WriteString(" per-iteration")
	}
	w.WriteByte('\n')
	for _, b := range s.Bindings {
		fmt.Fprintf(w, "%s  %s %s", indent, b.Kind, b.Name.Text)
		if b.Captured {
			fmt.Fprintf(w, " slot=%d", b.Slot)
		}
		for _, f := range [...]struct {
			set  bool
			text string
		}{{b.NeedsTDZ, "tdz"}, {b.Assigned, "assigned"}, {!b.Used, "unused"}, {b.Exported, "exported"}, {b.ParamShadow != nil, "from-param"}} {
			if f.set {
				w.WriteString(" " + f.text)
			}
		}
		w.WriteByte('\n')
	}
	if depth > maxPrintDepth {
		fmt.Fprintf(w, "%s  …\n", indent)
		return
	}
	for c := s.FirstChild; c != nil; c = c.NextSibling {
		printScope(w, c, depth+1)
	}
}
