// What node 20 does otherwise than ECMA-262 2025.
let keyed = 0; const kk = { toString() { keyed++; return 'k'; } }; const ko = { k: 1 }; ko[kk] += 1; ko[kk]++; same(ko.k, 3, 'compound key'); same(keyed, 2, 'key is converted once');
throws(TypeError, () => { null[{ toString() { throw 1; } }] += 1; }, 'base before key');
throws(ReferenceError, () => new (class extends Object { constructor() { try { return; } catch (e) { super(); } } })(), 'nor a missing super()');
// super[key]: the prototype of the home object is read when the reference is made, before its key is converted and its value evaluated.
{
  const first = { p: 1, set s(v) { this.log = 'first ' + v; } }, second = { p: -1, set s(v) { this.log = 'second ' + v; } };
  let o;
  const key = (name) => ({ toString() { Object.setPrototypeOf(o, second); return name; } });
  const make = () => o = {
    __proto__: first, get() { return super[key('p')]; }, call() { return super[key('toString')](); }, add() { return super[key('p')] += 1; }, inc() { return ++super[key('p')]; }, post() { return super[key('p')]++; },
    set() { super[key('s')] = 4; return this.log; }, late() { super.s = (Object.setPrototypeOf(this, second), 5); return this.log; }, lateKey() { super['s'] = (Object.setPrototypeOf(this, second), 6); return this.log; }, or() { return super[key('none')] ||= 7; },
    destructure() { [super[key('s')]] = [8]; return this.log; }, bare() { 'use strict'; return super[key('p')]; },
  };
  same(make().get(), 1, 'get'); same(make().call(), '[object Object]', 'call'); same(make().add(), 2, 'compound'); same(make().inc(), 2, 'prefix'); same(make().post(), 1, 'postfix');
  same(make().set(), 'first 4', 'set'); same(make().late(), 'first 5', 'value after base'); same(make().lateKey(), 'first 6', 'value after base, with key'); same(make().or(), 7, 'logical'); same(make().destructure(), 'first 8', 'destructuring');
  const bare = make().bare; same(bare.call(undefined), 1, 'super of an undefined this');
  const orphan = { __proto__: null, get() { return super[{ toString() { throw new RangeError(); } }]; }, set() { super[{ toString() { throw new RangeError(); } }] = 1; }, late() { super.x = (() => { throw new RangeError(); })(); } };
  throws(TypeError, () => orphan.get(), 'no base, get'); throws(TypeError, () => orphan.set(), 'no base, set'); throws(RangeError, () => orphan.late(), 'no base is found out last');
}
// An assignment looks its name up before its right side is evaluated.
throws(ReferenceError, () => { undeclared1 = (globalThis.undeclared1 = 5); }, 'made by the right side'); same(globalThis.undeclared1, 5, 'the right side was evaluated');
throws(RangeError, () => { undeclared2 = (() => { throw new RangeError(); })(); }, 'the right side throws first'); throws(ReferenceError, () => { undeclared3 = 1; }, 'never made');
globalThis.declared1 = 1; declared1 = (() => declared1 + 1)(); same(globalThis.declared1, 2, 'exists'); throws(ReferenceError, () => { declared1 = delete globalThis.declared1; }, 'deleted by the right side');
