// Command bench times engines side by side on the programs of bench/programs.
//
// What is timed is user and system CPU of whole processes, the median of several runs that take turns between the
// engines; every output is compared with node's. It prints a table and, with -out, writes a JSON record and an SVG
// chart. Start at main.go; engines.go says how each engine is built and called, measure.go runs it.
//
//	go run ./bench -vs firn-interpreter,goja,node,node-jitless,node-baseline -size long -n 5 -out DIR
package main
