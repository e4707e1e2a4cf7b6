package backend

import (
	"math/rand"
	"testing"
)

// TestSequence makes random sets of parallel moves and executes them.
func TestSequence(t *testing.T) {
	cfg := testConfig()
	for seed := int64(0); seed < 20000; seed++ {
		r := rand.New(rand.NewSource(seed))
		f := NewFunc("moves")
		f.Slots = 1 + r.Intn(6)
		a := &Allocator{f: f, cfg: cfg}
		a.mover.grow(f.Slots)
		var vs [2][]VReg
		for i := 0; i < 4; i++ {
			for c := range vs {
				vs[c] = append(vs[c], f.NewVReg(Class(c)))
			}
		}
		place := func(c Class) Loc {
			if r.Intn(2) == 0 {
				return LocSlot(r.Intn(f.Slots))
			}
			return LocReg(Reg(int(c)*16 + r.Intn(3)))
		}
		// A source holds a value of one class.
		class := map[Loc]Class{}
		written := map[Loc]bool{}
		var ms []move
		for n := r.Intn(8); n >= 0; n-- {
			c := Class(r.Intn(2))
			m := move{place(c), place(c), vs[c][r.Intn(4)]}
			if r.Intn(8) == 0 {
				k := r.Uint64()
				m.src = LocConst(f.AddConst(k))
			} else if old, ok := class[m.src]; ok && old != c {
				continue
			}
			if written[m.dst] {
				continue
			}
			written[m.dst] = true
			class[m.src] = c
			ms = append(ms, m)
		}
		if len(ms) == 0 {
			continue
		}
		for round := 0; round < 2; round++ { // the tables must be clean afterwards
			out := a.sequence(nil, ms)
			m := &toy{f: f, after: true, slot: make([]uint64, f.Slots)}
			for i := range m.slot {
				m.slot[i] = uint64(100 + i)
			}
			for i := range m.reg {
				m.reg[i] = uint64(200 + i)
			}
			want := map[Loc]uint64{}
			for _, x := range ms {
				want[x.dst] = m.read(Operand{Loc: x.src})
			}
			for _, l := range []Loc{LocReg(0), LocReg(1), LocReg(2), LocReg(16), LocReg(17), LocReg(18), LocSlot(0)} {
				if !written[l] {
					want[l] = m.read(Operand{Loc: l})
				}
			}
			for i := range out {
				in := &out[i]
				if in.Op == OpMove && in.Ops[0].Loc.IsSlot() && in.Ops[1].Loc.IsSlot() {
					t.Fatalf("seed %d: a move between slots", seed)
				}
				if in.Op == OpLoadConst {
					// The target may use the scratch register.
					m.reg[cfg.ScratchGPR] = m.spoil()
				}
				m.inst(in, 0)
			}
			for l, x := range want {
				if got := m.read(Operand{Loc: l}); got != x {
					t.Fatalf("seed %d: %s holds %d, not %d, after %v", seed, f.locString(l), got, x, ms)
				}
			}
		}
	}
}
