package ssa

import (
	"fmt"
	"html"
	"io"
	"strings"
)

// No html/template and no regexp here: this package is in every program, and they
// would take a good part of a millisecond at its start.

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

// tokens splits text into names (v, b or s and a number) and what lies between.
func tokens(text string) (list []token) {
	from := 0
	for i := 0; i < len(text); {
		end := nameAt(text, i)
		if end == 0 {
			i++
			continue
		}
		if i > from {
			list = append(list, token{"", text[from:i]})
		}
		list = append(list, token{text[i:end], text[i:end]})
		i, from = end, end
	}
	return append(list, token{"", text[from:]})
}

// nameAt is the end of the name at text[i:], 0 if there is none.
func nameAt(text string, i int) int {
	if c := text[i]; c != 'v' && c != 'b' && c != 's' || i > 0 && isWord(text[i-1]) {
		return 0
	}
	end := i + 1
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	if end == i+1 || end < len(text) && isWord(text[end]) {
		return 0
	}
	return end
}

func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_'
}

// Write writes the page.
func (p *Page) Write(w io.Writer) error {
	title := strings.TrimSpace(p.name)
	if title == "" {
		title = "anonymous function"
	}
	var b strings.Builder
	title = html.EscapeString(title)
	fmt.Fprintf(&b, pageHead, title, title)
	for _, c := range p.columns {
		class := ""
		if c.Same {
			class = "same closed"
		}
		fmt.Fprintf(&b, "\n<section class=%q><h2>%s</h2><pre>", class, html.EscapeString(c.Title))
		for _, t := range c.Tokens {
			text := html.EscapeString(t.Text)
			if t.Class != "" {
				text = `<i data-n="` + t.Class + `">` + text + "</i>"
			}
			b.WriteString(text)
		}
		b.WriteString("</pre></section>")
	}
	b.WriteString(pageTail)
	_, err := io.WriteString(w, b.String())
	return err
}

const pageHead = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>%s</title>
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
<h1>%s</h1>
<p>Click on a value, block or state to mark it everywhere, on a title to fold its column. Grey titles changed nothing.</p>
<main>`

const pageTail = `
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
`
