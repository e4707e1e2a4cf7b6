'use strict';
// Chess: board representation, legal move generation (castling, en passant, promotion), notation, Zobrist hashing with
// BigInt, perft counts known from the literature, and a small alpha-beta search.

const EMPTY = 0;
const [P, N, B, R, Q, K] = [1, 2, 3, 4, 5, 6];
const WHITE = 8;
const BLACK = 16;
const letters = '.pnbrqk';
const colourOf = (p) => p & 24;
const kindOf = (p) => p & 7;
const other = (c) => c ^ 24;
const fileOf = (s) => s & 15;
const rankOf = (s) => s >> 4;
const square = (name) => name.charCodeAt(0) - 97 + ((Number(name[1]) - 1) << 4);
const nameOf = (s) => String.fromCharCode(97 + fileOf(s)) + (rankOf(s) + 1);
const steps = { [N]: [31, 33, 14, 18, -31, -33, -14, -18], [B]: [15, 17, -15, -17], [R]: [1, 16, -1, -16], [Q]: [1, 16, -1, -16, 15, 17, -15, -17], [K]: [1, 16, -1, -16, 15, 17, -15, -17] };
const slides = new Set([B, R, Q]);
const START = 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1';

class Random64 {
  #s;
  constructor(seed) {
    this.#s = BigInt(seed);
  }
  next() {
    let x = this.#s;
    x ^= x >> 12n;
    x = BigInt.asUintN(64, x ^ (x << 25n));
    x ^= x >> 27n;
    this.#s = x;
    return BigInt.asUintN(64, x * 2685821657736338717n);
  }
}
const zobrist = (() => {
  const r = new Random64(1070372);
  const pieces = Array.from({ length: 32 }, () => Array.from({ length: 128 }, () => r.next()));
  return { pieces, side: r.next(), castle: Array.from({ length: 16 }, () => r.next()), ep: Array.from({ length: 128 }, () => r.next()) };
})();

class Move {
  constructor(from, to, piece, captured = EMPTY, flags = 0, promotion = 0) {
    this.from = from;
    this.to = to;
    this.piece = piece;
    this.captured = captured;
    this.flags = flags;
    this.promotion = promotion;
  }
  toString() {
    return nameOf(this.from) + nameOf(this.to) + (this.promotion ? letters[this.promotion] : '');
  }
}
const [CASTLE, EN_PASSANT, DOUBLE] = [1, 2, 4];

class Position {
  board = new Uint8Array(128);
  side = WHITE;
  castling = 0;
  ep = -1;
  half = 0;
  full = 1;
  kings = { [WHITE]: -1, [BLACK]: -1 };
  hash = 0n;
  #history = [];

  static fromFen(fen) {
    const p = new Position();
    const [board, side, castling, ep, half = '0', full = '1'] = fen.split(/\s+/);
    const rows = board.split('/');
    if (rows.length !== 8) throw new SyntaxError('a board has eight rows');
    rows.forEach((row, i) => {
      let file = 0;
      for (const c of row) {
        if (/[1-8]/.test(c)) file += Number(c);
        else {
          const kind = letters.indexOf(c.toLowerCase());
          if (kind < 1) throw new SyntaxError(`no piece ${c}`);
          p.put(((7 - i) << 4) | file++, kind | (c < 'a' ? WHITE : BLACK));
        }
      }
      if (file !== 8) throw new SyntaxError(`row ${8 - i} has ${file} squares`);
    });
    p.side = side === 'w' ? WHITE : BLACK;
    p.castling = [...'KQkq'].reduce((a, c, i) => (castling.includes(c) ? a | (1 << i) : a), 0);
    p.ep = ep === '-' ? -1 : square(ep);
    p.half = Number(half);
    p.full = Number(full);
    p.hash = p.computeHash();
    return p;
  }
  put(s, piece) {
    this.board[s] = piece;
    if (kindOf(piece) === K) this.kings[colourOf(piece)] = s;
  }
  computeHash() {
    let h = this.side === BLACK ? zobrist.side : 0n;
    for (let s = 0; s < 128; s++) if (!(s & 0x88) && this.board[s]) h ^= zobrist.pieces[this.board[s]][s];
    h ^= zobrist.castle[this.castling];
    if (this.ep >= 0) h ^= zobrist.ep[this.ep];
    return h;
  }
  get fen() {
    const rows = [];
    for (let r = 7; r >= 0; r--) {
      let row = '';
      let gap = 0;
      for (let f = 0; f < 8; f++) {
        const p = this.board[(r << 4) | f];
        if (!p) gap++;
        else {
          if (gap) row += gap;
          gap = 0;
          const l = letters[kindOf(p)];
          row += colourOf(p) === WHITE ? l.toUpperCase() : l;
        }
      }
      rows.push(row + (gap || ''));
    }
    const castling = [...'KQkq'].filter((_, i) => this.castling & (1 << i)).join('') || '-';
    return `${rows.join('/')} ${this.side === WHITE ? 'w' : 'b'} ${castling} ${this.ep < 0 ? '-' : nameOf(this.ep)} ${this.half} ${this.full}`;
  }
  attacked(s, by) {
    const { board } = this;
    const pawnFrom = by === WHITE ? [-15, -17] : [15, 17];
    for (const d of pawnFrom) if (!((s + d) & 0x88) && board[s + d] === (by | P)) return true;
    for (const d of steps[N]) if (!((s + d) & 0x88) && board[s + d] === (by | N)) return true;
    for (const d of steps[K]) {
      let t = s + d;
      if (t & 0x88) continue;
      if (board[t] === (by | K)) return true;
      while (!(t & 0x88) && board[t] === EMPTY) t += d;
      if (t & 0x88) continue;
      const p = board[t];
      if (colourOf(p) !== by) continue;
      const kind = kindOf(p);
      const diagonal = d === 15 || d === 17 || d === -15 || d === -17;
      if (kind === Q || kind === (diagonal ? B : R)) return true;
    }
    return false;
  }
  inCheck(c = this.side) {
    return this.attacked(this.kings[c], other(c));
  }
  *pseudoMoves() {
    const { board, side } = this;
    const forward = side === WHITE ? 16 : -16;
    for (let s = 0; s < 120; s++) {
      if (s & 0x88) {
        s += 7;
        continue;
      }
      const piece = board[s];
      if (colourOf(piece) !== side) continue;
      const kind = kindOf(piece);
      if (kind === P) {
        const last = side === WHITE ? 7 : 0;
        const targets = [];
        if (board[s + forward] === EMPTY) {
          targets.push([s + forward, 0]);
          if (rankOf(s) === (side === WHITE ? 1 : 6) && board[s + 2 * forward] === EMPTY) targets.push([s + 2 * forward, DOUBLE]);
        }
        for (const d of [forward - 1, forward + 1]) {
          const t = s + d;
          if (t & 0x88) continue;
          if (board[t] && colourOf(board[t]) !== side) targets.push([t, 0]);
          else if (t === this.ep) targets.push([t, EN_PASSANT]);
        }
        for (const [t, flags] of targets) {
          const captured = flags === EN_PASSANT ? P | other(side) : board[t];
          if (rankOf(t) === last) for (const promotion of [Q, R, B, N]) yield new Move(s, t, piece, captured, flags, promotion);
          else yield new Move(s, t, piece, captured, flags);
        }
        continue;
      }
      for (const d of steps[kind]) {
        for (let t = s + d; !(t & 0x88); t += d) {
          const there = board[t];
          if (there && colourOf(there) === side) break;
          yield new Move(s, t, piece, there);
          if (there || !slides.has(kind)) break;
        }
      }
      if (kind === K && !this.inCheck()) {
        const shift = side === WHITE ? 0 : 2;
        const enemy = other(side);
        if (this.castling & (1 << shift) && !board[s + 1] && !board[s + 2] && !this.attacked(s + 1, enemy)) yield new Move(s, s + 2, piece, EMPTY, CASTLE);
        if (this.castling & (2 << shift) && !board[s - 1] && !board[s - 2] && !board[s - 3] && !this.attacked(s - 1, enemy)) yield new Move(s, s - 2, piece, EMPTY, CASTLE);
      }
    }
  }
  moves() {
    const legal = [];
    const { side } = this;
    for (const m of [...this.pseudoMoves()]) {
      this.make(m);
      if (!this.inCheck(side)) legal.push(m);
      this.undo();
    }
    return legal;
  }
  #move(from, to, piece) {
    const keys = zobrist.pieces[piece];
    this.hash ^= keys[from] ^ keys[to];
    this.board[from] = EMPTY;
    this.board[to] = piece;
    if (kindOf(piece) === K) this.kings[colourOf(piece)] = to;
  }
  #clear(s) {
    this.hash ^= zobrist.pieces[this.board[s]][s];
    this.board[s] = EMPTY;
  }
  static #rights = { 0: 2, 7: 1, 4: 3, 112: 8, 119: 4, 116: 12 };
  make(m) {
    this.#history.push([m, this.castling, this.ep, this.half, this.hash]);
    const { from, to, piece, captured, flags, promotion } = m;
    if (flags === EN_PASSANT) this.#clear(to + (this.side === WHITE ? -16 : 16));
    else if (captured) this.#clear(to);
    this.#move(from, to, piece);
    if (promotion) {
      this.#clear(to);
      this.board[to] = promotion | this.side;
      this.hash ^= zobrist.pieces[this.board[to]][to];
    }
    if (flags === CASTLE) {
      if (to > from) this.#move(to + 1, to - 1, R | this.side);
      else this.#move(to - 2, to + 1, R | this.side);
    }
    this.hash ^= zobrist.castle[this.castling];
    this.castling &= ~((Position.#rights[from] ?? 0) | (Position.#rights[to] ?? 0));
    this.hash ^= zobrist.castle[this.castling];
    if (this.ep >= 0) this.hash ^= zobrist.ep[this.ep];
    this.ep = flags === DOUBLE ? (from + to) >> 1 : -1;
    if (this.ep >= 0) this.hash ^= zobrist.ep[this.ep];
    this.half = captured || kindOf(piece) === P ? 0 : this.half + 1;
    if (this.side === BLACK) this.full++;
    this.side = other(this.side);
    this.hash ^= zobrist.side;
  }
  undo() {
    const [m, castling, ep, half, hash] = this.#history.pop();
    this.side = other(this.side);
    if (this.side === BLACK) this.full--;
    const { from, to, piece, captured, flags } = m;
    this.put(from, piece);
    this.board[to] = EMPTY;
    if (flags === EN_PASSANT) this.board[to + (this.side === WHITE ? -16 : 16)] = captured;
    else if (captured) this.board[to] = captured;
    if (flags === CASTLE) {
      const [a, b] = to > from ? [to + 1, to - 1] : [to - 2, to + 1];
      this.board[a] = R | this.side;
      this.board[b] = EMPTY;
    }
    Object.assign(this, { castling, ep, half, hash });
  }
  perft(depth, tally) {
    if (depth === 0) return 1;
    let nodes = 0;
    for (const m of this.moves()) {
      if (depth === 1) {
        nodes++;
        if (tally) {
          tally.captures += m.captured ? 1 : 0;
          tally.ep += m.flags === EN_PASSANT ? 1 : 0;
          tally.castles += m.flags === CASTLE ? 1 : 0;
          tally.promotions += m.promotion ? 1 : 0;
        }
        continue;
      }
      this.make(m);
      nodes += this.perft(depth - 1, tally);
      this.undo();
    }
    return nodes;
  }
  san(m) {
    if (m.flags === CASTLE) return this.#suffix(m, m.to > m.from ? 'O-O' : 'O-O-O');
    const kind = kindOf(m.piece);
    let s = '';
    if (kind === P) {
      if (m.captured) s = `${nameOf(m.from)[0]}x`;
    } else {
      s = letters[kind].toUpperCase();
      const rivals = this.moves().filter((r) => r.piece === m.piece && r.to === m.to && r.from !== m.from);
      if (rivals.length) {
        if (rivals.every((r) => fileOf(r.from) !== fileOf(m.from))) s += nameOf(m.from)[0];
        else if (rivals.every((r) => rankOf(r.from) !== rankOf(m.from))) s += nameOf(m.from)[1];
        else s += nameOf(m.from);
      }
      if (m.captured) s += 'x';
    }
    s += nameOf(m.to);
    if (m.promotion) s += `=${letters[m.promotion].toUpperCase()}`;
    return this.#suffix(m, s);
  }
  #suffix(m, s) {
    this.make(m);
    const check = this.inCheck();
    const mate = check && this.moves().length === 0;
    this.undo();
    return s + (mate ? '#' : check ? '+' : '');
  }
  play(san) {
    const m = this.moves().find((x) => this.san(x).replace(/[+#]$/, '') === san.replace(/[+#!?]+$/, ''));
    if (!m) throw new RangeError(`illegal move ${san} in ${this.fen}`);
    this.make(m);
    return m;
  }
  toString() {
    return Array.from({ length: 8 }, (_, i) => {
      const r = 7 - i;
      return `${r + 1} ${Array.from({ length: 8 }, (__, f) => {
        const p = this.board[(r << 4) | f];
        const l = letters[kindOf(p)];
        return colourOf(p) === WHITE ? l.toUpperCase() : l;
      }).join(' ')}`;
    }).concat('  a b c d e f g h').join('\n');
  }
}

// ---- search ----
const worth = [0, 100, 320, 330, 500, 900, 0];
class Search {
  nodes = 0;
  #table = new Map();
  constructor(position) {
    this.p = position;
  }
  evaluate() {
    let score = 0;
    for (let s = 0; s < 120; s++) {
      if (s & 0x88) continue;
      const piece = this.p.board[s];
      if (!piece) continue;
      const centre = 7 - Math.abs(2 * fileOf(s) - 7) / 2 - Math.abs(2 * rankOf(s) - 7) / 2;
      const v = worth[kindOf(piece)] + (kindOf(piece) === K ? 0 : Math.floor(centre * 3));
      score += colourOf(piece) === this.p.side ? v : -v;
    }
    return score;
  }
  order(moves, best) {
    const key = (m) => (best && String(m) === best ? 1e6 : 0) + (m.captured ? worth[kindOf(m.captured)] * 10 - worth[kindOf(m.piece)] : 0) + (m.promotion ? worth[m.promotion] : 0);
    return moves.map((m) => [key(m), m]).sort((a, b) => b[0] - a[0]).map(([, m]) => m);
  }
  quiet(alpha, beta) {
    this.nodes++;
    const stand = this.evaluate();
    if (stand >= beta) return beta;
    alpha = Math.max(alpha, stand);
    for (const m of this.order(this.p.moves().filter((x) => x.captured || x.promotion))) {
      this.p.make(m);
      const v = -this.quiet(-beta, -alpha);
      this.p.undo();
      if (v >= beta) return beta;
      alpha = Math.max(alpha, v);
    }
    return alpha;
  }
  alphaBeta(depth, alpha, beta, ply) {
    const known = this.#table.get(this.p.hash);
    if (known && known.depth >= depth && ply > 0) {
      if (known.bound === 0 || (known.bound < 0 && known.value <= alpha) || (known.bound > 0 && known.value >= beta)) return known.value;
    }
    if (depth === 0) return this.quiet(alpha, beta);
    this.nodes++;
    const moves = this.p.moves();
    if (moves.length === 0) return this.p.inCheck() ? -100000 + ply : 0;
    let best = -Infinity;
    let bestMove;
    const original = alpha;
    for (const m of this.order(moves, known?.move)) {
      this.p.make(m);
      const v = -this.alphaBeta(depth - 1, -beta, -alpha, ply + 1);
      this.p.undo();
      if (v > best) {
        best = v;
        bestMove = m;
      }
      alpha = Math.max(alpha, v);
      if (alpha >= beta) break;
    }
    this.#table.set(this.p.hash, { depth, value: best, bound: best <= original ? -1 : best >= beta ? 1 : 0, move: String(bestMove) });
    if (ply === 0) this.best = bestMove;
    return best;
  }
  run(depth) {
    let value;
    for (let d = 1; d <= depth; d++) value = this.alphaBeta(d, -Infinity, Infinity, 0);
    return { move: this.p.san(this.best), value, nodes: this.nodes };
  }
}

// ---- what is printed ----
const start = Position.fromFen(START);
print(String(start));
print(`start ${start.fen === START} moves ${start.moves().length}`);
const perfts = [
  ['start', START, [20, 400, 8902]],
  ['kiwipete', 'r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1', [48, 2039]],
  ['endgame', '8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1', [14, 191, 2812]],
  ['promotions', 'r3k2r/Pppp1ppp/1b3nbN/nP6/BBP1P3/q4N2/Pp1P2PP/R2Q1RK1 w kq - 0 1', [6, 264]],
  ['position 5', 'rnbq1k1r/pp1Pbppp/2p5/8/2B5/8/PPP1NnPP/RNBQK2R w KQ - 1 8', [44, 1486]],
];
for (const [name, fen, expected] of perfts) {
  const p = Position.fromFen(fen);
  const tally = { captures: 0, ep: 0, castles: 0, promotions: 0 };
  const counts = expected.map((_, i) => p.perft(i + 1, i === expected.length - 1 ? tally : null));
  print(`perft ${name} ${counts.join(' ')} ${counts.every((c, i) => c === expected[i])} ${Object.entries(tally).map((e) => e.join('=')).join(' ')}`);
  if (p.hash !== p.computeHash() || p.fen !== fen) print(`make and undo do not match in ${name}`);
}

const game = 'e4 e5 Nf3 d6 d4 Bg4 dxe5 Bxf3 Qxf3 dxe5 Bc4 Nf6 Qb3 Qe7 Nc3 c6 Bg5 b5 Nxb5 cxb5 Bxb5+ Nbd7 O-O-O Rd8 Rxd7 Rxd7 Rd1 Qe6 Bxd7+ Nxd7 Qb8+ Nxb8 Rd8#';
const opera = Position.fromFen(START);
const hashes = new Set();
for (const san of game.split(' ')) {
  opera.play(san);
  hashes.add(opera.hash);
  if (opera.hash !== opera.computeHash()) print(`hash differs after ${san}`);
}
print(`opera ${opera.fen} mate ${opera.inCheck() && opera.moves().length === 0} positions ${hashes.size}`);
print(`hash ${opera.hash.toString(16)}`);

for (const [fen, depth] of [['6k1/5ppp/8/8/8/8/5PPP/3R2K1 w - - 0 1', 2], ['r1bqkb1r/pppp1ppp/2n2n2/4p2Q/2B1P3/8/PPPP1PPP/RNB1K1NR w KQkq - 4 4', 2], ['k7/8/1K6/8/8/8/8/7R w - - 0 1', 2], ['8/8/8/3q4/8/2N5/8/K6k w - - 0 1', 2]]) {
  const { move, value, nodes } = new Search(Position.fromFen(fen)).run(depth);
  print(`search ${fen.split(' ')[0]} ${move} ${value} nodes ${nodes}`);
}
const stalemate = Position.fromFen('7k/5Q2/6K1/8/8/8/8/8 b - - 0 1');
print(`stalemate ${stalemate.moves().length} ${stalemate.inCheck()}`);
const ambiguous = Position.fromFen('4k3/8/8/8/R6R/8/8/R3K3 w - - 0 1');
print(`notation ${ambiguous.moves().filter((m) => kindOf(m.piece) === R).map((m) => ambiguous.san(m)).sort().join(' ')}`);
for (const bad of ['8/8/8 w - - 0 1', '9/8/8/8/8/8/8/8 w - - 0 1', 'xxxxxxxx/8/8/8/8/8/8/8 w - - 0 1']) {
  try {
    Position.fromFen(bad);
    print('accepted');
  } catch (e) {
    print(`${e.name}: ${e.message}`);
  }
}
try {
  Position.fromFen(START).play('Ke2');
} catch (e) {
  print(`${e.constructor.name}: ${e.message.slice(0, 16)}`);
}
