package main

import (
	"context"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v3"

	"firn"
)

func (a *app) runCommand() *cli.Command {
	var bisect bool
	return &cli.Command{
		Name:      "run",
		ArgsUsage: "FILE...",
		Usage:     "run programs, one after the other, in one compartment",
		Description: `Run runs programs, one after the other, in the start compartment of one machine.
Promise jobs run after each. "-" is standard input. The start compartment has
print(...) and console.log, info, debug, error and warn.`,
		Flags: append(a.limits.flags(),
			&cli.BoolFlag{Name: "bisect", Destination: &bisect, Usage: "find the function and the pass whose native code makes the output differ from the interpreter's"}),
		Action: action(1, -1, func(files []string) error {
			if bisect {
				return a.bisect(files)
			}
			return a.with(func(ctx context.Context, m *firn.Machine) error {
				for _, name := range files {
					text, err := a.read(name)
					if err != nil {
						return err
					}
					if _, err := m.RunContext(ctx, name, text); err != nil {
						return err
					}
				}
				return nil
			})
		}),
	}
}

// read reads a file; "-" is standard input.
func (a *app) read(name string) (string, error) {
	if name == "-" {
		b, err := io.ReadAll(a.stdin)
		return string(b), err
	}
	b, err := os.ReadFile(name)
	return string(b), err
}

func (a *app) evalCommand() *cli.Command {
	return &cli.Command{
		Name:      "eval",
		ArgsUsage: "PROGRAM...",
		Usage:     "evaluate the arguments as one program and show its value",
		Description: `Eval evaluates its arguments, joined by spaces, as one program, runs promise jobs
and shows the program's value. It has print and console as run does.`,
		Flags: a.limits.flags(),
		Action: action(1, -1, func(args []string) error {
			return a.with(func(ctx context.Context, m *firn.Machine) error {
				v, err := m.RunContext(ctx, "<eval>", strings.Join(args, " "))
				if err == nil {
					a.stdout.WriteString(v.Inspect() + "\n")
				}
				return err
			})
		}),
	}
}
