package compile

import (
	"math/big"
	"strconv"
	"strings"

	bc "firn/ir/bytecode"
	"firn/parser/ast"
)

// array evaluates an array literal.
func (f *fn) array(e *ast.Array, dst int) {
	d := f.scratch(dst)
	f.elements(e.Elems, d)
	f.mov(dst, d)
}

// elements makes an array of a list of elements, holes and spreads.
func (f *fn) elements(list []ast.Expr, d int) {
	n := len(list)
	if n > 1<<20 {
		n = 1 << 20
	}
	f.emit(bc.OpNewarr, d, n, 0)
	for _, x := range list {
		top := f.top
		switch x := x.(type) {
		case nil:
			f.emit(bc.OpArrhole, d, 0, 0)
		case *ast.Spread:
			r := f.any(x.X)
			f.at(x.X)
			f.emit(bc.OpArrspread, d, r, 0)
		default:
			r := f.any(x)
			f.at(x)
			f.emit(bc.OpArrpush, d, r, 0)
		}
		f.top = top
	}
}

// object evaluates an object literal (ECMA-262 13.2.5).
func (f *fn) object(e *ast.Object, dst int) {
	d := f.scratch(dst)
	n := len(e.Props)
	if n > 1<<16 {
		n = 1 << 16
	}
	f.emit(bc.OpNewobj, d, n, 0)
	outer := f.env
	var home *env // context of the methods that use super
	for i := range e.Props {
		p := &e.Props[i]
		if g, ok := p.Value.(*ast.Function); ok && p.Method && g.Home != nil {
			home = f.pushContext(1)
			f.emit(bc.OpStctx, d, home.reg, 0)
			f.env = outer
			break
		}
	}
	for i := range e.Props {
		p := &e.Props[i]
		top := f.top
		f.property(p, d, home)
		f.top = top
	}
	f.mov(dst, d)
}

func (f *fn) property(p *ast.Property, d int, home *env) {
	switch p.Kind {
	case ast.PropSpread:
		r := f.any(p.Value)
		f.at(p)
		f.emitX(bc.OpCopyprops, 0, d, r, d, 0)
		return
	case ast.PropProto:
		r := f.any(p.Value)
		f.at(p)
		f.emitX(bc.OpSetproto, 0, d, r, 0, f.additionSite())
		return
	}
	g, method := p.Value.(*ast.Function)
	if p.Method && method {
		k := f.propKey(p.Key, -1)
		f.method(g, d, k, home, staticName(p.Key, methodBits(p.Kind)), methodBits(p.Kind)|4)
		return
	}
	if s, ok := p.Key.(*ast.String); ok && !p.Computed {
		if _, index := arrayIndex(s.Value); !index {
			if k := f.b.String(s.Value); k <= 0xFFFF && f.b.Sites() < manySites {
				r := 0
				if isAnonymous(p.Value) {
					r = f.temp()
					f.named(p.Value, s.Value, r)
				} else {
					r = f.any(p.Value)
				}
				f.at(p)
				f.emitX(bc.OpDefprop, 0, d, r, k, f.b.Site())
				return
			}
		}
	}
	k := f.propKey(p.Key, -1)
	r := 0
	if isAnonymous(p.Value) {
		r = f.temp()
		f.namedBy(p.Value, staticName(p.Key, 0), k, r)
	} else {
		r = f.any(p.Value)
	}
	f.at(p)
	f.emit(bc.OpDefelem, d, k, r)
}

func methodBits(k ast.PropKind) int {
	switch k {
	case ast.PropGet:
		return 1
	case ast.PropSet:
		return 2
	}
	return 0
}

// computedName is what stacks call a function whose name is a computed key. The
// name property of its function objects is set when the key is known.
const computedName = "<computed>"

// staticName is the name that stacks show for a method with a key; bits: 1
// getter, 2 setter.
func staticName(k ast.Expr, bits int) string {
	switch k := k.(type) {
	case *ast.String:
		return prefixed(k.Value, bits)
	case *ast.Number:
		return prefixed(numberText(k.Value), bits)
	case *ast.BigInt:
		return prefixed(bigintText(k), bits)
	}
	return prefixed(computedName, bits)
}

// prefixed is the name of a method (bits 0), getter (1) or setter (2).
func prefixed(name string, bits int) string {
	switch bits {
	case 1:
		return "get " + name
	case 2:
		return "set " + name
	}
	return name
}

// method defines g, which stacks call name, under key k on d; home is the
// context with its home object.
func (f *fn) method(g *ast.Function, d, k int, home *env, name string, bits int) {
	r := f.temp()
	f.methodClosure(g, name, home, r)
	f.emitX(bc.OpDefmethod, bits, d, k, r, f.additionSite())
}

// methodClosure makes the function of a method.
func (f *fn) methodClosure(g *ast.Function, name string, home *env, r int) {
	outer := f.env
	if home != nil && g.Home != nil {
		f.env = home
	}
	f.function(g, name, r)
	f.env = outer
}

// homeLoc is where a method's home object is: in the context that the object
// literal or class has made around its methods. Both put it at a known slot.
func (c *compiler) homeLoc(g *ast.Function, outer *env) loc {
	if g.Class != nil {
		if ci := c.classes[g.Class]; ci != nil {
			return loc{kind: locContext, env: ci.env, n: ci.home(g)}
		}
	}
	return loc{kind: locContext, env: outer, n: 0}
}

// bigint converts a literal.
func bigint(e *ast.BigInt) *bc.BigInt {
	v, _ := new(big.Int).SetString(e.Digits, int(e.Base))
	out := &bc.BigInt{}
	if v == nil {
		return out
	}
	b := v.Bytes()
	for len(b) > 0 {
		var d uint32
		n := len(b) - 4
		if n < 0 {
			n = 0
		}
		for _, x := range b[n:] {
			d = d<<8 | uint32(x)
		}
		out.Digits = append(out.Digits, d)
		b = b[:n]
	}
	return out
}

// bigintText is a BigInt as a property key: in decimal.
func bigintText(e *ast.BigInt) string {
	v, _ := new(big.Int).SetString(e.Digits, int(e.Base))
	if v == nil {
		return "0"
	}
	return v.String()
}

// numberText is Number::toString (ECMA-262 6.1.6.1.20) of a literal.
func numberText(v float64) string {
	switch {
	case v != v:
		return "NaN"
	case v > 1.7976931348623157e308:
		return "Infinity"
	case v == 0:
		return "0"
	}
	s := strconv.FormatFloat(v, 'e', -1, 64)
	mant, exp, _ := strings.Cut(s, "e")
	neg := strings.HasPrefix(mant, "-")
	digits := strings.Replace(strings.TrimPrefix(mant, "-"), ".", "", 1)
	x, _ := strconv.Atoi(exp)
	n, k := x+1, len(digits)
	var out string
	switch {
	case k <= n && n <= 21:
		out = digits + strings.Repeat("0", n-k)
	case 0 < n && n <= 21:
		out = digits[:n] + "." + digits[n:]
	case -6 < n && n <= 0:
		out = "0." + strings.Repeat("0", -n) + digits
	default:
		sign := "+"
		if n-1 < 0 {
			sign = "-"
			n = 2 - n
		}
		out = digits[:1]
		if k > 1 {
			out += "." + digits[1:]
		}
		out += "e" + sign + strconv.Itoa(n-1)
	}
	if neg {
		out = "-" + out
	}
	return out
}
