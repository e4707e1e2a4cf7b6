//go:build linux && amd64 && !firn_nojit

package engine

import (
	goruntime "runtime"
	"strings"
	"testing"
	"time"

	"firn/bench/programs"
	"firn/heap"
	"firn/ir/bytecode"
	"firn/jit"
	"firn/romgen"
	"firn/runtime"
	"firn/runtime/builtin"

	"golang.org/x/sys/unix"
)

// hundredLines is a function of 100 lines, of what functions are made of: loops,
// conditions, properties, elements, calls, strings, arithmetic on integers and doubles.
const hundredLines = `
function area(w, h) {
  return w * h;
}
class Item {
  constructor(id, weight) {
    this.id = id;
    this.weight = weight;
    this.next = null;
  }
  heavier(other) {
    return this.weight > other.weight;
  }
}
function work(n, list, table) {
  let sum = 0;
  let least = Infinity;
  let most = -Infinity;
  let head = null;
  for (let i = 0; i < n; i++) {
    const item = new Item(i, (i * 37) % 101);
    item.next = head;
    head = item;
    list[i] = item;
  }
  for (let i = 0; i < n; i++) {
    const item = list[i];
    if (item.weight < least) {
      least = item.weight;
    }
    if (item.weight > most) {
      most = item.weight;
    }
    sum += item.weight;
  }
  const mean = sum / n;
  let variance = 0;
  for (const item of list) {
    const d = item.weight - mean;
    variance += d * d;
  }
  variance /= n;
  for (let i = 1; i < n; i++) {
    const item = list[i];
    let k = i - 1;
    while (k >= 0 && list[k].heavier(item)) {
      list[k + 1] = list[k];
      k--;
    }
    list[k + 1] = item;
  }
  let inversions = 0;
  for (let i = 0; i + 1 < n; i++) {
    if (list[i].weight > list[i + 1].weight) {
      inversions++;
    }
  }
  const counts = new Int32Array(16);
  for (let i = 0; i < n; i++) {
    const key = list[i].weight & 15;
    counts[key] = counts[key] + 1;
  }
  let bits = 0;
  for (let i = 0; i < counts.length; i++) {
    let c = counts[i];
    while (c !== 0) {
      bits += c & 1;
      c >>>= 1;
    }
  }
  let text = '';
  for (let item = head; item !== null; item = item.next) {
    switch (item.id % 4) {
      case 0:
        text += 'a';
        break;
      case 1:
        text += 'bc';
        break;
      case 2:
        text += item.id;
        break;
      default:
        text += '-';
    }
  }
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  }
  const box = { w: most - least, h: n, name: 'box' };
  let total = 0;
  for (let i = 0; i < 8; i++) {
    total += area(box.w + i, box.h) + Math.sqrt(i);
    if (total > 1e9) {
      total = 0;
    }
    box.w = (box.w + i) % 50;
  }
  for (const key of ['x', 'y', 'z']) {
    table[key] = (table[key] ?? 0) + 1;
  }
  let state = n | 1;
  for (let i = 0; i < n; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    if ((state & 7) === 3) {
      total += 0.5;
    }
  }
  return sum + variance + inversions + bits + hash + total + state;
}
let all = 0;
for (let i = 0; i < 200; i++) {
  all += work(20, [], {});
}
`

// BenchmarkCompile compiles functions with the feedback of a run: one of 100 lines,
// and all functions and loops of the programs of bench/.
func BenchmarkCompile(b *testing.B) {
	b.Run("100 lines", func(b *testing.B) {
		compileAll(b, hundredLines, "work")
	})
	all, err := programs.All()
	if err != nil {
		b.Fatal(err)
	}
	for _, p := range all {
		source, err := p.Source(programs.Small)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(p.Name, func(b *testing.B) { compileAll(b, source, "") })
	}
}

// compileAll compiles a function of a program, or else all functions and loops.
func compileAll(b *testing.B, source, name string) {
	rom, err := romgen.Default()
	if err != nil {
		b.Fatal(err)
	}
	m, err := runtime.New(rom, runtime.Config{Fuel: 3000000})
	if err != nil {
		b.Fatal(err)
	}
	defer m.Close()
	h := m.Heap()
	c := h.Handle(h.NewHandle(m.NewCompartment()))
	m.DefineGlobal(c, "print", m.HostFunction("print", 0, func(*runtime.Machine, *runtime.HostCall) (heap.Value, error) {
		return heap.Undefined, nil
	}))
	if _, err := m.Evaluate(c, source, "bench.js", false); err != nil && !strings.Contains(err.Error(), "fuel") {
		b.Fatal(err)
	}
	var requests []jit.Request
	pool := map[heap.Value]uint32{}
	for _, s := range []heap.Space{heap.SpaceROM, heap.SpaceNursery, heap.SpaceTenured} {
		h.Walk(s, func(t uint32) bool {
			if h.Kind(t) != heap.KTemplate || h.U32(h.FeedbackSlot(t)) == 0 || name != "" && nameOf(h, t) != name {
				return true
			}
			r := jit.Request{Template: t, Number: 7, Failed: func(uint32, uint32, uint16) bool { return false }, Pool: func(v heap.Value) uint32 {
				if pool[v] == 0 {
					pool[v] = h.PoolAlloc(1)
					h.SetPool(pool[v], v)
				}
				return pool[v]
			}}
			requests = append(requests, r)
			if name == "" {
				for _, pc := range loopEnds(bytecode.FromTemplate(h, t)) {
					r.OSR, r.PC = true, pc
					requests = append(requests, r)
				}
			}
			return true
		})
	}
	compiler := jit.NewCompiler(jit.CompilerOptions{Intrinsics: jit.Intrinsics(builtin.LeafNumber), Root: builtin.RootByName, CallRoot: builtin.RootFunctionPrototype_call, RegExpLiteral: builtin.RegExpLiteral})
	b.ReportAllocs()
	b.ResetTimer()
	goruntime.LockOSThread()
	defer goruntime.UnlockOSThread()
	bytes, build, start := 0, time.Duration(0), cpuTime(b)
	for i := 0; i < b.N; i++ {
		for _, r := range requests {
			before := cpuTime(b)
			job, err := compiler.Build(h, r)
			build += cpuTime(b) - before
			if err != nil {
				continue // what native code does not do
			}
			code, err := job.Finish()
			if err != nil {
				b.Fatal(err)
			}
			bytes += len(code.Bytes)
		}
	}
	took := cpuTime(b) - start
	b.ReportMetric(float64(took.Nanoseconds())/float64(b.N), "cpu-ns/op")
	b.ReportMetric(float64(build.Nanoseconds())/float64(b.N), "build-ns/op")
	b.ReportMetric(float64(took.Nanoseconds())/float64(bytes), "ns/byte")
	b.ReportMetric(float64(bytes)/float64(b.N), "code-bytes")
}

// cpuTime is the time that this thread has had: what else the machine does is not
// measured.
func cpuTime(b *testing.B) time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t); err != nil {
		b.Fatal(err)
	}
	return time.Duration(t.Nano())
}

// nameOf is the name of a template.
func nameOf(h *heap.Heap, t uint32) string {
	if n := h.U32(t + heap.TmplName); n != 0 {
		return h.GoString(n)
	}
	return ""
}

// loopEnds lists the control instructions that jump backwards.
func loopEnds(f *bytecode.Function) (list []uint32) {
	for pc := uint32(0); pc < uint32(len(f.Code)); {
		in, ok := bytecode.Decode(f.Code, pc)
		if !ok {
			return list
		}
		for _, o := range in.Operands() {
			if o.Type == bytecode.Jump && in.Value(o) <= int64(pc) && pc > 0 {
				list = append(list, pc)
			}
		}
		pc = in.Next
	}
	return list
}
