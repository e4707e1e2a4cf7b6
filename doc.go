// Package firn embeds the Firn engine: hardened JavaScript (SES) in Go programs.
//
// An Engine holds what machines share: the ROM of frozen built-ins. A Machine is
// one JavaScript world with limits of its own; a Compartment is one global object
// in it, and a Value is one JavaScript value that the program holds. Start with
// New and Machine.Run, then Compartment.Set and Value.
//
// An Engine may be used by any number of goroutines, a Machine and its values by
// one at a time. No function of this package panics, whatever the JavaScript does.
package firn
