package ssa

import (
	"html/template"
	"io"
	"regexp"
	"strings"
)

// Page collects a function after each pass for a page to look at in a browser:
// a column a pass, values and blocks light up everywhere when clicked on. Its
// Dump goes into Config.Dump.
type Page struct {
	name    string
	columns []column
}

type column struct {
	Title  string
	Same   bool // as the one before it
	Tokens []token
}

// token is a piece of text; a name of a value, block or state when Class is not
// empty.
type token struct{ Class, Text string }

// Dump adds a column with f as it is.
func (p *Page) Dump(pass string, f *Func) {
	p.name = f.Name
	p.Add(pass, f.String())
}

// Add adds a column of any text in which names of values, blocks and states may
// occur: bytecode before, machine code behind.
func (p *Page) Add(title, text string) {
	c := column{Title: title, Tokens: tokens(text)}
	if n := len(p.columns); n > 0 {
		c.Same = same(c.Tokens, p.columns[n-1].Tokens)
	}
	p.columns = append(p.columns, c)
}

func same(a, b []token) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

var nameOf = regexp.MustCompile(`\b[vbs][0-9]+\b`)

func tokens(text string) (list []token) {
	at := 0
	for _, m := range nameOf.FindAllStringIndex(text, -1) {
		if m[0] > at {
			list = append(list, token{"", text[at:m[0]]})
		}
		list = append(list, token{text[m[0]:m[1]], text[m[0]:m[1]]})
		at = m[1]
	}
	return append(list, token{"", text[at:]})
}

// Write writes the page.
func (p *Page) Write(w io.Writer) error {
	title := strings.TrimSpace(p.name)
	if title == "" {
		title = "anonymous function"
	}
	return page.Execute(w, struct {
		Title   string
		Columns []column
	}{title, p.columns})
}

var page = template.Must(template.New("page").Parse(`<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{{.Title}}</title>
<style>
body { font: 12px/1.4 monospace; margin: 1em; }
h1 { font-size: 16px; }
main { display: flex; align-items: flex-start; }
section { border: 1px solid #bbb; margin-right: 4px; }
section h2 { font-size: 12px; margin: 0; padding: 2px 6px; background: #eee; cursor: pointer; white-space: nowrap; }
section pre { margin: 0; padding: 6px; }
section.closed pre { display: none; }
section.closed h2 { writing-mode: vertical-rl; }
section.same h2 { color: #999; }
i { font-style: normal; cursor: pointer; }
</style></head><body>
<h1>{{.Title}}</h1>
<p>Click on a value, block or state to mark it everywhere, on a title to fold its column. Grey titles changed nothing.</p>
<main>{{range .Columns}}
<section class="{{if .Same}}same closed{{end}}"><h2>{{.Title}}</h2><pre>{{range .Tokens}}{{if .Class}}<i data-n="{{.Class}}">{{.Text}}</i>{{else}}{{.Text}}{{end}}{{end}}</pre></section>{{end}}
</main>
<script>
"use strict";
const colours = ["#fd7", "#9df", "#bf9", "#fbd", "#cbf", "#fc9"];
const marked = new Map();
let next = 0;
document.addEventListener("click", e => {
  const n = e.target.dataset && e.target.dataset.n;
  if (n) {
    if (marked.has(n)) marked.delete(n); else marked.set(n, colours[next++ % colours.length]);
    for (const x of document.querySelectorAll('i[data-n="' + n + '"]')) x.style.background = marked.get(n) || "";
  } else if (e.target.tagName === "H2") {
    e.target.parentNode.classList.toggle("closed");
  }
});
</script></body></html>
`))
