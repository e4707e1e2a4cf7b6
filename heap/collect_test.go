package heap

import (
	"fmt"
	"math/rand"
	"testing"
)

// A torture test of the collector: random changes of a random graph, checked
// against a model of it in Go. A node is a KRecord: [0] its number, then
// pointers to others; the model knows what each should be.

type torture struct {
	t     *testing.T
	h     *Heap
	rnd   *rand.Rand
	nodes map[int]*modelNode
	next  int
	// slot i of the machine's stack holds node stack[i], -1 for a number.
	stack []int
	// handles of nodes
	handles map[uint32]int
}

type modelNode struct {
	fields []modelField
}

// modelField is what a field should hold: a node, a string, or a number.
type modelField struct {
	node int // -1: not a node
	str  string
	num  int32
}

func newTorture(t *testing.T, g Geometry, stress uint32, seed int64) *torture {
	h := newTestHeap(t, g)
	h.InitStrings()
	h.Stress = stress
	return &torture{t: t, h: h, rnd: rand.New(rand.NewSource(seed)), nodes: map[int]*modelNode{}, handles: map[uint32]int{}}
}

// newNode allocates a node and pushes it on the stack.
func (x *torture) newNode() {
	n := 1 + x.rnd.Intn(8)
	switch x.rnd.Intn(50) {
	case 0:
		n = 200 + x.rnd.Intn(800) // several cards
	case 1:
		n = 1500 // too large for the nursery
	}
	ref := x.h.AllocValues(KRecord, OffValues+8*uint32(n+1), OffValues, Undefined)
	x.h.SetVal(ref+OffValues, Int(int32(x.next)))
	m := &modelNode{make([]modelField, n)}
	for i := range m.fields {
		m.fields[i].node = -1
		x.h.SetVal(ref+OffValues+8*uint32(i+1), Int(0))
	}
	x.nodes[x.next] = m
	x.push(CellRef(ref), x.next)
	x.next++
}

func (x *torture) push(v Value, node int) {
	if len(x.stack) < 300 {
		x.h.SetVal(x.h.StackTop, v)
		x.h.StackTop += 8
		x.stack = append(x.stack, node)
		return
	}
	i := x.rnd.Intn(len(x.stack))
	x.h.SetVal(x.h.StackBase+8*uint32(i), v)
	x.stack[i] = node
}

func (x *torture) step() {
	h := x.h
	switch x.rnd.Intn(12) {
	case 0, 1, 2:
		x.newNode()
	case 3: // drop the top of the stack
		if len(x.stack) > 10 {
			n := x.rnd.Intn(5)
			x.stack = x.stack[:len(x.stack)-n]
			h.StackTop -= 8 * uint32(n)
		}
	case 4: // handles come and go
		if len(x.handles) > 20 || x.rnd.Intn(3) == 0 {
			for id := range x.handles {
				h.FreeHandle(id)
				delete(x.handles, id)
				if h.Handle(id) != Undefined {
					x.t.Fatalf("freed handle %d still has a value", id)
				}
				break
			}
		} else if len(x.stack) > 0 {
			i := x.rnd.Intn(len(x.stack))
			id := h.NewHandle(h.Val(h.StackBase + 8*uint32(i)))
			if _, used := x.handles[id]; used || id == 0 {
				x.t.Fatalf("NewHandle gave %d, which is in use", id)
			}
			x.handles[id] = x.stack[i]
		}
	default: // store into a field
		if len(x.stack) == 0 {
			return
		}
		i := x.rnd.Intn(len(x.stack))
		ref := h.Val(h.StackBase + 8*uint32(i)).Ref()
		m := x.nodes[x.stack[i]]
		f := x.rnd.Intn(len(m.fields))
		at := ref + OffValues + 8*uint32(f+1)
		switch x.rnd.Intn(4) {
		case 0:
			m.fields[f] = modelField{node: -1, num: int32(x.rnd.Uint32())}
			h.Store(at, Int(m.fields[f].num))
		case 1:
			s := fmt.Sprintf("string %d", x.rnd.Intn(200))
			m.fields[f] = modelField{node: -1, str: s}
			ref := h.NewStr(s)
			if x.rnd.Intn(2) == 0 {
				ref = h.Intern(ref)
			}
			h.Store(at, String(ref))
		default:
			j := x.rnd.Intn(len(x.stack))
			m.fields[f] = modelField{node: x.stack[j]}
			h.Store(at, h.Val(h.StackBase+8*uint32(j)))
			if x.rnd.Intn(3) == 0 { // follow a pointer instead
				x.push(h.Val(at), x.stack[j])
			}
		}
	}
}

// check compares everything reachable with the model.
func (x *torture) check() {
	h := x.h
	place := map[int]uint32{}
	var work []int
	see := func(v Value, node int) {
		if !v.IsCell() || h.Kind(v.Ref()) != KRecord {
			x.t.Fatalf("node %d: value %#x is no record", node, uint64(v))
		}
		if at, ok := place[node]; ok {
			if at != v.Ref() {
				x.t.Fatalf("node %d is at %#x and %#x", node, at, v.Ref())
			}
			return
		}
		place[node] = v.Ref()
		work = append(work, node)
	}
	for i, node := range x.stack {
		see(h.Val(h.StackBase+8*uint32(i)), node)
	}
	for id, node := range x.handles {
		see(h.Handle(id), node)
	}
	for len(work) > 0 {
		node := work[len(work)-1]
		work = work[:len(work)-1]
		ref, m := place[node], x.nodes[node]
		if h.Val(ref+OffValues) != Int(int32(node)) {
			x.t.Fatalf("node %d at %#x calls itself %#x", node, ref, uint64(h.Val(ref+OffValues)))
		}
		for i, f := range m.fields {
			v := h.Val(ref + OffValues + 8*uint32(i+1))
			switch {
			case f.node >= 0:
				see(v, f.node)
			case f.str != "":
				if !v.IsString() || h.GoString(v.Ref()) != f.str {
					x.t.Fatalf("node %d field %d is not %q", node, i, f.str)
				}
			case v != Int(f.num):
				x.t.Fatalf("node %d field %d is %#x, not %d", node, i, uint64(v), f.num)
			}
		}
	}
	for node := range x.nodes {
		if _, ok := place[node]; !ok {
			delete(x.nodes, node)
		}
	}
}

func TestCollectTorture(t *testing.T) {
	steps := 40_000
	if testing.Short() {
		steps = 8_000
	}
	for _, c := range []struct {
		name   string
		g      Geometry
		stress uint32
		every  int
	}{
		{"plain", Geometry{Stack: 1 << 16, Nursery: 1 << 16, RAM: 64 << 20}, 0, 1000},
		{"verify", Geometry{Stack: 1 << 16, Nursery: 1 << 18, RAM: 64 << 20}, StressVerify | StressPoison, 500},
		{"stress", Geometry{Stack: 1 << 16, Nursery: 1 << 18, RAM: 64 << 20}, StressCollect | StressVerify | StressPoison, 40},
		{"no nursery", Geometry{Stack: 1 << 16, RAM: 64 << 20}, StressVerify | StressPoison, 200},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := newTorture(t, c.g, c.stress, 1)
			for i := 0; i < steps; i++ {
				x.step()
				if i%c.every == 0 || x.h.WantGC && c.stress&StressCollect == 0 {
					if !x.h.Collect(i%3 == 0) {
						t.Fatal("over the limit")
					}
					x.check()
				}
			}
			x.h.Collect(true)
			x.check()
			if err := x.h.Verify(); err != nil {
				t.Fatal(err)
			}
			// What is left is what the model knows, and nothing else.
			before := x.h.Used()
			x.h.Collect(true)
			if x.h.Used() != before {
				t.Errorf("a second full collection changed the size from %d to %d", before, x.h.Used())
			}
			t.Logf("%+v, %d nodes", x.h.Stats, len(x.nodes))
		})
	}
}
