package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"github.com/socle-commun/socle/cmd/internal/workload"
)

// featureSchema is what the properties of the features are judged by.
const featureSchema = `{"name": "lieux", "fields": [
  {"name": "id", "type": "string", "constraints": {"required": true, "unique": true, "pattern": "[0-9]{5}-[0-9]{7}"}},
  {"name": "nom", "type": "string", "constraints": {"required": true, "minLength": 3, "maxLength": 80}},
  {"name": "type", "type": "string", "constraints": {"enum": ["école", "gymnase", "bibliothèque", "mairie"]}},
  {"name": "capacite", "type": "integer", "constraints": {"minimum": 0, "maximum": 5000}},
  {"name": "surface", "type": "number"},
  {"name": "ouverture", "type": "date"},
  {"name": "acces_pmr", "type": "boolean"},
  {"name": "remarque", "type": "string"}
]}
`

var kindsOfPlaces = []string{"école", "gymnase", "bibliothèque", "mairie"}

// generateFeatures writes points with properties, always the same ones, until they
// take so many bytes, and their schema beside them. It gives how many there are;
// one in a thousand has a fault.
func generateFeatures(dir string, size int64) (rows int, err error) {
	if err := os.WriteFile(filepath.Join(dir, "lieux.schema.json"), []byte(featureSchema), 0o600); err != nil {
		return 0, err
	}
	f, err := os.Create(filepath.Join(dir, "lieux.geojson"))
	if err != nil {
		return 0, err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	written, _ := w.WriteString("{\"type\": \"FeatureCollection\", \"features\": [\n")
	r := rand.New(rand.NewPCG(3, 4))
	for ; int64(written) < size; rows++ {
		if rows > 0 {
			w.WriteString(",\n")
		}
		n, _ := w.WriteString(feature(r, rows))
		written += n + 2
	}
	w.WriteString("\n]}\n")
	return rows, errors.Join(w.Flush(), f.Close())
}

// feature writes one feature. A faulty one has less than no capacity.
func feature(r *rand.Rand, i int) string {
	capacity := r.IntN(5000)
	if workload.Bad(i, workload.Rare) {
		capacity = -1
	}
	return fmt.Sprintf(`{"type": "Feature", "properties": {"id": "%s-%s", "nom": %q, "type": %q, "capacite": %d, "surface": %d.%d, "ouverture": %q, "acces_pmr": %t, "remarque": null}, "geometry": {"type": "Point", "coordinates": [%d.%s, %d.%s]}}`,
		workload.Pad(35000+r.IntN(900), 5), workload.Pad(i, 7), workload.Receivers[r.IntN(len(workload.Receivers))], kindsOfPlaces[r.IntN(len(kindsOfPlaces))],
		capacity, r.IntN(900), r.IntN(100), workload.Day(r), r.IntN(2) == 0, r.IntN(6), workload.Pad(r.IntN(1e6), 6), 44+r.IntN(5), workload.Pad(r.IntN(1e6), 6))
}

// benchFeatures measures the features beside what merely reads their JSON.
func benchFeatures(w io.Writer, b bench, size int64) error {
	write := exec.Command(b.self, "-features", b.dir, "-geojson", strconv.FormatInt(size/1e6, 10))
	write.Stderr = os.Stderr
	out, err := write.Output()
	if err != nil {
		return fmt.Errorf("writing the features: %w", err)
	}
	rows := 0
	if _, err := fmt.Sscan(string(out), &rows); err != nil {
		return err
	}
	path := filepath.Join(b.dir, "lieux.geojson")
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	f := file{"", path, rows, workload.Count(rows, workload.Rare), info.Size()}
	programs := []program{{"json.Valid", []string{b.self, "-valid", path}, f}}
	if _, err := exec.LookPath("node"); err == nil {
		const parse = `JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))`
		programs = append(programs, program{"node, JSON.parse", []string{"node", "-e", parse, path}, f})
	}
	command := []string{b.socle, "validate", "--schema", filepath.Join(b.dir, "lieux.schema.json"), "--format", "json", path}
	if err := verify(command, f); err != nil {
		return err
	}
	programs = append(programs, program{"socle validate", command, f})
	fmt.Fprintf(w, "\nGeoJSON: %d points, %d MB, %d with a fault\n\n", rows, info.Size()/1e6, f.bad)
	costs, err := measure(programs, b.runs)
	if err != nil {
		return err
	}
	table(w, "json.Valid", programs, costs)
	return nil
}
