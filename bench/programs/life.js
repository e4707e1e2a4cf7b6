'use strict';
// Integer loops over arrays: the game of life on a torus (plain array, bytes and a sparse Set), a sieve of
// Eratosthenes, a knapsack table and a flood fill.
// bench: small=2 normal=24 long=180
const SIZE = 24; // bench:size

const W = 64;
const H = 48;

function seedPattern(set) {
  let s = 5;
  for (let y = 0; y < H; y++) {
    for (let x = 0; x < W; x++) {
      s = (s * 16807) % 2147483647;
      if (s % 100 < 31) set(x, y);
    }
  }
}

function lifeOnBytes(generations) {
  let cells = new Uint8Array(W * H);
  let next = new Uint8Array(W * H);
  seedPattern((x, y) => {
    cells[y * W + x] = 1;
  });
  for (let g = 0; g < generations; g++) {
    for (let y = 0; y < H; y++) {
      const up = ((y + H - 1) % H) * W;
      const row = y * W;
      const down = ((y + 1) % H) * W;
      for (let x = 0; x < W; x++) {
        const l = (x + W - 1) % W;
        const r = (x + 1) % W;
        const n = cells[up + l] + cells[up + x] + cells[up + r] + cells[row + l] + cells[row + r] + cells[down + l] + cells[down + x] + cells[down + r];
        next[row + x] = n === 3 || (n === 2 && cells[row + x] === 1) ? 1 : 0;
      }
    }
    [cells, next] = [next, cells];
  }
  let h = 0;
  for (let i = 0; i < cells.length; i++) if (cells[i]) h = (Math.imul(h, 31) + i) | 0;
  return h;
}

function lifeOnRows(generations) {
  let grid = Array.from({ length: H }, () => new Array(W).fill(false));
  seedPattern((x, y) => {
    grid[y][x] = true;
  });
  for (let g = 0; g < generations; g++) {
    const next = [];
    for (let y = 0; y < H; y++) {
      const row = [];
      for (let x = 0; x < W; x++) {
        let n = 0;
        for (let dy = -1; dy <= 1; dy++) {
          for (let dx = -1; dx <= 1; dx++) {
            if ((dx !== 0 || dy !== 0) && grid[(y + dy + H) % H][(x + dx + W) % W]) n++;
          }
        }
        row.push(n === 3 || (n === 2 && grid[y][x]));
      }
      next.push(row);
    }
    grid = next;
  }
  let h = 0;
  grid.forEach((row, y) => row.forEach((alive, x) => {
    if (alive) h = (Math.imul(h, 31) + y * W + x) | 0;
  }));
  return h;
}

function gliders(generations) {
  let alive = new Set([1, 1026, 2048, 2049, 2050].map((k) => k + 50 * 1024 + 50));
  for (let g = 0; g < generations; g++) {
    const counts = new Map();
    for (const k of alive) {
      for (const d of [-1025, -1024, -1023, -1, 1, 1023, 1024, 1025]) counts.set(k + d, (counts.get(k + d) ?? 0) + 1);
    }
    const next = new Set();
    for (const [k, n] of counts) if (n === 3 || (n === 2 && alive.has(k))) next.add(k);
    alive = next;
  }
  return [...alive].sort((a, b) => a - b).join('.');
}

function sieve(limit) {
  const composite = [];
  for (let i = 0; i <= limit; i++) composite.push(false);
  let count = 0;
  let last = 0;
  for (let i = 2; i <= limit; i++) {
    if (composite[i]) continue;
    count++;
    last = i;
    for (let k = i * i; k <= limit; k += i) composite[k] = true;
  }
  return `${count}/${last}`;
}

function knapsack(items, capacity) {
  const best = new Int32Array(capacity + 1);
  for (let i = 0; i < items; i++) {
    const weight = 3 + ((i * 37) % 41);
    const value = 10 + ((i * 53) % 97);
    for (let c = capacity; c >= weight; c--) {
      const v = best[c - weight] + value;
      if (v > best[c]) best[c] = v;
    }
  }
  return best[capacity];
}

function floodFill(size) {
  const wall = [];
  let s = 9;
  for (let i = 0; i < size * size; i++) {
    s = (s * 48271) % 2147483647;
    wall[i] = s % 10 < 4;
  }
  const label = new Array(size * size).fill(0);
  let areas = 0;
  let largest = 0;
  for (let start = 0; start < wall.length; start++) {
    if (wall[start] || label[start] !== 0) continue;
    areas++;
    let area = 0;
    const open = [start];
    label[start] = areas;
    while (open.length > 0) {
      const at = open.pop();
      area++;
      const x = at % size;
      if (x > 0 && !wall[at - 1] && label[at - 1] === 0) {
        label[at - 1] = areas;
        open.push(at - 1);
      }
      if (x < size - 1 && !wall[at + 1] && label[at + 1] === 0) {
        label[at + 1] = areas;
        open.push(at + 1);
      }
      if (at >= size && !wall[at - size] && label[at - size] === 0) {
        label[at - size] = areas;
        open.push(at - size);
      }
      if (at < size * (size - 1) && !wall[at + size] && label[at + size] === 0) {
        label[at + size] = areas;
        open.push(at + size);
      }
    }
    if (area > largest) largest = area;
  }
  return `${areas}/${largest}`;
}

const bytes = lifeOnBytes(SIZE);
const rows = lifeOnRows(SIZE);
if (bytes !== rows) throw new Error(`the two games differ: ${bytes} ${rows}`);
print(`life ${bytes} glider ${gliders(SIZE * 4)}`);
print(`sieve ${sieve(SIZE * 2000)} knapsack ${knapsack(SIZE * 2, 1000)} fill ${floodFill(SIZE * 4)}`);
