// Package tests holds tests of the whole tree; test suites that run programs
// have packages of their own below it.
package tests
