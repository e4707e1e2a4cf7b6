package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"

	"github.com/urfave/cli/v3"

	"firn/romgen"
	"firn/runtime"
)

func (a *app) versionCommand() *cli.Command {
	return &cli.Command{
		Name:  "version",
		Usage: "say which build this is and what its ROM is",
		Action: action(0, 0, func([]string) error {
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
		}),
	}
}

func (a *app) benchCommand() *cli.Command {
	return a.sourceCommand("bench", "bench", "time firn and other engines on the programs of bench/")
}

func (a *app) test262Command() *cli.Command {
	return a.sourceCommand("test262", "tests/test262/run", "run the official conformance suite")
}

// sourceCommand is a command that only firn's source tree can carry out. It is a
// program of its own, so that what it needs does not slow every start down.
func (a *app) sourceCommand(name, dir, use string) *cli.Command {
	return &cli.Command{
		Name:            name,
		ArgsUsage:       "[FLAGS]",
		Usage:           use,
		Description:     fmt.Sprintf("It is \"go run firn/%s\" in firn's source tree, with the same flags: see firn %s -help.", dir, name),
		SkipFlagParsing: true,
		HideHelp:        true,
		Action: action(0, -1, func(args []string) error {
			if err := inSourceTree(); err != nil {
				return err
			}
			a.stdout.Flush()
			c := exec.Command("go", append([]string{"run", "firn/" + dir}, args...)...)
			c.Stdin, c.Stdout, c.Stderr = a.stdin, a.stdout, a.stderr
			var exit *exec.ExitError
			if err := c.Run(); errors.As(err, &exit) {
				return statusError(exitException)
			} else if err != nil {
				return err
			}
			return nil
		}),
	}
}

// inSourceTree checks that the working directory is firn's source tree or in it.
func inSourceTree() error {
	dir, err := os.Getwd()
	for err == nil {
		if b, bad := os.ReadFile(filepath.Join(dir, "go.mod")); bad == nil && len(b) > 12 && string(b[:12]) == "module firn\n" {
			return nil
		}
		if dir == filepath.Dir(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	return usage("this command works in firn's source tree only")
}
