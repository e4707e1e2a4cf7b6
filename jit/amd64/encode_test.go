package amd64

import (
	"bytes"
	"encoding/hex"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestGeneratedFresh runs the generator and compares.
func TestGeneratedFresh(t *testing.T) {
	dir := t.TempDir()
	for _, d := range []string{"_gen", "golang"} {
		if err := os.Mkdir(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"_gen/main.go", "_gen/encodings.txt"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "run", "_gen/main.go")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range []string{"zz_op.go", "zz_encodings.go", "golang/zz_ops.go", "golang/zz_rows_test.go"} {
		want, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is stale: run go generate", name)
		}
	}
}

func assembled(t *testing.T, emit func(e *Encoder)) string {
	t.Helper()
	var e Encoder
	emit(&e)
	code, err := e.Finish()
	if err != nil {
		t.Fatal(err)
	}
	return hex.EncodeToString(code)
}

// TestBytes has some encodings from the Intel manual by hand; all of them are
// compared in the package golang.
func TestBytes(t *testing.T) {
	for _, c := range []struct {
		want string
		in   Inst
	}{
		{"c3", I0(RET)},
		{"0f0b", I0(UD2)},
		{"cc", I0(INT3)},
		{"4801d8", I2(ADD, S64, R(RAX), R(RBX))},
		{"4183c4ff", I2(ADD, S32, R(R12), Imm(-1))},
		{"4181c480000000", I2(ADD, S32, R(R12), Imm(128))},
		{"498b4500", I2(MOV, S64, R(RAX), Mem(R13, 0))},
		{"498b0424", I2(MOV, S64, R(RAX), Mem(R12, 0))},
		{"438b4c8f10", I2(MOV, S32, R(RCX), MemIndex(R15, R9, 4, 16))},
		{"4088742401", I2(MOV, S8, Mem(RSP, 1), R(RSI))},
		{"400f94c6", Setcc(CondE, R(RSI))},
		{"480f4fc1", Cmov(CondG, S64, R(RAX), R(RCX))},
		{"41d3f8", I2(SAR, S32, R(R8), R(RCX))},
		{"f2490f2ac7", I2(CVTSI2SD, S64, R(X0), R(R15))},
		{"66490f7ec3", I2(MOVQ, 0, R(R11), R(X0))},
		{"660f3a0bc109", I3(ROUNDSD, 0, R(X0), R(X1), Imm(9))},
		{"48b8efcdab8967452301", Movabs(RAX, 0x0123456789abcdef)},
		{"c4e2a9f7c3", I3(SHLX, S64, R(RAX), R(RBX), R(R10))},
		{"41ffe3", I1(JMP, 0, R(R11))},
	} {
		if got := assembled(t, func(e *Encoder) { e.Emit(c.in) }); got != c.want {
			t.Errorf("%v is %s, want %s", c.in, got, c.want)
		}
	}
}

func TestLoadImm(t *testing.T) {
	for v, want := range map[uint64]string{
		0:                  "b800000000",
		0xffffffff:         "b8ffffffff",
		1 << 32:            "48b80000000001000000",
		^uint64(0):         "48c7c0ffffffff",
		0xfff8000000000000: "48b8000000000000f8ff",
	} {
		if got := assembled(t, func(e *Encoder) { e.Emit(LoadImm(RAX, v)) }); got != want {
			t.Errorf("%#x: %s, want %s", v, got, want)
		}
	}
}

// TestJumps: short only backwards and near; constants behind the code, aligned.
func TestJumps(t *testing.T) {
	got := assembled(t, func(e *Encoder) {
		top, out := e.NewLabel(), e.NewLabel()
		e.Bind(top)
		e.Emit(Jcc(CondE, out))
		e.Emit(I2(ADDSD, 0, R(X1), e.Const64(0x3ff0000000000000)))
		e.Emit(I2(ADDSD, 0, R(X1), e.Const64(0x3ff0000000000000)))
		e.Emit(I2(ANDPD, 0, R(X1), e.Const128(^uint64(0)>>1, 0)))
		e.Emit(Jmp(top))
		e.Bind(out)
		e.Emit(I0(RET))
		if e.Len() != 33 {
			t.Errorf("%d bytes", e.Len())
		}
	})
	want := "0f841a000000" + "f20f580d32000000" + "f20f580d2a000000" + "660f540d12000000" + "ebe0" + "c3" + strings.Repeat("cc", 15) +
		"ffffffffffffff7f0000000000000000" + "000000000000f03f"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for _, n := range []int{100, 124, 125, 126, 127, 128, 200} {
		var e Encoder
		top := e.NewLabel()
		e.Bind(top)
		for i := 0; i < n; i++ {
			e.Emit(I0(NOP))
		}
		e.Emit(Jcc(CondB, top))
		code, err := e.Finish()
		if err != nil {
			t.Fatal(err)
		}
		long := n+2 > 128
		if (len(code) == n+6) != long || strings.Count(Disassemble(code, 0x1000), "jb L1<0x1000>") != 1 {
			t.Errorf("%d: %d bytes\n%s", n, len(code), Disassemble(code, 0x1000))
		}
	}
}

func TestAlign(t *testing.T) {
	for n := 0; n < 33; n++ {
		var e Encoder
		for i := 0; i < n; i++ {
			e.Emit(I0(CDQ))
		}
		e.Align(32)
		e.Emit(I0(RET))
		code, err := e.Finish()
		if err != nil || (len(code)-1)%32 != 0 {
			t.Fatalf("%d: %d bytes, %v", n, len(code), err)
		}
		if s := Disassemble(code, 0); strings.Contains(s, ".byte") || strings.Count(s, "\n") > n+1+4 {
			t.Errorf("%d: %s", n, s)
		}
	}
}

func TestPatch(t *testing.T) {
	got := assembled(t, func(e *Encoder) {
		p := e.EmitPatch(I2(SUB, S64, R(R12), Imm(0)))
		q := e.EmitPatch(I2(CMP, S64, Mem(R13, 8), Imm(0)))
		e.Emit(I0(RET))
		e.Patch(p, 0x11223344)
		e.Patch(q, -2)
	})
	if want := "4981ec44332211" + "49817d08feffffff" + "c3"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestErrors: what cannot be encoded is an error at the end and nothing else.
func TestErrors(t *testing.T) {
	for _, c := range []struct {
		why  string
		emit func(e *Encoder)
	}{
		{"no such form", func(e *Encoder) { e.Emit(I2(ADD, S8, R(RAX), R(RCX))) }},
		{"no such form", func(e *Encoder) { e.Emit(I2(MOV, 0, R(RAX), R(RCX))) }},
		{"no such form", func(e *Encoder) { e.Emit(I2(MOV, 77, R(RAX), R(RCX))) }},
		{"no such form", func(e *Encoder) { e.Emit(I2(MOV, S64, Mem(RAX, 0), Mem(RAX, 0))) }},
		{"no such form", func(e *Encoder) { e.Emit(I2(ADDSD, 0, R(RAX), R(X0))) }},
		{"no such form", func(e *Encoder) { e.Emit(Inst{Op: numOps, A: R(RAX)}) }},
		{"no such form", func(e *Encoder) { e.Emit(Inst{}) }},
		{"third operand", func(e *Encoder) { e.Emit(I3(ADD, S64, R(RAX), R(RCX), R(RDX))) }},
		{"third operand", func(e *Encoder) { e.Emit(I2(IMUL3, S64, R(RAX), R(RCX))) }},
		{"third operand", func(e *Encoder) { e.Emit(I2(SHLX, S64, R(RAX), R(RCX))) }},
		{"in RCX", func(e *Encoder) { e.Emit(I2(SHL, S64, R(RAX), R(RDX))) }},
		{"does not fit", func(e *Encoder) { e.Emit(I2(SHL, S64, R(RAX), Imm(256))) }},
		{"does not fit", func(e *Encoder) { e.Emit(I2(CMP, S8, Mem(R15, 0), Imm(-129))) }},
		{"does not fit", func(e *Encoder) { e.Emit(I2(MOV, S16, Mem(R15, 0), Imm(65536))) }},
		{"index or scale", func(e *Encoder) { e.Emit(I2(MOV, S64, R(RAX), MemIndex(R15, RSP, 1, 0))) }},
		{"index or scale", func(e *Encoder) { e.Emit(I2(MOV, S64, R(RAX), MemIndex(R15, RAX, 3, 0))) }},
		{"index or scale", func(e *Encoder) { e.Emit(I2(MOV, S64, R(RAX), MemIndex(R15, X3, 1, 0))) }},
		{"wrong base", func(e *Encoder) { e.Emit(I2(MOV, S64, R(RAX), Mem(X1, 0))) }},
		{"wrong base", func(e *Encoder) { e.Emit(I2(MOV, S64, R(RAX), Mem(NoReg, 0))) }},
		{"not a label", func(e *Encoder) { e.Emit(I1(JMP, 0, Imm(0))) }},
		{"not made here", func(e *Encoder) { e.Emit(Jmp(5)) }},
		{"not made here", func(e *Encoder) { e.Emit(I2(LEA, S64, R(RAX), At(5))) }},
		{"is not bound", func(e *Encoder) { e.Emit(Jmp(e.NewLabel())) }},
		{"bound twice", func(e *Encoder) { l := e.NewLabel(); e.Bind(l); e.Bind(l) }},
		{"no immediate", func(e *Encoder) { e.EmitPatch(I2(MOV, S64, R(RAX), R(RCX))) }},
	} {
		var e Encoder
		e.Emit(I0(RET))
		c.emit(&e)
		e.Emit(I0(RET))
		if code, err := e.Finish(); err == nil || code != nil || !strings.Contains(err.Error(), c.why) {
			t.Errorf("error %v, want one with %q", err, c.why)
		}
		e.Reset()
		e.Emit(I0(RET))
		if code, err := e.Finish(); err != nil || len(code) != 1 {
			t.Errorf("after Reset: % x, %v", code, err)
		}
	}
	var e Encoder
	e.Emit(I2(MOV, 0, R(RAX), R(RCX)))
	_, err := e.Finish()
	var x *EncodeError
	if !errors.As(err, &x) || x.Inst.Op != MOV {
		t.Errorf("error %#v", err)
	}
}

// TestAnyBits: no instruction, whatever its bits, makes the encoder panic.
func TestAnyBits(t *testing.T) {
	seed := uint64(1)
	next := func() uint64 {
		seed ^= seed << 13
		seed ^= seed >> 7
		seed ^= seed << 17
		return seed
	}
	var e Encoder
	good := 0
	for i := 0; i < 300000; i++ {
		e.Reset()
		l := e.NewLabel()
		e.Bind(l)
		bits := next()
		in := Inst{Op: Op(bits) % (numOps + 2), Size: Size(bits>>8) % 6, Cond: Cond(bits >> 16)}
		for _, o := range []*Operand{&in.A, &in.B, &in.C} {
			switch v := next(); v >> 60 {
			case 0, 1, 2, 3, 4, 5, 6:
				*o = R(Reg(v % 34))
			case 7, 8, 9:
				*o = MemIndex(Reg(v%34), Reg(v>>8%34), 1<<(v>>16&3), int32(v>>20))
			case 10:
				*o = Imm(int32(v))
			case 11:
				*o = Operand(v)
			}
			if o == &in.B && next()&1 == 0 {
				break
			}
		}
		e.Emit(in)
		if code, err := e.Finish(); err == nil {
			good++
			if len(code) == 0 || len(code) > 15 {
				t.Fatalf("%v: % x", in, code)
			}
		}
	}
	if good < 1000 {
		t.Errorf("only %d could be encoded", good)
	}
}

func TestNames(t *testing.T) {
	for want, in := range map[string]Inst{
		"add64 rax, [r14+8]":          I2(ADD, S64, R(RAX), Mem(R14, 8)),
		"mov8 [r15+r9*4-1], sil":      I2(MOV, S8, MemIndex(R15, R9, 4, -1), R(RSI)),
		"cmovne32 eax, r8d":           Cmov(CondNE, S32, R(RAX), R(R8)),
		"jp L3":                       Jcc(CondP, 3),
		"movabs64 rax, 0x10000000000": Movabs(RAX, 1<<40),
		"roundsd xmm1, [rip+L0], 9":   I3(ROUNDSD, 0, R(X1), At(0), Imm(9)),
		"ret":                         I0(RET),
	} {
		if got := strings.Replace(in.String(), "movabs ", "movabs64 ", 1); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if CondE.Not() != CondNE || CondA.Not() != CondBE {
		t.Error("opposite conditions")
	}
}

var benchmarkList = []Inst{
	I2(MOV, S64, R(RAX), Mem(R14, 8)),
	I2(MOV, S32, R(RCX), MemIndex(R15, RAX, 1, 16)),
	I2(ADD, S32, R(RCX), Imm(1)),
	I2(CMP, S64, R(R9), Imm(1000)),
	I2(ADDSD, 0, R(X3), R(X9)),
	I2(MOVSD, 0, Mem(R14, 128), R(X3)),
	I2(LEA, S64, R(R8), MemIndex(RAX, RCX, 8, 0)),
	I2(SHL, S32, R(RDX), Imm(3)),
}

func BenchmarkEmit(b *testing.B) {
	var a Assembler = new(Encoder)
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		if i&0xfff == 0 {
			a.Reset()
		}
		a.Emit(benchmarkList[i&7])
	}
	if _, err := a.Finish(); err != nil {
		b.Fatal(err)
	}
}

func TestAllocations(t *testing.T) {
	e := new(Encoder)
	var a Assembler = e
	run := func() {
		a.Reset()
		l := a.NewLabel()
		for i := 0; i < 100; i++ {
			for _, in := range benchmarkList {
				a.Emit(in)
			}
			a.Emit(Jcc(CondE, l))
			a.Emit(I2(ADDSD, 0, R(X0), a.Const64(uint64(i&3))))
		}
		a.Bind(l)
		if _, err := a.Finish(); err != nil {
			t.Fatal(err)
		}
	}
	run()
	if n := testing.AllocsPerRun(10, run); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
