'use strict';
// Property-heavy object code with polymorphic classes: a discrete-event simulation of a tower block.
// Lifts with three kinds of scheduling policy carry four kinds of passenger; everything that happens is an
// event object with its own class, kept in a binary heap ordered by time.
// bench: small=60 normal=2000 long=22000
const SIZE = 2000; // bench:size

class Random {
  constructor(seed) {
    this.state = seed;
  }
  next(limit) {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) | 0;
    return (this.state >>> 8) % limit;
  }
}

class EventQueue {
  constructor() {
    this.heap = [];
    this.serial = 0;
  }
  get size() {
    return this.heap.length;
  }
  before(a, b) {
    return a.time < b.time || (a.time === b.time && a.serial < b.serial);
  }
  push(event) {
    event.serial = this.serial++;
    const heap = this.heap;
    let i = heap.length;
    heap.push(event);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.before(event, heap[parent])) break;
      heap[i] = heap[parent];
      i = parent;
    }
    heap[i] = event;
  }
  pop() {
    const heap = this.heap;
    const top = heap[0];
    const last = heap.pop();
    const n = heap.length;
    if (n > 0) {
      let i = 0;
      for (;;) {
        let child = 2 * i + 1;
        if (child >= n) break;
        if (child + 1 < n && this.before(heap[child + 1], heap[child])) child++;
        if (!this.before(heap[child], last)) break;
        heap[i] = heap[child];
        i = child;
      }
      heap[i] = last;
    }
    return top;
  }
}

class SimEvent {
  constructor(time) {
    this.time = time;
    this.serial = 0;
  }
  run(tower) {
    throw new Error(`event without a body at ${this.time} in ${tower}`);
  }
}

class Arrival extends SimEvent {
  constructor(time, passenger) {
    super(time);
    this.passenger = passenger;
  }
  run(tower) {
    tower.waiting[this.passenger.from].push(this.passenger);
    tower.stats.arrived++;
    tower.call(this.passenger.from, this.time);
  }
}

class Movement extends SimEvent {
  constructor(time, lift) {
    super(time);
    this.lift = lift;
  }
  run(tower) {
    this.lift.advance(tower, this.time);
  }
}

class DoorsClose extends SimEvent {
  constructor(time, lift) {
    super(time);
    this.lift = lift;
  }
  run(tower) {
    this.lift.open = false;
    this.lift.depart(tower, this.time);
  }
}

class GiveUp extends SimEvent {
  constructor(time, passenger) {
    super(time);
    this.passenger = passenger;
  }
  run(tower) {
    const p = this.passenger;
    if (p.state !== 'waiting') return;
    p.state = 'gone';
    const queue = tower.waiting[p.from];
    const at = queue.indexOf(p);
    if (at >= 0) queue.splice(at, 1);
    tower.stats.gaveUp++;
  }
}

class Passenger {
  constructor(id, from, to, time) {
    this.id = id;
    this.from = from;
    this.to = to;
    this.since = time;
    this.state = 'waiting';
  }
  get width() {
    return 1;
  }
  patience() {
    return 400;
  }
  weigh(waited) {
    return waited;
  }
}

class Hurried extends Passenger {
  patience() {
    return 90;
  }
  weigh(waited) {
    return waited * 2;
  }
}

class Trolley extends Passenger {
  get width() {
    return 3;
  }
}

class Visitor extends Passenger {
  constructor(id, from, to, time) {
    super(id, from, to, time);
    this.badge = id % 97;
  }
  weigh(waited) {
    return super.weigh(waited) + (this.badge & 1);
  }
}

class Policy {
  next(lift, tower) {
    const d = lift.direction;
    for (let f = lift.floor + d; f >= 0 && f < tower.floors; f += d) {
      if (lift.wants(f) || tower.isCalled(f)) return f;
    }
    lift.direction = -d;
    for (let f = lift.floor - d; f >= 0 && f < tower.floors; f -= d) {
      if (lift.wants(f) || tower.isCalled(f)) return f;
    }
    return -1;
  }
}

class NearestPolicy extends Policy {
  next(lift, tower) {
    let best = -1;
    let distance = tower.floors + 1;
    for (let f = 0; f < tower.floors; f++) {
      if (f !== lift.floor && (lift.wants(f) || tower.isCalled(f))) {
        const d = Math.abs(f - lift.floor);
        if (d < distance) {
          distance = d;
          best = f;
        }
      }
    }
    return best;
  }
}

class CargoFirstPolicy extends Policy {
  next(lift, tower) {
    if (lift.cargo.length > 0) return lift.cargo[0].to;
    return super.next(lift, tower);
  }
}

class Lift {
  constructor(name, capacity, policy) {
    this.name = name;
    this.capacity = capacity;
    this.policy = policy;
    this.floor = 0;
    this.direction = 1;
    this.cargo = [];
    this.load = 0;
    this.idle = true;
    this.open = false;
    this.target = -1;
    this.travelled = 0;
  }
  wants(floor) {
    for (const p of this.cargo) if (p.to === floor) return true;
    return false;
  }
  depart(tower, time) {
    const target = this.policy.next(this, tower);
    if (target < 0) {
      this.idle = true;
      return;
    }
    this.idle = false;
    this.target = target;
    tower.queue.push(new Movement(time + 3, this));
  }
  advance(tower, time) {
    if (this.target > this.floor) this.floor++;
    else if (this.target < this.floor) this.floor--;
    this.travelled++;
    if (this.floor === this.target || this.wants(this.floor)) {
      this.stop(tower, time);
    } else {
      tower.queue.push(new Movement(time + 3, this));
    }
  }
  stop(tower, time) {
    this.open = true;
    const stay = [];
    for (const p of this.cargo) {
      if (p.to === this.floor) {
        p.state = 'arrived';
        this.load -= p.width;
        tower.stats.delivered++;
        tower.stats.cost += p.weigh(time - p.since);
      } else {
        stay.push(p);
      }
    }
    this.cargo = stay;
    const queue = tower.waiting[this.floor];
    let taken = 0;
    while (queue.length > taken && this.load + queue[taken].width <= this.capacity) {
      const p = queue[taken++];
      p.state = 'riding';
      this.load += p.width;
      this.cargo.push(p);
    }
    if (taken > 0) queue.splice(0, taken);
    tower.queue.push(new DoorsClose(time + 4 + taken, this));
  }
}

class Tower {
  constructor(floors, lifts) {
    this.floors = floors;
    this.lifts = lifts;
    this.waiting = Array.from({ length: floors }, () => []);
    this.queue = new EventQueue();
    this.stats = { arrived: 0, delivered: 0, gaveUp: 0, cost: 0, events: 0 };
  }
  isCalled(floor) {
    return this.waiting[floor].length > 0;
  }
  call(floor, time) {
    let best = null;
    for (const lift of this.lifts) {
      if (lift.idle && (best === null || Math.abs(lift.floor - floor) < Math.abs(best.floor - floor))) best = lift;
    }
    if (best === null) return;
    best.idle = false;
    if (best.floor === floor) best.stop(this, time);
    else best.depart(this, time);
  }
  run() {
    let time = 0;
    while (this.queue.size > 0) {
      const event = this.queue.pop();
      time = event.time;
      this.stats.events++;
      event.run(this);
    }
    return time;
  }
}

function makePassenger(random, id, floors, time) {
  const from = random.next(3) === 0 ? 0 : random.next(floors);
  let to = random.next(floors);
  if (to === from) to = (to + 1) % floors;
  switch (random.next(8)) {
    case 0:
    case 1:
      return new Hurried(id, from, to, time);
    case 2:
      return new Trolley(id, from, to, time);
    case 3:
    case 4:
      return new Visitor(id, from, to, time);
    default:
      return new Passenger(id, from, to, time);
  }
}

const random = new Random(20240229);
const tower = new Tower(18, [
  new Lift('a', 8, new Policy()),
  new Lift('b', 8, new NearestPolicy()),
  new Lift('c', 10, new CargoFirstPolicy()),
  new Lift('d', 6, new Policy()),
]);
let clock = 0;
for (let i = 0; i < SIZE; i++) {
  clock += random.next(9);
  const p = makePassenger(random, i, tower.floors, clock);
  tower.queue.push(new Arrival(clock, p));
  tower.queue.push(new GiveUp(clock + p.patience(), p));
}
const end = tower.run();
const { arrived, delivered, gaveUp, cost, events } = tower.stats;
print(`lifts end ${end} arrived ${arrived} delivered ${delivered} gave up ${gaveUp} cost ${cost} events ${events}`);
print(`travelled ${tower.lifts.map((l) => `${l.name}:${l.travelled}`).join(' ')}`);
