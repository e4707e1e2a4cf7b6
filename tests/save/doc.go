// Package save holds the torture of machine images: programs that are stopped,
// saved, restored and forked all the time and must not notice. Tests only.
package save
