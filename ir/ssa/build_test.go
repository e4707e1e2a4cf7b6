package ssa_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"firn/bench/programs"
	"firn/heap"
	"firn/ir/bytecode"
	"firn/ir/ssa"
	"firn/romgen"
	"firn/runtime"
	"firn/runtime/builtin"
)

// pool is a pool outside any heap: graphs are built, not run.
type pool struct {
	h       *heap.Heap
	entries map[heap.Value]uint32
}

// warm runs a program for some time, so that its functions have feedback.
func warm(t testing.TB, source string) (*runtime.Machine, *ssa.BuildConfig) {
	t.Helper()
	rom, err := romgen.Default()
	if err != nil {
		t.Fatal(err)
	}
	m, err := runtime.New(rom, runtime.Config{Fuel: 3000000})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(m.Close)
	h := m.Heap()
	c := m.NewCompartment()
	c = h.Handle(h.NewHandle(c))
	m.DefineGlobal(c, "print", m.HostFunction("print", 0, func(*runtime.Machine, *runtime.HostCall) (heap.Value, error) {
		return heap.Undefined, nil
	}))
	if _, err := m.Evaluate(c, source, "test.js", false); err != nil && !strings.Contains(err.Error(), "fuel") {
		t.Log(err)
	}
	// Pool entries of a fake pool: offsets that no memory has, in a region of the root table that nobody uses would do; the
	// builder reads known values back, so a real place is needed.
	p := &pool{h, map[heap.Value]uint32{}}
	base := h.Alloc(heap.KRecord, 8+8*60000)
	h.Fill(base+8, 60000, heap.Undefined)
	cfg := &ssa.BuildConfig{Heap: h, Intrinsics: map[uint32]ssa.Intrinsic{
		builtin.LMath_floor: ssa.MathFloor, builtin.LMath_sqrt: ssa.MathSqrt, builtin.LMath_abs: ssa.MathAbs,
		builtin.LMath_min: ssa.MathMin, builtin.LMath_max: ssa.MathMax, builtin.LMath_imul: ssa.MathImul,
		builtin.LStringPrototype_charCodeAt: ssa.StringCharCodeAt, builtin.LArrayPrototype_push: ssa.ArrayPush},
		Pool: func(v heap.Value) int64 {
			at, ok := p.entries[v]
			if !ok {
				at = base + 8 + 8*uint32(len(p.entries))
				p.entries[v] = at
				h.SetVal(at, v)
			}
			return int64(at)
		},
		FunctionShape: h.FunctionShape(h.Root(heap.RootFunctionProto).Ref()), ConstructorShape: h.FunctionShape(h.Root(heap.RootFunctionProto).Ref())}
	return m, cfg
}

// templates lists the templates that have feedback.
func templates(h *heap.Heap) []uint32 {
	var list []uint32
	for _, s := range []heap.Space{heap.SpaceROM, heap.SpaceNursery, heap.SpaceTenured} {
		h.Walk(s, func(ref uint32) bool {
			if h.Kind(ref) == heap.KTemplate && h.U32(h.FeedbackSlot(ref)) != 0 {
				list = append(list, ref)
			}
			return true
		})
	}
	return list
}

// entries lists the words at which a template may be entered.
func entries(h *heap.Heap, t uint32) []uint32 {
	f := bytecode.FromTemplate(h, t)
	list := []uint32{0}
	for pc := uint32(0); pc < uint32(len(f.Code)); {
		in, ok := bytecode.Decode(f.Code, pc)
		if !ok {
			break
		}
		for _, o := range in.Operands() {
			if o.Type == bytecode.Jump && in.Value(o) <= int64(pc) {
				list = append(list, pc)
			}
		}
		pc = in.Next
	}
	return list
}

// TestBuildPrograms builds every function of every bench program, at every
// entry, with the feedback of a short run; the graphs are well-formed before and
// after each pass.
func TestBuildPrograms(t *testing.T) {
	all, err := programs.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		t.Run(p.Name, func(t *testing.T) {
			source, err := p.Source(programs.Small)
			if err != nil {
				t.Fatal(err)
			}
			m, cfg := warm(t, source)
			built, values := 0, 0
			for _, tmpl := range templates(m.Heap()) {
				for _, pc := range entries(m.Heap(), tmpl) {
					f, err := ssa.Build(cfg, tmpl, pc)
					if err != nil {
						continue
					}
					if err := ssa.Check(f); err != nil {
						t.Fatalf("%s at %d: %v\n%s", f.Name, pc, err, f)
					}
					built++
					values += f.NumValues()
					if name := os.Getenv("FIRN_SSA"); name != "" && f.Name == name {
						fmt.Println(f)
					}
					if err := ssa.Optimize(f, ssa.Config{Check: true}); err != nil {
						t.Fatalf("%s at %d: %v\n%s", f.Name, pc, err, f)
					}
				}
			}
			if built == 0 {
				t.Error("nothing was built")
			}
			t.Logf("%d graphs, %d values", built, values)
		})
	}
}

// BenchmarkBuild builds and optimises every function of the bench programs; the
// figures are those of one value of the graphs as they are built.
func BenchmarkBuild(b *testing.B) {
	all, err := programs.All()
	if err != nil {
		b.Fatal(err)
	}
	type input struct {
		cfg   *ssa.BuildConfig
		tmpls []uint32
	}
	var inputs []input
	for _, p := range all {
		source, err := p.Source(programs.Small)
		if err != nil {
			b.Fatal(err)
		}
		m, cfg := warm(b, source)
		inputs = append(inputs, input{cfg, templates(m.Heap())})
	}
	b.ResetTimer()
	values := 0
	var build, optimise time.Duration
	for i := 0; i < b.N; i++ {
		for _, in := range inputs {
			for _, t := range in.tmpls {
				start := time.Now()
				f, err := ssa.Build(in.cfg, t, 0)
				build += time.Since(start)
				if err != nil {
					continue
				}
				values += f.NumValues()
				start = time.Now()
				ssa.Optimize(f, ssa.Config{})
				optimise += time.Since(start)
			}
		}
	}
	b.ReportMetric(float64(build.Nanoseconds())/float64(values), "ns/value/build")
	b.ReportMetric(float64(optimise.Nanoseconds())/float64(values), "ns/value/optimise")
}

// TestEndsOfLoop: code entered at one end of a loop stays there when control comes
// to another one, as at the ends of the cases of a switch.
func TestEndsOfLoop(t *testing.T) {
	m, cfg := warm(t, `function f(n) {
		let s = 0;
		for (;;) {
			switch (n-- & 3) {
			case 0: s += 1; continue;
			case 1: s += 2; continue;
			case 2: s ^= 3; continue;
			}
			if (n < 0) return s;
		}
	}
	for (let i = 0; i < 20; i++) f(500);`)
	h := m.Heap()
	loops := 0
	for _, tmpl := range templates(h) {
		if n := h.U32(tmpl + heap.TmplName); n == 0 || h.GoString(n) != "f" {
			continue
		}
		for _, pc := range entries(h, tmpl)[1:] {
			f, err := ssa.Build(cfg, tmpl, pc)
			if err != nil {
				t.Fatal(err)
			}
			loops++
			for _, b := range f.Blocks {
				if b.Kind == ssa.Exit && b.Reason == "leaves the loop" {
					t.Errorf("entered at %d it leaves the loop before %d", pc, b.State.PC)
				}
			}
		}
	}
	if loops < 3 {
		t.Errorf("%d ends of loops", loops)
	}
}
