package fmath

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var (
	nodeCount = flag.Int("node.count", 100000, "random arguments per function to compare with node")
	update    = flag.Bool("update", false, "rewrite testdata/golden.txt")
)

// function is one row of the table that all tests run over.
type function struct {
	name string
	f    func(x, y float64) float64
	js   string // of x and y
	two  bool
	ulps uint64 // allowed difference from V8, 0 where V8 computes by fdlibm
	lo   float64
	hi   float64 // the interesting range of arguments
}

func one(f func(float64) float64) func(x, y float64) float64 {
	return func(x, _ float64) float64 { return f(x) }
}

var functions = []function{
	{"sin", one(Sin), "Math.sin(x)", false, 0, -100, 100},
	{"cos", one(Cos), "Math.cos(x)", false, 0, -100, 100},
	{"tan", one(Tan), "Math.tan(x)", false, 0, -100, 100},
	{"asin", one(Asin), "Math.asin(x)", false, 0, -1.01, 1.01},
	{"acos", one(Acos), "Math.acos(x)", false, 0, -1.01, 1.01},
	{"atan", one(Atan), "Math.atan(x)", false, 0, -10, 10},
	{"sinh", one(Sinh), "Math.sinh(x)", false, 0, -30, 30},
	{"cosh", one(Cosh), "Math.cosh(x)", false, 0, -30, 30},
	{"tanh", one(Tanh), "Math.tanh(x)", false, 0, -25, 25},
	{"asinh", one(Asinh), "Math.asinh(x)", false, 0, -10, 10},
	{"acosh", one(Acosh), "Math.acosh(x)", false, 0, 0.9, 10},
	{"atanh", one(Atanh), "Math.atanh(x)", false, 0, -1.01, 1.01},
	{"exp", one(Exp), "Math.exp(x)", false, 0, -750, 720},
	{"expm1", one(Expm1), "Math.expm1(x)", false, 0, -60, 720},
	{"log", one(Log), "Math.log(x)", false, 0, 0, 10},
	{"log1p", one(Log1p), "Math.log1p(x)", false, 0, -1.01, 10},
	{"log2", one(Log2), "Math.log2(x)", false, 0, 0, 10},
	{"log10", one(Log10), "Math.log10(x)", false, 0, 0, 10},
	{"cbrt", one(Cbrt), "Math.cbrt(x)", false, 0, -10, 10},
	{"sqrt", one(Sqrt), "Math.sqrt(x)", false, 0, 0, 10},
	{"softSqrt", one(softSqrt), "Math.sqrt(x)", false, 0, 0, 10},
	{"floor", one(Floor), "Math.floor(x)", false, 0, -10, 10},
	{"ceil", one(Ceil), "Math.ceil(x)", false, 0, -10, 10},
	{"trunc", one(Trunc), "Math.trunc(x)", false, 0, -10, 10},
	{"round", one(Round), "Math.round(x)", false, 0, -10, 10},
	{"sign", one(Sign), "Math.sign(x)", false, 0, -10, 10},
	{"abs", one(Abs), "Math.abs(x)", false, 0, -10, 10},
	{"fround", one(Fround), "Math.fround(x)", false, 0, -1e-38, 1e-38},
	{"pow", Pow, "Math.pow(x, y)", true, 0, -5, 50},
	{"atan2", Atan2, "Math.atan2(x, y)", true, 0, -10, 10},
	{"mod", Mod, "x % y", true, 0, -1000, 1000},
	{"hypot", Hypot, "Math.hypot(x, y)", true, 2, -1000, 1000},
	{"max", Max2, "Math.max(x, y)", true, 0, -2, 2},
	{"min", Min2, "Math.min(x, y)", true, 0, -2, 2},
}

var corner = []float64{
	0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, -2, 1.5, 2.5, -1.5, -2.5, math.Inf(1), math.Inf(-1), math.NaN(),
	5e-324, -5e-324, math.MaxFloat64, -math.MaxFloat64, 2.2250738585072014e-308, math.Pi, math.Pi / 2, math.Pi / 4,
	3 * math.Pi / 4, -math.Pi, math.E, math.Ln2, 1e-9, 1e-20, 1e300, 710, 709.7827, -745.1, -745.2, 22, 1 << 52, 1<<53 - 1, 1 << 31, 1<<32 + 0.5,
	0.49999999999999994, -0.49999999999999994, 0.9999999999999999, 1.0000000000000002, 3, -3, 1e16, 1e22, 6381956970095103 * math.Exp2(797), 4503599627370497.5, 65504, 65520,
}

// arguments returns n deterministic arguments (pairs) for f: corners, its range, all magnitudes.
func arguments(f *function, n int) (xs, ys []float64) {
	r := rand.New(rand.NewSource(int64(len(f.name)) + int64(f.hi*1000)))
	for _, c := range corner {
		if !f.two {
			xs, ys = append(xs, c), append(ys, 0)
			continue
		}
		for _, d := range corner {
			xs, ys = append(xs, c), append(ys, d)
		}
	}
	draw := func() float64 {
		switch r.Intn(8) {
		case 0:
			return math.Float64frombits(r.Uint64())
		case 1:
			return math.Ldexp(r.Float64()*2-1, r.Intn(80)-40)
		case 2:
			return float64(r.Intn(41) - 20)
		}
		return f.lo + (f.hi-f.lo)*r.Float64()
	}
	for len(xs) < n {
		x, y := draw(), 0.0
		if f.two {
			y = draw()
		}
		xs, ys = append(xs, x), append(ys, y)
	}
	return xs, ys
}

func same(x, y float64, ulps uint64) bool {
	if x != x || y != y {
		return x != x && y != y
	}
	a, b := math.Float64bits(x), math.Float64bits(y)
	return a == b || a-b+ulps <= 2*ulps
}

func TestAgainstNode(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not in PATH: install Node.js 20 or newer to compare with it")
	}
	for i := range functions {
		f := &functions[i]
		t.Run(f.name, func(t *testing.T) {
			xs, ys := arguments(f, *nodeCount)
			var in []byte
			for i := range xs {
				in = binary.LittleEndian.AppendUint64(in, math.Float64bits(xs[i]))
				in = binary.LittleEndian.AppendUint64(in, math.Float64bits(ys[i]))
			}
			cmd := exec.Command(node, "-e", `const fs = require("fs"), b = fs.readFileSync(0), d = new Float64Array(b.buffer.slice(b.byteOffset, b.byteOffset + b.length)), o = new Float64Array(d.length / 2);
const f = (x, y) => `+f.js+`; for (let i = 0; i < o.length; i++) o[i] = f(d[2*i], d[2*i+1]);
const out = Buffer.from(o.buffer); let p = 0; while (p < out.length) { try { p += fs.writeSync(1, out, p); } catch (e) { if (e.code !== "EAGAIN") throw e; } }`)
			cmd.Stdin = bytes.NewReader(in)
			out, err := cmd.Output()
			if err != nil || len(out) != 8*len(xs) {
				t.Fatalf("node: %v, %d bytes", err, len(out))
			}
			bad := 0
			for i := range xs {
				want := math.Float64frombits(binary.LittleEndian.Uint64(out[8*i:]))
				if got := f.f(xs[i], ys[i]); !same(got, want, f.ulps) {
					if bad++; bad < 6 {
						t.Errorf("%s(%v, %v) = %v (%x), node says %v (%x)", f.name, xs[i], ys[i], got, math.Float64bits(got), want, math.Float64bits(want))
					}
				}
			}
			if bad > 0 {
				t.Errorf("%d of %d differ", bad, len(xs))
			}
		})
	}
}

// TestGolden compares bit patterns that hold on every platform.
func TestGolden(t *testing.T) {
	name := filepath.Join("testdata", "golden.txt")
	var b strings.Builder
	for i := range functions {
		f := &functions[i]
		n := 130
		if f.two {
			n = len(corner)*len(corner) + 100
		}
		xs, ys := arguments(f, n)
		for i := range xs {
			if f.two && i < len(corner)*len(corner) && i%17 != 0 {
				continue
			}
			r := f.f(xs[i], ys[i])
			if r != r {
				r = math.NaN()
			}
			fmt.Fprintf(&b, "%s %x %x %x\n", f.name, math.Float64bits(xs[i]), math.Float64bits(ys[i]), math.Float64bits(r))
		}
	}
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	byName := map[string]*function{}
	for i := range functions {
		byName[functions[i].name] = &functions[i]
	}
	lines := 0
	for s := bufio.NewScanner(file); s.Scan(); lines++ {
		var name string
		var x, y, want uint64
		if _, err := fmt.Sscanf(s.Text(), "%s %x %x %x", &name, &x, &y, &want); err != nil {
			t.Fatal(err)
		}
		f := byName[name]
		if f == nil {
			t.Fatalf("no function %s", name)
		}
		got := f.f(math.Float64frombits(x), math.Float64frombits(y))
		if w := math.Float64frombits(want); !same(got, w, 0) {
			t.Errorf("%s(%016x, %016x) = %016x, want %016x", name, x, y, math.Float64bits(got), want)
		}
	}
	if lines < 3000 {
		t.Errorf("only %d golden lines", lines)
	}
}

// TestAgainstLibrary is a check of plausibility that needs no node: within 2 ulp of Go's math.
func TestAgainstLibrary(t *testing.T) {
	lib := map[string]func(x, y float64) float64{
		"sin": one(math.Sin), "cos": one(math.Cos), "tan": one(math.Tan), "asin": one(math.Asin), "acos": one(math.Acos), "atan": one(math.Atan),
		"exp": one(math.Exp), "log": one(math.Log), "log1p": one(math.Log1p), "expm1": one(math.Expm1), "cbrt": one(math.Cbrt),
		"sqrt": one(math.Sqrt), "softSqrt": one(math.Sqrt), "floor": one(math.Floor), "ceil": one(math.Ceil), "trunc": one(math.Trunc),
		"mod": math.Mod, "hypot": math.Hypot, "max": math.Max, "min": math.Min,
	}
	exact := map[string]bool{"sqrt": true, "softSqrt": true, "floor": true, "ceil": true, "trunc": true, "mod": true}
	for i := range functions {
		f := &functions[i]
		g := lib[f.name]
		if g == nil {
			continue
		}
		xs, ys := arguments(f, 20000)
		for i, x := range xs {
			y := ys[i]
			if f.name == "max" && (x != x || y != y) || f.name == "min" && (x != x || y != y) {
				continue
			}
			if f.name == "log" && x < 2.3e-308 { // the amd64 library is wrong for subnormal numbers
				continue
			}
			got, want := f.f(x, y), g(x, y)
			if exact[f.name] && !same(got, want, 0) {
				t.Fatalf("%s(%v, %v) = %v, want %v", f.name, x, y, got, want)
			}
			// The library is weak where functions nearly vanish or explode, and in asin.
			if !same(got, want, 2) && math.Abs(got-want) > 2e-15*(1+want*want) {
				t.Fatalf("%s(%v, %v) = %v, library says %v", f.name, x, y, got, want)
			}
		}
	}
}

func TestPow(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	nz := math.Copysign(0, -1)
	for _, c := range [][3]float64{
		{1, inf, nan}, {-1, inf, nan}, {1, -inf, nan}, {1, nan, nan}, {nan, 0, 1}, {nan, nz, 1}, {2, inf, inf}, {.5, inf, 0}, {.5, -inf, inf},
		{inf, 2, inf}, {inf, -2, 0}, {-inf, 3, -inf}, {-inf, 2, inf}, {-inf, -3, nz}, {-inf, -2, 0}, {0, 3, 0}, {nz, 3, nz}, {nz, -3, -inf}, {nz, -2, inf},
		{0, -1, inf}, {-8, 1. / 3, nan}, {-2, 3, -8}, {-2, 2, 4}, {2, 10, 1024}, {-inf, .5, inf}, {nz, .5, 0}, {10, 308, 1e308}, {2, -1074, 5e-324}, {2, 1024, inf}, {-2, 1025, -inf}, {-2, -1077, nz},
		{-1, 1 << 53, 1}, {-1, 1<<53 - 1, -1}, {0.9999999999999999, 1e300, 0}, {1.0000000000000002, 1e300, inf},
	} {
		if got := Pow(c[0], c[1]); !same(got, c[2], 0) {
			t.Errorf("Pow(%v, %v) = %v, want %v", c[0], c[1], got, c[2])
		}
	}
}

func TestHypot(t *testing.T) {
	r := rand.New(rand.NewSource(9))
	for i := 0; i < 20000; i++ {
		var s HypotSum
		sum := new(big.Float).SetPrec(4000)
		n := 1 + r.Intn(5)
		scale := r.Intn(2000) - 1060
		for j := 0; j < n; j++ {
			x := math.Ldexp(r.Float64()*2-1, scale-r.Intn(60))
			s.Add(x)
			b := new(big.Float).SetPrec(4000).SetFloat64(x)
			sum.Add(sum, b.Mul(b, b))
		}
		want, _ := sum.SetPrec(200).Sqrt(sum).Float64()
		if got := s.Result(); !same(got, want, 1) {
			t.Fatalf("hypot = %v (%x), want %v (%x)", got, math.Float64bits(got), want, math.Float64bits(want))
		}
	}
	var s HypotSum
	if s.Result() != 0 {
		t.Error("empty sum")
	}
	s.Add(math.NaN())
	if !math.IsNaN(s.Result()) {
		t.Error("NaN")
	}
	s.Add(math.Inf(-1))
	if !math.IsInf(s.Result(), 1) {
		t.Error("infinity wins over NaN")
	}
	if Hypot(3, 4) != 5 || Hypot(-5e-324, 0) != 5e-324 || Hypot(math.MaxFloat64, 0) != math.MaxFloat64 || Hypot(1e308, 1e308) != 1.4142135623730951e308 {
		t.Error("exact cases")
	}
}

func TestFloat16(t *testing.T) {
	// All finite halves, and the middles between neighbours.
	for h := uint16(0); h < 0x7C00; h++ {
		f := Float16frombits(h)
		if Float16bits(f) != h || Float16bits(-f) != h|0x8000 || F16round(f) != f {
			t.Fatalf("%#x → %v → %#x", h, f, Float16bits(f))
		}
		next := 65536.0
		if h < 0x7BFF {
			next = Float16frombits(h + 1)
		}
		mid := (f + next) / 2
		even := h + h&1
		if got := Float16bits(mid); got != even {
			t.Fatalf("middle above %#x → %#x", h, got)
		}
		if got := Float16bits(math.Nextafter(mid, 0)); got != h {
			t.Fatalf("below the middle above %#x → %#x", h, got)
		}
		if got := Float16bits(math.Nextafter(mid, 1e9)); got != h+1 {
			t.Fatalf("above the middle above %#x → %#x", h, got)
		}
	}
	for f, want := range map[float64]uint16{math.Inf(1): 0x7C00, math.Inf(-1): 0xFC00, 1e300: 0x7C00, 5e-324: 0, -5e-324: 0x8000, 65519.99: 0x7BFF} {
		if got := Float16bits(f); got != want {
			t.Errorf("Float16bits(%v) = %#x, want %#x", f, got, want)
		}
	}
	if !math.IsNaN(F16round(math.NaN())) || !math.IsNaN(Float16frombits(0xFE01)) {
		t.Error("NaN")
	}
}

func TestIntegers(t *testing.T) {
	for x, want := range map[uint32]int32{0: 32, 1: 31, 0x80000000: 0, 0xFFFF: 16, 0x10000: 15} {
		if got := Clz32(x); got != want {
			t.Errorf("Clz32(%#x) = %d, want %d", x, got, want)
		}
	}
	if Imul(-1, 5) != -5 || Imul(0x7FFFFFFF, 2) != -2 {
		t.Error("Imul")
	}
}

func TestGenerated(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: runs the go tool")
	}
	dir := t.TempDir()
	if out, err := exec.Command("go", "run", "./_gen", "-dir", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want, err := os.ReadFile(filepath.Join(dir, "zz_twooverpi.go"))
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile("zz_twooverpi.go"); !bytes.Equal(got, want) {
		t.Error("zz_twooverpi.go is stale: run go generate")
	}
}

func FuzzMod(f *testing.F) {
	f.Add(5.5, 2.0)
	f.Add(1e308, 5e-324)
	f.Fuzz(func(t *testing.T, x, y float64) {
		if got, want := Mod(x, y), math.Mod(x, y); !same(got, want, 0) {
			t.Fatalf("%v %% %v = %v, want %v", x, y, got, want)
		}
	})
}

func BenchmarkFunctions(b *testing.B) {
	for i := range functions {
		f := &functions[i]
		xs, ys := arguments(f, 4096)
		xs, ys = xs[len(xs)-1024:], ys[len(ys)-1024:]
		b.Run(f.name, func(b *testing.B) {
			for i := 0; i < b.N; i++ {
				f.f(xs[i&1023], ys[i&1023])
			}
		})
	}
}

// TestHypotOfTwo compares the short way with the sum.
func TestHypotOfTwo(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	number := func() float64 {
		switch r.Intn(8) {
		case 0:
			return []float64{0, math.Copysign(0, -1), 1, -3, 4, math.Inf(-1), math.NaN(), math.MaxFloat64, 5e-324, 0x1p-400, 0x1p400, -0x1.fffffffffffffp399}[r.Intn(12)]
		case 1:
			return math.Float64frombits(r.Uint64())
		case 2:
			return float64(r.Intn(2000) - 1000)
		}
		return math.Ldexp(r.NormFloat64(), r.Intn(60)-30)
	}
	for i := 0; i < 1_000_000; i++ {
		x, y := number(), number()
		var s HypotSum
		s.Add(x)
		s.Add(y)
		if got, want := Hypot(x, y), s.Result(); math.Float64bits(got) != math.Float64bits(want) && (got == got || want == want) {
			t.Fatalf("Hypot(%g, %g) = %v, the sum gives %v", x, y, got, want)
		}
	}
}
