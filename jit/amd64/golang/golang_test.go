package golang

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/arch/x86/x86asm"

	"firn/jit/amd64"
)

var gprs = []amd64.Reg{amd64.RAX, amd64.RCX, amd64.RBX, amd64.RSP, amd64.RBP, amd64.RSI, amd64.RDI, amd64.R8, amd64.R12, amd64.R13, amd64.R15}

// operands is a choice of operands for one of the table's names of them.
func operands(arg string, vex bool, a amd64.Assembler) []amd64.Operand {
	var list []amd64.Operand
	switch {
	case arg == "rel":
		l := a.NewLabel()
		a.Bind(l)
		return []amd64.Operand{amd64.To(l)}
	case arg == "cl":
		return []amd64.Operand{amd64.R(amd64.RCX)}
	case arg == "imm64":
		return []amd64.Operand{0x123456789abcdef0, 0x8000000000000000}
	case arg == "imm8":
		return imms(-128, -1, 0, 1, 2, 31, 127)
	case arg == "u8":
		return imms(0, 1, 2, 9, 31, 63)
	case arg == "imm16":
		return imms(-32768, -129, -1, 0, 1, 200, 0x1234, 32767)
	case arg == "imm32":
		return imms(-1<<31, -129, 128, 0x12345678)
	case arg[0] == 'x':
		for _, r := range []amd64.Reg{0, 1, 4, 5, 7, 8, 12, 13, 15} {
			list = append(list, amd64.R(amd64.X0+r))
		}
	case arg[0] == 'r' || arg[0] == 'v':
		for _, r := range gprs {
			if strings.HasSuffix(arg, "m8") && r == amd64.RSP || arg == "r8" && r == amd64.RSP {
				continue // golang-asm has no SPL
			}
			list = append(list, amd64.R(r))
		}
	}
	if arg == "m" || arg == "xm" || strings.HasPrefix(arg, "rm") {
		if !vex { // x/arch does not know RIP there
			list = append(list, a.Const64(0x3ff0000000000000), a.Const128(1<<63, 0))
		}
		for _, base := range gprs {
			for _, d := range []int32{0, 8, -8, 127, -128, 128, -129, 0x12345678} {
				list = append(list, amd64.Mem(base, d))
			}
			for i, index := range gprs {
				if index == amd64.RSP {
					continue
				}
				d := []int32{0, 16, -200}[i%3]
				list = append(list, amd64.MemIndex(base, index, 1<<(i%4), d))
			}
		}
	}
	return list
}

func imms(values ...int32) []amd64.Operand {
	var list []amd64.Operand
	for _, v := range values {
		list = append(list, amd64.Imm(v))
	}
	return list
}

// choices is instructions of one row with many combinations of operands. What it
// makes of labels in a it makes the same in every empty assembler.
func choices(n int, a amd64.Assembler) []amd64.Inst {
	row := &rows[n]
	var sets [3][]amd64.Operand
	args := strings.Fields(row.args)
	vex := row.op == amd64.SHLX || row.op == amd64.SARX || row.op == amd64.SHRX
	for i := range sets {
		if sets[i] = []amd64.Operand{0}; i < len(args) {
			sets[i] = operands(args[i], vex, a)
		}
	}
	conds := 1
	switch row.op {
	case amd64.JCC, amd64.SETCC, amd64.CMOVCC:
		conds = 16
	}
	var list []amd64.Inst
	for i, x := range sets[0] {
		for j, y := range sets[1] {
			for k, z := range sets[2] {
				if row.op == amd64.XCHG && x == y {
					continue // golang-asm takes 90 for XCHG EAX, EAX, which does not clear the upper half
				}
				// Three registers or a long list of conditions: a part of the combinations.
				if len(sets[2]) > 1 && (i+j+k)%3 != 0 || conds > 1 && (i+j)%4 != 0 {
					continue
				}
				for c := 0; c < conds; c++ {
					list = append(list, amd64.Inst{Op: row.op, Size: row.size, Cond: amd64.Cond(c), A: x, B: y, C: z})
				}
			}
		}
	}
	return list
}

// piece is the bytes of one instruction of assembled code.
type piece struct {
	bytes []byte
	inst  x86asm.Inst
}

// assemble is the instructions of a row one by one; operands relative to RIP get the
// distance from the constants instead, which does not depend on other instructions.
func assemble(t *testing.T, n int, a amd64.Assembler) ([]amd64.Inst, []piece, error) {
	list := choices(n, a)
	starts := make([]amd64.Label, len(list)+1)
	for i, in := range list {
		starts[i] = a.NewLabel()
		a.Bind(starts[i])
		a.Emit(in)
	}
	end := a.NewLabel()
	a.Bind(end)
	starts[len(list)] = end
	code, err := a.Finish()
	if err != nil {
		return nil, nil, err
	}
	pool := (a.CodeSize() + 15) &^ 15
	pieces := make([]piece, len(list))
	for i, in := range list {
		from, to := a.Offset(starts[i]), a.Offset(starts[i+1])
		p := piece{bytes: code[from:to]}
		if p.inst, err = x86asm.Decode(p.bytes, 64); err != nil || p.inst.Len != to-from {
			t.Fatalf("%v: % x is no instruction for x/arch (%v, %d bytes)", in, p.bytes, err, p.inst.Len)
		}
		for k, arg := range p.inst.Args {
			switch arg := arg.(type) {
			case x86asm.Mem:
				arg.Disp = int64(int32(arg.Disp)) // x/arch does not extend the sign
				if arg.Base == x86asm.RIP {
					arg.Disp += int64(to - pool)
					p.bytes = append([]byte(nil), p.bytes...)
					copy(p.bytes[p.inst.PCRelOff:], "\x00\x00\x00\x00")
				}
				p.inst.Args[k] = arg
			case x86asm.Rel:
				p.inst.Args[k] = x86asm.Rel(to) + arg
			}
		}
		pieces[i] = p
	}
	return list, pieces, nil
}

// TestRows assembles every row of the table with many operands: the encoder must say
// the same as golang-asm in the same bytes or, where two encodings are equally right,
// in the same disassembly; and x/arch must read what was meant.
func TestRows(t *testing.T) {
	equal, same, alone := 0, 0, 0
	for n := 1; n < len(rows); n++ {
		name := fmt.Sprintf("%v %s", rows[n].op, rows[n].args)
		var e amd64.Encoder
		list, ours, err := assemble(t, n, &e)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		long := 0
		for i, in := range list {
			if got := amd64.EncodingIndex(in); got != n {
				long++
			}
			for _, v := range amd64.Scan(ours[i].bytes, 1<<20) {
				if strings.Contains(v.Why, "instruction of the table") {
					t.Fatalf("%s: scan: %v", name, v)
				}
			}
			if why := differs(in, strings.Fields(rows[n].args), ours[i].inst); why != "" {
				t.Fatalf("%s: %v is % x, which is %s: %s", name, in, ours[i].bytes, described(ours[i].inst), why)
			}
		}
		if long == len(list) && rows[n].args != "rel" {
			t.Errorf("%s: no choice of operands takes this row", name)
		}
		_, theirs, err := assemble(t, n, New())
		if err != nil {
			t.Logf("%s: x/arch only: %v", name, err)
			alone++
			continue
		}
		for i, in := range list {
			switch {
			case bytes.Equal(ours[i].bytes, theirs[i].bytes):
				equal++
			case described(ours[i].inst) == described(theirs[i].inst):
				same++
			default:
				t.Fatalf("%s: %v is % x (%s), golang-asm says % x (%s)", name, in, ours[i].bytes, described(ours[i].inst), theirs[i].bytes, described(theirs[i].inst))
			}
		}
	}
	t.Logf("%d rows: %d instructions in the same bytes, %d in the same disassembly, %d rows that golang-asm does not have", len(rows)-1, equal, same, alone)
}

// described is the instruction as text; XCHG and TEST of two registers are the same
// either way round.
func described(inst x86asm.Inst) string {
	if inst.Op == x86asm.XCHG || inst.Op == x86asm.TEST {
		a, x := inst.Args[0].(x86asm.Reg)
		b, y := inst.Args[1].(x86asm.Reg)
		if x && y && a > b {
			inst.Args[0], inst.Args[1] = b, a
		}
	}
	s := inst.Op.String()
	for _, a := range inst.Args {
		if a == nil {
			break
		}
		switch m := a.(type) {
		case x86asm.Mem:
			s += fmt.Sprintf(" %d[%v+%v*%d%+d]", inst.MemBytes, m.Base, m.Index, m.Scale, m.Disp)
		default:
			s += " " + a.String()
		}
	}
	return s
}

var condNames = strings.Fields("O NO B AE E NE BE A S NS P NP L GE LE G")

// opName is x/arch's name of an instruction.
func opName(in amd64.Inst) string {
	name := strings.ToUpper(in.Op.String())
	if base, ok := strings.CutSuffix(name, "CC"); ok {
		return base + condNames[in.Cond]
	}
	switch in.Op {
	case amd64.MOVABS:
		return "MOV"
	case amd64.MOVZXB, amd64.MOVZXW:
		return "MOVZX"
	case amd64.MOVSXB, amd64.MOVSXW:
		return "MOVSX"
	case amd64.IMUL3:
		return "IMUL"
	case amd64.INT3:
		return "INT"
	case amd64.MOVSD:
		return "MOVSD_XMM"
	}
	return name
}

// differs says in which respect x/arch read something else than what was meant.
func differs(in amd64.Inst, args []string, got x86asm.Inst) string {
	if want := opName(in); got.Op.String() != want {
		return "not " + want
	}
	for i, o := range []amd64.Operand{in.A, in.B, in.C} {
		if i >= len(args) {
			break
		}
		width := args[i][strings.LastIndexAny(args[i], "rmvcu")+1:]
		switch {
		case args[i] == "imm64":
			if got.Args[i] != x86asm.Imm(o) {
				return "other immediate"
			}
		case o.Kind() == amd64.KindImm:
			mask := map[string]int64{"8": 0xff, "16": 0xffff, "32": 0xffffffff}[width]
			if v, ok := got.Args[i].(x86asm.Imm); !ok || (int64(v)^int64(o.Value()))&mask != 0 {
				return "other immediate"
			}
		case o.Kind() == amd64.KindGPR:
			if want := registerOf(o.Reg(), width); got.Args[i] != want {
				return fmt.Sprintf("operand %d should be %v", i, want)
			}
		case o.Kind() == amd64.KindXMM:
			if want := x86asm.X0 + x86asm.Reg(o.Reg()-amd64.X0); got.Args[i] != want {
				return fmt.Sprintf("operand %d should be %v", i, want)
			}
		case o.Kind() == amd64.KindMem:
			want := x86asm.Mem{Base: x86asm.RIP, Disp: 16 - 16*int64(o.Label())}
			if o.Reg() != amd64.RIP {
				want = x86asm.Mem{Base: registerOf(o.Reg(), "64"), Disp: int64(o.Value())}
				if o.Index() != amd64.NoReg {
					want.Index, want.Scale = registerOf(o.Index(), "64"), o.Scale()
				}
			}
			m, ok := got.Args[i].(x86asm.Mem)
			if m.Index == 0 {
				m.Scale = 0
			}
			if !ok || m != want {
				return fmt.Sprintf("operand %d should be %v", i, want)
			}
			if bytes := map[string]int{"8": 1, "16": 2, "32": 4, "64": 8}[width]; bytes != 0 && got.MemBytes != bytes {
				return fmt.Sprintf("%d bytes of memory, not %d", got.MemBytes, bytes)
			}
		}
	}
	return ""
}

func registerOf(r amd64.Reg, width string) x86asm.Reg {
	switch width {
	case "8":
		if r < 4 {
			return x86asm.AL + x86asm.Reg(r)
		}
		return x86asm.SPB + x86asm.Reg(r-4)
	case "16":
		return x86asm.AX + x86asm.Reg(r)
	case "32":
		return x86asm.EAX + x86asm.Reg(r)
	case "l":
		return x86asm.CL
	}
	return x86asm.RAX + x86asm.Reg(r)
}

// program emits blocks with jumps among them, constants, padding and patches.
func program(a amd64.Assembler, seed uint32) {
	next := func(n uint32) uint32 {
		seed = seed*1664525 + 1013904223
		return (seed >> 8) % n
	}
	labels := make([]amd64.Label, 40)
	for i := range labels {
		labels[i] = a.NewLabel()
	}
	patches := []amd64.Patch{}
	for i := range labels {
		if next(5) == 0 {
			a.Align(16)
		}
		a.Bind(labels[i])
		for k := next(12); k > 0; k-- {
			r := amd64.R(amd64.Reg(next(16)))
			if r == amd64.R(amd64.RSP) {
				r = amd64.R(amd64.RAX)
			}
			x := amd64.R(amd64.X0 + amd64.Reg(next(16)))
			switch next(7) {
			case 0:
				a.Emit(amd64.I2(amd64.ADDSD, 0, x, a.Const64(uint64(next(20))<<52)))
			case 1:
				a.Emit(amd64.I2(amd64.XORPD, 0, x, a.Const128(uint64(next(3)), 1<<63)))
			case 2:
				a.Emit(amd64.I2(amd64.LEA, amd64.S64, r, amd64.At(labels[next(40)])))
			case 3:
				a.Emit(amd64.LoadImm(amd64.Reg(next(16)), uint64(next(1<<20))<<next(48)|uint64(next(2))<<63))
			case 4:
				patches = append(patches, a.EmitPatch(amd64.I2(amd64.SUB, amd64.S64, r, amd64.Imm(1))))
			case 5:
				a.Emit(amd64.I2(amd64.CMP, amd64.S32, amd64.At(labels[next(40)]), amd64.Imm(int32(next(300)))))
			default:
				a.Emit(amd64.I2(amd64.MOV, amd64.S64, amd64.MemIndex(amd64.R15, amd64.Reg(next(4)), 1, int32(next(1000))), r))
			}
		}
		to := labels[next(40)]
		switch next(4) {
		case 0:
			a.Emit(amd64.Jmp(to))
		case 1:
			a.Emit(amd64.Call(to))
		case 2:
			a.Emit(amd64.I0(amd64.RET))
		default:
			a.Emit(amd64.Jcc(amd64.Cond(next(16)), to))
		}
	}
	for _, p := range patches {
		a.Patch(p, int32(next(1<<24))+1000)
	}
}

// TestPrograms compares whole programs, jumps and constants by where they point.
func TestPrograms(t *testing.T) {
	theirs := New()
	var ours amd64.Encoder
	for seed := uint32(1); seed < 60; seed++ {
		list := func(a amd64.Assembler) string {
			a.Reset()
			program(a, seed)
			code, err := a.Finish()
			if err != nil {
				t.Fatal(err)
			}
			l := amd64.Lister{CodeSize: a.CodeSize()}
			text := ""
			for _, line := range strings.SplitAfter(l.List(code), "\n") {
				if !strings.HasPrefix(line, "\tnop") && !strings.HasPrefix(line, "\tdata16 nop") {
					text += line
				}
			}
			return text
		}
		x, y := list(&ours), list(theirs)
		if x != y {
			a, b := strings.Split(x, "\n"), strings.Split(y, "\n")
			for i := range a {
				if i >= len(b) || a[i] != b[i] {
					t.Fatalf("seed %d, line %d: %q, golang-asm %q", seed, i, a[i], b[min(i, len(b)-1)])
				}
			}
			t.Fatalf("seed %d: golang-asm has more lines", seed)
		}
		if strings.Contains(x, ".byte") {
			t.Fatalf("seed %d: bytes that are no instruction:\n%s", seed, x)
		}
	}
}

// TestErrors: golang-asm's errors are returned, not printed.
func TestErrors(t *testing.T) {
	a := New()
	a.Emit(amd64.I2(amd64.MOV, amd64.S8, amd64.R(amd64.RSP), amd64.R(amd64.RAX)))
	if _, err := a.Finish(); err == nil || !strings.Contains(err.Error(), "invalid instruction") {
		t.Errorf("error %v", err)
	}
	a.Reset()
	a.Emit(amd64.I1(amd64.ADD, amd64.S64, amd64.Imm(1)))
	if _, err := a.Finish(); err == nil {
		t.Error("no error of an impossible form")
	}
	a.Reset()
	a.Emit(amd64.Jmp(a.NewLabel()))
	if _, err := a.Finish(); err == nil {
		t.Error("no error of a label that is not bound")
	}
}

func BenchmarkGolang(b *testing.B) {
	a := New()
	for i := 0; i < b.N; i++ {
		if i&0xfff == 0 {
			a.Reset()
		}
		a.Emit(amd64.I2(amd64.ADD, amd64.S32, amd64.R(amd64.RCX), amd64.Imm(1)))
		if i&0xfff == 0xfff {
			if _, err := a.Finish(); err != nil {
				b.Fatal(err)
			}
		}
	}
}
