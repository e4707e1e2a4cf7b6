package runtime

import "firn/runtime/interp"

// NativeMaker makes the engine for native code of a machine, or gives nil: then
// the machine interprets everything. interrupted reports whether Interrupt was
// called. The engine must use AttachNative.
type NativeMaker func(vm *interp.Machine, interrupted func() bool) interp.Native

// attach gives the machine native code.
func (m *Machine) attach(make NativeMaker) {
	if make == nil {
		return
	}
	m.makeNative = make
	m.native = make(&m.vm, func() bool {
		if m.prof != nil {
			m.prof.native()
		}
		return m.interrupt.Load()
	})
}

// Native is the machine's engine for native code, nil without one.
func (m *Machine) Native() interp.Native { return m.native }

// drive runs the interpreter and native code in turn until the host is needed.
func (m *Machine) drive() uint32 {
	for {
		code := m.vm.Drive()
		if code == interp.StopPoll && m.native != nil {
			code = m.native.Sample()
		}
		if code == interp.StopNative {
			if m.native == nil {
				m.vm.SetEntered(false) // a number from a machine that had an engine
				continue
			}
			code = m.native.Run()
		}
		if code == interp.StopSample {
			if m.prof == nil || m.prof.sample() {
				continue
			}
			code = interp.StopMemory
		}
		if code == interp.StopMemory && m.makeRoom() {
			continue
		}
		if code != interp.StopNative {
			return code
		}
	}
}

// makeRoom drops what only native code keeps alive: the templates of functions that it is
// of, and the constants of it. It reports whether there is enough memory then.
func (m *Machine) makeRoom() bool {
	if m.native == nil || !m.vm.Full() {
		return false
	}
	m.native.Flush()
	return m.vm.Collect(true)
}

// idle is called when the outermost run has ended.
func (m *Machine) idle() {
	if m.native != nil && m.depth == 0 {
		m.vm.DropNative()
		m.native.Idle()
	}
}
