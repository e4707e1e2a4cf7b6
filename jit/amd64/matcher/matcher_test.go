package matcher

import (
	"regexp"
	"testing"

	"firn/jit/amd64"
	"firn/jit/backend"
	source "firn/runtime/builtin/regexp"
)

// others are the instructions that the scan for compiled functions does not allow
// and that code of this package has: reads of the text, of the tables and of the
// table of places, which it goes to.
var others = regexp.MustCompile(`^(movzx|mov|cmp|xor) \w+, (byte|word|dword) ptr \[r9\+(2\*)?r(si|ax)([+-]0x[0-9a-f]+)?\]$|` +
	`^cmp (byte|word) ptr \[r9\+(2\*)?rsi([+-]0x[0-9a-f]+)?\], (r|-?0x)?\w+$|^test byte ptr \[rbp\+rax([+-]0x[0-9a-f]+)?\], |^mov eax, dword ptr \[rax\+rcx\]$|^jmp rax$`)

// TestCage checks the code of patterns with all instructions, from each place where
// it can be entered: memory is the cage by 32 bits, the state, the text or a table.
func TestCage(t *testing.T) {
	narrow := backend.Regs(backend.Reg(rPos), backend.Reg(rSP), backend.Reg(rRegs), backend.Reg(rEnd), backend.Reg(rLimit), backend.Reg(rD))
	for _, c := range []struct{ pattern, flags string }{
		{"abcdef(a|b)*c+?d{2,5}?[a-z]{3}.*x$", ""}, {"(?<=a(b))(?<!c)\\b\\B(?=d)(?!e)\\1", ""}, {"(?:(a)|b?){2,9}?^a$", "ms"}, {"[^a]*?b(?:|a)+\\w+é", "i"},
		{"\\u0161\\u0162\\u0163.[\\u0100-\\u0200\\u0300]+[^]", ""}, {"\\p{Lu}+.a*?[^b]{2}?", "u"}, {"\\d+\\.\\d*a??(x*)*y", "y"},
	} {
		p, err := source.Compile(c.pattern, c.flags)
		if err != nil {
			t.Fatal(err)
		}
		for _, wide := range []bool{false, true} {
			code, err := Compile(p.Code, wide, 0x12345678)
			if err != nil {
				t.Fatalf("/%s/: %v", c.pattern, err)
			}
			size := len(code.Bytes)
			for _, v := range amd64.Scan(code.Bytes, size) {
				if !others.MatchString(v.Text) {
					t.Errorf("/%s/, wide %v: %v", c.pattern, wide, v)
				}
			}
			seen := map[uint32]bool{}
			var entries []int
			for _, at := range code.Jumps {
				if !seen[at] {
					seen[at] = true
					entries = append(entries, int(at))
				}
			}
			for _, v := range amd64.Narrow(&backend.Code{Bytes: code.Bytes, OSR: -1}, size, narrow, entries...) {
				t.Errorf("/%s/, wide %v: %v", c.pattern, wide, v)
			}
			if len(seen) < 5 {
				t.Errorf("/%s/: only %d entries", c.pattern, len(seen))
			}
		}
	}
}

// TestRefused checks what is no program.
func TestRefused(t *testing.T) {
	p, err := source.Compile("a(b|c)*d", "")
	if err != nil {
		t.Fatal(err)
	}
	for n := range p.Code {
		if _, err := Compile(p.Code[:n], false, 0); err == nil && n < len(p.Code)-64 {
			t.Errorf("the first %d bytes are compiled", n)
		}
		for _, x := range []byte{0x80, 0xFF, 0x17} {
			b := append([]byte(nil), p.Code...)
			b[n] ^= x
			Compile(b, n&1 != 0, 0) // whatever it gives
		}
	}
}

// BenchmarkCompile compiles the pattern of a line of a log.
func BenchmarkCompile(b *testing.B) {
	p, err := source.Compile(`^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d) \[([\w.-]+)\] ((?:\d{1,3}\.){3}\d{1,3}) "([A-Z]+) ([^"]*)" (\d{3}) (.*?)(?: user=(.+))? #(\d+)$`, "")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Compile(p.Code, false, 0x12345678); err != nil {
			b.Fatal(err)
		}
	}
}
