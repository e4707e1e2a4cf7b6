// Set and its methods that run user code (ECMA-262 24.2).

/** ECMA-262 24.2.2.1 Set(iterable). */
function Set(iterable) {
  "use constructor";
  if (new.target === undefined) $ThrowTypeError("Constructor Set requires 'new'");
  const set = $SetCreate(GetPrototypeFromConstructor(new.target, $$SetPrototype));
  if (iterable === undefined || iterable === null) return set;
  const adder = set.add;
  if (!$IsCallable(adder)) $ThrowTypeError("'" + $Display(adder) + "' returned for property 'add' of object '#<Set>' is not a function");
  const direct = adder === $$SetPrototype_add;
  for (const value of iterable) {
    if (direct) $SetAdd(set, value); else $Call(adder, set, value);
  }
  return set;
}

/** ECMA-262 24.2.3.2 get Set[@@species]. */
function get_Set_sym_species() {
  return this;
}

/** ECMA-262 24.2.4.7 Set.prototype.forEach(callback, thisArg). */
function SetPrototype_forEach(callback, thisArg) {
  const S = this;
  if (!$Is(S, $KSet)) ThrowIncompatible("Set.prototype.forEach", S);
  if (!$IsCallable(callback)) ThrowNotCallable(callback);
  const cursor = $TableCursor(S);
  while ($TableNext(cursor)) $Call(callback, thisArg, $Slot(cursor, 2), $Slot(cursor, 2), S);
}

/** ECMA-262 24.2.1.2 GetSetRecord(obj): a record of the object, its size, has and keys. */
function GetSetRecord(obj) {
  if (!$IsObject(obj)) $ThrowTypeError("The \"other\" argument must be of type object; received " + $Display(obj));
  const numSize = $ToNumber(obj.size);
  if (numSize !== numSize) $ThrowTypeError("The 'size' property must be a number");
  const intSize = $ToIntegerOrInfinity(numSize);
  if (intSize < 0) $ThrowRangeError("'" + intSize + "' is an invalid size");
  const has = obj.has;
  if (!$IsCallable(has)) $ThrowTypeError("The 'has' property must be a function");
  const keys = obj.keys;
  if (!$IsCallable(keys)) $ThrowTypeError("The 'keys' property must be a function");
  return { __proto__: null, set: obj, size: intSize, has, keys };
}

/** The iterator that keys() of a set record gives. */
function SetRecordKeys(record) {
  const iterator = $Call(record.keys, record.set);
  if (!$IsObject(iterator)) $ThrowTypeError($Display(iterator) + " is not an object");
  return iterator;
}

/** ECMA-262 24.2.4.16 Set.prototype.union(other). */
function SetPrototype_union(other) {
  const O = this;
  if (!$Is(O, $KSet)) ThrowIncompatible("Set.prototype.union", O);
  const record = GetSetRecord(other);
  const iterator = SetRecordKeys(record), next = iterator.next;
  const result = $SetCopy(O);
  for (;;) {
    const step = IteratorStepResult(next, iterator);
    if (step.done) return result;
    $SetAdd(result, step.value);
  }
}

/** ECMA-262 24.2.4.9 Set.prototype.intersection(other). */
function SetPrototype_intersection(other) {
  const O = this;
  if (!$Is(O, $KSet)) ThrowIncompatible("Set.prototype.intersection", O);
  const record = GetSetRecord(other);
  const result = $SetCreate($$SetPrototype);
  if ($TableSize(O) <= record.size) {
    const cursor = $TableCursor(O);
    while ($TableNext(cursor)) {
      const e = $Slot(cursor, 2);
      if ($Call(record.has, record.set, e)) $SetAdd(result, e);
    }
    return result;
  }
  const iterator = SetRecordKeys(record), next = iterator.next;
  for (;;) {
    const step = IteratorStepResult(next, iterator);
    if (step.done) return result;
    const e = step.value;
    if ($SetHas(O, e)) $SetAdd(result, e);
  }
}

/** ECMA-262 24.2.4.5 Set.prototype.difference(other). */
function SetPrototype_difference(other) {
  const O = this;
  if (!$Is(O, $KSet)) ThrowIncompatible("Set.prototype.difference", O);
  const record = GetSetRecord(other);
  const result = $SetCopy(O);
  if ($TableSize(O) <= record.size) {
    const cursor = $TableCursor(O);
    while ($TableNext(cursor)) {
      const e = $Slot(cursor, 2);
      if ($Call(record.has, record.set, e)) $SetDelete(result, e);
    }
    return result;
  }
  const iterator = SetRecordKeys(record), next = iterator.next;
  for (;;) {
    const step = IteratorStepResult(next, iterator);
    if (step.done) return result;
    $SetDelete(result, step.value);
  }
}

/** ECMA-262 24.2.4.15 Set.prototype.symmetricDifference(other). */
function SetPrototype_symmetricDifference(other) {
  const O = this;
  if (!$Is(O, $KSet)) ThrowIncompatible("Set.prototype.symmetricDifference", O);
  const record = GetSetRecord(other);
  const iterator = SetRecordKeys(record), next = iterator.next;
  const result = $SetCopy(O);
  for (;;) {
    const step = IteratorStepResult(next, iterator);
    if (step.done) return result;
    const e = step.value;
    if ($SetHas(O, e)) $SetDelete(result, e); else $SetAdd(result, e);
  }
}

/** ECMA-262 24.2.4.10 Set.prototype.isDisjointFrom(other). */
function SetPrototype_isDisjointFrom(other) {
  const O = this;
  if (!$Is(O, $KSet)) ThrowIncompatible("Set.prototype.isDisjointFrom", O);
  const record = GetSetRecord(other);
  if ($TableSize(O) <= record.size) {
    const cursor = $TableCursor(O);
    while ($TableNext(cursor)) {
      if ($Call(record.has, record.set, $Slot(cursor, 2))) return false;
    }
    return true;
  }
  const iterator = SetRecordKeys(record), next = iterator.next;
  for (;;) {
    const step = IteratorStepResult(next, iterator);
    if (step.done) return true;
    if ($SetHas(O, step.value)) {
      IteratorCloseNormal(iterator);
      return false;
    }
  }
}

/** ECMA-262 24.2.4.11 Set.prototype.isSubsetOf(other). */
function SetPrototype_isSubsetOf(other) {
  const O = this;
  if (!$Is(O, $KSet)) ThrowIncompatible("Set.prototype.isSubsetOf", O);
  const record = GetSetRecord(other);
  if ($TableSize(O) > record.size) return false;
  const cursor = $TableCursor(O);
  while ($TableNext(cursor)) {
    if (!$Call(record.has, record.set, $Slot(cursor, 2))) return false;
  }
  return true;
}

/** ECMA-262 24.2.4.12 Set.prototype.isSupersetOf(other). */
function SetPrototype_isSupersetOf(other) {
  const O = this;
  if (!$Is(O, $KSet)) ThrowIncompatible("Set.prototype.isSupersetOf", O);
  const record = GetSetRecord(other);
  if ($TableSize(O) < record.size) return false;
  const iterator = SetRecordKeys(record), next = iterator.next;
  for (;;) {
    const step = IteratorStepResult(next, iterator);
    if (step.done) return true;
    if (!$SetHas(O, step.value)) {
      IteratorCloseNormal(iterator);
      return false;
    }
  }
}
