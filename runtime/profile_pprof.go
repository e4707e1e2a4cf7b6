package runtime

import (
	"io"
	"time"

	"github.com/google/pprof/profile"
)

// pprof builds a profile in the form of package profile.
type pprof struct {
	p         *profiler
	out       *profile.Profile
	locations map[uint64]*profile.Location // by place
	functions map[uint32]*profile.Function
}

// newPprof begins a profile with a point every rate units of a kind. begun is when
// it was started.
func newPprof(p *profiler, begun time.Time, kind, unit string, rate int64, values ...*profile.ValueType) *pprof {
	out := &profile.Profile{
		SampleType:    values,
		TimeNanos:     begun.UnixNano(),
		DurationNanos: int64(time.Since(begun)),
		PeriodType:    &profile.ValueType{Type: kind, Unit: unit},
		Period:        rate,
	}
	// One mapping that says that names need not be looked up.
	out.Mapping = []*profile.Mapping{{ID: 1, File: "firn", HasFunctions: true, HasFilenames: true, HasLineNumbers: true}}
	return &pprof{p: p, out: out, locations: map[uint64]*profile.Location{}, functions: map[uint32]*profile.Function{}}
}

// sample adds one, with its stack from the innermost frame on.
func (w *pprof) sample(stack []uint64, values []int64, label, value string) {
	if len(stack) == 0 {
		stack = []uint64{uint64(w.p.funcs.pseudo("(host)", "")) << 32}
	}
	s := &profile.Sample{Value: values, Label: map[string][]string{label: {value}}}
	for _, place := range stack {
		s.Location = append(s.Location, w.location(place))
	}
	w.out.Sample = append(w.out.Sample, s)
}

func (w *pprof) location(place uint64) *profile.Location {
	l := w.locations[place]
	if l == nil {
		at := w.p.funcs.lines[place]
		l = &profile.Location{
			ID:      uint64(len(w.locations)) + 1,
			Mapping: w.out.Mapping[0],
			Line:    []profile.Line{{Function: w.function(uint32(place >> 32)), Line: int64(at.Line), Column: int64(at.Column)}},
		}
		w.locations[place] = l
		w.out.Location = append(w.out.Location, l)
	}
	return l
}

func (w *pprof) function(n uint32) *profile.Function {
	f := w.functions[n]
	if f == nil {
		known := &w.p.funcs.list[n]
		f = &profile.Function{ID: uint64(n) + 1, Name: known.name, SystemName: known.name, Filename: known.file, StartLine: int64(known.line)}
		w.functions[n] = f
		w.out.Function = append(w.out.Function, f)
	}
	return f
}

// write writes the profile, compressed by gzip.
func (w *pprof) write(to io.Writer) error { return w.out.Write(to) }
