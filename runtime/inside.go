package runtime

// Position is where instruction word of template t is in the source; "?" is the
// file of what has none. The first instructions are where the function begins.
func (m *Machine) Position(t, word uint32) Frame {
	f := m.position(t, word)
	if _, _, _, ok := m.h.PositionAt(t, word); !ok {
		_, _, f.Line = m.NameOf(t)
		f.Column = 1
	}
	return f
}

// NameOf is the name of the function of template t as profiles and dumps show it,
// its file and its first line.
func (m *Machine) NameOf(t uint32) (name, file string, line int) {
	table := newFuncTable()
	f := table.list[table.find(m, t)]
	return f.name, f.file, f.line
}
