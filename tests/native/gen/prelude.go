package gen

// prelude is what every program begins with: mix takes a value into the checksum, log prints one, caught tells of an
// exception, cap keeps strings from growing without end. note is the host's: engines that have none of their own leave
// its text out.
const prelude = `const bitsF = new Float64Array(1), bitsU = new Uint32Array(bitsF.buffer);
let sum = 0, lines = 0, clock = 0;
function mix(v) {
	let h = 1;
	switch (typeof v) {
	case 'number':
		if ((v | 0) === v && v !== 0) h = v;
		else if (v !== v) h = 77;
		else { bitsF[0] = v; h = bitsU[0] ^ bitsU[1] ^ 5; }
		break;
	case 'string':
		h = v.length;
		for (let i = 0; i < v.length && i < 24; i++) h = Math.imul(h, 33) ^ v.charCodeAt(i);
		break;
	case 'boolean': h = v ? 11 : 13; break;
	case 'undefined': h = 17; break;
	case 'bigint': h = Number(BigInt.asIntN(32, v)) ^ 19; break;
	case 'object': h = v === null ? 23 : Array.isArray(v) ? 29 + v.length : 31; break;
	case 'function': h = 37; break;
	}
	sum = (Math.imul(sum, 31) + h) | 0;
	return v;
}
function show(v, d) {
	switch (typeof v) {
	case 'number': return Object.is(v, -0) ? '-0' : String(v);
	case 'string': return "'" + v + "'";
	case 'bigint': return v + 'n';
	case 'function': return 'function';
	case 'symbol': return 'symbol';
	case 'object': break;
	default: return String(v);
	}
	if (v === null) return 'null';
	if (d > 2) return '…';
	let s = '';
	if (Array.isArray(v) || ArrayBuffer.isView(v)) {
		for (let i = 0; i < v.length && i < 20; i++) s += (i > 0 ? ',' : '') + (i in v ? show(v[i], d + 1) : '_');
		return '[' + s + ']#' + v.length;
	}
	if (v instanceof Map) {
		for (const [k, x] of v) s += show(k, d + 1) + '=>' + show(x, d + 1) + ' ';
		return 'Map(' + s + ')';
	}
	if (v instanceof Set) {
		for (const x of v) s += show(x, d + 1) + ' ';
		return 'Set(' + s + ')';
	}
	if (v instanceof Error) return v.name;
	for (const k of Object.keys(v).slice(0, 12)) s += k + ':' + show(v[k], d + 1) + ' ';
	return '{' + s + '}';
}
function log(tag, v) {
	if (lines++ < 300) print(tag + ' ' + show(v, 0));
	else mix(tag);
	return v;
}
function caught(tag, e) {
	log(tag + ' caught', e);
	note(e);
}
const cap = v => typeof v === 'string' && v.length > 40 ? v.slice(0, 9) + v.length : v;
const someKeys = ['i0', 'n0', 'x0', 'x1', 's0', 'p0', 'i1', 'n1', 0, 1, '1', 'z1', -1, 1.5, 'length', 'm0'];
const opaque = v => v;
`
