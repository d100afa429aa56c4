package checks

import (
	"encoding/gob"
	"strconv"

	"github.com/socle-commun/socle/validate"
)

// jsonNotes tells what the reader of JSON noticed beside the records, which is
// known at the end only. It remembers nothing of the rows.
type jsonNotes struct {
	About string // a key of noteReasons
}

func init() { gob.Register(&jsonNotes{}) }

// noteReasons are the reasons of findings by the kind of the reader's notes, for
// each check that tells some.
var noteReasons = map[string]map[string]string{
	"syntax": {
		"syntax": "", "comma": "comma", "no-comma": "no-comma", "quote": "quote", "name": "name", "truncated": "cut", "behind": "after",
	},
	"feature": {"list-of-features": "list", "not-a-collection": "collection"},
	"member":  {"misplaced": "collection"},
	"late":    {"late-properties": ""},
	"path":    {"path": ""},
}

// Row remembers nothing.
func (*jsonNotes) Row(*validate.Row) {}

// Chooses says that no row tells anything.
func (*jsonNotes) Chooses(*validate.File) validate.Rows { return validate.NoRows }

// Seal has nothing to report.
func (*jsonNotes) Seal(*validate.Pass) {}

// Merge has nothing to join.
func (*jsonNotes) Merge(*validate.Pass, validate.State) {}

// Finish tells the notes.
func (s *jsonNotes) Finish(p *validate.Pass) {
	if !p.Job.File.Items || p.Job.File.Notes == nil {
		return
	}
	for _, note := range p.Job.File.Notes() {
		reason, ok := noteReasons[s.About][note.Kind]
		if !ok {
			continue
		}
		f := p.FileFault(validate.None, -1, -1)
		if f == nil {
			continue
		}
		f.Pos = note.Pos
		f.With("n", strconv.Itoa(note.N)).With("places", note.Text)
		if s.About == "syntax" {
			tellSyntax(f, reason, note.Text)
		} else {
			if f.Value = note.Text; note.Kind == "path" && note.N > 1 {
				reason = "several"
			}
			f.Because(reason)
		}
	}
}
