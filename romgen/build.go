package romgen

import (
	"errors"
	"fmt"
	"os"

	"firn/heap"
	"firn/runtime"
)

// Customisation is vetted code that runs in stage 1, before the freeze.
type Customisation struct {
	Name   string // file name in messages
	Source string
}

// Options say what ROM to build. The zero value is the default ROM: preset ses.
type Options struct {
	// Preset is one of the runtime's presets; 0 means PresetSes.
	Preset runtime.Presets
	// Override, if not nil, replaces the preset's policy for assignments over
	// frozen inherited data properties: true allows them.
	Override *bool
	// NoEvaluators leaves eval, Function and Realm's evaluate functions out: only
	// programs of the host run.
	NoEvaluators bool
	// Customisations run in this order, each as a program of one compartment of
	// the realm that is not frozen yet. They have no host objects. Properties
	// that they leave on the global object become globals of every compartment.
	Customisations []Customisation
}

// stage1Memory bounds what customisation may use.
const stage1Memory = 1 << 30

// Build runs stage 1 and returns the ROM image. Errors in customisation files
// are the runtime's; a *runtime.FreezeError tells what cannot be frozen.
func Build(o Options) ([]byte, error) {
	if o.Preset == 0 {
		o.Preset = runtime.PresetSes
	}
	p := runtime.DefaultProfile(o.Preset)
	if o.Override != nil {
		p.Override = *o.Override
	}
	p.Evaluators = !o.NoEvaluators
	p.Inputs = inputs(o)
	m, err := runtime.NewStage1(runtime.Config{Memory: stage1Memory}, o.Preset)
	if err != nil {
		return nil, err
	}
	defer m.Close()
	if err := m.CheckPermits(); err != nil {
		return nil, err
	}
	for _, c := range o.Customisations {
		if err := m.Customise(c.Source, c.Name); err != nil {
			return nil, fmt.Errorf("customisation: %w", err)
		}
	}
	return m.BuildROM(p)
}

// Open opens an image that Build made. Errors are *heap.ImageError.
func Open(image []byte) (*heap.ROM, error) {
	return open(image, heap.OpenROM)
}

// open opens an image with OpenROM or OpenSealedROM of package heap.
func open(image []byte, heapOpen func([]byte) (*heap.ROM, error)) (*heap.ROM, error) {
	rom, err := heapOpen(image)
	if err != nil {
		return nil, err
	}
	if _, err := runtime.ReadProfile(rom); err != nil {
		return nil, err
	}
	return rom, nil
}

// OpenFile opens an image in a file.
func OpenFile(name string) (*heap.ROM, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	rom, err := Open(b)
	var ie *heap.ImageError
	if errors.As(err, &ie) {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rom, err
}
