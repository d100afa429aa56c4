package checks

import (
	"encoding/gob"
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var encoding = &validate.Check{
	Code:     "encoding",
	Severity: validate.Warning,
	Strict:   validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Encodage autre qu'UTF-8", EN: "Encoding other than UTF-8"},
	Why: text.Text{
		FR: "Le socle commun demande des fichiers en UTF-8. Dans un autre encodage, les accents s'affichent mal chez ceux qui réutilisent les données.",
		EN: "The common base asks for UTF-8 files. In any other encoding, accents are garbled for those who reuse the data.",
	},
	Mend: text.Text{
		FR: "Dans Excel : Fichier, Enregistrer sous, « CSV UTF-8 (délimité par des virgules) ». Dans LibreOffice : Enregistrer sous, CSV, jeu de caractères Unicode (UTF-8).",
		EN: `In Excel: File, Save as, "CSV UTF-8 (comma delimited)". In LibreOffice: Save as, CSV, character set Unicode (UTF-8).`,
	},
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "Le fichier est encodé en {encoding} et non en UTF-8.", EN: "The file is encoded in {encoding}, not in UTF-8."},
			Hint: text.Text{FR: "Enregistrez-le au format « CSV UTF-8 ».", EN: `Save it as "CSV UTF-8".`},
		},
		"mixed": {
			Say:  text.Text{FR: "Le fichier mélange deux encodages : {n} {n|ligne est|lignes sont} en Windows-1252 dans un fichier UTF-8, à partir de la ligne {first}.", EN: "The file mixes two encodings: {n} {n|row is|rows are} in Windows-1252 within a UTF-8 file, from row {first} on."},
			Hint: text.Text{FR: "Reprenez ces lignes depuis leur source, puis enregistrez le tout au format « CSV UTF-8 ».", EN: `Take these rows from their source again, then save the whole as "CSV UTF-8".`},
		},
	},
	Table: func(*schemas.Schema) validate.State { return &encodings{} },
}

// encodings remembers which encodings the rows of a doubtful file are in.
type encodings struct {
	Right int // rows with characters in UTF-8
	Wrong int // rows with bytes that are not
	First int // the first of those, as a spreadsheet counts
}

func init() { gob.Register(&encodings{}) }

// Chooses says that in a file whose encoding is known only faults tell anything.
func (s *encodings) Chooses(f *validate.File) validate.Rows {
	if f.Doubtful {
		return validate.AllRows
	}
	return validate.IrregularRows
}

func (s *encodings) Row(r *validate.Row) {
	for _, f := range r.Faults {
		if f.Kind == validate.FaultEncoding {
			if s.Wrong == 0 {
				s.First = r.Pos.Row
			}
			s.Wrong++
			return
		}
	}
	if r.Accented {
		s.Right++
	}
}

func (s *encodings) Seal(*validate.Pass) {}

func (s *encodings) Merge(_ *validate.Pass, next validate.State) {
	n := next.(*encodings)
	if s.Wrong == 0 {
		s.First = n.First
	}
	s.Right += n.Right
	s.Wrong += n.Wrong
}

// input1252 is the encoding of a doubtful file that is not UTF-8.
const input1252 = "windows-1252"

func (s *encodings) Finish(p *validate.Pass) {
	name := p.Job.File.Encoding
	switch {
	case p.Job.File.EncodingDeclared && s.Wrong == 0:
		return
	case name != "utf-8" && name != "":
	case !p.Job.File.Doubtful || s.Wrong == 0:
		return
	case s.Right == 0:
		name = input1252
		p.Encoding(name)
	default:
		p.FileFault(validate.Error, -1, -1).Because("mixed").With("n", strconv.Itoa(s.Wrong)).With("first", strconv.Itoa(s.First))
		return
	}
	p.FileFault(validate.None, -1, -1).With("encoding", validate.EncodingName(name))
}
