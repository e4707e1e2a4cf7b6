'use strict';
// Integer and bitwise work: SHA-256, CRC-32, MurmurHash3 (32 bit), xorshift128 and a bit-count kernel over
// byte arrays made by a linear congruential generator.
// bench: small=1 normal=12 long=180
const SIZE = 12; // bench:size

const K = [];
const H0 = [];

// The constants of SHA-256 are the fractional bits of roots of primes; a table is computed with integers only.
function fractionalRootBits(p, root) {
  // The largest f (32 bits) with (floor + f / 2^32) ^ root <= p, by bisection on doubles split in two halves.
  let whole = 1;
  while ((whole + 1) ** root <= p) whole++;
  let lo = 0;
  let hi = 0x100000000;
  const target = BigInt(p) << BigInt(32 * root);
  while (hi - lo > 1) {
    const mid = (lo + hi) / 2;
    const m = Math.floor(mid);
    const v = (BigInt(whole) << 32n) + BigInt(m);
    if (v ** BigInt(root) <= target) lo = m;
    else hi = m;
  }
  return lo | 0;
}

function makeConstants() {
  let p = 2;
  while (K.length < 64) {
    let prime = true;
    for (let d = 2; d * d <= p; d++) {
      if (p % d === 0) {
        prime = false;
        break;
      }
    }
    if (prime) {
      if (H0.length < 8) H0.push(fractionalRootBits(p, 2));
      K.push(fractionalRootBits(p, 3));
    }
    p++;
  }
}

function sha256(bytes) {
  const length = bytes.length;
  const blocks = ((length + 8) >> 6) + 1;
  const padded = new Uint8Array(blocks * 64);
  padded.set(bytes);
  padded[length] = 0x80;
  const bits = length * 8;
  for (let i = 0; i < 4; i++) padded[blocks * 64 - 1 - i] = (bits >>> (8 * i)) & 255;
  const w = new Int32Array(64);
  let [a0, b0, c0, d0, e0, f0, g0, h0] = H0;
  for (let block = 0; block < blocks; block++) {
    const base = block * 64;
    for (let t = 0; t < 16; t++) {
      const i = base + t * 4;
      w[t] = (padded[i] << 24) | (padded[i + 1] << 16) | (padded[i + 2] << 8) | padded[i + 3];
    }
    for (let t = 16; t < 64; t++) {
      const x = w[t - 15];
      const y = w[t - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[t] = (w[t - 16] + s0 + w[t - 7] + s1) | 0;
    }
    let a = a0;
    let b = b0;
    let c = c0;
    let d = d0;
    let e = e0;
    let f = f0;
    let g = g0;
    let h = h0;
    for (let t = 0; t < 64; t++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const ch = (e & f) ^ (~e & g);
      const t1 = (h + s1 + ch + K[t] + w[t]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const maj = (a & b) ^ (a & c) ^ (b & c);
      const t2 = (s0 + maj) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    a0 = (a0 + a) | 0;
    b0 = (b0 + b) | 0;
    c0 = (c0 + c) | 0;
    d0 = (d0 + d) | 0;
    e0 = (e0 + e) | 0;
    f0 = (f0 + f) | 0;
    g0 = (g0 + g) | 0;
    h0 = (h0 + h) | 0;
  }
  return [a0, b0, c0, d0, e0, f0, g0, h0].map((v) => (v >>> 0).toString(16).padStart(8, '0')).join('');
}

const crcTable = new Int32Array(256);
function makeCrcTable() {
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    crcTable[n] = c;
  }
}

function crc32(bytes) {
  let c = -1;
  for (let i = 0; i < bytes.length; i++) c = crcTable[(c ^ bytes[i]) & 255] ^ (c >>> 8);
  return (c ^ -1) >>> 0;
}

function murmur3(bytes, seed) {
  const c1 = 0xcc9e2d51;
  const c2 = 0x1b873593;
  const n = bytes.length & ~3;
  let h = seed | 0;
  for (let i = 0; i < n; i += 4) {
    let k = bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
    k = Math.imul(k, c1);
    k = (k << 15) | (k >>> 17);
    k = Math.imul(k, c2);
    h ^= k;
    h = (h << 13) | (h >>> 19);
    h = (Math.imul(h, 5) + 0xe6546b64) | 0;
  }
  let k = 0;
  switch (bytes.length & 3) {
    case 3:
      k ^= bytes[n + 2] << 16;
    // falls through
    case 2:
      k ^= bytes[n + 1] << 8;
    // falls through
    case 1:
      k ^= bytes[n];
      k = Math.imul(k, c1);
      k = (k << 15) | (k >>> 17);
      h ^= Math.imul(k, c2);
  }
  h ^= bytes.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function bitCount(v) {
  v -= (v >>> 1) & 0x55555555;
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function xorshift(rounds) {
  let x = 123456789;
  let y = 362436069;
  let z = 521288629;
  let w = 88675123;
  let ones = 0;
  for (let i = 0; i < rounds; i++) {
    const t = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    ones += bitCount(w);
  }
  return `${w >>> 0} ${ones}`;
}

function makeBytes(length, seed) {
  const bytes = new Uint8Array(length);
  let s = seed | 0;
  for (let i = 0; i < length; i++) {
    s = (Math.imul(s, 1103515245) + 12345) & 0x7fffffff;
    bytes[i] = s >>> 16;
  }
  return bytes;
}

makeConstants();
makeCrcTable();
print(`empty ${sha256(new Uint8Array(0))}`);
let digest = '';
let crc = 0;
let murmur = 0;
for (let i = 0; i < SIZE; i++) {
  const bytes = makeBytes(4001 + i, i + 1);
  digest = sha256(bytes);
  crc = (crc ^ crc32(bytes)) >>> 0;
  murmur = (murmur + murmur3(bytes, i)) >>> 0;
}
print(`sha256 ${digest}`);
print(`crc ${crc} murmur ${murmur}`);
print(`xorshift ${xorshift(SIZE * 4000)}`);
