package checks

import (
	"strconv"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france"
)

// explainIdentifier completes the finding on a wrong SIREN or SIRET.
func explainIdentifier(f *validate.Finding, why france.Explanation) {
	f.Because(string(why.Reason)).Write(why.Fix)
	if why.Digits > 0 {
		f.With("digits", strconv.Itoa(why.Digits))
	}
}

// identifierMessages says the faults of a SIREN or a SIRET. words and count
// say how many digits it has.
func identifierMessages(name, wordsFR, wordsEN, count string) map[string]validate.Message {
	directory := text.Text{
		FR: "Vérifiez-le sur annuaire-entreprises.data.gouv.fr.",
		EN: "Check it on annuaire-entreprises.data.gouv.fr.",
	}
	asText := text.Text{
		FR: "Mettez la colonne au format Texte dans le tableur, puis recopiez les numéros depuis leur source.",
		EN: "Set the column to Text in the spreadsheet, then copy the numbers from their source again.",
	}
	say := func(fr, en string, hint text.Text) validate.Message {
		return validate.Message{Say: text.Text{FR: fr, EN: en}, Hint: hint}
	}
	messages := map[string]validate.Message{
		"": say("« {value} » n'est pas un "+name+" : il faut "+wordsFR+" chiffres, sans rien d'autre.",
			`"{value}" is not a `+name+": it takes "+wordsEN+" digits and nothing else.", directory),
		string(france.WrongLength): say("« {value} » n'est pas un "+name+" : il a {digits} {digits|chiffre|chiffres} au lieu de "+count+".",
			`"{value}" is not a `+name+": it has {digits} {digits|digit|digits} instead of "+count+".", directory),
		string(france.LostZeros): say("« {value} » n'a que {digits} {digits|chiffre|chiffres} au lieu de "+count+" : le tableur a sans doute supprimé des zéros au début.",
			`"{value}" has only {digits} {digits|digit|digits} instead of `+count+": the spreadsheet probably removed leading zeros.", asText),
		string(france.WrongKey): say("« {value} » n'est pas un "+name+" valable : son dernier chiffre ne correspond pas aux autres, l'un d'eux a sans doute été mal recopié.",
			`"{value}" is not a valid `+name+": its last digit does not match the others, one of them was probably miscopied.", directory),
		string(france.Decimal): say("« {value} » : le tableur a transformé le "+name+" en nombre à virgule.",
			`"{value}": the spreadsheet turned the `+name+" into a decimal number.", asText),
		string(france.DecimalDamaged): say("« {value} » : le tableur a transformé le "+name+" en nombre à virgule, et ce qui la précède n'est pas un "+name+" correct.",
			`"{value}": the spreadsheet turned the `+name+" into a decimal number, and what stands before the point is not a correct "+name+".", asText),
		string(france.Scientific): say("« {value} » : le tableur a mis le "+name+" en notation scientifique.",
			`"{value}": the spreadsheet put the `+name+" into scientific notation.", asText),
		string(france.ScientificDamaged): say("« {value} » : le tableur a transformé le "+name+" en notation scientifique, des chiffres sont perdus ou faux.",
			`"{value}": the spreadsheet turned the `+name+" into scientific notation, digits are lost or wrong.", asText),
		string(france.Separators): say("« {value} » : un "+name+" s'écrit d'un seul tenant, sans espace ni autre signe.",
			`"{value}": a `+name+" is written in one piece, without spaces or other signs.", text.Text{}),
	}
	if name == "SIRET" {
		messages[string(france.LostNIC)] = say("« {value} » n'est pas un SIRET valable : il finit par des zéros, le tableur a sans doute arrondi le numéro et perdu ses derniers chiffres.",
			`"{value}" is not a valid SIRET: it ends in zeros, the spreadsheet probably rounded the number and lost its last digits.`, asText)
		messages[string(france.SIRENForSIRET)] = say("« {value} » est un SIREN (9 chiffres) ; on attend ici un SIRET (14 chiffres).",
			`"{value}" is a SIREN (9 digits); a SIRET (14 digits) is expected here.`, text.Text{
				FR: "Ajoutez les cinq chiffres de l'établissement : on les trouve sur annuaire-entreprises.data.gouv.fr.",
				EN: "Add the five digits of the establishment: annuaire-entreprises.data.gouv.fr has them.",
			})
	} else {
		messages[string(france.SIRETForSIREN)] = say("« {value} » est un SIRET (14 chiffres) ; on attend ici un SIREN (9 chiffres).",
			`"{value}" is a SIRET (14 digits); a SIREN (9 digits) is expected here.`, text.Text{
				FR: "Gardez les neuf premiers chiffres : {fix}", EN: "Keep the first nine digits: {fix}",
			})
	}
	return messages
}
