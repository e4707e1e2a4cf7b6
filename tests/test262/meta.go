package test262

import (
	"fmt"
	"strings"
)

// Meta is the frontmatter of a test, as far as running it needs.
type Meta struct {
	Description string
	ID          string // esid, es6id or es5id
	Flags       []string
	Features    []string
	Includes    []string
	Locale      []string
	Negative    *Negative
}

// Negative says how a test must fail.
type Negative struct {
	Phase Phase
	Type  string // the name of the error's constructor
}

// Has reports whether a flag is set.
func (m *Meta) Has(flag string) bool {
	for _, f := range m.Flags {
		if f == flag {
			return true
		}
	}
	return false
}

// ParseMeta reads the frontmatter, the text between /*--- and ---*/. The format is the small part of YAML that the
// suite uses: keys at the margin, flow and block lists, block scalars, and one nested mapping (negative).
func ParseMeta(source string) (*Meta, error) {
	_, text, ok := strings.Cut(source, "/*---")
	if !ok {
		return &Meta{}, nil
	}
	text, _, ok = strings.Cut(text, "---*/")
	if !ok {
		return nil, fmt.Errorf("frontmatter without an end")
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	m := &Meta{}
	for _, e := range splitEntries(text) {
		if err := m.set(e); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// entry is one key at the margin with what follows: the rest of its line, and the indented lines below.
type entry struct {
	key    string
	inline string
	below  []string
}

func splitEntries(text string) []entry {
	var entries []entry
	margin := -1
	for _, line := range strings.Split(text, "\n") {
		trimmed := strings.TrimLeft(line, " \t")
		indent := len(line) - len(trimmed)
		if trimmed == "" || strings.HasPrefix(trimmed, "#") && indent <= margin {
			continue
		}
		if margin < 0 {
			margin = indent // a few old tests indent the whole block
		}
		key, rest, isKey := strings.Cut(trimmed, ":")
		if indent <= margin && isKey && !strings.HasPrefix(trimmed, "-") && !strings.ContainsAny(key, " \t") {
			entries = append(entries, entry{key: key, inline: strings.TrimSpace(rest)})
		} else if n := len(entries); n > 0 {
			entries[n-1].below = append(entries[n-1].below, strings.TrimRight(trimmed, " \t"))
		}
	}
	return entries
}

func (m *Meta) set(e entry) error {
	switch e.key {
	case "description":
		m.Description = e.scalar()
	case "esid", "es6id", "es5id":
		if m.ID == "" || e.key == "esid" {
			m.ID = e.scalar()
		}
	case "flags":
		m.Flags = e.list()
	case "features":
		m.Features = e.list()
	case "includes":
		m.Includes = e.list()
	case "locale":
		m.Locale = e.list()
	case "negative":
		return m.setNegative(e)
	}
	return nil
}

func (m *Meta) setNegative(e entry) error {
	n := &Negative{}
	for _, line := range e.below {
		key, value, _ := strings.Cut(line, ":")
		switch value = unquote(strings.TrimSpace(value)); key {
		case "phase":
			phase, ok := phaseNames[value]
			if !ok {
				return fmt.Errorf("frontmatter: unknown phase %q", value)
			}
			n.Phase = phase
		case "type":
			n.Type = value
		}
	}
	if n.Phase == PhaseNone || n.Type == "" {
		return fmt.Errorf("frontmatter: negative needs a phase and a type")
	}
	m.Negative = n
	return nil
}

// scalar joins a plain, quoted or block scalar into one line.
func (e entry) scalar() string {
	parts := e.below
	if e.inline != "" && e.inline[0] != '>' && e.inline[0] != '|' {
		parts = append([]string{e.inline}, parts...)
	}
	return unquote(strings.Join(parts, " "))
}

// list reads [a, b], which may go over several lines, or lines of - a.
func (e entry) list() []string {
	var items []string
	add := func(s string) {
		if s = unquote(strings.TrimSpace(s)); s != "" {
			items = append(items, s)
		}
	}
	if strings.HasPrefix(e.inline, "[") || e.inline == "" && len(e.below) > 0 && strings.HasPrefix(e.below[0], "[") {
		flow := strings.Join(append([]string{e.inline}, e.below...), " ")
		flow, _, _ = strings.Cut(flow, "]")
		for _, s := range strings.Split(strings.TrimPrefix(strings.TrimSpace(flow), "["), ",") {
			add(s)
		}
		return items
	}
	add(e.inline)
	for _, line := range e.below {
		if s, ok := strings.CutPrefix(line, "-"); ok {
			add(s)
		}
	}
	return items
}

func unquote(s string) string {
	if n := len(s); n >= 2 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		return s[1 : n-1]
	}
	return s
}
