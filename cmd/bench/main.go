// Command bench measures how fast socle judges a large file of subsidies,
// beside wc -l and Go's encoding/csv reading the same file in the same run, the
// same rows in Windows-1252, and some of them in a workbook; points of GeoJSON,
// beside what merely reads their JSON; and polygons of many vertices. Each figure
// is of a whole process; medians of several runs are printed.
package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"

	"github.com/socle-commun/socle/cmd/internal/cost"
	"github.com/socle-commun/socle/cmd/internal/workload"
)

func main() {
	rows := flag.Int("rows", 1_000_000, "rows of the file")
	runs := flag.Int("runs", 5, "runs of each program")
	keep := flag.String("keep", "", "write the file here and leave it")
	only := flag.Bool("generate", false, "generate the file and stop (with -keep)")
	read := flag.String("read", "", "read a file with encoding/csv and stop: what a run of that program does")
	vary := flag.String("vary", "", "write the variants of a file beside it and stop: what run does in a process of its own")
	megabytes := flag.Int64("geojson", 100, "megabytes of points of GeoJSON; 0 for no GeoJSON")
	features := flag.String("features", "", "write such points to a folder and stop: what run does in a process of its own")
	polygon := flag.String("polygon", "", "write a polygon of -rows vertices to a file and stop, likewise")
	valid := flag.String("valid", "", "read a file with json.Valid and stop: what a run of that program does")
	judge := flag.String("analyse", "", "judge the polygon of a file, print how long that took, and stop, likewise")
	flag.Parse()
	switch {
	case *features != "":
		n, err := generateFeatures(*features, *megabytes*1e6)
		exitOn(err)
		fmt.Println(n)
	case *polygon != "":
		exitOn(generatePolygon(*polygon, *rows))
	case *valid != "":
		exitOn(workload.ValidJSON(*valid))
	case *judge != "":
		exitOn(analyse(os.Stdout, *judge))
	case *read != "":
		exitOn(readCSV(*read))
	case *vary != "":
		exitOn(writeVariants(*vary, *rows))
	default:
		exitOn(run(*rows, *runs, *keep, *only, *megabytes*1e6))
	}
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// A bench is what is needed to measure: the folder of the files, the programs,
// and how often each runs.
type bench struct {
	dir, self, socle string
	runs             int
}

func run(rows, runs int, keep string, only bool, points int64) error {
	dir, err := os.MkdirTemp("", "socle-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file := keep
	if file == "" {
		file = filepath.Join(dir, "subventions.csv")
	} else if !only {
		defer removeVariants(file)
	}
	bad := workload.Count(rows, workload.Rare)
	err = workload.Create(file, func(w *bufio.Writer) error { return workload.Subsidies(w, rows) })
	if err != nil || only {
		return err
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	socle := filepath.Join(dir, "socle")
	build := exec.Command("go", "build", "-o", socle, "./cmd/socle")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("building socle: %w", err)
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	// A process inherits the peak memory of the one that starts it, so that
	// this one must stay small.
	vary := exec.Command(self, "-vary", file, "-rows", strconv.Itoa(rows))
	vary.Stderr = os.Stderr
	if err := vary.Run(); err != nil {
		return fmt.Errorf("writing the variants: %w", err)
	}
	files, err := variants(file, rows, bad)
	if err != nil {
		return err
	}
	programs := []program{
		{"wc -l", []string{"wc", "-l", file}, files[0]},
		{"encoding/csv, reading only", []string{self, "-read", file}, files[0]},
	}
	for _, f := range files {
		command := []string{socle, "validate", "--schema", "scdl/subventions@2.1.1", "--format", "json", f.path}
		if err := verify(command, f); err != nil {
			return err
		}
		programs = append(programs, program{"socle validate" + f.kind, command, f})
	}
	fmt.Printf("%d rows, %d MB, %d with a fault; %s/%s, %d cores, %s; medians of %d runs\n\n",
		rows, info.Size()/1e6, bad, runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version(), runs)
	costs, err := measure(programs, runs)
	if err != nil {
		return err
	}
	table(os.Stdout, "wc", programs, costs)
	if err := within(os.Stdout, costs[len(costs)-3:]); err != nil || points == 0 {
		return err
	}
	b := bench{dir, self, socle, runs}
	if err := benchFeatures(os.Stdout, b, points); err != nil {
		return err
	}
	return benchPolygons(os.Stdout, b)
}

// What is promised.
const (
	mostSlower = 1.5       // Windows-1252 beside UTF-8
	mostMemory = 256 << 20 // bytes, for the workbook
)

// within holds the costs of the files, as variants lists them, against what is
// promised.
func within(w io.Writer, costs []cost.Cost) error {
	slower := costs[1].CPU.Seconds() / costs[0].CPU.Seconds()
	fmt.Fprintf(w, "\nWindows-1252 takes %.2f times the CPU time of UTF-8 (at most %.1f); the workbook takes %.0f MiB (at most %d)\n",
		slower, mostSlower, float64(costs[2].Memory)/(1<<20), mostMemory>>20)
	switch {
	case slower > mostSlower:
		return fmt.Errorf("windows-1252 is %.2f times slower than UTF-8", slower)
	case costs[2].Memory > mostMemory:
		return fmt.Errorf("the workbook takes %d bytes of memory", costs[2].Memory)
	}
	return nil
}

// readCSV reads a file with encoding/csv, as fast as it goes.
func readCSV(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.ReuseRecord = true
	for {
		if _, err := r.Read(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
