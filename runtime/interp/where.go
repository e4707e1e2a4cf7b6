package interp

import "firn/ir/bytecode"

// Where names the instruction at pc, for reports of broken invariants.
func (m *Machine) Where() string {
	if m.tmpl == 0 {
		return "the host's frame"
	}
	return bytecode.Op(m.H.U8(m.pc)).String()
}
