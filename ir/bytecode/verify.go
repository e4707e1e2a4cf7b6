package bytecode

import (
	"fmt"
	"sort"

	"firn/heap"
)

// Verify checks that f and the functions in it are well formed: operands in
// range and of the right kind, jumps to instructions, control that never runs
// off the end, handlers that nest and begin with catch, call windows that leave
// room for the frame header, library instructions in library code only. It does
// not check types: that a context register holds a context is the compiler's
// affair, so code from elsewhere must come from a trusted compiler.
func Verify(f *Function) error {
	work := []*Function{f}
	for len(work) > 0 {
		f := work[len(work)-1]
		work = work[:len(work)-1]
		if err := verifyOne(f); err != nil {
			return fmt.Errorf("function %s: %w", title(f), err)
		}
		for _, c := range f.Consts {
			if g, ok := c.(*Function); ok {
				work = append(work, g)
			}
		}
	}
	return nil
}

func verifyOne(f *Function) error {
	if f.Regs < 1 || f.Regs > 0xFFFF || f.Params < 0 || f.Params >= f.Regs || f.Length < 0 || f.Length > 0xFFFF ||
		f.Sites < 0 || f.Sites > 0xFFFF || f.Start > f.End {
		return fmt.Errorf("bad header")
	}
	if len(f.Code) == 0 || len(f.Code) > 1<<26 {
		return fmt.Errorf("bad code size %d", len(f.Code))
	}
	for i, c := range f.Consts {
		if c == nil {
			return fmt.Errorf("constant %d is missing", i)
		}
		if s, ok := c.(Special); ok && uint32(s) > SpEmpty {
			return fmt.Errorf("constant %d is no special value", i)
		}
	}
	starts := make([]bool, len(f.Code)+1)
	last := Op(0)
	for pc := uint32(0); pc < uint32(len(f.Code)); {
		in, ok := Decode(f.Code, pc)
		if !ok {
			return fmt.Errorf("no instruction at %d", pc)
		}
		starts[pc] = true
		last, pc = in.Op, in.Next
	}
	if Table[last].Effects&End == 0 {
		return fmt.Errorf("control runs off the end")
	}
	for pc := uint32(0); pc < uint32(len(f.Code)); {
		in, _ := Decode(f.Code, pc)
		if err := verifyInst(f, &in, starts); err != nil {
			return fmt.Errorf("%d: %s: %w", pc, in.Op, err)
		}
		pc = in.Next
	}
	return verifyHandlers(f, starts)
}

// libraryOnly lists instructions that ordinary code must not contain.
func libraryOnly(op Op) bool {
	switch op {
	case OpLdroot, OpLeaf, OpLdelem, OpLdslot, OpStslot, OpIskind:
		return true
	}
	return false
}

func verifyInst(f *Function, in *Inst, starts []bool) error {
	if libraryOnly(in.Op) && f.Flags&heap.TLibrary == 0 {
		return fmt.Errorf("only library code may do this")
	}
	for _, o := range in.Operands() {
		v := in.Value(o)
		if n := o.Type.Span(); n > 0 && v+int64(n) > int64(f.Regs) {
			return fmt.Errorf("register %d of %d", v, f.Regs)
		}
		switch o.Type {
		case ConstIndex:
			if v >= int64(len(f.Consts)) {
				return fmt.Errorf("constant %d of %d", v, len(f.Consts))
			}
			if !constFits(in.Op, f.Consts[v]) {
				return fmt.Errorf("constant %d is of the wrong kind", v)
			}
		case Jump:
			if v < 0 || v >= int64(len(f.Code)) || !starts[v] {
				return fmt.Errorf("jump to %d", v)
			}
		case Site:
			if v >= int64(f.Sites) {
				return fmt.Errorf("site %d of %d", v, f.Sites)
			}
		case Base:
			first, n := in.window(uint32(v))
			if isCall(in.Op) && v < 4 || n > 0 && int64(first)+int64(n) > int64(f.Regs) {
				return fmt.Errorf("call window at %d", v)
			}
		}
	}
	switch in.Op {
	case OpLdspecial:
		if in.Field(FieldB) > SpEmpty {
			return fmt.Errorf("special value %d", in.Field(FieldB))
		}
	case OpThrowerr:
		if in.Field(FieldA) >= NumThrows {
			return fmt.Errorf("message %d", in.Field(FieldA))
		}
	case OpOfnext, OpInnext:
		next, ok := Decode(f.Code, in.Next)
		if !ok || next.Op != OpJempty || next.Field(FieldA) != in.Field(FieldA) {
			return fmt.Errorf("is not followed by its jempty")
		}
	case OpInitgen:
		if f.Flags&heap.TGenerator == 0 {
			return fmt.Errorf("in a function that is no generator")
		}
		if next, ok := Decode(f.Code, in.Next); !ok || next.Op != OpRet || next.Field(FieldA) != in.Field(FieldA) {
			return fmt.Errorf("is not followed by its ret")
		}
	case OpInitasync:
		if f.Flags&heap.TAsync == 0 {
			return fmt.Errorf("in a function that is not async")
		}
	}
	return nil
}

// constFits reports whether c is what the instruction expects.
func constFits(op Op, c Const) bool {
	_, isFunc := c.(*Function)
	_, isSite := c.(*TemplateSite)
	_, isString := c.(String)
	switch op {
	case OpClosure, OpNewclass:
		return isFunc
	case OpTemplobj:
		return isSite
	case OpLdk, OpJseqk, OpJsnek:
		return !isFunc && !isSite
	}
	return isString
}

func verifyHandlers(f *Function, starts []bool) error {
	for i, h := range f.Handlers {
		if h.Start >= h.End || uint64(h.End) > uint64(len(f.Code)) || uint64(h.Target) >= uint64(len(f.Code)) {
			return fmt.Errorf("handler %d is out of range", i)
		}
		if !starts[h.Start] || int(h.End) < len(f.Code) && !starts[h.End] || !starts[h.Target] {
			return fmt.Errorf("handler %d is between instructions", i)
		}
		in, _ := Decode(f.Code, h.Target)
		if in.Op != OpCatch || in.Field(FieldA) != h.Reg {
			return fmt.Errorf("handler %d does not begin with catch", i)
		}
		if h.Target >= h.Start && h.Target < h.End {
			return fmt.Errorf("handler %d protects itself", i)
		}
	}
	// Regions either nest, the inner one first, or do not meet. The check is a
	// scan over boundaries with a stack, outer ones (later in the list) first.
	return verifyNesting(f.Handlers)
}

// verifyNesting checks that of two regions that overlap the earlier is inside
// the later.
func verifyNesting(list []Handler) error {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	sortRegions(order, list)
	var open []int
	for _, i := range order {
		for len(open) > 0 && list[open[len(open)-1]].End <= list[i].Start {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			o := open[len(open)-1]
			if list[i].End > list[o].End || i > o {
				return fmt.Errorf("handlers %d and %d do not nest", i, o)
			}
		}
		open = append(open, i)
	}
	return nil
}

// sortRegions orders handlers by start, larger regions first, and of equal
// regions the outer (later) one first.
func sortRegions(order []int, list []Handler) {
	sort.Slice(order, func(a, b int) bool {
		x, y := list[order[a]], list[order[b]]
		if x.Start != y.Start {
			return x.Start < y.Start
		}
		if x.End != y.End {
			return x.End > y.End
		}
		return order[a] > order[b]
	})
}
