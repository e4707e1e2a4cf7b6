'use strict';
// Objects as dictionaries and exceptions as control flow: dynamic keys, delete, in, for-in, Object.* statics, a trie
// with property links, a tiny template engine, a configuration merger and try/catch/finally on hot paths.
// bench: small=2 normal=40 long=280
const SIZE = 40; // bench:size

let state = 2024;
function rand(limit) {
  state = (Math.imul(state, 134775813) + 1) | 0;
  return (state >>> 10) % limit;
}

const consonants = 'bdfgklmnprst';
const vowels = 'aeiou';
function makeWord() {
  let w = '';
  for (let i = 1 + rand(3); i > 0; i--) w += consonants[rand(12)] + vowels[rand(5)];
  return w;
}

function countWords(words) {
  const counts = Object.create(null);
  for (const w of words) counts[w] = (counts[w] ?? 0) + 1;
  let singles = 0;
  for (const w in counts) {
    if (counts[w] === 1) {
      singles++;
      delete counts[w];
    }
  }
  return { counts, singles };
}

class Trie {
  root = {};
  size = 0;
  insert(word) {
    let node = this.root;
    for (const ch of word) node = node[ch] ??= {};
    if (!node.end) {
      node.end = true;
      this.size++;
    }
  }
  has(word) {
    let node = this.root;
    for (const ch of word) {
      if (!(ch in node)) return false;
      node = node[ch];
    }
    return node.end === true;
  }
  remove(word) {
    const path = [this.root];
    for (const ch of word) {
      const next = path[path.length - 1][ch];
      if (next === undefined) return false;
      path.push(next);
    }
    if (!path[path.length - 1].end) return false;
    delete path[path.length - 1].end;
    for (let i = word.length; i > 0 && Object.keys(path[i]).length === 0; i--) delete path[i - 1][word[i - 1]];
    this.size--;
    return true;
  }
  count(node = this.root) {
    let n = 1;
    for (const key in node) if (key !== 'end') n += this.count(node[key]);
    return n;
  }
}

class MissingKey extends Error {
  constructor(key) {
    super(`no value for ${key}`);
    this.key = key;
  }
}

function lookup(scope, path) {
  let value = scope;
  for (const part of path.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) throw new MissingKey(path);
    value = value[part];
  }
  return value;
}

function expand(template, scope, log) {
  let out = '';
  let at = 0;
  for (;;) {
    const open = template.indexOf('{{', at);
    if (open < 0) return out + template.slice(at);
    const close = template.indexOf('}}', open);
    out += template.slice(at, open);
    try {
      out += lookup(scope, template.slice(open + 2, close).trim());
    } catch (e) {
      if (!(e instanceof MissingKey)) throw e;
      log.missing[e.key] = (log.missing[e.key] ?? 0) + 1;
      out += '?';
    } finally {
      log.expanded++;
      at = close + 2;
    }
  }
}

function merge(target, source) {
  for (const [key, value] of Object.entries(source)) {
    if (value !== null && typeof value === 'object' && !Array.isArray(value) && typeof target[key] === 'object') merge(target[key], value);
    else if (value === undefined) delete target[key];
    else target[key] = value;
  }
  return target;
}

function deepEqual(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((k) => Object.hasOwn(b, k) && deepEqual(a[k], b[k]));
}

function guarded(depth, log) {
  try {
    if (depth === 0) throw { code: log.length };
    guarded(depth - 1, log);
  } catch (e) {
    if (e.code % 3 === depth % 3 && depth < 5) throw { code: e.code + 1 };
    return depth;
  } finally {
    log.push(depth);
  }
  return -1;
}

const defaults = { server: { host: 'localhost', port: 80, tls: { on: false, versions: ['a', 'b'] } }, log: { level: 1, file: null }, user: { name: 'nobody' } };
let checksum = 0;
const log = { missing: {}, expanded: 0 };
let text = '';
for (let round = 0; round < SIZE; round++) {
  const words = Array.from({ length: 500 }, makeWord);
  const { counts, singles } = countWords(words);
  for (const [w, n] of Object.entries(counts)) checksum = (checksum * 31 + n * w.length) | 0;
  checksum = (checksum + singles) | 0;
  const trie = new Trie();
  for (const w of words) trie.insert(w);
  checksum = (checksum * 31 + trie.count() + trie.size) | 0;
  for (let i = 0; i < words.length; i += 3) if (trie.remove(words[i])) checksum ^= i;
  checksum = (checksum + words.filter((w) => trie.has(w)).length + trie.count()) | 0;
  const config = merge(structured(defaults), { server: { port: rand(9000), tls: { on: round % 2 === 0 } }, log: undefined, extra: { [`k${round % 4}`]: round } });
  checksum = (checksum + config.server.port + Object.keys(config).length + (deepEqual(config, defaults) ? 1 : 0) + (deepEqual(structured(config), config) ? 2 : 0)) | 0;
  text = expand('{{server.host}}:{{ server.port }} {{log.level}} {{user.name}}/{{user.mail}} {{extra.k1}}', config, log);
  checksum = (checksum + text.length) | 0;
  const trail = [];
  for (let i = 0; i < 40; i++) {
    try {
      checksum = (checksum + guarded(i % 9, trail)) | 0;
    } catch (e) {
      checksum = (checksum + e.code) | 0;
    }
  }
  checksum = (checksum * 31 + trail.length) | 0;
  const table = {};
  for (let i = 0; i < 200; i++) table[rand(50) % 2 ? i : `x${i}`] = i;
  for (let i = 0; i < 200; i += 2) delete table[i];
  checksum = (checksum * 31 + Object.keys(table).slice(0, 20).join('').length + Object.values(table).length) | 0;
}

function structured(value) {
  if (Array.isArray(value)) return value.map(structured);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, structured(v)]));
}

print(`dictionary ${checksum} ${text} expanded ${log.expanded} missing ${JSON.stringify(log.missing)}`);
