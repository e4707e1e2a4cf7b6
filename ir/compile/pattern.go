package compile

import (
	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

// bindMode tells what a pattern's names are.
type bindMode uint8

const (
	bindAssign bindMode = iota // assignment targets
	bindVar                    // var names
	bindInit                   // bindings to initialise
)

// bind stores the value in register v into a target: destructuring (ECMA-262
// 8.6.2, 13.15.5, 14.3.3). v stays as it is.
func (f *fn) bind(t ast.Pattern, v int, mode bindMode) {
	top := f.top
	switch t := t.(type) {
	case *ast.Ident:
		if mode == bindAssign {
			f.storeIdent(t, v)
		} else {
			f.initIdent(t, v)
		}
	case *ast.ObjectPattern:
		f.objectPattern(t, v, mode)
	case *ast.ArrayPattern:
		f.arrayPattern(t, v, mode)
	default:
		r := f.ref(t)
		f.store(&r, v)
	}
	f.top = top
}

// element is a target whose reference has been evaluated.
type element struct {
	pattern ast.Pattern // a nested pattern or an identifier
	ref     ref
	isRef   bool
}

// prepare evaluates the reference of an assignment target that is a property;
// it survives the evaluation of the default.
func (f *fn) prepare(t ast.Pattern, def ast.Expr) element {
	if !isProperty(t) {
		return element{pattern: t}
	}
	return element{ref: f.ref(t, def), isRef: true}
}

func isProperty(t ast.Pattern) bool {
	switch t.(type) {
	case *ast.Ident, *ast.ObjectPattern, *ast.ArrayPattern:
		return false
	}
	return true
}

func (f *fn) put(e *element, v int, mode bindMode) {
	if e.isRef {
		f.store(&e.ref, v)
		return
	}
	f.bind(e.pattern, v, mode)
}

// slot is the register that the value of a target is best computed in.
func (f *fn) slot(t ast.Pattern, mode bindMode) int {
	if id, ok := t.(*ast.Ident); ok && mode == bindInit && id.Binding != nil && !id.Binding.NeedsTDZ {
		if r := f.initTarget(id); r >= 0 {
			return r
		}
	}
	return f.temp()
}

// defaultValue replaces undefined in v by a default.
func (f *fn) defaultValue(v int, def ast.Expr, t ast.Pattern, paren bool) {
	if def == nil {
		return
	}
	given := f.b.NewLabel()
	f.jump(bc.OpJnundef, v, 0, given)
	name := ""
	if id, ok := t.(*ast.Ident); ok && !paren {
		name = id.Name.Text
	}
	f.named(def, name, v)
	f.b.Bind(given)
}

func (f *fn) objectPattern(p *ast.ObjectPattern, v int, mode bindMode) {
	f.at(p)
	if len(p.Props) == 0 || p.Rest != nil || p.Props[0].Computed || isProperty(p.Props[0].Target) {
		f.emit(bc.OpChkobj, v, 0, 0)
	}
	n := len(p.Props)
	keys, list := -1, -1
	if p.Rest != nil {
		if n < 255 {
			keys = f.temps(n)
		} else {
			list = f.temp()
			f.emit(bc.OpNewarr, list, n&0xFFFF, 0)
		}
	}
	for i := range p.Props {
		q := &p.Props[i]
		top := f.top
		// The key.
		k, name := -1, ""
		switch key := q.Key.(type) {
		case *ast.String:
			if !q.Computed {
				name = key.Value
				break
			}
			k = f.propKey(q.Key, -1)
		default:
			k = f.propKey(q.Key, keyReg(keys, i))
		}
		if p.Rest != nil {
			if k < 0 {
				r := keyReg(keys, i)
				if r < 0 {
					r = f.temp()
				}
				f.key(name, r)
				if list >= 0 {
					f.emit(bc.OpArrpush, list, r, 0)
				}
			} else {
				if keys >= 0 {
					f.mov(keys+i, k)
				} else {
					f.emit(bc.OpArrpush, list, k, 0)
				}
			}
		}
		el := f.prepare(q.Target, q.Default)
		d := f.slot(q.Target, mode)
		f.atRange(q.Start, p)
		if k < 0 {
			f.getName(d, v, name)
		} else {
			f.emitX(bc.OpGetelem, 0, d, v, k, f.elementSite())
		}
		f.defaultValue(d, q.Default, q.Target, q.ParenTarget)
		f.put(&el, d, mode)
		f.top = top
	}
	if p.Rest == nil {
		return
	}
	el := f.prepare(p.Rest, nil)
	d := f.temp()
	f.at(p.Rest)
	f.emit(bc.OpNewobj, d, 0, 0)
	if keys >= 0 {
		f.emitX(bc.OpCopyprops, n, d, v, keys, 0)
	} else {
		f.emitX(bc.OpCopyprops, 255, d, v, list, 0)
	}
	f.put(&el, d, mode)
}

func keyReg(keys, i int) int {
	if keys < 0 {
		return -1
	}
	return keys + i
}

// propKey evaluates a property name to a property key, into dst if dst >= 0.
func (f *fn) propKey(k ast.Expr, dst int) int {
	if dst < 0 {
		dst = f.temp()
	}
	switch k := k.(type) {
	case *ast.String:
		f.key(k.Value, dst)
	case *ast.Number:
		f.key(numberText(k.Value), dst)
	case *ast.BigInt:
		f.key(bigintText(k), dst)
	default:
		f.expr(k, dst)
		f.at(k)
		f.emit(bc.OpTopropkey, dst, dst, 0)
	}
	return dst
}

// arrayPattern destructures an iterable. Its iterator register becomes undefined
// when the iterator is done, so that it is neither used nor closed again; a
// failing next() is outside the closing region.
func (f *fn) arrayPattern(p *ast.ArrayPattern, v int, mode bindMode) {
	it := f.temps(3)
	f.at(p)
	f.emit(bc.OpGetiter, it, v, 0)
	cl := f.push(&control{kind: ctlClose, value: f.temp()})
	var regions []int
	late, values := make([]finished, len(p.Elems)), make([]int, len(p.Elems))
	start := f.b.Mark()
	for i := range p.Elems {
		q := &p.Elems[i]
		top := f.top
		var el element
		d := 0
		if q.Target != nil {
			el = f.prepare(q.Target, q.Default)
			d = f.slot(q.Target, mode)
		} else {
			d = f.temp()
		}
		regions = append(regions, start, f.b.Mark())
		f.at(p)
		late[i], values[i] = f.step(it, d, i > 0)
		start = f.b.Mark()
		if q.Target != nil {
			f.defaultValue(d, q.Default, q.Target, q.ParenTarget)
			f.put(&el, d, mode)
		}
		f.top = top
	}
	if p.Rest != nil {
		el := f.prepare(p.Rest, nil)
		d := f.temp()
		x := f.temp()
		regions = append(regions, start, f.b.Mark())
		f.at(p)
		f.emit(bc.OpNewarr, d, 0, 0)
		loop, done := f.b.NewLabel(), f.b.NewLabel()
		if len(p.Elems) > 0 {
			f.jump(bc.OpJundef, it, 0, done)
		}
		f.b.BindLoop(loop, f.b.Alive())
		f.emit(bc.OpOfnext, x, it, 0)
		f.jump(bc.OpJempty, x, 0, done)
		f.emit(bc.OpArrpush, d, x, 0)
		f.goTo(loop)
		f.b.Bind(done)
		f.undefined(it)
		start = f.b.Mark()
		f.put(&el, d, mode)
	}
	regions = append(regions, start, f.b.Mark())
	f.pop()
	end := f.b.NewLabel()
	if p.Rest == nil {
		if len(p.Elems) > 0 {
			f.jump(bc.OpJundef, it, 0, end)
		}
		f.emit(bc.OpIterclose, it, 0, 0)
	}
	f.goTo(end)
	for i, l := range late {
		f.b.Bind(l.done)
		f.undefined(it)
		f.b.Bind(l.none)
		f.undefined(values[i])
		f.goTo(l.have)
	}
	f.closePattern(cl, it, regions)
	f.b.Bind(end)
}

// finished is the code of a pattern's step that found the iterator done.
type finished struct{ none, done, have bc.Label }

// step makes d the next value of a pattern's iterator, undefined when there is
// none. The rare part goes out of line.
func (f *fn) step(it, d int, again bool) (out finished, reg int) {
	out = finished{f.b.NewLabel(), f.b.NewLabel(), f.b.NewLabel()}
	if again {
		f.jump(bc.OpJundef, it, 0, out.none)
	}
	f.emit(bc.OpOfnext, d, it, 0)
	f.jump(bc.OpJempty, d, 0, out.done)
	f.b.Bind(out.have)
	return out, d
}

// closePattern is closeExits for an iterator that may be done.
func (f *fn) closePattern(cl *control, it int, regions []int) {
	if f.b.Handler(regions) {
		t := f.temp()
		over := f.b.NewLabel()
		f.catchKeep(t)
		f.jump(bc.OpJundef, it, 0, over)
		f.emitX(bc.OpIterclose, 1, it, 0, 0, 0)
		f.b.Bind(over)
		f.emit(bc.OpRethrow, t, 0, 0)
		f.top = t
	}
	for i := 0; i < len(cl.exits); i++ {
		f.b.Bind(cl.exits[i].label)
		if !f.b.Alive() {
			continue
		}
		over := f.b.NewLabel()
		f.jump(bc.OpJundef, it, 0, over)
		f.emit(bc.OpIterclose, it, 0, 0)
		f.b.Bind(over)
		f.exitTo(cl.exits[i].target, cl.value)
	}
}
