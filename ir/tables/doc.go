// Package tables makes the tables of compilation, which are kept for the next
// function. It imports nothing of Firn. Start reading at tables.go.
//
// A table is cleared before it is used, also when it is new and zero anyway, since
// a new page should be written before it is read; and it is as large as the next
// power of two, so that tables grown through functions of all sizes leave at most
// as much behind as they are. What is not used of one is not touched and costs
// nothing. See "Native code" in RATIONALE.md.
package tables
