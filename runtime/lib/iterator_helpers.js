// Iterator, its helpers and Iterator.from (ECMA-262 27.1.2 to 27.1.4).
//
// A helper is an internal object of brand 4: 0 underlying iterator, 1 its next method, 2 state, 3 the function (or what the step
// function needs), 4 counter or what remains, 5 the step function: step(helper) gives the next value or the empty value at the end.
// States: 0 suspended-start, 1 suspended-yield, 2 executing, 3 completed.

/** ECMA-262 27.1.3.1.1 Iterator(). */
function Iterator() {
  "use constructor";
  if (new.target === undefined) $ThrowTypeError("Constructor Iterator requires 'new'");
  if (new.target === $$Iterator) $ThrowTypeError("Abstract class Iterator not directly constructable");
  return OrdinaryCreateFromConstructor(new.target, $$IteratorPrototype, $KObject);
}

/** ECMA-262 7.4.5 GetIteratorFlattenable(obj, primitiveHandling): the iterator object; its next method is read by the caller. */
function GetIteratorFlattenable(obj, strings) {
  if (!$IsObject(obj) && !(strings && typeof obj === "string")) $ThrowTypeError($Display(obj) + " is not an object");
  const method = GetMethod(obj, $$SymIterator);
  const iterator = method === undefined ? obj : $Call(method, obj);
  if (!$IsObject(iterator)) $ThrowTypeError($Display(iterator) + " is not an object");
  return iterator;
}

/** ECMA-262 27.1.3.2.1 Iterator.from(O). */
function Iterator_from(O) {
  const iterator = GetIteratorFlattenable(O, true);
  const next = iterator.next;
  if (OrdinaryHasInstance($$Iterator, iterator)) return iterator;
  const wrapper = $NewInternal($$WrapForValidIteratorPrototype, 5);
  $SetSlot(wrapper, 0, iterator);
  $SetSlot(wrapper, 1, next);
  return wrapper;
}

/** ECMA-262 27.1.3.2.1.1.1 %WrapForValidIteratorPrototype%.next(). */
function WrapForValidIteratorPrototype_next() {
  if (!$HasBrand(this, 5)) ThrowIncompatible("%WrapForValidIteratorPrototype%.next", this);
  return $Call($Slot(this, 1), $Slot(this, 0));
}

/** ECMA-262 27.1.3.2.1.1.2 %WrapForValidIteratorPrototype%.return(). */
function WrapForValidIteratorPrototype_return() {
  if (!$HasBrand(this, 5)) ThrowIncompatible("%WrapForValidIteratorPrototype%.return", this);
  const iterator = $Slot(this, 0);
  const returnMethod = GetMethod(iterator, "return");
  if (returnMethod === undefined) return CreateIterResult(undefined, true);
  return $Call(returnMethod, iterator);
}

/** ECMA-262 27.1.2.1.1 %IteratorHelperPrototype%.next(). */
function IteratorHelperPrototype_next() {
  const O = this;
  if (!$HasBrand(O, 4)) ThrowIncompatible("Iterator Helper.prototype.next", O);
  const state = $Slot(O, 2);
  if (state === 2) $ThrowTypeError("Generator is already running");
  if (state === 3) return CreateIterResult(undefined, true);
  $SetSlot(O, 2, 2);
  let value;
  try {
    value = $Call($Slot(O, 5), undefined, O);
  } catch (e) {
    $SetSlot(O, 2, 3);
    throw e;
  }
  if (value === $Empty()) {
    $SetSlot(O, 2, 3);
    return CreateIterResult(undefined, true);
  }
  $SetSlot(O, 2, 1);
  return CreateIterResult(value, false);
}

/** ECMA-262 27.1.2.1.2 %IteratorHelperPrototype%.return(). */
function IteratorHelperPrototype_return() {
  const O = this;
  if (!$HasBrand(O, 4)) ThrowIncompatible("Iterator Helper.prototype.return", O);
  const state = $Slot(O, 2);
  if (state === 2) $ThrowTypeError("Generator is already running");
  if (state === 3) return CreateIterResult(undefined, true);
  $SetSlot(O, 2, state === 0 ? 3 : 2);
  try {
    if (state === 1 && $Slot(O, 5) === FlatMapStep && $Slot(O, 3)[1] !== undefined) {
      try {
        IteratorCloseNormal($Slot(O, 3)[1]);
      } catch (e) {
        IteratorCloseQuiet($Slot(O, 0));
        throw e;
      }
    }
    IteratorCloseNormal($Slot(O, 0));
  } finally {
    $SetSlot(O, 2, 3);
  }
  return CreateIterResult(undefined, true);
}

/** ECMA-262 7.4.2 GetIteratorDirect(obj), for a new helper. */
function CreateIteratorHelper(iterator, fn, counter, step) {
  const helper = $NewInternal($$IteratorHelperPrototype, 4);
  $SetSlot(helper, 0, iterator);
  $SetSlot(helper, 1, iterator.next);
  $SetSlot(helper, 2, 0);
  $SetSlot(helper, 3, fn);
  $SetSlot(helper, 4, counter);
  $SetSlot(helper, 5, step);
  return helper;
}

/** The receiver of a method of Iterator.prototype. */
function ThisIterator(O, method) {
  if (!$IsObject(O)) $ThrowTypeError("Iterator.prototype." + method + " called on non-object");
}

/** A function argument that must be callable; else the iterator is closed and a TypeError thrown. */
function CheckIteratorCallback(O, fn) {
  if ($IsCallable(fn)) return;
  IteratorCloseQuiet(O);
  ThrowNotCallable(fn);
}

/** Calls a helper's function with a value and the counter; errors close the underlying iterator (IfAbruptCloseIterator). */
function CallOnValue(helper, value) {
  const counter = $Slot(helper, 4);
  $SetSlot(helper, 4, counter + 1);
  try {
    return $Call($Slot(helper, 3), undefined, value, counter);
  } catch (e) {
    IteratorCloseQuiet($Slot(helper, 0));
    throw e;
  }
}

/** The count that take and drop are given; errors close the iterator. */
function IteratorLimit(O, limit) {
  try {
    const numLimit = $ToNumber(limit);
    if (numLimit !== numLimit) $ThrowRangeError($Display(limit) + " must be positive");
    const integerLimit = $ToIntegerOrInfinity(numLimit);
    if (integerLimit < 0 || integerLimit > 9007199254740991 && integerLimit !== 1 / 0) {
      $ThrowRangeError($Display(limit) + " must be positive");
    }
    return integerLimit;
  } catch (e) {
    IteratorCloseQuiet(O);
    throw e;
  }
}

/** get Iterator.prototype.constructor, ECMA-262 27.1.4.1. */
function get_IteratorPrototype_constructor() {
  return $$Iterator;
}
function set_IteratorPrototype_constructor(v) {
  SetterThatIgnoresPrototypeProperties(this, $$IteratorPrototype, "constructor", v);
}

/** get Iterator.prototype[@@toStringTag], ECMA-262 27.1.4.14. */
function get_IteratorPrototype_sym_toStringTag() {
  return "Iterator";
}
function set_IteratorPrototype_sym_toStringTag(v) {
  SetterThatIgnoresPrototypeProperties(this, $$IteratorPrototype, $$SymToStringTag, v);
}

/** ECMA-262 7.3.25 SetterThatIgnoresPrototypeProperties(thisValue, home, p, v). */
function SetterThatIgnoresPrototypeProperties(thisValue, home, p, v) {
  if (!$IsObject(thisValue)) $ThrowTypeError($Display(thisValue) + " is not an object");
  if (thisValue === home) $ThrowTypeError("Cannot assign to this property");
  if (ObjGetOwnProperty(thisValue, p) === undefined) CreateDataPropertyOrThrow(thisValue, p, v);
  else thisValue[p] = v;
}

/** ECMA-262 27.1.4.2 Iterator.prototype.drop(limit). */
function IteratorPrototype_drop(limit) {
  const O = this;
  ThisIterator(O, "drop");
  return CreateIteratorHelper(O, undefined, IteratorLimit(O, limit), DropStep);
}
function DropStep(helper) {
  const iterator = $Slot(helper, 0), next = $Slot(helper, 1);
  let remaining = $Slot(helper, 4);
  if (remaining > 0) {
    $SetSlot(helper, 4, 0);
    for (; remaining > 0; remaining--) {
      if (IteratorStepResult(next, iterator).done) return $Empty();
    }
  }
  return IteratorStep(iterator, next);
}

/**
 * The loop of every, find, forEach and some: calls fn with the values of O in turn. A true result ends it if onTrue, a false one if
 * onFalse: O is closed and the value is the answer. At the end of O it is the empty value.
 */
function IterateUntil(O, fn, onTrue, onFalse) {
  CheckIteratorCallback(O, fn);
  const next = O.next;
  for (let counter = 0; ; counter++) {
    const value = IteratorStep(O, next);
    if (value === $Empty()) return value;
    let result;
    try {
      result = $Call(fn, undefined, value, counter);
    } catch (e) {
      IteratorCloseQuiet(O);
      throw e;
    }
    if (result ? onTrue : onFalse) {
      IteratorCloseNormal(O);
      return value;
    }
  }
}

/** ECMA-262 27.1.4.3 Iterator.prototype.every(predicate). */
function IteratorPrototype_every(predicate) {
  ThisIterator(this, "every");
  return IterateUntil(this, predicate, false, true) === $Empty();
}

/** ECMA-262 27.1.4.4 Iterator.prototype.filter(predicate). */
function IteratorPrototype_filter(predicate) {
  const O = this;
  ThisIterator(O, "filter");
  CheckIteratorCallback(O, predicate);
  return CreateIteratorHelper(O, predicate, 0, FilterStep);
}
function FilterStep(helper) {
  for (;;) {
    const value = IteratorStep($Slot(helper, 0), $Slot(helper, 1));
    if (value === $Empty() || CallOnValue(helper, value)) return value;
  }
}

/** ECMA-262 27.1.4.5 Iterator.prototype.find(predicate). */
function IteratorPrototype_find(predicate) {
  ThisIterator(this, "find");
  const value = IterateUntil(this, predicate, true, false);
  return value === $Empty() ? undefined : value;
}

/** ECMA-262 27.1.4.6 Iterator.prototype.flatMap(mapper). */
function IteratorPrototype_flatMap(mapper) {
  const O = this;
  ThisIterator(O, "flatMap");
  CheckIteratorCallback(O, mapper);
  // Slot 3 is the mapper, the inner iterator if there is one, and its next method.
  return CreateIteratorHelper(O, [mapper, undefined, undefined], 0, FlatMapStep);
}
function FlatMapStep(helper) {
  const iterator = $Slot(helper, 0), state = $Slot(helper, 3);
  for (;;) {
    if (state[1] === undefined) {
      const value = IteratorStep(iterator, $Slot(helper, 1));
      if (value === $Empty()) return value;
      const counter = $Slot(helper, 4);
      $SetSlot(helper, 4, counter + 1);
      try {
        const inner = GetIteratorFlattenable($Call(state[0], undefined, value, counter), false);
        state[2] = inner.next;
        state[1] = inner;
      } catch (e) {
        IteratorCloseQuiet(iterator);
        throw e;
      }
    }
    let innerValue;
    try {
      innerValue = IteratorStep(state[1], state[2]);
    } catch (e) {
      state[1] = undefined;
      IteratorCloseQuiet(iterator);
      throw e;
    }
    if (innerValue !== $Empty()) return innerValue;
    state[1] = undefined;
  }
}

/** ECMA-262 27.1.4.7 Iterator.prototype.forEach(procedure). */
function IteratorPrototype_forEach(procedure) {
  ThisIterator(this, "forEach");
  IterateUntil(this, procedure, false, false);
}

/** ECMA-262 27.1.4.8 Iterator.prototype.map(mapper). */
function IteratorPrototype_map(mapper) {
  const O = this;
  ThisIterator(O, "map");
  CheckIteratorCallback(O, mapper);
  return CreateIteratorHelper(O, mapper, 0, MapStep);
}
function MapStep(helper) {
  const value = IteratorStep($Slot(helper, 0), $Slot(helper, 1));
  return value === $Empty() ? value : CallOnValue(helper, value);
}

/** ECMA-262 27.1.4.9 Iterator.prototype.reduce(reducer, initialValue). */
function IteratorPrototype_reduce(reducer, initialValue) {
  const O = this;
  ThisIterator(O, "reduce");
  CheckIteratorCallback(O, reducer);
  const next = O.next;
  let accumulator = initialValue, counter = 0;
  if ($ArgCount() < 2) {
    accumulator = IteratorStep(O, next);
    if (accumulator === $Empty()) $ThrowTypeError("Reduce of a done iterator with no initial value");
    counter = 1;
  }
  for (; ; counter++) {
    const value = IteratorStep(O, next);
    if (value === $Empty()) return accumulator;
    try {
      accumulator = $Call(reducer, undefined, accumulator, value, counter);
    } catch (e) {
      IteratorCloseQuiet(O);
      throw e;
    }
  }
}

/** ECMA-262 27.1.4.10 Iterator.prototype.some(predicate). */
function IteratorPrototype_some(predicate) {
  ThisIterator(this, "some");
  return IterateUntil(this, predicate, true, false) !== $Empty();
}

/** ECMA-262 27.1.4.11 Iterator.prototype.take(limit). */
function IteratorPrototype_take(limit) {
  const O = this;
  ThisIterator(O, "take");
  return CreateIteratorHelper(O, undefined, IteratorLimit(O, limit), TakeStep);
}
function TakeStep(helper) {
  const iterator = $Slot(helper, 0), remaining = $Slot(helper, 4);
  if (remaining === 0) {
    IteratorCloseNormal(iterator);
    return $Empty();
  }
  $SetSlot(helper, 4, remaining - 1);
  return IteratorStep(iterator, $Slot(helper, 1));
}

/** ECMA-262 27.1.4.12 Iterator.prototype.toArray(). */
function IteratorPrototype_toArray() {
  const O = this;
  ThisIterator(O, "toArray");
  const next = O.next;
  const items = [];
  for (;;) {
    const value = IteratorStep(O, next);
    if (value === $Empty()) return items;
    $Push(items, value);
  }
}
