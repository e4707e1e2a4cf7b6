// Package ses holds the proofs that a machine is a SES world: what can be
// reached from the shared globals is frozen and in ROM, compartments have their
// own evaluators and nothing of each other's, harden is transitive. Tests only.
package ses
