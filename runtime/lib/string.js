// String: constructor, its functions, and the prototype's methods that may run user code (ECMA-262 22.1). Most methods have a
// leaf that answers when this is a string and the arguments need no coercion; these are the rest.

/** ECMA-262 22.1.1.1 String(value). */
function String(...args) {
  "use constructor";
  let s = "";
  if (args.length > 0) {
    const value = args[0];
    if (new.target === undefined && typeof value === "symbol") return $SymbolDescriptiveString(value);
    s = $ToString(value);
  }
  if (new.target === undefined) return s;
  return $StringCreate(s, GetPrototypeFromConstructor(new.target, $$StringPrototype));
}

/** RequireObjectCoercible and ToString of a method's this value. */
function ThisString(value, method) {
  if (value === undefined || value === null) $ThrowTypeError("String.prototype." + method + " called on null or undefined");
  return $ToString(value);
}

/** ECMA-262 22.1.2.1 String.fromCharCode(...codeUnits). */
function String_fromCharCode(...codeUnits) {
  let result = "";
  for (let i = 0; i < codeUnits.length; i++) result = result + $CharString($ToNumber(codeUnits[i]));
  return result;
}

/** ECMA-262 22.1.2.2 String.fromCodePoint(...codePoints). */
function String_fromCodePoint(...codePoints) {
  let result = "";
  for (let i = 0; i < codePoints.length; i++) {
    const n = $ToNumber(codePoints[i]);
    if ($ToIntegerOrInfinity(n) !== n || n < 0 || n > 0x10FFFF) $ThrowRangeError("Invalid code point " + $ToString(codePoints[i]));
    result = result + $CodePointString(n);
  }
  return result;
}

/** ECMA-262 22.1.2.4 String.raw(template, ...substitutions). */
function String_raw(template, ...substitutions) {
  const cooked = $ToObject(template);
  const literals = $ToObject(cooked.raw);
  const literalCount = LengthOfArrayLike(literals);
  if (literalCount <= 0) return "";
  let R = "";
  for (let i = 0; ; i++) {
    R = R + $ToString(literals[i]);
    if (i + 1 === literalCount) return R;
    if (i < substitutions.length) R = R + $ToString(substitutions[i]);
  }
}

/** ECMA-262 22.1.3.1 String.prototype.at(index). */
function StringPrototype_at(index) {
  const S = ThisString(this, "at");
  const relative = $ToIntegerOrInfinity(index);
  const k = relative >= 0 ? relative : S.length + relative;
  return k < 0 || k >= S.length ? undefined : $Substring(S, k, k + 1);
}

/** ECMA-262 22.1.3.2 String.prototype.charAt(pos). */
function StringPrototype_charAt(pos) {
  const S = ThisString(this, "charAt");
  const position = $ToIntegerOrInfinity(pos);
  return position < 0 || position >= S.length ? "" : $Substring(S, position, position + 1);
}

/** ECMA-262 22.1.3.3 String.prototype.charCodeAt(pos). */
function StringPrototype_charCodeAt(pos) {
  const S = ThisString(this, "charCodeAt");
  const position = $ToIntegerOrInfinity(pos);
  return position < 0 || position >= S.length ? NaN : $CharCode(S, position);
}

/** ECMA-262 22.1.3.4 String.prototype.codePointAt(pos). */
function StringPrototype_codePointAt(pos) {
  const S = ThisString(this, "codePointAt");
  const position = $ToIntegerOrInfinity(pos);
  return position < 0 || position >= S.length ? undefined : $CodePoint(S, position);
}

/** ECMA-262 22.1.3.5 String.prototype.concat(...args). */
function StringPrototype_concat(...args) {
  let R = ThisString(this, "concat");
  for (let i = 0; i < args.length; i++) R = R + $ToString(args[i]);
  return R;
}

/** The string of a search argument that must not be a regular expression (ECMA-262 22.1.3.7 steps 3 to 5). */
function SearchString(searchString, method) {
  if (IsRegExp(searchString)) $ThrowTypeError("First argument to String.prototype." + method + " must not be a regular expression");
  return $ToString(searchString);
}

/** ECMA-262 7.2.6 IsRegExp(argument). */
function IsRegExp(argument) {
  if (!$IsObject(argument)) return false;
  const matcher = argument[$$SymMatch];
  if (matcher !== undefined) return !!matcher;
  return $Is(argument, $KRegExp);
}

/** A position argument clamped to a string's length. */
function ClampedPosition(position, len) {
  const pos = $ToIntegerOrInfinity(position);
  return pos < 0 ? 0 : pos < len ? pos : len;
}

/** ECMA-262 22.1.3.7 String.prototype.endsWith(searchString, endPosition). */
function StringPrototype_endsWith(searchString, endPosition) {
  const S = ThisString(this, "endsWith");
  const searchStr = SearchString(searchString, "endsWith");
  const end = endPosition === undefined ? S.length : ClampedPosition(endPosition, S.length);
  const start = end - searchStr.length;
  return start >= 0 && $StartsAt(S, searchStr, start);
}

/** ECMA-262 22.1.3.8 String.prototype.includes(searchString, position). */
function StringPrototype_includes(searchString, position) {
  const S = ThisString(this, "includes");
  const searchStr = SearchString(searchString, "includes");
  return $StringIndexOf(S, searchStr, ClampedPosition(position, S.length)) >= 0;
}

/** ECMA-262 22.1.3.9 String.prototype.indexOf(searchString, position). */
function StringPrototype_indexOf(searchString, position) {
  const S = ThisString(this, "indexOf");
  const searchStr = $ToString(searchString);
  return $StringIndexOf(S, searchStr, ClampedPosition(position, S.length));
}

/** ECMA-262 22.1.3.10 String.prototype.isWellFormed(). */
function StringPrototype_isWellFormed() {
  return $IsWellFormed(ThisString(this, "isWellFormed"));
}

/** ECMA-262 22.1.3.11 String.prototype.lastIndexOf(searchString, position). */
function StringPrototype_lastIndexOf(searchString, position) {
  const S = ThisString(this, "lastIndexOf");
  const searchStr = $ToString(searchString);
  const numPos = $ToNumber(position);
  const len = S.length, searchLen = searchStr.length;
  if (len < searchLen) return -1;
  const start = numPos !== numPos ? len - searchLen : ClampedPosition(numPos, len - searchLen);
  return $StringLastIndexOf(S, searchStr, start);
}

/** ECMA-262 22.1.3.12 String.prototype.localeCompare(that): code-unit order of the strings in Normalization Form C. */
function StringPrototype_localeCompare(that) {
  const S = ThisString(this, "localeCompare");
  const That = $ToString(that);
  return $LocaleCompare(S, That);
}

/** ECMA-262 22.1.3.13 String.prototype.match(regexp). */
function StringPrototype_match(regexp) {
  const O = this;
  if (O === undefined || O === null) $ThrowTypeError("String.prototype.match called on null or undefined");
  if ($IsObject(regexp)) {
    const matcher = GetMethod(regexp, $$SymMatch);
    if (matcher !== undefined) return $Call(matcher, regexp, O);
  }
  const S = $ToString(O);
  const rx = RegExpCreate(regexp, undefined);
  return $Call(rx[$$SymMatch], rx, S);
}

/** ECMA-262 22.1.3.14 String.prototype.matchAll(regexp). */
function StringPrototype_matchAll(regexp) {
  const O = this;
  if (O === undefined || O === null) $ThrowTypeError("String.prototype.matchAll called on null or undefined");
  if ($IsObject(regexp)) {
    if (IsRegExp(regexp)) RequireGlobalFlag(regexp, "matchAll");
    const matcher = GetMethod(regexp, $$SymMatchAll);
    if (matcher !== undefined) return $Call(matcher, regexp, O);
  }
  const S = $ToString(O);
  const rx = RegExpCreate(regexp, "g");
  return $Call(rx[$$SymMatchAll], rx, S);
}

/** The check of matchAll and replaceAll that a regular expression is global. */
function RequireGlobalFlag(regexp, method) {
  const flags = regexp.flags;
  if (flags === undefined || flags === null) $ThrowTypeError("String.prototype." + method + " called with a non-global RegExp argument");
  if ($StringIndexOf($ToString(flags), "g", 0) < 0) $ThrowTypeError("String.prototype." + method + " called with a non-global RegExp argument");
}

/** ECMA-262 22.1.3.15 String.prototype.normalize(form). */
function StringPrototype_normalize(form) {
  const S = ThisString(this, "normalize");
  const f = form === undefined ? "NFC" : $ToString(form);
  if (f !== "NFC" && f !== "NFD" && f !== "NFKC" && f !== "NFKD") $ThrowRangeError("The normalization form should be one of NFC, NFD, NFKC, NFKD.");
  return $Normalize(S, f);
}

/** ECMA-262 22.1.3.17.1 StringPaddingBuiltinsImpl. */
function StringPad(S, maxLength, fillString, atEnd) {
  const intMaxLength = $ToLength(maxLength);
  const stringLength = S.length;
  if (intMaxLength <= stringLength) return S;
  const filler = fillString === undefined ? " " : $ToString(fillString);
  if (filler === "") return S;
  const fillLen = intMaxLength - stringLength;
  if (intMaxLength > 268435440) $ThrowRangeError("Invalid string length");
  const n = filler.length;
  const rest = fillLen % n;
  let pad = $Repeat(filler, (fillLen - rest) / n);
  if (rest > 0) pad = pad + $Substring(filler, 0, rest);
  return atEnd ? S + pad : pad + S;
}

/** ECMA-262 22.1.3.16 String.prototype.padEnd(maxLength, fillString). */
function StringPrototype_padEnd(maxLength, fillString) {
  return StringPad(ThisString(this, "padEnd"), maxLength, fillString, true);
}

/** ECMA-262 22.1.3.17 String.prototype.padStart(maxLength, fillString). */
function StringPrototype_padStart(maxLength, fillString) {
  return StringPad(ThisString(this, "padStart"), maxLength, fillString, false);
}

/** ECMA-262 22.1.3.18 String.prototype.repeat(count). */
function StringPrototype_repeat(count) {
  const S = ThisString(this, "repeat");
  const n = $ToIntegerOrInfinity(count);
  if (n < 0 || n === Infinity) $ThrowRangeError("Invalid count value: " + $ToString(count));
  return $Repeat(S, n);
}

/** ECMA-262 22.1.3.19.1 GetSubstitution(matched, str, position, captures, namedCaptures, replacement); captures has undefined or strings. */
function GetSubstitution(matched, str, position, captures, namedCaptures, replacement) {
  // The leaf makes everything but named groups; it gives undefined when it meets one and there are named captures.
  const simple = $GetSubstitution(matched, str, position, captures, namedCaptures !== undefined, replacement);
  if (simple !== undefined) return simple;
  let result = "";
  let at = 0;
  const n = replacement.length;
  while (at < n) {
    const dollar = $StringIndexOf(replacement, "$<", at);
    const close = dollar < 0 ? -1 : $StringIndexOf(replacement, ">", dollar);
    if (dollar < 0) return result + $GetSubstitution(matched, str, position, captures, false, $Substring(replacement, at, n));
    // $$< is an escaped dollar sign before a <: an odd number of dollar signs must end at this one.
    let first = dollar;
    while (first > at && $CharCode(replacement, first - 1) === 36) first--;
    if ((dollar - first) % 2 === 1) {
      result = result + $GetSubstitution(matched, str, position, captures, false, $Substring(replacement, at, dollar + 1)) + "<";
      at = dollar + 2;
      continue;
    }
    if (close < 0) return result + $GetSubstitution(matched, str, position, captures, false, $Substring(replacement, at, n));
    result = result + $GetSubstitution(matched, str, position, captures, false, $Substring(replacement, at, dollar));
    const capture = namedCaptures[$Substring(replacement, dollar + 2, close)];
    if (capture !== undefined) result = result + $ToString(capture);
    at = close + 1;
  }
  return result;
}

/** ECMA-262 22.1.3.19 String.prototype.replace(searchValue, replaceValue). */
function StringPrototype_replace(searchValue, replaceValue) {
  const O = this;
  if (O === undefined || O === null) $ThrowTypeError("String.prototype.replace called on null or undefined");
  if ($IsObject(searchValue)) {
    if ($IsCallable(replaceValue)) {
      // What the method of a plain regular expression would do.
      const all = $RegExpAll(searchValue, O, true);
      if (all !== undefined) return ReplaceAllByFunction(O, all, replaceValue);
    }
    const replacer = GetMethod(searchValue, $$SymReplace);
    if (replacer !== undefined) return $Call(replacer, searchValue, O, replaceValue);
  }
  const string = $ToString(O);
  const searchString = $ToString(searchValue);
  const functional = $IsCallable(replaceValue);
  if (!functional) replaceValue = $ToString(replaceValue);
  const position = $StringIndexOf(string, searchString, 0);
  if (position < 0) return string;
  const replacement = functional
    ? $ToString($Call(replaceValue, undefined, searchString, position, string))
    : GetSubstitution(searchString, string, position, [], undefined, replaceValue);
  return $Substring(string, 0, position) + replacement + $Substring(string, position + searchString.length, string.length);
}

/** ECMA-262 22.1.3.20 String.prototype.replaceAll(searchValue, replaceValue). */
function StringPrototype_replaceAll(searchValue, replaceValue) {
  const O = this;
  if (O === undefined || O === null) $ThrowTypeError("String.prototype.replaceAll called on null or undefined");
  if ($IsObject(searchValue)) {
    if (IsRegExp(searchValue)) RequireGlobalFlag(searchValue, "replaceAll");
    const replacer = GetMethod(searchValue, $$SymReplace);
    if (replacer !== undefined) return $Call(replacer, searchValue, O, replaceValue);
  }
  const string = $ToString(O);
  const searchString = $ToString(searchValue);
  const functional = $IsCallable(replaceValue);
  if (!functional) replaceValue = $ToString(replaceValue);
  const searchLength = searchString.length;
  const advanceBy = searchLength > 1 ? searchLength : 1;
  let end = 0;
  let result = "";
  for (let position = $StringIndexOf(string, searchString, 0); position >= 0;) {
    const replacement = functional
      ? $ToString($Call(replaceValue, undefined, searchString, position, string))
      : GetSubstitution(searchString, string, position, [], undefined, replaceValue);
    result = result + $Substring(string, end, position) + replacement;
    end = position + searchLength;
    position = position + advanceBy > string.length ? -1 : $StringIndexOf(string, searchString, position + advanceBy);
  }
  return end < string.length ? result + $Substring(string, end, string.length) : result;
}

/** ECMA-262 22.1.3.21 String.prototype.search(regexp). */
function StringPrototype_search(regexp) {
  const O = this;
  if (O === undefined || O === null) $ThrowTypeError("String.prototype.search called on null or undefined");
  if ($IsObject(regexp)) {
    const searcher = GetMethod(regexp, $$SymSearch);
    if (searcher !== undefined) return $Call(searcher, regexp, O);
  }
  const string = $ToString(O);
  const rx = RegExpCreate(regexp, undefined);
  return $Call(rx[$$SymSearch], rx, string);
}

/** ECMA-262 22.1.3.22 String.prototype.slice(start, end). */
function StringPrototype_slice(start, end) {
  const S = ThisString(this, "slice");
  const len = S.length;
  const from = RelativeIndex(start, len);
  const to = end === undefined ? len : RelativeIndex(end, len);
  return from >= to ? "" : $Substring(S, from, to);
}

/** ECMA-262 22.1.3.23 String.prototype.split(separator, limit). */
function StringPrototype_split(separator, limit) {
  const O = this;
  if (O === undefined || O === null) $ThrowTypeError("String.prototype.split called on null or undefined");
  if ($IsObject(separator)) {
    const splitter = GetMethod(separator, $$SymSplit);
    if (splitter !== undefined) return $Call(splitter, separator, O, limit);
  }
  const S = $ToString(O);
  const lim = limit === undefined ? 4294967295 : $ToNumber(limit) >>> 0;
  const R = $ToString(separator);
  if (lim === 0) return [];
  if (separator === undefined) return [S];
  return $SplitString(S, R, lim);
}

/** ECMA-262 22.1.3.24 String.prototype.startsWith(searchString, position). */
function StringPrototype_startsWith(searchString, position) {
  const S = ThisString(this, "startsWith");
  const searchStr = SearchString(searchString, "startsWith");
  return $StartsAt(S, searchStr, ClampedPosition(position, S.length));
}

/** ECMA-262 22.1.3.25 String.prototype.substring(start, end). */
function StringPrototype_substring(start, end) {
  const S = ThisString(this, "substring");
  const len = S.length;
  const a = ClampedPosition(start, len);
  const b = end === undefined ? len : ClampedPosition(end, len);
  return a < b ? $Substring(S, a, b) : $Substring(S, b, a);
}

/** ECMA-262 22.1.3.26 String.prototype.toLocaleLowerCase(). */
function StringPrototype_toLocaleLowerCase() {
  return $ToLowerCase(ThisString(this, "toLocaleLowerCase"));
}

/** ECMA-262 22.1.3.27 String.prototype.toLocaleUpperCase(). */
function StringPrototype_toLocaleUpperCase() {
  return $ToUpperCase(ThisString(this, "toLocaleUpperCase"));
}

/** ECMA-262 22.1.3.28 String.prototype.toLowerCase(). */
function StringPrototype_toLowerCase() {
  return $ToLowerCase(ThisString(this, "toLowerCase"));
}

/** ECMA-262 22.1.3.30 String.prototype.toUpperCase(). */
function StringPrototype_toUpperCase() {
  return $ToUpperCase(ThisString(this, "toUpperCase"));
}

/** ECMA-262 22.1.3.31 String.prototype.toWellFormed(). */
function StringPrototype_toWellFormed() {
  return $ToWellFormed(ThisString(this, "toWellFormed"));
}

/** ECMA-262 22.1.3.32 String.prototype.trim(). */
function StringPrototype_trim() {
  return $Trim(ThisString(this, "trim"), 3);
}

/** ECMA-262 22.1.3.33 String.prototype.trimEnd(). */
function StringPrototype_trimEnd() {
  return $Trim(ThisString(this, "trimEnd"), 2);
}

/** ECMA-262 22.1.3.34 String.prototype.trimStart(). */
function StringPrototype_trimStart() {
  return $Trim(ThisString(this, "trimStart"), 1);
}

/** ECMA-262 22.1.3.36 String.prototype[@@iterator](). */
function StringPrototype_sym_iterator() {
  return $StringIterator(ThisString(this, "[Symbol.iterator]"));
}
