package bytecode

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// The serialised form of a function, for precompiled programs: a magic word, the
// version, the instruction table's fingerprint, then the function: counts and
// numbers as uvarints, strings with their length in front, code words as eight
// little-endian bytes. Constants begin with a byte that tells their kind.

const (
	serialMagic   = "firnbc"
	serialVersion = 1
	maxNesting    = 20000 // functions within functions
)

const (
	tagNumber = iota
	tagString
	tagBigInt
	tagSpecial
	tagFunction
	tagTemplate
)

// ErrFormat is the error of data that are no serialised function.
var ErrFormat = errors.New("not a compiled program")

// ErrVersion is the error of a serialised function of another bytecode version.
var ErrVersion = errors.New("compiled program is of another version")

// Fingerprint identifies the instruction table: compiled code runs only with
// the table that it was made for.
func Fingerprint() uint64 {
	h := uint64(14695981039346656037)
	add := func(b byte) { h = (h ^ uint64(b)) * 1099511628211 }
	for _, in := range Table {
		for i := 0; i < len(in.Name); i++ {
			add(in.Name[i])
		}
		for _, o := range in.Operands {
			add(byte(o.Field))
			add(byte(o.Type))
		}
		add(byte(in.Effects))
	}
	return h
}

// Marshal serialises f.
func Marshal(f *Function) []byte {
	b := append([]byte(serialMagic), serialVersion)
	b = binary.LittleEndian.AppendUint64(b, Fingerprint())
	return appendFunction(b, f)
}

func appendFunction(b []byte, f *Function) []byte {
	num := func(n uint64) { b = binary.AppendUvarint(b, n) }
	str := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	name := uint64(0)
	if f.HasName {
		name = 1
	}
	num(name)
	str(f.Name)
	for _, n := range []uint64{uint64(f.Flags), uint64(f.Regs), uint64(f.Params), uint64(f.Length), uint64(f.Instance), uint64(f.Sites),
		uint64(f.Start), uint64(f.End)} {
		num(n)
	}
	num(uint64(len(f.Code)))
	for _, w := range f.Code {
		b = binary.LittleEndian.AppendUint64(b, w)
	}
	num(uint64(len(f.Handlers)))
	for _, h := range f.Handlers {
		num(uint64(h.Start))
		num(uint64(h.End))
		num(uint64(h.Target))
		num(uint64(h.Reg))
	}
	str(string(f.Lines))
	num(uint64(len(f.Vars)))
	for _, v := range f.Vars {
		str(v.Name)
		num(uint64(v.Reg))
	}
	num(uint64(len(f.Consts)))
	for _, c := range f.Consts {
		switch c := c.(type) {
		case Number:
			b = append(b, tagNumber)
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(float64(c)))
		case String:
			b = append(b, tagString)
			str(string(c))
		case *BigInt:
			b = append(b, tagBigInt)
			sign := uint64(0)
			if c.Negative {
				sign = 1
			}
			num(sign)
			num(uint64(len(c.Digits)))
			for _, d := range c.Digits {
				num(uint64(d))
			}
		case Special:
			b = append(b, tagSpecial)
			num(uint64(c))
		case *Function:
			b = append(b, tagFunction)
			b = appendFunction(b, c)
		case *TemplateSite:
			b = append(b, tagTemplate)
			num(uint64(len(c.Raw)))
			for i := range c.Raw {
				valid := uint64(0)
				if c.Cooked[i].Valid {
					valid = 1
				}
				num(valid)
				str(c.Cooked[i].Text)
				str(c.Raw[i])
			}
		}
	}
	return b
}

// Unmarshal reads and verifies a serialised function. The error wraps ErrFormat
// or ErrVersion, or is the verifier's. Verify says what is not checked.
func Unmarshal(data []byte) (*Function, error) {
	if len(data) < len(serialMagic)+9 || string(data[:len(serialMagic)]) != serialMagic {
		return nil, ErrFormat
	}
	data = data[len(serialMagic):]
	if data[0] != serialVersion || binary.LittleEndian.Uint64(data[1:]) != Fingerprint() {
		return nil, ErrVersion
	}
	r := &reader{data: data[9:]}
	f := r.function(0)
	if r.bad || len(r.data) != 0 {
		return nil, fmt.Errorf("%w: damaged", ErrFormat)
	}
	if err := Verify(f); err != nil {
		return nil, err
	}
	return f, nil
}

type reader struct {
	data []byte
	bad  bool
}

func (r *reader) num() uint64 {
	v, n := binary.Uvarint(r.data)
	if n <= 0 {
		r.bad = true
		r.data = nil
		return 0
	}
	r.data = r.data[n:]
	return v
}

// count is a number of things that take at least size bytes each.
func (r *reader) count(size uint64) int {
	n := r.num()
	if n > uint64(len(r.data))/size {
		r.bad = true
		return 0
	}
	return int(n)
}

func (r *reader) small() int {
	n := r.num()
	if n > 1<<30 {
		r.bad = true
		return 0
	}
	return int(n)
}

func (r *reader) u32() uint32 {
	n := r.num()
	if n > math.MaxUint32 {
		r.bad = true
	}
	return uint32(n)
}

func (r *reader) take(n int) []byte {
	if n > len(r.data) {
		r.bad = true
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) str() string { return string(r.take(r.count(1))) }

func (r *reader) u64() uint64 {
	b := r.take(8)
	if b == nil {
		return 0
	}
	return binary.LittleEndian.Uint64(b)
}

func (r *reader) function(depth int) *Function {
	f := &Function{}
	if depth > maxNesting {
		r.bad = true
		return f
	}
	f.HasName = r.num() != 0
	f.Name = r.str()
	f.Flags = r.u32()
	f.Regs, f.Params, f.Length, f.Instance, f.Sites = r.small(), r.small(), r.small(), r.small(), r.small()
	f.Start, f.End = r.u32(), r.u32()
	if n := r.count(8); n > 0 {
		f.Code = make([]uint64, n)
		for i := range f.Code {
			f.Code[i] = r.u64()
		}
	}
	for n := r.count(4); n > 0 && !r.bad; n-- {
		f.Handlers = append(f.Handlers, Handler{r.u32(), r.u32(), r.u32(), r.u32()})
	}
	if s := r.str(); s != "" {
		f.Lines = []byte(s)
	}
	for n := r.count(2); n > 0 && !r.bad; n-- {
		f.Vars = append(f.Vars, Var{r.str(), r.u32()})
	}
	for n := r.count(2); n > 0 && !r.bad; n-- {
		f.Consts = append(f.Consts, r.constant(depth))
	}
	return f
}

func (r *reader) constant(depth int) Const {
	tag := r.take(1)
	if tag == nil {
		return Special(0)
	}
	switch tag[0] {
	case tagNumber:
		return Number(math.Float64frombits(r.u64()))
	case tagString:
		return String(r.str())
	case tagBigInt:
		c := &BigInt{Negative: r.num() != 0}
		for n := r.count(1); n > 0; n-- {
			c.Digits = append(c.Digits, r.u32())
		}
		return c
	case tagSpecial:
		return Special(r.u32())
	case tagFunction:
		return r.function(depth + 1)
	case tagTemplate:
		c := &TemplateSite{}
		for n := r.count(3); n > 0 && !r.bad; n-- {
			valid := r.num() != 0
			c.Cooked = append(c.Cooked, Cooked{r.str(), valid})
			c.Raw = append(c.Raw, r.str())
		}
		return c
	}
	r.bad = true
	return Special(0)
}
