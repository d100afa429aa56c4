package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/socle-commun/socle/validate/geometry"
)

// vertices are the sizes of the polygons.
var vertices = []int{10_000, 100_000, 1_000_000}

// generatePolygon writes a feature with one polygon of n vertices, which is right:
// a coast, whose every vertex lies in its own direction from the middle.
func generatePolygon(path string, n int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	w.WriteString(`{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[`)
	r := rand.New(rand.NewPCG(5, 6))
	step := 2 * math.Pi / float64(n-1)
	first := ""
	for i := range n - 1 {
		t := step * float64(i)
		sin, cos := math.Sincos(t)
		radius := 0.5 + 0.1*math.Sin(7*t) + 0.01*math.Sin(101*t) + step/4*r.Float64()
		position := fmt.Sprintf("[%.7f, %.7f]", 2.5+radius*cos, 47+radius*sin)
		if i == 0 {
			first = position
		}
		w.WriteString(position + ", ")
	}
	w.WriteString(first + "]]}}\n")
	return errors.Join(w.Flush(), f.Close())
}

// benchPolygons measures one polygon of each size: of a whole process, and of the
// analysis of its rings alone.
func benchPolygons(w io.Writer, b bench) error {
	fmt.Fprint(w, "\nOne polygon\n\n| vertices | MB | wall | CPU | peak memory | reading it | validity | validity, ns for each n·log₂ n |\n|--:|--:|--:|--:|--:|--:|--:|--:|\n")
	for _, n := range vertices {
		path := filepath.Join(b.dir, "polygon.geojson")
		write := exec.Command(b.self, "-polygon", path, "-rows", strconv.Itoa(n))
		write.Stderr = os.Stderr
		if err := write.Run(); err != nil {
			return fmt.Errorf("writing the polygon: %w", err)
		}
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		f := file{"", path, 1, 0, info.Size()}
		command := []string{b.socle, "validate", "--schema", "none", "--format", "json", path}
		if err := verify(command, f); err != nil {
			return err
		}
		costs, err := measure([]program{{"socle validate", command, f}}, b.runs)
		if err != nil {
			return err
		}
		read, judged, err := analysed(b, path)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "| %d | %.1f | %.3f s | %.3f s | %.1f MiB | %.4f s | %.4f s | %.1f |\n", n, float64(info.Size())/1e6,
			costs[0].Wall.Seconds(), costs[0].CPU.Seconds(), float64(costs[0].Memory)/(1<<20),
			read.Seconds(), judged.Seconds(), float64(judged.Nanoseconds())/(float64(n)*math.Log2(float64(n))))
	}
	return nil
}

// analysed gives the medians of what analyse prints.
func analysed(b bench, path string) (read, judged time.Duration, err error) {
	var reads, judgements []time.Duration
	for range b.runs {
		out, err := exec.Command(b.self, "-analyse", path).Output()
		if err != nil {
			return 0, 0, fmt.Errorf("analysing the polygon: %w", err)
		}
		var r, j time.Duration
		if _, err := fmt.Sscan(string(out), &r, &j); err != nil {
			return 0, 0, err
		}
		reads, judgements = append(reads, r), append(judgements, j)
	}
	slices.Sort(reads)
	slices.Sort(judgements)
	return reads[b.runs/2], judgements[b.runs/2], nil
}

// analyse prints how long it takes to read the geometry of a feature and to judge
// its rings, in nanoseconds.
func analyse(w io.Writer, path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var feature struct{ Geometry json.RawMessage }
	if err := json.Unmarshal(data, &feature); err != nil {
		return err
	}
	var s geometry.Shape
	start := time.Now()
	s.Decode(feature.Geometry)
	read := time.Since(start)
	s.Analyse()
	if len(s.Faults) > 0 {
		return fmt.Errorf("the polygon has a fault of kind %d", s.Faults[0].Kind)
	}
	_, err = fmt.Fprintln(w, int64(read), int64(time.Since(start)-read))
	return err
}
