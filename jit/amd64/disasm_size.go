package amd64

import "golang.org/x/arch/x86/x86asm"

// CodeSize is where the constants of finished code begin: at the first that an
// instruction refers to.
func CodeSize(code []byte) int {
	end := len(code)
	for at := 0; at < end; {
		inst, err := x86asm.Decode(code[at:], 64)
		if err != nil || inst.Len == 0 {
			at++
			continue
		}
		at += inst.Len
		for _, a := range inst.Args {
			if m, ok := a.(x86asm.Mem); ok && m.Base == x86asm.RIP {
				if t := at + int(int32(m.Disp)); t >= at && t < end {
					end = t
				}
			}
		}
	}
	return end
}
