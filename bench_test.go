package firn_test

import (
	"testing"

	"firn"
)

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		m, err := firn.New(firn.Config{})
		if err != nil {
			b.Fatal(err)
		}
		m.Close()
	}
}

// BenchmarkScript makes a machine and runs a small script in it.
func BenchmarkScript(b *testing.B) {
	for b.Loop() {
		m, err := firn.New(firn.Config{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := m.Run("script.js", `const m = new Map([[1, "a"]]); JSON.stringify([...m.values(), [3, 1, 2].sort()])`); err != nil {
			b.Fatal(err)
		}
		m.Close()
	}
}

func BenchmarkNewCompartment(b *testing.B) {
	m := machine(b, firn.Config{})
	for b.Loop() {
		if _, err := m.NewCompartment(); err != nil {
			b.Fatal(err)
		}
	}
}

// hostCalls calls a host function f from a loop in JavaScript.
func hostCalls(b *testing.B, f any) {
	m := machine(b, firn.Config{})
	m.Set("f", f)
	loop := eval(b, m, "(n) => { for (let i = 0; i < n; i++) f(i, 2); }")
	b.ResetTimer()
	if _, err := loop.Call(nil, b.N); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkHostCall(b *testing.B) {
	hostCalls(b, func(c *firn.Call) (any, error) { return firn.Undefined(), nil })
}

func BenchmarkHostCallArgs(b *testing.B) {
	hostCalls(b, func(c *firn.Call) (any, error) { return c.Arg(0).Float() + c.Arg(1).Float(), nil })
}

func BenchmarkHostCallReflect(b *testing.B) {
	hostCalls(b, func(a, b float64) float64 { return a + b })
}

// BenchmarkCall calls a JavaScript function from Go.
func BenchmarkCall(b *testing.B) {
	m := machine(b, firn.Config{})
	f := eval(b, m, "(x) => x + 1")
	for b.Loop() {
		if _, err := f.Call(nil, 1); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGet(b *testing.B) {
	m := machine(b, firn.Config{})
	o := eval(b, m, "({ x: 1 })")
	for b.Loop() {
		if _, err := o.Get("x"); err != nil {
			b.Fatal(err)
		}
	}
}
