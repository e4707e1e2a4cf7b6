'use strict';
// Sorting: Array.prototype.sort with comparators over numbers, strings and records (stable), typed arrays, and
// hand-written quick, merge, heap, shell and radix sorts that check one another.
// bench: small=1 normal=10 long=70
const SIZE = 10; // bench:size

let state = 1;
function rand() {
  state = (Math.imul(state, 1597334677) + 12345) | 0;
  return state >>> 1;
}

function quickSort(a, lo, hi) {
  while (lo < hi) {
    const pivot = a[(lo + hi) >> 1];
    let i = lo;
    let j = hi;
    while (i <= j) {
      while (a[i] < pivot) i++;
      while (a[j] > pivot) j--;
      if (i <= j) {
        const t = a[i];
        a[i] = a[j];
        a[j] = t;
        i++;
        j--;
      }
    }
    if (j - lo < hi - i) {
      quickSort(a, lo, j);
      lo = i;
    } else {
      quickSort(a, i, hi);
      hi = j;
    }
  }
}

function mergeSort(a, before) {
  if (a.length < 2) return a;
  const mid = a.length >> 1;
  const left = mergeSort(a.slice(0, mid), before);
  const right = mergeSort(a.slice(mid), before);
  const out = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) out.push(before(right[j], left[i]) ? right[j++] : left[i++]);
  while (i < left.length) out.push(left[i++]);
  while (j < right.length) out.push(right[j++]);
  return out;
}

function heapSort(a) {
  const n = a.length;
  const sift = (root, end) => {
    const v = a[root];
    for (;;) {
      let child = 2 * root + 1;
      if (child >= end) break;
      if (child + 1 < end && a[child + 1] > a[child]) child++;
      if (a[child] <= v) break;
      a[root] = a[child];
      root = child;
    }
    a[root] = v;
  };
  for (let i = (n >> 1) - 1; i >= 0; i--) sift(i, n);
  for (let end = n - 1; end > 0; end--) {
    const t = a[0];
    a[0] = a[end];
    a[end] = t;
    sift(0, end);
  }
}

function shellSort(a) {
  for (let gap = a.length >> 1; gap > 0; gap = gap === 2 ? 1 : Math.floor(gap / 2.2)) {
    for (let i = gap; i < a.length; i++) {
      const v = a[i];
      let j = i;
      for (; j >= gap && a[j - gap] > v; j -= gap) a[j] = a[j - gap];
      a[j] = v;
    }
  }
}

function radixSort(a) {
  let from = Uint32Array.from(a);
  let to = new Uint32Array(a.length);
  for (let shift = 0; shift < 32; shift += 8) {
    const counts = new Uint32Array(257);
    for (let i = 0; i < from.length; i++) counts[((from[i] >>> shift) & 255) + 1]++;
    for (let i = 0; i < 256; i++) counts[i + 1] += counts[i];
    for (let i = 0; i < from.length; i++) to[counts[(from[i] >>> shift) & 255]++] = from[i];
    [from, to] = [to, from];
  }
  return from;
}

function same(a, b) {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function fold(a) {
  let h = 0;
  for (let i = 0; i < a.length; i++) h = (Math.imul(h, 31) + a[i]) | 0;
  return h;
}

function makeInput(kind, n) {
  const a = [];
  for (let i = 0; i < n; i++) {
    if (kind === 0) a.push(rand());
    else if (kind === 1) a.push(i * 3 + (rand() % 5));
    else if (kind === 2) a.push((n - i) * 2);
    else a.push(rand() % 10);
  }
  return a;
}

let checksum = 0;
let names = '';
for (let round = 0; round < SIZE; round++) {
  for (let kind = 0; kind < 4; kind++) {
    const input = makeInput(kind, 500);
    const expected = [...input].sort((x, y) => x - y);
    const q = [...input];
    quickSort(q, 0, q.length - 1);
    const h = [...input];
    heapSort(h);
    const s = [...input];
    shellSort(s);
    if (![q, h, s, mergeSort(input, (x, y) => x < y), radixSort(input), Float64Array.from(input).sort()].every((r) => same(r, expected))) {
      throw new Error(`sorts disagree on kind ${kind}`);
    }
    checksum = (checksum * 31 + fold(expected)) | 0;
    const down = input.slice().sort((x, y) => y - x);
    checksum = (checksum * 31 + fold(down)) | 0;
  }
  const records = Array.from({ length: 400 }, (_, i) => ({ i, group: rand() % 7, name: `n${rand() % 50}`, weight: (rand() % 1000) / 8 }));
  records.sort((a, b) => a.group - b.group || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (let i = 1; i < records.length; i++) {
    const a = records[i - 1];
    const b = records[i];
    if (a.group === b.group && a.name === b.name && a.i > b.i) throw new Error('the sort is not stable');
  }
  checksum = (checksum + fold(records.map((r) => r.i))) | 0;
  records.sort((a, b) => b.weight - a.weight);
  checksum = (checksum + fold(records.map((r) => r.i * 2))) | 0;
  names = records.map((r) => r.name).sort().slice(0, 4).join(',');
  const mixed = [10, 9, 1, undefined, 2, 33, 'b', 'a', undefined, 100].sort();
  checksum = (checksum + mixed.indexOf(2)) | 0;
}
print(`sorting ${checksum} ${names}`);
