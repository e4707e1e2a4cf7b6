// Command firn runs hardened JavaScript (SES). Start with newRoot; each command
// has a file of its own.
package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"regexp"

	"github.com/spf13/cobra"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole command; it returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out := bufio.NewWriterSize(stdout, 64<<10)
	app := &app{stdin: stdin, stdout: out, stderr: stderr}
	root := app.newRoot()
	root.SetArgs(longFlags(args))
	root.SetIn(stdin)
	root.SetOut(out)
	root.SetErr(stderr)
	err := root.Execute()
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
}

func (a *app) newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "firn",
		Short: "firn runs hardened JavaScript (SES)",
		Long: `firn runs hardened JavaScript (SES): strict-mode ECMAScript in a world whose
built-in objects are frozen, where programs hold only what they were given.

  firn run program.js        run a program
  firn eval '6 * 7'          evaluate and show the value
  firn repl                  read, evaluate, print, in a loop

Exit status:
  0  success
  1  uncaught exception or unhandled promise rejection
  2  wrong usage, or a file that cannot be read
  3  syntax error
  4  out of fuel, memory or time, or interrupted
  5  internal error of firn`,
		Args:              cobra.NoArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		RunE: func(c *cobra.Command, _ []string) error {
			return c.Help()
		},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &usageError{err} })
	root.AddCommand(a.runCommand(), a.evalCommand(), a.replCommand(), a.dumpCommand(), a.romCommand(),
		a.benchCommand(), a.test262Command(), a.versionCommand())
	for _, c := range root.Commands() {
		positional(c)
	}
	return root
}

// positional makes wrong numbers of arguments usage errors.
func positional(c *cobra.Command) {
	if check := c.Args; check != nil {
		c.Args = func(c *cobra.Command, args []string) error {
			if err := check(c, args); err != nil {
				return &usageError{err}
			}
			return nil
		}
	}
	for _, sub := range c.Commands() {
		positional(sub)
	}
}

var longFlag = regexp.MustCompile(`^-[a-z][a-z0-9-]+(=|$)`)

// longFlags lets long flags begin with one dash as well as two, as Go's own
// tools do.
func longFlags(args []string) []string {
	out := append([]string(nil), args...)
	for i, arg := range out {
		if arg == "--" {
			break
		}
		if longFlag.MatchString(arg) {
			out[i] = "-" + arg
		}
	}
	return out
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
