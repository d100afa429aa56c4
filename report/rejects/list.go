package rejects

import (
	"bufio"
	"bytes"
	"encoding/json"
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// A list writes features as a FeatureCollection, or objects as a list: each as it
// stands in the file, in UTF-8. A nil one writes nothing.
type list struct {
	out      *bufio.Writer
	file     *validate.File
	features bool
	number   string // the names of the properties that rejected ones have more
	reasons  string
	begun    bool
}

// newList writes to a table's place, if it has one.
func (w *writer) newList(t *table) *list {
	if t.to == nil {
		return nil
	}
	return &list{
		out: t.out, file: w.job.File, features: w.job.File.Format == "geojson",
		number:  text.Text{FR: "socle_numero", EN: "socle_number"}.In(w.lang),
		reasons: text.Text{FR: "socle_motifs", EN: "socle_reasons"}.In(w.lang),
	}
}

// begin writes what stands before the items. The coordinate system that a
// collection names counts for the items all the same.
func (l *list) begin() {
	switch {
	case l == nil:
	case !l.features:
		l.out.WriteString("[")
	default:
		l.out.WriteString(`{"type": "FeatureCollection", `)
		if crs := l.decoded(l.file.CRS); json.Valid(crs) {
			l.out.WriteString(`"crs": ` + string(crs) + ", ")
		}
		l.out.WriteString(`"features": [`)
	}
}

// end writes what stands behind them.
func (l *list) end() {
	switch {
	case l == nil:
	case l.features:
		l.out.WriteString("\n]}\n")
	default:
		l.out.WriteString("\n]\n")
	}
}

func (l *list) decoded(b []byte) []byte { return input.Decode(l.file.Encoding, b) }

// item writes the item of a row, with the reasons why it is rejected, if it is.
// One that is no JSON becomes the text of a property.
func (l *list) item(row *validate.Row, reasons []string) {
	if l.begun {
		l.out.WriteByte(',')
	}
	l.begun = true
	l.out.WriteByte('\n')
	record := l.decoded(row.Record)
	if !json.Valid(record) {
		record = l.wrapped(record)
	}
	if reasons == nil {
		l.out.Write(record)
		return
	}
	at, empty := l.place(record)
	if at < 0 {
		record = l.wrapped(record)
		at, empty = l.place(record)
	}
	l.out.Write(record[:at])
	number, _ := json.Marshal(row.Pos.Row) // a number and a text always can be
	why, _ := json.Marshal(strings.Join(reasons, " ; "))
	l.out.WriteString(`"` + l.number + `": ` + string(number) + `, "` + l.reasons + `": ` + string(why))
	if !empty {
		l.out.WriteString(", ")
	}
	l.out.Write(record[at:])
}

// wrapped makes an item of what is none.
func (l *list) wrapped(record []byte) []byte {
	if !json.Valid(record) {
		record, _ = json.Marshal(string(record)) // a text always can be
	}
	if l.features {
		return []byte(`{"type": "Feature", "geometry": null, "properties": {"socle_json": ` + string(record) + "}}")
	}
	return []byte(`{"socle_json": ` + string(record) + "}")
}

// place finds where properties can be added to an item: within the last
// "properties" of a feature that is an object, else before its first member; empty
// says that none follows there. It is -1 for what is no object.
func (l *list) place(record []byte) (at int, empty bool) {
	d := json.NewDecoder(bytes.NewReader(record))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return -1, false
	}
	at = int(d.InputOffset())
	empty = !d.More()
	for l.features && d.More() {
		name, err := d.Token()
		var value json.RawMessage
		if err != nil || d.Decode(&value) != nil {
			break
		}
		if name == "properties" && value[0] == '{' {
			at = int(d.InputOffset()) - len(value) + 1
			empty = len(bytes.TrimSpace(value[1:len(value)-1])) == 0
		}
	}
	return at, empty
}
