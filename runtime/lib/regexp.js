// RegExp (ECMA-262 22.2). The matcher is Go: $RegExpMatch searches for a number of steps and gives null, a result array or a
// search to go on with, so that the meter can stop a pattern that backtracks without end. Methods have leaves that answer for
// regular expressions as they were made; these are the rest.

/** ECMA-262 22.2.4.1 RegExp(pattern, flags). */
function RegExp(pattern, flags) {
  "use constructor";
  const patternIsRegExp = IsRegExp(pattern);
  let newTarget = new.target;
  if (newTarget === undefined) {
    newTarget = $$RegExp;
    if (patternIsRegExp && flags === undefined && pattern.constructor === newTarget) return pattern;
  }
  let P, F;
  if ($Is(pattern, $KRegExp)) {
    P = $Slot(pattern, 0);
    F = flags === undefined ? $Slot(pattern, 1) : flags;
  } else if (patternIsRegExp) {
    P = pattern.source;
    F = flags === undefined ? pattern.flags : flags;
  } else {
    P = pattern;
    F = flags;
  }
  return RegExpInitialize($RegExpAlloc(GetPrototypeFromConstructor(newTarget, $$RegExpPrototype)), P, F);
}

/** ECMA-262 22.2.5.3 get RegExp[@@species]. */
function get_RegExp_sym_species() {
  return this;
}

/** ECMA-262 22.2.3.3 RegExpInitialize(obj, pattern, flags); lastIndex is 0 already. */
function RegExpInitialize(obj, pattern, flags) {
  const P = pattern === undefined ? "" : $ToString(pattern);
  const F = flags === undefined ? "" : $ToString(flags);
  return $RegExpInitialize(obj, P, F);
}

/** ECMA-262 22.2.3.1 RegExpCreate(P, F). */
function RegExpCreate(P, F) {
  return RegExpInitialize($RegExpAlloc($$RegExpPrototype), P, F);
}

/** ECMA-262 22.2.7.1 RegExpExec(R, S). */
function RegExpExec(R, S) {
  const exec = R.exec;
  if ($IsCallable(exec)) {
    if (exec === $$RegExpPrototype_exec && $Is(R, $KRegExp)) return RegExpBuiltinExec(R, S);
    const result = $Call(exec, R, S);
    if (result !== null && !$IsObject(result)) $ThrowTypeError($Display(result) + " is not an object or null");
    return result;
  }
  if (!$Is(R, $KRegExp)) ThrowIncompatible("RegExp.prototype.exec", R);
  return RegExpBuiltinExec(R, S);
}

/** ECMA-262 22.2.7.2 RegExpBuiltinExec(R, S). */
function RegExpBuiltinExec(R, S) {
  let lastIndex = $ToLength(R.lastIndex);
  const flags = $Slot(R, 1);
  const moves = HasFlag(flags, "g") || HasFlag(flags, "y");
  if (!moves) lastIndex = 0;
  if (lastIndex > S.length) {
    R.lastIndex = 0;
    return null;
  }
  const A = SearchToEnd($RegExpMatch(R, S, lastIndex));
  if (A === null) {
    if (moves) R.lastIndex = 0;
    return null;
  }
  if (moves) R.lastIndex = A.index + A[0].length;
  return A;
}

/** Goes on with a search until it is decided. */
function SearchToEnd(search) {
  while ($Is(search, $KInternal)) search = $RegExpStep(search);
  return search;
}

function HasFlag(flags, flag) {
  return $StringIndexOf(flags, flag, 0) >= 0;
}

/** ECMA-262 22.2.7.3 AdvanceStringIndex(S, index, unicode). */
function AdvanceStringIndex(S, index, unicode) {
  if (!unicode || index + 1 >= S.length) return index + 1;
  return $CodePoint(S, index) > 0xFFFF ? index + 2 : index + 1;
}

/** Throws unless a method's this value is an object. */
function RequireRegExpObject(value, method) {
  if (!$IsObject(value)) ThrowIncompatible("RegExp.prototype." + method, value);
}

/** ECMA-262 22.2.6.2 RegExp.prototype.exec(string). */
function RegExpPrototype_exec(string) {
  if (!$Is(this, $KRegExp)) ThrowIncompatible("RegExp.prototype.exec", this);
  return RegExpBuiltinExec(this, $ToString(string));
}

/** ECMA-262 22.2.6.4 get RegExp.prototype.flags. */
function get_RegExpPrototype_flags() {
  const R = this;
  if (!$IsObject(R)) $ThrowTypeError("RegExp.prototype.flags getter called on non-object " + $Display(R));
  let codeUnits = "";
  if (R.hasIndices) codeUnits = codeUnits + "d";
  if (R.global) codeUnits = codeUnits + "g";
  if (R.ignoreCase) codeUnits = codeUnits + "i";
  if (R.multiline) codeUnits = codeUnits + "m";
  if (R.dotAll) codeUnits = codeUnits + "s";
  if (R.unicode) codeUnits = codeUnits + "u";
  if (R.unicodeSets) codeUnits = codeUnits + "v";
  if (R.sticky) codeUnits = codeUnits + "y";
  return codeUnits;
}

/** ECMA-262 22.2.6.8 RegExp.prototype[@@match](string). */
function RegExpPrototype_sym_match(string) {
  const rx = this;
  RequireRegExpObject(rx, "@@match");
  const S = $ToString(string);
  const flags = $ToString(rx.flags);
  if (!HasFlag(flags, "g")) return RegExpExec(rx, S);
  const fullUnicode = HasFlag(flags, "u") || HasFlag(flags, "v");
  rx.lastIndex = 0;
  const A = [];
  let n = 0;
  for (;;) {
    const result = RegExpExec(rx, S);
    if (result === null) return n === 0 ? null : A;
    const matchStr = $ToString(result[0]);
    $DefineIndex(A, n++, matchStr);
    if (matchStr === "") rx.lastIndex = AdvanceStringIndex(S, $ToLength(rx.lastIndex), fullUnicode);
  }
}

/** ECMA-262 22.2.6.9 RegExp.prototype[@@matchAll](string). */
function RegExpPrototype_sym_matchAll(string) {
  const R = this;
  RequireRegExpObject(R, "@@matchAll");
  const S = $ToString(string);
  const C = SpeciesConstructor(R, $$RegExp);
  const flags = $ToString(R.flags);
  const matcher = $Construct(C, [R, flags]);
  matcher.lastIndex = $ToLength(R.lastIndex);
  return $RegExpStringIterator(matcher, S, HasFlag(flags, "g"), HasFlag(flags, "u") || HasFlag(flags, "v"));
}

/** ECMA-262 22.2.9.2.1 %RegExpStringIteratorPrototype%.next(), with the closure of 22.2.9.1. */
function RegExpStringIteratorPrototype_next() {
  const it = this;
  if (!$IsRegExpStringIterator(it)) ThrowIncompatible("%RegExpStringIterator.prototype%.next", it);
  if ($Slot(it, 4)) $ThrowTypeError("Generator is already running");
  const R = $Slot(it, 0);
  if (R === undefined) return { value: undefined, done: true };
  const S = $Slot(it, 1);
  let done = true;
  $SetSlot(it, 4, true);
  try {
    const match = RegExpExec(R, S);
    if (match === null) return { value: undefined, done: true };
    if ($Slot(it, 2)) {
      const matchStr = $ToString(match[0]);
      if (matchStr === "") R.lastIndex = AdvanceStringIndex(S, $ToLength(R.lastIndex), $Slot(it, 3));
      done = false;
    }
    return { value: match, done: false };
  } finally {
    $SetSlot(it, 4, false);
    if (done) $SetSlot(it, 0, undefined);
  }
}

/** ECMA-262 22.2.6.11 RegExp.prototype[@@replace](string, replaceValue). */
function RegExpPrototype_sym_replace(string, replaceValue) {
  const rx = this;
  RequireRegExpObject(rx, "@@replace");
  const S = $ToString(string);
  const lengthS = S.length;
  const functionalReplace = $IsCallable(replaceValue);
  if (!functionalReplace) {
    replaceValue = $ToString(replaceValue);
  } else {
    const all = $RegExpAll(rx, S, false);
    if (all !== undefined) return ReplaceAllByFunction(S, all, replaceValue);
  }
  const flags = $ToString(rx.flags);
  const global = HasFlag(flags, "g");
  let fullUnicode = false;
  if (global) {
    fullUnicode = HasFlag(flags, "u") || HasFlag(flags, "v");
    rx.lastIndex = 0;
  }
  const results = [];
  for (;;) {
    const result = RegExpExec(rx, S);
    if (result === null) break;
    $Push(results, result);
    if (!global) break;
    const matchStr = $ToString(result[0]);
    if (matchStr === "") rx.lastIndex = AdvanceStringIndex(S, $ToLength(rx.lastIndex), fullUnicode);
  }
  let accumulatedResult = "";
  let nextSourcePosition = 0;
  for (let i = 0; i < results.length; i++) {
    const result = results[i];
    const resultLength = LengthOfArrayLike(result);
    const nCaptures = resultLength > 1 ? resultLength - 1 : 0;
    const matched = $ToString(result[0]);
    const at = $ToIntegerOrInfinity(result.index);
    const position = at < 0 ? 0 : at < lengthS ? at : lengthS;
    const captures = [];
    for (let n = 1; n <= nCaptures; n++) {
      const capN = result[n];
      $Push(captures, capN === undefined ? undefined : $ToString(capN));
    }
    let namedCaptures = result.groups;
    let replacement;
    if (functionalReplace) {
      const replacerArgs = [matched];
      for (let n = 0; n < nCaptures; n++) $Push(replacerArgs, captures[n]);
      $Push(replacerArgs, position);
      $Push(replacerArgs, S);
      if (namedCaptures !== undefined) $Push(replacerArgs, namedCaptures);
      replacement = $ToString($Call(replaceValue, undefined, ...replacerArgs));
    } else {
      if (namedCaptures !== undefined) namedCaptures = $ToObject(namedCaptures);
      replacement = GetSubstitution(matched, S, position, captures, namedCaptures, replaceValue);
    }
    if (position >= nextSourcePosition) {
      accumulatedResult = accumulatedResult + $Substring(S, nextSourcePosition, position) + replacement;
      nextSourcePosition = position + matched.length;
    }
  }
  if (nextSourcePosition >= lengthS) return accumulatedResult;
  return accumulatedResult + $Substring(S, nextSourcePosition, lengthS);
}

/** RegExp.prototype[@@replace] from step 14 on, for what $RegExpAll gave. */
function ReplaceAllByFunction(S, all, replaceValue) {
  let groups = all[0];
  const named = groups < 0;
  if (named) groups = -groups;
  const step = named ? groups + 2 : groups + 1;
  let result = "";
  let end = 0;
  for (let i = 1; i < all.length; i += step) {
    const matched = all[i];
    const position = all[i + groups];
    let replacement;
    if (named || groups > 4) {
      const args = [];
      for (let k = 0; k <= groups; k++) $Push(args, all[i + k]);
      $Push(args, S);
      if (named) $Push(args, all[i + groups + 1]);
      replacement = $Call(replaceValue, undefined, ...args);
    } else if (groups === 1) {
      replacement = $Call(replaceValue, undefined, matched, position, S);
    } else if (groups === 2) {
      replacement = $Call(replaceValue, undefined, matched, all[i + 1], position, S);
    } else if (groups === 3) {
      replacement = $Call(replaceValue, undefined, matched, all[i + 1], all[i + 2], position, S);
    } else {
      replacement = $Call(replaceValue, undefined, matched, all[i + 1], all[i + 2], all[i + 3], position, S);
    }
    if (position > end) result = result + $Substring(S, end, position);
    result = result + $ToString(replacement);
    end = position + matched.length;
  }
  return end < S.length ? result + $Substring(S, end, S.length) : result;
}

/** ECMA-262 22.2.6.12 RegExp.prototype[@@search](string). */
function RegExpPrototype_sym_search(string) {
  const rx = this;
  RequireRegExpObject(rx, "@@search");
  const S = $ToString(string);
  const previousLastIndex = rx.lastIndex;
  if (!$SameValue(previousLastIndex, 0)) rx.lastIndex = 0;
  const result = RegExpExec(rx, S);
  const currentLastIndex = rx.lastIndex;
  if (!$SameValue(currentLastIndex, previousLastIndex)) rx.lastIndex = previousLastIndex;
  return result === null ? -1 : result.index;
}

/** ECMA-262 22.2.6.14 RegExp.prototype[@@split](string, limit). */
function RegExpPrototype_sym_split(string, limit) {
  const rx = this;
  RequireRegExpObject(rx, "@@split");
  const S = $ToString(string);
  const C = SpeciesConstructor(rx, $$RegExp);
  const flags = $ToString(rx.flags);
  const unicodeMatching = HasFlag(flags, "u") || HasFlag(flags, "v");
  const newFlags = HasFlag(flags, "y") ? flags : flags + "y";
  const splitter = $Construct(C, [rx, newFlags]);
  const A = [];
  let lengthA = 0;
  const lim = limit === undefined ? 4294967295 : $ToNumber(limit) >>> 0;
  if (lim === 0) return A;
  if (S === "") {
    if (RegExpExec(splitter, S) === null) $DefineIndex(A, 0, S);
    return A;
  }
  const size = S.length;
  let p = 0;
  let q = 0;
  while (q < size) {
    splitter.lastIndex = q;
    const z = RegExpExec(splitter, S);
    if (z === null) {
      q = AdvanceStringIndex(S, q, unicodeMatching);
      continue;
    }
    const end = $ToLength(splitter.lastIndex);
    const e = end < size ? end : size;
    if (e === p) {
      q = AdvanceStringIndex(S, q, unicodeMatching);
      continue;
    }
    $DefineIndex(A, lengthA++, $Substring(S, p, q));
    if (lengthA === lim) return A;
    p = e;
    const length = LengthOfArrayLike(z);
    const numberOfCaptures = length > 1 ? length - 1 : 0;
    for (let i = 1; i <= numberOfCaptures; i++) {
      $DefineIndex(A, lengthA++, z[i]);
      if (lengthA === lim) return A;
    }
    q = p;
  }
  $DefineIndex(A, lengthA, $Substring(S, p, size));
  return A;
}

/** ECMA-262 22.2.6.16 RegExp.prototype.test(S). */
function RegExpPrototype_test(S) {
  const R = this;
  RequireRegExpObject(R, "test");
  return RegExpExec(R, $ToString(S)) !== null;
}

/** ECMA-262 22.2.6.17 RegExp.prototype.toString(). */
function RegExpPrototype_toString() {
  const R = this;
  RequireRegExpObject(R, "toString");
  const pattern = $ToString(R.source);
  return "/" + pattern + "/" + $ToString(R.flags);
}
