package ssa

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"firn/heap"
)

// Parse reads a function in the text form (see print.go), for tests and tools.
// It checks the form alone: Check says whether the graph makes sense.
func Parse(text string) (*Func, error) {
	p := &parser{f: NewFunc(), values: map[string]*Value{}, blocks: map[string]*Block{}, states: map[string]*FrameState{},
		defined: map[*Value]bool{}, ops: map[string]Op{}}
	for op := Op(1); op < NumOps; op++ {
		p.ops[op.String()] = op
	}
	for n, line := range strings.Split(text, "\n") {
		if err := p.line(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	for _, b := range p.blocks {
		if b.ID < 0 || b.Kind > Exit {
			return nil, fmt.Errorf("%v is used but not there", b)
		}
	}
	for name, v := range p.values {
		if !p.defined[v] {
			return nil, fmt.Errorf("%s is used but not there", name)
		}
	}
	for _, b := range p.f.Blocks {
		for _, v := range b.Values {
			if v.ID < 0 {
				v.ID = p.f.nextValue
				p.f.nextValue++
			}
		}
	}
	return p.f, nil
}

type parser struct {
	f       *Func
	block   *Block
	ended   bool
	values  map[string]*Value
	defined map[*Value]bool
	blocks  map[string]*Block
	states  map[string]*FrameState
	ops     map[string]Op
	words   []string
}

// fields splits a line into words; a string literal is one word, and brackets
// and braces are words of their own.
func fields(line string) ([]string, error) {
	var words []string
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == ' ' || c == '\t' || c == '\r':
			i++
		case c == ';':
			return words, nil
		case strings.IndexByte("[](){}", c) >= 0:
			words = append(words, line[i:i+1])
			i++
		case c == '"':
			q, err := strconv.QuotedPrefix(line[i:])
			if err != nil {
				return nil, err
			}
			words = append(words, q)
			i += len(q)
		default:
			j := i
			for j < len(line) && strings.IndexByte(" \t\r;[](){}\"", line[j]) < 0 {
				j++
			}
			words = append(words, line[i:j])
			i = j
		}
	}
	return words, nil
}

func (p *parser) more() bool { return len(p.words) > 0 }

func (p *parser) next() string {
	if len(p.words) == 0 {
		return ""
	}
	w := p.words[0]
	p.words = p.words[1:]
	return w
}

func (p *parser) accept(w string) bool {
	if len(p.words) > 0 && p.words[0] == w {
		p.words = p.words[1:]
		return true
	}
	return false
}

// number reads the number in a name such as v7.
func number(name, prefix string) (int, error) {
	rest, ok := strings.CutPrefix(name, prefix)
	n, err := strconv.Atoi(rest)
	if !ok || err != nil || n < 0 || n > 1<<30 {
		return 0, fmt.Errorf("want %s and a number, not %q", prefix, name)
	}
	return n, nil
}

// small is number for fields of 32 bits.
func small(name, prefix string) (int32, error) {
	n, err := number(name, prefix)
	return int32(n), err
}

func (p *parser) value(name string) (*Value, error) {
	if v := p.values[name]; v != nil {
		return v, nil
	}
	id, err := number(name, "v")
	if err != nil {
		return nil, err
	}
	v := &Value{ID: id}
	p.values[name] = v
	p.f.nextValue = max(p.f.nextValue, id+1)
	return v, nil
}

func (p *parser) blockNamed(name string) (*Block, error) {
	if b := p.blocks[name]; b != nil {
		return b, nil
	}
	id, err := number(name, "b")
	if err != nil {
		return nil, err
	}
	b := &Block{ID: id, Kind: Exit + 1, mem: p.f.memory()}
	p.blocks[name] = b
	p.f.nextBlock = max(p.f.nextBlock, id+1)
	return b, nil
}

func (p *parser) line(line string) (err error) {
	if p.words, err = fields(line); err != nil || len(p.words) == 0 {
		return err
	}
	w := p.words[0]
	switch {
	case w == "func":
		return p.header()
	case strings.HasPrefix(w, "fn"):
		return p.function()
	case w[0] == 's' && strings.HasSuffix(w, ":"):
		return p.state()
	case w[0] == 'b' && strings.HasSuffix(w, ":"):
		if p.block != nil && !p.ended {
			return fmt.Errorf("%v has no end", p.block)
		}
		return p.blockLine()
	case p.block == nil || p.ended:
		return fmt.Errorf("%q is in no block", w)
	case w == "jump" || w == "if" || w == "ret" || w == "exit":
		p.ended = true
		return p.end()
	}
	return p.valueLine()
}

// settings reads the rest of the line: key=number; other words go to other.
func (p *parser) settings(set map[string]func(int64), other func(w string) error) error {
	for p.more() {
		w := p.next()
		key, text, ok := strings.Cut(w, "=")
		if fn := set[key]; ok && fn != nil {
			n, err := strconv.ParseInt(text, 0, 64)
			if err != nil {
				return err
			}
			fn(n)
			continue
		}
		if err := other(w); err != nil {
			return err
		}
	}
	return nil
}

func unexpected(w string) error { return fmt.Errorf("unexpected %q", w) }

func (p *parser) header() (err error) {
	p.next()
	if p.f.Name, err = strconv.Unquote(p.next()); err != nil {
		return err
	}
	return p.settings(map[string]func(int64){
		"entry": func(n int64) { p.f.EntryPC = uint32(n) },
		"slots": func(n int64) { p.f.Slots = int(n) },
		"fuel":  func(n int64) { p.f.Fuel = n },
	}, unexpected)
}

func (p *parser) function() (err error) {
	if n, err := number(p.next(), "fn"); err != nil || n != len(p.f.Functions) {
		return fmt.Errorf("functions are numbered from fn0")
	}
	fn := &Function{}
	p.f.Functions = append(p.f.Functions, fn)
	if fn.Name, err = strconv.Unquote(p.next()); err != nil {
		return err
	}
	return p.settings(map[string]func(int64){
		"tmpl":   func(n int64) { fn.Tmpl = uint32(n) },
		"code":   func(n int64) { fn.Code = uint32(n) },
		"regs":   func(n int64) { fn.Regs = int(n) },
		"params": func(n int64) { fn.Params = int(n) },
		"flags":  func(n int64) { fn.Flags = uint32(n) },
	}, func(w string) error {
		if fn.InROM = w == "rom"; !fn.InROM {
			return unexpected(w)
		}
		return nil
	})
}

func (p *parser) state() error {
	name := strings.TrimSuffix(p.next(), ":")
	if p.states[name] != nil {
		return fmt.Errorf("%s is there twice", name)
	}
	s := &FrameState{}
	p.states[name] = s
	return p.settings(map[string]func(int64){
		"pc":   func(n int64) { s.PC = uint32(n) },
		"base": func(n int64) { s.Base = int(n) },
		"argc": func(n int64) { s.Argc = uint32(n) },
		"dst":  func(n int64) { s.RetDst = uint32(n) },
		"act":  func(n int64) { s.RetAct = uint32(n) },
	}, func(w string) (err error) {
		key, text, _ := strings.Cut(w, "=")
		switch {
		case w == "[":
			return p.registers(s)
		case w == "inslot=":
			return p.inSet(s.SetInSlot)
		case w == "unread=":
			return p.inSet(s.setUnread)
		case key == "parent":
			if s.Parent = p.states[text]; s.Parent == nil {
				err = fmt.Errorf("no state %q before this", text)
			}
		case key == "callee":
			s.Callee, err = p.value(text)
		case key == "newtarget":
			s.NewTarget, err = p.value(text)
		case strings.HasPrefix(w, "fn"):
			s.Fn, err = small(w, "fn")
		default:
			err = unexpected(w)
		}
		return err
	})
}

func (p *parser) registers(s *FrameState) error {
	for !p.accept("]") {
		reg, val, _ := strings.Cut(p.next(), "=")
		r, err := number(reg, "r")
		if err != nil {
			return err
		}
		v, err := p.value(val)
		if err != nil {
			return err
		}
		for len(s.Regs) <= r {
			s.Regs = append(s.Regs, nil)
		}
		s.Regs[r] = v
	}
	return nil
}

// inSet parses a set of registers.
func (p *parser) inSet(set func(r int)) error {
	p.accept("[")
	for !p.accept("]") {
		r, err := number(p.next(), "r")
		if err != nil {
			return err
		}
		set(r)
	}
	return nil
}

func (p *parser) blockLine() error {
	b, err := p.blockNamed(strings.TrimSuffix(p.next(), ":"))
	if err != nil {
		return err
	}
	if b.Kind <= Exit {
		return fmt.Errorf("%v is there twice", b)
	}
	b.Kind = Jump
	p.f.Blocks = append(p.f.Blocks, b)
	p.block, p.ended = b, false
	if p.accept("(") {
		for !p.accept(")") {
			q, err := p.blockNamed(p.next())
			if err != nil {
				return err
			}
			b.Preds = append(b.Preds, q)
		}
	}
	b.Cold = p.accept("cold")
	if p.more() {
		return unexpected(p.next())
	}
	return nil
}

func (p *parser) end() (err error) {
	b := p.block
	switch p.next() {
	case "if":
		b.Kind = If
	case "ret":
		b.Kind = Ret
	case "exit":
		b.Kind = Exit
	}
	if b.Kind == If || b.Kind == Ret {
		if b.Control, err = p.value(p.next()); err != nil {
			return err
		}
	}
	for p.more() {
		w := p.next()
		switch {
		case b.Kind == Exit && w[0] == '"':
			b.Reason, err = strconv.Unquote(w)
		case w[0] == 'b':
			var to *Block
			to, err = p.blockNamed(w)
			b.Succs = append(b.Succs, to)
		case w[0] == '@' && b.Kind == Exit:
			b.State, err = p.stateNamed(w)
		case w[0] == '@' && b.Kind == Jump:
			b.EndState, err = p.stateNamed(w)
		default:
			err = unexpected(w)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) stateNamed(w string) (*FrameState, error) {
	s := p.states[w[1:]]
	if s == nil {
		return nil, fmt.Errorf("no state %q", w[1:])
	}
	return s, nil
}

func (p *parser) valueLine() (err error) {
	v := &Value{ID: -1}
	name := ""
	if len(p.words) > 1 && p.words[1] == "=" {
		name = p.next()
		if v, err = p.value(name); err != nil {
			return err
		}
		if p.defined[v] {
			return fmt.Errorf("%s is there twice", name)
		}
		p.next()
	}
	opName, typeName, typed := strings.Cut(p.next(), ":")
	opName, memName, _ := strings.Cut(opName, ".")
	op, ok := p.ops[opName]
	if !ok {
		return fmt.Errorf("no operation %q", opName)
	}
	info := op.Info()
	if (info.Result == None) != (name == "") {
		return fmt.Errorf("%s has a result or has none", opName)
	}
	p.defined[v] = true
	v.Op, v.Type, v.Block = op, info.Result, p.block
	p.f.memory().made.add(op)
	if typed {
		if v.Type, ok = lookup[Type](typeNames[:], typeName); !ok {
			return fmt.Errorf("no type %q", typeName)
		}
	}
	if v.Mem, ok = lookup[Mem](memNames[:], memName); !ok {
		return fmt.Errorf("no memory class %q", memName)
	}
	for p.more() && p.words[0][0] == 'v' {
		a, err := p.value(p.next())
		if err != nil {
			return err
		}
		v.Args = append(v.Args, a)
	}
	if p.accept("{") {
		if v.Aux, err = parseAux(info.Aux, p.next()); err != nil {
			return err
		}
		if !p.accept("}") {
			if v.Aux2, err = strconv.ParseInt(p.next(), 0, 64); err != nil || !p.accept("}") {
				return fmt.Errorf("want a number and }")
			}
		}
	}
	for p.more() {
		w := p.next()
		switch {
		case w[0] == '@':
			v.State, err = p.stateNamed(w)
		case w[0] == '#':
			fn, line, both := strings.Cut(w[1:], ":")
			if !both {
				fn, line = "0", fn
			}
			if v.Fn, err = small(fn, ""); err == nil {
				var n int32
				n, err = small(line, "")
				v.Line = uint32(n)
			}
		default:
			err = unexpected(w)
		}
		if err != nil {
			return err
		}
	}
	p.block.Values = append(p.block.Values, v)
	return nil
}

// lookup finds the number of a name in a table.
func lookup[T ~uint8](names []string, name string) (T, bool) {
	for i, s := range names {
		if s == name {
			return T(i), true
		}
	}
	return 0, false
}

func parseAux(k AuxKind, text string) (int64, error) {
	switch k {
	case AuxFloat:
		return parseFloat(text)
	case AuxCond:
		for i, s := range condNames {
			if s == text {
				return int64(i), nil
			}
		}
	case AuxStub:
		for i := range Stubs {
			if Stubs[i].Name == text {
				return int64(i), nil
			}
		}
	case AuxMath:
		for i, s := range mathNames {
			if s == text {
				return firstMath + int64(i), nil
			}
		}
	case AuxTag:
		for i, s := range tagNames {
			if s == text {
				return heap.TagInt + int64(i), nil
			}
		}
	case AuxBits:
		if digits, ok := strings.CutPrefix(text, "int:"); ok {
			n, err := strconv.ParseInt(digits, 10, 32)
			return int64(heap.Int(int32(n))), err
		}
		for i, s := range specialNames {
			if s == text {
				return int64(heap.Undefined + heap.Value(i)), nil
			}
		}
		return parseFloat(text)
	}
	return strconv.ParseInt(text, 0, 64)
}

func parseFloat(text string) (int64, error) {
	if strings.HasPrefix(text, "0x") {
		n, err := strconv.ParseUint(text, 0, 64)
		return int64(n), err
	}
	if text == "NaN" {
		return heap.CanonicalNaN, nil
	}
	x, err := strconv.ParseFloat(text, 64)
	return int64(math.Float64bits(x)), err
}
