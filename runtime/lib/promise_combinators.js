// Promise.all, allSettled, any and race (ECMA-262 27.2.4.1 to 27.2.4.5). They differ in what an element's functions do.

/** ECMA-262 27.2.4.1.1 GetPromiseResolve(promiseConstructor). */
function GetPromiseResolve(C) {
  const promiseResolve = C.resolve;
  if (!$IsCallable(promiseResolve)) $ThrowTypeError("Promise resolve or reject function is not callable");
  return promiseResolve;
}

/**
 * Promise.all, allSettled and any (ECMA-262 27.2.4.1 to 27.2.4.3): subscribe(promise, capability, take) calls then of the promise of
 * every value of iterable. The first call of its take(x) puts x in the promise's place of values. When all places are taken, take
 * calls settle(capability, values), or the loop finish(capability, values). Errors of the loop reject the capability
 * (IfAbruptRejectPromise); the iterator is closed where it was not itself at fault.
 */
function CollectOutcomes(C, iterable, subscribe, settle, finish) {
  const capability = NewPromiseCapability(C);
  const values = [];
  let remaining = 1;
  try {
    const promiseResolve = GetPromiseResolve(C);
    let length = 0;
    for (const next of iterable) {
      const promise = $Call(promiseResolve, C, next);
      const index = length++;
      let alreadyCalled = false;
      $Push(values, undefined);
      remaining++;
      // An element of an array has no name, as the specification's anonymous functions have none.
      subscribe(promise, capability, [(x) => {
        if (alreadyCalled) return undefined;
        alreadyCalled = true;
        values[index] = x;
        return --remaining === 0 ? settle(capability, values) : undefined;
      }][0]);
    }
    if (--remaining === 0) finish(capability, values);
  } catch (e) {
    $Call(capability.reject, undefined, e);
  }
  return capability.promise;
}

/** Fulfils the promise of Promise.all or allSettled. */
function FulfilWithValues(capability, values) {
  return $Call(capability.resolve, undefined, values);
}

/** ECMA-262 27.2.4.1 Promise.all(iterable). */
function Promise_all(iterable) {
  return CollectOutcomes(this, iterable, (promise, capability, take) => {
    $Call(promise.then, promise, take, capability.reject);
  }, FulfilWithValues, FulfilWithValues);
}

/** ECMA-262 27.2.4.2 Promise.allSettled(iterable). */
function Promise_allSettled(iterable) {
  return CollectOutcomes(this, iterable, (promise, capability, take) => {
    const functions = [(x) => take({ status: "fulfilled", value: x }), (x) => take({ status: "rejected", reason: x })];
    $Call(promise.then, promise, functions[0], functions[1]);
  }, FulfilWithValues, FulfilWithValues);
}

/** ECMA-262 27.2.4.3 Promise.any(iterable). */
function Promise_any(iterable) {
  return CollectOutcomes(this, iterable, (promise, capability, take) => {
    $Call(promise.then, promise, capability.resolve, take);
  }, (capability, errors) => $Call(capability.reject, undefined, AllRejectedError(errors)), (capability, errors) => {
    throw AllRejectedError(errors);
  });
}

/** The AggregateError of Promise.any. */
function AllRejectedError(errors) {
  const error = NewErrorObject($$AggregateErrorPrototype, "All promises were rejected");
  $DefineOwn(error, "errors", errors, 5);
  return error;
}

/** ECMA-262 27.2.4.5 Promise.race(iterable). */
function Promise_race(iterable) {
  const C = this;
  const capability = NewPromiseCapability(C);
  try {
    const promiseResolve = GetPromiseResolve(C);
    for (const next of iterable) {
      const promise = $Call(promiseResolve, C, next);
      $Call(promise.then, promise, capability.resolve, capability.reject);
    }
  } catch (e) {
    $Call(capability.reject, undefined, e);
  }
  return capability.promise;
}
