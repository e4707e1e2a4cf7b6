package ssa

import (
	"sync"

	"firn/heap"
	"firn/ir/bytecode"
)

// source is a template's bytecode and what analysis says of it.
type source struct {
	tmpl, fb     uint32
	flags        uint32 // heap T flags
	name         string
	regs, params int
	code         []uint64
	live         *bytecode.Liveness
	leader       []bool
	types        uint32 // cage offset of the type byte of word 0
	cut          []bool // by block: it ends a loop around the one that is compiled
}

// source analyses a template.
func (b *builder) source(t uint32) *source {
	if s := b.sources[t]; s != nil {
		return s
	}
	h := b.h
	s := &source{tmpl: t, fb: h.U32(h.FeedbackSlot(t)), flags: h.U32(t + heap.TmplFlags), regs: int(h.U16(t + heap.TmplRegs)), params: int(h.U16(t + heap.TmplParams))}
	if n := h.U32(t + heap.TmplName); n != 0 {
		s.name = h.GoString(n)
	}
	s.code, s.live = analyses.of(h, t)
	s.leader = s.live.Leaders()
	if s.fb != 0 {
		s.types = s.fb + h.U32(s.fb+heap.FbTypeRel) + (heap.TmplData+8*h.U32(t+heap.TmplConsts))>>3
	}
	b.sources[t] = s
	return s
}

// analyses are what is known of code that was compiled before, so that it need
// not be analysed for each function it is inlined in, nor for each machine.
var analyses analysisCache

type analysisCache struct {
	sync.Mutex
	known map[uint64]analysis // by hash of the code
}

// analysis is not changed any more.
type analysis struct {
	f    *bytecode.Function
	live *bytecode.Liveness
}

// maxAnalyses bounds the cache: it begins anew when it is full.
const maxAnalyses = 1 << 10

// of analyses the code of template t.
func (c *analysisCache) of(h *heap.Heap, t uint32) ([]uint64, *bytecode.Liveness) {
	key := bytecode.HashTemplate(h, t)
	c.Lock()
	a, ok := c.known[key]
	c.Unlock()
	if ok && a.f.IsTemplate(h, t) {
		return a.f.Code, a.live
	}
	f := bytecode.FromTemplate(h, t)
	a = analysis{f, bytecode.Analyze(f)}
	a.live.Complete()
	c.Lock()
	if c.known == nil || len(c.known) >= maxAnalyses {
		c.known = map[uint64]analysis{}
	}
	c.known[key] = a
	c.Unlock()
	return f.Code, a.live
}

// typesAt are the type feedback bits of the instruction at pc.
func (b *builder) typesAt() uint8 {
	s := b.fr.src
	if s.fb == 0 {
		return 0
	}
	return b.h.U8(s.types + b.fr.pc)
}

// siteAt is the cage offset of an inline-cache site, 0 if there is none.
func (b *builder) siteAt(n uint32) uint32 {
	if b.fr.src.fb == 0 {
		return 0
	}
	return b.fr.src.fb + heap.FbEntries + heap.IcSize*n
}
