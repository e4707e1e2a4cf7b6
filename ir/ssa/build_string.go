package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// Strings: what is short is built in place, the rest are stubs. Where a stub
// cannot (a rope, a full nursery), the driver executes the instruction.

// stub calls a stub, which can do it or the check fails.
func (b *builder) stub(s Stub, args ...*Value) *Value {
	if Stubs[s].Result == Ref {
		r := b.aux(OpStubRef, int64(s), args...)
		b.require(b.aux(OpCmpRef, int64(Ne), r, b.constant(OpConstRef, 0)))
		return r
	}
	r := b.aux(OpStubInt, int64(s), args...)
	b.require(b.aux(OpCmpInt, int64(Ge), r, b.integer(0)))
	return r
}

// chars is the cell of the one-unit strings.
func (b *builder) chars() *Value { return b.cell(b.h.Root(heap.RootChars).Ref()) }

// stringOrSlow is orSlow of an instruction whose result, in register dst, is a
// string, also when the driver makes it; do gives its cell.
func (b *builder) stringOrSlow(in *bytecode.Inst, dst uint32, do func() *Value) {
	b.orSlow(in, func() {
		b.way.behind = func() { b.set(dst, b.op(OpBoxStr, b.op(OpUnboxRef, b.reg(dst)))) }
		b.set(dst, b.op(OpBoxStr, do()))
	})
	b.stringIn(dst)
}

// stringIn makes a string of a join of strings in register dst.
func (b *builder) stringIn(dst uint32) {
	p := b.reg(dst)
	if p.Op != OpPhi || p.Block != b.cur || p.Type != Val {
		return
	}
	for _, a := range p.Args {
		if a.Op != OpBoxStr {
			return
		}
	}
	p.Type = Ref
	for i, a := range p.Args {
		p.Args[i] = a.Args[0]
	}
	b.set(dst, b.op(OpBoxStr, p))
}

// isString reports whether v is known to be a string.
func (b *builder) isString(v *Value) bool {
	k, ok := b.known(v)
	return ok && k.IsString() || v.Op == OpBoxStr
}

// atom is a string constant of the language; nil if the heap has none such.
func (b *builder) atom(s string) *Value {
	if a := b.h.Atom(s); a != 0 {
		return b.value(heap.String(a))
	}
	return nil
}

// stringOf is the cell of ToString of a primitive; what is neither a string nor an
// int32 is the driver's as a rule.
func (b *builder) stringOf(v *Value) *Value {
	if k, ok := b.known(v); ok {
		switch {
		case k.IsString():
			return b.cellOf(v)
		case k.IsInt():
			return b.stub(StubIntToString, b.integer(k.Int32()), b.chars())
		}
	}
	switch {
	case v.Op == OpBoxStr:
		return v.Args[0]
	case v.Type == Int:
		return b.stub(StubIntToString, v, b.chars())
	case v.Type == Bool:
		yes, no := b.atom("true"), b.atom("false")
		if yes != nil && no != nil {
			return b.cellOf(b.choose(v, func() *Value { return yes }, func() *Value { return no }))
		}
	case v.Type == F64:
		v = b.op(OpBoxNum, v)
	}
	v = b.boxed(v)
	return b.choose(b.aux(OpHasTag, heap.TagString, v), func() *Value {
		return b.op(OpUnboxRef, v)
	}, func() *Value {
		return b.stub(StubToString, v, b.chars())
	})
}

// toString builds ToString.
func (b *builder) toString(dst uint32, v *Value) {
	if v.Type == Val && !b.isString(v) && b.typesAt() == 0 && !b.failed(OpCheckStr) {
		b.guard(OpCheckStr, 0, v)
		b.set(dst, v)
		return
	}
	b.stringOrSlow(b.in, dst, func() *Value { return b.stringOf(v) })
}

// addStrings builds x + y where strings have been met; types is what else has.
func (b *builder) addStrings(dst uint32, x, y *Value, types uint8) {
	known := b.isString(x) || b.isString(y)
	if !known && types == heap.FbString && !b.failed(OpCheckStr) {
		// At least one is a string: the one that can be.
		switch {
		case x.Type == Val && !b.isInt(x):
			x, known = b.op(OpBoxStr, b.str(x)), true
		case y.Type == Val && !b.isInt(y):
			y, known = b.op(OpBoxStr, b.str(y)), true
		}
	}
	sum := func() *Value {
		p := b.stringOf(x)
		return b.stub(StubStringConcat, p, b.stringOf(y))
	}
	if known {
		b.stringOrSlow(b.in, dst, sum)
		return
	}
	b.orSlow(b.in, func() {
		p, q := b.boxed(x), b.boxed(y)
		b.require(b.choose(b.aux(OpHasTag, heap.TagString, p), func() *Value {
			return b.constant(OpConstBool, 1)
		}, func() *Value {
			return b.aux(OpHasTag, heap.TagString, q)
		}))
		b.set(dst, b.op(OpBoxStr, sum()))
	})
}

// isInt reports whether v is known to be an int32.
func (b *builder) isInt(v *Value) bool {
	k, ok := b.known(v)
	return ok && k.IsInt() || v.Type == Int
}

// concat builds the concatenation of n registers, a template literal.
func (b *builder) concat(dst, first, n uint32) {
	b.stringOrSlow(b.in, dst, func() *Value {
		b.way.apart = true
		s := b.cellOf(b.value(b.h.Root(heap.RootEmptyString)))
		var parts [][3]*Value // results and operands so far
		seen := 0
		for i := uint32(0); i < n; i++ {
			v := b.reg(first + i)
			t := b.stringOf(v)
			if k, ok := b.known(v); i == 0 && (b.isInt(v) || ok && k.IsString() && b.h.StrLen(k.Ref()) > 0) {
				s = t // not empty
				continue
			}
			r := b.stub(StubStringConcat, s, t)
			for ; seen < len(b.way.from); seen++ {
				b.uncharge(b.way.from[seen], parts)
			}
			parts = append(parts, [3]*Value{r, s, t})
			s = r
		}
		return s
	})
}

// uncharge takes back, on the way to the driver, what concatenations have charged:
// it does them again.
func (b *builder) uncharge(blk *Block, parts [][3]*Value) {
	cur := b.cur
	b.cur = blk
	for _, p := range parts {
		n := b.stringLength(p[0])
		charged := b.op(OpConvBool, b.aux(OpCmpUint, int64(Lt), n, b.integer(longString)))
		for _, arg := range p[1:] {
			charged = b.op(OpAndInt, charged, b.op(OpConvBool, b.aux(OpCmpRef, int64(Ne), p[0], arg)))
		}
		units := b.op(OpMulIntW, b.op(OpShrInt, n, b.integer(4)), charged)
		b.op(OpChargeInt, b.op(OpSubIntW, b.integer(0), units))
	}
	b.cur = cur
}

// sameValues is === of anything: by a stub when strings have been met that are not
// both atoms.
func (b *builder) sameValues(x, y *Value) *Value {
	x, y = b.boxed(x), b.boxed(y)
	switch {
	case b.failed(OpSeqStr) || b.typesAt()&heap.FbBigInt != 0:
		return nil
	case b.isString(y):
		return b.guard(OpSeqStr, 1, x, y)
	case b.isString(x):
		return b.guard(OpSeqStr, 1, y, x)
	case b.failed(OpSeqVal) || b.typesAt()&heap.FbString != 0:
		return b.guard(OpSeqStr, 0, x, y)
	}
	return b.guard(OpSeqVal, 0, x, y)
}

// compareStrings builds < <= > >= on strings; nil when they have been others.
func (b *builder) compareStrings(c Cond, x, y *Value) *Value {
	if x.Type != Val || y.Type != Val || b.failed(OpCheckStr) || b.failed(OpGuardPos) {
		return nil
	}
	for _, v := range []*Value{x, y} {
		if k, ok := b.known(v); ok && !k.IsString() {
			return nil
		}
	}
	p, q := b.str(x), b.str(y)
	r := b.guard(OpGuardPos, 0, b.aux(OpStubInt, int64(StubStringCompare), p, q))
	return b.aux(OpCmpInt, int64(c), r, b.integer(1))
}

// typeof builds typeof of v.
func (b *builder) typeof(dst uint32, v *Value) {
	switch v.Type {
	case Int, F64:
		v = b.value(heap.Int(0))
	case Bool:
		v = b.value(heap.True)
	}
	if k, ok := b.known(v); ok && !k.IsObject() {
		if name := b.atom(typeName(k)); name != nil {
			b.set(dst, name)
			return
		}
	}
	kinds := []struct {
		name string
		test func() *Value
	}{
		{"string", func() *Value { return b.aux(OpHasTag, heap.TagString, v) }},
		{"number", func() *Value { return b.op(OpIsNum, v) }},
		{"undefined", func() *Value { return b.aux(OpCmpVal, int64(Eq), v, b.value(heap.Undefined)) }},
		{"boolean", func() *Value { return b.op(OpIsBool, v) }},
	}
	for _, k := range kinds {
		if b.atom(k.name) == nil {
			b.slow(b.in)
			return
		}
	}
	object, function := b.atom("object"), b.atom("function")
	b.orSlow(b.in, func() {
		var next func(i int) *Value
		next = func(i int) *Value {
			if i < len(kinds) {
				return b.choose(kinds[i].test(), func() *Value { return b.atom(kinds[i].name) }, func() *Value { return next(i + 1) })
			}
			// Symbols, bigints, null and objects that a kind does not decide are the
			// driver's, and all of them while nobody has asked for one.
			if object == nil || function == nil {
				b.require(b.constant(OpConstBool, 0))
				return b.value(heap.Undefined)
			}
			b.require(b.aux(OpHasTag, heap.TagObject, v))
			o := b.op(OpUnboxRef, v)
			return b.choose(b.aux(OpIsKind, heap.KFunction, o), func() *Value { return function }, func() *Value {
				return b.choose(b.aux(OpIsKind, heap.KObject, o), func() *Value { return object }, func() *Value {
					b.require(b.aux(OpIsKind, heap.KArray, o))
					return object
				})
			})
		}
		b.set(dst, next(0))
	})
}

// typeName is typeof of a constant that is no object.
func typeName(v heap.Value) string {
	switch {
	case v == heap.Undefined:
		return "undefined"
	case v == heap.Null:
		return "object"
	case v.IsBool():
		return "boolean"
	case v.IsString():
		return "string"
	case v.IsSymbol():
		return "symbol"
	case v.IsBigInt():
		return "bigint"
	}
	return "number"
}

// oneChar is the cell of the string of a code unit below 256.
func (b *builder) oneChar(c *Value) *Value {
	return b.op(OpUnboxRef, b.load(OpLoadValX, MemConst, heap.OffValues, b.chars(), c))
}

// charString is the cell of the string of a code point.
func (b *builder) charString(c *Value) *Value {
	return b.choose(b.aux(OpCmpUint, int64(Lt), c, b.integer(256)), func() *Value {
		return b.oneChar(c)
	}, func() *Value {
		return b.stub(StubCharString, c, b.chars())
	})
}

// requireString is the cell of v, which must be a string.
func (b *builder) requireString(v *Value) *Value {
	if b.way == nil || b.isString(v) {
		return b.str(v)
	}
	v = b.boxed(v)
	b.require(b.aux(OpHasTag, heap.TagString, v))
	return b.op(OpUnboxRef, v)
}

// unit is code unit i, which is below its length, of a string. Slices of one-byte
// strings are read in place, too: that is what ropes become when they are read.
func (b *builder) unit(s, i *Value) *Value {
	other := func() *Value { return b.stub(StubStringUnit, s, i) }
	return b.choose(b.aux(OpIsKind, heap.KStr1, s), func() *Value {
		return b.load(OpLoadU8X, MemConst, heap.OffChars, s, i)
	}, func() *Value {
		return b.choose(b.aux(OpIsKind, heap.KSlice, s), func() *Value {
			// The driver makes slices of ropes: these are no constants.
			base := b.load(OpLoadRef, MemInner, heap.OffBase, s)
			return b.choose(b.aux(OpIsKind, heap.KStr1, base), func() *Value {
				at := b.op(OpAddIntW, i, b.load(OpLoadInt, MemInner, heap.OffStart, s))
				return b.load(OpLoadU8X, MemConst, heap.OffChars, base, at)
			}, other)
		}, other)
	})
}

// stringCall builds a call of a method of strings.
func (b *builder) stringCall(in *bytecode.Inst, k Intrinsic, dst uint32, this *Value, args []*Value) bool {
	if k == StringFromCharCode {
		return len(args) == 1 && b.fromCharCode(in, dst, args[0])
	}
	if this.Type != Val {
		return false
	}
	index := make([]*Value, 2)
	for i := range index {
		if i >= len(args) {
			continue
		}
		if x, ok := b.known(args[i]); ok && x == heap.Undefined {
			continue
		}
		if index[i] = b.index(args[i]); index[i] == nil {
			return false
		}
	}
	if b.failed(OpCheckStr) {
		b.orSlow(in, func() { b.stringMethod(in, k, dst, b.requireString(this), index[0], index[1]) })
	} else {
		b.stringMethod(in, k, dst, b.str(this), index[0], index[1])
	}
	return true
}

// stringMethod builds method k of string s with up to two indices.
func (b *builder) stringMethod(in *bytecode.Inst, k Intrinsic, dst uint32, s, i, j *Value) {
	n := b.stringLength(s)
	if i == nil {
		i = b.integer(0)
	}
	switch {
	case k == StringSlice || k == StringSubstring:
		if j == nil {
			j = n
		}
		clamp := func(x *Value) *Value { return b.op(OpMinInt, b.op(OpMaxInt, x, b.integer(0)), n) }
		b.stringOrSlow(in, dst, func() *Value {
			if k == StringSlice {
				i, j = b.fromEnd(i, n), b.fromEnd(j, n)
			}
			from, to := clamp(i), clamp(j)
			if k == StringSubstring {
				from, to = b.op(OpMinInt, from, to), b.op(OpMaxInt, from, to)
			}
			r := b.stub(StubSubstring, s, from, to, b.chars())
			b.charge(in.X)
			return r
		})
	case k == StringCharCodeAt && !b.failed(OpGuardKind) && !b.failed(OpGuardBound):
		b.guard(OpGuardBound, 0, i, n)
		b.guard(OpGuardKind, heap.KStr1, s)
		b.charge(in.X)
		b.set(dst, b.load(OpLoadU8X, MemConst, heap.OffChars, s, i))
	case k == StringCharCodeAt && !b.failed(OpGuardBound):
		b.guard(OpGuardBound, 0, i, n)
		b.orSlow(in, func() {
			b.way.behind = func() { b.set(dst, b.op(OpUnboxInt, b.reg(dst))) }
			b.set(dst, b.unit(s, i))
			b.charge(in.X)
		})
	default:
		b.orSlow(in, func() {
			if k == StringAt {
				i = b.fromEnd(i, n)
			}
			b.requireBound(i, n)
			var v *Value
			switch k {
			case StringCharCodeAt:
				v = b.unit(s, i)
			case StringCodePointAt:
				v = b.codePoint(s, i)
			default:
				v = b.op(OpBoxStr, b.charString(b.unit(s, i)))
			}
			b.charge(in.X)
			b.set(dst, v)
		})
	}
}

// fromEnd is an index that counts from the end n if it is negative.
func (b *builder) fromEnd(i, n *Value) *Value {
	if i == n || i.Op == OpConstInt && i.Aux >= 0 {
		return i
	}
	return b.choose(b.aux(OpCmpInt, int64(Lt), i, b.integer(0)), func() *Value {
		return b.op(OpAddIntW, i, n)
	}, func() *Value { return i })
}

// codePoint is the code point at index i, which is below its length, of a string.
func (b *builder) codePoint(s, i *Value) *Value {
	return b.choose(b.aux(OpIsKind, heap.KStr1, s), func() *Value {
		return b.load(OpLoadU8X, MemConst, heap.OffChars, s, i)
	}, func() *Value {
		return b.stub(StubStringCodePoint, s, i)
	})
}

// fromCharCode builds String.fromCharCode of a number.
func (b *builder) fromCharCode(in *bytecode.Inst, dst uint32, v *Value) bool {
	x := b.modular(v)
	if x == nil {
		return false
	}
	c := b.op(OpAndInt, x, b.integer(0xFFFF))
	b.stringOrSlow(in, dst, func() *Value {
		s := b.charString(c)
		b.charge(in.X)
		return s
	})
	return true
}

// stringSearch builds a call of a method that looks for a string in another.
func (b *builder) stringSearch(in *bytecode.Inst, k Intrinsic, dst uint32, this *Value, args []*Value) bool {
	if len(args) == 0 || this.Type != Val || args[0].Type != Val {
		return false
	}
	for _, v := range []*Value{this, args[0]} {
		if x, ok := b.known(v); ok && !x.IsString() {
			return false
		}
	}
	var from *Value
	if len(args) > 1 {
		if x, ok := b.known(args[1]); !ok || x != heap.Undefined {
			if from = b.index(args[1]); from == nil {
				return false
			}
		}
	}
	var s, search *Value
	fails := b.failed(OpCheckStr)
	if !fails {
		s, search = b.str(this), b.str(args[0])
	}
	b.orSlow(in, func() {
		if fails {
			s, search = b.requireString(this), b.requireString(args[0])
		}
		n := b.stringLength(s)
		switch {
		case from != nil:
			from = b.op(OpMinInt, b.op(OpMaxInt, from, b.integer(0)), n)
		case k == StringEndsWith:
			from = n
		default:
			from = b.integer(0)
		}
		var v *Value
		switch k {
		case StringIndexOf:
			v = b.op(OpSubIntW, b.stub(StubStringIndexOf, s, search, from), b.integer(1))
		case StringIncludes:
			v = b.aux(OpCmpInt, int64(Ne), b.stub(StubStringIndexOf, s, search, from), b.integer(0))
		default:
			if k == StringEndsWith {
				from = b.op(OpSubIntW, from, b.stringLength(search))
			}
			v = b.aux(OpCmpInt, int64(Ne), b.stub(StubStringAt, s, search, from), b.integer(0))
		}
		b.charge(in.X)
		b.set(dst, v)
	})
	return true
}

// leafSubstring builds the leaf that cuts a piece from a string of library code.
func (b *builder) leafSubstring(dst uint32, s, from, to *Value) bool {
	if s.Type != Val || b.failed(OpCheckStr) || b.failed(OpCheckInt) {
		return false
	}
	i, j := b.toInt(from), b.toInt(to)
	if i == nil || j == nil {
		return false
	}
	str := b.str(s)
	b.stringOrSlow(b.in, dst, func() *Value {
		b.require(b.aux(OpCmpUint, int64(Le), j, b.stringLength(str)))
		b.require(b.aux(OpCmpUint, int64(Lt), i, j))
		return b.stub(StubSubstring, str, i, j, b.chars())
	})
	return true
}
