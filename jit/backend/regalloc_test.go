package backend

import (
	"math/rand"
	"testing"
)

// shapes are the kinds of random functions; the registers are taken away in turn.
var shapes = []randomShape{
	{blocks: 1, insts: 30, old: 0.1, calls: 0.02},
	{blocks: 6, insts: 8, old: 0.3, calls: 0.05},
	{blocks: 12, insts: 6, old: 0.5, calls: 0.02},
	{blocks: 25, insts: 4, old: 0.2, calls: 0.1},
	{blocks: 12, insts: 8, old: 0.3, calls: 0.05, structured: true},
	{blocks: 30, insts: 5, old: 0.6, calls: 0.02, structured: true},
	{blocks: 60, insts: 6, old: 0.1, calls: 0.1, structured: true},
}

// someRegs leaves a random part of the registers; those that the generator fixes
// operands to are always there.
func someRegs(r *rand.Rand, cfg *Config) {
	keep := Regs(0, 1, 2, 3, 5, 6, 16, 17, 18)
	if n := r.Intn(4); n > 0 {
		for i := Reg(0); i < 32; i++ {
			if !keep.Has(i) && r.Intn(n+1) > 0 {
				cfg.Regs &^= 1 << i
			}
		}
	}
}

func checkSeed(t *testing.T, seed int64) {
	t.Helper()
	r := rand.New(rand.NewSource(seed))
	cfg := testConfig()
	someRegs(r, cfg)
	f := randomFunc(r, cfg, shapes[r.Intn(len(shapes))])
	before := copyFunc(f)
	text := f.String()
	if err := Allocate(f, cfg); err != nil {
		t.Fatalf("seed %d: %v\n%s", seed, err, dumps(text, f))
	}
	for k := uint64(0); k < 4; k++ {
		if err := compareRuns(before, f, uint64(seed)*4+k); err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, dumps(text, f))
		}
	}
}

// dumps is a function before and after allocation, if it is not too long to read.
func dumps(before string, f *Func) string {
	if len(before) > 6000 {
		return "(a large function)"
	}
	return before + "\n" + f.String()
}

// TestRandom allocates random functions. Each is proved by the checker and
// executed before and after.
func TestRandom(t *testing.T) {
	n := int64(1000)
	if testing.Short() {
		n = 150
	}
	for seed := int64(0); seed < n; seed++ {
		checkSeed(t, seed)
	}
}

// FuzzAllocate is TestRandom with the fuzzer's seeds.
func FuzzAllocate(f *testing.F) {
	f.Add(int64(-1))
	f.Fuzz(func(t *testing.T, seed int64) { checkSeed(t, seed) })
}

// TestLarge: functions with more events than the scan looks ahead. They are
// executed, not proved, which would take long.
func TestLarge(t *testing.T) {
	for seed := int64(0); seed < 4; seed++ {
		r := rand.New(rand.NewSource(seed))
		cfg := testConfig()
		cfg.Check = false
		f := randomFunc(r, cfg, randomShape{blocks: 20, insts: 1200, old: 0.2, calls: 0.001 * float64(seed), structured: true})
		before := copyFunc(f)
		if err := Allocate(f, cfg); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for k := uint64(0); k < 4; k++ {
			if err := compareRuns(before, f, k); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
	}
}
