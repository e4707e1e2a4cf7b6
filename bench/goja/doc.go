// Command goja runs strict-mode scripts on goja, the Go engine that Firn is compared with.
//
// It is the smallest host that the bench programs need: print and nothing else. Scripts named on the command line
// run one after another in one realm.
package main
