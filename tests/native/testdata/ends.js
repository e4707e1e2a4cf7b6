'use strict';
// A loop with many ends, which charge differently; it gets hot at any of them.
let calls = 0;
const small = (x) => { calls++; return x; };
function execute(code, rounds) {
	const stack = [];
	let pc = 0, acc = 0;
	for (;;) {
		switch (code[pc++]) {
			case 0:
				stack.push(acc);
				break;
			case 1:
				acc = stack.pop() + 1 | 0;
				continue;
			case 2: {
				let i = 0;
				for (;;) {
					if (i++ > 3) break;
					if (i & 1) continue;
					acc ^= small(i) << 1;
				}
				break;
			}
			case 3:
				if (acc & 1) {
					acc = acc * 3 & 0xFFFF;
					continue;
				}
				acc >>>= 1;
				break;
			case 4:
				if (rounds-- === 0) return acc;
				pc = 0;
				break;
			default:
				acc = (acc >>> 0) % 7;
		}
	}
}
for (let i = 0; i < 20; i++) print(execute([0, 2, 3, 1, 3, i % 9, 3, 4], 60 + i));
print(calls);
