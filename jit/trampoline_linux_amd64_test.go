//go:build !firn_nojit

package jit

import (
	"math"
	"sync/atomic"
	"testing"
	"unsafe"

	"firn/ir/ssa"
	"firn/jit/amd64"
	"firn/jit/backend"
)

// Machine registers by their part in native code.
const (
	rCtx   = amd64.R13
	rFrame = amd64.R14
	rFuel  = amd64.R12
	rBase  = amd64.R15
)

// assembly is code written by hand, for the tests.
type assembly struct {
	amd64.Encoder
	tb testing.TB
}

func newAssembly(tb testing.TB) *assembly {
	a := &assembly{tb: tb}
	a.Reset()
	return a
}

// op emits an instruction of 64 bits with any number of operands.
func (a *assembly) op(op amd64.Op, operands ...amd64.Operand) {
	in := amd64.Inst{Op: op, Size: amd64.S64}
	for i, o := range operands {
		*[]*amd64.Operand{&in.A, &in.B, &in.C}[i] = o
	}
	a.Emit(in)
}

func (a *assembly) jcc(c amd64.Cond, l amd64.Label) { a.Emit(amd64.Jcc(c, l)) }
func (a *assembly) jmp(l amd64.Label)               { a.Emit(amd64.Jmp(l)) }
func (a *assembly) call(l amd64.Label)              { a.Emit(amd64.Call(l)) }
func (a *assembly) set(r amd64.Reg, v uint64)       { a.Emit(amd64.LoadImm(r, v)) }

// slow emits a resumable exit with that number.
func (a *assembly) slow(exit int32) {
	behind := a.NewLabel()
	a.op(amd64.LEA, amd64.R(amd64.R11), amd64.At(behind))
	a.op(amd64.MOV, ctx(backend.CtxResume), amd64.R(amd64.R11))
	a.op(amd64.MOV, ctx(backend.CtxExit), amd64.Imm(exit))
	a.op(amd64.JMP, ctx(backend.CtxExitSlow))
	a.Bind(behind)
}

// leave emits an exit that saves the registers.
func (a *assembly) leave(exit int32) {
	a.op(amd64.MOV, ctx(backend.CtxExit), amd64.Imm(exit))
	a.op(amd64.JMP, ctx(backend.CtxExitSave))
}

func (a *assembly) finish() []byte {
	code, err := a.Finish()
	if err != nil {
		a.tb.Fatal(err)
	}
	return code
}

func ctx(off int32) amd64.Operand   { return amd64.Mem(rCtx, off) }
func slot(i int32) amd64.Operand    { return amd64.Mem(rFrame, 8*i) }
func r(reg amd64.Reg) amd64.Operand { return amd64.R(reg) }
func imm(v int32) amd64.Operand     { return amd64.Imm(v) }
func spill(off int32) amd64.Operand { return amd64.Mem(amd64.RSP, off) }

func memory(tb testing.TB) *CodeMemory {
	m, err := NewCodeMemory(1 << 20)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(m.Close)
	return m
}

func stack(tb testing.TB) *Stack {
	s, err := AcquireStack()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(s.Release)
	return s
}

func publish(tb testing.TB, m *CodeMemory, code []byte) uintptr {
	addr, err := m.Publish(code, tb.Name())
	if err != nil {
		tb.Fatal(err)
	}
	return addr
}

// escape makes what is stored in it live in the Go heap, where nothing moves.
var escape atomic.Pointer[[]uint64]

// frame gives the stack a JS frame of n slots.
func frame(s *Stack, n int) []uint64 {
	slots := make([]uint64, n)
	escape.Store(&slots)
	s.SetFrame(uintptr(unsafe.Pointer(unsafe.SliceData(slots))))
	return slots
}

// counting is a function that counts in slot 0 up to slot 1, a unit of fuel a
// step, leaves by slow exit 1 without fuel and returns the count.
func counting(tb testing.TB) []byte {
	a := newAssembly(tb)
	loop, done := a.NewLabel(), a.NewLabel()
	a.op(amd64.MOV, r(amd64.RAX), slot(0))
	a.Bind(loop)
	a.op(amd64.CMP, r(amd64.RAX), slot(1))
	a.jcc(amd64.CondGE, done)
	a.op(amd64.ADD, r(amd64.RAX), imm(1))
	a.op(amd64.SUB, r(rFuel), imm(1))
	a.jcc(amd64.CondG, loop)
	a.op(amd64.MOV, slot(0), r(amd64.RAX))
	a.slow(1)
	a.op(amd64.MOV, r(amd64.RAX), slot(0))
	a.jmp(loop)
	a.Bind(done)
	a.op(amd64.RET)
	return a.finish()
}

func TestEnterReturn(t *testing.T) {
	m, s := memory(t), stack(t)
	slots := frame(s, 2)
	slots[1] = 42
	want := s.Frame()
	s.SetResume(publish(t, m, counting(t)))
	s.SetFuel(100)
	s.Enter()
	if s.Exit() != 0 || s.Result() != 42 || s.Fuel() != 58 || s.Frame() != want || s.NativeSP() != s.Top() {
		t.Errorf("exit %d, result %d, fuel %d, frame %#x of %#x, sp %#x of %#x",
			s.Exit(), s.Result(), s.Fuel(), s.Frame(), want, s.NativeSP(), s.Top())
	}
}

// summing is a function that gives the bits of the sum of the cube roots of slot 0
// and of all integers below it, from the largest on.
func summing(tb testing.TB) []byte {
	a := newAssembly(tb)
	loop := a.NewLabel()
	a.op(amd64.SUB, r(amd64.RSP), imm(8))
	a.op(amd64.MOV, spill(0), imm(0))
	a.Bind(loop)
	a.op(amd64.CVTSI2SD, r(amd64.X0), slot(0))
	a.op(amd64.MOV, r(amd64.RAX), imm(int32(ssa.MathCbrt)))
	a.op(amd64.CALL, ctx(backend.CtxMath))
	a.op(amd64.ADDSD, r(amd64.X0), spill(0))
	a.op(amd64.MOVSD, spill(0), r(amd64.X0))
	a.op(amd64.SUB, slot(0), imm(1))
	a.jcc(amd64.CondG, loop)
	a.op(amd64.MOV, r(amd64.RAX), spill(0))
	a.op(amd64.ADD, r(amd64.RSP), imm(8))
	a.op(amd64.RET)
	return a.finish()
}

func TestSlowExitAndResume(t *testing.T) {
	m, s := memory(t), stack(t)
	slots := frame(s, 2)
	slots[1] = 1000
	s.SetResume(publish(t, m, counting(t)))
	s.SetFuel(10)
	exits := 0
	for s.Enter(); s.Exit() == 1; s.Resume() {
		exits++
		if s.Fuel() != 0 || slots[0] != uint64(10*exits) {
			t.Fatalf("exit %d: fuel %d, count %d", exits, s.Fuel(), slots[0])
		}
		if p, ok := m.Lookup(s.ResumeAt()); !ok || p.Name != t.Name() {
			t.Fatalf("resume address %#x is in %+v", s.ResumeAt(), p)
		}
		s.SetFuel(10)
	}
	if s.Exit() != 0 || s.Result() != 1000 || exits != 100 {
		t.Errorf("exit %d, result %d, %d exits", s.Exit(), s.Result(), exits)
	}
}

func TestRegistersAtEntry(t *testing.T) {
	m, s := memory(t), stack(t)
	a := newAssembly(t)
	a.op(amd64.PUSH, r(rBase))
	a.op(amd64.PUSH, r(rFrame))
	a.leave(3)
	s.SetResume(publish(t, m, a.finish()))
	var cage [8]byte
	s.SetBase(unsafe.Pointer(&cage))
	s.SetFuel(-5)
	s.SetFrame(77)
	s.Enter()
	top := s.Top()
	for _, c := range []struct {
		what      string
		got, want uint64
	}{
		{"exit", uint64(s.Exit()), 3},
		{"base", s.GPR(15), uint64(uintptr(unsafe.Pointer(&cage)))},
		{"frame", s.GPR(14), 77},
		{"context", s.GPR(13), uint64(top)},
		{"fuel", s.GPR(12), 1<<64 - 5},
		// The return address and what was pushed lie on the stack.
		{"RSP", s.GPR(4), uint64(top) - 24},
		{"NativeSP", uint64(s.NativeSP()), uint64(top) - 24},
		{"spilled frame", s.Spill(0), 77},
		{"spilled base", s.Spill(8), uint64(uintptr(unsafe.Pointer(&cage)))},
		{"beyond the stack", s.Spill(24), 0},
		{"below the stack", s.Spill(-NativeStackSize), 0},
	} {
		if c.got != c.want {
			t.Errorf("%s: %#x, want %#x", c.what, c.got, c.want)
		}
	}
}

func TestExitSavesAllRegisters(t *testing.T) {
	m, s := memory(t), stack(t)
	a := newAssembly(t)
	fixed := map[amd64.Reg]bool{amd64.RSP: true, rCtx: true}
	for i := amd64.RAX; i <= amd64.R15; i++ {
		if !fixed[i] {
			a.set(amd64.RAX, math.Float64bits(float64(i)+0.5))
			a.Emit(amd64.I2(amd64.MOVQ, amd64.S64, r(amd64.X0+i), r(amd64.RAX)))
		}
	}
	for i := amd64.R15; ; i-- {
		if !fixed[i] {
			a.set(i, 1000+uint64(i))
		}
		if i == amd64.RAX {
			break
		}
	}
	a.leave(9)
	s.SetResume(publish(t, m, a.finish()))
	s.Enter()
	for i := range 16 {
		if fixed[amd64.Reg(i)] {
			continue
		}
		if got := s.GPR(i); got != 1000+uint64(i) {
			t.Errorf("%v is %d", amd64.Reg(i), got)
		}
		if got := math.Float64frombits(s.FPR(i)); got != float64(i)+0.5 {
			t.Errorf("%v is %v", amd64.X0+amd64.Reg(i), got)
		}
	}
	if s.Fuel() != 1012 || s.Frame() != 1014 {
		t.Errorf("fuel %d, frame %d", s.Fuel(), s.Frame())
	}
}

func TestConstantsOfContext(t *testing.T) {
	m, s := memory(t), stack(t)
	a := newAssembly(t)
	for i, off := range []int32{backend.CtxTagInt, backend.CtxTagObject, backend.CtxTagString, backend.CtxTagCell, backend.CtxNativeLimit} {
		a.op(amd64.MOV, r(amd64.R8+amd64.Reg(i)&3), ctx(off))
		a.op(amd64.PUSH, r(amd64.R8+amd64.Reg(i)&3))
	}
	a.Emit(amd64.I2(amd64.MOVSD, 0, r(amd64.X0), ctx(backend.CtxSignMask)))
	a.Emit(amd64.I2(amd64.MOVSD, 0, r(amd64.X1), ctx(backend.CtxAbsMask)))
	a.leave(1)
	s.SetResume(publish(t, m, a.finish()))
	s.Enter()
	for i, want := range []uint64{uint64(s.NativeLimit()), 0xffff << 48, 0xfffd << 48, 0xfffe << 48, 0xfff9 << 48} {
		if got := s.Spill(8 * i); got != want {
			t.Errorf("word %d is %#x, want %#x", i, got, want)
		}
	}
	if s.FPR(0) != 1<<63 || s.FPR(1) != 1<<63-1 {
		t.Errorf("masks %#x %#x", s.FPR(0), s.FPR(1))
	}
	if room := s.Top() - s.NativeLimit(); room != NativeStackSize-nativeReserve {
		t.Errorf("%d bytes of stack", room)
	}
}

// recursing is a function that calls itself, 64 bytes of stack each, until it
// would pass the native limit (save exit 5); the depth is in slot 0.
func recursing(tb testing.TB) []byte {
	a := newAssembly(tb)
	entry, room := a.NewLabel(), a.NewLabel()
	a.Bind(entry)
	a.op(amd64.LEA, r(amd64.R11), spill(-56))
	a.op(amd64.CMP, r(amd64.R11), ctx(backend.CtxNativeLimit))
	a.jcc(amd64.CondAE, room)
	a.leave(5)
	a.Bind(room)
	a.op(amd64.SUB, r(amd64.RSP), imm(56))
	a.op(amd64.ADD, slot(0), imm(1))
	a.call(entry)
	a.op(amd64.ADD, r(amd64.RSP), imm(56))
	a.op(amd64.RET)
	return a.finish()
}

func TestNativeLimit(t *testing.T) {
	m, s := memory(t), stack(t)
	slots := frame(s, 1)
	s.SetResume(publish(t, m, recursing(t)))
	for range 2 { // all activations are thrown away, so it can be entered again
		slots[0] = 0
		s.SetNativeSP(s.Top())
		s.Enter()
		if want := uint64(NativeStackSize-nativeReserve) / 64; s.Exit() != 5 || slots[0] != want {
			t.Errorf("exit %d at depth %d, want %d", s.Exit(), slots[0], want)
		}
	}
}

// descending is a function that calls itself slot 0 times, keeps its depth in a
// spill slot, takes slow exit 1 at the bottom and returns the sum of the depths.
func descending(tb testing.TB) []byte {
	a := newAssembly(tb)
	entry, bottom, up := a.NewLabel(), a.NewLabel(), a.NewLabel()
	a.Bind(entry)
	a.op(amd64.SUB, r(amd64.RSP), imm(16))
	a.op(amd64.MOV, r(amd64.RCX), slot(0))
	a.op(amd64.MOV, spill(8), r(amd64.RCX))
	a.op(amd64.TEST, r(amd64.RCX), r(amd64.RCX))
	a.jcc(amd64.CondE, bottom)
	a.op(amd64.SUB, slot(0), imm(1))
	a.call(entry)
	a.op(amd64.ADD, r(amd64.RAX), spill(8))
	a.jmp(up)
	a.Bind(bottom)
	a.slow(1)
	a.op(amd64.MOV, r(amd64.RAX), slot(1))
	a.Bind(up)
	a.op(amd64.ADD, r(amd64.RSP), imm(16))
	a.op(amd64.RET)
	return a.finish()
}

// TestSegments keeps native frames on the stack while other native code runs
// below them, as the driver does when the interpreter runs in between.
func TestSegments(t *testing.T) {
	m, s := memory(t), stack(t)
	code := publish(t, m, descending(t))
	var run func(depth int) uint64
	run = func(depth int) uint64 {
		slots := frame(s, 2)
		slots[0] = uint64(depth)
		s.SetResume(code)
		s.SetNativeSP(s.NativeSP() &^ 15)
		top := s.NativeSP()
		s.Enter()
		if s.Exit() != 1 || s.NativeSP() >= top {
			t.Fatalf("exit %d, stack %#x of %#x", s.Exit(), s.NativeSP(), top)
		}
		sp, at, fp := s.NativeSP(), s.ResumeAt(), s.Frame()
		if depth > 0 {
			slots[1] = run(depth - 1)
		}
		s.SetNativeSP(sp)
		s.SetResume(at)
		s.SetFrame(fp)
		s.Resume()
		if s.Exit() != 0 || s.NativeSP() != top {
			t.Fatalf("exit %d, stack %#x of %#x", s.Exit(), s.NativeSP(), top)
		}
		return uint64(s.Result())
	}
	want := uint64(0)
	for d := range 21 {
		want += uint64(d * (d + 1) / 2)
	}
	if got := run(20); got != want {
		t.Errorf("sum %d, want %d", got, want)
	}
}

// BenchmarkEnterReturn is the price of running a function that does nothing.
func BenchmarkEnterReturn(b *testing.B) {
	m, s := memory(b), stack(b)
	a := newAssembly(b)
	a.op(amd64.RET)
	s.SetResume(publish(b, m, a.finish()))
	for b.Loop() {
		s.Enter()
	}
}

// BenchmarkSlowExit is the price of leaving for Go and going on.
func BenchmarkSlowExit(b *testing.B) { benchmarkExit(b, 0, (*assembly).slow) }

// BenchmarkSlowExitDeep is the same eight native calls down.
func BenchmarkSlowExitDeep(b *testing.B) { benchmarkExit(b, 8, (*assembly).slow) }

// BenchmarkSaveExit is the price of an exit that saves all registers, with an
// entry.
func BenchmarkSaveExit(b *testing.B) { benchmarkExit(b, 0, (*assembly).leave) }

func benchmarkExit(b *testing.B, calls int, exit func(*assembly, int32)) {
	m, s := memory(b), stack(b)
	a := newAssembly(b)
	for range calls {
		next := a.NewLabel()
		a.call(next)
		a.Bind(next)
	}
	loop := a.NewLabel()
	a.Bind(loop)
	exit(a, 1)
	a.jmp(loop)
	start := publish(b, m, a.finish())
	s.SetResume(start)
	s.Enter()
	for b.Loop() {
		s.Resume()
	}
}
