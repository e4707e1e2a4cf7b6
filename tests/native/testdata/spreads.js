// Objects, arrays and arguments that are spread, where their number is not known before, and promises made by hand.
const count = (...rest) => rest.length;
const first = (a, b = 7) => (a ?? 0) + b;
function all() {
  return arguments.length * 10 + (arguments[1] ?? 0);
}
function pass(f, ...args) {
  return f(...args);
}
function both(f, list, extra) {
  return f(...list) + f(extra, ...list) + f(...list, ...list);
}
class Point {
  constructor(...at) {
    this.at = at;
  }
  sum() {
    return this.at.reduce((a, b) => a + (b ?? 0), 0);
  }
}
let total = 0;
for (let i = 0; i < 600; i++) {
  const list = [];
  for (let k = 0; k < i % 6; k++) list.push(k);
  if (i % 50 === 7) list.length += 2; // holes
  total = (total * 3 + pass(count, ...list) + pass(first, ...list) + pass(all, ...list)) | 0;
  total = (total + both(count, list, 1) + both(all, list, i & 3)) | 0;
  total = (total * 5 + new Point(...list).sum()) | 0;
  total = (total + Math.max(0, ...list)) | 0;
  if (i % 40 === 0) {
    try {
      pass(i % 80 ? null : 'no function', ...list);
    } catch (e) {
      total += e.constructor === TypeError ? 1 : 1000;
    }
  }
}
print(total);

const base = { a: 1, b: 'two', c: null };
const wide = {};
for (let i = 0; i < 20; i++) wide['w' + i] = i;
const frozen = Object.freeze({ f: 1, g: 2 });
const symbol = Symbol('s');
const odd = [base, wide, frozen, { [symbol]: 3, x: 4 }, { get y() { return 5; } }, [1, 2], 'text', null, undefined, 7, { 0: 'zero', k: 1 },
  Object.defineProperty({ v: 1 }, 'hidden', { value: 2 }), new Map(), (() => {}), { __proto__: base, own: 1 }];
let texts = '';
for (let i = 0; i < 900; i++) {
  const o = i < 300 ? base : odd[i % odd.length];
  const copy = { ...o };
  const more = { i, ...o, last: i };
  const changed = { ...copy, a: i };
  if (copy !== null && typeof o === 'object' && o === copy) texts += 'same';
  total = (total * 3 + Object.keys(copy).length + Object.keys(more).length * 2 + Object.keys(changed).length) | 0;
  total = (total + (changed.a === i ? 1 : 0) + (copy.y ?? 0) + (copy[symbol] ?? 0)) | 0;
  if (i % 100 === 99) {
    copy.added = i;
    changed.b = 'changed';
    texts += Object.entries(copy).join() + ';' + Object.isFrozen(copy) + ' ';
  }
}
print(total, texts);

// Promises made by hand, resolved before and after somebody waits, and twice.
const log = [];
async function wait(p) {
  try {
    return await p;
  } catch (e) {
    return e instanceof Error ? e.message : e;
  }
}
async function main() {
  let sum = 0;
  for (let i = 0; i < 400; i++) {
    let resolve, reject;
    const p = new Promise((r, n) => {
      resolve = r;
      reject = n;
      if (i % 7 === 0) r(i);
      if (i % 31 === 0) throw new Error('late');
    });
    const waits = [wait(p), wait(p), p.then((v) => v, () => -2)];
    if (i % 3 === 0) resolve(i);
    else if (i % 3 === 1) resolve(wait(i));
    else reject(i);
    resolve(-1);
    for (const w of waits) sum = (sum * 3 + ((await w) | 0)) | 0;
    sum = (sum + (await i) + (await wait({ then: (f) => f(i) }))) | 0;
    if (i % 100 === 0) log.push(await Promise.allSettled([p, wait(1), 2]).then((l) => l.map((x) => x.status[0]).join('')));
  }
  class Mine extends Promise {}
  for (let i = 0; i < 60; i++) {
    const m = new Mine((r) => r(i));
    if (!(m instanceof Mine) || !(m.then(() => 1) instanceof Mine)) log.push('lost');
    sum = (sum + (await m)) | 0;
  }
  return sum;
}
main().then((s) => print(s, log.join()));

// Behind a hole at the end there may be no room for elements.
function holeThenAll(a) { return [,, ...a]; }
function allHoleAll(a, b) { return [...a, , ...b]; }
function allHolesAll(a, b) { return [...a, , , , ...b, , ...a]; }
{
  let t = "";
  const shown = (a) => a.length + ":" + Object.keys(a).join() + "=" + a.join();
  for (let i = 0; i < 120; i++) {
    t = "";
    for (let n = 0; n < 12; n++) {
      const a = Array.from({ length: n }, (_, k) => k + i);
      t += shown(holeThenAll(a)) + ";" + shown(allHoleAll(a, [i])) + ";" + shown(allHoleAll([i, i], a)) + ";" + shown(allHolesAll(a, [i, , i])) + "\n";
    }
  }
  print(t);
}
