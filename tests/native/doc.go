// Package native is the differential harness: programs (bench, tests/programs, generated ones of package gen) run in
// the interpreter and in every other mode that this build has, and must print the same, end the same way at the same
// place, be charged the same and leave the same machine image behind; what they print is compared with node's, too.
// Tests only; start at modes.go. FIRN_NATIVE_HOURS asks for a long run, FIRN_NATIVE_SEED for one program; native_test.go has all.
package native
