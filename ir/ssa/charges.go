package ssa

// charges merges charges with nothing between them that may leave: whoever looks
// at the meter, at an exit or behind the code, finds the same.
func charges(f *Func) {
	for _, b := range f.Blocks {
		var last *Value // the charge that the next one may be added to
		gone := false
		for _, v := range b.Values {
			switch {
			case v.Op == OpCharge && last != nil:
				v.Aux += last.Aux
				last.Aux = 0
				last, gone = v, true
			case v.Op == OpCharge:
				last = v
			case v.State != nil:
				last = nil
			}
		}
		if !gone {
			continue
		}
		kept := b.Values[:0]
		for _, v := range b.Values {
			if v.Op != OpCharge || v.Aux != 0 {
				kept = append(kept, v)
			}
		}
		clear(b.Values[len(kept):])
		b.Values = kept
	}
}
