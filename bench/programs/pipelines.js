'use strict';
// Closures and array pipelines: map/filter/reduce chains, composed and curried functions, memoisation,
// transducers and a small reactive store, all over records made by a generator of pseudo-random numbers.
// bench: small=2 normal=80 long=960
const SIZE = 80; // bench:size

function makeRandom(seed) {
  let s = seed >>> 0;
  return (limit) => {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    s >>>= 0;
    return s % limit;
  };
}

const compose = (...fs) => (x) => fs.reduce((acc, f) => f(acc), x);
const curry = (f) => {
  const collect = (args) => (x) => {
    const all = [...args, x];
    return all.length >= f.length ? f(...all) : collect(all);
  };
  return collect([]);
};
const memoize = (f) => {
  const known = new Map();
  return (n) => {
    let v = known.get(n);
    if (v === undefined) {
      v = f(n);
      known.set(n, v);
    }
    return v;
  };
};

function makeOrders(count, random) {
  const regions = ['north', 'south', 'east', 'west', 'centre'];
  return Array.from({ length: count }, (_, id) => ({
    id,
    region: regions[random(regions.length)],
    items: Array.from({ length: 1 + random(5) }, () => ({ sku: random(40), quantity: 1 + random(9), cents: 100 + random(5000) })),
    priority: random(3),
    returned: random(17) === 0,
  }));
}

function report(orders) {
  const total = (order) => order.items.map(({ quantity, cents }) => quantity * cents).reduce((a, b) => a + b, 0);
  const kept = orders.filter((o) => !o.returned);
  const byRegion = kept.reduce((acc, o) => {
    (acc[o.region] ??= []).push(o);
    return acc;
  }, {});
  const lines = Object.entries(byRegion)
    .map(([region, list]) => ({
      region,
      count: list.length,
      sum: list.map(total).reduce((a, b) => a + b, 0),
      best: list.map(total).reduce((a, b) => Math.max(a, b), 0),
    }))
    .sort((a, b) => b.sum - a.sum);
  const skus = kept
    .flatMap((o) => o.items)
    .filter(({ quantity }) => quantity > 2)
    .map(({ sku }) => sku)
    .reduce((m, sku) => m.set(sku, (m.get(sku) ?? 0) + 1), new Map());
  const top = [...skus].sort(([a, x], [b, y]) => y - x || a - b).slice(0, 3);
  return { lines, top, urgent: kept.some((o) => o.priority === 2), all: kept.every((o) => o.items.length > 0) };
}

const mapping = (f) => (next) => (acc, x) => next(acc, f(x));
const filtering = (p) => (next) => (acc, x) => (p(x) ? next(acc, x) : acc);
const taking = (n) => (next) => {
  let left = n;
  return (acc, x) => (left-- > 0 ? next(acc, x) : acc);
};

function transduce(list) {
  const step = compose(
    taking(400),
    mapping((x) => x * 3 + 1),
    filtering((x) => x % 2 === 0),
    mapping((x) => x >> 1),
  )((acc, x) => (acc + x) | 0);
  return list.reduce(step, 0);
}

function createStore(reducer, initial) {
  let state = initial;
  let listeners = [];
  return {
    get: () => state,
    dispatch: (action) => {
      state = reducer(state, action);
      listeners.forEach((l) => l(state, action));
    },
    subscribe: (l) => {
      listeners = [...listeners, l];
      return () => {
        listeners = listeners.filter((x) => x !== l);
      };
    },
  };
}

function runStore(actions) {
  const reducer = (state, { type, amount }) => {
    switch (type) {
      case 'deposit':
        return { ...state, balance: state.balance + amount, count: state.count + 1 };
      case 'withdraw':
        return state.balance < amount ? { ...state, refused: state.refused + 1 } : { ...state, balance: state.balance - amount };
      default:
        return state;
    }
  };
  const store = createStore(reducer, { balance: 0, count: 0, refused: 0 });
  let peak = 0;
  const stop = store.subscribe(({ balance }) => {
    if (balance > peak) peak = balance;
  });
  let seen = 0;
  store.subscribe(() => seen++);
  actions.forEach((a, i) => {
    if (i === actions.length >> 1) stop();
    store.dispatch(a);
  });
  const { balance, count, refused } = store.get();
  return `${balance} ${count} ${refused} ${peak} ${seen}`;
}

const random = makeRandom(4242);
const add3 = curry((a, b, c) => (a * 7 + b * 3 + c) | 0);
const collatz = memoize((n) => (n === 1 ? 0 : 1 + collatz(n % 2 === 0 ? n / 2 : 3 * n + 1)));
let sum = 0;
let last = null;
let store = '';
for (let round = 0; round < SIZE; round++) {
  const orders = makeOrders(120, random);
  last = report(orders);
  sum = (sum + last.lines.reduce((a, l) => a + l.sum + l.best, 0)) | 0;
  sum = (sum ^ transduce(orders.map((o) => o.items.length * 100 + o.id))) | 0;
  sum = (sum + add3(round)(sum & 255)(orders.length)) | 0;
  sum = (sum + [...orders.keys()].map((k) => collatz(k + 1)).reduce((a, b) => a + b, 0)) | 0;
  store = runStore(orders.map((o) => ({ type: o.priority === 0 ? 'withdraw' : 'deposit', amount: o.items[0].cents })));
}
print(`pipelines ${sum}`);
print(last.lines.map((l) => `${l.region}:${l.count}:${l.sum}`).join(' '));
print(`top ${last.top.map((p) => p.join('x')).join(' ')} ${last.urgent} ${last.all} store ${store}`);
