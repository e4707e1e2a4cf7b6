package backend

// The machine context is a block of memory outside the Go heap, one for each
// native stack. Native code has its address in a register. Words are u64 unless
// said otherwise. Everything up to CtxAbsMask is within reach of an 8-bit
// displacement or nearly so; the save areas come last.
const (
	CtxBase       = 0  // address of cage offset 0
	CtxGoSP       = 8  // the Go stack pointer to return to
	CtxResume     = 16 // address to jump to: an entry, or behind a resumable exit
	CtxNativeSP   = 24 // native stack pointer at the exit, and to go on with
	CtxFuel       = 32 // i64: fuel, in a register while native code runs
	CtxFrame      = 40 // absolute address of r0 of the running JS frame; likewise
	CtxExit       = 48 // number of the exit taken: index into Code.Exits; 0 is the "returned" stub
	CtxCode       = 56 // number of the code object that exits
	CtxResult     = 64 // the value that the bottom frame returned; the value sent to a coroutine that is resumed
	CtxNurTop     = 72 // u32: heap.NurTop, copied at entry and exit
	CtxNurEnd     = 76 // u32: heap.NurEnd
	CtxEpoch      = 80 // u32: heap.ProtoEpoch, refreshed before every entry and resumption
	CtxMode       = 84 // u32: the mode in which a coroutine is resumed
	CtxStackLimit = 88 // absolute address that no JS frame may end above
	CtxEntries    = 96 // address of the table: code number -> entry address

	CtxTagInt    = 104 // heap.TagInt << 48
	CtxTagObject = 112 // heap.TagObject << 48
	CtxTagString = 120 // heap.TagString << 48
	CtxTagCell   = 128 // heap.TagCell << 48

	CtxGoBP = 136 // the Go frame pointer of the function to return to

	CtxSignMask = 144 // 16 bytes: the sign bit of a float64, then 0
	CtxAbsMask  = 160 // 16 bytes: all but the sign bit of a float64, then 0

	// The native stack and the ways out. A function's entry leaves for the
	// interpreter when RSP less the bytes of its activation is below the limit.
	// Native code leaves by a jump through one of the addresses, with CtxExit and
	// CtxCode (and CtxResume, if resumable) stored; the stubs store the rest. The
	// bottom frame returns into the trampoline like any other.
	CtxNativeLimit = 176 // lowest address that an activation may reach; leaf helpers have some room below
	CtxExitSave    = 184 // address of the stub that saves all registers: deopt and poll exits
	CtxExitSlow    = 192 // address of the stub that saves none: slow exits

	CtxCards = 200 // u32: heap.CardBias, for stubs
	CtxFirn  = 204 // u32: heap.Firn, likewise

	// The routine for functions of doubles, called with the number of one (see
	// ssa.MathFunc) in RAX and two doubles in X0 and X1. The result is in X0, and all
	// else destroyed.
	CtxMath = 208

	CtxThrew = 216 // u32: 1 when code goes on since an exception has come out of what it called; native code takes it back to 0

	CtxGPR = 256           // save area: 16 general registers, by number
	CtxFPR = CtxGPR + 16*8 // save area: 16 float registers (low 64 bits), by number

	CtxStubs = CtxFPR + 16*8 // addresses of stubs, by ssa.Stub; those that no code of the machine calls may be 0
	MaxStubs = 64

	CtxSize  = CtxStubs + 8*MaxStubs // bytes; a multiple of 64
	CtxAlign = 64                    // alignment of a context
)

// CtxReg is the offset of r in the save area.
func CtxReg(r Reg) int { return CtxGPR + 8*int(r) }
