// Package datemath holds the abstract operations on time values of ECMA-262 21.4.1, Date.parse
// and the date formats.
//
// A time value is a float64: milliseconds since 1970-01-01T00:00Z, integral and within ±8.64e15,
// or NaN. The local time zone is always UTC: machines must not see where they run, so LocalTime
// and UTC are the identity and there are no such functions here.
//
// It is Core Go and imports package num. Start with day.go; parse.go has the grammar.
package datemath
