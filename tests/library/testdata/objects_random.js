// Random operations on ordinary objects, exotic objects and proxies: results, trap calls and coercions in their order.
function rng(seed) { let s = seed * 2654435761 >>> 0; return (n) => { s = (Math.imul(s, 1664525) + 1013904223) >>> 0; return (s >>> 8) % n; }; }
const sy = Symbol("sy");
function run(seed) {
  const r = rng(seed), log = [];
  const show = (v) => { if (v === null || typeof v !== "object" && typeof v !== "function") return typeof v === "string" ? '"' + v + '"' : String(v); const i = pool.indexOf(v); return i >= 0 ? "#" + i : Array.isArray(v) ? "[" + v.map(show).join() + "]" : typeof v === "function" ? "fn" : "{}"; };
  const pool = [];
  const key = () => [0, 1, "2", 3, "a", "b", "c", "length", "-1", "1.5", "x", sy, 4294967295, "name", "NaN", "-0"][r(16)];
  const obj = () => pool[r(pool.length)];
  const val = () => { switch (r(8)) { case 0: return obj(); case 1: return undefined; case 2: return "s" + r(3); case 3: return { valueOf() { log.push("vo"); return r(4); } }; default: return r(5) - 1; } };
  const d = (x) => { if (x === undefined) return "none"; return ["value", "writable", "get", "set", "enumerable", "configurable"].filter((k) => k in x).map((k) => k + "=" + show(x[k])).join(","); };
  const desc = () => { const o = {}; if (r(3)) { if (r(2)) o.value = val(); if (r(2)) o.writable = !!r(2); } else { if (r(3)) o.get = r(5) ? function () { log.push("get"); return r(9); } : undefined; if (r(3)) o.set = r(5) ? function (v) { log.push("set" + show(v)); } : undefined; } if (r(2)) o.enumerable = !!r(2); if (r(3)) o.configurable = !!r(3); return o; };
  const handler = () => { const h = {}; for (const k of ["get", "set", "has", "deleteProperty", "defineProperty", "getOwnPropertyDescriptor", "ownKeys", "getPrototypeOf", "setPrototypeOf", "isExtensible", "preventExtensions"]) if (r(3)) { const lie = r(10) === 0; h[k] = function (...a) { log.push(k + (typeof a[1] === "string" ? a[1] : typeof a[1])); const v = Reflect[k](...a); return lie && typeof v === "boolean" ? !v : lie && k === "get" ? 77 : v; }; } return h; };
  const make = () => { switch (r(11)) { case 0: case 1: return { a: 1, b: 2 }; case 2: return [1, , 3]; case 3: return new Uint8Array(3); case 4: return new String("hey"); case 5: return (function () { return arguments; })(1, 2); case 6: return Object.create(pool.length ? obj() : null, r(2) ? { c: { get() { return this; }, configurable: true } } : {}); case 7: return class { static m() {} }; case 8: return Object.freeze({ a: 1 }); case 9: return new Float64Array(2); default: return pool.length ? new Proxy(obj(), handler()) : {}; } };
  for (let i = 0; i < 5; i++) pool.push(make());
  for (let i = 0; i < 60; i++) {
    const o = obj(), k = key();
    let res;
    const op = r(22);
    try {
      switch (op) {
        case 0: res = show(o[k]); break;
        case 1: o[k] = val(); break;
        case 2: res = k in o; break;
        case 3: res = delete o[k]; break;
        case 4: res = d(Reflect.getOwnPropertyDescriptor(o, k)); break;
        case 5: case 6: res = Reflect.defineProperty(o, k, desc()); break;
        case 7: Object.defineProperty(o, k, desc()); break;
        case 8: res = Reflect.ownKeys(o).map(String).join("|"); break;
        case 9: res = Reflect.set(o, k, val(), obj()); break;
        case 10: res = show(Reflect.get(o, k, obj())); break;
        case 11: res = Object.keys(o).join("|"); break;
        case 12: res = r(4) ? Reflect.isExtensible(o) : Reflect.preventExtensions(o); break;
        case 13: res = Reflect.setPrototypeOf(o, r(4) ? obj() : null); break;
        case 14: res = show(Reflect.getPrototypeOf(o)) === "{}" || 1; break;
        case 15: res = r(8) ? Object.isFrozen(o) + "" + Object.isSealed(o) : r(2) ? show(Object.freeze(o)) : show(Object.seal(o)); break;
        case 16: res = show(Object.entries(o)); break;
        case 17: Object.assign(o, obj()); break;
        case 18: { const quiet = log.length; let s = ""; for (const q in o) { s += q + "|"; if (s.length > 60) break; } log.length = quiet; res = s.split("|").sort().join("|"); break; }
        case 19: pool[r(pool.length)] = make(); break;
        case 20: { const { a, ...rest } = o; res = Object.keys(rest).join("|"); break; }
        default: res = Object.prototype.hasOwnProperty.call(o, k) + "" + Object.prototype.propertyIsEnumerable.call(o, k);
      }
      log.push(op + ">" + String(res));
    } catch (e) { log.push(op + "!" + e.name); if (e instanceof RangeError) return ["range"]; }
  }
  return log;
}
for (let seed = 101; seed < 113; seed++) print(seed, run(seed).join(" "));
