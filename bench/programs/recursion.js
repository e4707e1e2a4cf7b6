'use strict';
// Calls: Fibonacci, Ackermann, Takeuchi, mutual recursion, n-queens with bit masks and with arrays, towers of
// Hanoi, permutations by exchange and the count of partitions.
// bench: small=6 normal=26 long=32
const SIZE = 26; // bench:size

function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function ackermann(m, n) {
  if (m === 0) return n + 1;
  if (n === 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}

function tak(x, y, z) {
  return y >= x ? z : tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y));
}

const isEven = (n) => (n === 0 ? true : isOdd(n - 1));
const isOdd = (n) => (n === 0 ? false : isEven(n - 1));

function queensByBits(n) {
  const all = (1 << n) - 1;
  const place = (columns, left, right) => {
    if (columns === all) return 1;
    let count = 0;
    let free = all & ~(columns | left | right);
    while (free !== 0) {
      const bit = free & -free;
      free ^= bit;
      count += place(columns | bit, (left | bit) << 1, (right | bit) >> 1);
    }
    return count;
  };
  return place(0, 0, 0);
}

function queensByArray(n) {
  const rows = new Array(n).fill(false);
  const up = new Array(2 * n).fill(false);
  const down = new Array(2 * n).fill(false);
  const board = [];
  let solutions = 0;
  let first = '';
  function place(column) {
    if (column === n) {
      solutions++;
      if (first === '') first = board.join('');
      return;
    }
    for (let r = 0; r < n; r++) {
      if (rows[r] || up[r + column] || down[r - column + n]) continue;
      rows[r] = up[r + column] = down[r - column + n] = true;
      board[column] = r;
      place(column + 1);
      rows[r] = up[r + column] = down[r - column + n] = false;
    }
  }
  place(0);
  return `${solutions}/${first}`;
}

function hanoi(n, from, to, via, pegs) {
  if (n === 0) return 0;
  const a = hanoi(n - 1, from, via, to, pegs);
  pegs[to].push(pegs[from].pop());
  return a + 1 + hanoi(n - 1, via, to, from, pegs);
}

function permutations(items, k, visit) {
  if (k === 1) {
    visit(items);
    return;
  }
  for (let i = 0; i < k; i++) {
    permutations(items, k - 1, visit);
    const j = k % 2 === 0 ? i : 0;
    const t = items[j];
    items[j] = items[k - 1];
    items[k - 1] = t;
  }
}

function partitions(n, largest) {
  if (n === 0) return 1;
  let count = 0;
  for (let k = Math.min(n, largest); k >= 1; k--) count += partitions(n - k, k);
  return count;
}

print(`fib ${fib(SIZE + 4)}`);
print(`ackermann ${ackermann(2, SIZE * 3)} ${ackermann(3, SIZE > 10 ? 5 : 3)}`);
print(`tak ${tak(SIZE, 8, 4)}`);
print(`parity ${isEven(SIZE * 20)} ${isOdd(SIZE * 20)}`);
print(`queens ${queensByBits(Math.min(10, SIZE >> 1))} ${queensByArray(Math.min(8, SIZE >> 1))}`);
const pegs = [[], [], []];
for (let i = Math.min(SIZE, 15); i > 0; i--) pegs[0].push(i);
print(`hanoi ${hanoi(pegs[0].length, 0, 2, 1, pegs)} ${pegs[2].slice(0, 5).join(',')}`);
let visited = 0;
let sum = 0;
permutations([1, 2, 3, 4, 5, 6, 7].slice(0, Math.min(7, SIZE >> 1)), Math.min(7, SIZE >> 1), (p) => {
  visited++;
  sum = (Math.imul(sum, 17) + p[0] * 10 + p[1]) | 0;
});
print(`permutations ${visited} ${sum}`);
print(`partitions ${partitions(SIZE + 12, SIZE + 12)}`);
