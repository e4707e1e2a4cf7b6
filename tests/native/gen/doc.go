// Package gen makes random strict-mode programs that are hard on optimising compilers, the same one for the same seed:
// they end after a bounded number of steps, print a log and a checksum of what they computed, and use nothing that may
// differ between two runs. A program is a tree, so that Reduce can make a failing one small. It imports only the
// standard library; start at New.
package gen
