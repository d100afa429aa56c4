package checks

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var straySpaces = &validate.Check{
	Code:     "stray-spaces",
	Severity: validate.Notice,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Espaces autour d'une valeur", EN: "Spaces around a value"},
	Why: text.Text{
		FR: "La valeur commence ou finit par une espace, une tabulation ou un saut de ligne, ou une espace insécable coupe un numéro. Cela ne se voit pas, mais un programme ne reconnaît plus la valeur. C'est un avertissement dans une colonne dont les valeurs sont uniques ou désignent la ligne, et une remarque ailleurs.",
		EN: "The value starts or ends with a space, a tab or a line break, or a non-breaking space stands within a number. It cannot be seen, but a program no longer recognises the value. It is a warning in a column whose values are unique or name the row, and a notice elsewhere.",
	},
	Mend: text.Text{
		FR: "Supprimez ces espaces : dans un tableur, la fonction SUPPRESPACE le fait, sauf pour les espaces insécables, qu'il faut remplacer.",
		EN: "Remove these spaces: the function TRIM of a spreadsheet does it, but for non-breaking ones, which have to be replaced.",
	},
	Bad:  "nom\n Ville de Rennes",
	Good: "nom\nVille de Rennes",
	Messages: map[string]validate.Message{
		"":       say(`« {value} » commence ou finit par une espace inutile.`, `"{value}" starts or ends with a useless space.`),
		"tab":    say(`« {value} » commence ou finit par une tabulation.`, `"{value}" starts or ends with a tab.`),
		"line":   say(`« {value} » commence ou finit par un saut de ligne.`, `"{value}" starts or ends with a line break.`),
		"hard":   say(`« {value} » commence ou finit par une espace insécable ou un signe invisible.`, `"{value}" starts or ends with a non-breaking space or an invisible sign.`),
		"inside": say(`« {value} » contient une espace insécable, qui ne se distingue pas d'une autre à l'œil.`, `"{value}" holds a non-breaking space, which looks like any other.`),
		"blank": {
			Say:  text.Text{FR: "La cellule ne contient que des espaces : elle compte pourtant comme remplie.", EN: "The cell holds nothing but spaces, and yet it counts as filled."},
			Hint: text.Text{FR: "Videz-la, ou remplissez-la.", EN: "Empty it, or fill it."},
		},
	},
	Calm: calmByOthers,
	After: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		texts := spacedFields(s)
		if len(texts) == 0 {
			return nil
		}
		return func(p *validate.Pass, r *validate.Row) {
			for i := range s.Fields {
				t, ok := texts[i]
				if !ok {
					continue
				}
				if c := r.Of(i); c.State == validate.Valid && !t.calm(c.Raw) && !p.Told(i) {
					explainSpaces(p.FaultOf(t.severity, c), c)
				}
			}
		}
	},
}

// A spacedField is a field in which stray spaces are looked for.
type spacedField struct {
	severity validate.Severity
	code     bool // an identifier, in which no space belongs
}

// calm says that no stray space is in a cell.
func (t *spacedField) calm(raw []byte) bool {
	return bareEdges(raw) && !t.code || !stray(raw) && (!t.code || !hardSpace(raw))
}

// spacedFields gives the fields of plain text, by position.
func spacedFields(s *schemas.Schema) map[int]*spacedField {
	key := map[int]bool{}
	for _, i := range s.PrimaryKey {
		key[i] = true
	}
	for _, fields := range s.UniqueKeys {
		for _, i := range fields {
			key[i] = true
		}
	}
	out := map[int]*spacedField{}
	for i := range s.Fields {
		f := &s.Fields[i]
		if f.Type.Name != "string" || f.Constraints.Enum != nil || f.HasCheck(siretNames...) || f.HasCheck(sirenNames...) {
			continue // other checks say so
		}
		t := &spacedField{severity: validate.Notice}
		kind, _ := kindOf(f)
		if key[i] || f.Constraints.Unique {
			t.severity = validate.Warning
		}
		t.code = (kind != nil || key[i] || f.Constraints.Unique) && len(f.Checks) == 0
		out[i] = t
	}
	return out
}

// hardSpace says whether a text holds a non-breaking space, wide or narrow.
func hardSpace(text []byte) bool {
	for _, c := range text {
		if c >= utf8.RuneSelf {
			return bytes.Contains(text, []byte("\u00a0")) || bytes.Contains(text, []byte("\u202f"))
		}
	}
	return false
}

// explainSpaces completes the finding on stray spaces.
func explainSpaces(finding *validate.Finding, c *validate.Cell) {
	if finding == nil || len(c.Raw) > validate.MaxValue {
		return
	}
	value := string(c.Raw)
	fix := trimmed(value)
	edges := value[:strings.Index(value, fix)] + value[strings.Index(value, fix)+len(fix):]
	switch {
	case fix == "":
		finding.Because("blank")
		return
	case edges == "":
		finding.Because("inside")
	case strings.ContainsAny(edges, "\r\n"):
		finding.Because("line")
	case strings.Contains(edges, "\t"):
		finding.Because("tab")
	case strings.Trim(edges, " ") != "":
		finding.Because("hard")
	}
	if edges == "" {
		fix = strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(fix)
		if kind, _ := kindOf(c.Field); kind != nil && kind.is([]byte(fix)) {
			finding.Write(fix)
			return
		}
		if closed := closeUp(fix); closed != "" {
			fix = closed
		}
	}
	writeIf(finding, c.Field, fix)
}
