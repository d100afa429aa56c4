package checks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas/lazyregexp"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// headings opens a group of the documentation before a check of All.
var headings = map[*validate.Check]text.Text{
	emptyFile:       {FR: "Le fichier", EN: "The file"},
	unmatchedHeader: {FR: "L'en-tête", EN: "The header"},
	blankRow:        {FR: "Les lignes", EN: "The rows"},
	typeError:       {FR: "Les cellules", EN: "The cells"},
	siret:           {FR: "Les contrôles des schémas français", EN: "The checks of French schemas"},
	geometryType:    {FR: "Les géométries", EN: "Geometries"},
	balFichier:      {FR: "La Base Adresse Locale", EN: "The local address base"},
	jsonType:        {FR: "Les données JSON et leur schéma", EN: "JSON data and its schema"},
	unique:          {FR: "Les doublons", EN: "Duplicates"},
	foreignKey:      {FR: "Les renvois", EN: "References"},
}

// Docs writes the documentation of all checks in Markdown, in their order: an
// index, then what each finds, why that is bad, an example, how to mend it and
// what is said to the reader.
func Docs(lang text.Lang) string {
	d := &docs{lang: lang}
	d.say("# %s\n\n", text.Text{FR: "Les contrôles de socle", EN: "The checks of socle"})
	d.say("%s\n", text.Text{
		FR: "Cette page est tirée du programme ; ne la modifiez pas à la main. Chaque code est stable : il ne change pas d'une version à l'autre. " +
			"Dans les messages, les mots en italique tiennent la place de ce qui vient du fichier ou du schéma.",
		EN: "This page is made from the program; do not edit it by hand. Each code is stable: it does not change from one version to the next. " +
			"In messages, the words in italics stand for what comes from the file or the schema.",
	})
	for _, c := range All() {
		if h, ok := headings[c]; ok {
			d.say("\n**%s**\n\n", h)
		}
		fmt.Fprintf(d, "- [%s](#%s)", c.Code, c.Code)
		d.say(text.Text{FR: " : %s\n", EN: ": %s\n"}.In(lang), c.Title)
	}
	for _, c := range All() {
		if h, ok := headings[c]; ok {
			d.say("\n## %s\n", h)
		}
		d.check(c)
	}
	return d.String()
}

// docs is the documentation that is being written.
type docs struct {
	strings.Builder
	lang text.Lang
}

func (d *docs) say(format string, t text.Text) { fmt.Fprintf(d, format, t.In(d.lang)) }

func (d *docs) check(c *validate.Check) {
	fmt.Fprintf(d, "\n### %s\n\n", c.Code)
	d.say("**%s.** ", c.Title)
	d.say("%s", text.Text{FR: "Gravité : ", EN: "Severity: "})
	d.say("%s", severityWords[c.Severity])
	if c.Strict != validate.None && c.Strict != c.Severity {
		d.say(text.Text{FR: " ; %s", EN: "; %s"}.In(d.lang), severityWords[c.Strict])
		d.say("%s", text.Text{FR: " avec `--strict`", EN: " with `--strict`"})
	}
	d.say("%s", text.Text{FR: ". Depuis la version ", EN: ". Since version "})
	fmt.Fprintf(d, "%s.\n", c.Since)
	d.say("\n%s\n", c.Why)
	d.example(text.Text{FR: "Fautif :", EN: "Wrong:"}, c.Bad)
	d.example(text.Text{FR: "Correct :", EN: "Right:"}, c.Good)
	d.say("\n**%s** ", text.Text{FR: "Comment corriger.", EN: "How to mend it."})
	d.say("%s\n", c.Mend)
	d.say("\n%s\n\n", text.Text{FR: "Messages :", EN: "Messages:"})
	d.messages(c)
}

var severityWords = map[validate.Severity]text.Text{
	validate.Notice:  {FR: "remarque", EN: "notice"},
	validate.Warning: {FR: "avertissement", EN: "warning"},
	validate.Error:   {FR: "erreur", EN: "error"},
}

func (d *docs) example(title text.Text, data string) {
	if data == "" {
		return
	}
	d.say("\n%s\n\n", title)
	language := "csv"
	if data[0] == '{' || data[0] == '[' {
		language = "json"
	}
	fmt.Fprintf(d, "```%s\n%s\n```\n", language, data)
}

// messages lists the messages of a check, each once, in the order of reasons.
func (d *docs) messages(c *validate.Check) {
	reasons := make([]string, 0, len(c.Messages))
	for reason := range c.Messages {
		reasons = append(reasons, reason)
	}
	slices.Sort(reasons)
	var said []string
	for _, reason := range reasons {
		line := d.words(c.Messages[reason].Say)
		if hint := d.words(c.Messages[reason].Hint); hint != "" {
			line += " " + hint
		}
		if !slices.Contains(said, line) {
			said = append(said, line)
			fmt.Fprintf(d, "- %s\n", line)
		}
	}
}

var forms = lazyregexp.New(`\{[a-z-]+\|[^|}]*\|([^}]*)\}`)

// words says a template with words in place of its values, and its plurals.
func (d *docs) words(t text.Text) string {
	return text.Fill(d.lang, forms.ReplaceAllString(t.In(d.lang), "$1"), func(name string) (string, bool) {
		word, ok := slotWords[name]
		if !ok || strings.Contains(word.FR, "*") {
			return word.In(d.lang), ok
		}
		return "*" + word.In(d.lang) + "*", true
	})
}

// slotWords says what stands in each place of the messages.
var slotWords = map[string]text.Text{
	"value":       {FR: "valeur", EN: "value"},
	"field":       {FR: "colonne", EN: "column"},
	"other":       {FR: "autre colonne", EN: "other column"},
	"target":      {FR: "colonne", EN: "column"},
	"similar":     {FR: "nom proche", EN: "similar name"},
	"similar-en":  {FR: "nom proche", EN: "similar name"},
	"day":         {FR: "date", EN: "date"},
	"header":      {FR: "numéro", EN: "number"},
	"rule":        {FR: " (ce que le schéma dit de la colonne)", EN: ""},
	"padded":      {FR: "valeur avec un zéro", EN: "value with a zero"},
	"label":       {FR: "nom de la colonne", EN: "name of the column"},
	"called":      {FR: " (*titre*)", EN: " (*title*)"},
	"cell":        {FR: "B1", EN: "B1"},
	"row":         {FR: "numéro", EN: "number"},
	"first":       {FR: "numéro", EN: "number"},
	"places":      {FR: "lesquelles", EN: "which"},
	"n":           {FR: "nombre", EN: "number"},
	"found":       {FR: "nombre", EN: "number"},
	"digits":      {FR: "nombre", EN: "number"},
	"number":      {FR: "nombre", EN: "number"},
	"sign":        {FR: "signe", EN: "sign"},
	"limit":       {FR: "1", EN: "1"},
	"expected":    {FR: "attendu", EN: "expected"},
	"expected-en": {FR: "attendu", EN: "values"},
	"example":     {FR: "exemple", EN: "example"},
	"fix":         {FR: "correction", EN: "correction"},
	"kind":        {FR: "sorte de valeur", EN: "kind of value"},
	"kind-en":     {FR: "sorte de valeur", EN: "kind of value"},
	"type":        {FR: "type", EN: "type"},
	"type-en":     {FR: "type", EN: "type"},
	"form":        {FR: "modèle", EN: "model"},
	"form-en":     {FR: "modèle", EN: "model"},
	"yes":         {FR: "« oui »", EN: "\"yes\""},
	"yes-en":      {FR: "« oui »", EN: "\"yes\""},
	"no":          {FR: "« non »", EN: "\"no\""},
	"no-en":       {FR: "« non »", EN: "\"no\""},
	"encoding":    {FR: "encodage", EN: "encoding"},
	"title":       {FR: "nom", EN: "name"},
	"delimiter":   {FR: "signe", EN: "sign"},
	"key":         {FR: "colonnes de la clé", EN: "columns of the key"},
	"check":       {FR: "contrôle", EN: "check"},
	"word":        {FR: "mot", EN: "word"},
	"at":          {FR: "numéro", EN: "number"},
	"against":     {FR: "autre valeur", EN: "other value"},
	"relation":    {FR: "plus grand que", EN: "more than"},
	"relation-en": {FR: "plus grand que", EN: "more than"},
	"operator":    {FR: "signe", EN: "sign"},
	"terms":       {FR: "colonnes", EN: "columns"},
	"terms-en":    {FR: "colonnes", EN: "columns"},
	"sum":         {FR: "somme", EN: "sum"},
	"empty":       {FR: "colonnes", EN: "columns"},
	"empty-en":    {FR: "colonnes", EN: "columns"},
	"filled":      {FR: "colonnes", EN: "columns"},
	"filled-en":   {FR: "colonnes", EN: "columns"},
	"year":        {FR: "année", EN: "year"},
	"next":        {FR: "période", EN: "range"},
	"turned":      {FR: "période", EN: "range"},
	"start":       {FR: "chiffres", EN: "digits"},
	"item":        {FR: "élément", EN: "item"},
	"place":       {FR: "endroit", EN: "place"},
	"why":         {FR: "raison", EN: "reason"},
	"why-en":      {FR: "raison", EN: "reason"},
	"targets":     {FR: "colonnes visées", EN: "columns referred to"},
	"table":       {FR: "table", EN: "table"},
	"code":        {FR: "code", EN: "code"},
	"commune":     {FR: "commune", EN: "commune"},
	"home-code":   {FR: "autre code", EN: "other code"},
	"home":        {FR: "autre commune", EN: "other commune"},
	"from":        {FR: "premier", EN: "first"},
	"to":          {FR: "dernier", EN: "last"},
	"long":        {FR: "longitude", EN: "longitude"},
	"lat":         {FR: "latitude", EN: "latitude"},
	"system":      {FR: "projection", EN: "projection"},
	"plane":       {FR: "autre projection", EN: "other projection"},
	"east":        {FR: "x", EN: "x"},
	"north":       {FR: "y", EN: "y"},
	"distance":    {FR: "nombre", EN: "number"},
	"long-column": {FR: "colonne des longitudes", EN: "column of longitudes"},
	"lat-column":  {FR: "colonne des latitudes", EN: "column of latitudes"},
	"territory":   {FR: "territoire", EN: "territory"},
	"area-en":     {FR: "territoire", EN: "territory"},
	"parcel":      {FR: "parcelle", EN: "parcel"},
	"point":       {FR: "longitude, latitude", EN: "longitude, latitude"},
	"alike":       {FR: ", comme *nombre* autres positions", EN: ", like *number* other positions"},
	"alike-en":    {FR: ", comme *nombre* autres positions", EN: ", like *number* other positions"},
	"where":       {FR: " (*endroit*)", EN: " (*place*)"},
	"where-en":    {FR: " (*endroit*)", EN: " (*place*)"},
	"beside":      {FR: " (*autre endroit*)", EN: " (*other place*)"},
	"beside-en":   {FR: " (*autre endroit*)", EN: " (*other place*)"},
	"format":      {FR: "forme", EN: "form"},
	"name":        {FR: "nom", EN: "name"},
	"names":       {FR: "propriétés", EN: "properties"},
	"names-en":    {FR: "propriétés", EN: "properties"},
	"place-en":    {FR: "propriété", EN: "property"},
	"values":      {FR: "valeurs", EN: "values"},
	"values-en":   {FR: "valeurs", EN: "values"},
}
