// harden, Nat and lockdown.

/** harden(root) where proxies are involved; the leaf does the rest. Nothing is frozen before everything has been found. */
function Harden(root) {
  if (!$IsObject(root)) return root;
  const found = [root];
  const seen = $SetCreate($$SetPrototype);
  $SetAdd(seen, root);
  for (let i = 0; i < found.length; i++) {
    const o = found[i];
    if ($IsHardened(o)) continue;
    HardenLater(found, seen, ObjGetPrototypeOf(o));
    const keys = ObjOwnKeys(o);
    for (let j = 0; j < keys.length; j++) {
      const desc = ObjGetOwnProperty(o, keys[j]);
      if (desc === undefined) continue;
      HardenLater(found, seen, desc.value);
      HardenLater(found, seen, desc.get);
      HardenLater(found, seen, desc.set);
    }
  }
  // Proxies may refuse: they come first.
  for (let i = 0; i < found.length; i++) {
    if ($Is(found[i], $KProxy) && !SetIntegrityLevel(found[i], 2)) $ThrowTypeError("A proxy refuses to be hardened");
  }
  for (let i = 0; i < found.length; i++) {
    if (!$Is(found[i], $KProxy) && !$HardenOne(found[i])) $ThrowTypeError("An object cannot be hardened");
  }
  for (let i = 0; i < found.length; i++) $SetHardened(found[i]);
  return root;
}

function HardenLater(found, seen, value) {
  if (!$IsObject(value) || $SetHas(seen, value)) return;
  $SetAdd(seen, value);
  $Push(found, value);
}

/** Nat(x): x if it is a natural number: a non-negative safe integer or a non-negative BigInt. */
function Nat(x) {
  if (typeof x === "bigint") {
    if (x < 0n) $ThrowRangeError("Nat: a BigInt is negative");
    return x;
  }
  if (typeof x !== "number") $ThrowTypeError("Nat: " + $Display(x) + " is not a number");
  if (!(x >= 0 && x <= 9007199254740991) || $ToIntegerOrInfinity(x) !== x) {
    $ThrowRangeError("Nat: " + $Display(x) + " is not a natural number");
  }
  return x + 0;
}

/** lockdown(options): everything is locked down already; options that ask for less are errors. */
function Lockdown(options) {
  if (options === undefined) return undefined;
  if (!$IsObject(options)) $ThrowTypeError("lockdown: the options must be an object");
  const keys = ObjOwnKeys(options);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const value = options[key];
    switch (key) {
      case "dateTaming":
      case "mathTaming":
      case "regExpTaming":
      case "localeTaming":
      case "symbolTaming":
      case "evalTaming":
        if (value === "safe" || value === "safe-eval" || value === "safeEval" || value === undefined) continue;
        $ThrowTypeError("lockdown: " + key + " can only be safe");
      case "errorTaming":
      case "errorTrapping":
      case "unhandledRejectionTrapping":
      case "consoleTaming":
      case "overrideTaming":
      case "overrideDebug":
      case "stackFiltering":
      case "domainTaming":
      case "reporting":
      case "legacyRegeneratorRuntimeTaming":
      case "__hardenTaming__":
        continue;
      default:
        $ThrowTypeError("lockdown: unknown option " + $Display(key));
    }
  }
  return undefined;
}
