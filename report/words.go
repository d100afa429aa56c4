package report

import (
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// nb is the space that no line is broken at. French puts it before : ; ! ?,
// inside « », and between a number and what it counts.
const nb = "\u00a0"

// The sentences of the text report. They are filled by speech.fill.
var (
	sayHead     = text.Text{FR: "{path}{nb}: {verdict}", EN: "{path}: {verdict}"}
	sayRows     = text.Text{FR: "{n}{nb}{n|ligne|lignes}", EN: "{n}{nb}{n|row|rows}"}
	sayEncoding = text.Text{FR: "encodage {name}", EN: "encoding {name}"}
	sayBOM      = text.Text{FR: " avec marque d'ordre des octets", EN: " with byte order mark"}
	sayCut      = text.Text{FR: "séparateur{nb}: {name}", EN: "separator: {name}"}
	saySheet    = text.Text{FR: "feuille «{nb}{name}{nb}»", EN: "sheet \"{name}\""}
	sayHeader   = text.Text{FR: "en-tête à la ligne{nb}{row}", EN: "header in row{nb}{row}"}

	saySchema     = text.Text{FR: "Schéma{nb}: {name}", EN: "Schema: {name}"}
	sayVersion    = text.Text{FR: ", version{nb}{version}", EN: ", version{nb}{version}"}
	sayDetected   = text.Text{FR: ", reconnu d'après le fichier", EN: ", recognised from the file"}
	sayAsked      = text.Text{FR: ", demandé", EN: ", asked for"}
	sayOfficial   = text.Text{FR: " (document officiel)", EN: " (official document)"}
	sayProposal   = text.Text{FR: " (proposition de socle, faute de schéma national)", EN: " (proposed by socle, for want of a national schema)"}
	sayStrict     = text.Text{FR: ", lu à la lettre", EN: ", read to the letter"}
	sayNewer      = text.Text{FR: ". Une version plus récente existe{nb}: {version}", EN: ". There is a newer version: {version}"}
	sayCleanNewer = text.Text{FR: " (version plus récente{nb}: {version})", EN: " (newer version: {version})"}
	sayNameOnly   = text.Text{FR: ", supposé d'après le nom du fichier seulement{nb}: aucune colonne n'y correspond. Si c'est un autre, donnez-le avec --schema", EN: ", supposed from the file's name alone: no column is of it. If it is another, give it with --schema"}
	sayRecognised = text.Text{FR: ", reconnu", EN: ", recognised"}

	sayScore        = text.Text{FR: "Note{nb}: {total}{nb}sur{nb}100", EN: "Score: {total}{nb}out of{nb}100"}
	sayRowsPart     = text.Text{FR: "lignes sans erreur", EN: "rows without error"}
	sayRequiredPart = text.Text{FR: "cellules obligatoires remplies", EN: "required cells filled"}
	sayOthersPart   = text.Text{FR: "autres colonnes présentes", EN: "other columns present"}
	sayCalmPart     = text.Text{FR: "lignes sans avertissement", EN: "rows without warning"}
	sayPercent      = text.Text{FR: "{n}{nb}%", EN: "{n}%"}

	sayNothing = text.Text{FR: "Rien n'a été jugé.", EN: "Nothing was judged."}
	sayForm    = text.Text{FR: "Seules l'écriture du fichier et sa géométrie ont été vérifiées.", EN: "Only the form of the file and its geometry were checked."}
	sayPart    = text.Text{
		FR: "{n}{nb}{n|ligne a été jugée|lignes ont été jugées}, le reste du fichier ne l'a pas été.",
		EN: "{n}{nb}{n|row was|rows were} judged, the rest of the file was not.",
	}

	sayBlocking = text.Text{FR: "À corriger", EN: "To correct"}
	sayOther    = text.Text{FR: "À savoir", EN: "To know"}
	sayWhole    = text.Text{FR: "Le fichier", EN: "The file"}
	sayAllRows  = text.Text{FR: "Les lignes", EN: "The rows"}
	sayColumn   = text.Text{FR: "Colonne {letters}, {field}", EN: "Column {letters}, {field}"}
	sayProperty = text.Text{FR: "«{nb}{field}{nb}» (ligne{nb}{row})", EN: "\"{field}\" (row{nb}{row})"}
	sayMember   = text.Text{FR: "Propriété {field}", EN: "Property {field}"}
	sayLabel    = text.Text{FR: " (dans le fichier{nb}: «{nb}{label}{nb}»)", EN: " (in the file: \"{label}\")"}

	sayQuoted  = text.Text{FR: "«{nb}{value}{nb}»", EN: "\"{value}\""}
	sayAtRow   = text.Text{FR: "{n|ligne|lignes}", EN: "{n|row|rows}"}
	sayAnd     = text.Text{FR: " et ", EN: " and "}
	sayMore    = text.Text{FR: "et {n}{nb}{n|autre|autres}", EN: "and {n} {n|other|others}"}
	sayAtLeast = text.Text{FR: "et au moins {n}{nb}{n|autre|autres}", EN: "and at least {n} {n|other|others}"}
	sayKinds   = text.Text{FR: "{count} de plusieurs sortes{nb}:", EN: "{count} of several kinds:"}
	sayColon   = text.Text{FR: "{nb}: ", EN: ": "}
	sayFix     = text.Text{FR: "À écrire{nb}: {value}", EN: "Write: {value}"}
	sayFixIn   = text.Text{FR: "À écrire en {cell}{nb}: {value}", EN: "Write in {cell}: {value}"}
	sayExample = text.Text{FR: "Exemple{nb}: {value}", EN: "Example: {value}"}
	sayKept    = text.Text{
		FR: "Ce rapport détaille {kept}{nb}des {n}{nb}constatations{nb}; --max-findings{nb}0 les donne toutes.",
		EN: "This report details {kept} of {n}{nb}findings; --max-findings{nb}0 gives them all.",
	}
)

// The headings of the table of files, and its last line.
var (
	sayFile     = text.Text{FR: "Fichier", EN: "File"}
	sayRowsHead = text.Text{FR: "Lignes", EN: "Rows"}
	sayErrors   = text.Text{FR: "Erreurs", EN: "Errors"}
	sayWarnings = text.Text{FR: "Avert.", EN: "Warnings"}
	sayFilled   = text.Text{FR: "Rempli", EN: "Filled"}
	sayVerdict  = text.Text{FR: "Verdict", EN: "Verdict"}
	sayTotal    = text.Text{FR: "Total{nb}: {n}{nb}{n|fichier|fichiers}", EN: "Total: {n}{nb}{n|file|files}"}
)

// The verdicts on a file.
var (
	sayValid    = text.Text{FR: "conforme", EN: "valid"}
	sayInvalid  = text.Text{FR: "non conforme", EN: "invalid"}
	sayUnjudged = text.Text{FR: "non jugé", EN: "not judged"}
	sayPartly   = text.Text{FR: "jugé en partie", EN: "judged in part"}
)

var sayCount = map[validate.Severity]text.Text{
	validate.Error:   {FR: "{n}{nb}{n|erreur|erreurs}", EN: "{n}{nb}{n|error|errors}"},
	validate.Warning: {FR: "{n}{nb}{n|avertissement|avertissements}", EN: "{n}{nb}{n|warning|warnings}"},
	validate.Notice:  {FR: "{n}{nb}{n|remarque|remarques}", EN: "{n}{nb}{n|notice|notices}"},
}

var delimiterNames = map[string]text.Text{
	",":  {FR: "virgule", EN: "comma"},
	";":  {FR: "point-virgule", EN: "semicolon"},
	"\t": {FR: "tabulation", EN: "tab"},
	"|":  {FR: "barre verticale", EN: "vertical bar"},
}

var french = strings.NewReplacer(" :", nb+":", " ;", nb+";", " !", nb+"!", " ?", nb+"?", " %", nb+"%", "« ", "«"+nb, " »", nb+"»")

// typeset makes the spaces of French punctuation no-break spaces.
func typeset(lang text.Lang, sentence string) string {
	if lang == text.English {
		return sentence
	}
	return french.Replace(sentence)
}

// A speech says sentences in one language.
type speech struct{ lang text.Lang }

// fill says t with names and values in turn. {nb} is a no-break space.
func (s speech) fill(t text.Text, pairs ...string) string {
	return text.Fill(s.lang, t.In(s.lang), func(name string) (string, bool) {
		if name == "nb" {
			return nb, true
		}
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1], true
			}
		}
		return "", false
	})
}

// number says t with a count as {n}, and other pairs.
func (s speech) number(t text.Text, n int, pairs ...string) string {
	return s.fill(t, append(pairs, "n", text.Number(s.lang, n))...)
}

// count says "3 erreurs".
func (s speech) count(severity validate.Severity, n int) string {
	return s.number(sayCount[severity], n)
}

// counts says "3 erreurs, 1 avertissement", leaving out what there is none of.
func (s speech) counts(f *validate.FileResult) string {
	var parts []string
	for _, c := range []struct {
		severity validate.Severity
		n        int
	}{{validate.Error, f.Errors}, {validate.Warning, f.Warnings}, {validate.Notice, f.Notices}} {
		if c.n > 0 {
			parts = append(parts, s.count(c.severity, c.n))
		}
	}
	return strings.Join(parts, ", ")
}

// percent says a share, rounded down: 100 % is for the whole.
func (s speech) percent(share float64) string {
	return s.fill(sayPercent, "n", strconv.Itoa(int(100*share+1e-9)))
}

// score says a file's score, and those of its parts that are not whole.
func (s speech) score(f *validate.FileResult, score validate.Score) string {
	var parts []string
	for _, part := range []struct {
		share float64
		name  text.Text
	}{{score.Rows, sayRowsPart}, {score.Required, sayRequiredPart}, {score.Recommended, sayOthersPart}, {score.Calm, sayCalmPart}} {
		if part.share < 1 {
			parts = append(parts, s.fill(s.of(f, part.name))+" "+s.percent(part.share))
		}
	}
	out := s.fill(sayScore, "total", strconv.Itoa(score.Total))
	if parts != nil {
		out += " (" + strings.Join(parts, ", ") + ")"
	}
	return out
}

// extent says how much was judged of a file that was not judged to its end.
func (s speech) extent(f *validate.FileResult) string {
	switch {
	case judged(f) && f.Failure.Code == "no-schema":
		return s.fill(sayForm)
	case judged(f):
		return s.number(s.of(f, sayPart), f.Rows)
	}
	return s.fill(sayNothing)
}

// quoted says a value from outside between quotes.
func (s speech) quoted(value string, max int) string {
	return s.fill(sayQuoted, "value", Show(value, max))
}

// verdict says in a word or two what became of the file.
func (s speech) verdict(f *validate.FileResult) string {
	switch {
	case f.Failure != nil && judged(f):
		return s.fill(sayPartly)
	case f.Failure != nil:
		return s.fill(sayUnjudged)
	case f.Errors > 0:
		return s.fill(sayInvalid)
	}
	return s.fill(sayValid)
}

// judged says whether any part of the file was.
func judged(f *validate.FileResult) bool { return f.Rows > 0 || len(f.Counts) > 0 }

// fix says what to write instead, in a cell where one is named.
func (s speech) fix(cell, value string) string {
	value = s.quoted(value, argWidth)
	if cell == "" {
		return s.fill(sayFix, "value", value)
	}
	return s.fill(sayFixIn, "cell", cell, "value", value)
}

// encoding says an encoding's name as people write it.
func (s speech) encoding(f *validate.File) string {
	name := Show(validate.EncodingName(f.Encoding), valueWidth)
	out := s.fill(sayEncoding, "name", name)
	if f.BOM {
		out += s.fill(sayBOM)
	}
	return out
}

// delimiter says a separator in words.
func (s speech) delimiter(d string) string {
	if t, ok := delimiterNames[d]; ok {
		return s.fill(sayCut, "name", s.fill(t))
	}
	return s.fill(sayCut, "name", s.quoted(d, valueWidth))
}

// path names the file.
func (s speech) path(f *validate.FileResult) string {
	switch {
	case f.File == nil:
		return "?"
	case f.File.Path == "-":
		return s.fill(text.Text{FR: "entrée standard", EN: "standard input"})
	}
	path := Show(f.File.Path, 0)
	if f.File.Name != "" {
		path += " (" + Show(f.File.Name, valueWidth) + ")"
	}
	return path
}

// facts says what is known of how the file is written: rows, encoding,
// separator, and where the header stands if not on top.
func (s speech) facts(f *validate.FileResult) string {
	parts := []string{s.number(s.of(f, sayRows), f.Rows)}
	if f.File.Sheet != "" {
		parts = append(parts, s.fill(saySheet, "name", Show(f.File.Sheet, valueWidth)))
	}
	if f.File.Encoding != "" {
		parts = append(parts, s.encoding(f.File))
	}
	if f.File.Delimiter != "" {
		parts = append(parts, s.delimiter(f.File.Delimiter))
	}
	if f.File.HeaderRow > 1 {
		parts = append(parts, s.fill(sayHeader, "row", strconv.Itoa(f.File.HeaderRow)))
	}
	return strings.Join(parts, ", ")
}
