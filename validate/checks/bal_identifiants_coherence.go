package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

const balIdentifiantsCoherenceCode = "bal-identifiants-coherence"

var balIdentifiantsCoherence = &validate.Check{
	Code:     balIdentifiantsCoherenceCode,
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : un identifiant BAN pour deux choses", EN: "Local address base: one BAN identifier for two things"},
	Why: text.Text{
		FR: "Un identifiant de voie va à un seul nom de voie, et un nom de voie à un seul identifiant ; de même pour les adresses. Les noms se comparent aux accents, aux articles et aux abréviations près ; un nom fautif est laissé à sa propre règle. Chaque paire fautive est dite une fois, à la première ligne où elle se trouve.",
		EN: "An identifier of a street goes with one name of a street, and a name with one identifier; the same holds for addresses. Names are compared but for accents, articles and abbreviations; a wrong name is left to its own rule. Each wrong pair is told once, at the first row where it stands.",
	},
	Mend: text.Text{FR: "Corrigez le nom ou l'identifiant : souvent une ligne a été copiée avec l'identifiant d'une autre.", EN: "Correct the name or the identifier: often a row was copied with the identifier of another."},
	Bad:  "numero;voie_nom;id_ban_toponyme\n9;Rue des Lilas;8a3bab10-f329-4ce3-9c7d-280d91a8053a\n11;Rue des Roses;8a3bab10-f329-4ce3-9c7d-280d91a8053a",
	Good: "numero;voie_nom;id_ban_toponyme\n9;Rue des Lilas;8a3bab10-f329-4ce3-9c7d-280d91a8053a\n11;Rue des Roses;0d2b0a4c-6b0e-4c36-9d0f-3f4e5a6b7c8d",
	Messages: map[string]validate.Message{
		"": balSay("L'identifiant de voie « {value} » est déjà celui d'une voie d'un autre nom, à la ligne {first}.", `The identifier of a street "{value}" is already that of a street of another name, in row {first}.`,
			"Corrigez le nom de la voie ou son identifiant.", "Correct the name of the street or its identifier."),
		"street": balSay("La même voie a un autre identifiant que « {value} » à la ligne {first}.", `The same street has another identifier than "{value}" in row {first}.`,
			"Donnez un seul identifiant à la voie.", "Give the street one identifier."),
		"address": balSay("L'identifiant d'adresse « {value} » est déjà celui d'une autre adresse, à la ligne {first}.", `The identifier of an address "{value}" is already that of another address, in row {first}.`,
			"Donnez son propre identifiant à chaque adresse.", "Give each address an identifier of its own."),
		"same-address": balSay("La même adresse a un autre identifiant que « {value} » à la ligne {first}.", `The same address has another identifier than "{value}" in row {first}.`,
			"Donnez un seul identifiant à l'adresse, sur chacune de ses positions.", "Give the address one identifier, at each of its positions."),
	},
	Table: func(s *schemas.Schema) validate.State {
		rules := balRules(s, balIdentifiantsCoherenceCode, balTieWeights)
		if len(rules) == 0 {
			return nil
		}
		return &balTies{Profile: rules[0].profile, reader: &tieReader{rule: rules[0]}}
	},
}

var balTieWeights = map[string]balWeight{"": balWarnFrom4, "street": balWarnFrom4, "address": balWarnFrom4, "same-address": balWarnFrom4}
