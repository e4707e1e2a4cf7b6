//firn:core

package interp

import (
	"firn/heap"
	"firn/ir/bytecode"
	"firn/runtime/builtin"
)

// Operand fields of an instruction word.
func fieldA(w uint64) uint32 { return uint32(w>>16) & 0xFFFF }
func fieldB(w uint64) uint32 { return uint32(w>>32) & 0xFFFF }
func fieldC(w uint64) uint32 { return uint32(w >> 48) }
func fieldX(w uint64) uint32 { return uint32(w>>8) & 0xFF }

// fieldD is operand D of the instruction at pc.
func (m *Machine) fieldD() uint32 { return uint32(m.H.U16(m.pc + 8)) }

// words is the length of an instruction in bytes.
func words(op uint8) uint32 { return uint32(opWords[op]) * 8 }

// slow executes the instruction at pc completely, whatever its operands are.
// One case an instruction; instructions that the loop always executes itself
// cannot come here, unless native code leaves them to the driver.
func (m *Machine) slow(w uint64) status {
	h := m.H
	a, b, c := fieldA(w), fieldB(w), fieldC(w)
	switch bytecode.Op(w) {
	case bytecode.OpLdroot:
		m.set(a, h.Root(b))
		return next
	case bytecode.OpNewtarget:
		v := h.Val(m.fp + off(frameNewTarget))
		if h.U32(m.tmpl+heap.TmplFlags)&heap.TGenerator != 0 {
			v = heap.Undefined
		}
		m.set(a, v)
		return next
	case bytecode.OpArgc:
		m.set(a, heap.Uint32(h.U32(m.fp+off(frameCaller))))
		return next

	case bytecode.OpAdd, bytecode.OpSub, bytecode.OpMul, bytecode.OpDiv, bytecode.OpMod, bytecode.OpExp,
		bytecode.OpBitand, bytecode.OpBitor, bytecode.OpBitxor, bytecode.OpShl, bytecode.OpShr, bytecode.OpUshr:
		return m.arith(uint32(bytecode.Op(w)-bytecode.OpAdd), a, m.get(b), m.get(c))
	case bytecode.OpAddi, bytecode.OpSubi, bytecode.OpMuli, bytecode.OpDivi, bytecode.OpModi:
		return m.arith(uint32(bytecode.Op(w)-bytecode.OpAddi), a, m.get(b), heap.Int(int32(int16(c))))
	case bytecode.OpAndi, bytecode.OpOri, bytecode.OpXori, bytecode.OpShli, bytecode.OpShri, bytecode.OpUshri:
		return m.arith(uint32(bytecode.Op(w)-bytecode.OpAndi)+kindBitand, a, m.get(b), heap.Int(int32(int16(c))))
	case bytecode.OpNeg:
		return m.unary(builtin.LibOpNeg, a, m.get(b))
	case bytecode.OpBitnot:
		return m.unary(builtin.LibOpBitnot, a, m.get(b))
	case bytecode.OpInc:
		return m.unary(builtin.LibOpInc, a, m.get(b))
	case bytecode.OpDec:
		return m.unary(builtin.LibOpDec, a, m.get(b))
	case bytecode.OpTonumeric:
		return m.toNumeric(a, m.get(b))
	case bytecode.OpTonumber:
		return m.toNumber(a, m.get(b))
	case bytecode.OpTostring:
		return m.toString(a, m.get(b))
	case bytecode.OpTopropkey:
		return m.toPropertyKey(a, m.get(b))
	case bytecode.OpElemkey:
		if v := m.get(b); v.IsNullish() {
			return m.throwNullish(v, m.get(c), "read")
		}
		return m.toPropertyKey(a, m.get(c))
	case bytecode.OpTointeger:
		return m.toInteger(a, m.get(b))
	case bytecode.OpTolength:
		return m.toLength(a, m.get(b))
	case bytecode.OpToprimitive:
		return m.toPrimitive(a, m.get(b), fieldX(w))
	case bytecode.OpToobject:
		return m.toObject(a, m.get(b))
	case bytecode.OpConcat:
		return m.concat(a, b, c)
	case bytecode.OpNot:
		m.sawValue(m.get(b))
		m.set(a, boolean(!m.truthy(m.get(b))))
		return next
	case bytecode.OpTypeof:
		m.set(a, m.typeOf(m.get(b)))
		return next

	case bytecode.OpLt, bytecode.OpLe, bytecode.OpGt, bytecode.OpGe:
		return m.compareOp(a, uint32(bytecode.Op(w)-bytecode.OpLt), m.get(b), m.get(c))
	case bytecode.OpEq, bytecode.OpNe:
		return m.equalOp(a, m.get(b), m.get(c), bytecode.Op(w) == bytecode.OpNe)
	case bytecode.OpSeq:
		m.set(a, boolean(m.strictly(m.get(b), m.get(c))))
		return next
	case bytecode.OpSne:
		m.set(a, boolean(!m.strictly(m.get(b), m.get(c))))
		return next
	case bytecode.OpInstanceof:
		return m.instanceOf(a, m.get(b), m.get(c))
	case bytecode.OpIn:
		return m.in(a, m.get(b), m.get(c))

	case bytecode.OpJt:
		m.sawValue(m.get(a))
		return m.branch(m.truthy(m.get(a)), int32(int64(w)>>32))
	case bytecode.OpJf:
		m.sawValue(m.get(a))
		return m.branch(!m.truthy(m.get(a)), int32(int64(w)>>32))
	case bytecode.OpJlt, bytecode.OpJle, bytecode.OpJgt, bytecode.OpJge:
		return m.compareBranch(uint32(bytecode.Op(w)-bytecode.OpJlt), m.get(a), m.get(b), false, w)
	case bytecode.OpJnlt, bytecode.OpJnle, bytecode.OpJngt, bytecode.OpJnge:
		return m.compareBranch(uint32(bytecode.Op(w)-bytecode.OpJnlt), m.get(a), m.get(b), true, w)
	case bytecode.OpJlti, bytecode.OpJlei, bytecode.OpJgti, bytecode.OpJgei:
		return m.compareBranch(uint32(bytecode.Op(w)-bytecode.OpJlti), m.get(a), heap.Int(int32(int16(b))), false, w)
	case bytecode.OpJnlti, bytecode.OpJnlei, bytecode.OpJngti, bytecode.OpJngei:
		return m.compareBranch(uint32(bytecode.Op(w)-bytecode.OpJnlti), m.get(a), heap.Int(int32(int16(b))), true, w)
	case bytecode.OpJeq:
		return m.equalBranch(m.get(a), m.get(b), false, w)
	case bytecode.OpJne:
		return m.equalBranch(m.get(a), m.get(b), true, w)
	case bytecode.OpJseq:
		return m.branch(m.strictly(m.get(a), m.get(b)), int32(int16(c)))
	case bytecode.OpJsne:
		return m.branch(!m.strictly(m.get(a), m.get(b)), int32(int16(c)))
	case bytecode.OpJseqi:
		return m.branch(m.strictly(m.get(a), heap.Int(int32(int16(b)))), int32(int16(c)))
	case bytecode.OpJsnei:
		return m.branch(!m.strictly(m.get(a), heap.Int(int32(int16(b)))), int32(int16(c)))
	case bytecode.OpJseqk:
		return m.branch(m.strictly(m.get(a), m.constant(b)), int32(int16(c)))
	case bytecode.OpJsnek:
		return m.branch(!m.strictly(m.get(a), m.constant(b)), int32(int16(c)))

	case bytecode.OpNewctx:
		ctx := h.AllocValues(heap.KContext, heap.OffVars+8*c, heap.OffVars, heap.TDZ)
		h.SetU64(ctx+heap.OffParent, parentRef(m.get(b))|uint64(c)<<32)
		m.set(a, heap.CellRef(ctx))
		return next
	case bytecode.OpClonectx:
		from := m.get(b).Ref()
		size := h.Size(from)
		ctx := h.Alloc(heap.KContext, size)
		h.CopyWords(ctx+heap.HeaderSize, from+heap.HeaderSize, (size-heap.HeaderSize)>>3)
		m.set(a, heap.CellRef(ctx))
		return next
	case bytecode.OpLdctxchk, bytecode.OpStctxchk:
		return m.throwTDZ(m.constant(m.fieldD()))
	case bytecode.OpChktdz:
		return m.throwTDZ(m.constant(uint32(w >> 32)))
	case bytecode.OpCtxup:
		m.set(a, heap.CellRef(m.contextUp(b, c)))
		return next
	case bytecode.OpGetglobal:
		return m.getGlobal(a, m.contextUp(b, fieldX(w)), m.constant(c), m.site(m.fieldD()), false)
	case bytecode.OpTypeofglobal:
		return m.getGlobal(a, m.contextUp(b, fieldX(w)), m.constant(c), m.site(m.fieldD()), true)
	case bytecode.OpSetglobal:
		return m.setGlobal(m.contextUp(b, fieldX(w)), m.constant(c), m.get(a), m.site(m.fieldD()))
	case bytecode.OpDeclvar:
		return m.declareGlobal(h.Val(m.get(b).Ref()+heap.OffVars).Ref(), m.constant(c), m.get(a), fieldX(w))
	case bytecode.OpThrowerr:
		return m.throwMessage(a, m.constant(uint32(w>>32)))

	case bytecode.OpClosure:
		return m.closure(a, m.get(b), m.constant(c).Ref())
	case bytecode.OpNewclass:
		return m.newClass(a, b, m.constant(c).Ref(), m.get(m.fieldD()), fieldX(w) != 0)
	case bytecode.OpChkheritage:
		if v := m.get(a); v != heap.Null && !m.IsConstructor(v) {
			return m.typeError("Class extends value ", m.Call.Display(v), " is not a constructor or null")
		}
		return next
	case bytecode.OpSetfnname:
		m.setFunctionName(m.get(a).Ref(), m.get(b), fieldX(w))
		return next
	case bytecode.OpGetsuperctor:
		return m.getSuperConstructor(a, m.get(b).Ref())
	case bytecode.OpRest:
		return m.rest(a, b)
	case bytecode.OpArguments:
		return m.arguments(a)
	case bytecode.OpCall:
		fn := m.get(b - 1)
		if fn == h.Root(builtin.RootFunctionPrototype_call) {
			fn = m.get(b) // which is what is called
		}
		m.noteCall(fn, m.site(m.fieldD()))
		return m.invoke(m.reg(b), c, m.after(a, ActStore), heap.Undefined)
	case bytecode.OpCallspread:
		m.noteCall(m.get(b-1), m.site(m.fieldD()))
		return m.callSpread(a, b, m.get(c), heap.Undefined)
	case bytecode.OpNew, bytecode.OpNewspread, bytecode.OpSupercall, bytecode.OpSuperspread, bytecode.OpConstruct:
		return m.constructWith(heap.Empty)
	case bytecode.OpRet:
		return m.doReturn(m.get(a))
	case bytecode.OpRetundef:
		return m.doReturn(heap.Undefined)
	case bytecode.OpRetderived:
		return m.returnDerived(m.get(a), m.get(b))

	case bytecode.OpNewobj:
		m.set(a, heap.Object(h.NewObject(h.Root(heap.RootObjectProto).Ref(), literalSlots(uint32(w>>32)))))
		return next
	case bytecode.OpNewarr:
		arr := h.NewArrayCap(0, uint32(w>>32))
		if arr == 0 {
			return m.noMemory()
		}
		m.set(a, heap.Object(arr))
		return next
	case bytecode.OpArrpush:
		if !h.ArrayPush(m.get(a).Ref(), m.get(b)) {
			return m.noMemory()
		}
		return next
	case bytecode.OpArrhole:
		arr := m.get(a).Ref()
		h.SetU32(arr+heap.OffWord, h.U32(arr+heap.OffWord)+1)
		return next
	case bytecode.OpArrspread:
		return m.arraySpread(m.get(a), m.get(b))
	case bytecode.OpNewregexp:
		return m.newRegExp(a, m.constant(b), m.constant(c))
	case bytecode.OpTemplobj:
		return m.templateObject(a, m.constant(uint32(w>>32)).Ref())
	case bytecode.OpGetprop, bytecode.OpGetlen:
		return m.getNamed(a, m.get(b), m.constant(c), m.site(m.fieldD()))
	case bytecode.OpSetprop:
		return m.setNamed(m.get(a), m.constant(c), m.get(b), m.site(m.fieldD()))
	case bytecode.OpGetelem:
		return m.getElem(a, m.get(b), m.get(c), m.site(m.fieldD()))
	case bytecode.OpSetelem:
		return m.setElem(m.get(a), m.get(b), m.get(c), m.site(m.fieldD()))
	case bytecode.OpDefprop:
		return m.defineNamed(m.get(a), m.constant(c), m.get(b), m.site(m.fieldD()))
	case bytecode.OpDefelem:
		return m.defineElem(m.get(a), m.get(b), m.get(c))
	case bytecode.OpDefmethod:
		return m.defineMethod(m.get(a).Ref(), m.get(c), m.get(b), fieldX(w), m.site(m.fieldD()))
	case bytecode.OpSetproto:
		if v, o := m.get(b), m.get(a).Ref(); v.IsObject() || v == heap.Null {
			before, proto := h.Shape(o), uint32(0)
			if v.IsObject() {
				proto = v.Ref()
			}
			h.SetPrototypeOf(o, proto)
			h.CacheProto(m.site(m.fieldD()), o, before)
		}
		return next
	case bytecode.OpCopyprops:
		return m.copyProps(m.get(a), m.get(b), c, fieldX(w))
	case bytecode.OpDelprop:
		return m.deleteProperty(a, m.get(b), m.constant(c))
	case bytecode.OpDelelem:
		return m.deleteElem(a, m.get(b), m.get(c))
	case bytecode.OpGetsuper:
		return m.getSuper(a, m.get(b), m.get(c), m.superBase(w))
	case bytecode.OpSetsuper:
		return m.setSuper(m.get(a), m.get(b), m.get(c), m.superBase(w))
	case bytecode.OpNewprivate:
		flags := uint8(heap.FPrivateName)
		if fieldX(w) != 0 {
			flags |= heap.FPrivateMeth
		}
		m.set(a, heap.Symbol(h.NewSymbol(m.constant(uint32(w>>32)).Ref(), flags)))
		return next
	case bytecode.OpGetpriv:
		return m.getPrivate(a, m.get(b), m.get(c), m.site(m.fieldD()))
	case bytecode.OpSetpriv:
		return m.setPrivate(m.get(a), m.get(b), m.get(c), m.site(m.fieldD()))
	case bytecode.OpDefpriv:
		return m.definePrivate(m.get(a), m.get(b), m.get(c), fieldX(w), m.site(m.fieldD()))
	case bytecode.OpHaspriv:
		if v := m.get(b); v.IsObject() {
			m.set(a, boolean(h.GetOwn(v.Ref(), m.get(c), &m.prop)))
			return next
		}
		return m.typeError("Cannot use 'in' operator to search for '", m.keyText(m.get(c)), "' in a value that is not an object")
	case bytecode.OpChkobj:
		if v := m.get(a); v.IsNullish() {
			return m.typeError("Cannot destructure '", m.Call.Display(v), "' as it is undefined or null")
		}
		return next
	case bytecode.OpChkiterres:
		if v := m.get(a); !v.IsObject() {
			return m.typeError("Iterator result ", m.Call.Display(v), " is not an object")
		}
		return next

	case bytecode.OpGetiter:
		return m.getIterator(a, m.get(b), fieldX(w) != 0)
	case bytecode.OpGetasynciter:
		return m.callLib(builtin.LibAsyncIteratorRecord, m.after(a, ActIter), 1, m.get(b), 0, 0, 0)
	case bytecode.OpOfnext:
		return m.ofNext(a, b)
	case bytecode.OpIterclose:
		return m.iteratorClose(a, fieldX(w) != 0)
	case bytecode.OpForin:
		return m.forIn(a, m.get(b))
	case bytecode.OpInnext:
		return m.inNext(a, b, m.get(c))

	case bytecode.OpThrow:
		return m.throw(m.get(a))
	case bytecode.OpRethrow:
		return m.rethrow(m.get(a))
	case bytecode.OpCatch:
		m.set(a, m.catch(fieldX(w) != 0))
		return next

	case bytecode.OpInitgen:
		return m.initGenerator(a, fieldX(w) != 0, m.pc+8+uint32(w>>32)*8)
	case bytecode.OpInitasync:
		return m.initAsync(a)
	case bytecode.OpYield:
		return m.suspend(m.get(c).Ref(), genYield, m.get(a))
	case bytecode.OpYieldres:
		return m.suspend(m.get(c).Ref(), genHanded, m.get(a))
	case bytecode.OpResume:
		return m.resumeMode(m.get(a), m.get(b), int32(int16(c)))
	case bytecode.OpGenret:
		return m.doReturn(m.get(a))
	case bytecode.OpAwaitprep:
		switch builtin.Await(h, m.get(a), m.get(b)) {
		case builtin.AwaitDone:
			return next
		case builtin.AwaitMemory:
			return m.noMemory()
		}
		return m.callLib(builtin.LibAwaitPrepare, m.after(0, ActDiscard), 2, m.get(a), m.get(b), 0, 0)
	case bytecode.OpAwait:
		return m.suspend(m.get(b).Ref(), genAwait, heap.Undefined)
	case bytecode.OpAsyncdone:
		if v := m.get(a); !v.IsObject() {
			if !builtin.FulfillPromise(h, h.Internal(m.get(b).Ref(), genExtra).Ref(), v) {
				return m.noMemory()
			}
			return next
		}
		return m.callLib(builtin.LibAsyncReturn, m.after(0, ActDiscard), 2, m.get(b), m.get(a), 0, 0)
	case bytecode.OpAsyncret:
		return m.doReturn(h.Internal(m.get(a).Ref(), genExtra))
	case bytecode.OpAsyncthrow:
		if h.Kind(m.get(b).Ref()) == heap.KAsyncGen {
			return m.rethrow(m.get(a)) // to the library function that resumed it
		}
		return m.replaceFrame(builtin.LibAsyncThrow, m.get(b), builtin.Uncaught(h, m.get(a)))
	case bytecode.OpGenresume:
		if v := m.get(b); !h.IsKind(v, heap.KGenerator) && !h.IsKind(v, heap.KAsyncGen) {
			return stop + StopInternal
		}
		return m.resumeGenerator(a, m.get(b), m.get(c), m.get(m.fieldD()))

	case bytecode.OpLeaf:
		return m.leafOp(a, b, c, m.fieldD())
	case bytecode.OpLdelem:
		v, k := m.get(b), m.get(c)
		m.set(a, heap.Undefined)
		if v.IsObject() && k.IsInt() {
			if e := h.U32(v.Ref() + heap.OffElements); h.Kind(e) == heap.KElements && uint32(k.Int32()) < (h.Size(e)-heap.OffValues)>>3 {
				if x := h.Val(e + heap.OffValues + 8*uint32(k.Int32())); x != heap.Hole {
					m.set(a, x)
				}
			}
		}
		return next
	case bytecode.OpIscallable:
		m.set(a, boolean(h.IsCallable(m.get(b))))
		return next
	}
	return stop + StopInternal
}

// branch jumps by n words behind the (one-word) instruction if cond holds.
func (m *Machine) branch(cond bool, n int32) status {
	m.pc += 8
	if cond {
		m.pc += uint32(n * 8)
	}
	return stay
}

// contextUp is the context n hops up from the one in register b.
func (m *Machine) contextUp(b, n uint32) uint32 {
	ref := m.get(b).Ref()
	for ; n > 0; n-- {
		ref = m.H.U32(ref + heap.OffParent)
	}
	return ref
}

// leafOp runs a $leaf of library code.
func (m *Machine) leafOp(dst, b, n, number uint32) status {
	base := m.reg(b) - 8
	switch number {
	case builtin.LDo_CaptureStack:
		m.CaptureStack(m.get(b).Ref())
		m.set(dst, heap.Undefined)
		return next
	case builtin.LDo_RejectPromise:
		m.needOrigin(m.get(b + 1))
	}
	v := m.leaf(number, base, n, heap.Undefined, heap.Undefined)
	if v == heap.Empty && m.Call.Code != builtin.CodeNone {
		return m.leafFailed(base, n, m.after(dst, ActStore))
	}
	m.set(dst, v)
	return next
}
