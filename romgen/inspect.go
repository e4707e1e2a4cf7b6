package romgen

import (
	"fmt"

	"firn/heap"
	"firn/runtime"
)

// Report says what an image is and what its bytes are spent on.
type Report struct {
	Profile   runtime.Profile
	Hash      [32]byte
	Bytes     int // of the whole image
	Templates int // compiled functions
	Kinds     []heap.KindStat
	Owners    []runtime.Spent // largest first
}

// Inspect reports on an image.
func Inspect(rom *heap.ROM) (*Report, error) {
	m, err := runtime.New(rom, runtime.Config{})
	if err != nil {
		return nil, err
	}
	defer m.Close()
	p, err := runtime.ReadProfile(rom)
	if err != nil {
		return nil, err
	}
	return &Report{
		Profile: *p, Hash: rom.Hash(), Bytes: len(rom.Bytes()), Templates: int(rom.Templates()),
		Kinds: m.Heap().KindStats(heap.SpaceROM), Owners: m.ROMOwners(),
	}, nil
}

// Verify checks an image beyond what Open does: every cell is well-formed, and
// every object in it is frozen but for the model of global objects.
func Verify(rom *heap.ROM) error {
	m, err := runtime.New(rom, runtime.Config{})
	if err != nil {
		return err
	}
	defer m.Close()
	h := m.Heap()
	if err := h.VerifyROM(); err != nil {
		return err
	}
	var bad error
	models := 0
	h.Walk(heap.SpaceROM, func(ref uint32) bool {
		switch k := h.Kind(ref); {
		case k < heap.FirstObject || h.TestIntegrity(ref, heap.Frozen):
		case k == heap.KGlobal && models == 0:
			models++
		default:
			bad = fmt.Errorf("ROM image: the %s object at %#x is not frozen", heap.KindName(k), ref)
		}
		return bad == nil
	})
	return bad
}
