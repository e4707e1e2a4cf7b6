package ssa

import (
	"fmt"
	"math"
	"math/rand"
	"testing"

	"firn/heap"
)

// A small register language with the semantics of JavaScript's, as far as it
// goes, an interpreter for it and a builder that speculates at random: what the
// passes must keep is that graph and interpreter together, the interpreter going
// on from wherever the graph leaves, do what the interpreter does alone.

type toyOp uint8

const (
	toyConst toyOp = iota // A = K
	toyMove               // A = B
	toyAdd                // A = B op C, undefined unless both are numbers
	toySub
	toyMul
	toyDiv
	toyAnd
	toyOr
	toyXor
	toyShl
	toySar
	toyShr
	toyLess     // A = B < C
	toySeq      // A = B === C
	toyGet      // A = B.field C, undefined unless B is an object
	toySet      // A.field C = B
	toyGetElem  // A = B[C], undefined if there is none
	toySetElem  // A[B] = C if there is one
	toyNew      // A = a new object
	toySlow     // A = something that depends on all registers; all objects in registers change
	toyCall     // A = something that depends on B and C; the object in B changes
	toyJump     // to Target
	toyIfLess   // to Target if B < C
	toyIfTruthy // to Target if B
	toyIfObject // to Target if B is an object
	toyIfNum
	toyRet // return A
)

type toyInst struct {
	op      toyOp
	a, b, c int
	k       heap.Value
	target  int
	spec    int // what the builder speculates on
}

const (
	toyRegs   = 10
	toyFields = 2
	toyShape1 = 1 << 20
	toyShape2 = 2 << 20
	toyPool   = 16 // pool entries at the beginning of memory
	toyHeader = heap.KObject << 32
)

// toy is the interpreter's machine.
type toy struct {
	e    *evaluator
	code []toyInst
	left int // steps
}

func (m *toy) object(shape uint32) uint32 {
	at := m.e.alloc(24+8*toyFields, toyHeader|(24+8*toyFields))
	m.e.set32(at+8, shape)
	for i := uint32(0); i < toyFields; i++ {
		m.e.set64(at+24+8*i, uint64(heap.Undefined))
	}
	return at
}

// step executes instruction pc over regs; done: it returned.
func (m *toy) step(pc int, regs []heap.Value) (next int, done bool) {
	in := &m.code[pc]
	e := m.e
	b, c := regs[in.b], regs[in.c]
	numbers := b.IsNumber() && c.IsNumber()
	num := func(x float64) { regs[in.a] = heap.Number(x) }
	next = pc + 1
	branch := func(taken bool) {
		e.fuel -= int64(pc + 1)
		if taken {
			next = in.target
		}
	}
	field := func(v heap.Value) uint32 { return v.Ref() + 24 + 8*uint32(in.c) }
	element := func(o, i heap.Value) (uint32, bool) {
		if !o.IsObject() || !i.IsNumber() {
			return 0, false
		}
		x := i.Num()
		el := e.u32(o.Ref() + 16)
		if el == 0 || !(x >= 0 && x < float64((e.u32(el)-8)/8)) || x != math.Trunc(x) {
			return 0, false
		}
		return el + 8 + 8*uint32(x), true
	}
	switch in.op {
	case toyConst:
		regs[in.a] = in.k
	case toyMove:
		regs[in.a] = b
	case toyAdd, toySub, toyMul, toyDiv, toyAnd, toyOr, toyXor, toyShl, toySar, toyShr:
		if !numbers {
			regs[in.a] = heap.Undefined
			break
		}
		x, y := b.Num(), c.Num()
		i, j := toyInt32(x), toyInt32(y)
		switch in.op {
		case toyAdd:
			num(x + y)
		case toySub:
			num(x - y)
		case toyMul:
			num(x * y)
		case toyDiv:
			num(x / y)
		case toyAnd:
			num(float64(i & j))
		case toyOr:
			num(float64(i | j))
		case toyXor:
			num(float64(i ^ j))
		case toyShl:
			num(float64(i << (j & 31)))
		case toySar:
			num(float64(i >> (j & 31)))
		case toyShr:
			num(float64(uint32(i) >> (j & 31)))
		}
	case toyLess:
		regs[in.a] = heap.Bool(numbers && b.Num() < c.Num())
	case toySeq:
		regs[in.a] = heap.Bool(strictlyEqual(b, c))
	case toyGet:
		regs[in.a] = heap.Undefined
		if b.IsObject() {
			regs[in.a] = heap.Value(e.u64(field(b)))
		}
	case toySet:
		if regs[in.a].IsObject() {
			e.set64(field(regs[in.a]), uint64(b))
		}
	case toyGetElem:
		regs[in.a] = heap.Undefined
		if at, ok := element(b, c); ok && heap.Value(e.u64(at)) != heap.Hole {
			regs[in.a] = heap.Value(e.u64(at))
		}
	case toySetElem:
		if at, ok := element(regs[in.a], b); ok {
			e.set64(at, uint64(c))
		}
	case toyNew:
		regs[in.a] = heap.Object(m.object(toyShape1))
	case toySlow:
		sum := 0
		for i, v := range regs {
			switch {
			case v.IsNumber():
				sum += (i + 1) * int(toyInt32(v.Num()))
			case v.IsObject():
				at := v.Ref() + 24 + 8*uint32(i%toyFields)
				e.set64(at, uint64(heap.Int(int32(sum%1000))))
			case v == heap.True:
				sum += 77
			}
		}
		regs[in.a] = heap.Number(float64(sum % 100000))
	case toyCall:
		regs[in.a] = m.call(b, c)
	case toyJump:
		branch(true)
	case toyIfLess:
		branch(numbers && b.Num() < c.Num())
	case toyIfTruthy:
		branch(truthy(b))
	case toyIfObject:
		branch(b.IsObject())
	case toyIfNum:
		branch(b.IsNumber())
	case toyRet:
		return pc, true
	}
	return next, false
}

// call is the function that toyCall calls.
func (m *toy) call(b, c heap.Value) heap.Value {
	x := heap.Value(heap.Int(1))
	if c.IsNumber() {
		x = heap.Number(float64(toyInt32(c.Num()) & 7))
	}
	if b.IsObject() {
		at := b.Ref() + 24 + 8*uint32(x.Int32()&1)
		old := heap.Value(m.e.u64(at))
		m.e.set64(at, uint64(x))
		if old.IsNumber() {
			return old
		}
	}
	return x
}

// toyInt32 is ToInt32.
func toyInt32(x float64) int32 {
	if x != x || math.IsInf(x, 0) {
		return 0
	}
	return int32(uint32(int64(math.Mod(math.Trunc(x), 1<<32))))
}

// run goes on at pc. It gives false when it takes too long.
func (m *toy) run(pc int, regs []heap.Value) (heap.Value, bool) {
	for m.left--; m.left > 0; m.left-- {
		next, done := m.step(pc, regs)
		if done {
			return regs[m.code[pc].a], true
		}
		pc = next
	}
	return 0, false
}

// Registers have a use that programs mostly keep to, so that they get somewhere
// before a guard leaves.
const (
	toyNums     = 3 // 0–2: integers
	toyDouble   = 3
	toyObj      = 4 // 4–5: objects
	toyAny      = 6
	toyCounters = 7 // 7–9: loops, by depth
)

// toyProgram makes a random program: nested loops and ifs.
func toyProgram(r *rand.Rand) []toyInst {
	var code []toyInst
	wild := func() bool { return r.Intn(40) == 0 }
	pick := func(first, n int) int {
		if wild() {
			return r.Intn(toyRegs)
		}
		return first + r.Intn(n)
	}
	target := func(first, n int) int {
		if wild() {
			return r.Intn(toyCounters)
		}
		return first + r.Intn(n)
	}
	num := func() int { return pick(0, toyNums) }
	obj := func() int { return pick(toyObj, 2) }
	counter := 0
	// index is a number that may be an index: a loop counter, if there is one.
	index := func() int {
		if counter > 0 {
			return toyCounters + r.Intn(counter)
		}
		return num()
	}
	emit := func(in toyInst) int {
		if in.spec = 1; r.Intn(20) == 0 {
			in.spec = r.Intn(8)
		}
		code = append(code, in)
		return len(code) - 1
	}
	small := func() heap.Value { return heap.Int(int32(r.Intn(6))) }
	odd := []heap.Value{heap.Int(-1), heap.Int(31), heap.Int(math.MaxInt32), heap.Int(math.MinInt32), heap.Double(0.5),
		heap.Double(math.Copysign(0, -1)), heap.Double(1e10), heap.Double(math.NaN()), heap.Undefined, heap.Null, heap.True, heap.False}
	// A third of the programs is about objects that come and go.
	objects := r.Intn(3) == 0
	simple := func() {
		kind := r.Intn(16)
		if objects && kind%2 == 0 {
			kind = []int{3, 5, 11, 12, 14, 14}[r.Intn(6)]
		}
		if objects && kind == 15 && r.Intn(8) > 0 {
			kind = 10
		}
		switch kind {
		case 0:
			emit(toyInst{op: toyConst, a: target(0, toyNums), k: small()})
		case 1:
			emit(toyInst{op: toyConst, a: toyAny, k: odd[r.Intn(len(odd))]})
		case 2:
			emit(toyInst{op: toyMove, a: target(0, toyNums), b: num()})
		case 3:
			emit(toyInst{op: toyMove, a: target(toyObj, 2), b: obj()})
		case 4:
			emit(toyInst{op: toyMove, a: toyAny, b: r.Intn(toyRegs)})
		case 5, 6:
			emit(toyInst{op: toyAdd + toyOp(r.Intn(2)), a: target(0, toyNums), b: num(), c: pick(0, toyNums)})
		case 7:
			emit(toyInst{op: toyAnd + toyOp(r.Intn(6)), a: target(0, toyNums), b: num(), c: num()})
			mask := target(0, toyNums)
			emit(toyInst{op: toyConst, a: mask, k: heap.Int(255)})
			emit(toyInst{op: toyAnd, a: mask, b: mask, c: num()})
		case 8:
			emit(toyInst{op: toyAdd + toyOp(r.Intn(4)), a: toyDouble, b: toyDouble, c: num()})
			code[len(code)-1].spec = 4 * r.Intn(2)
		case 9:
			emit(toyInst{op: toyLess + toyOp(r.Intn(2)), a: toyAny, b: num(), c: num()})
		case 10, 11:
			emit(toyInst{op: toyGet, a: target(0, toyNums), b: obj(), c: r.Intn(toyFields)})
		case 12:
			emit(toyInst{op: toySet, a: obj(), b: pick(0, toyAny), c: 0})
			if r.Intn(3) > 0 {
				code[len(code)-1] = toyInst{op: toySet, a: obj(), b: num(), c: r.Intn(toyFields), spec: 1}
			}
		case 13:
			if r.Intn(2) == 0 {
				emit(toyInst{op: toyGetElem, a: target(0, toyNums), b: obj(), c: index()})
			} else {
				emit(toyInst{op: toySetElem, a: obj(), b: index(), c: num()})
			}
			if r.Intn(3) == 0 {
				code[len(code)-1].spec = 0
			}
		case 14:
			emit(toyInst{op: toyNew, a: target(toyObj, 2)})
			emit(toyInst{op: toySet, a: obj(), b: num(), c: 0})
			emit(toyInst{op: toySet, a: obj(), b: num(), c: 1})
		case 15:
			emit(toyInst{op: toySlow, a: target(0, toyNums)})
			if r.Intn(2) == 0 {
				code[len(code)-1] = toyInst{op: toyCall, a: target(0, toyNums), b: obj(), c: num()}
			}
		}
	}
	var body func(depth int)
	body = func(depth int) {
		for n := 1 + r.Intn(5); n > 0; n-- {
			switch k := r.Intn(8); {
			case k == 0 && depth > 0: // if
				in := toyInst{op: toyIfLess, b: num(), c: num()}
				if r.Intn(2) == 0 {
					in = toyInst{op: toyIfTruthy + toyOp(r.Intn(3)), b: r.Intn(toyRegs)}
				}
				at := emit(in)
				body(depth - 1)
				if r.Intn(2) == 0 {
					end := emit(toyInst{op: toyJump})
					code[at].target = len(code)
					body(depth - 1)
					code[end].target = len(code)
				} else {
					code[at].target = len(code)
				}
			case k <= 2 && depth > 0 && counter < 3: // for (i = 0; i < n; i++)
				i := toyCounters + counter
				counter++
				n, one := num(), num()
				emit(toyInst{op: toyConst, a: i, k: heap.Int(0)})
				if r.Intn(4) > 0 {
					emit(toyInst{op: toyConst, a: n, k: heap.Int(int32(r.Intn(8)))})
				}
				head := emit(toyInst{op: toyIfLess, b: i, c: n})
				end := emit(toyInst{op: toyJump})
				code[head].target = len(code)
				body(depth - 1)
				emit(toyInst{op: toyConst, a: one, k: heap.Int(1)})
				emit(toyInst{op: toyAdd, a: i, b: i, c: one})
				emit(toyInst{op: toyJump, target: head})
				code[end].target = len(code)
				counter--
			default:
				simple()
			}
		}
	}
	body(3)
	emit(toyInst{op: toyRet, a: r.Intn(toyRegs)})
	return code
}

// toyMemory is a machine with some objects, and arguments for it.
func toyMemory(r *rand.Rand, code []toyInst) (*toy, []heap.Value) {
	m := &toy{e: &evaluator{mem: make([]byte, 64), leaveAt: -1, fuel: 1 << 40}, code: code, left: 3000}
	m.e.set64(toyPool, uint64(heap.CellRef(toyShape1)))
	var objects []heap.Value
	for i := 0; i < 3; i++ {
		shape := uint32(toyShape1)
		if r.Intn(20) == 0 {
			shape = toyShape2
		}
		o := m.object(shape)
		n := uint32(3 + r.Intn(6))
		el := m.e.alloc(8+8*n, uint64(8+8*n))
		m.e.set32(o+16, el)
		for j := uint32(0); j < n; j++ {
			v := heap.Int(int32(r.Intn(9)))
			if r.Intn(60) == 0 {
				v = heap.Hole
			}
			m.e.set64(el+8+8*j, uint64(v))
		}
		for j := uint32(0); j < toyFields; j++ {
			m.e.set64(o+24+8*j, uint64(heap.Int(int32(r.Intn(20)))))
		}
		objects = append(objects, heap.Object(o))
	}
	regs := make([]heap.Value, toyRegs)
	for i := range regs {
		switch {
		case r.Intn(30) == 0:
			regs[i] = heap.Undefined
		case i < toyNums || i >= toyCounters:
			regs[i] = heap.Int(int32(r.Intn(6)))
		case i == toyDouble:
			regs[i] = heap.Number(float64(r.Intn(20)) / 4)
		default:
			regs[i] = objects[r.Intn(3)]
		}
	}
	return m, regs
}

// dump is what can be seen of values and the memory behind them.
func (m *toy) dump(values ...heap.Value) string {
	seen := map[uint32]int{}
	s := ""
	var visit func(v heap.Value)
	visit = func(v heap.Value) {
		if !v.IsObject() {
			if v.IsNumber() {
				v = heap.Number(v.Num())
			}
			s += formatAux(AuxBits, int64(v)) + " "
			return
		}
		at := v.Ref()
		if n, ok := seen[at]; ok {
			s += fmt.Sprintf("#%d ", n)
			return
		}
		seen[at] = len(seen)
		s += fmt.Sprintf("{%d ", m.e.u32(at+8)>>20)
		for i := uint32(0); i < toyFields; i++ {
			visit(heap.Value(m.e.u64(at + 24 + 8*i)))
		}
		if el := m.e.u32(at + 16); el != 0 {
			s += "["
			for p := el + 8; p < el+m.e.u32(el); p += 8 {
				visit(heap.Value(m.e.u64(p)))
			}
			s += "] "
		}
		s += "} "
	}
	for _, v := range values {
		visit(v)
	}
	return s
}

// overwrite fills frame slots with something else.
func (m *toy) overwrite(from int) {
	for i := from; i < len(m.e.slots); i++ {
		m.e.slots[i] = uint64(heap.True)
	}
}

// testRandom tries one program; it returns how often the graph left and how often
// it returned.
func testRandom(t *testing.T, seed int64, cfg Config) (leaves, returns int) {
	r := rand.New(rand.NewSource(seed))
	code := toyProgram(r)
	for entry := 0; entry < 2; entry++ {
		f := toyBuild(code)
		built := f.String()
		if err := Check(f); err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, f)
		}
		if entry == 1 {
			if err := Optimize(f, cfg); err != nil {
				t.Fatalf("seed %d: %v\n%s", seed, err, f)
			}
		}
		for try := 0; try < 6; try++ {
			inputs := seed*100 + int64(try)
			want, args := toyMemory(rand.New(rand.NewSource(inputs)), code)
			result, ok := want.run(0, append([]heap.Value(nil), args...))
			if !ok {
				continue
			}
			wantDump := fmt.Sprint(want.e.fuel, " ", want.dump(append(args, result)...))

			have, args := toyMemory(rand.New(rand.NewSource(inputs)), code)
			have.e.slots = make([]uint64, 64)
			for i, v := range args {
				have.e.slots[i] = uint64(v)
			}
			for i := toyRegs; i < 64; i++ {
				have.e.slots[i] = uint64(heap.True)
			}
			if try > 2 {
				have.e.leaveAt = r.Intn(40)
			}
			have.e.slow = func(pc uint32) {
				regs := make([]heap.Value, toyRegs)
				for i := range regs {
					regs[i] = heap.Value(have.e.slots[i])
				}
				have.step(int(pc), regs)
				for i, v := range regs {
					have.e.slots[i] = uint64(v)
				}
				have.overwrite(toyRegs)
			}
			have.e.call = func(window int) heap.Value {
				v := have.call(heap.Value(have.e.slots[window+1]), heap.Value(have.e.slots[window+2]))
				have.overwrite(window - frameHeader)
				return v
			}
			end := have.e.run(f)
			got := end.result
			if end.state == nil {
				returns++
			} else {
				leaves++
				regs := have.e.registers(end.state, toyRegs)
				if got, ok = have.run(int(end.state.PC), regs); !ok {
					t.Fatalf("seed %d, try %d: endless behind the exit to %d", seed, try, end.state.PC)
				}
			}
			if haveDump := fmt.Sprint(have.e.fuel, " ", have.dump(append(args, got)...)); haveDump != wantDump {
				t.Fatalf("seed %d, try %d, passes %v: got\n%s\nwant\n%s\n%s\n----\n%s", seed, try, entry == 1, haveDump, wantDump, built, f)
			}
		}
	}
	return leaves, returns
}

func TestRandomPrograms(t *testing.T) {
	n := int64(800)
	if testing.Short() {
		n = 100
	}
	leaves, returns := 0, 0
	for seed := int64(0); seed < n; seed++ {
		l, r := testRandom(t, seed, Config{Check: true})
		leaves, returns = leaves+l, returns+r
	}
	t.Logf("%d runs left the graph, %d returned", leaves, returns)
	if leaves == 0 || returns == 0 {
		t.Error("all runs end in the same way")
	}
}

func FuzzPasses(f *testing.F) {
	f.Add(int64(1), uint16(0))
	f.Fuzz(func(t *testing.T, seed int64, without uint16) {
		cfg := Config{Check: true, Disable: map[string]bool{}}
		for i, name := range PassNames() {
			if without>>i&1 != 0 {
				cfg.Disable[name] = true
			}
		}
		testRandom(t, seed, cfg)
	})
}
