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
	x := norm(false, fromBig(nil, new(big.Int).Abs(b)))
	x.Neg = b.Sign() < 0
	return x
}

func (x Int) big() *big.Int {
	b := toBig(x.Mag)
	if x.Neg {
		b.Neg(b)
	}
	return b
}

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
	scratch := make([]uint32, 300)
	for i := 0; i < 20000; i++ {
		size := 700
		if i%20 == 0 {
			size = 9000
		}
		x, y := operand(r, size), operand(r, size)
		a, b := toInt(x), toInt(y)
		var dst []uint32
		if i%2 == 0 {
			for j := range scratch {
				scratch[j] = 0xDEADBEEF
			}
			dst = scratch
		}
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
		z, s := Add(dst, a, b)
		check("+", z, s, new(big.Int).Add(x, y))
		z, s = Sub(dst, a, b)
		check("-", z, s, new(big.Int).Sub(x, y))
		z, s = Mul(dst, a, b)
		check("*", z, s, new(big.Int).Mul(x, y))
		if y.Sign() != 0 {
			z, s = Quo(dst, a, b)
			check("/", z, s, new(big.Int).Quo(x, y))
			z, s = Rem(dst, a, b)
			check("%", z, s, new(big.Int).Rem(x, y))
		}
		z, s = And(dst, a, b)
		check("&", z, s, new(big.Int).And(x, y))
		z, s = Or(dst, a, b)
		check("|", z, s, new(big.Int).Or(x, y))
		z, s = Xor(dst, a, b)
		check("^", z, s, new(big.Int).Xor(x, y))
		z, s = Not(dst, a)
		check("~", z, s, new(big.Int).Not(x))
		z, s = Inc(dst, a)
		check("++", z, s, new(big.Int).Add(x, big.NewInt(1)))
		z, s = Dec(dst, a)
		check("--", z, s, new(big.Int).Sub(x, big.NewInt(1)))
		check("neg", Neg(dst, a), OK, new(big.Int).Neg(x))
		sh := r.Intn(400)
		n := FromInt64(nil, int64(sh))
		m := Neg(nil, n)
		left, right := new(big.Int).Lsh(x, uint(sh)), new(big.Int).Rsh(x, uint(sh))
		z, s = Shl(dst, a, n)
		check("<<", z, s, left)
		z, s = Shr(dst, a, m)
		check(">> -", z, s, left)
		z, s = Shr(dst, a, n)
		check(">>", z, s, right)
		z, s = Shl(dst, a, m)
		check("<< -", z, s, right)
		if got := Cmp(a, b); got != x.Cmp(y) || Cmp(a, a) != 0 {
			t.Fatalf("cmp %v %v = %d", x, y, got)
		}
		// Fixed widths.
		w := r.Intn(800)
		mod := new(big.Int).Lsh(big.NewInt(1), uint(w))
		u := new(big.Int).Mod(x, mod)
		z, s = AsUintN(dst, uint64(w), a)
		check("asUintN", z, s, u)
		if w > 0 && u.Bit(w-1) != 0 {
			u.Sub(u, mod)
		}
		z, s = AsIntN(dst, uint64(w), a)
		check("asIntN", z, s, u)
		if got, want := ToUint64(a), new(big.Int).And(x, new(big.Int).SetUint64(math.MaxUint64)).Uint64(); got != want {
			t.Fatalf("ToUint64(%v) = %d, want %d", x, got, want)
		}
		// Text.
		radix := 2 + r.Intn(35)
		text := AppendText(nil, a, radix)
		if string(text) != x.Text(radix) {
			t.Fatalf("%v in radix %d = %s", x, radix, text)
		}
		digits := bytes.TrimPrefix(text, []byte("-"))
		z, s = ParseDigits(dst, digits, radix)
		check("parse", z, s, new(big.Int).Abs(x))
		z, s = ParseLatin1(dst, []byte(" \n"+x.String()+"\u00a0"[1:]))
		check("StringToBigInt", z, s, x)
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
			z, s := FromFloat64(dst, f)
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
	r := rand.New(rand.NewSource(2))
	for i := 0; i < 3000; i++ {
		x := operand(r, 90)
		e := r.Intn(120)
		z, s := Exp(nil, toInt(x), FromInt64(nil, int64(e)))
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
		if z, s := Exp(nil, FromInt64(nil, c.x), huge); s != OK || z.big().Int64() != c.want {
			t.Errorf("%d ** 2^100 = %v, %v", c.x, z.big(), s)
		}
	}
	if z, s := Exp(nil, Int{}, Int{}); s != OK || z.big().Int64() != 1 {
		t.Error("0 ** 0")
	}
	if _, s := Exp(nil, Int{}, FromInt64(nil, -1)); s != NegativeExp {
		t.Error("negative exponent")
	}
}

func TestLimits(t *testing.T) {
	one, two := FromInt64(nil, 1), FromInt64(nil, 2)
	max, s := Shl(nil, one, FromInt64(nil, MaxBits-1)) // 2^(MaxBits-1)
	if s != OK || max.BitLen() != MaxBits {
		t.Fatal(s)
	}
	all, s := Not(nil, Neg(nil, max)) // 2^(MaxBits-1) - 1
	if s != OK {
		t.Fatal(s)
	}
	all, s = Add(nil, all, max) // 2^MaxBits - 1
	if s != OK || all.BitLen() != MaxBits {
		t.Fatal(s)
	}
	tooBig := func(name string, s Status) {
		t.Helper()
		if s != TooBig {
			t.Errorf("%s: %v", name, s)
		}
	}
	_, s = Inc(nil, all)
	tooBig("++", s)
	_, s = Not(nil, all)
	tooBig("~", s)
	_, s = Add(nil, max, max)
	tooBig("+", s)
	_, s = Sub(nil, Neg(nil, all), one)
	tooBig("-", s)
	_, s = Mul(nil, max, two)
	tooBig("*", s)
	_, s = Mul(nil, all, all)
	tooBig("*", s)
	_, s = Shl(nil, one, FromInt64(nil, MaxBits))
	tooBig("<<", s)
	_, s = Shl(nil, one, max)
	tooBig("<<", s)
	_, s = Shr(nil, one, Neg(nil, max))
	tooBig(">>", s)
	_, s = Exp(nil, two, FromInt64(nil, MaxBits))
	tooBig("**", s)
	_, s = Exp(nil, FromInt64(nil, 3), FromInt64(nil, MaxBits))
	tooBig("**", s)
	_, s = Exp(nil, two, max)
	tooBig("**", s)
	_, s = AsUintN(nil, 1<<53-1, FromInt64(nil, -1))
	tooBig("asUintN", s)
	x, _ := Neg(nil, all), 0
	_, s = And(nil, x, Neg(nil, max))
	tooBig("&", s)
	for _, radix := range []int{2, 3, 10, 16, 36} {
		_, s = ParseDigits(nil, bytes.Repeat([]byte("1"), MaxBits+1), radix)
		tooBig(fmt.Sprint("parse ", radix), s)
		text := AppendText(nil, all, radix)
		back, s := ParseDigits(nil, text, radix)
		if s != OK || Cmp(back, all) != 0 {
			t.Errorf("radix %d: the largest does not come back: %v", radix, s)
		}
	}
	if z, s := Shr(nil, Neg(nil, max), max); s != OK || z.big().Int64() != -1 {
		t.Error("-x >> huge")
	}
	if z, s := Shr(nil, max, max); s != OK || !z.IsZero() {
		t.Error("x >> huge")
	}
	if z, s := AsUintN(nil, 1<<53-1, max); s != OK || Cmp(z, max) != 0 {
		t.Error("asUintN of a positive number")
	}
	if z, s := AsIntN(nil, 1<<53-1, Neg(nil, max)); s != OK || Cmp(z, Neg(nil, max)) != 0 {
		t.Error("asIntN")
	}
	for _, f := range []func([]uint32, Int, Int) (Int, Status){Quo, Rem} {
		if _, s := f(nil, one, Int{}); s != DivideByZero {
			t.Error(s)
		}
	}
	if f := ToFloat64(Neg(nil, max)); !math.IsInf(f, -1) {
		t.Error(f)
	}
	if _, ok := CmpFloat64(one, math.NaN()); ok {
		t.Error("NaN compares")
	}
}

func TestParse(t *testing.T) {
	for s, want := range map[string]string{
		"": "0", "  ": "0", "12": "12", "-12": "-12", "+7": "7", "-0": "0", "0x1F": "31", "0Xff": "255", "0o17": "15", "0b101": "5", "0B1": "1", "\u2028 5\ufeff": "5", "007": "7",
		"0x": "!", "-0x1": "!", "0b2": "!", "1n": "!", "1.0": "!", "1e3": "!", "Infinity": "!", "--1": "!", "+": "!", "-": "!", "1 2": "!", "1_0": "!", "0x-1": "!", "0x+1": "!", "٣": "!", "12a": "!",
	} {
		var u []uint16
		for _, r := range s {
			u = append(u, uint16(r))
		}
		x, st := ParseUTF16(nil, u)
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
	num := func(words int) Int {
		m := make([]uint32, words)
		for i := range m {
			m[i] = 0x9E3779B9
		}
		return Int{Mag: m}
	}
	for n := 1; n < 4000; n *= 2 {
		a, b := num(n), num(2*n)
		for name, w := range map[string][2]uint64{
			"mul": {WorkMul(a, a), WorkMul(b, b)}, "mul1": {WorkMul(a, b), WorkMul(b, b)}, "div": {WorkDiv(a, num(1)), WorkDiv(b, num(1))}, "linear": {WorkLinear(a, a), WorkLinear(a, b)},
			"text": {WorkText(a, 10), WorkText(b, 10)}, "text16": {WorkText(a, 16), WorkText(b, 16)}, "parse": {WorkParse(n, 10), WorkParse(2*n, 10)}, "parse2": {WorkParse(n, 2), WorkParse(2*n, 2)},
			"exp": {WorkExp(num(1), FromInt64(nil, int64(n))), WorkExp(num(1), FromInt64(nil, int64(2*n)))}, "shift": {WorkShift(a, num(0)), WorkShift(b, num(0))},
		} {
			if w[0] == 0 || w[1] <= w[0] {
				t.Errorf("%s of %d words: %d, of twice as many: %d", name, n, w[0], w[1])
			}
		}
	}
	if w := WorkMul(num(20000), num(20000)); w > 1<<28 {
		t.Errorf("a long product is estimated at %d", w)
	}
	if WorkExp(FromInt64(nil, 3), num(1)) != 1 || WorkShift(num(1), num(2)) > 3 {
		t.Error("refused operations cost too much")
	}
}

func TestAgainstNode(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
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
	for i, c := range in {
		x, _ := ParseLatin1(nil, []byte(c[0]))
		y, _ := ParseLatin1(nil, []byte(c[1]))
		var n int
		fmt.Sscan(c[2], &n)
		k := FromInt64(nil, int64(n))
		var results []Int
		add := func(z Int, s Status) {
			if s != OK && s != DivideByZero {
				t.Fatal(s)
			}
			results = append(results, z)
		}
		add(Add(nil, x, y))
		add(Sub(nil, x, y))
		add(Mul(nil, x, y))
		add(Quo(nil, x, y))
		add(Rem(nil, x, y))
		add(And(nil, x, y))
		add(Or(nil, x, y))
		add(Xor(nil, x, y))
		add(Not(nil, x))
		add(Shl(nil, x, k))
		add(Shr(nil, x, k))
		add(AsIntN(nil, uint64(n), x))
		add(AsUintN(nil, uint64(n), x))
		add(Exp(nil, x, FromInt64(nil, int64(n%7))))
		for j, z := range results {
			if got := string(AppendText(nil, z, 2+n%35)); got != out[i][j] {
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
		q, _ := Quo(nil, toInt(x), toInt(y))
		r, _ := Rem(nil, toInt(x), toInt(y))
		wq, wr := new(big.Int).QuoRem(x, y, new(big.Int))
		if q.big().Cmp(wq) != 0 || r.big().Cmp(wr) != 0 {
			t.Fatalf("%v / %v = %v, %v", x, y, q.big(), r.big())
		}
		valid(t, q)
		valid(t, r)
	})
}

func BenchmarkOps(b *testing.B) {
	x, y := FromUint64(nil, 0x123456789ABCDEF), FromUint64(nil, 0xFEDCBA987)
	var buf [16]uint32
	for name, f := range map[string]func([]uint32, Int, Int) (Int, Status){"add": Add, "mul": Mul, "quo": Quo, "and": And} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; i < b.N; i++ {
				f(buf[:], x, y)
			}
		})
	}
}
