'use strict';
// BigInt: digits of pi and e by spigots, modular exponentiation, Miller-Rabin, extended Euclid (a toy RSA),
// factorials, Fibonacci by doubling, conversion to and from text in several bases.
// bench: small=20 normal=4000 long=14000
const SIZE = 4000; // bench:size

// Gosper's series for pi as an unbounded spigot.
function piDigits(count) {
  let q = 1n;
  let r = 180n;
  let t = 60n;
  let out = '';
  for (let i = 2n; out.length < count; i++) {
    const u = 3n * (3n * i + 1n) * (3n * i + 2n);
    const y = (q * (27n * i - 12n) + 5n * r) / (5n * t);
    out += y;
    r = 10n * u * (q * (5n * i - 2n) + r - y * t);
    q = 10n * q * i * (2n * i - 1n);
    t *= u;
  }
  return out;
}

function eDigits(count) {
  const scale = 10n ** BigInt(count + 10);
  let term = scale;
  let sum = 0n;
  for (let k = 1n; term > 0n; k++) {
    sum += term;
    term /= k;
  }
  return (sum / 10n ** 10n).toString();
}

function modPow(base, exponent, modulus) {
  let result = 1n;
  base %= modulus;
  while (exponent > 0n) {
    if (exponent & 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
    exponent >>= 1n;
  }
  return result;
}

function isProbablePrime(n) {
  if (n < 2n) return false;
  for (const p of [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n]) {
    if (n % p === 0n) return n === p;
  }
  let d = n - 1n;
  let s = 0;
  while (!(d & 1n)) {
    d >>= 1n;
    s++;
  }
  witnesses: for (const a of [2n, 3n, 5n, 7n, 11n, 13n]) {
    let x = modPow(a, d, n);
    if (x === 1n || x === n - 1n) continue;
    for (let i = 1; i < s; i++) {
      x = (x * x) % n;
      if (x === n - 1n) continue witnesses;
    }
    return false;
  }
  return true;
}

function inverse(a, m) {
  let [r0, r1] = [m, a % m];
  let [t0, t1] = [0n, 1n];
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1] = [r1, r0 - q * r1];
    [t0, t1] = [t1, t0 - q * t1];
  }
  return t0 < 0n ? t0 + m : t0;
}

function nextPrime(n) {
  n |= 1n;
  while (!isProbablePrime(n)) n += 2n;
  return n;
}

function fibonacci(n) {
  let a = 0n;
  let b = 1n;
  for (let bit = 31 - Math.clz32(n); bit >= 0; bit--) {
    const c = a * (2n * b - a);
    const d = a * a + b * b;
    if ((n >>> bit) & 1) [a, b] = [d, c + d];
    else [a, b] = [c, d];
  }
  return a;
}

function factorial(n) {
  let f = 1n;
  for (let i = 2n; i <= n; i++) f *= i;
  return f;
}

function hashText(text) {
  let h = 7;
  for (let i = 0; i < text.length; i++) h = (Math.imul(h, 31) + text.charCodeAt(i)) | 0;
  return h;
}

const pi = piDigits(SIZE);
print(`pi ${pi.slice(0, 12)} ${hashText(pi)}`);
print(`e ${hashText(eDigits(SIZE * 4))}`);
const p = nextPrime(10n ** 30n + BigInt(SIZE) * 1009n);
const q = nextPrime(3n * 10n ** 29n + 7n);
const modulus = p * q;
const secret = inverse(65537n, (p - 1n) * (q - 1n));
let ok = 0;
let mixed = 0n;
for (let i = 1n; i <= BigInt(SIZE >> 3); i++) {
  const message = i ** 20n % modulus;
  const coded = modPow(message, 65537n, modulus);
  if (modPow(coded, secret, modulus) === message) ok++;
  mixed ^= coded;
}
print(`rsa ${p} ${ok} ${mixed.toString(36)}`);
const f = fibonacci(SIZE * 40);
print(`fibonacci ${hashText(f.toString())} ${f.toString(16).length} ${hashText(factorial(BigInt(SIZE * 2)).toString())}`);
const parsed = BigInt(`0x${f.toString(16)}`);
print(`bits ${parsed === f} ${BigInt.asUintN(64, f * -3n)} ${BigInt.asIntN(64, f)} ${(f >> 200n) % 1000003n} ${-f / 7n ** 30n < 0n}`);
