// Promise objects (ECMA-262 27.2). Slots of a promise: 0 state (0 pending, 1 fulfilled, 2 rejected), 1 result, 2 reactions
// (a library array while pending, or undefined; when rejected the origin of the reason), 3 whether it is handled.
//
// A reaction is a coroutine that awaits the promise, or an internal object with the slots: 0 onFulfilled, 1 onRejected (functions or
// undefined), 2 the derived promise if it is made by the library, else undefined, 3 the capability's resolve and 4 reject.
//
// Jobs (ECMA-262 9.5) are in a queue that belongs to the machine: $EnqueueJob(kind, a, b, c). Kinds: 0 a fulfilled and 1 a
// rejected reaction a with argument b (and its origin, which $NextJob makes that of the exception on its way); 2 the thenable b, with its then method c, resolves promise a; 3 a call of function a with b.

/** ECMA-262 27.2.1.6 IsPromise(x). */
function IsPromise(x) {
  return $Is(x, $KPromise);
}

/** A promise capability as user code's classes need it; promises of %Promise% itself are settled directly. */
function NewPromiseCapability(C) {
  if (C === $$Promise) {
    const promise = $NewPromise();
    const functions = CreateResolvingFunctions(promise);
    return { __proto__: null, promise, resolve: functions[0], reject: functions[1] };
  }
  if (!$IsConstructor(C)) $ThrowTypeError($Display(C) + " is not a constructor");
  let resolve, reject;
  const executor = [(resolveArg, rejectArg) => {
    if (resolve !== undefined || reject !== undefined) $ThrowTypeError("Promise executor has already been invoked with non-undefined arguments");
    resolve = resolveArg;
    reject = rejectArg;
    return undefined;
  }][0];
  const promise = $Construct(C, [executor]);
  if (!$IsCallable(resolve) || !$IsCallable(reject)) $ThrowTypeError("Promise resolve or reject function is not callable");
  return { __proto__: null, promise, resolve, reject };
}

/** ECMA-262 27.2.1.3 CreateResolvingFunctions(promise): a library array, so that the functions have no names. */
function CreateResolvingFunctions(promise) {
  let alreadyResolved = false;
  return [(resolution) => {
    if (alreadyResolved) return undefined;
    alreadyResolved = true;
    ResolvePromise(promise, resolution);
    return undefined;
  }, (reason) => {
    if (alreadyResolved) return undefined;
    alreadyResolved = true;
    $RejectPromise(promise, reason);
    return undefined;
  }];
}

/** ECMA-262 27.2.1.3.2 Promise Resolve Functions, steps 7 to 16. */
function ResolvePromise(promise, resolution) {
  if (!$IsObject(resolution)) {
    $FulfillPromise(promise, resolution);
    return;
  }
  let then;
  try {
    if (resolution === promise) $ThrowTypeError("Chaining cycle detected for promise #<Promise>");
    then = resolution.then;
  } catch (e) {
    $RejectPromise(promise, e);
    return;
  }
  if ($IsCallable(then)) $EnqueueJob(2, promise, resolution, then);
  else $FulfillPromise(promise, resolution);
}

/**
 * ECMA-262 27.2.5.4.1 PerformPromiseThen. The derived promise is derived, if it is the library's own, or that of resolve and
 * reject, or none.
 */
function PerformPromiseThen(promise, onFulfilled, onRejected, derived, resolve, reject) {
  const reaction = $NewInternal(null, 2);
  if ($IsCallable(onFulfilled)) $SetSlot(reaction, 0, onFulfilled);
  if ($IsCallable(onRejected)) $SetSlot(reaction, 1, onRejected);
  $SetSlot(reaction, 2, derived);
  $SetSlot(reaction, 3, resolve);
  $SetSlot(reaction, 4, reject);
  $AddReaction(promise, reaction);
}

/** ECMA-262 27.2.4.7.1 PromiseResolve(C, x). */
function PromiseResolve(C, x) {
  if (IsPromise(x) && x.constructor === C) return x;
  if (C === $$Promise) {
    const promise = $NewPromise();
    ResolvePromise(promise, x);
    return promise;
  }
  const capability = NewPromiseCapability(C);
  $Call(capability.resolve, undefined, x);
  return capability.promise;
}

/** ECMA-262 27.2.2.1 NewPromiseReactionJob(reaction, argument). */
function PromiseReactionJob(reaction, kind, argument) {
  if ($Is(reaction, $KAsyncGen)) {
    AsyncGeneratorContinue(reaction, argument, kind);
    return;
  }
  const handler = kind === 0 ? $Slot(reaction, 0) : $Slot(reaction, 1);
  const derived = $Slot(reaction, 2);
  let rejected = kind === 1;
  if (handler !== undefined) {
    try {
      argument = $Call(handler, undefined, argument);
      rejected = false;
    } catch (e) {
      argument = e;
      rejected = true;
    }
  }
  if (derived !== undefined) {
    if (rejected) $RejectPromise(derived, argument);
    else ResolvePromise(derived, argument);
    return;
  }
  const settle = rejected ? $Slot(reaction, 4) : $Slot(reaction, 3);
  if (settle !== undefined) $Call(settle, undefined, argument);
}

/** ECMA-262 27.2.2.2 NewPromiseResolveThenableJob(promiseToResolve, thenable, then). */
function PromiseResolveThenableJob(promise, thenable, then) {
  const functions = CreateResolvingFunctions(promise);
  try {
    $Call(then, thenable, functions[0], functions[1]);
  } catch (e) {
    $Call(functions[1], undefined, e);
  }
}

/**
 * Runs jobs until the queue is empty, and returns a library array of the promises that were rejected since it was called last and
 * have nobody who handles that. If a job throws (only a host's can), so does this; the next call goes on with the rest.
 */
function RunJobs() {
  for (;;) {
    const kind = $NextJob();
    if (kind === undefined) return $TakeRejections();
    const a = $JobValue(0), b = $JobValue(1);
    if (kind <= 1) {
      // What awaits, first: it is the most frequent.
      if ($Is(a, $KGenerator)) $GenResume(a, b, kind);
      else PromiseReactionJob(a, kind, b);
    } else if (kind === 2) {
      PromiseResolveThenableJob(a, b, $JobValue(2));
    } else {
      $Call(a, undefined, b);
    }
  }
}

/** ECMA-262 27.2.3.1 Promise(executor). */
function Promise(executor) {
  "use constructor";
  if (new.target === undefined) $ThrowTypeError("Promise constructor cannot be invoked without 'new'");
  if (!$IsCallable(executor)) $ThrowTypeError("Promise resolver " + $Display(executor) + " is not a function");
  const promise = OrdinaryCreateFromConstructor(new.target, $$PromisePrototype, $KPromise);
  $SetSlot(promise, 0, 0);
  $SetSlot(promise, 3, false);
  const functions = CreateResolvingFunctions(promise);
  try {
    $Call(executor, undefined, functions[0], functions[1]);
  } catch (e) {
    $Call(functions[1], undefined, e);
  }
  return promise;
}

/** ECMA-262 27.2.4.9 get Promise[@@species]. */
function get_Promise_sym_species() {
  return this;
}

/** ECMA-262 27.2.4.6 Promise.reject(r). */
function Promise_reject(r) {
  const C = this;
  if (!$IsObject(C)) $ThrowTypeError("PromiseReject called on non-object");
  const capability = NewPromiseCapability(C);
  $Call(capability.reject, undefined, r);
  return capability.promise;
}

/** ECMA-262 27.2.4.7 Promise.resolve(x). */
function Promise_resolve(x) {
  if (!$IsObject(this)) $ThrowTypeError("PromiseResolve called on non-object");
  return PromiseResolve(this, x);
}

/** ECMA-262 27.2.4.8 Promise.try(callback, ...args). */
function Promise_try(callback, ...args) {
  const C = this;
  if (!$IsObject(C)) $ThrowTypeError("Promise.try called on non-object");
  const capability = NewPromiseCapability(C);
  let result, failed = false;
  try {
    result = $Call(callback, undefined, ...args);
  } catch (e) {
    failed = true;
    result = e;
  }
  $Call(failed ? capability.reject : capability.resolve, undefined, result);
  return capability.promise;
}

/** ECMA-262 27.2.4.10 Promise.withResolvers(). */
function Promise_withResolvers() {
  const capability = NewPromiseCapability(this);
  const obj = {};
  $CreateDataProperty(obj, "promise", capability.promise);
  $CreateDataProperty(obj, "resolve", capability.resolve);
  $CreateDataProperty(obj, "reject", capability.reject);
  return obj;
}

/** ECMA-262 27.2.5.1 Promise.prototype.catch(onRejected). */
function PromisePrototype_catch(onRejected) {
  const promise = this;
  return $Call(promise.then, promise, undefined, onRejected);
}

/** ECMA-262 27.2.5.3 Promise.prototype.finally(onFinally). */
function PromisePrototype_finally(onFinally) {
  const promise = this;
  if (!$IsObject(promise)) $ThrowTypeError("Promise.prototype.finally called on a non-object");
  const C = SpeciesConstructor(promise, $$Promise);
  if (!$IsCallable(onFinally)) return $Call(promise.then, promise, onFinally, onFinally);
  const functions = [(value) => {
    const result = $Call(onFinally, undefined);
    const p = PromiseResolve(C, result);
    return $Call(p.then, p, [() => value][0]);
  }, (reason) => {
    const caught = $Caught(reason);
    const result = $Call(onFinally, undefined);
    const p = PromiseResolve(C, result);
    return $Call(p.then, p, [() => $Rethrow(caught)][0]);
  }];
  return $Call(promise.then, promise, functions[0], functions[1]);
}

/** ECMA-262 27.2.5.4 Promise.prototype.then(onFulfilled, onRejected). */
function PromisePrototype_then(onFulfilled, onRejected) {
  const promise = this;
  if (!IsPromise(promise)) ThrowIncompatible("Promise.prototype.then", promise);
  const C = SpeciesConstructor(promise, $$Promise);
  if (C === $$Promise) {
    const derived = $NewPromise();
    PerformPromiseThen(promise, onFulfilled, onRejected, derived, undefined, undefined);
    return derived;
  }
  const capability = NewPromiseCapability(C);
  PerformPromiseThen(promise, onFulfilled, onRejected, undefined, capability.resolve, capability.reject);
  return capability.promise;
}
