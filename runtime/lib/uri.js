// URI handling functions (ECMA-262 19.2.6). The leaves throw the URIError of a malformed argument.

/** ECMA-262 19.2.6.1 decodeURI(encodedURI). */
function decodeURI(encodedURI) {
  return $DecodeURI($ToString(encodedURI), false);
}

/** ECMA-262 19.2.6.2 decodeURIComponent(encodedURIComponent). */
function decodeURIComponent(encodedURIComponent) {
  return $DecodeURI($ToString(encodedURIComponent), true);
}

/** ECMA-262 19.2.6.3 encodeURI(uri). */
function encodeURI(uri) {
  return $EncodeURI($ToString(uri), false);
}

/** ECMA-262 19.2.6.4 encodeURIComponent(uriComponent). */
function encodeURIComponent(uriComponent) {
  return $EncodeURI($ToString(uriComponent), true);
}
