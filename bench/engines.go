package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// engine is a command that runs a script.
type engine struct {
	name    string
	version string
	argv    []string // the script's path is appended
}

// nodePrelude gives node what the other hosts have built in.
const nodePrelude = "globalThis.print = (...args) => console.log(args.join(' '));\n"

// prepare builds and finds the engines that the options ask for. An engine of -vs that is not on this machine is left
// out with a word on stderr; one that cannot be built is an error.
func prepare(o *options, dir string, stderr io.Writer) ([]engine, error) {
	var engines []engine
	if !o.noFirn {
		e, err := prepareFirn(o.firn, dir)
		if err != nil {
			return nil, err
		}
		e.argv = append(e.argv, "-stats") // for the compiler's share
		engines = append(engines, e)
	}
	for _, name := range strings.Split(o.vs, ",") {
		switch {
		case name == "":
		case name == "firn-interpreter":
			e, err := prepareFirn(o.firn, dir)
			if err != nil {
				return nil, err
			}
			e.name, e.argv = name, append(e.argv, "-jit=off")
			engines = append(engines, e)
		case name == "goja":
			e, err := prepareGoja(dir)
			if err != nil {
				return nil, err
			}
			engines = append(engines, e)
		case name == "node" || strings.HasPrefix(name, "node-"):
			e, err := prepareNode(name, dir)
			if err != nil {
				fmt.Fprintf(stderr, "bench: %s is left out: %v\n", name, err)
				continue
			}
			engines = append(engines, e)
		default:
			return nil, fmt.Errorf("unknown engine %q; want firn-interpreter, goja, node, node-jitless or node-baseline, or give -peer %s=COMMAND", name, name)
		}
	}
	for _, peer := range o.peers {
		name, command, _ := strings.Cut(peer, "=")
		argv := strings.Fields(command)
		path, err := exec.LookPath(argv[0])
		if err != nil {
			return nil, err
		}
		argv[0] = path
		engines = append(engines, engine{name: name, version: command, argv: argv})
	}
	if len(engines) == 0 {
		return nil, fmt.Errorf("no engine to run")
	}
	return engines, nil
}

func prepareFirn(binary, dir string) (engine, error) {
	if binary == "" {
		binary = filepath.Join(dir, "firn")
		if err := build(binary, "firn/cmd/firn"); err != nil {
			return engine{}, err
		}
	}
	version, err := firstLine(binary, "version")
	if err != nil {
		return engine{}, err
	}
	return engine{name: "firn", version: version, argv: []string{binary, "run"}}, nil
}

func prepareGoja(dir string) (engine, error) {
	binary := filepath.Join(dir, "goja")
	if err := build(binary, "firn/bench/goja"); err != nil {
		return engine{}, err
	}
	version, err := firstLine("go", "list", "-m", "github.com/dop251/goja")
	if err != nil {
		return engine{}, err
	}
	return engine{name: "goja", version: version, argv: []string{binary}}, nil
}

// nodeFlags are node's tiers: everything, the interpreter alone, and the baseline compiler from the first call on
// without the optimising ones.
var nodeFlags = map[string][]string{
	"node":          nil,
	"node-jitless":  {"--jitless"},
	"node-baseline": {"--sparkplug", "--always-sparkplug", "--no-opt", "--no-maglev"},
}

func prepareNode(name, dir string) (engine, error) {
	flags, ok := nodeFlags[name]
	if !ok {
		return engine{}, fmt.Errorf("unknown tier")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		return engine{}, err
	}
	version, err := firstLine(node, "--version")
	if err != nil {
		return engine{}, err
	}
	prelude := filepath.Join(dir, "prelude.js")
	if err := os.WriteFile(prelude, []byte(nodePrelude), 0o644); err != nil {
		return engine{}, err
	}
	argv := append([]string{node}, flags...)
	return engine{name: name, version: version, argv: append(argv, "-r", prelude)}, nil
}

func build(binary, pkg string) error {
	cmd := exec.Command("go", "build", "-o", binary, pkg)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("building %s: %w\n%s", pkg, err, out)
	}
	return nil
}

func firstLine(argv ...string) (string, error) {
	out, err := exec.Command(argv[0], argv[1:]...).Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w", strings.Join(argv, " "), err)
	}
	line, _, _ := strings.Cut(string(out), "\n")
	return strings.TrimSpace(line), nil
}
