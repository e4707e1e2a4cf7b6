'use strict';
// Typed arrays: blocked and plain matrix multiplication, LU decomposition, a radix-2 FFT with convolution,
// a box blur over bytes and packing through DataView.
// bench: small=8 normal=48 long=118
const SIZE = 48; // bench:size

let state = 12;
function rand() {
  state = (Math.imul(state, 1664525) + 1013904223) | 0;
  return (state >>> 8) / 16777216;
}

function randomMatrix(n) {
  const m = new Float64Array(n * n);
  for (let i = 0; i < m.length; i++) m[i] = rand() - 0.5;
  return m;
}

function multiply(a, b, n) {
  const c = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const aik = a[i * n + k];
      for (let j = 0; j < n; j++) c[i * n + j] += aik * b[k * n + j];
    }
  }
  return c;
}

function multiplyRows(a, b) {
  const n = a.length;
  const c = [];
  for (let i = 0; i < n; i++) {
    const row = new Array(n);
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i][k] * b[k][j];
      row[j] = sum;
    }
    c.push(row);
  }
  return c;
}

function luDeterminant(source, n) {
  const m = source.slice();
  let det = 1;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(m[r * n + c]) > Math.abs(m[pivot * n + c])) pivot = r;
    if (pivot !== c) {
      for (let k = 0; k < n; k++) {
        const t = m[c * n + k];
        m[c * n + k] = m[pivot * n + k];
        m[pivot * n + k] = t;
      }
      det = -det;
    }
    const d = m[c * n + c];
    det *= d;
    for (let r = c + 1; r < n; r++) {
      const f = m[r * n + c] / d;
      if (f === 0) continue;
      for (let k = c; k < n; k++) m[r * n + k] -= f * m[c * n + k];
    }
  }
  return det;
}

function fft(re, im, inverse) {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j], re[i]];
      [im[i], im[j]] = [im[j], im[i]];
    }
  }
  for (let len = 2; len <= n; len <<= 1) {
    const angle = ((inverse ? 2 : -2) * Math.PI) / len;
    const wr = Math.cos(angle);
    const wi = Math.sin(angle);
    for (let i = 0; i < n; i += len) {
      let cr = 1;
      let ci = 0;
      const half = len >> 1;
      for (let k = i; k < i + half; k++) {
        const xr = re[k + half] * cr - im[k + half] * ci;
        const xi = re[k + half] * ci + im[k + half] * cr;
        re[k + half] = re[k] - xr;
        im[k + half] = im[k] - xi;
        re[k] += xr;
        im[k] += xi;
        const t = cr * wr - ci * wi;
        ci = cr * wi + ci * wr;
        cr = t;
      }
    }
  }
  if (inverse) {
    for (let i = 0; i < n; i++) {
      re[i] /= n;
      im[i] /= n;
    }
  }
}

function convolve(a, b) {
  let n = 1;
  while (n < a.length + b.length) n <<= 1;
  const ar = new Float64Array(n);
  const ai = new Float64Array(n);
  const br = new Float64Array(n);
  const bi = new Float64Array(n);
  ar.set(a);
  br.set(b);
  fft(ar, ai, false);
  fft(br, bi, false);
  for (let i = 0; i < n; i++) {
    const r = ar[i] * br[i] - ai[i] * bi[i];
    ai[i] = ar[i] * bi[i] + ai[i] * br[i];
    ar[i] = r;
  }
  fft(ar, ai, true);
  return Int32Array.from(ar.subarray(0, a.length + b.length - 1), (v) => Math.round(v));
}

function blur(pixels, width, height) {
  const out = new Uint8ClampedArray(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let n = 0;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const yy = y + dy;
          const xx = x + dx;
          if (yy < 0 || xx < 0 || yy >= height || xx >= width) continue;
          sum += pixels[yy * width + xx];
          n++;
        }
      }
      out[y * width + x] = (sum * 1.05) / n;
    }
  }
  return out;
}

function pack(values) {
  const view = new DataView(new ArrayBuffer(values.length * 16));
  values.forEach((v, i) => {
    view.setFloat64(i * 16, v, true);
    view.setFloat32(i * 16 + 8, v);
    view.setInt16(i * 16 + 12, v * 1000, i % 2 === 0);
    view.setUint8(i * 16 + 14, i);
  });
  let sum = 0;
  for (let i = 0; i < view.byteLength; i += 4) sum = (Math.imul(sum, 31) + view.getInt32(i)) | 0;
  return sum;
}

const a = randomMatrix(SIZE);
const b = randomMatrix(SIZE);
const c = multiply(a, b, SIZE);
let trace = 0;
for (let i = 0; i < SIZE; i++) trace += c[i * SIZE + i];
const rows = (m) => Array.from({ length: SIZE }, (_, r) => Array.from(m.subarray(r * SIZE, (r + 1) * SIZE)));
const d = multiplyRows(rows(a), rows(b));
let difference = 0;
for (let i = 0; i < SIZE; i++) for (let j = 0; j < SIZE; j++) difference = Math.max(difference, Math.abs(d[i][j] - c[i * SIZE + j]));
print(`matrix ${trace.toFixed(9)} ${difference < 1e-9} det ${luDeterminant(a, SIZE).toExponential(6)}`);

const signal = Array.from({ length: SIZE * SIZE }, () => Math.floor(rand() * 10));
const kernel = Array.from({ length: SIZE }, (_, i) => 1 + (i % 4));
const product = convolve(signal, kernel);
print(`convolution ${product.length} ${product.reduce((s, v) => (Math.imul(s, 31) + v) | 0, 0)}`);

let image = Uint8Array.from({ length: SIZE * SIZE * 4 }, () => rand() * 256);
for (let i = 0; i < 4; i++) image = blur(image, SIZE * 2, SIZE * 2);
print(`blur ${image.reduce((s, v) => (Math.imul(s, 17) + v) | 0, 0)} pack ${pack(signal.map((v, i) => v / 8 - i))}`);
