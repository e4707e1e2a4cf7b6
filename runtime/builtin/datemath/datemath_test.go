package datemath

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"math/rand"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

var nodeCount = flag.Int("node.count", 50000, "random dates to compare with node")

func parse(s string) float64 {
	wide := make([]uint16, 0, len(s))
	narrow := make([]byte, 0, len(s))
	latin1 := true
	for _, r := range s {
		wide = append(wide, uint16(r))
		narrow = append(narrow, byte(r))
		latin1 = latin1 && r < 0x100
	}
	t := ParseUTF16(wide)
	if latin1 {
		if u := ParseLatin1(narrow); u != t && !(u != u && t != t) {
			panic(fmt.Sprintf("%q: %v and %v", s, t, u))
		}
	}
	return t
}

func format(f func(float64, []byte) int, t float64) string {
	var buf [MaxLen]byte
	return string(buf[:f(t, buf[:])])
}

func randomTimes(n int) []float64 {
	r := rand.New(rand.NewSource(1))
	v := []float64{0, -1, 1, MaxTime, -MaxTime, -62167219200000, -62167219200001, 951782400000, 253402300800000, 253402300799999, -62198755200000}
	for len(v) < n {
		switch len(v) % 3 {
		case 0:
			v = append(v, float64(r.Int63n(2*864e13)-864e13))
		case 1:
			v = append(v, float64(r.Int63n(4e12)-1e12))
		default:
			v = append(v, float64(r.Int63n(200000000)-100000000)*864e5)
		}
	}
	for i := range v {
		v[i] = math.Max(-MaxTime, math.Min(MaxTime, v[i]))
	}
	return v
}

// TestSplit compares the calendar with the Go library's.
func TestSplit(t *testing.T) {
	for _, tv := range randomTimes(100000) {
		var f Fields
		Split(tv, &f)
		g := time.UnixMilli(int64(tv)).UTC()
		want := Fields{int32(g.Year()), int32(g.Month()) - 1, int32(g.Day()), int32(g.Weekday()), int32(g.Hour()), int32(g.Minute()), int32(g.Second()), int32(g.Nanosecond() / 1e6)}
		if f != want {
			t.Fatalf("%v: %+v, want %+v", tv, f, want)
		}
		parts := Fields{YearFromTime(tv), MonthFromTime(tv), DateFromTime(tv), WeekDay(tv), HourFromTime(tv), MinFromTime(tv), SecFromTime(tv), MsFromTime(tv)}
		if parts != want {
			t.Fatalf("%v: %+v, want %+v", tv, parts, want)
		}
		day := MakeDay(float64(f.Year), float64(f.Month), float64(f.Date))
		tod := MakeTime(float64(f.Hour), float64(f.Minute), float64(f.Second), float64(f.Ms))
		if day != Day(tv) || tod != TimeWithinDay(tv) || TimeClip(MakeDate(day, tod)) != tv {
			t.Fatalf("%v does not come back", tv)
		}
		for _, f := range []func(float64, []byte) int{FormatISO, FormatString, FormatUTC} {
			want := tv
			s := format(f, tv)
			if !strings.HasSuffix(s, "Z") {
				want = math.Floor(tv/1000) * 1000
			}
			// The free format reads abbreviated and negative years differently.
			if y := YearFromTime(tv); (y > 99 || strings.HasSuffix(s, "Z")) && parse(s) != want {
				t.Fatalf("%q = %v, want %v", s, parse(s), want)
			}
		}
	}
}

func TestMake(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for i, c := range [][2]float64{
		{MakeTime(nan, 0, 0, 0), nan}, {MakeTime(0, inf, 0, 0), nan}, {MakeTime(1.9, -1.9, 0, 0), 3540000}, {MakeTime(0, 0, 0, -0.5), 0},
		{MakeDay(1970, 0, 1), 0}, {MakeDay(1970, 12, 1), 365}, {MakeDay(1970, -1, 1), -31}, {MakeDay(2000, 1, 29), 11016}, {MakeDay(1970, 0, 213503982336), 213503982335},
		{MakeDay(inf, 0, 1), nan}, {MakeDay(1970, nan, 1), nan}, {MakeDay(1970, 0, inf), nan}, {MakeDay(1e7, 0, 1), nan}, {MakeDay(nan, 0, 1), nan},
		{MakeDate(1, 1), 86400001}, {MakeDate(inf, 0), nan}, {MakeDate(1e308, 1), nan}, {MakeDate(0, nan), nan},
		{MakeFullYear(0), 1900}, {MakeFullYear(99.9), 1999}, {MakeFullYear(100), 100}, {MakeFullYear(-1), -1}, {MakeFullYear(nan), nan}, {MakeFullYear(-0.5), 1900},
		{TimeClip(MaxTime), MaxTime}, {TimeClip(MaxTime + 1), nan}, {TimeClip(-1.5), -1}, {TimeClip(inf), nan}, {TimeClip(nan), nan},
	} {
		if c[0] != c[1] && !(c[0] != c[0] && c[1] != c[1]) {
			t.Errorf("#%d: %v, want %v", i, c[0], c[1])
		}
	}
	if z := TimeClip(math.Copysign(0, -1)); math.Signbit(z) {
		t.Error("TimeClip(-0) is -0")
	}
}

func TestFormat(t *testing.T) {
	for _, c := range [][2]string{
		{format(FormatISO, 0), "1970-01-01T00:00:00.000Z"}, {format(FormatISO, MaxTime), "+275760-09-13T00:00:00.000Z"}, {format(FormatISO, -MaxTime), "-271821-04-20T00:00:00.000Z"},
		{format(FormatISO, -62167219200001), "-000001-12-31T23:59:59.999Z"}, {format(FormatISO, 253402300800000), "+010000-01-01T00:00:00.000Z"},
		{format(FormatUTC, 0), "Thu, 01 Jan 1970 00:00:00 GMT"}, {format(FormatUTC, -62167219200001), "Fri, 31 Dec -0001 23:59:59 GMT"},
		{format(FormatString, 951782400000), "Tue Feb 29 2000 00:00:00 GMT+0000 (Coordinated Universal Time)"}, {format(FormatDate, 0), "Thu Jan 01 1970"},
		{format(FormatTime, 45296000), "12:34:56 GMT+0000 (Coordinated Universal Time)"}, {format(FormatString, math.NaN()), "Invalid Date"}, {format(FormatUTC, math.NaN()), "Invalid Date"},
		{format(FormatDate, math.NaN()), "Invalid Date"}, {format(FormatTime, math.NaN()), "Invalid Date"}, {format(FormatDate, -MaxTime), "Tue Apr 20 -271821"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s, want %s", c[0], c[1])
		}
	}
}

func TestParse(t *testing.T) {
	nan := math.NaN()
	for s, want := range map[string]float64{
		"1970": 0, "1970-01": 0, "1970-01-01": 0, "1970-01-01T00:00": 0, "1970-01-01T00:00:00": 0, "1970-01-01T00:00:00.001": 1, "1970-01-01T00:00:00.001Z": 1,
		"1970-01-01T00:00+01:00": -3600000, "1970-01-01T00:00:00.000-01:30": 5400000, "1970-01-01T24:00Z": 86400000, "1970-01-01T24:00:00.001Z": nan, "1970-01-01T24:01Z": nan,
		"+001970-01-01": 0, "-000001-12-31T23:59:59.999Z": -62167219200001, "-000000": nan, "-000000-01-01": nan, "-000000-01-01T00:00:00Z": nan, "+275760-09-13T00:00:00.000Z": MaxTime,
		"+275760-09-13T00:00:00.001Z": nan, "-271821-04-19T23:59:59.999Z": nan, "2001-02-29": 983404800000, "2001-02-32": nan, "2001-13-01": nan, "2001-00-01": nan, "": nan, "x": nan,
		"1970-01-01T25:00Z": nan, "1970-01-01T0:00Z": nan, "1970-01-01T00": nan, "1970-01-01T00:60": nan, "1970T00:00Z": 0, "1970-01T10:00": 36000000,
		"Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)": 0, "Thu, 01 Jan 1970 00:00:00 GMT": 0, "Thu Jan 01 1970 00:00:00 GMT+0130 (CET)": -5400000,
		"Jan 1, 2020 10:00": 1577872800000, "2020/01/02": 1577923200000, "1 January 2000 00:00:00 GMT+0100": 946681200000, "1/2/2000": 946771200000, "12:00 PM 1/1/1970": 43200000,
		"1/1/1970 12:00 am": 0, "1/1/70 13:00 pm": nan, "Sat, 3 Feb 49": 2495836800000, "3 Feb 50": -628387200000 + 0, "1 Foo 2000": nan, "Foo 1 Jan 1970": 0, "Jan 1 1970 EST": 18000000,
	} {
		if s == "3 Feb 50" {
			want = float64(time.Date(1950, 2, 3, 0, 0, 0, 0, time.UTC).UnixMilli())
		}
		if s == "Sat, 3 Feb 49" {
			want = float64(time.Date(2049, 2, 3, 0, 0, 0, 0, time.UTC).UnixMilli())
		}
		if got := parse(s); got != want && !(got != got && want != want) {
			t.Errorf("%q = %v, want %v", s, got, want)
		}
	}
}

// randomText puts together fragments that occur in dates, in sensible and senseless orders.
func randomText(r *rand.Rand) string {
	fragments := []string{"0", "1", "12", "13", "31", "32", "59", "60", "99", "100", "2000", "2024", "1970", "1234567890123", "007", "001999", "+", "-", ":", "::", ".", ",", "/", " ", " ", " ", "T", "t", "Z", "z",
		"GMT", "UTC", "UT", "EST", "PDT", "AM", "pm", "Jan", "february", "Dec", "Sept", "Mond", "foo", "(", ")", "(x)", "(a(b)c)", "+0100", "-05:30", "10:00", "10:00:00", "10:20:30.123", "\u00a0", "\u2028", "é", "\u0410", "\t", "_", "24:00", "2000-01-02", "T10:00", "+020000-01-01", "1.5", "\n", "sepx", "mayday"}
	switch r.Intn(4) {
	case 0:
		var b strings.Builder
		for i := r.Intn(8); i >= 0; i-- {
			b.WriteString(fragments[r.Intn(len(fragments))])
		}
		return b.String()
	case 1:
		s := fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", r.Intn(9999), r.Intn(14), r.Intn(33), r.Intn(26), r.Intn(61), r.Intn(61), r.Intn(1000))
		if r.Intn(2) == 0 {
			s = s[:r.Intn(len(s)+1)]
		}
		return s + fragments[r.Intn(len(fragments))]
	case 2:
		months := []string{"Jan", "Feb", "March", "apr", "MAY", "June", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
		return fmt.Sprintf("%s %d%s %d %d:%02d%s", months[r.Intn(12)], 1+r.Intn(31), []string{"", ","}[r.Intn(2)], r.Intn(3000), r.Intn(25), r.Intn(60), []string{"", " PM", " GMT", " GMT+0200", "Z", ":30", ":30.5 EST"}[r.Intn(7)])
	}
	return fmt.Sprintf("%d/%d/%d%s", r.Intn(40), r.Intn(40), r.Intn(2100), fragments[r.Intn(len(fragments))])
}

var hugeOffset = regexp.MustCompile(`[-+][0-9]{6,}:`)

func runNode(t *testing.T, script string, in, out any) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not in PATH: install Node.js 20 or newer to compare with it")
	}
	data, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "-e", `const fs = require("fs"); const v = JSON.parse(fs.readFileSync(0, "utf8")); const r = Buffer.from(JSON.stringify(v.map(`+script+`)));
let p = 0; while (p < r.length) { try { p += fs.writeSync(1, r, p); } catch (e) { if (e.code !== "EAGAIN") throw e; } }`)
	cmd.Env = append(os.Environ(), "TZ=UTC", "LANG=C")
	cmd.Stdin = bytes.NewReader(data)
	b, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	if err := json.Unmarshal(b, out); err != nil {
		t.Fatal(err)
	}
}

func TestParseAgainstNode(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	var in []string
	for len(in) < *nodeCount {
		in = append(in, randomText(r))
	}
	var out []string
	runNode(t, `s => String(Date.parse(s))`, in, &out)
	bad := 0
	valid := 0
	for i, s := range in {
		want, err := strconv.ParseFloat(out[i], 64)
		if err != nil {
			t.Fatal(err)
		}
		if want == want {
			valid++
		}
		// V8 takes the year -000000 for other numbers and lets huge offsets wrap around.
		if strings.HasPrefix(s, "-000000") || hugeOffset.MatchString(s) {
			continue
		}
		if got := parse(s); got != want && !(got != got && want != want) {
			if bad++; bad < 10 {
				t.Errorf("%q = %v, node says %v", s, got, want)
			}
		}
	}
	if bad > 0 || valid < len(in)/5 {
		t.Errorf("%d of %d differ, %d are dates", bad, len(in), valid)
	}
}

func TestFormatAgainstNode(t *testing.T) {
	in := randomTimes(*nodeCount / 5)
	var out []string
	runNode(t, `t => { const d = new Date(t); return [d.toISOString(), d.toUTCString(), d.toString(), d.toDateString(), d.toTimeString()].join("|"); }`, in, &out)
	for i, tv := range in {
		got := strings.Join([]string{format(FormatISO, tv), format(FormatUTC, tv), format(FormatString, tv), format(FormatDate, tv), format(FormatTime, tv)}, "|")
		if got != out[i] {
			t.Fatalf("%v: %s, node says %s", tv, got, out[i])
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("2000-01-01T00:00:00Z")
	f.Add("Jan 1, 2020 10:00 (x) GMT+0100")
	f.Fuzz(func(t *testing.T, s string) {
		if tv := parse(s); tv == tv && TimeClip(tv) != tv {
			t.Fatalf("%q = %v", s, tv)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	s := []byte("2020-01-02T03:04:05.678Z")
	for i := 0; i < b.N; i++ {
		ParseLatin1(s)
	}
}

func BenchmarkFormatISO(b *testing.B) {
	var buf [MaxLen]byte
	for i := 0; i < b.N; i++ {
		FormatISO(1577934245678, buf[:])
	}
}
