package template

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/schemas/plain"
	"github.com/socle-commun/socle/schemas/text"
)

// longestTold is how much of a text the sheet that explains shows, in UTF-16
// units: what Excel makes a row grow for.
const longestTold = 1000

// readmeWidths are the widths of the table of columns, in characters.
var readmeWidths = []int{28, 30, 60, 34, 14, 34, 50}

// Of the sheet that explains: characters on a line above the table, the height
// of a line and that of the highest row, in points.
const (
	readmeLine = 160
	rowLine    = 15
	highest    = 400
)

// writeReadme writes the sheet that explains: what the file is about, how to
// fill it and publish it, and all its columns.
func (b *book) writeReadme() {
	_, err := b.file.NewSheet(b.readme)
	b.do(err)
	row := 0
	tell := func(text string, style int) {
		row++
		b.put(b.readme, 1, row, clip(text, longestTold), style)
	}
	tellAll := func(text string) {
		for _, line := range wrap(text, readmeLine) {
			tell(line, b.styles.plain)
		}
	}
	s := b.Schema
	tell(s.Title, b.styles.title)
	tell(b.about(), b.styles.plain)
	for line := range strings.SplitSeq(clip(s.Description, longestTold), "\n") {
		tellAll(line)
	}
	if s.Homepage != "" {
		tellAll(b.say("Source : ", "Source: ") + s.Homepage)
	}
	row++
	for _, step := range b.steps() {
		tellAll(step)
	}
	b.writeColumns(row + 2)
	one, many, landscape, fit := 1, 0, "landscape", true
	b.do(b.file.SetPageLayout(b.readme, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &one, FitToHeight: &many}))
	b.do(b.file.SetSheetProps(b.readme, &excelize.SheetPropsOptions{FitToPage: &fit}))
}

// writeColumns writes the table of the columns, its headings into the row.
func (b *book) writeColumns(row int) {
	for i, heading := range headings {
		name := columnName(i)
		b.do(b.file.SetColWidth(b.readme, name, name, float64(readmeWidths[i])))
		b.put(b.readme, i+1, row, heading.In(b.Lang), b.styles.heading)
	}
	for i := range b.columns {
		row++
		lines := 1
		for j, cell := range b.explained(i) {
			cell = clip(cell, longestTold)
			b.put(b.readme, j+1, row, cell, b.styles.wrapped)
			lines = max(lines, len(wrap(cell, readmeWidths[j]-2)))
		}
		b.do(b.file.SetRowHeight(b.readme, row, float64(min(lines*rowLine, highest))))
	}
	b.do(b.file.SetSheetDimension(b.readme, "A1:"+at(len(headings), row)))
}

// headings are those of the table of columns.
var headings = []text.Text{
	{FR: "Colonne", EN: "Column"}, {FR: "Titre", EN: "Title"}, {FR: "Description", EN: "Description"},
	{FR: "À écrire", EN: "To write"}, {FR: "Obligatoire", EN: "Required"}, {FR: "Exemple", EN: "Example"},
	{FR: "Valeurs admises", EN: "Allowed values"},
}

// explained gives the row of the table that tells of the column at position i.
func (b *book) explained(i int) []string {
	c := b.columns[i]
	yes := b.say("non", "no")
	if c.field.Constraints.Required {
		yes = b.say("oui", "yes")
	}
	var allowed []string
	if values := plain.Values(c.field); len(values) > 0 {
		out, whole := listed(values, longestTold/2)
		if !whole {
			out += b.say(" (voir la feuille « Listes »)", ` (see the sheet "Lists")`)
		}
		allowed = append(allowed, out)
	}
	if items := b.items[c.field.Name]; len(items) > 0 {
		out, _ := listed(items, longestTold/2)
		allowed = append(allowed, b.say("dans la liste : ", "in the list: ")+out)
	}
	allowed = append(allowed, plain.Limits(b.Lang, c.field)...)
	if c.field.Constraints.Unique {
		allowed = append(allowed, b.say("sans doublon", "no duplicates"))
	}
	return []string{c.field.Name, c.field.Title, c.field.Description, b.kind(c), yes, b.example(i), strings.Join(allowed, " ; ")}
}

// about says which schema and version the file follows.
func (b *book) about() string {
	s := b.Schema
	out := b.say("Schéma ", "Schema ") + b.name()
	if s.Version != "" {
		out += ", version " + s.Version
	}
	if s.Modified != "" {
		out += fmt.Sprintf(b.say(" du %s", " of %s"), s.Modified)
	}
	if s.Proposal {
		out += b.say(" : une proposition de socle, car il n'y a pas de schéma national pour ces données", ": a proposal of socle, for there is no national schema for this data")
	}
	return out + "."
}

// steps says how to fill the file and to publish it.
func (b *book) steps() []string {
	check := b.say("socle valider", "socle validate") + " --schema "
	schema := b.Schema.ID()
	if file := filepath.Base(b.Schema.Source); b.Schema.Source != "" && file != b.Schema.Version+".json" {
		schema = file // which no catalogue, the user's own among them, knows by a name
	}
	steps := []string{
		fmt.Sprintf(b.say("1. Remplissez la feuille « %s » à partir de la ligne 2.", `1. Fill the sheet "%s" from row 2 on.`), b.data),
		b.say("2. Gardez les noms de colonnes tels quels. En-tête blanc sur fond foncé : colonne obligatoire ; en-tête en italique sur fond clair : colonne facultative, qui peut rester vide.",
			"2. Leave the names of the columns as they are. Header in white on dark: required column; header in italics on pale: optional column, which may stay empty."),
		b.say("3. Pointez un en-tête pour lire ce que sa colonne attend. Une valeur étonnante est signalée : vous pouvez passer outre, sauf pour les listes de choix. Nombres et dates se tapent comme d'habitude dans votre tableur.",
			"3. Point at a header to read what its column expects. A surprising value is told: you may go on, except for lists of choices. Numbers and dates are typed as usual in your spreadsheet."),
		b.say("4. Vérifiez le fichier avant de le publier : ", "4. Check the file before publishing it: ") + check + schema + b.say(" FICHIER", " FILE"),
		b.say("5. Publiez-le sur le portail de données ouvertes de votre collectivité ou sur data.gouv.fr, en indiquant ce schéma et sa version. Seule la première feuille compte : pour publier en CSV, enregistrez-la au format « CSV UTF-8 ».",
			"5. Publish it on the open data portal of your authority or on data.gouv.fr, naming this schema and its version. Only the first sheet counts: to publish CSV, save it in the format \"CSV UTF-8\"."),
	}
	if b.Row != nil {
		steps[0] += b.say(" Celle-ci est un exemple : remplacez-la par vos données.", " That row is an example: replace it by your data.")
	}
	return steps
}

// wrap breaks a text at spaces into lines of at most width characters, where
// its words are not longer.
func wrap(s string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > width {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimLeft(line+" "+word, " ")
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
