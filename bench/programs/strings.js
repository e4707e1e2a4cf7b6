'use strict';
// String building and string methods: ropes by +=, join, slices, case mapping, padding, search and replace
// without regular expressions, code points, Levenshtein distance, run-length and base64 coding, templates.
// bench: small=1 normal=12 long=130
const SIZE = 12; // bench:size

let state = 99;
function rand(limit) {
  state = (Math.imul(state, 214013) + 2531011) | 0;
  return ((state >>> 16) & 0x7fff) % limit;
}

function hashText(text) {
  let h = 5381;
  for (let i = 0; i < text.length; i++) h = (Math.imul(h, 33) ^ text.charCodeAt(i)) | 0;
  return h;
}

const syllables = ['ka', 'lo', 'mi', 'ne', 'rü', 'sta', 'ver', 'to', 'wen', 'ich', 'ō', 'zu'];
function makeWord() {
  let word = '';
  const n = 1 + rand(4);
  for (let i = 0; i < n; i++) word += syllables[rand(syllables.length)];
  return word;
}

function makeText(words) {
  const parts = [];
  let sentence = '';
  for (let i = 0; i < words; i++) {
    const w = makeWord();
    if (sentence === '') sentence = w[0].toUpperCase() + w.slice(1);
    else sentence += ' ' + w;
    if (rand(9) === 0) {
      parts.push(sentence + '.');
      sentence = '';
    }
  }
  if (sentence) parts.push(sentence + '!');
  return parts.join(' ');
}

function titleCase(text) {
  return text
    .split(' ')
    .map((w) => w.charAt(0).toUpperCase() + w.substring(1).toLowerCase())
    .join(' ');
}

function wrap(text, width) {
  const lines = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > width) {
      lines.push(line.padEnd(width, '·') + '|');
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line.padStart(width));
  return lines.join('\n');
}

function runLength(text) {
  let out = '';
  let i = 0;
  while (i < text.length) {
    let j = i + 1;
    while (j < text.length && text[j] === text[i]) j++;
    out += j - i > 1 ? `${j - i}${text[i]}` : text[i];
    i = j;
  }
  return out;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
function toBase64(text) {
  const bytes = [];
  for (const ch of text) {
    const c = ch.codePointAt(0);
    if (c < 0x80) bytes.push(c);
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const v = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    out += alphabet[v >> 18] + alphabet[(v >> 12) & 63];
    out += i + 1 < bytes.length ? alphabet[(v >> 6) & 63] : '=';
    out += i + 2 < bytes.length ? alphabet[v & 63] : '=';
  }
  return out;
}

function fromBase64(text) {
  const bytes = [];
  for (let i = 0; i < text.length; i += 4) {
    let v = 0;
    for (let k = 0; k < 4; k++) v = (v << 6) | Math.max(0, alphabet.indexOf(text[i + k]));
    bytes.push((v >> 16) & 255);
    if (text[i + 2] !== '=') bytes.push((v >> 8) & 255);
    if (text[i + 3] !== '=') bytes.push(v & 255);
  }
  let out = '';
  for (let i = 0; i < bytes.length; ) {
    const b = bytes[i++];
    if (b < 0x80) out += String.fromCharCode(b);
    else if (b < 0xe0) out += String.fromCodePoint(((b & 31) << 6) | (bytes[i++] & 63));
    else out += String.fromCodePoint(((b & 15) << 12) | ((bytes[i++] & 63) << 6) | (bytes[i++] & 63));
  }
  return out;
}

function distance(a, b) {
  let previous = [];
  for (let j = 0; j <= b.length; j++) previous.push(j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min(row[j - 1] + 1, previous[j] + 1, previous[j - 1] + cost));
    }
    previous = row;
  }
  return previous[b.length];
}

function caesar(text, shift) {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 97 && c <= 122) out += String.fromCharCode(((c - 97 + shift) % 26) + 97);
    else if (c >= 65 && c <= 90) out += String.fromCharCode(((c - 65 + shift) % 26) + 65);
    else out += text.charAt(i);
  }
  return out;
}

function countAll(text, needle) {
  let n = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) n++;
  return n;
}

function isPalindrome(text) {
  return text === [...text].reverse().join('');
}

let checksum = 0;
let sample = '';
for (let round = 0; round < SIZE; round++) {
  const text = makeText(260);
  const wrapped = wrap(titleCase(text), 60);
  const coded = toBase64(text);
  checksum = (checksum * 31 + hashText(wrapped)) | 0;
  checksum = (checksum * 31 + hashText(runLength(text.replaceAll('ka', 'kkk')))) | 0;
  checksum = (checksum * 31 + hashText(coded)) | 0;
  if (fromBase64(coded) !== text) throw new Error('base64 does not come back');
  checksum = (checksum * 31 + distance(text.slice(0, 70), text.slice(70, 140))) | 0;
  const secret = caesar(text, round + 1);
  if (caesar(secret, 26 - ((round + 1) % 26)) !== text) throw new Error('caesar does not come back');
  checksum = (checksum + countAll(text, 'to') * 7 + text.lastIndexOf('sta') + countAll(secret, 'a')) | 0;
  let built = '';
  for (let i = 0; i < 1500; i++) built += String.fromCharCode(97 + (i % 26));
  checksum = (checksum + hashText(built)) | 0;
  for (const w of text.split(' ')) {
    if (w.startsWith('ka') || w.endsWith('zu.')) checksum = (checksum + w.length) | 0;
    if (w.includes('ō')) checksum ^= 5;
    if (isPalindrome(w)) checksum = (checksum + 1) | 0;
  }
  const sorted = text.toLowerCase().split(' ').sort();
  checksum = (checksum + hashText(sorted.join(','))) | 0;
  sample = `${sorted[0]}/${sorted.at(-1)}/${'='.repeat(round % 5)}${text.length}`;
}
print(`strings ${checksum} ${sample}`);
