package main

import (
	"errors"
	"io"
	"os"

	"github.com/urfave/cli/v3"

	"firn"
)

// profiles are the files that profiles go to, "" for none.
type profiles struct{ cpu, mem string }

func (p *profiles) flags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "cpuprofile", Destination: &p.cpu, Usage: "write to this `file` where time goes: see go tool pprof"},
		&cli.StringFlag{Name: "memprofile", Destination: &p.mem, Usage: "write to this `file` where memory is allocated: see go tool pprof"},
	}
}

// profiled runs f and writes the profiles that are wanted, whatever f returns.
func (p *profiles) profiled(m *firn.Machine, f func() error) error {
	type profile struct {
		file  string
		start func() error
		stop  func(io.Writer) error
	}
	var stops []func() error
	for _, x := range []profile{{p.cpu, m.StartCPUProfile, m.StopCPUProfile}, {p.mem, m.StartMemProfile, m.StopMemProfile}} {
		if x.file == "" {
			continue
		}
		// The file is made now: a wrong name should not cost a long run.
		w, err := os.Create(x.file)
		if err != nil {
			return err
		}
		if err := x.start(); err != nil {
			return errors.Join(err, w.Close())
		}
		stops = append(stops, func() error { return errors.Join(x.stop(w), w.Close()) })
	}
	err := f()
	for _, stop := range stops {
		if stopped := stop(); err == nil {
			err = stopped
		}
	}
	return err
}
