// Math (ECMA-262 21.3). Every function has a leaf that answers when all arguments are numbers; these coerce first.

/** ECMA-262 21.3.2.1 Math.abs(x). */
function Math_abs(x) {
  return $Math_abs($ToNumber(x));
}

/** ECMA-262 21.3.2.2 Math.acos(x). */
function Math_acos(x) {
  return $Math_acos($ToNumber(x));
}

/** ECMA-262 21.3.2.3 Math.acosh(x). */
function Math_acosh(x) {
  return $Math_acosh($ToNumber(x));
}

/** ECMA-262 21.3.2.4 Math.asin(x). */
function Math_asin(x) {
  return $Math_asin($ToNumber(x));
}

/** ECMA-262 21.3.2.5 Math.asinh(x). */
function Math_asinh(x) {
  return $Math_asinh($ToNumber(x));
}

/** ECMA-262 21.3.2.6 Math.atan(x). */
function Math_atan(x) {
  return $Math_atan($ToNumber(x));
}

/** ECMA-262 21.3.2.7 Math.atanh(x). */
function Math_atanh(x) {
  return $Math_atanh($ToNumber(x));
}

/** ECMA-262 21.3.2.9 Math.cbrt(x). */
function Math_cbrt(x) {
  return $Math_cbrt($ToNumber(x));
}

/** ECMA-262 21.3.2.10 Math.ceil(x). */
function Math_ceil(x) {
  return $Math_ceil($ToNumber(x));
}

/** ECMA-262 21.3.2.11 Math.clz32(x). */
function Math_clz32(x) {
  return $Math_clz32($ToNumber(x));
}

/** ECMA-262 21.3.2.12 Math.cos(x). */
function Math_cos(x) {
  return $Math_cos($ToNumber(x));
}

/** ECMA-262 21.3.2.13 Math.cosh(x). */
function Math_cosh(x) {
  return $Math_cosh($ToNumber(x));
}

/** ECMA-262 21.3.2.14 Math.exp(x). */
function Math_exp(x) {
  return $Math_exp($ToNumber(x));
}

/** ECMA-262 21.3.2.15 Math.expm1(x). */
function Math_expm1(x) {
  return $Math_expm1($ToNumber(x));
}

/** ECMA-262 2025 21.3.2.17 Math.f16round(x). */
function Math_f16round(x) {
  return $Math_f16round($ToNumber(x));
}

/** ECMA-262 21.3.2.16 Math.floor(x). */
function Math_floor(x) {
  return $Math_floor($ToNumber(x));
}

/** ECMA-262 21.3.2.17 Math.fround(x). */
function Math_fround(x) {
  return $Math_fround($ToNumber(x));
}

/** ECMA-262 21.3.2.20 Math.log(x). */
function Math_log(x) {
  return $Math_log($ToNumber(x));
}

/** ECMA-262 21.3.2.22 Math.log10(x). */
function Math_log10(x) {
  return $Math_log10($ToNumber(x));
}

/** ECMA-262 21.3.2.21 Math.log1p(x). */
function Math_log1p(x) {
  return $Math_log1p($ToNumber(x));
}

/** ECMA-262 21.3.2.23 Math.log2(x). */
function Math_log2(x) {
  return $Math_log2($ToNumber(x));
}

/** ECMA-262 21.3.2.28 Math.round(x). */
function Math_round(x) {
  return $Math_round($ToNumber(x));
}

/** ECMA-262 21.3.2.29 Math.sign(x). */
function Math_sign(x) {
  return $Math_sign($ToNumber(x));
}

/** ECMA-262 21.3.2.30 Math.sin(x). */
function Math_sin(x) {
  return $Math_sin($ToNumber(x));
}

/** ECMA-262 21.3.2.31 Math.sinh(x). */
function Math_sinh(x) {
  return $Math_sinh($ToNumber(x));
}

/** ECMA-262 21.3.2.32 Math.sqrt(x). */
function Math_sqrt(x) {
  return $Math_sqrt($ToNumber(x));
}

/** ECMA-262 21.3.2.33 Math.tan(x). */
function Math_tan(x) {
  return $Math_tan($ToNumber(x));
}

/** ECMA-262 21.3.2.34 Math.tanh(x). */
function Math_tanh(x) {
  return $Math_tanh($ToNumber(x));
}

/** ECMA-262 21.3.2.35 Math.trunc(x). */
function Math_trunc(x) {
  return $Math_trunc($ToNumber(x));
}

/** ECMA-262 21.3.2.8 Math.atan2(y, x). */
function Math_atan2(y, x) {
  const ny = $ToNumber(y);
  return $Math_atan2(ny, $ToNumber(x));
}

/** ECMA-262 21.3.2.18 Math.hypot(...args). */
function Math_hypot(...args) {
  for (let i = 0; i < args.length; i++) args[i] = $ToNumber(args[i]);
  return $Math_list(0, args);
}

/** ECMA-262 21.3.2.19 Math.imul(x, y). */
function Math_imul(x, y) {
  const a = $ToNumber(x) | 0;
  return $Math_imul(a, $ToNumber(y) | 0);
}

/** ECMA-262 21.3.2.24 Math.max(...args). */
function Math_max(...args) {
  for (let i = 0; i < args.length; i++) args[i] = $ToNumber(args[i]);
  return $Math_list(1, args);
}

/** ECMA-262 21.3.2.25 Math.min(...args). */
function Math_min(...args) {
  for (let i = 0; i < args.length; i++) args[i] = $ToNumber(args[i]);
  return $Math_list(2, args);
}

/** ECMA-262 21.3.2.26 Math.pow(base, exponent). */
function Math_pow(base, exponent) {
  const b = $ToNumber(base);
  return $Math_pow(b, $ToNumber(exponent));
}
