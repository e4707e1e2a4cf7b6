package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"time"

	"firn/bench/programs"
)

// options are the command line.
type options struct {
	vs      string
	peers   peerList
	firn    string
	noFirn  bool
	runs    int
	filter  string
	size    string
	check   bool
	micro   bool
	out     string
	timeout time.Duration
}

// peerList collects -peer NAME=COMMAND flags.
type peerList []string

func (p *peerList) String() string { return strings.Join(*p, "; ") }

func (p *peerList) Set(s string) error {
	if name, command, ok := strings.Cut(s, "="); !ok || name == "" || command == "" {
		return errors.New("want NAME=COMMAND")
	}
	*p = append(*p, s)
	return nil
}

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
	}
}

func parse(args []string, stderr io.Writer) (*options, error) {
	o := &options{}
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&o.vs, "vs", "firn-interpreter,goja,node,node-jitless,node-baseline", "the `engines` to compare with")
	f.Var(&o.peers, "peer", "another engine: `NAME=COMMAND`, called with the script's path; may be repeated")
	f.StringVar(&o.firn, "firn", "", "use this firn `binary` instead of building one")
	f.BoolVar(&o.noFirn, "no-firn", false, "time the other engines only")
	f.IntVar(&o.runs, "n", 5, "`runs` of each program on each engine; the median counts")
	f.StringVar(&o.filter, "run", "", "run the programs whose name matches this `regexp`")
	f.StringVar(&o.size, "size", "normal", "small, normal or long")
	f.BoolVar(&o.check, "check", false, "only compare outputs: one run each, no figures")
	f.BoolVar(&o.micro, "micro", true, "measure machines and compartments through Firn's Go API")
	f.StringVar(&o.out, "out", "", "write bench.json and bench.svg into this `directory`")
	f.DurationVar(&o.timeout, "timeout", 5*time.Minute, "longest wall-clock time of one run")
	if err := f.Parse(args); err != nil {
		return nil, err
	}
	if f.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q", f.Arg(0))
	}
	if o.runs < 1 {
		return nil, errors.New("-n must be at least 1")
	}
	if o.check {
		o.runs = 1
	}
	return o, nil
}

func run(args []string, stdout, stderr io.Writer) error {
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	chosen, err := choose(o.filter)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "firn-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	engines, err := prepare(o, dir, stderr)
	if err != nil {
		return err
	}
	s := &session{options: o, dir: dir, engines: engines, log: stderr}
	record, err := s.measure(chosen)
	if err != nil {
		return err
	}
	if o.check {
		return checkOnly(record, stdout)
	}
	if o.micro && !o.noFirn {
		fmt.Fprintln(stderr, "machines and compartments …")
		if record.Micro, err = measureMicro(); err != nil {
			return err
		}
	}
	if err := record.writeTable(stdout); err != nil {
		return err
	}
	if o.out != "" {
		if err := record.save(o.out); err != nil {
			return err
		}
	}
	if n := record.failures(); n > 0 {
		return fmt.Errorf("%d runs failed or printed something else than the reference", n)
	}
	return nil
}

func choose(filter string) ([]programs.Program, error) {
	all, err := programs.All()
	if err != nil {
		return nil, err
	}
	re, err := regexp.Compile(filter)
	if err != nil {
		return nil, err
	}
	var chosen []programs.Program
	for _, p := range all {
		if re.MatchString(p.Name) {
			chosen = append(chosen, p)
		}
	}
	if len(chosen) == 0 {
		return nil, fmt.Errorf("no program matches %q", filter)
	}
	return chosen, nil
}

func checkOnly(r *Record, w io.Writer) error {
	for _, p := range r.Programs {
		for _, e := range r.Engines {
			c := p.Cells[e.Name]
			switch {
			case c == nil:
				fmt.Fprintf(w, "skip  %-14s %s\n", p.Name, e.Name)
			case c.Error != "":
				fmt.Fprintf(w, "FAIL  %-14s %s: %s\n", p.Name, e.Name, c.Error)
			default:
				fmt.Fprintf(w, "ok    %-14s %s\n", p.Name, e.Name)
			}
		}
	}
	if n := r.failures(); n > 0 {
		return fmt.Errorf("%d runs failed or printed something else than the reference (%s)", n, r.Reference)
	}
	return nil
}
