package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var incorrectLabel = &validate.Check{
	Code:     "incorrect-label",
	Severity: validate.Warning,
	Strict:   validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Nom de colonne mal écrit", EN: "Misspelt column name"},
	Why: text.Text{
		FR: "Le nom de la colonne diffère de celui du schéma par la casse, les accents, les espaces ou la ponctuation, par une faute de frappe, ou c'est un autre nom sous lequel elle est connue. La colonne est reconnue et jugée, mais d'autres outils ne la reconnaîtront pas. En lecture stricte, chaque colonne doit être à sa place et porter exactement son nom.",
		EN: "The name of the column differs from the schema's by case, accents, spaces or punctuation, by a slip of the pen, or it is another name under which it is known. The column is recognised and judged, but other tools will not recognise it. In a strict reading each column must be in its place and bear exactly its name.",
	},
	Mend: text.Text{
		FR: "Renommez la colonne exactement comme dans le schéma.",
		EN: "Rename the column exactly as in the schema.",
	},
	Bad:  "Prénom,Nombre",
	Good: "prenom,nombre",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "La colonne « {value} » doit s'écrire exactement « {field} ».", EN: `The column "{value}" must be written exactly "{field}".`},
			Hint: text.Text{FR: "Renommez-la en {field}.", EN: "Rename it to {field}."},
		},
		"alias": {
			Say:  text.Text{FR: "La colonne « {value} » est reconnue, mais son nom dans le schéma est « {field} ».", EN: `The column "{value}" is recognised, but its name in the schema is "{field}".`},
			Hint: text.Text{FR: "Renommez-la en {field}.", EN: "Rename it to {field}."},
		},
		"near": {
			Say:  text.Text{FR: "La colonne « {value} » est prise pour « {field} », dont le nom est presque le même.", EN: `The column "{value}" is taken for "{field}", whose name is almost the same.`},
			Hint: text.Text{FR: "Renommez-la en {field}. Si elle contient autre chose, donnez-lui un nom bien différent.", EN: "Rename it to {field}. If it holds something else, give it a clearly different name."},
		},
		"spaces": {
			Say:  text.Text{FR: "Le nom de la colonne « {value} » est entouré d'espaces.", EN: `The name of the column "{value}" has spaces around it.`},
			Hint: text.Text{FR: "Supprimez ces espaces : certains outils ne reconnaîtraient pas la colonne.", EN: "Remove these spaces: some tools would not recognise the column."},
		},
		"position": {
			Say:  text.Text{FR: "La colonne « {value} » se trouve là où le schéma attend « {field} ».", EN: `The column "{value}" stands where the schema expects "{field}".`},
			Hint: text.Text{FR: "En lecture stricte, l'ordre et les noms des colonnes sont ceux du schéma.", EN: "In a strict reading, the order and the names of the columns are the schema's."},
		},
	},
	File: func(s *schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			for c, column := range p.Job.Header.Columns {
				if column.Label == "" || column.Duplicate >= 0 {
					continue
				}
				if f.AnyCase && column.Field >= 0 && strings.EqualFold(column.Label, s.Fields[column.Field].Name) {
					continue
				}
				switch column.Match {
				case validate.Exact:
					if f.Padded[c] {
						p.FileFault(validate.Warning, c, column.Field).Because("spaces").Write(s.Fields[column.Field].Name)
					}
				case validate.Folded:
					p.FileFault(validate.None, c, column.Field).Write(s.Fields[column.Field].Name)
				case validate.Alias:
					p.FileFault(validate.None, c, column.Field).Because("alias").Write(s.Fields[column.Field].Name)
				case validate.Near:
					p.FileFault(validate.None, c, column.Field).Because("near").Write(s.Fields[column.Field].Name)
				case validate.Positional:
					finding := p.FileFault(validate.None, c, column.Field)
					if schemas.Fold(column.Label) == schemas.Fold(s.Fields[column.Field].Name) {
						finding.Write(s.Fields[column.Field].Name)
					} else {
						finding.Because("position")
					}
				}
			}
		}
	},
}
