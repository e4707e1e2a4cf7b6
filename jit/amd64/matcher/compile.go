package matcher

import (
	"encoding/binary"
	"errors"

	"firn/jit/amd64"
	"firn/runtime/builtin/regexp/vm"
)

// Code is the native code of a program for strings of one kind.
type Code struct {
	Bytes    []byte
	Tables   []byte   // for NativeView.Tables: 256 bytes a table, a bit for each of eight sets
	Jumps    []uint32 // for NativeView.Jumps: offset in Bytes, by word of the program
	Searches bool
	Whole    bool // it has all instructions
}

// ErrUnsupported says that a program is to be left to the loops: it is too large,
// or no program.
var ErrUnsupported = errors.New("matcher: no native code for this program")

const (
	// maxProgram bounds programs, in bytes.
	maxProgram = vm.NativeBytes
	// maxSets is how many sets of characters a program may have.
	maxSets = 64
	// maxCount bounds the counts that native code knows; larger ones are the loops'.
	maxCount = 1<<16 - 1
	// maxRanges is how many ranges of characters above 255 are tested one by one.
	maxRanges = 24
)

// Registers. RAX, RCX and RDX are for everything; RSP, R13 and R15 are as everywhere in
// native code.
const (
	rText  = amd64.R9  // address of unit 0
	rPos   = amd64.RSI // position, in units
	rEnd   = amd64.R8  // number of units
	rSP    = amd64.RDI // cage offset of the next entry
	rLimit = amd64.R11 // … and where they end
	rRegs  = amd64.RBX // cage offset of the registers
	rTable = amd64.RBP
	rCode  = amd64.R10 // address of the code
	rLeft  = amd64.R12 // steps left
	rState = amd64.R14
	rCage  = amd64.R15
	rA     = amd64.RAX
	rC     = amd64.RCX
	rD     = amd64.RDX
)

// compiler makes the code of one program.
type compiler struct {
	asm  amd64.Encoder
	prog []byte
	wide bool
	key  uint32 // blinds literals
	regs uint32
	end  uint32 // of the instructions, in bytes
	kind uint32 // a Search constant

	search bool // the code tries one place after the other
	whole  bool // all instructions so far are native

	pend   int64 // steps taken since they were last subtracted
	at     uint32
	places []place                // of instructions, in their order
	target map[uint32]bool        // they are jumped to
	labels map[uint32]amd64.Label // of instructions
	fails  []place                // where to fail with some steps taken
	retry  []handler
	cold   []func()
	sets   map[set]int
	tables []byte
	bad    bool

	fail, noMatch, broken, out, none, suspended amd64.Label
}

// place is where the code of an instruction begins, and how many steps were taken
// there and not subtracted yet.
type place struct {
	at    uint32
	label amd64.Label
	pend  int64
}

// handler is code that goes on with a run after a failure; word is where in Jumps
// it is entered.
type handler struct {
	word  uint32
	label amd64.Label
}

// Compile makes the code of a program for strings of two bytes a unit, if wide,
// or of one. Literals are blinded by a key that the program must not know.
func Compile(prog []byte, wide bool, key uint32) (*Code, error) {
	if len(prog) < vm.HeaderBytes || len(prog) > maxProgram || len(prog)&3 != 0 {
		return nil, ErrUnsupported
	}
	c := &compiler{prog: prog, wide: wide, key: key, target: map[uint32]bool{}, labels: map[uint32]amd64.Label{}, sets: map[set]int{}, whole: true}
	c.regs, c.kind = c.word(vm.HRegs), c.word(vm.HSearch)
	if c.word(vm.HCode) != vm.HeaderBytes || c.regs > maxProgram || c.word(vm.HMinimum) > maxCount || !c.scan() {
		return nil, ErrUnsupported
	}
	unicode := c.word(vm.HFlags)&(vm.FUnicode|vm.FUnicodeSets) != 0
	c.search = c.kind == vm.SearchOnce || c.kind != vm.SearchPrefix && !(wide && unicode)
	for _, l := range []*amd64.Label{&c.fail, &c.noMatch, &c.broken, &c.out, &c.none, &c.suspended} {
		*l = c.asm.NewLabel()
	}
	c.begin()
	for at := uint32(vm.HeaderBytes); at < c.end; at += length(c.word(at)) {
		c.at = at
		if c.target[at] {
			c.flush()
		}
		l := c.labelOf(at)
		c.asm.Bind(l)
		c.places = append(c.places, place{at, l, c.pend})
		c.instruction(c.word(at))
	}
	c.finish()
	if c.bad || len(c.sets) > maxSets {
		return nil, ErrUnsupported
	}
	code, err := c.asm.Finish()
	if err != nil {
		return nil, err
	}
	out := &Code{Bytes: append([]byte(nil), code...), Tables: c.tables, Searches: c.search, Whole: c.whole, Jumps: make([]uint32, c.end/4)}
	for i := range out.Jumps {
		out.Jumps[i] = uint32(c.asm.Offset(c.broken))
	}
	for _, p := range c.places {
		out.Jumps[p.at/4] = uint32(c.asm.Offset(p.label))
	}
	for _, h := range c.retry {
		out.Jumps[h.word/4] = uint32(c.asm.Offset(h.label))
	}
	return out, nil
}

// word is a word of the program; one outside makes the program unsupported.
func (c *compiler) word(at uint32) uint32 {
	if at&3 != 0 || uint64(at)+4 > uint64(len(c.prog)) {
		c.bad = true
		return 0
	}
	return binary.LittleEndian.Uint32(c.prog[at:])
}

// length is the number of bytes of an instruction with first word w.
func length(w uint32) uint32 {
	switch w & 0xFF &^ vm.Back {
	case vm.OpChar2, vm.OpSplitUnit, vm.OpSplitSet, vm.OpBranchUnit, vm.OpBranchSet, vm.OpReset, vm.OpNegLook:
		return 8
	case vm.OpNext, vm.OpProgress2:
		return 12
	case vm.OpLoop:
		return 20
	case vm.OpRun, vm.OpRunLazy, vm.OpRunAll:
		return vm.RunBytes
	case vm.OpChars:
		return 4 + 4*((w>>8+1)>>1)
	}
	return 4
}

// scan finds the end of the instructions and those that are jumped to. It reports
// whether all of them are known.
func (c *compiler) scan() bool {
	starts := map[uint32]bool{}
	for at := uint32(vm.HeaderBytes); ; {
		w := c.word(at)
		op := w & 0xFF &^ vm.Back
		if c.bad || op > vm.OpFail || w&0x80 != 0 {
			return false
		}
		starts[at] = true
		next := at + length(w)
		if next > uint32(len(c.prog)) {
			return false
		}
		switch op {
		case vm.OpJump, vm.OpSplit, vm.OpSplitUnit, vm.OpSplitSet, vm.OpBranchUnit, vm.OpBranchSet, vm.OpNegLook:
			c.target[w>>8] = true
		case vm.OpSplitBack:
			c.target[w>>8], c.target[next] = true, true
		case vm.OpLoop:
			c.target[at], c.target[next], c.target[c.word(at+12)] = true, true, true
		case vm.OpNext:
			c.target[c.word(at+8)] = true
		case vm.OpReset:
			c.target[at], c.target[next] = true, true
		case vm.OpRun, vm.OpRunLazy, vm.OpRunAll:
			c.target[next] = true
		}
		at = next
		if op == vm.OpMatch {
			c.end = at
			break
		}
	}
	for at := range c.target {
		if !starts[at] {
			return false
		}
	}
	return !c.bad
}

// set is a set of characters of the program: a class table, a set bitmap, or the
// line terminators.
type set struct {
	at   uint32
	kind uint8
}

const (
	setClass = iota
	setUnits
	setLines
)

// bit is where in the tables the set is: a displacement and a mask.
func (c *compiler) bit(s set) (disp int32, mask int32) {
	k, ok := c.sets[s]
	if !ok {
		k = len(c.sets)
		c.sets[s] = k
		if k%8 == 0 {
			c.tables = append(c.tables, make([]byte, 256)...)
		}
		for u := uint32(0); u < 256; u++ {
			in := u == '\n' || u == '\r'
			if s.kind != setLines {
				in = c.word(s.at+u>>5<<2)>>(u&31)&1 != 0
			}
			if in {
				c.tables[k/8*256+int(u)] |= 1 << (k % 8)
			}
		}
	}
	return int32(k / 8 * 256), 1 << (k % 8)
}

// span is a range of characters above 255.
type span struct{ lo, hi uint32 }

// above is what the set has above 255. Not ok: too many ranges.
func (c *compiler) above(s set) (list []span, ok bool) {
	switch s.kind {
	case setLines:
		return []span{{0x2028, 0x2029}}, true
	case setUnits:
		if c.word(s.at+32) != 0 {
			return []span{{256, 0xFFFF}}, true
		}
		return nil, true
	}
	n := c.word(s.at + vm.ClassCount)
	for i := uint32(0); i < n && i < maxProgram; i++ {
		r := span{c.word(s.at + vm.ClassRanges + 8*i), c.word(s.at + vm.ClassRanges + 8*i + 4)}
		if r.lo > 0xFFFF {
			break // no unit
		}
		list = append(list, span{r.lo, min(r.hi, 0xFFFF)})
	}
	return list, len(list) <= maxRanges
}
