'use strict';
// Floating-point arithmetic on object fields: a gravitational system of five bodies under a
// leapfrog integrator, then a small cloud of particles in a box with elastic walls and springs.
// bench: small=40 normal=3000 long=37000
const SIZE = 3000; // bench:size

const G = 39.5;

class Body {
  constructor(mass, x, y, z, vx, vy, vz) {
    this.mass = mass;
    this.x = x;
    this.y = y;
    this.z = z;
    this.vx = vx;
    this.vy = vy;
    this.vz = vz;
    this.ax = 0;
    this.ay = 0;
    this.az = 0;
  }

  kinetic() {
    return 0.5 * this.mass * (this.vx * this.vx + this.vy * this.vy + this.vz * this.vz);
  }
}

function makeSystem() {
  return [
    new Body(1, 0, 0, 0, 0, 0, 0),
    new Body(3e-6, 1, 0, 0.01, 0, 6.28, 0),
    new Body(3.2e-7, 1.52, 0.1, 0.04, -0.3, 5.1, 0.05),
    new Body(9.5e-4, -5.2, 0.3, 0.1, 0.1, -2.75, 0.02),
    new Body(2.8e-4, 0.4, 9.5, -0.2, -2.03, 0.1, 0.03),
  ];
}

function accelerate(bodies) {
  for (const b of bodies) {
    b.ax = 0;
    b.ay = 0;
    b.az = 0;
  }
  const n = bodies.length;
  for (let i = 0; i < n; i++) {
    const a = bodies[i];
    for (let j = i + 1; j < n; j++) {
      const b = bodies[j];
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const dz = b.z - a.z;
      const r2 = dx * dx + dy * dy + dz * dz + 1e-9;
      const f = G / (r2 * Math.sqrt(r2));
      a.ax += dx * f * b.mass;
      a.ay += dy * f * b.mass;
      a.az += dz * f * b.mass;
      b.ax -= dx * f * a.mass;
      b.ay -= dy * f * a.mass;
      b.az -= dz * f * a.mass;
    }
  }
}

function step(bodies, dt) {
  const half = dt / 2;
  for (const b of bodies) {
    b.vx += b.ax * half;
    b.vy += b.ay * half;
    b.vz += b.az * half;
    b.x += b.vx * dt;
    b.y += b.vy * dt;
    b.z += b.vz * dt;
  }
  accelerate(bodies);
  for (const b of bodies) {
    b.vx += b.ax * half;
    b.vy += b.ay * half;
    b.vz += b.az * half;
  }
}

function energy(bodies) {
  let e = 0;
  for (let i = 0; i < bodies.length; i++) {
    e += bodies[i].kinetic();
    for (let j = i + 1; j < bodies.length; j++) {
      const dx = bodies[i].x - bodies[j].x;
      const dy = bodies[i].y - bodies[j].y;
      const dz = bodies[i].z - bodies[j].z;
      e -= (G * bodies[i].mass * bodies[j].mass) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return e;
}

// A chain of beads joined by springs, bouncing in the unit box.
function springChain(count, steps) {
  const beads = [];
  for (let i = 0; i < count; i++) {
    beads.push({ x: (i + 0.5) / count, y: 0.5, vx: 0, vy: i % 2 === 0 ? 0.3 : -0.2 });
  }
  const rest = 1 / count;
  let bounces = 0;
  for (let s = 0; s < steps; s++) {
    for (let i = 1; i < count; i++) {
      const a = beads[i - 1];
      const b = beads[i];
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const len = Math.sqrt(dx * dx + dy * dy);
      const pull = (0.02 * (len - rest)) / (len + 1e-6);
      a.vx += dx * pull;
      a.vy += dy * pull;
      b.vx -= dx * pull;
      b.vy -= dy * pull;
    }
    for (const b of beads) {
      b.x += b.vx * 0.01;
      b.y += b.vy * 0.01;
      if (b.x < 0 || b.x > 1) {
        b.vx = -b.vx;
        bounces++;
      }
      if (b.y < 0 || b.y > 1) {
        b.vy = -b.vy;
        bounces++;
      }
    }
  }
  let sum = 0;
  for (const b of beads) sum += b.x + b.y;
  return `${sum.toFixed(6)} ${bounces}`;
}

const system = makeSystem();
accelerate(system);
const before = energy(system);
for (let i = 0; i < SIZE; i++) step(system, 0.002);
const after = energy(system);
print(`nbody ${before.toFixed(9)} ${after.toFixed(9)} ${system[1].x.toFixed(6)} ${system[3].y.toFixed(6)}`);
print(`springs ${springChain(24, SIZE)}`);
