package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"

	"github.com/spf13/cobra"

	"firn/romgen"
	"firn/runtime"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "say which build this is and what its ROM is",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			version, commit := "(devel)", ""
			if info, ok := debug.ReadBuildInfo(); ok {
				version = info.Main.Version
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						commit = " " + s.Value
					}
				}
				fmt.Fprintf(a.stdout, "firn %s%s %s\n", version, commit, info.GoVersion)
			}
			rom, from, err := romgen.DefaultFrom()
			if err != nil {
				return err
			}
			p, err := runtime.ReadProfile(rom)
			if err != nil {
				return err
			}
			hash := rom.Hash()
			fmt.Fprintf(a.stdout, "rom %x (%s, preset %s, %s)\n", hash[:8], from, p.Preset, p.Edition)
			return nil
		},
	}
}

func (a *app) benchCommand() *cobra.Command {
	return &cobra.Command{
		Use:                "bench [FLAGS]",
		Short:              "time firn and other engines on the programs of bench/",
		Long:               "Bench is \"go run ./bench\" in firn's source tree, with the same flags: see firn bench -help.",
		DisableFlagParsing: true,
		RunE: func(_ *cobra.Command, args []string) error {
			root, err := moduleRoot()
			if err != nil {
				return err
			}
			a.stdout.Flush()
			c := exec.Command("go", append([]string{"run", "./bench"}, args...)...)
			c.Dir, c.Stdin, c.Stdout, c.Stderr = root, a.stdin, a.stdout, a.stderr
			var exit *exec.ExitError
			if err := c.Run(); errors.As(err, &exit) {
				return statusError(exitException)
			} else if err != nil {
				return err
			}
			return nil
		},
	}
}

// moduleRoot is firn's source tree: the working directory or one above it.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	for err == nil {
		if b, bad := os.ReadFile(filepath.Join(dir, "go.mod")); bad == nil && len(b) > 12 && string(b[:12]) == "module firn\n" {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	return "", usage("this command works in firn's source tree only")
}
