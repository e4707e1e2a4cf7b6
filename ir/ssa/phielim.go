package ssa

// phielim replaces phis that are copies: those with one argument besides
// themselves (Braun et al., "Simple and Efficient Construction of Static Single
// Assignment Form", §3.1). In reducible graphs no superfluous phi is left but
// dead ones, which deadcode drops.
func phielim(f *Func) {
	phis := f.phis()
	if len(phis) == 0 {
		return
	}
	s := newSubst(f)
	defer s.free()
	gone := 0
	for changed := true; changed; {
		changed = false
		for _, p := range phis {
			if s.has(p) {
				continue
			}
			if c := copyOf(s, p); c != nil {
				s.set(p, c)
				changed = true
				gone++
			}
		}
	}
	if gone == 0 {
		return
	}
	f.apply(s)
	for _, b := range f.Blocks {
		n := b.numPhis()
		kept := b.Values[:0]
		for _, p := range b.Values[:n] {
			if !s.has(p) {
				kept = append(kept, p)
			}
		}
		if len(kept) < n {
			b.Values = append(kept, b.Values[n:]...)
		}
	}
}

// phis lists the phis of f.
func (f *Func) phis() []*Value {
	n := 0
	for _, b := range f.Blocks {
		n += b.numPhis()
	}
	list := f.memory().passes().values.take(n)[:0]
	for _, b := range f.Blocks {
		list = append(list, b.Values[:b.numPhis()]...)
	}
	return list
}

// copyOf is the one value that phi p can be, nil if there are several or none.
func copyOf(s *subst, p *Value) *Value {
	var one *Value
	for _, a := range p.Args {
		a = s.get(a)
		if a == p || a == one {
			continue
		}
		if one != nil {
			return nil
		}
		one = a
	}
	return one
}
