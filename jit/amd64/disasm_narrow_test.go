package amd64

import (
	"testing"

	"firn/jit/backend"
)

// TestNarrow: a register that may have more than 32 bits where it indexes the cage is found on whatever path.
func TestNarrow(t *testing.T) {
	val, cage := Mem(R14, 8), MemIndex(R15, RAX, 1, 8)
	use := I2(MOV, S32, R(RCX), cage)
	for _, c := range []struct {
		name string
		bad  bool
		code func(e *Encoder)
	}{
		{"nothing known", true, func(e *Encoder) { e.Emit(use) }},
		{"a value", true, func(e *Encoder) { e.Emit(I2(MOV, S64, R(RAX), val)); e.Emit(use) }},
		{"32 bits of memory", false, func(e *Encoder) { e.Emit(I2(MOV, S32, R(RAX), val)); e.Emit(use) }},
		{"16 bits more", true, func(e *Encoder) {
			e.Emit(I2(MOV, S32, R(RAX), val))
			e.Emit(I2(ADD, S64, R(RAX), Imm(8)))
			e.Emit(use)
		}},
		{"through a spill slot", false, func(e *Encoder) {
			e.Emit(I2(MOV, S32, R(RDX), val))
			e.Emit(I2(SUB, S64, R(RSP), Imm(32)))
			e.Emit(I2(MOV, S64, Mem(RSP, 16), R(RDX)))
			e.Emit(I2(MOV, S64, R(RAX), Mem(RSP, 16)))
			e.Emit(use)
		}},
		{"a wide spill slot", true, func(e *Encoder) {
			e.Emit(I2(MOV, S64, R(RDX), val))
			e.Emit(I2(SUB, S64, R(RSP), Imm(32)))
			e.Emit(I2(MOV, S64, Mem(RSP, 16), R(RDX)))
			e.Emit(I2(MOV, S64, R(RAX), Mem(RSP, 16)))
			e.Emit(use)
		}},
		{"wide on one of two paths", true, func(e *Encoder) {
			l := e.NewLabel()
			e.Emit(I2(MOV, S32, R(RAX), val))
			e.Emit(Jcc(CondE, l))
			e.Emit(I2(MOV, S64, R(RAX), val))
			e.Bind(l)
			e.Emit(use)
		}},
		{"wide from the second round of a loop", true, func(e *Encoder) {
			l := e.NewLabel()
			e.Emit(I2(MOV, S32, R(RAX), val))
			e.Bind(l)
			e.Emit(use)
			e.Emit(I2(MOV, S64, R(RAX), val))
			e.Emit(Jcc(CondE, l))
		}},
		{"behind a call", true, func(e *Encoder) {
			e.Emit(I2(MOV, S32, R(RAX), val))
			e.Emit(I1(CALL, SizeNone, R(RDX)))
			e.Emit(use)
		}},
		{"behind a stub that leaves it alone", false, func(e *Encoder) {
			e.Emit(I2(MOV, S32, R(RBX), val))
			e.Emit(I1(CALL, SizeNone, Mem(R13, backend.CtxStubs+8)))
			e.Emit(I2(MOV, S64, R(RAX), R(RBX)))
			e.Emit(use)
		}},
		{"behind a routine that saves it", false, func(e *Encoder) {
			l := e.NewLabel()
			e.Emit(I2(MOV, S32, R(RAX), val))
			e.Emit(Call(l))
			e.Emit(use)
			e.Emit(I0(RET))
			e.Bind(l)
			e.Emit(I1(PUSH, S64, R(RAX)))
			e.Emit(I2(MOV, S64, R(RAX), val))
			e.Emit(I1(POP, S64, R(RAX)))
		}},
		{"behind a routine that does not", true, func(e *Encoder) {
			l := e.NewLabel()
			e.Emit(I2(MOV, S32, R(RAX), val))
			e.Emit(Call(l))
			e.Emit(use)
			e.Emit(I0(RET))
			e.Bind(l)
			e.Emit(I2(MOV, S64, R(RAX), val))
		}},
	} {
		var e Encoder
		c.code(&e)
		e.Emit(I0(RET))
		code, err := e.Finish()
		if err != nil {
			t.Fatal(c.name, err)
		}
		found := Narrow(&backend.Code{Bytes: code, OSR: -1}, e.CodeSize(), 0)
		if (len(found) > 0) != c.bad {
			t.Errorf("%s: %v", c.name, found)
		}
	}
}
