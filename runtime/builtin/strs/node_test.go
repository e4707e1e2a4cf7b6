package strs

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand"
	"os/exec"
	"strings"
	"testing"
	"unicode/utf16"

	"firn/heap"
)

func newHeap(t testing.TB) *heap.Heap {
	t.Helper()
	h, err := heap.NewCage(nil, heap.Geometry{Stack: 1 << 20, Nursery: 4 << 20, RAM: 512 << 20})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(h.Close)
	h.InitStrings()
	return h
}

// node runs a program that reads lines and prints lines.
func node(t *testing.T, program, input string) []string {
	t.Helper()
	path, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not in PATH: install Node.js 20 or newer to compare with it")
	}
	v, err := exec.Command(path, "-p", "process.versions.unicode").Output()
	if err != nil || strings.TrimSpace(string(v)) != "17.0" {
		t.Skipf("node has Unicode %s; install one with Unicode 17.0 to compare with it", bytes.TrimSpace(v))
	}
	cmd := exec.Command(path, "-e", program)
	cmd.Stdin = strings.NewReader(input)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	s := bufio.NewScanner(bytes.NewReader(out))
	s.Buffer(nil, 1<<26)
	for s.Scan() {
		lines = append(lines, s.Text())
	}
	return lines
}

func unitsHex(h *heap.Heap, ref uint32) string {
	v := h.View(ref)
	var b strings.Builder
	for i := uint32(0); i < v.Len; i++ {
		fmt.Fprintf(&b, "%04x", h.Unit(v, i))
	}
	return b.String()
}

const jsHex = `
const hex = s => { let r = ''; for (let i = 0; i < s.length; i++) r += s.charCodeAt(i).toString(16).padStart(4, '0'); return r; };
const unhex = x => String.fromCharCode(...(x.match(/..../g) || []).map(d => parseInt(d, 16)));
const ops = [s => s.toLowerCase(), s => s.toUpperCase(), s => s.normalize('NFC'), s => s.normalize('NFKC'), s => s.normalize('NFD'), s => s.normalize('NFKD')];
`

var opNames = [...]string{"lower", "upper", "NFC", "NFKC", "NFD", "NFKD"}

func applyOp(h *heap.Heap, op int, s uint32) (uint32, heap.Status) {
	switch op {
	case 0:
		return ToLower(h, s)
	case 1:
		return ToUpper(h, s)
	}
	return Normalize(h, s, op-2)
}

// TestAllCodePoints compares case mapping and normalisation of every code point
// (lone surrogates included) with node.
func TestAllCodePoints(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: takes seconds")
	}
	lines := node(t, jsHex+`
const out = [];
for (let cp = 0; cp <= 0x10FFFF; cp++) {
  const s = String.fromCodePoint(cp);
  ops.forEach((f, i) => { const r = f(s); if (r !== s) out.push(i + ' ' + cp + ' ' + hex(r)); });
}
console.log(out.join('\n'));`, "")
	type job struct {
		op int
		cp uint32
	}
	want := map[job]string{}
	for _, l := range lines {
		var j job
		var s string
		if _, err := fmt.Sscan(l, &j.op, &j.cp, &s); err != nil {
			t.Fatal(l, err)
		}
		want[j] = s
	}
	if len(want) < 30000 {
		t.Fatalf("node knows only %d mappings", len(want))
	}
	h := newHeap(t)
	mark := h.NurTop
	for cp := uint32(0); cp <= 0x10FFFF; cp++ {
		h.NurTop = mark
		s := h.CharPair(cp)
		for op := range opNames {
			r, st := applyOp(h, op, s)
			w, changes := want[job{op, cp}]
			if !changes {
				if st != heap.OK || !h.Equal(r, s) {
					t.Errorf("%s(%x) = %s, want the same", opNames[op], cp, unitsHex(h, r))
				}
				continue
			}
			if got := unitsHex(h, r); st != heap.OK || got != w {
				t.Errorf("%s(%x) = %s, want %s", opNames[op], cp, got, w)
			}
		}
	}
}

// TestRandomTextAgainstNode compares random texts, rich in combining marks,
// Hangul, sigmas and special cases.
func TestRandomTextAgainstNode(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	alphabets := [][]uint32{
		{'a', 'B', ' ', '.', 0x345, 0x2B0, 0x3A3, 0x3A3, 0x3C3, 0x3C2, 0xAD, '\'', 0x1F88, 0x130, 0xDF, 0xFB03, 0x10400},
		{'a', 'e', 0x300, 0x301, 0x323, 0x31B, 0x338, 0x1E69, 0x1EAD, 0x212B, 0x3B1, 0x345, 0x342, 0x315, 0x5B0, 0x1D15E, 0x0F73, 0x1100},
		{0x1100, 0x1161, 0x11A8, 0xAC00, 0xAC01, 0x11A7, 0x1176, 0x300, 0xD7A3, 0x1112, 0x1175, 0x11C2},
		{0xFDFA, 0xFB2C, 0x2126, 0xF900, 0x2F800, 0xBD, 0x2460, 0x3371, 0xD800, 0xDC00, 0x9C7, 0x9BE, 0x9D7, 0x110BA, 0x110A5, 0x16121, 0x1611E},
	}
	var in strings.Builder
	var texts [][]uint16
	for i := 0; i < 20000; i++ {
		a := alphabets[i%len(alphabets)]
		var u []uint16
		n := 1 + r.Intn(12)
		if i%500 == 1 {
			n = 200 // long runs of marks
		}
		for ; n > 0; n-- {
			c := a[r.Intn(len(a))]
			if r.Intn(20) == 0 {
				c = uint32(r.Intn(0x3000))
			}
			if c < 0x10000 {
				u = append(u, uint16(c))
			} else {
				u = append(u, utf16.Encode([]rune{rune(c)})...)
			}
		}
		texts = append(texts, u)
		for _, c := range u {
			fmt.Fprintf(&in, "%04x", c)
		}
		in.WriteByte('\n')
	}
	lines := node(t, jsHex+`
const lines = require('fs').readFileSync(0, 'latin1').split('\n'); lines.pop();
console.log(lines.map(l => { const s = unhex(l); return ops.map(f => hex(f(s))).join(' '); }).join('\n'));`, in.String())
	if len(lines) != len(texts) {
		t.Fatalf("%d answers to %d texts", len(lines), len(texts))
	}
	h := newHeap(t)
	mark := h.NurTop
	for i, u := range texts {
		h.NurTop = mark
		s := h.NewUnits(u)
		for op, want := range strings.Split(lines[i], " ") {
			got, st := applyOp(h, op, s)
			if st != heap.OK || unitsHex(h, got) != want {
				t.Fatalf("%s(%04x) = %s, want %s", opNames[op], u, unitsHex(h, got), want)
			}
		}
	}
}

// TestKernelsAgainstNode compares the other kernels on random short strings.
func TestKernelsAgainstNode(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	alphabet := []uint16{'a', 'b', '$', '&', '1', '\'', '`', ' ', 0xFEFF, 0x2028, '"', '\\', '\n', 8, 0x7F, 0xE9, 0x20AC, 0xD83D, 0xDE00, '%', '4', 'F', 'f', 'c', 'C', '3', ';', '/', 0x180E}
	word := func(n int) []uint16 {
		u := make([]uint16, r.Intn(n))
		for i := range u {
			u[i] = alphabet[r.Intn(len(alphabet))]
		}
		return u
	}
	type task struct {
		s, p, q []uint16
		n       uint32
	}
	var tasks []task
	var in strings.Builder
	for i := 0; i < 20000; i++ {
		k := task{word(16), word(3), word(8), uint32(r.Intn(20))}
		tasks = append(tasks, k)
		for _, w := range [][]uint16{k.s, k.p, k.q} {
			for _, c := range w {
				fmt.Fprintf(&in, "%04x", c)
			}
			in.WriteByte(',')
		}
		fmt.Fprintf(&in, "%d\n", k.n)
	}
	lines := node(t, jsHex+`
const attempt = f => { try { return hex(f()); } catch (e) { return e.name; } };
const lines = require('fs').readFileSync(0, 'latin1').split('\n'); lines.pop();
console.log(lines.map(l => {
  const [a, b, c, d] = l.split(','), s = unhex(a), p = unhex(b), q = unhex(c), n = +d;
  return [
    hex(s.trim()), hex(s.trimStart()), hex(s.trimEnd()), hex(s.repeat(n)), hex(s.padStart(n, p)), hex(s.padEnd(n, p)),
    s.startsWith(p, n), s.endsWith(p, n), s.indexOf(p, n), s.lastIndexOf(p, n), s.isWellFormed(), hex(s.toWellFormed()),
    s.split(p, n).map(hex).join('+'), s.split(p).length, hex(s.replace(p, q)), hex(s.replaceAll(p, q)), hex(JSON.stringify(s)),
    attempt(() => encodeURI(s)), attempt(() => encodeURIComponent(s)), attempt(() => decodeURI(s)), attempt(() => decodeURIComponent(s)),
  ].join(',');
}).join('\n'));`, in.String())
	if len(lines) != len(tasks) {
		t.Fatalf("%d answers to %d tasks", len(lines), len(tasks))
	}
	h := newHeap(t)
	mark := h.NurTop
	for i, k := range tasks {
		h.NurTop = mark
		s, p, q := h.NewUnits(k.s), h.NewUnits(k.p), h.NewUnits(k.q)
		hex := func(r uint32, st heap.Status) string {
			switch st {
			case heap.OK:
				return unitsHex(h, r)
			case heap.Malformed:
				return "URIError"
			}
			return fmt.Sprint("status ", st)
		}
		n := k.n
		clamped := n
		if l := h.StrLen(s); clamped > l {
			clamped = l
		}
		split := func(limit uint32) (string, uint32) {
			cell, count, _ := Split(h, s, p, limit)
			var parts []string
			for j := uint32(0); j < count; j++ {
				parts = append(parts, unitsHex(h, h.Val(cell+heap.OffValues+8*j).Ref()))
			}
			return strings.Join(parts, "+"), count
		}
		parts, _ := split(n)
		_, count := split(0xFFFFFFFF)
		var quoted heap.StrBuilder
		quoted.Start(h, 0)
		QuoteJSON(h, &quoted, h.View(s))
		got := []string{
			unitsHex(h, Trim(h, s, TrimStart|TrimEnd)), unitsHex(h, Trim(h, s, TrimStart)), unitsHex(h, Trim(h, s, TrimEnd)),
			hex(Repeat(h, s, n)), hex(Pad(h, s, uint64(n), p, true)), hex(Pad(h, s, uint64(n), p, false)),
			fmt.Sprint(StartsWith(h, s, p, clamped)), fmt.Sprint(EndsWith(h, s, p, clamped)),
			fmt.Sprint(int32(IndexOf(h, s, p, clamped))), fmt.Sprint(int32(LastIndexOf(h, s, p, n))),
			fmt.Sprint(IsWellFormed(h, s)), hex(ToWellFormed(h, s)),
			parts, fmt.Sprint(count), hex(ReplaceFirst(h, s, p, q)), hex(ReplaceAll(h, s, p, q)), hex(quoted.Finish()),
			hex(EncodeURI(h, s, URI)), hex(EncodeURI(h, s, Component)), hex(DecodeURI(h, s, URI)), hex(DecodeURI(h, s, Component)),
		}
		for j, want := range strings.Split(lines[i], ",") {
			if got[j] != want {
				t.Fatalf("answer %d for s=%04x p=%04x q=%04x n=%d: %s, want %s", j, k.s, k.p, k.q, n, got[j], want)
			}
		}
	}
}
