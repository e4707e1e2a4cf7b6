package ssa

// offsets moves constants from indexes to offsets: a[i], a[i+1] and a[i+2] have one
// address, and the sums are often not needed any more.
//
// Addresses are computed modulo 2^32. No cell is so near the beginning or the end of
// the cage that one of them would be beyond it.
func offsets(f *Func) {
	if !f.mayHave(&scaledOps) {
		return
	}
	for _, b := range f.Blocks {
		for _, v := range b.Values {
			scale := scales[v.Op] - 1
			if scale < 0 {
				continue
			}
			x, c, ok := indexOf(v.Args[1])
			step := int64(c) << scale
			if !ok || step < -maxOffset || step > maxOffset || v.Aux+step < 0 || v.Aux+step > maxOffset {
				continue
			}
			v.Args[1], v.Aux = x, v.Aux+step
		}
	}
}

// maxOffset is less than the distance of cells from the beginning and the end of
// the cage.
const maxOffset = 2048

// scales is by how many bits an indexed access shifts its index, plus 1.
var scales = [NumOps]int8{OpLoadValX: 4, OpLoadI8X: 1, OpLoadU8X: 1, OpLoadI16X: 2, OpLoadU16X: 2, OpLoadI32X: 3, OpLoadF32X: 3, OpLoadF64X: 4,
	OpStoreValX: 4, OpStoreI8X: 1, OpStoreI16X: 2, OpStoreI32X: 3, OpStoreF32X: 3, OpStoreF64X: 4, OpBarrierX: 4}

// scaledOps are the operations with a scale.
var scaledOps = func() (s opSet) {
	for op, scale := range scales {
		if scale != 0 {
			s.add(Op(op))
		}
	}
	return s
}()
