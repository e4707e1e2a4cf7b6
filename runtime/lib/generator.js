// Generators (ECMA-262 27.5). The driver suspends and resumes frames; these are the methods around it.

/** Tests the this value of a method of %GeneratorPrototype%. */
function ThisGenerator(generator, method) {
  if (!$Is(generator, $KGenerator)) ThrowIncompatible("[Generator].prototype." + method, generator);
  return generator;
}

/** What a method returns: done is undefined when v is the result object of a yield*'s inner iterator. */
function GeneratorResult(v, done) {
  return done === undefined ? v : { value: v, done };
}

/** A for-of loop over a generator met such a result object. */
function IteratorResultStep(result) {
  return result.done ? $Empty() : result.value;
}

/** ECMA-262 27.5.1.2 %GeneratorPrototype%.next(value). */
function GeneratorPrototype_next(value) {
  const v = $GenResume(ThisGenerator(this, "next"), value, 0);
  return GeneratorResult(v, $Done());
}

/** ECMA-262 27.5.1.3 %GeneratorPrototype%.return(value). */
function GeneratorPrototype_return(value) {
  const v = $GenResume(ThisGenerator(this, "return"), value, 2);
  return GeneratorResult(v, $Done());
}

/** ECMA-262 27.5.1.4 %GeneratorPrototype%.throw(exception). */
function GeneratorPrototype_throw(exception) {
  const v = $GenResume(ThisGenerator(this, "throw"), exception, 1);
  return GeneratorResult(v, $Done());
}
