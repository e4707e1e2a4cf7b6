package firn

import (
	"encoding"
	"errors"
	"fmt"
	"math"
	"math/big"
	"reflect"

	"firn/heap"
	"firn/runtime/builtin"
)

// ConversionError says that a value does not fit a Go type.
type ConversionError struct {
	Path string // where in the value, such as .items[3].name; "" for the value itself
	Want reflect.Type
	Got  string // what the value is
}

func (e *ConversionError) Error() string {
	if e.Path == "" {
		return fmt.Sprintf("want %s, got %s", e.Want, e.Got)
	}
	return fmt.Sprintf("%s: want %s, got %s", e.Path, e.Want, e.Got)
}

// Export is the value as the Go type that suits it best: nil for undefined and
// null, bool, float64, string, *big.Int, []byte (a copy) for ArrayBuffer, typed
// array and DataView, []any for arrays, map[string]any for plain objects, error
// for errors (an *Exception), and the Value itself for functions, symbols and all
// other objects. Getters and proxies are run.
func (v Value) Export() (x any, err error) {
	if v.ref == nil {
		return exportImmediate(v.tag()), nil
	}
	err = v.do(func(m *Machine, raw rawValue) error {
		x, err = m.export(raw, 0)
		return err
	})
	return x, err
}

func exportImmediate(v rawValue) any {
	switch {
	case v.IsNumber():
		return v.Num()
	case v.IsBool():
		return v == heap.True
	}
	return nil
}

var errNested = errors.New("firn: the value is cyclic or nested too deeply")

func (m *Machine) export(raw rawValue, depth int) (any, error) {
	h := m.h
	switch {
	case !raw.IsPointer():
		return exportImmediate(raw), nil
	case raw.IsString():
		return h.GoString(raw.Ref()), nil
	case raw.IsBigInt():
		return m.bigInt(raw), nil
	case !raw.IsObject():
		return m.value(raw), nil
	case depth > maxNesting:
		return nil, errNested
	}
	switch h.Kind(raw.Ref()) {
	case heap.KError:
		return m.describe(raw), nil
	case heap.KArrayBuffer, heap.KTypedArray, heap.KDataView:
		b, _ := m.bytesOf(raw)
		return b, nil
	case heap.KArray:
		var out []any
		err := m.eachElement(raw, func(n int) { out = make([]any, 0, n) }, func(i int, x rawValue) error {
			e, err := m.export(x, depth+1)
			out = append(out, e)
			return err
		})
		return out, err
	case heap.KObject, heap.KProxy:
		if h.IsCallable(raw) {
			return m.value(raw), nil
		}
		out := map[string]any{}
		err := m.eachProperty(raw, func(name string, x rawValue) error {
			e, err := m.export(x, depth+1)
			out[name] = e
			return err
		})
		return out, err
	}
	return m.value(raw), nil
}

// bytesOf copies the bytes of a buffer or view.
func (m *Machine) bytesOf(raw rawValue) ([]byte, bool) {
	h := m.h
	if !raw.IsObject() {
		return nil, false
	}
	o := raw.Ref()
	buf, from, n := raw, uint32(0), uint32(0)
	switch h.Kind(o) {
	case heap.KArrayBuffer:
	case heap.KTypedArray, heap.KDataView:
		buf = h.Internal(o, heap.ViewBuffer)
		from = h.Internal(o, heap.ViewOffset).Index()
	default:
		return nil, false
	}
	if h.BufferDetached(buf.Ref()) {
		return []byte{}, true
	}
	switch h.Kind(o) {
	case heap.KArrayBuffer:
		n = h.BufferLength(o)
	case heap.KTypedArray:
		n = h.TypedLength(o) << heap.ElemShift(h.Word(o))
	default:
		n, _ = h.ViewByteLength(o) // 0 when out of bounds
	}
	out := make([]byte, n)
	copy(out, h.Bytes(h.BufferData(buf.Ref())+from, n))
	return out, true
}

// eachElement calls f for the elements of an array. JavaScript may run on the
// way, so the array is held by a handle.
func (m *Machine) eachElement(raw rawValue, size func(int), f func(i int, x rawValue) error) error {
	id := m.h.NewHandle(raw)
	defer m.h.FreeHandle(id)
	n := m.h.Word(raw.Ref())
	if uint64(n) > 1<<20 && uint64(n) > uint64(m.h.Used()) {
		return &ConversionError{Want: reflect.TypeFor[[]any](), Got: fmt.Sprintf("an array of %d elements, mostly holes", n)}
	}
	size(int(n))
	for i := uint32(0); i < n; i++ {
		x, err := m.get(m.h.Handle(id), heap.IndexKey(i))
		if err == nil {
			err = f(int(i), x)
		}
		if err != nil {
			return at(err, fmt.Sprintf("[%d]", i))
		}
	}
	return nil
}

// eachProperty calls f for the own enumerable properties with string keys.
func (m *Machine) eachProperty(raw rawValue, f func(name string, x rawValue) error) error {
	id := m.h.NewHandle(raw)
	defer m.h.FreeHandle(id)
	keys, err := m.keys(func() rawValue { return m.h.Handle(id) })
	if err != nil {
		return err
	}
	for _, name := range keys {
		x, err := m.get(m.h.Handle(id), m.keyOf(name))
		if err == nil {
			err = f(name, x)
		}
		if err != nil {
			return at(err, "."+name)
		}
	}
	return nil
}

// at adds to the path of a conversion error.
func at(err error, step string) error {
	if e, ok := err.(*ConversionError); ok {
		e.Path = step + e.Path
	}
	return err
}

// To converts the value into the variable that p points to. It is the inverse of
// Machine.ToValue:
//
//	any                    as by Export
//	Value                  the value itself
//	bool, string           a boolean, a string; nothing else
//	ints, floats           a number that fits exactly (floats: any), a BigInt that fits
//	*big.Int               a BigInt or an integral number
//	[]byte                 a copy of an ArrayBuffer, typed array or DataView
//	slices and arrays      an Array, or anything else that can be iterated
//	maps                   the own enumerable properties, or the entries of a Map
//	structs                the properties named as by ToValue; missing ones stay as they are
//	pointers               nil for undefined and null
//	error                  an *Exception
//	encoding.TextUnmarshaler  a string
//	functions              a function: its last result must be an error
//
// A value that does not fit is a *ConversionError.
func (v Value) To(p any) error {
	target := reflect.ValueOf(p)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return fmt.Errorf("firn: To(%T): want a pointer", p)
	}
	if v.ref == nil {
		return (*Machine)(nil).toGo(v.tag(), target.Elem(), 0)
	}
	return v.do(func(m *Machine, raw rawValue) error { return m.toGo(raw, target.Elem(), 0) })
}

// toGo converts raw into x. m may be nil for immediates.
func (m *Machine) toGo(raw rawValue, x reflect.Value, depth int) error {
	if depth > maxNesting {
		return errNested
	}
	t := x.Type()
	switch {
	case t == typeValue:
		if raw.IsPointer() {
			x.Set(reflect.ValueOf(m.value(raw)))
		} else {
			x.Set(reflect.ValueOf(immediate(raw)))
		}
		return nil
	case t == typeBig:
		return m.toBig(raw, x)
	case t == typeError:
		if raw.IsNullish() {
			x.SetZero()
			return nil
		}
		if !raw.IsPointer() {
			x.Set(reflect.ValueOf(error(&Exception{Value: immediate(raw), Message: immediate(raw).String()})))
			return nil
		}
		x.Set(reflect.ValueOf(error(m.describe(raw))))
		return nil
	}
	if raw.IsString() && x.CanAddr() && t.Kind() != reflect.Pointer {
		if u, ok := x.Addr().Interface().(encoding.TextUnmarshaler); ok {
			return u.UnmarshalText([]byte(m.h.GoString(raw.Ref())))
		}
	}
	switch t.Kind() {
	case reflect.Bool:
		if raw.IsBool() {
			x.SetBool(raw == heap.True)
			return nil
		}
	case reflect.String:
		if raw.IsString() {
			x.SetString(m.h.GoString(raw.Ref()))
			return nil
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if i, ok := m.int64(raw); ok && !x.OverflowInt(i) {
			x.SetInt(i)
			return nil
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		if u, ok := m.uint64(raw); ok && !x.OverflowUint(u) {
			x.SetUint(u)
			return nil
		}
	case reflect.Float32, reflect.Float64:
		if raw.IsNumber() {
			x.SetFloat(raw.Num())
			return nil
		}
	case reflect.Interface:
		if t.NumMethod() == 0 {
			e := exportImmediate(raw)
			if raw.IsPointer() {
				var err error
				if e, err = m.export(raw, depth); err != nil {
					return err
				}
			}
			if e == nil {
				x.SetZero()
			} else {
				x.Set(reflect.ValueOf(e))
			}
			return nil
		}
	case reflect.Pointer:
		if raw.IsNullish() {
			x.SetZero()
			return nil
		}
		if x.IsNil() {
			fresh := reflect.New(t.Elem())
			if err := m.toGo(raw, fresh.Elem(), depth+1); err != nil {
				return err
			}
			x.Set(fresh)
			return nil
		}
		return m.toGo(raw, x.Elem(), depth+1)
	case reflect.Slice, reflect.Array, reflect.Map, reflect.Struct, reflect.Func:
		if raw.IsNullish() && t.Kind() != reflect.Struct && t.Kind() != reflect.Array {
			x.SetZero()
			return nil
		}
		if raw.IsObject() {
			return m.objectToGo(raw, x, depth)
		}
	}
	return m.misfit(raw, t)
}

var typeBig = reflect.TypeFor[*big.Int]()

func (m *Machine) misfit(raw rawValue, t reflect.Type) error {
	return &ConversionError{Want: t, Got: m.kindText(raw)}
}

// kindText names what a value is in messages.
func (m *Machine) kindText(raw rawValue) string {
	if !raw.IsPointer() {
		v := immediate(raw)
		if v.IsNumber() {
			return "the number " + v.String()
		}
		return v.String()
	}
	switch {
	case raw.IsString():
		return "a string"
	case raw.IsSymbol():
		return "a symbol"
	case raw.IsBigInt():
		return "a BigInt"
	case m.h.IsCallable(raw):
		return "a function"
	case m.h.Kind(raw.Ref()) == heap.KArray:
		return "an array"
	case m.h.Kind(raw.Ref()) == heap.KObject:
		return "an object"
	}
	return "a " + heap.KindName(m.h.Kind(raw.Ref()))
}

func (m *Machine) int64(raw rawValue) (int64, bool) {
	if raw.IsBigInt() {
		return m.h.BigIntExact64(raw.Ref())
	}
	return immediate(raw).Int()
}

func (m *Machine) uint64(raw rawValue) (uint64, bool) {
	if raw.IsBigInt() {
		b := m.bigInt(raw)
		return b.Uint64(), b.IsUint64()
	}
	if raw.IsNumber() && raw.Num() >= 1<<63 && raw.Num() < 1<<64 {
		return uint64(raw.Num()), true
	}
	i, ok := immediate(raw).Int()
	return uint64(i), ok && i >= 0
}

func (m *Machine) toBig(raw rawValue, x reflect.Value) error {
	switch {
	case raw.IsNullish():
		x.SetZero()
		return nil
	case raw.IsBigInt():
		x.Set(reflect.ValueOf(m.bigInt(raw)))
		return nil
	case raw.IsNumber() && raw.Num() == math.Trunc(raw.Num()) && !math.IsInf(raw.Num(), 0):
		b, _ := big.NewFloat(raw.Num()).Int(nil)
		x.Set(reflect.ValueOf(b))
		return nil
	}
	return m.misfit(raw, x.Type())
}

// objectToGo converts an object into a slice, array, map, struct or function.
func (m *Machine) objectToGo(raw rawValue, x reflect.Value, depth int) error {
	t := x.Type()
	switch t.Kind() {
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			if b, ok := m.bytesOf(raw); ok {
				x.SetBytes(b)
				return nil
			}
		}
		raw, err := m.asArray(raw, t)
		if err != nil {
			return err
		}
		out := reflect.Zero(t)
		err = m.eachElement(raw, func(n int) { out = reflect.MakeSlice(t, n, n) }, func(i int, e rawValue) error {
			return m.toGo(e, out.Index(i), depth+1)
		})
		if err == nil {
			x.Set(out)
		}
		return err
	case reflect.Array:
		raw, err := m.asArray(raw, t)
		if err != nil {
			return err
		}
		if n := int64(m.h.Word(raw.Ref())); n != int64(t.Len()) {
			return &ConversionError{Want: t, Got: fmt.Sprintf("an array of %d elements", n)}
		}
		return m.eachElement(raw, func(int) {}, func(i int, e rawValue) error { return m.toGo(e, x.Index(i), depth+1) })
	case reflect.Map:
		return m.toMap(raw, x, depth)
	case reflect.Struct:
		id := m.h.NewHandle(raw)
		defer m.h.FreeHandle(id)
		for _, f := range fieldsOf(t) {
			e, err := m.get(m.h.Handle(id), m.keyOf(f.name))
			if err != nil {
				return err
			}
			if e == heap.Undefined {
				continue
			}
			field, err := fieldByIndex(x, f.index)
			if err == nil {
				err = m.toGo(e, field, depth+1)
			}
			if err != nil {
				return at(err, "."+f.name)
			}
		}
		return nil
	case reflect.Func:
		if m.h.IsCallable(raw) {
			return m.toFunc(raw, x)
		}
	}
	return m.misfit(raw, t)
}

// fieldByIndex is FieldByIndex that makes nil embedded pointers.
func fieldByIndex(x reflect.Value, index []int) (reflect.Value, error) {
	for i, k := range index {
		if i > 0 && x.Kind() == reflect.Pointer {
			if x.IsNil() {
				if !x.CanSet() {
					return x, fmt.Errorf("firn: the embedded *%s is nil and not exported", x.Type().Elem())
				}
				x.Set(reflect.New(x.Type().Elem()))
			}
			x = x.Elem()
		}
		x = x.Field(k)
	}
	return x, nil
}

// asArray is raw, or an array of what it iterates over.
func (m *Machine) asArray(raw rawValue, t reflect.Type) (rawValue, error) {
	switch m.h.Kind(raw.Ref()) {
	case heap.KArray:
		return raw, nil
	case heap.KObject, heap.KProxy, heap.KTypedArray, heap.KSet, heap.KMap, heap.KGenerator, heap.KIterator, heap.KArguments, heap.KStringObj:
		id := m.h.NewHandle(raw)
		defer m.h.FreeHandle(id)
		iter, err := m.get(raw, m.h.Root(builtin.RootSymIterator))
		if err != nil {
			return 0, err
		}
		if !m.h.IsCallable(iter) {
			return 0, m.misfit(m.h.Handle(id), t)
		}
		array := m.h.Root(builtin.RootArray)
		from, err := m.get(array, m.keyOf("from"))
		if err != nil {
			return 0, err
		}
		out, err := m.call(from, array, m.h.Handle(id))
		if err != nil || m.h.IsKind(out, heap.KArray) {
			return out, err
		}
	}
	return 0, m.misfit(raw, t)
}

func (m *Machine) toMap(raw rawValue, x reflect.Value, depth int) error {
	t := x.Type()
	out := reflect.MakeMap(t)
	add := func(setKey func(k reflect.Value) error, e rawValue) error {
		// The element first: converting it may run JavaScript, the key may not.
		elem := reflect.New(t.Elem()).Elem()
		if err := m.toGo(e, elem, depth+1); err != nil {
			return err
		}
		key := reflect.New(t.Key()).Elem()
		if err := setKey(key); err != nil {
			return err
		}
		if !key.Comparable() {
			return &ConversionError{Want: t.Key(), Got: "a value that cannot be compared"}
		}
		out.SetMapIndex(key, elem)
		return nil
	}
	if m.h.IsKind(raw, heap.KMap) {
		entries, err := m.asArray(raw, t)
		if err != nil {
			return err
		}
		err = m.eachElement(entries, func(int) {}, func(i int, e rawValue) error {
			id := m.h.NewHandle(e)
			defer m.h.FreeHandle(id)
			v, err := m.get(e, heap.IndexKey(1))
			if err != nil {
				return err
			}
			return add(func(key reflect.Value) error {
				k, err := m.get(m.h.Handle(id), heap.IndexKey(0))
				if err != nil {
					return err
				}
				return m.toGo(k, key, depth+1)
			}, v)
		})
		if err == nil {
			x.Set(out)
		}
		return err
	}
	err := m.eachProperty(raw, func(name string, e rawValue) error {
		return add(func(key reflect.Value) error {
			if key.Kind() == reflect.String {
				key.SetString(name)
				return nil
			}
			if key.Kind() == reflect.Interface && key.NumMethod() == 0 {
				key.Set(reflect.ValueOf(name))
				return nil
			}
			var n int64
			if _, err := fmt.Sscanf(name, "%d", &n); err != nil || fmt.Sprint(n) != name {
				return &ConversionError{Want: t.Key(), Got: "the key " + name}
			}
			return m.toGo(heap.Number(float64(n)), key, depth+1)
		}, e)
	})
	if err == nil {
		x.Set(out)
	}
	return err
}

// toFunc makes a Go function that calls a JavaScript function.
func (m *Machine) toFunc(raw rawValue, x reflect.Value) error {
	t := x.Type()
	n := t.NumOut()
	if n == 0 || n > 2 || t.Out(n-1) != typeError {
		return fmt.Errorf("firn: a JavaScript function cannot become a %s: its results must be an error, or a value and an error", t)
	}
	f := m.value(raw)
	x.Set(reflect.MakeFunc(t, func(in []reflect.Value) []reflect.Value {
		var args []any
		for i, a := range in {
			if t.IsVariadic() && i == len(in)-1 {
				for k := 0; k < a.Len(); k++ {
					args = append(args, a.Index(k).Interface())
				}
				break
			}
			args = append(args, a.Interface())
		}
		out := make([]reflect.Value, n)
		for i := range out {
			out[i] = reflect.New(t.Out(i)).Elem()
		}
		v, err := f.Call(nil, args...)
		if err == nil && n == 2 {
			err = v.To(out[0].Addr().Interface())
		}
		if err != nil {
			out[n-1].Set(reflect.ValueOf(err))
		}
		return out
	}))
	return nil
}
