// Date (ECMA-262 21.4) without a clock and with UTC as the local time zone: Date() and new Date() know no time.

/** ECMA-262 21.4.2.1 Date(...values). */
function Date(...values) {
  "use constructor";
  const n = values.length;
  if (new.target === undefined || n === 0) RefuseInSecureMode("Date without a time value");
  if (new.target === undefined) return "Invalid Date";
  let tv = NaN;
  if (n === 1) {
    const value = values[0];
    if ($Is(value, $KDate)) {
      tv = $Slot(value, 0);
    } else {
      const v = $ToPrimitive(value, 0);
      tv = typeof v === "string" ? $DateParse(v) : $TimeClip($ToNumber(v));
    }
  } else if (n > 1) {
    tv = $TimeClip(TimeFromComponents(values));
  }
  const O = OrdinaryCreateFromConstructor(new.target, $$DatePrototype, $KDate);
  $SetSlot(O, 0, tv);
  return O;
}

/** The time value of year, month, date, hours, minutes, seconds and milliseconds; those that are not given are 1 or 0. */
function TimeFromComponents(values) {
  const n = values.length;
  const y = $ToNumber(values[0]);
  const m = n > 1 ? $ToNumber(values[1]) : 0;
  const dt = n > 2 ? $ToNumber(values[2]) : 1;
  const h = n > 3 ? $ToNumber(values[3]) : 0;
  const min = n > 4 ? $ToNumber(values[4]) : 0;
  const s = n > 5 ? $ToNumber(values[5]) : 0;
  const milli = n > 6 ? $ToNumber(values[6]) : 0;
  let yr = y;
  if (y === y) {
    // ECMA-262 21.4.1.30 MakeFullYear
    const truncated = $ToIntegerOrInfinity(y);
    if (truncated >= 0 && truncated <= 99) yr = 1900 + truncated;
  }
  return $MakeDate($MakeDay(yr, m, dt), $MakeTime(h, min, s, milli));
}

/** ECMA-262 21.4.3.1 Date.now(): there is no clock. */
function Date_now() {
  RefuseInSecureMode("Date.now()");
  return NaN;
}

/** ECMA-262 21.4.3.2 Date.parse(string). */
function Date_parse(string) {
  return $DateParse($ToString(string));
}

/** ECMA-262 21.4.3.4 Date.UTC(year, month, date, hours, minutes, seconds, ms). */
function Date_UTC(year, ...rest) {
  const values = [year];
  for (let i = 0; i < rest.length; i++) $Push(values, rest[i]);
  return $TimeClip(TimeFromComponents(values));
}

/** ECMA-262 21.4.4.44.1 ThisTimeValue(value). */
function ThisTimeValue(value) {
  if (!$Is(value, $KDate)) $ThrowTypeError("this is not a Date object.");
  return $Slot(value, 0);
}

/** Sets hours (first 0), minutes (1), seconds (2) or milliseconds (3) and the smaller fields that are given (21.4.4.24 and others). */
function SetTimeFields(date, first, args) {
  const t = ThisTimeValue(date);
  const n = args.length < 1 ? 1 : args.length < 4 - first ? args.length : 4 - first;
  const fields = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) fields[first + i] = $ToNumber(args[i]);
  if (t !== t) return NaN;
  for (let i = 0; i < 4; i++) {
    if (i < first || i >= first + n) fields[i] = $DateField(t, 4 + i);
  }
  return $SetDateValue(date, $TimeClip($MakeDate($DateField(t, 0), $MakeTime(fields[0], fields[1], fields[2], fields[3]))));
}

/** Sets the year (first 0), month (1) or day of the month (2) and the smaller fields that are given (21.4.4.20 and others). */
function SetDateFields(date, first, args) {
  let t = ThisTimeValue(date);
  const n = args.length < 1 ? 1 : args.length < 3 - first ? args.length : 3 - first;
  const fields = [0, 0, 0];
  for (let i = 0; i < n; i++) fields[first + i] = $ToNumber(args[i]);
  if (t !== t) {
    if (first > 0) return NaN;
    t = 0;
  }
  for (let i = 0; i < 3; i++) {
    if (i < first || i >= first + n) fields[i] = $DateField(t, 1 + i);
  }
  return $SetDateValue(date, $TimeClip($MakeDate($MakeDay(fields[0], fields[1], fields[2]), $DateField(t, 9))));
}

/** ECMA-262 21.4.4.20 Date.prototype.setDate. */
function DatePrototype_setDate(...args) {
  return SetDateFields(this, 2, args);
}

/** ECMA-262 21.4.4.28 Date.prototype.setUTCDate. */
function DatePrototype_setUTCDate(...args) {
  return SetDateFields(this, 2, args);
}

/** ECMA-262 21.4.4.21 Date.prototype.setFullYear. */
function DatePrototype_setFullYear(...args) {
  return SetDateFields(this, 0, args);
}

/** ECMA-262 21.4.4.29 Date.prototype.setUTCFullYear. */
function DatePrototype_setUTCFullYear(...args) {
  return SetDateFields(this, 0, args);
}

/** ECMA-262 21.4.4.22 Date.prototype.setHours. */
function DatePrototype_setHours(...args) {
  return SetTimeFields(this, 0, args);
}

/** ECMA-262 21.4.4.30 Date.prototype.setUTCHours. */
function DatePrototype_setUTCHours(...args) {
  return SetTimeFields(this, 0, args);
}

/** ECMA-262 21.4.4.23 Date.prototype.setMilliseconds. */
function DatePrototype_setMilliseconds(...args) {
  return SetTimeFields(this, 3, args);
}

/** ECMA-262 21.4.4.31 Date.prototype.setUTCMilliseconds. */
function DatePrototype_setUTCMilliseconds(...args) {
  return SetTimeFields(this, 3, args);
}

/** ECMA-262 21.4.4.24 Date.prototype.setMinutes. */
function DatePrototype_setMinutes(...args) {
  return SetTimeFields(this, 1, args);
}

/** ECMA-262 21.4.4.32 Date.prototype.setUTCMinutes. */
function DatePrototype_setUTCMinutes(...args) {
  return SetTimeFields(this, 1, args);
}

/** ECMA-262 21.4.4.25 Date.prototype.setMonth. */
function DatePrototype_setMonth(...args) {
  return SetDateFields(this, 1, args);
}

/** ECMA-262 21.4.4.33 Date.prototype.setUTCMonth. */
function DatePrototype_setUTCMonth(...args) {
  return SetDateFields(this, 1, args);
}

/** ECMA-262 21.4.4.26 Date.prototype.setSeconds. */
function DatePrototype_setSeconds(...args) {
  return SetTimeFields(this, 2, args);
}

/** ECMA-262 21.4.4.34 Date.prototype.setUTCSeconds. */
function DatePrototype_setUTCSeconds(...args) {
  return SetTimeFields(this, 2, args);
}

/** ECMA-262 21.4.4.27 Date.prototype.setTime(time). */
function DatePrototype_setTime(time) {
  ThisTimeValue(this);
  return $SetDateValue(this, $TimeClip($ToNumber(time)));
}

/** ECMA-262 21.4.4.37 Date.prototype.toJSON(key). */
function DatePrototype_toJSON(key) {
  const O = $ToObject(this);
  const tv = $ToPrimitive(O, 1);
  if (typeof tv === "number" && tv - tv !== 0) return null;
  return O.toISOString();
}

/** ECMA-262 21.4.4.45 Date.prototype[@@toPrimitive](hint). */
function DatePrototype_sym_toPrimitive(hint) {
  const O = this;
  if (!$IsObject(O)) $ThrowTypeError("Date.prototype[Symbol.toPrimitive] called on non-object");
  if (hint === "string" || hint === "default") return OrdinaryToPrimitive(O, 2);
  if (hint === "number") return OrdinaryToPrimitive(O, 1);
  $ThrowTypeError("Invalid hint: " + $Display(hint));
}
