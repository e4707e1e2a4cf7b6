// Random programs of promises, async functions and async generators: the order of everything they do.
function rng(seed) { let s = seed * 2654435761 >>> 0; return (n) => { s = (Math.imul(s, 1664525) + 1013904223) >>> 0; return (s >>> 8) % n; }; }
function run(seed) {
  const r = rng(seed), log = [], pool = [];
  let id = 0;
  const pick = () => pool[r(pool.length)];
  const note = (tag) => (v) => { log.push(tag + ":" + (v instanceof Error ? v.message : typeof v === "object" && v !== null ? "o" : String(v))); if (r(6) === 0) throw new Error("t" + tag); return r(4) === 0 ? pick() : v; };
  const value = () => { switch (r(7)) { case 0: return pick(); case 1: return { then(a, b) { log.push("th"); r(3) ? a(id) : b(new Error("thr")); } }; case 2: return { get then() { throw new Error("gt"); } }; case 3: return Promise.reject(new Error("rj" + id)); default: return id; } };
  async function af(n) { try { log.push("in" + n); const x = await value(); log.push("aw" + n + ":" + (typeof x === "object" ? "o" : x)); if (r(3) === 0) await af(n + "x"); if (r(5) === 0) throw new Error("af" + n); return r(2) ? value() : x; } catch (e) { log.push("ct" + n + ":" + e.message); if (r(2)) throw e; } finally { log.push("fi" + n); if (r(4) === 0) await null; } }
  async function* ag(n) { try { for (let i = 0; i < 3; i++) { const got = yield value(); log.push("got" + n + ":" + (typeof got === "object" ? "o" : String(got))); if (r(5) === 0) await value(); if (r(7) === 0) return value(); if (r(9) === 0) yield* ag(n + "y"); } } catch (e) { log.push("agc" + n + ":" + e.message); if (r(2)) throw e; } finally { log.push("agf" + n); if (r(3) === 0) yield "late"; } }
  pool.push(Promise.resolve(0), new Promise((a) => Promise.resolve().then(() => a("later"))));
  for (let i = 0; i < 12; i++) {
    const n = String(id++);
    let p;
    switch (r(13)) {
      case 0: p = pick().then(note("a" + n), note("b" + n)); break;
      case 1: p = pick().catch(note("c" + n)); break;
      case 2: p = pick().finally(() => { log.push("f" + n); return value(); }); break;
      case 3: case 4: p = af(n); break;
      case 5: p = Promise.all([pick(), value(), pick()]); break;
      case 6: p = Promise.race([pick(), pick()]); break;
      case 7: p = Promise.any([pick(), value()]); break;
      case 8: p = Promise.allSettled([pick(), value()]); break;
      case 9: p = new Promise((a, b) => { r(2) ? a(value()) : b(value()); a(1); if (r(3) === 0) throw 1; }); break;
      case 10: { const g = ag(n); for (let k = 0; k < 4; k++) { const q = r(5) === 0 ? g.return(value()) : r(6) === 0 ? g.throw(new Error("gt" + k)) : g.next(k); q.then((x) => log.push("g" + n + k + ":" + x.done + ":" + (typeof x.value === "object" ? "o" : x.value)), (e) => log.push("ge" + n + k + ":" + (e && e.message))); if (k === 3) p = q; } break; }
      case 11: p = (async () => { for await (const x of ag(n)) { log.push("fa" + n + ":" + (typeof x === "object" ? "o" : x)); if (r(6) === 0) break; if (r(8) === 0) throw new Error("fab"); } })(); break;
      default: p = Promise.resolve(value());
    }
    p.then((v) => log.push("ok" + n), (e) => log.push("er" + n + ":" + (e && e.message)));
    pool.push(p);
    p.catch(() => 0);
  }
  return log;
}
const logs = [];
for (let seed = 1; seed < 1 + 30; seed++) { const l = run(seed); logs.push([seed, l]); }
(async () => { for (let i = 0; i < 300; i++) await null; for (const [s, l] of logs) print(s, l.join(" ")); })();
