// Command socle checks a French local authority's open data before it is
// published.
package main

import (
	"os"

	"github.com/spf13/cobra"
)

func main() {
	postponeCollecting()
	cobra.MousetrapHelpText = doubleClicked
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
