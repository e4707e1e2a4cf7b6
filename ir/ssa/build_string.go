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
