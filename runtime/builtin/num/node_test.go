package num

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"flag"
	"math"
	"math/rand"
	"os/exec"
	"testing"
)

var nodeCount = flag.Int("node.count", 200000, "random doubles to compare with node")

// nodePath is where node is. Without it the test is skipped.
func nodePath(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not in PATH: install Node.js 20 or newer to compare with it")
	}
	return path
}

// node runs a script with input on stdin and returns the lines it prints.
func node(t *testing.T, script string, input []byte) []string {
	t.Helper()
	path := nodePath(t)
	cmd := exec.Command(path, "-e", script)
	cmd.Stdin = bytes.NewReader(input)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	var lines []string
	for s := bufio.NewScanner(bytes.NewReader(out)); s.Scan(); {
		lines = append(lines, s.Text())
	}
	return lines
}

// readDoubles is the head of every script: d is a Float64Array of the input.
const readDoubles = `const b = require("fs").readFileSync(0); const d = new Float64Array(b.buffer.slice(b.byteOffset, b.byteOffset + b.length)); let o = [];
const all = f => { for (let i = 0; i < d.length; i++) o.push(f(d[i], i)); let s = o.join("\n") + "\n", p = 0; s = Buffer.from(s); while (p < s.length) { try { p += require("fs").writeSync(1, s, p); } catch (e) { if (e.code !== "EAGAIN") throw e; } } };
`

func randomDoubles(seed int64, n int) []float64 {
	r := rand.New(rand.NewSource(seed))
	v := []float64{0, 1, 0.5, 1e21, 1e-7, 5e-324, math.MaxFloat64, 1 << 53, 0.1, 1.0 / 3}
	for len(v) < n {
		f := math.Float64frombits(r.Uint64())
		switch len(v) % 5 {
		case 1:
			f = float64(r.Intn(1<<30)) / float64(1+r.Intn(1000))
		case 2:
			f = math.Ldexp(float64(r.Int63()), -r.Intn(120))
		case 3:
			f = float64(r.Intn(2000000)-1000000) / 1000
		}
		v = append(v, f)
	}
	return v
}

func encode(v []float64) []byte {
	b := make([]byte, 0, 8*len(v))
	for _, f := range v {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(f))
	}
	return b
}

func compare(t *testing.T, v []float64, lines []string, got func(f float64, i int) string) {
	t.Helper()
	if len(lines) != len(v) {
		t.Fatalf("%d lines for %d values", len(lines), len(v))
	}
	bad := 0
	for i, f := range v {
		if g := got(f, i); g != lines[i] {
			t.Errorf("%v (%x) #%d: %s, node says %s", f, math.Float64bits(f), i, g, lines[i])
			if bad++; bad > 10 {
				t.FailNow()
			}
		}
	}
}

func TestAgainstNode(t *testing.T) {
	nodePath(t)
	t.Run("toString", func(t *testing.T) {
		const block = 1000000 // what node holds in memory at once
		for done := 0; done < *nodeCount; done += block {
			v := randomDoubles(int64(11+done), min(block, *nodeCount-done))
			compare(t, v, node(t, readDoubles+`all(x => String(x))`, encode(v)), func(f float64, i int) string {
				s := text(f, 10)
				if got := StringToNumberLatin1([]byte(s)); got != f && f == f {
					t.Fatalf("%s reads back as %v", s, got)
				}
				return s
			})
		}
	})
	t.Run("radix", func(t *testing.T) {
		v := randomDoubles(12, *nodeCount/8)
		compare(t, v, node(t, readDoubles+`all((x, i) => x.toString(2 + i % 35))`, encode(v)), func(f float64, i int) string {
			return text(f, 2+i%35)
		})
	})
	var buf [MaxFixedLen]byte
	t.Run("toFixed", func(t *testing.T) {
		v := randomDoubles(13, *nodeCount/8)
		compare(t, v, node(t, readDoubles+`all((x, i) => x.toFixed(i % 7 ? i % 9 : i % 101))`, encode(v)), func(f float64, i int) string {
			n := i % 9
			if i%7 == 0 {
				n = i % 101
			}
			return string(buf[:ToFixed(f, n, buf[:])])
		})
	})
	t.Run("toExponential", func(t *testing.T) {
		v := randomDoubles(14, *nodeCount/8)
		compare(t, v, node(t, readDoubles+`all((x, i) => i % 3 ? x.toExponential(i % 101) : x.toExponential())`, encode(v)), func(f float64, i int) string {
			n := i % 101
			if i%3 == 0 {
				n = -1
			}
			return string(buf[:ToExponential(f, n, buf[:])])
		})
	})
	t.Run("toPrecision", func(t *testing.T) {
		v := randomDoubles(15, *nodeCount/8)
		compare(t, v, node(t, readDoubles+`all((x, i) => x.toPrecision(1 + i % 100))`, encode(v)), func(f float64, i int) string {
			return string(buf[:ToPrecision(f, 1+i%100, buf[:])])
		})
	})
	t.Run("ToInt32", func(t *testing.T) {
		v := randomDoubles(16, *nodeCount/8)
		compare(t, v, node(t, readDoubles+`all((x, i) => i % 2 ? x | 0 : x >>> 0)`, encode(v)), func(f float64, i int) string {
			if i%2 != 0 {
				return text(float64(ToInt32(f)), 10)
			}
			return text(float64(ToUint32(f)), 10)
		})
	})
}
