// Sorting (ECMA-262 23.1.3.30, 23.1.3.34, 23.2.3.29, 23.2.3.33): a stable merge sort that takes advantage of runs, as TimSort
// does, on library arrays. Comparators are called (ECMA-262 23.1.3.30.2; undefined is sorted out before, and NaN counts as 0, so
// only "less than 0" is asked); the default orders are leaves.

/** Sorts items[lo, hi), of which [lo, start) is sorted, by binary insertion. */
function InsertionSort(items, lo, hi, start, comparator) {
  for (; start < hi; start++) {
    const pivot = items[start];
    let left = lo, right = start;
    while (left < right) {
      const middle = (left + right) >>> 1;
      if ($ToNumber($Call(comparator, undefined, pivot, items[middle])) < 0) right = middle; else left = middle + 1;
    }
    if (left < start) {
      $CopyElements(items, left + 1, items, left, start - left);
      items[left] = pivot;
    }
  }
}

/** Length of the run at items[lo], which is made ascending. */
function CountRun(items, lo, hi, comparator) {
  let runHi = lo + 1;
  if (runHi === hi) return 1;
  if ($ToNumber($Call(comparator, undefined, items[runHi++], items[lo])) < 0) {
    while (runHi < hi && $ToNumber($Call(comparator, undefined, items[runHi], items[runHi - 1])) < 0) runHi++;
    for (let a = lo, b = runHi - 1; a < b; a++, b--) {
      const t = items[a];
      items[a] = items[b];
      items[b] = t;
    }
  } else {
    while (runHi < hi && !($ToNumber($Call(comparator, undefined, items[runHi], items[runHi - 1])) < 0)) runHi++;
  }
  return runHi - lo;
}

/** Position in the sorted items[lo, hi) after everything that is not greater than key, found by galloping from lo. */
function GallopRight(key, items, lo, hi, comparator) {
  let last = lo, step = 1, offset = lo;
  while (offset < hi && !($ToNumber($Call(comparator, undefined, key, items[offset])) < 0)) {
    last = offset + 1;
    offset = lo + step;
    step = step * 2 + 1;
  }
  if (offset > hi) offset = hi;
  while (last < offset) {
    const middle = (last + offset) >>> 1;
    if ($ToNumber($Call(comparator, undefined, key, items[middle])) < 0) offset = middle; else last = middle + 1;
  }
  return last;
}

/** Position in the sorted items[lo, hi) before everything that is not less than key. */
function LowerBound(key, items, lo, hi, comparator) {
  while (lo < hi) {
    const middle = (lo + hi) >>> 1;
    if ($ToNumber($Call(comparator, undefined, items[middle], key)) < 0) lo = middle + 1; else hi = middle;
  }
  return lo;
}

/** Merges the adjacent sorted runs items[lo, mid) and items[mid, hi) through the library array tmp. */
function MergeRuns(items, lo, mid, hi, comparator, tmp) {
  // What is in place already takes no part.
  lo = GallopRight(items[mid], items, lo, mid, comparator);
  if (lo === mid) return;
  hi = LowerBound(items[mid - 1], items, mid, hi, comparator);
  if (mid === hi) return;
  if (mid - lo <= hi - mid) {
    const n = mid - lo;
    $CopyElements(tmp, 0, items, lo, n);
    let a = 0, b = mid, to = lo;
    while (a < n && b < hi) {
      if ($ToNumber($Call(comparator, undefined, items[b], tmp[a])) < 0) items[to++] = items[b++]; else items[to++] = tmp[a++];
    }
    $CopyElements(items, to, tmp, a, n - a);
    return;
  }
  const n = hi - mid;
  $CopyElements(tmp, 0, items, mid, n);
  let a = mid - 1, b = n - 1, to = hi - 1;
  while (a >= lo && b >= 0) {
    if ($ToNumber($Call(comparator, undefined, tmp[b], items[a])) < 0) items[to--] = items[a--]; else items[to--] = tmp[b--];
  }
  $CopyElements(items, to - b, tmp, 0, b + 1);
}

/** Sorts the library array items, which has no undefined, by a comparator. Stable; n log n comparisons at most. */
function MergeSort(items, comparator) {
  const n = items.length;
  if (n < 2) return;
  if (n < 32) {
    InsertionSort(items, 0, n, CountRun(items, 0, n, comparator), comparator);
    return;
  }
  let minRun = n, odd = 0;
  while (minRun >= 32) {
    odd |= minRun & 1;
    minRun >>>= 1;
  }
  minRun += odd;
  const tmp = $NewArray((n >>> 1) + 1);
  const runBase = $NewArray(64), runLen = $NewArray(64);
  let size = 0, lo = 0;
  while (lo < n) {
    let run = CountRun(items, lo, n, comparator);
    if (run < minRun) {
      const force = n - lo < minRun ? n - lo : minRun;
      InsertionSort(items, lo, lo + force, lo + run, comparator);
      run = force;
    }
    runBase[size] = lo;
    runLen[size++] = run;
    lo += run;
    // Keep run lengths growing faster than the Fibonacci numbers, so that 64 places suffice.
    while (size > 1) {
      let at = size - 2;
      if (at > 0 && runLen[at - 1] <= runLen[at] + runLen[at + 1] || at > 1 && runLen[at - 2] <= runLen[at - 1] + runLen[at]) {
        if (runLen[at - 1] < runLen[at + 1]) at--;
      } else if (runLen[at] > runLen[at + 1]) {
        break;
      }
      size = MergeAt(items, runBase, runLen, size, at, comparator, tmp);
    }
  }
  while (size > 1) {
    let at = size - 2;
    if (at > 0 && runLen[at - 1] < runLen[at + 1]) at--;
    size = MergeAt(items, runBase, runLen, size, at, comparator, tmp);
  }
}

/** Merges runs number at and at + 1 of the stack; gives the new number of runs. */
function MergeAt(items, runBase, runLen, size, at, comparator, tmp) {
  const base = runBase[at], mid = runBase[at + 1];
  MergeRuns(items, base, mid, mid + runLen[at + 1], comparator, tmp);
  runLen[at] += runLen[at + 1];
  if (at === size - 3) {
    runBase[at + 1] = runBase[at + 2];
    runLen[at + 1] = runLen[at + 2];
  }
  return size - 1;
}

/**
 * ECMA-262 23.1.3.30.1 SortIndexedProperties, after the reading: sorts the library array items with undefined last (which
 * is where CompareArrayElements puts it). Without a comparator, elements are ordered by their strings.
 */
function SortItems(items, comparator) {
  const undefinedCount = $TakeUndefined(items);
  if (comparator !== undefined) {
    MergeSort(items, comparator);
  } else if (!$SortDefault(items)) {
    // Objects and symbols: make all the strings first; comparing them cannot be observed.
    const n = items.length;
    const pairs = $NewArray(n);
    for (let i = 0; i < n; i++) pairs[i] = [$ToString(items[i]), items[i]];
    $SortPairs(pairs);
    for (let i = 0; i < n; i++) items[i] = pairs[i][1];
  }
  for (let i = 0; i < undefinedCount; i++) $Push(items, undefined);
}

/** ECMA-262 23.1.3.30 Array.prototype.sort(comparator). */
function ArrayPrototype_sort(comparator) {
  if (comparator !== undefined && !$IsCallable(comparator)) $ThrowTypeError("The comparison function must be either a function or undefined");
  const obj = $ToObject(this);
  const len = LengthOfArrayLike(obj);
  const items = [];
  for (let k = 0; k < len; k++) {
    let v = $Element(obj, k);
    if (v === undefined) {
      if (!(k in obj)) continue;
      v = obj[k];
    }
    $Push(items, v);
  }
  SortItems(items, comparator);
  const n = items.length;
  let k = 0;
  for (; k < n; k++) obj[k] = items[k];
  for (; k < len; k++) {
    if (k in obj) delete obj[k];
  }
  return obj;
}

/** ECMA-262 23.1.3.34 Array.prototype.toSorted(comparator). */
function ArrayPrototype_toSorted(comparator) {
  if (comparator !== undefined && !$IsCallable(comparator)) $ThrowTypeError("The comparison function must be either a function or undefined");
  const O = $ToObject(this);
  const len = LengthOfArrayLike(O);
  const A = $ArrayCreate(len, $$ArrayPrototype);
  for (let k = 0; k < len; k++) $DefineIndex(A, k, O[k]);
  SortItems(A, comparator);
  return A;
}
