package firn

import (
	"firn/heap"
	"firn/romgen"
)

const stressAll = heap.StressCollect | heap.StressVerify | heap.StressPoison

// newDefaultEngine stands on the default ROM.
func newDefaultEngine() (*Engine, error) {
	rom, err := romgen.Default()
	if err != nil {
		return nil, err
	}
	return &Engine{rom}, nil
}

// OpenROM makes an engine on a ROM image that "firn rom build" or package romgen
// has written. The image is verified first.
func OpenROM(image []byte) (*Engine, error) {
	rom, err := romgen.Open(image)
	if err != nil {
		return nil, err
	}
	return &Engine{rom}, nil
}

// OpenROMFile is OpenROM of what the file holds, which is read into memory.
func OpenROMFile(name string) (*Engine, error) {
	rom, err := romgen.OpenFile(name)
	if err != nil {
		return nil, err
	}
	return &Engine{rom}, nil
}
