// Command cog makes the embedded list of communes, EPCI, departments and
// regions from the npm package that etalab publishes every year.
//
//	npm pack @etalab/decoupage-administratif@6.0.0
//	go run ./cmd/cog -package etalab-decoupage-administratif-6.0.0.tgz
//	go run ./cmd/cog -download
//
// -download has npm fetch the package into a folder that is removed again. A
// tarball must have the checksum that the registry published; an unpacked
// folder is taken as it is. Run in the root of the project, the command writes
// validate/france/cog/cog.txt, the same bytes for the same package, to commit;
// the target cog of the Makefile is its short form. For another year, change
// the version and its checksum in package.go and look at the counts, which the
// tests of validate/france/cog know too.
//
// The package has no dates: of an old code it says which commune it is part of
// today, not since when, and the year stays empty.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/socle-commun/socle/validate/france/cog"
)

func main() {
	from := flag.String("package", "", "the package: a tarball or the folder it was unpacked into")
	fetch := flag.Bool("download", false, "have npm fetch the package")
	to := flag.String("o", "validate/france/cog/cog.txt", "the data file to write")
	flag.Parse()
	if err := run(*from, *fetch, *to); err != nil {
		fmt.Fprintln(os.Stderr, "cog:", err)
		os.Exit(1)
	}
}

func run(from string, fetch bool, to string) error {
	if (from == "") != fetch {
		return fmt.Errorf("give either -package or -download")
	}
	open := func() (files, error) { return openPackage(from) }
	if fetch {
		open = download
	}
	p, err := open()
	if err != nil {
		return err
	}
	list, err := build(p)
	if err != nil {
		return err
	}
	data, err := cog.Encode(list)
	if err != nil {
		return err
	}
	fmt.Printf("%s %s, %s, %s\n", list.Source, list.Version, list.Vintage, list.Licence)
	fmt.Printf("%d communes and parts of communes, %d former codes, %d EPCI, %d departments and collectivities, %d regions, %d bytes\n",
		len(list.Communes), len(list.Former), len(list.EPCIs), len(list.Departments), len(list.Regions), len(data))
	return os.WriteFile(to, data, 0o666)
}
