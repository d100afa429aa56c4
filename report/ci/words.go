package ci

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// How much of a name and of a value from outside stands in a sentence of this
// package, in runes.
const (
	nameWidth  = 80
	valueWidth = 40
)

var (
	sayFix    = text.Text{FR: "Écrire : {fix}", EN: "Write: {fix}"}
	sayOthers = text.Text{
		FR: "{n} {n|autre constatation|autres constatations} : {title}{where}.",
		EN: "{n} more {n|finding|findings}: {title}{where}.",
	}
	sayInColumn = text.Text{FR: " (colonne « {field} »)", EN: " (column \"{field}\")"}
	sayAll      = text.Text{
		FR: "{n} {n|constatation|constatations} : {title}{where}.",
		EN: "{n} {n|finding|findings}: {title}{where}.",
	}
	sayGathered = text.Text{
		FR: "{n} {n|constatation n'a pas son propre résultat : elle est comptée|constatations n'ont pas leur propre résultat : elles sont comptées} par règle et par colonne. Ce rapport donne {limit} résultats au plus, parmi ceux que --max-findings garde.",
		EN: "{n} {n|finding has no result of its own: it is|findings have no result of their own: they are} counted by rule and column. This report gives {limit} results at most, of those that --max-findings keeps.",
	}
	sayAllFiles = text.Text{FR: ", dans tous les fichiers", EN: ", in all files"}
	sayInTotal  = text.Text{FR: " ({n} en tout{where})", EN: " ({n} in total{where})"}
	sayUnjudged = text.Text{FR: "Fichier non jugé", EN: "File not judged"}
	sayPartly   = text.Text{FR: "Fichier jugé en partie", EN: "File judged in part"}
	sayConforms = text.Text{FR: "Conforme au schéma {schema}", EN: "Conforms to the schema {schema}"}
	sayJudged   = text.Text{FR: "Jugement du fichier", EN: "Judgement of the file"}
	sayColumn   = text.Text{FR: "Colonne « {field} » sans faute", EN: "Column \"{field}\" without fault"}
	sayNoLabel  = text.Text{FR: "colonne « {field} »", EN: "column \"{field}\""}
	sayCase     = text.Text{FR: "{place} : {title} [{code}]", EN: "{place}: {title} [{code}]"}
	sayLine     = text.Text{FR: "ligne {n}", EN: "line {n}"}
	sayColon    = text.Text{FR: " : ", EN: ": "}
	sayAndMore  = text.Text{FR: "et {n} {n|autre|autres}", EN: "and {n} {n|other|others}"}
)

// sayExit says what an exit code means.
var sayExit = [...]text.Text{
	{FR: "rien à redire, au seuil demandé", EN: "nothing found at or above the threshold"},
	{FR: "des fautes ont été trouvées", EN: "faults were found"},
	{FR: "le schéma demandé n'est pas utilisable", EN: "the schema that was asked for cannot be used"},
	{FR: "un fichier n'a pas pu être jugé jusqu'au bout", EN: "a file could not be judged to its end"},
}

// The words of GitHub's log and summary.
var (
	sayMark = text.Text{
		FR: "socle : {shown} {shown|annotation|annotations} pour {n} {n|constatation|constatations} ; au plus {limit} de chaque gravité.",
		EN: "socle: {shown} {shown|annotation|annotations} for {n} {n|finding|findings}; {limit} of each severity at most.",
	}
	sayTop = text.Text{
		FR: "socle : {n} {n|fichier|fichiers}, {errors} {errors|erreur|erreurs}, {warnings} {warnings|avertissement|avertissements}",
		EN: "socle: {n} {n|file|files}, {errors} {errors|error|errors}, {warnings} {warnings|warning|warnings}",
	}
	sayFile     = text.Text{FR: "Fichier", EN: "File"}
	sayRows     = text.Text{FR: "Lignes", EN: "Rows"}
	sayErrors   = text.Text{FR: "Erreurs", EN: "Errors"}
	sayWarnings = text.Text{FR: "Avertissements", EN: "Warnings"}
	sayVerdict  = text.Text{FR: "Verdict", EN: "Verdict"}
	saySeverity = text.Text{FR: "Gravité", EN: "Severity"}
	sayField    = text.Text{FR: "Colonne", EN: "Column"}
	sayFault    = text.Text{FR: "Constat", EN: "Finding"}
	sayNumber   = text.Text{FR: "Nombre", EN: "Count"}
	sayPlaces   = text.Text{FR: "Où", EN: "Where"}
	sayExample  = text.Text{FR: "La première", EN: "The first"}
	sayCut      = text.Text{
		FR: "La place manque ici : {n} {n|ligne|lignes} de ces tableaux {n|n'est pas montrée|ne sont pas montrées}. Le rapport complet : socle valider -f json",
		EN: "There is no room here for {n} {n|row|rows} of these tables. The whole report: socle validate -f json",
	}
)

// severities names a finding's severity for people.
var severities = map[validate.Severity]text.Text{
	validate.Error:   {FR: "erreur", EN: "error"},
	validate.Warning: {FR: "avertissement", EN: "warning"},
	validate.Notice:  {FR: "remarque", EN: "notice"},
}
