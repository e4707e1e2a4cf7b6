package ssa

import (
	"strings"
	"testing"
)

const goodText = `
func "good"
fn0 "f" regs=3
s0: fn0 pc=5 [r0=v0 r1=v1]
b0:
  v0 = LoadSlot {0}
  v1 = CheckInt v0 @s1
  jump b1
b1: (b0 b2)
  v2 = Phi:Int v1 v4
  v3 = CmpInt v2 v1 {lt}
  if v3 b2 b3
b2: (b1)
  v4 = AddInt v2 v1 @s0
  jump b1
b3: (b1)
  v5 = BoxInt v2
  ret v5
`

func TestCheck(t *testing.T) {
	good := strings.Replace(goodText, "s0:", "s1: fn0 pc=0 [r0=v0]\ns0:", 1)
	parse := func(text string) *Func {
		f, err := Parse(text)
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		return f
	}
	if err := Check(parse(good)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, want string }{
		{"AddInt v2 v1 @s0", "AddInt v2 v1", "guards have a state"},
		{"AddInt v2 v1", "AddInt v2 v0", "not of type Int"},
		{"AddInt v2 v1", "AddInt v2", "1 arguments, not 2"},
		{"Phi:Int v1 v4", "Phi:Int v1", "1 arguments for 2 predecessors"},
		{"Phi:Int v1 v4", "Phi:Int v1 v0", "another type"},
		{"Phi:Int v1 v4", "Phi:Int v4 v1", "uses v4 of b2, which is not always there"},
		{"ret v5", "ret v2", "must be a Val"},
		{"jump b1\nb1", "exit\nb1", "does not lead to it"},
		{"jump b1\nb3", "jump b3\nb3", "does not lead to it"},
		{"(b1)\n  v5", "(b1 b2)\n  v5", "does not lead to it"},
		{"{lt}", "{9}", "aux value out of range"},
		{"v5 = BoxInt v2", "v5 = LoadSlot {0}", "slots are as at entry"},
		{"v5 = BoxInt v2", "v5 = LoadVal v2 {8}", "not of type Ref"},
		{"v3 = CmpInt", "v5 = BoxInt v2\n v6 = Phi:Int v2 v4\n v3 = CmpInt", "not among the first"},
		{"r1=v1]", "r1=v4]", "uses v4"},
		{"r1=v1]", "r1=v1] inslot=[r1]", "both as v1 and in its slot"},
		{"v3 = CmpInt", "v3 = CmpInt:Val", "has type Val"},
		{"v5 = BoxInt v2", "v5 = BoxInt v2\n  Slow {3 4} @s0\n  v7 = CheckInt v0 @s1\n  v6 = Threw {0 9}", "nothing may leave between"},
		{"v5 = BoxInt v2", "v5 = BoxInt v2\n  Slow {3 4} @s0", "shares its state"},
	} {
		text := strings.Replace(good, c.old, c.new, 1)
		if c.new == "v5 = BoxInt v2\n v6 = Phi:Int v2 v4\n v3 = CmpInt" {
			text = strings.Replace(text, "v5 = BoxInt v2\n  ret", "v7 = BoxInt v2\n  ret", 1)
			text = strings.Replace(text, "ret v5", "ret v7", 1)
		}
		err := Check(parse(text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: %v, want %q", c.new, c.old, err, c.want)
		}
	}
}

// TestCheckEdges breaks what the text form cannot express.
func TestCheckEdges(t *testing.T) {
	for want, breakIt := range map[string]func(f *Func){
		"has predecessors":             func(f *Func) { f.Blocks[1].Connect(f.Blocks[0]) },
		"taken":                        func(f *Func) { f.Blocks[1].ID = 0 },
		"says that it is in":           func(f *Func) { f.Blocks[1].Values[0].Block = f.Blocks[0] },
		"the number of v1":             func(f *Func) { f.Blocks[0].Values[0].ID = 1 },
		"with 1 successors":            func(f *Func) { f.removeSucc(f.Blocks[1], 1) },
		"which has 2 from it":          func(f *Func) { f.Blocks[2].Preds = append(f.Blocks[2].Preds, f.Blocks[1]) },
		"which is nowhere":             func(f *Func) { f.Blocks[2].Values[0].Args[0] = &Value{ID: 2, Type: Int, Op: OpConstInt} },
		"is not in the function":       func(f *Func) { f.Blocks[0].Succs[0] = &Block{} },
		"exit blocks have a state":     func(f *Func) { f.Blocks[3].State = f.Blocks[2].Values[0].State },
		"that does not jump":           func(f *Func) { f.Blocks[3].EndState = f.Blocks[2].Values[0].State },
		"loads and stores have a":      func(f *Func) { f.Blocks[3].Values[0].Mem = MemProp },
		"function 7, which is not the": func(f *Func) { f.Blocks[3].Values[0].Fn = 7 },
		"is of function 9":             func(f *Func) { f.Blocks[2].Values[0].State.Fn = 9 },
		"the state of an inlined fra":  func(f *Func) { f.Blocks[2].Values[0].State.Parent = &FrameState{} },
	} {
		f, err := Parse(strings.Replace(goodText, "@s1", "@s0", 1))
		if err != nil {
			t.Fatal(err)
		}
		f.Blocks[0].Values[1].State = &FrameState{}
		if err := Check(f); err != nil {
			t.Fatal(err)
		}
		breakIt(f)
		if err := Check(f); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
