// Package romgen builds ROM images: it runs stage 1 (intrinsics, runtime/lib,
// vetted customisation files), has everything frozen and verified, and writes
// the image canonically: the same input gives the same bytes.
//
// Start reading at Build. Default is the image that machines use when nobody
// asks for another: the embedded one, else one from the user's cache directory,
// else a fresh one. The package may import runtime and heap; only package firn
// and cmd/firn import it.
package romgen
