package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"github.com/urfave/cli/v3"
)

// gcPercent is how much Go's heap may grow between collections (runtime/debug).
// JavaScript lives outside of it: what is there is syntax trees and graphs of
// functions under compilation, a few megabytes and soon garbage.
const gcPercent = 400

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole command; it returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out := bufio.NewWriterSize(stdout, 64<<10)
	app := &app{stdin: stdin, stdout: out, stderr: stderr}
	err := app.newRoot().Run(context.Background(), append([]string{"firn"}, args...))
	if flushed := out.Flush(); err == nil && flushed != nil {
		err = flushed
	}
	return app.report(err)
}

// app is what the commands share.
type app struct {
	stdin  io.Reader
	stdout *bufio.Writer
	stderr io.Writer
	limits limits

	reference time.Duration // of the interpreter's run, for bisect
}

func (a *app) newRoot() *cli.Command {
	root := &cli.Command{
		Name:  "firn",
		Usage: "runs hardened JavaScript (SES)",
		Description: `Strict-mode ECMAScript in a world whose built-in objects are frozen, where
programs hold only what they were given.

  firn run program.js        run a program
  firn eval '6 * 7'          evaluate and show the value
  firn repl                  read, evaluate, print, in a loop

Flags may begin with one dash or two, and stand before or after arguments.

Exit status:
  0  success
  1  uncaught exception or unhandled promise rejection
  2  wrong usage, or a file that cannot be read
  3  syntax error
  4  out of fuel, memory or time, or interrupted
  5  internal error of firn`,
		Commands: []*cli.Command{a.runCommand(), a.evalCommand(), a.replCommand(), a.dumpCommand(), a.romCommand(),
			a.benchCommand(), a.test262Command(), a.versionCommand()},
		Action:         group,
		Writer:         a.stdout,
		ErrWriter:      a.stderr,
		ExitErrHandler: func(context.Context, *cli.Command, error) {}, // report does it
	}
	a.prepare(root)
	return root
}

// prepare makes wrong flags usage errors, and "help" an ordinary argument of the
// commands that take any.
func (a *app) prepare(c *cli.Command) {
	c.OnUsageError = func(_ context.Context, _ *cli.Command, err error, _ bool) error { return &usageError{err} }
	c.HideHelpCommand = len(c.Commands) == 0
	for _, sub := range c.Commands {
		a.prepare(sub)
	}
}

// group is the action of a command that only has others below it.
func group(_ context.Context, c *cli.Command) error {
	if c.Args().Present() {
		return usage(fmt.Sprintf("unknown command %q for %q", c.Args().First(), c.FullName()))
	}
	return cli.ShowSubcommandHelp(c)
}

// action is the action of a command that wants from min to max arguments; a
// negative max means any number.
func action(min, max int, do func(args []string) error) cli.ActionFunc {
	return func(_ context.Context, c *cli.Command) error {
		if n := c.NArg(); n < min || max >= 0 && n > max {
			return usage(fmt.Sprintf("%s takes %s, and got %d", c.FullName(), arguments(min, max), n))
		}
		return do(c.Args().Slice())
	}
}

func arguments(min, max int) string {
	switch {
	case max < 0:
		return fmt.Sprintf("%d or more arguments", min)
	case max == 0:
		return "no arguments"
	case min == max:
		return "one argument"
	}
	return "at most one argument"
}

// Exit statuses; newRoot documents them.
const (
	exitOK = iota
	exitException
	exitUsage
	exitSyntax
	exitLimit
	exitInternal
)

// usageError is an error in how the command was called.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

func usage(text string) error { return &usageError{errors.New(text)} }

// statusError ends the command with a status and nothing more to say.
type statusError int

func (e statusError) Error() string { return "" }
