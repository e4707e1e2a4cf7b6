package amd64

import (
	"strings"
	"testing"
)

func TestList(t *testing.T) {
	var e Encoder
	top := e.NewLabel()
	e.Emit(I2(MOV, S64, R(RAX), Mem(R14, -8)))
	e.Bind(top)
	e.Emit(I2(MULSD, 0, R(X0), e.Const64(0x4000000000000000)))
	e.Emit(I2(SUB, S64, R(R12), Imm(3)))
	e.Emit(Jcc(CondNS, top))
	e.Emit(I0(RET))
	code, err := e.Finish()
	if err != nil {
		t.Fatal(err)
	}
	l := Lister{CodeSize: e.CodeSize(), Notes: map[int]string{4: "loop\nhead"}}
	want := `	mov rax, qword ptr [r14-0x8]
; loop
; head
L1:
	mulsd xmm0, qword ptr [C1]
	sub r12, 0x3
	jns L1
	ret
C1:
	.quad 0x4000000000000000
`
	if got := l.List(code); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	l = Lister{Base: 0x1000, Offsets: true, CodeSize: e.CodeSize()}
	if got := l.List(code); !strings.Contains(got, "    1010\tjns L1<0x1004>\n") || !strings.Contains(got, "[C1<0x1020>]") {
		t.Errorf("got:\n%s", got)
	}
	if got := Disassemble([]byte{0x06, 0xc3}, 0); got != "       0\t.byte 0x06\n       1\tret\n" {
		t.Errorf("got %q", got)
	}
}

func TestScan(t *testing.T) {
	good := []Inst{
		I2(MOV, S64, R(RAX), Mem(R14, 64)),
		I2(MOV, S64, R(RAX), MemIndex(R15, RAX, 1, 8)),
		I2(MOV, S8, MemIndex(R15, R11, 1, -1), Imm(3)),
		I2(CMP, S32, Mem(R13, 80), Imm(3)),
		I2(MOVSD, 0, Mem(RSP, 16), R(X3)),
		I2(LEA, S64, R(R14), Mem(R14, 64)),
		I2(LEA, S32, R(RAX), MemIndex(RCX, RDX, 8, 64)),
		I2(ADD, S64, R(R14), Imm(64)),
		I2(SUB, S64, R(RSP), Imm(64)),
		I2(SUB, S64, R(R12), Imm(64)),
		I2(CMP, S64, R(R14), R(R13)),
		I1(PUSH, 0, R(R15)),
		I1(JMP, 0, Mem(R13, 8)),
		I1(CALL, 0, R(R11)),
		I1(NEG, S32, R(RAX)),
		I1(IDIV, S32, Mem(RSP, 8)),
		I2(MOVZXB, S32, R(RAX), MemIndex(R15, RAX, 1, 0)),
		I2(SHL, S64, R(RAX), R(RCX)),
		Setcc(CondP, R(RAX)), Cmov(CondO, S32, R(RAX), R(R15)), I0(INT3), I0(UD2), I0(CQO), I0(RET),
	}
	for why, bad := range map[string][]Inst{
		"neither cage": {
			I2(MOV, S64, R(RAX), Mem(RAX, 0)), I2(MOV, S64, R(RAX), MemIndex(RAX, R15, 1, 0)), I1(CALL, 0, MemIndex(RAX, RCX, 8, 0)),
			I1(PUSH, 0, Mem(R12, 0)), I2(CVTSI2SD, S64, R(X0), Mem(R11, 0)),
		},
		"scaled index": {I2(MOV, S64, R(RAX), MemIndex(R15, RAX, 8, 0))},
		"index with a": {I2(MOV, S64, R(RAX), MemIndex(R14, RAX, 8, 0)), I2(MOV, S64, R(RAX), MemIndex(RSP, RAX, 1, 0))},
		"below the":    {I2(MOV, S64, Mem(RSP, -8), R(RAX)), I2(MOV, S64, Mem(RSP, -1024), R(RAX))},
		"base of the": {
			I2(MOV, S64, R(R15), R(RAX)), I2(ADD, S32, R(R15), Imm(1)), I2(LEA, S64, R(R13), Mem(R13, 8)), I1(POP, 0, R(R13)),
			I2(XCHG, S64, R(RAX), R(R15)), Setcc(CondO, R(R13)), I2(MOVQ, 0, R(R15), R(X1)), I1(NOT, S64, R(R15)), Movabs(R15, 1<<60),
		},
		"stack pointer": {I2(MOV, S64, R(RSP), R(RAX)), I2(ADD, S64, R(RSP), R(RAX)), I2(AND, S64, R(RSP), Imm(-16)), I2(SUB, S32, R(RSP), Imm(8))},
		"frame pointer": {I2(MOV, S64, R(R14), R(RAX)), I2(LEA, S64, R(R14), Mem(R13, 8)), I2(LEA, S64, R(R14), MemIndex(R14, RAX, 8, 8)), I2(ADD, S32, R(R14), Imm(8))},
	} {
		for _, in := range append(bad, good...) {
			var e Encoder
			e.Emit(in)
			code, err := e.Finish()
			if err != nil {
				t.Fatal(in, err)
			}
			found := Scan(code, len(code))
			isBad := false
			for _, b := range bad {
				isBad = isBad || b == in
			}
			switch {
			case !isBad && len(found) != 0:
				t.Errorf("%v: %v", in, found)
			case isBad && (len(found) != 1 || !strings.Contains(found[0].Error(), why)):
				t.Errorf("%v: %v, want one with %q", in, found, why)
			}
		}
	}
	// Constants, jumps, and bytes that are not from the table.
	var e Encoder
	l := e.NewLabel()
	e.Emit(Jcc(CondE, l))
	e.Emit(I2(ADDSD, 0, R(X0), e.Const64(1)))
	e.Emit(I2(ANDPD, 0, R(X0), e.Const128(1, 2)))
	e.Bind(l)
	e.Emit(I0(RET))
	code, err := e.Finish()
	if err != nil {
		t.Fatal(err)
	}
	if found := Scan(code[:e.CodeSize()], len(code)); len(found) != 0 {
		t.Error(found)
	}
	if found := Scan(code[:e.CodeSize()], e.CodeSize()); len(found) != 2 {
		t.Error("constants outside:", found)
	}
	for bytes, why := range map[string]string{
		"\x06":                         "not an instruction",
		"\x0f\x05":                     "of the table",         // syscall
		"\xcd\x80":                     "of the table",         // int 0x80
		"\xf4":                         "of the table",         // hlt
		"\xa4":                         "of the table",         // movsb
		"\xe9\x01\x00\x00\x00\xb0\xc3": "jumps to where",       // into mov al, 0xc3
		"\xeb\x10":                     "jumps to where",       // outside
		"\x64\x48\x8b\x00":             "segment",              // fs:[rax]
		"\x89\x05\xfa\xff\xff\xff":     "writes into the code", // mov [rip-6], eax
		"\x48\x8b\x05\xf0\xff\xff\xff": "outside the code",
	} {
		ok := false
		for _, v := range Scan([]byte(bytes), len(bytes)) {
			ok = ok || strings.Contains(v.Why, why)
		}
		if !ok {
			t.Errorf("% x: %v, want %q", bytes, Scan([]byte(bytes), len(bytes)), why)
		}
	}
}
