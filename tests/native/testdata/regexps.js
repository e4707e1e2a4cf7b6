// Regular expressions: every kind of instruction, often enough to be compiled, on strings of one
// and of two bytes a unit, with searches that backtrack for longer than a slice.
'use strict';
const show = (m) => m === null ? 'null' : `${m.index ?? ''}[${Array.from(m, (s) => s === undefined ? '-' : JSON.stringify(s)).join()}]${m.groups ? JSON.stringify(m.groups) : ''}`;
const texts = ['', 'a', 'ab\nabc', 'aabbc 1053 "x" é', 'xabcabc xyz aab', 'šab aé\u2028b "q"', '😀a x😁 aab', 'a'.repeat(9) + 'b', 'ab'.repeat(60) + 'c'];
const forms = [/(?:)/g, /abc/, /a|ab/g, /((a)|(ab))((c)|(bc))/, /a[a-z]{2,4}?/, /(z)?((a+)?(b+)?(c))*/, /(?=(a+))a*b\1/, /(.*?)a(?!(a+)b\2c)\2(.*)/,
  /(?<=a)b/g, /(?<!a)b/g, /(?<=(\d+)(\d+))\b/, /\bab?\b/gi, /^a.*$/m, /[^"]*"/, /\w+\s?/gu, /\p{L}+/u, /(?:a|b)*?c/, /(?:ab){2,3}/g, /.*?x/, /.*b/s,
  /(\w)\1/g, /(?<one>a)|(?<two>b)/g, /[😀😁]/u, /[^]{3}/y, /(a+)+$/, /(?:a?){3}b/, /[ab]+c/, /\s*(?:(\d+)|([a-z]+)|(.))/y, /š./, /a{2,}?b/];
let lines = 0;
let hash = 0;
function note(s) {
  lines++;
  for (let i = 0; i < s.length; i++) hash = (Math.imul(hash, 31) + s.charCodeAt(i)) | 0;
}
for (let round = 0; round < 4; round++) {
  for (const form of forms) {
    for (const text of texts) {
      form.lastIndex = round;
      const first = form.exec(text);
      note(`${form} ${show(first)} ${form.lastIndex} ${form.test(text)} ${form.lastIndex}`);
      form.lastIndex = 0;
      note(`${text.search(form)} ${show(text.match(form))} ${text.replace(form, '<$&$1>')} ${text.replace(form, (m, ...rest) => `${m.length}${typeof rest[0]}`)}`);
      note(text.split(form).join('|'));
      if (form.global) note([...text.matchAll(form)].map(show).join());
    }
  }
  print(`${round} ${lines} ${hash}`);
}
// More steps than one slice takes.
print(/^(?:a+)+$/.test('a'.repeat(16) + 'b'), /(x+x+)+y/.test('x'.repeat(14)), /(?:a|aa)+$/.exec('a'.repeat(25))[0].length);
print(/^(?:.?(a|b))*?c$/.exec('ab'.repeat(300) + 'c')[1]);
// Flags in their order, iterators that begin at lastIndex, results that are kept.
let kept = [];
for (let i = 0; i < 300; i++) {
  const form = new RegExp('(a)|b', ['yg', 'gi', 'vg', 'sgm', 'dg', 'gu'][i % 6]);
  form.lastIndex = i % 3;
  const list = 'abcab'.matchAll(form);
  const step = list.next();
  kept.push(`${form.flags}${form.lastIndex}${step.done ? '' : step.value.index}${[...list].length}${Object.keys(step)}`);
}
print(kept.slice(0, 12).join(), new Set(kept).size);
