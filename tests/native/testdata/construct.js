'use strict';
// A construction returns this, which no instruction reads.
let count = 0;
function mix(v) { count += typeof v === 'number' ? v : 1; return v; }
class C { constructor(a) { this.i0 = a; mix(new.target === C); mix(a); } }
function F(a) { this.i0 = a; mix(a); }
let s = 0;
for (let i = 0; i < 300; i++) {
	const x = i === 250 ? 0.5 : i === 270 ? 'x' : i;
	s += String(new C(x).i0).length + String(new F(x).i0).length;
}
print(s, count);
// What has never been made must not leave traces when it is compiled.
class Never {}
function rarely(i) {
  if (i < 0) print(new Never(i));
  return i;
}
{
  let n = 0;
  for (let i = 0; i < 400; i++) n += rarely(i);
  print(n);
}
