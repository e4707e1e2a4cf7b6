package ssa

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"firn/heap"
)

// ruleTests: an expression, what the rules make of it, and the rule that it is
// about. Expressions are (Op:aux argument …); i j k are Int, f g F64, b c Bool,
// o p Ref, x y Val without anything being known of them. 5 is a ConstInt, 5.0 a
// ConstF64, int:5 and the like a ConstVal. "dropped" is a guard that is gone.
var ruleTests = []struct{ rule, in, want string }{
	{"unbox-int", "(CheckInt (BoxInt i))", "i"},
	{"unbox-int", "(UnboxInt int:-7)", "-7"},
	{"unbox-int", "(CheckInt (BoxNum f))", "(F64ToInt f)"},
	{"unbox-int", "(CheckInt undefined)", "(CheckInt undefined)"},
	{"mod-unsigned", "(ModF64 (UintToF64 i) 16.0)", "(IntToF64 (AndInt i 15))"},
	{"mod-unsigned", "(ModF64 (UintToF64 i) 10.0)", "(IntToF64 (OrInt (ShlInt (ModInt (ShrInt i 1) 5) 1) (AndInt i 1)))"},
	{"mod-unsigned", "(ModF64 (UintToF64 i) 0.5)", "(ModF64 (UintToF64 i) 0.5)"},
	{"trunc-quotient", "(TruncF64 (DivF64 (IntToF64 i) 7.0))", "(QuotInt:7 i)"},
	{"trunc-quotient", "(TruncF64 (MulF64 (IntToF64 i) 0.25))", "(QuotInt:4 i)"},
	{"trunc-quotient", "(TruncF64 (MulF64 (IntToF64 i) 0.75))", "(TruncF64 (MulF64 (IntToF64 i) 0.75))"},
	{"trunc-quotient", "(TruncF64 (DivF64 f 7.0))", "(TruncF64 (DivF64 f 7.0))"},
	{"trunc-quotient", "(TruncF64 (DivF64 (IntToF64 i) -7.0))", "(TruncF64 (DivF64 (IntToF64 i) -7.0))"},
	{"floor-quotient", "(F64ToInt (FloorF64 (DivF64 (IntToF64 i) 7.0)))", "(XorInt (QuotInt:7 (XorInt i (SarInt i 31))) (SarInt i 31))"},
	{"quotient-one", "(QuotInt:1 i)", "i"},
	{"fold-quotient", "(QuotInt:3 -7)", "-2"},
	{"fold-clz", "(ClzInt 1)", "31"},
	{"unbox-num", "(CheckNum (BoxInt i))", "(IntToF64 i)"},
	{"unbox-num", "(CheckNum (BoxF64 f))", "f"},
	{"unbox-num", "(UnboxNum (BoxNum f))", "f"},
	{"unbox-num", "(CheckNum int:3)", "3.0"},
	{"unbox-ref", "(CheckObj (BoxObj o))", "o"},
	{"unbox-ref", "(UnboxRef (BoxCell o))", "o"},
	{"unbox-ref", "(CheckObj (BoxStr o))", "(CheckObj (BoxStr o))"},
	{"unbox-ref", "(CheckStr (BoxStr o))", "o"},
	{"unbox-ref", "(CheckObj 0xfffe000000000040)", "ref:64"},
	{"unbox-bool", "(CheckBool (BoxBool b))", "b"},
	{"unbox-bool", "(CheckBool true)", "bool:1"},
	{"box-unbox", "(BoxInt (CheckInt x))", "x"},
	{"box-unbox", "(BoxNum (CheckNum x))", "x"},
	{"box-unbox", "(BoxObj (UnboxRef x))", "x"},
	{"box-unbox", "(BoxStr (CheckObj x))", "(BoxStr (CheckObj x))"},
	{"box-unbox", "(BoxBool (UnboxBool x))", "x"},
	{"box-const", "(BoxInt 4)", "int:4"},
	{"box-const", "(BoxNum 4.0)", "int:4"},
	{"box-const", "(BoxNum -0.0)", "-0.0"},
	{"box-const", "(BoxBool bool:0)", "false"},
	{"box-const", "(BoxStr ref:64)", "0xfffd000000000040"},
	{"box-converted", "(BoxNum (IntToF64 i))", "(BoxInt i)"},

	{"test-known", "(HasTag:int (BoxInt i))", "bool:1"},
	{"test-known", "(HasTag:object (BoxInt i))", "bool:0"},
	{"test-known", "(HasTag:int (BoxNum f))", "(HasTag:int (BoxNum f))"},
	{"test-known", "(IsNum (BoxNum f))", "bool:1"},
	{"test-known", "(IsNullish null)", "bool:1"},
	{"test-known", "(IsBool (BoxObj o))", "bool:0"},
	{"truthy-known", "(Truthy (BoxBool b))", "b"},
	{"truthy-known", "(Truthy (BoxInt i))", "(CmpInt:ne i 0)"},
	{"truthy-known", "(Truthy (BoxF64 f))", "(CmpF64:gt (AbsF64 f) 0.0)"},
	{"truthy-known", "(Truthy NaN)", "bool:0"},
	{"truthy-known", "(Truthy undefined)", "bool:0"},
	{"truthy-known", "(Truthy (BoxObj o))", "bool:1"},
	{"seq-known", "(SeqVal x null)", "(CmpVal:eq x null)"},
	{"seq-known", "(SeqVal (BoxInt i) (BoxNum f))", "(CmpF64:eq (IntToF64 i) f)"},
	{"seq-known", "(SeqVal (BoxInt i) int:3)", "(CmpInt:eq i 3)"},
	{"seq-known", "(SeqVal (BoxInt i) (BoxStr o))", "bool:0"},
	{"seq-known", "(SeqVal x x)", "(SeqVal x x)"},
	{"seqstr-known", "(SeqStr (BoxInt i) (BoxStr o))", "bool:0"},
	{"cmpval-same", "(CmpVal:ne x x)", "bool:0"},
	{"cmpval-same", "(CmpVal:eq null undefined)", "bool:0"},
	{"cmpval-kinds", "(CmpVal:eq (BoxInt i) (BoxObj o))", "bool:0"},
	{"cmpref-same", "(CmpRef:eq o o)", "bool:1"},
	{"cmpref-same", "(CmpRef:ne ref:8 ref:16)", "bool:1"},
	{"not", "(NotBool (NotBool b))", "b"},
	{"not", "(NotBool (CmpInt:lt i j))", "(CmpInt:ge i j)"},
	{"not", "(NotBool (CmpF64:lt f g))", "(NotBool (CmpF64:lt f g))"},
	{"not", "(NotBool (CmpF64:eq f g))", "(CmpF64:ne f g)"},
	{"conv-const", "(ConvBool bool:1)", "1"},
	{"guard-bool", "(GuardTrue bool:1)", "dropped"},
	{"guard-bool", "(GuardTrue bool:0)", "(GuardTrue bool:0)"},
	{"guard-bool", "(GuardFalse (NotBool b))", "(GuardTrue b)"},
	{"guard-same", "(GuardVal null null)", "dropped"},
	{"guard-same", "(GuardRef o o)", "dropped"},
	{"guard-special", "(GuardHole (BoxInt i))", "dropped"},
	{"guard-special", "(GuardTDZ undefined)", "dropped"},
	{"guard-special", "(GuardTDZ tdz)", "(GuardTDZ tdz)"},

	{"const-right", "(AddInt 3 i)", "(AddInt i 3)"},
	{"const-right", "(MulF64 2.5 f)", "(MulF64 f 2.5)"},
	{"compare-const-right", "(CmpInt:lt 3 i)", "(CmpInt:gt i 3)"},
	{"fold-int", "(AddInt 2147483647 1)", "(AddInt 2147483647 1)"},
	{"fold-int", "(AddIntW 2147483647 1)", "-2147483648"},
	{"fold-int", "(MulInt 0 -1)", "(MulInt 0 -1)"},
	{"fold-int", "(ShrInt -1 28)", "15"},
	{"fold-int", "(ModInt 7 4)", "3"},
	{"fold-int", "(DivInt 7 2)", "(DivInt 7 2)"},
	{"fold-int-unary", "(NegInt 5)", "-5"},
	{"fold-int-unary", "(NegInt 0)", "(NegInt 0)"},
	{"fold-int-unary", "(AbsInt -5)", "5"},
	{"fold-int-unary", "(NotInt 0)", "-1"},
	{"fold-compare", "(CmpInt:lt -1 1)", "bool:1"},
	{"fold-compare", "(CmpUint:lt -1 1)", "bool:0"},
	{"neutral", "(AddInt i 0)", "i"},
	{"neutral", "(MulInt 1 i)", "i"},
	{"neutral", "(OrInt i 0)", "i"},
	{"neutral", "(AndInt i -1)", "i"},
	{"same-operands", "(AndInt i i)", "i"},
	{"itself-off", "(XorInt i i)", "0"},
	{"absorb", "(AndInt i 0)", "0"},
	{"absorb-ones", "(OrInt i -1)", "-1"},
	{"xor-ones", "(XorInt i -1)", "(NotInt i)"},
	{"not-not", "(NotInt (NotInt i))", "i"},
	{"join-consts", "(AndInt (AndInt i 12) 10)", "(AndInt i 8)"},
	{"join-consts", "(AddIntW (AddIntW i 3) -3)", "i"},
	{"sub-const", "(SubInt i 3)", "(AddInt i -3)"},
	{"sub-const", "(SubInt i -2147483648)", "(SubInt i -2147483648)"},
	{"shift-count", "(ShlInt i 32)", "i"},
	{"shift-count", "(SarInt i 33)", "(SarInt i 1)"},
	{"shift-count", "(ShrInt i (AndInt j 31))", "(ShrInt i j)"},
	{"fold-int", "(RotInt 1073741825 2)", "5"},
	{"shift-count", "(RotInt i 32)", "i"},
	{"rotate", "(OrInt (ShlInt i 5) (ShrInt i 27))", "(RotInt i 5)"},
	{"rotate", "(XorInt (ShrInt i 27) (ShlInt i 5))", "(RotInt i 5)"},
	{"rotate", "(AddIntW (ShrInt i 1) (ShlInt i 31))", "(RotInt i 31)"},
	{"rotate", "(OrInt (ShlInt i j) (ShrInt i (SubIntW 32 j)))", "(RotInt i j)"},
	{"rotate", "(OrInt (ShrInt i j) (ShlInt i (SubIntW 32 j)))", "(RotInt i (SubIntW 32 j))"},
	{"rotate", "(XorInt (ShlInt i j) (ShrInt i (SubIntW 32 j)))", "(XorInt (ShlInt i j) (ShrInt i (SubIntW 32 j)))"},
	{"rotate", "(OrInt (ShlInt i 5) (ShrInt j 27))", "(OrInt (ShlInt i 5) (ShrInt j 27))"},
	{"rotate", "(OrInt (ShlInt i 5) (ShrInt i 26))", "(OrInt (ShlInt i 5) (ShrInt i 26))"},
	{"sar-positive", "(SarInt (AndInt i 255) 2)", "(ShrInt (AndInt i 255) 2)"},
	{"mod-power", "(ModInt i 8)", "(AndInt (GuardPos i) 7)"},
	{"abs-positive", "(AbsInt (ShrInt i 1))", "(ShrInt i 1)"},
	{"guardpos-positive", "(GuardPos (GuardPos i))", "(GuardPos i)"},
	{"guardpos-positive", "(GuardPos (ShrInt i 3))", "(ShrInt i 3)"},
	{"guardbound-const", "(GuardBound 3 4)", "dropped"},
	{"guardbound-const", "(GuardBound -1 4)", "(GuardBound -1 4)"},
	{"compare-itself", "(CmpInt:le i i)", "bool:1"},
	{"compare-conv", "(CmpInt:eq (ConvBool b) 0)", "(NotBool b)"},
	{"compare-conv", "(CmpInt:ne (ConvBool b) 0)", "b"},

	{"int-to-f64-const", "(IntToF64 -3)", "-3.0"},
	{"uint-to-f64", "(UintToF64 -1)", "4.294967295e+09"},
	{"uint-to-f64", "(UintToF64 (ShrInt i 1))", "(IntToF64 (ShrInt i 1))"},
	{"f64-to-int", "(F64ToInt (IntToF64 i))", "i"},
	{"f64-to-int", "(TruncF64 (UintToF64 i))", "i"},
	{"f64-to-int", "(F64ToIndex (UintToF64 i))", "(GuardPos i)"},
	{"f64-to-int", "(F64ToInt -0.0)", "(F64ToInt -0.0)"},
	{"f64-to-int", "(F64ToIndex -0.0)", "0"},
	{"f64-to-int", "(TruncF64 4294967297.5)", "1"},
	{"f64-to-int", "(TruncF64 -1.5)", "-1"},
	{"f64-to-int", "(TruncF64 1e300)", "(TruncF64 1e+300)"},
	{"trunc-arith", "(TruncF64 (AddF64 (IntToF64 i) (IntToF64 j)))", "(AddIntW i j)"},
	{"trunc-arith", "(TruncF64 (AddF64 (MulF64 (IntToF64 i) 31.0) (UintToF64 j)))", "(AddIntW (MulIntW i 31) j)"},
	{"trunc-arith", "(TruncF64 (MulF64 (IntToF64 i) (IntToF64 j)))", "(TruncF64 (MulF64 (IntToF64 i) (IntToF64 j)))"},
	{"trunc-arith", "(TruncF64 (MulF64 (IntToF64 (AndInt i 65535)) (IntToF64 j)))", "(MulIntW (AndInt i 65535) j)"},
	{"trunc-arith", "(TruncF64 (NegF64 (IntToF64 i)))", "(SubIntW 0 i)"},
	{"trunc-arith", "(TruncF64 (AddF64 (IntToF64 i) 0.5))", "(TruncF64 (AddF64 (IntToF64 i) 0.5))"},
	{"to-int-arith", "(F64ToInt (AddF64 (IntToF64 i) 1.0))", "(AddInt i 1)"},
	{"to-int-arith", "(F64ToInt (MulF64 (IntToF64 i) (IntToF64 j)))", "(MulInt i j)"},
	{"to-int-arith", "(F64ToIndex (SubF64 (IntToF64 i) (IntToF64 j)))", "(SubInt i j)"},
	{"fold-f64", "(DivF64 1.0 0.0)", "+Inf"},
	{"fold-f64", "(SubF64 +Inf +Inf)", "NaN"},
	{"fold-f64-unary", "(SqrtF64 2.25)", "1.5"},
	{"fold-f64-unary", "(RoundF32 0.1)", "0.10000000149011612"},
	{"fold-f64-unary", "(CeilF64 -0.5)", "-0.0"},
	{"neutral-f64", "(AddF64 f -0.0)", "f"},
	{"neutral-f64", "(AddF64 f 0.0)", "(AddF64 f 0.0)"},
	{"neutral-f64", "(SubF64 f 0.0)", "f"},
	{"neutral-f64", "(MulF64 f 1.0)", "f"},
	{"div-power", "(DivF64 f 8.0)", "(MulF64 f 0.125)"},
	{"div-power", "(DivF64 f 3.0)", "(DivF64 f 3.0)"},
	{"neg-neg", "(NegF64 (NegF64 f))", "f"},
	{"abs-neg", "(AbsF64 (NegF64 f))", "(AbsF64 f)"},
	{"round-int", "(FloorF64 (IntToF64 i))", "(IntToF64 i)"},
	{"round-int", "(FloorF64 (CeilF64 f))", "(CeilF64 f)"},
	{"fold-compare-f64", "(CmpF64:ne NaN. NaN.)", "bool:1"},
	{"compare-converted", "(CmpF64:lt (IntToF64 i) (IntToF64 j))", "(CmpInt:lt i j)"},
	{"compare-converted", "(CmpF64:ge 5.0 (IntToF64 i))", "(CmpInt:le i 5)"},
	{"compare-converted", "(CmpF64:lt (IntToF64 i) 0.5)", "(CmpF64:lt (IntToF64 i) 0.5)"},
	{"compare-converted", "(CmpF64:lt (UintToF64 i) 3000000000.0)", "(CmpUint:lt i -1294967296)"},
}

// factTests: what gvn makes of an expression behind others.
var factTests = []struct{ facts, in, want string }{
	{"(CheckInt x)", "(CheckInt x)", "(CheckInt x)"},
	{"(AddInt i j)", "(AddInt j i)", "(AddInt i j)"},
	{"(GuardRef o p)", "(CmpRef:ne o p)", "bool:0"},
	{"(GuardRef o p)", "(GuardRef o p)", "dropped"},
	{"(GuardTrue (HasTag:int x))", "(CheckInt x)", "(UnboxInt x)"},
	{"(GuardTrue (HasTag:int x))", "(CheckNum x)", "(IntToF64 (UnboxInt x))"},
	{"(GuardFalse (HasTag:int x));(GuardTrue (IsNum x))", "(CheckNum x)", "(UnboxNum x)"},
	{"(GuardTrue (IsNum x))", "(IsNullish x)", "bool:0"},
	{"(GuardTrue (IsNum x))", "(Truthy x)", "(CmpF64:gt (AbsF64 (UnboxNum x)) 0.0)"},
	{"(GuardTrue (IsBool x))", "(Truthy x)", "(UnboxBool x)"},
	{"(GuardFalse (IsNullish x))", "(CmpVal:eq x null)", "bool:0"},
	{"(GuardTrue (CmpVal:ne x undefined));(GuardTrue (IsNullish x))", "(CmpVal:eq x undefined)", "bool:0"},
	{"(GuardHole x);(GuardTDZ x)", "(GuardHole x)", "dropped"},
	{"(GuardVal x null)", "(IsNullish x)", "bool:1"},
	{"(GuardVal x null)", "(CmpVal:eq x null)", "bool:1"},
	{"(GuardTrue (CmpInt:eq i 3))", "(GuardInt i 3)", "dropped"},
	{"(GuardTrue b)", "(NotBool b)", "bool:0"},
	{"(GuardTrue (NotBool b))", "(ConvBool b)", "0"},
	{"(GuardKind:40 o)", "(IsKind:40 o)", "bool:1"},
	{"(GuardKind:40 o)", "(IsKind:41 o)", "bool:0"},
	{"(GuardTrue (IsKind:40 o))", "(GuardKind:40 o)", "dropped"},
	{"(CheckObj x)", "(UnboxRef x)", "(CheckObj x)"},
	{"(CheckObj x)", "(CheckStr x)", "(CheckStr x)"},
	{"(GuardTrue (Truthy x))", "(IsNullish x)", "bool:0"},
	{"(GuardTrue (IsNum x));(GuardTrue (IsNum y))", "(SeqVal x y)", "(CmpF64:eq (UnboxNum x) (UnboxNum y))"},
}

// sexpr builds values from expressions.
type sexpr struct {
	f     *Func
	b     *Block
	state *FrameState
	names map[string]*Value
	text  []string
}

func newSexpr() *sexpr {
	e := &sexpr{f: &Func{}, state: &FrameState{}, names: map[string]*Value{}}
	e.b = e.f.NewBlock(Exit)
	e.b.State = e.state
	for i, name := range strings.Fields("i j k f g b c o p x y") {
		v := e.f.AddAux(e.b, OpLoadSlot, int64(i))
		if op := map[byte]Op{'i': OpCheckInt, 'j': OpCheckInt, 'k': OpCheckInt, 'f': OpCheckNum, 'g': OpCheckNum,
			'b': OpCheckBool, 'c': OpCheckBool, 'o': OpCheckObj, 'p': OpCheckObj}[name[0]]; op != 0 {
			v = e.f.Add(e.b, op, v)
			v.State = e.state
		}
		e.names[name] = v
	}
	return e
}

func (e *sexpr) next() string {
	w := e.text[0]
	e.text = e.text[1:]
	return w
}

func (e *sexpr) build(text string) *Value {
	text = strings.NewReplacer("(", " ( ", ")", " ) ").Replace(text)
	e.text = strings.Fields(text)
	return e.value()
}

func (e *sexpr) value() *Value {
	w := e.next()
	if v := e.names[w]; v != nil {
		return v
	}
	if w != "(" {
		return e.constant(w)
	}
	name, aux, _ := strings.Cut(e.next(), ":")
	op := Op(1)
	for op < NumOps && op.String() != name {
		op++
	}
	var args []*Value
	for e.text[0] != ")" {
		args = append(args, e.value())
	}
	e.next()
	for i, a := range args {
		// Double constants are told from boxed ones by where they stand.
		if a.Op == OpConstVal && op.Info().Args[i] == F64 {
			a.Op, a.Type = OpConstF64, F64
		}
	}
	v := e.f.Add(e.b, op, args...)
	if aux != "" {
		v.Aux, _ = parseAux(op.Info().Aux, aux)
	}
	if op.Has(Guard) {
		v.State = e.state
	}
	return v
}

func (e *sexpr) constant(w string) *Value {
	if n, err := strconv.ParseInt(w, 10, 32); err == nil {
		return e.f.AddAux(e.b, OpConstInt, n)
	}
	if n, ok := strings.CutPrefix(w, "bool:"); ok {
		return e.f.AddAux(e.b, OpConstBool, int64(n[0]-'0'))
	}
	if n, ok := strings.CutPrefix(w, "ref:"); ok {
		off, _ := strconv.Atoi(n)
		return e.f.AddAux(e.b, OpConstRef, int64(off))
	}
	bits, err := parseAux(AuxBits, strings.TrimSuffix(w, "."))
	if err != nil {
		panic("no constant " + w)
	}
	return e.f.AddAux(e.b, OpConstVal, bits)
}

func (e *sexpr) print(v *Value) string {
	for name, w := range e.names {
		if v == w {
			return name
		}
	}
	switch v.Op {
	case OpConstInt:
		return strconv.Itoa(int(v.Aux))
	case OpConstBool:
		return fmt.Sprintf("bool:%d", v.Aux)
	case OpConstRef:
		return fmt.Sprintf("ref:%d", v.Aux)
	case OpConstF64, OpConstVal:
		return formatAux(AuxBits, v.Aux)
	}
	s := "(" + v.Op.String()
	if k := v.Op.Info().Aux; k != AuxNone {
		s += ":" + formatAux(k, v.Aux)
	}
	for _, a := range v.Args {
		s += " " + e.print(a)
	}
	return s + ")"
}

func TestRules(t *testing.T) {
	tested := map[string]bool{}
	for _, c := range ruleTests {
		e := newSexpr()
		v := e.build(c.in)
		r := rewriter{f: e.f, s: newSubst(e.f), fired: map[string]int{}, late: c.rule == "box-unbox"}
		e.f.Analyze()
		r.block(e.b)
		have := "dropped"
		if w := r.s.get(v); w.Block != nil && w.index() >= 0 {
			have = e.print(w)
		}
		if have != c.want {
			t.Errorf("%s: %s became %s, want %s", c.rule, c.in, have, c.want)
		}
		if r.fired[c.rule] > 0 {
			tested[c.rule] = true
		} else if c.in != c.want && !strings.Contains(c.want, "e+") {
			t.Errorf("%s did not match %s; others: %v", c.rule, c.in, r.fired)
		}
		if err := Check(e.f); err != nil {
			t.Errorf("%s: %v", c.in, err)
		}
	}
	for _, c := range factTests {
		e := newSexpr()
		n := newNumbering(e.f)
		for _, text := range strings.Split(c.facts, ";") {
			e.build(text)
		}
		v := e.build(c.in)
		n.r.fired = map[string]int{}
		e.f.Analyze()
		n.enter(e.b)
		n.r.block(e.b)
		have := "dropped"
		if w := n.r.s.get(v); w.Block != nil && w.index() >= 0 {
			have = e.print(w)
		}
		if have != c.want {
			t.Errorf("%s became %s behind %s, want %s", c.in, have, c.facts, c.want)
		}
		if err := Check(e.f); err != nil {
			t.Errorf("%s: %v", c.in, err)
		}
		for name := range n.r.fired {
			tested[name] = true
		}
	}
	for op := range rules {
		for _, r := range rules[op] {
			if !tested[r.name] {
				t.Errorf("rule %s has no test", r.name)
			}
		}
	}
}

func TestToInt32(t *testing.T) {
	for _, c := range []struct {
		x    float64
		want int32
		ok   bool
	}{{0, 0, true}, {-1.9, -1, true}, {1 << 31, math.MinInt32, true}, {1<<32 + 5, 5, true}, {-(1 << 32) - 5, -5, true},
		{1 << 62, 0, true}, {1 << 63, 0, false}, {math.NaN(), 0, false}, {math.Inf(-1), 0, false}} {
		if have, ok := toInt32(c.x); ok != c.ok || ok && have != c.want {
			t.Errorf("toInt32(%v) = %d, %v", c.x, have, ok)
		}
	}
}

func TestKinds(t *testing.T) {
	all := kinds(0)
	for _, v := range []heap.Value{heap.Int(1), heap.Double(1), heap.Undefined, heap.Null, heap.True, heap.Hole, heap.TDZ, heap.Empty,
		heap.Symbol(8), heap.BigInt(8), heap.String(8), heap.Object(8), heap.CellRef(8)} {
		k := kindsOfBits(v)
		if k == 0 || k&(k-1) != 0 || all&k != 0 {
			t.Errorf("%x is of kinds %x", uint64(v), k)
		}
		all |= k
	}
	if all != kAll {
		t.Errorf("all kinds are %x, not %x", kAll, all)
	}
}

// A guard that rules make out of another one is remembered as that one.
func TestBuilt(t *testing.T) {
	f := &Func{}
	b := f.NewBlock(Ret)
	v := f.Add(b, OpCheckInt, f.Add(b, OpLoadSlot))
	v.become(OpF64ToInt, 0, v.Args[0])
	v.become(OpGuardPos, 0, v.Args[0])
	if v.Built() != OpCheckInt {
		t.Errorf("built as %v", v.Built())
	}
}
