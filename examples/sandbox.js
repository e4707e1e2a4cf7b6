'use strict';
// A plugin host: each plugin runs in a compartment of its own and receives only the powers that it was granted.
// Run it with: go run ./cmd/firn run examples/sandbox.js

// Powers are hardened objects. A plugin that holds one can use it, pass it on, or do without; it cannot change it.
function makeCounter(name) {
  let n = 0;
  return {
    reader: harden({ get: () => n }),
    writer: harden({
      add(k) {
        n += Nat(k);
        print(`${name} is ${n}`);
      },
    }),
  };
}

const plugins = {
  // Holds the writer: may count up.
  worker: 'for (const k of [1, 2, 3]) counter.add(k);',
  // Holds the reader: may look.
  auditor: 'report(`the auditor sees ${counter.get()}`);',
  // Tries what it was not given.
  thief: `
    report(typeof print);
    report(typeof globalThis.counter);
    try { counter.add = () => {}; } catch (e) { report('cannot replace add: ' + e.name); }
    try { counter.add(-5); } catch (e) { report('cannot cheat: ' + e.name); }
    try { Array.prototype.push = null; } catch (e) { report('cannot poison arrays: ' + e.name); }
  `,
};

const { reader, writer } = makeCounter('counter');
const report = harden((text) => print(`  ${text}`));
const powers = {
  worker: { counter: writer },
  auditor: { counter: reader, report },
  thief: { counter: writer, report },
};
for (const [name, program] of Object.entries(plugins)) {
  print(`${name}:`);
  Realm.makeCompartment().evaluateProgram(program, powers[name]);
}
