package checks

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var controlCharacter = &validate.Check{
	Code:     "control-character",
	Severity: validate.Warning,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Signe invisible", EN: "Invisible sign"},
	Why: text.Text{
		FR: "La cellule contient un signe que rien n'affiche : un caractère de commande venu d'un autre logiciel, un trait d'union conditionnel, une espace sans largeur, une marque de sens d'écriture. Deux textes qui semblent égaux ne le sont plus, et certains logiciels refusent le fichier. Le caractère nul est une erreur : des bases de données ne peuvent pas l'enregistrer.",
		EN: "The cell holds a sign that nothing shows: a control character from another program, a soft hyphen, a space of no width, a mark of the direction of writing. Two texts that look the same no longer are, and some programs refuse the file. The null character is an error: there are databases that cannot store it.",
	},
	Mend: text.Text{
		FR: "Retapez la cellule, ou supprimez ces signes : dans un tableur, la fonction EPURAGE en ôte la plupart.",
		EN: "Type the cell again, or remove these signs: in a spreadsheet, the function CLEAN takes most of them out.",
	},
	Messages: map[string]validate.Message{
		"":     sayInvisible("un caractère de commande", "a control character"),
		"null": sayInvisible("un caractère nul", "a null character"),
		"lost": {
			Say:  text.Text{FR: "« {value} » contient le signe {sign}, au rang {at} : un logiciel l'a mis à la place d'un caractère qu'il ne connaissait pas.", EN: `"{value}" holds the sign {sign}, as character {at}: a program put it in place of a character that it did not know.`},
			Hint: text.Text{FR: "Retapez ce caractère : c'est souvent une apostrophe, un guillemet ou « œ ».", EN: "Type the character again: it is often an apostrophe, a quote or an œ."},
		},
		"hyphen":    sayInvisible("un trait d'union conditionnel", "a soft hyphen"),
		"width":     sayInvisible("un signe sans largeur", "a sign of no width"),
		"direction": sayInvisible("une marque de sens d'écriture", "a mark of the direction of writing"),
	},
	File: func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			for _, fault := range f.Faults {
				if fault.Kind != validate.FaultControl {
					continue
				}
				label := f.Labels[fault.Column]
				explainInvisible(p.FileFault(weighInvisible([]byte(label)), fault.Column, p.Job.Header.Columns[fault.Column].Field), label).Write(cleared(label))
			}
		}
	},
	Irregular: true,
	Row: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			for _, f := range r.Faults {
				if f.Kind != validate.FaultControl {
					continue
				}
				c := &r.Cells[f.Column]
				if c.State == validate.Invalid && accepts(c.Field, trimmed(string(c.Raw))) {
					continue // the check on types tells it
				}
				finding := explainInvisible(p.FaultOf(weighInvisible(c.Raw), c), string(c.Raw))
				switch fix := cleared(string(c.Raw)); {
				case fix == "" || len(fix) > validate.MaxValue:
				case c.Field == nil:
					finding.Write(fix)
				default:
					writeIf(finding, c.Field, fix)
				}
			}
		}
	},
}

func sayInvisible(fr, en string) validate.Message {
	return validate.Message{Say: text.Text{
		FR: "« {value} » contient " + fr + ", {sign}, au rang {at}.",
		EN: `"{value}" holds ` + en + ", {sign}, as character {at}.",
	}}
}

// weighInvisible is how much signs that nobody sees weigh: a null character is
// an error.
func weighInvisible(raw []byte) validate.Severity {
	if bytes.IndexByte(raw, 0) >= 0 {
		return validate.Error
	}
	return validate.Warning
}

// explainInvisible says which sign the finding is about, the null character
// before any other, and where it stands, as its place among the characters from
// 1. It gives the finding back.
func explainInvisible(finding *validate.Finding, value string) *validate.Finding {
	if finding == nil {
		return nil
	}
	at := strings.IndexByte(value, 0)
	if at < 0 {
		at = strings.IndexFunc(value, validate.Hidden)
	}
	sign, _ := utf8.DecodeRuneInString(value[at:])
	switch {
	case sign == 0:
		finding.Because("null")
	case sign == substitute:
		finding.Because("lost")
	case sign == '\u00ad':
		finding.Because("hyphen")
	case sign == '\u200b', sign == '\ufeff', sign == '\u2060':
		finding.Because("width")
	case sign > 0x7f:
		finding.Because("direction")
	}
	return finding.With("sign", fmt.Sprintf("U+%04X", sign)).With("at", strconv.Itoa(utf8.RuneCountInString(value[:at])+1))
}

// substitute stands for a character that was lost.
const substitute = '\u001a'

// cleared gives a text without what nobody sees, "" where that is not certain.
// A control character between two words, which broke a line in a text document,
// leaves a space.
func cleared(value string) string {
	if strings.ContainsRune(value, substitute) {
		return ""
	}
	var b strings.Builder
	for _, r := range value {
		switch {
		case !validate.Hidden(r):
			b.WriteRune(r)
		case r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}
