//go:build !firn_mcu

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/regexp"
)

// The compiler of regular expressions is not Core Go: without it a machine has
// those whose programs are in its ROM.

// The cache of programs: sets of entries of source, flags, program; the source's
// hash says which set. A new entry goes to the front of its set and the last one
// is forgotten; finding one changes nothing. The cache is part of the machine's
// state, so a restored machine compiles exactly when the saved one would have.
const (
	regexpCacheSets  = 32
	regexpCacheWays  = 6
	regexpCacheEntry = 24
	regexpCacheSet   = regexpCacheWays * regexpCacheEntry
	regexpCacheBytes = 8 << 10 // larger programs are not kept
)

// compileRegExp gives object o its pattern, flags and program. On false it has
// thrown.
func (c *Call) compileRegExp(o uint32, source, flags heap.Value) bool {
	h := c.H
	h.Charge(20)
	cache := h.Root(rootRegExpCache)
	if !cache.IsCell() || h.IsROM(cache.Ref()) {
		cache = heap.CellRef(h.AllocValues(heap.KRecord, heap.OffValues+regexpCacheSet*regexpCacheSets, heap.OffValues, heap.Undefined))
		h.SetRoot(rootRegExpCache, cache)
	}
	set := cache.Ref() + heap.OffValues + regexpCacheSet*(h.Hash(source.Ref())%regexpCacheSets)
	program := c.cachedProgram(set, source.Ref(), flags.Ref())
	if program == heap.Empty {
		var small bool
		if program, small = c.newProgram(source.Ref(), flags.Ref()); program == heap.Empty {
			return false
		}
		if small {
			for at := set + regexpCacheSet - 8; at >= set+regexpCacheEntry; at -= 8 {
				h.Store(at, h.Val(at-regexpCacheEntry))
			}
			h.Store(set, source)
			h.Store(set+8, flags)
			h.Store(set+16, program)
		}
	}
	h.SetInternal(o, regexpSource, source)
	h.SetInternal(o, regexpFlags, flags)
	h.SetInternal(o, regexpProgram, program)
	return true
}

// cachedProgram is the program of a pattern in a set of the cache, or Empty.
func (c *Call) cachedProgram(set, source, flags uint32) heap.Value {
	h := c.H
	for at := set; at < set+regexpCacheSet; at += regexpCacheEntry {
		program := h.Val(at + 16)
		if !program.IsCell() {
			break
		}
		if h.Equal(h.Val(at).Ref(), source) && h.Equal(h.Val(at+8).Ref(), flags) {
			return program
		}
	}
	return heap.Empty
}

// newProgram compiles a pattern; small says that the program may be kept. It
// gives Empty when it has thrown.
func (c *Call) newProgram(source, flags uint32) (program heap.Value, small bool) {
	h := c.H
	n := h.StrLen(source)
	h.Charge(200 + 20*uint64(n))
	if n > regexp.MaxProgram || h.StrLen(flags) > 8 {
		return c.badRegExp(source, flags, "Invalid flags"), false
	}
	p, err := regexp.Compile(wtf8(h, source), wtf8(h, flags))
	if err != nil {
		h.Charge(uint64(err.Work) >> 1)
		return c.badRegExp(source, flags, err.Msg), false
	}
	size := uint32(len(p.Code))
	h.Charge(uint64(size)>>4 + uint64(p.Work)>>1)
	if !h.Room(uint64(size) + 64*uint64(len(p.Names)) + 1024) {
		return c.NoMemory(), false
	}
	code := h.Alloc(heap.KBytes, heap.OffData+size)
	h.SetU64(code+heap.OffLength, uint64(size))
	copy(h.Bytes(code+heap.OffData, size), p.Code)
	if size&7 != 0 {
		h.SetU32(code+heap.OffData+size, 0)
	}
	small = size <= regexpCacheBytes
	if len(p.Names) == 0 {
		return heap.CellRef(code), small
	}
	k := uint32(len(p.Names))
	names := h.AllocValues(heap.KRecord, heap.OffValues+8*(k+1), heap.OffValues, heap.Undefined)
	h.Store(names+heap.OffValues, heap.CellRef(code))
	for i, name := range p.Names {
		s := h.InternStr(name)
		h.Store(names+heap.OffValues+8*uint32(i+1), heap.String(s))
	}
	return heap.CellRef(names), small
}

// wtf8 is a string as the compiler takes it.
func wtf8(h *heap.Heap, s uint32) string {
	v := h.View(s)
	b := make([]byte, h.UTF8Len(v))
	h.CopyUTF8(b, v, true)
	return string(b)
}

// badRegExp throws the SyntaxError of a pattern or flags.
func (c *Call) badRegExp(source, flags uint32, msg string) heap.Value {
	var b heap.StrBuilder
	b.Start(c.H, 64)
	if msg == "Invalid flags" {
		b.AddASCII("Invalid flags supplied to RegExp constructor '")
		c.displayUnits(&b, flags)
		b.AddUnit('\'')
		return c.throwBuilt(CodeSyntaxError, &b)
	}
	b.AddASCII("Invalid regular expression: /")
	c.displayUnits(&b, source)
	b.AddUnit('/')
	b.AddString(flags)
	b.AddASCII(": ")
	b.AddASCII(msg)
	return c.throwBuilt(CodeSyntaxError, &b)
}
