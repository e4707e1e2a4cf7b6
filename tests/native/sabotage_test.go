//go:build linux && amd64 && !firn_nojit

package native

import (
	"fmt"
	"testing"
	"time"

	"firn/ir/ssa"
	"firn/jit"
	"firn/runtime"
	"firn/tests/native/gen"
)

// sabotage makes every value of one operation another one at the end of compilation, or takes it away (OpPhi).
func sabotage(op, with ssa.Op) func(string, *ssa.Func) {
	return func(pass string, f *ssa.Func) {
		if pass != "finish" {
			return
		}
		for _, b := range f.Blocks {
			kept := b.Values[:0]
			for _, v := range b.Values {
				if v.Op == op {
					if with == ssa.OpPhi {
						continue
					}
					v.Op, v.State = with, nil
				}
				kept = append(kept, v)
			}
			b.Values = kept
		}
	}
}

// TestSabotage: generated programs find out compilers that were broken on purpose.
func TestSabotage(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: takes ten seconds or more")
	}
	const most = 400
	for _, s := range []struct {
		name     string
		op, with ssa.Op
	}{
		{"additions do not overflow", ssa.OpAddInt, ssa.OpAddIntW},
		{"multiplications do not overflow", ssa.OpMulInt, ssa.OpMulIntW},
		{"holes are values", ssa.OpGuardHole, ssa.OpPhi},
		{"ints have no sign", ssa.OpIntToF64, ssa.OpUintToF64},
	} {
		t.Run(s.name, func(t *testing.T) {
			mode := Mode{Name: "broken", Slow: 1, Configure: func(c *runtime.Config, seed int64) {
				co := compilerOptions(jit.CompilerOptions{DumpSSA: sabotage(s.op, s.with)}, 1)
				withJIT(c, seed, always(seed), co)
			}}
			c := &Checker{Modes: []Mode{mode}, Patience: 10 * time.Second, Spent: map[string]time.Duration{}, Runs: map[string]int{}, Slow: map[string]int{}}
			for seed := int64(0); seed < most; seed++ {
				p := gen.New(seed, gen.Options{Own: seed&1 == 1})
				if f := c.modes(p.Source(), fmt.Sprint("seed", seed), seed, false, func(*Mode) bool { return true }); f != nil {
					t.Logf("found by program %d: %s", seed+1, f)
					return
				}
			}
			t.Errorf("%d programs did not notice", most)
		})
	}
}
