//firn:core

package interp

import "firn/heap"

// Profiling. While it is on, Drive stops with StopSample every few microseconds,
// by an estimate of what instructions take, directly behind an instruction that
// took long or whose allocation was sampled, and in place of collecting garbage:
// the host looks at its clock, notes where the machine stands, and drives on.
// The meter goes as ever.

const (
	// sampleUnits is what may be charged between two stops: about 20 µs.
	sampleUnits = 6000
	// slowUnits is what an instruction that the driver does counts for at least.
	slowUnits = 8
)

// Values of Machine.profile.
const (
	profileOn        = 1
	profileCollected = 2 // garbage was just collected: WantGC is no reason to stop
)

// SetProfiling turns stops for samples on or off; without timed, there are only
// those for allocations and collections.
func (m *Machine) SetProfiling(on, timed bool) {
	m.profile, m.unspent, m.sampleUnits = 0, 0, 1<<62
	if on {
		m.profile = profileOn
	}
	if timed {
		m.sampleUnits = sampleUnits
	}
	m.sampleLeft = m.sampleUnits
	m.didAt = 0
}

// Profiling reports whether the host takes samples.
func (m *Machine) Profiling() bool { return m.profile != 0 }

// CollectForHost collects garbage where Drive has stopped for a sample. The
// answer is Collect's.
func (m *Machine) CollectForHost() bool {
	ok := m.Collect(m.H.WantFull)
	m.full = !ok
	m.profile = profileCollected
	m.didAt = 0
	return ok
}

// Sampled begins the time until the next sample, and tells where the machine
// stands: the frame, its template (0 when only the host is there), a word of the
// instruction that was executed last, and the number of the leaf it ran, plus 1.
// It does not move the machine.
func (m *Machine) Sampled() (fp, tmpl, word, leaf uint32) {
	m.sampleLeft = m.sampleUnits
	if m.tmpl == 0 {
		return m.fp, 0, 0, 0
	}
	at := m.pc - m.tmpl
	if m.didAt != 0 && m.didFP == m.fp {
		at, leaf = m.didAt, m.lastLeaf
	}
	m.didAt = 0
	return m.fp, m.tmpl, (m.tmpl + at - m.H.TemplateCode(m.tmpl)) >> 3, leaf
}

// Caller is the frame that called the one at fp: its register 0, its template (0
// when it is the host's), and a word of the instruction that made the call.
func (m *Machine) Caller(fp uint32) (caller, tmpl, word uint32) {
	h := m.H
	ret := h.U64(fp + off(frameReturn))
	fp -= h.U32(fp + off(frameCaller) + 4)
	f := h.Val(fp + off(frameCallee))
	if !f.IsObject() {
		return fp, 0, 0
	}
	t := h.U32(f.Ref() + heap.OffWord)
	return fp, t, (callerPC(t, ret) - h.TemplateCode(t)) >> 3
}

// Places of native code that waits at a poll. The engine tells them, from the
// frame of its outermost function inwards.

const maxNativePlaces = 64

type nativePlaces struct {
	fp   uint32
	n    uint32
	tmpl [maxNativePlaces]uint32
	word [maxNativePlaces]uint32
}

// BeginPlaces says that native code whose outermost frame is at fp is at a poll;
// with 0, that the machine stands where the code is.
func (m *Machine) BeginPlaces(fp uint32) { m.places.fp, m.places.n = fp, 0 }

// AddPlace adds that the code is in an instruction word of a template, called
// from the place added before. Places too deep are left out.
func (m *Machine) AddPlace(tmpl, word uint32) {
	if p := &m.places; p.n < maxNativePlaces {
		p.tmpl[p.n], p.word[p.n] = tmpl, word
		p.n++
	}
}

// NativePlaces is the number of places since BeginPlaces, NativeFrame the frame
// of the outermost.
func (m *Machine) NativePlaces() uint32 { return m.places.n }
func (m *Machine) NativeFrame() uint32  { return m.places.fp }

// NativePlace is place i, the outermost being the first.
func (m *Machine) NativePlace(i uint32) (tmpl, word uint32) {
	return m.places.tmpl[i], m.places.word[i]
}
