package runtime

import (
	"compress/gzip"
	"io"
	"time"
)

// The format of pprof: github.com/google/pprof/blob/main/proto/profile.proto, a
// protocol buffer. RATIONALE.md says why it is written here; a test reads it with
// that package.

// Numbers of the fields.
const (
	profileSampleType = 1
	profileSample     = 2
	profileMapping    = 3
	profileLocation   = 4
	profileFunction   = 5
	profileString     = 6
	profileTime       = 9
	profileDuration   = 10
	profilePeriodType = 11
	profilePeriod     = 12
	profileDefault    = 14

	valueType = 1
	valueUnit = 2

	sampleLocation = 1
	sampleValue    = 2
	sampleLabel    = 3
	labelKey       = 1
	labelString    = 2

	mappingID        = 1
	mappingFile      = 5
	mappingFunctions = 7
	mappingFiles     = 8
	mappingLines     = 9

	locationID      = 1
	locationMapping = 2
	locationLine    = 4
	lineFunction    = 1
	lineLine        = 2
	lineColumnNo    = 3

	functionID     = 1
	functionName   = 2
	functionSystem = 3
	functionFile   = 4
	functionLine   = 5
)

// message is a protocol buffer in the making.
type message []byte

func (b *message) varint(x uint64) {
	for x >= 0x80 {
		*b = append(*b, byte(x)|0x80)
		x >>= 7
	}
	*b = append(*b, byte(x))
}

// number adds a field that is an integer; 0 is what absent fields are.
func (b *message) number(field int, x uint64) {
	if x != 0 {
		b.varint(uint64(field) << 3)
		b.varint(x)
	}
}

// bytes adds a field that is a string or a message.
func (b *message) bytes(field int, data []byte) {
	b.varint(uint64(field)<<3 | 2)
	b.varint(uint64(len(data)))
	*b = append(*b, data...)
}

// pprof writes a profile.
type pprof struct {
	p         *profiler
	out       message
	strings   map[string]uint64
	locations map[uint64]uint64 // numbers by place
	functions map[uint32]bool   // written
}

func newPprof(p *profiler) *pprof {
	w := &pprof{p: p, strings: map[string]uint64{}, locations: map[uint64]uint64{}, functions: map[uint32]bool{}}
	w.text("")
	var m message
	m.number(mappingID, 1)
	m.number(mappingFile, w.text("firn"))
	m.number(mappingFunctions, 1)
	m.number(mappingFiles, 1)
	m.number(mappingLines, 1)
	w.out.bytes(profileMapping, m)
	return w
}

// text is the number of a string.
func (w *pprof) text(s string) uint64 {
	n, ok := w.strings[s]
	if !ok {
		n = uint64(len(w.strings))
		w.strings[s] = n
		w.out.bytes(profileString, []byte(s))
	}
	return n
}

func (w *pprof) valueType(kind, unit string) message {
	var m message
	m.number(valueType, w.text(kind))
	m.number(valueUnit, w.text(unit))
	return m
}

func (w *pprof) sampleType(kind, unit string) {
	w.out.bytes(profileSampleType, w.valueType(kind, unit))
}

func (w *pprof) period(kind, unit string, n int64) {
	w.out.bytes(profilePeriodType, w.valueType(kind, unit))
	w.out.number(profilePeriod, uint64(n))
}

func (w *pprof) defaultType(kind string) { w.out.number(profileDefault, w.text(kind)) }

func (w *pprof) times(begun time.Time, d time.Duration) {
	w.out.number(profileTime, uint64(begun.UnixNano()))
	w.out.number(profileDuration, uint64(d))
}

func (w *pprof) sample(stack []uint64, values []int64, label, value string) {
	if len(stack) == 0 {
		stack = []uint64{uint64(w.p.funcs.pseudo("(host)", "")) << 32}
	}
	var m, list message
	for _, place := range stack {
		list.varint(w.location(place))
	}
	m.bytes(sampleLocation, list)
	list = list[:0]
	for _, v := range values {
		list.varint(uint64(v))
	}
	m.bytes(sampleValue, list)
	list = list[:0]
	list.number(labelKey, w.text(label))
	list.number(labelString, w.text(value))
	m.bytes(sampleLabel, list)
	w.out.bytes(profileSample, m)
}

// location is the number of a place.
func (w *pprof) location(place uint64) uint64 {
	n, ok := w.locations[place]
	if ok {
		return n
	}
	n = uint64(len(w.locations)) + 1
	w.locations[place] = n
	f := uint32(place >> 32)
	w.function(f)
	var m, line message
	line.number(lineFunction, uint64(f)+1)
	at := w.p.funcs.lines[place]
	line.number(lineLine, uint64(at.Line))
	line.number(lineColumnNo, uint64(at.Column))
	m.number(locationID, n)
	m.number(locationMapping, 1)
	m.bytes(locationLine, line)
	w.out.bytes(profileLocation, m)
	return n
}

func (w *pprof) function(n uint32) {
	if w.functions[n] {
		return
	}
	w.functions[n] = true
	f := &w.p.funcs.list[n]
	var m message
	m.number(functionID, uint64(n)+1)
	m.number(functionName, w.text(f.name))
	m.number(functionSystem, w.text(f.name))
	m.number(functionFile, w.text(f.file))
	m.number(functionLine, uint64(f.line))
	w.out.bytes(profileFunction, m)
}

func (w *pprof) write(to io.Writer) error {
	z, err := gzip.NewWriterLevel(to, gzip.BestSpeed)
	if err != nil {
		return err
	}
	if _, err := z.Write(w.out); err != nil {
		return err
	}
	return z.Close()
}
