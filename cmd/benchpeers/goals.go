package main

import (
	"fmt"
	"io"
	"math"

	"github.com/socle-commun/socle/cmd/internal/cost"
)

// A goal is something that is promised: a number that must not be above a limit,
// or, where least is set, not below it.
type goal struct {
	title   string
	limit   float64
	least   bool
	unit    string // after the numbers
	measure func(outcomes) float64
}

// outcomes are those of the loads that were measured, by name.
type outcomes map[string]outcome

// theGoals are what is promised.
var theGoals = []goal{
	{"subventions, 1 M rows: wall time beside `wc -l`", 8, false, " ×", over("subventions-1m", "wc")},
	{"subventions, 1 M rows: wall time beside DuckDB's typed read with constraints", 0.5, false, " ×", over("subventions-1m", "duckdb")},
	{"IRVE: rows a second beside frictionless", 100, true, " ×", under("irve", "frictionless")},
	{"BAL: rows a second beside validateur-bal", 100, true, " ×", under("bal", "validateur-bal")},
	{"GeoJSON: wall time beside Go's `json.Valid`", 2, false, " ×", over("equipements", "json-valid")},
	{"wall time of a row among 10 M beside one among 1 M", 1.1, false, " ×", longer},
	{"most memory without unique keys", 64, false, " MiB", memory},
	{"memory a row with unique keys, of the whole process", 24, false, " bytes", memoryOfKeys},
	{"30 rows, start to finish", 20, false, " ms", start},
}

// writeGoals writes for each goal whether it is met.
func writeGoals(w io.Writer, all []outcome) {
	by := outcomes{}
	for _, o := range all {
		by[o.load.name] = o
	}
	fmt.Fprint(w, "\n| goal | limit | measured | met |\n|---|--:|--:|---|\n")
	for _, g := range theGoals {
		sign := "≤"
		if g.least {
			sign = "≥"
		}
		measured, met := "not measured", ""
		if v := g.measure(by); !math.IsNaN(v) {
			measured, met = fmt.Sprintf("%.2f%s", v, g.unit), g.verdict(v)
		}
		fmt.Fprintf(w, "| %s | %s %v%s | %s | %s |\n", g.title, sign, g.limit, g.unit, measured, met)
	}
}

// verdict says whether a number is within the limit.
func (g *goal) verdict(v float64) string {
	if v <= g.limit && !g.least || v >= g.limit && g.least {
		return "yes"
	}
	return "**no**"
}

// row is the wall time of a row of a load for a program, in seconds; not a number
// where it was not measured.
func (by outcomes) row(load, peer string) float64 {
	if p := by[load].program(peer); p != nil {
		return p.perRow()
	}
	return math.NaN()
}

// program gives one that was measured, or nil.
func (o outcome) program(peer string) *program {
	for _, p := range o.programs {
		if p.peer.name == peer && len(p.costs) > 0 {
			return p
		}
	}
	return nil
}

// over is socle's time as a multiple of a peer's.
func over(load, peer string) func(outcomes) float64 {
	return func(by outcomes) float64 { return by.row(load, "socle") / by.row(load, peer) }
}

// under is a peer's time as a multiple of socle's.
func under(load, peer string) func(outcomes) float64 {
	return func(by outcomes) float64 { return by.row(load, peer) / by.row(load, "socle") }
}

func longer(by outcomes) float64 {
	return by.row("subventions-10m", "socle") / by.row("subventions-1m", "socle")
}

// memory is the most that socle took, in MiB, where it has nothing to remember of
// each row.
func memory(by outcomes) float64 {
	most := math.NaN()
	for _, o := range by {
		if p := o.program("socle"); p != nil && !o.load.remembers {
			if m := float64(cost.Median(p.costs).Memory) / (1 << 20); !(m <= most) {
				most = m
			}
		}
	}
	return most
}

func memoryOfKeys(by outcomes) float64 {
	if p := by["keys"].program("socle"); p != nil {
		return float64(cost.Median(p.costs).Memory) / float64(p.rows)
	}
	return math.NaN()
}

// start is the longer of the times that 30 rows take, with the schema given and
// with the schema recognised, in milliseconds.
func start(by outcomes) float64 {
	const load, rows = "subventions-30", 30
	return 1000 * rows * max(by.row(load, "socle"), by.row(load, "recognised"))
}
