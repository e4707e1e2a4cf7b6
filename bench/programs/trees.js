'use strict';
// Allocation: complete binary trees built and thrown away beside a long-lived one, linked lists, a splay tree
// and a persistent (path-copying) treap.
// bench: small=5 normal=11 long=14
const SIZE = 11; // bench:size

let state = 2463534242 | 0;
function rand() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 1;
}

function makeTree(depth) {
  return depth === 0 ? { left: null, right: null } : { left: makeTree(depth - 1), right: makeTree(depth - 1) };
}
function countTree(t) {
  return t.left === null ? 1 : 1 + countTree(t.left) + countTree(t.right);
}

class List {
  constructor(head, tail) {
    this.head = head;
    this.tail = tail;
  }
}
function listOf(n) {
  let l = null;
  for (let i = n; i > 0; i--) l = new List(i, l);
  return l;
}
function reversed(l) {
  let out = null;
  for (; l !== null; l = l.tail) out = new List(l.head, out);
  return out;
}
function mergedSort(l, n) {
  if (n < 2) return l === null ? null : new List(l.head, null);
  const half = n >> 1;
  let right = l;
  for (let i = 0; i < half; i++) right = right.tail;
  let a = mergedSort(l, half);
  let b = mergedSort(right, n - half);
  const first = new List(0, null);
  let last = first;
  while (a !== null && b !== null) {
    if (a.head <= b.head) {
      last = last.tail = a;
      a = a.tail;
    } else {
      last = last.tail = b;
      b = b.tail;
    }
  }
  last.tail = a === null ? b : a;
  return first.tail;
}

class SplayNode {
  constructor(key, value) {
    this.key = key;
    this.value = value;
    this.left = null;
    this.right = null;
  }
}
class SplayTree {
  constructor() {
    this.root = null;
    this.size = 0;
  }
  // Top-down splaying after Sleator and Tarjan: brings the node of key, or a neighbour, to the root.
  splay(key) {
    let current = this.root;
    if (current === null) return;
    const header = new SplayNode(0, null);
    let left = header;
    let right = header;
    for (;;) {
      if (key < current.key) {
        if (current.left === null) break;
        if (key < current.left.key) {
          const t = current.left;
          current.left = t.right;
          t.right = current;
          current = t;
          if (current.left === null) break;
        }
        right.left = current;
        right = current;
        current = current.left;
      } else if (key > current.key) {
        if (current.right === null) break;
        if (key > current.right.key) {
          const t = current.right;
          current.right = t.left;
          t.left = current;
          current = t;
          if (current.right === null) break;
        }
        left.right = current;
        left = current;
        current = current.right;
      } else break;
    }
    left.right = current.left;
    right.left = current.right;
    current.left = header.right;
    current.right = header.left;
    this.root = current;
  }
  insert(key, value) {
    const node = new SplayNode(key, value);
    if (this.root !== null) {
      this.splay(key);
      if (this.root.key === key) return false;
      if (key > this.root.key) {
        node.left = this.root;
        node.right = this.root.right;
        this.root.right = null;
      } else {
        node.right = this.root;
        node.left = this.root.left;
        this.root.left = null;
      }
    }
    this.root = node;
    this.size++;
    return true;
  }
  removeSmallest() {
    this.splay(-1);
    const smallest = this.root;
    this.root = smallest.right;
    this.size--;
    return smallest;
  }
}

function treapInsert(t, key, priority) {
  if (t === null) return { key, priority, left: null, right: null, size: 1 };
  if (key === t.key) return t;
  let { left, right } = t;
  if (key < t.key) {
    left = treapInsert(left, key, priority);
    if (left.priority > t.priority) {
      return { ...left, right: treapNode(t, left.right, right), size: 1 + sizeOf(left.left) + 1 + sizeOf(left.right) + sizeOf(right) };
    }
  } else {
    right = treapInsert(right, key, priority);
    if (right.priority > t.priority) {
      return { ...right, left: treapNode(t, left, right.left), size: 1 + sizeOf(right.right) + 1 + sizeOf(right.left) + sizeOf(left) };
    }
  }
  return treapNode(t, left, right);
}
function sizeOf(t) {
  return t === null ? 0 : t.size;
}
function treapNode({ key, priority }, left, right) {
  return { key, priority, left, right, size: 1 + sizeOf(left) + sizeOf(right) };
}
function treapAt(t, index) {
  for (;;) {
    const l = sizeOf(t.left);
    if (index < l) t = t.left;
    else if (index === l) return t.key;
    else {
      index -= l + 1;
      t = t.right;
    }
  }
}

const longLived = makeTree(SIZE);
let trees = 0;
let nodes = 0;
for (let depth = 4; depth <= SIZE; depth += 2) {
  const rounds = 1 << (SIZE - depth + 4);
  for (let i = 0; i < rounds; i++) {
    nodes += countTree(makeTree(depth));
    trees++;
  }
}
print(`trees ${trees} nodes ${nodes} kept ${countTree(longLived)}`);

let list = reversed(listOf(1 << SIZE));
let n = 0;
let order = 0;
for (let l = mergedSort(list, 1 << SIZE); l !== null; l = l.tail) {
  n++;
  if (l.tail !== null && l.tail.head < l.head) order++;
}
print(`list ${n} ${order}`);

const splay = new SplayTree();
let inserted = 0;
let payload = 0;
for (let i = 0; i < 6 << SIZE; i++) {
  if (splay.insert(rand() % 100003, { id: i, tags: [i, i + 1, 'x'] })) inserted++;
  if (splay.size > 300) payload = (payload + splay.removeSmallest().value.tags[1]) | 0;
}
print(`splay ${inserted} ${splay.size} ${payload}`);

let treap = null;
const versions = [];
for (let i = 0; i < 1 << (SIZE - 1); i++) {
  treap = treapInsert(treap, rand() % 5000, rand());
  if (i % 64 === 0) versions.push(treap);
}
let middles = 0;
for (const v of versions) middles = (middles * 31 + treapAt(v, v.size >> 1)) | 0;
print(`treap ${treap.size} ${versions.length} ${middles}`);
