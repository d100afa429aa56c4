package diff

import "github.com/socle-commun/socle/schemas/text"

// A sentence has one form for each way in which something changes; the first
// that suits and is not empty is said, else other.
type sentence struct {
	appear, vanish  text.Text // there was nothing before, there is nothing now
	grown, shrunk   text.Text // a list only gained, or only lost
	tighter, looser text.Text
	same            text.Text // neutral
	other           text.Text
}

// sentences says what each kind of change is.
var sentences = map[Kind]sentence{
	FieldAdded:   {appear: text.Text{FR: "nouvelle {column}, {must}, en position {after}", EN: "new {column}, {must}, at position {after}"}},
	FieldRemoved: {vanish: text.Text{FR: "{column} retirée", EN: "{column} removed"}},
	FieldRenamed: {other: text.Text{FR: "s'appelle désormais {after}", EN: "is now called {after}"}},
	FieldMoved:   {other: text.Text{FR: "passe de la position {before} à la position {after}", EN: "goes from position {before} to position {after}"}},

	Type: {
		appear: text.Text{FR: "doit désormais contenir {after}", EN: "must now hold {after}"},
		vanish: text.Text{FR: "peut désormais contenir autre chose que {before}", EN: "may now hold something else than {before}"},
		other:  text.Text{FR: "contient désormais {after}, et non plus {before}", EN: "now holds {after}, no longer {before}"},
	},
	Format: {
		tighter: text.Text{FR: "le format {after} est désormais exigé", EN: "the format {after} is now required"},
		looser:  text.Text{FR: "le format {before} n'est plus exigé", EN: "the format {before} is no longer required"},
		same:    text.Text{FR: "le format est écrit autrement ({after}), sans rien changer", EN: "the format is written otherwise ({after}), with no effect"},
		other:   text.Text{FR: "le format passe de {before} à {after}", EN: "the format goes from {before} to {after}"},
	},
	Required: {
		tighter: text.Text{FR: "devient obligatoire", EN: "becomes required"},
		looser:  text.Text{FR: "n'est plus obligatoire", EN: "is no longer required"},
	},
	Unique: {
		tighter: text.Text{FR: "les doublons n'y sont plus admis", EN: "duplicates are no longer allowed"},
		looser:  text.Text{FR: "les doublons y sont désormais admis", EN: "duplicates are now allowed"},
	},
	Null: {
		tighter: text.Text{FR: "null n'y est plus admis", EN: "null is no longer allowed"},
		looser:  text.Text{FR: "null y est désormais admis", EN: "null is now allowed"},
	},
	Pattern: {
		appear:  text.Text{FR: "une forme précise est désormais exigée{like}", EN: "a precise form is now required{like}"},
		vanish:  text.Text{FR: "aucune forme précise n'est plus exigée", EN: "no precise form is required any more"},
		tighter: text.Text{FR: "la forme exigée est plus stricte{like}", EN: "the required form is stricter{like}"},
		looser:  text.Text{FR: "la forme exigée est plus souple{like}", EN: "the required form is looser{like}"},
		same:    text.Text{FR: "la forme exigée est décrite autrement, sans rien changer", EN: "the required form is described otherwise, with no effect"},
		other:   text.Text{FR: "la forme exigée change{like}", EN: "the required form changes{like}"},
	},
	Enum: {
		appear: text.Text{FR: "n'admet plus que {n} {n|valeur|valeurs} : {added}", EN: "now allows {n} {n|value|values} only: {added}"},
		vanish: text.Text{FR: "admet désormais toute valeur, et non plus une liste de {n} {n|valeur|valeurs}", EN: "now allows any value, no longer a list of {n} {n|value|values}"},
		grown:  text.Text{FR: "admet aussi {added}", EN: "also allows {added}"},
		shrunk: text.Text{FR: "n'admet plus {removed}", EN: "no longer allows {removed}"},
		other:  text.Text{FR: "n'admet plus {removed} ; admet désormais {added}", EN: "no longer allows {removed}; now allows {added}"},
	},
	Minimum: {
		appear: text.Text{FR: "doit désormais valoir au moins {after}", EN: "must now be at least {after}"},
		vanish: text.Text{FR: "n'a plus de minimum (c'était {before})", EN: "has no minimum any more (it was {before})"},
		other:  text.Text{FR: "le minimum passe de {before} à {after}", EN: "the minimum goes from {before} to {after}"},
	},
	Maximum: {
		appear: text.Text{FR: "doit désormais valoir au plus {after}", EN: "must now be at most {after}"},
		vanish: text.Text{FR: "n'a plus de maximum (c'était {before})", EN: "has no maximum any more (it was {before})"},
		other:  text.Text{FR: "le maximum passe de {before} à {after}", EN: "the maximum goes from {before} to {after}"},
	},
	ExclusiveMinimum: {
		appear: text.Text{FR: "doit désormais dépasser {after}", EN: "must now be more than {after}"},
		vanish: text.Text{FR: "n'a plus à dépasser {before}", EN: "need not be more than {before} any more"},
		other:  text.Text{FR: "doit désormais dépasser {after}, et non plus {before}", EN: "must now be more than {after}, no longer {before}"},
	},
	ExclusiveMaximum: {
		appear: text.Text{FR: "doit désormais rester sous {after}", EN: "must now be less than {after}"},
		vanish: text.Text{FR: "n'a plus à rester sous {before}", EN: "need not be less than {before} any more"},
		other:  text.Text{FR: "doit désormais rester sous {after}, et non plus {before}", EN: "must now be less than {after}, no longer {before}"},
	},
	MinLength: {
		appear: text.Text{FR: "une longueur d'au moins {after} est désormais exigée", EN: "a length of at least {after} is now required"},
		vanish: text.Text{FR: "n'a plus de longueur minimale (c'était {before})", EN: "has no minimum length any more (it was {before})"},
		other:  text.Text{FR: "la longueur minimale passe de {before} à {after}", EN: "the minimum length goes from {before} to {after}"},
	},
	MaxLength: {
		appear: text.Text{FR: "une longueur de {after} au plus est désormais exigée", EN: "a length of at most {after} is now required"},
		vanish: text.Text{FR: "n'a plus de longueur maximale (c'était {before})", EN: "has no maximum length any more (it was {before})"},
		other:  text.Text{FR: "la longueur maximale passe de {before} à {after}", EN: "the maximum length goes from {before} to {after}"},
	},
	TrueValues:    booleanSentence("oui", "yes"),
	FalseValues:   booleanSentence("non", "no"),
	MissingValues: missingSentence,
	DecimalChar: {
		other: text.Text{FR: "le signe avant les décimales passe de {before} à {after}", EN: "the sign before the decimals goes from {before} to {after}"},
	},
	GroupChar: {
		appear: text.Text{FR: "{after} peut désormais séparer les milliers", EN: "{after} may now separate thousands"},
		vanish: text.Text{FR: "{before} ne peut plus séparer les milliers", EN: "{before} may no longer separate thousands"},
		other:  text.Text{FR: "le séparateur des milliers passe de {before} à {after}", EN: "the separator of thousands goes from {before} to {after}"},
	},
	BareNumber: {
		tighter: text.Text{FR: "une unité autour du nombre n'est plus admise", EN: "a unit around the number is no longer allowed"},
		looser:  text.Text{FR: "une unité autour du nombre est désormais admise", EN: "a unit around the number is now allowed"},
	},
	Delimiter: {other: text.Text{FR: "les éléments de la liste se séparent par {after}, et non plus par {before}", EN: "the items of the list are separated by {after}, no longer by {before}"}},
	ItemType: {
		appear: text.Text{FR: "chaque élément de la liste doit être {after}", EN: "each item of the list must be {after}"},
		vanish: text.Text{FR: "les éléments de la liste ne sont plus forcément {before}", EN: "the items of the list need not be {before} any more"},
		other:  text.Text{FR: "chaque élément de la liste est {after}, et non plus {before}", EN: "each item of the list is {after}, no longer {before}"},
	},
	JSONSchema: {
		appear: text.Text{FR: "la structure du JSON est désormais contrôlée", EN: "the structure of the JSON is now checked"},
		vanish: text.Text{FR: "la structure du JSON n'est plus contrôlée", EN: "the structure of the JSON is no longer checked"},
		other:  text.Text{FR: "la structure exigée du JSON change", EN: "the required structure of the JSON changes"},
	},
	FieldsMatch: {
		appear: text.Text{FR: "la correspondance des colonnes est désormais fixée à {after}", EN: "the match of columns is now set to {after}"},
		vanish: text.Text{FR: "la correspondance des colonnes n'est plus fixée à {before}", EN: "the match of columns is no longer set to {before}"},
		other:  text.Text{FR: "la correspondance des colonnes passe de {before} à {after}", EN: "the match of columns goes from {before} to {after}"},
	},
	PrimaryKey: {
		appear: text.Text{FR: "{after} ne doit plus se répéter d'une ligne à l'autre", EN: "{after} must not be repeated from row to row any more"},
		vanish: text.Text{FR: "{before} peut désormais se répéter d'une ligne à l'autre", EN: "{before} may now be repeated from row to row"},
		other:  text.Text{FR: "ce qui ne doit pas se répéter est désormais {after}, et non plus {before}", EN: "what must not be repeated is now {after}, no longer {before}"},
	},
	UniqueKeys: {
		appear: text.Text{FR: "{after} ne doit plus se répéter d'une ligne à l'autre", EN: "{after} must not be repeated from row to row any more"},
		vanish: text.Text{FR: "{before} peut désormais se répéter d'une ligne à l'autre", EN: "{before} may now be repeated from row to row"},
	},
	ForeignKeys: {
		appear: text.Text{FR: "les valeurs doivent désormais se retrouver ailleurs : {after}", EN: "values must now be found elsewhere: {after}"},
		vanish: text.Text{FR: "les valeurs n'ont plus à se retrouver ailleurs : {before}", EN: "values need not be found elsewhere any more: {before}"},
	},
	CustomCheck: {
		appear: text.Text{FR: "un contrôle de plus, {after}", EN: "one more check, {after}"},
		vanish: text.Text{FR: "un contrôle de moins, {before}", EN: "one check less, {before}"},
	},
	ResourceAdded:   {appear: text.Text{FR: "nouveau fichier", EN: "new file"}},
	ResourceRemoved: {vanish: text.Text{FR: "fichier retiré", EN: "file removed"}},
	ResourceSchema:  {other: text.Text{FR: "le schéma de ce fichier change", EN: "the schema of this file changes"}},
	Other:           {other: text.Text{FR: "d'autres règles changent, que cette comparaison ne détaille pas", EN: "other rules change, which this comparison does not tell apart"}},
	Title: {
		vanish: text.Text{FR: "n'a plus de titre", EN: "has no title any more"},
		other:  text.Text{FR: "le titre devient {after}", EN: "the title becomes {after}"},
	},
	Description: {
		appear: text.Text{FR: "une description est ajoutée", EN: "a description is added"},
		vanish: text.Text{FR: "la description est retirée", EN: "the description is removed"},
		other:  text.Text{FR: "la description est récrite", EN: "the description is rewritten"},
	},
	Example: {
		vanish: text.Text{FR: "n'a plus d'exemple", EN: "has no example any more"},
		other:  text.Text{FR: "l'exemple devient {after}", EN: "the example becomes {after}"},
	},
}

func booleanSentence(fr, en string) sentence {
	return sentence{
		grown:  text.Text{FR: "« " + fr + " » s'écrit aussi {added}", EN: `"` + en + `" may also be written {added}`},
		shrunk: text.Text{FR: "« " + fr + " » ne s'écrit plus {removed}", EN: `"` + en + `" is no longer written {removed}`},
		other:  text.Text{FR: "« " + fr + " » s'écrit désormais {added}, et non plus {removed}", EN: `"` + en + `" is now written {added}, no longer {removed}`},
	}
}

var missingSentence = sentence{
	grown:  text.Text{FR: "compte aussi comme vide : {added}", EN: "also counts as empty: {added}"},
	shrunk: text.Text{FR: "ne compte plus comme vide : {removed}", EN: "no longer counts as empty: {removed}"},
	other:  text.Text{FR: "compte désormais comme vide : {added} ; ne l'est plus : {removed}", EN: "now counts as empty: {added}; no longer: {removed}"},
}

// typeWords says what a type holds.
var typeWords = map[string]text.Text{
	"string":    {FR: "un texte", EN: "a text"},
	"number":    {FR: "un nombre", EN: "a number"},
	"integer":   {FR: "un nombre entier", EN: "a whole number"},
	"boolean":   {FR: "oui ou non", EN: "yes or no"},
	"date":      {FR: "une date", EN: "a date"},
	"time":      {FR: "une heure", EN: "a time"},
	"datetime":  {FR: "une date et une heure", EN: "a date and a time"},
	"year":      {FR: "une année", EN: "a year"},
	"yearmonth": {FR: "une année et un mois", EN: "a year and a month"},
	"duration":  {FR: "une durée", EN: "a duration"},
	"geopoint":  {FR: "les coordonnées d'un point", EN: "the coordinates of a point"},
	"geojson":   {FR: "une forme en GeoJSON", EN: "a shape in GeoJSON"},
	"array":     {FR: "une liste en JSON", EN: "a list in JSON"},
	"list":      {FR: "une liste", EN: "a list"},
	"object":    {FR: "un objet JSON", EN: "a JSON object"},
	"any":       {FR: "une valeur libre", EN: "any value"},
	"null":      {FR: "null", EN: "null"},
}

var formatWords = map[string]text.Text{
	"default": {FR: "« habituel »", EN: `"usual"`},
}
