// Command run runs the official conformance suite on Firn; "firn test262" starts
// it. It is a program of its own because it links what reads archives and shows
// progress, net/http and cgo among it, which the command must not pay for.
package main
