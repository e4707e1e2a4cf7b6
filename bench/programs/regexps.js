'use strict';
// Regular expressions over generated log lines: captures, alternation, classes, lazy and greedy quantifiers,
// anchors, lookahead, back references, global and sticky matching, replace with functions, split.
// bench: small=1 normal=14 long=200
const SIZE = 14; // bench:size

let state = 7;
function rand(limit) {
  state = (Math.imul(state, 48271) + 11) & 0x7fffffff;
  return (state >> 8) % limit;
}

const hosts = ['alpha', 'beta-2', 'gamma.local', 'delta', 'mail.example.org'];
const verbs = ['GET', 'POST', 'PUT', 'DELETE'];
const agents = ['Browser/5.0 (Box; rv:9.1)', 'robot-7', 'curl/7.88.1', '"quoted" thing'];

function makeLine(i) {
  const d = `20${10 + rand(20)}-${String(1 + rand(12)).padStart(2, '0')}-${String(1 + rand(28)).padStart(2, '0')}`;
  const t = `${String(rand(24)).padStart(2, '0')}:${String(rand(60)).padStart(2, '0')}:${String(rand(60)).padStart(2, '0')}`;
  const ip = `${rand(256)}.${rand(256)}.${rand(256)}.${rand(300)}`;
  const path = `/${['a', 'index', 'img/x_y', 'q', 'über'][rand(5)]}${rand(3) === 0 ? `?id=${rand(1000)}&tag=${['red', 'blue', ''][rand(3)]}` : ''}`;
  const extra = rand(4) === 0 ? ` user=${['ann', 'bob', 'ann ann', 'eve'][rand(4)]}@${hosts[rand(hosts.length)]}` : '';
  return `${d} ${t} [${hosts[rand(hosts.length)]}] ${ip} "${verbs[rand(4)]} ${path}" ${[200, 200, 301, 404, 500][rand(5)]} ${rand(100000)} ${agents[rand(4)]}${extra} #${i}`;
}

const lineForm = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d) \[([\w.-]+)\] ((?:\d{1,3}\.){3}\d{1,3}) "([A-Z]+) ([^"]*)" (\d{3}) (\d+) (.*?)(?: user=(.+))? #(\d+)$/;
const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const address = new RegExp(`^${octet}(?:\\.${octet}){3}$`);
const query = /[?&](\w+)=([^&\s"]*)/g;
const mail = /\b([a-z][\w.+-]*)@((?:[a-z\d-]+\.)+[a-z]{2,})\b/gi;
const doubled = /\b(\w+) \1\b/;
const password = /^(?=.*\d)(?=.*[a-z])(?!.*(.)\1\1).{4,12}$/;

function parseAll(lines) {
  let ok = 0;
  let bytes = 0;
  let late = 0;
  let bad = 0;
  let queries = 0;
  let mails = 0;
  let twins = 0;
  const statuses = new Map();
  for (const line of lines) {
    const m = lineForm.exec(line);
    if (m === null) continue;
    ok++;
    bytes += Number(m[12]);
    if (m[4] > '17') late++;
    if (!address.test(m[8])) bad++;
    statuses.set(m[11], (statuses.get(m[11]) ?? 0) + 1);
    query.lastIndex = 0;
    for (let q = query.exec(m[10]); q !== null; q = query.exec(m[10])) queries += q[1].length + q[2].length;
    if (m[14] !== undefined && doubled.test(m[14])) twins++;
    mails += (line.match(mail) ?? []).length;
  }
  return `${ok} ${bytes} ${late} ${bad} ${queries} ${mails} ${twins} ${[...statuses].sort().join(';')}`;
}

const tokenForm = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|<=|>=|&&|\|\||[-+*\/()=<>!{};,.]))/y;
function tokenize(source) {
  tokenForm.lastIndex = 0;
  let numbers = 0;
  let names = 0;
  let marks = 0;
  for (;;) {
    const m = tokenForm.exec(source);
    if (m === null) break;
    if (m[1] !== undefined) numbers++;
    else if (m[2] !== undefined) names++;
    else marks++;
  }
  return numbers * 1000000 + names * 1000 + marks;
}

function rewrite(text) {
  return text
    .replace(/(\d{4})-(\d\d)-(\d\d)/g, '$3.$2.$1')
    .replace(/"([A-Z]+) ([^"]*)"/g, (_, verb, path) => `<${verb.toLowerCase()}:${path.length}>`)
    .replace(/[aeiou]{2,}/g, (v) => v.toUpperCase())
    .replace(/(?<=\[)[^\]]+/g, (h) => h.split('').reverse().join(''))
    .replace(/\s+#\d+/g, '');
}

function hashText(text) {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = (Math.imul(h, 31) + text.charCodeAt(i)) | 0;
  return h;
}

let checksum = 0;
let summary = '';
const source = 'let total = 0; while (total <= 100.5) { total = total + step(total, 3) * (2 - x_1); if (a && b || !c) { emit(total); } }';
for (let round = 0; round < SIZE; round++) {
  const lines = Array.from({ length: 150 }, (_, i) => makeLine(i));
  summary = parseAll(lines);
  checksum = (checksum * 31 + hashText(summary)) | 0;
  checksum = (checksum * 31 + hashText(lines.map(rewrite).join('\n'))) | 0;
  for (let k = 0; k < 10; k++) checksum = (checksum + tokenize(source)) | 0;
  const fields = lines.join(' , ').split(/\s*[,;]\s*|\s{2,}/);
  checksum = (checksum + fields.length) | 0;
  for (const line of lines) {
    if (password.test(line.slice(-9))) checksum ^= 9;
    const at = line.search(/[45]\d\d /);
    checksum = (checksum + at) | 0;
    if (/(?:a|ab|abc)*$/.test(line.slice(0, 30))) checksum ^= 3;
  }
}
print(`regexps ${checksum} ${summary}`);
