package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"

	"firn/bench/programs"
)

// startupProgram is the smallest program that shows that an engine runs.
const startupProgram = "'use strict';\nprint('ready');\n"

// sample is one run of one process.
type sample struct {
	cpu    time.Duration // user and system time, all threads
	wall   time.Duration
	rss    int64 // largest resident set in bytes, 0 where the system does not tell
	output string
	err    error

	compile time.Duration // CPU of the compiler of native code, of engines that tell
}

// session measures a list of programs on a list of engines.
type session struct {
	options *options
	dir     string
	engines []engine
	log     io.Writer
}

// measure runs everything. Engines take turns within each program, so that a machine that slows down for a while does
// it to all of them.
func (s *session) measure(list []programs.Program) (*Record, error) {
	r := &Record{Date: time.Now().UTC().Format(time.RFC3339), Machine: thisMachine(), Size: s.options.size, Runs: s.options.runs}
	startup, err := s.cells("startup", startupProgram, nil)
	if err != nil {
		return nil, err
	}
	for _, e := range s.engines {
		c := startup[e.name]
		if c.Error != "" {
			return nil, fmt.Errorf("%s cannot print one line: %s", e.name, c.Error)
		}
		r.Engines = append(r.Engines, EngineRecord{Name: e.name, Version: e.version, StartupCPU: c.CPU, StartupWall: c.Wall, StartupRSS: c.RSS})
	}
	r.Reference = s.reference()
	for _, p := range list {
		text, err := p.Source(programs.Size(s.options.size))
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(s.log, "%s …\n", p.Name)
		cells, err := s.cells(p.Name, text, p.Skip)
		if err != nil {
			return nil, err
		}
		r.Programs = append(r.Programs, ProgramRecord{Name: p.Name, Size: p.Sizes[programs.Size(s.options.size)], Cells: cells})
	}
	r.summarise()
	return r, nil
}

// reference names the engine whose output the others must equal: node where it is, else the last one of the list.
func (s *session) reference() string {
	for _, e := range s.engines {
		if strings.HasPrefix(e.name, "node") {
			return e.name
		}
	}
	return s.engines[len(s.engines)-1].name
}

// cells runs one program on every engine but those to skip.
func (s *session) cells(name, text string, skip []string) (map[string]*Cell, error) {
	script := filepath.Join(s.dir, name+".js")
	if err := os.WriteFile(script, []byte(text), 0o644); err != nil {
		return nil, err
	}
	samples := make(map[string][]sample)
	for range s.options.runs {
		for _, e := range s.engines {
			if slices.Contains(skip, e.name) {
				continue
			}
			// A run that failed will fail again.
			if n := len(samples[e.name]); n > 0 && samples[e.name][n-1].err != nil {
				continue
			}
			samples[e.name] = append(samples[e.name], s.once(e, script))
		}
	}
	want := ""
	if list := samples[s.reference()]; len(list) > 0 && list[0].err == nil {
		want = list[0].output
	}
	cells := make(map[string]*Cell)
	for engine, list := range samples {
		cells[engine] = newCell(list, want)
	}
	return cells, nil
}

// once runs a script in a process of its own.
func (s *session) once(e engine, script string) sample {
	ctx, cancel := context.WithTimeout(context.Background(), s.options.timeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, e.argv[0], append(slices.Clone(e.argv[1:]), script)...)
	var out, problem bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problem
	start := time.Now()
	err := cmd.Run()
	r := sample{wall: time.Since(start), output: out.String()}
	if cmd.ProcessState != nil {
		r.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		r.rss = maxRSS(cmd.ProcessState)
	}
	if m := compileTime.FindSubmatch(problem.Bytes()); m != nil {
		for _, text := range m[1:] {
			if d, err := time.ParseDuration(string(text)); err == nil {
				r.compile += d
			}
		}
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		r.err = fmt.Errorf("no end after %v", s.options.timeout)
	} else if err != nil {
		line := strings.TrimSpace(problem.String())
		if len(line) > 300 {
			line = line[:300] + "…"
		}
		r.err = fmt.Errorf("%w: %s", err, strings.ReplaceAll(line, "\n", " | "))
	}
	return r
}

// compileTime is the line of firn's -stats about the compiler: what it took while the program waited, and beside it.
var compileTime = regexp.MustCompile(`(?m)^compile time +(\S+) \+ (\S+) in the background`)

// newCell takes the medians of the samples and compares the outputs with the one wanted.
func newCell(list []sample, want string) *Cell {
	c := &Cell{}
	var cpu, wall, compile []float64
	for _, r := range list {
		if r.err != nil {
			return &Cell{Error: r.err.Error()}
		}
		if want != "" && r.output != want {
			return &Cell{Error: "output differs: " + firstDifference(r.output, want)}
		}
		cpu = append(cpu, milliseconds(r.cpu))
		wall = append(wall, milliseconds(r.wall))
		compile = append(compile, milliseconds(r.compile))
		c.RSS = max(c.RSS, r.rss)
	}
	c.All = slices.Clone(cpu)
	c.CPU, c.Wall, c.Compile = median(cpu), median(wall), median(compile)
	return c
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		a, b := "(nothing)", "(nothing)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return fmt.Sprintf("line %d is %q, want %q", i+1, a, b)
		}
	}
	return "nowhere"
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// median sorts the list in place. An even count gives the mean of the two in the middle.
func median(list []float64) float64 {
	if len(list) == 0 {
		return 0
	}
	slices.Sort(list)
	n := len(list)
	return (list[(n-1)/2] + list[n/2]) / 2
}

func thisMachine() MachineRecord {
	m := MachineRecord{OS: runtime.GOOS, Arch: runtime.GOARCH, Processors: runtime.NumCPU(), Go: runtime.Version()}
	if text, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for _, line := range strings.Split(string(text), "\n") {
			if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
				m.CPU = strings.TrimSpace(value)
				break
			}
		}
	}
	return m
}
