//go:build !firn_nojit

package jit

import "firn/jit/amd64/matcher"

func init() { compileMatcher = matcher.Compile }
