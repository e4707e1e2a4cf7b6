// What node 20 does otherwise than ECMA-262 2025.
let keyed = 0; const kk = { toString() { keyed++; return 'k'; } }; const ko = { k: 1 }; ko[kk] += 1; ko[kk]++; same(ko.k, 3, 'compound key'); same(keyed, 2, 'key is converted once');
throws(TypeError, () => { null[{ toString() { throw 1; } }] += 1; }, 'base before key');
throws(ReferenceError, () => new (class extends Object { constructor() { try { return; } catch (e) { super(); } } })(), 'nor a missing super()');
