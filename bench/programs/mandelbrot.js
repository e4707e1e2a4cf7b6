'use strict';
// Numeric loops over unboxed doubles: escape-time fractals (Mandelbrot, a Julia set and Newton's
// iteration for z^3 = 1) on a grid, with the iteration counts folded into a checksum.
// bench: small=24 normal=120 long=360
const SIZE = 120; // bench:size

const LIMIT = 80;

function mandelbrotEscape(cr, ci) {
  let zr = 0;
  let zi = 0;
  let zr2 = 0;
  let zi2 = 0;
  let n = 0;
  while (n < LIMIT && zr2 + zi2 <= 4) {
    zi = 2 * zr * zi + ci;
    zr = zr2 - zi2 + cr;
    zr2 = zr * zr;
    zi2 = zi * zi;
    n++;
  }
  return n;
}

function juliaEscape(zr, zi, cr, ci) {
  let n = 0;
  for (; n < LIMIT; n++) {
    const r2 = zr * zr;
    const i2 = zi * zi;
    if (r2 + i2 > 4) break;
    zi = 2 * zr * zi + ci;
    zr = r2 - i2 + cr;
  }
  return n;
}

// Newton's iteration; answers which root was reached (0..2) and the number of steps, as root * 100 + steps.
function newtonBasin(zr, zi) {
  for (let n = 0; n < 40; n++) {
    const r2 = zr * zr;
    const i2 = zi * zi;
    const norm = r2 + i2;
    if (norm < 1e-12) return 399;
    const d = 3 * norm * norm;
    // z - (z^3 - 1) / (3 z^2)
    const nr = (2 * zr) / 3 + (r2 - i2) / d;
    const ni = (2 * zi) / 3 - (2 * zr * zi) / d;
    const dr = nr - zr;
    const di = ni - zi;
    zr = nr;
    zi = ni;
    if (dr * dr + di * di < 1e-10) {
      if (zr > 0.5) return n;
      return zi > 0 ? 100 + n : 200 + n;
    }
  }
  return 399;
}

function mix(sum, value) {
  return (Math.imul(sum, 31) + value) | 0;
}

function render(size) {
  let mandel = 0;
  let julia = 0;
  let newton = 0;
  let inside = 0;
  for (let y = 0; y < size; y++) {
    const ci = (2.4 * y) / size - 1.2;
    for (let x = 0; x < size; x++) {
      const cr = (3.2 * x) / size - 2.2;
      const m = mandelbrotEscape(cr, ci);
      if (m === LIMIT) inside++;
      mandel = mix(mandel, m);
      julia = mix(julia, juliaEscape(cr + 0.6, ci, -0.8, 0.156));
      newton = mix(newton, newtonBasin(cr + 0.61, ci + 0.01));
    }
  }
  return `mandelbrot ${mandel} julia ${julia} newton ${newton} inside ${inside}`;
}

print(render(SIZE));
