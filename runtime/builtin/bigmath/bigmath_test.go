package bigmath

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"os/exec"
	"testing"
)

var nodeCount = flag.Int("node.count", 3000, "random operand pairs to compare with node")

func toInt(b *big.Int) Int {
	mag := take(new(big.Int).Abs(b))
	return Int{b.Sign() < 0, mag[:len(mag):len(mag)]}
}

func (x Int) big() *big.Int {
	b := new(big.Int).Set(set(new(big.Int), x.Mag))
	if x.Neg {
		b.Neg(b)
	}
	return b
}

// kept is x in memory of its own.
func kept(x Int) Int { return Int{x.Neg, append([]Word(nil), x.Mag...)} }

func fromInt64(v int64) Int { return toInt(big.NewInt(v)) }

// valid checks the invariants of a result.
func valid(t *testing.T, x Int) {
	t.Helper()
	if n := len(x.Mag); n > 0 && x.Mag[n-1] == 0 || n == 0 && x.Neg || x.BitLen() > MaxBits {
		t.Fatalf("bad result: neg %v, %d words", x.Neg, len(x.Mag))
	}
}

// operand returns numbers of all sizes, with runs of zeros and ones.
func operand(r *rand.Rand, maxBits int) *big.Int {
	n := r.Intn(maxBits + 1)
	if r.Intn(2) == 0 {
		n = r.Intn(200)
	}
	b := new(big.Int)
	switch r.Intn(4) {
	case 0:
		for b.BitLen() < n {
			k := uint(1 + r.Intn(70))
			b.Lsh(b, k)
			if r.Intn(2) == 0 {
				b.Add(b, new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), k), big.NewInt(1)))
			} else if b.Sign() == 0 {
				b.SetInt64(1)
			}
		}
	case 1:
		b.Lsh(big.NewInt(1), uint(n))
		b.Add(b, big.NewInt(int64(r.Intn(3)-1)))
	default:
		b.Rand(r, new(big.Int).Lsh(big.NewInt(1), uint(n)))
	}
	if r.Intn(2) == 0 {
		b.Neg(b)
	}
	return b
}

func TestAgainstBig(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	var ar Arith
	for i := 0; i < 20000; i++ {
		size := 700
		if i%20 == 0 {
			size = 9000
		}
		x, y := operand(r, size), operand(r, size)
		a, b := toInt(x), toInt(y)
		check := func(name string, got Int, s Status, want *big.Int) {
			t.Helper()
			if s != OK {
				t.Fatalf("%s: %v", name, s)
			}
			valid(t, got)
			if got.big().Cmp(want) != 0 {
				t.Fatalf("%v %s %v = %v, want %v", x, name, y, got.big(), want)
			}
		}
		before, beforeB := kept(a), kept(b)
		z, s := ar.Add(a, b)
		check("+", z, s, new(big.Int).Add(x, y))
		z, s = ar.Sub(a, b)
		check("-", z, s, new(big.Int).Sub(x, y))
		z, s = ar.Mul(a, b)
		check("*", z, s, new(big.Int).Mul(x, y))
		if y.Sign() != 0 {
			z, s = ar.Quo(a, b)
			check("/", z, s, new(big.Int).Quo(x, y))
			z, s = ar.Rem(a, b)
			check("%", z, s, new(big.Int).Rem(x, y))
		}
		z, s = ar.And(a, b)
		check("&", z, s, new(big.Int).And(x, y))
		z, s = ar.Or(a, b)
		check("|", z, s, new(big.Int).Or(x, y))
		z, s = ar.Xor(a, b)
		check("^", z, s, new(big.Int).Xor(x, y))
		z, s = ar.Not(a)
		check("~", z, s, new(big.Int).Not(x))
		z, s = ar.Inc(a)
		check("++", z, s, new(big.Int).Add(x, big.NewInt(1)))
		z, s = ar.Dec(a)
		check("--", z, s, new(big.Int).Sub(x, big.NewInt(1)))
		check("neg", Neg(a), OK, new(big.Int).Neg(x))
		sh := r.Intn(400)
		n := fromInt64(int64(sh))
		m := Neg(n)
		left, right := new(big.Int).Lsh(x, uint(sh)), new(big.Int).Rsh(x, uint(sh))
		z, s = ar.Shl(a, n)
		check("<<", z, s, left)
		z, s = ar.Shr(a, m)
		check(">> -", z, s, left)
		z, s = ar.Shr(a, n)
		check(">>", z, s, right)
		z, s = ar.Shl(a, m)
		check("<< -", z, s, right)
		if got := Cmp(a, b); got != x.Cmp(y) || Cmp(a, a) != 0 {
			t.Fatalf("cmp %v %v = %d", x, y, got)
		}
		// Fixed widths.
		w := r.Intn(800)
		mod := new(big.Int).Lsh(big.NewInt(1), uint(w))
		u := new(big.Int).Mod(x, mod)
		z, s = ar.AsUintN(uint64(w), a)
		check("asUintN", z, s, u)
		if w > 0 && u.Bit(w-1) != 0 {
			u.Sub(u, mod)
		}
		z, s = ar.AsIntN(uint64(w), a)
		check("asIntN", z, s, u)
		if got, want := ToUint64(a), new(big.Int).And(x, new(big.Int).SetUint64(math.MaxUint64)).Uint64(); got != want {
			t.Fatalf("ToUint64(%v) = %d, want %d", x, got, want)
		}
		// Text.
		radix := 2 + r.Intn(35)
		text := ar.Text(a, radix)
		if string(text) != x.Text(radix) {
			t.Fatalf("%v in radix %d = %s", x, radix, text)
		}
		digits := bytes.TrimPrefix(text, []byte("-"))
		z, s = ar.ParseDigits(digits, radix)
		check("parse", z, s, new(big.Int).Abs(x))
		z, s = ar.ParseLatin1([]byte(" \n" + x.String() + "\u00a0"[1:]))
		check("StringToBigInt", z, s, x)
		if Cmp(a, before) != 0 || Cmp(b, beforeB) != 0 {
			t.Fatalf("an operation on %v and %v changed them", x, y)
		}
		// Numbers.
		f := ToFloat64(a)
		if want, _ := new(big.Float).SetInt(x).Float64(); f != want {
			t.Fatalf("ToFloat64(%v) = %v, want %v", x, f, want)
		}
		for _, f := range []float64{f, math.Nextafter(f, 0), math.Nextafter(f, math.Inf(1)), -f, f + 0.5, 0, r.NormFloat64(), float64(y.Int64())} {
			want := 1
			if math.IsInf(f, 0) {
				if f > 0 {
					want = -1
				}
			} else {
				want = new(big.Float).SetPrec(20000).SetInt(x).Cmp(big.NewFloat(f))
			}
			if got, ok := CmpFloat64(a, f); !ok || got != want {
				t.Fatalf("cmp(%v, %v) = %d, %v", x, f, got, ok)
			}
			z, s := ar.FromFloat64(f)
			if f == math.Trunc(f) && !math.IsInf(f, 0) {
				want, _ := big.NewFloat(f).Int(nil)
				check("FromFloat64", z, s, want)
			} else if s != NotIntegral {
				t.Fatalf("FromFloat64(%v): %v", f, s)
			}
		}
	}
}

func TestExp(t *testing.T) {
	var ar Arith
	r := rand.New(rand.NewSource(2))
	for i := 0; i < 3000; i++ {
		x := operand(r, 90)
		e := r.Intn(120)
		z, s := ar.Exp(toInt(x), fromInt64(int64(e)))
		if s != OK || z.big().Cmp(new(big.Int).Exp(x, big.NewInt(int64(e)), nil)) != 0 {
			t.Fatalf("%v ** %d = %v, %v", x, e, z.big(), s)
		}
		valid(t, z)
	}
	huge := toInt(new(big.Int).Lsh(big.NewInt(1), 100))
	for _, c := range []struct {
		x    int64
		want int64
	}{{0, 0}, {1, 1}, {-1, 1}} {
		if z, s := ar.Exp(fromInt64(c.x), huge); s != OK || z.big().Int64() != c.want {
			t.Errorf("%d ** 2^100 = %v, %v", c.x, z.big(), s)
		}
	}
	if z, s := ar.Exp(Int{}, Int{}); s != OK || z.big().Int64() != 1 {
		t.Error("0 ** 0")
	}
	if _, s := ar.Exp(Int{}, fromInt64(-1)); s != NegativeExp {
		t.Error("negative exponent")
	}
}

func TestLimits(t *testing.T) {
	one, two := fromInt64(1), fromInt64(2)
	var ar Arith
	max, s := ar.Shl(one, fromInt64(MaxBits-1)) // 2^(MaxBits-1)
	max = kept(max)
	if s != OK || max.BitLen() != MaxBits {
		t.Fatal(s)
	}
	all, s := ar.Not(Neg(max)) // 2^(MaxBits-1) - 1
	all = kept(all)
	if s != OK {
		t.Fatal(s)
	}
	all, s = ar.Add(all, max) // 2^MaxBits - 1
	all = kept(all)
	if s != OK || all.BitLen() != MaxBits {
		t.Fatal(s)
	}
	tooBig := func(name string, s Status) {
		t.Helper()
		if s != TooBig {
			t.Errorf("%s: %v", name, s)
		}
	}
	_, s = ar.Inc(all)
	tooBig("++", s)
	_, s = ar.Not(all)
	tooBig("~", s)
	_, s = ar.Add(max, max)
	tooBig("+", s)
	_, s = ar.Sub(Neg(all), one)
	tooBig("-", s)
	_, s = ar.Mul(max, two)
	tooBig("*", s)
	_, s = ar.Mul(all, all)
	tooBig("*", s)
	_, s = ar.Shl(one, fromInt64(MaxBits))
	tooBig("<<", s)
	_, s = ar.Shl(one, max)
	tooBig("<<", s)
	_, s = ar.Shr(one, Neg(max))
	tooBig(">>", s)
	_, s = ar.Exp(two, fromInt64(MaxBits))
	tooBig("**", s)
	_, s = ar.Exp(fromInt64(3), fromInt64(MaxBits))
	tooBig("**", s)
	_, s = ar.Exp(two, max)
	tooBig("**", s)
	_, s = ar.AsUintN(1<<53-1, fromInt64(-1))
	tooBig("asUintN", s)
	x, _ := Neg(all), 0
	_, s = ar.And(x, Neg(max))
	tooBig("&", s)
	for _, radix := range []int{2, 3, 10, 16, 36} {
		_, s = ar.ParseDigits(bytes.Repeat([]byte("1"), MaxBits+1), radix)
		tooBig(fmt.Sprint("parse ", radix), s)
		text := ar.Text(all, radix)
		back, s := ar.ParseDigits(text, radix)
		if s != OK || Cmp(back, all) != 0 {
			t.Errorf("radix %d: the largest does not come back: %v", radix, s)
		}
	}
	if z, s := ar.Shr(Neg(max), max); s != OK || z.big().Int64() != -1 {
		t.Error("-x >> huge")
	}
	if z, s := ar.Shr(max, max); s != OK || !z.IsZero() {
		t.Error("x >> huge")
	}
	if z, s := ar.AsUintN(1<<53-1, max); s != OK || Cmp(z, max) != 0 {
		t.Error("asUintN of a positive number")
	}
	if z, s := ar.AsIntN(1<<53-1, Neg(max)); s != OK || Cmp(z, Neg(max)) != 0 {
		t.Error("asIntN")
	}
	for _, f := range []func(Int, Int) (Int, Status){ar.Quo, ar.Rem} {
		if _, s := f(one, Int{}); s != DivideByZero {
			t.Error(s)
		}
	}
	if f := ToFloat64(Neg(max)); !math.IsInf(f, -1) {
		t.Error(f)
	}
	if _, ok := CmpFloat64(one, math.NaN()); ok {
		t.Error("NaN compares")
	}
}

func TestParse(t *testing.T) {
	var ar Arith
	for s, want := range map[string]string{
		"": "0", "  ": "0", "12": "12", "-12": "-12", "+7": "7", "-0": "0", "0x1F": "31", "0Xff": "255", "0o17": "15", "0b101": "5", "0B1": "1", "\u2028 5\ufeff": "5", "007": "7",
		"0x": "!", "-0x1": "!", "0b2": "!", "1n": "!", "1.0": "!", "1e3": "!", "Infinity": "!", "--1": "!", "+": "!", "-": "!", "1 2": "!", "1_0": "!", "0x-1": "!", "0x+1": "!", "٣": "!", "12a": "!",
	} {
		var u []uint16
		for _, r := range s {
			u = append(u, uint16(r))
		}
		x, st := ar.ParseUTF16(u)
		got := "!"
		if st == OK {
			got = x.big().String()
		}
		if got != want {
			t.Errorf("%q = %s (%v), want %s", s, got, st, want)
		}
	}
	for s := BadSyntax + 1; s > 0; s-- {
		if s.String() == "" {
			t.Error("a status has no text")
		}
	}
}

// TestWork checks that estimates grow with the work and stay put for refused operations.
func TestWork(t *testing.T) {
	num := func(digits int) Int {
		b := new(big.Int)
		for i := 0; i < digits; i++ {
			b.SetBit(b, 32*i+31, 1)
		}
		return toInt(b)
	}
	for n := 1; n < 4000; n *= 2 {
		a, b := num(n), num(2*n)
		for name, w := range map[string][2]uint64{
			"mul": {WorkMul(a, a), WorkMul(b, b)}, "mul1": {WorkMul(a, b), WorkMul(b, b)}, "div": {WorkDiv(a, num(1)), WorkDiv(b, num(1))}, "linear": {WorkLinear(a, a), WorkLinear(a, b)},
			"text": {WorkText(a, 10), WorkText(b, 10)}, "text16": {WorkText(a, 16), WorkText(b, 16)}, "parse": {WorkParse(n, 10), WorkParse(2*n, 10)}, "parse2": {WorkParse(n, 2), WorkParse(2*n, 2)},
			"exp": {WorkExp(num(1), fromInt64(int64(n))), WorkExp(num(1), fromInt64(int64(2*n)))}, "shift": {WorkShift(a, num(0)), WorkShift(b, num(0))},
		} {
			if w[0] == 0 || w[1] <= w[0] {
				t.Errorf("%s of %d words: %d, of twice as many: %d", name, n, w[0], w[1])
			}
		}
	}
	if w := WorkMul(num(20000), num(20000)); w > 1<<28 {
		t.Errorf("a long product is estimated at %d", w)
	}
	if WorkExp(fromInt64(3), num(1)) != 1 || WorkShift(num(1), num(2)) > 3 {
		t.Error("refused operations cost too much")
	}
}

func TestAgainstNode(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not in PATH: install Node.js 20 or newer to compare with it")
	}
	r := rand.New(rand.NewSource(5))
	var in [][3]string
	for len(in) < *nodeCount {
		size := 300
		if len(in)%30 == 0 {
			size = 5000
		}
		in = append(in, [3]string{operand(r, size).String(), operand(r, size).String(), fmt.Sprint(r.Intn(300))})
	}
	data, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "-e", `const fs = require("fs"); const v = JSON.parse(fs.readFileSync(0, "utf8"));
const r = Buffer.from(JSON.stringify(v.map(([a, b, c]) => { const x = BigInt(a), y = BigInt(b), n = Number(c);
return [x + y, x - y, x * y, y ? x / y : 0n, y ? x % y : 0n, x & y, x | y, x ^ y, ~x, x << BigInt(n), x >> BigInt(n), BigInt.asIntN(n, x), BigInt.asUintN(n, x), x ** BigInt(n % 7)].map(z => z.toString(2 + n % 35)).concat([String(Number(x)), String(x < Number(y))]); })));
let p = 0; while (p < r.length) { try { p += fs.writeSync(1, r, p); } catch (e) { if (e.code !== "EAGAIN") throw e; } }`)
	cmd.Stdin = bytes.NewReader(data)
	outData, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	var out [][]string
	if err := json.Unmarshal(outData, &out); err != nil {
		t.Fatal(err)
	}
	var ar Arith
	for i, c := range in {
		x, _ := ar.ParseLatin1([]byte(c[0]))
		x = kept(x)
		y, _ := ar.ParseLatin1([]byte(c[1]))
		y = kept(y)
		var n int
		fmt.Sscan(c[2], &n)
		k := fromInt64(int64(n))
		var results []Int
		add := func(z Int, s Status) {
			if s != OK && s != DivideByZero {
				t.Fatal(s)
			}
			results = append(results, kept(z))
		}
		add(ar.Add(x, y))
		add(ar.Sub(x, y))
		add(ar.Mul(x, y))
		add(ar.Quo(x, y))
		add(ar.Rem(x, y))
		add(ar.And(x, y))
		add(ar.Or(x, y))
		add(ar.Xor(x, y))
		add(ar.Not(x))
		add(ar.Shl(x, k))
		add(ar.Shr(x, k))
		add(ar.AsIntN(uint64(n), x))
		add(ar.AsUintN(uint64(n), x))
		add(ar.Exp(x, fromInt64(int64(n%7))))
		for j, z := range results {
			if got := string(ar.Text(z, 2+n%35)); got != out[i][j] {
				t.Fatalf("operation %d of %v: %s, node says %s", j, c, got, out[i][j])
			}
		}
		less, _ := CmpFloat64(x, ToFloat64(y))
		if fmt.Sprint(less < 0) != out[i][len(results)+1] {
			t.Fatalf("%v < Number(%v)", c[0], c[1])
		}
		var f float64
		if _, err := fmt.Sscan(out[i][len(results)], &f); err == nil && f != ToFloat64(x) {
			t.Fatalf("Number(%v) = %v, node says %v", c[0], ToFloat64(x), f)
		}
	}
}

func FuzzDivide(f *testing.F) {
	f.Add([]byte{0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0x80, 1}, []byte{0xFF, 0xFF, 0xFF, 0xFF, 0x80})
	f.Fuzz(func(t *testing.T, a, b []byte) {
		x, y := new(big.Int).SetBytes(a), new(big.Int).SetBytes(b)
		if y.Sign() == 0 || x.BitLen() > MaxBits || y.BitLen() > MaxBits {
			return
		}
		var ar Arith
		q, _ := ar.Quo(toInt(x), toInt(y))
		q = kept(q)
		r, _ := ar.Rem(toInt(x), toInt(y))
		wq, wr := new(big.Int).QuoRem(x, y, new(big.Int))
		if q.big().Cmp(wq) != 0 || r.big().Cmp(wr) != 0 {
			t.Fatalf("%v / %v = %v, %v", x, y, q.big(), r.big())
		}
		valid(t, q)
		valid(t, r)
	})
}

func BenchmarkOps(b *testing.B) {
	r := rand.New(rand.NewSource(3))
	num := func(words int) Int {
		z := new(big.Int).Lsh(big.NewInt(1), uint(64*words-1))
		return toInt(z.Or(z, new(big.Int).Rand(r, z)))
	}
	var a Arith
	for _, op := range []struct {
		name string
		f    func(x, y Int) (Int, Status)
	}{{"add", a.Add}, {"mul", a.Mul}, {"quo", a.Quo}, {"and", a.And}} {
		for _, size := range [][2]int{{2, 1}, {4, 4}, {8, 4}, {16, 1}, {16, 8}, {32, 16}, {100, 1}, {100, 50}, {800, 800}} {
			x, y := num(size[0]), num(size[1])
			b.Run(fmt.Sprint(op.name, size), func(b *testing.B) {
				b.ReportAllocs()
				for i := 0; i < b.N; i++ {
					op.f(x, y)
				}
			})
		}
	}
}

// TestNoAllocation holds operations to memory that is kept.
func TestNoAllocation(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	var a Arith
	for _, bits := range []uint{60, 200, 900, 2000} {
		x, y := toInt(new(big.Int).Rand(r, new(big.Int).Lsh(big.NewInt(1), bits))), toInt(new(big.Int).Rand(r, new(big.Int).Lsh(big.NewInt(1), bits/2)))
		for name, f := range map[string]func(x, y Int) (Int, Status){"+": a.Add, "-": a.Sub, "*": a.Mul, "/": a.Quo, "%": a.Rem, "&": a.And} {
			f(x, y)
			if n := testing.AllocsPerRun(50, func() { f(x, y) }); n >= 1 {
				t.Errorf("%s of %d bits: %v allocations", name, bits, n)
			}
		}
	}
	a.Shl(fromInt64(1), fromInt64(MaxBits-1))
	if a.Trim(); cap(a.out) != 0 {
		t.Error("a large buffer is kept")
	}
}
