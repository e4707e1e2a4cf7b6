package romgen

import (
	"bytes"
	"testing"

	"firn/heap"
	"firn/runtime"
)

func build(t testing.TB, o Options) *heap.ROM {
	t.Helper()
	b, err := Build(o)
	if err != nil {
		t.Fatal(err)
	}
	rom, err := Open(b)
	if err != nil {
		t.Fatal(err)
	}
	return rom
}

func TestBuildIsCanonical(t *testing.T) {
	for _, p := range []runtime.Presets{runtime.PresetSes, runtime.PresetDraft, runtime.PresetEndo} {
		a, err := Build(Options{Preset: p})
		if err != nil {
			t.Fatalf("%s: %v", p, err)
		}
		b, err := Build(Options{Preset: p})
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Errorf("%s: two builds differ", p)
		}
		t.Logf("%s: %d bytes", p, len(a))
	}
}

func TestRunOnROM(t *testing.T) {
	rom := build(t, Options{})
	m, err := runtime.New(rom, runtime.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	c := m.NewCompartment()
	m.Heap().NewHandle(c)
	v, err := m.Evaluate(c, `class A { #x = 1; get x() { return this.#x; } }
	  [1, 2, 3].map(x => x * 2).join("-") + new A().x + [..."abc"].length`, "t.js", false)
	if err != nil {
		t.Fatal(err)
	}
	if s := m.Describe(v); s != "2-4-613" {
		t.Errorf("got %s", s)
	}
}

func TestNoEvaluators(t *testing.T) {
	rom := build(t, Options{NoEvaluators: true})
	if err := Verify(rom); err != nil {
		t.Error(err)
	}
	m, err := runtime.New(rom, runtime.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	c := m.NewCompartment()
	m.Heap().NewHandle(c)
	v, err := m.Evaluate(c, `const r = Realm.makeCompartment();
		let how = "";
		try { (() => 1).constructor("1"); } catch (e) { how = e.name; }
		[typeof globalThis.eval, typeof globalThis.Function, typeof r.evaluateExpr, typeof r.evaluateProgram,
			globalThis.globalThis === globalThis, r.global.globalThis === r.global, "Array" in r.global, how].join()`, "t.js", false)
	if err != nil {
		t.Fatal(err)
	}
	if s := m.Describe(v); s != "undefined,undefined,undefined,undefined,true,true,true,TypeError" {
		t.Errorf("got %s", s)
	}
}
