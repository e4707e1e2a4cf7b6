package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/chzyer/readline"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"firn"
	"firn/parser"
	"firn/parser/ast"
)

func (a *app) replCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "repl",
		Short: "read, evaluate, print, in a loop",
		Long: `Repl reads programs from the terminal, evaluates each in the same compartment and
shows its value, which is also in the variable _. An input that is not complete
goes on in the next line. Ctrl-C interrupts what runs, or drops the input; Ctrl-D
or .exit leaves; .help says more.

A SES program's let, const and class declarations end with it. So that they can be
used in the next input, the loop declares them as var.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return a.with(func(_ context.Context, m *firn.Machine) error {
				l, err := a.newLines()
				if err != nil {
					return err
				}
				defer l.close()
				return (&repl{app: a, m: m, lines: l}).loop()
			})
		},
	}
	a.limits.flags(c.Flags())
	return c
}

// lines is where inputs come from.
type lines interface {
	read(prompt string) (string, error) // io.EOF at the end, readline.ErrInterrupt for Ctrl-C
	close()
}

// newLines edits lines on a terminal and just reads them elsewhere.
func (a *app) newLines() (lines, error) {
	in, ok := a.stdin.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return plainLines{bufio.NewReader(a.stdin)}, nil
	}
	c := &readline.Config{InterruptPrompt: "^C", EOFPrompt: ".exit", HistorySearchFold: true, DisableAutoSaveHistory: true}
	if dir, err := os.UserCacheDir(); err == nil {
		dir = filepath.Join(dir, "firn")
		if os.MkdirAll(dir, 0o700) == nil {
			c.HistoryFile = filepath.Join(dir, "history")
		}
	}
	r, err := readline.NewEx(c)
	if err != nil {
		return nil, err
	}
	return editedLines{r}, nil
}

type plainLines struct{ r *bufio.Reader }

func (l plainLines) close() {}

func (l plainLines) read(string) (string, error) {
	s, err := l.r.ReadString('\n')
	if s != "" {
		err = nil
	}
	return strings.TrimSuffix(s, "\n"), err
}

type editedLines struct{ r *readline.Instance }

func (l editedLines) close() { l.r.Close() }

func (l editedLines) read(prompt string) (string, error) {
	l.r.SetPrompt(prompt)
	s, err := l.r.Readline()
	if err == nil && strings.TrimSpace(s) != "" {
		l.r.SaveHistory(s)
	}
	return s, err
}

// repl is one session.
type repl struct {
	*app
	m     *firn.Machine
	lines lines
	n     int // inputs so far
}

const replHelp = `Type a program; its value is shown and kept in _.
.help   this text
.exit   leave (also Ctrl-D)
.stats  counters of the machine
`

func (r *repl) loop() error {
	input := ""
	for {
		r.stdout.Flush()
		prompt := "> "
		if input != "" {
			prompt = "… "
		}
		line, err := r.lines.read(prompt)
		if err == readline.ErrInterrupt {
			input = ""
			continue
		}
		if err != nil && input == "" {
			if err == io.EOF {
				return nil
			}
			return err
		}
		if input == "" {
			switch strings.TrimSpace(line) {
			case "":
				continue
			case ".exit":
				return nil
			case ".help":
				r.stdout.WriteString(replHelp)
				continue
			case ".stats":
				s := r.m.Stats()
				fmt.Fprintf(r.stdout, "fuel %d, heap %d bytes, collections %d minor %d full\n", s.Fuel, s.Memory, s.MinorGCs, s.FullGCs)
				continue
			}
		}
		input += line + "\n"
		if err == nil && strings.TrimSpace(line) != "" && incomplete(input) {
			continue
		}
		if done := r.evaluate(input); done != nil {
			return done
		}
		input = ""
	}
}

// evaluate evaluates one input. It returns an error when the session cannot go
// on.
func (r *repl) evaluate(input string) error {
	r.n++
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if r.limits.fuel > 0 {
		if left, ok := r.m.Fuel(); ok && left < r.limits.fuel {
			r.m.AddFuel(r.limits.fuel - left) // the limit is for each input
		}
	}
	v, err := r.m.RunContext(ctx, fmt.Sprintf("<input %d>", r.n), persistent(input))
	var reject *firn.RejectionError
	if err == nil || errors.As(err, &reject) {
		r.m.Set("_", v)
		r.stdout.WriteString(v.Inspect() + "\n")
	}
	if err == nil {
		return nil
	}
	r.stdout.Flush()
	var limit *firn.LimitError
	var internal *firn.InternalError
	switch {
	case errors.As(err, &internal):
		return err
	case errors.As(err, &limit):
		fmt.Fprintln(r.stderr, err)
		if limit.Resumable {
			r.m.Abandon()
		}
	default:
		writeError(r.stderr, err)
	}
	return nil
}

// incomplete reports whether the only thing wrong with a program is that it
// ends too early: the error is at its end, and not on what is there.
func incomplete(text string) bool {
	_, err := parser.Parse(text, parser.Options{})
	e, ok := err.(*parser.SyntaxError)
	if !ok || e.Code == parser.ErrLimit {
		return false
	}
	if int(e.Start) >= len(strings.TrimRight(text, " \t\r\n")) {
		return true
	}
	return e.Code == parser.ErrLexical && int(e.End) >= len(strings.TrimRight(text, " \t\r\n")) &&
		(strings.HasPrefix(text[e.Start:], "`") || strings.HasPrefix(text[e.Start:], "/*") || strings.HasPrefix(text[e.Start:], "}"))
}

// persistent turns the let, const and class declarations at the top of a program
// into var declarations, whose variables outlive it. Columns stay as they are
// but after a class keyword.
func persistent(text string) string {
	prog, err := parser.Parse(text, parser.Options{})
	if err != nil {
		return text // its errors are reported by the evaluation
	}
	var b strings.Builder
	from := uint32(0)
	replace := func(at, n uint32, s string) {
		b.WriteString(text[from:at])
		b.WriteString(s)
		from = at + n
	}
	for _, s := range prog.Func.Body {
		start, _ := s.Pos()
		switch s := s.(type) {
		case *ast.VarDecl:
			switch s.Kind {
			case ast.DeclLet:
				replace(start, 3, "var")
			case ast.DeclConst:
				replace(start, 5, "var  ")
			}
		case *ast.ClassDecl:
			replace(start, 0, "var "+text[s.Class.Name.Start:s.Class.Name.End]+" = ")
			_, end := s.Pos()
			replace(end, 0, ";")
		}
	}
	b.WriteString(text[from:])
	return b.String()
}
