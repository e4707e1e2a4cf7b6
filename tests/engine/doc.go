// Package engine tests what lies between the interpreter and native code, with
// native code that is assembled by hand: entry, return, exits, frames that wait,
// exceptions, collections and images in the middle.
package engine
