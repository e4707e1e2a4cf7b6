package ssa

import (
	"encoding/binary"
	"fmt"
	"math"
	mathbits "math/bits"

	"firn/heap"
)

// evaluator runs graphs over a small memory of its own, so that tests can compare
// what they do before and after passes. Guards leave with the state, as in native
// code; leaveAt makes one leave without reason, which is always allowed.
type evaluator struct {
	mem     []byte
	slots   []uint64 // frame slots
	fuel    int64
	steps   int
	leaveAt int // the guard that leaves, by number of guards executed; −1: none
	slow    func(pc uint32)
	call    func(window int) heap.Value
	vals    []uint64 // by value ID
	params  []uint64 // of a stub
	virtual map[int64]uint32
}

// left is why run ended.
type left struct {
	state  *FrameState // nil: returned
	result heap.Value
}

func (e *evaluator) u32(at uint32) uint32 { return binary.LittleEndian.Uint32(e.mem[at:]) }
func (e *evaluator) u64(at uint32) uint64 { return binary.LittleEndian.Uint64(e.mem[at:]) }
func (e *evaluator) set32(at, x uint32)   { binary.LittleEndian.PutUint32(e.mem[at:], x) }
func (e *evaluator) set64(at uint32, x uint64) {
	binary.LittleEndian.PutUint64(e.mem[at:], x)
}

func (e *evaluator) alloc(size uint32, header uint64) uint32 {
	at := uint32(len(e.mem))
	e.mem = append(e.mem, make([]byte, size)...)
	e.set64(at, header)
	return at
}

// run executes f to its end or to an exit.
func (e *evaluator) run(f *Func) left {
	e.vals = make([]uint64, f.nextValue)
	b, from := f.Blocks[0], -1
	for {
		n := b.numPhis()
		in := make([]uint64, n)
		for i, p := range b.Values[:n] {
			in[i] = e.vals[p.Args[from].ID]
		}
		for i, p := range b.Values[:n] {
			e.vals[p.ID] = in[i]
		}
		for _, v := range b.Values[n:] {
			if e.steps++; e.steps > 1e6 {
				panic("evaluator: endless")
			}
			// What is no guard gives anything when it was moved before the
			// check that makes it right.
			ok := e.value(v) || !v.Op.Has(Guard)
			if v.Op.Has(Guard) && !v.Op.Has(Clobber) {
				if e.leaveAt == 0 {
					ok = false
				}
				e.leaveAt--
			}
			if !ok {
				return left{state: v.State}
			}
		}
		to := 0
		switch b.Kind {
		case Ret:
			return left{result: heap.Value(e.vals[b.Control.ID])}
		case Exit:
			return left{state: b.State}
		case If:
			to = 1 - int(e.vals[b.Control.ID])
		}
		from = b.edge(to)
		b = b.Succs[to]
	}
}

// boxed is a value as an exit boxes it.
func (e *evaluator) boxed(v *Value) heap.Value {
	x := e.vals[v.ID]
	switch v.Type {
	case Int:
		return heap.Int(int32(x))
	case F64:
		return heap.Double(math.Float64frombits(x))
	case Bool:
		return heap.Bool(x != 0)
	}
	if v.Op == OpBoxObj || v.Op == OpBoxCell {
		switch v.Args[0].Op {
		case OpVirtual:
			return heap.Object(e.materialize(v.Args[0]))
		case OpVirtualRef:
			return heap.Object(e.virtual[v.Args[0].Aux])
		}
	}
	return heap.Value(x)
}

// materialize makes the cell that a Virtual describes.
func (e *evaluator) materialize(v *Value) uint32 {
	if at, ok := e.virtual[v.Aux]; ok {
		return at
	}
	size := uint32(8)
	for _, a := range v.Args {
		size += 8
		if a.Type == Ref || a.Type == Int {
			size -= 4
		}
	}
	at := e.alloc(size, uint64(v.Aux2))
	e.virtual[v.Aux] = at
	off := at + 8
	for _, a := range v.Args {
		switch {
		case a.Op == OpVirtual:
			e.set32(off, e.materialize(a))
			off += 4
		case a.Op == OpVirtualRef:
			e.set32(off, e.virtual[a.Aux])
			off += 4
		case a.Type == Ref || a.Type == Int:
			e.set32(off, uint32(e.vals[a.ID]))
			off += 4
		default:
			e.set64(off, uint64(e.boxed(a)))
			off += 8
		}
	}
	return at
}

// registers are the registers of the interpreter that goes on at state s.
func (e *evaluator) registers(s *FrameState, n int) []heap.Value {
	e.virtual = map[int64]uint32{}
	regs := make([]heap.Value, n)
	for r := range regs {
		regs[r] = heap.Undefined
		switch {
		case r < len(s.Regs) && s.Regs[r] != nil:
			regs[r] = e.boxed(s.Regs[r])
		case s.IsInSlot(r):
			regs[r] = heap.Value(e.slots[s.Base+r])
		}
	}
	return regs
}

func asBit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// value computes v; false: its guard leaves.
func (e *evaluator) value(v *Value) bool {
	arg := func(i int) uint64 { return e.vals[v.Args[i].ID] }
	val := func(i int) heap.Value { return heap.Value(arg(i)) }
	num := func(i int) int64 { return int64(int32(arg(i))) }
	float := func(i int) float64 { return math.Float64frombits(arg(i)) }
	set := func(x uint64) bool { e.vals[v.ID] = x; return true }
	setInt := func(x int64) bool { e.vals[v.ID] = uint64(uint32(x)); return x == int64(int32(x)) }
	setFloat := func(x float64) bool { return set(math.Float64bits(x)) }
	address := func() uint32 { return uint32(arg(0)) + uint32(v.Aux) }
	cond := Cond(v.Aux)
	order := func(less, equal, unordered bool) bool {
		switch cond {
		case Eq:
			return set(asBit(equal && !unordered))
		case Ne:
			return set(asBit(!equal || unordered))
		case Lt:
			return set(asBit(less && !unordered))
		case Le:
			return set(asBit((less || equal) && !unordered))
		case Gt:
			return set(asBit(!less && !equal && !unordered))
		}
		return set(asBit(!less && !unordered))
	}
	switch v.Op {
	case OpConstVal, OpConstInt, OpConstF64, OpConstBool, OpConstRef:
		if v.Type == Int {
			return setInt(v.Aux)
		}
		return set(uint64(v.Aux))
	case OpPoolVal, OpPoolRef:
		x := e.u64(uint32(v.Aux))
		if v.Type == Ref {
			x = uint64(uint32(x))
		}
		return set(x)
	case OpLoadSlot, OpReadSlot:
		return set(e.slots[v.Aux])
	case OpStoreSlot:
		e.slots[v.Aux] = arg(0)
	case OpCharge:
		e.fuel -= v.Aux
	case OpPoll, OpEntry, OpBarrier, OpBarrierX, OpGuardEpoch, OpVirtual, OpVirtualRef:
	case OpSlow:
		v.State.eachSlot(func(slot int, w *Value) { e.slots[slot] = uint64(e.boxed(w)) })
		e.slow(uint32(v.Aux))
	case OpCall:
		return set(uint64(e.call(int(v.Aux))))

	case OpBoxInt:
		return set(uint64(heap.Int(int32(num(0)))))
	case OpBoxF64:
		return set(uint64(heap.Double(float(0))))
	case OpBoxNum:
		return set(uint64(heap.Number(float(0))))
	case OpBoxBool:
		return set(uint64(heap.Bool(arg(0) != 0)))
	case OpBoxObj:
		return set(uint64(heap.Object(uint32(arg(0)))))
	case OpCheckInt, OpUnboxInt:
		set(uint64(val(0).Ref()))
		return val(0).IsInt()
	case OpCheckNum, OpUnboxNum:
		if !val(0).IsNumber() {
			return false
		}
		return setFloat(val(0).Num())
	case OpCheckObj, OpUnboxRef:
		set(uint64(val(0).Ref()))
		return val(0).IsObject() || v.Op == OpUnboxRef
	case OpCheckBool, OpUnboxBool:
		set(arg(0) & 1)
		return val(0).IsBool()
	case OpIntToF64:
		return setFloat(float64(num(0)))
	case OpUintToF64:
		return setFloat(float64(uint32(arg(0))))
	case OpF64ToInt, OpF64ToIndex:
		x := float(0)
		if !(x >= math.MinInt32 && x <= math.MaxInt32) {
			return false
		}
		setInt(int64(x))
		return float64(int64(x)) == x && (x != 0 || v.Op == OpF64ToIndex || !math.Signbit(x))
	case OpTruncF64:
		x := float(0)
		if !(x > -(1<<63) && x < 1<<63) {
			return false
		}
		setInt(int64(int32(int64(x))))

	case OpAddInt:
		return setInt(num(0) + num(1))
	case OpSubInt:
		return setInt(num(0) - num(1))
	case OpMulInt:
		return setInt(num(0)*num(1)) && (num(0)*num(1) != 0 || num(0) >= 0 && num(1) >= 0)
	case OpNegInt:
		return setInt(-num(0)) && num(0) != 0
	case OpAbsInt:
		return setInt(max(num(0), -num(0)))
	case OpDivInt:
		return num(1) != 0 && num(0)%num(1) == 0 && (num(0) != 0 || num(1) > 0) && setInt(num(0)/num(1))
	case OpModInt:
		return num(0) >= 0 && num(1) > 0 && setInt(num(0)%num(1))
	case OpAddIntW:
		setInt(num(0) + num(1))
	case OpSubIntW:
		setInt(num(0) - num(1))
	case OpMulIntW:
		setInt(num(0) * num(1))
	case OpAndInt:
		set(arg(0) & arg(1))
	case OpOrInt:
		set(arg(0) | arg(1))
	case OpXorInt:
		set(arg(0) ^ arg(1))
	case OpNotInt:
		setInt(^num(0))
	case OpShlInt:
		setInt(num(0) << (arg(1) & 31))
	case OpSarInt:
		setInt(num(0) >> (arg(1) & 31))
	case OpShrInt:
		set(arg(0) >> (arg(1) & 31))
	case OpRotInt:
		set(arg(0)<<(arg(1)&31) | uint64(uint32(arg(0))>>(32-arg(1)&31)))
	case OpGuardPos:
		return setInt(num(0)) && num(0) >= 0
	case OpQuotInt:
		setInt(num(0) / v.Aux)
	case OpClzInt:
		setInt(int64(mathbits.LeadingZeros32(uint32(arg(0)))))
	case OpSwapInt:
		set(uint64(mathbits.ReverseBytes32(uint32(arg(0)))))
	case OpJoinF64:
		setFloat(math.Float64frombits(arg(0)<<32 | arg(1)))
	case OpHighF64:
		set(uint64(heap.Double(float(0))) >> 32)
	case OpLowF64:
		set(uint64(uint32(heap.Double(float(0)))))
	case OpWidenF32:
		setFloat(float64(math.Float32frombits(uint32(arg(0)))))
	case OpNarrowF32:
		set(uint64(math.Float32bits(float32(float(0)))))
	case OpMinInt:
		setInt(min(num(0), num(1)))
	case OpMaxInt:
		setInt(max(num(0), num(1)))

	case OpAddF64:
		setFloat(float(0) + float(1))
	case OpSubF64:
		setFloat(float(0) - float(1))
	case OpMulF64:
		setFloat(float(0) * float(1))
	case OpDivF64:
		setFloat(float(0) / float(1))
	case OpNegF64:
		setFloat(-float(0))
	case OpAbsF64:
		setFloat(math.Abs(float(0)))
	case OpFloorF64:
		setFloat(math.Floor(float(0)))
	case OpSqrtF64:
		setFloat(math.Sqrt(float(0)))

	case OpCmpInt:
		return order(num(0) < num(1), num(0) == num(1), false)
	case OpCmpUint:
		return order(arg(0) < arg(1), arg(0) == arg(1), false)
	case OpCmpF64:
		return order(float(0) < float(1), float(0) == float(1), float(0) != float(0) || float(1) != float(1))
	case OpCmpRef, OpCmpVal:
		return order(false, arg(0) == arg(1), false)
	case OpNotBool:
		set(1 - arg(0))
	case OpHasTag:
		set(asBit(int64(val(0).Tag()) == v.Aux))
	case OpIsNum:
		set(asBit(val(0).IsNumber()))
	case OpIsNullish:
		set(asBit(val(0).IsNullish()))
	case OpIsBool:
		set(asBit(val(0).IsBool()))
	case OpTruthy:
		set(asBit(truthy(val(0))))
	case OpSeqVal, OpSeqStr:
		set(asBit(strictlyEqual(val(0), val(1))))
	case OpConvBool:
		set(arg(0))

	case OpGuardRef, OpGuardVal, OpGuardInt:
		return arg(0) == arg(1)
	case OpGuardTrue:
		return arg(0) != 0
	case OpGuardFalse:
		return arg(0) == 0
	case OpGuardHole:
		return val(0) != heap.Hole
	case OpGuardTDZ:
		return val(0) != heap.TDZ
	case OpGuardBound:
		return arg(0) < arg(1)

	case OpParam:
		set(e.params[v.Aux])
	case OpChargeInt:
		e.fuel -= num(0)
	case OpIsKind:
		set(asBit(int64(e.mem[uint32(arg(0))+heap.OffKind]) == v.Aux))
	case OpAddRef:
		set(uint64(uint32(arg(0)) + uint32(arg(1))))
	case OpLoadU8:
		set(uint64(e.mem[address()]))
	case OpLoadU8X:
		set(uint64(e.mem[address()+uint32(arg(1))]))
	case OpLoadU16X:
		set(uint64(binary.LittleEndian.Uint16(e.mem[address()+2*uint32(arg(1)):])))
	case OpStoreI8X:
		e.mem[address()+uint32(arg(1))] = uint8(arg(2))
	case OpStoreI16X:
		binary.LittleEndian.PutUint16(e.mem[address()+2*uint32(arg(1)):], uint16(arg(2)))
	case OpAllocSize:
		set(uint64(e.alloc(uint32(arg(0)), uint64(v.Aux2)<<32|arg(0))))

	case OpLoadRef, OpLoadInt:
		set(uint64(e.u32(address())))
	case OpLoadVal:
		set(e.u64(address()))
	case OpLoadCap:
		set(uint64((e.u32(uint32(arg(0))) - 8) / 8))
	case OpLoadValX:
		set(e.u64(address() + 8*uint32(arg(1))))
	case OpStoreVal:
		e.set64(address(), arg(1))
	case OpStoreRef, OpStoreInt:
		e.set32(address(), uint32(arg(1)))
	case OpStoreWord:
		e.set64(address(), uint64(v.Aux2))
	case OpStoreValX:
		e.set64(address()+8*uint32(arg(1)), arg(2))
	case OpAlloc:
		set(uint64(e.alloc(uint32(v.Aux), uint64(v.Aux2))))
	default:
		panic(fmt.Sprintf("evaluator: %s", v.LongString()))
	}
	return true
}

func truthy(v heap.Value) bool {
	if v.IsNumber() {
		return v.Num() != 0 && v.Num() == v.Num()
	}
	return v != heap.False && !v.IsNullish()
}

func strictlyEqual(v, w heap.Value) bool {
	if v.IsNumber() && w.IsNumber() {
		return v.Num() == w.Num()
	}
	return v == w
}
