// The iteration protocol (ECMA-262 7.4): what the driver calls for for-of, destructuring, spread and for-await.

/** ECMA-262 7.4.3 GetIterator(obj, sync): a library array of the iterator and its next method. */
function IteratorRecord(obj) {
  if (obj === undefined || obj === null) ThrowNotIterable(obj);
  const method = GetMethod(obj, $$SymIterator);
  if (method === undefined) ThrowNotIterable(obj);
  const iterator = GetIteratorFromMethod(obj, method);
  return [iterator, iterator.next];
}

function ThrowNotIterable(obj) {
  $ThrowTypeError($Display(obj) + " is not iterable");
}

/** ECMA-262 7.4.3 GetIterator(obj, async). */
function AsyncIteratorRecord(obj) {
  if (obj === undefined || obj === null) ThrowNotAsyncIterable(obj);
  const method = GetMethod(obj, $$SymAsyncIterator);
  if (method === undefined) {
    const syncMethod = GetMethod(obj, $$SymIterator);
    if (syncMethod === undefined) ThrowNotAsyncIterable(obj);
    const syncIterator = GetIteratorFromMethod(obj, syncMethod);
    return CreateAsyncFromSyncIterator(syncIterator, syncIterator.next);
  }
  const iterator = $Call(method, obj);
  if (!$IsObject(iterator)) $ThrowTypeError("Result of the Symbol.asyncIterator method is not an object");
  return [iterator, iterator.next];
}

function ThrowNotAsyncIterable(obj) {
  $ThrowTypeError($Display(obj) + " is not async iterable");
}

/** ECMA-262 7.4.10 IteratorStepValue: the next value, or the empty value at the end. */
function IteratorStep(iterator, next) {
  const result = IteratorStepResult(next, iterator);
  if (result.done) return $Empty();
  return result.value;
}

/** ECMA-262 7.4.11 IteratorClose after a normal completion. */
function IteratorClose(iterator) {
  IteratorCloseNormal(iterator);
}

/** ECMA-262 7.4.11 IteratorClose after a throw completion. */
function IteratorCloseSilent(iterator) {
  IteratorCloseQuiet(iterator);
}

/** Appends what iterating gives to a library array or array literal. */
function ArraySpread(array, iterable) {
  for (const value of iterable) $Push(array, value);
}

/** ECMA-262 7.4.14 CreateIteratorResultObject(value, done). */
function CreateIterResult(value, done) {
  return { value, done };
}

/** %Iterator.prototype%[@@iterator] as %AsyncIterator.prototype% has it (ECMA-262 27.1.5.1). */
function AsyncIteratorPrototype_sym_asyncIterator() {
  return this;
}

// AsyncFromSyncIterator objects (ECMA-262 27.1.6): never seen by user code. Slots: 0 the iterator, 1 its next method.

/** ECMA-262 27.1.6.1 CreateAsyncFromSyncIterator(syncIteratorRecord): a library array like AsyncIteratorRecord's. */
function CreateAsyncFromSyncIterator(syncIterator, next) {
  const asyncIterator = $NewInternal($$AsyncFromSyncIteratorPrototype, 1);
  $SetSlot(asyncIterator, 0, syncIterator);
  $SetSlot(asyncIterator, 1, next);
  return [asyncIterator, $$AsyncFromSyncIteratorPrototype_next];
}

/** ECMA-262 27.1.6.2.1 %AsyncFromSyncIteratorPrototype%.next(value). */
function AsyncFromSyncIteratorPrototype_next(value) {
  const syncIterator = $Slot(this, 0);
  const promise = $NewPromise();
  let result;
  try {
    result = $ArgCount() === 0 ? $Call($Slot(this, 1), syncIterator) : $Call($Slot(this, 1), syncIterator, value);
    if (!$IsObject(result)) $ThrowTypeError("Iterator result " + $Display(result) + " is not an object");
  } catch (e) {
    $RejectPromise(promise, e);
    return promise;
  }
  return AsyncFromSyncIteratorContinuation(result, promise, syncIterator, true);
}

/** ECMA-262 27.1.6.2.2 %AsyncFromSyncIteratorPrototype%.return(value). */
function AsyncFromSyncIteratorPrototype_return(value) {
  const syncIterator = $Slot(this, 0);
  const promise = $NewPromise();
  let result;
  try {
    const method = GetMethod(syncIterator, "return");
    if (method === undefined) {
      ResolvePromise(promise, CreateIterResult(value, true));
      return promise;
    }
    result = $ArgCount() === 0 ? $Call(method, syncIterator) : $Call(method, syncIterator, value);
    if (!$IsObject(result)) $ThrowTypeError("Iterator result " + $Display(result) + " is not an object");
  } catch (e) {
    $RejectPromise(promise, e);
    return promise;
  }
  return AsyncFromSyncIteratorContinuation(result, promise, syncIterator, false);
}

/** ECMA-262 27.1.6.2.3 %AsyncFromSyncIteratorPrototype%.throw(value). */
function AsyncFromSyncIteratorPrototype_throw(value) {
  const syncIterator = $Slot(this, 0);
  const promise = $NewPromise();
  let result;
  try {
    const method = GetMethod(syncIterator, "throw");
    if (method === undefined) {
      // The iterator violates the protocol: it is closed, so that it can clean up.
      IteratorCloseNormal(syncIterator);
      $ThrowTypeError("The iterator does not provide a 'throw' method");
    }
    result = $ArgCount() === 0 ? $Call(method, syncIterator) : $Call(method, syncIterator, value);
    if (!$IsObject(result)) $ThrowTypeError("Iterator result " + $Display(result) + " is not an object");
  } catch (e) {
    $RejectPromise(promise, e);
    return promise;
  }
  return AsyncFromSyncIteratorContinuation(result, promise, syncIterator, true);
}

/** ECMA-262 27.1.6.4 AsyncFromSyncIteratorContinuation(result, promiseCapability, syncIteratorRecord, closeOnRejection). */
function AsyncFromSyncIteratorContinuation(result, promise, syncIterator, closeOnRejection) {
  let done = true, valueWrapper;
  try {
    done = !!result.done;
    const value = result.value;
    try {
      valueWrapper = PromiseResolve($$Promise, value);
    } catch (e) {
      if (!done && closeOnRejection) IteratorCloseQuiet(syncIterator);
      throw e;
    }
  } catch (e) {
    $RejectPromise(promise, e);
    return promise;
  }
  const onFulfilled = (v) => CreateIterResult(v, done);
  const onRejected = done || !closeOnRejection ? undefined : (error) => {
    const caught = $Caught(error);
    IteratorCloseQuiet(syncIterator);
    $Rethrow(caught);
  };
  PerformPromiseThen(valueWrapper, onFulfilled, onRejected, promise, undefined, undefined);
  return promise;
}
