//go:build linux && amd64 && !firn_nojit

package native

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"strconv"
	"testing"
	"time"

	"firn/heap"
	"firn/jit"
	"firn/romgen"
	"firn/runtime"
)

// TestForged runs machines natively whose values were exchanged behind their backs, such as a forged image can have: what
// instructions take for granted of registers, internal slots and the library's records is not so. Images are checked, not
// proven; what passes may do anything to its own machine, but nothing to the process: it stays in its cage, and it ends.
// FIRN_NATIVE_FROM is the first seed, FIRN_NATIVE_HOURS how long it takes.
func TestForged(t *testing.T) {
	rom, err := romgen.Default()
	if err != nil {
		t.Fatal(err)
	}
	budget := 4 * time.Second
	if h, err := strconv.ParseFloat(os.Getenv(hoursVariable), 64); err == nil {
		budget = time.Duration(h * float64(time.Hour))
	}
	seed, err := strconv.ParseInt(os.Getenv(fromVariable), 10, 64)
	if err != nil {
		seed = 1
	}
	f := forger{t: t, rom: rom}
	for start := time.Now(); time.Since(start) < budget; seed++ {
		f.run(seed)
	}
	t.Logf("%d machines: %d were refused, %d ran into a fault, %d panicked, %d went on", f.made, f.refused, f.faults, f.panics, f.made-f.refused-f.faults-f.panics)
	if f.made > 100 && f.made < 2*f.refused {
		t.Error("nearly all were refused")
	}
}

// forgedProgram uses what the library and native code keep in records and internal slots.
const forgedProgram = `
class Counter { #n = 0; #m() { return 1; } next() { return this.#n += this.#m(); } get n() { return this.#n; } static s = new Counter(); }
class Derived extends Counter { k = [1, 2, 3]; next() { return super.next() + this.k.length; } }
const map = new Map([[1, { a: 1 }], ["x", [1.5, , "y"]]]), set = new Set("abc"), weak = new WeakMap(), ws = new WeakSet();
const bytes = new Uint8Array(64), doubles = new Float64Array(8), view = new DataView(bytes.buffer), big = 123456789012345678901234567890n;
const proxy = new Proxy({ x: 1 }, { get(t, k, r) { return Reflect.get(t, k, r); }, has(t, k) { return k in t; }, set(t, k, v, r) { return Reflect.set(t, k, v, r); } });
const bound = function (a, b, c) { return a + b + c; }.bind(null, 1, 2), date = new Date(5), re = /(?<year>\d+)-(x|y)/gu;
const args = (function () { return arguments; })(1, 2, 3), error = new RangeError("r"), symbol = Symbol("s");
const accessors = { get a() { return this.b; }, set a(v) { this.b = v; }, b: 3, [symbol]: 1, 7: "seven" };
const many = {}; for (let i = 0; i < 40; i++) many["p" + i] = i;
function* gen(n) { for (let i = 0; i < n; i++) { const x = yield i; if (x) yield* [x, i]; } }
async function later(p, n) { let s = 0; for (let i = 0; i < n; i++) s += await p; return s; }
async function* flow() { yield 1; await null; yield 2; }
const kept = { gen: gen(1000), it: map.entries(), si: set.values(), ai: [1, 2, 3][Symbol.iterator](), str: "ab€"[Symbol.iterator](), mi: "a1b2".matchAll(/[a-z]/g) };
function work(i) {
	const c = i & 1 ? new Counter() : new Derived();
	let s = c.next() + c.n + Counter.s.next();
	map.set(i % 20, { a: i }); map.set("k" + i % 7, i); set.add(i % 13); set.delete(i % 5); weak.set(map, i); ws.add(c);
	for (const [k, v] of map) if (v === i) s += 1;
	for (const x of set) if (x === "a") s++;
	map.delete(i % 11); s += map.size + (map.get("x")?.length ?? 0) + weak.get(map);
	for (const k in i & 3 ? accessors : many) s += k.length;
	for (const x of gen(3)) s += x;
	s += kept.gen.next(i & 7).value ?? 0;
	kept.it.next(); kept.si.next(); kept.ai.next(); kept.str.next();
	if (i % 50 === 0) { kept.it = map.entries(); kept.si = set.values(); kept.gen = gen(9); kept.ai = [i, 2][Symbol.iterator](); }
	bytes[i & 63] = i; doubles[i & 7] += bytes[(i * 7) & 63]; s += view.getInt16(i & 31) + doubles[i & 7];
	s += Number(BigInt.asIntN(32, big * BigInt(i))) % 5;
	s += proxy.x + ("x" in proxy ? 1 : 0); proxy.x = 1;
	s += bound(3) + date.getTime() + args[i % 4 | 0 & 3] + args.length;
	accessors.a = i & 15; s += accessors.a + accessors[symbol] + accessors[7].length;
	many["p" + i % 40] = i; if (i % 9 === 0) delete many["p" + i % 40]; s += Object.keys(many).length;
	const list = [3, 1, 2, ...args, ...set].slice(1); list.push(s); list.shift(); s += list.length + Math.max(...[1, 2, i]);
	const { a, ...rest } = { a: 1, b: i, c: "x" }; s += Object.keys({ ...rest }).length;
	"2020-x 21-y".replace(re, "$<year>"); s += re.test("5-x") ? 1 : 0;
	s += JSON.stringify({ i, t: "é" + i, u: [null, true] }).length + JSON.parse('{"a":[1,{"b":2}]}').a.length;
	s += ("abc" + i).toUpperCase().trim().indexOf("C") + String(i).charCodeAt(0);
	try { if (i % 17 === 0) throw error; if (i % 19 === 0) null.x; } catch (e) { s += e.message.length; }
	later(Promise.resolve(i), 2).then(v => { s += v; });
	if (i % 10 === 0) (async () => { for await (const x of flow()) s += x; })();
	s += c instanceof Counter ? 1 : 0; s += (i % 3 ? work2 : work3)(i, s);
	return s | 0;
}
function work2(i, s) { return i ** 2 + Math.floor(s / 3); }
function work3(i, ...more) { return more.length + Reflect.apply(work2, null, [i, 1]); }
let total = 0;
for (let i = 0; i < 100000; i++) total = (total + work(i)) | 0;
`

type forger struct {
	t   *testing.T
	rom *heap.ROM

	made, refused, faults, panics int
}

func (f *forger) run(seed int64) {
	r := rand.New(rand.NewSource(seed))
	w := &world{}
	c := config()
	c.Fuel = 2000 + r.Int63n(60000)
	m, err := runtime.New(f.rom, c)
	if err != nil {
		f.t.Fatal(err)
	}
	comp := m.NewCompartment()
	m.Heap().NewHandle(comp)
	for _, name := range []string{"print", "note"} {
		m.DefineGlobal(comp, name, m.HostFunction(name, 0, w.bind(name)))
	}
	var limit *runtime.LimitError
	if _, err := m.Evaluate(comp, forgedProgram, "forged.js", false); !errors.As(err, &limit) {
		f.t.Fatalf("seed %d: %v", seed, err)
	}
	var img bytes.Buffer
	err = m.Save(&img)
	m.Close()
	if err != nil {
		f.t.Fatal(err)
	}
	good := img.Bytes()
	for i := 0; i < 12; i++ {
		f.made++
		forged := f.forge(good, r, w)
		if forged == nil || !f.goOn(forged, seed, i, w) {
			f.refused++
		}
	}
}

// forge is an image with some values exchanged; nil if that cannot be saved.
func (f *forger) forge(img []byte, r *rand.Rand, w *world) (out []byte) {
	m, err := runtime.Restore(bytes.NewReader(img), f.rom, runtime.Config{}, w.bind)
	if err != nil {
		f.t.Fatal(err)
	}
	defer m.Close()
	h := m.Heap()
	var places []uint32 // of values
	h.Walk(heap.SpaceTenured, func(ref uint32) bool {
		from, to := uint32(0), ref+h.Size(ref)
		switch k := h.Kind(ref); {
		case k >= heap.FirstObject:
			from = ref + heap.OffInternal
		case k == heap.KRecord, k == heap.KSlots, k == heap.KElements:
			from = ref + heap.OffValues
		case k == heap.KContext:
			from = ref + heap.OffVars
		case k == heap.KTable:
			from = ref + heap.TableValues
		default:
			return true
		}
		for ; from < to; from += 8 {
			places = append(places, from)
		}
		return true
	})
	stack := len(places)
	for at := h.StackBase; at < h.StackTop; at += 8 {
		places = append(places, at)
	}
	pick := func() uint32 {
		if r.Intn(4) == 0 && stack < len(places) {
			return places[stack+r.Intn(len(places)-stack)]
		}
		return places[r.Intn(len(places))]
	}
	special := []heap.Value{heap.Undefined, heap.Null, heap.True, heap.False, heap.Hole, heap.Empty, heap.Int(0), heap.Int(-1), heap.Int(1),
		heap.Int(-1 << 31), heap.Int(1<<31 - 1), heap.Number(0.5), heap.Number(1e300), heap.Int(1 << 20)}
	for n := 1 + r.Intn(4); n > 0; n-- {
		at := pick()
		v := special[r.Intn(len(special))]
		switch old := h.Val(at); {
		case old.IsInt() && r.Intn(3) == 0:
			v = heap.Int(old.Int32() + int32(r.Intn(9)) - 4)
		case r.Intn(3) > 0:
			v = h.Val(pick())
		}
		h.Store(at, v)
	}
	defer func() {
		if recover() != nil {
			out = nil
		}
	}()
	var b bytes.Buffer
	if fault := h.Guard(func() { err = m.Save(&b) }); fault != nil || err != nil {
		return nil // frames without a beginning
	}
	return b.Bytes()
}

// goOn restores an image and runs it; false if it is refused.
func (f *forger) goOn(img []byte, seed int64, i int, w *world) bool {
	c := runtime.Config{Fuel: 400000}
	withJIT(&c, 1, always(0), jit.CompilerOptions{})
	m, err := runtime.Restore(bytes.NewReader(img), f.rom, c, w.bind)
	if err != nil {
		return false
	}
	dog := time.AfterFunc(time.Minute, func() { panic(fmt.Sprintf("seed %d, image %d: a forged machine does not end", seed, i)) })
	defer dog.Stop()
	defer func() {
		if recover() != nil {
			f.panics++ // of Go: the machine is dead, the process is not
		}
		m.Close()
	}()
	if fault := m.Heap().Guard(func() {
		if m.Continue(); m.Fuel() > 0 {
			m.RunJobs()
		}
	}); fault != nil {
		f.faults++
	}
	return true
}
