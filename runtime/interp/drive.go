//firn:core

package interp

import (
	"firn/heap"
	"firn/ir/bytecode"
)

// How a frame that native code waited for was left.
const (
	LeftReturned = 1 + iota // it returned
	LeftThrew               // by an exception, or what waited for it has thrown one; the machine stands at the handler
)

// Drive executes until the host is needed: it runs the loop, does what the loop
// leaves to it, and collects garbage between instructions. It returns a Stop
// code; after StopFuel, StopPoll and StopSample calling it again continues exactly
// there.
func (m *Machine) Drive() uint32 {
	h := m.H
	budget := int64(pollUnits)
	if m.native != 0 {
		budget = m.budget
	}
	if m.unspent != 0 {
		budget, m.unspent = m.unspent, 0
	}
	if m.profile != 0 && h.Samples() != 0 {
		m.unspent = budget
		return StopSample
	}
	for fresh := true; ; fresh = false {
		if h.WantGC && m.profile != profileCollected {
			if m.profile != 0 {
				m.unspent = budget
				return StopSample
			}
			if code := m.safepoint(); code != StopPoll {
				return code
			}
		}
		if m.left != 0 || m.pending == m.fp {
			if m.native != 0 {
				m.budget = budget // the slice goes on when native code is left, or is over then
			}
			return StopNative
		}
		give := budget
		if m.Fuel < give {
			give = m.Fuel
		}
		if m.profile != 0 {
			m.profile = profileOn
			if m.sampleLeft < give {
				give = m.sampleLeft
			}
		}
		if give < 0 {
			give = 0
		}
		m.slice, m.didAt = give, 0
		m.chars = h.Root(heap.RootChars).Ref() + heap.OffValues
		exit := m.run()
		used := give - m.slice
		m.Fuel -= used
		m.Used += uint64(used)
		budget -= used
		m.sampleLeft -= used
		if exit == ExitFuel {
			cost := m.cost()
			if m.Fuel < cost {
				return StopFuel
			}
			if budget < cost {
				if used != 0 || budget <= 0 || !fresh {
					return StopPoll
				}
				budget = cost // no slice is too short for one instruction
				continue
			}
			if m.profile != 0 && m.sampleLeft == m.sampleUnits && cost > m.sampleUnits {
				m.sampleLeft = cost
				continue
			}
			if m.profile != 0 && m.sampleLeft < cost {
				m.unspent = budget
				return StopSample
			}
			return StopInternal
		}
		op := h.U8(m.pc)
		if opCharges[op] != 0 {
			cost := int64(h.U8(m.pc + 1))
			if m.Fuel < cost {
				return StopFuel
			}
			if budget < cost {
				// As above: a loop may have no jump but those done here.
				if used != 0 || budget <= 0 || !fresh {
					return StopPoll
				}
				budget = cost
			}
			m.Fuel -= cost
			m.Used += uint64(cost)
			budget -= cost
		}
		fp, at, before := m.fp, m.pc-m.tmpl, m.Used
		m.lastLeaf = 0
		st := m.slow(h.U64(m.pc))
		m.settle()
		if h.Dead {
			return StopMemory
		}
		if st == threw {
			st = m.unwind()
		}
		if st == next {
			m.pc += words(op)
		} else if st >= stop {
			if m.native != 0 {
				m.budget = budget
			}
			return uint32(st - stop)
		}
		if m.profile != 0 {
			m.didFP, m.didAt = fp, at
			m.sampleLeft -= slowUnits + int64(m.Used-before)
			if m.sampleLeft <= 0 || h.Samples() != 0 {
				m.unspent = budget
				return StopSample
			}
		}
	}
}

// cost is what the instruction at pc charges.
func (m *Machine) cost() int64 {
	w := m.H.U64(m.pc)
	if bytecode.Op(w) == bytecode.OpCharge {
		return int64(uint32(w >> 16))
	}
	return int64(w >> 8 & 0xFF)
}

// safepoint collects garbage. StopPoll says go on.
func (m *Machine) safepoint() uint32 {
	if m.full = !m.Collect(m.H.WantFull); m.full {
		return StopMemory
	}
	return StopPoll
}

// Full reports whether Drive has stopped with StopMemory only for what was alive after
// a collection: where less is, it can go on.
func (m *Machine) Full() bool { return m.full && !m.H.Dead }

// Start pushes a call of fn by the host: Drive then runs it and stops with
// StopReturn or StopThrow. args are n values at the end of the stack's live
// part, put there by PushArg.
func (m *Machine) Start(fn, this Value, n uint32) uint32 {
	h := m.H
	base := m.top() + frameHeader
	h.SetVal(base+off(frameCallee), fn)
	h.SetVal(base, this)
	ret := uint64(m.pc-m.tmpl) | ActExit<<48
	st := m.invoke(base, n, ret, heap.Undefined)
	return m.started(st)
}

// StartNew pushes a construction of fn by the host, with arguments as for Start.
func (m *Machine) StartNew(fn Value, n uint32) uint32 {
	base := m.top() + frameHeader
	m.H.SetVal(base+off(frameCallee), fn)
	st := m.construct(base, n, uint64(m.pc-m.tmpl)|ActExit<<48, fn, heap.Empty)
	return m.started(st)
}

// started turns how a host's call began into a Stop code; StopPoll means that a
// frame was pushed and Drive must run.
func (m *Machine) started(st status) uint32 {
	m.settle()
	if st == threw {
		m.H.SetRoot(RootResult, m.H.Root(RootException))
		m.H.SetRoot(RootException, heap.Undefined)
		return StopThrow
	}
	if st >= stop {
		return uint32(st - stop)
	}
	return StopPoll
}

// PushArg stores argument i of the host's next Start.
func (m *Machine) PushArg(i uint32, v Value) bool {
	at := m.top() + frameHeader + 8 + 8*i
	if at+64 > m.stackLimit {
		return false
	}
	m.H.SetVal(at, v)
	return true
}

// HostCall describes the call of a StopHost: the function, its this, n
// arguments, and new.target. They are not roots: the host copies what it needs
// into handles before anything else runs.
func (m *Machine) HostCall() (fn, this Value, n uint32, newTarget Value) {
	return m.H.Val(m.hostBase + off(frameCallee)), m.H.Val(m.hostBase), m.hostN, m.hostNew
}

// HostArg is argument i of the call of a StopHost.
func (m *Machine) HostArg(i uint32) Value { return m.H.Val(m.hostBase + 8 + 8*i) }

// HostReturn answers a StopHost with a result. Returns as Start does.
func (m *Machine) HostReturn(ret uint64, v Value) uint32 {
	m.ForgetOrigin()
	ret = m.hostAnswered(ret)
	return m.resumed(m.deliver(ret, v, heap.Undefined))
}

// hostAnswered takes from the return word of a StopHost that native code waits for
// the answer. It still does unless it had to give up since. Then there are no
// frames that native code waits for: those above the caller are gone, and for those
// below it has given up, too.
func (m *Machine) hostAnswered(ret uint64) uint64 {
	if ret>>48&ActNative != 0 && m.segments != 0 {
		m.segments--
		m.left = LeftReturned
	}
	return ret &^ (ActNative << 48)
}

// HostThrow answers a StopHost with an exception. One that the host got from
// the machine during the call is not thrown anew.
func (m *Machine) HostThrow(ret uint64, v Value) uint32 {
	ret = m.hostAnswered(ret)
	st := m.throwOn(v)
	if ret>>48 == ActExit || ret>>48 == ActExitConstruct {
		m.pc = m.tmpl + uint32(ret)
		return m.started(st)
	}
	return m.resumed(st)
}

// HostRet is the return word to answer the pending StopHost with: the caller
// keeps it while nested calls run.
func (m *Machine) HostRet() uint64 { return m.hostRet }

// resumed turns the status after a host's answer into a Stop code.
func (m *Machine) resumed(st status) uint32 {
	m.settle()
	if st == threw {
		st = m.unwind()
	}
	if st >= stop {
		return uint32(st - stop)
	}
	return StopPoll
}

// HostTail answers a StopHost by calling a function in its place, without
// arguments.
func (m *Machine) HostTail(ret uint64, fn, this Value) uint32 {
	ret = m.hostAnswered(ret)
	m.left = 0
	base := m.hostBase
	m.H.SetVal(base+off(frameCallee), fn)
	m.H.SetVal(base, this)
	return m.resumed(m.invoke(base, 0, ret, heap.Undefined))
}

// HostTailArgs answers a StopHost by calling a function in its place, with the
// same arguments and new target.
func (m *Machine) HostTailArgs(ret uint64, fn, this Value) uint32 {
	ret = m.hostAnswered(ret)
	m.left = 0
	base := m.hostBase
	m.H.SetVal(base+off(frameCallee), fn)
	m.H.SetVal(base, this)
	return m.resumed(m.invoke(base, m.hostN, ret, m.hostNew))
}

// Reset drops all frames.
func (m *Machine) Reset() {
	m.fp = m.H.StackBase + frameHeader
	m.tmpl, m.fb, m.pc = 0, 0, 0
	m.H.StackTop = m.fp
	m.segments, m.left, m.pending = 0, 0, 0
	m.ForgetOrigin()
}
