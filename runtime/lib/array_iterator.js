// Array iterators (ECMA-262 23.1.5). A KIterator with word 0: [0] the array, undefined when done; [1] next index; [2] kind:
// 0 keys, 1 values, 2 entries.

/** ECMA-262 23.1.3.5 Array.prototype.entries(). */
function ArrayPrototype_entries() {
  return $ArrayIterator($ToObject(this), 2);
}

/** ECMA-262 23.1.3.19 Array.prototype.keys(). */
function ArrayPrototype_keys() {
  return $ArrayIterator($ToObject(this), 0);
}

/** ECMA-262 23.1.3.38 Array.prototype.values(). */
function ArrayPrototype_values() {
  return $ArrayIterator($ToObject(this), 1);
}

/** ECMA-262 23.1.5.2.1 %ArrayIteratorPrototype%.next(). */
function ArrayIteratorPrototype_next() {
  const iterator = this;
  if (!$IsArrayIterator(iterator)) ThrowIncompatible("Array Iterator.prototype.next", iterator);
  const array = $Slot(iterator, 0);
  if (array === undefined) return { value: undefined, done: true };
  const index = $Slot(iterator, 1);
  const kind = $Slot(iterator, 2);
  let length;
  if ($Is(array, $KTypedArray)) {
    length = $TypedArrayLength(array);
    if (length < 0) $ThrowTypeError("Cannot perform %ArrayIteratorPrototype%.next on a detached ArrayBuffer");
  } else {
    length = LengthOfArrayLike(array);
  }
  if (index >= length) {
    $SetSlot(iterator, 0, undefined);
    return { value: undefined, done: true };
  }
  $SetSlot(iterator, 1, index + 1);
  if (kind === 0) return { value: index, done: false };
  const value = array[index];
  return { value: kind === 1 ? value : [index, value], done: false };
}

/** The values that an iterator made by method gives: ECMA-262 7.4.14 IteratorToList, as a library array. */
function ListFromIterator(items, method) {
  const list = $ListOf(items, method);
  if (list !== undefined) return list;
  const values = [];
  const iterator = GetIteratorFromMethod(items, method);
  const next = iterator.next;
  for (;;) {
    const step = IteratorStepResult(next, iterator);
    if (step.done) return values;
    $Push(values, step.value);
  }
}
