'use strict';
// A small ray tracer: short-lived vectors, polymorphic shapes and materials, recursion for reflections,
// early exits and closures for textures. The picture is folded into a checksum.
// bench: small=8 normal=56 long=215
const SIZE = 56; // bench:size

class Vec {
  constructor(x, y, z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }
  add(v) {
    return new Vec(this.x + v.x, this.y + v.y, this.z + v.z);
  }
  sub(v) {
    return new Vec(this.x - v.x, this.y - v.y, this.z - v.z);
  }
  mul(k) {
    return new Vec(this.x * k, this.y * k, this.z * k);
  }
  times(v) {
    return new Vec(this.x * v.x, this.y * v.y, this.z * v.z);
  }
  dot(v) {
    return this.x * v.x + this.y * v.y + this.z * v.z;
  }
  get length() {
    return Math.sqrt(this.dot(this));
  }
  unit() {
    return this.mul(1 / this.length);
  }
  reflect(n) {
    return this.sub(n.mul(2 * this.dot(n)));
  }
}

class Sphere {
  constructor(centre, radius, material) {
    this.centre = centre;
    this.radius = radius;
    this.material = material;
  }
  hit(origin, direction) {
    const o = origin.sub(this.centre);
    const b = o.dot(direction);
    const c = o.dot(o) - this.radius * this.radius;
    const d = b * b - c;
    if (d < 0) return Infinity;
    const root = Math.sqrt(d);
    if (-b - root > 1e-6) return -b - root;
    return -b + root > 1e-6 ? -b + root : Infinity;
  }
  normal(point) {
    return point.sub(this.centre).unit();
  }
}

class Plane {
  constructor(normal, distance, material) {
    this.n = normal.unit();
    this.distance = distance;
    this.material = material;
  }
  hit(origin, direction) {
    const along = this.n.dot(direction);
    if (Math.abs(along) < 1e-9) return Infinity;
    const t = (this.distance - this.n.dot(origin)) / along;
    return t > 1e-6 ? t : Infinity;
  }
  normal() {
    return this.n;
  }
}

class Box {
  constructor(low, high, material) {
    this.low = low;
    this.high = high;
    this.material = material;
  }
  hit(origin, direction) {
    let near = -Infinity;
    let far = Infinity;
    for (const axis of ['x', 'y', 'z']) {
      const inverse = 1 / direction[axis];
      let a = (this.low[axis] - origin[axis]) * inverse;
      let b = (this.high[axis] - origin[axis]) * inverse;
      if (a > b) [a, b] = [b, a];
      if (a > near) near = a;
      if (b < far) far = b;
    }
    if (near > far || far < 1e-6) return Infinity;
    return near > 1e-6 ? near : far;
  }
  normal(point) {
    const e = 1e-5;
    if (Math.abs(point.x - this.low.x) < e) return new Vec(-1, 0, 0);
    if (Math.abs(point.x - this.high.x) < e) return new Vec(1, 0, 0);
    if (Math.abs(point.y - this.low.y) < e) return new Vec(0, -1, 0);
    if (Math.abs(point.y - this.high.y) < e) return new Vec(0, 1, 0);
    return new Vec(0, 0, point.z < (this.low.z + this.high.z) / 2 ? -1 : 1);
  }
}

class Matte {
  constructor(texture) {
    this.texture = texture;
  }
  shade(scene, point, normal, _direction, _depth) {
    const colour = this.texture(point);
    let light = 0.15;
    for (const lamp of scene.lamps) {
      const to = lamp.sub(point);
      const distance = to.length;
      const way = to.mul(1 / distance);
      const facing = way.dot(normal);
      if (facing > 0 && !scene.blocked(point, way, distance)) light += facing * 0.6;
    }
    return colour.mul(light);
  }
}

class Mirror extends Matte {
  constructor(texture, amount) {
    super(texture);
    this.amount = amount;
  }
  shade(scene, point, normal, direction, depth) {
    const own = super.shade(scene, point, normal, direction, depth);
    if (depth === 0) return own;
    const reflected = scene.trace(point, direction.reflect(normal), depth - 1);
    return own.mul(1 - this.amount).add(reflected.mul(this.amount));
  }
}

const plain = (r, g, b) => {
  const c = new Vec(r, g, b);
  return () => c;
};
const checks = (a, b) => (p) => ((Math.floor(p.x) + Math.floor(p.z)) & 1 ? a(p) : b(p));

class Scene {
  constructor(shapes, lamps) {
    this.shapes = shapes;
    this.lamps = lamps;
    this.rays = 0;
  }
  nearest(origin, direction) {
    let best = null;
    let distance = Infinity;
    for (const shape of this.shapes) {
      const t = shape.hit(origin, direction);
      if (t < distance) {
        distance = t;
        best = shape;
      }
    }
    return best === null ? null : { shape: best, distance };
  }
  blocked(origin, direction, limit) {
    return this.shapes.some((s) => s.hit(origin, direction) < limit);
  }
  trace(origin, direction, depth) {
    this.rays++;
    const found = this.nearest(origin, direction);
    if (found === null) {
      const k = 0.5 * (direction.y + 1);
      return new Vec(1 - 0.5 * k, 1 - 0.3 * k, 1);
    }
    const point = origin.add(direction.mul(found.distance));
    let normal = found.shape.normal(point);
    if (normal.dot(direction) > 0) normal = normal.mul(-1);
    return found.shape.material.shade(this, point.add(normal.mul(1e-5)), normal, direction, depth);
  }
}

const scene = new Scene(
  [
    new Plane(new Vec(0, 1, 0), -1, new Matte(checks(plain(0.9, 0.9, 0.9), plain(0.2, 0.25, 0.3)))),
    new Sphere(new Vec(0, 0.2, 4), 1.2, new Mirror(plain(0.9, 0.3, 0.2), 0.4)),
    new Sphere(new Vec(-2.2, -0.3, 3.4), 0.7, new Matte((p) => new Vec(Math.abs(p.x) % 1, 0.6, 0.3))),
    new Sphere(new Vec(1.9, -0.4, 2.6), 0.6, new Mirror(plain(0.8, 0.8, 0.9), 0.7)),
    new Box(new Vec(1.2, -1, 4.5), new Vec(2.6, 1.4, 5.6), new Matte(plain(0.3, 0.7, 0.4))),
    new Box(new Vec(-3.4, -1, 5), new Vec(-1.8, 0.6, 6.2), new Mirror(plain(0.9, 0.8, 0.3), 0.2)),
  ],
  [new Vec(-4, 5, -2), new Vec(3, 4, 0)],
);

const eye = new Vec(0, 0.5, -3);
let checksum = 0;
let brightest = 0;
for (let y = 0; y < SIZE; y++) {
  for (let x = 0; x < SIZE; x++) {
    const direction = new Vec((2 * (x + 0.5)) / SIZE - 1, 1 - (2 * (y + 0.5)) / SIZE, 2).unit();
    const c = scene.trace(eye, direction, 3);
    const r = Math.min(255, Math.floor(c.x * 200));
    const g = Math.min(255, Math.floor(c.y * 200));
    const b = Math.min(255, Math.floor(c.z * 200));
    if (r + g + b > brightest) brightest = r + g + b;
    checksum = (Math.imul(checksum, 31) + (r << 16) + (g << 8) + b) | 0;
  }
}
print(`raytrace ${checksum} rays ${scene.rays} brightest ${brightest}`);
