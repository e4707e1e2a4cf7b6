//go:build !(linux && amd64) || firn_nojit

package native

import "firn/runtime"

// Everything is nil: there is no native code here.
func Everything(warm uint32) runtime.NativeMaker { return nil }
