package backend

import (
	"math/rand"
	"strings"
	"testing"
)

// TestCheckerFindsErrors spoils correct allocations, one location at a time. The
// checker must notice whenever execution does.
func TestCheckerFindsErrors(t *testing.T) {
	found, harmless := 0, 0
	for seed := int64(0); seed < 400; seed++ {
		r := rand.New(rand.NewSource(seed))
		cfg := testConfig()
		cfg.Check = false
		f := randomFunc(r, cfg, shapes[r.Intn(4)])
		before := copyFunc(f)
		s := takeSnapshot(f)
		a := Allocator{keep: true}
		if err := a.Allocate(f, cfg); err != nil {
			t.Fatal(err)
		}
		if err := s.check(f, cfg); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		spoil(r, f)
		err := s.check(f, cfg)
		if err != nil {
			found++
			continue
		}
		harmless++
		for k := uint64(0); k < 4; k++ {
			if compareRuns(before, f, k) != nil {
				t.Fatalf("seed %d: the checker has missed an error\n%s", seed, f)
			}
		}
	}
	if found < 200 {
		t.Errorf("%d errors found, %d were none", found, harmless)
	}
}

// spoil changes the location of one operand, or removes one move.
func spoil(r *rand.Rand, f *Func) {
	for {
		b := f.Blocks[r.Intn(len(f.Blocks))]
		i := r.Intn(len(b.Insts))
		in := &b.Insts[i]
		if in.Flags&Inserted != 0 && r.Intn(2) == 0 {
			b.Insts = append(b.Insts[:i:i], b.Insts[i+1:]...)
			return
		}
		if len(in.Ops) == 0 {
			continue
		}
		o := &in.Ops[r.Intn(len(in.Ops))]
		l := o.Loc
		switch {
		case l.IsReg():
			l = LocReg(l.Reg()&16 | Reg(r.Intn(11)))
		case l.IsSlot():
			l = LocSlot(r.Intn(f.Slots))
		}
		if l != o.Loc {
			o.Loc = l
			// The exit's copy is what toy compares with.
			if in.Exit != 0 {
				for j, u := range in.Ops[in.ExitOps:] {
					f.Exits[in.Exit].Locs[j] = u.Loc
				}
			}
			return
		}
	}
}

// TestVerify: what lowering can get wrong is reported.
func TestVerify(t *testing.T) {
	build := func(with func(f *Func, b *Block)) *Func {
		f := NewFunc("f")
		b := f.NewBlock()
		with(f, b)
		f.Emit(b, Inst{Op: toyReturn})
		return f
	}
	for _, c := range []struct {
		want string
		f    *Func
	}{
		{"defined twice", build(func(f *Func, b *Block) {
			v := f.NewVReg(GPR)
			f.Emit(b, Inst{Op: toyOp}, D(v))
			f.Emit(b, Inst{Op: toyOp}, D(v))
		})},
		{"not defined", build(func(f *Func, b *Block) {
			f.Emit(b, Inst{Op: toyOp}, U(f.NewVReg(GPR)))
		})},
		{"other class", build(func(f *Func, b *Block) {
			f.Emit(b, Inst{Op: toyOp}, DFixed(f.NewVReg(GPR), 17))
		})},
		{"two uses are fixed", build(func(f *Func, b *Block) {
			v := f.NewVReg(GPR)
			f.Emit(b, Inst{Op: toyOp}, D(v))
			f.Emit(b, Inst{Op: toyOp}, UFixed(v, 1), UFixed(v, 1))
		})},
		{"register of operand", build(func(f *Func, b *Block) {
			v := f.NewVReg(GPR)
			f.Emit(b, Inst{Op: toyOp}, D(v))
			f.Emit(b, Inst{Op: toyOp}, UFixed(v, 1), DSame(f.NewVReg(GPR), 0))
		})},
		{"no register", build(func(f *Func, b *Block) {
			v := f.NewVReg(GPR)
			f.Emit(b, Inst{Op: toyOp}, D(v))
			// Everything is destroyed before a late use in a register.
			f.Emit(b, Inst{Op: toyCall, Clobbers: testConfig().Regs}, ULate(v))
		})},
		{"entry", build(func(f *Func, b *Block) { b.Params = []VReg{f.NewVReg(GPR)} })},
		{"jump where none", build(func(f *Func, b *Block) { f.Emit(b, Inst{Op: OpJump}) })},
		{"two instructions", build(func(f *Func, b *Block) {
			e := f.AddExit(Exit{Kind: ExitDeopt})
			f.Emit(b, Inst{Op: toyGuard, Exit: e})
			f.Emit(b, Inst{Op: toyGuard, Exit: e})
		})},
	} {
		if err := Allocate(c.f, testConfig()); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q expected: %v\n%s", c.want, err, c.f)
		}
	}
}
