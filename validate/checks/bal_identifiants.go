package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balIdentifiants = &validate.Check{
	Code:     "bal-identifiants",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : identifiants BAN incomplets sur la ligne", EN: "Local address base: incomplete BAN identifiers in the row"},
	Why: text.Text{
		FR: "Une ligne qui porte un identifiant de la Base Adresse Nationale doit porter les trois : commune, voie, adresse. Un lieu-dit (numéro 99999) n'a pas d'identifiant d'adresse. Dans uid_adresse, avant le format 1.4, ce n'est qu'une remarque.",
		EN: "A row that has one identifier of the national address base must have all three: commune, street, address. A place name (number 99999) has none of an address. In uid_adresse, before format 1.4, it is a mere notice.",
	},
	Mend: text.Text{FR: "Remplissez les identifiants qui manquent, ou videz les autres si la commune ne les gère pas.", EN: "Fill the missing identifiers, or empty the others if the commune does not manage them."},
	Bad:  "numero;id_ban_commune;id_ban_toponyme;id_ban_adresse\n9;0246e48c-f33d-433a-8984-034219be842e;8a3bab10-f329-4ce3-9c7d-280d91a8053a;",
	Good: "numero;id_ban_commune;id_ban_toponyme;id_ban_adresse\n9;0246e48c-f33d-433a-8984-034219be842e;8a3bab10-f329-4ce3-9c7d-280d91a8053a;3c87abe4-887b-46ee-9192-5c1b35a06625",
	Messages: map[string]validate.Message{
		"": balSay("La cellule « {field} » est vide, alors que la ligne a un autre identifiant de la Base Adresse Nationale.", `The cell "{field}" is empty, but the row has another identifier of the national address base.`,
			"Remplissez-la, ou videz les autres identifiants de toutes les lignes.", "Fill it, or empty the other identifiers of all rows."),
		"no-column": balSay("La colonne « {field} » est absente, alors que la ligne a un autre identifiant de la Base Adresse Nationale.", `The column "{field}" is missing, but the row has another identifier of the national address base.`,
			"Ajoutez la colonne et remplissez-la.", "Add the column and fill it."),
		"uid": balSay("« {value} » n'a pas les trois identifiants : @c: pour la commune, @v: pour la voie, @a: pour l'adresse.", `"{value}" does not have the three identifiers: @c: for the commune, @v: for the street, @a: for the address.`,
			"Ajoutez ceux qui manquent.", "Add those that are missing."),
	},
	Row: balRows("bal-identifiants", map[string]balWeight{"": balErrorFrom4, "no-column": balErrorFrom4, "uid": balErrorFrom4}, func(rule *balRule, r balRow) {
		if rule.idCommune >= 0 && !rule.lacksID(r) {
			return
		}
		ids := rule.ids(r, new(knownIDs))
		isPlace := rule.isPlace(r)
		if !ids.any() || ids.complete(isPlace) {
			return
		}
		if rule.idCommune < 0 {
			rule.fault(r, rule.uid, "uid")
			return
		}
		rule.needID(r, rule.idCommune)
		rule.needID(r, rule.idVoie)
		if !isPlace {
			rule.needID(r, rule.idAdresse)
		}
	}),
}

// lacksID says whether one of the cells of identifiers is empty or absent.
func (rule *balRule) lacksID(r balRow) bool {
	const none = validate.Missing | validate.Absent
	return (r.cell(rule.idCommune).State|r.cell(rule.idVoie).State|r.cell(rule.idAdresse).State)&none != 0
}

// needID reports an identifier that the row lacks. One that is wrong is told
// by another rule.
func (rule *balRule) needID(r balRow, field int) {
	switch state := r.cell(field).State; {
	case state == validate.Missing && lacking(r.Pass, r.Row, field): // stands on no field, so that it stays
		if f := rule.report(r.Pass, -1, "no-column"); f != nil {
			rule.at(f.With("field", r.Job.Schema.Fields[field].Name), r, &balNoCell)
		}
	case state == validate.Missing:
		rule.fault(r, field, "")
	case state == validate.Absent:
		rule.fault(r, field, "no-column")
	}
}
