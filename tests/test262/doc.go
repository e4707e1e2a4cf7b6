// Package test262 runs the official ECMAScript conformance suite against a strict-only SES engine.
//
// It imports nothing of the engine: an Engine runs jobs, adapters implement it (firn.go for Firn, a test for goja).
// Start at runner.go; suite.go reads the data in place, meta.go the frontmatter, rules.go says what is excluded
// and why, expect.go keeps the ratchet. Invariants: tests are data and are never written into the tree; limits
// are fuel and memory, never time; equal suite and engine give an equal report, whatever the number of workers.
package test262
