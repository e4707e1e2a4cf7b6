'use strict';
// A small relational database: SQL tokenizer and parser, expression compiler, planner with hash joins and indexes,
// grouping, ordering, sub-queries, transactions with undo, and a script of statements with their results.

class SqlError extends Error {
  get name() {
    return 'SqlError';
  }
}
const fail = (message) => {
  throw new SqlError(message);
};

// ---- tokenizer ----
const KEYWORDS = new Set('select from where group by having order asc desc limit offset insert into values update set delete create table drop index on join left inner as and or not in is null like between case when then else end distinct exists union all primary key integer text real boolean true false default begin commit rollback'.split(' '));
function tokenize(sql) {
  const form = /\s+|--[^\n]*|(?<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?<word>[a-z_]\w*)|"(?<quoted>[^"]+)"|'(?<string>(?:[^']|'')*)'|(?<op><>|<=|>=|!=|\|\||[-+*/%=<>(),.;?])/giy;
  const tokens = [];
  while (form.lastIndex < sql.length) {
    const at = form.lastIndex;
    const m = form.exec(sql);
    if (!m) fail(`unexpected ${JSON.stringify(sql[at])} at ${at}`);
    const { number, word, quoted, string, op } = m.groups;
    if (number !== undefined) tokens.push({ type: 'number', value: Number(number), at });
    else if (word !== undefined) {
      const lower = word.toLowerCase();
      tokens.push(KEYWORDS.has(lower) ? { type: 'keyword', value: lower, at } : { type: 'name', value: lower, at });
    } else if (quoted !== undefined) tokens.push({ type: 'name', value: quoted, at });
    else if (string !== undefined) tokens.push({ type: 'string', value: string.replaceAll("''", "'"), at });
    else if (op !== undefined) tokens.push({ type: 'op', value: op === '!=' ? '<>' : op, at });
  }
  tokens.push({ type: 'end', value: 'end of input', at: sql.length });
  return tokens;
}

// ---- parser ----
class Parser {
  #tokens;
  #i = 0;
  #parameters = 0;
  constructor(sql) {
    this.#tokens = tokenize(sql);
  }
  #peek(...values) {
    const t = this.#tokens[this.#i];
    return (t.type === 'keyword' || t.type === 'op') && values.includes(t.value);
  }
  #accept(...values) {
    return this.#peek(...values) ? this.#tokens[this.#i++].value : null;
  }
  #expect(value) {
    return this.#accept(value) ?? fail(`expected ${value} before ${this.#tokens[this.#i].value}`);
  }
  #name() {
    const t = this.#tokens[this.#i];
    if (t.type !== 'name') fail(`expected a name before ${t.value}`);
    this.#i++;
    return t.value;
  }
  #list(item) {
    const items = [item()];
    while (this.#accept(',')) items.push(item());
    return items;
  }
  *statements() {
    while (this.#tokens[this.#i].type !== 'end') {
      if (this.#accept(';')) continue;
      yield this.statement();
      if (this.#tokens[this.#i].type !== 'end') this.#expect(';');
    }
  }
  statement() {
    const k = this.#accept('select', 'insert', 'update', 'delete', 'create', 'drop', 'begin', 'commit', 'rollback');
    switch (k) {
      case 'select':
        return this.#select();
      case 'insert': {
        this.#expect('into');
        const table = this.#name();
        let columns = null;
        if (this.#accept('(')) {
          columns = this.#list(() => this.#name());
          this.#expect(')');
        }
        if (this.#accept('select')) return { type: 'insert', table, columns, query: this.#select() };
        this.#expect('values');
        const rows = this.#list(() => {
          this.#expect('(');
          const row = this.#list(() => this.expression());
          this.#expect(')');
          return row;
        });
        return { type: 'insert', table, columns, rows };
      }
      case 'update': {
        const table = this.#name();
        this.#expect('set');
        const sets = this.#list(() => {
          const column = this.#name();
          this.#expect('=');
          return { column, value: this.expression() };
        });
        return { type: 'update', table, sets, where: this.#accept('where') ? this.expression() : null };
      }
      case 'delete':
        this.#expect('from');
        return { type: 'delete', table: this.#name(), where: this.#accept('where') ? this.expression() : null };
      case 'create': {
        if (this.#accept('index')) {
          const name = this.#name();
          this.#expect('on');
          const table = this.#name();
          this.#expect('(');
          const column = this.#name();
          this.#expect(')');
          return { type: 'index', name, table, column };
        }
        this.#expect('table');
        const name = this.#name();
        this.#expect('(');
        const columns = this.#list(() => {
          const c = { name: this.#name(), type: this.#accept('integer', 'text', 'real', 'boolean') ?? fail('expected a type') };
          for (;;) {
            if (this.#accept('primary')) {
              this.#expect('key');
              c.primary = true;
            } else if (this.#accept('not')) {
              this.#expect('null');
              c.notNull = true;
            } else if (this.#accept('default')) c.default = this.expression();
            else return c;
          }
        });
        this.#expect(')');
        return { type: 'create', name, columns };
      }
      case 'drop':
        this.#expect('table');
        return { type: 'drop', name: this.#name() };
      case null:
        return fail(`unknown statement ${this.#tokens[this.#i].value}`);
      default:
        return { type: k };
    }
  }
  #select() {
    const q = { type: 'select', distinct: Boolean(this.#accept('distinct')), joins: [], group: [], order: [] };
    q.columns = this.#list(() => {
      if (this.#accept('*')) return { star: true };
      const value = this.expression();
      const named = this.#accept('as') || this.#tokens[this.#i].type === 'name';
      return { value, as: named ? this.#name() : null };
    });
    if (this.#accept('from')) {
      q.from = this.#source();
      for (;;) {
        const kind = this.#accept('join', 'left', 'inner', ',');
        if (!kind) break;
        if (kind === 'left' || kind === 'inner') this.#expect('join');
        const source = this.#source();
        q.joins.push({ kind: kind === 'left' ? 'left' : 'inner', source, on: kind === ',' ? null : (this.#expect('on'), this.expression()) });
      }
    }
    if (this.#accept('where')) q.where = this.expression();
    if (this.#accept('group')) {
      this.#expect('by');
      q.group = this.#list(() => this.expression());
    }
    if (this.#accept('having')) q.having = this.expression();
    if (this.#accept('union')) {
      q.all = Boolean(this.#accept('all'));
      this.#expect('select');
      q.union = this.#select();
      return q;
    }
    if (this.#accept('order')) {
      this.#expect('by');
      q.order = this.#list(() => ({ value: this.expression(), down: this.#accept('asc', 'desc') === 'desc' }));
    }
    if (this.#accept('limit')) q.limit = this.expression();
    if (this.#accept('offset')) q.offset = this.expression();
    return q;
  }
  #source() {
    if (this.#accept('(')) {
      this.#expect('select');
      const query = this.#select();
      this.#expect(')');
      this.#accept('as');
      return { query, alias: this.#name() };
    }
    const table = this.#name();
    this.#accept('as');
    return { table, alias: this.#tokens[this.#i].type === 'name' ? this.#name() : table };
  }
  expression(power = 0) {
    let left = this.#prefix();
    for (;;) {
      const t = this.#tokens[this.#i];
      const p = { or: 1, and: 2, not: 4, in: 4, is: 4, like: 4, between: 4, '=': 4, '<>': 4, '<': 4, '<=': 4, '>': 4, '>=': 4, '||': 5, '+': 6, '-': 6, '*': 7, '/': 7, '%': 7 }[t.value];
      if ((t.type !== 'op' && t.type !== 'keyword') || p === undefined || p <= power) return left;
      this.#i++;
      switch (t.value) {
        case 'is': {
          const negated = this.#accept('not');
          this.#expect('null');
          left = { op: negated ? 'is not null' : 'is null', left };
          break;
        }
        case 'not': {
          const op = this.#accept('in', 'like', 'between') ?? fail('expected in, like or between after not');
          left = { op: 'not', right: this.#special(op, left) };
          break;
        }
        case 'in':
        case 'like':
        case 'between':
          left = this.#special(t.value, left);
          break;
        default:
          left = { op: t.value, left, right: this.expression(p) };
      }
    }
  }
  #special(op, left) {
    if (op === 'like') return { op, left, right: this.expression(4) };
    if (op === 'between') {
      const low = this.expression(4);
      this.#expect('and');
      return { op: 'and', left: { op: '>=', left, right: low }, right: { op: '<=', left, right: this.expression(4) } };
    }
    this.#expect('(');
    const r = this.#accept('select') ? { op: 'in query', left, query: this.#select() } : { op: 'in', left, items: this.#list(() => this.expression()) };
    this.#expect(')');
    return r;
  }
  #prefix() {
    const t = this.#tokens[this.#i++];
    if (t.type === 'number' || t.type === 'string') return { literal: t.value };
    if (t.type === 'name') {
      if (this.#accept('(')) {
        const distinct = Boolean(this.#accept('distinct'));
        const args = this.#accept('*') ? ['*'] : this.#peek(')') ? [] : this.#list(() => this.expression());
        this.#expect(')');
        return { call: t.value, args, distinct };
      }
      return this.#accept('.') ? { column: this.#name(), table: t.value } : { column: t.value };
    }
    switch (t.value) {
      case 'null':
        return { literal: null };
      case 'true':
      case 'false':
        return { literal: t.value === 'true' };
      case '?':
        return { parameter: this.#parameters++ };
      case '-':
        return { op: 'negate', right: this.expression(8) };
      case 'not':
        return { op: 'not', right: this.expression(3) };
      case 'exists': {
        this.#expect('(');
        this.#expect('select');
        const query = this.#select();
        this.#expect(')');
        return { op: 'exists', query };
      }
      case '(': {
        const e = this.#accept('select') ? { op: 'scalar', query: this.#select() } : this.expression();
        this.#expect(')');
        return e;
      }
      case 'case': {
        const subject = this.#peek('when') ? null : this.expression();
        const arms = [];
        while (this.#accept('when')) {
          const test = this.expression();
          this.#expect('then');
          arms.push({ test: subject ? { op: '=', left: subject, right: test } : test, value: this.expression() });
        }
        const otherwise = this.#accept('else') ? this.expression() : { literal: null };
        this.#expect('end');
        return { op: 'case', arms, otherwise };
      }
      default:
        return fail(`unexpected ${t.value}`);
    }
  }
}

// ---- values ----
const compare = (a, b) => {
  if (typeof a !== typeof b) return typeof a < typeof b ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
};
const order = (a, b) => (a === null ? (b === null ? 0 : -1) : b === null ? 1 : compare(a, b));
const likeCache = new Map();
const like = (s, pattern) => {
  let re = likeCache.get(pattern);
  if (!re) {
    re = new RegExp(`^${pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%', '[^]*').replaceAll('_', '[^]')}$`, 'iu');
    likeCache.set(pattern, re);
  }
  return re.test(s);
};
const strict = (f) => (a, b) => (a === null || b === null ? null : f(a, b));
const number = (v) => (typeof v === 'number' ? v : fail(`${JSON.stringify(v)} is no number`));
const operators = {
  '=': strict((a, b) => compare(a, b) === 0),
  '<>': strict((a, b) => compare(a, b) !== 0),
  '<': strict((a, b) => compare(a, b) < 0),
  '<=': strict((a, b) => compare(a, b) <= 0),
  '>': strict((a, b) => compare(a, b) > 0),
  '>=': strict((a, b) => compare(a, b) >= 0),
  '+': strict((a, b) => number(a) + number(b)),
  '-': strict((a, b) => number(a) - number(b)),
  '*': strict((a, b) => number(a) * number(b)),
  '/': strict((a, b) => (b === 0 ? null : number(a) / number(b))),
  '%': strict((a, b) => (b === 0 ? null : number(a) % number(b))),
  '||': strict((a, b) => `${a}${b}`),
  like: strict(like),
};
const functions = {
  upper: (s) => s?.toUpperCase() ?? null,
  lower: (s) => s?.toLowerCase() ?? null,
  length: (s) => s?.length ?? null,
  abs: (n) => (n === null ? null : Math.abs(n)),
  round: (n, d = 0) => (n === null ? null : Number(n.toFixed(d))),
  coalesce: (...vs) => vs.find((v) => v !== null) ?? null,
  substr: (s, from, n = Infinity) => (s === null ? null : s.slice(from - 1, from - 1 + n)),
  nullif: (a, b) => (compare(a, b) === 0 ? null : a),
};
const aggregates = {
  count: (vs, args) => (args[0] === '*' ? vs.length : vs.filter((v) => v !== null).length),
  sum: (vs) => vs.filter((v) => v !== null).reduce((a, b) => (a ?? 0) + b, null),
  avg: (vs) => ((xs) => (xs.length ? xs.reduce((a, b) => a + b) / xs.length : null))(vs.filter((v) => v !== null)),
  min: (vs) => vs.filter((v) => v !== null).reduce((a, b) => (a === null || compare(b, a) < 0 ? b : a), null),
  max: (vs) => vs.filter((v) => v !== null).reduce((a, b) => (a === null || compare(b, a) > 0 ? b : a), null),
  group_concat: (vs) => ((xs) => (xs.length ? xs.join('+') : null))(vs.filter((v) => v !== null)),
};
const isAggregate = (e) => e?.call !== undefined && Object.hasOwn(aggregates, e.call);
const hasAggregate = (e) => e !== null && typeof e === 'object' && !e.query && (isAggregate(e) || Object.values(e).some((x) => (Array.isArray(x) ? x.some(hasAggregate) : hasAggregate(x))));

// ---- storage ----
class Table {
  #rows = new Map();
  #next = 1;
  indexes = new Map();
  constructor(name, columns) {
    this.name = name;
    this.columns = columns;
    this.primary = columns.find((c) => c.primary)?.name;
    if (this.primary) this.addIndex(this.primary);
  }
  addIndex(column) {
    const index = new Map();
    this.indexes.set(column, index);
    for (const [id, row] of this.#rows) Table.#enter(index, row[column], id);
  }
  static #enter(index, key, id) {
    const ids = index.get(key);
    if (ids) ids.add(id);
    else index.set(key, new Set([id]));
  }
  check(row, id) {
    for (const c of this.columns) {
      const v = row[c.name];
      if (v === null) {
        if (c.notNull || c.primary) fail(`${this.name}.${c.name} may not be null`);
        continue;
      }
      const ok = { integer: Number.isInteger(v), real: typeof v === 'number', text: typeof v === 'string', boolean: typeof v === 'boolean' }[c.type];
      if (!ok) fail(`${JSON.stringify(v)} is no ${c.type} for ${this.name}.${c.name}`);
    }
    if (this.primary) {
      const ids = this.indexes.get(this.primary).get(row[this.primary]);
      if (ids?.size && !ids.has(id)) fail(`duplicate key ${row[this.primary]} in ${this.name}`);
    }
  }
  insert(row, id = this.#next++) {
    this.check(row, id);
    this.#rows.set(id, row);
    for (const [column, index] of this.indexes) Table.#enter(index, row[column], id);
    return id;
  }
  remove(id) {
    const row = this.#rows.get(id);
    for (const [column, index] of this.indexes) index.get(row[column]).delete(id);
    this.#rows.delete(id);
    return row;
  }
  replace(id, row) {
    this.check(row, id);
    const old = this.remove(id);
    this.insert(row, id);
    return old;
  }
  *scan() {
    for (const id of [...this.#rows.keys()].sort((a, b) => a - b)) yield [id, this.#rows.get(id)];
  }
  *lookup(column, key) {
    for (const id of [...(this.indexes.get(column).get(key) ?? [])].sort((a, b) => a - b)) yield [id, this.#rows.get(id)];
  }
  get size() {
    return this.#rows.size;
  }
}

// ---- execution ----
class Database {
  #tables = new Map();
  #undo = null;
  stats = { scanned: 0, looked: 0, hashed: 0 };

  execute(sql, ...parameters) {
    let result = null;
    for (const s of new Parser(sql).statements()) result = this.#run(s, parameters);
    return result;
  }
  #table(name) {
    return this.#tables.get(name) ?? fail(`no table ${name}`);
  }
  #log(f) {
    this.#undo?.push(f);
  }
  #run(s, parameters) {
    const base = { parameters, outer: null, row: {} };
    switch (s.type) {
      case 'select':
        return this.#select(s, base);
      case 'create':
        if (this.#tables.has(s.name)) fail(`table ${s.name} exists`);
        this.#tables.set(s.name, new Table(s.name, s.columns));
        this.#log(() => this.#tables.delete(s.name));
        return 'created';
      case 'drop': {
        const t = this.#table(s.name);
        this.#tables.delete(s.name);
        this.#log(() => this.#tables.set(s.name, t));
        return 'dropped';
      }
      case 'index': {
        const t = this.#table(s.table);
        if (!t.columns.some((c) => c.name === s.column)) fail(`no column ${s.column}`);
        t.addIndex(s.column);
        return 'indexed';
      }
      case 'begin':
        if (this.#undo) fail('a transaction is open');
        this.#undo = [];
        return 'begun';
      case 'commit':
      case 'rollback': {
        if (!this.#undo) fail('no transaction is open');
        const undo = this.#undo;
        this.#undo = null;
        if (s.type === 'rollback') while (undo.length) undo.pop()();
        return `${s.type} done`;
      }
      case 'insert': {
        const t = this.#table(s.table);
        const columns = s.columns ?? t.columns.map((c) => c.name);
        for (const c of columns) if (!t.columns.some((x) => x.name === c)) fail(`no column ${c}`);
        const rows = s.query ? this.#select(s.query, base).rows : s.rows.map((r) => r.map((e) => this.#eval(e, base)));
        return this.#atomically(() => {
          for (const values of rows) {
            if (values.length !== columns.length) fail(`${columns.length} columns but ${values.length} values`);
            const row = {};
            for (const c of t.columns) {
              const i = columns.indexOf(c.name);
              row[c.name] = i >= 0 ? values[i] : c.default ? this.#eval(c.default, base) : null;
            }
            const id = t.insert(row);
            this.#log(() => t.remove(id));
          }
          return rows.length;
        });
      }
      case 'update':
      case 'delete': {
        const t = this.#table(s.table);
        return this.#atomically(() => {
          let n = 0;
          for (const [id, row] of [...this.#access(t, s.table, s.where, base)]) {
            const context = { ...base, row: { [s.table]: row } };
            if (s.where && this.#eval(s.where, context) !== true) continue;
            n++;
            if (s.type === 'delete') {
              const old = t.remove(id);
              this.#log(() => t.insert(old, id));
            } else {
              const changes = Object.fromEntries(s.sets.map(({ column, value }) => [column in row ? column : fail(`no column ${column}`), this.#eval(value, context)]));
              const old = t.replace(id, { ...row, ...changes });
              this.#log(() => t.replace(id, old));
            }
          }
          return n;
        });
      }
      default:
        return fail(`cannot run ${s.type}`);
    }
  }
  // A statement that fails half-way leaves nothing behind.
  #atomically(f) {
    const outer = this.#undo;
    this.#undo = [];
    try {
      const r = f();
      outer?.push(...this.#undo);
      return r;
    } catch (e) {
      while (this.#undo.length) this.#undo.pop()();
      throw e;
    } finally {
      this.#undo = outer;
    }
  }
  // Uses an index for conditions of the form column = constant.
  *#access(t, alias, where, context) {
    const probe = (e) => {
      if (!e) return null;
      if (e.op === 'and') return probe(e.left) ?? probe(e.right);
      if (e.op !== '=') return null;
      for (const [a, b] of [[e.left, e.right], [e.right, e.left]]) {
        if (a.column && (a.table ?? alias) === alias && t.indexes.has(a.column) && (b.literal !== undefined || b.parameter !== undefined)) return [a.column, this.#eval(b, context)];
      }
      return null;
    };
    const hit = probe(where);
    for (const entry of hit ? t.lookup(...hit) : t.scan()) {
      this.stats[hit ? 'looked' : 'scanned']++;
      yield entry;
    }
  }
  #rowsOf(source, where, context) {
    if (source.query) {
      const { columns, rows } = this.#select(source.query, { ...context, row: {} });
      return rows.map((r) => Object.fromEntries(columns.map((c, i) => [c, r[i]])));
    }
    return Array.from(this.#access(this.#table(source.table), source.alias, where, context), ([, row]) => row);
  }
  #select(q, outer) {
    const sub = { parameters: outer.parameters, outer };
    let contexts = [{ ...sub, row: {} }];
    const shape = new Map();
    const addShape = (source) => shape.set(source.alias, source.query ? this.#columnsOf(source.query) : this.#table(source.table).columns.map((c) => c.name));
    if (q.from) {
      addShape(q.from);
      contexts = this.#rowsOf(q.from, q.joins.length ? null : q.where, sub).map((row) => ({ ...sub, row: { [q.from.alias]: row } }));
      for (const j of q.joins) {
        addShape(j.source);
        contexts = this.#join(contexts, j, shape, sub);
      }
    }
    if (q.where) contexts = contexts.filter((c) => this.#eval(q.where, c) === true);
    const grouped = q.group.length > 0 || q.columns.some((c) => c.value && hasAggregate(c.value)) || (q.having && hasAggregate(q.having));
    if (grouped) {
      const groups = new Map();
      for (const c of contexts) {
        const key = JSON.stringify(q.group.map((g) => this.#eval(g, c)));
        (groups.get(key) ?? groups.set(key, []).get(key)).push(c);
      }
      if (groups.size === 0 && q.group.length === 0) groups.set('', []);
      contexts = [...groups.values()].map((members) => ({ ...(members[0] ?? { ...sub, row: {} }), members }));
      if (q.having) contexts = contexts.filter((c) => this.#eval(q.having, c) === true);
    }
    const columns = this.#columnsOf(q, shape);
    let results = contexts.map((c) => {
      const row = q.columns.flatMap((col) => (col.star ? [...shape].flatMap(([alias, names]) => names.map((n) => c.row[alias]?.[n] ?? null)) : [this.#eval(col.value, c)]));
      const aliased = { ...c, row: { ...c.row, '': Object.fromEntries(columns.map((n, i) => [n, row[i]])) } };
      return { row, keys: q.order.map(({ value }) => (typeof value.literal === 'number' ? row[value.literal - 1] : this.#eval(value, aliased))) };
    });
    if (q.order.length) {
      results.sort((a, b) => {
        for (let i = 0; i < q.order.length; i++) {
          const c = order(a.keys[i], b.keys[i]);
          if (c !== 0) return q.order[i].down ? -c : c;
        }
        return 0;
      });
    }
    let rows = results.map((r) => r.row);
    if (q.union) {
      const more = this.#select(q.union, outer).rows;
      rows = [...rows, ...more];
    }
    if (q.distinct || (q.union && !q.all)) rows = [...new Map(rows.map((r) => [JSON.stringify(r), r])).values()];
    const from = q.offset ? this.#eval(q.offset, sub) : 0;
    rows = rows.slice(from, q.limit ? from + this.#eval(q.limit, sub) : undefined);
    return { columns, rows };
  }
  #columnsOf(q, shape) {
    return q.columns.flatMap((c, i) => {
      if (c.star) return [...(shape ?? new Map([[q.from.alias, this.#table(q.from.table).columns.map((x) => x.name)]])).values()].flat();
      return [c.as ?? c.value.column ?? c.value.call ?? `column${i + 1}`];
    });
  }
  #join(contexts, { kind, source, on }, shape, sub) {
    const rows = this.#rowsOf(source, null, sub);
    const equal = on?.op === '=' && on.left.column && on.right.column ? on : null;
    const out = [];
    let find = () => rows;
    if (equal) {
      const [mine, theirs] = (equal.left.table ?? (shape.get(source.alias).includes(equal.left.column) ? source.alias : null)) === source.alias ? [equal.left, equal.right] : [equal.right, equal.left];
      if ((mine.table ?? source.alias) === source.alias) {
        const hash = new Map();
        for (const r of rows) {
          this.stats.hashed++;
          const k = r[mine.column];
          (hash.get(k) ?? hash.set(k, []).get(k)).push(r);
        }
        find = (c) => hash.get(this.#eval(theirs, c)) ?? [];
      }
    }
    for (const c of contexts) {
      let matched = false;
      for (const r of find(c)) {
        const joined = { ...c, row: { ...c.row, [source.alias]: r } };
        if (on && this.#eval(on, joined) !== true) continue;
        matched = true;
        out.push(joined);
      }
      if (!matched && kind === 'left') out.push({ ...c, row: { ...c.row, [source.alias]: Object.fromEntries(shape.get(source.alias).map((n) => [n, null])) } });
    }
    return out;
  }
  #column({ column, table }, context) {
    for (let c = context; c; c = c.outer) {
      if (table !== undefined) {
        const r = c.row[table];
        if (r) return Object.hasOwn(r, column) ? r[column] : fail(`no column ${table}.${column}`);
        continue;
      }
      const hits = Object.entries(c.row).filter(([alias, r]) => alias !== '' && Object.hasOwn(r, column));
      if (hits.length > 1) fail(`column ${column} is ambiguous`);
      if (hits.length === 1) return hits[0][1][column];
      if (c.row[''] && Object.hasOwn(c.row[''], column)) return c.row[''][column];
    }
    return fail(`no column ${table === undefined ? '' : `${table}.`}${column}`);
  }
  #eval(e, c) {
    if (e.literal !== undefined) return e.literal;
    if (e.column !== undefined) return this.#column(e, c);
    if (e.parameter !== undefined) return c.parameters[e.parameter] ?? fail(`no parameter ${e.parameter + 1}`);
    if (e.call !== undefined) {
      if (isAggregate(e)) {
        if (!c.members) fail(`${e.call} outside a group`);
        let vs = e.args[0] === '*' ? c.members.map(() => 1) : c.members.map((m) => this.#eval(e.args[0], m));
        if (e.distinct) vs = [...new Set(vs)];
        return aggregates[e.call](vs, e.args);
      }
      if (!Object.hasOwn(functions, e.call)) fail(`no function ${e.call}`);
      return functions[e.call](...e.args.map((a) => this.#eval(a, c)));
    }
    switch (e.op) {
      case 'and': {
        const l = this.#eval(e.left, c);
        if (l === false) return false;
        const r = this.#eval(e.right, c);
        return r === false ? false : l === null || r === null ? null : true;
      }
      case 'or': {
        const l = this.#eval(e.left, c);
        if (l === true) return true;
        const r = this.#eval(e.right, c);
        return r === true ? true : l === null || r === null ? null : false;
      }
      case 'not': {
        const v = this.#eval(e.right, c);
        return v === null ? null : !v;
      }
      case 'negate':
        return -number(this.#eval(e.right, c));
      case 'is null':
        return this.#eval(e.left, c) === null;
      case 'is not null':
        return this.#eval(e.left, c) !== null;
      case 'in':
      case 'in query': {
        const v = this.#eval(e.left, c);
        if (v === null) return null;
        const items = e.query ? this.#select(e.query, c).rows.map((r) => r[0]) : e.items.map((i) => this.#eval(i, c));
        return items.includes(v) ? true : items.includes(null) ? null : false;
      }
      case 'exists':
        return this.#select(e.query, c).rows.length > 0;
      case 'scalar':
        return this.#select(e.query, c).rows[0]?.[0] ?? null;
      case 'case':
        return this.#eval(e.arms.find((a) => this.#eval(a.test, c) === true)?.value ?? e.otherwise, c);
      default:
        return operators[e.op](this.#eval(e.left, c), this.#eval(e.right, c));
    }
  }
}

// ---- the script ----
const db = new Database();
const cell = (v) => (v === null ? '∅' : typeof v === 'number' && !Number.isInteger(v) ? v.toFixed(3) : String(v));
function sql(text, ...parameters) {
  print(`> ${text.replace(/\s+/g, ' ').trim()}`);
  try {
    const r = db.execute(text, ...parameters);
    if (r?.columns) {
      print(`  ${r.columns.join(' | ')}`);
      for (const row of r.rows) print(`  ${row.map(cell).join(' | ')}`);
    } else print(`  ${r}`);
  } catch (e) {
    if (!(e instanceof SqlError)) throw e;
    print(`  ! ${e.message}`);
  }
}

sql('create table people (id integer primary key, name text not null, city text, age integer default 30, member boolean default false)');
sql(`insert into people values (1, 'Ann', 'Bern', 34, true), (2, 'Bob', 'Basel', 28, false), (3, 'Cleo', null, 51, true), (4, 'Dan', 'Bern', 19, false)`);
sql(`insert into people (id, name, city) values (5, 'Eve', 'Chur'), (6, 'Finn', 'Basel')`);
sql('create table orders (id integer primary key, person integer, item text, price real, quantity integer)');
for (let i = 1; i <= 24; i++) {
  db.execute('insert into orders values (?, ?, ?, ?, ?)', i, 1 + ((i * 5) % 6), ['pen', 'book', 'lamp', 'desk'][i % 4], ((i * 37) % 50) + 0.5, 1 + (i % 3));
}
sql('select * from people');
sql(`select name, age from people where city = 'Bern' or age > 50 order by age desc`);
sql(`select name || '@' || lower(city) as mail, length(name) from people where city is not null order by name limit 3 offset 1`);
sql('select city, count(*), avg(age) as mean, group_concat(name) from people group by city order by city');
sql('select city, count(*) as n from people group by city having count(*) > 1 order by n desc, city');
sql('select count(*), count(city), count(distinct city), sum(age), min(name), max(age) from people');
sql('select count(*), sum(age) from people where age > 100');
sql('select p.name, o.item, o.price * o.quantity as total from orders o join people p on o.person = p.id where o.price > 40 order by total desc, o.id limit 5');
sql('select p.name, count(o.id) as orders, round(sum(o.price * o.quantity), 2) as spent from people p left join orders o on p.id = o.person and o.item = \'desk\' group by p.name order by p.name');
sql('select a.name, b.name from people a join people b on a.city = b.city where a.id < b.id order by a.name');
sql('select name from people where id in (select person from orders where item = \'lamp\' and quantity = 3) order by 1');
sql('select name from people p where exists (select 1 from orders o where o.person = p.id and o.price > 45) order by name desc');
sql('select name, (select max(price) from orders o where o.person = p.id) as top from people p order by top desc, name limit 3');
sql('select t.item, t.n from (select item, count(*) as n from orders group by item) t where t.n >= 6 order by t.item');
sql('select distinct quantity from orders order by quantity desc');
sql(`select name, case when age < 20 then 'teen' when age < 40 then 'adult' else 'senior' end as stage, case member when true then 'yes' else 'no' end m from people order by id`);
sql(`select name from people where name like '_a%' union select item from orders where item like '%k'`);
sql('select 1 union all select 1 union all select 2');
sql(`select name from people where age between 20 and 34 and not city in ('Chur') order by name`);
sql('select name from people where city <> \'Bern\'');
sql('select name from people where not (city = \'Bern\') or city is null order by id');
sql('select 1 + 2 * 3 - -4, 7 % 4, 10 / 4, 1 / 0, null + 1, \'it\'\'s\', not null, 2 > 1 and null, coalesce(null, null, 5), nullif(1, 1), substr(\'hello\', 2, 3)');
sql('update people set age = age + 1, city = upper(city) where member');
sql('select id, city, age from people where member = true order by id');
sql('begin; delete from orders where quantity > 1; update people set name = \'X\'');
sql('select count(*) from orders');
sql('rollback');
sql('select count(*), (select min(name) from people) from orders');
sql('begin; create table temp (x integer); insert into temp values (1), (2); commit');
sql('insert into temp select id from people where id > 3');
sql('select sum(x), count(*) from temp');
sql('insert into temp values (10), (\'bad\'), (11)');
sql('select max(x) from temp');
db.stats = { scanned: 0, looked: 0, hashed: 0 };
sql('select name from people where id = 3');
sql('create index by_item on orders (item)');
sql('select count(*) from orders where item = \'pen\' and quantity > 1');
print(`stats ${JSON.stringify(db.stats)}`);
sql('update people set id = 2 where id = 1');
sql('insert into people (id, name) values (9, null)');
sql('insert into people (id, name) values (1, \'Dup\')');
sql('insert into people (id, nome) values (1, \'x\')');
sql('insert into people (id, name) values (1)');
sql('select nothing from people');
sql('select id from people p join orders o on p.id = o.person');
sql('select x.y from people');
sql('select frob(1)');
sql('select sum(age) from people where sum(age) > 1');
sql('select * from nowhere');
sql('selec 1');
sql('select 1 from');
sql('select (1');
sql('select \'open');
sql('select 1 +');
sql('commit');
sql('drop table temp');
sql('select * from temp');
sql('select ? + ?', 1, 2);
sql('select ?');
