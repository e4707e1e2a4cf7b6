package ssa

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"firn/heap"
)

// everyOp is a function with every operation of the table, in order, with odd
// aux values.
func everyOp() *Func {
	f := &Func{Name: `odd "name"`, EntryPC: 7, Slots: 20, Fuel: 1 << 40, Functions: []*Function{
		{Name: "f", Tmpl: 4096, InROM: true, Code: 120, Regs: 10, Params: 2, Flags: 3},
		{Name: "", Tmpl: 8, Regs: 100},
	}}
	b := f.NewBlock(Jump)
	last := f.NewBlock(Ret)
	b.Connect(last)
	val := f.AddAux(b, OpLoadSlot, 3)
	outer := &FrameState{PC: 3, Regs: []*Value{nil, val, nil, val}}
	inner := &FrameState{Parent: outer, Fn: 1, PC: 99, Base: 12, Callee: val, NewTarget: val, Argc: 3, RetDst: 5, RetAct: 1}
	inner.SetInSlot(70)
	inner.SetInSlot(2)
	sample := map[Type]*Value{Val: val, anyType: val}
	for t, op := range map[Type]Op{Int: OpConstInt, F64: OpConstF64, Bool: OpConstBool, Ref: OpConstRef} {
		sample[t] = f.AddAux(b, op, 1)
	}
	auxes := map[AuxKind][]int64{
		AuxBits:  bitsIn(heap.Int(-5), heap.Undefined, heap.TDZ, heap.Empty, 1<<40, heap.CanonicalNaN, heap.CanonicalNaN+1, heap.String(77), heap.Double(1.5), heap.Double(math.Inf(1))),
		AuxFloat: {0, math.MinInt64, int64(math.Float64bits(1e300)), int64(math.Float64bits(3)), heap.CanonicalNaN, -1},
		AuxCond:  {0, 1, 2, 3, 4, 5, 6},
		AuxTag:   {heap.TagInt, heap.TagCell, 5},
	}
	for op := Op(1); op < NumOps; op++ {
		info := op.Info()
		values := auxes[info.Aux]
		if info.Aux != AuxNone && values == nil {
			values = []int64{0, -1, 1 << 62}
		} else if values == nil {
			values = []int64{0}
		}
		for i, aux := range values {
			v := f.AddAux(b, op, aux)
			for _, t := range info.Args {
				v.Args = append(v.Args, sample[t])
			}
			if info.Repeat {
				v.Args = append(v.Args, v.Args[len(v.Args)-1])
			}
			if op.Has(Guard) {
				v.State = []*FrameState{outer, inner}[i&1]
				v.Fn = int32(i & 1)
			}
			if op.Has(Load | Store) {
				v.Mem = Mem(int(op) % int(NumMem))
			}
			if info.Result == anyType {
				v.Type = Int
			}
			if op == OpStoreWord || op == OpCall {
				v.Aux2 = -7
			}
			v.Line = uint32(op)
		}
	}
	b.EndState = inner
	last.Control = val
	last.Cold = true
	return f
}

func bitsIn(values ...heap.Value) (all []int64) {
	for _, v := range values {
		all = append(all, int64(v))
	}
	return all
}

func TestTextRoundTrip(t *testing.T) {
	f := everyOp()
	text := f.String()
	g, err := Parse(text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	if again := g.String(); again != text {
		t.Fatalf("second form differs\n%s", diff(text, again))
	}
	// The printed form must not be lossy either: compare the graphs.
	for i, b := range f.Blocks {
		if len(g.Blocks[i].Values) != len(b.Values) {
			t.Fatalf("%v: %d values, want %d", b, len(g.Blocks[i].Values), len(b.Values))
		}
		for j, v := range b.Values {
			w := g.Blocks[i].Values[j]
			if w.Op != v.Op || w.Type != v.Type || w.Mem != v.Mem || w.Aux != v.Aux || w.Aux2 != v.Aux2 || w.Fn != v.Fn || w.Line != v.Line ||
				(w.State == nil) != (v.State == nil) || w.Block != g.Blocks[i] {
				t.Errorf("%s came back as %s", v.LongString(), w.LongString())
			}
		}
	}
	if f.nextValue > g.nextValue+f.nextValue || f.nextBlock != g.nextBlock {
		t.Errorf("numbers: %d and %d", g.nextValue, g.nextBlock)
	}
}

func TestParseErrors(t *testing.T) {
	for text, want := range map[string]string{
		"v0 = ConstInt {1}":                           "in no block",
		"b0:\n v0 = Nothing":                          "no operation",
		"b0:\n v0 = AddInt v1 v2\n ret v0":            "is used but not there",
		"b0:\n jump b1":                               "b1 is used but not there",
		"b0:\n Poll @s3":                              "no state",
		"b0:\nb1:\n":                                  "b0 has no end",
		"b0:\n ConstInt {1}":                          "has a result",
		"b0:\n v1 = ConstInt {1}\n v1 = ConstInt {1}": "twice",
		"b0:\n v1 = ConstInt {1":                      "want a number",
		"b0:\n v1 = LoadInt.Nowhere v0 {1}":           "no memory class",
		"func \"a":                                    "invalid syntax",
		"s0: fn0 [r1=v3":                              "want r and a number",
		"b0:\n jump b0\n v1 = ConstInt {1}":           "in no block",
	} {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// TestGenerated holds zz_ops.go and OPS.md to ops.txt.
func TestGenerated(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "_gen"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"_gen/ops.txt", "_gen/main.go"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "run", "_gen/main.go")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("cannot run the generator: %v\n%s", err, out)
	}
	for _, name := range []string{"zz_ops.go", "OPS.md"} {
		want, _ := os.ReadFile(filepath.Join(dir, name))
		have, _ := os.ReadFile(name)
		if !bytes.Equal(want, have) {
			t.Errorf("%s is not what ops.txt says: go generate ./ir/ssa", name)
		}
	}
}

// diff shows the first lines in which two texts differ.
func diff(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := 0; i < len(x) || i < len(y); i++ {
		if i >= len(x) || i >= len(y) || x[i] != y[i] {
			end := func(s []string) string { return strings.Join(s[min(i, len(s)):min(i+4, len(s))], "\n") }
			return fmt.Sprintf("line %d:\n-%s\n+%s", i+1, end(x), end(y))
		}
	}
	return "same"
}
