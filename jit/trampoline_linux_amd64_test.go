//go:build !firn_nojit

package jit

import (
	"testing"
)

// Hand-assembled code. r13 is the context.
var (
	codeReturn = []byte{
		0xb8, 42, 0, 0, 0, // mov eax, 42
		0xc3, // ret
	}
)

func memory(tb testing.TB) *CodeMemory {
	m, err := NewCodeMemory(1 << 20)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(m.Close)
	return m
}

func stack(tb testing.TB) *Stack {
	s, err := AcquireStack()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(s.Release)
	return s
}

func publish(tb testing.TB, m *CodeMemory, code []byte) uintptr {
	addr, err := m.Publish(code, tb.Name())
	if err != nil {
		tb.Fatal(err)
	}
	return addr
}

func TestEnterReturn(t *testing.T) {
	m, s := memory(t), stack(t)
	s.SetResume(publish(t, m, codeReturn))
	s.SetFuel(7)
	s.SetFrame(99)
	s.Enter()
	if s.Exit() != 0 || s.Result() != 42 || s.Fuel() != 7 || s.Frame() != 99 || s.NativeSP() != s.Top() {
		t.Errorf("exit %d, result %d, fuel %d, frame %d, sp %#x of %#x", s.Exit(), s.Result(), s.Fuel(), s.Frame(), s.NativeSP(), s.Top())
	}
}

func BenchmarkEnterReturn(b *testing.B) {
	m, s := memory(b), stack(b)
	s.SetResume(publish(b, m, codeReturn))
	for b.Loop() {
		s.Enter()
	}
}
