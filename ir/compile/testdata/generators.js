function* g(a) { const x = yield a; try { yield* x; } finally { yield 2; } return 3; }
async function f(p) { for await (const x of p) { if (x) return await x; } }
const h = async (x = this) => await x;
async function* ag(x) { yield x; yield* x; return x; }
