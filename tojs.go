package firn

import (
	"encoding"
	"errors"
	"fmt"
	"math"
	"math/big"
	"reflect"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"

	"firn/heap"
	"firn/runtime/builtin"
)

// maxNesting bounds conversions: data deeper than this, or cyclic, is refused.
const maxNesting = 1000

// ToValue converts a Go value. Everything is copied; nothing of Go is shared
// with JavaScript except functions.
//
//	nil                             null
//	Value                           itself
//	bool, string                    boolean, string (invalid UTF-8 becomes U+FFFD)
//	ints, floats                    number; an integer beyond ±(2⁵³−1) a BigInt
//	*big.Int                        BigInt
//	[]byte                          Uint8Array
//	other slices and arrays         Array
//	maps with string or int keys    object, keys in sorted order
//	structs                         object of the exported fields; see below
//	pointers and interfaces         what they hold, null when nil
//	encoding.TextMarshaler          string
//	error                           Error; the exception itself for an *Exception
//	functions                       function; see Machine.NewFunction
//
// A struct field is named by its tag `js:"name"`, else by its Go name with the
// first word in lower case; `js:"-"` leaves it out, and `js:"name,omitempty"`
// leaves out zero values. Fields of embedded structs are promoted. time.Time,
// channels and complex numbers are refused: convert them to what the program
// should see.
func (m *Machine) ToValue(x any) (v Value, err error) {
	err = m.do(func() error {
		raw, err := m.toJS(x, 0, "")
		if err == nil {
			v = m.value(raw)
		}
		return err
	})
	return v, err
}

// toJS converts x. It runs no JavaScript and collects no garbage, so its results
// need no handles until the next safepoint. name is the name of a function.
func (m *Machine) toJS(x any, depth int, name string) (rawValue, error) {
	switch x := x.(type) {
	case nil:
		return heap.Null, nil
	case Value:
		return x.in(m)
	case bool:
		return heap.Bool(x), nil
	case int:
		return m.integer(int64(x)), nil
	case float64:
		return heap.Number(x), nil
	case string:
		return m.text(x)
	case []byte:
		if x == nil {
			return heap.Null, nil
		}
		return m.bytes(x)
	case *big.Int:
		if x == nil {
			return heap.Null, nil
		}
		return m.big(x)
	case *Compartment:
		return 0, errors.New("a *firn.Compartment cannot be given to JavaScript")
	case func(*Call) (any, error):
		return m.function(name, 0, x), nil
	case error:
		if v := reflect.ValueOf(x); v.Kind() == reflect.Pointer && v.IsNil() {
			return heap.Null, nil
		}
		return m.errorObject(x), nil
	case time.Time:
		return 0, errors.New("a time.Time has no counterpart: pass milliseconds or a string")
	}
	return m.reflectJS(reflect.ValueOf(x), depth, name)
}

func (m *Machine) integer(i int64) rawValue {
	if i > maxSafe || i < -maxSafe {
		return heap.BigInt(m.h.BigIntFromInt64(i))
	}
	return heap.Number(float64(i))
}

func (m *Machine) unsigned(u uint64) rawValue {
	if u > maxSafe {
		return heap.BigInt(m.h.BigIntFromUint64(u))
	}
	return heap.Number(float64(u))
}

const maxSafe = 1<<53 - 1

func (m *Machine) noMemory() error { return &LimitError{Limit: LimitMemory} }

func (m *Machine) text(s string) (rawValue, error) {
	if uint64(len(s)) > 1<<29 || len(s) > 1<<15 && !m.h.Room(2*uint64(len(s))+64) {
		return 0, m.noMemory()
	}
	ref := m.h.NewStr(s)
	if ref == 0 {
		return 0, m.noMemory()
	}
	return heap.String(ref), nil
}

func (m *Machine) big(b *big.Int) (rawValue, error) {
	raw := new(big.Int).Abs(b).Bytes()
	digits := make([]uint32, (len(raw)+3)/4)
	for i, c := range raw {
		at := len(raw) - 1 - i
		digits[at/4] |= uint32(c) << (8 * (at % 4))
	}
	ref := m.h.NewBigInt(b.Sign() < 0, digits)
	if ref == 0 {
		return 0, m.noMemory()
	}
	return heap.BigInt(ref), nil
}

// buffer makes an ArrayBuffer.
func (m *Machine) buffer(b []byte) (rawValue, error) {
	if len(b) > math.MaxInt32 {
		return 0, m.noMemory()
	}
	h := m.h
	buf := h.NewArrayBuffer(h.Root(builtin.RootArrayBufferPrototype).Ref(), uint32(len(b)), heap.NoIndex)
	if buf == 0 {
		return 0, m.noMemory()
	}
	copy(h.Bytes(h.BufferData(buf), uint32(len(b))), b)
	return heap.Object(buf), nil
}

// bytes makes a Uint8Array.
func (m *Machine) bytes(b []byte) (rawValue, error) {
	buf, err := m.buffer(b)
	if err != nil {
		return 0, err
	}
	h := m.h
	a := h.NewKind(heap.KTypedArray, h.Root(builtin.RootUint8ArrayPrototype).Ref())
	h.SetU32(a+heap.OffWord, heap.ElemUint8)
	h.SetInternal(a, heap.ViewBuffer, buf)
	h.SetInternal(a, heap.ViewOffset, heap.Int(0))
	h.SetInternal(a, heap.ViewLength, heap.Uint32(uint32(len(b))))
	return heap.Object(a), nil
}

// NewArrayBuffer makes an ArrayBuffer that holds a copy of b.
func (m *Machine) NewArrayBuffer(b []byte) (v Value, err error) {
	err = m.do(func() error {
		raw, err := m.buffer(b)
		if err == nil {
			v = m.value(raw)
		}
		return err
	})
	return v, err
}

// errorObject is the value that is thrown for a Go error.
func (m *Machine) errorObject(err error) rawValue {
	var e *Exception
	if errors.As(err, &e) {
		if raw, bad := e.Value.in(m); bad == nil {
			return raw
		}
	}
	code, message := uint32(builtin.CodeError), err.Error()
	var t *Thrown
	if errors.As(err, &t) {
		switch t.Name {
		case "TypeError":
			code = builtin.CodeTypeError
		case "RangeError":
			code = builtin.CodeRangeError
		case "SyntaxError":
			code = builtin.CodeSyntaxError
		case "ReferenceError":
			code = builtin.CodeReferenceError
		case "URIError":
			code = builtin.CodeURIError
		case "EvalError":
			code = builtin.CodeEvalError
		}
		if err == error(t) {
			message = t.Message
		}
	}
	raw := m.rt.NewError(code, message)
	m.hostErrors.add(m, raw, err)
	return raw
}

// reflectJS converts by kind.
func (m *Machine) reflectJS(v reflect.Value, depth int, name string) (rawValue, error) {
	if depth > maxNesting {
		return 0, errors.New("the data is cyclic or nested too deeply")
	}
	switch v.Kind() {
	case reflect.Bool:
		return heap.Bool(v.Bool()), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return m.integer(v.Int()), nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return m.unsigned(v.Uint()), nil
	case reflect.Float32, reflect.Float64:
		return heap.Number(v.Float()), nil
	case reflect.String:
		if s, ok, err := m.marshalled(v); ok {
			return s, err
		}
		return m.text(v.String())
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return heap.Null, nil
		}
		if s, ok, err := m.marshalled(v); ok {
			return s, err
		}
		return m.toJS(v.Elem().Interface(), depth+1, name)
	case reflect.Slice:
		if v.IsNil() {
			return heap.Null, nil
		}
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return m.bytes(v.Bytes())
		}
		return m.array(v, depth)
	case reflect.Array:
		if s, ok, err := m.marshalled(v); ok {
			return s, err
		}
		return m.array(v, depth)
	case reflect.Map:
		if v.IsNil() {
			return heap.Null, nil
		}
		return m.mapObject(v, depth)
	case reflect.Struct:
		if s, ok, err := m.marshalled(v); ok {
			return s, err
		}
		return m.structObject(v, depth)
	case reflect.Func:
		if v.IsNil() {
			return heap.Null, nil
		}
		length, f := adapt(v)
		return m.function(name, length, f), nil
	}
	return 0, fmt.Errorf("a %s has no counterpart in JavaScript", v.Type())
}

// marshalled converts a TextMarshaler.
func (m *Machine) marshalled(v reflect.Value) (rawValue, bool, error) {
	if !v.CanInterface() {
		return 0, false, nil
	}
	t, ok := v.Interface().(encoding.TextMarshaler)
	if !ok {
		return 0, false, nil
	}
	b, err := t.MarshalText()
	if err != nil {
		return 0, true, err
	}
	raw, err := m.text(string(b))
	return raw, true, err
}

func (m *Machine) array(v reflect.Value, depth int) (rawValue, error) {
	n := v.Len()
	if n > math.MaxInt32 || !m.h.Room(uint64(n)*8+64) {
		return 0, m.noMemory()
	}
	a := m.h.NewArrayCap(0, uint32(n))
	for i := 0; i < n; i++ {
		x, err := m.toJS(v.Index(i).Interface(), depth+1, "")
		if err != nil {
			return 0, fmt.Errorf("element %d: %w", i, err)
		}
		if !m.h.ArrayPush(a, x) || !m.h.Room(1<<16) {
			return 0, m.noMemory()
		}
	}
	return heap.Object(a), nil
}

func (m *Machine) mapObject(v reflect.Value, depth int) (rawValue, error) {
	type entry struct {
		key   string
		value reflect.Value
	}
	entries := make([]entry, 0, v.Len())
	for it := v.MapRange(); it.Next(); {
		k := it.Key()
		var s string
		switch k.Kind() {
		case reflect.String:
			s = k.String()
		case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
			s = strconv.FormatInt(k.Int(), 10)
		case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
			s = strconv.FormatUint(k.Uint(), 10)
		default:
			return 0, fmt.Errorf("a map with keys of type %s has no counterpart in JavaScript", k.Type())
		}
		entries = append(entries, entry{s, it.Value()})
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].key < entries[j].key })
	o := m.newObject()
	for _, e := range entries {
		if err := m.field(o, e.key, e.value.Interface(), depth); err != nil {
			return 0, err
		}
	}
	return o, nil
}

func (m *Machine) structObject(v reflect.Value, depth int) (rawValue, error) {
	o := m.newObject()
	for _, f := range fieldsOf(v.Type()) {
		x, err := v.FieldByIndexErr(f.index)
		if err != nil || f.omitEmpty && x.IsZero() {
			continue // a field of a nil embedded pointer is not there
		}
		if err := m.field(o, f.name, x.Interface(), depth); err != nil {
			return 0, err
		}
	}
	return o, nil
}

// field defines property name of a new object.
func (m *Machine) field(o rawValue, name string, x any, depth int) error {
	v, err := m.toJS(x, depth+1, name)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	var p heap.Prop
	if m.h.CreateDataProperty(o.Ref(), m.keyOf(name), v, &p) != heap.OpDone || !m.h.Room(1<<16) {
		return m.noMemory()
	}
	return nil
}

// structField is how one field of a Go struct is seen in JavaScript.
type structField struct {
	name      string
	index     []int
	omitEmpty bool
}

var structFields sync.Map // reflect.Type to []structField

// fieldsOf lists the fields of a struct type that JavaScript sees.
func fieldsOf(t reflect.Type) []structField {
	if f, ok := structFields.Load(t); ok {
		return f.([]structField)
	}
	var fields []structField
	for _, f := range reflect.VisibleFields(t) {
		tag, tagged := f.Tag.Lookup("js")
		if !f.IsExported() || tag == "-" || f.Anonymous && !tagged && structLike(f.Type) || hiddenBy(t, f) {
			continue
		}
		name, omit := tag, false
		if n := len(tag) - len(",omitempty"); n >= 0 && tag[n:] == ",omitempty" {
			name, omit = tag[:n], true
		}
		if name == "" {
			name = lowerFirst(f.Name)
		}
		fields = append(fields, structField{name, f.Index, omit})
	}
	structFields.Store(t, fields)
	return fields
}

// hiddenBy reports whether a promoted field belongs to an embedded struct that
// has a name of its own or is left out, so that it is not promoted here.
func hiddenBy(t reflect.Type, f reflect.StructField) bool {
	for i := 1; i < len(f.Index); i++ {
		if _, tagged := t.FieldByIndex(f.Index[:i]).Tag.Lookup("js"); tagged {
			return true
		}
	}
	return false
}

func structLike(t reflect.Type) bool {
	return t.Kind() == reflect.Struct || t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct
}

// lowerFirst is a Go field name with its first word in lower case: name, id,
// urlPath.
func lowerFirst(s string) string {
	n := 0
	for n < len(s) && s[n] >= 'A' && s[n] <= 'Z' {
		n++
	}
	if n > 1 && n < len(s) && s[n] >= 'a' && s[n] <= 'z' {
		n-- // the last capital begins the next word
	}
	return strings.ToLower(s[:n]) + s[n:]
}
