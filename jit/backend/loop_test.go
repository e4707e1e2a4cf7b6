package backend

import (
	"strings"
	"testing"
)

// Instructions of the hand-written loop.
const (
	loopAdd = OpTarget + iota
	loopCompare
	loopLoad
	loopGuard
	loopReturn
	loopArg
	loopCall
	loopAddF
	loopToF
	loopPoll
)

var loopNames = []string{"add", "cmpbr", "load", "guard", "ret", "arg", "call", "addf", "tof", "poll"}

// loopFunc is for (i = 0; i < n; i++) s += a[i], with a call in the loop, or in a
// cold block of it, if wanted.
func loopFunc(call, cold bool) *Func {
	f := NewFunc("loop")
	f.OpName = func(op uint16) string { return loopNames[op-OpTarget] }
	entry, head, body, exit := f.NewBlock(), f.NewBlock(), f.NewBlock(), f.NewBlock()
	arr, n, k := f.NewVReg(GPR), f.NewVReg(GPR), f.NewVReg(GPR)
	f.Emit(entry, Inst{Op: loopArg}, D(arr))
	f.Emit(entry, Inst{Op: loopArg}, D(n))
	f.Emit(entry, Inst{Op: loopArg}, D(k))
	zero := f.LoadConst(entry, GPR, 0)
	zeroF := f.LoadConst(entry, FPR, 0)
	f.Jump(entry, head, zero, zeroF)

	i, s := f.NewVReg(GPR), f.NewVReg(FPR)
	head.Params = []VReg{i, s}
	state := func(s VReg) []Operand { return []Operand{UExit(arr), UExit(i), UExit(s), UExit(n), UExit(k)} }
	f.Emit(head, Inst{Op: loopPoll, Exit: f.AddExit(Exit{Kind: ExitPoll})}, state(s)...)
	f.Emit(head, Inst{Op: loopCompare}, U(i), UAny(n))
	AddEdge(head, body)
	AddEdge(head, exit)

	f.Emit(body, Inst{Op: loopGuard, Exit: f.AddExit(Exit{Kind: ExitDeopt, Reason: ReasonShape}), ExitOps: 1},
		append([]Operand{U(arr)}, state(s)...)...)
	x := f.NewVReg(GPR)
	f.Emit(body, Inst{Op: loopLoad}, U(arr), U(i), D(x))
	if call {
		y := f.NewVReg(GPR)
		f.Emit(body, Inst{Op: loopCall, Clobbers: testConfig().Regs}, UFixed(x, 0), DFixed(y, 0))
		x = y
	}
	if cold {
		slow, join := f.NewBlock(), f.NewBlock()
		slow.Cold = true
		f.Emit(body, Inst{Op: loopCompare}, U(x))
		AddEdge(body, slow)
		AddEdge(body, join, x)
		y, p := f.NewVReg(GPR), f.NewVReg(GPR)
		join.Params = []VReg{p}
		f.Emit(slow, Inst{Op: loopCall, Clobbers: testConfig().Regs}, UFixed(x, 0), DFixed(y, 0))
		f.Jump(slow, join, y)
		x, body = p, join
	}
	xf, s2, i2 := f.NewVReg(FPR), f.NewVReg(FPR), f.NewVReg(GPR)
	f.Emit(body, Inst{Op: loopToF}, U(x), D(xf))
	f.Emit(body, Inst{Op: loopAddF, Flags: Commutes}, U(xf), U(s), DSame(s2, 0))
	f.Emit(body, Inst{Op: loopAdd, Flags: Undo, Imm: 1, ExitOps: 2, Exit: f.AddExit(Exit{Kind: ExitDeopt, Reason: ReasonOverflow})},
		append([]Operand{U(i), DSame(i2, 0)}, state(s2)...)...)
	f.Jump(body, head, i2, s2)
	f.Emit(exit, Inst{Op: loopReturn}, U(s), U(k))
	SplitCriticalEdges(f)
	Order(f)
	return f
}

// moves counts the inserted instructions of hot blocks in loops, and of cold ones.
func moves(f *Func) (hot, cold int) {
	for _, b := range f.Blocks {
		for _, in := range b.Insts {
			switch {
			case in.Flags&Inserted == 0:
			case b.Cold:
				cold++
			case b.LoopDepth > 0:
				hot++
			}
		}
	}
	return hot, cold
}

// TestLoop checks the quality of allocation where it matters.
func TestLoop(t *testing.T) {
	for _, c := range []struct {
		name       string
		call, cold bool
		most       int // moves in the hot part of the loop
	}{
		{"plain", false, false, 0},
		{"cold call", false, true, 0},
		// i and arr are stored and reloaded or only reloaded, s is in memory.
		{"call", true, false, 5},
	} {
		f := loopFunc(c.call, c.cold)
		if err := Allocate(f, testConfig()); err != nil {
			t.Fatal(err)
		}
		hot, cold := moves(f)
		if hot > c.most {
			t.Errorf("%s: %d moves in the loop\n%s", c.name, hot, f)
		}
		if c.cold != (cold > 0) {
			t.Errorf("%s: %d moves in cold blocks\n%s", c.name, cold, f)
		}
	}
}

const loopBefore = `func loop
b0:
	v1 = arg
	v2 = arg
	v3 = arg
	v4 = const #0x0
	v5 = const #0x0
	jump ->b1(v4, v5)
b1(v6, v7): <-b0 <-b2 depth=1
	poll | v1:any:late v6:any:late v7:any:late v2:any:late v3:any:late exit1:poll@0
	cmpbr v6 v2:any ->b2 ->b3
b2: <-b1 depth=1
	guard v1 | v1:any:late v6:any:late v7:any:late v2:any:late v3:any:late exit2:deopt/shape@0
	v8 = load v1 v6
	v9 = tof v8
	v10:same0 = addf v9 v7
	v11:same0 = add v6 | v1:any:late v6:any:late v10:any:late v2:any:late v3:any:late #0x1 exit3:deopt/overflow@0
	jump ->b1(v11, v10)
b3: <-b1
	ret v7 v3
`

const loopAfter = `func loop
b0:
	v1@r0 = arg
	v2@r1 = arg
	v3@r2 = arg
	v4@r3 = const #0x0
	v5@x0 = const #0x0
	jump ->b1(v4, v5)
b1(v6, v7): <-b0 <-b2 depth=1
	poll | v1@r0 v6@r3 v7@x0 v2@r1 v3@r2 exit1:poll@0
	cmpbr v6@r3 v2@r1 ->b2 ->b3
b2: <-b1 depth=1
	guard v1@r0 | v1@r0 v6@r3 v7@x0 v2@r1 v3@r2 exit2:deopt/shape@0
	v8@r5 = load v1@r0 v6@r3
	v9@x1 = tof v8@r5
	v10@x0 = addf v7@x0 v9@x1
	v11@r3 = add v6@r3 | v1@r0 v6@r3 v10@x0 v2@r1 v3@r2 #0x1 exit3:deopt/overflow@0
	jump ->b1(v11, v10)
b3: <-b1
	ret v7@x0 v3@r2
`

// TestDump is the text form before and after allocation.
func TestDump(t *testing.T) {
	f := loopFunc(false, false)
	if got := f.String(); got != loopBefore {
		t.Errorf("before:\n%s", got)
	}
	if err := Allocate(f, testConfig()); err != nil {
		t.Fatal(err)
	}
	if got := f.String(); got != loopAfter {
		t.Errorf("after:\n%s", got)
	}
	if n := strings.Count(f.String(), "["); n != 0 || f.Slots != 0 {
		t.Errorf("%d spill slots, %d used", f.Slots, n)
	}
}

// TestExitLocs: the allocator's locations come first, then those of lowering.
func TestExitLocs(t *testing.T) {
	f := NewFunc("exit")
	b := f.NewBlock()
	v, k := f.NewVReg(GPR), f.LoadConst(b, GPR, 42)
	f.Emit(b, Inst{Op: toyEntry}, DFixed(v, 3))
	e := f.AddExit(Exit{Kind: ExitDeopt, Locs: []Loc{LocFrame(7)}})
	f.Emit(b, Inst{Op: toyGuard, Exit: e, ExitOps: 1}, U(v), UExit(k), UExit(v))
	f.Emit(b, Inst{Op: toyReturn})
	if err := Allocate(f, testConfig()); err != nil {
		t.Fatal(err)
	}
	locs := f.Exits[e].Locs
	if len(locs) != 3 || !locs[0].IsConst() || f.Consts[locs[0].Index()] != 42 || locs[1] != LocReg(3) || locs[2] != LocFrame(7) {
		t.Errorf("%v\n%s", locs, f)
	}
	if n := len(b.Insts); n != 3 {
		t.Errorf("%d instructions; a constant that only an exit has needs none\n%s", n, f)
	}
}
