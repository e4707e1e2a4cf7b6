package jit

import (
	"math/rand/v2"
	"unsafe"

	"firn/jit/amd64/matcher"
	"firn/runtime/builtin/regexp/vm"
)

const (
	// warmMatching is how many steps the loops of package vm take in a program before
	// it is compiled, which takes as long as some 5000 of them.
	warmMatching = 3000
	// maxMatchers is how many programs are known at a time, and maxMatching how many
	// bytes they have, with their code; then all are forgotten.
	maxMatchers = 1000
	maxMatching = 4 << 20
)

// matching is the native code of a machine's regular expressions. Programs are
// known by their content, since their cells move.
type matching struct {
	vm.Native
	e        *Engine
	stack    *Stack // nil until native code runs first
	programs map[string]*regexpCode
	bytes    int
}

// regexpCode is a program with its code.
type regexpCode struct {
	vm.NativeProgram // first: vm knows no more of it
	code             [2]regexpView
}

// regexpView is what a vm.NativeView points to.
type regexpView struct {
	addr   uintptr
	bytes  int
	tables []byte
	jumps  []uint32
}

// compileMatcher compiles a program for this CPU; nil where there is no compiler.
var compileMatcher func(prog []byte, wide bool, key uint32) (*matcher.Code, error)

// newMatching makes what a machine needs for regular expressions, nil if the CPU
// has no native code for them.
func newMatching(e *Engine) *matching {
	if compileMatcher == nil {
		return nil
	}
	x := &matching{e: e, programs: map[string]*regexpCode{}}
	x.Warm = warmMatching
	if e.o.Always {
		x.Warm = 0
	}
	x.Find, x.Compile, x.Run = x.find, x.compile, x.run
	return x
}

// program is the content of a program's cell, at its data.
func (x *matching) program(at uint32) []byte {
	return x.e.h.Bytes(at, x.e.h.U32(at+vm.HBytes))
}

func (x *matching) find(at uint32) *vm.NativeProgram {
	p := x.programs[string(x.program(at))]
	if p == nil {
		if len(x.programs) >= maxMatchers || x.bytes > maxMatching {
			x.forget()
		}
		key := string(x.program(at))
		p = &regexpCode{}
		x.programs[key] = p
		x.bytes += len(key)
	}
	return &p.NativeProgram
}

func (x *matching) compile(p *vm.NativeProgram, at uint32, wide bool) {
	if !x.e.begin() || !x.prepare() {
		return
	}
	c, err := compileMatcher(x.program(at), wide, rand.Uint32())
	if err != nil {
		return
	}
	addr, err := x.e.memory.Publish(c.Bytes, "regexp")
	if err != nil {
		return
	}
	i := 0
	if wide {
		i = 1
	}
	k := &(*regexpCode)(unsafe.Pointer(p)).code[i]
	*k = regexpView{addr, len(c.Bytes), c.Tables, c.Jumps}
	v := &p.Views[i]
	v.Searches, v.Whole = c.Searches, c.Whole
	v.Jumps = uint64(uintptr(unsafe.Pointer(&k.jumps[0])))
	if len(k.tables) > 0 {
		v.Tables = uint64(uintptr(unsafe.Pointer(&k.tables[0])))
	}
	v.Entry = uint64(addr)
	x.bytes += k.bytes + len(k.tables) + 4*len(k.jumps)
	x.e.stats.Matchers++
	x.e.stats.MatcherBytes += uint64(k.bytes)
}

// prepare gets a native stack: that of the engine holds the frames of whoever
// called the leaf.
func (x *matching) prepare() bool {
	if x.stack != nil {
		return true
	}
	s, err := AcquireStack()
	if err != nil {
		return false
	}
	x.stack = s
	s.SetBase(x.e.h.Base())
	s.SetFrame(uintptr(unsafe.Pointer(&x.State))) // x is on the Go heap, which does not move
	return true
}

func (x *matching) run() uint32 {
	if !x.prepare() {
		return vm.NativeBroken
	}
	s := x.stack
	s.SetResume(uintptr(x.State.Entry))
	s.Enter()
	if s.Exit() != 0 {
		s.SetNativeSP(s.Top())
		return vm.NativeBroken
	}
	return uint32(s.Result())
}

// idle lets others use the native stack.
func (x *matching) idle() {
	if x.stack != nil {
		x.stack.Release()
		x.stack = nil
	}
}

// forget frees all code. None may be running.
func (x *matching) forget() {
	for _, p := range x.programs {
		for i := range p.code {
			if k := &p.code[i]; k.addr != 0 {
				x.e.memory.Free(k.addr)
			}
		}
	}
	clear(x.programs)
	x.bytes = 0
	x.Forget()
}
