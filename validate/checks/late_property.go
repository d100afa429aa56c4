package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var lateProperty = &validate.Check{
	Code:     "late-property",
	Severity: validate.Notice,
	Strict:   validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Propriété tardive inconnue du schéma", EN: "Late property unknown to the schema"},
	Why: text.Text{
		FR: "Des entités loin du début du fichier ont des propriétés que les premières n'ont pas et que le schéma ne décrit pas. Elles ne sont pas jugées. Ce n'est une erreur qu'en lecture stricte.",
		EN: "Features far from the beginning of the file have properties that the first ones have not and that the schema does not describe. They are not judged. It is an error only in a strict reading.",
	},
	Mend: text.Text{
		FR: "Si c'est une propriété du schéma mal nommée, renommez-la. Donnez les mêmes propriétés à toutes les entités.",
		EN: "If it is a property of the schema under a wrong name, rename it. Give all features the same properties.",
	},
	Messages: map[string]validate.Message{
		"": say("{n} {n|entité a|entités ont} des propriétés que ni le schéma ni les premières entités ne connaissent ({places}) : elles ne sont pas vérifiées.",
			"{n} {n|feature has|features have} properties that neither the schema nor the first features know ({places}): they are not checked."),
	},
	Table: func(*schemas.Schema) validate.State { return &jsonNotes{"late"} },
}
