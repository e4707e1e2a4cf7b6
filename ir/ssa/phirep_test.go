package ssa

import "testing"

// A phi whose arguments have failed a check before is checked for less, or for
// nothing.
func TestPhirepFailed(t *testing.T) {
	const text = `func "failed"
fn0 "f" regs=2
s0: fn0 pc=2 [r0=v0 r1=v0]
s1: fn0 pc=2 [r0=v0 r1=v2]
s2: fn0 pc=2 [r0=v0 r1=v5]
b0:
  v0 = LoadSlot {0}
  jump b1 @s0
b1: (b0 b2)
  v2 = Phi:Val v0 v5
  Poll @s1
  v3 = CheckInt v2 @s1 #2
  v4 = CmpInt v3 v3 {lt}
  if v4 b2 b3
b2: (b1)
  Slow {4} @s1
  v5 = ReadSlot {1}
  jump b1 @s2
b3: (b1)
  ret v2
`
	for _, c := range []struct {
		from Op
		want Type
	}{{OpInvalid, Int}, {OpCheckInt, F64}, {OpPhi, Val}} {
		f, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		phi := f.Blocks[1].Values[0]
		phi.From, phi.Role = c.from, phiRole(1)
		phirep(f)
		if phi.Type != c.want {
			t.Errorf("what has failed is %v: the phi is of type %v, want %v", c.from, phi.Type, c.want)
		}
		for _, b := range f.Blocks {
			for _, v := range b.Values {
				if (v.Op == OpCheckInt || v.Op == OpCheckNum) && v.Args[0].Op != OpPhi && !v.Args[0].Op.Has(Pure) {
					from := OpCheckInt
					if c.want == F64 {
						from = OpPhi
					}
					if v.Key() != from|Op(phi.Role)<<8 || v.Line != phi.Line {
						t.Errorf("%s is known as %#x", v.LongString(), v.Key())
					}
				}
			}
		}
	}
}
