// Until regular expressions are part of the library.
function RegExpCreate(P, F) {
  $ThrowSyntaxError("regular expressions are not part of this build");
}
