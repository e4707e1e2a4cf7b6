// Async functions and async generators (ECMA-262 27.6, 27.7). The driver suspends and resumes frames; what resumes them, and when,
// is here. A coroutine has its promise (async function) or its queue (async generator) in slot 2 and its state in slot 1:
// 0 before the start, 1 at a yield, 2 running, 3 done, 4 awaiting.

/** ECMA-262 27.7.5.3 Await(value), up to the suspension: the coroutine itself is the reaction. */
function AwaitPrepare(value, coroutine) {
  $AddReaction(PromiseResolve($$Promise, value), coroutine);
}

/** The end of an async function (27.7.5.2 AsyncBlockStart step 2.h): its promise goes to the first caller. */
function AsyncReturn(coroutine, value) {
  const promise = $Slot(coroutine, 2);
  ResolvePromise(promise, value);
  return promise;
}

/** The end of an async function by an exception. */
function AsyncThrow(coroutine, error) {
  const promise = $Slot(coroutine, 2);
  $RejectPromise(promise, error);
  return promise;
}

// Async generators. Slot 2 is an internal object: 0 the queue, a library array of mode (0 next, 1 throw, 2 return), value, promise
// in threes; 1 where its first request is; 2 true while the queue is drained (state draining-queue of ECMA-262 27.6.3).

/** The queue object of a generator. */
function AsyncGeneratorQueue(generator) {
  let queue = $Slot(generator, 2);
  if (queue === undefined) {
    queue = $NewInternal(null, 3);
    $SetSlot(queue, 0, []);
    $SetSlot(queue, 1, 0);
    $SetSlot(queue, 2, false);
    $SetSlot(generator, 2, queue);
  }
  return queue;
}

/** ECMA-262 27.6.3.4 AsyncGeneratorEnqueue(generator, completion, promiseCapability). */
function AsyncGeneratorEnqueue(queue, mode, value, promise) {
  const list = $Slot(queue, 0);
  $Push(list, mode);
  $Push(list, value);
  $Push(list, promise);
}

/** Whether there is no request. */
function AsyncGeneratorIdle(queue) {
  return $Slot(queue, 1) === $Slot(queue, 0).length;
}

/** ECMA-262 27.6.3.5 AsyncGeneratorCompleteStep(generator, completion, done). */
function AsyncGeneratorCompleteStep(queue, value, failed, done) {
  let list = $Slot(queue, 0), at = $Slot(queue, 1);
  const promise = list[at + 2];
  list[at] = list[at + 1] = list[at + 2] = undefined;
  at += 3;
  if (at === list.length) {
    $SetSlot(queue, 0, []);
    at = 0;
  } else if (at >= 96 && at * 2 > list.length) {
    const rest = [];
    for (; at < list.length; at++) $Push(rest, list[at]);
    $SetSlot(queue, 0, rest);
    at = 0;
  }
  $SetSlot(queue, 1, at);
  if (failed) $RejectPromise(promise, value);
  else ResolvePromise(promise, CreateIterResult(value, done));
}

/** ECMA-262 27.6.3.6 AsyncGeneratorResume, and what follows when the generator stops again. */
function AsyncGeneratorContinue(generator, value, mode) {
  const queue = $Slot(generator, 2);
  for (;;) {
    let v, done;
    try {
      v = $GenResume(generator, value, mode);
      done = $Done();
    } catch (e) {
      // The body's own exception; or there was no stack left for its frame, and it is given up.
      FinishGenerator(generator);
      AsyncGeneratorFinish(queue, e, true);
      return;
    }
    if (done === undefined) return; // awaiting
    if (done) {
      AsyncGeneratorFinish(queue, v, false);
      return;
    }
    // 27.6.3.8 AsyncGeneratorYield: if there is another request, the generator goes on at once.
    AsyncGeneratorCompleteStep(queue, v, false, false);
    if (AsyncGeneratorIdle(queue)) return;
    const list = $Slot(queue, 0), at = $Slot(queue, 1);
    mode = list[at];
    value = list[at + 1];
  }
}

/** ECMA-262 27.6.3.2 AsyncGeneratorStart, steps 4.g to 4.k: the body has ended. */
function AsyncGeneratorFinish(queue, value, failed) {
  $SetSlot(queue, 2, true);
  AsyncGeneratorCompleteStep(queue, value, failed, true);
  AsyncGeneratorDrainQueue(queue);
}

/** ECMA-262 27.6.3.9 AsyncGeneratorAwaitReturn(generator): false when it has failed, so that draining goes on. */
function AsyncGeneratorAwaitReturn(queue) {
  let promise;
  try {
    promise = PromiseResolve($$Promise, $Slot(queue, 0)[$Slot(queue, 1) + 1]);
  } catch (e) {
    AsyncGeneratorCompleteStep(queue, e, true, true);
    return false;
  }
  PerformPromiseThen(promise, (value) => {
    AsyncGeneratorCompleteStep(queue, value, false, true);
    AsyncGeneratorDrainQueue(queue);
  }, (reason) => {
    AsyncGeneratorCompleteStep(queue, reason, true, true);
    AsyncGeneratorDrainQueue(queue);
  }, undefined, undefined, undefined);
  return true;
}

/** ECMA-262 27.6.3.10 AsyncGeneratorDrainQueue(generator). */
function AsyncGeneratorDrainQueue(queue) {
  while (!AsyncGeneratorIdle(queue)) {
    const list = $Slot(queue, 0), at = $Slot(queue, 1);
    if (list[at] === 2) {
      if (AsyncGeneratorAwaitReturn(queue)) return;
    } else if (list[at] === 1) {
      AsyncGeneratorCompleteStep(queue, list[at + 1], true, true);
    } else {
      AsyncGeneratorCompleteStep(queue, undefined, false, true);
    }
  }
  $SetSlot(queue, 2, false);
}

/** The promise that rejects a method's wrong this value. */
function RejectIncompatible(promise, method, value) {
  try {
    ThrowIncompatible(method, value);
  } catch (e) {
    $RejectPromise(promise, e);
  }
  return promise;
}

/** Makes a generator that does not run done. */
function FinishGenerator(generator) {
  $SetSlot(generator, 0, undefined);
  $SetSlot(generator, 1, 3);
}

/** ECMA-262 27.6.1.2 %AsyncGeneratorPrototype%.next(value). */
function AsyncGeneratorPrototype_next(value) {
  const generator = this;
  const promise = $NewPromise();
  if (!$Is(generator, $KAsyncGen)) return RejectIncompatible(promise, "[AsyncGenerator].prototype.next", generator);
  const queue = AsyncGeneratorQueue(generator);
  const state = $Slot(generator, 1);
  if (state === 3 && !$Slot(queue, 2)) {
    ResolvePromise(promise, CreateIterResult(undefined, true));
    return promise;
  }
  AsyncGeneratorEnqueue(queue, 0, value, promise);
  if (state <= 1) AsyncGeneratorContinue(generator, value, 0);
  return promise;
}

/** ECMA-262 27.6.1.3 %AsyncGeneratorPrototype%.return(value). */
function AsyncGeneratorPrototype_return(value) {
  const generator = this;
  const promise = $NewPromise();
  if (!$Is(generator, $KAsyncGen)) return RejectIncompatible(promise, "[AsyncGenerator].prototype.return", generator);
  const queue = AsyncGeneratorQueue(generator);
  const state = $Slot(generator, 1);
  AsyncGeneratorEnqueue(queue, 2, value, promise);
  if (state === 1) {
    AsyncGeneratorContinue(generator, value, 2);
  } else if (state === 0 || state === 3 && !$Slot(queue, 2)) {
    FinishGenerator(generator);
    $SetSlot(queue, 2, true);
    AsyncGeneratorDrainQueue(queue);
  }
  return promise;
}

/** ECMA-262 27.6.1.4 %AsyncGeneratorPrototype%.throw(exception). */
function AsyncGeneratorPrototype_throw(exception) {
  const generator = this;
  const promise = $NewPromise();
  if (!$Is(generator, $KAsyncGen)) return RejectIncompatible(promise, "[AsyncGenerator].prototype.throw", generator);
  const queue = AsyncGeneratorQueue(generator);
  const state = $Slot(generator, 1);
  if (state === 0) FinishGenerator(generator);
  if (state === 0 || state === 3 && !$Slot(queue, 2)) {
    $RejectPromise(promise, exception);
    return promise;
  }
  AsyncGeneratorEnqueue(queue, 1, exception, promise);
  if (state === 1) AsyncGeneratorContinue(generator, exception, 1);
  return promise;
}
