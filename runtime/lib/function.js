// Function.prototype (ECMA-262 20.2.3) and the constructors that syntax reaches, which throw: see StageOneFunction.

/** %Function% as found at Function.prototype.constructor; compartments have their own, which work. */
function Function(...args) {
  "use constructor";
  return StageOneFunction(0, args, new.target, $$FunctionPrototype);
}

/** ECMA-262 27.3.1 GeneratorFunction, 27.7.1 AsyncFunction, 27.4.1 AsyncGeneratorFunction: likewise. */
function GeneratorFunction(...args) {
  "use constructor";
  return StageOneFunction(1, args, new.target, $$GeneratorFunctionPrototype);
}
function AsyncFunction(...args) {
  "use constructor";
  return StageOneFunction(2, args, new.target, $$AsyncFunctionPrototype);
}
function AsyncGeneratorFunction(...args) {
  "use constructor";
  return StageOneFunction(3, args, new.target, $$AsyncGeneratorFunctionPrototype);
}

/** ECMA-262 20.2.3.1 Function.prototype.apply(thisArg, argArray). */
function FunctionPrototype_apply(thisArg, argArray) {
  const func = this;
  if (!$IsCallable(func)) $ThrowTypeError("Function.prototype.apply was called on " + $Display(func) + ", which is not a function");
  if (argArray === undefined || argArray === null) return $Call(func, thisArg);
  return $Call(func, thisArg, ...CreateListFromArrayLike(argArray));
}

/** ECMA-262 20.2.3.2 Function.prototype.bind(thisArg, ...args). */
function FunctionPrototype_bind(thisArg, ...args) {
  const Target = this;
  if (!$IsCallable(Target)) $ThrowTypeError("Bind must be called on a function");
  const proto = ObjGetPrototypeOf(Target);
  let L = 0;
  if (HasOwnProperty(Target, "length")) {
    const targetLen = Target.length;
    if (typeof targetLen === "number") {
      L = $ToIntegerOrInfinity(targetLen) - args.length;
      if (!(L > 0)) L = 0;
    }
  }
  const targetName = Target.name;
  return $BoundFunctionCreate(proto, Target, thisArg, args, L, "bound " + (typeof targetName === "string" ? targetName : ""));
}

/** ECMA-262 20.2.3.3 Function.prototype.call(thisArg, ...args). */
function FunctionPrototype_call(thisArg, ...args) {
  const func = this;
  if (!$IsCallable(func)) $ThrowTypeError("Function.prototype.call was called on " + $Display(func) + ", which is not a function");
  return $Call(func, thisArg, ...args);
}

/** ECMA-262 20.2.3.6 Function.prototype[@@hasInstance](V). */
function FunctionPrototype_sym_hasInstance(V) {
  return OrdinaryHasInstance(this, V);
}
