package bytecode

import (
	"bytes"
	"errors"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"firn/heap"
)

// TestGeneratedFresh runs the generator and compares.
func TestGeneratedFresh(t *testing.T) {
	dir := t.TempDir()
	gen := filepath.Join(dir, "_gen")
	if err := os.Mkdir(gen, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"main.go", "instructions.txt"} {
		data, err := os.ReadFile(filepath.Join("_gen", name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(gen, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "run", filepath.Join(gen, "main.go"))
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range []string{"zz_op.go", "zz_ops.go", "INSTRUCTIONS.md"} {
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

// sample builds a function with a loop, a call, a handler and constants.
func sample(t testing.TB) *Function {
	b := NewBuilder()
	b.NeedRegs(12)
	top, out := b.NewLabel(), b.NewLabel()
	b.SetPos(Pos{At: 10, Start: 8, End: 12})
	b.Emit(OpFuncctx, 0, 2, 0, 0, 0)
	b.Emit(OpLdint, 0, 3, 0, 0, 0)
	start := b.Mark()
	b.BindLoop(top, b.Alive())
	b.Jump(OpJgei, 3, 10, out)
	b.SetPos(Pos{At: 20, Start: 15, End: 30})
	b.Emit(OpGetglobal, 1, 7, 2, b.String("f"), b.Site())
	b.Emit(OpLdk, 0, 8, b.Number(1.5), 0, 0)
	b.Emit(OpCall, 0, 4, 8, 0, b.Site())
	b.Emit(OpInc, 0, 3, 3, 0, 0)
	b.Jump(OpJmp, 0, 0, top)
	end := b.Mark()
	if !b.Handler([]int{start, end}) {
		t.Fatal("handler is dead")
	}
	b.Emit(OpCatch, 0, 5, 0, 0, 0)
	b.Emit(OpRethrow, 0, 5, 0, 0, 0)
	b.Bind(out)
	b.Emit(OpLdk, 0, 4, b.Const(&BigInt{Digits: []uint32{7, 9}, Negative: true}), 0, 0)
	b.Emit(OpRet, 0, 3, 0, 0, 0)
	f := &Function{Name: "sample", HasName: true, Params: 1, Length: 1, Start: 5, End: 50, Vars: []Var{{"i", 3}}}
	if err := b.Finish(f); err != nil {
		t.Fatal(err)
	}
	inner := NewBuilder()
	inner.Emit(OpRetundef, 0, 0, 0, 0, 0)
	g := &Function{}
	if err := inner.Finish(g); err != nil {
		t.Fatal(err)
	}
	f.Consts = append(f.Consts, g, Special(SpNull), &TemplateSite{Cooked: []Cooked{{"a", true}, {"", false}}, Raw: []string{"a", `\u`}})
	if err := Verify(f); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestBuilderCostsAndPositions(t *testing.T) {
	f := sample(t)
	cost := uint32(0)
	insts := uint32(0)
	for pc := uint32(0); ; {
		in, ok := Decode(f.Code, pc)
		if !ok {
			break
		}
		insts++
		if Table[in.Op].Effects&Cost != 0 {
			cost += in.X
		}
		if in.Op == OpCall {
			p, ok := PosAt(f.Lines, in.PC)
			if !ok || p != (Pos{At: 20, Start: 15, End: 30}) {
				t.Errorf("position of the call: %v %v", p, ok)
			}
		}
		pc = in.Next
	}
	if cost != insts {
		t.Errorf("costs add up to %d for %d instructions", cost, insts)
	}
	if len(f.Handlers) != 1 || f.Handlers[0].Reg != 5 {
		t.Errorf("handlers %v", f.Handlers)
	}
}

// TestLongJumps: compare-and-branch over more code than 16 bits reach.
func TestLongJumps(t *testing.T) {
	b := NewBuilder()
	b.NeedRegs(10)
	far, top := b.NewLabel(), b.NewLabel()
	b.BindLoop(top, true)
	b.Jump(OpJlt, 1, 2, far)
	for i := 0; i < 40000; i++ {
		b.Emit(OpMov, 0, 3, 4, 0, 0)
	}
	b.Jump(OpResume, 1, 2, top)
	b.Jump(OpJsnei, 1, 7, top)
	b.Bind(far)
	b.Emit(OpRetundef, 0, 0, 0, 0, 0)
	f := &Function{}
	if err := b.Finish(f); err != nil {
		t.Fatal(err)
	}
	if err := Verify(f); err != nil {
		t.Fatal(err)
	}
	in, _ := Decode(f.Code, 0)
	if in.Op != OpJnlt {
		t.Errorf("first instruction %v", in.Op)
	}
	jmp, _ := Decode(f.Code, 1)
	if jmp.Op != OpJmp || jmp.Value(jmp.Operands()[0]) != int64(len(f.Code)-1) {
		t.Errorf("far jump %v", Format(f, &jmp))
	}
	charges, pending := 0, 0
	for pc := uint32(0); ; {
		in, ok := Decode(f.Code, pc)
		if !ok {
			break
		}
		pending++
		if in.Op == OpCharge {
			charges += int(in.Field(FieldAB))
			pending = 0
		} else if Table[in.Op].Effects&Cost != 0 {
			pending = 0
		}
		if pending > 255 {
			t.Fatal("a block of more than 255 instructions without charge")
		}
		pc = in.Next
	}
	if charges < 40000 || charges > 41000 {
		t.Errorf("charged %d", charges)
	}
}

func TestMarshal(t *testing.T) {
	f := sample(t)
	data := Marshal(f)
	g, err := Unmarshal(data)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(f, g) {
		t.Errorf("read back differently:\n%+v\n%+v", f, g)
	}
	if _, err := Unmarshal([]byte("nonsense, and long enough")); !errors.Is(err, ErrFormat) {
		t.Errorf("nonsense: %v", err)
	}
	bad := bytes.Clone(data)
	bad[len(serialMagic)]++
	if _, err := Unmarshal(bad); !errors.Is(err, ErrVersion) {
		t.Errorf("other version: %v", err)
	}
	for n := range data {
		if _, err := Unmarshal(data[:n]); err == nil {
			t.Fatalf("%d of %d bytes were accepted", n, len(data))
		}
	}
}

// TestVerifyMutants: whatever the verifier accepts can be listed, analysed and
// written again.
func TestVerifyMutants(t *testing.T) {
	f := sample(t)
	rnd := rand.New(rand.NewSource(1))
	accepted := 0
	for n := 0; n < 20000; n++ {
		g := *f
		g.Code = append([]uint64(nil), f.Code...)
		for k := rnd.Intn(3); k >= 0; k-- {
			g.Code[rnd.Intn(len(g.Code))] ^= 1 << rnd.Intn(64)
		}
		if Verify(&g) == nil {
			accepted++
			use(t, &g)
		}
	}
	if accepted == 0 || accepted == 20000 {
		t.Errorf("%d of 20000 mutants accepted", accepted)
	}
}

// use does with a verified function what needs it to be well formed.
func use(t testing.TB, f *Function) {
	var b strings.Builder
	if err := Fprint(&b, f); err != nil || strings.Contains(b.String(), "k?") {
		t.Fatalf("listing: %v\n%s", err, b.String())
	}
	Live(f, 0)
	if g, err := Unmarshal(Marshal(f)); err != nil || !reflect.DeepEqual(g.Code, f.Code) {
		t.Fatalf("round trip: %v", err)
	}
}

func FuzzUnmarshal(f *testing.F) {
	f.Add(Marshal(sample(f)))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := Unmarshal(data)
		if err == nil {
			use(t, g)
		}
	})
}

func TestVerifyRejects(t *testing.T) {
	word := func(op Op, a, b, c uint64) uint64 { return uint64(op) | a<<16 | b<<32 | c<<48 }
	ret := word(OpRetundef, 0, 0, 0)
	for name, f := range map[string]*Function{
		"register":     {Regs: 2, Code: []uint64{word(OpMov, 2, 0, 0), ret}},
		"off the end":  {Regs: 2, Code: []uint64{word(OpMov, 1, 0, 0)}},
		"constant":     {Regs: 2, Code: []uint64{word(OpLdk, 1, 0, 0), ret}},
		"jump":         {Regs: 2, Code: []uint64{word(OpJt, 1, 5, 0), ret}},
		"jump inside":  {Regs: 4, Sites: 1, Consts: []Const{String("a")}, Code: []uint64{word(OpJt, 1, 1, 0), word(OpGetprop, 1, 1, 0), 0, ret}},
		"window":       {Regs: 9, Sites: 1, Code: []uint64{word(OpCall, 1, 3, 0), 0, ret}},
		"window top":   {Regs: 9, Sites: 1, Code: []uint64{word(OpCall, 1, 5, 4), 0, ret}},
		"site":         {Regs: 4, Consts: []Const{String("a")}, Code: []uint64{word(OpGetprop, 1, 1, 0), 0, ret}},
		"kind":         {Regs: 4, Consts: []Const{Number(1)}, Code: []uint64{word(OpClosure, 1, 1, 0), ret}},
		"library":      {Regs: 4, Code: []uint64{word(OpLdslot, 1, 1, 0), ret}},
		"no jempty":    {Regs: 5, Code: []uint64{word(OpOfnext, 1, 2, 0), ret}},
		"opcode":       {Regs: 5, Code: []uint64{255, ret}},
		"half":         {Regs: 5, Code: []uint64{ret, word(OpGetprop, 1, 1, 0)}},
		"handler":      {Regs: 5, Code: []uint64{word(OpMov, 1, 1, 0), ret}, Handlers: []Handler{{0, 1, 1, 1}}},
		"special":      {Regs: 5, Code: []uint64{word(OpLdspecial, 1, 99, 0), ret}},
		"not nested":   {Regs: 5, Code: []uint64{word(OpMov, 1, 1, 0), word(OpMov, 1, 1, 0), word(OpMov, 1, 1, 0), ret, word(OpCatch, 1, 0, 0), ret}, Handlers: []Handler{{0, 2, 4, 1}, {1, 3, 4, 1}}},
		"outer before": {Regs: 5, Code: []uint64{word(OpMov, 1, 1, 0), word(OpMov, 1, 1, 0), word(OpMov, 1, 1, 0), ret, word(OpCatch, 1, 0, 0), ret}, Handlers: []Handler{{0, 3, 4, 1}, {1, 2, 4, 1}}},
	} {
		if Verify(f) == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestLive(t *testing.T) {
	f := sample(t)
	live := Live(f, 0)
	if live[0] != 0 {
		t.Errorf("live at entry: %b", live[0])
	}
	// At the loop's head the counter, the context are live.
	in0, _ := Decode(f.Code, 0)
	in1, _ := Decode(f.Code, in0.Next)
	live = Live(f, in1.Next)
	if live[0] != 1<<2|1<<3 {
		t.Errorf("live at the loop: %b", live[0])
	}

	// A class has a heritage only if x says so: native code does not keep what is not read.
	for x, want := range []uint64{1 << 2, 1<<2 | 1<<3 | 1<<4} {
		b := NewBuilder()
		b.NeedRegs(6)
		b.Emit(OpNewclass, x, 3, 3, 0, 2)
		b.Emit(OpRet, 0, 3, 0, 0, 0)
		f := &Function{}
		if err := b.Finish(f); err != nil {
			t.Fatal(err)
		}
		if live := Live(f, 0); live[0] != want {
			t.Errorf("live before newclass x=%d: %b, not %b", x, live[0], want)
		}
	}
}

func TestInstall(t *testing.T) {
	h, err := heap.NewCage(nil, heap.Geometry{Stack: 64 << 10, Nursery: 1 << 20, RAM: 16 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	h.InitObjects()
	f := sample(t)
	tm := Install(h, f, 0)
	if tm == 0 || h.Kind(tm) != heap.KTemplate {
		t.Fatalf("template %#x", tm)
	}
	if h.U16(tm+heap.TmplRegs) != uint16(f.Regs) || h.U16(tm+heap.TmplSites) != 2 || h.U32(tm+heap.TmplStart) != 5 || h.U32(tm+heap.TmplEnd) != 50 {
		t.Error("header fields differ")
	}
	for i, w := range f.Code {
		if got := h.U64(h.TemplateCode(tm) + 8*uint32(i)); got != w {
			t.Fatalf("code word %d is %#x, want %#x", i, got, w)
		}
	}
	konst := func(i int) heap.Value { return h.Val(tm + heap.TmplData + 8*uint32(i)) }
	if konst(0) != heap.String(h.InternStr("f")) || konst(1) != heap.Double(1.5) || !konst(2).IsBigInt() || konst(4) != heap.Null {
		t.Error("constants differ")
	}
	if b := konst(2).Ref(); h.BigIntLen(b) != 2 || h.BigIntDigit(b, 1) != 9 || !h.BigIntNegative(b) {
		t.Error("BigInt constant differs")
	}
	if inner := konst(3); !inner.IsCell() || h.Kind(inner.Ref()) != heap.KTemplate || h.U32(inner.Ref()+heap.TmplName) != 0 {
		t.Error("inner template differs")
	}
	site := konst(5).Ref()
	if h.Val(site+heap.OffValues) != heap.Undefined || h.Val(site+heap.OffValues+8) != heap.Int(2) ||
		h.Val(site+heap.OffValues+24) != heap.Undefined || h.Val(site+heap.OffValues+40) != heap.String(h.InternStr(`\u`)) {
		t.Error("template site differs")
	}
	handlers := h.U32(tm + heap.TmplHandlers)
	if h.U32(handlers+heap.OffLength) != 16 || h.U32(handlers+heap.OffData+8) != f.Handlers[0].Target {
		t.Error("handlers differ")
	}
	for pc := uint32(0); pc < uint32(len(f.Code)); pc++ {
		want, ok := PosAt(f.Lines, pc)
		at, from, to, ok2 := h.PositionAt(tm, pc)
		if ok != ok2 || ok && (at != want.At || from != want.Start || to != want.End) {
			t.Errorf("position of %d: %v, in the heap %d %d %d", pc, want, at, from, to)
		}
	}
	for pc := uint32(0); pc < uint32(len(f.Code)); {
		in, _ := Decode(f.Code, pc)
		if got := LiveTemplate(h, tm, pc); !reflect.DeepEqual(got, Live(f, pc)) {
			t.Errorf("live at %d: %v", pc, got)
		}
		pc = in.Next
	}
	all := Analyze(f)
	all.Complete()
	for pc := uint32(0); pc < uint32(len(f.Code)); {
		in, _ := Decode(f.Code, pc)
		if got := all.At(pc); !reflect.DeepEqual(got, Live(f, pc)) {
			t.Errorf("live at %d, with all others: %v", pc, got)
		}
		pc = in.Next
	}
	if !FromTemplate(h, tm).IsTemplate(h, tm) {
		t.Error("a template differs from itself")
	}
	for i, change := range []func(f *Function){
		func(f *Function) { f.Code[1]++ },
		func(f *Function) { f.Handlers[0].Target++ },
		func(f *Function) { f.Handlers = nil },
		func(f *Function) { f.Regs++ },
		func(f *Function) { f.Params++ },
		func(f *Function) { f.Flags ^= 1 },
	} {
		other := FromTemplate(h, tm)
		if change(other); other.IsTemplate(h, tm) {
			t.Errorf("change %d makes no difference", i)
		}
	}
	if err := h.Verify(); err != nil {
		t.Error(err)
	}
}
