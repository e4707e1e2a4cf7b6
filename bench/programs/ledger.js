'use strict';
// A web of objects with dispatch through interfaces: a spreadsheet engine. Cells hold formula nodes of a
// dozen classes; edits propagate through a dependency graph in topological order, cycles are found and marked.
// bench: small=4 normal=60 long=720
const SIZE = 60; // bench:size

class Node {
  dependencies(_out) {}
  isConstant() {
    return false;
  }
}

class Constant extends Node {
  constructor(value) {
    super();
    this.value = value;
  }
  evaluate(_sheet) {
    return this.value;
  }
  isConstant() {
    return true;
  }
}

class Reference extends Node {
  constructor(column, row) {
    super();
    this.column = column;
    this.row = row;
  }
  evaluate(sheet) {
    return sheet.cellAt(this.column, this.row).value;
  }
  dependencies(out) {
    out.push(this.row * 64 + this.column);
  }
}

class Binary extends Node {
  constructor(left, right) {
    super();
    this.left = left;
    this.right = right;
  }
  dependencies(out) {
    this.left.dependencies(out);
    this.right.dependencies(out);
  }
  evaluate(sheet) {
    return this.apply(this.left.evaluate(sheet), this.right.evaluate(sheet));
  }
}

class Add extends Binary {
  apply(a, b) {
    return a + b;
  }
}
class Subtract extends Binary {
  apply(a, b) {
    return a - b;
  }
}
class Multiply extends Binary {
  apply(a, b) {
    return (a * b) % 1000003;
  }
}
class Divide extends Binary {
  apply(a, b) {
    return b === 0 ? 0 : Math.trunc(a / b);
  }
}
class Less extends Binary {
  apply(a, b) {
    return a < b ? 1 : 0;
  }
}

class If extends Node {
  constructor(test, yes, no) {
    super();
    this.test = test;
    this.yes = yes;
    this.no = no;
  }
  dependencies(out) {
    this.test.dependencies(out);
    this.yes.dependencies(out);
    this.no.dependencies(out);
  }
  evaluate(sheet) {
    return this.test.evaluate(sheet) ? this.yes.evaluate(sheet) : this.no.evaluate(sheet);
  }
}

class Range extends Node {
  constructor(column, from, to) {
    super();
    this.column = column;
    this.from = from;
    this.to = to;
  }
  dependencies(out) {
    for (let r = this.from; r <= this.to; r++) out.push(r * 64 + this.column);
  }
  fold(sheet, start, f) {
    let acc = start;
    for (let r = this.from; r <= this.to; r++) acc = f(acc, sheet.cellAt(this.column, r).value);
    return acc;
  }
}
class Sum extends Range {
  evaluate(sheet) {
    return this.fold(sheet, 0, (a, v) => a + v) % 1000003;
  }
}
class Max extends Range {
  evaluate(sheet) {
    return this.fold(sheet, -Infinity, (a, v) => (v > a ? v : a));
  }
}
class Count extends Range {
  evaluate(sheet) {
    return this.fold(sheet, 0, (a, v) => (v !== 0 ? a + 1 : a));
  }
}

class Cell {
  constructor(key) {
    this.key = key;
    this.formula = null;
    this.value = 0;
    this.level = 0;
    this.uses = [];
    this.usedBy = [];
    this.mark = 0;
    this.broken = false;
  }
}

class Sheet {
  constructor(columns, rows) {
    this.columns = columns;
    this.rows = rows;
    this.cells = [];
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < 64; c++) this.cells.push(c < columns ? new Cell(r * 64 + c) : null);
    }
    this.epoch = 0;
    this.evaluations = 0;
    this.cycles = 0;
  }
  cellAt(column, row) {
    return this.cells[row * 64 + column];
  }
  set(column, row, formula) {
    const cell = this.cellAt(column, row);
    for (const used of cell.uses) {
      const at = used.usedBy.indexOf(cell);
      used.usedBy.splice(at, 1);
    }
    cell.formula = formula;
    const keys = [];
    formula.dependencies(keys);
    cell.uses = [];
    for (const key of keys) {
      const used = this.cells[key];
      if (!cell.uses.includes(used)) {
        cell.uses.push(used);
        used.usedBy.push(cell);
      }
    }
    this.recalculate(cell);
  }
  // Visits what depends on start, depth first, then evaluates in reverse post-order.
  recalculate(start) {
    const order = [];
    this.epoch += 2;
    const open = this.epoch;
    const done = this.epoch + 1;
    let cyclic = false;
    const stack = [start];
    const positions = [0];
    start.mark = open;
    while (stack.length > 0) {
      const top = stack.length - 1;
      const cell = stack[top];
      if (positions[top] < cell.usedBy.length) {
        const next = cell.usedBy[positions[top]++];
        if (next.mark === open) cyclic = true;
        else if (next.mark !== done) {
          next.mark = open;
          stack.push(next);
          positions.push(0);
        }
      } else {
        cell.mark = done;
        order.push(cell);
        stack.pop();
        positions.pop();
      }
    }
    if (cyclic) {
      this.cycles++;
      for (const cell of order) cell.broken = true;
      return;
    }
    for (let i = order.length - 1; i >= 0; i--) {
      const cell = order[i];
      cell.broken = false;
      if (cell.formula !== null) {
        this.evaluations++;
        cell.value = cell.formula.evaluate(this);
      }
    }
  }
}

let seed = 77;
function rand(limit) {
  seed = (Math.imul(seed, 69069) + 1) | 0;
  return (seed >>> 9) % limit;
}

function randomReference(sheet, below) {
  return new Reference(rand(sheet.columns), rand(below));
}

function randomFormula(sheet, row, depth) {
  if (row === 0 || depth > 3) return new Constant(rand(1000));
  switch (rand(11)) {
    case 0:
      return new Constant(rand(1000));
    case 1:
      return new Add(randomFormula(sheet, row, depth + 1), randomReference(sheet, row));
    case 2:
      return new Subtract(randomReference(sheet, row), randomFormula(sheet, row, depth + 1));
    case 3:
      return new Multiply(randomReference(sheet, row), new Constant(3 + rand(9)));
    case 4:
      return new Divide(randomFormula(sheet, row, depth + 1), randomReference(sheet, row));
    case 5:
      return new If(
        new Less(randomReference(sheet, row), randomReference(sheet, row)),
        randomFormula(sheet, row, depth + 1),
        randomReference(sheet, row),
      );
    case 6:
      return new Sum(rand(sheet.columns), 0, rand(row));
    case 7:
      return new Max(rand(sheet.columns), 0, rand(row));
    case 8:
      return new Count(rand(sheet.columns), 0, rand(row));
    default:
      return randomReference(sheet, row);
  }
}

const sheet = new Sheet(12, 40);
for (let r = 0; r < sheet.rows; r++) {
  for (let c = 0; c < sheet.columns; c++) sheet.set(c, r, randomFormula(sheet, r, 0));
}
for (let i = 0; i < SIZE * 4; i++) {
  sheet.set(rand(sheet.columns), 0, new Constant(rand(100000)));
  const row = 1 + rand(12);
  const column = rand(sheet.columns);
  if (i % 16 === 15) {
    // An edit that closes a cycle, undone at once.
    sheet.set(column, row + 5, new Reference(column, row));
    sheet.set(column, row, new Add(new Reference(column, row + 5), new Constant(1)));
    sheet.set(column, row, new Constant(i));
  }
}
let checksum = 0;
for (const cell of sheet.cells) {
  if (cell !== null) checksum = (Math.imul(checksum, 33) + (cell.value | 0) + (cell.broken ? 7 : 0)) | 0;
}
print(`ledger ${checksum} evaluations ${sheet.evaluations} cycles ${sheet.cycles}`);
