package ssa

// concatTwo builds x + y where strings have been met.
func (b *builder) concatTwo(dst uint32, x, y *Value) bool {
	if !b.maybeString(x) || !b.maybeString(y) || b.failed(OpCheckStr) {
		return false
	}
	p, q := b.str(x), b.str(y)
	d := b.detour(b.in)
	b.set(dst, b.op(OpBoxStr, d.join(dst, d.call(StubStringConcat, p, q))))
	return true
}

// maybeString reports whether v can be a string.
func (b *builder) maybeString(v *Value) bool {
	if k, ok := b.known(v); ok {
		return k.IsString()
	}
	return v.Type == Val
}

// sameValues is === of anything: by a stub when strings have been met that are not
// both atoms.
func (b *builder) sameValues(x, y *Value) *Value {
	x, y = b.boxed(x), b.boxed(y)
	switch {
	case b.failed(OpSeqStr):
		return nil
	case b.failed(OpSeqVal) && y.Op == OpBoxStr:
		return b.guard(OpSeqStr, 1, x, y)
	case b.failed(OpSeqVal) && x.Op == OpBoxStr:
		return b.guard(OpSeqStr, 1, y, x)
	case b.failed(OpSeqVal):
		return b.guard(OpSeqStr, 0, x, y)
	}
	return b.guard(OpSeqVal, 0, x, y)
}
