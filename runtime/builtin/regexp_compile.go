//go:build !firn_mcu

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/regexp"
)

// The compiler of regular expressions is not Core Go: without it a machine has
// those whose programs are in its ROM.

// The cache of programs: sets of entries of source, flags, program; the source's
// hash says which set. A new entry takes the place of the oldest one of its set, which
// a number behind the entries tells; finding one changes nothing, so that an entry is
// where it is for as long as it is kept: native code looks there. The cache is part of
// the machine's state, so a restored machine compiles exactly when the saved one would have.
const (
	regexpCacheSets  = 32
	regexpCacheWays  = 6
	regexpCacheEntry = 24
	regexpCacheNext  = regexpCacheWays * regexpCacheEntry
	regexpCacheSet   = regexpCacheNext + 8
	regexpCacheBytes = 8 << 10 // larger programs are not kept

	regexpLiteralUnits = 20 // of a pattern whose program is kept
)

// compileRegExp gives object o its pattern, flags and program. On false it has
// thrown.
func (c *Call) compileRegExp(o uint32, source, flags heap.Value) bool {
	h := c.H
	h.Charge(regexpLiteralUnits)
	cache := h.Root(rootRegExpCache)
	if !cache.IsCell() || h.IsROM(cache.Ref()) {
		cache = heap.CellRef(h.AllocValues(heap.KRecord, heap.OffValues+regexpCacheSet*regexpCacheSets, heap.OffValues, heap.Undefined))
		h.SetRoot(rootRegExpCache, cache)
	}
	set := regexpCacheSetOf(h, cache, source)
	program := heap.Empty
	if at := cachedProgram(h, set, source.Ref(), flags.Ref()); at != 0 {
		program = h.Val(at)
	} else {
		var small bool
		if program, small = c.newProgram(source.Ref(), flags.Ref()); program == heap.Empty {
			return false
		}
		if small {
			next := int32(0)
			if v := h.Val(set + regexpCacheNext); v.IsInt() {
				next = v.Int32()
			}
			at := set + regexpCacheEntry*(uint32(next)%regexpCacheWays)
			h.Store(at, source)
			h.Store(at+8, flags)
			h.Store(at+16, program)
			h.Store(set+regexpCacheNext, heap.Int((next+1)%regexpCacheWays))
		}
	}
	h.SetInternal(o, regexpSource, source)
	h.SetInternal(o, regexpFlags, flags)
	h.SetInternal(o, regexpProgram, program)
	return true
}

// regexpCacheSetOf is the set of the cache where the program of a pattern is kept.
func regexpCacheSetOf(h *heap.Heap, cache, source heap.Value) uint32 {
	return cache.Ref() + heap.OffValues + regexpCacheSet*(h.Hash(source.Ref())%regexpCacheSets)
}

// cachedProgram is where the program of a pattern is in a set of the cache, or 0.
func cachedProgram(h *heap.Heap, set, source, flags uint32) uint32 {
	for at := set; at < set+regexpCacheNext; at += regexpCacheEntry {
		if !h.Val(at + 16).IsCell() {
			break
		}
		if h.Equal(h.Val(at).Ref(), source) && h.Equal(h.Val(at+8).Ref(), flags) {
			return at + 16
		}
	}
	return 0
}

// RegExpLiteral tells what evaluating a regular expression literal again makes, if its
// program is kept: an object of shape with slots source, flags and the program that is
// at offset of cell cache, for as long as it is there; and lastIndex, which is 0. That costs
// so many units. A shape of 0 is one that is not known.
func RegExpLiteral(h *heap.Heap, source, flags heap.Value) (shape, cache, offset, units uint32) {
	record, s := h.Root(rootRegExpCache), h.Root(rootRegExpShape)
	if !record.IsCell() || h.IsROM(record.Ref()) || !s.IsCell() {
		return 0, 0, 0, 0
	}
	at := cachedProgram(h, regexpCacheSetOf(h, record, source), source.Ref(), flags.Ref())
	if at == 0 {
		return 0, 0, 0, 0
	}
	return s.Ref(), record.Ref(), at - record.Ref(), regexpLiteralUnits
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
