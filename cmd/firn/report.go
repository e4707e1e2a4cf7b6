package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"firn"
)

// report writes an error to stderr and answers the exit status.
func (a *app) report(err error) int {
	a.stdout.Flush()
	var (
		status   statusError
		usage    *usageError
		syntax   *firn.SyntaxError
		reject   *firn.RejectionError
		thrown   *firn.Exception
		limit    *firn.LimitError
		internal *firn.InternalError
		panicked *firn.PanicError
		path     *fs.PathError
	)
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &status):
		return int(status)
	case errors.As(err, &usage), errors.As(err, &path):
		fmt.Fprintf(a.stderr, "firn: %v\n", err)
		if usage != nil {
			fmt.Fprintln(a.stderr, `Run "firn help" for how to use it.`)
		}
		return exitUsage
	case errors.As(err, &syntax):
		writeError(a.stderr, err)
		return exitSyntax
	case errors.As(err, &reject), errors.As(err, &thrown):
		writeError(a.stderr, err)
		return exitException
	case errors.As(err, &limit):
		fmt.Fprintln(a.stderr, err)
		return exitLimit
	case errors.As(err, &internal):
		fmt.Fprintf(a.stderr, "%v\n%s\nThis is a bug of firn.\n", err, internal.Stack)
		return exitInternal
	case errors.As(err, &panicked):
		fmt.Fprintf(a.stderr, "%v\n%s\n", err, panicked.Stack)
		return exitInternal
	}
	fmt.Fprintf(a.stderr, "firn: %v\n", strings.TrimPrefix(err.Error(), "firn: "))
	return exitException
}

// writeError writes an error of a program: where, what, the source line with a
// caret, and the stack.
func writeError(w io.Writer, err error) {
	var reject *firn.RejectionError
	if errors.As(err, &reject) {
		for _, r := range reject.Rejections {
			fmt.Fprint(w, "unhandled rejection: ")
			writeError(w, r)
		}
		return
	}
	fmt.Fprintln(w, err)
	var syntax *firn.SyntaxError
	var thrown *firn.Exception
	switch {
	case errors.As(err, &syntax):
		writeIndented(w, syntax.Excerpt())
	case errors.As(err, &thrown):
		writeIndented(w, thrown.Excerpt())
		for _, f := range thrown.Stack {
			fmt.Fprintf(w, "    at %s\n", f)
		}
	}
}

func writeIndented(w io.Writer, text string) {
	if text == "" {
		return
	}
	for _, line := range strings.Split(text, "\n") {
		fmt.Fprintf(w, "  %s\n", line)
	}
}
