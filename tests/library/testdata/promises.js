// promises: order of ticks
const log = (...a) => print(...a);
const p = Promise.resolve(1);
p.then((v) => log("then", v)).then(() => log("then2")).finally(() => log("fin"));
(async () => { log("a1"); await null; log("a2"); await new Promise((r) => r()); log("a3"); try { await Promise.reject(new Error("x")); } catch (e) { log("caught", e.message); } return 5; })().then((v) => log("ret", v));
(async () => { throw new TypeError("bad"); })().catch((e) => log("rej", e.name));
(async () => (async () => 7)())().then((v) => log("nested", v));
let k = Promise.resolve(); for (let i = 0; i < 8; i++) k = k.then(() => log("tick", i));
Promise.all([1, Promise.resolve(2), { then(r) { r(3); } }]).then((v) => log("all", v.join()));
Promise.allSettled([1, Promise.reject(2)]).then((v) => log("settled", JSON.stringify(v)));
Promise.any([Promise.reject(1), Promise.reject(2)]).catch((e) => log("any", e.constructor.name, e.errors.join(), e.message));
Promise.any([Promise.reject(1), 9]).then((v) => log("any ok", v));
Promise.race([new Promise(() => 0), Promise.resolve("r")]).then((v) => log("race", v));
Promise.reject(1).finally(() => 2).catch((v) => log("finrej", v));
Promise.resolve(1).finally(() => { throw 3; }).catch((v) => log("finthrow", v));
Promise.all(5).catch((e) => log("all5", e.name));
Promise.all([]).then((v) => log("all0", v.length));
new Promise((r, j) => { r(1); j(2); throw 3; }).then((v) => log("once", v));
new Promise(() => { throw 3; }).catch((v) => log("thr", v));
const cyc = new Promise((r) => setTimeout0(() => r(cyc))); function setTimeout0(f) { Promise.resolve().then(f); }
cyc.catch((e) => log("cycle", e.name));
class MyP extends Promise {}
log(MyP.resolve(1) instanceof MyP, MyP.resolve(1).then(() => 0) instanceof MyP, Promise.resolve(MyP.resolve(1)) instanceof MyP);
MyP.all([1, 2]).then((v) => log("myall", v.join()));
new MyP((r) => r(Promise.resolve(4))).finally(() => log("myfin")).then((v) => log("my", v));
{ let res; const w = new Promise((r) => (res = r)); log(res.name === "", res.length); log(Object.getOwnPropertyNames(res).join()); res(w.constructor === Promise); w.then((v) => log("w", v)); }
Promise.resolve({ get then() { throw 8; } }).catch((v) => log("getthen", v));
// thenables
Promise.resolve({ then(a, b) { log("thenable called"); a("T"); b("no"); throw 1; } }).then((v) => log(v));
// await thenable
(async () => { log("aw", await { then(r) { r("th"); } }); })();
// await order
async function a1() { log("A"); await a2(); log("C"); } async function a2() { log("B"); }
a1(); Promise.resolve().then(() => log("D"));
// for await
(async () => { for await (const x of [Promise.resolve(1), 2]) log("fa", x); for await (const y of (async function* () { yield 1; yield Promise.resolve(2); })()) log("fy", y); log("fa done"); })();
(async () => { try { for await (const x of [Promise.reject(5)]) log(x); } catch (e) { log("fa rej", e); } })();
try { Promise(); } catch (e) { log(e.name); }
try { new Promise(1); } catch (e) { log(e.name); }
log(Promise.length, Promise.name, Object.prototype.toString.call(Promise.resolve()), Promise[Symbol.species] === Promise);
async function params(x = (() => { throw 4; })()) {}
params().catch((e) => log("param", e));
const ar = async (x) => { const y = await x; return y + (await 1); };
ar(Promise.resolve(3)).then((v) => log("ar", v));
class K { async m() { return await this.v; } v = 11; static async s() { return super.toString !== undefined; } }
new K().m().then((v) => log("K", v)); K.s().then((v) => log("Ks", v));
(async function () { for (let i = 0; i < 3; i++) { try { if (i == 1) continue; await i; log("loop", i); } finally { await 0; log("f", i); } } })();
