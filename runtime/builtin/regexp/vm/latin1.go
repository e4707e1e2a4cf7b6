//firn:core

package vm

// The loop for one-byte strings. gen.go makes the one for two-byte strings of it
// by changing the digit of the functions' names.

// attempt1 goes on with the attempt that pc, pos, sp describe.
func (m *Matcher) attempt1() uint32 {
	b := m.h.Base()
	text, n, prog := m.text, m.n, m.prog
	regs, stack, end := m.regs, m.stack, m.end
	pc, pos, sp := m.pc, m.pos, m.sp
	left := m.left
	for {
		if sp >= end {
			m.sp, m.left = sp, left
			if !m.grow() {
				return NoMemory
			}
			regs, stack, end, sp = m.regs, m.stack, m.end, m.sp
		}
		w := ld32(b, pc)
		left--
		// A case that succeeds continues the loop; to leave the switch is to fail.
		switch w & 0xFF {
		case OpMatch:
			st32(b, regs, m.start)
			st32(b, regs+4, pos)
			m.left = left
			return Matched
		case OpChar:
			if pos < n && get1(b, text, pos) == w>>8 {
				pos++
				pc += 4
				continue
			}
		case OpChars:
			k := w >> 8
			if n-pos < k {
				break
			}
			i := uint32(0)
			for i < k && get1(b, text, pos+i) == ld16(b, pc+4+2*i) {
				i++
			}
			if i == k {
				pos += k
				pc += 4 + 4*((k+1)>>1)
				continue
			}
		case OpChar2:
			if pos < n {
				if c := get1(b, text, pos); c == w>>8 || c == ld32(b, pc+4) {
					pos++
					pc += 8
					continue
				}
			}
		case OpAny:
			if pos < n {
				pos++
				pc += 4
				continue
			}
		case OpDot:
			if pos < n && !isLine(get1(b, text, pos)) {
				pos++
				pc += 4
				continue
			}
		case OpClass:
			if pos < n && inClass(b, prog+w>>8, get1(b, text, pos)) {
				pos++
				pc += 4
				continue
			}
		case OpUAny, OpUDot, OpUClass:
			if pos < n {
				c, width := next1(b, text, pos, n)
				if w&0xFF == OpUAny || w&0xFF == OpUDot && !isLine(c) || w&0xFF == OpUClass && inClass(b, prog+w>>8, c) {
					pos += width
					pc += 4
					continue
				}
			}
		case OpChar | Back:
			if pos > 0 && get1(b, text, pos-1) == w>>8 {
				pos--
				pc += 4
				continue
			}
		case OpChar2 | Back:
			if pos > 0 {
				if c := get1(b, text, pos-1); c == w>>8 || c == ld32(b, pc+4) {
					pos--
					pc += 8
					continue
				}
			}
		case OpAny | Back:
			if pos > 0 {
				pos--
				pc += 4
				continue
			}
		case OpDot | Back:
			if pos > 0 && !isLine(get1(b, text, pos-1)) {
				pos--
				pc += 4
				continue
			}
		case OpClass | Back:
			if pos > 0 && inClass(b, prog+w>>8, get1(b, text, pos-1)) {
				pos--
				pc += 4
				continue
			}
		case OpUAny | Back, OpUDot | Back, OpUClass | Back:
			if pos > 0 {
				c, width := prev1(b, text, pos, 0)
				op := w & 0xFF &^ Back
				if op == OpUAny || op == OpUDot && !isLine(c) || op == OpUClass && inClass(b, prog+w>>8, c) {
					pos -= width
					pc += 4
					continue
				}
			}

		case OpJump:
			pc = prog + w>>8
			if left < 0 {
				return m.pause(pc, pos, sp, left)
			}
			continue
		case OpSplit:
			push(b, sp, w>>8, pos)
			sp += 8
			pc += 4
			continue
		case OpSplitBack:
			push(b, sp, pc+4-prog, pos)
			sp += 8
			pc = prog + w>>8
			continue
		case OpSplitUnit:
			if pos < n && get1(b, text, pos) == ld32(b, pc+4) {
				push(b, sp, w>>8, pos)
				sp += 8
				pc += 8
			} else {
				pc = prog + w>>8
			}
			continue
		case OpSplitSet:
			if pos < n && inSet(b, prog+ld32(b, pc+4), get1(b, text, pos)) {
				push(b, sp, w>>8, pos)
				sp += 8
				pc += 8
			} else {
				pc = prog + w>>8
			}
			continue
		case OpBranchUnit:
			if pos < n && get1(b, text, pos) == ld32(b, pc+4) {
				pc += 8
			} else {
				pc = prog + w>>8
			}
			continue
		case OpBranchSet:
			if pos < n && inSet(b, prog+ld32(b, pc+4), get1(b, text, pos)) {
				pc += 8
			} else {
				pc = prog + w>>8
			}
			continue
		case OpSave:
			r := w >> 8 << 2
			push(b, sp, EntryUndo|r, ld32(b, regs+r))
			sp += 8
			st32(b, regs+r, pos)
			pc += 4
			continue
		case OpReset:
			r, to := w>>8<<2, ld32(b, pc+4)<<2
			for r < to && ld32(b, regs+r) == NoCapture {
				r += 4
			}
			if r < to {
				// One at a time, so that the check for room above suffices.
				push(b, sp, EntryUndo|r, ld32(b, regs+r))
				sp += 8
				st32(b, regs+r, NoCapture)
				continue
			}
			pc += 8
			continue
		case OpZero:
			r := w >> 8 << 2
			push(b, sp, EntryUndo|r, ld32(b, regs+r))
			sp += 8
			st32(b, regs+r, 0)
			pc += 4
			continue
		case OpProgress:
			if pos != ld32(b, regs+w>>8<<2) {
				pc += 4
				continue
			}
		case OpProgress2:
			if pos != ld32(b, regs+w>>8<<2) || ld32(b, regs+ld32(b, pc+4)<<2) < ld32(b, pc+8) {
				pc += 12
				continue
			}
		case OpLoop:
			if left < 0 {
				return m.pause(pc, pos, sp, left+1) // it takes its step later
			}
			count := ld32(b, regs+w>>8<<2)
			switch {
			case count < ld32(b, pc+4):
				pc += 20
			case count >= ld32(b, pc+8):
				pc = prog + ld32(b, pc+12)
			case ld32(b, pc+16) != 0:
				push(b, sp, pc+20-prog, pos)
				sp += 8
				pc = prog + ld32(b, pc+12)
			default:
				push(b, sp, ld32(b, pc+12), pos)
				sp += 8
				pc += 20
			}
			continue
		case OpNext:
			r := w >> 8 << 2
			if count := ld32(b, regs+r); count < ld32(b, pc+4) {
				push(b, sp, EntryUndo|r, count)
				sp += 8
				st32(b, regs+r, count+1)
			}
			pc = prog + ld32(b, pc+8)
			continue

		case OpBol:
			if pos == 0 {
				pc += 4
				continue
			}
		case OpBolLine:
			if pos == 0 || isLine(get1(b, text, pos-1)) {
				pc += 4
				continue
			}
		case OpEol:
			if pos == n {
				pc += 4
				continue
			}
		case OpEolLine:
			if pos == n || isLine(get1(b, text, pos)) {
				pc += 4
				continue
			}
		case OpWord, OpNotWord:
			before := pos > 0 && inClass(b, prog+w>>8, get1(b, text, pos-1))
			after := pos < n && inClass(b, prog+w>>8, get1(b, text, pos))
			if (before != after) == (w&0xFF == OpWord) {
				pc += 4
				continue
			}
		case OpBackref, OpBackrefI, OpBackrefU, OpBackref | Back, OpBackrefI | Back, OpBackrefU | Back:
			from, to := ld32(b, regs+w>>8<<3), ld32(b, regs+w>>8<<3+4)
			if from == NoCapture || to == NoCapture {
				pc += 4
				continue
			}
			left -= int64((to - from) >> 2)
			if at := backref1(m, w, from, to, pos); at != NoCapture {
				pos = at
				pc += 4
				continue
			}

		case OpLook:
			st32(b, regs+w>>8<<2, sp-stack)
			push(b, sp, EntryData, pos)
			sp += 8
			pc += 4
			continue
		case OpLookEnd:
			at := stack + ld32(b, regs+w>>8<<2)
			pos = ld32(b, at+4)
			m.left = left
			sp = m.settle(at, sp)
			left = m.left
			pc += 4
			continue
		case OpNegLook:
			st32(b, regs+ld32(b, pc+4)<<2, sp-stack)
			push(b, sp, w>>8, pos)
			sp += 8
			pc += 8
			continue
		case OpNegLookEnd:
			at := stack + ld32(b, regs+w>>8<<2)
			m.left = left
			m.unwind(sp, at)
			left = m.left
			sp = at

		case OpRun, OpRunAll:
			low, at := pos, pos
			body, count := ld32(b, pc+RunBody), ld32(b, pc+RunMin)
			cps := body&0xFF >= OpUAny
			if count > 0 {
				if !cps && n-pos < count {
					break
				}
				var got uint32
				at, got = run1(m, pc, pos, count)
				if got < count {
					left -= int64(got >> 3)
					break
				}
				low = at
			}
			if max := ld32(b, pc+RunMax); max > count {
				at, _ = run1(m, pc, at, max-count)
			}
			left -= int64((at - pos) >> 3)
			if w>>8 != 0 {
				m.from = at
			}
			if at == low || w&0xFF == OpRunAll {
				pos = at
				pc += RunBytes
				continue
			}
			if hint := ld32(b, pc+RunHint); hint != 0 && !cps {
				first := at
				for at > low && (at == n || get1(b, text, at) != hint-1) {
					at--
				}
				left -= int64((first - at) >> 3)
				if at == low && (at == n || get1(b, text, at) != hint-1) {
					break
				}
			}
			pc += RunBytes
			pos = at
			if at > low {
				push(b, sp, EntryData, low)
				if cps {
					push(b, sp+8, EntryRunCP|(pc-prog), at)
				} else {
					push(b, sp+8, EntryRun|(pc-prog), at)
				}
				sp += 16
			}
			continue
		case OpRunLazy:
			count := ld32(b, pc+RunMin)
			at := pos
			if count > 0 {
				var got uint32
				at, got = run1(m, pc, pos, count)
				left -= int64(got >> 3)
				if got < count {
					break
				}
			}
			rest := ld32(b, pc+RunMax)
			if rest != NoCapture {
				rest -= count
			}
			if hint := ld32(b, pc+RunHint); hint != 0 {
				var ok bool
				if at, rest, ok = lazy1(m, pc, at, rest, hint-1); !ok {
					left -= int64((at - pos) >> 3)
					break
				}
				left -= int64((at - pos) >> 3)
			}
			pos = at
			pc += RunBytes
			push(b, sp, EntryData, rest)
			push(b, sp+8, EntryLazy|(pc-prog), at)
			sp += 16
			continue
		case OpFail:
		}

		// The attempt fails here: take the last choice.
		for {
			if sp == stack {
				m.left = left
				return NoMatch
			}
			sp -= 8
			e := ld64(b, sp)
			what, v := uint32(e), uint32(e>>32)
			if what < EntryUndo {
				pc, pos = prog+what, v
				break
			}
			if what < EntryRun {
				st32(b, regs+what&EntryMask, v)
				continue
			}
			if what >= EntryData {
				continue
			}
			at := prog + what&EntryMask
			limit := ld32(b, sp-4)
			if what >= EntryLazy {
				// One more of a lazy run, or as many as it takes to meet the hint.
				first := v
				ok := limit > 0
				if ok {
					var got uint32
					v, got = run1(m, at-RunBytes, v, 1)
					ok = got != 0
					if limit != NoCapture {
						limit--
					}
				}
				if hint := ld32(b, at+RunHint-RunBytes); ok && hint != 0 {
					v, limit, ok = lazy1(m, at-RunBytes, v, limit, hint-1)
				}
				left -= int64((v - first) >> 3)
				if !ok {
					sp -= 8
					continue
				}
				st32(b, sp-4, limit)
				st32(b, sp+4, v)
				sp += 8
				pc, pos = at, v
				break
			}
			// One less of a greedy run.
			if what >= EntryRunCP {
				_, width := prev1(b, text, v, limit)
				v -= width
			} else {
				hint := ld32(b, at+RunHint-RunBytes)
				first := v
				v--
				if hint != 0 {
					for v > limit && get1(b, text, v) != hint-1 {
						v--
					}
					left -= int64((first - v) >> 3)
					if get1(b, text, v) != hint-1 {
						sp -= 8
						continue
					}
				}
			}
			pc, pos = at, v
			if v > limit {
				st32(b, sp+4, v)
				sp += 8
			} else {
				sp -= 8
			}
			break
		}
		if left < 0 {
			return m.pause(pc, pos, sp, left)
		}
	}
}

// run1 matches the body of the run instruction at pc as often as it can, at most
// count times, from at on; it gives where that ends and how often it was.
func run1(m *Matcher, pc, at, count uint32) (end, got uint32) {
	b := m.h.Base()
	text, n := m.text, m.n
	w := ld32(b, pc+RunBody)
	if w&0xFF >= OpUAny {
		for got < count && at < n {
			c, width := next1(b, text, at, n)
			switch w & 0xFF {
			case OpUDot:
				if isLine(c) {
					return at, got
				}
			case OpUClass:
				if !inClass(b, m.prog+w>>8, c) {
					return at, got
				}
			}
			at += width
			got++
		}
		return at, got
	}
	first := at
	to := n
	if n-at > count {
		to = at + count
	}
	switch w & 0xFF {
	case OpChar:
		for at < to && get1(b, text, at) == w>>8 {
			at++
		}
	case OpChar2:
		other := ld32(b, pc+RunExtra)
		for at < to {
			if c := get1(b, text, at); c != w>>8 && c != other {
				break
			}
			at++
		}
	case OpAny:
		at = to
	case OpDot:
		for at < to && !isLine(get1(b, text, at)) {
			at++
		}
	case OpClass:
		class := m.prog + w>>8
		for at < to && inClass(b, class, get1(b, text, at)) {
			at++
		}
	}
	return at, at - first
}

// lazy1 goes on with a lazy run at at, as far as the first unit that is the hint;
// at most count times.
func lazy1(m *Matcher, pc, at, count, hint uint32) (end, rest uint32, ok bool) {
	b := m.h.Base()
	text, n := m.text, m.n
	w := ld32(b, pc+RunBody)
	if op := w & 0xFF; count == NoCapture && (op == OpDot || op == OpAny || op == OpClass) {
		class := m.prog + w>>8
		for at < n {
			c := get1(b, text, at)
			if c == hint {
				return at, count, true
			}
			if op == OpDot && isLine(c) || op == OpClass && !inClass(b, class, c) {
				return at, count, false
			}
			at++
		}
		return at, count, false
	}
	for at < n && get1(b, text, at) != hint {
		var got uint32
		if count == 0 {
			return at, count, false
		}
		if at, got = run1(m, pc, at, 1); got == 0 {
			return at, count, false
		}
		if count != NoCapture {
			count--
		}
	}
	return at, count, at < n
}

// backref1 matches what the group that went from from to to took, at pos; it
// gives where that ends, or NoCapture.
func backref1(m *Matcher, w, from, to, pos uint32) uint32 {
	b := m.h.Base()
	text, n := m.text, m.n
	k := to - from
	at := pos
	if w&Back != 0 {
		if pos < k {
			return NoCapture
		}
		at = pos - k
	} else if n-pos < k {
		return NoCapture
	}
	for i := uint32(0); i < k; {
		c, d := get1(b, text, from+i), get1(b, text, at+i)
		width := uint32(1)
		if c != d {
			switch w & 0xFF &^ Back {
			case OpBackref:
				return NoCapture
			case OpBackrefI:
				if Upper(c) != Upper(d) {
					return NoCapture
				}
			default:
				// Folding never changes how many units a character has.
				c, width = next1(b, text, from+i, to)
				d, _ = next1(b, text, at+i, at+k)
				if Fold(c) != Fold(d) {
					return NoCapture
				}
			}
		} else if w&0xFF&^Back == OpBackrefU {
			c, width = next1(b, text, from+i, to)
			d, _ = next1(b, text, at+i, at+k)
			if c != d && Fold(c) != Fold(d) {
				return NoCapture
			}
		}
		i += width
	}
	if w&Back != 0 {
		return at
	}
	return pos + k
}
