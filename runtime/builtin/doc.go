// Package builtin holds the leaves: built-ins written in Go. A leaf gets its
// arguments as they are (JS code in runtime/lib has coerced them where the
// specification says so), never calls JS and never collects.
//
// It imports heap and its own kernels (num, fmath, datemath, bigmath, strs,
// regexp). Start with call.go and ../_gen/intrinsics, the tables that number the
// leaves: a leaf is a function of the name in the table (Do_Name for a $Name of
// library code). values.go has what most leaves share.
package builtin
