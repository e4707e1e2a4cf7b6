// async generators
const log = (...a) => print(...a);
async function* g() { try { log("start"); const a = yield 1; log("got", a); const b = yield Promise.resolve(2); log("got", b); return 3; } finally { log("cleanup"); } }
const r = (name) => [(v) => log(name, JSON.stringify(v)), (e) => log(name, "rej", String(e))];
{ const it = g(); it.next("x").then(...r("n1")); it.next("y").then(...r("n2")); it.next("z").then(...r("n3")); it.next("w").then(...r("n4")); }
{ const it = g(); it.return(5).then(...r("r1")); it.next().then(...r("r2")); it.throw(1).then(...r("r3")); }
{ const it = g(); it.throw(new Error("t")).then(...r("t1")); it.next().then(...r("t2")); }
{ const it = g(); it.next().then(...r("q1")); it.return(Promise.resolve("R")).then(...r("q2")); it.next().then(...r("q3")); }
{ const it = g(); it.next().then(...r("s1")); it.throw("E").then(...r("s2")); it.next().then(...r("s3")); }
{ const it = g(); it.return(Promise.reject("no")).then(...r("u1")); it.return(1).then(...r("u2")); }
async function* bad() { yield 1; throw new TypeError("bad"); }
{ const it = bad(); it.next().then(...r("b1")); it.next().then(...r("b2")); it.next().then(...r("b3")); it.return(9).then(...r("b4")); it.throw(8).then(...r("b5")); }
async function* del() { const v = yield* g(); log("del", v); yield* [7, Promise.resolve(8)]; }
{ const it = del(); (async () => { for await (const x of it) log("d", x); })(); }
{ const it = del(); it.next().then(...r("e1")); it.return("RR").then(...r("e2")); it.next().then(...r("e3")); }
{ const it = del(); it.next().then(...r("f1")); it.throw("TT").then(...r("f2")); it.next().then(...r("f3")); }
Object.getPrototypeOf(async function* () {}).prototype.next.call(1).then(...r("inc"));
async function* yr() { yield Promise.reject("yr"); }
{ const it = yr(); it.next().then(...r("y1")); it.next().then(...r("y2")); }
async function* retrej() { return Promise.reject("rr"); }
{ const it = retrej(); it.next().then(...r("rr1")); it.next().then(...r("rr2")); }
async function* awaits() { for (let i = 0; i < 3; i++) { await null; yield i; } }
{ const it = awaits(); for (let i = 0; i < 5; i++) it.next().then(...r("aw" + i)); }
(async () => { for await (const x of awaits()) { log("brk", x); if (x == 1) break; } log("after"); })();
(async () => { try { for await (const x of g()) { throw "body"; } } catch (e) { log("caught", e); } })();
// sync iterator with return/throw under yield*
const sync = { [Symbol.iterator]() { return { i: 0, next(v) { log("sn", String(v)); return { value: this.i++, done: this.i > 3 }; }, return(v) { log("sr", v); return { value: "sret", done: true }; } }; } };
async function* ys() { yield* sync; }
{ const it = ys(); it.next("a").then(...r("ys1")); it.next("b").then(...r("ys2")); it.return("c").then(...r("ys3")); }
{ const it = ys(); it.next("a").then(...r("yt1")); it.throw("c").then(...r("yt2")); }
log(Object.prototype.toString.call(g()), Object.prototype.toString.call(g), g.constructor.name);
// big queue
{ const it = awaits(); const ps = []; for (let i = 0; i < 500; i++) ps.push(it.next()); Promise.all(ps).then((v) => log("big", v.filter((x) => x.done).length)); }
async function* fin() { try { yield 1; } finally { yield 2; await 0; log("fin"); } }
{ const it = fin(); it.next().then(...r("fi1")); it.return("x").then(...r("fi2")); it.next().then(...r("fi3")); it.next().then(...r("fi4")); }
