'use strict';
// Runs programs for the harness: a line of JSON {source} comes in, a line {out} or {error} goes out.
const readline = require('readline');
const say = x => process.stdout.write(JSON.stringify(x) + '\n');
let queue = Promise.resolve();
readline.createInterface({ input: process.stdin }).on('line', line => {
	queue = queue.then(() => run(JSON.parse(line).source));
});
async function run(source) {
	const out = [];
	const print = (...a) => { out.push(a.map(String).join(' ') + '\n'); };
	let failure = '';
	try {
		new Function('print', 'note', source)(print, () => {});
	} catch (e) {
		failure = e instanceof Error ? e.name : 'exception';
		if (e instanceof SyntaxError) failure += ': ' + e.message;
	}
	// Jobs that the program has left run before this.
	await new Promise(done => setImmediate(done));
	say({ out: out.join(''), failure });
}
