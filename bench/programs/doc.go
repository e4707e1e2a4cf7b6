// Package programs holds the bench programs: strict-mode scripts of our own that print checksums and take their
// size from one line. It imports only the standard library, so that any test may run them; start at All.
//
// A program has a header line "// bench: small=1 normal=8 long=60", optionally with "skip=NAME" for an engine that
// lacks what the program is about, and a line "const SIZE = 8; // bench:size" that Source replaces.
package programs
