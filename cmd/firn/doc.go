// Command firn runs hardened JavaScript (SES). Start with newRoot; each command
// has a file of its own.
package main
