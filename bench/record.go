package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"text/tabwriter"
)

// Record is what a session found: the content of bench.json. Times are milliseconds, sizes bytes.
type Record struct {
	Date      string          `json:"date"`
	Machine   MachineRecord   `json:"machine"`
	Size      string          `json:"size"`
	Runs      int             `json:"runs"`
	Reference string          `json:"reference"`
	Engines   []EngineRecord  `json:"engines"`
	Programs  []ProgramRecord `json:"programs"`
	Micro     []MicroItem     `json:"micro,omitempty"`
}

// MachineRecord says what the figures were taken on.
type MachineRecord struct {
	OS         string `json:"os"`
	Arch       string `json:"arch"`
	CPU        string `json:"cpu,omitempty"`
	Processors int    `json:"processors"`
	Go         string `json:"go"`
}

// EngineRecord is an engine with what belongs to no program.
type EngineRecord struct {
	Name        string  `json:"name"`
	Version     string  `json:"version"`
	StartupCPU  float64 `json:"startup_cpu_ms"`
	StartupWall float64 `json:"startup_wall_ms"`
	StartupRSS  int64   `json:"startup_rss"`
	// Speed is the geometric mean, over the programs that both ran, of goja's time over this engine's; SpeedNet is
	// the same with each engine's start-up subtracted. They are 0 when goja was not run.
	Speed    float64 `json:"x_goja"`
	SpeedNet float64 `json:"x_goja_without_startup"`
	// Slowest is the lowest ratio, and Slow the program that has it.
	Slowest float64 `json:"lowest_x_goja"`
	Slow    string  `json:"lowest_program,omitempty"`
	// Compiling is the share of the compiler of native code in the CPU time of all programs.
	Compiling float64 `json:"compile_share,omitempty"`
}

// ProgramRecord is one row of the table.
type ProgramRecord struct {
	Name  string           `json:"name"`
	Size  int              `json:"size"`
	Cells map[string]*Cell `json:"engines"`
}

// Cell is one program on one engine.
type Cell struct {
	CPU  float64 `json:"cpu_ms"`
	Wall float64 `json:"wall_ms"`
	RSS  int64   `json:"rss"`
	// Compile is the part of CPU that the compiler of native code took; 0 where the engine does not tell.
	Compile float64   `json:"compile_cpu_ms,omitempty"`
	All     []float64 `json:"cpu_all_ms,omitempty"`
	Error   string    `json:"error,omitempty"`
}

const yardstick = "goja"

// ratio is goja's time over an engine's, or 0 when either is missing.
func (p *ProgramRecord) ratio(engine string, subtract func(engine string) float64) float64 {
	own, base := p.Cells[engine], p.Cells[yardstick]
	if own == nil || base == nil || own.Error != "" || base.Error != "" {
		return 0
	}
	// A difference below a tenth of a millisecond is noise, and so would be its ratio.
	a := math.Max(own.CPU-subtract(engine), 0.1)
	b := math.Max(base.CPU-subtract(yardstick), 0.1)
	return b / a
}

func nothing(string) float64 { return 0 }

func (r *Record) startup(engine string) float64 {
	for i := range r.Engines {
		if r.Engines[i].Name == engine {
			return r.Engines[i].StartupCPU
		}
	}
	return 0
}

// summarise fills in the geometric means.
func (r *Record) summarise() {
	for i := range r.Engines {
		e := &r.Engines[i]
		var gross, net []float64
		for k := range r.Programs {
			p := &r.Programs[k]
			x := p.ratio(e.Name, nothing)
			if x == 0 {
				continue
			}
			gross = append(gross, x)
			net = append(net, p.ratio(e.Name, r.startup))
			if e.Slow == "" || x < e.Slowest {
				e.Slowest, e.Slow = x, p.Name
			}
		}
		e.Speed, e.SpeedNet = geometricMean(gross), geometricMean(net)
		e.Compiling = r.compiling(e.Name)
	}
}

// compiling is the share of the compiler in an engine's CPU time.
func (r *Record) compiling(engine string) float64 {
	var compile, cpu float64
	for i := range r.Programs {
		if c := r.Programs[i].Cells[engine]; c != nil && c.Error == "" {
			compile += c.Compile
			cpu += c.CPU
		}
	}
	if compile == 0 {
		return 0
	}
	return compile / cpu
}

func geometricMean(list []float64) float64 {
	if len(list) == 0 {
		return 0
	}
	sum := 0.0
	for _, x := range list {
		sum += math.Log(x)
	}
	return math.Exp(sum / float64(len(list)))
}

func (r *Record) failures() int {
	n := 0
	for _, p := range r.Programs {
		for _, c := range p.Cells {
			if c.Error != "" {
				n++
			}
		}
	}
	return n
}

// writeTable writes the figures for people: milliseconds of CPU, and in brackets the speed relative to goja.
func (r *Record) writeTable(w io.Writer) error {
	m := r.Machine
	fmt.Fprintf(w, "%s, %s/%s, %d processors, %s; size %s, median of %d runs, user+system CPU\n\n", m.CPU, m.OS, m.Arch, m.Processors, m.Go, r.Size, r.Runs)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(t, "ms (× goja)\t")
	for _, e := range r.Engines {
		fmt.Fprintf(t, "%s\t", e.Name)
	}
	fmt.Fprintln(t)
	for i := range r.Programs {
		p := &r.Programs[i]
		fmt.Fprintf(t, "%s\t", p.Name)
		for _, e := range r.Engines {
			fmt.Fprintf(t, "%s\t", p.text(e.Name))
		}
		fmt.Fprintln(t)
	}
	r.summaryRow(t, "geometric mean", func(e *EngineRecord) string { return times(e.Speed) })
	r.summaryRow(t, "start-up subtracted", func(e *EngineRecord) string { return times(e.SpeedNet) })
	r.summaryRow(t, "lowest", func(e *EngineRecord) string { return times(e.Slowest) })
	r.summaryRow(t, "compiling, % of CPU", func(e *EngineRecord) string { return times(100 * e.Compiling) })
	r.summaryRow(t, "start-up, ms CPU", func(e *EngineRecord) string { return fmt.Sprintf("%.1f", e.StartupCPU) })
	r.summaryRow(t, "start-up, ms wall", func(e *EngineRecord) string { return fmt.Sprintf("%.1f", e.StartupWall) })
	r.summaryRow(t, "start-up, MB resident", func(e *EngineRecord) string { return fmt.Sprintf("%.1f", float64(e.StartupRSS)/1e6) })
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(w)
	for _, e := range r.Engines {
		fmt.Fprintf(w, "%s: %s\n", e.Name, e.Version)
	}
	if len(r.Micro) > 0 {
		fmt.Fprintln(w)
	}
	for _, i := range r.Micro {
		fmt.Fprintf(w, "%-58s %10.2f %s\n", i.Name, i.Value, i.Unit)
	}
	for _, p := range r.Programs {
		for _, e := range r.Engines {
			if c := p.Cells[e.Name]; c != nil && c.Error != "" {
				fmt.Fprintf(w, "%s on %s: %s\n", p.Name, e.Name, c.Error)
			}
		}
	}
	return nil
}

func (r *Record) summaryRow(w io.Writer, title string, text func(*EngineRecord) string) {
	fmt.Fprintf(w, "%s\t", title)
	for i := range r.Engines {
		fmt.Fprintf(w, "%s\t", text(&r.Engines[i]))
	}
	fmt.Fprintln(w)
}

func times(x float64) string {
	if x == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", x)
}

func (p *ProgramRecord) text(engine string) string {
	c := p.Cells[engine]
	if c == nil {
		return "–"
	}
	if c.Error != "" {
		return "failed"
	}
	if x := p.ratio(engine, nothing); x > 0 && engine != yardstick {
		return fmt.Sprintf("%.0f (%.1f)", c.CPU, x)
	}
	return fmt.Sprintf("%.0f", c.CPU)
}

// save writes bench.json and bench.svg.
func (r *Record) save(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "bench.json"), append(text, '\n'), 0o644); err != nil {
		return err
	}
	return r.chart(filepath.Join(dir, "bench.svg"))
}
