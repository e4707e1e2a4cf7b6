//go:build !(linux && amd64) || firn_nojit

package jit

// codeRegion is empty here: no code memory can be made.
type codeRegion struct{}

func pageSize() int { return 4096 }

func (r *codeRegion) addr() uintptr                { return 0 }
func (r *codeRegion) reserve(int, bool) error      { return ErrNoNative }
func (r *codeRegion) release()                     {}
func (r *codeRegion) commit(int, int) error        { return ErrNoNative }
func (r *codeRegion) write(int, []byte, int) error { return ErrNoNative }
func (r *codeRegion) sync()                        {}
