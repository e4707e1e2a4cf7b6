package ssa

// fill puts off what a function does at its entry for those who see its frame while
// it is running: that all registers have values. Only calls and the driver's
// instructions let anyone see it. Where these are on some paths alone, and not those
// at which a recursion ends, the others need not do that.
func fill(f *Func) {
	f.Analyze()
	var entry *Value
	var at *Block
	for _, b := range f.rpo {
		shows := false
		for _, v := range b.Values {
			switch {
			case v.Op == OpEntry && (entry != nil || v.Aux2 != 0):
				return // registers have values, at other entries
			case v.Op == OpEntry:
				entry = v
			case v.Op == OpStoreSlot || v.Op.Has(Clobber):
				shows = true
			}
		}
		if shows && at == nil {
			at = b
		}
		for shows && !at.Dominates(b) {
			at = at.Dom
		}
	}
	if at == nil || entry == nil {
		return
	}
	for at.Header != nil {
		at = at.Dom // once is enough
	}
	if at != entry.Block {
		entry.Aux2 = EntryLater
		v := f.NewValue(OpFill, None)
		v.Fn, v.Line = entry.Fn, entry.Line
		at.Insert(at.numPhis(), v)
	}
}

// EntryLater is the Aux2 of an Entry that leaves it to Fill to give registers values.
const EntryLater = 3
