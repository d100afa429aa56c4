package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// typeMessages says why a value is not of its type: by the reason that the
// type gives, else by the name of the type. What to write instead is said by
// the report, from the finding's fix or the field's example.
var typeMessages = map[string]validate.Message{
	"": say(`« {value} » n'est pas une valeur possible dans cette colonne.`, `"{value}" is not a possible value in this column.`),

	// Any type.
	"blank":               say(`La cellule ne contient que des espaces.`, `The cell holds nothing but spaces.`),
	"spaces":              say(`« {value} » commence ou finit par une espace.`, `"{value}" starts or ends with a space.`),
	"invisible-character": say(`« {value} » contient un caractère invisible.`, `"{value}" holds an invisible character.`),
	"leading-apostrophe":  say(`« {value} » commence par une apostrophe, que le tableur ajoute parfois.`, `"{value}" starts with an apostrophe, as spreadsheets sometimes add.`),

	"spreadsheet-error": {
		Say:  text.Text{FR: `« {value} » est ce que le tableur montre quand il ne peut pas calculer ou afficher une valeur.`, EN: `"{value}" is what the spreadsheet shows when it cannot compute or show a value.`},
		Hint: text.Text{FR: `Corrigez la formule ou élargissez la colonne dans le tableur, ou videz la cellule.`, EN: `Mend the formula or widen the column in the spreadsheet, or empty the cell.`},
	},
	"formula": {
		Say:  text.Text{FR: `« {value} » est une formule de tableur, et non son résultat.`, EN: `"{value}" is the formula of a spreadsheet, not its result.`},
		Hint: text.Text{FR: `Copiez la colonne et collez-la en valeurs dans le tableur.`, EN: `Copy the column and paste it as values in the spreadsheet.`},
	},

	// The value of a property of GeoJSON or other JSON.
	"json-kind": say(`« {value} » est {kind}, alors que le schéma attend {type}.`, `"{value}" is {kind-en}, where the schema expects {type-en}.`),
	"json-unquoted": {
		Say:  text.Text{FR: `{value} est écrit comme un nombre, sans guillemets, alors que le schéma attend {type}.`, EN: `{value} is written as a number, without quotes, where the schema expects {type-en}.`},
		Hint: text.Text{FR: `Écrivez {fix}, avec les guillemets ; dans un logiciel de cartographie, donnez à ce champ le type « texte ».`, EN: `Write {fix}, with the quotes; in mapping software, give this field the type "text".`},
	},

	// Numbers.
	"number":              say(`« {value} » n'est pas un nombre.`, `"{value}" is not a number.`),
	"integer":             say(`« {value} » n'est pas un nombre entier.`, `"{value}" is not a whole number.`),
	"not-a-number":        say(`« {value} » n'est pas un nombre.`, `"{value}" is not a number.`),
	"number-form":         say(`Le nombre « {value} » ne s'écrit pas ainsi.`, `The number "{value}" is not written that way.`),
	"number-signs":        say(`Le nombre « {value} » contient des signes que les programmes ne lisent pas.`, `The number "{value}" holds signs that programs do not read.`),
	"decimal-comma":       say(`Le nombre « {value} » doit s'écrire avec un point pour les décimales.`, `The number "{value}" must be written with a point for the decimals.`),
	"french-number":       say(`Le nombre « {value} » doit s'écrire sans espace ni séparateur de milliers, et avec un point pour les décimales.`, `The number "{value}" must be written without spaces or thousands separators, and with a point for the decimals.`),
	"number-ambiguous":    say(`Le nombre « {value} » peut se lire de deux façons : écrivez un point pour les décimales, et aucun séparateur de milliers.`, `The number "{value}" can be read in two ways: write a point for the decimals, and no thousands separator.`),
	"decimal-point":       say(`Le nombre « {value} » doit s'écrire avec une virgule pour les décimales.`, `The number "{value}" must be written with a comma for the decimals.`),
	"thousands-separator": say(`Le nombre « {value} » doit s'écrire d'un seul tenant, sans espace ni séparateur de milliers.`, `The number "{value}" must be written in one piece, without spaces or thousands separators.`),
	"float-integer/year":  say(`L'année « {value} » doit s'écrire sans décimale.`, `The year "{value}" must be written without decimals.`),
	"float-integer":       say(`On attend un nombre entier, sans décimale : « {value} ».`, `A whole number is expected, without decimals: "{value}".`),
	"scientific":          say(`« {value} » est en notation scientifique : le tableur a changé l'affichage du nombre et en a peut-être perdu des chiffres.`, `"{value}" is in scientific notation: the spreadsheet changed how the number is shown and may have lost digits of it.`),
	"currency":            say(`Le nombre « {value} » doit s'écrire sans unité ni symbole monétaire.`, `The number "{value}" must be written without a unit or a currency sign.`),
	"percent":             say(`Le nombre « {value} » doit s'écrire sans le signe %. Vérifiez si le schéma attend 50 ou 0.5 pour 50 %.`, `The number "{value}" must be written without the sign %. Check whether the schema expects 50 or 0.5 for 50%.`),
	"unit":                say(`Le nombre « {value} » doit s'écrire seul, en chiffres, sans lettre ni unité.`, `The number "{value}" must be written alone, in digits, without letters or a unit.`),
	"infinity":            say(`« {value} » n'est pas un nombre ordinaire ; l'infini s'écrit INF ou -INF.`, `"{value}" is not an ordinary number; infinity is written INF or -INF.`),

	// Dates and times.
	"date":                say(`« {value} » n'est pas une date écrite année-mois-jour.`, `"{value}" is not a date written year-month-day.`),
	"not-a-date":          say(`« {value} » n'est pas une date écrite année-mois-jour.`, `"{value}" is not a date written year-month-day.`),
	"date-day-first":      say(`La date « {value} » doit s'écrire année-mois-jour.`, `The date "{value}" must be written year-month-day.`),
	"date-month-first":    say(`La date « {value} » doit s'écrire année-mois-jour.`, `The date "{value}" must be written year-month-day.`),
	"date-slashes":        say(`La date « {value} » doit s'écrire avec des tirets.`, `The date "{value}" must be written with hyphens.`),
	"date-compact":        say(`La date « {value} » doit s'écrire avec des tirets : année-mois-jour.`, `The date "{value}" must be written with hyphens: year-month-day.`),
	"date-short":          say(`La date « {value} » doit avoir deux chiffres pour le mois et pour le jour.`, `The date "{value}" must have two digits for the month and for the day.`),
	"date-text":           say(`La date « {value} » doit s'écrire en chiffres : année-mois-jour.`, `The date "{value}" must be written in digits: year-month-day.`),
	"date-with-time":      say(`On attend une date sans heure : « {value} ».`, `A date without a time is expected: "{value}".`),
	"date-two-digit-year": say(`L'année de la date « {value} » doit avoir quatre chiffres.`, `The year of the date "{value}" must have four digits.`),
	"date-excel-serial": {
		Say:  text.Text{FR: `« {value} » n'est pas une date, mais ressemble à un numéro de jour d'Excel.`, EN: `"{value}" is not a date, but looks like an Excel day number.`},
		Hint: text.Text{FR: `Si c'en est un, la date est {day} : mettez la colonne au format Date dans le tableur.`, EN: `If it is one, the date is {day}: set the column to Date in the spreadsheet.`},
	},
	"date-serial":            say(`« {value} » est le numéro que le tableur donne à un jour, et non une date.`, `"{value}" is the number that the spreadsheet gives a day, not a date.`),
	"date-month-number":      say(`« {value} » : le tableur n'a gardé que le mois et un nombre, qui peut être le jour ou l'année.`, `"{value}": the spreadsheet kept only the month and a number, which may be the day or the year.`),
	"date-impossible":        say(`La date « {value} » n'existe pas dans le calendrier.`, `The date "{value}" does not exist in the calendar.`),
	"date-partial/yearmonth": say(`Il manque le mois après l'année « {value} ».`, `The month is missing after the year "{value}".`),
	"date-partial":           say(`La date « {value} » est incomplète : il faut l'année, le mois et le jour.`, `The date "{value}" is incomplete: year, month and day are needed.`),
	"date-iso":               say(`La date « {value} » doit s'écrire année-mois-jour, sans espace.`, `The date "{value}" must be written year-month-day, without spaces.`),
	"time":                   say(`« {value} » n'est pas une heure écrite heures:minutes:secondes.`, `"{value}" is not a time written hours:minutes:seconds.`),
	"not-a-time":             say(`« {value} » n'est pas une heure écrite heures:minutes:secondes.`, `"{value}" is not a time written hours:minutes:seconds.`),
	"time-form":              say(`L'heure « {value} » doit s'écrire heures:minutes:secondes.`, `The time "{value}" must be written hours:minutes:seconds.`),
	"time-french":            say(`L'heure « {value} » doit s'écrire avec des deux-points : heures:minutes:secondes.`, `The time "{value}" must be written with colons: hours:minutes:seconds.`),
	"time-without-seconds":   say(`L'heure « {value} » doit s'écrire avec les secondes.`, `The time "{value}" must be written with its seconds.`),
	"time-impossible":        say(`L'heure « {value} » n'existe pas.`, `The time "{value}" does not exist.`),
	"time-with-date":         say(`On attend une heure sans date : « {value} ».`, `A time without a date is expected: "{value}".`),
	"datetime":               say(`« {value} » n'est pas une date suivie d'une heure.`, `"{value}" is not a date followed by a time.`),
	"not-a-datetime":         say(`« {value} » n'est pas une date suivie d'une heure.`, `"{value}" is not a date followed by a time.`),
	"datetime-without-time":  say(`Il manque l'heure après la date « {value} ».`, `The time is missing after the date "{value}".`),
	"year":                   say(`« {value} » n'est pas une année sur quatre chiffres.`, `"{value}" is not a year of four digits.`),
	"not-a-year":             say(`« {value} » n'est pas une année sur quatre chiffres.`, `"{value}" is not a year of four digits.`),
	"year-range":             say(`« {value} » couvre plusieurs années : il en faut une seule.`, `"{value}" spans several years: a single one is needed.`),
	"year-two-digit":         say(`L'année « {value} » doit avoir quatre chiffres.`, `The year "{value}" must have four digits.`),
	"year-with-date":         say(`On attend une année seule : « {value} ».`, `A year alone is expected: "{value}".`),
	"yearmonth":              say(`« {value} » n'est pas un mois écrit année-mois.`, `"{value}" is not a month written year-month.`),
	"not-a-yearmonth":        say(`« {value} » n'est pas un mois écrit année-mois.`, `"{value}" is not a month written year-month.`),
	"yearmonth-form":         say(`Le mois « {value} » doit s'écrire année-mois.`, `The month "{value}" must be written year-month.`),
	"yearmonth-with-day":     say(`On attend un mois sans jour : « {value} ».`, `A month without a day is expected: "{value}".`),
	"duration":               say(`« {value} » n'est pas une durée (exemple : P1Y6M pour un an et six mois).`, `"{value}" is not a duration (example: P1Y6M for one year and six months).`),
	"not-a-duration":         say(`« {value} » n'est pas une durée (exemple : P1Y6M pour un an et six mois).`, `"{value}" is not a duration (example: P1Y6M for one year and six months).`),
	"duration-case":          say(`La durée « {value} » doit s'écrire en majuscules.`, `The duration "{value}" must be written in capitals.`),
	"duration-words":         say(`La durée « {value} » s'écrit avec des lettres : PT1H30M pour une heure trente, P3M pour trois mois.`, `The duration "{value}" is written in letters: PT1H30M for an hour and a half, P3M for three months.`),
	"duration-clock":         say(`La durée « {value} » doit s'écrire en heures, minutes et secondes, comme PT1H30M.`, `The duration "{value}" must be written in hours, minutes and seconds, as PT1H30M.`),

	// Dates and times that the schema wants in a form of its own.
	"date/own":     say(`La date « {value} » n'est pas écrite dans la forme {form}.`, `The date "{value}" is not written in the form {form-en}.`),
	"time/own":     say(`L'heure « {value} » n'est pas écrite dans la forme {form}.`, `The time "{value}" is not written in the form {form-en}.`),
	"datetime/own": say(`La date et l'heure « {value} » ne sont pas écrites dans la forme {form}.`, `The date and time "{value}" are not written in the form {form-en}.`),
	"date/any":     say(`« {value} » ne se lit pas comme une date.`, `"{value}" does not read as a date.`),
	"time/any":     say(`« {value} » ne se lit pas comme une heure.`, `"{value}" does not read as a time.`),
	"datetime/any": say(`« {value} » ne se lit pas comme une date suivie d'une heure.`, `"{value}" does not read as a date followed by a time.`),

	// Yes and no.
	"boolean":       say(`« {value} » ne veut dire ni oui ni non : écrivez {yes} pour oui, {no} pour non.`, `"{value}" means neither yes nor no: write {yes-en} for yes, {no-en} for no.`),
	"not-a-boolean": say(`« {value} » ne veut dire ni oui ni non : écrivez {yes} pour oui, {no} pour non.`, `"{value}" means neither yes nor no: write {yes-en} for yes, {no-en} for no.`),
	"boolean-case":  say(`« {value} » : majuscules et minuscules comptent ; écrivez {yes} pour oui, {no} pour non.`, `"{value}": capitals matter; write {yes-en} for yes, {no-en} for no.`),
	"boolean-word":  say(`« {value} » ne s'écrit pas ainsi : écrivez {yes} pour oui, {no} pour non.`, `"{value}" is not written that way: write {yes-en} for yes, {no-en} for no.`),
	"boolean-yes":   say(`« {value} » n'est pas permis : le schéma n'a de mot que pour oui ; écrivez {yes}, ou laissez vide.`, `"{value}" is not allowed: the schema has words for yes only; write {yes-en}, or leave it empty.`),
	"boolean-no":    say(`« {value} » n'est pas permis : le schéma n'a de mot que pour non ; écrivez {no}, ou laissez vide.`, `"{value}" is not allowed: the schema has words for no only; write {no-en}, or leave it empty.`),
	"boolean-none":  say(`« {value} » n'est pas permis : le schéma ne dit ni comment écrire oui, ni comment écrire non.`, `"{value}" is not allowed: the schema says neither how to write yes nor how to write no.`),

	// Texts with a format.
	"string/email":       say(`« {value} » n'est pas une adresse électronique.`, `"{value}" is not an e-mail address.`),
	"not-an-email":       say(`« {value} » n'est pas une adresse électronique.`, `"{value}" is not an e-mail address.`),
	"email-without-at":   say(`« {value} » n'est pas une adresse électronique : il y manque l'arobase (@).`, `"{value}" is not an e-mail address: the at sign (@) is missing.`),
	"email-several":      say(`« {value} » : une seule adresse électronique est permise.`, `"{value}": only one e-mail address is allowed.`),
	"email-mailto":       say(`L'adresse électronique « {value} » doit s'écrire sans « mailto: ».`, `The e-mail address "{value}" must be written without "mailto:".`),
	"email-brackets":     say(`L'adresse électronique « {value} » doit s'écrire sans chevrons.`, `The e-mail address "{value}" must be written without angle brackets.`),
	"string/uri":         say(`« {value} » n'est pas une adresse web complète.`, `"{value}" is not a complete web address.`),
	"not-a-uri":          say(`« {value} » n'est pas une adresse web complète.`, `"{value}" is not a complete web address.`),
	"uri-without-scheme": say(`L'adresse « {value} » doit commencer par https:// ou http://.`, `The address "{value}" must start with https:// or http://.`),
	"string/uuid":        say(`« {value} » n'est pas un identifiant UUID, comme 123e4567-e89b-12d3-a456-426614174000.`, `"{value}" is not a UUID such as 123e4567-e89b-12d3-a456-426614174000.`),
	"not-a-uuid":         say(`« {value} » n'est pas un identifiant UUID, comme 123e4567-e89b-12d3-a456-426614174000.`, `"{value}" is not a UUID such as 123e4567-e89b-12d3-a456-426614174000.`),
	"string/binary":      say(`La cellule n'est pas un contenu binaire codé en Base64.`, `The cell is not binary content in Base64.`),
	"string/wkt":         say(`« {value} » n'est pas une géométrie WKT, comme POINT(2.35 48.85).`, `"{value}" is not a WKT geometry such as POINT(2.35 48.85).`),
	"not-wkt":            say(`« {value} » n'est pas une géométrie WKT, comme POINT(2.35 48.85).`, `"{value}" is not a WKT geometry such as POINT(2.35 48.85).`),
	"wkt-case":           say(`La géométrie « {value} » doit s'écrire en majuscules.`, `The geometry "{value}" must be written in capitals.`),

	// Places and structures.
	"geopoint":                 say(`« {value} » n'est pas un point écrit « longitude, latitude ».`, `"{value}" is not a point written "longitude, latitude".`),
	"geopoint/array":           say(`« {value} » n'est pas un point écrit « [longitude, latitude] ».`, `"{value}" is not a point written "[longitude, latitude]".`),
	"geopoint/object":          say(`« {value} » n'est pas un point écrit {"lon": …, "lat": …}.`, `"{value}" is not a point written {"lon": …, "lat": …}.`),
	"not-a-geopoint":           say(`« {value} » n'est pas un point écrit avec sa longitude puis sa latitude.`, `"{value}" is not a point written with its longitude, then its latitude.`),
	"decimal-comma/geopoint":   say(`Les coordonnées « {value} » doivent s'écrire avec un point pour les décimales.`, `The coordinates "{value}" must be written with a point for the decimals.`),
	"geopoint-form":            say(`Le point « {value} » n'est pas écrit dans la forme attendue.`, `The point "{value}" is not written in the expected form.`),
	"coordinates-swapped":      say(`Les coordonnées « {value} » sont inversées : la longitude vient avant la latitude.`, `The coordinates "{value}" are swapped: the longitude comes before the latitude.`),
	"coordinates-out-of-range": say(`Les coordonnées « {value} » sont hors de la Terre : la longitude va de -180 à 180, la latitude de -90 à 90.`, `The coordinates "{value}" are off the Earth: longitude goes from -180 to 180, latitude from -90 to 90.`),
	"coordinates-in-metres":    say(`Les coordonnées « {value} » sont en mètres ({system}) ; on attend des degrés.`, `The coordinates "{value}" are in metres ({system}); degrees are expected.`),
	"geojson":                  say(`La cellule n'est pas un objet GeoJSON.`, `The cell is not a GeoJSON object.`),
	"geojson-structure":        say(`Le GeoJSON de la cellule est mal construit.`, `The GeoJSON of the cell is badly built.`),
	"object":                   say(`La cellule n'est pas un objet JSON, comme {"nom": "valeur"}.`, `The cell is not a JSON object such as {"name": "value"}.`),
	"array":                    say(`La cellule n'est pas une liste JSON, comme ["a", "b"].`, `The cell is not a JSON list such as ["a", "b"].`),
	"not-json":                 say(`La cellule n'est pas du JSON correct.`, `The cell is not valid JSON.`),
	"json-type/array":          say(`La cellule est du JSON, mais pas une liste, comme ["a", "b"].`, `The cell is JSON, but not a list such as ["a", "b"].`),
	"json-type/object":         say(`La cellule est du JSON, mais pas un objet, comme {"nom": "valeur"}.`, `The cell is JSON, but not an object such as {"name": "value"}.`),
	"json-type/geojson":        say(`La cellule est du JSON, mais pas un objet GeoJSON, qui s'écrit entre accolades.`, `The cell is JSON, but not a GeoJSON object, which stands in braces.`),
	"json-quotes":              say(`Dans du JSON, les textes sont entre guillemets droits doubles.`, `In JSON, texts stand in straight double quotes.`),
	"array-item":               say(`Un élément de la liste « {value} » n'est pas permis.`, `An item of the list "{value}" is not allowed.`),
	"list-item":                say(`Un élément de la liste « {value} » n'est pas permis.`, `An item of the list "{value}" is not allowed.`),
}

func say(fr, en string) validate.Message {
	return validate.Message{Say: text.Text{FR: fr, EN: en}}
}
