package ssa

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
)

// inOrder rewrites an expression with rule first of the last value's operation before
// all others. It gives the result and the rules of that operation that matched.
func inOrder(text string, first int) (result string, matched bool) {
	e := newSexpr()
	v := e.build(text)
	if first >= len(rules[v.Op]) {
		return "", false
	}
	op, saved := v.Op, rules[v.Op]
	defer func() { rules[op] = saved }()
	chosen := saved[first]
	once := rule{chosen.name, func(r *rewriter, w *Value) *Value {
		if w != v || matched {
			return nil
		}
		x := chosen.try(r, w)
		matched = x != nil
		return x
	}}
	rules[op] = append([]rule{once}, saved...)
	r := rewriter{f: e.f, s: newSubst(e.f)}
	e.f.Analyze()
	r.block(e.b)
	result = "dropped"
	if w := r.s.get(v); w.Block != nil && w.index() >= 0 {
		result = e.print(w)
	}
	return result, matched
}

// overlapping tries the rules that match each text in every order. It gives the number
// of overlaps, and those where the order matters.
func overlapping(texts []string) (pairs int, differ []string) {
	for _, text := range texts {
		var names, results []string
		for k := 0; k < 16; k++ {
			if result, matched := inOrder(text, k); matched {
				names, results = append(names, rules[newSexpr().build(text).Op][k].name), append(results, result)
			}
		}
		for i := 1; i < len(names); i++ {
			pairs++
			if results[i] != results[0] {
				differ = append(differ, fmt.Sprintf("%s: %s gives %s, %s gives %s", text, names[0], results[0], names[i], results[i]))
			}
		}
	}
	return pairs, differ
}

// TestRuleOverlaps: where two rules match the same value, it does not matter which
// comes first.
func TestRuleOverlaps(t *testing.T) {
	texts := make([]string, 0, 1200)
	for _, c := range ruleTests {
		texts = append(texts, c.in)
	}
	rng := rand.New(rand.NewSource(1))
	for len(texts) < cap(texts) {
		texts = append(texts, randomExpression(rng, None, 3))
	}
	pairs, differ := overlapping(texts)
	for _, d := range differ {
		t.Error(d)
	}
	if pairs < 50 {
		t.Errorf("only %d overlaps met", pairs)
	}
	t.Logf("%d overlaps", pairs)

	// It would be noticed.
	saved := rules[OpXorInt]
	defer func() { rules[OpXorInt] = saved }()
	addRules(OpXorInt, rule{"wrong", func(r *rewriter, v *Value) *Value {
		if v.Args[0] == v.Args[1] {
			return r.int(1)
		}
		return nil
	}})
	if _, differ = overlapping([]string{"(XorInt i i)", "(XorInt i j)"}); len(differ) != 1 || !strings.Contains(differ[0], "wrong gives 1") {
		t.Errorf("a rule that contradicts another one: %q", differ)
	}
}

// randomExpression makes the text of a value of a type, None for one that has rules.
func randomExpression(rng *rand.Rand, want Type, depth int) string {
	leaves := map[Type]string{Int: "i j k 0 1 -1 7 8 31 -8 2147483647", F64: "f g 0.0 1.0 2.0 -0.0 0.5 7.0", Bool: "b c bool:0 bool:1",
		Ref: "o p ref:64", Val: "x y undefined null true int:3 1.5"}
	if want != None && (depth == 0 || rng.Intn(4) == 0) {
		l := strings.Fields(leaves[want])
		return l[rng.Intn(len(l))]
	}
	for try := 0; try < 400; try++ {
		op := Op(1 + rng.Intn(int(NumOps)-1))
		info := op.Info()
		switch {
		case want == None && len(rules[op]) < 2, want != None && info.Result != want, len(info.Args) == 0, info.Repeat,
			info.Props&^(Pure|Guard) != 0, op == OpPhi:
			continue
		}
		text := "(" + op.String()
		switch info.Aux {
		case AuxNone:
		case AuxCond:
			conds := []string{"eq", "ne"}
			if op != OpCmpRef && op != OpCmpVal {
				conds = append(conds, "lt", "le", "gt", "ge")
			}
			text += ":" + conds[rng.Intn(len(conds))]
		case AuxTag:
			text += ":" + []string{"int", "object", "string"}[rng.Intn(3)]
		default:
			if op != OpQuotInt {
				continue
			}
			text += ":8"
		}
		for _, a := range info.Args {
			text += " " + randomExpression(rng, a, depth-1)
		}
		return text + ")"
	}
	if want == None {
		return ""
	}
	return strings.Fields(leaves[want])[0]
}
