package romgen

import (
	"errors"
	"strings"
	"testing"

	"firn/runtime"
)

func TestInspect(t *testing.T) {
	rom := build(t, Options{})
	r, err := Inspect(rom)
	if err != nil {
		t.Fatal(err)
	}
	kinds, owners := 0, 0
	for _, k := range r.Kinds {
		kinds += int(k.Bytes)
	}
	library := false
	for _, o := range r.Owners {
		owners += o.Bytes
		library = library || o.Owner == "code of promise.js"
		if o.Bytes > 3000 {
			t.Logf("%7d bytes %5d cells  %s", o.Bytes, o.Cells, o.Owner)
		}
	}
	if kinds != owners || kinds > r.Bytes {
		t.Errorf("%d bytes by kind, %d by owner, %d in all", kinds, owners, r.Bytes)
	}
	if !library {
		t.Error("no code of promise.js")
	}
	if err := Verify(rom); err != nil {
		t.Error(err)
	}
}

// customise builds a ROM with one customisation and runs a program on it.
func customise(t *testing.T, preset runtime.Presets, custom, program string) string {
	t.Helper()
	rom := build(t, Options{Preset: preset, Customisations: []Customisation{{"custom.js", custom}}})
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
	v, err := m.Evaluate(c, program, "t.js", false)
	if err != nil {
		return err.Error()
	}
	return m.Describe(v)
}

func TestCustomisation(t *testing.T) {
	for _, x := range [][3]string{
		{`globalThis.twice = x => 2 * x;`, `twice(21) + "" + Object.isFrozen(twice)`, "42true"},
		{`Array.prototype.last = function () { return this[this.length - 1]; };`, `[1, 2, 3].last()`, "3"},
		{`delete Array.prototype.flat;`, `typeof [].flat`, "undefined"},
		{`const secret = { n: 1 }; globalThis.get = () => secret;`, `try { get().n = 2 } catch (e) { e.name }`, "TypeError"},
		{`globalThis.tag = s => s; globalThis.site = () => tag` + "`a${1}b`" + `;`, `site() === site() && site().raw.join()`, "a,b"},
		{`globalThis.re = () => /a(b+)/.exec("xabb")[1]; re();`, `re()`, "bb"},
		{`globalThis.sym = Symbol.for("shared");`, `(Symbol.for("shared") === sym) + "" + (Symbol.for("new") === Symbol.for("new"))`, "truetrue"},
		{`globalThis.E = class E extends Error { m() { return this.message } };`, `new E("x").m()`, "x"},
		{`globalThis.gen = function* () { yield 1; yield 2; };`, `[...gen()].join()`, "1,2"},
		{`let done; Promise.resolve(5).then(v => { globalThis.later = v; });`, `later`, "5"},
		{`globalThis.fresh = () => { let n = 0; return () => ++n; };`, `const f = fresh(); f(); f()`, "2"},
		{`globalThis.evil = new Function("return typeof later");`, `evil()`, "undefined"},
	} {
		if got := customise(t, runtime.PresetSes, x[0], x[1]); got != x[2] {
			t.Errorf("%s\n%s\n got  %s\n want %s", x[0], x[1], got, x[2])
		}
	}
}

func TestCustomisationRefused(t *testing.T) {
	for source, want := range map[string]string{
		`let n = 0; globalThis.count = () => ++n;`:                                          "assigns to a variable around it",
		`const o = {}; globalThis.f = () => { for (let i = 0; i < 1; i++) g = 1; }; let g;`: "assigns to a variable around it",
		`globalThis.m = new Map();`:                                                         "holds state that cannot be frozen",
		`globalThis.d = { when: new Date(0) };`:                                             "holds state that cannot be frozen",
		`globalThis.p = Promise.resolve(1);`:                                                "holds state that cannot be frozen",
		`globalThis.b = new Uint8Array(1);`:                                                 "holds state that cannot be frozen",
		`globalThis.x = new Proxy({}, {});`:                                                 "holds state that cannot be frozen",
		`class C { #n = 0; } globalThis.c = new C();`:                                       "private fields",
		`(function* () { yield 1 })().next; globalThis.g = (function* () {})();`:            "holds state that cannot be frozen",
		`throw new TypeError("no");`:                                                        "TypeError: no",
		`print(1)`:                                                                          "print is not defined",
		`var x = ;`:                                                                         "custom.js:1",
	} {
		_, err := Build(Options{Customisations: []Customisation{{"custom.js", source}}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\n got  %v\n want …%s…", source, err, want)
		}
	}
	_, err := Build(Options{Customisations: []Customisation{{"custom.js", "globalThis.m = new Set();"}}})
	var fe *runtime.FreezeError
	if !errors.As(err, &fe) {
		t.Errorf("error of type %T", err)
	}
}
