package gen

import (
	"slices"
	"strings"
)

// Kind says what may stand in the place of a node.
type Kind uint8

const (
	Expr Kind = iota // an expression, in parentheses where it needs them: any other can replace it
	Stmt             // a statement
	List             // a list of statements: any of them can go
	Args             // a list of expressions with commas: any of them can go
	Raw              // text with holes that stays as it is
)

// Node is a piece of a program: texts with a child between each two of them.
type Node struct {
	Kind Kind
	Text []string // one more than Kids; of a List and of Args none
	Kids []*Node
}

// node makes a node from a text in which every @ stands for the next argument: a *Node, or a string or a number as it
// is written in the text.
func node(k Kind, text string, args ...any) *Node {
	n := &Node{Kind: k}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "@")
		b.WriteString(before)
		if !found {
			break
		}
		switch a := args[0].(type) {
		case *Node:
			n.Text = append(n.Text, b.String())
			n.Kids = append(n.Kids, a)
			b.Reset()
		case string:
			b.WriteString(a)
		case int:
			b.WriteString(number(a))
		default:
			panic("gen: an argument is neither node nor text")
		}
		text, args = after, args[1:]
	}
	if len(args) > 0 {
		panic("gen: more arguments than places in " + text)
	}
	n.Text = append(n.Text, b.String())
	return n
}

func expr(text string, args ...any) *Node { return node(Expr, text, args...) }
func stmt(text string, args ...any) *Node { return node(Stmt, text, args...) }
func raw(text string, args ...any) *Node  { return node(Raw, text, args...) }
func list(kids ...*Node) *Node            { return &Node{Kind: List, Kids: kids} }
func args(kids ...*Node) *Node            { return &Node{Kind: Args, Kids: kids} }

// String is the source text.
func (n *Node) String() string {
	var p printer
	p.print(n)
	return p.b.String()
}

type printer struct {
	b     strings.Builder
	depth int
}

func (p *printer) print(n *Node) {
	switch n.Kind {
	case List:
		p.depth++
		for _, k := range n.Kids {
			p.line()
			p.print(k)
		}
		p.depth--
		p.line()
		return
	case Args:
		for i, k := range n.Kids {
			if i > 0 {
				p.b.WriteString(", ")
			}
			p.print(k)
		}
		return
	}
	for i, t := range n.Text {
		p.text(t)
		if i < len(n.Kids) {
			p.print(n.Kids[i])
		}
	}
}

// line begins a new line, indented as the statements of the list that is being written.
func (p *printer) line() {
	if p.b.Len() > 0 {
		p.b.WriteByte('\n')
	}
	for i := 1; i < p.depth; i++ {
		p.b.WriteByte('\t')
	}
}

func (p *printer) text(t string) {
	for {
		before, after, found := strings.Cut(t, "\n")
		p.b.WriteString(before)
		if !found {
			return
		}
		p.line()
		t = after
	}
}

// put puts a text where the texts of a tree, which must be nobody else's, have a mark.
func (n *Node) put(mark, text string) *Node {
	for i, t := range n.Text {
		n.Text[i] = strings.ReplaceAll(t, mark, text)
	}
	for _, k := range n.Kids {
		k.put(mark, text)
	}
	return n
}

// clone copies a tree.
func (n *Node) clone() *Node {
	c := &Node{Kind: n.Kind, Text: slices.Clone(n.Text)}
	for _, k := range n.Kids {
		c.Kids = append(c.Kids, k.clone())
	}
	return c
}
