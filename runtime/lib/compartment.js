// Compartments: the Realm API of standalone SES, and functions made from strings (ECMA-262 20.2.1.1).

// What $$Evaluate is asked to do with (compartment, source, task, names, values): evaluate a program or an expression with
// endowments; say which of an array of strings are names of variables; from TASK_FUNCTION on, make a function of that kind
// from a body (source) and an array of parameters (names).
const TASK_PROGRAM = 0;
const TASK_EXPRESSION = 1;
const TASK_NAMES = 2;
const TASK_FUNCTION = 3;

/** Realm: its objects are made by makeCompartment alone. */
function Realm() {
  "use constructor";
  $ThrowTypeError("Realm cannot be called: compartments are made by Realm.makeCompartment");
}

/** Realm.makeCompartment(options): no option is known. */
function Realm_makeCompartment(options) {
  if (options !== undefined && !$IsObject(options)) $ThrowTypeError("The options of a compartment must be an object");
  return $NewCompartment();
}

/** get Realm.prototype.global. */
function get_RealmPrototype_global() {
  if (!$Is(this, $KCompartment)) ThrowIncompatible("get Realm.prototype.global", this);
  return $Slot(this, 0);
}

/** Realm.prototype.evaluateExpr(exprSrc, endowments). */
function RealmPrototype_evaluateExpr(exprSrc, endowments) {
  if (!$Is(this, $KCompartment)) ThrowIncompatible("Realm.prototype.evaluateExpr", this);
  return EvaluateIn(this, $ToString(exprSrc), TASK_EXPRESSION, endowments);
}

/** Realm.prototype.evaluateProgram(programSrc, endowments). */
function RealmPrototype_evaluateProgram(programSrc, endowments) {
  if (!$Is(this, $KCompartment)) ThrowIncompatible("Realm.prototype.evaluateProgram", this);
  return EvaluateIn(this, $ToString(programSrc), TASK_PROGRAM, endowments);
}

/** Evaluates a source; the own properties of endowments that can be names of variables are read once, here. */
function EvaluateIn(compartment, source, task, endowments) {
  const values = [];
  let names = values;
  if (endowments !== undefined && endowments !== null) {
    const from = $ToObject(endowments);
    const keys = ObjOwnKeys(from);
    const strings = [];
    for (let i = 0; i < keys.length; i++) {
      if (typeof keys[i] === "string") $Push(strings, keys[i]);
    }
    names = $Call($$Evaluate, undefined, compartment, strings, TASK_NAMES);
    for (let i = 0; i < names.length; i++) $Push(values, from[names[i]]);
  }
  return $Call($$Evaluate, undefined, compartment, source, task, names, values);
}

/** ECMA-262 20.2.1.1.1 CreateDynamicFunction; kind is 0 for functions, 1 generators, 2 async functions, 3 async generators. */
function DynamicFunction(compartment, kind, args, newTarget, fallbackProto) {
  const parameters = [];
  let body = "";
  for (let i = 0; i < args.length; i++) {
    if (i === args.length - 1) {
      body = $ToString(args[i]);
    } else {
      $Push(parameters, $ToString(args[i]));
    }
  }
  const F = $Call($$Evaluate, undefined, compartment, body, TASK_FUNCTION + kind, parameters);
  const proto = GetPrototypeFromConstructor(newTarget, fallbackProto);
  if (proto !== fallbackProto) $SetPrototypeOf(F, proto);
  return F;
}

/** What a compartment's own Function does: this is the compartment. */
function CreateDynamicFunction(...args) {
  return DynamicFunction(this, 0, args, new.target, $$FunctionPrototype);
}

/**
 * What the constructors that syntax reaches do: they throw, but in stage 1, where they evaluate in the first compartment.
 */
function StageOneFunction(kind, args, newTarget, fallbackProto) {
  const compartment = $Slot($$StageOne, 0);
  if (compartment === undefined) $ThrowTypeError("Code cannot be made from strings by this constructor");
  return DynamicFunction(compartment, kind, args, newTarget, fallbackProto);
}

/** Throws, in the endo preset, the TypeError of what would be ambient authority. */
function RefuseInSecureMode(what) {
  if ($Slot($$StageOne, 1) === true) $ThrowTypeError("secure mode: " + what + " throws");
}

/** Math.random, where there is one. */
function Math_random() {
  RefuseInSecureMode("Math.random()");
  return NaN;
}
