package amd64

import (
	"fmt"
	"math/rand/v2"

	"firn/ir/ssa"
	"firn/jit/backend"
)

// Config is what compilation needs to know of the machine that the code is for
// and of the CPU.
type Config struct {
	Firn     uint32 // the firn line: cage offset where ROM ends
	CardBias uint32 // cage offset of the card of offset 0: heap.CardBias
	Number   uint32 // number of the code object, as exits report it
	Length   uint32 // the atom "length"
	// FunctionCall is Function.prototype.call, in ROM. 0: it is not known, and the
	// driver calls all functions with rest parameters.
	FunctionCall uint32

	// TemplateID is TmplID of a template in ROM, for calls of it. Where it is nil or
	// does not know, the code loads it.
	TemplateID func(tmpl uint32) (id uint32, known bool)

	SSE41 bool // FloorF64, CeilF64 and TruncToF64 can be compiled
	BMI2  bool // shifts by a variable count need not go through RCX

	// Key blinds constants of the program that are wider than 16 bits, so that it
	// cannot choose what bytes are executable. 0: a random one. Code depends on it
	// in nothing but those bytes.
	Key uint64

	// Assembler makes the bytes; nil is an Encoder.
	Assembler Assembler

	Check bool // check the LIR and prove the register allocation

	// Positions says that Code.Positions is wanted.
	Positions bool

	// Dump, if not nil, is called with the LIR before and after allocation
	// ("lower", "allocate").
	Dump func(stage string, f *backend.Func)
}

// Registers with a purpose.
const (
	regCage    = R15 // address of cage offset 0
	regFrame   = R14 // address of r0 of the running JS frame
	regContext = R13 // the machine context
	regFuel    = R12
	scratch    = R11 // the emitter's
	scratchF   = X15
)

// allocatable is the registers of the allocator, all of which calls destroy.
var allocatable = backend.Regs(backend.Reg(RAX), backend.Reg(RCX), backend.Reg(RDX), backend.Reg(RBX), backend.Reg(RSI),
	backend.Reg(RDI), backend.Reg(RBP), backend.Reg(R8), backend.Reg(R9), backend.Reg(R10)) | 0x7fff<<X0

// UnsupportedError says that a function has something this CPU has no code for.
type UnsupportedError struct {
	Func string
	Op   string
	Why  string
}

func (e *UnsupportedError) Error() string {
	return fmt.Sprintf("amd64: %s: %s: %s", e.Func, e.Op, e.Why)
}

// Compiler keeps the memory of compilation for the next function. The zero
// Compiler is ready. Not for concurrent use.
type Compiler struct {
	lo    lowerer
	alloc backend.Allocator
	emit  emitter
}

// Compile makes machine code of f. The errors are *UnsupportedError,
// *backend.AllocError and *EncodeError.
func Compile(f *ssa.Func, cfg Config) (*backend.Code, error) {
	var c Compiler
	return c.Compile(f, cfg)
}

// CompileStub makes the machine code of a stub: with what every CPU has, and a key
// that is always the same, since the constants of a stub are not the program's.
// Package stubs has what it gives.
func CompileStub(s ssa.Stub) ([]byte, error) {
	code, err := Compile(s.Build(), Config{Key: stubKey})
	if err != nil {
		return nil, err
	}
	return code.Bytes, nil
}

const stubKey = 0x5bd1e995c6a4a793

// Compile is the function Compile with this compiler's memory.
func (c *Compiler) Compile(f *ssa.Func, cfg Config) (*backend.Code, error) {
	for cfg.Key == 0 {
		cfg.Key = rand.Uint64()
	}
	lf, err := c.lo.lower(f, &cfg)
	if err != nil {
		return nil, err
	}
	lf.OpName, lf.RegName = opName, func(r backend.Reg) string { return Reg(r).String() }
	backend.SplitCriticalEdges(lf)
	backend.Order(lf)
	if cfg.Dump != nil {
		cfg.Dump("lower", lf)
	}
	alloc := allocation(&cfg)
	if f.Stub != nil {
		alloc.Regs = stubRegs
	}
	if err := c.alloc.Allocate(lf, alloc); err != nil {
		return nil, err
	}
	if cfg.Dump != nil {
		cfg.Dump("allocate", lf)
	}
	backend.RemoveEmptyBlocks(lf)
	return c.emit.emit(lf, &c.lo)
}

// allocation is what register allocation needs to know.
func allocation(cfg *Config) *backend.Config {
	return &backend.Config{Regs: allocatable, ScratchGPR: backend.Reg(scratch), ScratchFPR: backend.Reg(scratchF), Check: cfg.Check}
}

// CodeSize is where the constants begin in the code made last.
func (c *Compiler) CodeSize() int { return c.emit.asm.CodeSize() }
