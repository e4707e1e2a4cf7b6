package ssa

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// instruction builds one instruction and returns the word index to go on at.
// What it does not know is done by the driver.
func (b *builder) instruction(in *bytecode.Inst) uint32 {
	fr := b.fr
	fr.pc, b.in = in.PC, in
	A, B, C := in.Field(bytecode.FieldA), in.Field(bytecode.FieldB), in.Field(bytecode.FieldC)
	imm := int32(int16(C))
	wide := in.Field(bytecode.FieldBC)
	if b.bigTest(in) {
		return in.Next
	}
	ok := true
	switch op := in.Op; op {

	// Loads and moves.

	case bytecode.OpMov:
		b.set(A, b.reg(B))
	case bytecode.OpLdk:
		b.set(A, b.constantAt(wide))
	case bytecode.OpLdint:
		b.set(A, b.integer(int32(wide)))
	case bytecode.OpLdspecial:
		b.set(A, b.value(heap.Undefined|heap.Value(B)))
	case bytecode.OpLdroot:
		v := b.h.Root(B)
		if v.IsPointer() && !b.h.IsROM(v.Ref()) {
			b.slow(in)
			break
		}
		b.set(A, b.value(v))
	case bytecode.OpCallee:
		b.set(A, fr.callee)
	case bytecode.OpNewtarget:
		switch {
		case fr.src.flags&heap.TGenerator != 0:
			b.set(A, b.value(heap.Undefined))
		case fr.newTarget == nil:
			b.set(A, b.value(heap.Undefined))
		default:
			b.set(A, fr.newTarget)
		}
	case bytecode.OpArgc:
		if fr.parent == nil {
			b.set(A, b.op(OpLoadArgc))
		} else {
			b.set(A, b.integer(int32(fr.argc)))
		}

	// Arithmetic.

	case bytecode.OpAdd, bytecode.OpSub, bytecode.OpMul, bytecode.OpDiv, bytecode.OpMod:
		x, y := b.reg(B), b.reg(C)
		ok = b.objectOperands(in, A, uint32(op-bytecode.OpAdd), x, y) || b.arith(op-bytecode.OpAdd, A, x, y)
	case bytecode.OpAddi, bytecode.OpSubi, bytecode.OpMuli, bytecode.OpDivi, bytecode.OpModi:
		x, y := b.reg(B), b.integer(imm)
		ok = b.objectOperands(in, A, uint32(op-bytecode.OpAddi), x, y) || b.arith(op-bytecode.OpAddi, A, x, y)
	case bytecode.OpExp:
		x, y := b.reg(B), b.reg(C)
		ok = b.objectOperands(in, A, uint32(op-bytecode.OpAdd), x, y) || b.exponentiate(A, x, y)
	case bytecode.OpInc:
		switch {
		case b.meetsBigInt():
			ok = b.bigUnary(BigInc, A, b.reg(B))
		case b.typesAt()&heap.FbString != 0:
			ok = b.arith(1, A, b.reg(B), b.integer(-1)) // strings are numbers here: nothing is concatenated
		default:
			ok = b.arith(0, A, b.reg(B), b.integer(1))
		}
	case bytecode.OpDec:
		ok = b.meetsBigInt() && b.bigUnary(BigDec, A, b.reg(B)) || !b.meetsBigInt() && b.arith(1, A, b.reg(B), b.integer(1))
	case bytecode.OpBitand, bytecode.OpBitor, bytecode.OpBitxor, bytecode.OpShl, bytecode.OpShr, bytecode.OpUshr:
		x, y := b.reg(B), b.reg(C)
		ok = b.objectOperands(in, A, uint32(op-bytecode.OpAdd), x, y) || b.bitwise(op-bytecode.OpBitand, A, x, y)
	case bytecode.OpAndi, bytecode.OpOri, bytecode.OpXori, bytecode.OpShli, bytecode.OpShri, bytecode.OpUshri:
		ok = b.bitwise(op-bytecode.OpAndi, A, b.reg(B), b.integer(imm))
	case bytecode.OpNeg:
		ok = b.negate(A, b.reg(B))
	case bytecode.OpBitnot:
		if b.meetsBigInt() {
			ok = b.bigUnary(BigNot, A, b.reg(B))
		} else if x := b.toInt32(b.reg(B)); x != nil {
			b.set(A, b.op(OpNotInt, x))
		} else {
			ok = false
		}
	case bytecode.OpTonumeric, bytecode.OpTonumber:
		if v := b.reg(B); v.Type == Val && b.typesAt()&heap.FbObject != 0 {
			f := b.cfg.Library.ToNumeric
			if op == bytecode.OpTonumber {
				f = b.cfg.Library.ToNumber
			}
			ok = b.converted(in, A, f, true, v, func() *Value { return b.numberOf(v) })
		} else if v.Type == Val && b.typesAt()&heap.FbString != 0 {
			b.orSlow(in, func() { b.set(A, b.numberOf(v)) })
		} else if x := b.toNumber(v); x != nil {
			b.set(A, x)
		} else {
			ok = false
		}
	case bytecode.OpTointeger:
		ok = b.toInteger(A, b.reg(B), false)
	case bytecode.OpTolength:
		ok = b.toInteger(A, b.reg(B), true)
	case bytecode.OpTostring:
		b.toString(A, b.reg(B))
	case bytecode.OpTopropkey:
		ok = b.propertyKey(A, b.reg(B))
	case bytecode.OpElemkey:
		if b.failed(OpCheckObj) {
			ok = false
			break
		}
		b.object(b.reg(B))
		ok = b.propertyKey(A, b.reg(C))
	case bytecode.OpTypeof:
		if next, done := b.typeofTest(in, A, b.reg(B)); done {
			return next
		}
		b.typeof(A, b.reg(B))
	case bytecode.OpConcat:
		b.concat(A, B, C)
	case bytecode.OpNot:
		if c := b.truthy(b.reg(B)); c != nil {
			b.set(A, b.op(OpNotBool, c))
		} else {
			ok = false
		}

	// Comparison.

	case bytecode.OpLt, bytecode.OpLe, bytecode.OpGt, bytecode.OpGe:
		if c := b.compare(Lt+Cond(op-bytecode.OpLt), b.reg(B), b.reg(C)); c != nil {
			b.set(A, c)
		} else {
			ok = false
		}
	case bytecode.OpSeq, bytecode.OpSne, bytecode.OpEq, bytecode.OpNe:
		c := b.equal(b.reg(B), b.reg(C), op == bytecode.OpSeq || op == bytecode.OpSne)
		if c == nil {
			ok = false
			break
		}
		if op == bytecode.OpSne || op == bytecode.OpNe {
			c = b.op(OpNotBool, c)
		}
		b.set(A, c)

	case bytecode.OpInstanceof:
		ok = b.instanceOf(in, A, b.reg(B), b.reg(C))

	// Jumps.

	case bytecode.OpJmp:
		b.charge(in.X)
		b.jumpTo(target(in))
	case bytecode.OpJt, bytecode.OpJf:
		if b.bigTruth(in, b.reg(A), op == bytecode.OpJf) {
			return in.Next
		}
		b.jump(in, b.truthy(b.reg(A)), op == bytecode.OpJf)
	case bytecode.OpJnullish, bytecode.OpJnnullish:
		b.jump(in, b.nullish(b.reg(A)), op == bytecode.OpJnnullish)
	case bytecode.OpJundef, bytecode.OpJnundef:
		b.jump(in, b.isValue(b.reg(A), heap.Undefined), op == bytecode.OpJnundef)
	case bytecode.OpJempty:
		b.jump(in, b.isValue(b.reg(A), heap.Empty), false)
	case bytecode.OpJgen:
		b.jump(in, b.isValue(b.reg(A), byGenerator), false)
	case bytecode.OpJnull:
		b.jump(in, b.isValue(b.reg(A), heap.Null), false)
	case bytecode.OpJlt, bytecode.OpJle, bytecode.OpJgt, bytecode.OpJge:
		b.jump(in, b.compare(Lt+Cond(op-bytecode.OpJlt), b.reg(A), b.reg(B)), false)
	case bytecode.OpJnlt, bytecode.OpJnle, bytecode.OpJngt, bytecode.OpJnge:
		b.jump(in, b.compare(Lt+Cond(op-bytecode.OpJnlt), b.reg(A), b.reg(B)), true)
	case bytecode.OpJlti, bytecode.OpJlei, bytecode.OpJgti, bytecode.OpJgei:
		b.jump(in, b.compare(Lt+Cond(op-bytecode.OpJlti), b.reg(A), b.integer(int32(int16(B)))), false)
	case bytecode.OpJnlti, bytecode.OpJnlei, bytecode.OpJngti, bytecode.OpJngei:
		b.jump(in, b.compare(Lt+Cond(op-bytecode.OpJnlti), b.reg(A), b.integer(int32(int16(B)))), true)
	case bytecode.OpJseq, bytecode.OpJsne:
		b.jump(in, b.equal(b.reg(A), b.reg(B), true), op == bytecode.OpJsne)
	case bytecode.OpJeq, bytecode.OpJne:
		b.jump(in, b.equal(b.reg(A), b.reg(B), false), op == bytecode.OpJne)
	case bytecode.OpJseqi, bytecode.OpJsnei:
		b.jump(in, b.equal(b.reg(A), b.integer(int32(int16(B))), true), op == bytecode.OpJsnei)
	case bytecode.OpJseqk, bytecode.OpJsnek:
		b.jump(in, b.equal(b.reg(A), b.constantAt(B), true), op == bytecode.OpJsnek)
	case bytecode.OpCharge:
		b.charge(in.Field(bytecode.FieldAB))

	// Variables.

	case bytecode.OpFuncctx:
		f := b.cellOf(fr.callee)
		v := b.load(OpLoadVal, MemConst, heap.OffInternal, f)
		if g, ok := b.guess(fr.callee); ok && g.IsObject() {
			b.guesses[v] = b.h.Internal(g.Ref(), 0)
		}
		b.set(A, v)
	case bytecode.OpCtxup:
		b.set(A, b.op(OpBoxCell, b.context(B, C)))
	case bytecode.OpLdctx, bytecode.OpLdctxchk:
		v := b.load(OpLoadVal, MemCtx, int64(heap.OffVars+8*C), b.context(B, in.X))
		if op == bytecode.OpLdctxchk {
			b.guard(OpGuardTDZ, 0, v)
		}
		if ctx := b.guessContext(B, in.X); ctx != 0 {
			b.guesses[v] = b.h.Val(ctx + heap.OffVars + 8*C)
		}
		b.set(A, v)
	case bytecode.OpStctx, bytecode.OpStctxchk:
		ctx := b.context(B, in.X)
		off := int64(heap.OffVars + 8*C)
		if op == bytecode.OpStctxchk {
			b.guard(OpGuardTDZ, 0, b.load(OpLoadVal, MemCtx, off, ctx))
		}
		b.storeVal(MemCtx, off, ctx, b.reg(A))
	case bytecode.OpChktdz:
		if v := b.reg(A); v.Type == Val {
			b.guard(OpGuardTDZ, 0, v)
		}
	case bytecode.OpNewctx:
		ok = b.newContext(A, B, C)
	case bytecode.OpGetglobal:
		global := b.load(OpLoadVal, MemConst, heap.OffVars, b.context(B, in.X))
		ok = b.getNamed(in, A, global, b.constKey(C), in.Field(bytecode.FieldD))
		if ctx := b.guessContext(B, in.X); ok && ctx != 0 && b.cur != nil {
			b.guessProperty(fr.regs[A], b.h.Val(ctx+heap.OffVars), b.constKey(C))
		}
	case bytecode.OpSetglobal:
		ok = b.setGlobal(b.reg(A), b.load(OpLoadVal, MemConst, heap.OffVars, b.context(B, in.X)), in.Field(bytecode.FieldD))
	case bytecode.OpClosure:
		ok = b.closure(A, b.reg(B), C)

	// Calls.

	case bytecode.OpCall:
		b.call(in, A, B, C)
	case bytecode.OpCallspread:
		ok = b.callSpread(in, A, B, b.reg(C)) || b.callSpreadAny(in, A, B, b.reg(C))
	case bytecode.OpArguments:
		ok = b.arguments(A)
	case bytecode.OpRest:
		ok = b.rest(A, B)
	case bytecode.OpNew:
		ok = b.newCollection(in, A, B, C) || b.construct(in, A, b.newWindow(in, B, C, nil))
	case bytecode.OpNewspread:
		ok = b.constructSpread(in, A, B, b.reg(C), nil)
	case bytecode.OpSupercall:
		ok = fr.newTarget != nil && b.construct(in, A, b.newWindow(in, B, C, fr.newTarget))
	case bytecode.OpSuperspread:
		ok = fr.newTarget != nil && b.constructSpread(in, A, B, b.reg(C), fr.newTarget)
	case bytecode.OpGetsuperctor:
		ok = b.superConstructor(A, b.reg(B))
	case bytecode.OpRetderived:
		ok = b.retDerived(in, b.reg(A), b.reg(B))
	case bytecode.OpRet:
		b.ret(in, b.reg(A))
	case bytecode.OpRetundef:
		b.ret(in, b.value(heap.Undefined))

	// Objects.

	case bytecode.OpNewobj:
		ok = b.newObject(A, wide)
	case bytecode.OpNewarr:
		ok = b.literal(in, A, wide) || b.newArray(A, wide)
	case bytecode.OpArrpush:
		ok = b.arrayPush(in, b.reg(A), b.reg(B))
	case bytecode.OpArrspread:
		ok = b.arraySpread(b.reg(A), b.reg(B)) || b.spreadArray(in, b.reg(A), b.reg(B))
	case bytecode.OpTemplobj:
		ok = b.templateObject(A, b.constKey(wide))
	case bytecode.OpNewregexp:
		ok = b.newRegExp(in, A, b.constKey(B), b.constKey(C))
	case bytecode.OpCopyprops:
		ok = b.copyProps(in, b.reg(A), b.reg(B))
	case bytecode.OpGetprop:
		if next := b.methodCases(in); next != 0 {
			return next
		}
		ok = b.getNamed(in, A, b.reg(B), b.constKey(C), in.Field(bytecode.FieldD))
	case bytecode.OpGetlen:
		ok = b.getLength(in, A, b.reg(B), b.constKey(C), in.Field(bytecode.FieldD))
	case bytecode.OpSetprop, bytecode.OpDefprop:
		ok = b.setNamed(in, b.reg(A), b.reg(B), b.constKey(C), in.Field(bytecode.FieldD), op == bytecode.OpDefprop)
	case bytecode.OpGetpriv:
		ok = b.private(in, A, b.reg(B), b.reg(C), nil, in.Field(bytecode.FieldD))
	case bytecode.OpSetpriv:
		ok = b.private(in, 0, b.reg(A), b.reg(B), b.reg(C), in.Field(bytecode.FieldD))
	case bytecode.OpDelprop:
		ok = b.deleteKey(in, A, b.reg(B), b.constantAt(C))
	case bytecode.OpDelelem:
		ok = b.deleteKey(in, A, b.reg(B), b.reg(C))
	case bytecode.OpDefelem:
		ok = b.defElem(in, b.reg(A), b.reg(B), b.reg(C))
	case bytecode.OpDefpriv:
		ok = in.X < 2 && b.addKey(in, b.reg(A), b.reg(B), b.reg(C), in.Field(bytecode.FieldD), heap.Writable&^in.X)
	case bytecode.OpDefmethod:
		ok = in.X&3 == 0 && b.hasName(b.reg(C), b.reg(B)) && b.addKey(in, b.reg(A), b.reg(B), b.reg(C), in.Field(bytecode.FieldD), heap.WC|in.X>>1)
	case bytecode.OpSetproto:
		ok = b.setProto(b.reg(A), b.reg(B), in.Field(bytecode.FieldD))
	case bytecode.OpHaspriv:
		ok = b.hasPrivate(in, A, b.reg(B), b.reg(C))
	case bytecode.OpGetsuper:
		ok = b.getSuper(in, A, b.reg(C), b.reg(in.Field(bytecode.FieldD)), in.X != 0)
	case bytecode.OpGetelem:
		ok = b.getElem(in, A, b.reg(B), b.reg(C), in.Field(bytecode.FieldD))
	case bytecode.OpSetelem:
		ok = b.setElem(in, b.reg(A), b.reg(B), b.reg(C), in.Field(bytecode.FieldD))
	case bytecode.OpChkobj:
		if b.failed(OpCheckObj) {
			ok = false
			break
		}
		b.object(b.reg(A))
	case bytecode.OpChkiterres:
		b.object(b.reg(A))

	// Iteration.

	case bytecode.OpGetiter:
		ok = b.getIterator(in, A, b.reg(B))
	case bytecode.OpForin:
		ok = b.forIn(in, A, b.reg(B))
	case bytecode.OpInnext:
		ok = b.inNext(in, A, b.reg(B), b.reg(C))
	case bytecode.OpOfnext:
		return b.ofNext(in, A, B)
	case bytecode.OpIterclose:
		ok = b.iteratorClose(in, A)

	// Coroutines.

	case bytecode.OpInitgen:
		ok = b.initGenerator(in, A)
	case bytecode.OpInitasync:
		ok = b.initAsync(A)
	case bytecode.OpYield:
		b.suspend(in, b.reg(C), b.reg(A), bytecode.GenYield)
	case bytecode.OpYieldres:
		b.suspend(in, b.reg(C), b.reg(A), bytecode.GenHanded)
	case bytecode.OpAwaitprep:
		b.awaitPrepare(in, b.reg(A), b.reg(B))
	case bytecode.OpAsyncdone:
		b.asyncDone(in, b.reg(A), b.reg(B))
	case bytecode.OpAwait:
		b.suspend(in, b.reg(B), b.value(heap.Undefined), bytecode.GenAwait)
	case bytecode.OpResume:
		b.resumption(in, b.reg(B))
	case bytecode.OpGenret:
		b.charge(in.X)
		b.finishCoroutine(b.cellOf(b.reg(B)))
		b.cur.Kind, b.cur.Control, b.cur = Ret, b.boxed(b.reg(A)), nil
	case bytecode.OpAsyncret:
		b.asyncReturn(in, b.cellOf(b.reg(A)))
	case bytecode.OpGenresume:
		b.genResume(in, A, b.reg(B), b.reg(C), b.reg(in.Field(bytecode.FieldD)))

	// Library.

	case bytecode.OpIsobj:
		if v := b.reg(B); v.Type == Val {
			b.set(A, b.aux(OpHasTag, heap.TagObject, v))
		} else {
			b.set(A, b.constant(OpConstBool, 0))
		}
	case bytecode.OpIscallable:
		ok = b.isCallable(A, b.reg(B))
	case bytecode.OpLeaf:
		if leaf := in.Field(bytecode.FieldD); b.cfg.Intrinsics[leaf] == LeafPlainSpecies {
			ok = b.plainSpecies(A, b.reg(B))
		} else {
			ok = b.leafOp(A, B, C, leaf)
		}
	case bytecode.OpIskind:
		b.set(A, b.isKind(b.reg(B), C))
	case bytecode.OpLdelem:
		ok = b.libraryElem(A, b.reg(B), b.reg(C))
	case bytecode.OpIn:
		ok = b.has(in, A, b.reg(B), b.reg(C))
	case bytecode.OpLdslot:
		b.set(A, b.load(OpLoadVal, MemInner, int64(heap.OffInternal+8*C), b.cellOf(b.reg(B))))
	case bytecode.OpStslot:
		b.storeVal(MemInner, int64(heap.OffInternal+8*C), b.cellOf(b.reg(A)), b.reg(B))
	case bytecode.OpToprimitive:
		v := b.reg(B)
		if v.Type != Val {
			b.set(A, v)
			break
		}
		ok = b.converted(in, A, b.cfg.Library.ToPrimitive, false, v, func() *Value { return v }, b.integer(int32(in.X)))
	case bytecode.OpToobject:
		if b.failed(OpCheckObj) || b.reg(B).Type != Val {
			ok = false
			break
		}
		b.object(b.reg(B))
		b.set(A, b.reg(B))
	case bytecode.OpThrow:
		b.throw(in, b.reg(A))
	case bytecode.OpRethrow:
		b.rethrow(in, b.reg(A))
	case bytecode.OpCatch:
		// The exception is in its register: see toHandler.
	case bytecode.OpDbg:

	default:
		ok = false
	}
	if !ok && b.cur != nil {
		b.slow(in)
	}
	return in.Next
}

// target is where a jump instruction goes.
func target(in *bytecode.Inst) uint32 {
	for _, o := range in.Operands() {
		if o.Type == bytecode.Jump {
			return uint32(in.Value(o))
		}
	}
	return in.Next
}

// jump is a conditional jump: taken when c holds, or when it does not. c is nil
// when the condition is the interpreter's to find.
func (b *builder) jump(in *bytecode.Inst, c *Value, not bool) {
	if c == nil {
		c, not = b.slowTest(in), false
	} else {
		b.charge(in.X)
	}
	yes, no := target(in), in.Next
	if not {
		yes, no = no, yes
	}
	if c.Op == OpConstBool {
		if c.Aux == 0 {
			yes = no
		}
		b.jumpTo(yes)
		return
	}
	b.branch(c, yes, no)
}

// charge takes units off the meter.
func (b *builder) charge(n uint32) {
	if n != 0 {
		b.aux(OpCharge, int64(n))
	}
}

// constantAt is constant i of the running function.
func (b *builder) constantAt(i uint32) *Value { return b.value(b.constKey(i)) }

func (b *builder) constKey(i uint32) heap.Value {
	return b.h.Val(b.fr.src.tmpl + heap.TmplData + 8*i)
}

// slow leaves an instruction to the driver and goes on behind it. The driver
// goes on here only with fuel for a whole round, so no poll is needed.
func (b *builder) slow(in *bytecode.Inst) {
	info := &bytecode.Table[in.Op]
	switch {
	case in.Op == bytecode.OpThrow || in.Op == bytecode.OpRethrow || in.Op == bytecode.OpThrowerr:
		b.raise(in)
		return
	case info.Effects&(bytecode.Branch|bytecode.End) != 0 || in.Op == bytecode.OpCatch:
		b.exit(in.PC, in.Op.String())
		return
	}
	fr := b.fr
	v := b.leave(in, OpSlow)
	for _, o := range in.Operands() {
		if o.Type == bytecode.Base {
			if n := int64(fr.base) + int64(in.Field(o.Field)) - header; n < v.Aux2 {
				v.Aux2 = n
			}
		}
	}
	b.orThrew(in)
	in.Regs(func(uint32, uint32) {}, func(first, n uint32) {
		for r := first; r < first+n; r++ {
			fr.regs[r] = b.aux(OpReadSlot, int64(fr.base)+int64(r))
		}
	})
}

// slowTest leaves a conditional jump to the driver, which tells where it goes.
func (b *builder) slowTest(in *bytecode.Inst) *Value {
	v := b.leave(in, OpSlowTest)
	b.orThrew(in)
	return v
}

// leave adds an op by which the driver executes instruction in.
func (b *builder) leave(in *bytecode.Inst, op Op) *Value {
	fr := b.fr
	fr.pc, fr.state = in.PC, nil
	v := b.aux(op, int64(in.PC))
	v.State = b.f.own(b.here())
	v.Aux2 = int64(fr.base + fr.src.regs)
	if !in.TakesArguments() { // they may lie in the frame of the caller
		b.noteUnread(in, v.State)
	}
	return v
}

// noteUnread notes which registers instruction in, before which the state is s, does not
// read.
func (b *builder) noteUnread(in *bytecode.Inst, s *FrameState) {
	for t := s; t != nil; t = t.Parent {
		t.Unread = b.f.words((len(t.Regs) + 63) / 64)
		for i := range t.Unread {
			t.Unread[i] = ^uint64(0)
		}
	}
	in.Regs(func(first, n uint32) {
		for r := first; r < first+n && r < uint32(len(s.Regs)); r++ {
			s.Unread[r/64] &^= 1 << (r % 64)
		}
	}, func(uint32, uint32) {})
}

// pollAt makes sure that there is fuel for what follows.
func (b *builder) pollAt(pc uint32) {
	v := b.op(OpPoll)
	v.State = b.stateAt(b.fr, pc)
}
