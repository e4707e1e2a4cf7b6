package heap

import (
	"fmt"
	"math/rand"
	"sort"
	"testing"
)

// A reference implementation of ordinary objects and arrays, written from
// ECMA-262 10.1 and 10.4.2 on Go maps. Values are int32 numbers; -1 is undefined.

type modelProp struct {
	value, getter, setter int32
	attrs                 uint32
	length                bool // value is an array's length: unsigned
}

func (p modelProp) val() Value {
	if p.length {
		return Uint32(uint32(p.value))
	}
	return modelValue(p.value)
}

type modelObj struct {
	props  map[string]modelProp
	order  []string
	ext    bool
	array  bool
	length uint32
	lenW   bool
	proto  *modelObj
	id     uint32 // handle
}

func isIndex(k string) (uint32, bool) {
	if k == "" || len(k) > 10 || k[0] == '0' && len(k) > 1 {
		return 0, false
	}
	n := uint64(0)
	for _, c := range k {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + uint64(c-'0')
	}
	return uint32(n), n < 1<<32-1
}

func (m *modelObj) get(k string) (modelProp, bool) {
	if m.array && k == "length" {
		p := modelProp{value: int32(m.length), length: true}
		if m.lenW {
			p.attrs = Writable
		}
		return p, true
	}
	p, ok := m.props[k]
	return p, ok
}

func (m *modelObj) add(k string, p modelProp) {
	if _, ok := m.props[k]; !ok {
		m.order = append(m.order, k)
	}
	m.props[k] = p
	if i, ok := isIndex(k); ok && m.array && i >= m.length {
		m.length = i + 1
	}
}

func (m *modelObj) del(k string) bool {
	p, ok := m.get(k)
	if !ok {
		return true
	}
	if p.attrs&Configurable == 0 {
		return false
	}
	delete(m.props, k)
	for i, o := range m.order {
		if o == k {
			m.order = append(m.order[:i:i], m.order[i+1:]...)
			break
		}
	}
	return true
}

func (m *modelObj) keys() []string {
	var idx []uint32
	var strs, syms []string
	for _, k := range m.order {
		if i, ok := isIndex(k); ok {
			idx = append(idx, i)
		} else if k[0] == '@' {
			syms = append(syms, k)
		} else if k[0] != '#' {
			strs = append(strs, k)
		}
	}
	sort.Slice(idx, func(a, b int) bool { return idx[a] < idx[b] })
	var out []string
	for _, i := range idx {
		out = append(out, itoa(i))
	}
	if m.array {
		out = append(out, "length")
	}
	return append(append(out, strs...), syms...)
}

// setLength is ArraySetLength from step 9 with a descriptor that has only
// [[Value]].
func (m *modelObj) setLength(n uint32) bool {
	if !m.lenW {
		return n == m.length
	}
	if n >= m.length {
		m.length = n
		return true
	}
	var idx []uint32
	for k := range m.props {
		if i, ok := isIndex(k); ok && i >= n {
			idx = append(idx, i)
		}
	}
	sort.Slice(idx, func(a, b int) bool { return idx[a] > idx[b] })
	for _, i := range idx {
		if !m.del(itoa(i)) {
			m.length = i + 1
			return false
		}
	}
	m.length = n
	return true
}

type modelDesc struct {
	value, getter, setter int32
	attrs, has            uint32
}

func (m *modelObj) define(k string, d modelDesc) bool {
	if m.array && k == "length" {
		if d.has&Configurable&d.attrs != 0 || d.has&Enumerable&d.attrs != 0 || d.has&(HasGet|HasSet) != 0 ||
			d.has&Writable&d.attrs != 0 && !m.lenW {
			return false
		}
		ok := true
		if d.has&HasValue != 0 {
			if !m.lenW && uint32(d.value) != m.length {
				return false
			}
			ok = m.setLength(uint32(d.value))
		}
		if d.has&Writable != 0 && d.attrs&Writable == 0 {
			m.lenW = false
		}
		return ok
	}
	if i, ok := isIndex(k); ok && m.array && i >= m.length && !m.lenW {
		return false
	}
	cur, ok := m.get(k)
	acc := d.has&(HasGet|HasSet) != 0
	data := d.has&(HasValue|Writable) != 0
	if !ok {
		if !m.ext {
			return false
		}
		p := modelProp{value: -1, getter: -1, setter: -1, attrs: d.attrs & d.has & WEC}
		if acc {
			p.attrs = p.attrs&^Writable | Accessor
			if d.has&HasGet != 0 {
				p.getter = d.getter
			}
			if d.has&HasSet != 0 {
				p.setter = d.setter
			}
		} else if d.has&HasValue != 0 {
			p.value = d.value
		}
		m.add(k, p)
		return true
	}
	curAcc := cur.attrs&Accessor != 0
	if cur.attrs&Configurable == 0 {
		if d.has&d.attrs&Configurable != 0 || d.has&Enumerable != 0 && (d.attrs^cur.attrs)&Enumerable != 0 {
			return false
		}
		if (acc || data) && acc != curAcc {
			return false
		}
		if curAcc {
			if d.has&HasGet != 0 && d.getter != cur.getter || d.has&HasSet != 0 && d.setter != cur.setter {
				return false
			}
		} else if cur.attrs&Writable == 0 {
			if d.has&d.attrs&Writable != 0 || d.has&HasValue != 0 && d.value != cur.value {
				return false
			}
		}
	}
	p := cur
	if acc && !curAcc {
		p = modelProp{value: -1, getter: -1, setter: -1, attrs: cur.attrs&(Enumerable|Configurable) | Accessor}
	} else if data && curAcc {
		p = modelProp{value: -1, getter: -1, setter: -1, attrs: cur.attrs & (Enumerable | Configurable)}
	}
	p.attrs = p.attrs&^(d.has&WEC) | d.attrs&d.has&WEC
	if d.has&HasValue != 0 {
		p.value = d.value
	}
	if d.has&HasGet != 0 {
		p.getter = d.getter
	}
	if d.has&HasSet != 0 {
		p.setter = d.setter
	}
	m.props[k] = p
	return true
}

// set is OrdinarySet with m as receiver: done, refused, or a setter to call.
func (m *modelObj) set(k string, v int32) (done bool, setter int32) {
	for o := m; o != nil; o = o.proto {
		p, ok := o.get(k)
		if !ok {
			continue
		}
		if p.attrs&Accessor != 0 {
			return false, p.setter
		}
		if p.attrs&Writable == 0 {
			return false, -1
		}
		if o == m {
			if m.array && k == "length" {
				return m.setLength(uint32(v)), -1
			}
			p.value = v
			m.props[k] = p
			return true, -1
		}
		break
	}
	return m.define(k, modelDesc{value: v, attrs: WEC, has: WEC | HasValue}), -1
}

func (m *modelObj) lookup(k string) (modelProp, bool) {
	for o := m; o != nil; o = o.proto {
		if p, ok := o.get(k); ok {
			return p, true
		}
	}
	return modelProp{}, false
}

func (m *modelObj) integrity(frozen bool) {
	m.ext = false
	for k, p := range m.props {
		if k[0] == '#' {
			continue
		}
		p.attrs &^= Configurable
		if frozen && p.attrs&Accessor == 0 {
			p.attrs &^= Writable
		}
		m.props[k] = p
	}
	if frozen {
		m.lenW = false
	}
}

func (m *modelObj) atLevel(frozen bool) bool {
	if m.ext || frozen && m.array && m.lenW {
		return false
	}
	for k, p := range m.props {
		if k[0] != '#' && (p.attrs&Configurable != 0 || frozen && p.attrs&(Accessor|Writable) == Writable) {
			return false
		}
	}
	return true
}

// modelRun drives both with the same random operations.
type modelRun struct {
	t     *testing.T
	h     *Heap
	r     *rand.Rand
	objs  []*modelObj
	pool  []string
	priv  map[string]uint32 // handles of private names
	funs  [3]uint32         // handles of the getters and setters
	gets  map[string]uint32 // inline-cache sites by key, as offsets in the feedback cell
	fb    uint32            // its handle
	hits  int
	fixed bool // prototypes stay
}

// fun is a getter or setter.
func (x *modelRun) fun(v int32) Value {
	if v == -1 {
		return Undefined
	}
	return x.h.Handle(x.funs[v])
}

// site is the cage offset of the read or write site of a key.
func (x *modelRun) site(k string, write bool) uint32 {
	at, ok := x.gets[k]
	if !ok {
		at = FbEntries + 2*IcSize*uint32(len(x.gets))
		x.gets[k] = at
	}
	if write {
		at += IcSize
	}
	return x.h.Handle(x.fb).Ref() + at
}

func (x *modelRun) ref(m *modelObj) uint32 { return x.h.Handle(m.id).Ref() }

func (x *modelRun) key(k string) Value {
	switch k[0] {
	case '@':
		s, _ := x.h.SymbolFor(x.h.NewLatin1([]byte(k[1:])))
		return Symbol(s)
	case '#':
		return x.h.Handle(x.priv[k])
	}
	return x.h.key(k)
}

func modelValue(v int32) Value {
	if v == -1 {
		return Undefined
	}
	return Int(v)
}

func (x *modelRun) desc() (modelDesc, Desc) {
	r := x.r
	d := modelDesc{value: int32(r.Intn(4)), getter: int32(r.Intn(3)), setter: int32(r.Intn(3)), attrs: uint32(r.Intn(8)), has: uint32(r.Intn(8))}
	if r.Intn(3) == 0 {
		d.attrs, d.has = WEC, WEC
	}
	if r.Intn(4) == 0 {
		d.has &^= Writable
		d.has |= uint32(r.Intn(4)) << 9
	} else if r.Intn(3) != 0 {
		d.has |= HasValue
	}
	return d, Desc{Value: modelValue(d.value), Getter: x.fun(d.getter), Setter: x.fun(d.setter), Attrs: d.attrs, Has: d.has}
}

func (x *modelRun) step(n int) {
	h, r := x.h, x.r
	m := x.objs[r.Intn(len(x.objs))]
	k := x.pool[r.Intn(len(x.pool))]
	obj, key := x.ref(m), x.key(k)
	fail := func(format string, args ...any) {
		x.t.Helper()
		x.t.Fatalf("step %d, object %d, key %q: %s", n, m.id, k, fmt.Sprintf(format, args...))
	}
	if k[0] == '#' { // private names: add, find, write
		var p Prop
		found := h.GetOwn(obj, key, &p)
		mp, ok := m.props[k]
		if found != ok || found && p.Value != modelValue(mp.value) {
			fail("private %v %v", found, ok)
		}
		v := int32(r.Intn(100))
		if found {
			h.Write(&p, Int(v))
		} else if c := h.AddPrivate(obj, key, Int(v), Writable); c != OpDone {
			fail("AddPrivate %d", c)
		}
		if ok {
			mp.value = v
			m.props[k] = mp
		} else {
			m.add(k, modelProp{value: v, attrs: Writable})
		}
		return
	}
	switch op := r.Intn(100); {
	case op < 35:
		v := int32(r.Intn(100))
		done, setter := m.set(k, v)
		p := Prop{Dynamic: r.Intn(2) == 0}
		c := x.cachedSet(k, obj, key, Int(v), &p)
		switch {
		case done && c != OpDone, setter != -1 && (c != OpSetter || p.Setter != x.fun(setter)), !done && setter == -1 && !Rejected(c):
			fail("set: %d, want done %v setter %d", c, done, setter)
		}
	case op < 55:
		md, d := x.desc()
		if m.array && k == "length" {
			md.value = int32(r.Intn(40))
			d.Value = Int(md.value)
		}
		want := m.define(k, md)
		if c := h.DefineOwn(obj, key, &d); (c == OpDone) != want || c != OpDone && !Rejected(c) {
			fail("define %+v: %d, want %v", md, c, want)
		}
	case op < 70:
		want := m.del(k)
		if c := h.Delete(obj, key); (c == OpDone) != want {
			fail("delete: %d, want %v", c, want)
		}
	case op < 80:
		var p Prop
		c := x.cachedGet(k, obj, key, &p)
		mp, ok := m.lookup(k)
		switch {
		case !ok:
			if c != LookupAbsent {
				fail("lookup: %d, want absent", c)
			}
		case mp.attrs&Accessor != 0:
			if c != LookupAccessor || p.Getter != x.fun(mp.getter) {
				fail("lookup: %d %x, want getter %d", c, p.Getter, mp.getter)
			}
		default:
			if c != LookupData || p.Value != mp.val() {
				fail("lookup: %d %x, want %x", c, p.Value, mp.val())
			}
		}
	case op < 84:
		p := Prop{Dynamic: true}
		want := m.define(k, modelDesc{value: 7, attrs: WEC, has: WEC | HasValue})
		if m.array && k == "length" {
			want = false
		}
		if c := h.CreateDataProperty(obj, key, Int(7), &p); (c == OpDone) != want {
			fail("create: %d, want %v", c, want)
		}
	case op < 87:
		if x.fixed {
			return
		}
		proto := x.objs[r.Intn(len(x.objs))]
		want := m.ext
		for o := proto; o != nil; o = o.proto {
			want = want && o != m
		}
		want = want || proto == m.proto
		if c := h.SetPrototypeOf(obj, x.ref(proto)); (c == OpDone) != want || c != OpDone && !Rejected(c) {
			fail("setPrototypeOf: %d, want %v", c, want)
		}
		if want {
			m.proto = proto
		}
	case op < 96 || r.Intn(20) != 0:
		x.check(m, n)
	default:
		switch r.Intn(3) {
		case 0:
			m.ext = false
			if c := h.PreventExtensions(obj); c != OpDone {
				fail("prevent: %d", c)
			}
		case 1:
			m.integrity(false)
			if c := h.SetIntegrity(obj, Sealed); c != OpDone {
				fail("seal: %d", c)
			}
		case 2:
			m.integrity(true)
			if c := h.SetIntegrity(obj, Frozen); c != OpDone {
				fail("freeze: %d", c)
			}
		}
	}
}

// check compares everything that can be seen of an object.
func (x *modelRun) check(m *modelObj, n int) {
	x.t.Helper()
	h, obj := x.h, x.ref(m)
	if got, want := h.keys(obj), m.keys(); !sameStrings(got, want) {
		x.t.Fatalf("step %d: keys %v, want %v", n, got, want)
	}
	for _, k := range append(m.keys(), x.pool[x.r.Intn(len(x.pool))]) {
		var p Prop
		found := h.GetOwn(obj, x.key(k), &p)
		mp, ok := m.get(k)
		if found != ok {
			x.t.Fatalf("step %d: own %q: %v", n, k, found)
		}
		if !ok {
			continue
		}
		if p.Attrs != mp.attrs {
			x.t.Fatalf("step %d: own %q: attributes %d, want %d", n, k, p.Attrs, mp.attrs)
		}
		if p.Attrs&Accessor != 0 {
			if p.Getter != x.fun(mp.getter) || p.Setter != x.fun(mp.setter) {
				x.t.Fatalf("step %d: own %q: accessors differ", n, k)
			}
		} else if p.Value != mp.val() {
			x.t.Fatalf("step %d: own %q: %x, want %x", n, k, p.Value, mp.val())
		}
	}
	if h.IsExtensible(obj) != m.ext || h.TestIntegrity(obj, Sealed) != m.atLevel(false) || h.TestIntegrity(obj, Frozen) != m.atLevel(true) {
		x.t.Fatalf("step %d: integrity: extensible %v %v, sealed %v %v, frozen %v %v", n, h.IsExtensible(obj), m.ext,
			h.TestIntegrity(obj, Sealed), m.atLevel(false), h.TestIntegrity(obj, Frozen), m.atLevel(true))
	}
}

func (x *modelRun) newObj(array bool, proto *modelObj) *modelObj {
	h := x.h
	m := &modelObj{props: map[string]modelProp{}, ext: true, array: array, lenW: array, proto: proto}
	p := uint32(0)
	if proto != nil {
		p = x.ref(proto)
	}
	if array {
		m.id = h.NewHandle(Object(h.NewKind(KArray, p)))
	} else {
		m.id = h.NewHandle(Object(h.NewObject(p, uint32(x.r.Intn(6)))))
	}
	x.objs = append(x.objs, m)
	return m
}

func TestObjectModel(t *testing.T) {
	pools := map[string][]string{
		"small": {"a", "b", "c", "d", "0", "1", "2", "5", "@s", "@t", "#p", "#q", "length"},
		"indexed": {"0", "1", "2", "3", "7", "20", "1023", "1024", "5000", "100000", "4294967294", "4294967295", "2147483648",
			"2147483647", "x", "length", "length"},
	}
	var many []string
	for i := 0; i < 700; i++ {
		many = append(many, fmt.Sprint("k", i))
	}
	pools["many"] = many
	for name, pool := range pools {
		steps := 6000
		if testing.Short() {
			steps = 1500
		}
		if name == "many" {
			steps *= 4
		}
		t.Run(name, func(t *testing.T) {
			for seed := int64(0); seed < 12; seed++ {
				h := objectHeap(t)
				x := &modelRun{t: t, h: h, r: rand.New(rand.NewSource(seed)), pool: pool, priv: map[string]uint32{}, gets: map[string]uint32{}, fixed: seed%2 == 0}
				x.newSites()
				for _, k := range pool {
					if k[0] == '#' {
						x.priv[k] = h.NewHandle(Symbol(h.NewSymbol(0, FPrivateName)))
					}
				}
				if seed%3 == 2 {
					h.Stress = StressVerify | StressPoison
				}
				for round := 0; round < 4; round++ {
					x.objs = nil
					base := x.newObj(false, nil)
					for i := 0; i < 3; i++ {
						x.newObj(false, base)
						x.newObj(true, base)
					}
					x.newObj(false, x.newObj(true, x.newObj(false, base)))
					for n := 0; n < steps/4; n++ {
						x.step(n)
						if seed%3 != 0 && n%97 == 0 {
							h.Collect(n%194 == 0)
						}
					}
					for _, m := range x.objs {
						x.check(m, -1)
					}
				}
				if err := h.Verify(); err != nil {
					t.Fatal(err)
				}
				if x.hits == 0 && !testing.Short() {
					t.Error("no inline cache was ever hit")
				}
				h.Close()
			}
		})
	}
}
