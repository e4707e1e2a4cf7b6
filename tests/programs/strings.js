'use strict';
// Strings, templates and JSON: every method of String, code units and code points, normalisation, well-formedness,
// raw and tagged templates, JSON.parse with revivers and JSON.stringify with everything it accepts.

const show = (label, ...values) => print(`${label}: ${values.map(text).join(' ')}`);
function text(v) {
  if (typeof v === 'string') return quote(v);
  if (typeof v === 'symbol' || typeof v === 'function') return typeof v;
  if (Object.is(v, -0)) return '-0';
  if (Array.isArray(v)) return `[${Array.from(v, text).join(',')}]`;
  if (v !== null && typeof v === 'object') return `{${Object.entries(v).map(([k, x]) => `${k}:${text(x)}`).join(',')}}`;
  return String(v);
}
function quote(s) {
  let out = '';
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    out += c < 32 || c === 127 || (c >= 0xd800 && c < 0xe000) || (c >= 0x300 && c < 0x370) || c === 0x2028 || c === 0xfeff || c === 0xa0 ? `\\u${c.toString(16).padStart(4, '0')}` : s[i];
  }
  return `'${out}'`;
}
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e instanceof Error ? e.constructor.name : `thrown ${text(e)}`;
  }
};

// ---- access ----
show('access', 'abc'[1], 'abc'[3], 'abc'.charAt(1), 'abc'.charAt(9), 'abc'.charCodeAt(0), 'abc'.charCodeAt(9), 'abc'.at(-1), 'abc'.at(3), '😀'.codePointAt(0), '😀'.codePointAt(1), '😀'.length, [...'a😀b'].length, 'a'.codePointAt(5));
show('from codes', String.fromCharCode(72, 105, 0x10041), String.fromCodePoint(128512, 65), attempt(() => String.fromCodePoint(-1)), attempt(() => String.fromCodePoint(1.5)), attempt(() => String.fromCodePoint(0x110000)), String.fromCharCode(), String.fromCodePoint());
show('properties', 'abc'.length, Object.getOwnPropertyDescriptor('abc', 'length').writable, Object.getOwnPropertyDescriptor('abc', 0).value, Reflect.ownKeys(Object('ab')), 'a' in Object('a') === false, 0 in Object('a'), attempt(() => { 'abc'.length = 1; }), attempt(() => { 'abc'[0] = 'x'; }), attempt(() => { 'abc'.foo = 1; }), 'abc'.foo);
show('primitives and objects', typeof Object('x'), Object('x') == 'x', Object('x') === 'x', new String('x') == new String('x'), `${new String('ab')}`, Object('abc').valueOf().length, String(null), String([1, [2]]), String({}), String(Symbol('d')), attempt(() => `${Symbol()}`));

// ---- search ----
show('indexOf', 'banana'.indexOf('an'), 'banana'.indexOf('an', 2), 'banana'.indexOf('x'), 'banana'.indexOf(''), 'banana'.indexOf('', 99), 'banana'.indexOf('b', -5), 'banana'.lastIndexOf('an'), 'banana'.lastIndexOf('an', 2), 'banana'.lastIndexOf(''), 'banana'.lastIndexOf('a', -1), 'banana'.lastIndexOf('a', NaN), 'undefined'.indexOf());
show('includes', 'abc'.includes('b'), 'abc'.includes('b', 2), 'abc'.includes(''), 'abc'.startsWith('b', 1), 'abc'.startsWith(''), 'abc'.endsWith('b', 2), 'abc'.endsWith('abcd'), 'abc'.endsWith('', 0), 'a1'.includes(1));
show('long needles', 'a'.repeat(200).indexOf('a'.repeat(50) + 'b'), ('ab'.repeat(100) + 'abc').indexOf('abc'), 'x'.repeat(100).concat('😀').indexOf('😀'), 'é'.repeat(50).indexOf('e'));

// ---- slices ----
show('slice', 'abcdef'.slice(2), 'abcdef'.slice(-2), 'abcdef'.slice(1, -1), 'abcdef'.slice(4, 2), 'abcdef'.slice(NaN), 'abcdef'.substring(4, 2), 'abcdef'.substring(-3, 2), 'abcdef'.substring(3), 'abcdef'.slice('1', '3'), 'abcdef'.slice(undefined, undefined), 'abcdef'.slice(-99, 99));
show('split', 'a,b,,c'.split(','), ''.split(','), ''.split(''), 'abc'.split(), 'abc'.split(undefined, 0), 'a,b,c'.split(',', 2), 'a,b'.split(',', -1), 'a,b'.split(',', 2 ** 32 + 1), '😀'.split(''), 'aXXb'.split('X'), 'abc'.split('abc'));
show('concat', 'a'.concat('b', 1, null), ['a', 'b'].join(), 'x'.repeat(0), 'ab'.repeat(3), attempt(() => 'x'.repeat(Infinity)), attempt(() => 'x'.repeat(-1)), ''.repeat(1e9), 'ab'.repeat(2.9));
show('pad', '5'.padStart(3, '0'), 'abc'.padStart(8, '12'), 'abc'.padEnd(8, '12'), 'abc'.padEnd(2), 'abc'.padStart(6), 'abc'.padEnd(6, ''), 'x'.padStart(4, '😀'));
show('trim', ' \t\n\u00a0\ufeff\u2028a b \u3000'.trim(), ' a '.trimStart(), ' a '.trimEnd(), '\u180ea'.trim().length, '\u200b'.trim().length);

// ---- case ----
show('case', 'aBcÉß'.toUpperCase(), 'ÀÉÎİ'.toLowerCase(), 'ΑΣ ΣΑΣ Σ'.toLowerCase(), 'ﬁ'.toUpperCase(), 'ŉ'.toUpperCase(), 'ǅ'.toLowerCase(), '𐐀'.toLowerCase(), 'ı'.toUpperCase(), 'ÿ'.toUpperCase(), 'µ'.toUpperCase(), 'ΐ'.toUpperCase().length);
// ---- Unicode ----
show('normalise', 'é'.normalize('NFD'), 'e\u0301'.normalize(), 'ﬁ'.normalize('NFKC'), 'Å'.normalize('NFC').charCodeAt(0), '각'.normalize('NFD').length, '\u1100\u1161\u11a8'.normalize('NFC'), 'q\u0307\u0323'.normalize('NFC'), '½'.normalize('NFKD'), attempt(() => 'a'.normalize('X')), 'ḍ\u0307'.normalize('NFD'), 'a'.normalize(undefined));
show('well formed', 'a😀'.isWellFormed(), 'a\ud800'.isWellFormed(), '\udc00\ud800'.toWellFormed().charCodeAt(0) === 0xfffd, 'ok'.toWellFormed(), 'x\ud83dy'.toWellFormed().length);
show('iteration', [...'a\ud83d😀\ude00'].map((c) => c.length), Array.from('né'), Object.entries('ab'), (() => { let s = ''; for (const c of '😀é') s = c + s; return s; })());
show('compare', 'a' < 'b', 'a' < 'B', 'abc' < 'abd', 'ab' < 'abc', '😀' < '\uffff', '10' < '9', 10 < '9', 'é' > 'z', '' < 'a');

// ---- replace ----
show('replace', 'aaa'.replace('a', 'b'), 'aaa'.replaceAll('a', 'b'), 'abc'.replace('', '_'), 'abc'.replaceAll('', '_'), 'a$b'.replace('$', '$$'), 'abc'.replace('b', '<$&|$`|$\'>'), 'abc'.replaceAll('b', (m, i, s) => `${m}${i}${s}`), 'x'.replace('x', '$1'), 'xx'.replaceAll('x', '$&$&'), 'abc'.replace('z', 'y'), 'undefined'.replace(undefined, 'u'), 'a.a'.replaceAll('.', ''));
// ---- coercion of receivers ----
show('receivers', attempt(() => String.prototype.trim.call(null)), String.prototype.slice.call(12345, 1, 3), String.prototype.toUpperCase.call({ toString: () => 'obj' }), attempt(() => String.prototype.toString.call({})), attempt(() => String.prototype.valueOf.call(1)), String.prototype.concat.call([1, 2], 3), attempt(() => String.prototype.at.call(undefined)), String.prototype.padEnd.call(true, 6, '!'));

// ---- concatenation and long strings ----
{
  let rope = '';
  for (let i = 0; i < 3000; i++) rope += i % 10;
  let left = '';
  for (let i = 0; i < 500; i++) left = String.fromCharCode(97 + (i % 26)) + left;
  let h = 0;
  for (let i = 0; i < rope.length; i += 7) h = (h * 31 + rope.charCodeAt(i)) % 1000003;
  show('ropes', rope.length, h, rope.slice(1500, 1510), left.slice(0, 6), left.at(-1), (rope + left).indexOf('9t'), rope === [...rope].join(''), rope.split('').reverse().join('').startsWith('98'));
  const mixed = `${'a'.repeat(40)}é${'b'.repeat(40)}\u2603${'c'.repeat(40)}`;
  show('mixed widths', mixed.length, mixed.indexOf('b'), mixed.indexOf('\u2603'), mixed.slice(41, 81) === 'b'.repeat(40), mixed.slice(0, 40) + mixed.slice(82) === 'a'.repeat(40) + 'c'.repeat(40), mixed.toUpperCase().charCodeAt(40));
  const o = {};
  o['k' + 'ey'] = 1;
  o[`${'ke'}y`] += 1;
  o['xkey'.slice(1)] += 1;
  show('as keys', o, new Map([['a' + 'b', 1]]).get('ab'), new Set(['x', 'xx'.slice(1)]).size, 'key' in o);
  const big = 'abc'.repeat(1000);
  show('slices of slices', big.slice(1).slice(1).slice(1) === big.slice(3), big.substring(100, 200).indexOf('cab'), big.slice(-10).slice(2, 5));
  show('numbers in strings', 1 + '' + 2, `${1}${-0}${1e21}${0.1}`, '' + [1, 2] + {}, [null, undefined, 1].join('-'), [[1, 2], [3]].toString());
}

// ---- templates ----
{
  const tag = (s, ...v) => `${s.raw.join('|')}#${s.map(String).join('|')}#${v.join()}`;
  show('tagged', tag`a${1}\n${2}\u0041`, tag``, tag`\unicode and \xerxes ${3}`, String.raw`\n${1}\x`, String.raw({ raw: 'abc' }, 1, 2, 3), String.raw({ raw: { length: 2, 0: 'x', 1: 'y' } }, '-'), String.raw({ raw: [] }), attempt(() => String.raw()));
  const same = () => ((s) => s)`x${0}y`;
  const id = (s) => s;
  show('template objects', same() === same(), id`a` === id`a`, Object.isFrozen(id`a`), Object.isFrozen(id`a`.raw), Array.isArray(id`a`.raw), id`a${0}`.length);
  show('nested', `a${`b${`c${1 + 1}`}`}`, `line1
line2`, `\`${'`'}\${}`, `$${1}`, `${[1, 2]} ${{ toString: () => 'ts', valueOf: () => 'vo' }} ${null}`, ((s, v) => v())`${() => 'called'}`);
  const o = { n: 'o', tag(s) { return this.n + s[0]; } };
  show('method tags', o.tag`x`, ((s) => (t) => s[0] + t[0])`a``b`);
  const html = (s, ...vs) => s.reduce((acc, part, i) => acc + part + (i < vs.length ? String(vs[i]).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`) : ''), '');
  show('html', html`<p title="${'"q"'}">${'<b> & co'}</p>`);
  const dedent = (s, ...vs) => { const raw = String.raw(s, ...vs).split('\n'); const n = Math.min(...raw.slice(1).filter((l) => l.trim()).map((l) => /^ */.exec(l)[0].length)); return raw.map((l, i) => (i ? l.slice(n) : l)).join('\n').trim(); };
  show('dedent', dedent`
    first
      second ${1}
    third
  `);
}

// ---- URI functions ----
show('uri', encodeURIComponent('a b&ü😀/?'), encodeURI('http://x/ü?a=b c#d'), decodeURIComponent('%E2%82%AC%20'), decodeURI('%41%2F%20'), attempt(() => encodeURIComponent('\ud800')), attempt(() => decodeURIComponent('%C0%80')), attempt(() => decodeURIComponent('%E2%82')), decodeURIComponent('%F0%9F%98%80'), attempt(() => decodeURI('%')), encodeURIComponent("-_.!~*'()"));
show('parse', parseInt('12px'), parseInt('0x1F'), parseInt('z', 36), parseInt('10', 2), parseInt(''), parseInt(' -42abc'), parseInt('1e3'), parseInt('9007199254740993'), parseInt('12', 1), parseInt('12', 37), parseInt(null, 36), parseFloat('3.14abc'), parseFloat('.5.5'), parseFloat('-Infinityx'), parseFloat('1e'), parseFloat('1e5x'), parseFloat('abc'), parseFloat('  0x10'), parseFloat('-0'));

// ---- JSON.stringify ----
show('scalars', JSON.stringify(1), JSON.stringify('a"b\\\n\u2028\ud800'), JSON.stringify(null), JSON.stringify(undefined), JSON.stringify(() => 1), JSON.stringify(Symbol()), JSON.stringify(NaN), JSON.stringify(-0), JSON.stringify(true), JSON.stringify(Object('s')), JSON.stringify(Object(1)), JSON.stringify(Object(false)), attempt(() => JSON.stringify(1n)), JSON.stringify('\u007f\u0000\b\f\t\u001f'));
show('objects', JSON.stringify({ a: 1, b: undefined, c: () => 1, [Symbol('s')]: 1, d: [undefined, () => 1, Symbol()], e: new Date(0), f: /x/, g: new Map([[1, 2]]), h: NaN, 2: 'two', 1: 'one' }));
show('indent', JSON.stringify({ a: [1, { b: [] }], c: {} }, null, 2), JSON.stringify([1, [2]], null, '--'), JSON.stringify({ a: 1 }, null, 20).length, JSON.stringify([1], null, 'abcdefghijklmnop').length, JSON.stringify([], null, 2), JSON.stringify({ a: 1 }, null, new Number(1)));
show('replacer list', JSON.stringify({ a: 1, b: { a: 2, c: 3 }, 1: 'n' }, ['b', 'a', 1, 'a', new String('c')]), JSON.stringify([{ x: 1, y: 2 }], ['y']), JSON.stringify({ a: 1 }, []));
{
  const log = [];
  const r = JSON.stringify({ a: 1, n: { b: [2, 'x'] } }, function (k, v) {
    log.push(`${k}:${Array.isArray(this) ? 'array' : typeof this}`);
    return typeof v === 'number' ? v * 2 : v === 'x' ? undefined : v;
  });
  show('replacer function', r, log, JSON.stringify({ a: 1 }, () => 5), JSON.stringify({ a: 1 }, (k, v) => (k === '' ? v : undefined)), JSON.stringify([1, 2], (k, v) => (k === '0' ? undefined : v)));
  const t = { toJSON(k) { return `json ${k}`; } };
  show('toJSON', JSON.stringify(t), JSON.stringify({ t, l: [t] }), JSON.stringify({ toJSON: () => undefined }), JSON.stringify({ toJSON: 1 }), JSON.stringify({ d: { toJSON() { return { toJSON: () => 'not again' }; } } }), JSON.stringify(Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true } })));
  const loop = { a: { b: [] } };
  loop.a.b.push(loop);
  show('refused', attempt(() => JSON.stringify(loop)), attempt(() => JSON.stringify({ get x() { throw 'getter'; } })), attempt(() => JSON.stringify({ toJSON() { throw new RangeError(); } })));
  const shared = { s: 1 };
  show('shared is fine', JSON.stringify([shared, shared]), JSON.stringify({ __proto__: null, x: 1 }), JSON.stringify([, 1]), JSON.stringify({ '': 1, ' ': 2, 'ü': 3, 'a"': 4 }), JSON.stringify([new Number(3), new String('f'), new Boolean(false)]));
}

// ---- JSON.parse ----
show('parse', JSON.parse('{"a":[1,2.5e3,-0,"\\u0041\\n\\ud83d\\ude00",true,null]}'), JSON.parse(' [ ] '), JSON.parse('"\\/\\b\\f"'), JSON.parse('1'), JSON.parse('-0'), JSON.parse('1E-2'), JSON.parse('{"a":1,"a":2}'), JSON.parse('{"2":1,"1":2,"x":3}'), JSON.parse('"\u2028"'), JSON.parse('123456789012345680000'));
show('rejected', ['', '{', '[1,]', '{"a":1,}', "{'a':1}", '{a:1}', '01', '1.', '.5', '+1', 'NaN', '"\n"', '"\\x41"', '"\\u12"', 'undefined', '[1}', '{"a" 1}', '1 2', '"a', 'tru', '\u00a01', '-', '1e', '[,1]', '{"a":}', '/**/1', '"\t"'].map((s) => attempt(() => JSON.parse(s)) === 'SyntaxError'));
{
  const proto = JSON.parse('{"__proto__": {"x": 1}, "y": 2}');
  show('__proto__ is a key', Object.keys(proto), Object.getPrototypeOf(proto) === Object.prototype);
  const log = [];
  const revived = JSON.parse('{"a":[1,{"b":2}],"c":"del","d":"2020-01-01T00:00:00Z"}', function (k, v) {
    log.push(`${k || 'root'}`);
    if (v === 'del') return undefined;
    if (typeof v === 'number') return v + 100;
    if (typeof v === 'string' && /^\d{4}-/.test(v)) return new Date(v).getTime();
    return v;
  });
  show('reviver', revived, log, 'c' in revived);
  show('reviver changes siblings', JSON.parse('[1,2,3]', function (k, v) { if (k === '0') this[2] = 'changed'; return v; }), JSON.parse('{"a":1,"b":2}', function (k, v) { if (k === 'a') delete this.b; return v; }), JSON.parse('[1,2]', () => 7), JSON.parse('[1,[2]]', (k, v) => (Array.isArray(v) ? v.length : v)));
  const deep = `${'['.repeat(500)}1${']'.repeat(500)}`;
  show('deep', JSON.stringify(JSON.parse(deep)) === deep);
  const big = JSON.stringify(Array.from({ length: 300 }, (_, i) => ({ id: i, name: `n${i}`, ok: i % 2 === 0, nested: { v: i / 3 } })));
  show('round trip', big.length, JSON.stringify(JSON.parse(big)) === big);
  show('tag', Object.prototype.toString.call(JSON), attempt(() => JSON.parse(Symbol())), JSON.parse({ toString: () => '[1]' }), JSON.parse(null), attempt(() => JSON.parse()));
}

// ---- programs ----
{
  const wrap = (s, w) => s.split(' ').reduce((lines, word) => (lines.at(-1).length + word.length < w ? (lines[lines.length - 1] += (lines.at(-1) && ' ') + word) : lines.push(word), lines), ['']);
  const lorem = 'a string is a sequence of code units and not of characters whatever those may be';
  show('wrap', wrap(lorem, 20));
  const justify = (line, w) => { const words = line.split(' '); const gaps = words.length - 1; const spaces = w - words.join('').length; return words.map((x, i) => (i < gaps ? x + ' '.repeat(Math.floor(spaces / gaps) + (i < spaces % gaps ? 1 : 0)) : x)).join(''); };
  show('justify', wrap(lorem, 20).map((l) => (l.includes(' ') ? justify(l, 20) : l)));
  const caesar = (s, k) => s.replace(/[a-z]/gi, (c) => String.fromCharCode(((c.charCodeAt(0) % 32) - 1 + k + 26) % 26 + (c < 'a' ? 65 : 97)));
  show('caesar', caesar('Hello, Zebra', 3), caesar(caesar('Hello, Zebra', 3), -3));
  const soundex = (s) => { const code = { b: 1, f: 1, p: 1, v: 1, c: 2, g: 2, j: 2, k: 2, q: 2, s: 2, x: 2, z: 2, d: 3, t: 3, l: 4, m: 5, n: 5, r: 6 }; const l = s.toLowerCase(); let out = l[0].toUpperCase(); let last = code[l[0]]; for (const c of l.slice(1)) { const d = code[c]; if (d && d !== last) out += d; if (c !== 'h' && c !== 'w') last = d; } return out.padEnd(4, '0').slice(0, 4); };
  show('soundex', ['Robert', 'Rupert', 'Ashcraft', 'Tymczak', 'Honeyman'].map(soundex));
  const lcs = (a, b) => { const t = Array.from({ length: a.length + 1 }, () => Array(b.length + 1).fill('')); for (let i = 1; i <= a.length; i++) for (let j = 1; j <= b.length; j++) t[i][j] = a[i - 1] === b[j - 1] ? t[i - 1][j - 1] + a[i - 1] : t[i - 1][j].length >= t[i][j - 1].length ? t[i - 1][j] : t[i][j - 1]; return t[a.length][b.length]; };
  show('lcs', lcs('the quick brown fox', 'a quiet brown box'));
  const diff = (a, b) => { const c = lcs(a, b); let [i, j, k] = [0, 0, 0]; let out = ''; while (i < a.length || j < b.length) { if (k < c.length && a[i] === c[k] && b[j] === c[k]) { out += a[i]; i++; j++; k++; } else if (i < a.length && (k >= c.length || a[i] !== c[k])) out += `-${a[i++]}`; else out += `+${b[j++]}`; } return out; };
  show('diff', diff('kitten', 'sitting'));
  const words = 'one two three two one two'.split(' ').reduce((m, w) => m.set(w, (m.get(w) ?? 0) + 1), new Map());
  show('count', [...words].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([w, n]) => w + n).join());
  const anagrams = ['listen', 'silent', 'enlist', 'google', 'elgoog'].reduce((o, w) => { (o[[...w].sort().join('')] ??= []).push(w); return o; }, {});
  show('anagrams', Object.values(anagrams));
  const hexdump = (s) => s.match(/.{1,8}/gs).map((l, i) => `${(i * 8).toString(16).padStart(4, '0')}  ${[...l].map((c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join(' ').padEnd(23)}  ${l.replace(/[^ -~]/g, '.')}`).join('\n');
  print(hexdump('Hello\tWorld\n0123456789'));
  const table = (rows) => { const w = rows[0].map((_, i) => Math.max(...rows.map((r) => String(r[i]).length))); return rows.map((r) => r.map((c, i) => (typeof c === 'number' ? String(c).padStart(w[i]) : c.padEnd(w[i]))).join(' | ')).join('\n'); };
  print(table([['name', 'n'], ['alpha', 1], ['be', 200]]));
}
