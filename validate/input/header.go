package input

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/socle-commun/socle/validate"
)

// A head is what stands before the first row of data, while it is read.
type head struct {
	in     *csvInput
	sample []byte // what is not read yet
	all    bool   // the sample reaches the end of the file
	at     validate.Position
	guess  *reading // of a row that is passed over, or of the header
	first  bool     // the first row that is not blank is the header
}

// readHeader passes over blank lines, or to the rows that the dialect names,
// and reads the labels. It gives what follows the header, and what speaks for
// the dialect; nil where nothing does.
func (in *csvInput) readHeader(sample []byte, rest io.Reader, all bool, at validate.Position, first bool) (io.Reader, *reading, error) {
	if !in.file.Declared {
		in.file.LineEnds = in.dialect.lineEnds(sample, all)
		in.dialect.Doubled = in.file.LineEnds == endsDoubled
	}
	h := &head{in: in, sample: sample, all: all, at: at, first: first}
	var err error
	switch asked := in.dialect.HeaderRows; {
	case in.dialect.NoHeader:
		err = h.skipHeader()
	case len(asked) > 0:
		err = h.askedHeader(asked)
	default:
		err = h.findHeader()
	}
	if err != nil {
		return nil, nil, err
	}
	switch asked := in.dialect.HeaderRows; {
	case !in.file.Empty():
	case !all:
		return nil, nil, noHeader()
	case len(asked) > 0 && in.file.Declared && h.at.Row > 1:
		return nil, nil, failure("no-header", "Le fichier n'a pas de ligne %d : c'est là que le dialecte place les noms des colonnes.",
			"The file has no row %d, where the dialect puts the names of the columns.", slices.Min(asked))
	}
	in.body, in.file.Sample = h.at, in.lookAhead(h.sample, all)
	return io.MultiReader(bytes.NewReader(h.sample), rest), h.guess, nil
}

// skipHeader is for a file that has none.
func (h *head) skipHeader() error {
	in := h.in
	in.file.NoHeader = len(h.sample) > 0
	r := in.dialect.detect(h.sample, h.all, in.free)
	h.guess = &r
	h.take(r.Dialect, validate.Position{})
	return nil
}

// findHeader takes the first record that is neither blank nor a comment.
func (h *head) findHeader() error {
	titles := -1 // rows above the header, once the first row that is not blank was met
	for len(h.sample) > 0 {
		blank := blankLine(h.sample)
		if titles < 0 && !blank && !h.first {
			titles = h.skipTitles()
		}
		if titles > 0 {
			titles--
			if err := h.skipTitle(blank); err != nil {
				return err
			}
			continue
		}
		record, start, found, d, err := h.next(!blank)
		if err != nil {
			return err
		}
		if blank || d.passedBy(record, start.Row) {
			continue
		}
		labels, padded, faults := h.in.with(d).labels(record, found)
		if !slices.ContainsFunc(labels, func(l string) bool { return l != "" }) && len(h.sample) > 0 {
			continue // a row of separators alone is as blank as a blank line
		}
		h.take(d, start)
		h.in.file.Labels, h.in.file.Padded, h.in.file.Faults = labels, padded, faults
		if h.first {
			return nil
		}
		return h.skipUnits()
	}
	return nil
}

// skipTitle passes over a row above the header, and keeps what it says.
func (h *head) skipTitle(blank bool) error {
	record, _, _, _, err := h.next(false)
	if err != nil || blank {
		return err
	}
	d := h.in.dialect
	if d.Delimiter == 0 {
		d.Delimiter = d.mostColumns(h.sample, h.all)
	}
	labels, _, _ := h.in.with(d).labels(record, complete)
	labels = slices.DeleteFunc(labels, func(l string) bool { return l == "" })
	if said := strings.Join(labels, " "); said != "" {
		h.in.file.Above = append(h.in.file.Above, validate.Clip([]byte(said)))
	}
	return nil
}

// askedHeader joins the rows that the header is made of.
func (h *head) askedHeader(rows []int) error {
	last := slices.Max(rows)
	for len(h.sample) > 0 && h.at.Row <= last {
		asked := slices.Contains(rows, h.at.Row)
		record, start, found, d, err := h.next(asked || !blankLine(h.sample))
		if err != nil {
			return err
		}
		if !asked {
			continue
		}
		labels, padded, faults := h.in.with(d).labels(record, found)
		f := &h.in.file
		f.Asked, f.HeaderRows = true, append(f.HeaderRows, start.Row)
		if f.HeaderRow == 0 {
			h.take(d, start)
			f.Labels, f.Padded, f.Faults = labels, padded, faults
			continue
		}
		for c, label := range labels {
			if c < len(f.Labels) {
				f.Labels[c] = trimmed(f.Labels[c] + d.HeaderJoin + label)
			}
		}
	}
	return nil
}

// take makes the record that starts at a place the header.
func (h *head) take(d Dialect, start validate.Position) {
	h.in.dialect = d
	f := &h.in.file
	f.Delimiter, f.Quote = string(d.Delimiter), ""
	if d.Quote != 0 {
		f.Quote = string(d.Quote)
	}
	f.HeaderRow, f.Header = start.Row, start
	switch r := h.guess; {
	case r == nil || !r.Wrapped:
	case r.header && r.wrapped == 1:
		f.Wrapped = "header"
	default:
		f.Wrapped = "records"
	}
}

// next reads a record, and gives the dialect that it was read by. detect says
// that its separator matters.
func (h *head) next(detect bool) (record []byte, start validate.Position, found cutting, d Dialect, err error) {
	d = h.in.dialect
	switch {
	case !detect:
	case h.guess != nil && len(d.HeaderRows) > 0 && !slices.Contains(d.HeaderRows, h.at.Row): // of rows that are passed over, the first decides
		d = h.guess.Dialect
	default:
		r := d.detect(h.sample, h.all, h.in.free)
		h.guess, d = &r, r.Dialect
	}
	end, next, found := d.record(h.sample, h.all)
	switch found {
	case needMore:
		return nil, start, found, d, noHeader()
	case tooLong:
		return nil, start, found, d, failure("header-too-long",
			"Ligne %d : la ligne dépasse %d Mio, ce ne peut pas être un en-tête. Vérifiez que le fichier est bien un CSV.",
			"Row %d: the line exceeds %d MiB, it cannot be a header. Make sure that the file is CSV.", h.at.Row, validate.MaxRecord>>20)
	}
	record, start = h.sample[:end], h.at
	h.at.Byte, h.at.Line, h.at.Row = h.at.Byte+int64(next), h.at.Line+1+validate.Lines(record), h.at.Row+1
	h.sample = h.sample[next:]
	return record, start, found, d, nil
}

// with is the input as it reads by another dialect.
func (in *csvInput) with(d Dialect) *csvInput {
	out := *in
	out.dialect = d
	return &out
}

// blankLine says whether a text starts with a line of nothing but blanks:
// nothing needs to be known of how cells are written to pass over it.
func blankLine(b []byte) bool {
	rest := bytes.TrimLeft(b, " \t")
	return len(rest) == 0 || rest[0] == '\r' || rest[0] == '\n'
}

// noHeader is the failure for a file that does not come to the point.
func noHeader() *validate.Failure {
	return failure("no-header", "On ne trouve pas d'en-tête dans le premier Mio du fichier (%d octets).",
		"There is no header in the first MiB of the file (%d bytes).", sampleSize)
}

// labels gives the cells of the header without the spaces around them, says
// which had any, and what else is to be noticed.
func (in *csvInput) labels(record []byte, found cutting) (labels []string, padded []bool, faults []validate.Fault) {
	row := in.alone(record, found)
	for _, cell := range row.Cells {
		label := trimmed(string(cell.Raw))
		labels = append(labels, label)
		padded = append(padded, len(label) != len(cell.Raw))
	}
	return labels, padded, row.Faults
}

// trimmed takes off the spaces around a label, but for those that nobody sees:
// they are noted, and stay for whoever tells of them.
func trimmed(label string) string {
	return strings.TrimFunc(label, func(r rune) bool { return unicode.IsSpace(r) && !validate.Hidden(r) })
}
