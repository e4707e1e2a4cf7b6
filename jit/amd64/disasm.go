package amd64

import (
	"encoding/binary"
	"fmt"
	"sort"
	"strings"

	"golang.org/x/arch/x86/x86asm"
)

// Lister writes machine code as text, in Intel's notation. Targets of jumps and
// constants get labels by their order, so that a change of one place does not show
// everywhere.
type Lister struct {
	// Base is the address of the code.
	Base uint64
	// Offsets says whether lines begin with addresses and jumps show theirs.
	Offsets bool
	// CodeSize is where the constants begin; 0 if there are none.
	CodeSize int
	// Notes are comments before the instructions at some offsets.
	Notes map[int]string
}

// Disassemble lists code that has no constants behind it.
func Disassemble(code []byte, base uint64) string {
	l := Lister{Base: base, Offsets: true}
	return l.List(code)
}

// List is the listing of code and constants. A byte that is no instruction is
// listed as ".byte".
func (l *Lister) List(code []byte) string {
	size := l.CodeSize
	if size == 0 {
		size = len(code)
	}
	list := decodeAll(code[:size])
	labels := targets(list, size, len(code))
	var b strings.Builder
	line := func(at int, text string) {
		if note, ok := l.Notes[at]; ok {
			for _, s := range strings.Split(note, "\n") {
				b.WriteString("; " + s + "\n")
			}
		}
		if name, ok := labels[at]; ok {
			b.WriteString(name + ":\n")
		}
		if l.Offsets {
			fmt.Fprintf(&b, "%8x", l.Base+uint64(at))
		}
		b.WriteString("\t" + text + "\n")
	}
	for _, d := range list {
		line(d.at, l.text(&d, labels, code))
	}
	for at := (size + 15) &^ 15; at < len(code); at += 8 {
		if len(code)-at < 8 {
			line(at, fmt.Sprintf(".byte % x", code[at:]))
			break
		}
		line(at, fmt.Sprintf(".quad %#016x", binary.LittleEndian.Uint64(code[at:])))
	}
	return b.String()
}

// decoded is an instruction and where it is; if bad, one byte.
type decoded struct {
	at   int
	inst x86asm.Inst
	bad  bool
}

func decodeAll(code []byte) []decoded {
	var list []decoded
	for at := 0; at < len(code); {
		d := decoded{at: at}
		inst, err := x86asm.Decode(code[at:], 64)
		d.inst = inst
		if err != nil || inst.Len == 0 {
			d.bad, d.inst.Len = true, 1
		}
		// x/arch does not extend the sign of 32-bit displacements.
		for i, a := range d.inst.Args {
			if m, ok := a.(x86asm.Mem); ok {
				m.Disp = int64(int32(m.Disp))
				d.inst.Args[i] = m
			}
		}
		list = append(list, d)
		at += d.inst.Len
	}
	return list
}

// target is where a jump or a memory operand relative to RIP points.
func (d *decoded) target() (offset int, ok bool) {
	if d.bad {
		return 0, false
	}
	end := int64(d.at + d.inst.Len)
	for _, a := range d.inst.Args {
		switch a := a.(type) {
		case x86asm.Rel:
			return int(end + int64(a)), true
		case x86asm.Mem:
			if a.Base == x86asm.RIP {
				return int(end + a.Disp), true
			}
		}
	}
	return 0, false
}

// targets names the offsets that are pointed to: L for code, C for constants.
func targets(list []decoded, size, all int) map[int]string {
	var at []int
	seen := map[int]bool{}
	for i := range list {
		if t, ok := list[i].target(); ok && t >= 0 && t < all && !seen[t] {
			seen[t] = true
			at = append(at, t)
		}
	}
	sort.Ints(at)
	names := map[int]string{}
	code, data := 0, 0
	for _, t := range at {
		if t < size {
			code++
			names[t] = fmt.Sprintf("L%d", code)
		} else {
			data++
			names[t] = fmt.Sprintf("C%d", data)
		}
	}
	return names
}

func (l *Lister) text(d *decoded, labels map[int]string, code []byte) string {
	if d.bad {
		return fmt.Sprintf(".byte %#02x", code[d.at])
	}
	text := x86asm.IntelSyntax(d.inst, l.Base+uint64(d.at), nil)
	to, ok := d.target()
	if !ok {
		return text
	}
	name, known := labels[to]
	if !known || l.Offsets {
		name += fmt.Sprintf("<%#x>", l.Base+uint64(int64(to)))
	}
	if i := strings.Index(text, "[rip"); i >= 0 {
		j := i + strings.IndexByte(text[i:], ']')
		return text[:i] + "[" + name + text[j:]
	}
	op, _, _ := strings.Cut(text, " ")
	return op + " " + name
}
