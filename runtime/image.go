package runtime

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"firn/heap"
	"firn/ir/bytecode"
	"firn/runtime/builtin"
	"firn/runtime/interp"
)

// Machine images: the cage's canonical image and, as its state, the few things
// that a Machine has outside the cage.

// ErrInHost is returned by Save and Fork while host functions are on the stack:
// Go frames cannot be saved.
var ErrInHost = errors.New("a host function is running: the machine cannot be saved before it returns")

// Binder finds the host functions of a restored machine by the names under
// which they were made; nil for a name that it does not know. Calling a
// function that is not bound is a TypeError.
type Binder func(name string) HostFunc

// The state: a version, flags, the registers, and the names of host functions.
const (
	stateVersion = 1

	stateOpen    = 1 << 0
	stateStopped = 1 << 1 // a run waits for Continue
)

var le = binary.LittleEndian

// saveable reports why the machine cannot be saved now.
func (m *Machine) saveable() error {
	if m.dead != nil {
		return m.dead
	}
	if m.depth > 0 {
		return ErrInHost
	}
	return nil
}

// Save writes an image of the machine: its heap, what it is running, its jobs,
// its meter. It may be called between runs, and when a limit has stopped one.
// Equal machines give equal bytes on every platform. The machine can go on.
func (m *Machine) Save(w io.Writer) error {
	if err := m.saveable(); err != nil {
		return err
	}
	if m.stopped != nil {
		m.ForgetDead()
	}
	r := m.vm.Registers()
	builtin.ForgetEpochs(m.h)
	return m.h.WriteImage(w, m.state(r), m.rawWords(r)...)
}

// rawWords are the words on the stack that are no Values: two of each frame's
// header.
func (m *Machine) rawWords(r interp.Registers) []uint32 {
	var words []uint32
	for fp := m.h.StackBase + r.Frame; ; {
		caller := fp - -bytecode.FrameCaller
		words = append(words, fp - -bytecode.FrameReturn, caller)
		back := m.h.U32(caller + 4)
		if back == 0 {
			slices.Reverse(words)
			return words
		}
		fp -= back
	}
}

func (m *Machine) state(r interp.Registers) []byte {
	flags := byte(0)
	if m.open {
		flags |= stateOpen
	}
	why := ""
	var limit *LimitError
	if errors.As(m.stopped, &limit) {
		flags |= stateStopped
		why = limit.Limit
	}
	b := []byte{stateVersion, flags, byte(m.preset)}
	b = le.AppendUint32(b, r.Frame)
	b = le.AppendUint32(b, r.PC)
	b = le.AppendUint64(b, uint64(r.Fuel))
	b = le.AppendUint64(b, r.Used)
	b = le.AppendUint32(b, m.custom)
	b = appendText(b, why)
	b = binary.AppendUvarint(b, uint64(len(m.hosts)))
	for _, h := range m.hosts {
		b = appendText(b, h.name)
	}
	return b
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// stateReader reads the state of an image that nobody vouches for.
type stateReader struct {
	b   []byte
	bad bool
}

func (r *stateReader) take(n uint64) []byte {
	if r.bad || n > uint64(len(r.b)) {
		r.bad = true
		return make([]byte, min(n, 8))
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *stateReader) u8() byte    { return r.take(1)[0] }
func (r *stateReader) u32() uint32 { return le.Uint32(r.take(4)) }
func (r *stateReader) u64() uint64 { return le.Uint64(r.take(8)) }

func (r *stateReader) uvarint() uint64 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.b = r.b[n:]
	return v
}

func (r *stateReader) text() string { return string(r.take(r.uvarint())) }

// Restore makes the machine that Save wrote, on the same ROM (nil for a stage-1
// machine). c's fuel and stress apply if Fuel is not 0, else the saved fuel; its
// sizes are those of the saved machine. bind may be nil. Bytes that are no whole
// image of this format on this ROM give a *heap.ImageError. The hash in an image
// shows that it is whole, not who wrote it: cells, code and frames are checked,
// but not that a register holds what its instructions take for granted. So
// images that travel need a signature.
func Restore(in io.Reader, rom *heap.ROM, c Config, bind Binder) (*Machine, error) {
	h, state, err := heap.ReadImage(in, rom)
	if err != nil {
		return nil, err
	}
	m := &Machine{h: h}
	if err := m.restore(state, bind); err != nil {
		h.Close()
		return nil, &heap.ImageError{What: "machine image", Off: -1, Msg: err.Error()}
	}
	h.Stress = c.Stress
	h.WantGC = c.Stress&heap.StressCollect != 0
	if c.Fuel != 0 {
		m.vm.Fuel = c.Fuel
	}
	m.attach(c.Native)
	return m, nil
}

func (m *Machine) restore(state []byte, bind Binder) error {
	s := &stateReader{b: state}
	if s.u8() != stateVersion {
		return fmt.Errorf("its state is of another version")
	}
	flags := s.u8()
	m.preset = Presets(s.u8())
	r := interp.Registers{Frame: s.u32(), PC: s.u32(), Fuel: int64(s.u64()), Used: s.u64()}
	m.custom = s.u32()
	if limit := s.text(); flags&stateStopped != 0 {
		m.stopped = &LimitError{Limit: limit, Resumable: true}
	}
	for n := s.uvarint(); n > 0 && !s.bad; n-- {
		e := hostEntry{name: s.text()}
		if bind != nil {
			e.fn = bind(e.name)
		}
		m.hosts = append(m.hosts, e)
	}
	if s.bad || len(s.b) > 0 || flags&^(stateOpen|stateStopped) != 0 {
		return fmt.Errorf("its state is damaged")
	}
	m.open = flags&stateOpen != 0
	if err := m.checkRoots(); err != nil {
		return err
	}
	if err := m.checkCode(); err != nil {
		return err
	}
	top := m.h.StackTop
	m.vm.Init(m.h)
	m.h.StackTop = top
	begins := beginnings{}
	if !m.vm.Restore(r) || !m.checkPlaces(begins) {
		return fmt.Errorf("its stack is damaged")
	}
	bad := false
	m.cells(func(ref uint32) {
		if k := m.h.Kind(ref); k == heap.KGenerator || k == heap.KAsyncGen {
			t, pc, ok := m.vm.CheckGenerator(ref)
			bad = bad || !ok || t != 0 && !begins.at(m.h, t, pc)
		}
	})
	if bad {
		return fmt.Errorf("a generator in it is damaged")
	}
	if running := r.PC != 0; running != (m.stopped != nil) {
		return fmt.Errorf("its state contradicts its stack")
	}
	return nil
}

// beginnings tells, by template, in which words of the code an instruction begins: there
// may be many activations of a long function, so it is gone through once.
type beginnings map[uint32][]uint64

// at reports whether an instruction begins at pc, relative to template t.
func (b beginnings) at(h *heap.Heap, t, pc uint32) bool {
	from, n := h.TemplateCode(t)-t, h.U32(t+heap.TmplWords)
	if pc&7 != 0 || pc < from || (pc-from)>>3 >= n {
		return false
	}
	set := b[t]
	if set == nil {
		set = make([]uint64, n/64+1)
		for w := uint32(0); w < n; w += uint32(bytecode.Table[bytecode.Op(h.U8(t+from+8*w))].Words) {
			set[w/64] |= 1 << (w % 64)
		}
		b[t] = set
	}
	w := (pc - from) >> 3
	return set[w/64]>>(w%64)&1 != 0
}

// checkPlaces checks that all activations on the stack go on at instructions.
func (m *Machine) checkPlaces(begins beginnings) bool {
	for t, pc, fp := m.vm.Place(0); t != 0; t, pc, fp = m.vm.Place(fp) {
		if !begins.at(m.h, t, pc) {
			return false
		}
	}
	return true
}

// checkCode checks that the functions in RAM are such as the compiler makes.
func (m *Machine) checkCode() (err error) {
	m.cells(func(ref uint32) {
		if m.h.Kind(ref) == heap.KTemplate && err == nil {
			err = bytecode.CheckTemplate(m.h, ref, m.open)
		}
	})
	return err
}

// checkRoots checks that the realm is there.
func (m *Machine) checkRoots() error {
	h := m.h
	for i := range intrinsics {
		in := &intrinsics[i]
		if in.Absent&m.preset != 0 {
			continue
		}
		v := h.Root(in.Root)
		if in.Kind == IsSymbol && !v.IsSymbol() || in.Kind != IsSymbol && !v.IsObject() {
			return fmt.Errorf("it lacks %%%s%%", in.Name)
		}
	}
	for _, l := range libCalls {
		if !h.IsKind(h.Root(l.Root), heap.KFunction) {
			return fmt.Errorf("it lacks the library's %s", l.Name)
		}
	}
	if !h.IsKind(h.Root(builtin.RootGlobalTemplate), heap.KGlobal) {
		return fmt.Errorf("it lacks the model of global objects")
	}
	return nil
}

// Fork makes a second machine in the same state on the same ROM. The two share
// nothing that either can change. It may be called when Save may.
func (m *Machine) Fork() (*Machine, error) {
	if err := m.saveable(); err != nil {
		return nil, err
	}
	r := m.vm.Registers()
	if m.native != nil {
		m.native.Forget()
		defer m.native.Recall()
	}
	h, err := m.h.Fork()
	if err != nil {
		return nil, err
	}
	f := &Machine{h: h, hosts: append([]hostEntry(nil), m.hosts...), open: m.open, preset: m.preset, custom: m.custom, stopped: m.stopped}
	f.vm.Init(h)
	h.StackTop = m.h.StackTop
	if !f.vm.Restore(r) {
		f.Close()
		return nil, &InternalError{"a fork's stack is no stack"}
	}
	f.attach(m.makeNative)
	return f, nil
}
