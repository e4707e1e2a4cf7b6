package hostile

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"firn"
	"firn/tests/race"
)

const megabytes = 1 << 20

// limits are what each program may use.
var limits = firn.Config{Fuel: 30_000_000, Memory: 64 * megabytes}

func init() {
	if race.Enabled {
		// Nearly every program runs until a limit stops it. These limits are so
		// much smaller that a run takes as long as without the race detector.
		limits = firn.Config{Fuel: 2_000_000, Memory: 16 * megabytes}
		for i := range programs {
			programs[i].want |= fuel | memory
		}
	}
}

// patience is a safety net far above what the limits allow.
const patience = 3 * time.Minute

// program is one attack.
type program struct {
	name string
	text func() string
	want outcome // any of these
}

type outcome uint

const (
	value outcome = 1 << iota
	syntax
	exception
	fuel
	memory
	rejected
)

var outcomeNames = []string{"a value", "a syntax error", "an exception", "out of fuel", "out of memory", "an unhandled rejection"}

func (o outcome) String() string {
	var names []string
	for i, n := range outcomeNames {
		if o>>i&1 != 0 {
			names = append(names, n)
		}
	}
	return strings.Join(names, " or ")
}

func repeated(s string, size int) func() string {
	return func() string { return strings.Repeat(s, size/len(s)) }
}

func text(s string) func() string { return func() string { return s } }

// large is the size of the sources whose size is the attack.
func large() int {
	if race.Enabled {
		return megabytes / 2
	}
	return 5 * megabytes
}

// colliding makes as many strings with the same hash as anybody wants: see Heap.Hash.
const colliding = `
	const mask = (1n << 64n) - 1n;
	const text = v => { let s = ""; for (let i = 0; i < 8; i++, v >>= 8n) s += String.fromCharCode(Number(v & 255n)); return s };
	const key = i => {
		const w = BigInt(i);
		let x = (16n ^ w) * 0x9E3779B97F4A7C15n & mask;
		x ^= x >> 32n;
		return text(w) + text(x ^ 0x123456789ABCDEFn);
	};
`

var programs = []program{
	// Sources.
	{"brackets", repeated("[", large()), syntax},
	{"parentheses", repeated("(", large()), syntax},
	{"braces", repeated("{", large()), syntax},
	{"object literals", repeated("({a:", large()), syntax},
	{"arrows", repeated("a=>", large()), syntax},
	{"nots", repeated("!", large()), syntax},
	{"nots of 0", func() string { return strings.Repeat("!", large()) + "0" }, syntax | value},
	{"templates", repeated("`${", large()), syntax},
	{"patterns", func() string { return "var " + strings.Repeat("[", large()) }, syntax},
	{"news", repeated("new ", large()), syntax},
	{"ifs", repeated("if(0)", large()), syntax},
	{"ternaries", repeated("a?", large()), syntax},
	{"functions", repeated("function f(){", large()), syntax},
	{"classes", repeated("class A{static{", large()), syntax},
	{"sum", func() string { return "1" + strings.Repeat("+1", large()/2) }, value | syntax},
	{"chain", func() string { return "const o={get a(){return o}};o" + strings.Repeat(".a", 100_000) + ";1" }, value | syntax},
	{"calls", func() string { return "let n=0;function f(){n++;return f};f" + strings.Repeat("()", 100_000) + ";n" }, value | syntax},
	{"one line", func() string { return strings.Repeat("x=1;", large()/4) }, exception | syntax},
	{"many functions", func() string { return strings.Repeat("(function(){});", 100_000) + "1" }, value | syntax},
	{"many names", func() string {
		var b strings.Builder
		for i := 0; i < 100_000; i++ {
			b.WriteString("var v_")
			for k := i; k > 0; k /= 26 {
				b.WriteByte(byte('a' + k%26))
			}
			b.WriteString(";")
		}
		return b.String()
	}, value | syntax},
	{"regular expression", func() string { return "/" + strings.Repeat("(", megabytes) + "/" }, syntax},
	{"regular expression classes", func() string { return "/" + strings.Repeat("[a-z]", 100_000) + "/.test('')" }, syntax | value},
	{"invalid UTF-8", text("'\xff\xfe'"), syntax},
	{"zero bytes", text("\x00\x00"), syntax},

	// Time.
	{"loop", text("while(true){}"), fuel},
	{"catching loop", text("for(;;){try{for(;;);}catch{}finally{continue}}"), fuel},
	{"jobs", text("const f=()=>Promise.resolve().then(f);f()"), fuel | memory},
	{"generator", text("function*g(){for(;;)yield 1}for(const x of g());"), fuel},
	{"sort", text("const a=[];for(let i=0;i<1e6;i++)a.push(i*7919%1000003);for(;;)a.sort((x,y)=>x-y)"), fuel},
	{"backtracking", text("/^(a+)+$/.test('a'.repeat(40)+'b')"), fuel | value},
	{"backtracking alternatives", text("/(x|x|x|x)*y/.test('x'.repeat(60))"), fuel | value},
	{"backtracking lookbehind", text("/(?<=^(.*)(.*)(.*)(.*)(.*))$/.test('a'.repeat(3000)+'\\n')"), fuel | value},
	{"replace", text("let s='a'.repeat(1e5);for(;;)s.replace(/a/g,'b')"), fuel},
	{"join", text("const a=Array(1e5).fill('x');for(;;)a.join()"), fuel},
	{"big integers", text("let x=3n;for(;;)x=x*x"), fuel | memory | exception},
	{"big power", text("2n**(2n**40n)"), exception | memory | fuel},
	{"big digits", text("(2n**3000000n).toString()"), value | fuel | exception},
	{"JSON", text("let s='['.repeat(1e5);try{JSON.parse(s)}catch(e){e.name}"), value},
	{"index search", text("'a'.repeat(1e6).indexOf('a'.repeat(5e5)+'b')"), value | fuel},
	{"colliding keys of a Map", text(colliding + "const m=new Map;for(let i=0;;i++)m.set(key(i),i)"), fuel},
	{"colliding properties", text(colliding + "const o={};for(let i=0;;i++)o[key(i)]=i"), fuel},
	{"colliding transitions", text(colliding + "const a=[];for(let i=0;;i++)a.push({[key(i)]:i})"), fuel},
	{"far prototypes", text("let o={},n=0;for(let i=0;i<2e4;i++)o=Object.create(o);for(;;){o.x;'y' in o;o['z'+(n++&7)];o[7]}"), fuel},
	{"far instances", text("let o={};for(let i=0;i<2e4;i++)o=Object.create(o);for(;;)o instanceof Map"), fuel},
	{"far assignments", text("let o={};for(let i=0;i<2e4;i++)o=Object.create(o);for(;;)Object.assign(o,{})"), fuel},
	{"iterators of cleared Maps", text("const m=new Map,a=[];for(;;){m.set(1,2);const i=m.keys();i.next();a.push(i);m.clear();if(a.length>2e4){for(const x of a)x.next();a.length=0}}"), fuel},
	{"deleted entries", text("const m=new Map;for(let i=0;i<2e5;i++)m.set(i,1);for(let i=1;i<17e4;i++)m.delete(i);for(;;){const[a,b]=m}"), fuel},
	{"padding", text("for(;;)'a'.padEnd(1e6)"), fuel},
	{"unicode", text("let s='\\u0345'.repeat(1e6);for(;;)s.normalize('NFKD')"), fuel},

	// Depth.
	{"recursion", text("let n=0;function f(){n++;f()}try{f()}catch(e){e.name}"), value},
	{"deep recursion", text("function f(n){return n===0?0:1+f(n-1)}try{f(100000)}catch(e){e instanceof RangeError}"), value},
	{"getters", text("const o={get a(){return this.a}};try{o.a}catch(e){e.name}"), value},
	{"toString", text("const o={toString(){return ''+this}};try{''+o}catch(e){e.name}"), value},
	{"proxies of proxies", text("let p={};for(let i=0;i<1e5;i++)p=new Proxy(p,{});try{p.x}catch(e){e.name}"), value | fuel},
	{"proxy prototype", text("let p=new Proxy({},{getPrototypeOf(){return p}});try{p instanceof Array}catch(e){e.name}"), value | fuel},
	{"bound functions", text("let f=()=>1;for(let i=0;i<1e5;i++)f=f.bind(null,i);try{f()}catch(e){e.name}"), value | fuel | memory},
	{"nested arrays", text("let a=[];for(let i=0;i<1e5;i++)a=[a];try{a.flat(Infinity).length+String(a).length}catch(e){e.name}"), value | fuel},
	{"stringify", text("let a=[];for(let i=0;i<1e5;i++)a=[a];try{JSON.stringify(a).length}catch(e){e.name}"), value | fuel},
	{"nested promises", text("let p=Promise.resolve(1);for(let i=0;i<1e5;i++)p=p.then(x=>x);1"), value},
	{"harden", text("let a={};for(let i=0;i<1e5;i++)a={a};typeof harden==='function'?Object.isFrozen(harden(a)):true"), value | fuel},
	{"prototypes", text("let o={};for(let i=0;i<1e5;i++)o=Object.create(o);o.x"), value | fuel},
	{"ropes", text("let s='a';for(let i=0;i<1e6;i++)s='b'+s+'c';s.charCodeAt(5e5)"), value | fuel | memory},
	{"generators in generators", text("function*g(n){if(n)yield*g(n-1);yield n}let c=0;try{for(const x of g(1e5))c++}catch(e){e.name}"), value | fuel | memory},
	{"async recursion", text("async function f(n){if(n)await f(n-1)}f(1e4);1"), value | rejected},

	// Memory.
	{"doubling", text("let a='a';for(;;)a+=a"), exception | memory},
	{"doubling 16-bit", text("let a='\\u1234';for(;;)a+=a"), exception | memory},
	{"longest array", text("const a=new Array(2**32-1);a.length+a.indexOf(1)"), value | fuel},
	{"longest array filled", text("new Array(2**32-1).fill(0)"), fuel | memory | exception},
	{"longest array joined", text("new Array(2**32-1).join('x')"), fuel | memory | exception},
	{"longest array spread", text("[...new Array(2**32-1)]"), fuel | memory | exception},
	{"longest array reversed", text("new Array(2**32-1).reverse()"), fuel | memory | value | exception},
	{"longest array sorted", text("const a=new Array(2**32-1);a[7]=1;a.sort();a[0]"), fuel | memory | value | exception},
	{"too long array", text("try{new Array(2**32)}catch(e){e.name}"), value},
	{"apply", text("try{Math.max.apply(null,{length:2**32})}catch(e){e.name}"), fuel | memory | value},
	{"spread", text("try{Math.max(...Array(1e7).keys())}catch(e){e.name}"), fuel | memory | value},
	{"buffer", text("try{new ArrayBuffer(2**53-1)}catch(e){e.name}"), value | memory},
	{"buffers", text("const a=[];for(;;)a.push(new ArrayBuffer(1e6))"), memory | exception},
	{"resizable buffer", text("new ArrayBuffer(1,{maxByteLength:2**31})"), memory | exception | value},
	{"objects", text("const a=[];for(;;)a.push({a})"), memory | fuel},
	{"properties", text("const o={};for(let i=0;;i++)o['k'+i]=i"), memory | fuel},
	{"map", text("const m=new Map;for(let i=0;;i++)m.set(i,m)"), memory | fuel},
	{"symbols", text("for(let i=0;;i++)Symbol.for('s'+i)"), memory | fuel},
	{"closures", text("let f=()=>0;for(;;){const g=f;f=()=>g}"), memory | fuel},
	{"promises", text("for(let i=0;i<1e6;i++)new Promise(()=>{}).then(()=>1);1"), value | memory | fuel},
	{"kept promises", text("const a=[];for(let i=0;i<1e6;i++)a.push(new Promise(()=>{}));a.length"), value | memory | fuel},
	{"rejections", text("for(let i=0;i<1e5;i++)Promise.reject(i);1"), rejected | memory | fuel},
	{"repeat", text("try{'abc'.repeat(2**30)}catch(e){e.name}"), value | memory},
	{"repeat nothing", text("''.repeat(2**31-1)"), value},
	{"split", text("'a,'.repeat(1e7).split(',').length"), value | memory | fuel},
	{"regular expression matches", text("[...'a'.repeat(1e7).matchAll(/a/g)].length"), memory | fuel | value},
	{"global variables", text("for(let i=0;;i++)globalThis['v'+i]=i"), memory | fuel},
	{"eval", text("let s='1';for(let i=0;i<20;i++)s+=','+s;(0,eval)(s)"), value | memory | fuel},
	{"eval of brackets", text("try{(0,eval)('['.repeat(5e6))}catch(e){e.name}"), value},
	{"compartments", text("for(;;)Realm.makeCompartment()"), memory | fuel | exception},
	{"error stacks", text("const a=[];for(;;)a.push(new Error('x'.repeat(100)))"), memory | fuel},

	// Traps.
	{"throwing proxy", text(`
		const handler = new Proxy({}, { get(t, trap) { return () => { throw new Error(String(trap)); }; } });
		const p = new Proxy(function () {}, handler);
		const seen = [];
		for (const f of [() => p.x, () => { p.x = 1; }, () => delete p.x, () => "x" in p, () => p(), () => new p(), () => Object.keys(p),
			() => Object.getPrototypeOf(p), () => Object.setPrototypeOf(p, null), () => Object.isExtensible(p), () => Object.preventExtensions(p),
			() => Object.defineProperty(p, "x", {}), () => Object.getOwnPropertyDescriptor(p, "x"), () => { for (const k in p); },
			() => [...p], () => "" + p, () => p + 1, () => JSON.stringify(p), () => Object.assign({}, p), () => { const { x } = p; },
			() => ({ ...p }), () => p instanceof p, () => class extends p {}, () => Array.from(p), () => Promise.resolve(p), () => p.call(),
			() => new Map(p), () => Reflect.ownKeys(p), () => Object.freeze(p), () => [].concat(p), () => p?.x, () => p\u0060\u0060])
			try { f(); seen.push("-"); } catch (e) { seen.push(e instanceof Error ? "!" : "?"); }
		if (seen.includes("?")) throw new Error("not an error: " + seen.join(""));
		seen.join("")`), value | syntax},
	{"throwing handler", text("const h=new Proxy({},{get(){throw 1}});const p=new Proxy([],h);try{p.length}catch(e){e}"), value},
	{"revoked proxy", text("const{proxy,revoke}=Proxy.revocable({},{});revoke();try{proxy.x}catch(e){e.name}"), value},
	{"throwing valueOf", text("const o={valueOf(){throw o},toString(){throw o}};try{+o}catch(e){e===o}"), value},
	{"iterator that never ends", text("const o={[Symbol.iterator](){return{next(){return{}}}}};[...o]"), fuel | memory},
	{"throwing iterator return", text("const o={[Symbol.iterator](){return{next(){return{}},return(){throw 2}}}};try{for(const x of o)throw 1}catch(e){e}"), value},
	{"changing while sorting", text("const a=[3,1,2];a.sort((x,y)=>{a.length=0;a.push(9,9,9,9);return x-y});a.length"), value},
	{"changing while iterating", text("const a=[1];let n=0;for(const x of a){if(n++<1e5)a.push(x)}n"), value},
	{"shrinking buffer", text("const b=new ArrayBuffer(16,{maxByteLength:64});const a=new Uint8Array(b);a.fill({valueOf(){b.resize(0);return 1}});a.length"), value | exception},
	{"detached buffer", text("const b=new ArrayBuffer(8);const a=new Float64Array(b);a.set({length:1,get 0(){b.transfer();return 1}});a.length"), value | exception},
	{"own constructor", text("class A extends Array{static get[Symbol.species](){return function(){return new Proxy([],{})}}};new A(1,2,3).map(x=>x).length"), value | exception},
	{"throw undefined", text("throw undefined"), exception},
	{"throw a symbol", text("throw Symbol('s')"), exception},
	{"throw a proxy", text("throw new Proxy({},{get(){throw 1}})"), exception},
	{"throw a liar", text("throw {get name(){for(;;);},get message(){for(;;);},toString(){for(;;);}}"), exception},
}

// TestHostile runs each program within its limits and looks after it whether the
// process is well.
func TestHostile(t *testing.T) {
	for _, p := range programs {
		t.Run(p.name, func(t *testing.T) {
			begin := time.Now()
			got, err := run(t, p.text())
			if got&p.want == 0 {
				t.Errorf("ended in %s, want %s: %s", got, p.want, short(err))
			}
			if d := time.Since(begin); d > 20*time.Second {
				t.Logf("took %s", d.Round(time.Second))
			}
			sane(t)
		})
	}
}

// run runs one program on a machine of its own.
func run(t *testing.T, text string) (outcome, error) {
	m, err := firn.New(limits)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	}()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	v, err := m.RunContext(ctx, "hostile.js", text)
	if err == nil {
		_ = v.Inspect() // must not be hurt by what it looks at
	}
	if errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("the limits did not end it")
	}
	return classify(t, err), err
}

func classify(t *testing.T, err error) outcome {
	var (
		s *firn.SyntaxError
		e *firn.Exception
		r *firn.RejectionError
		l *firn.LimitError
	)
	switch {
	case err == nil:
		return value
	case errors.As(err, &l):
		switch l.Limit {
		case firn.LimitFuel:
			return fuel
		case firn.LimitMemory:
			return memory
		}
	case errors.As(err, &s):
		return syntax
	case errors.As(err, &r):
		return rejected
	case errors.As(err, &e):
		return exception
	}
	t.Errorf("not an error that hosts know: %T %s", err, short(err))
	return 0
}

// sane runs something on a fresh machine.
func sane(t *testing.T) {
	m, err := firn.New(firn.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	v, err := m.Run("sane.js", "[3, 1, 2].sort().map((x) => x * 2).join() + `${new Map([[1, /b/.exec('abc').index]]).get(1)}`")
	if err != nil || v.String() != "2,4,61" {
		t.Fatalf("the next machine is not well: %v %v", v, err)
	}
}

func short(err error) string {
	if err == nil {
		return "no error"
	}
	s := err.Error()
	if len(s) > 300 {
		s = s[:300] + "…"
	}
	return s
}
