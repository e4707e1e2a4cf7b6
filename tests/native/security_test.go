//go:build linux && amd64 && !firn_nojit

package native

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	bench "firn/bench/programs"
	"firn/ir/ssa"
	"firn/jit"
	"firn/jit/amd64"
	"firn/jit/backend"
	"firn/runtime"
	"firn/tests/native/gen"
	"firn/tests/race"
)

// inspected is a mode that shows every piece of code to see.
func inspected(see func(f *ssa.Func, c *backend.Code)) Mode {
	return Mode{Name: "inspected", Slow: 10, Configure: func(c *runtime.Config, seed int64) {
		co := jit.CompilerOptions{Intrinsics: intrinsics(), Done: see} // and a random key
		withJIT(c, seed, jit.Options{Always: true, Compiler: jit.NewCompiler(co)}, co)
	}}
}

// TestContained decodes all code that is made of the bench programs and of generated ones: no operand can be outside of the cage,
// the frame, the context and the native stack, whatever the program's values are, and no index of the cage can have more than 32 bits.
func TestContained(t *testing.T) {
	pieces, size, failures := 0, 0, 0
	seen := map[[2]int]bool{}
	mode := inspected(func(f *ssa.Func, c *backend.Code) {
		code := amd64.CodeSize(c.Bytes)
		// Programs compile library functions again and again.
		key := [2]int{len(c.Bytes), int(binary.LittleEndian.Uint32(c.Bytes[len(c.Bytes)/2:]))}
		if seen[key] || failures > 10 {
			return
		}
		seen[key] = true
		pieces++
		size += len(c.Bytes)
		found := append(amd64.Scan(c.Bytes[:code], len(c.Bytes)), amd64.Narrow(c, code, 0)...)
		for _, v := range found {
			// The table of entries is outside the cage; its address is the context's.
			if v.Text != "mov rax, qword ptr [rcx+8*rax]" {
				failures++
				t.Errorf("%s: %v", f.Name, v)
			}
		}
	})
	run := func(name, source string, seed int64) {
		if _, err := mode.Run(name, source, seed, time.Minute); err != nil && err != ErrSlow {
			t.Errorf("%s: %v", name, err)
		}
	}
	seeds := int64(30)
	if testing.Short() || race.Enabled {
		seeds = 6
	}
	for seed := int64(0); seed < seeds; seed++ {
		run(fmt.Sprint("seed", seed), gen.New(seed, gen.Options{Own: true, Steps: 8000}).Source(), seed)
	}
	programs, err := bench.All()
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range programs {
		if (testing.Short() || race.Enabled) && i%5 != 0 {
			continue
		}
		source, err := p.Source(bench.Small)
		if err != nil {
			t.Fatal(err)
		}
		run(p.Name, source, 1)
	}
	t.Logf("%d pieces of code, %d bytes", pieces, size)
	if pieces < 100 {
		t.Errorf("only %d pieces of code were seen", pieces)
	}
}

// TestChosenBytes: constants that a program is full of do not appear in its code.
func TestChosenBytes(t *testing.T) {
	const word = 0x5A17C9E3
	double := math.Float64frombits(0x4142D3C4E5F60718)
	var source strings.Builder
	fmt.Fprintf(&source, "function f(a, o) { let x = a | 0, y = a * 0.5, s = 0;\n")
	for i := 0; i < 8; i++ {
		fmt.Fprintf(&source, "x = (x ^ %d) | 0; x = (x + %d) | 0; if (x === %d) s++; if (x < %d) s ^= %d; y += %v; y = y * %v; if (y > %v) y = %v; s = (s + Math.imul(x, %d)) | 0; x &= %d; o.p = %d; o.q = %v; o[0] = %d; s = (s + %d) | 0;\n",
			word, word, word, word, word, double, double, double, double, word, word, word, double, word, word)
	}
	fmt.Fprintf(&source, "return x + y + s + [%d, %v, %d].length; }\nlet t = 0; for (let i = 0; i < 300; i++) t += f(i, {}) & 1; print(t);", word, double, -word)
	patterns := map[string][]byte{}
	add := func(name string, v uint64, size int) {
		patterns[name] = binary.LittleEndian.AppendUint64(nil, v)[:size]
	}
	add("the integer", word, 4)
	add("the integer negated", 1<<32-word, 4)
	add("the integer's complement", uint64(^uint32(word)), 4)
	add("the double", math.Float64bits(double), 8)
	add("half of the double", math.Float64bits(double)&0xffffffff, 4)
	pieces := 0
	mode := inspected(func(f *ssa.Func, c *backend.Code) {
		pieces++
		for name, p := range patterns {
			if at := bytes.Index(c.Bytes, p); at >= 0 {
				t.Errorf("%s: %s is in the code at %#x", f.Name, name, at)
			}
		}
	})
	r, err := mode.Run("chosen", source.String(), 1, time.Minute)
	if err != nil || r.Failure != "" {
		t.Fatal(err, r)
	}
	if pieces < 2 {
		t.Errorf("only %d pieces of code were seen", pieces)
	}
}

// TestPages: while native code is made and executed, no page of the process is executable and writable at one address, and
// code that has been published is not writable where it is executed.
func TestPages(t *testing.T) {
	executable := func() (n int) {
		maps, err := os.ReadFile("/proc/self/maps")
		if err != nil {
			t.Skip("without /proc the process's mappings cannot be seen:", err)
		}
		for _, line := range strings.Split(string(maps), "\n") {
			f := strings.Fields(line)
			if len(f) < 2 {
				continue
			}
			if strings.Contains(f[1], "x") {
				n++
				if strings.Contains(f[1], "w") {
					t.Errorf("writable and executable: %s", line)
				}
			}
		}
		return n
	}
	looks, done := 0, make(chan bool)
	mode := inspected(func(f *ssa.Func, c *backend.Code) {})
	go func() {
		defer close(done)
		for seed := int64(100); seed < 104; seed++ {
			if _, err := mode.Run("p", gen.New(seed, gen.Options{Own: true, Steps: 4000}).Source(), seed, time.Minute); err != nil && err != ErrSlow {
				t.Error(err)
			}
		}
	}()
	for {
		select {
		case <-done:
			if looks == 0 {
				t.Error("nobody looked")
			}
			return
		default:
			if executable() == 0 {
				t.Error("nothing is executable")
			}
			looks++
			time.Sleep(time.Millisecond)
		}
	}
}
