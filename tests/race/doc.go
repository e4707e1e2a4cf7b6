// Package race says whether the race detector watches: each access of memory
// then costs about ten times as much, and programs that run until a limit stops
// them need a smaller one. Tests only.
package race
