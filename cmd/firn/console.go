package main

import (
	"io"
	"strings"

	"firn"
)

// addConsole gives the start compartment print and console: what a program of
// the command line needs to be heard.
func (a *app) addConsole(m *firn.Machine) error {
	print := func(c *firn.Call) (any, error) {
		for i := 0; i < c.Len(); i++ {
			v := c.Arg(i)
			s := v.String()
			if v.IsObject() {
				var err error
				if s, err = v.ToString(); err != nil {
					return nil, err
				}
			}
			v.Free()
			if i > 0 {
				a.stdout.WriteByte(' ')
			}
			a.stdout.WriteString(s)
		}
		return firn.Undefined(), a.stdout.WriteByte('\n')
	}
	write := func(w io.Writer) func(*firn.Call) (any, error) {
		return func(c *firn.Call) (any, error) {
			text := consoleText(c) + "\n"
			if w == a.stderr {
				a.stdout.Flush()
			}
			_, err := io.WriteString(w, text)
			return firn.Undefined(), err
		}
	}
	out, errs := write(a.stdout), write(a.stderr)
	if err := m.Set("print", print); err != nil {
		return err
	}
	return m.Set("console", map[string]any{"log": out, "info": out, "debug": out, "error": errs, "warn": errs})
}

// consoleText is what console.log writes: strings as they are, other values
// inspected, and the directives %s %d %i %f %j %o %O %c %% of a first string.
func consoleText(c *firn.Call) string {
	args := c.Args()
	show := func(v firn.Value) string {
		if v.IsString() {
			return v.String()
		}
		return v.Inspect()
	}
	var b strings.Builder
	next := 0
	if len(args) > 1 && args[0].IsString() {
		format := args[0].String()
		next = 1
		for i := 0; i < len(format); i++ {
			if format[i] != '%' || i+1 == len(format) {
				b.WriteByte(format[i])
				continue
			}
			i++
			if format[i] == '%' {
				b.WriteByte('%')
				continue
			}
			if !strings.ContainsRune("sdifjoOc", rune(format[i])) || next == len(args) {
				b.WriteByte('%')
				b.WriteByte(format[i])
				continue
			}
			v := args[next]
			next++
			switch format[i] {
			case 'c':
			case 's':
				b.WriteString(show(v))
			case 'd', 'f':
				b.WriteString(firn.Number(v.Float()).Inspect())
			case 'i':
				if n, ok := v.Int(); ok {
					b.WriteString(firn.Number(float64(n)).Inspect())
				} else {
					b.WriteString(show(v))
				}
			default:
				b.WriteString(v.Inspect())
			}
		}
	}
	for ; next < len(args); next++ {
		if next > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(show(args[next]))
	}
	for _, v := range args {
		v.Free()
	}
	return b.String()
}
