package main

import (
	"encoding/hex"
	"fmt"
	"os"

	"github.com/urfave/cli/v3"

	"firn/heap"
	"firn/romgen"
	"firn/runtime"
)

func (a *app) romCommand() *cli.Command {
	return &cli.Command{
		Name:     "rom",
		Usage:    "build, inspect and verify ROM images",
		Commands: []*cli.Command{a.romBuild(), a.romInspect(), a.romVerify()},
		Action:   group,
	}
}

func (a *app) romBuild() *cli.Command {
	var out, preset, override string
	var noEval bool
	return &cli.Command{
		Name:      "build",
		ArgsUsage: "[CUSTOMISATION.js...]",
		Usage:     "run stage 1, freeze everything and write the image",
		Description: `Build makes all built-in objects, runs the customisation files, which are trusted
and may change them, freezes everything that can be reached and writes the image.
The same input gives the same bytes.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Destination: &out, Usage: "the `file` to write"},
			&cli.StringFlag{Name: "preset", Value: "ses", Destination: &preset, Usage: "ses, draft or endo"},
			&cli.BoolFlag{Name: "no-evaluators", Destination: &noEval, Usage: "leave eval, Function and Realm's evaluate functions out"},
			&cli.StringFlag{Name: "override", Destination: &override, Usage: "assigning over a frozen inherited property: allow or throw (default: the preset's)"},
		},
		Action: action(0, -1, func(files []string) error {
			if out == "" {
				return usage("rom build needs -o FILE")
			}
			p, ok := runtime.PresetByName(preset)
			if !ok {
				return usage(fmt.Sprintf("-preset=%s: want ses, draft or endo", preset))
			}
			o := romgen.Options{Preset: p, NoEvaluators: noEval}
			switch override {
			case "":
			case "allow", "throw":
				allow := override == "allow"
				o.Override = &allow
			default:
				return usage(fmt.Sprintf("-override=%s: want allow or throw", override))
			}
			for _, name := range files {
				text, err := a.read(name)
				if err != nil {
					return err
				}
				o.Customisations = append(o.Customisations, romgen.Customisation{Name: name, Source: text})
			}
			image, err := romgen.Build(o)
			if err != nil {
				return err
			}
			return os.WriteFile(out, image, 0o644)
		}),
	}
}

// openROM opens an image, the default one without a name.
func openROM(args []string) (*heap.ROM, error) {
	if len(args) == 0 {
		return romgen.Default()
	}
	return romgen.OpenFile(args[0])
}

func (a *app) romInspect() *cli.Command {
	return &cli.Command{
		Name:      "inspect",
		ArgsUsage: "[FILE]",
		Usage:     "say what an image is and what its bytes are spent on",
		Action: action(0, 1, func(args []string) error {
			rom, err := openROM(args)
			if err != nil {
				return err
			}
			r, err := romgen.Inspect(rom)
			if err != nil {
				return err
			}
			p := &r.Profile
			fmt.Fprintf(a.stdout, "hash       %s\npreset     %s\nedition    %s\noverride   %v\nevaluators %v\nbytecode   %x\ninputs     %s\nfunctions  %d\nbytes      %d\n\n",
				hex.EncodeToString(r.Hash[:]), p.Preset, p.Edition, p.Override, p.Evaluators, p.Bytecode, p.Inputs, r.Templates, r.Bytes)
			fmt.Fprintf(a.stdout, "%-40s %8s %9s\n", "by kind", "cells", "bytes")
			var cells, bytes uint64
			for _, k := range r.Kinds {
				fmt.Fprintf(a.stdout, "%-40s %8d %9d\n", k.Name, k.Count, k.Bytes)
				cells += k.Count
				bytes += k.Bytes
			}
			fmt.Fprintf(a.stdout, "%-40s %8d %9d\n\n%-40s %8s %9s\n", "all", cells, bytes, "by owner", "cells", "bytes")
			for _, o := range r.Owners {
				fmt.Fprintf(a.stdout, "%-40s %8d %9d\n", o.Owner, o.Cells, o.Bytes)
			}
			return nil
		}),
	}
}

func (a *app) romVerify() *cli.Command {
	return &cli.Command{
		Name:      "verify",
		ArgsUsage: "[FILE]",
		Usage:     "check an image: checksum, profile, every cell",
		Action: action(0, 1, func(args []string) error {
			rom, err := openROM(args)
			if err != nil {
				return err
			}
			if err := romgen.Verify(rom); err != nil {
				return err
			}
			fmt.Fprintln(a.stdout, "ok")
			return nil
		}),
	}
}
