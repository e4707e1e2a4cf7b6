package save

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"math/rand"
	"testing"

	"firn/heap"
	"firn/romgen"
	"firn/runtime"
)

// middle is an image of a machine that was stopped in the middle of a generator
// with promises pending.
func middle(t testing.TB) ([]byte, *heap.ROM) {
	t.Helper()
	rom, err := romgen.Default()
	if err != nil {
		t.Fatal(err)
	}
	w := &world{}
	m, err := runtime.New(rom, runtime.Config{Fuel: 20000, Memory: 8 << 20, Stack: 256 << 10, Nursery: 256 << 10})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	j := job{name: "middle", source: `
		class Counter { #n = 0; next() { return ++this.#n; } get [Symbol.toStringTag]() { return "Counter"; } }
		const keep = { map: new Map([[1, { a: 1 }], ["x", [1.5, , "y"]]]), weak: new WeakMap(), re: /(?<year>\d+)-x/gu,
			big: 123456789012345678901234567890n, bytes: new Uint8Array([1, 2, 3]), date: new Date(5), bound: print.bind(null, 1),
			proxy: new Proxy({}, {}), error: new RangeError("r"), counter: new Counter() };
		keep.weak.set(keep.map, keep);
		"2020-x".replace(keep.re, "$<year>");
		globalThis.pending = new Promise(() => {}).then(print);
		(async () => { for await (const x of (async function* () { yield 1; await 2; yield 3; })()) print(x); })();
		function* forever() { let s = "a"; for (;;) { s = (s + s).slice(0, 50); yield s.length + keep.counter.next(); } }
		for (const x of forever()) try { [3, 1, 2].sort((a, b) => a - b + x - x); } finally { keep.last = x; }
	`}
	var limit *runtime.LimitError
	if err := j.start(m, w); !errors.As(err, &limit) {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := m.Save(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), rom
}

// try restores bytes that may be anything: the result must be an *ImageError or
// a machine that can be used.
func try(t testing.TB, b []byte, rom *heap.ROM) bool {
	t.Helper()
	w := &world{}
	m, err := runtime.Restore(bytes.NewReader(b), rom, runtime.Config{Fuel: 20000}, w.bind)
	if err != nil {
		var ie *heap.ImageError
		if !errors.As(err, &ie) {
			t.Fatalf("error of type %T: %v", err, err)
		}
		return false
	}
	// What a forged one then does is not proven, but it stays in its cage.
	if fault := m.Heap().Guard(func() { m.Continue() }); fault != nil {
		faults++
	}
	m.Close()
	return true
}

// faults counts forged machines that were stopped by a fault.
var faults int

func TestRestoreMiddle(t *testing.T) {
	img, rom := middle(t)
	w := &world{}
	m, err := runtime.Restore(bytes.NewReader(img), rom, runtime.Config{Fuel: 100000}, w.bind)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if _, err := m.Evaluate(heap.Undefined, "1", "", false); !errors.Is(err, runtime.ErrBusy) {
		t.Errorf("a restored machine lets something else start: %v", err)
	}
	var limit *runtime.LimitError
	if _, err := m.Continue(); !errors.As(err, &limit) || limit.Limit != "fuel" {
		t.Errorf("the run did not go on: %v", err)
	}
	m.Abandon()
	m.SetFuel(1 << 30)
	if err := m.RunJobs(); err != nil {
		t.Error(err)
	}
	if w.out.String() != "1\n3\n" {
		t.Errorf("jobs printed %q", w.out.String())
	}
}

// TestForeignImages restores on other ROMs and from other things.
func TestForeignImages(t *testing.T) {
	img, rom := middle(t)
	if try(t, img, nil) {
		t.Error("an image was accepted without its ROM")
	}
	b, err := romgen.Build(romgen.Options{Preset: runtime.PresetEndo})
	if err != nil {
		t.Fatal(err)
	}
	other, err := romgen.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	if try(t, img, other) {
		t.Error("an image was accepted on another ROM")
	}
	for _, x := range [][]byte{nil, []byte("FIRNIMG\x00"), []byte("something else"), rom.Bytes(), bytes.Repeat([]byte{0xFF}, 1<<16)} {
		if try(t, x, rom) {
			t.Errorf("%d foreign bytes were accepted", len(x))
		}
	}
}

// TestDamagedImages changes bytes of an image and cuts it off, with and without
// a hash that fits again.
func TestDamagedImages(t *testing.T) {
	img, rom := middle(t)
	if !try(t, img, rom) {
		t.Fatal("a good image was not accepted")
	}
	n := 600
	if testing.Short() {
		n = 60
	}
	for i := 0; i < len(img); i += 1 + len(img)/n*4 {
		if try(t, img[:i], rom) {
			t.Fatalf("an image cut off at %d was accepted", i)
		}
	}
	r := rand.New(rand.NewSource(1))
	accepted := 0
	for i := 0; i < n; i++ {
		b := bytes.Clone(img)
		for k := r.Intn(3); k >= 0; k-- {
			b[r.Intn(len(b)-32)] ^= 1 << r.Intn(8)
		}
		if try(t, b, rom) {
			t.Fatal("a damaged image was accepted")
		}
		sum := sha256.Sum256(b[:len(b)-32])
		copy(b[len(b)-32:], sum[:])
		if try(t, b, rom) {
			accepted++
		}
	}
	t.Logf("%d of %d forged images were accepted, %d of them ran into a fault", accepted, n, faults)
}

func TestSaveInHost(t *testing.T) {
	w := &world{}
	m := newMachine(t, w, runtime.Config{})
	defer m.Close()
	c := m.NewCompartment()
	m.Heap().NewHandle(c)
	called := false
	save := m.HostFunction("save", 0, func(m *runtime.Machine, c *runtime.HostCall) (heap.Value, error) {
		called = true
		if err := m.Save(io.Discard); !errors.Is(err, runtime.ErrInHost) {
			t.Errorf("Save in a host function: %v", err)
		}
		if _, err := m.Fork(); !errors.Is(err, runtime.ErrInHost) {
			t.Errorf("Fork in a host function: %v", err)
		}
		return heap.Undefined, nil
	})
	if err := m.DefineGlobal(c, "save", save); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Evaluate(c, "save()", "t.js", false); err != nil || !called {
		t.Error(err)
	}
}

// TestUnbound restores without a binder: host functions are TypeErrors.
func TestUnbound(t *testing.T) {
	w := &world{}
	m := newMachine(t, w, runtime.Config{})
	j := job{name: "unbound", source: "globalThis.f = () => { try { print(1) } catch (e) { return e.name } }"}
	if err := j.start(m, w); err != nil {
		t.Fatal(err)
	}
	rom := m.Heap().ROM()
	var b bytes.Buffer
	if err := m.Save(&b); err != nil {
		t.Fatal(err)
	}
	m.Close()
	r, err := runtime.Restore(&b, rom, runtime.Config{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	// Its first handle is the start compartment.
	v, err := r.Evaluate(r.Heap().Handle(1), "f()", "t.js", false)
	if err != nil || r.Describe(v) != "TypeError" {
		t.Errorf("%v, %v", v, err)
	}
}

func BenchmarkSave(b *testing.B) {
	img, rom := middle(b)
	m, err := runtime.Restore(bytes.NewReader(img), rom, runtime.Config{}, nil)
	if err != nil {
		b.Fatal(err)
	}
	defer m.Close()
	b.Run("save", func(b *testing.B) {
		b.SetBytes(int64(len(img)))
		for i := 0; i < b.N; i++ {
			if err := m.Save(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("restore", func(b *testing.B) {
		b.SetBytes(int64(len(img)))
		for i := 0; i < b.N; i++ {
			r, err := runtime.Restore(bytes.NewReader(img), rom, runtime.Config{}, nil)
			if err != nil {
				b.Fatal(err)
			}
			r.Close()
		}
	})
	b.Run("fork", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			r, err := m.Fork()
			if err != nil {
				b.Fatal(err)
			}
			r.Close()
		}
	})
}

// TestStageOneImages saves, restores and forks a machine without a ROM.
func TestStageOneImages(t *testing.T) {
	m, err := runtime.NewStage1(runtime.Config{Fuel: 5000}, runtime.PresetSes)
	if err != nil {
		t.Fatal(err)
	}
	w := &world{}
	j := job{name: "stage1", source: `Array.prototype.sum = function () { let s = 0; for (const x of this) s += x; return s; };
		const a = []; for (let i = 0; i < 2000; i++) a.push(i); print(a.sum(), /1(.)/.exec("12")[1]);`}
	var limit *runtime.LimitError
	if err := j.start(m, w); !errors.As(err, &limit) {
		t.Fatal(err)
	}
	for i := 0; err != nil || i == 0; i++ {
		if i%2 == 0 {
			m = j.restored(t, w, m)
		} else {
			m = forked(t, m)
		}
		m.SetFuel(7000)
		if _, err = m.Continue(); err != nil && !errors.As(err, &limit) {
			t.Fatal(err)
		}
	}
	m.Close()
	if w.out.String() != "1999000 2\n" {
		t.Errorf("printed %q", w.out.String())
	}
}
