package builtin

import (
	"testing"

	"firn/heap"
)

// TestDescriptors: what $DefineOwnProperty is given comes back from
// $GetOwnProperty, and refusals are false.
func TestDescriptors(t *testing.T) {
	c := newCall(t)
	h := c.H
	str := func(s string) heap.Value { return heap.String(h.InternStr(s)) }
	desc := func(fields ...heap.Value) heap.Value {
		d := h.NewObject(0, 4)
		var p heap.Prop
		for i := 0; i < len(fields); i += 2 {
			h.CreateDataProperty(d, fields[i], fields[i+1], &p)
		}
		return heap.Object(d)
	}
	field := func(d heap.Value, name string) heap.Value {
		var p heap.Prop
		if !h.GetOwn(d.Ref(), str(name), &p) {
			return heap.Empty
		}
		return p.Value
	}
	o := heap.Object(h.NewObject(0, 0))
	define := func(key heap.Value, d heap.Value) heap.Value {
		return c.call("$DefineOwnProperty", heap.Undefined, o, key, d)
	}

	if got := c.call("$GetOwnProperty", heap.Undefined, o, str("x")); got != heap.Undefined {
		t.Error("an absent property has a descriptor")
	}
	if define(str("x"), desc(str("value"), heap.Int(1), str("enumerable"), heap.True)) != heap.True {
		t.Fatal("definition refused")
	}
	d := c.call("$GetOwnProperty", heap.Undefined, o, str("x"))
	for _, f := range []struct {
		name string
		want heap.Value
	}{{"value", heap.Int(1)}, {"writable", heap.False}, {"enumerable", heap.True}, {"configurable", heap.False}, {"get", heap.Empty}} {
		if got := field(d, f.name); got != f.want {
			t.Errorf("field %s is %v, want %v", f.name, got, f.want)
		}
	}
	if define(str("x"), desc(str("value"), heap.Int(2))) != heap.False {
		t.Error("a constant was changed")
	}
	if define(str("x"), desc(str("value"), heap.Int(1))) != heap.True {
		t.Error("a definition that changes nothing was refused")
	}

	getter := heap.Object(h.NewObject(0, 0))
	if define(heap.Int(7), desc(str("get"), getter, str("configurable"), heap.True)) != heap.True {
		t.Fatal("accessor refused")
	}
	d = c.call("$GetOwnProperty", heap.Undefined, o, heap.String(h.NewStr("7")))
	if field(d, "get") != getter || field(d, "set") != heap.Undefined || field(d, "value") != heap.Empty {
		t.Error("wrong accessor descriptor")
	}
	if c.call("$GetData", heap.Undefined, o, heap.Int(7)) != heap.Empty {
		t.Error("$GetData answers for an accessor")
	}
	if c.call("$IsFree", heap.Undefined, o, heap.Int(7)) != heap.True || c.call("$IsFree", heap.Undefined, o, str("x")) != heap.False {
		t.Error("$IsFree is wrong")
	}

	keys := c.call("$OwnKeys", heap.Undefined, o, heap.Int(3)).Ref()
	e := h.U32(keys+heap.OffElements) + heap.OffValues
	if h.Word(keys) != 2 || h.GoString(h.Val(e).Ref()) != "7" || h.GoString(h.Val(e+8).Ref()) != "x" {
		t.Error("wrong own keys")
	}
	if c.call("$DeleteProperty", heap.Undefined, o, str("x")) != heap.False || c.call("$DeleteProperty", heap.Undefined, o, heap.Int(7)) != heap.True {
		t.Error("wrong deletions")
	}
	if c.call("$PreventExtensions", heap.Undefined, o) != heap.True || define(str("y"), desc()) != heap.False {
		t.Error("a property was added to an object that is not extensible")
	}
}

// TestProxyCreate: the word of a proxy says what its target is.
func TestProxyCreate(t *testing.T) {
	c := newCall(t)
	h := c.H
	o := heap.Object(h.NewObject(0, 0))
	f := heap.Object(h.NewKind(heap.KNative, 0))
	p := c.call("$ProxyCreate", heap.Undefined, o, o)
	q := c.call("$ProxyCreate", heap.Undefined, f, o)
	if h.Word(p.Ref()) != 0 || h.Word(q.Ref()) != 1 || h.IsCallable(p) || !h.IsCallable(q) {
		t.Error("wrong kind of proxy", h.Word(p.Ref()), h.Word(q.Ref()))
	}
	if h.Internal(q.Ref(), 0) != f || h.Internal(q.Ref(), 1) != o {
		t.Error("wrong target or handler")
	}
}
