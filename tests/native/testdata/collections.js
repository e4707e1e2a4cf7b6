'use strict';
// Maps and sets with keys of all kinds, small and with an index, weak ones, and what
// native code leaves to others: new keys, doubles, ropes, receivers that are none.
const get = (m, k) => m.get(k);
const has = (m, k) => m.has(k);
const set = (m, k, v) => m.set(k, v);
const add = (m, k) => m.add(k);
const size = (m) => m.size;
const objects = [];
for (let i = 0; i < 40; i++) objects.push({ i });
const sym = Symbol('s');
const long = 'x'.repeat(500);
const wide = '\u20ac'.repeat(7);
const texts = [];
for (let i = 0; i < 40; i++) texts.push(`key ${i}`);
const text = (i) => 'key ' + i; // never the string that is in the map
const slice = (i) => ('#key ' + i + ' and more of it').slice(1, 5 + String(i).length);
const keys = [0, 1, -1, 7, 2147483647, -2147483648, 1.5, -0, NaN, Infinity, 3e9, undefined, null, true, false, '', 'a', 'length', sym,
  10n, 12345678901234567890n, long, wide, Math, Math.sqrt, Object.prototype, ...objects.slice(0, 5), ...texts.slice(0, 5)];
const values = (v) => (typeof v === 'object' && v !== null ? 'o' : typeof v === 'function' ? 'f' : String(v));
let log = '';
for (const n of [3, 8, 9, 60, 300]) {
  const m = new Map(), s = new Set(), w = new WeakMap(), ws = new WeakSet();
  for (let i = 0; i < n; i++) {
    m.set(i, i * 2);
    s.add(i);
    if (i < 40) {
      m.set(texts[i], i);
      s.add(texts[i]);
      m.set(objects[i], i);
      w.set(objects[i], i);
      ws.add(objects[i]);
    }
  }
  let out = 0;
  for (let round = 0; round < 30; round++) {
    for (let i = 0; i < 45; i++) {
      const k = i * 7 % 50;
      out = (out * 31 + (get(m, k) ?? 5) + (has(s, k) ? 1 : 2) + (get(m, texts[k % 40]) ?? 6) + (has(m, text(k)) ? 3 : 4)) | 0;
      out = (out * 31 + (has(s, slice(k)) ? 1 : 2) + (get(w, objects[k % 40]) ?? 7) + (has(ws, objects[k % 40]) ? 1 : 0) + (has(w, objects[(k + 3) % 40]) ? 2 : 0)) | 0;
      if (has(m, k)) set(m, k, out & 1023);
      if (has(w, objects[k % 40])) set(w, objects[k % 40], { out }), set(w, objects[k % 40], out & 255);
      add(s, k % 9);
      if (round === 20) {
        m.delete(k);
        s.delete(texts[k % 40]);
        w.delete(objects[k % 40]);
      }
      out += size(m) + size(s);
    }
    for (const k of keys) {
      log += values(get(m, k)) + has(s, k);
      if (round % 10 === 9) set(m, k, k), add(s, k);
    }
    log = String(log.length) + log.slice(-40);
  }
  print(n, out, log);
}
const bad = [() => get({ get: Map.prototype.get }, 1), () => get(new Set(), 1), () => get(new WeakMap(), 1), () => has(null, 1), () => set(new WeakMap(), 1, 2),
  () => add(new WeakSet(), 'a'), () => add(new WeakSet(), Symbol.for('x')), () => get(Object.create(new Map([[1, 2]])), 1), () => size(Object.create(Map.prototype))];
for (let k = 0; k < 4; k++) {
  for (const f of bad) {
    try {
      print(String(f()));
    } catch (e) {
      print(e.name);
    }
  }
}
const frozen = Object.freeze(new Map([[1, { a: 1 }]]));
for (let i = 0; i < 50; i++) set(frozen, 1, i);
print(get(frozen, 1), size(frozen));
