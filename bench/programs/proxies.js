'use strict';
// Proxies and Reflect: a membrane with revocation, observable records, default values, negative array indices,
// schema validation, call tracing and a virtual object without a real target.
// bench: small=3 normal=300 long=2400
const SIZE = 300; // bench:size

function makeMembrane(log) {
  const toWet = new WeakMap();
  const toDry = new WeakMap();
  const revokers = [];
  const isObject = (x) => (typeof x === 'object' && x !== null) || typeof x === 'function';
  const wrap = (x, there, back) => {
    if (!isObject(x)) return x;
    if (back.has(x)) return back.get(x);
    if (there.has(x)) return there.get(x);
    const { proxy, revoke } = Proxy.revocable(x, {
      get(target, key, _receiver) {
        log.gets++;
        return wrap(Reflect.get(target, key), there, back);
      },
      set(target, key, value) {
        log.sets++;
        return Reflect.set(target, key, wrap(value, back, there));
      },
      has(target, key) {
        return Reflect.has(target, key);
      },
      apply(target, self, args) {
        log.calls++;
        return wrap(Reflect.apply(target, wrap(self, back, there), args.map((a) => wrap(a, back, there))), there, back);
      },
      construct(target, args) {
        return wrap(Reflect.construct(target, args.map((a) => wrap(a, back, there))), there, back);
      },
      deleteProperty(target, key) {
        return Reflect.deleteProperty(target, key);
      },
    });
    there.set(x, proxy);
    back.set(proxy, x);
    revokers.push(revoke);
    return proxy;
  };
  return {
    enter: (x) => wrap(x, toWet, toDry),
    revokeAll: () => revokers.forEach((r) => r()),
    get size() {
      return revokers.length;
    },
  };
}

function observable(target, onChange) {
  return new Proxy(target, {
    set(t, key, value, receiver) {
      const old = t[key];
      const ok = Reflect.set(t, key, value, receiver);
      if (ok && old !== value) onChange(key, old, value);
      return ok;
    },
    deleteProperty(t, key) {
      if (key in t) onChange(key, t[key], undefined);
      return Reflect.deleteProperty(t, key);
    },
  });
}

const withDefault = (make) =>
  new Proxy(
    {},
    {
      get: (t, key) => (typeof key === 'string' && !Object.hasOwn(t, key) ? (t[key] = make(key)) : t[key]),
    },
  );

const ring = (list) =>
  new Proxy(list, {
    get(t, key, r) {
      if (typeof key === 'string' && /^-?\d+$/.test(key)) {
        const n = t.length;
        return t[((Number(key) % n) + n) % n];
      }
      return Reflect.get(t, key, r);
    },
  });

const schema = {
  name: (v) => typeof v === 'string' && v.length < 20,
  age: (v) => Number.isInteger(v) && v >= 0,
};
const validated = () =>
  new Proxy(Object.create(null), {
    set(t, key, v) {
      if (!(key in schema)) return false;
      if (!schema[key](v)) throw new TypeError(`bad ${key}`);
      t[key] = v;
      return true;
    },
    defineProperty(t, key, d) {
      return key in schema && Reflect.defineProperty(t, key, d);
    },
  });

const squares = new Proxy(
  {},
  {
    has: (_t, key) => /^\d+$/.test(String(key)),
    get: (_t, key) => (typeof key === 'string' ? Number(key) ** 2 : undefined),
    ownKeys: () => ['1', '2', '3', '4'],
    getOwnPropertyDescriptor: (_t, key) => ({ value: Number(key) ** 2, enumerable: true, configurable: true, writable: true }),
  },
);

class Account {
  constructor(owner) {
    this.owner = owner;
    this.entries = [];
  }
  deposit(n) {
    this.entries.push(n);
    return this;
  }
  balance() {
    return this.entries.reduce((a, b) => a + b, 0);
  }
  each(f) {
    this.entries.forEach((e, i) => f(e, i));
  }
}

let checksum = 0;
let refused = 0;
const log = { gets: 0, sets: 0, calls: 0 };
for (let round = 0; round < SIZE; round++) {
  const membrane = makeMembrane(log);
  const bank = { Account, accounts: [], rate: { percent: round % 7 } };
  const wet = membrane.enter(bank);
  wet.rate = { percent: (round % 7) + 1 };
  for (let i = 0; i < 6; i++) {
    const account = new wet.Account(`owner${i}`);
    account.deposit(i * 10).deposit(round);
    wet.accounts.push(account);
    account.each((e, k) => {
      checksum = (checksum * 3 + e + k) | 0;
    });
    checksum = (checksum + account.balance() * wet.rate.percent) | 0;
  }
  if (!(bank.accounts[0] instanceof Account)) throw new Error('the membrane leaks');
  checksum = (checksum + wet.accounts.length + membrane.size) | 0;
  membrane.revokeAll();
  try {
    wet.accounts;
  } catch (e) {
    if (e instanceof TypeError) refused++;
  }

  const changes = [];
  const record = observable({ a: 1, b: 2 }, (key, from, to) => changes.push(`${key}:${from}>${to}`));
  for (let i = 0; i < 20; i++) {
    record.a += i % 3;
    record[`k${i % 5}`] = i;
    if (i % 4 === 3) delete record.k1;
  }
  checksum = (checksum * 31 + changes.join().length) | 0;

  const groups = withDefault(() => []);
  for (let i = 0; i < 40; i++) groups[`g${(i * 7) % 6}`].push(i);
  checksum = (checksum + Object.keys(groups).length * groups.g3.length) | 0;

  const wheel = ring([3, 1, 4, 1, 5, 9, 2, 6]);
  for (let i = -30; i < 30; i++) checksum = (checksum * 5 + wheel[i]) | 0;

  const person = validated();
  for (const [key, value] of [['name', 'ann'], ['age', 3], ['age', -1], ['size', 9], ['name', 5]]) {
    try {
      person[key] = value;
    } catch (e) {
      refused++;
    }
  }
  checksum = (checksum + person.age) | 0;
  for (const key in squares) checksum = (checksum + squares[key]) | 0;
  checksum = (checksum + Object.entries(squares).length + (7 in squares ? 1 : 0) + ('x' in squares ? 1 : 0)) | 0;
}
print(`proxies ${checksum} refused ${refused} gets ${log.gets} sets ${log.sets} calls ${log.calls}`);
