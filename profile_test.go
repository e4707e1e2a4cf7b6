package firn_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/pprof/profile"

	"firn"
	"firn/tests/race"
)

const profiled = `function spin(n) {
  let s = 0;
  for (let i = 0; i < n; i++)
    s = (s + i * i) % 1000003;
  return s;
}
class Point {
  constructor(x) { this.x = x; this.y = -x; this.z = 0; }
}
function points(n) {
  const list = [];
  for (let i = 0; i < n; i++) list.push(new Point(i));
  return list;
}
function texts(n) {
  let all = 0;
  for (let i = 0; i < n; i++) all += ("text " + i).split("").length;
  return all;
}
const outer = n => { const r = spin(n); return r + texts(n / 1000); };
`

// readProfile parses a profile and checks it.
func readProfile(t *testing.T, b []byte) *profile.Profile {
	t.Helper()
	p, err := profile.Parse(bytes.NewReader(b))
	if err == nil {
		err = p.CheckValid()
	}
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// share is which part of the values with this index lies in samples that have a
// frame written as "function file:line" that begins with the given text.
func share(p *profile.Profile, value int, frame string) float64 {
	all, part := int64(0), int64(0)
	for _, s := range p.Sample {
		all += s.Value[value]
		for _, l := range s.Location {
			if at := l.Line[0]; strings.HasPrefix(fmt.Sprintf("%s %s:%d", at.Function.Name, at.Function.Filename, at.Line), frame) {
				part += s.Value[value]
				break
			}
		}
	}
	return float64(part) / float64(max(all, 1))
}

func TestCPUProfile(t *testing.T) {
	for mode, jit := range map[string]firn.JIT{"interpreted": firn.JITOff, "native": firn.JITOn} {
		t.Run(mode, func(t *testing.T) {
			m := machine(t, firn.Config{JIT: jit})
			program := profiled + "globalThis.f = () => outer(100000); f()"
			var before, after firn.Stats
			run := func() {
				if _, err := m.Run("p.js", "f()"); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := m.Run("program.js", program); err != nil {
				t.Fatal(err)
			}
			before = m.Stats()
			run()
			after = m.Stats()
			fuel := after.Fuel - before.Fuel
			if err := m.StartCPUProfile(); err != nil {
				t.Fatal(err)
			}
			if err := m.StartCPUProfile(); err != firn.ErrProfiling {
				t.Error(err)
			}
			runs := uint64(50)
			if race.Enabled && jit == firn.JITOff {
				runs = 2 // of the interpreter; native code is as fast as ever
			}
			for range runs {
				run()
			}
			if got := m.Stats().Fuel - after.Fuel; got != runs*fuel {
				t.Errorf("charged %d, without profile %d", got, runs*fuel)
			}
			var b bytes.Buffer
			if err := m.StopCPUProfile(&b); err != nil {
				t.Fatal(err)
			}
			if err := m.StopCPUProfile(io.Discard); err != firn.ErrNoProfile {
				t.Error(err)
			}
			p := readProfile(t, b.Bytes())
			if len(p.SampleType) != 2 || *p.SampleType[0] != (profile.ValueType{Type: "samples", Unit: "count"}) || *p.SampleType[1] != (profile.ValueType{Type: "cpu", Unit: "nanoseconds"}) {
				t.Errorf("sample types %v %v", p.SampleType[0], p.SampleType[1])
			}
			sum := int64(0)
			for _, s := range p.Sample {
				sum += s.Value[1]
			}
			if sum > p.DurationNanos || sum < p.DurationNanos/2 {
				t.Errorf("%d ns in samples, the profile is %d ns long", sum, p.DurationNanos)
			}
			for frame, least := range map[string]float64{
				"(program p.js) p.js:1":    0.95,
				"(anonymous program.js:20": 0,
				"outer program.js:20":      0.95,
				"spin program.js":          0.5,
				"spin program.js:3":        0,
			} {
				if got := share(p, 1, frame); got < least {
					t.Errorf("%.3f of the time under %s, want %.2f\n%v", got, frame, least, p)
				}
			}
		})
	}
}

func TestMemProfile(t *testing.T) {
	m := machine(t, firn.Config{})
	if err := m.StartMemProfile(); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Run("program.js", profiled+"globalThis.kept = points(100000); for (let i = 0; i < 10; i++) points(20000); texts(300000)"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := m.StopMemProfile(&b); err != nil {
		t.Fatal(err)
	}
	p := readProfile(t, b.Bytes())
	var kinds []string
	for _, s := range p.SampleType {
		kinds = append(kinds, s.Type+"/"+s.Unit)
	}
	if got := strings.Join(kinds, " "); got != "alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes peak_objects/count peak_space/bytes" {
		t.Error(got)
	}
	if got := share(p, 3, "points program.js:12"); got < 0.95 {
		t.Errorf("%.3f of what is alive was made by points\n%v", got, p)
	}
	if got := share(p, 3, "Point program.js:8"); got < 0.6 {
		t.Errorf("%.3f of what is alive are points\n%v", got, p)
	}
	if got := share(p, 1, "texts program.js:17"); got < 0.3 {
		t.Errorf("%.3f of what was allocated is texts\n%v", got, p)
	}
	objects := int64(0)
	for _, s := range p.Sample {
		if s.Location[0].Line[0].Function.Name == "Point" {
			objects += s.Value[0]
		}
	}
	if objects < 150000 || objects > 500000 {
		t.Errorf("%d points, want about 300000", objects)
	}
}

// TestProfileAndHost: profiles may begin and end in host functions, whose time is
// seen; forks and images of the machine have none.
func TestProfileAndHost(t *testing.T) {
	m := machine(t, firn.Config{})
	var b bytes.Buffer
	m.Set("start", func() error { return m.StartCPUProfile() })
	m.Set("stop", func() error { return m.StopCPUProfile(&b) })
	m.Set("wait", func() { time.Sleep(30 * time.Millisecond) })
	m.Set("again", func(f func() (float64, error)) (float64, error) { return f() })
	if _, err := m.Run("host.js", profiled+`start();
for (let i = 0; i < 3; i++) wait();
again(() => spin(300000));
stop()`); err != nil {
		t.Fatal(err)
	}
	p := readProfile(t, b.Bytes())
	for _, frame := range []string{"(program host.js) host.js:22", "spin host.js:"} {
		if share(p, 1, frame) == 0 {
			t.Errorf("no %s\n%v", frame, p)
		}
	}
	waited := int64(0)
	for _, s := range p.Sample {
		if s.Location[0].Line[0].Function.Name != "wait" {
			continue
		}
		waited += s.Value[1]
		if s.Label["tier"][0] != "host" {
			t.Errorf("wait is labelled %v", s.Label)
		}
	}
	if waited < int64(80*time.Millisecond) {
		t.Errorf("%d ns in wait, want 90 ms or more\n%v", waited, p)
	}

	m = machine(t, firn.Config{Fuel: 1_000_000})
	m.StartCPUProfile()
	m.StartMemProfile()
	_, err := m.Run("stopped.js", profiled+"let n = 0; for (;;) n += points(1000).length + texts(100)")
	if e, ok := err.(*firn.LimitError); !ok || !e.Resumable {
		t.Fatal(err)
	}
	f, err := m.Fork()
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.StopMemProfile(io.Discard); err != firn.ErrNoProfile {
		t.Error(err)
	}
	var plain, profiling bytes.Buffer
	if err := f.Save(&plain); err != nil {
		t.Fatal(err)
	}
	if err := m.Save(&profiling); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(plain.Bytes(), profiling.Bytes()) {
		t.Error("the image of a machine that is profiled is another one")
	}
	for _, m := range []*firn.Machine{m, f} {
		m.AddFuel(1_000_000)
		m.Continue()
	}
	if a, b := m.Stats().Fuel, f.Stats().Fuel; a != b {
		t.Errorf("fuel %d with a profile, %d without", a, b)
	}
	if err := m.StopMemProfile(&b); err != nil {
		t.Fatal(err)
	}
	b.Reset()
	if err := m.StopCPUProfile(&b); err != nil {
		t.Fatal(err)
	}
	if p := readProfile(t, b.Bytes()); share(p, 1, "(program stopped.js)") < 0.9 {
		t.Errorf("the run that was continued is not in the profile\n%v", p)
	}
}
