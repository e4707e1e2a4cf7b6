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

	"github.com/peterh/liner"
	"github.com/urfave/cli/v3"
	"golang.org/x/term"

	"firn"
	"firn/parser"
	"firn/parser/ast"
)

func (a *app) replCommand() *cli.Command {
	return &cli.Command{
		Name:  "repl",
		Usage: "read, evaluate, print, in a loop",
		Description: `Repl reads programs from the terminal, evaluates each in the same compartment and
shows its value, which is also in the variable _. An input that is not complete
goes on in the next line. Ctrl-C interrupts what runs, or drops the input; Ctrl-D
or .exit leaves; .help says more.

A SES program's let, const and class declarations end with it. So that they can be
used in the next input, the loop declares them as var.`,
		Flags: a.limits.flags(),
		Action: action(0, 0, func([]string) error {
			return a.with(func(_ context.Context, m *firn.Machine) error {
				l, err := a.newLines()
				if err != nil {
					return err
				}
				defer l.close()
				return (&repl{app: a, m: m, lines: l}).loop()
			})
		}),
	}
}

// lines is where inputs come from.
type lines interface {
	read(prompt string) (string, error) // io.EOF at the end, liner.ErrPromptAborted for Ctrl-C
	close()
}

// newLines edits lines on a terminal and just reads them elsewhere.
func (a *app) newLines() (lines, error) {
	in, ok := a.stdin.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return plainLines{bufio.NewReader(a.stdin)}, nil
	}
	l := editedLines{State: liner.NewLiner()}
	l.SetCtrlCAborts(true)
	if dir, err := os.UserCacheDir(); err == nil {
		l.history = filepath.Join(dir, "firn", "history")
		if f, err := os.Open(l.history); err == nil {
			l.ReadHistory(f) // what cannot be read is lost, and nothing else
			f.Close()
		}
	}
	return l, nil
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

type editedLines struct {
	*liner.State
	history string // the file; "": none
}

func (l editedLines) close() {
	if l.history != "" && os.MkdirAll(filepath.Dir(l.history), 0o700) == nil {
		if f, err := os.OpenFile(l.history, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600); err == nil {
			l.WriteHistory(f)
			f.Close()
		}
	}
	l.State.Close()
}

func (l editedLines) read(prompt string) (string, error) {
	s, err := l.Prompt(prompt)
	if err == nil && strings.TrimSpace(s) != "" {
		l.AppendHistory(s)
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
		if err == liner.ErrPromptAborted {
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
