package firn

import (
	"firn/heap"
	"firn/romgen"
	"firn/runtime"
)

const stressAll = heap.StressCollect | heap.StressVerify | heap.StressPoison

// newDefaultEngine stands on the default ROM.
func newDefaultEngine() (*Engine, error) {
	rom, err := romgen.Default()
	if err != nil {
		return nil, err
	}
	return romEngine(rom), nil
}

func romEngine(rom *heap.ROM) *Engine {
	return &Engine{start: func(c runtime.Config) (*runtime.Machine, error) { return runtime.New(rom, c) }}
}

// OpenROM makes an engine on a ROM image that "firn rom build" or package romgen
// has written. The image is verified first.
func OpenROM(image []byte) (*Engine, error) {
	rom, err := romgen.Open(image)
	if err != nil {
		return nil, err
	}
	return romEngine(rom), nil
}

// OpenROMFile is OpenROM of a file, which is mapped and shared with other
// processes.
func OpenROMFile(name string) (*Engine, error) {
	rom, err := romgen.OpenFile(name)
	if err != nil {
		return nil, err
	}
	return romEngine(rom), nil
}
