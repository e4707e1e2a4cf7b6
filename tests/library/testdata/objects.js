const FP = Object.getPrototypeOf(() => 1);
// objects
const show = (x) => { if (Array.isArray(x)) return "[" + x.map(show).join(",") + "]"; if (x !== null && typeof x === "object") { let s = []; for (const k of Reflect.ownKeys(x)) { const d = Object.getOwnPropertyDescriptor(x, k); s.push(String(k) + ":" + ("value" in d ? show(d.value) : "acc") + (d.writable ? "w" : "") + (d.enumerable ? "e" : "") + (d.configurable ? "c" : "")); } return "{" + s.join(",") + "}"; } return typeof x === "string" ? '"' + x + '"' : String(x); };
const t = (f) => { try { return show(f()); } catch (e) { return e.name; } };
print(t(() => Object.assign({ a: 1 }, null, { b: 2, [Symbol.iterator]: 3 }, "hi")));
print(t(() => Object.create({ x: 1 }, { y: { value: 2 }, z: { get() { return 1; }, enumerable: true } })));
print(t(() => Object.defineProperty({}, "a", { value: 1 })));
print(t(() => Object.defineProperty({}, "a", { value: 1, get() {} })));
print(t(() => Object.defineProperty(1, "a", {})));
print(t(() => Object.defineProperty([], "length", { value: -1 })));
print(t(() => Object.defineProperty([1, 2, 3], "length", { value: { valueOf() { return 1; } } })));
print(t(() => Object.defineProperty(new Uint8Array(2), "0", { value: { valueOf() { return 7; } } })));
print(t(() => Object.entries({ a: 1, b: [2] })));
print(t(() => Object.values("abc")));
print(t(() => Object.keys([4, 5, , 6])));
print(t(() => Object.freeze({ a: 1, get b() { return 1; } })));
print(t(() => Object.seal({ a: 1 })));
print(t(() => Object.isFrozen(Object.freeze([1, 2]))), t(() => Object.isSealed({})), t(() => Object.isFrozen(1)));
print(t(() => Object.fromEntries([["a", 1], ["b", 2]])));
print(t(() => Object.fromEntries(new Map([["a", 1], [1, 2]]))));
print(t(() => Object.fromEntries([1])));
print(t(() => Object.getOwnPropertyDescriptors({ a: 1, get b() { return 1; } })));
print(t(() => Object.getOwnPropertyNames("abc")), t(() => Object.getOwnPropertySymbols({ [Symbol.iterator]: 1 }).length));

print(t(() => Object.hasOwn({ a: 1 }, "a")), t(() => Object.hasOwn(null, "a")));
print(t(() => Object.is(NaN, NaN)), t(() => Object.is(0, -0)));
print(t(() => Object.setPrototypeOf(Object.prototype, {})));
print(t(() => { const o = {}; return Object.setPrototypeOf(o, Object.create(o)); }));
print(t(() => Object.setPrototypeOf(Object.preventExtensions({}), {})));
print(t(() => new Object(1)), t(() => Object("x").length), t(() => new (class A extends Object { constructor() { super(1); } })()));
for (const x of [undefined, null, 1, "", true, Symbol(), [], {}, () => 1, new Date(0), new Error("x"), new Map(), new Promise(() => 0), (function () { return arguments; })(), function* () {}, (function* () {})(), async () => 1]) print(Object.prototype.toString.call(x));
print(t(() => ({}).hasOwnProperty.call({ a: 1 }, "a")), t(() => ({}).propertyIsEnumerable.call([1], "length")), t(() => Array.prototype.isPrototypeOf([])));
print(t(() => (1).toLocaleString()), t(() => Object.prototype.toLocaleString.call(true)));
// functions
function f(a, b) { return [this, a, b]; }
print(t(() => f.call(1, 2, 3)), t(() => f.apply(1, [2, 3])), t(() => f.apply(1)), t(() => f.apply(1, 2)), t(() => f.apply(1, { length: 2, 0: 9 })));
const bd = f.bind(1, 2);
print(t(() => bd(3)), bd.name, bd.length, t(() => bd.bind(7, 8)()), bd.bind().name);
print(t(() => Object.getOwnPropertyDescriptors(bd)));
class A { constructor(x) { this.x = x; } }
const BA = A.bind(null, 5);
print(t(() => new BA()), new BA() instanceof A, new BA() instanceof BA);
print(f.toString()); print(A.toString()); print((x => x + 1).toString()); print(FP.call.toString()); print(({ get a() { return 1; } }, Object.getOwnPropertyDescriptor({ get a() { return 1; } }, "a").get.toString()));
print(bd.toString());
print(t(() => FP()), FP.name === "", FP.length);
print(t(() => FP[Symbol.hasInstance].call(A, new A())), t(() => Object.getOwnPropertyDescriptor(FP, Symbol.hasInstance).writable));
// errors
print(new Error("a").toString(), new TypeError("b").toString(), Error("c").message, new RangeError().message === "");
print(t(() => Object.getOwnPropertyNames(new Error("x", { cause: 1 })).filter((x) => x !== "stack")));
print(t(() => new AggregateError([1, 2], "m", { cause: 0 }).errors), Object.getPrototypeOf(TypeError) === Error, new AggregateError([]).message === "");
print(t(() => Error.prototype.toString.call({ name: undefined, message: "q" })), t(() => Error.prototype.toString.call(1)));
class E2 extends Error { get name() { return "E2"; } }
print(new E2("zz").toString(), new E2() instanceof Error);
// Reflect
print(t(() => Reflect.apply(f, 1, [2])), t(() => Reflect.construct(A, [1])), t(() => Reflect.construct(A, [1], Array) instanceof Array), t(() => Reflect.construct(1, [])));
print(t(() => Reflect.ownKeys({ b: 1, a: 2, 1: 3, 0: 4, [Symbol.iterator]: 5 }).map(String)));
print(t(() => Reflect.get({ get x() { return this; } }, "x", 5)), t(() => Reflect.set({}, "x", 1)), t(() => Reflect.set(Object.freeze({ x: 1 }), "x", 2)), t(() => Reflect.has([], "length")));
print(t(() => { const o = {}; return [Reflect.set({ set x(v) { this.y = v; } }, "x", 1, o), o]; }));
print(t(() => { const o = {}; return [Reflect.set([1], "length", 0, o), o]; }));
print(t(() => { const o = { x: 5 }; return [Reflect.set({ x: 1 }, "x", 3, o), o]; }));
print(t(() => Reflect.set({}, "x", 1, 5)));
print(t(() => Reflect.deleteProperty(Object.freeze({ x: 1 }), "x")), t(() => Reflect.defineProperty({}, "x", { value: 1 })), t(() => Reflect.setPrototypeOf({}, 1)));
print(t(() => Reflect.set(new Uint8Array(2), 0, { valueOf() { return 3; } })), t(() => Reflect.set(new Uint8Array(2), 5, 1)));
