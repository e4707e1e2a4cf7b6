package amd64

import (
	"fmt"
	"strings"
	"testing"

	"firn/ir/ssa"
	"firn/jit/backend"
)

// largeGraph is a graph of about n values: loops over an array with arithmetic.
func largeGraph(tb testing.TB, n int) *ssa.Func {
	var b strings.Builder
	b.WriteString(`func "large" entry=0 slots=20 fuel=300
fn0 "large" tmpl=64 rom code=120 regs=10 params=2 flags=0
s0: fn0 pc=0 base=0 [] inslot=[r1 r2]
s1: fn0 pc=0 base=0 [r1=v1 r2=v2]
`)
	loops := (n - 20) / 22
	for i := 0; i < loops; i++ {
		v := 100 + 40*i
		fmt.Fprintf(&b, "s%d: fn0 pc=%d base=0 [r1=v1 r2=v2 r3=v%d r4=v%d]\n", i+2, 10*i+5, v, v+1)
	}
	b.WriteString(`b0:
  v20 = ConstInt {0}
  v21 = ConstF64 {0.1}
  v22 = ConstInt {1}
  v23 = PoolRef {1052672}
  v24 = ConstInt {1023}
  v25 = ConstF64 {0.5}
  Entry {44} @s0 #0
  v1 = LoadSlot {1} #0
  v2 = LoadSlot {2} #0
  Poll @s1 #0
  v3 = CheckObj v1 @s1 #1
  v4 = LoadRef.Shape v3 {8} #1
  GuardRef v4 v23 @s1 #1
  v5 = LoadRef.Elems v3 {16} #1
  v6 = CheckInt v2 @s1 #2
  jump b1
`)
	last := "v21"
	for i := 0; i < loops; i++ {
		v, k, s := 100+40*i, 1+3*i, i+2
		from := k - 1
		fmt.Fprintf(&b, "b%d: (b%d b%d)\n", k, from, k+1)
		fmt.Fprintf(&b, "  v%d = Phi:Int v20 v%d\n  v%d = Phi:F64 %s v%d\n  Poll @s%d #%d\n", v, v+9, v+1, last, v+8, s, 10*i)
		fmt.Fprintf(&b, "  v%d = CmpInt v%d v6 {lt} #%d\n  if v%d b%d b%d\n", v+2, v, 10*i+1, v+2, k+1, k+2)
		fmt.Fprintf(&b, "b%d: (b%d)\n  Charge {9} #%d\n", k+1, k, 10*i+2)
		fmt.Fprintf(&b, "  v%d = LoadCap.Flags v5 #%d\n  GuardBound v%d v%d @s%d #%d\n", v+3, 10*i+3, v, v+3, s, 10*i+3)
		fmt.Fprintf(&b, "  v%d = LoadValX.Elem v5 v%d {8} #%d\n  v%d = CheckNum v%d @s%d #%d\n", v+4, v, 10*i+4, v+5, v+4, s, 10*i+4)
		fmt.Fprintf(&b, "  v%d = MulF64 v%d v25 #%d\n  v%d = AddF64 v%d v%d #%d\n", v+7, v+5, 10*i+5, v+8, v+7, v+1, 10*i+5)
		fmt.Fprintf(&b, "  v%d = AddInt v%d v22 @s%d #%d\n", v+9, v, s, 10*i+6)
		fmt.Fprintf(&b, "  v%d = AndInt v%d v24 #%d\n  v%d = BoxInt v%d #%d\n  StoreValX.Elem v5 v%d v%d {8} #%d\n  BarrierX v5 v%d {8} #%d\n",
			v+10, v+9, 10*i+7, v+11, v+10, 10*i+7, v, v+11, 10*i+8, v, 10*i+8)
		fmt.Fprintf(&b, "  jump b%d\n", k)
		fmt.Fprintf(&b, "b%d: (b%d)\n  v%d = BoxF64 v%d #%d\n  StoreSlot v%d {5} #%d\n", k+2, k, v+12, v+1, 10*i+9, v+12, 10*i+9)
		if i+1 < loops {
			fmt.Fprintf(&b, "  jump b%d\n", k+3)
		} else {
			fmt.Fprintf(&b, "  ret v%d\n", v+12)
		}
		last = fmt.Sprintf("v%d", v+1)
	}
	f, err := ssa.Parse(b.String())
	if err == nil {
		err = ssa.Check(f)
	}
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

// values is how many values f has.
func values(f *ssa.Func) (n int) {
	for _, b := range f.Blocks {
		n += len(b.Values)
	}
	return n
}

// BenchmarkCompile compiles 2,000 values: all, and without allocation.
func BenchmarkCompile(b *testing.B) {
	f := largeGraph(b, 2000)
	b.Logf("%d values", values(f))
	cfg := testConfig()
	cfg.Check = false
	var c Compiler
	b.Run("all", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; i < b.N; i++ {
			if _, err := c.Compile(f, cfg); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("lower", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; i < b.N; i++ {
			if _, err := c.lo.lower(f, &cfg); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("emit", func(b *testing.B) {
		b.ReportAllocs()
		lf, err := c.lo.lower(f, &cfg)
		if err != nil {
			b.Fatal(err)
		}
		backend.SplitCriticalEdges(lf)
		backend.Order(lf)
		if err := c.alloc.Allocate(lf, allocation(&cfg)); err != nil {
			b.Fatal(err)
		}
		for i := 0; i < b.N; i++ {
			if _, err := c.emit.emit(lf, &c.lo); err != nil {
				b.Fatal(err)
			}
		}
	})
}
