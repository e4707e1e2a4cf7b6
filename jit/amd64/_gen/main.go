// Command _gen makes zz_op.go, zz_encodings.go, golang/zz_ops.go and
// golang/zz_rows_test.go from encodings.txt.
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"log"
	"os"
	"strconv"
	"strings"
)

// row is one form of an instruction, of one size.
type row struct {
	name, doc string
	section   string
	line      int
	args      []string // with sizes filled in
	size      int      // 0 none, 32, 64: of rv rows; 8, 16: of rows with such operands
	any       bool     // for all sizes
	prefix    byte
	rexW      bool
	vex       string // "66", "F3", "F2"
	code      []byte
	plusR, cc bool
	digit     int // -1: none
	modrm     bool
	imm       int // bytes
	rel       int // bytes
	goName    string
}

var conds = strings.Fields("OS OC CS CC EQ NE LS HI MI PL PS PC LT GE LE GT")

func main() {
	log.SetFlags(0)
	rows := read("_gen/encodings.txt")
	names := names(rows)
	write("zz_op.go", ops(rows, names))
	write("zz_encodings.go", encodings(rows, names))
	write("golang/zz_ops.go", golang(rows))
	write("golang/zz_rows_test.go", tests(rows))
}

// read parses the table and makes two rows of each that has both sizes.
func read(file string) []row {
	text, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	var rows []row
	section := ""
	for n, line := range strings.Split(string(text), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if s, ok := strings.CutPrefix(line, "section "); ok {
			section = s
			continue
		}
		parts := strings.Split(line, "|")
		if len(parts) != 5 {
			log.Fatalf("%s:%d: want name | operands | encoding | Go name | doc", file, n+1)
		}
		for i := range parts {
			parts[i] = strings.TrimSpace(parts[i])
		}
		r := row{name: parts[0], doc: parts[4], section: section, line: n + 1, args: strings.Fields(parts[1])}
		if err := r.encoding(parts[2]); err != nil {
			log.Fatalf("%s:%d: %v", file, n+1, err)
		}
		short, long, _ := strings.Cut(parts[3], "/")
		if !both(r.args) {
			r.goName = short
			r.sizes()
			rows = append(rows, r)
			continue
		}
		if long == "" {
			short, long = short+"L", short+"Q"
		}
		for i, bits := range []string{"32", "64"} {
			v := r
			v.args = nil
			for _, a := range r.args {
				switch a {
				case "rv", "rmv", "vv":
					a = a[:len(a)-1] + bits
				}
				v.args = append(v.args, a)
			}
			v.size = 32 << i
			v.rexW = i == 1
			v.goName = []string{short, long}[i]
			rows = append(rows, v)
		}
	}
	// The short forms go right behind their long ones.
	var sorted []row
	for _, r := range rows {
		at := len(sorted)
		for i := range sorted {
			if sorted[i].long(&r) {
				at = i + 1
			}
		}
		sorted = append(sorted, row{})
		copy(sorted[at+1:], sorted[at:])
		sorted[at] = r
	}
	return sorted
}

// both says whether a row has operands of either size.
func both(args []string) bool {
	for _, a := range args {
		if a == "rv" || a == "rmv" {
			return true
		}
	}
	return false
}

// sizes finds for which sizes of Inst a row with fixed operands is: the width
// tells moves apart, elsewhere it does not matter.
func (r *row) sizes() {
	switch r.name {
	case "mov", "cmp", "test":
		for _, a := range r.args {
			for _, bits := range []int{8, 16, 32} {
				if a == "r"+strconv.Itoa(bits) || a == "rm"+strconv.Itoa(bits) {
					r.size = bits
					return
				}
			}
		}
		log.Fatalf("line %d: no size", r.line)
	}
	r.any = true
}

// long says whether s is the row with a short immediate that belongs to r.
func (r *row) long(s *row) bool {
	if r.name != s.name || len(r.args) != len(s.args) || r.size != s.size {
		return false
	}
	if s.rel == 1 && r.rel == 4 {
		return true
	}
	if s.imm != 1 || r.imm != 4 {
		return false
	}
	for i := range r.args {
		if r.args[i] != s.args[i] && (r.args[i] != "imm32" || s.args[i] != "imm8") {
			return false
		}
	}
	return true
}

func (r *row) encoding(text string) error {
	r.digit = -1
	for _, t := range strings.Fields(text) {
		switch {
		case (t == "66" || t == "F2" || t == "F3") && len(r.code) == 0:
			b, _ := strconv.ParseUint(t, 16, 8)
			r.prefix = byte(b)
		case t == "REX.W":
			r.rexW = true
		case strings.HasPrefix(t, "VEX."):
			r.vex = strings.Split(t, ".")[1]
		case t == "/r":
			r.modrm = true
		case len(t) == 2 && t[0] == '/' && t[1] >= '0' && t[1] <= '7':
			r.modrm, r.digit = true, int(t[1]-'0')
		case t == "ib":
			r.imm = 1
		case t == "iw":
			r.imm = 2
		case t == "id":
			r.imm = 4
		case t == "io":
			r.imm = 8
		case t == "cb":
			r.rel = 1
		case t == "cd":
			r.rel = 4
		default:
			if s, ok := strings.CutSuffix(t, "+r"); ok {
				t, r.plusR = s, true
			} else if s, ok := strings.CutSuffix(t, "+cc"); ok {
				t, r.cc = s, true
			}
			b, err := strconv.ParseUint(t, 16, 8)
			if err != nil || len(t) != 2 {
				return fmt.Errorf("encoding %q", t)
			}
			r.code = append(r.code, byte(b))
		}
	}
	if len(r.code) == 0 || len(r.code) > 3 {
		return fmt.Errorf("%d bytes of code", len(r.code))
	}
	return nil
}

// names is the mnemonics in order.
func names(rows []row) []string {
	var all []string
	seen := map[string]bool{}
	for _, r := range rows {
		if !seen[r.name] {
			seen[r.name] = true
			all = append(all, r.name)
			if r.doc == "" {
				log.Fatalf("line %d: %s has no doc", r.line, r.name)
			}
		}
	}
	return all
}

const (
	header       = "// Code generated by _gen from encodings.txt. DO NOT EDIT.\n\npackage amd64\n\n"
	golangHeader = "// Code generated by _gen from encodings.txt. DO NOT EDIT.\n\npackage golang\n\n"
)

func ops(rows []row, names []string) []byte {
	var b bytes.Buffer
	b.WriteString(header)
	b.WriteString("// The instructions.\nconst (\n\topNone Op = iota\n")
	section, seen := "", map[string]bool{}
	for _, r := range rows {
		if seen[r.name] {
			continue
		}
		seen[r.name] = true
		if r.section != section {
			section = r.section
			fmt.Fprintf(&b, "\n// Instructions: %s.\n", section)
		}
		fmt.Fprintf(&b, "\t%s // %s\n", strings.ToUpper(r.name), r.doc)
	}
	b.WriteString("\n\tnumOps\n)\n\nvar opNames = [numOps]string{\n\t\"none\",\n")
	for _, n := range names {
		fmt.Fprintf(&b, "\t%q,\n", n)
	}
	b.WriteString("}\n")
	return b.Bytes()
}

// class is the class of an operand for the index of forms.
func class(arg string) []int {
	const gpr, xmm, mem, imm = 1, 2, 3, 4
	switch {
	case arg == "m":
		return []int{mem}
	case arg == "x" || arg == "xrm":
		return []int{xmm}
	case arg == "xm":
		return []int{xmm, mem}
	case strings.HasPrefix(arg, "rm"):
		return []int{gpr, mem}
	case isImm(arg) || arg == "rel":
		return []int{imm}
	case arg[0] == 'r' || arg[0] == 'v' || arg == "cl":
		return []int{gpr}
	}
	log.Fatalf("operand %q", arg)
	return nil
}

func isImm(arg string) bool { return strings.HasPrefix(arg, "imm") || arg == "u8" }

func isRM(arg string) bool {
	return strings.HasPrefix(arg, "rm") || arg == "m" || arg == "xm" || arg == "xrm"
}

// mode is the name of the mode of a row: which operand goes where.
func (r *row) mode() string {
	switch {
	case r.rel != 0:
		return "modeRel"
	case r.vex != "":
		return "modeVex"
	case r.plusR:
		return "modeOpReg"
	case !r.modrm:
		return "modeNone"
	case r.digit >= 0 && isRM(r.args[0]):
		return "modeM"
	case isRM(r.args[0]):
		return "modeMR"
	case len(r.args) > 1 && isRM(r.args[1]):
		return "modeRM"
	}
	log.Fatalf("line %d: which operand goes where?", r.line)
	return ""
}

func (r *row) flags(short bool) string {
	var f []string
	if short {
		f = append(f, "hasShort")
	}
	if r.cc {
		f = append(f, "addCond")
	}
	for _, a := range r.args {
		switch a {
		case "cl":
			f = append(f, "countCL")
		case "r8":
			f = append(f, "byteReg")
		case "rm8":
			f = append(f, "byteRM")
		}
	}
	if len(f) == 0 {
		return "0"
	}
	return strings.Join(f, "|")
}

func encodings(rows []row, names []string) []byte {
	var b bytes.Buffer
	b.WriteString(header)
	forms := map[string]map[int]int{}
	order := map[string][]int{}
	b.WriteString("var encodings = [...]encoding{\n\t{mode: modeAbsent},\n")
	for i := range rows {
		r := &rows[i]
		short := i+1 < len(rows) && r.long(&rows[i+1])
		isShort := i > 0 && rows[i-1].long(r)
		code := append([]byte(nil), r.code...)
		prefix, rex := r.prefix, 0
		if r.rexW {
			rex = 8
		}
		if r.vex != "" {
			prefix = map[string]byte{"66": 1, "F3": 2, "F2": 3}[r.vex]
		}
		var word uint32
		for j, c := range code {
			word |= uint32(c) << (8 * j)
		}
		immAt := 0
		for j, a := range r.args {
			if isImm(a) {
				immAt = j
			}
		}
		third := "KindNone"
		if len(r.args) > 2 {
			third = []string{"KindNone", "KindGPR", "KindXMM", "KindMem", "KindImm"}[class(r.args[2])[0]]
		}
		digit := r.digit
		if digit < 0 {
			digit = 0
		}
		fmt.Fprintf(&b, "\t{code: 0x%X, codeLen: %d, prefix: 0x%X, rex: 0x%X, mode: %s, digit: %d, flags: %s, imm: %d, immAt: %d, third: %s}, // %d: %s %s\n",
			word, len(code), prefix, rex, r.mode(), digit, r.flags(short), r.imm+r.rel, immAt, third, i+1, r.name, strings.Join(r.args, ", "))
		if isShort {
			continue
		}
		sizes := []int{0, 1, 2, 3, 4}
		if !r.any {
			sizes = []int{map[int]int{8: 1, 16: 2, 32: 3, 64: 4}[r.size]}
		}
		as, bs := []int{0}, []int{0}
		if len(r.args) > 0 {
			as = class(r.args[0])
		}
		if len(r.args) > 1 {
			bs = class(r.args[1])
		}
		if forms[r.name] == nil {
			forms[r.name] = map[int]int{}
		}
		for _, s := range sizes {
			for _, x := range as {
				for _, y := range bs {
					at := s*25 + x*5 + y
					if forms[r.name][at] == 0 {
						forms[r.name][at] = i + 1
						order[r.name] = append(order[r.name], at)
					}
				}
			}
		}
	}
	b.WriteString("}\n\n// forms is the encoding of an instruction by (size*5 + class of A)*5 + class of B.\nvar forms = [numOps][formsPerOp]uint16{\n")
	for _, n := range names {
		fmt.Fprintf(&b, "\t%s: {", strings.ToUpper(n))
		for _, at := range order[n] {
			fmt.Fprintf(&b, "%d: %d, ", at, forms[n][at])
		}
		b.WriteString("},\n")
	}
	b.WriteString("}\n")
	return b.Bytes()
}

// golang writes golang-asm's names of the rows, for those with conditions the first
// of sixteen.
func golang(rows []row) []byte {
	var b bytes.Buffer
	b.WriteString(golangHeader)
	b.WriteString("import (\n\t\"github.com/twitchyliquid64/golang-asm/obj\"\n\t\"github.com/twitchyliquid64/golang-asm/obj/x86\"\n)\n\n")
	b.WriteString("// ops is golang-asm's name of each encoding, obj.AXXX where it has none.\nvar ops = [...]obj.As{\n")
	var families []string
	known := map[string]bool{}
	for i, r := range rows {
		switch r.goName {
		case "-":
		case "JMP", "CALL", "RET":
			fmt.Fprintf(&b, "\t%d: obj.A%s,\n", i+1, r.goName)
		default:
			name := r.goName
			if f, ok := strings.CutSuffix(name, "*"); ok {
				name = f + conds[0]
				if !known[f] {
					known[f] = true
					families = append(families, f)
				}
			}
			fmt.Fprintf(&b, "\t%d: x86.A%s,\n", i+1, name)
		}
	}
	b.WriteString("}\n\n// conditional is golang-asm's names of the instructions with a condition, by that of\n// the condition 0.\nvar conditional = map[obj.As][16]obj.As{\n")
	for _, f := range families {
		fmt.Fprintf(&b, "\tx86.A%s: {", f+conds[0])
		for _, c := range conds {
			fmt.Fprintf(&b, "x86.A%s, ", f+c)
		}
		b.WriteString("},\n")
	}
	b.WriteString("}\n")
	return b.Bytes()
}

// tests writes what the tests need to make operands for each row.
func tests(rows []row) []byte {
	var b bytes.Buffer
	b.WriteString(golangHeader)
	b.WriteString("import \"firn/jit/amd64\"\n\n// rows is the operands of each encoding.\nvar rows = [...]struct {\n\top   amd64.Op\n\tsize amd64.Size\n\targs string\n}{\n\t{},\n")
	for _, r := range rows {
		size := "amd64.SizeNone"
		if r.size != 0 {
			size = fmt.Sprintf("amd64.S%d", r.size)
		}
		fmt.Fprintf(&b, "\t{amd64.%s, %s, %q},\n", strings.ToUpper(r.name), size, strings.Join(r.args, " "))
	}
	b.WriteString("}\n")
	return b.Bytes()
}

func write(name string, text []byte) {
	out, err := format.Source(text)
	if err != nil {
		log.Fatalf("%s: %v\n%s", name, err, text)
	}
	if err := os.WriteFile(name, out, 0o644); err != nil {
		log.Fatal(err)
	}
}
