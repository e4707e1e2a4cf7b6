package main

import (
	"github.com/spf13/cobra"

	"firn/tests/test262"
)

func (a *app) test262Command() *cobra.Command {
	return &cobra.Command{
		Use:                "test262 [FLAGS] [REGEXP]",
		Short:              "run the official conformance suite",
		DisableFlagParsing: true,
		RunE: func(_ *cobra.Command, args []string) error {
			status := test262.Command(args, test262.Stage1{}, a.stdout, a.stderr)
			if status != 0 {
				return statusError(status)
			}
			return nil
		},
	}
}
