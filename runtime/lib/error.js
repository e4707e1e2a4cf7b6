// Error objects (ECMA-262 20.5). Internal slot 0 holds the call stack, which confined code cannot see.

/** A new error of the intrinsics with a message, for library code that does not throw it. */
function NewErrorObject(proto, message) {
  const O = $NewObject(proto, $KError);
  $DefineOwn(O, "message", message, 5);
  $CaptureStack(O);
  return O;
}

/** ECMA-262 20.5.1.1 steps 1 to 5, 20.5.6.1.1 likewise; newTarget is the active function if there is no new.target. */
function ErrorCreate(newTarget, proto, message, options) {
  const O = OrdinaryCreateFromConstructor(newTarget, proto, $KError);
  if (message !== undefined) $DefineOwn(O, "message", $ToString(message), 5);
  InstallErrorCause(O, options);
  $CaptureStack(O);
  return O;
}

/** ECMA-262 20.5.8.1 InstallErrorCause(O, options). */
function InstallErrorCause(O, options) {
  if ($IsObject(options) && "cause" in options) $DefineOwn(O, "cause", options.cause, 5);
}

/** ECMA-262 20.5.1.1 Error(message, options). */
function Error(message, options) {
  "use constructor";
  return ErrorCreate(new.target === undefined ? $$Error : new.target, $$ErrorPrototype, message, options);
}

/** ECMA-262 20.5.6.1 NativeError constructors. */
function EvalError(message, options) {
  "use constructor";
  return ErrorCreate(new.target === undefined ? $$EvalError : new.target, $$EvalErrorPrototype, message, options);
}
function RangeError(message, options) {
  "use constructor";
  return ErrorCreate(new.target === undefined ? $$RangeError : new.target, $$RangeErrorPrototype, message, options);
}
function ReferenceError(message, options) {
  "use constructor";
  return ErrorCreate(new.target === undefined ? $$ReferenceError : new.target, $$ReferenceErrorPrototype, message, options);
}
function SyntaxError(message, options) {
  "use constructor";
  return ErrorCreate(new.target === undefined ? $$SyntaxError : new.target, $$SyntaxErrorPrototype, message, options);
}
function TypeError(message, options) {
  "use constructor";
  return ErrorCreate(new.target === undefined ? $$TypeError : new.target, $$TypeErrorPrototype, message, options);
}
function URIError(message, options) {
  "use constructor";
  return ErrorCreate(new.target === undefined ? $$URIError : new.target, $$URIErrorPrototype, message, options);
}

/** ECMA-262 20.5.7.1.1 AggregateError(errors, message, options). */
function AggregateError(errors, message, options) {
  "use constructor";
  const O = ErrorCreate(new.target === undefined ? $$AggregateError : new.target, $$AggregateErrorPrototype, message, options);
  const errorsList = [];
  for (const error of errors) $Push(errorsList, error);
  $DefineOwn(O, "errors", errorsList, 5);
  return O;
}

/** ECMA-262 20.5.3.4 Error.prototype.toString(). */
function ErrorPrototype_toString() {
  const O = this;
  if (!$IsObject(O)) ThrowIncompatible("Error.prototype.toString", O);
  let name = O.name;
  name = name === undefined ? "Error" : $ToString(name);
  let msg = O.message;
  msg = msg === undefined ? "" : $ToString(msg);
  if (name === "") return msg;
  if (msg === "") return name;
  return name + ": " + msg;
}
