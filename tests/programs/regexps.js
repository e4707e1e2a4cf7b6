'use strict';
// Regular expressions: syntax, flags, captures, lookaround, named groups, Unicode and sets, and every method that
// takes one: exec, test, match, matchAll, replace, replaceAll, search, split, with the Symbol protocols behind them.

const show = (label, ...values) => print(`${label}: ${values.map(text).join(' ')}`);
function text(v) {
  if (v === undefined) return '-';
  if (typeof v === 'string') return escaped(v);
  if (v instanceof RegExp) return String(v);
  if (Array.isArray(v)) return `[${Array.from(v, text).join('|')}]`;
  if (v !== null && typeof v === 'object') return `{${Object.entries(v).map(([k, x]) => `${k}: ${text(x)}`).join(', ')}}`;
  return String(v);
}
function escaped(s) {
  let out = '';
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    out += c < 32 || (c >= 0xd800 && c < 0xe000) ? `\\u${c.toString(16).padStart(4, '0')}` : s[i];
  }
  return out;
}
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e.constructor.name;
  }
};
const all = (re, s) => [...s.matchAll(re)].map((m) => m[0]);

// ---- atoms and quantifiers ----
show('literals', /a.c/.exec('xabcx')[0], /a\.c/.test('abc'), /[a-c]+/.exec('xxabcabd')[0], /[^a-c]+/.exec('abxyzc')[0]);
show('greedy', /a+/.exec('caaat')[0], /a+?/.exec('caaat')[0], /a*?t/.exec('caaat')[0], /a{2}/.exec('caaat')[0], /a{2,}/.exec('caaat')[0], /a{0,1}/.exec('aa')[0], /a{1,2}?a/.exec('aaa')[0]);
show('classes', all(/\d+/g, 'a1b22c333'), all(/\w+/g, 'foo_bar-baz 9'), all(/\s/g, 'a b\tc\u00a0d\ufeffe').length, all(/\D|\W|\S/g, '1 ').length);
show('anchors', /^b/m.exec('a\nb').index, /a$/m.exec('a\nb').index, /^b/.test('a\nb'), all(/^/gm, 'x\ny\r\nz').length, all(/\b\w/g, 'one two, three'), all(/\Bo/g, 'foo boo o').length);
show('escapes', /\x41\u0042\t\n\v\f\r\0\cA/.test('AB\t\n\v\f\r\0\x01'), /[\b]/.test('\b'), /\//.source, /[/\]]+/.exec('a/]b')[0]);
show('alternation', /ab|cd|/.exec('xcd')[0].length, /(?:a|ab)(?:c|bcd)(?:d*)/.exec('abcd')[0], /((a)|(ab))((c)|(bc))/.exec('abc'));
show('groups', /(a*)*/.exec('b'), /(z)((a+)?(b+)?(c))*/.exec('zaacbbbcac'), /(?:(a)|b)*/.exec('ab'), /(\d{3})(?:-(\d+))?/.exec('555'));
show('back references', /(a+)b\1/.exec('aabaa')[0], /(?:(a)|(b))\1\2x/.exec('bbx'), /\1(a)/.exec('aa'), /(.)(.)\2\1/.exec('xabba')[0]);
show('empty', 'abc'.split(/(?:)/), /[]/.test('a'), /[^]/.test('\n'), all(/a*?/g, 'aa').length, 'x'.replace(/(?:)/g, '-'));
show('dot', /./.test('\n'), /./s.test('\n'), /^.$/.test('\u2028'), /^.$/s.test('\u2028'), /^.$/.test('😀'), /^.$/u.test('😀'));
show('nested quantifiers', /^(?:(?:ab){2}c?)+$/.test('ababcabab'), /^(a?){3}$/.exec('aa'), /(?:a{0,2}){2}b/.exec('aaab')[0]);
show('case', /abc/i.test('aBC'), /[a-z]+/i.exec('123ABC')[0], /\u0130/i.test('i'), /ß/i.test('SS'), /σ/i.test('ς'), /\u212a/i.test('k'), /\u212a/iu.test('k'), /[^x]/i.test('X'), /(a)\1/i.test('aA'));
show('octal like', attempt(() => new RegExp('\\1', 'u')), attempt(() => new RegExp('a**')), attempt(() => new RegExp('[b-a]')), attempt(() => new RegExp('(?<a>.)(?<a>.)')), attempt(() => new RegExp('a', 'gg')), attempt(() => new RegExp('a', 'uv')), attempt(() => new RegExp('\\p{Nope}', 'u')), attempt(() => new RegExp('{1}')), attempt(() => new RegExp(')')), attempt(() => new RegExp('(?<!a)+', 'u')), attempt(() => new RegExp('\\', '')), attempt(() => new RegExp('(?<n', '')), attempt(() => new RegExp('[', '')), attempt(() => new RegExp('x{2,1}')), attempt(() => new RegExp('\\k<a>(?<b>)')), attempt(() => new RegExp('}', 'u')));

// ---- lookaround ----
show('lookahead', /\d+(?=%)/.exec('50 100%')[0], /\d+(?!\d|%)/.exec('100% 50')[0], /(?=(a+))a*b\1/.exec('baaabac'), /(?!foo)\b\w+/.exec('foo bar')[0], /(.*?)a(?!(a+)b\2c)\2(.*)/.exec('baaabaac'));
show('lookbehind', /(?<=\$)\d+/.exec('€10 $20')[0], /(?<!\$)\b\d+/.exec('$10 20')[0], /(?<=(\d+)(\d+))$/.exec('1053'), /(?<=\1(a))b/.exec('aab'), /(?<=a.c)d/.exec('abcd')[0], /(?<=^|,)[^,]*/g[Symbol.match]('a,,b'));
show('lookbehind order', /(?<=([abc]+)([abc]+))x/.exec('abcx'), /(?<=(?<a>\w){3})f/.exec('abcdef').groups.a, /(?<![a-z])X/.test('aX'), /(?<=(?=a)a)b/.test('ab'));
show('thousands', '1234567.891'.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ','));
show('password', ['abc', 'abcdefg1', 'ABCdef12', 'short1A'].map((p) => /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,}$/.test(p)));

// ---- named groups ----
{
  const re = /(?<year>\d{4})-(?<month>\d\d)(?:-(?<day>\d\d))?/;
  const m = re.exec('on 2024-05, or');
  show('groups', m.groups.year, m.groups.month, m.groups.day, Object.keys(m.groups), Object.getPrototypeOf(m.groups), m.index, m.input);
  const { groups: { year, day = '01' } } = m;
  show('destructured', year, day);
  show('replace', '2024-05-06'.replace(re, '$<day>.$<month>.$<year>$<none>'), '2024-05'.replace(re, '[$<day>]'), '2024-05'.replace(re, (...args) => JSON.stringify(args.at(-1))));
  show('back reference', /(?<q>['"]).*?\k<q>/.exec(`say "it's" now`)[0], /\k<x>(?<x>a)/.exec('a')[0], /(?<𝒜>.)/u.exec('x').groups['𝒜'], /(?<$_a1>b)/.exec('b').groups.$_a1);
  show('no groups', /a/.exec('a').groups, 'groups' in /a/.exec('a'));
}

// ---- flags and properties ----
{
  const re = /a/dgimsuy;
  show('flags', re.flags, re.hasIndices, re.global, re.ignoreCase, re.multiline, re.dotAll, re.unicode, re.sticky, /a/v.unicodeSets);
  show('source', new RegExp('/').source, new RegExp('').source, String(new RegExp('\n')), String(new RegExp('[/]\\/')), RegExp('a', 'g').flags, new RegExp(/x/gi).flags, new RegExp(/x/gi, 'm').flags);
  const r2 = /a/g;
  show('constructor', RegExp(r2) === r2, new RegExp(r2) === r2, RegExp(r2, 'g') === r2, typeof /a/, Object.prototype.toString.call(/a/));
  show('lastIndex', Object.getOwnPropertyDescriptor(/a/, 'lastIndex').enumerable, Reflect.ownKeys(/a/));
  const d = /(?<w>b+)(c)?/d.exec('abbd');
  show('indices', d.indices[0], d.indices[1], d.indices[2], d.indices.groups.w);
}

// ---- global and sticky ----
{
  const g = /o/g;
  const s = 'foo boo';
  const at = [];
  while (g.test(s)) at.push(g.lastIndex);
  show('global', at, g.lastIndex);
  const y = /foo/y;
  show('sticky', y.test('foofoo'), y.lastIndex, y.test('foofoo'), y.test('foofoo'), y.lastIndex);
  y.lastIndex = 1;
  show('sticky fails', y.exec('xfoo')?.[0], y.lastIndex, y.test('xfoo'));
  const gy = /a/gy;
  show('sticky and global', 'aab'.replace(gy, '-'), 'baa'.replace(gy, '-'), 'aaba'.match(gy), 'aXaa'.split(/a/y));
  const big = /a/g;
  big.lastIndex = 9;
  show('beyond the end', big.exec('aaa'), big.lastIndex);
  const u = /\udf06/u;
  show('surrogates', u.test('\ud834\udf06'), /\udf06/.test('\ud834\udf06'), /^[^x]$/u.test('\ud834\udf06'), /\u{1d306}/u.test('\ud834\udf06'), /^\ud834/u.test('\ud834\udf06'));
  const iu = /(?:)/gu;
  iu.lastIndex = 1;
  show('unicode advance', [...'😀a'.matchAll(/(?:)/gu)].map((m) => m.index), [...'😀a'.matchAll(/(?:)/g)].map((m) => m.index));
  const sy = /\w(?=\d)/y;
  sy.lastIndex = 2;
  show('sticky lookahead', sy.exec('a1b2')?.[0]);
}

// ---- Unicode properties and sets ----
show('properties', all(/\p{Lu}/gu, 'aBcÄΩ1'), all(/\p{Script=Greek}+/gu, 'abc αβγ δ'), all(/\P{L}+/gu, 'ab12cd'), /^\p{Emoji_Presentation}$/u.test('😀'), all(/\p{Nd}+/gu, '12 ٣٤'), /\p{ASCII}/u.test('é'), /^\p{General_Category=Decimal_Number}$/u.test('7'), /\p{sc=Cyrillic}/u.test('ж'), /\p{scx=Deva}/u.test('।'));
show('sets', /^[\p{L}--[a-z]]$/v.test('a'), /^[\p{L}--[a-z]]$/v.test('A'), /^[[a-z]&&[aeiou]]+$/v.test('aei'), /^[[a-z]&&[aeiou]]+$/v.test('abc'), /^[\q{abc|d}x]$/v.test('abc'), /^\p{Emoji_Keycap_Sequence}$/v.test('4️⃣'), /^[^\d--5]$/v.test('5'), /[\p{Lu}]/iv.test('a'));
show('word boundary', /\b/u.test('é'), /\w/iu.test('ſ'), /\w/i.test('ſ'), /[^\W]/iu.test('\u212a'));

// ---- methods of strings ----
show('match', 'a1b2'.match(/\d/g), 'a1b2'.match(/x/g), 'a1b2'.match(/(\w)(\d)/), 'abc'.match('b').index, 'a.c'.match('.').index, 'null'.match(null)[0], 'x'.match()[0].length);
show('matchAll', [...'t1e2'.matchAll(/(?<l>[a-z])(?<d>\d)/g)].map((m) => [m.index, m.groups.l + m.groups.d]), attempt(() => 'a'.matchAll(/a/)), [...'aa'.matchAll('a')].length);
{
  const re = /a/g;
  re.lastIndex = 1;
  const it = 'aaa'.matchAll(re);
  re.lastIndex = 0;
  show('matchAll copies', [...it].length, re.lastIndex, Object.prototype.toString.call(it));
}
show('search', 'hello'.search(/l+/), 'hello'.search('x'), (() => { const g = /l/g; g.lastIndex = 3; return ['hello'.search(g), g.lastIndex]; })());
show('split', 'a1b2c'.split(/\d/), 'a1b2c'.split(/(\d)/), 'abc'.split(''), ''.split(/x/), ''.split(/(?:)/), 'a,b,c'.split(',', 2), 'A<B>bold</B>and<CODE>coded</CODE>'.split(/<(\/)?([^<>]+)>/), 'aXbxc'.split(/x/i), '😀'.split(/(?:)/u), 'ab'.split(/$/), 'test'.split(/(?=s)/), 'abc'.split(/(b)|(z)/));
show('replace', 'abc'.replace('b', '[$&$`$\'$$]'), 'abc'.replace(/(b)(c)?/, '$2$1$3$0$10'), 'aaa'.replace(/a/g, (m, i) => i), 'x-y'.replace(/(\w)-(\w)/, '$2-$1'), 'abc'.replace(/b/, '$'), 'abc'.replace('b', () => '$&'), 'a.b.c'.replaceAll('.', '$&$&'), 'aXbX'.replaceAll(/x/gi, (m, at, s) => `${at}${s.length}`), attempt(() => 'a'.replaceAll(/a/, '')), 'aa'.replaceAll('', '-'));
show('many groups', '0123456789ab'.replace(/(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)/, '$11-$1-$10-$011'));
show('camel', 'background-color-x'.replace(/-([a-z])/g, (_, c) => c.toUpperCase()), 'fooBarBAZ'.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase());
show('function arguments', 'ab'.replace(/(?<x>a)(b)(c)?/, (...args) => args.map(text).join('/')));
show('trim', '  a b  '.replace(/^\s+|\s+$/g, ''), 'a  b   c'.replace(/\s+/g, ' '), '\u2029x\u3000'.replace(/\s/g, '').length);

// ---- protocols ----
{
  class Loud extends RegExp {
    static log = [];
    exec(s) {
      const m = super.exec(s);
      Loud.log.push(`${s}@${this.lastIndex}`);
      return m;
    }
    get [Symbol.toStringTag]() {
      return 'Loud';
    }
  }
  const l = new Loud('a', 'g');
  show('subclass', 'banana'.replace(l, 'o'), Loud.log.splice(0), 'aba'.match(l), Loud.log.splice(0).length, 'xax'.split(new Loud('a')), Loud.log.splice(0).length, l.test('a'), 'za'.search(l), Loud.log.splice(0));
  const custom = {
    [Symbol.match]: (s) => `match ${s}`,
    [Symbol.replace]: (s, r) => `replace ${s} ${r}`,
    [Symbol.search]: (s) => s.length,
    [Symbol.split]: (s, n) => [s, n],
    [Symbol.matchAll]: (s) => [s][Symbol.iterator](),
  };
  show('own protocol', 'str'.match(custom), 'str'.replace(custom, 'R'), 'str'.search(custom), 'str'.split(custom, 3), [...'str'.matchAll({ ...custom, flags: 'g' })]);
  const notRegExp = /a/;
  notRegExp[Symbol.match] = false;
  show('Symbol.match', '/a/'.includes(notRegExp), '/a/'.startsWith(notRegExp), attempt(() => 'a'.includes(/a/)), attempt(() => 'a'.startsWith(/a/)), attempt(() => 'a'.endsWith(/a/)));
  let calls = 0;
  const fake = { flags: 'g', global: true, get unicode() { calls++; return false; }, lastIndex: 0, exec() { return calls++ < 3 ? { index: 0, 0: 'x', length: 1 } : null; } };
  show('generic', RegExp.prototype[Symbol.replace].call(fake, 'xyz', 'Q'), RegExp.prototype.toString.call({ source: 'S', flags: 'F' }), attempt(() => RegExp.prototype.exec.call({}, 'a')), attempt(() => Object.getOwnPropertyDescriptor(RegExp.prototype, 'global').get.call({})), RegExp.prototype.source, RegExp.prototype.flags === '');
  const limited = /\d/g;
  const source = { toString: () => '1a2' };
  show('coercion', String.prototype.replace.call(source, limited, 'n'), limited.lastIndex, /undefined/.test(), /1/.test(1), 'a1'.replace(1, 2));
}

// ---- programs ----
{
  const csv = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, q, p]) => (q === undefined ? p : q.replaceAll('""', '"')));
  show('csv', csv('a,"b,c","say ""hi""",,end'), csv(''), csv('"x"'));
  const template = (t, o) => t.replace(/\{\{\s*(\w+)(?:\|(\w+))?\s*\}\}/g, (_, k, f) => (f ? { up: (s) => s.toUpperCase(), len: (s) => s.length }[f](String(o[k])) : o[k] ?? ''));
  show('template', template('Hi {{name}}, {{ name|up }} {{name|len}}{{none}}!', { name: 'Ann' }));
  const url = /^(?:(?<scheme>[a-z][a-z\d+.-]*):)?(?:\/\/(?:(?<user>[^@\/]*)@)?(?<host>\[[^\]]*\]|[^:\/?#]*)(?::(?<port>\d*))?)?(?<path>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<hash>.*))?$/i;
  for (const u of ['https://ann@example.org:8080/a/b?x=1&y=2#top', 'mailto:bob@example.org', '//host/p', '/just/path', 'http://[::1]:80/']) show('url', { ...url.exec(u).groups });
  const tokens = (s) => {
    const re = /\s*(?:(?<num>\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?<id>[a-z_]\w*)|(?<str>"(?:\\.|[^"\\])*")|(?<op>[-+*\/=<>!&|]{1,2}|[(){};,]))/iy;
    const out = [];
    while (re.lastIndex < s.trimEnd().length) {
      const m = re.exec(s);
      if (!m) {
        out.push('error');
        break;
      }
      const [kind, value] = Object.entries(m.groups).find(([, v]) => v !== undefined);
      out.push(`${kind}:${value}`);
    }
    return out;
  };
  show('tokens', tokens('x1 = foo(3.5e-2, "a\\"b") >= 10; '), tokens('a @ b'));
  const markdown = (s) => s
    .replace(/^(#{1,6})\s+(.*)$/gm, (_, h, t) => `<h${h.length}>${t}</h${h.length}>`)
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/(?<!\*)\*(?!\*)(.+?)\*/g, '<i>$1</i>')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\[([^\]]+)\]\(([^)\s]+)(?:\s"([^"]*)")?\)/g, (_, t, h, title) => `<a href="${h}"${title ? ` title="${title}"` : ''}>${t}</a>`)
    .replace(/(?:^- .*\n?)+/gm, (list) => `<ul>${list.trim().split(/\n/).map((l) => `<li>${l.slice(2)}</li>`).join('')}</ul>\n`);
  show('markdown', markdown('# Title\nSome **bold** and *it* `code` [l](u "T").\n- one\n- two\nend'));
  const roman = (s) => [...s.matchAll(/M|CM|D|CD|C|XC|L|XL|X|IX|V|IV|I/g)].reduce((n, [t]) => n + { M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 }[t], 0);
  show('roman', roman('MCMXCIV'), roman('XLII'), /^(?=[MDCLXVI])M*(C[MD]|D?C{0,3})(X[CL]|L?X{0,3})(I[XV]|V?I{0,3})$/.test('IIII'));
  const primes = [];
  for (let n = 2; n < 40; n++) if (!/^(11+?)\1+$/.test('1'.repeat(n))) primes.push(n);
  show('primes by back reference', primes);
  show('long input', /(?:a|b)*c/.test(`${'ab'.repeat(3000)}c`), 'x'.repeat(5000).replace(/x/g, 'yy').length, /^(?:.|\n)*$/.test('line\n'.repeat(1000)));
  show('ip', ['1.2.3.4', '256.1.1.1', '01.2.3.4', '1.2.3'].map((s) => /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(s)));
  show('dedupe', 'this is is a a test test test'.replace(/\b(\w+)(?:\s+\1\b)+/g, '$1'));
  show('balance', 'f(a(b)c)(d)'.match(/\((?:[^()]|\([^()]*\))*\)/g));
  show('hex dump', 'Hi é€'.replace(/[^]/gu, (c) => `<${c.codePointAt(0).toString(16)}>`));
}
