package amd64

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"firn/heap"
	"firn/ir/ssa"
	"firn/jit/backend"
)

// testConfig is a machine: code depends on nothing of the host.
func testConfig() Config {
	return Config{Firn: 1 << 20, CardBias: 1<<20 + 1<<16, Number: 7, SSE41: true, Key: 0x123456789ABCDEF1, Check: true, Positions: true}
}

func TestEveryOperationIsLowered(t *testing.T) {
	for op := ssa.Op(1); op < ssa.NumOps; op++ {
		if op.Info().Name != "" && lowerings[op] == nil {
			t.Errorf("%v has no lowering", op)
		}
	}
}

func TestFormNames(t *testing.T) {
	for s, name := range specialNames {
		if name == "" {
			t.Errorf("special form %d has no name", s)
		}
	}
	if got := opName(form(formCmpBr, UCOMISD)); got != "br.ucomisd" {
		t.Error(got)
	}
}

// exampleOf is a function that uses op, and one variant for each way its arguments can be
// made: by loads, constants, or other operations.
func exampleOf(t *testing.T, op ssa.Op, variant int) *ssa.Func {
	info := op.Info()
	var b strings.Builder
	fmt.Fprintf(&b, "func \"t\" entry=0 slots=40 fuel=100\n")
	fmt.Fprintf(&b, "fn0 \"t\" tmpl=64 rom code=120 regs=10 params=2 flags=0\n")
	fmt.Fprintf(&b, "s0: fn0 pc=3 base=0 [r1=v0 r2=v1] inslot=[r4]\n")
	fmt.Fprintf(&b, "s1: fn0 pc=4 base=0 [] inslot=[r4]\n")
	fmt.Fprintf(&b, "b0:\n  Entry {44} @s1 #0:1\n  v0 = LoadSlot {1}\n  v1 = LoadSlot {2}\n")
	f, err := ssa.Parse(b.String() + "  ret v0\n")
	if err != nil {
		t.Fatal(err)
	}
	blk := f.Blocks[0]
	state, bare := f.Blocks[0].Values[0].State, f.Blocks[0].Values[0].State
	_ = bare
	v0 := blk.Values[1]
	arg := func(typ ssa.Type, i int) *ssa.Value {
		switch typ {
		case ssa.Int:
			switch (variant + i) % 3 {
			case 0:
				c := f.Add(blk, ssa.OpCheckInt, v0)
				c.State = state
				return c
			case 1:
				return f.AddAux(blk, ssa.OpConstInt, 123456789)
			}
			return f.AddAux(blk, ssa.OpConstInt, 7)
		case ssa.F64:
			if (variant+i)%3 == 1 {
				return f.AddAux(blk, ssa.OpConstF64, 0x3FB999999999999A)
			}
			c := f.Add(blk, ssa.OpCheckNum, v0)
			c.State = state
			return c
		case ssa.Bool:
			if variant%2 == 1 {
				return f.AddAux(blk, ssa.OpConstBool, 1)
			}
			c := f.Add(blk, ssa.OpCheckBool, v0)
			c.State = state
			return c
		case ssa.Ref:
			switch (variant + i) % 3 {
			case 0:
				c := f.Add(blk, ssa.OpCheckObj, v0)
				c.State = state
				return c
			case 1:
				return f.AddAux(blk, ssa.OpPoolRef, 1<<20+512)
			}
			return f.AddAux(blk, ssa.OpConstRef, 4096)
		}
		switch (variant + i) % 4 {
		case 0:
			return v0
		case 1:
			return f.AddAux(blk, ssa.OpPoolVal, 1<<20+520)
		case 2:
			return f.AddAux(blk, ssa.OpConstVal, -6<<48|3)
		}
		return f.AddAux(blk, ssa.OpLoadSlot, 5)
	}
	var args []*ssa.Value
	typ := info.Result
	if op == ssa.OpPhi || op == ssa.OpVirtual || op == ssa.OpVirtualRef || op == ssa.OpParam {
		return f
	}
	types := info.Args
	stub := ssa.Stub(0)
	if info.Aux == ssa.AuxStub { // a stub with such a result
		for stub = 1; ssa.Stubs[stub].Result != typ; stub++ {
		}
		types = ssa.Stubs[stub].Args
	}
	for i, a := range types {
		args = append(args, arg(a, i))
	}
	v := f.NewValue(op, typ, args...)
	v.Block = blk
	v.Line = 5
	if info.Aux == ssa.AuxTag {
		v.Aux = 0xFFFE
	}
	switch op {
	case ssa.OpQuotInt:
		v.Aux = 7
	case ssa.OpAlloc:
		v.Aux, v.Aux2 = 32, 32|40<<32
	case ssa.OpCall, ssa.OpCallAny:
		v.Aux, v.Aux2 = 16, ssa.PackCall(2, 5, 9)
	case ssa.OpStubInt, ssa.OpStubRef:
		v.Aux = int64(stub)
	case ssa.OpMathF64:
		v.Aux = int64(ssa.MathHypot)
	case ssa.OpResumable, ssa.OpResume:
		v.Aux = 16
	case ssa.OpConstRef:
		v.Aux = 4096
	case ssa.OpPoolRef, ssa.OpPoolVal:
		v.Aux = 1<<20 + 512
	case ssa.OpBarrier, ssa.OpBarrierX, ssa.OpLoadVal, ssa.OpLoadValX, ssa.OpStoreWord:
		v.Aux, v.Aux2 = 8, 1<<40+5
	}
	if op.Has(ssa.Guard) {
		v.State = state
	}
	blk.Values = append(blk.Values, v)
	result := v0
	switch typ {
	case ssa.Val:
		result = v
	case ssa.Int:
		result = f.Add(blk, ssa.OpBoxInt, v)
	case ssa.F64:
		result = f.Add(blk, ssa.OpBoxF64, v)
	case ssa.Bool:
		result = f.Add(blk, ssa.OpBoxBool, v)
	case ssa.Ref:
		result = f.Add(blk, ssa.OpBoxObj, v)
	}
	blk.Control = result
	return f
}

// TestEveryOperationCompiles compiles each operation on several kinds of operands,
// with the proof of the allocation, and scans the code.
func TestEveryOperationCompiles(t *testing.T) {
	for op := ssa.Op(1); op < ssa.NumOps; op++ {
		if op.Info().Name == "" {
			continue
		}
		for variant := 0; variant < 12; variant++ {
			f := exampleOf(t, op, variant)
			cfg := testConfig()
			cfg.BMI2 = variant >= 6
			var c Compiler
			code, err := c.Compile(f, cfg)
			if err != nil {
				t.Errorf("%v, variant %d: %v\n%v", op, variant, err, f)
				break
			}
			checkCode(t, op.String(), code, c.CodeSize())
		}
	}
}

// checkCode scans code and checks its exits.
func checkCode(t *testing.T, name string, code *backend.Code, size int) {
	t.Helper()
	for _, v := range Scan(code.Bytes[:size], len(code.Bytes)) {
		// The table of entries is outside the cage; its address is the context's.
		if v.Text == "mov rax, qword ptr [rcx+8*rax]" {
			continue
		}
		t.Errorf("%s: %v\n%s", name, v, list(code, size))
	}
	params := backend.RegSet(0)
	if strings.Contains(name, "stub_") {
		for _, r := range stubArgs {
			params |= backend.Regs(backend.Reg(r))
		}
	}
	for _, v := range Narrow(code, size, params) {
		t.Errorf("%s: %v\n%s", name, v, list(code, size))
	}
	for i := range code.Exits[1:] {
		x := &code.Exits[i+1]
		for _, f := range x.Frames {
			for _, r := range f.Regs {
				if r.Rep != backend.RepUndefined && int(r.Loc) >= len(x.Locs) {
					t.Errorf("%s: exit %d: register %d is at location %d of %d", name, i+1, r.Reg, r.Loc, len(x.Locs))
				}
			}
		}
		if x.Kind == backend.ExitSlow && (x.Resume <= 0 || int(x.Resume) >= len(code.Bytes)) {
			t.Errorf("%s: exit %d resumes at %d", name, i+1, x.Resume)
		}
	}
}

// list is the listing of code, with its positions.
func list(code *backend.Code, size int) string {
	notes := map[int]string{}
	for _, p := range code.Positions {
		notes[int(p.Offset)] = fmt.Sprintf("%d:%d", p.Fn, p.PC)
	}
	l := Lister{CodeSize: size, Notes: notes}
	return l.List(code.Bytes)
}

// TestBlinding compiles every operation on constants that the program has chosen,
// and looks for them in code and data: neither they nor their boxed form may be
// there, whatever the instruction.
func TestBlinding(t *testing.T) {
	const wide, double = 0x5A17C9E3, 0x4142D3C4E5F60718
	patterns := map[string][]byte{}
	word := func(name string, v uint32) { patterns[name] = binary.LittleEndian.AppendUint32(nil, v) }
	word("int", wide)
	word("-int", 1<<32-wide)
	word("^int", ^uint32(wide))
	word("low half", uint32(double&0xffffffff))
	word("high half", uint32(double>>32))
	patterns["double"] = binary.LittleEndian.AppendUint64(nil, double)
	for op := ssa.Op(1); op < ssa.NumOps; op++ {
		args := op.Info().Args
		if op == ssa.OpPhi || op == ssa.OpVirtual || len(args) == 0 || op.Info().Aux == ssa.AuxStub {
			continue
		}
		for konst := range args {
			f := exampleOf(t, ssa.OpLoadArgc, 0)
			b := f.Blocks[0]
			b.Values = b.Values[:3]
			state := b.Values[0].State
			var list []*ssa.Value
			for i, typ := range args {
				var v *ssa.Value
				switch {
				case i == konst && typ == ssa.Int:
					v = f.AddAux(b, ssa.OpConstInt, wide)
				case i == konst && typ == ssa.F64:
					v = f.AddAux(b, ssa.OpConstF64, double)
				case i == konst && typ == ssa.Val && op != ssa.OpCheckInt && op != ssa.OpUnboxInt:
					v = f.AddAux(b, ssa.OpConstVal, double)
				case i == konst && typ == ssa.Val:
					v = f.AddAux(b, ssa.OpConstVal, -7<<48|wide)
				default:
					check := [...]ssa.Op{ssa.Int: ssa.OpCheckInt, ssa.F64: ssa.OpCheckNum, ssa.Bool: ssa.OpCheckBool, ssa.Ref: ssa.OpCheckObj}
					v = b.Values[1]
					if typ != ssa.Val {
						v = f.Add(b, check[typ], v)
						v.State = state
					}
				}
				list = append(list, v)
			}
			v := f.Add(b, op, list...)
			if op.Info().Aux == ssa.AuxTag {
				v.Aux = heap.TagObject
			}
			if op == ssa.OpQuotInt {
				v.Aux = 7
			}
			if op == ssa.OpCall || op == ssa.OpCallAny || op == ssa.OpResumable || op == ssa.OpResume {
				v.Aux = 16
			}
			if op.Has(ssa.Guard) {
				v.State = state
			}
			b.Control = b.Values[1]
			if box := [...]ssa.Op{ssa.Int: ssa.OpBoxInt, ssa.F64: ssa.OpBoxF64, ssa.Bool: ssa.OpBoxBool, ssa.Ref: ssa.OpBoxObj}; v.Type >= ssa.Int {
				b.Control = f.Add(b, box[v.Type], v)
			}
			for _, key := range []uint64{0x0F1E2D3C4B5A6978, 0x9876543210FEDCBA} {
				cfg := testConfig()
				cfg.Key = key
				code, err := Compile(f, cfg)
				if err != nil {
					t.Errorf("%v: %v", op, err)
					continue
				}
				for name, p := range patterns {
					if i := bytes.Index(code.Bytes, p); i >= 0 {
						t.Errorf("%v: the program's %s is at %#x of\n%s", op, name, i, list1(code))
					}
				}
			}
		}
	}
}

// list1 is a listing of code whose constants are not known to begin anywhere.
func list1(code *backend.Code) string { return list(code, 0) }
