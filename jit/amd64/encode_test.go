package amd64

import (
	"testing"
)

func BenchmarkEmit(b *testing.B) {
	var e Encoder
	list := []Inst{
		I2(MOV, S64, R(RAX), Mem(R14, 8)),
		I2(MOV, S32, R(RCX), MemIndex(R15, RAX, 1, 16)),
		I2(ADD, S32, R(RCX), Imm(1)),
		I2(CMP, S64, R(R9), Imm(1000)),
		I2(ADDSD, 0, R(X3), R(X9)),
		I2(MOVSD, 0, Mem(R14, 128), R(X3)),
		I2(LEA, S64, R(R8), MemIndex(RAX, RCX, 8, 0)),
		I2(SHL, S32, R(RDX), Imm(3)),
	}
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		if i&0xfff == 0 {
			e.Reset()
		}
		e.Emit(list[i&7])
	}
	if _, err := e.Finish(); err != nil {
		b.Fatal(err)
	}
}
