package amd64

import (
	"testing"

	"firn/ir/ssa"
	"firn/jit/backend"
)

// TestVirtualObjects compiles a guard whose state has a context and a closure
// that refer to each other, the context twice: the exit describes two cells, and
// no code is there for them.
func TestVirtualObjects(t *testing.T) {
	f, err := ssa.Parse(`func "f" entry=0 slots=40 fuel=100
fn0 "f" tmpl=64 rom code=120 regs=10 params=2 flags=0
s0: fn0 pc=9 [r1=v9 r2=v10 r3=v2]
s1: fn0 pc=4 inslot=[r1]
b0:
  Entry {44} @s1
  v0 = LoadSlot {1}
  v1 = CheckNum v0 @s1
  v2 = PoolVal {1049096}
  v3 = ConstInt {0}
  v4 = ConstInt {1}
  v5 = BoxF64 v1
  v6 = VirtualRef {77}
  v7 = BoxObj v6
  v8 = Virtual v3 v4 v7 v5 {78 68719476768}
  v9 = BoxCell v8
  v11 = ConstRef {4096}
  v12 = PoolRef {1049088}
  v13 = Virtual v11 v3 v3 v12 v9 {77 231928234016}
  v10 = BoxObj v13
  v14 = CheckInt v0 @s0
  v15 = BoxInt v14
  ret v15
`)
	if err == nil {
		err = ssa.Check(f)
	}
	if err != nil {
		t.Fatal(err)
	}
	var c Compiler
	code, err := c.Compile(f, testConfig())
	if err != nil {
		t.Fatal(err)
	}
	checkCode(t, "virtual", code, c.CodeSize())
	var x *backend.Exit
	for i := range code.Exits {
		if e := &code.Exits[i]; e.PC == 9 && e.Kind == backend.ExitDeopt {
			x = e
		}
	}
	if x == nil || len(x.Objects) != 2 || len(x.Frames) != 1 || len(x.Frames[0].Regs) != 3 {
		t.Fatalf("exits %+v", code.Exits)
	}
	konst := func(v backend.ExitValue) uint64 {
		if l := x.Locs[v.Loc]; l.IsConst() {
			return code.Consts[l.Index()]
		}
		t.Errorf("%+v is no constant", v)
		return 0
	}
	r := x.Frames[0].Regs
	ctx, fn := r[0], r[1]
	if fn.Rep != backend.RepNewObject || ctx.Rep != backend.RepNewCell || fn.Loc == ctx.Loc || fn.Loc > 1 || ctx.Loc > 1 {
		t.Fatalf("registers %+v", r)
	}
	if r[2].Rep != backend.RepPool || konst(r[2]) != 1049096 {
		t.Errorf("the value in the pool is %+v", r[2])
	}

	o := x.Objects[fn.Loc]
	if o.Header != 231928234016 || len(o.Fields) != 5 {
		t.Fatalf("the closure is %+v", o)
	}
	for i, want := range []struct {
		off    uint16
		narrow bool
	}{{8, true}, {12, true}, {16, true}, {20, true}, {24, false}} {
		if f := o.Fields[i]; f.Off != want.off || f.Narrow != want.narrow {
			t.Errorf("field %d of the closure is %+v", i, f)
		}
	}
	if uint32(konst(o.Fields[0].Value)) != 4096 || uint32(konst(o.Fields[1].Value)) != 0 {
		t.Errorf("shape and slots are %+v", o.Fields[:2])
	}
	if v := o.Fields[3].Value; v.Rep != backend.RepPool || konst(v) != 1049088 {
		t.Errorf("the template is %+v", v)
	}
	if v := o.Fields[4].Value; v.Rep != backend.RepNewCell || v.Loc != ctx.Loc {
		t.Errorf("the context of the closure is %+v", v)
	}

	o = x.Objects[ctx.Loc]
	if o.Header != 68719476768 || len(o.Fields) != 4 {
		t.Fatalf("the context is %+v", o)
	}
	if v := o.Fields[2].Value; v.Rep != backend.RepNewObject || v.Loc != fn.Loc {
		t.Errorf("the closure in the context is %+v", v)
	}
	if v := o.Fields[3].Value; v.Rep != backend.RepF64 || x.Locs[v.Loc].IsConst() {
		t.Errorf("the number in the context is %+v", v)
	}
}
