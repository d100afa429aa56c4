package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balUIDAdresse = &validate.Check{
	Code:     "bal-uid-adresse",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : uid_adresse mal formé", EN: "Local address base: malformed uid_adresse"},
	Why: text.Text{
		FR: "Avant le format 1.4, uid_adresse porte les trois identifiants de la Base Adresse Nationale : @c: pour la commune, @v: pour la voie, @a: pour l'adresse, chacun suivi d'un UUID de version 4.",
		EN: "Before format 1.4, uid_adresse holds the three identifiers of the national address base: @c: for the commune, @v: for the street, @a: for the address, each followed by a UUID of version 4.",
	},
	Mend: text.Text{FR: "Recopiez les identifiants depuis leur source, ou videz la cellule.", EN: "Copy the identifiers from their source again, or empty the cell."},
	Bad:  "numero;uid_adresse\n9;@c:0246e48c @v:8a3bab10 @a:3c87abe4",
	Good: "numero;uid_adresse\n9;@c:0246e48c-f33d-433a-8984-034219be842e @v:8a3bab10-f329-4ce3-9c7d-280d91a8053a @a:3c87abe4-887b-46ee-9192-5c1b35a06625",
	Messages: map[string]validate.Message{"": balSay("Un identifiant de « {value} » n'est pas un UUID de version 4.", `An identifier in "{value}" is not a UUID of version 4.`,
		"Chacun ressemble à {example}, après @c:, @v: ou @a:.", "Each looks like {example}, after @c:, @v: or @a:.")},
	Row: balCells("bal-uid-adresse", map[string]balWeight{"": balWarnFrom3}, func(rule *balRule, r balRow, c *validate.Cell, raw []byte) {
		if _, ok := readUID(raw); !ok {
			rule.fault(r, c.Field.Index, "").With("example", exampleUUID)
		}
	}),
}
