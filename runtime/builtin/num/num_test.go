package num

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

func utf16Of(s string) []uint16 {
	var u []uint16
	for _, r := range s {
		u = append(u, uint16(r))
	}
	return u
}

func latin1Of(s string) []byte {
	var b []byte
	for _, r := range s {
		if r > 0xFF {
			return nil
		}
		b = append(b, byte(r))
	}
	return b
}

func text(f float64, radix int) string {
	var buf [MaxRadixLen]byte
	return string(buf[:NumberToString(f, radix, buf[:])])
}

func TestGenerated(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: runs the go tool")
	}
	dir := t.TempDir()
	if out, err := exec.Command("go", "run", "./_gen", "-dir", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range []string{"zz_pow10.go", "zz_scan16.go"} {
		want, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s is stale: run go generate", name)
		}
	}
}

func TestNumberToString(t *testing.T) {
	for _, c := range []struct {
		f     float64
		radix int
		want  string
	}{
		{0, 10, "0"}, {math.Copysign(0, -1), 10, "0"}, {1, 10, "1"}, {-1, 10, "-1"},
		{math.NaN(), 10, "NaN"}, {math.Inf(1), 10, "Infinity"}, {math.Inf(-1), 2, "-Infinity"},
		{0.1, 10, "0.1"}, {1.5, 10, "1.5"}, {100, 10, "100"}, {123456.789, 10, "123456.789"},
		{1e21, 10, "1e+21"}, {1e20, 10, "100000000000000000000"}, {123e18, 10, "123000000000000000000"},
		{1.5e21, 10, "1.5e+21"}, {0.000001, 10, "0.000001"}, {0.0000001, 10, "1e-7"},
		{1.25e-7, 10, "1.25e-7"}, {5e-324, 10, "5e-324"}, {math.MaxFloat64, 10, "1.7976931348623157e+308"},
		{2.2250738585072014e-308, 10, "2.2250738585072014e-308"}, {9007199254740993, 10, "9007199254740992"},
		{4294967296, 10, "4294967296"}, {1e23, 10, "1e+23"}, {9.5e-7, 10, "9.5e-7"},
		{255, 16, "ff"}, {-255, 36, "-73"}, {0.5, 2, "0.1"}, {0.1, 3, "0.0022002200220022002200220022002201"},
		{1e21, 7, "5135235413265003022600000"}, {math.Pow(2, 60), 32, "1000000000000"},
	} {
		got := text(c.f, c.radix)
		if got != c.want {
			t.Errorf("%v in radix %d = %s, want %s", c.f, c.radix, got, c.want)
		}
	}
	if n := len(text(5e-324, 2)); n > MaxRadixLen || n != 1076 {
		t.Errorf("5e-324 in radix 2 has %d characters", n)
	}
}

// TestShortest compares the digits with strconv's, which are also the shortest and closest.
func TestShortest(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	check := func(f float64) {
		d, k := ShortestDecimal(f)
		for d%10 == 0 {
			d /= 10
			k++
		}
		if got, want := fmt.Sprintf("%de%d", d, k), strconv.FormatFloat(f, 'e', -1, 64); !sameDecimal(got, want) {
			t.Fatalf("%x: %s, want %s", math.Float64bits(f), got, want)
		}
	}
	for e := uint64(0); e < 2047; e++ {
		for _, m := range []uint64{0, 1, 2, mantMask, mantMask - 1, r.Uint64() & mantMask} {
			if b := e<<52 | m; b != 0 {
				check(math.Float64frombits(b))
			}
		}
	}
	for i := 0; i < 300000; i++ {
		if f := math.Float64frombits(r.Uint64() &^ bitsSign); IsFinite(f) && f > 0 {
			check(f)
		}
	}
}

func sameDecimal(a, b string) bool {
	split := func(s string) (string, int) {
		m, e, _ := strings.Cut(s, "e")
		x, _ := strconv.Atoi(e)
		w, f, _ := strings.Cut(m, ".")
		m = strings.TrimRight(w+f, "0")
		return m, x + len(w) - len(m)
	}
	am, ae := split(a)
	bm, be := split(b)
	return am == bm && ae+len(am) == be+len(bm)
}

// parseAll checks the scanners against strconv for text that both grammars read.
func parseAll(t *testing.T, s string) {
	t.Helper()
	want, err := strconv.ParseFloat(s, 64)
	if err != nil && !strings.Contains(err.Error(), "range") {
		t.Fatalf("%q: %v", s, err)
	}
	for i, got := range []float64{StringToNumberLatin1([]byte(s)), ParseFloatLatin1([]byte(s)), StringToNumberUTF16(utf16Of(s))} {
		if math.Float64bits(got) != math.Float64bits(want) {
			t.Fatalf("%d: %q = %v, want %v", i, s, got, want)
		}
	}
}

func TestParseDecimal(t *testing.T) {
	for _, s := range []string{
		"0", "-0", "1", "9007199254740993", "9007199254740992.99999999999999999999", "9007199254740993.0",
		"9007199254740993.00000000000000000000000000000000000000001", "1e23", "8.5e22", "4.9e-324", "2.4703282292062327e-324",
		"2.4703282292062328e-324", "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308", "1e309", "1e-400",
		"2.2250738585072011e-308", "2.2250738585072012e-308", "1e400000000000000000000", "0e999999999999999", "1e-99999999999999999999",
		"123456789012345678901234567890", "0.000000000000000000000000000001", "18446744073709551615", "18446744073709551616",
		"9999999999999999999", "99999999999999999999", "6.631236846766476e-316", "3.237883913302901e-319",
		strings.Repeat("9", 400), "0." + strings.Repeat("0", 400) + "1", strings.Repeat("0", 5000) + "1",
	} {
		parseAll(t, s)
		if s[0] != '-' {
			parseAll(t, "-"+s)
		}
	}
	// strconv gives up on exponents like these.
	for _, s := range []string{"1" + strings.Repeat("0", 5000) + "e-5000", "0." + strings.Repeat("0", 5000) + "1e5001"} {
		if got := StringToNumberLatin1([]byte(s)); got != 1 {
			t.Errorf("%.10s… = %v, want 1", s, got)
		}
	}
	r := rand.New(rand.NewSource(2))
	for i := 0; i < 200000; i++ {
		f := math.Float64frombits(r.Uint64())
		if !IsFinite(f) {
			continue
		}
		s := strconv.FormatFloat(f, 'e', r.Intn(25), 64)
		parseAll(t, s)
	}
	for i := 0; i < 100000; i++ {
		parseAll(t, fmt.Sprintf("%de%d", r.Uint64()>>uint(r.Intn(64)), r.Intn(700)-370))
	}
	// Exact middles between neighbours, and just beside them.
	for i := 0; i < 5000; i++ {
		b := r.Uint64() &^ bitsSign
		if i%4 == 0 {
			b >>= 12 // subnormal
		}
		f := math.Float64frombits(b)
		if !IsFinite(f) || f >= math.MaxFloat64 {
			continue
		}
		mid := new(big.Float).SetPrec(60).SetFloat64(f)
		mid.Add(mid, new(big.Float).SetFloat64(math.Float64frombits(b+1)))
		mid.Quo(mid, big.NewFloat(2))
		s := mid.Text('e', 800)
		m, e, _ := strings.Cut(s, "e")
		parseAll(t, s)
		parseAll(t, m+"00000000000000000000000000000001e"+e)
		down := strings.TrimRight(m, "0")
		parseAll(t, down[:len(down)-1]+string(down[len(down)-1]-1)+"9999999e"+e)
	}
}

func TestStringToNumber(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		s    string
		want float64
	}{
		{"", 0}, {" \t\n\r\v\f\u00a0\ufeff\u2028\u2029\u3000\u1680\u2000\u200a\u202f\u205f", 0}, {"\u180e", nan}, {"\u200b", nan},
		{" 12 ", 12}, {"\u20281\u2029", 1}, {"0x10", 16}, {"0X1f", 31}, {"0o17", 15}, {"0O7", 7}, {"0b101", 5}, {"0B1", 1},
		{"-0x10", nan}, {"+0x10", nan}, {"0x", nan}, {"0x1g", nan}, {"0b2", nan}, {"0o8", nan}, {"0x1.8", nan},
		{"Infinity", math.Inf(1)}, {"-Infinity", math.Inf(-1)}, {"+Infinity", math.Inf(1)}, {"infinity", nan}, {"Infinityx", nan}, {"INFINITY", nan},
		{".5", .5}, {"5.", 5}, {".", nan}, {"+", nan}, {"-", nan}, {"e5", nan}, {"1e", nan}, {"1e+", nan}, {"1e+5", 1e5}, {"1E-2", .01},
		{"1_000", nan}, {"1 2", nan}, {"--1", nan}, {"010", 10}, {"1n", nan}, {"0x1fffffffffffff8", 0x1fffffffffffff8}, {"-.5e1", -5},
		{"0x20000000000001", 9007199254740992}, {"0x20000000000003", 9007199254740996}, {"0x" + strings.Repeat("f", 256), math.Inf(1)},
		{"0x" + strings.Repeat("f", 255), math.Inf(1) * 0}, {"0b" + strings.Repeat("1", 1100), math.Inf(1)}, {"١", nan}, {"1\x00", nan},
	} {
		if strings.HasPrefix(c.s, "0xfff") && len(c.s) == 257 {
			c.want = math.Ldexp(1, 1020)
		}
		if got := StringToNumberUTF16(utf16Of(c.s)); !SameValue(got, c.want) {
			t.Errorf("UTF16 %q = %v, want %v", c.s, got, c.want)
		}
		if l := latin1Of(c.s); l != nil {
			if got := StringToNumberLatin1(l); !SameValue(got, c.want) {
				t.Errorf("Latin1 %q = %v, want %v", c.s, got, c.want)
			}
		}
	}
}

func TestParseIntFloat(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		s     string
		radix int32
		want  float64
	}{
		{"12px", 0, 12}, {"  -0x1F", 0, -31}, {"0x1F", 16, 31}, {"0x1F", 10, 0}, {"z", 36, 35}, {"", 0, nan}, {"0x", 0, nan}, {"-0", 0, math.Copysign(0, -1)},
		{"1", 1, nan}, {"1", 37, nan}, {"-1", -5, nan}, {"9", 8, nan}, {"19", 8, 1}, {"1e3", 0, 1}, {"９", 0, nan}, {"0b1", 0, 0},
		{"9007199254740993", 10, 9007199254740992}, {"100000000000000000000000000", 10, 1e26}, {strings.Repeat("z", 300), 36, math.Inf(1)},
		{"11111111111111111111111111111111111111111111111111111", 2, MaxSafeInteger}, {"+7", 0, 7}, {"1.9", 0, 1}, {"\u20285", 0, 5},
	} {
		if got := ParseIntUTF16(utf16Of(c.s), c.radix); !SameValue(got, c.want) {
			t.Errorf("parseInt(%q, %d) = %v, want %v", c.s, c.radix, got, c.want)
		}
		if l := latin1Of(c.s); l != nil {
			if got := ParseIntLatin1(l, c.radix); !SameValue(got, c.want) {
				t.Errorf("Latin1 parseInt(%q, %d) = %v, want %v", c.s, c.radix, got, c.want)
			}
		}
	}
	for s, want := range map[string]float64{
		"1.5abc": 1.5, "1e": 1, "1e+x": 1, ".5.5": .5, "-Infinityx": math.Inf(-1), "  3": 3, "abc": nan, "-.": nan, "0x10": 0, "1e1000": math.Inf(1), "-0": math.Copysign(0, -1), "1_0": 1, "": nan,
	} {
		if got := ParseFloatUTF16(utf16Of(s)); !SameValue(got, want) {
			t.Errorf("parseFloat(%q) = %v, want %v", s, got, want)
		}
		if got := ParseFloatLatin1([]byte(s)); !SameValue(got, want) {
			t.Errorf("parseFloat(%q) = %v, want %v", s, got, want)
		}
	}
	// Every radix is exactly rounded.
	r := rand.New(rand.NewSource(3))
	for i := 0; i < 20000; i++ {
		n := new(big.Int).Rand(r, new(big.Int).Lsh(big.NewInt(1), uint(1+r.Intn(1030))))
		radix := 2 + r.Intn(35)
		want, _ := new(big.Float).SetInt(n).Float64()
		if got := ParseIntLatin1([]byte(n.Text(radix)), int32(radix)); got != want {
			t.Fatalf("parseInt(%s, %d) = %v, want %v", n.Text(radix), radix, got, want)
		}
	}
}

// exact formats with math/big as the specification words it: half up.
func exact(x float64, f int) *big.Int {
	r := new(big.Rat).SetFloat64(x)
	ten := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(f, -f))), nil))
	if f >= 0 {
		r.Mul(r, ten)
	} else {
		r.Quo(r, ten)
	}
	r.Add(r, big.NewRat(1, 2))
	return new(big.Int).Quo(r.Num(), r.Denom())
}

func TestFixedAgainstBig(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	var buf [MaxFixedLen]byte
	for i := 0; i < 20000; i++ {
		x := math.Float64frombits(r.Uint64() &^ bitsSign)
		if i%2 == 0 {
			x = float64(r.Intn(1<<20)) / float64(int(1)<<uint(r.Intn(20)))
		}
		if !IsFinite(x) || x == 0 {
			continue
		}
		f := r.Intn(101)
		if i%3 == 0 {
			f = r.Intn(8)
		}
		if x < 1e21 {
			want := exact(x, f).String()
			if len(want) <= f {
				want = strings.Repeat("0", f+1-len(want)) + want
			}
			if f > 0 {
				want = want[:len(want)-f] + "." + want[len(want)-f:]
			}
			if got := string(buf[:ToFixed(x, f, buf[:])]); got != want {
				t.Fatalf("(%v).toFixed(%d) = %s, want %s", x, f, got, want)
			}
		}
		got := string(buf[:ToExponential(x, f, buf[:])])
		m, es, _ := strings.Cut(got, "e")
		e, err := strconv.Atoi(es)
		if err != nil {
			t.Fatal(err)
		}
		digits := strings.Replace(m, ".", "", 1)
		if want := exact(x, f-e).String(); digits != want && digits+"0" != want || len(digits) != f+1 {
			t.Fatalf("(%v).toExponential(%d) = %s, want digits %s", x, f, got, want)
		}
	}
}

func TestFixed(t *testing.T) {
	var buf [MaxFixedLen]byte
	fixed := func(f float64, n int) string { return string(buf[:ToFixed(f, n, buf[:])]) }
	expo := func(f float64, n int) string { return string(buf[:ToExponential(f, n, buf[:])]) }
	prec := func(f float64, n int) string { return string(buf[:ToPrecision(f, n, buf[:])]) }
	nz := math.Copysign(0, -1)
	for _, c := range [][2]string{
		{fixed(1.005, 2), "1.00"}, {fixed(2.5, 0), "3"}, {fixed(-2.5, 0), "-3"}, {fixed(0.5, 0), "1"}, {fixed(0, 2), "0.00"}, {fixed(nz, 0), "0"},
		{fixed(-1e-10, 2), "-0.00"}, {fixed(1e21, 2), "1e+21"}, {fixed(-1e21, 2), "-1e+21"}, {fixed(999999999999999868928, 3), "999999999999999868928.000"},
		{fixed(123.456, 1), "123.5"}, {fixed(0.000001, 7), "0.0000010"}, {fixed(math.NaN(), 1), "NaN"}, {fixed(math.Inf(-1), 1), "-Infinity"}, {fixed(5e-324, 0), "0"},
		{expo(0, -1), "0e+0"}, {expo(0, 2), "0.00e+0"}, {expo(12345, -1), "1.2345e+4"}, {expo(12345, 2), "1.23e+4"}, {expo(25, 0), "3e+1"},
		{expo(-1.5e-9, 0), "-1e-9"}, {expo(99.9, 0), "1e+2"}, {expo(1000, -1), "1e+3"}, {expo(5e-324, 3), "4.941e-324"}, {expo(math.MaxFloat64, 0), "2e+308"},
		{prec(123.456, 4), "123.5"}, {prec(0.000123, 2), "0.00012"}, {prec(1e21, 3), "1.00e+21"}, {prec(0, 1), "0"}, {prec(nz, 3), "0.00"}, {prec(1234.5, 2), "1.2e+3"},
		{prec(1e-7, 2), "1.0e-7"}, {prec(0.000001, 2), "0.0000010"}, {prec(99.99, 3), "100"}, {prec(99.99, 2), "1.0e+2"}, {prec(1.25, 2), "1.3"}, {prec(-1.25, 2), "-1.3"}, {prec(5, 1), "5"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %s, want %s", c[0], c[1])
		}
	}
	// The longest texts fit.
	for _, f := range []float64{-999999999999999868928, -math.MaxFloat64, -5e-324, -1.234e-6} {
		if n := len(fixed(f, 100)) + len(expo(f, 100)) - len(expo(f, 100)); n > MaxFixedLen {
			t.Error(n)
		}
		prec(f, 100)
	}
}

func TestConvert(t *testing.T) {
	mod := func(f float64) uint32 {
		if !IsFinite(f) {
			return 0
		}
		i, _ := new(big.Float).SetFloat64(f).Int(nil)
		return uint32(new(big.Int).And(i, big.NewInt(0xFFFFFFFF)).Uint64())
	}
	r := rand.New(rand.NewSource(5))
	values := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2147483647, 2147483648, -2147483648, -2147483649, -2147483648.5, 4294967295, 4294967296, 4294967297.5, 1e300, -1e300, math.NaN(), math.Inf(1), math.Inf(-1), 5e-324, math.MaxFloat64, 1 << 52, 1<<53 + 2, -(1 << 62)}
	for i := 0; i < 100000; i++ {
		values = append(values, math.Float64frombits(r.Uint64()), math.Ldexp(r.Float64()-.5, r.Intn(100)))
	}
	for _, f := range values {
		if got, want := ToUint32(f), mod(f); got != want || ToInt32(f) != int32(want) {
			t.Fatalf("ToUint32(%v) = %d, want %d", f, got, want)
		}
		want := math.Trunc(f)
		if f != f {
			want = 0
		}
		if got := ToIntegerOrInfinity(f); got != want || math.Signbit(got) && got == 0 {
			t.Fatalf("ToIntegerOrInfinity(%v) = %v", f, got)
		}
		i, ok := IsInt32(f)
		if ok != (f == math.Trunc(f) && f >= math.MinInt32 && f <= math.MaxInt32 && !(f == 0 && math.Signbit(f))) || ok && float64(i) != f {
			t.Fatalf("IsInt32(%v) = %v, %v", f, i, ok)
		}
		if IsIntegral(f) != (IsFinite(f) && f == math.Trunc(f)) {
			t.Fatalf("IsIntegral(%v)", f)
		}
		if want := math.RoundToEven(math.Max(0, math.Min(255, f))); f == f && ToUint8Clamp(f) != uint8(want) {
			t.Fatalf("ToUint8Clamp(%v) = %v", f, ToUint8Clamp(f))
		}
		if ok && Hash(f) != HashInt32(i) {
			t.Fatalf("hash of %v", f)
		}
	}
	if Hash(0) != Hash(math.Copysign(0, -1)) || Hash(math.NaN()) != Hash(math.Float64frombits(0xFFF8000000000001)) {
		t.Error("hash disagrees with SameValueZero")
	}
	for _, c := range []struct {
		f         float64
		len, want int64
	}{{0, 5, 0}, {-1, 5, 4}, {-6, 5, 0}, {7, 5, 5}, {math.NaN(), 5, 0}, {math.Inf(-1), 5, 0}, {math.Inf(1), 5, 5}, {-0.5, 5, 0}, {2.9, 5, 2}, {-5, 5, 0}, {-2.9, 5, 3}, {-1, 0, 0}, {-1e300, MaxSafeInteger, 0}} {
		if got := RelativeIndex(c.f, c.len); got != c.want {
			t.Errorf("RelativeIndex(%v, %d) = %d, want %d", c.f, c.len, got, c.want)
		}
	}
	if i, ok := ToIndex(-0.9); i != 0 || !ok {
		t.Error("ToIndex(-0.9)")
	}
	for _, f := range []float64{-1, 1 << 53, math.Inf(1)} {
		if _, ok := ToIndex(f); ok {
			t.Errorf("ToIndex(%v)", f)
		}
	}
	if ToLength(math.Inf(1)) != MaxSafeInteger || ToLength(-3) != 0 || ToLength(3.7) != 3 {
		t.Error("ToLength")
	}
	if !SameValue(math.NaN(), math.NaN()) || SameValue(0, math.Copysign(0, -1)) || !SameValueZero(0, math.Copysign(0, -1)) || !SameValueZero(math.NaN(), math.NaN()) || SameValueZero(1, math.NaN()) {
		t.Error("SameValue")
	}
}

func TestIndices(t *testing.T) {
	for s, want := range map[string]int64{"0": 0, "1": 1, "01": -1, "4294967294": 4294967294, "4294967295": -1, "9999999999": -1, "": -1, "-1": -1, "1.0": -1, "a": -1, "00": -1, "12345678901": -1, "42": 42, "1 ": -1} {
		i, ok := ArrayIndexLatin1([]byte(s))
		j, ok16 := ArrayIndexUTF16(utf16Of(s))
		if ok != (want >= 0) || ok && int64(i) != want || ok16 != ok || j != i {
			t.Errorf("ArrayIndex(%q) = %d, %v", s, i, ok)
		}
	}
	if _, ok := ArrayIndexUTF16([]uint16{0x130}); ok {
		t.Error("U+0130 is no digit")
	}
	for s, want := range map[string]bool{"0": true, "-0": true, "1": true, "01": false, "1.5": true, "1.50": false, "1e21": false, "1e+21": true, "NaN": true, "Infinity": true, "-Infinity": true, "+1": false, "-5": true, "5e-324": true, "foo": false, "": false, "0x1": false, " 1": false, "Name": false, "-": false} {
		f, ok := CanonicalNumericIndexLatin1([]byte(s))
		g, ok16 := CanonicalNumericIndexUTF16(utf16Of(s))
		if ok != want || ok16 != want || ok && !SameValue(f, g) {
			t.Errorf("CanonicalNumericIndex(%q) = %v, %v", s, f, ok)
		}
	}
	for f, want := range map[float64]bool{0: true, 1.5: false, -1: false, 4294967294: true, 4294967295: false, math.Inf(1): false} {
		if _, ok := ArrayIndex(f); ok != want {
			t.Errorf("ArrayIndex(%v) = %v", f, ok)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	var buf [MaxRadixLen]byte
	hard := []byte("9007199254740993.00000000000000000000000000000000001")
	if n := testing.AllocsPerRun(100, func() {
		NumberToString(0.1234567, 10, buf[:])
		NumberToString(0.1234567, 3, buf[:])
		ToFixed(1e20, 100, buf[:])
		ToPrecision(1e-300, 100, buf[:])
		StringToNumberLatin1(hard)
		ParseIntLatin1(hard, 36)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzStringToNumber(f *testing.F) {
	for _, s := range []string{"", "1", "-1.5e10", "0x1f", "Infinity", " 1 ", "1e999", ".5", "9007199254740993"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b := []byte(s)
		var u []uint16
		for _, c := range b {
			u = append(u, uint16(c))
		}
		x, y := StringToNumberLatin1(b), StringToNumberUTF16(u)
		if !SameValue(x, y) {
			t.Fatalf("%q: %v and %v", s, x, y)
		}
		if !SameValue(ParseFloatLatin1(b), ParseFloatUTF16(u)) || !SameValue(ParseIntLatin1(b, 16), ParseIntUTF16(u, 16)) {
			t.Fatalf("%q: widths differ", s)
		}
		if want, err := strconv.ParseFloat(strings.Trim(s, " "), 64); err == nil && !strings.ContainsAny(s, "xXpP_iInN") && want != x {
			t.Fatalf("%q = %v, want %v", s, x, want)
		}
		if x == x {
			if back := StringToNumberLatin1([]byte(text(x, 10))); back != x {
				t.Fatalf("%v reads back as %v", x, back)
			}
		}
	})
}

func FuzzNumberToString(f *testing.F) {
	f.Add(uint64(0x3FB999999999999A), 10)
	f.Add(uint64(1), 2)
	f.Fuzz(func(t *testing.T, b uint64, radix int) {
		radix = 2 + int(uint(radix)%35)
		x := math.Float64frombits(b)
		s := text(x, radix)
		if radix == 10 {
			if got := StringToNumberLatin1([]byte(s)); got != x && x == x {
				t.Fatalf("%v → %s → %v", x, s, got)
			}
		}
		var buf [MaxFixedLen]byte
		ToFixed(x, radix, buf[:])
		ToPrecision(x, radix, buf[:])
		ToExponential(x, radix, buf[:])
	})
}

var benchValues = func() []float64 {
	r := rand.New(rand.NewSource(7))
	var v []float64
	for len(v) < 1024 {
		if f := math.Float64frombits(r.Uint64()); IsFinite(f) {
			v = append(v, f)
		}
	}
	return v
}()

func BenchmarkNumberToString(b *testing.B) {
	var buf [MaxDecimalLen]byte
	b.Run("random", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			NumberToString(benchValues[i&1023], 10, buf[:])
		}
	})
	b.Run("short", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			NumberToString(float64(i&1023)/8, 10, buf[:])
		}
	})
	b.Run("integer", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			NumberToString(float64(i&65535), 10, buf[:])
		}
	})
}

func BenchmarkStrconv(b *testing.B) { // the Go library, for comparison
	var buf [MaxDecimalLen]byte
	b.Run("format", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			strconv.AppendFloat(buf[:0], benchValues[i&1023], 'e', -1, 64)
		}
	})
	b.Run("parse", func(b *testing.B) {
		var texts [1024]string
		for i, f := range benchValues {
			texts[i] = text(f, 10)
		}
		for i := 0; i < b.N; i++ {
			strconv.ParseFloat(texts[i&1023], 64)
		}
	})
}

func BenchmarkParseFloat(b *testing.B) {
	var texts [1024][]byte
	for i, f := range benchValues {
		texts[i] = []byte(text(f, 10))
	}
	b.Run("random", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			StringToNumberLatin1(texts[i&1023])
		}
	})
	short := []byte("123.25")
	b.Run("short", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			StringToNumberLatin1(short)
		}
	})
	hard := []byte("9007199254740993.0")
	b.Run("middle", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			StringToNumberLatin1(hard)
		}
	})
}
