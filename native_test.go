package firn_test

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"firn"
	"firn/jit"
)

const hotProgram = `
	function mix(a, b) { return (a * 31 + b) | 0 }
	class Point { constructor(x, y) { this.x = x; this.y = y } get sum() { return this.x + this.y } }
	globalThis.work = n => {
		let s = 0;
		for (let i = 0; i < n; i++) {
			const p = new Point(i, i >> 1);
			s = mix(s, p.sum);
			if (i % 1000 === 0) s = mix(s, String(i).length + [i, s].length);
		}
		return s;
	};
	0`

func load(t *testing.T, m *firn.Machine) {
	t.Helper()
	if _, err := m.Run("hot.js", hotProgram); err != nil {
		t.Fatal(err)
	}
}

// compiled is how many functions a machine has compiled.
func compiled(t *testing.T, m *firn.Machine) (n int) {
	t.Helper()
	var b strings.Builder
	if err := m.WriteNativeStats(&b); err != nil {
		t.Fatal(err)
	}
	fmt.Sscanf(b.String(), "compiled %d", &n)
	return n
}

// TestJITModes: results and charges are the same in all modes, and in the
// ordinary one hot code is compiled.
func TestJITModes(t *testing.T) {
	type outcome struct {
		value string
		fuel  uint64
	}
	var want outcome
	for i, mode := range []firn.JIT{firn.JITOff, firn.JITOn, firn.JITAlways} {
		m := machine(t, firn.Config{JIT: mode})
		load(t, m)
		got := outcome{eval(t, m, "work(200000)").String(), m.Stats().Fuel}
		if i == 0 {
			want = got
		} else if got != want {
			t.Errorf("mode %v: %v, want %v", mode, got, want)
		}
		if !jit.Native || mode == firn.JITOff {
			continue
		}
		// Compilation may lag behind on a busy machine.
		for end := time.Now().Add(20 * time.Second); compiled(t, m) == 0; eval(t, m, "work(20000)") {
			if time.Now().After(end) {
				t.Fatalf("mode %v: nothing was compiled", mode)
			}
		}
	}
}

// TestJITMemory: functions that only native code keeps alive do not count when memory
// ends, also where others wait natively for what needs it, and what runs goes on.
func TestJITMemory(t *testing.T) {
	const program = `
		const text = "x".repeat(100000);
		const sum = f => { let s = 0; for (let i = 0; i < 4; i++) s += f(i); return s };
		const make = r => (0, eval)("(function (n) { let s = 0; for (let i = 0; i < 50; i++) s = (s + n + i + " + r + ") | 0; return s === 0.5 ? '" + text + r + "' : s })");
		let all = 0;
		for (let r = 0; r < 200; r++) all = (all + sum(k => make(r * 4 + k)(k))) | 0;
		all`
	for _, mode := range []firn.JIT{firn.JITOff, firn.JITAlways} {
		m := machine(t, firn.Config{JIT: mode, Memory: 8 << 20})
		v, err := m.Run("many.js", program)
		if err != nil || v.String() != "17020000" {
			t.Errorf("mode %v: %v, %v", mode, v, err)
		}
		var stats strings.Builder
		if err := m.WriteNativeStats(&stats); err != nil {
			t.Fatal(err)
		}
		if flushed := strings.Contains(stats.String(), "dropped all"); flushed != (jit.Native && mode == firn.JITAlways) {
			t.Errorf("mode %v:\n%s", mode, &stats)
		}
	}
}

// TestArgumentsMemory: where memory ends as the first arguments object is made, the next one
// is whole, whatever was left.
func TestArgumentsMemory(t *testing.T) {
	failed := 0
	for left := 0; left < 640; left += 40 {
		m := machine(t, firn.Config{Memory: 1 << 20})
		eval(t, m, fmt.Sprintf("globalThis.many = Array(20000).fill(1); globalThis.kept = new ArrayBuffer((%d << 10)); globalThis.f = function () { return arguments }; 0", 720-left))
		_, err := m.Run("many.js", "f(...many).length")
		var limit *firn.LimitError
		if errors.As(err, &limit) {
			failed++
		} else if err != nil {
			t.Fatal(err)
		}
		got := eval(t, m, `kept = many = null;
			const a = f(7, 8);
			[a.length, ...a, Reflect.ownKeys(a).map(String), Object.getOwnPropertyDescriptor(a, "callee").get === Object.getOwnPropertyDescriptor(f(), "callee").set, Object.keys(a)].join()`).String()
		if got != "2,7,8,0,1,length,callee,Symbol(Symbol.iterator),true,0,1" && got != "2,7,8,0,1,length,Symbol(Symbol.iterator),callee,true,0,1" {
			t.Errorf("with %d KiB less kept, after %v: %s", left, err, got)
		}
	}
	if failed == 0 || failed == 16 {
		t.Errorf("memory ended %d times", failed)
	}
}

// TestJITStopped: a machine that stops in native code is saved, restored and
// forked, and goes on as it would have.
func TestJITStopped(t *testing.T) {
	const fuel = 700000
	run := func(mode firn.JIT) (image []byte, values [3]string) {
		m := machine(t, firn.Config{JIT: mode})
		load(t, m)
		eval(t, m, "work(20000)")
		limited := machine(t, firn.Config{JIT: mode, Fuel: fuel})
		load(t, limited)
		if _, err := limited.Eval("work(100000)"); err == nil {
			t.Fatal("the run was not stopped")
		}
		var b bytes.Buffer
		if err := limited.Save(&b); err != nil {
			t.Fatal(err)
		}
		image = b.Bytes()
		restored, err := firn.Restore(bytes.NewReader(image), firn.Config{JIT: mode, Fuel: 1 << 40}, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer restored.Close()
		forked, err := limited.Fork()
		if err != nil {
			t.Fatal(err)
		}
		defer forked.Close()
		for i, m := range []*firn.Machine{limited, restored, forked} {
			m.AddFuel(1 << 40)
			v, err := m.Continue()
			if err != nil {
				t.Fatal(err)
			}
			values[i] = v.String()
		}
		return image, values
	}
	image, values := run(firn.JITOff)
	for _, mode := range []firn.JIT{firn.JITOn, firn.JITAlways} {
		i, v := run(mode)
		if !bytes.Equal(i, image) {
			t.Errorf("mode %v: the image differs", mode)
		}
		if v != values {
			t.Errorf("mode %v: %v, want %v", mode, v, values)
		}
	}
}

// TestJITClose: machines come and go while their code is being compiled.
func TestJITClose(t *testing.T) {
	var wg sync.WaitGroup
	for g := 0; g < 4; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 5; i++ {
				m, err := firn.New(firn.Config{})
				if err != nil {
					t.Error(err)
					return
				}
				if _, err := m.Run("hot.js", hotProgram); err != nil {
					t.Error(err)
				}
				a, err := m.Eval("work(5000)")
				if err != nil {
					t.Error(err)
				}
				first := a.String()
				f, err := m.Fork()
				if err != nil {
					t.Error(err)
					return
				}
				m.Close()
				if b, err := f.Eval("work(5000)"); err != nil || b.String() != first {
					t.Error(first, b, err)
				}
				f.Close()
			}
		}()
	}
	wg.Wait()
}

// TestJITStack: what native code leaves for may need more of Go's stack than there
// is, and Go's collector looks at that stack meanwhile.
func TestJITStack(t *testing.T) {
	const program = `
		let deep = "x";
		for (let i = 0; i < 300; i++) deep = i % 3 ? { deep } : [deep];
		const text = JSON.stringify(deep), re = /^(?:[\[{"deep:]|x)*x(?:"|[\]}])*$/;
		const work = n => {
			let s = 0;
			for (let i = 0; i < n; i++) s += JSON.stringify(i % 50 ? i : deep).length + (i % 50 ? 0 : JSON.parse(text) ? 1 : 2) + (re.test(text) ? 1 : 0);
			return s;
		};
		work(400)`
	plain, err := machine(t, firn.Config{JIT: firn.JITOff}).Run("stack.js", program)
	if err != nil {
		t.Fatal(err)
	}
	want := plain.String()
	stop, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		for {
			select {
			case <-stop:
				return
			default:
				runtime.GC()
			}
		}
	}()
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() { // with a small stack
			defer wg.Done()
			m, err := firn.New(firn.Config{JIT: firn.JITAlways})
			if err != nil {
				t.Error(err)
				return
			}
			defer m.Close()
			v, err := m.Run("stack.js", program)
			if err != nil || v.String() != want {
				t.Errorf("%v, %v, want %s", v, err, want)
			}
		}()
	}
	wg.Wait()
	close(stop)
	<-stopped
}

// TestJITHost: native code goes on behind calls of host functions, whatever they do:
// call JavaScript, throw, allocate.
func TestJITHost(t *testing.T) {
	const program = `
		const inner = x => { let s = 0; for (let i = 0; i < 20; i++) s += twice(i) + x; return s };
		const garbage = n => { let a; for (let i = 0; i < n; i++) a = { a, i, s: "x".repeat(i % 50) }; return n };
		const thrower = x => { if (x % 7 === 3) throw new RangeError("r" + x); return twice(x) };
		const work = n => {
			let s = 0;
			for (let i = 0; i < n; i++) {
				s = (s + twice(i) + (i % 10 ? 1 : apply(inner, i))) | 0;
				try { s += apply(thrower, i) } catch (e) { s ^= e.message.length }
				try { s += fail(i) } catch (e) { s ^= String(e.message).length }
				if (i % 100 === 0) s += apply(garbage, 2000);
				s += String({ valueOf() { return 1 }, toString() { return twice(i) } }).length + (apply(twice, i) > 4 ? 1 : 2);
			}
			return s;
		};
		work(100) + work(1000)`
	type outcome struct {
		value string
		fuel  uint64
	}
	var want outcome
	for i, mode := range []firn.JIT{firn.JITOff, firn.JITOn, firn.JITAlways} {
		m := machine(t, firn.Config{JIT: mode, Memory: 8 << 20})
		set := func(name string, f func(c *firn.Call) (any, error)) {
			if err := m.Set(name, f); err != nil {
				t.Fatal(err)
			}
		}
		set("twice", func(c *firn.Call) (any, error) { return 2 * c.Arg(0).Float(), nil })
		set("fail", func(c *firn.Call) (any, error) {
			if x := c.Arg(0).Float(); x >= 500 {
				return nil, fmt.Errorf("failed at %v", x)
			}
			return 1, nil
		})
		set("apply", func(c *firn.Call) (any, error) { return c.Arg(0).Call(firn.Undefined(), c.Arg(1)) })
		v, err := m.Run("host.js", program)
		if err != nil {
			t.Fatal(err)
		}
		got := outcome{v.String(), m.Stats().Fuel}
		if i == 0 {
			want = got
		} else if got != want {
			t.Errorf("mode %v: %v, want %v", mode, got, want)
		}
		var b strings.Builder
		if err := m.WriteNativeStats(&b); err != nil {
			t.Fatal(err)
		}
		var resumed, n int
		if at := strings.Index(b.String(), "native entries"); at >= 0 {
			fmt.Sscanf(b.String()[at:], "native entries %d (%d in loops), resumed %d", &n, &n, &resumed)
		}
		if mode == firn.JITAlways && jit.Native && resumed < 3000 {
			t.Errorf("resumed %d times", resumed)
		}
	}
}
