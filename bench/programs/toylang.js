'use strict';
// A compiler written in JavaScript: tokenizer, Pratt parser, scope analysis, constant folding, code generator
// and stack machine for a small language with functions, closures, lists and loops; then programs in it are run.
// bench: small=1 normal=3 long=21
const SIZE = 3; // bench:size

class CompileError extends Error {
  constructor(message, line) {
    super(`${message} at line ${line}`);
    this.line = line;
  }
}

// ---- tokens ----
const keywords = new Set(['let', 'fn', 'if', 'else', 'while', 'for', 'in', 'return', 'true', 'false', 'nil', 'and', 'or', 'not', 'break']);
const twoCharacter = new Set(['==', '!=', '<=', '>=', '..']);

class Token {
  constructor(kind, text, line) {
    this.kind = kind;
    this.text = text;
    this.line = line;
  }
}

function tokenize(source) {
  const tokens = [];
  let i = 0;
  let line = 1;
  const n = source.length;
  const isDigit = (c) => c >= 48 && c <= 57;
  const isLetter = (c) => (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
  while (i < n) {
    const c = source.charCodeAt(i);
    if (c === 10) {
      line++;
      i++;
    } else if (c === 32 || c === 9 || c === 13) {
      i++;
    } else if (c === 35) {
      while (i < n && source.charCodeAt(i) !== 10) i++;
    } else if (isDigit(c)) {
      const start = i;
      while (i < n && isDigit(source.charCodeAt(i))) i++;
      if (source[i] === '.' && isDigit(source.charCodeAt(i + 1))) {
        i++;
        while (i < n && isDigit(source.charCodeAt(i))) i++;
      }
      tokens.push(new Token('number', source.slice(start, i), line));
    } else if (isLetter(c)) {
      const start = i;
      while (i < n && (isLetter(source.charCodeAt(i)) || isDigit(source.charCodeAt(i)))) i++;
      const text = source.slice(start, i);
      tokens.push(new Token(keywords.has(text) ? text : 'name', text, line));
    } else if (c === 34) {
      let text = '';
      i++;
      while (i < n && source[i] !== '"') {
        if (source[i] === '\\') {
          i++;
          text += source[i] === 'n' ? '\n' : source[i];
        } else text += source[i];
        i++;
      }
      if (i >= n) throw new CompileError('string without an end', line);
      i++;
      tokens.push(new Token('string', text, line));
    } else {
      const two = source.slice(i, i + 2);
      if (twoCharacter.has(two)) {
        tokens.push(new Token(two, two, line));
        i += 2;
      } else if ('+-*/%<>=(){}[],;'.includes(source[i])) {
        tokens.push(new Token(source[i], source[i], line));
        i++;
      } else throw new CompileError(`strange character ${source[i]}`, line);
    }
  }
  tokens.push(new Token('end', '', line));
  return tokens;
}

// ---- parser ----
const binaryPower = {
  or: 1, and: 2, '==': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4, '..': 5, '+': 6, '-': 6, '*': 7, '/': 7, '%': 7,
};

class Parser {
  constructor(tokens) {
    this.tokens = tokens;
    this.at = 0;
  }
  get token() {
    return this.tokens[this.at];
  }
  accept(kind) {
    if (this.tokens[this.at].kind !== kind) return false;
    this.at++;
    return true;
  }
  expect(kind) {
    const t = this.tokens[this.at];
    if (t.kind !== kind) throw new CompileError(`expected ${kind} but found ${t.text || t.kind}`, t.line);
    this.at++;
    return t;
  }
  program() {
    const body = [];
    while (this.token.kind !== 'end') body.push(this.statement());
    return { type: 'Block', body, line: 1 };
  }
  block() {
    const { line } = this.expect('{');
    const body = [];
    while (this.token.kind !== '}') body.push(this.statement());
    this.expect('}');
    return { type: 'Block', body, line };
  }
  statement() {
    const t = this.token;
    switch (t.kind) {
      case 'let': {
        this.at++;
        const name = this.expect('name').text;
        this.expect('=');
        const value = this.expression(0);
        this.expect(';');
        return { type: 'Let', name, value, line: t.line };
      }
      case 'fn':
        if (this.tokens[this.at + 1].kind === 'name') {
          this.at++;
          const name = this.expect('name').text;
          return { type: 'Let', name, value: this.functionRest(name, t.line), line: t.line };
        }
        break;
      case 'if': {
        this.at++;
        const test = this.expression(0);
        const yes = this.block();
        let no = null;
        if (this.accept('else')) no = this.token.kind === 'if' ? this.statement() : this.block();
        return { type: 'If', test, yes, no, line: t.line };
      }
      case 'while': {
        this.at++;
        const test = this.expression(0);
        return { type: 'While', test, body: this.block(), line: t.line };
      }
      case 'for': {
        this.at++;
        const name = this.expect('name').text;
        this.expect('in');
        const from = this.expression(6);
        this.expect('..');
        const to = this.expression(6);
        return { type: 'For', name, from, to, body: this.block(), line: t.line };
      }
      case 'return': {
        this.at++;
        const value = this.token.kind === ';' ? { type: 'Literal', value: null, line: t.line } : this.expression(0);
        this.expect(';');
        return { type: 'Return', value, line: t.line };
      }
      case 'break':
        this.at++;
        this.expect(';');
        return { type: 'Break', line: t.line };
      case '{':
        return this.block();
    }
    const value = this.expression(0);
    if (this.accept('=')) {
      if (value.type !== 'Name' && value.type !== 'Index') throw new CompileError('cannot assign to this', t.line);
      const source = this.expression(0);
      this.expect(';');
      return { type: 'Assign', target: value, source, line: t.line };
    }
    this.expect(';');
    return { type: 'Expression', value, line: t.line };
  }
  functionRest(name, line) {
    this.expect('(');
    const parameters = [];
    while (this.token.kind !== ')') {
      parameters.push(this.expect('name').text);
      if (!this.accept(',')) break;
    }
    this.expect(')');
    return { type: 'Function', name, parameters, body: this.block(), line };
  }
  expression(power) {
    let left = this.prefix();
    for (;;) {
      const t = this.token;
      if (t.kind === '(') {
        this.at++;
        left = { type: 'Call', callee: left, args: this.list(')'), line: t.line };
        continue;
      }
      if (t.kind === '[') {
        this.at++;
        const index = this.expression(0);
        this.expect(']');
        left = { type: 'Index', object: left, index, line: t.line };
        continue;
      }
      const p = binaryPower[t.kind];
      if (p === undefined || p <= power) return left;
      this.at++;
      left = { type: 'Binary', op: t.kind, left, right: this.expression(p), line: t.line };
    }
  }
  list(end) {
    const items = [];
    while (this.token.kind !== end) {
      items.push(this.expression(0));
      if (!this.accept(',')) break;
    }
    this.expect(end);
    return items;
  }
  prefix() {
    const t = this.token;
    this.at++;
    switch (t.kind) {
      case 'number':
        return { type: 'Literal', value: Number(t.text), line: t.line };
      case 'string':
        return { type: 'Literal', value: t.text, line: t.line };
      case 'true':
      case 'false':
        return { type: 'Literal', value: t.kind === 'true', line: t.line };
      case 'nil':
        return { type: 'Literal', value: null, line: t.line };
      case 'name':
        return { type: 'Name', name: t.text, line: t.line };
      case 'fn':
        return this.functionRest('', t.line);
      case '-':
      case 'not':
        return { type: 'Unary', op: t.kind, operand: this.expression(8), line: t.line };
      case '(': {
        const e = this.expression(0);
        this.expect(')');
        return e;
      }
      case '[':
        return { type: 'List', items: this.list(']'), line: t.line };
      default:
        throw new CompileError(`unexpected ${t.text || t.kind}`, t.line);
    }
  }
}

// ---- constant folding ----
const fold = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '%': (a, b) => a % b,
  '<': (a, b) => a < b,
  '==': (a, b) => a === b,
};

function optimise(node) {
  if (node === null || typeof node !== 'object') return node;
  for (const key of Object.keys(node)) {
    const child = node[key];
    if (Array.isArray(child)) node[key] = child.map(optimise);
    else if (child !== null && typeof child === 'object') node[key] = optimise(child);
  }
  if (node.type === 'Binary' && node.left.type === 'Literal' && node.right.type === 'Literal') {
    const f = fold[node.op];
    if (f !== undefined && typeof node.left.value === 'number' && typeof node.right.value === 'number') {
      return { type: 'Literal', value: f(node.left.value, node.right.value), line: node.line };
    }
  }
  if (node.type === 'Unary' && node.op === '-' && node.operand.type === 'Literal') {
    return { type: 'Literal', value: -node.operand.value, line: node.line };
  }
  if (node.type === 'If' && node.test.type === 'Literal') {
    return node.test.value ? node.yes : node.no ?? { type: 'Block', body: [], line: node.line };
  }
  return node;
}

// ---- code generation ----
const ops = ['CONST', 'LOAD', 'STORE', 'LOADUP', 'STOREUP', 'GLOBAL', 'POP', 'ADD', 'SUB', 'MUL', 'DIV', 'MOD', 'LT', 'LE', 'GT', 'GE', 'EQ', 'NE', 'CAT',
  'NEG', 'NOT', 'JUMP', 'JUMPF', 'JUMPT', 'CALL', 'RETURN', 'CLOSURE', 'LIST', 'INDEX', 'SETINDEX', 'FORTEST'];
const OP = Object.freeze(Object.fromEntries(ops.map((name, i) => [name, i])));
const binaryOp = { '+': OP.ADD, '-': OP.SUB, '*': OP.MUL, '/': OP.DIV, '%': OP.MOD, '<': OP.LT, '<=': OP.LE, '>': OP.GT, '>=': OP.GE, '==': OP.EQ, '!=': OP.NE, '..': OP.CAT };

class FunctionState {
  constructor(name, parent) {
    this.name = name;
    this.parent = parent;
    this.code = [];
    this.constants = [];
    this.scopes = [new Map()];
    this.slots = 0;
    this.breaks = [];
  }
  declare(name) {
    const slot = this.slots++;
    this.scopes.at(-1).set(name, slot);
    return slot;
  }
  find(name) {
    for (let i = this.scopes.length - 1; i >= 0; i--) {
      const slot = this.scopes[i].get(name);
      if (slot !== undefined) return slot;
    }
    return -1;
  }
  constant(value) {
    let i = this.constants.indexOf(value);
    if (i < 0) i = this.constants.push(value) - 1;
    return i;
  }
  emit(...words) {
    this.code.push(...words);
  }
  jump(op) {
    this.code.push(op, 0);
    return this.code.length - 1;
  }
  land(at) {
    this.code[at] = this.code.length;
  }
}

class Generator {
  constructor(globals) {
    this.globals = globals;
    this.f = new FunctionState('main', null);
  }
  resolve(name, line) {
    let depth = 0;
    for (let f = this.f; f !== null; f = f.parent) {
      const slot = f.find(name);
      if (slot >= 0) return { depth, slot };
      depth++;
    }
    const slot = this.globals.indexOf(name);
    if (slot < 0) throw new CompileError(`unknown name ${name}`, line);
    return { depth: -1, slot };
  }
  statement(node) {
    const f = this.f;
    switch (node.type) {
      case 'Block':
        f.scopes.push(new Map());
        for (const s of node.body) this.statement(s);
        f.scopes.pop();
        break;
      case 'Let': {
        if (node.value.type === 'Function') {
          const slot = f.declare(node.name);
          this.expression(node.value);
          f.emit(OP.STORE, slot);
        } else {
          this.expression(node.value);
          f.emit(OP.STORE, f.declare(node.name));
        }
        break;
      }
      case 'Assign':
        if (node.target.type === 'Name') {
          this.expression(node.source);
          const { depth, slot } = this.resolve(node.target.name, node.line);
          if (depth < 0) throw new CompileError(`cannot assign to ${node.target.name}`, node.line);
          if (depth === 0) f.emit(OP.STORE, slot);
          else f.emit(OP.STOREUP, depth, slot);
        } else {
          this.expression(node.target.object);
          this.expression(node.target.index);
          this.expression(node.source);
          f.emit(OP.SETINDEX);
        }
        break;
      case 'If': {
        this.expression(node.test);
        const otherwise = f.jump(OP.JUMPF);
        this.statement(node.yes);
        if (node.no === null) f.land(otherwise);
        else {
          const end = f.jump(OP.JUMP);
          f.land(otherwise);
          this.statement(node.no);
          f.land(end);
        }
        break;
      }
      case 'While': {
        const top = f.code.length;
        this.expression(node.test);
        const end = f.jump(OP.JUMPF);
        f.breaks.push([]);
        this.statement(node.body);
        f.emit(OP.JUMP, top);
        f.land(end);
        for (const b of f.breaks.pop()) f.land(b);
        break;
      }
      case 'For': {
        f.scopes.push(new Map());
        this.expression(node.from);
        const slot = f.declare(node.name);
        f.emit(OP.STORE, slot);
        this.expression(node.to);
        const limit = f.declare('(limit)');
        f.emit(OP.STORE, limit);
        const top = f.code.length;
        f.emit(OP.FORTEST, slot, limit, 0);
        const end = f.code.length - 1;
        f.breaks.push([]);
        this.statement(node.body);
        f.emit(OP.LOAD, slot, OP.CONST, f.constant(1), OP.ADD, OP.STORE, slot, OP.JUMP, top);
        f.land(end);
        for (const b of f.breaks.pop()) f.land(b);
        f.scopes.pop();
        break;
      }
      case 'Break':
        if (f.breaks.length === 0) throw new CompileError('break outside a loop', node.line);
        f.breaks.at(-1).push(f.jump(OP.JUMP));
        break;
      case 'Return':
        this.expression(node.value);
        f.emit(OP.RETURN);
        break;
      case 'Expression':
        this.expression(node.value);
        f.emit(OP.POP);
        break;
      default:
        throw new CompileError(`no statement ${node.type}`, node.line);
    }
  }
  expression(node) {
    const f = this.f;
    switch (node.type) {
      case 'Literal':
        f.emit(OP.CONST, f.constant(node.value));
        break;
      case 'Name': {
        const { depth, slot } = this.resolve(node.name, node.line);
        if (depth < 0) f.emit(OP.GLOBAL, slot);
        else if (depth === 0) f.emit(OP.LOAD, slot);
        else f.emit(OP.LOADUP, depth, slot);
        break;
      }
      case 'Unary':
        this.expression(node.operand);
        f.emit(node.op === '-' ? OP.NEG : OP.NOT);
        break;
      case 'Binary':
        this.expression(node.left);
        if (node.op === 'and' || node.op === 'or') {
          const end = f.jump(node.op === 'and' ? OP.JUMPF : OP.JUMPT);
          // The tests consume their operand, so the short result is pushed again on the other path.
          this.expression(node.right);
          const done = f.jump(OP.JUMP);
          f.land(end);
          f.emit(OP.CONST, f.constant(node.op === 'or'));
          f.land(done);
        } else {
          this.expression(node.right);
          f.emit(binaryOp[node.op]);
        }
        break;
      case 'Call':
        this.expression(node.callee);
        for (const a of node.args) this.expression(a);
        f.emit(OP.CALL, node.args.length);
        break;
      case 'Index':
        this.expression(node.object);
        this.expression(node.index);
        f.emit(OP.INDEX);
        break;
      case 'List':
        for (const i of node.items) this.expression(i);
        f.emit(OP.LIST, node.items.length);
        break;
      case 'Function': {
        const inner = new FunctionState(node.name, f);
        this.f = inner;
        for (const p of node.parameters) inner.declare(p);
        this.statement(node.body);
        inner.emit(OP.CONST, inner.constant(null), OP.RETURN);
        this.f = f;
        f.emit(OP.CLOSURE, f.constant(finish(inner, node.parameters.length)));
        break;
      }
      default:
        throw new CompileError(`no expression ${node.type}`, node.line);
    }
  }
}

function finish(f, arity) {
  return { name: f.name, code: Int32Array.from(f.code), constants: f.constants, slots: f.slots, arity };
}

function compile(source, globals) {
  const tree = optimise(new Parser(tokenize(source)).program());
  const g = new Generator(globals);
  g.statement(tree);
  g.f.emit(OP.CONST, g.f.constant(null), OP.RETURN);
  return finish(g.f, 0);
}

// ---- machine ----
class Closure {
  constructor(template, frame) {
    this.template = template;
    this.frame = frame;
  }
}
class Frame {
  constructor(template, outer) {
    this.slots = new Array(template.slots).fill(null);
    this.outer = outer;
  }
}

function execute(main, globals, counters) {
  const stack = [];
  const calls = [];
  let template = main;
  let frame = new Frame(main, null);
  let code = main.code;
  let pc = 0;
  let steps = 0;
  for (;;) {
    steps++;
    switch (code[pc++]) {
      case OP.CONST:
        stack.push(template.constants[code[pc++]]);
        break;
      case OP.LOAD:
        stack.push(frame.slots[code[pc++]]);
        break;
      case OP.STORE:
        frame.slots[code[pc++]] = stack.pop();
        break;
      case OP.LOADUP: {
        let f = frame;
        for (let d = code[pc++]; d > 0; d--) f = f.outer;
        stack.push(f.slots[code[pc++]]);
        break;
      }
      case OP.STOREUP: {
        let f = frame;
        for (let d = code[pc++]; d > 0; d--) f = f.outer;
        f.slots[code[pc++]] = stack.pop();
        break;
      }
      case OP.GLOBAL:
        stack.push(globals[code[pc++]]);
        break;
      case OP.POP:
        stack.pop();
        break;
      case OP.ADD: {
        const b = stack.pop();
        stack.push(stack.pop() + b);
        break;
      }
      case OP.SUB: {
        const b = stack.pop();
        stack.push(stack.pop() - b);
        break;
      }
      case OP.MUL: {
        const b = stack.pop();
        stack.push(stack.pop() * b);
        break;
      }
      case OP.DIV: {
        const b = stack.pop();
        stack.push(Math.floor(stack.pop() / b));
        break;
      }
      case OP.MOD: {
        const b = stack.pop();
        stack.push(stack.pop() % b);
        break;
      }
      case OP.LT: {
        const b = stack.pop();
        stack.push(stack.pop() < b);
        break;
      }
      case OP.LE: {
        const b = stack.pop();
        stack.push(stack.pop() <= b);
        break;
      }
      case OP.GT: {
        const b = stack.pop();
        stack.push(stack.pop() > b);
        break;
      }
      case OP.GE: {
        const b = stack.pop();
        stack.push(stack.pop() >= b);
        break;
      }
      case OP.EQ: {
        const b = stack.pop();
        stack.push(stack.pop() === b);
        break;
      }
      case OP.NE: {
        const b = stack.pop();
        stack.push(stack.pop() !== b);
        break;
      }
      case OP.CAT: {
        const b = stack.pop();
        stack.push(`${stack.pop()}${b}`);
        break;
      }
      case OP.NEG:
        stack.push(-stack.pop());
        break;
      case OP.NOT:
        stack.push(!stack.pop());
        break;
      case OP.JUMP:
        pc = code[pc];
        break;
      case OP.JUMPF:
        if (stack.pop()) pc++;
        else pc = code[pc];
        break;
      case OP.JUMPT:
        if (stack.pop()) pc = code[pc];
        else pc++;
        break;
      case OP.CALL: {
        const argc = code[pc++];
        const callee = stack[stack.length - 1 - argc];
        if (callee instanceof Closure) {
          if (callee.template.arity !== argc) throw new RangeError(`${callee.template.name} takes ${callee.template.arity} arguments`);
          const next = new Frame(callee.template, callee.frame);
          for (let i = argc - 1; i >= 0; i--) next.slots[i] = stack.pop();
          stack.pop();
          calls.push(template, frame, pc);
          template = callee.template;
          frame = next;
          code = template.code;
          pc = 0;
          if (calls.length > counters.deepest) counters.deepest = calls.length;
        } else {
          const args = stack.splice(stack.length - argc, argc);
          stack.pop();
          stack.push(callee(...args));
        }
        break;
      }
      case OP.RETURN: {
        if (calls.length === 0) {
          counters.steps += steps;
          return stack.pop();
        }
        pc = calls.pop();
        frame = calls.pop();
        template = calls.pop();
        code = template.code;
        break;
      }
      case OP.CLOSURE:
        stack.push(new Closure(template.constants[code[pc++]], frame));
        break;
      case OP.LIST: {
        const n = code[pc++];
        stack.push(stack.splice(stack.length - n, n));
        break;
      }
      case OP.INDEX: {
        const i = stack.pop();
        const o = stack.pop();
        if (!(i >= 0 && i < o.length)) throw new RangeError(`index ${i} outside 0..${o.length}`);
        stack.push(o[i]);
        break;
      }
      case OP.SETINDEX: {
        const v = stack.pop();
        const i = stack.pop();
        stack.pop()[i] = v;
        break;
      }
      case OP.FORTEST: {
        const { slots } = frame;
        if (slots[code[pc]] < slots[code[pc + 1]]) pc += 3;
        else pc = code[pc + 2];
        break;
      }
      default:
        throw new Error(`no instruction ${code[pc - 1]}`);
    }
  }
}

const programs = [
  `
  # recursion and loops
  fn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
  let total = 0;
  for i in 0 .. 15 { total = total + fib(i); }
  emit("fib", total);
  `,
  `
  # a sieve with lists
  let n = 2000;
  let flags = fill(n, true);
  let count = 0;
  for i in 2 .. n {
    if flags[i] {
      count = count + 1;
      let k = i * i;
      while k < n { flags[k] = false; k = k + i; }
    }
  }
  emit("primes", count);
  `,
  `
  # closures
  fn counter(start, step) {
    let value = start;
    return fn () { value = value + step; return value; };
  }
  let a = counter(0, 1);
  let b = counter(100, 7);
  let sum = 0;
  for i in 0 .. 300 { sum = sum + a() * 2 + b(); if sum > 1000000 and i > 5 { break; } }
  emit("closures", sum);
  fn map(list, f) { let out = []; for i in 0 .. len(list) { push(out, f(list[i])); } return out; }
  fn compose(f, g) { return fn (x) { return f(g(x)); }; }
  let doubled = map([1, 2, 3, 4, 5], compose(fn (x) { return x * 2; }, fn (x) { return x + 10; }));
  let text = "";
  for i in 0 .. len(doubled) { text = text .. doubled[i] .. ","; }
  emit("mapped", text);
  `,
  `
  # bubble sort and binary search
  let list = [];
  let seed = 42;
  for i in 0 .. 60 { seed = (seed * 1103 + 331) % 10007; push(list, seed); }
  let swapped = true;
  while swapped {
    swapped = false;
    for i in 1 .. len(list) {
      if list[i - 1] > list[i] { let t = list[i]; list[i] = list[i - 1]; list[i - 1] = t; swapped = true; }
    }
  }
  fn search(key) {
    let lo = 0; let hi = len(list);
    while lo < hi { let mid = (lo + hi) / 2; if list[mid] < key { lo = mid + 1; } else { hi = mid; } }
    return lo;
  }
  emit("sorted", list[0] .. "/" .. list[59] .. "/" .. search(5000));
  `,
  `
  # n queens with lists
  fn queens(n) {
    let columns = fill(n, false); let up = fill(2 * n, false); let down = fill(2 * n, false);
    fn place(row) {
      if row == n { return 1; }
      let found = 0;
      for c in 0 .. n {
        if not columns[c] and not up[row + c] and not down[row - c + n] {
          columns[c] = true; up[row + c] = true; down[row - c + n] = true;
          found = found + place(row + 1);
          columns[c] = false; up[row + c] = false; down[row - c + n] = false;
        }
      }
      return found;
    }
    return place(0);
  }
  emit("queens", queens(6));
  `,
];
const broken = ['let x = ;', 'fn f( { }', 'y = 3;', 'break;', '"no end', 'let a = 1 ? 2;', 'if 1 { let b = 2; } emit(b);'];

const names = ['emit', 'len', 'push', 'fill'];
let output = [];
const globalValues = [
  (label, value) => {
    output.push(`${label}=${value}`);
    return null;
  },
  (list) => list.length,
  (list, v) => list.push(v),
  (n, v) => new Array(n).fill(v),
];
const counters = { steps: 0, deepest: 0, words: 0, errors: [] };
for (let round = 0; round < SIZE; round++) {
  output = [];
  for (const source of programs) {
    const main = compile(source, names);
    counters.words += main.code.length;
    execute(main, globalValues, counters);
  }
  counters.errors = broken.map((source) => {
    try {
      compile(source, names);
      return 'none';
    } catch (e) {
      return e instanceof CompileError ? e.message : `unexpected ${e}`;
    }
  });
}
print(`toylang ${output.join(' ')}`);
print(`steps ${counters.steps} deepest ${counters.deepest} words ${counters.words}`);
print(`errors ${counters.errors.join('; ')}`);
