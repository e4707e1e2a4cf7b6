// try, finally, labels and the closing of iterators.
function log() { const l = []; l.add = (x) => { l[l.length] = x; return x; }; return l; }
function text(l) { let s = ''; for (let i = 0; i < l.length; i++) s += (i ? ',' : '') + l[i]; return s; }
function iter(n, l, extra) {
  let i = 0;
  return {
    [Symbol.iterator]() { return this; },
    next() { l.add('n'); return i < n ? { value: i++, done: false } : { value: undefined, done: true }; },
    return() { l.add('r'); return {}; },
    ...extra,
  };
}
function f1() { try { return 1; } finally { } }
same(f1(), 1, 'return through finally');
function f2() { try { return 1; } finally { return 2; } }
same(f2(), 2, 'finally overrides');
function f3() { try { return 1; } finally { l: try { return 2; } finally { break l; } } }
same(f3(), 1, 'pending return survives an inner one');
function f4() { for (;;) { try { return 1; } finally { break; } } return 3; }
same(f4(), 3, 'break in finally cancels return');
function f5() { let s = ''; for (let i = 0; i < 3; i++) { try { if (i === 1) continue; s += i; } finally { s += 'f'; } } return s; }
same(f5(), '0ff2f', 'continue through finally');
function f6() { try { throw 1; } catch (e) { try { throw 2; } catch (e) { return e; } } }
same(f6(), 2, 'nested catch');
function f7() { try { try { throw 1; } finally { same(1, 1); } } catch (e) { return 'c' + e; } }
same(f7(), 'c1', 'rethrow');
function f8() { outer: for (const a of [1, 2]) { for (const b of [1, 2]) { if (b === 2) continue outer; if (a === 2) break outer; } } return 'ok'; }
same(f8(), 'ok', 'labels');
function f9() { a: { b: { break a; } return 1; } return 2; }
same(f9(), 2, 'labelled block');
let l = log();
for (const x of iter(3, l)) { if (x === 1) break; }
same(text(l), 'n,n,r', 'break closes');
l = log();
for (const x of iter(2, l)) { }
same(text(l), 'n,n,n', 'normal end does not close');
l = log();
function g1() { for (const x of iter(2, l)) { try { return x; } finally { l.add('f'); } } }
same(g1(), 0, 'return in for-of'); same(text(l), 'n,f,r', 'order of finally and close');
l = log();
try { for (const x of iter(2, l, { return() { l.add('r'); throw 'inner'; } })) throw 'outer'; } catch (e) { l.add(e); }
same(text(l), 'n,r,outer', 'throw wins over return()');
l = log();
try { for (const x of iter(2, l, { return() { l.add('r'); throw 'inner'; } })) break; } catch (e) { l.add(e); }
same(text(l), 'n,r,inner', 'error of return() after break');
l = log();
try { for (const x of iter(2, l, { return() { l.add('r'); return 1; } })) break; } catch (e) { l.add(e instanceof TypeError); }
same(text(l), 'n,r,true', 'return() must give an object');
l = log();
try { for (const x of iter(2, l, { next() { throw 'next'; } })) break; } catch (e) { l.add(e); }
same(text(l), 'next', 'failing next() does not close');
l = log();
outer: for (const x of iter(2, l)) { for (const y of iter(2, l)) continue outer; }
same(text(l), 'n,n,r,n,n,r,n', 'continue outer closes the inner');
l = log();
outer2: for (const x of iter(2, l)) { for (const y of iter(2, l)) break outer2; }
same(text(l), 'n,n,r,r', 'break outer closes both');
// Destructuring.
l = log(); let [p, q] = iter(5, l);
same(text(l) + p + q, 'n,n,r01', 'pattern closes');
l = log(); let [p2, q2, r2] = iter(2, l);
same(text(l) + r2, 'n,n,nundefined', 'done pattern does not close');
l = log(); let [...all] = iter(2, l);
same(text(l) + all.length, 'n,n,n2', 'rest exhausts');
l = log(); let [] = iter(2, l);
same(text(l), 'r', 'empty pattern closes');
l = log();
try { let [a = (() => { throw 'def'; })()] = iter(2, l, { next() { return { done: false }; } }); } catch (e) { l.add(e); }
same(text(l), 'r,def', 'failing default closes');
l = log();
try { [{}.x.y.z] = iter(2, l); } catch (e) { l.add(e instanceof TypeError); }
same(text(l), 'r,true', 'failing target closes');
// Completion of generators in patterns.
function* gp(l) { const [a = yield 1] = iter(1, l, { next() { return { done: false }; } }); }
l = log(); const gen = gp(l); gen.next(); gen.return(5);
same(text(l), 'r', 'generator return inside a pattern closes');
// switch
function sw(x) { let s = ''; switch (x) { case 1: s += 'a'; case 'b': s += 'b'; break; default: s += 'd'; case null: s += 'n'; } return s; }
same(sw(1) + sw('b') + sw(null) + sw(undefined), 'abbndn', 'switch');
function swl(x) { switch (x) { case 0: let y = 1; return y; case 1: try { y; } catch (e) { return e instanceof ReferenceError; } } }
same(swl(1), true, 'switch scope');
function forin(o) { let s = ''; for (const k in o) { s += k; if (k === 'b') delete o.c; } return s; }
same(forin({ a: 1, b: 2, c: 3, d: 4 }), 'abd', 'for-in');
function dw() { let i = 0; do { i++; if (i === 2) continue; if (i > 4) break; } while (i < 10); return i; }
same(dw(), 5, 'do-while');
function catches() { try { throw { a: 1, b: [2] }; } catch ({ a, b: [c], d = 4 }) { return a + c + d; } }
same(catches(), 7, 'catch pattern');
function unreachable(x) { while (x) { return 1; x = 2; } return 2; }
same(unreachable(0) + unreachable(1), 3, 'code after return');
