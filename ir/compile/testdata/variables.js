function closures() { const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); for (const x of fs) fs.push(() => x); return fs; }
function tdz() { use(() => a, b); let a = 1, b = 2; const c = 3; c = a; return a; }
function params(a, b = () => a, { c } = {}, ...d) { var a = 1; return arguments.length + d.length; }
const rec = function me(n) { return n ? me(n - 1) : () => me; };
let x = undeclared ?? typeof undeclared;
x ??= 1; x += 2; x++; this.y ||= x--; undeclared = x ** 2; a?.b.c(d)?.[e]; (a?.b)(); delete a?.b.c; delete a[b];
switch (x) { case 1: let z = 1; case 'a': z; default: y; case null: break; }
tag`a${x}\u{`; label: { break label; }
