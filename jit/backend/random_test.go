package backend

import "math/rand"

// testConfig has amd64's shape: R11 and X15 are scratch, R12-R15 and RSP (4) taken.
func testConfig() *Config {
	return &Config{
		Regs:       Regs(0, 1, 2, 3, 5, 6, 7, 8, 9, 10) | 0x7FFF<<16,
		ScratchGPR: 11, ScratchFPR: 31, Check: true,
	}
}

// Opcodes of the toy target. What an instruction computes depends on Op and Imm.
const (
	toyOp = OpTarget + iota
	toyTwo
	toyShift
	toyDiv
	toyCall
	toyGuard
	toyEarly
	toyBranch
	toyReturn
	toyEntry
)

// randomShape says what randomFunc makes.
type randomShape struct {
	blocks, insts int     // about how many; instructions in a block
	old           float64 // how often an operand is an old value
	calls         float64 // how often an instruction is a call
	structured    bool    // loops and ifs; else any graph
	window        int     // old values are among so many latest ones; 0 is any
}

// generator makes random functions.
type generator struct {
	r     *rand.Rand
	f     *Func
	cfg   *Config
	shape randomShape
	avail [2][]VReg // values that dominate the current point
}

// randomFunc makes a function whose every use is dominated by its definition.
func randomFunc(r *rand.Rand, cfg *Config, shape randomShape) *Func {
	g := &generator{r: r, f: NewFunc("random"), cfg: cfg, shape: shape}
	if shape.structured {
		g.structuredGraph()
	} else {
		g.anyGraph()
	}
	SplitCriticalEdges(g.f)
	Order(g.f)
	g.fill()
	return g.f
}

// anyGraph makes a random graph, often irreducible.
func (g *generator) anyGraph() {
	n := 1 + g.r.Intn(g.shape.blocks)
	for i := 0; i < n+1; i++ {
		g.f.NewBlock().Cold = i > 0 && g.r.Intn(6) == 0
	}
	bs := g.f.Blocks
	AddEdge(bs[0], bs[1])
	for i, b := range bs[1:] {
		switch k := g.r.Intn(5); {
		case i == n-1 || k == 0 && i > n/2:
		case k <= 2 || n < 3:
			AddEdge(b, bs[2+g.r.Intn(n-1)])
			AddEdge(b, bs[i+2])
		default:
			AddEdge(b, bs[i+2])
		}
	}
}

// structuredGraph nests loops, ifs and sequences.
func (g *generator) structuredGraph() {
	end := g.region(g.f.NewBlock(), g.shape.blocks, 0)
	_ = end
}

// region makes about n blocks behind b and returns the last one.
func (g *generator) region(b *Block, n, depth int) *Block {
	for n > 0 {
		k := g.r.Intn(4)
		switch {
		case k == 0 && depth < 4 && n > 3: // loop, with an exit at the head or the end
			head, exit := g.f.NewBlock(), g.f.NewBlock()
			m := 1 + g.r.Intn(n-2)
			AddEdge(b, head)
			body := g.f.NewBlock()
			if g.r.Intn(2) == 0 {
				AddEdge(head, body)
				AddEdge(head, exit)
				AddEdge(g.region(body, m, depth+1), head)
			} else {
				AddEdge(head, body)
				last := g.region(body, m, depth+1)
				AddEdge(last, head)
				AddEdge(last, exit)
			}
			b = exit
			n -= m + 2
		case k <= 2 && n > 3: // if, one side possibly cold
			x, y, join := g.f.NewBlock(), g.f.NewBlock(), g.f.NewBlock()
			x.Cold = g.r.Intn(3) == 0
			AddEdge(b, x)
			AddEdge(b, y)
			m := 1 + g.r.Intn(n-2)
			AddEdge(g.region(x, m/2, depth+1), join)
			AddEdge(g.region(y, m/2, depth+1), join)
			b = join
			n -= m + 2
		default:
			c := g.f.NewBlock()
			AddEdge(b, c)
			b = c
			n--
		}
	}
	return b
}

// fill gives the ordered blocks parameters, instructions and edge arguments.
func (g *generator) fill() {
	o := &orderer{}
	f := g.f
	o.postorder(f)
	o.dominators()
	type values [2][]VReg
	ends := make([]values, len(f.Blocks))
	for i, b := range o.rpo {
		g.avail = [2][]VReg{}
		if i == 0 {
			b.Insts = nil
			for k := 0; k < 3; k++ {
				x, y := f.NewVReg(GPR), f.NewVReg(FPR)
				f.Emit(b, Inst{Op: toyEntry, Imm: int64(k)}, DFixed(x, Reg(k)), D(y))
				g.avail[GPR] = append(g.avail[GPR], x)
				g.avail[FPR] = append(g.avail[FPR], y)
			}
		} else {
			d := ends[o.idom[i]]
			for c := range d {
				g.avail[c] = append([]VReg(nil), d[c]...)
			}
			if len(b.Preds) > 1 || g.r.Intn(10) == 0 {
				for k := g.r.Intn(4); k > 0; k-- {
					c := g.class()
					p := f.NewVReg(c)
					b.Params = append(b.Params, p)
					g.avail[c] = append(g.avail[c], p)
				}
			}
			b.Insts = nil
		}
		for k := g.r.Intn(g.shape.insts + 1); k > 0; k-- {
			g.inst(b)
		}
		switch len(b.Succs) {
		case 0:
			f.Emit(b, Inst{Op: toyReturn}, UFixed(g.pick(GPR), 0))
		case 1:
			f.Emit(b, Inst{Op: OpJump})
		default:
			f.Emit(b, Inst{Op: toyBranch, Exit: g.exit(), ExitOps: 1}, append([]Operand{U(g.pick(GPR))}, g.exitOps()...)...)
		}
		ends[i] = values(g.avail)
	}
	for i, b := range o.rpo {
		g.avail = ends[i]
		for k, s := range b.Succs {
			b.EdgeArgs[k] = nil
			for _, p := range s.Params {
				b.EdgeArgs[k] = append(b.EdgeArgs[k], g.pick(f.Class(p)))
			}
		}
	}
}

func (g *generator) class() Class {
	if g.r.Intn(3) == 0 {
		return FPR
	}
	return GPR
}

// pick is an available value, a recent one or any.
func (g *generator) pick(c Class) VReg {
	a := g.avail[c]
	if g.r.Float64() >= g.shape.old && len(a) > 6 {
		a = a[len(a)-6:]
	} else if w := g.shape.window; w > 0 && len(a) > w {
		a = a[len(a)-w:]
	}
	return a[g.r.Intn(len(a))]
}

func (g *generator) exit() int32 { return g.f.AddExit(Exit{Kind: ExitDeopt}) }

func (g *generator) exitOps() []Operand {
	var ops []Operand
	for k := g.r.Intn(6); k > 0; k-- {
		ops = append(ops, UExit(g.pick(g.class())))
	}
	return ops
}

// def makes a new value that is available when the instruction is complete.
func (g *generator) def(c Class, later *[]VReg) VReg {
	v := g.f.NewVReg(c)
	*later = append(*later, v)
	return v
}

// inst adds a random instruction.
func (g *generator) inst(b *Block) {
	f, r := g.f, g.r
	var defs []VReg
	in := Inst{Op: toyOp, Imm: r.Int63()}
	var ops []Operand
	exit := false
	c := g.class()
	if r.Float64() < g.shape.calls {
		in.Op = toyCall
		in.Clobbers = g.cfg.Regs
		if r.Intn(3) == 0 {
			in.Clobbers = Regs(0, 1, 2, 3, 16, 17, 18)
		}
		ops = append(ops, UFixed(g.pick(GPR), 0), UFixed(g.pick(GPR), 2), U(g.pick(GPR)), UFixed(g.pick(FPR), 16))
		ops = append(ops, DFixed(g.def(GPR, &defs), 0))
		exit = r.Intn(2) == 0
	} else {
		switch r.Intn(12) {
		case 0, 1, 2:
			for k := r.Intn(4); k > 0; k-- {
				o := U(g.pick(g.class()))
				switch r.Intn(6) {
				case 0:
					o.AnyLoc = true
				case 1:
					o.Kind = UseLate
				}
				ops = append(ops, o)
			}
			ops = append(ops, D(g.def(c, &defs)))
			if r.Intn(4) == 0 {
				ops = append(ops, T(f.NewVReg(g.class())))
			}
			exit = r.Intn(4) == 0
		case 3, 4, 5:
			in.Op = toyTwo
			in.Flags = Commutes * uint8(r.Intn(2))
			ops = append(ops, U(g.pick(c)), U(g.pick(c)), DSame(g.def(c, &defs), 0))
			if r.Intn(3) == 0 {
				ops[1].AnyLoc = true
			}
			exit = r.Intn(3) == 0
			if exit && ops[0].V != ops[1].V && r.Intn(2) == 0 {
				in.Flags |= Undo
			}
		case 6:
			in.Op = toyShift
			ops = append(ops, U(g.pick(GPR)), UFixed(g.pick(GPR), 1), DSame(g.def(GPR, &defs), 0))
			exit = r.Intn(3) == 0
		case 7:
			in.Op = toyDiv
			ops = append(ops, UFixed(g.pick(GPR), 0), U(g.pick(GPR)), TFixed(2), DFixed(g.def(GPR, &defs), 0))
			if r.Intn(2) == 0 {
				ops[2] = DFixed(g.def(GPR, &defs), 2)
				in.Clobbers = Regs(0, 2)
			}
			exit = r.Intn(3) == 0
		case 8:
			in.Op = toyEarly
			ops = append(ops, U(g.pick(c)), U(g.pick(GPR)), DEarly(g.def(c, &defs)), D(g.def(GPR, &defs)))
			exit = r.Intn(3) == 0
		case 9:
			defs = append(defs, f.LoadConst(b, c, r.Uint64()))
			g.add(defs)
			return
		case 10:
			defs = append(defs, f.Move(b, g.pick(c)))
			g.add(defs)
			return
		case 11:
			in.Op = toyGuard
			ops = append(ops, U(g.pick(GPR)))
			exit = true
		}
	}
	if exit {
		in.Exit, in.ExitOps = g.exit(), uint16(len(ops))
		ops = append(ops, g.exitOps()...)
	}
	f.Emit(b, in, ops...)
	g.add(defs)
}

func (g *generator) add(defs []VReg) {
	for _, v := range defs {
		g.avail[g.f.Class(v)] = append(g.avail[g.f.Class(v)], v)
	}
}
