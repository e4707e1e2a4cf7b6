package main

import (
	"encoding/hex"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"firn/heap"
	"firn/romgen"
	"firn/runtime"
)

func (a *app) romCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "rom",
		Short: "build, inspect and verify ROM images",
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(a.romBuild(), a.romInspect(), a.romVerify())
	return c
}

func (a *app) romBuild() *cobra.Command {
	var out, preset, override string
	var noEval bool
	c := &cobra.Command{
		Use:   "build -o FILE [CUSTOMISATION.js...]",
		Short: "run stage 1, freeze everything and write the image",
		Long: `Build makes all built-in objects, runs the customisation files, which are trusted
and may change them, freezes everything that can be reached and writes the image.
The same input gives the same bytes.`,
		RunE: func(_ *cobra.Command, files []string) error {
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
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "the `file` to write")
	c.Flags().StringVar(&preset, "preset", "ses", "ses, draft or endo")
	c.Flags().BoolVar(&noEval, "no-evaluators", false, "leave eval, Function and Realm's evaluate functions out")
	c.Flags().StringVar(&override, "override", "", "assigning over a frozen inherited property: allow or throw (default: the preset's)")
	return c
}

// openROM opens an image, the default one without a name.
func openROM(args []string) (*heap.ROM, error) {
	if len(args) == 0 {
		return romgen.Default()
	}
	return romgen.OpenFile(args[0])
}

func (a *app) romInspect() *cobra.Command {
	return &cobra.Command{
		Use:   "inspect [FILE]",
		Short: "say what an image is and what its bytes are spent on",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
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
		},
	}
}

func (a *app) romVerify() *cobra.Command {
	return &cobra.Command{
		Use:   "verify [FILE]",
		Short: "check an image: checksum, profile, every cell",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			rom, err := openROM(args)
			if err != nil {
				return err
			}
			if err := romgen.Verify(rom); err != nil {
				return err
			}
			fmt.Fprintln(a.stdout, "ok")
			return nil
		},
	}
}
