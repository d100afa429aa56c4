package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/socle-commun/socle/cmd/internal/cost"
)

// machine says when and on what was measured.
func machine(start time.Time, runs int, scale float64) string {
	text := fmt.Sprintf("%s, %s/%s, %d cores%s, %s; medians of %d runs", start.Format("2 January 2006"),
		runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), processor(), runtime.Version(), runs)
	if scale != 1 {
		text += fmt.Sprintf("; a try with %g of the rows", scale)
	}
	return text
}

// processor names the processor, where the system tells.
func processor() string {
	f, err := os.Open("/proc/cpuinfo")
	if err != nil {
		return ""
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if name, value, ok := strings.Cut(lines.Text(), ":"); ok && strings.TrimSpace(name) == "model name" {
			return " (" + strings.TrimSpace(value) + ")"
		}
	}
	return ""
}

// writeTable writes what the programs took, and what is not measured.
func writeTable(w io.Writer, machine string, outcomes []outcome) {
	fmt.Fprintf(w, "%s.\n\n", machine)
	fmt.Fprintln(w, "| file | program | rows | wall | CPU | cores | rows/s | peak memory | a row takes |")
	fmt.Fprintln(w, "|---|---|--:|--:|--:|--:|--:|--:|--:|")
	var missing []string
	for _, o := range outcomes {
		file := fmt.Sprintf("%s (%s)", o.load.title, megabytes(o.size))
		if runs := len(o.programs[0].costs); o.load.runs > 0 {
			file = strings.TrimSuffix(file, ")") + fmt.Sprintf(", %d runs)", runs)
		}
		for _, p := range o.programs {
			if p.failed != "" {
				missing = append(missing, fmt.Sprintf("- %s, %s: %s.", o.load.title, strings.Trim(p.peer.title, "*"), p.failed))
				continue
			}
			c := cost.Median(p.costs)
			fmt.Fprintf(w, "| %s | %s | %s | %s | %s | %.1f | %s | %.1f MiB | %s |\n", file, p.title(), thousands(p.rows),
				seconds(c.Wall), seconds(c.CPU), c.Cores(), thousands(int(float64(p.rows)/c.Wall.Seconds())),
				float64(c.Memory)/(1<<20), times(p.perRow()/o.programs[0].perRow()))
			file = ""
		}
	}
	fmt.Fprint(w, legend)
	if len(missing) > 0 {
		fmt.Fprintf(w, "\nNot measured:\n\n%s\n", strings.Join(missing, "\n"))
	}
}

// legend says how the table is to be read, and what the programs do.
const legend = `
The last column is wall time a row, as a multiple of socle's on the same file. A program with fewer rows than the file has
judged its first ones; every time is that of a whole process, its start included. Every row and every planted fault was
counted by each program that judges, in every run. DuckDB and Polars read the columns in their types and count, in one
query written from the same schema, the rows that break a constraint; qsv has a JSON Schema of the same, and is built
without link-time optimisation, which takes long. Only socle and validata-table judge the check digits of a SIRET and what
one column asks of another; check-geojson judges the structure of GeoJSON, not the properties. validateur-bal does without
the network here.
`

// title is the program's name and version.
func (p *program) title() string {
	if p.version == "" {
		return p.peer.title
	}
	name, what, explained := strings.Cut(p.peer.title, ", ")
	if explained {
		what = ", " + what
	}
	return name + " " + p.version + what
}

// perRow is the wall time of a row, in seconds.
func (p *program) perRow() float64 {
	return cost.Median(p.costs).Wall.Seconds() / float64(p.rows)
}

func megabytes(size int64) string {
	if size < 1e6 {
		return fmt.Sprintf("%d kB", (size+500)/1000)
	}
	return fmt.Sprintf("%d MB", (size+500_000)/1e6)
}

// seconds writes a time with as many digits as tell something.
func seconds(d time.Duration) string {
	switch s := d.Seconds(); {
	case s < 0.1:
		return fmt.Sprintf("%.1f ms", s*1000)
	case s < 10:
		return fmt.Sprintf("%.2f s", s)
	default:
		return fmt.Sprintf("%.1f s", s)
	}
}

// times writes a ratio with two digits at least.
func times(ratio float64) string {
	switch {
	case ratio < 1:
		return fmt.Sprintf("× %.2f", ratio)
	case ratio < 10:
		return fmt.Sprintf("× %.1f", ratio)
	default:
		return fmt.Sprintf("× %.0f", ratio)
	}
}

// thousands writes a number with commas.
func thousands(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
