package ssa

import "fmt"

// Config says how Optimize goes about it. The zero Config runs everything.
type Config struct {
	// Check checks the graph before the first pass and after each.
	Check bool
	// Dump, if not nil, is called with "start" before the first pass and with
	// the name of each pass after it.
	Dump func(pass string, f *Func)
	// Disable holds names of passes to be left out. Required passes run anyway.
	Disable map[string]bool
	// Limit, if positive, is how many of the passes run, for bisection; the
	// required ones among the others run anyway.
	Limit int
}

// A pass improves a function. It is in a file of its own, which explains it.
type pass struct {
	name     string
	run      func(f *Func)
	required bool // what comes after Optimize needs it
}

// The passes, in order. A pass that runs again has another name each time; the
// first word tells which one it is.
var passes = []pass{
	{name: "phielim", run: phielim},
	{name: "deadcode", run: deadcode},
	{name: "phirep", run: phirep},
	{name: "gvn", run: gvn},
	{name: "memory", run: memory},
	{name: "escape", run: escape},
	{name: "gvn again", run: gvn},
	{name: "narrow", run: narrow},
	{name: "licm", run: licm},
	{name: "range", run: rangeAnalysis},
	{name: "rewrite late", run: rewriteLate},
	{name: "bounds", run: bounds},
	{name: "offsets", run: offsets},
	{name: "early", run: early},
	{name: "sink", run: sink},
	{name: "slots", run: slots},
	{name: "charges", run: charges},
	{name: "fill", run: fill},
	{name: "finish", run: finish, required: true},
}

// order is what must hold for the table: the first pass comes before the second.
// init checks it.
var order = []struct{ before, after, why string }{
	{"phielim", "deadcode", "phis that are copies hide constant branches"},
	{"deadcode", "phirep", "dead uses of phis count, too"},
	{"phirep", "gvn", "phirep leaves checks of boxed phis behind"},
	{"gvn", "memory", "equal addresses must be the same values"},
	{"memory", "gvn again", "checks of loads that are gone are equal now"},
	{"memory", "escape", "fewer phis and loads that lead to an object"},
	{"escape", "gvn again", "the contents of what does not escape are compared"},
	{"gvn again", "narrow", "conversions of equal phis are one, and those of others are gone"},
	{"narrow", "licm", "what is converted in the loop no more may move out of it"},
	{"gvn again", "rewrite late", "late rules hide what kind a value is"},
	{"gvn again", "licm", "addresses are known and guards are few"},
	{"licm", "range", "a bounds check that moved out of a loop needs none of the loop's tests"},
	{"range", "bounds", "sums that do not overflow are no guards, and checks that are needed are few"},
	{"bounds", "offsets", "bounds checks use the same sums"},
	{"memory", "offsets", "two accesses of one element must look alike"},
	{"rewrite late", "early", "the rules would take the value that was checked for a box of what the check gave"},
	{"early", "sink", "boxes for states are few"},
	{"rewrite late", "sink", "what is boxed again is not boxed anew"},
	{"sink", "slots", "states have their last form"},
	{"licm", "slots", "what is in a slot is so at one place"},
	{"slots", "fill", "stores into frame slots are few"},
	{"slots", "finish", "finish drops what tells that slots were written"},
	{"licm", "finish", "finish drops the states at the ends of blocks"},
	{"deadcode", "finish", "finish ends with it"},
}

func init() {
	place := map[string]int{}
	for i, p := range passes {
		if _, twice := place[p.name]; twice {
			panic("ssa: two passes named " + p.name)
		}
		place[p.name] = i
	}
	for _, o := range order {
		b, okB := place[o.before]
		a, okA := place[o.after]
		if !okB || !okA || b >= a {
			panic(fmt.Sprintf("ssa: pass %s must come before %s: %s", o.before, o.after, o.why))
		}
	}
}

// PassNames lists the passes in order.
func PassNames() []string {
	names := make([]string, len(passes))
	for i, p := range passes {
		names[i] = p.name
	}
	return names
}

// Optimize runs the passes over f, as the builder left it. The error, of
// Config.Check alone, names the pass that broke the graph.
func Optimize(f *Func, cfg Config) error {
	f.memory().optimizing(f.nextValue)
	defer f.mem.idle()
	if cfg.Dump != nil {
		cfg.Dump("start", f)
	}
	if cfg.Check {
		if err := Check(f); err != nil {
			return fmt.Errorf("before the passes: %w", err)
		}
	}
	for i, p := range passes {
		if !p.required && (cfg.Disable[p.name] || cfg.Limit > 0 && i >= cfg.Limit) {
			continue
		}
		f.memory().passes().reset()
		p.run(f)
		if cfg.Dump != nil {
			cfg.Dump(p.name, f)
		}
		if cfg.Check {
			if err := Check(f); err != nil {
				return fmt.Errorf("after %s: %w", p.name, err)
			}
		}
	}
	return nil
}

// finish drops what only passes need, the states at the ends of blocks and the
// results of slow instructions that nothing uses, and cleans up.
func finish(f *Func) {
	for _, b := range f.Blocks {
		b.EndState = nil
	}
	eliminateDead(f, true)
}
