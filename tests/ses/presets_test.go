package ses

import (
	"testing"

	"firn/runtime"
)

func TestPresetDraft(t *testing.T) {
	m, c := machine(t, runtime.PresetDraft)
	for _, x := range [][2]string{
		{`typeof [].flat + typeof "".at + typeof BigInt + typeof Iterator + typeof Promise.any + typeof harden + typeof Nat`, "undefinedundefinedundefinedundefinedundefinedundefinedundefined"},
		{`typeof Promise.prototype.finally + typeof Realm + typeof globalThis`, "functionfunctionobject"},
		{`try { const o = Object.create(Array.prototype); o.map = 1 } catch (e) { e.name }`, "TypeError"},
		{`try { globalThis.Array = 1 } catch (e) { e.name }`, "TypeError"},
		{`String(Date.now()) + new Date() + Date()`, "NaNInvalid DateInvalid Date"},
		{`typeof Math.random`, "undefined"},
		{`[..."ab"].map(x => x + x).join() + Object.entries({ a: 1 })`, "aa,bba,1"},
		{`JSON.stringify([new Set([1]).size, new Map([[1, 2]]).get(1), "x".padStart(3, "-")])`, `[1,2,"--x"]`},
	} {
		run(t, m, c, x[0], x[1])
	}
}

func TestPresetSes(t *testing.T) {
	m, c := machine(t, runtime.PresetSes)
	for _, x := range [][2]string{
		{`const o = {}; o.toString = () => "mine"; String(o)`, "mine"},
		{`const o2 = Object.create(Array.prototype); o2.map = 1; o2.map`, "1"},
		{`class E extends Error { constructor() { super("m"); this.name = "E" } } String(new E())`, "E: m"},
		{`try { Object.prototype.x = 1 } catch (e) { e.name }`, "TypeError"},
		{`try { [].push.x = 1 } catch (e) { e.name }`, "TypeError"},
		{`String(Date.now()) + new Date() + Date()`, "NaNInvalid DateInvalid Date"},
		{`typeof Math.random`, "undefined"},
		{`const s = new Error("x").stack; s === undefined || s === ""`, "true"},
	} {
		run(t, m, c, x[0], x[1])
	}
}

func TestPresetEndo(t *testing.T) {
	m, c := machine(t, runtime.PresetEndo)
	for _, x := range [][2]string{
		{`typeof Realm + typeof harden + typeof lockdown`, "undefinedfunctionfunction"},
		{`globalThis.Array = 1; Array`, "1"},
		{`try { globalThis.NaN = 1 } catch (e) { e.name }`, "TypeError"},
		{`[() => Date.now(), () => new Date(), () => Date(), () => Math.random()].map(f => { try { return String(f()) } catch (e) { return e.name } }).join()`, "TypeError,TypeError,TypeError,TypeError"},
		{`new Date(5).getTime()`, "5"},
		{`(0, eval)("1") + new Function("return 1")()`, "2"},
	} {
		run(t, m, c, x[0], x[1])
	}
}
