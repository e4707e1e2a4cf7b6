package runtime

import (
	"bytes"
	"strings"
	"testing"

	"firn/heap"
	"firn/ir/bytecode"
)

// TestPlaces: a machine that stands deep in activations of a long function is restored, with
// suspended ones of another; no activation may go on inside of an instruction.
func TestPlaces(t *testing.T) {
	m, compartment, _ := newTest(t, Config{Fuel: 2_000_000})
	long := "{" + strings.Repeat("s = s * 3 + n;", 3000) + "}"
	got := eval(m, compartment, `
		function f(n) { let s = 0; if (n < 0) `+long+` if (n > 0) return f(n - 1) + s; for (;;); }
		function* g(n) { let s = 0; if (n < 0) `+long+` yield s; }
		globalThis.all = [];
		for (let i = 0; i < 500; i++) { const it = g(i); it.next(); all.push(it); }
		f(1000)`)
	if !strings.Contains(got, "fuel") {
		t.Fatal(got)
	}
	var b bytes.Buffer
	if err := m.Save(&b); err != nil {
		t.Fatal(err)
	}
	r, err := Restore(&b, nil, Config{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	_, _, fp := m.vm.Place(0)
	tmpl, pc, _ := m.vm.Place(fp)
	h, begins := m.h, beginnings{}
	if !begins.at(h, tmpl, pc) {
		t.Fatalf("the caller goes on at %d, where no instruction begins", pc)
	}
	field := bytecode.FrameReturn
	word := fp + uint32(field)
	ret := h.U64(word)
	seen := 0
	for w := uint32(0); w < h.U32(tmpl+heap.TmplWords); w++ {
		at := h.TemplateCode(tmpl) - tmpl + 8*w
		if begins.at(h, tmpl, at) {
			continue
		}
		h.SetU64(word, ret&^0xFFFFFFFF|uint64(at))
		if m.checkPlaces(beginnings{}) {
			t.Errorf("an activation may go on inside of an instruction at word %d", w)
		}
		if seen++; seen == 5 {
			break
		}
	}
	h.SetU64(word, ret)
	if seen == 0 {
		t.Error("there is no instruction of two words")
	}
	for _, at := range []uint64{0, 4, uint64(pc) + 4, uint64(h.TemplateCode(tmpl) - tmpl + 8*h.U32(tmpl+heap.TmplWords)), 1<<32 - 8} {
		h.SetU64(word, ret&^0xFFFFFFFF|at)
		if m.checkPlaces(beginnings{}) {
			t.Errorf("an activation may go on at %d", at)
		}
	}
}
