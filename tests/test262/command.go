package test262

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// Command is the test262 command: it parses args, runs the suite on the engine and answers the exit status: 0 when the
// run agrees with the expectations, 1 when it does not, 2 when it could not be made.
func Command(args []string, engine Engine, stdout, stderr io.Writer) int {
	c := &command{stdout: stdout, stderr: stderr}
	flags := c.flags()
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	if flags.NArg() > 0 {
		c.run = flags.Arg(0)
	}
	if s, ok := engine.(Stage1); ok {
		s.Native = c.native
		engine = s
	}
	status, err := c.execute(engine)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	return status
}

type command struct {
	stdout, stderr io.Writer

	suite, run, profile, json, expectations string
	causes, native                          string
	update, verbose, quiet, noExpect        bool
	options                                 Options
}

func (c *command) flags() *flag.FlagSet {
	f := flag.NewFlagSet("test262", flag.ContinueOnError)
	f.SetOutput(c.stderr)
	f.StringVar(&c.suite, "suite", "", "test262.tar.gz or an unpacked `directory` (default $"+SuiteVariable+" or ../shared/test262)")
	f.StringVar(&c.run, "run", "", "run the tests whose path matches this `regexp`")
	f.StringVar(&c.profile, "profile", "all", "es2018, es2025 or all")
	f.StringVar(&c.json, "json", "", "write every result to this `file`, one JSON object a line")
	f.StringVar(&c.causes, "causes", "", "write the failures grouped by message to this `file`")
	f.StringVar(&c.expectations, "expectations", "", "the `file` of known failures (default tests/test262/expectations.txt of the module)")
	f.StringVar(&c.native, "native", "", "compile everything at once: learnt (after some calls) or blind (at the first)")
	f.BoolVar(&c.noExpect, "no-expectations", false, "do not compare with known failures")
	f.BoolVar(&c.update, "update", false, "rewrite the known failures from this run")
	f.BoolVar(&c.verbose, "v", false, "list all rows, causes and differences")
	f.BoolVar(&c.quiet, "q", false, "totals only")
	f.IntVar(&c.options.Workers, "workers", 0, "tests run at the same time (default one a processor)")
	f.IntVar(&c.options.Shard, "shard", 0, "run every -shards-th test from this one on")
	f.IntVar(&c.options.Shards, "shards", 0, "number of shards (default 1)")
	f.Uint64Var(&c.options.Fuel, "fuel", DefaultFuel, "fuel for each test")
	f.Uint64Var(&c.options.Memory, "memory", DefaultMemory, "bytes of memory for each test")
	f.DurationVar(&c.options.Stuck, "stuck", DefaultStuck, "report a test that does not come back after its fuel must be gone")
	return f
}

func (c *command) execute(engine Engine) (int, error) {
	switch c.profile {
	case "es2018":
		c.options.Profile = ES2018
	case "es2025":
		c.options.Profile = ES2025
	case "all", "":
	default:
		return 2, fmt.Errorf("test262: unknown profile %q; want es2018, es2025 or all", c.profile)
	}
	if c.run != "" {
		filter, err := regexp.Compile(c.run)
		if err != nil {
			return 2, err
		}
		c.options.Filter = filter
	}
	if c.suite == "" {
		name, err := Locate()
		if err != nil {
			return 2, err
		}
		c.suite = name
	}
	suite, err := Open(c.suite)
	if err != nil {
		return 2, err
	}
	finish := c.progress()
	report, err := Run(suite, engine, c.options)
	finish()
	if err != nil {
		return 2, err
	}
	return c.tell(suite, report)
}

// progress shows a bar on terminals and nothing elsewhere.
func (c *command) progress() (finish func()) {
	f, ok := c.stderr.(*os.File)
	if !ok || c.quiet || !term.IsTerminal(int(f.Fd())) {
		return func() {}
	}
	var bar *progressbar.ProgressBar
	passed, failed := 0, 0
	c.options.Progress = func(done, total int, last *Record) {
		if bar == nil {
			bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(f), progressbar.OptionShowCount(),
				progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionShowIts())
		}
		switch last.Status {
		case Passed:
			passed++
		case Failed:
			failed++
		}
		if done%64 == 0 || done == total {
			bar.Describe(fmt.Sprintf("%d passed, %d failed", passed, failed))
		}
		bar.Add(1)
	}
	return func() {
		if bar != nil {
			bar.Finish()
		}
	}
}

func (c *command) tell(suite *Suite, report *Report) (int, error) {
	var err error
	if c.quiet {
		err = report.writeTotals(c.stdout)
	} else {
		err = report.WriteSummary(c.stdout, c.verbose)
	}
	if err != nil {
		return 2, err
	}
	if err := writeFile(c.json, report.WriteJSON); err != nil {
		return 2, err
	}
	if err := writeFile(c.causes, report.writeCauses); err != nil {
		return 2, err
	}
	if c.noExpect {
		return 0, nil
	}
	name := c.expectations
	if name == "" {
		root, err := moduleRoot()
		if err != nil {
			return 2, fmt.Errorf("test262: outside the module; name the file with -expectations or give -no-expectations")
		}
		name = filepath.Join(root, "tests", "test262", "expectations.txt")
	}
	expected, err := ReadExpectations(name)
	if err != nil {
		return 2, err
	}
	drift := expected.Compare(report)
	if c.update {
		expected.Update(report)
		expected.Prune(suite)
		fmt.Fprintf(c.stdout, "expectations: %d added, %d removed, %d in all\n", len(drift.Broken), len(drift.Fixed), expected.Len())
		return 0, expected.Save(name)
	}
	limit := 20
	if c.verbose {
		limit = 0
	}
	drift.WriteDrift(c.stdout, limit)
	if !drift.Clean() {
		return 1, nil
	}
	return 0, nil
}

func writeFile(name string, write func(io.Writer) error) error {
	if name == "" {
		return nil
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// writeCauses writes every cause with up to eight of its tests.
func (r *Report) writeCauses(w io.Writer) error {
	for _, c := range r.Causes() {
		fmt.Fprintf(w, "%d  %s\n", len(c.Paths), c.Message)
		for i, file := range c.Paths {
			if i == 8 {
				break
			}
			if _, err := fmt.Fprintf(w, "      %s\n", file); err != nil {
				return err
			}
		}
	}
	return nil
}
