package gen

import (
	"math/rand"
	"strconv"
)

// Options says what to make. The zero value is a program that takes some ten thousand steps.
type Options struct {
	// Steps is about how many loop iterations, calls and the like the program executes in all; 0 means 20000.
	Steps int
	// Own allows what the language leaves to the engine but one engine must do the same way in all modes: bits of NaNs,
	// Math.sin, the depth of the stack, comparators that contradict themselves.
	Own bool
}

// Program is a generated program.
type Program struct {
	Seed int64
	Root *Node
}

// Source is the program's text. It wants two functions of its host: print(text), and note(exception), which shows
// nothing that another engine would have to do alike.
func (p *Program) Source() string {
	return "'use strict';\n// seed " + strconv.FormatInt(p.Seed, 10) + "\n" + prelude + p.Root.String() + "\nlog('sum', sum);\n"
}

// habit is what a variable, a property or an element mostly holds.
type habit uint8

const (
	anInt habit = iota
	aNum
	aBool
	aStr // never long: see prelude
	anAny
	anArray // of elem
	aTyped
	anObject
	aFunc
	aMap
	aSet
)

// variable is one that is in scope.
type variable struct {
	name  string
	habit habit
	elem  habit // of arrays
	fixed bool  // it cannot be assigned to
	index bool  // a small counter of a loop
}

// function is one that the program declares.
type function struct {
	name   string
	params []habit
	result habit
	cost   float64
	throws bool
	gen    bool
}

// context is the function that is being made.
type context struct {
	outer  *context
	vars   []variable
	mult   float64 // executions of the place that is being made
	cost   float64 // steps of the function so far
	limit  float64
	loops  []string // labels of the loops around, "" for one without
	isGen  bool
	this   bool // this is an object of the program
	method int  // methods that may be called are those before this
	leaf   bool // nothing may be called that could come back here
	args   bool // there is an arguments object
	result habit
	level  int // nesting of statements
}

type generator struct {
	*rand.Rand
	Options
	*context
	funcs   []function
	names   int
	labels  int
	bombs   int
	classes []string
	tops    *Node // declarations at the top, before what is being made
	quiet   bool  // inside a bomb: nothing that could run other code
}

// New makes the program of a seed.
func New(seed int64, o Options) *Program {
	if o.Steps == 0 {
		o.Steps = 20000
	}
	g := &generator{Rand: rand.New(rand.NewSource(seed)), Options: o}
	g.context = &context{mult: 1, limit: float64(o.Steps), method: methods}
	root := list()
	g.tops = root
	g.globals()
	g.bomb()
	for i := 1 + g.Intn(3); i > 0; i-- {
		g.class()
	}
	if g.chance(2) {
		g.bomb()
	}
	for i := 1 + g.Intn(4); i > 0; i-- {
		g.function()
	}
	for i := 2 + g.Intn(4); i > 0; i-- {
		g.limit = g.cost + (float64(o.Steps)-g.cost)/float64(i)
		if g.chance(4) {
			g.function()
		}
		g.scenario(nil)
	}
	for i := g.Intn(4); i > 0; i-- {
		g.limit = g.cost + 6000
		g.scenario(g.tight)
	}
	return &Program{Seed: seed, Root: root}
}

func number(n int) string { return strconv.Itoa(n) }

// chance is true once in n times.
func (g *generator) chance(n int) bool { return g.Intn(n) == 0 }

func (g *generator) pick(of ...string) string { return of[g.Intn(len(of))] }

// name makes a new name.
func (g *generator) name(prefix string) string {
	g.names++
	return prefix + number(g.names)
}

// choice is one thing that can be made in a place, and how often.
type choice struct {
	weight int
	make   func() *Node // nil when it does not fit after all
}

func (g *generator) choose(of []choice) *Node {
	for try := 0; try < 20; try++ {
		total := 0
		for _, c := range of {
			total += c.weight
		}
		k := g.Intn(total)
		for _, c := range of {
			if k -= c.weight; k < 0 {
				if n := c.make(); n != nil {
					return n
				}
				break
			}
		}
	}
	return nil
}

// declare makes a variable known to the statements that follow in its scope.
func (g *generator) declare(v variable) string {
	g.vars = append(g.vars, v)
	return v.name
}

// find answers a random variable in scope that is wanted, nearer ones first.
func (g *generator) find(want func(*variable) bool) *variable {
	var found []*variable
	for c := g.context; c != nil; c = c.outer {
		for i := range c.vars {
			if want(&c.vars[i]) {
				found = append(found, &c.vars[i])
				if c == g.context {
					found = append(found, &c.vars[i])
				}
			}
		}
	}
	if len(found) == 0 {
		return nil
	}
	return found[g.Intn(len(found))]
}

func (g *generator) ofHabit(h habit) *variable {
	return g.find(func(v *variable) bool { return v.habit == h })
}

// room is how often something of one step can still be executed in this place.
func (g *generator) room() float64 { return (g.limit - g.cost) / g.mult }

// spend counts what is executed in this place.
func (g *generator) spend(steps float64) { g.cost += steps * g.mult }

// open begins a function; what it returns ends it and tells its cost.
func (g *generator) open(c *context) (close func() float64) {
	c.outer, c.mult = g.context, 1
	if c.method == 0 {
		c.method = g.method
	}
	saved := g.context
	c.leaf = c.leaf || saved.leaf
	g.context = c
	return func() float64 {
		g.context = saved
		return c.cost + 1
	}
}

// scope begins a block; what it returns ends it.
func (g *generator) scope() func() {
	n := len(g.vars)
	g.level++
	return func() {
		g.vars = g.vars[:n]
		g.level--
	}
}

// globals declares variables of every habit.
func (g *generator) globals() {
	kinds := []habit{anInt, anInt, aNum, aNum, aNum, aStr, anAny, anAny, anArray, anArray, anArray, aTyped, aTyped, anObject, anObject, aMap, aSet}
	g.Shuffle(len(kinds), func(i, j int) { kinds[i], kinds[j] = kinds[j], kinds[i] })
	for _, h := range kinds {
		g.tops.Kids = append(g.tops.Kids, g.declaration(h))
	}
}

// declaration declares a new variable.
func (g *generator) declaration(h habit) *Node {
	v := variable{habit: h, elem: []habit{anInt, anInt, aNum, aNum, anAny, aStr, anObject}[g.Intn(7)]}
	word := "let"
	if h == aTyped || h == aMap || h == aSet || h >= anArray && g.chance(2) {
		word, v.fixed = "const", true
	}
	v.name = g.name(map[habit]string{anInt: "i", aNum: "n", aBool: "b", aStr: "s", anAny: "x", anArray: "a", aTyped: "t", anObject: "o", aFunc: "f", aMap: "m", aSet: "q"}[h])
	var init *Node
	if h == anArray {
		init = g.arrayOf(v.elem)
	} else {
		init = g.value(h)
	}
	g.declare(v)
	return stmt("@ @ = @;", word, v.name, init)
}
