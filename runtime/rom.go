package runtime

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"

	"firn/heap"
	"firn/ir/bytecode"
	"firn/runtime/builtin"
)

// Profile is what a ROM image says about itself.
type Profile struct {
	Edition    string  // language edition: "ES2025", or "ES2018" in the draft preset
	Preset     Presets // exactly one
	Override   bool    // assigning over a frozen inherited data property makes an own property
	Evaluators bool    // eval, Function and evaluate* exist
	Bytecode   uint64  // bytecode.Fingerprint
	Inputs     string  // hex hash of everything the image was made from: InputsHash
}

const profileMagic = "firn rom profile 1\n"

// String gives the preset's name.
func (p Presets) String() string {
	switch p {
	case PresetDraft:
		return "draft"
	case PresetSes:
		return "ses"
	case PresetEndo:
		return "endo"
	}
	return "presets " + strconv.Itoa(int(p))
}

// PresetByName finds a preset by its name.
func PresetByName(name string) (Presets, bool) {
	for _, p := range []Presets{PresetDraft, PresetSes, PresetEndo} {
		if p.String() == name {
			return p, true
		}
	}
	return 0, false
}

// DefaultProfile is the profile of a preset.
func DefaultProfile(p Presets) Profile {
	r := Profile{Edition: "ES2025", Preset: p, Override: true, Evaluators: true, Bytecode: fingerprint()}
	if p == PresetDraft {
		r.Edition, r.Override = "ES2018", false
	}
	return r
}

// marshal is the profile as the metadata of an image.
func (p *Profile) marshal() []byte {
	var b bytes.Buffer
	b.WriteString(profileMagic)
	fmt.Fprintf(&b, "edition %s\npreset %s\noverride %v\nevaluators %v\nbytecode %x\ninputs %s\n",
		p.Edition, p.Preset, p.Override, p.Evaluators, p.Bytecode, p.Inputs)
	return b.Bytes()
}

// ReadProfile reads the profile of a ROM image.
func ReadProfile(rom *heap.ROM) (*Profile, error) {
	bad := func(why string) (*Profile, error) {
		return nil, &heap.ImageError{What: "ROM image", Off: -1, Msg: why}
	}
	text, ok := strings.CutPrefix(string(rom.Meta()), profileMagic)
	if !ok {
		return bad("it has no profile that this build knows")
	}
	p := &Profile{}
	seen := 0
	for text != "" {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		key, val, _ := strings.Cut(line, " ")
		ok := true
		switch key {
		case "edition":
			p.Edition = val
		case "preset":
			p.Preset, ok = PresetByName(val)
		case "override":
			p.Override = val == "true"
		case "evaluators":
			p.Evaluators = val == "true"
		case "bytecode":
			n, err := strconv.ParseUint(val, 16, 64)
			p.Bytecode, ok = n, err == nil
		case "inputs":
			p.Inputs = val
		default:
			ok = false
		}
		if !ok {
			return bad("its profile says " + strconv.Quote(line))
		}
		seen++
	}
	if seen != 6 {
		return bad("its profile is incomplete")
	}
	if p.Bytecode != fingerprint() {
		return bad(fmt.Sprintf("its bytecode is of version %x, this build runs %x", p.Bytecode, fingerprint()))
	}
	return p, nil
}

// fingerprint is the version of the bytecode that this build makes and runs.
var fingerprint = sync.OnceValue(bytecode.Fingerprint)

// InputsHash is a hash of what a ROM of this build is made from: the library,
// the intrinsics, the instruction set, the layout of cells. The compiler itself
// is not in it; who keeps images over builds must add something that is. It
// finds changes, not forgeries, and must not take long at every start.
func InputsHash() string {
	sum, size := uint32(0), 0
	write := func(b []byte) {
		sum, size = crc32.Update(sum, crc32.IEEETable, b), size+len(b)
	}
	// One small buffer: fresh pages would cost more than the sums do.
	b := make([]byte, 0, 16<<10)
	write(fmt.Appendf(b, "%d %x\n", heap.FormatVersion, fingerprint()))
	for _, name := range libraryFiles() {
		f, err := libFS.Open(name)
		for err == nil {
			var n int
			n, err = f.Read(b[:cap(b)])
			write(b[:n])
		}
		if err != io.EOF {
			panic(err) // embedded
		}
	}
	for i := range intrinsics {
		if b = intrinsics[i].appendTo(b); len(b) > cap(b)/2 {
			write(b)
			b = b[:0]
		}
	}
	for _, l := range libCalls {
		b = strconv.AppendUint(append(b, l.Name...), uint64(l.Root), 10)
	}
	write(b)
	return fmt.Sprintf("%08x%08x", size, sum)
}

// appendTo appends everything a row says.
func (in *Intrinsic) appendTo(b []byte) []byte {
	num := func(n uint64) { b = le.AppendUint64(b, n) }
	text := func(s string) { b = append(append(b, s...), 0) }
	function := func(f *Func) {
		text(f.Name)
		text(f.Lib)
		num(uint64(f.Length)<<32 | uint64(f.Impl))
		num(uint64(f.Leaf)<<32 | uint64(f.Root))
	}
	expr := func(e *Expr) {
		num(uint64(e.Kind))
		num(math.Float64bits(e.Number))
		text(e.Text)
		num(uint64(e.Root))
	}
	flag := func(f bool) {
		if f {
			num(1)
		} else {
			num(0)
		}
	}
	text(in.Name)
	num(uint64(in.Kind))
	num(uint64(in.Root)<<32 | uint64(in.Proto))
	num(uint64(in.Prototype)<<32 | uint64(in.Cell))
	flag(in.NullProto)
	flag(in.Abstract)
	expr(&in.Init)
	text(in.Global)
	function(&in.Func)
	num(uint64(in.Absent))
	text(afterES2018[in.Name])
	for i := range in.Props {
		p := &in.Props[i]
		num(uint64(p.Kind))
		text(p.Key)
		num(uint64(p.Attrs)<<32 | uint64(p.Absent))
		function(&p.Func)
		function(&p.Set)
		expr(&p.Value)
		text(p.Alias)
	}
	return b
}

// BuildROM freezes the machine's realm and writes it as a ROM image. The
// machine must be a stage-1 machine and is of no use afterwards. inputs is kept
// as Profile.Inputs.
func (m *Machine) BuildROM(p Profile) ([]byte, error) {
	if !m.open {
		return nil, fmt.Errorf("a ROM is built from a stage-1 machine")
	}
	if err := m.ready(); err != nil {
		return nil, err
	}
	m.noEval = !p.Evaluators
	if err := m.Freeze(); err != nil {
		return nil, err
	}
	p.Bytecode = fingerprint()
	return m.h.WriteROM(p.marshal())
}

// Customise runs a vetted program in a stage-1 machine, in a compartment that
// all of them share, and then its promise jobs. What it leaves on the global
// object becomes a shared global of every compartment of the ROM.
func (m *Machine) Customise(source, file string) error {
	h := m.h
	if !m.open {
		return errors.New("customisation runs in stage 1")
	}
	if m.custom == 0 {
		m.custom = h.NewHandle(m.NewCompartment())
	}
	c := h.Handle(m.custom)
	before := map[heap.Value]bool{}
	for _, k := range m.ownKeys(m.Global(c).Ref()) {
		before[k] = true
	}
	if _, err := m.Evaluate(c, source, file, false); err != nil {
		return err
	}
	if err := m.RunJobs(); err != nil {
		return err
	}
	g := m.Global(h.Handle(m.custom)).Ref()
	template := h.Root(builtin.RootGlobalTemplate).Ref()
	for _, key := range m.ownKeys(g) {
		var p heap.Prop
		if before[key] || !h.GetOwn(g, key, &p) {
			continue
		}
		if p.Attrs&heap.Accessor != 0 {
			return fmt.Errorf("%s: the global %s is an accessor; shared globals are values", file, m.keyText(key))
		}
		attrs := uint32(heap.WC)
		if m.preset != PresetEndo {
			attrs = 0
		}
		d := heap.Desc{Value: p.Value, Attrs: attrs, Has: heap.HasValue | heap.WEC}
		if code := h.DefineOwn(template, key, &d); code != heap.OpDone {
			return fmt.Errorf("%s: the global %s cannot be defined", file, m.keyText(key))
		}
	}
	return nil
}
