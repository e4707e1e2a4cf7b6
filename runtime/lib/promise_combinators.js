// Promise.all, allSettled, any and race (ECMA-262 27.2.4.1 to 27.2.4.5). They differ in what an element's functions do.

/** ECMA-262 27.2.4.1.1 GetPromiseResolve(promiseConstructor). */
function GetPromiseResolve(C) {
  const promiseResolve = C.resolve;
  if (!$IsCallable(promiseResolve)) $ThrowTypeError("Promise resolve or reject function is not callable");
  return promiseResolve;
}

/**
 * Calls add(promise, index) for the promise of every value of iterable, then finish(). Errors of iteration and of add reject
 * the capability (IfAbruptRejectPromise); the iterator is closed where it was not itself at fault.
 */
function ForEachPromise(C, iterable, capability, add, finish) {
  try {
    const promiseResolve = GetPromiseResolve(C);
    let index = 0;
    for (const next of iterable) {
      add($Call(promiseResolve, C, next), index++);
    }
    finish(index);
  } catch (e) {
    $Call(capability.reject, undefined, e);
  }
  return capability.promise;
}

/** ECMA-262 27.2.4.1 Promise.all(iterable). */
function Promise_all(iterable) {
  const C = this;
  const capability = NewPromiseCapability(C);
  const values = [];
  let remaining = 1;
  return ForEachPromise(C, iterable, capability, (promise, index) => {
    $Push(values, undefined);
    let alreadyCalled = false;
    remaining++;
    const onFulfilled = [(x) => {
      if (alreadyCalled) return undefined;
      alreadyCalled = true;
      values[index] = x;
      if (--remaining === 0) return $Call(capability.resolve, undefined, values);
      return undefined;
    }][0];
    $Call(promise.then, promise, onFulfilled, capability.reject);
  }, () => {
    if (--remaining === 0) $Call(capability.resolve, undefined, values);
  });
}

/** ECMA-262 27.2.4.2 Promise.allSettled(iterable). */
function Promise_allSettled(iterable) {
  const C = this;
  const capability = NewPromiseCapability(C);
  const values = [];
  let remaining = 1;
  return ForEachPromise(C, iterable, capability, (promise, index) => {
    $Push(values, undefined);
    let alreadyCalled = false;
    remaining++;
    const functions = [(x) => {
      if (alreadyCalled) return undefined;
      alreadyCalled = true;
      const obj = {};
      $CreateDataProperty(obj, "status", "fulfilled");
      $CreateDataProperty(obj, "value", x);
      values[index] = obj;
      if (--remaining === 0) return $Call(capability.resolve, undefined, values);
      return undefined;
    }, (x) => {
      if (alreadyCalled) return undefined;
      alreadyCalled = true;
      const obj = {};
      $CreateDataProperty(obj, "status", "rejected");
      $CreateDataProperty(obj, "reason", x);
      values[index] = obj;
      if (--remaining === 0) return $Call(capability.resolve, undefined, values);
      return undefined;
    }];
    $Call(promise.then, promise, functions[0], functions[1]);
  }, () => {
    if (--remaining === 0) $Call(capability.resolve, undefined, values);
  });
}

/** ECMA-262 27.2.4.3 Promise.any(iterable). */
function Promise_any(iterable) {
  const C = this;
  const capability = NewPromiseCapability(C);
  const errors = [];
  let remaining = 1;
  return ForEachPromise(C, iterable, capability, (promise, index) => {
    $Push(errors, undefined);
    let alreadyCalled = false;
    remaining++;
    const onRejected = [(x) => {
      if (alreadyCalled) return undefined;
      alreadyCalled = true;
      errors[index] = x;
      if (--remaining === 0) return $Call(capability.reject, undefined, AllRejectedError(errors));
      return undefined;
    }][0];
    $Call(promise.then, promise, capability.resolve, onRejected);
  }, () => {
    if (--remaining === 0) throw AllRejectedError(errors);
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
  return ForEachPromise(C, iterable, capability, (promise) => {
    $Call(promise.then, promise, capability.resolve, capability.reject);
  }, () => undefined);
}
