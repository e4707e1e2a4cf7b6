'use strict';
// Numbers: formatting in every notation, rounding, Number and Math functions, integer arithmetic, BigInt operators
// and conversions, Date with fixed instants in UTC, and numeric programs.

const show = (label, ...values) => print(`${label}: ${values.map(text).join(' ')}`);
function text(v) {
  if (typeof v === 'string') return v;
  if (typeof v === 'bigint') return `${v}n`;
  if (Object.is(v, -0)) return '-0';
  if (Array.isArray(v)) return `[${Array.from(v, text).join(', ')}]`;
  return String(v);
}
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e instanceof Error ? e.constructor.name : `thrown ${text(e)}`;
  }
};
const close = (a, b, ulps = 2) => Object.is(a, b) || Math.abs(a - b) <= ulps * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b));

// ---- literals and formatting ----
show('literals', 0x1f, 0b101, 0o17, 1e3, .5, 5., 1_000_000, 0.1e-2, 0xff_ff, 1E+2, 0B11, 0XAb);
show('toString', [0, -0, 1, -1, 100, 1e21, 1e20, 123456789012345680000, 1e-6, 1e-7, 1.5e-10, 0.1, 0.1 + 0.2, 1 / 3, 5e-324, 1.7976931348623157e308, NaN, -Infinity, 2 ** 53, 4.35, 0.000001, 1234567.891].map(String));
show('hard cases', [9007199254740993, 2.2250738585072014e-308, 4.4501477170144023e-308, 1.0000000000000002, 123456789.12345679, 1e23, 9.5367431640625e-7, 8.41e21, 5e-5, 4503599627370496.5, 9.999999999999999e22].map(String));
show('radix', (255).toString(16), (255).toString(2), (-255).toString(36), (0.5).toString(2), (3.75).toString(8), (0.1).toString(3).slice(0, 20), (2 ** 60).toString(32), attempt(() => (1).toString(1)), attempt(() => (1).toString(37)), (10).toString(undefined), NaN.toString(2), (-0).toString(2));
show('toFixed', (1.005).toFixed(2), (1.45).toFixed(1), (0).toFixed(2), (-1.5).toFixed(0), (2.5).toFixed(0), (1e21).toFixed(2), (123.456).toFixed(), (0.000001).toFixed(7), (1.23e-10).toFixed(2), (-0.0000001).toFixed(2), (1234.5678).toFixed(20), attempt(() => (1).toFixed(101)), attempt(() => (1).toFixed(-1)), NaN.toFixed(2), (0.5).toFixed(0), (1.5).toFixed(0), (10.235).toFixed(2), (1e-100).toFixed(100).slice(-3));
show('toExponential', (12345).toExponential(), (12345).toExponential(2), (0).toExponential(3), (0.00015).toExponential(0), (-1.5e-9).toExponential(1), (1e21).toExponential(), Infinity.toExponential(), attempt(() => (1).toExponential(101)), (123456).toExponential(10), (9.99).toExponential(1), (5e-324).toExponential());
show('toPrecision', (123.456).toPrecision(4), (0.000123).toPrecision(2), (1e-7).toPrecision(3), (123456).toPrecision(2), (1.25).toPrecision(2), (0).toPrecision(5), (1e21).toPrecision(3), (123.456).toPrecision(), attempt(() => (1).toPrecision(0)), attempt(() => (1).toPrecision(101)), (99.99).toPrecision(3), (1.005).toPrecision(20), NaN.toPrecision(200));
show('Number()', ['', ' ', '12', '1e3', '0x10', '0b11', '0o7', '-0x1', '1_0', '.', '+.5', '-', 'Infinity', '-Infinity', 'infinity', '1n', '\n12\t', '1 2', '0x', '1e', '9'.repeat(400), '0.0000001', '１'].map(Number));
show('conversions', Number(null), Number(undefined), Number(true), Number([]), Number([5]), Number([1, 2]), Number({}), Number(new Date(5)), Number(12n), Number('0'.repeat(50) + '1'), attempt(() => Number(Symbol())), Number(), Number({ valueOf: () => '7' }), Number(2n ** 64n), Number(2n ** 1100n));
show('statics', Number.isInteger(5.0), Number.isInteger(5.5), Number.isInteger('5'), Number.isSafeInteger(2 ** 53), Number.isSafeInteger(2 ** 53 - 1), Number.isFinite('5'), isFinite('5'), Number.isNaN('x'), isNaN('x'), Number.EPSILON === 2 ** -52, Number.MAX_SAFE_INTEGER, Number.MIN_VALUE, Number.MAX_VALUE, Number.parseFloat === parseFloat);

// ---- operators ----
show('division', 7 / 2, -7 / 2, 1 / 0, -1 / 0, 0 / 0, 5 % 3, -5 % 3, 5 % -3, 5.5 % 2, -0 % 1, 5 % 0, Infinity % 2, 2 % Infinity, 4 % 2, -4 % 2);
show('integers', 2147483647 + 1, -2147483648 - 1, 2147483647 * 2147483647, 1073741824 * 2, -2147483648 / -1, 0 * -1, -(-2147483648), 46341 * 46341, 65536 * 65536, 2 ** 31 - 1 + 2 ** 31);
show('shifts', 1 << 31, 1 << 32, 1 << -1, -1 >> 31, -1 >>> 0, -1 >>> 31, 5 >> 1.9, 2 ** 40 >> 4, 4294967296 | 0, 4294967295 | 0, -4294967297 | 0, 1e100 | 0, ~~-5.7, ~2147483647, (2 ** 53 + 2) | 0, -0 | 0);
show('compare', NaN < 1, NaN >= NaN, -0 === 0, Object.is(-0, 0), Infinity > Number.MAX_VALUE, 0.1 + 0.2 === 0.3, 1 < 2 < 3, 3 > 2 > 1, '2' > '12', 2 > '12', null >= 0, undefined == 0, NaN != NaN);
show('counting', (() => { let x = 0.1; let n = 0; while (x < 1) { x += 0.1; n++; } return [n, x]; })(), (() => { let i = 2 ** 53; i++; i++; return i; })(), (() => { let c = 2147483645; const r = []; for (let k = 0; k < 5; k++) r.push(c++); return r; })(), (() => { let c = -1; const z = c++; return [z, c, 1 / (c * -1)]; })());

// ---- Math ----
show('rounding', [0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 0.49999999999999994, -0.2, 4503599627370495.5, 1e300, NaN].map((x) => [Math.round(x), Math.floor(x), Math.ceil(x), Math.trunc(x)]));
show('min max', Math.max(), Math.min(), Math.max(1, '3', [2]), Math.max(NaN, 1), Math.max(-0, 0), Math.min(0, -0), Math.max(1, undefined), Math.min(...[3, 1, 2]), Math.max.length);
show('signs', Math.sign(-3), Math.sign(-0), Math.sign(NaN), Math.abs(-0), Math.abs(-5.5), Math.abs('-1'), Math.abs(null), Math.abs());
show('powers', Math.pow(2, 0.5) === Math.SQRT2, Math.sqrt(2), Math.cbrt(-27), Math.cbrt(2) ** 3 > 1.99, Math.hypot(3, 4), Math.hypot(), Math.hypot(NaN, Infinity), Math.hypot(1e200, 1e200) > 1e200, (-8) ** (1 / 3), 0 ** 0, (-2) ** 3, 2 ** -1074, (-0) ** -1, 1 ** NaN, 7 ** 20, 3 ** 40);
show('bits', Math.imul(0xffffffff, 5), Math.imul(2 ** 31, 3), Math.clz32(1), Math.clz32(0), Math.clz32(-1), Math.clz32(0.5), Math.fround(5.05), Math.fround(2 ** 150), Math.fround(1e-50));
show('exact points', Math.exp(0), Math.log(1), Math.log(0), Math.log(-1), Math.sin(0), Math.cos(0), Math.tan(-0), Math.atan2(0, -0) === Math.PI, Math.atan2(-0, 0), Math.atan2(1, 1) === Math.PI / 4, Math.asin(2), Math.acos(1), Math.sinh(-0), Math.cosh(0), Math.tanh(Infinity), Math.asinh(-0), Math.acosh(1), Math.atanh(1), Math.log10(1000), Math.log2(8), Math.log1p(-1), Math.expm1(-0), Math.log10(0.001), Math.log2(2 ** -1074));
show('identities', close(Math.sin(1) ** 2 + Math.cos(1) ** 2, 1), close(Math.exp(Math.log(7)), 7, 4), close(Math.tan(0.5), Math.sin(0.5) / Math.cos(0.5), 4), close(Math.sinh(1), (Math.E - 1 / Math.E) / 2, 4), close(Math.atan(1) * 4, Math.PI), close(Math.log10(2), Math.LN2 / Math.LN10, 4), close(Math.cbrt(10) ** 3, 10, 8), Object.prototype.toString.call(Math), typeof Math.PI, Math.sin(1e6).toFixed(8), Math.cos(1e15).toFixed(6), Math.exp(1).toFixed(12), Math.pow(1.1, 50).toFixed(9));

// ---- BigInt ----
show('literals', 0n, 123456789012345678901234567890n, 0xffn, 0b11n, 0o17n, 1_000n, -5n, typeof 1n);
show('arithmetic', 7n / 2n, -7n / 2n, 7n % -2n, -7n % 2n, 2n ** 100n, (-2n) ** 3n, 0n ** 0n, 5n - 8n, -3n * 4n, attempt(() => 1n / 0n), attempt(() => 1n % 0n), attempt(() => 2n ** -1n), -(-0n), 10n ** 30n / 10n ** 28n);
show('bitwise', 5n & 3n, 5n | 3n, 5n ^ 3n, ~5n, -5n & 3n, -5n | 3n, -5n ^ 3n, 1n << 70n, -1n >> 3n, -9n >> 1n, 1n << -1n, 5n >> 100n, -5n >> 100n, (1n << 64n) - 1n & 0xffn, attempt(() => 1n >>> 0n));
show('mixed', attempt(() => 1n + 1), 1n + '1', 1n == 1, 1n === 1, 2n > 1, 1n < 1.5, 0n == '', 1n == '1', 1n == 'x', 1n < NaN, 2n ** 64n > 1e19, 10n == '0xa', attempt(() => +1n), -1n, attempt(() => Math.max(1n)), attempt(() => 1n * 2.5), 0n ? 't' : 'f', !0n, 1n && 'and', attempt(() => [3n, 1, 2n, 10].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map(String).join()));
show('huge comparisons', 2n ** 53n + 1n > 2 ** 53, 2n ** 53n + 1n == 2 ** 53 + 1, BigInt(2 ** 53) + 1n === 9007199254740993n, 10n ** 400n > Infinity, 10n ** 400n > Number.MAX_VALUE, -(10n ** 400n) < -Infinity, 1n < Infinity, 2n ** 1024n == Infinity);
show('BigInt()', BigInt(10), BigInt('0x1f'), BigInt('  12  '), BigInt(''), BigInt(true), attempt(() => BigInt(1.5)), attempt(() => BigInt('1.5')), attempt(() => BigInt(null)), attempt(() => BigInt(undefined)), attempt(() => BigInt('1n')), BigInt(Number.MAX_SAFE_INTEGER), BigInt(1e21), attempt(() => BigInt(NaN)), attempt(() => new BigInt(1)), BigInt('-7'), attempt(() => BigInt('-0x7')), attempt(() => BigInt(Symbol())), BigInt([5]));
show('asN', BigInt.asIntN(8, 255n), BigInt.asUintN(8, -1n), BigInt.asIntN(64, 2n ** 63n), BigInt.asUintN(64, -(2n ** 64n) - 1n), BigInt.asIntN(0, 5n), BigInt.asUintN(1, 3n), BigInt.asIntN(65, 2n ** 64n), attempt(() => BigInt.asIntN(-1, 1n)), attempt(() => BigInt.asIntN(1, 1)), BigInt.asUintN(200, -1n) === 2n ** 200n - 1n);
show('text', (255n).toString(16), (-255n).toString(2), (10n ** 25n).toLocaleString === undefined, String(2n ** 70n), `${-3n}`, (12345678901234567890n).toString(36), BigInt('1' + '0'.repeat(60)) === 10n ** 60n, JSON.stringify({ v: String(1n) }), parseInt('12n'), Number(2n ** 53n + 1n), Number(2n ** 53n + 3n), parseFloat('1n'), attempt(() => (1n).toString(1)), Object(1n) + 1n, typeof Object(1n), [1n, 2n].includes(2n), new Set([1n, 1n]).size, new Map([[1n, 'a']]).get(1n), { [1n]: 'key' }[1]);
{
  let x = 5n;
  const post = x++;
  show('updates', post, x, ++x, x--, --x, (x += 2n), (x **= 2n), (x <<= 3n), (x >>= 1n), (x &= 0xfn), (x |= 16n), (x ^= 1n), (x %= 7n), (x ||= 9n), (x &&= 3n));
  const big = 3n ** 500n;
  show('large', big.toString().length, big % 1000007n, (big * big) / big === big, (big + 1n) * (big - 1n) === big * big - 1n, big.toString(7).length, BigInt(big.toString()) === big, BigInt(`0x${big.toString(16)}`) === big, (big << 333n) >> 333n === big, -big / 3n ** 499n, (big ^ -big) < 0n);
  const gcd = (a, b) => (b === 0n ? a : gcd(b, a % b));
  const sqrt = (n) => { let x = n; let y = (x + 1n) / 2n; while (y < x) { x = y; y = (x + n / x) / 2n; } return x; };
  show('algorithms', gcd(2n ** 64n - 1n, 3n ** 40n - 1n), sqrt(2n * 10n ** 60n), Array.from({ length: 25 }, (_, i) => i).reduce((a, i) => a * BigInt(i + 1), 1n), (() => { let [a, b] = [0n, 1n]; for (let i = 0; i < 200; i++) [a, b] = [b, a + b]; return a; })());
  const machin = (digits) => { const unity = 10n ** BigInt(digits + 10); const arccot = (x) => { let sum = unity / x; let term = sum; let n = 3n; let sign = -1n; const x2 = x * x; while (term !== 0n) { term /= x2; sum += sign * (term / n); sign = -sign; n += 2n; } return sum; }; return (4n * (4n * arccot(5n) - arccot(239n))) / 10n ** 10n; };
  show('pi', String(machin(60)));
}

// ---- Date, in UTC ----
{
  const d = new Date(Date.UTC(2024, 1, 29, 12, 34, 56, 789));
  show('fields', d.getTime(), d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate(), d.getUTCDay(), d.getUTCHours(), d.getUTCMinutes(), d.getUTCSeconds(), d.getUTCMilliseconds(), d.toISOString(), d.toJSON(), d.toUTCString(), d.valueOf() === +d);
  show('parse', ['2020-01-01', '2020-01', '2020', '2020-01-01T10:00Z', '2020-01-01T10:00:00.5Z', '2020-01-01T00:00:00+02:00', '+012020-01-01T00:00:00Z', '-000001-01-01T00:00:00Z', '2020-13-01', 'nonsense', '2020-01-01T24:00:00Z', '2020-01-01T25:00Z', '-000000-01-01T00:00:00Z', 'Thu, 01 Jan 1970 00:00:10 GMT'].map((s) => Date.parse(s)));
  show('UTC', Date.UTC(1970), Date.UTC(99, 0), Date.UTC(2020, 12), Date.UTC(2020, 0, 0), Date.UTC(2020, 0, 1, 25, 61, 61, 1001), Date.UTC(), Date.UTC(NaN), Date.UTC(275760, 8, 13), Date.UTC(275760, 8, 13, 0, 0, 0, 1), Date.UTC.length);
  const e = new Date(0);
  show('setters', e.setUTCFullYear(2023, 11, 31), e.setUTCMonth(13), e.setUTCDate(0), e.setUTCHours(-1), e.setUTCMinutes(90, 5, 6), e.setUTCSeconds(1e6), e.setUTCMilliseconds(-1), e.setTime(8.64e15), e.setTime(8.64e15 + 1), e.setUTCDate(1), e.setUTCFullYear(2000), e.toISOString());
  show('invalid', attempt(() => new Date(NaN).toISOString()), new Date(NaN).toJSON(), new Date(NaN).getTime(), String(new Date(NaN)), new Date('x').getUTCDay(), isNaN(new Date(8.64e15 + 1)), new Date(1.9).getTime(), new Date(-1.9).getTime(), new Date(true).getTime());
  show('kinds', typeof Date.UTC(2000, 0), Object.prototype.toString.call(d), d[Symbol.toPrimitive]('number'), attempt(() => d[Symbol.toPrimitive]('x')), attempt(() => Date.prototype.getTime.call({})), new Date(d).getTime() === d.getTime(), new Date(d) !== d, d - new Date(d - 1000), d > new Date(0), JSON.stringify({ d }), new Date(2020, 5).getTime() === new Date(2020, 5, 1, 0, 0, 0, 0).getTime(), Date.length);
  const days = (y, m) => new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  show('calendar', [1900, 2000, 2023, 2024].map((y) => days(y, 1)), Array.from({ length: 12 }, (_, m) => days(2023, m)), [new Date(Date.UTC(-1, 0, 1)).toISOString(), new Date(-62198755200000).toISOString(), new Date(8.64e15).toISOString(), new Date(-8.64e15).toISOString()]);
  const week = (date) => { const t = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())); t.setUTCDate(t.getUTCDate() + 4 - (t.getUTCDay() || 7)); return Math.ceil(((t - Date.UTC(t.getUTCFullYear(), 0, 1)) / 86400000 + 1) / 7); };
  const easter = (y) => { const a = y % 19; const b = Math.floor(y / 100); const c = y % 100; const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30; const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7; const m = Math.floor((a + 11 * h + 22 * l) / 451); const n = h + l - 7 * m + 114; return new Date(Date.UTC(y, Math.floor(n / 31) - 1, (n % 31) + 1)).toISOString().slice(0, 10); };
  show('weeks and Easter', ['2020-12-31', '2021-01-03', '2021-01-04', '2024-12-30'].map((s) => week(new Date(s))), [1999, 2000, 2024, 2025, 2038].map(easter));
}

// ---- programs ----
{
  class Rational {
    constructor(n, d = 1n) {
      if (d === 0n) throw new RangeError('zero denominator');
      const g = Rational.#gcd(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n);
      this.n = n / g;
      this.d = d / g;
    }
    static #gcd(a, b) {
      while (b) [a, b] = [b, a % b];
      return a || 1n;
    }
    static of(s) {
      const [w, f = ''] = s.split('.');
      return new Rational(BigInt(w + f), 10n ** BigInt(f.length));
    }
    add(o) { return new Rational(this.n * o.d + o.n * this.d, this.d * o.d); }
    mul(o) { return new Rational(this.n * o.n, this.d * o.d); }
    inverse() { return new Rational(this.d, this.n); }
    toString() { return this.d === 1n ? `${this.n}` : `${this.n}/${this.d}`; }
    [Symbol.toPrimitive](hint) { return hint === 'string' ? this.toString() : Number(this.n) / Number(this.d); }
    decimal(k) {
      const s = ((this.n * 10n ** BigInt(k)) / this.d).toString().padStart(k + 1, '0');
      return `${s.slice(0, -k)}.${s.slice(-k)}`;
    }
  }
  let h = new Rational(0n);
  for (let i = 1n; i <= 20n; i++) h = h.add(new Rational(1n, i));
  show('harmonic', `${h}`, h.decimal(20), +h, `${Rational.of('0.75').mul(Rational.of('1.2'))}`, `${new Rational(3n, -6n).inverse()}`, attempt(() => new Rational(0n).inverse()), new Rational(1n, 3n) < new Rational(1n, 2n));
  const simpson = (f, a, b, n) => { const h2 = (b - a) / n; let s = f(a) + f(b); for (let i = 1; i < n; i++) s += f(a + i * h2) * (i % 2 ? 4 : 2); return (s * h2) / 3; };
  const newton = (f, df, x, n = 30) => { while (n-- > 0) x -= f(x) / df(x); return x; };
  show('calculus', simpson((x) => x * x, 0, 3, 10).toFixed(10), simpson(Math.sqrt, 0, 4, 1000).toFixed(6), newton((x) => x * x - 2, (x) => 2 * x, 1), newton((x) => x ** 3 - x - 2, (x) => 3 * x * x - 1, 1.5).toFixed(12));
  const primes = (n) => { const c = new Uint8Array(n + 1); const out = []; for (let i = 2; i <= n; i++) { if (c[i]) continue; out.push(i); for (let k = i * i; k <= n; k += i) c[k] = 1; } return out; };
  const factor = (n) => { const out = []; for (let p = 2; p * p <= n; p++) while (n % p === 0) { out.push(p); n /= p; } if (n > 1) out.push(n); return out; };
  show('primes', primes(60), primes(10000).length, [360, 9973, 1001, 2 ** 31 - 1, 600851475143].map((n) => factor(n).join('x')));
  const solve = (m) => { const a = m.map((r) => r.slice()); const n = a.length; for (let c = 0; c < n; c++) { let p = c; for (let r = c; r < n; r++) if (Math.abs(a[r][c]) > Math.abs(a[p][c])) p = r; [a[c], a[p]] = [a[p], a[c]]; for (let r = 0; r < n; r++) { if (r === c) continue; const f = a[r][c] / a[c][c]; for (let k = c; k <= n; k++) a[r][k] -= f * a[c][k]; } } return a.map((r, i) => Math.round((r[n] / r[i]) * 1e9) / 1e9); };
  show('linear system', solve([[2, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]]));
  const toRoman = (n) => [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']].reduce((s, [v, r]) => { while (n >= v) { s += r; n -= v; } return s; }, '');
  show('roman', [1, 4, 9, 14, 1994, 2024, 3999].map(toRoman));
  let seed = 42;
  const lcg = () => (seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32;
  const sample = Array.from({ length: 1000 }, lcg);
  const mean = sample.reduce((a, b) => a + b) / 1000;
  const variance = sample.reduce((a, x) => a + (x - mean) ** 2, 0) / 999;
  const histogram = sample.reduce((h3, x) => (h3[Math.floor(x * 5)]++, h3), [0, 0, 0, 0, 0]);
  show('statistics', mean.toFixed(10), variance.toFixed(10), histogram, [...sample].sort((a, b) => a - b)[500].toFixed(8));
}
