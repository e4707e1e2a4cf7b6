"use strict";
// Dates as operands: converted by their methods, which may be others'.
let log = "";
const a = new Date(1000);
const b = new Date(2500);
const bad = new Date(NaN);
const own = new Date(7);
own.valueOf = () => 70;
const sym = new Date(8);
Object.defineProperty(sym, Symbol.toPrimitive, { value: hint => (log += hint + ";", 80) });
class Later extends Date {
  valueOf() {
    return super.valueOf() + 1;
  }
}
const later = new Later(9);
const plain = { valueOf: () => (log += "v;", 3) };
const list = [a, b, bad, own, sym, later, plain, 5, 0.5, "12", null, undefined, true];
function all(x, y) {
  const r = [x - y, x * y, x / y, x % y, x < y, x > y, x <= y, x >= y, x == y, +x, -x, ~x, x | 0, x ** 2];
  let n = 0;
  if (x < y) n++;
  while (n < 3 && x > y) n++;
  for (const f of [() => x + "", () => `${y}`.length > 0, () => x + y === undefined]) n += String(f()).length > 50 ? 1 : 0;
  let z = x;
  z++;
  return r.join() + z + n;
}
for (let k = 0; k < 12; k++) for (const x of list) for (const y of list) log += all(x, y) + ";";
for (const f of [() => a - 1n, () => a < 1n, () => 1n * a, () => a - Symbol(), () => a < Symbol(), () => Math.max(a, b), () => [b, a].sort((p, q) => p - q)[0] === a]) {
  try {
    log += f() + ";";
  } catch (e) {
    log += e.name + ";";
  }
}
let h = 0;
for (let i = 0; i < log.length; i++) h = h * 31 + log.charCodeAt(i) | 0;
print(log.slice(0, 1000), log.slice(-100));
print(h, log.length);
