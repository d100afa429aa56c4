package checks

import (
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/hours"
)

// openingHoursNames are the names of the check in schema documents: ours, and
// Validata's.
var openingHoursNames = []string{"opening-hours", "opening-hours-value"}

var openingHours = &validate.Check{
	Code:     "opening-hours",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Horaires mal écrits", EN: "Opening hours badly written"},
	Why: text.Text{
		FR: "Le schéma demande des horaires à la manière d'OpenStreetMap, que les cartes et les applications savent lire : les jours en anglais abrégé (Mo Tu We Th Fr Sa Su, PH pour les jours fériés), les heures comme 09:00, une virgule entre deux plages du même jour, un point-virgule entre deux règles.",
		EN: "The schema asks for opening hours in the manner of OpenStreetMap, which maps and applications can read: days in short (Mo Tu We Th Fr Sa Su, PH for public holidays), times such as 09:00, a comma between two spans of a day, a semicolon between two rules.",
	},
	Mend: text.Text{
		FR: "Écrivez par exemple « Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off ». « 24/7 » veut dire toujours ouvert. La page openingh.openstreetmap.de aide à composer des horaires.",
		EN: `Write for instance "Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off". "24/7" means always open. The page openingh.openstreetmap.de helps to compose opening hours.`,
	},
	Bad:  "horaires\nLu-Ve 9h-12h",
	Good: "horaires\nMo-Fr 09:00-12:00",
	Messages: map[string]validate.Message{
		"":                       say("Les horaires « {value} » ne se lisent plus à partir de « {word} » (caractère {at}) : on y attend {expected}.", `The opening hours "{value}" cannot be read from "{word}" on (character {at}): {expected-en} is expected there.`),
		string(hours.Incomplete): say("Les horaires « {value} » sont incomplets : on attend ensuite {expected}.", `The opening hours "{value}" are incomplete: {expected-en} is expected next.`),
		string(hours.French):     say("Horaires « {value} » : à partir de « {word} » (caractère {at}), c'est du français ; les jours s'écrivent en anglais abrégé, Mo Tu We Th Fr Sa Su, PH pour les fériés, « off » pour fermé.", `Opening hours "{value}": from "{word}" on (character {at}), this is French; days are written in short English, Mo Tu We Th Fr Sa Su, PH for public holidays, off for closed.`),
		string(hours.Clock):      say("Horaires « {value} » : à partir de « {word} » (caractère {at}), les heures s'écrivent avec deux chiffres, deux-points et deux chiffres, comme 09:00-12:00.", `Opening hours "{value}": from "{word}" on (character {at}), times are written with two digits, a colon and two digits, as in 09:00-12:00.`),
		string(hours.NoEnd):      say("Horaires « {value} » : il manque l'heure de fin après « {word} » ; si elle n'est pas connue, écrivez {word}+.", `Opening hours "{value}": the time of closing is missing after "{word}"; if it is not known, write {word}+.`),
		string(hours.Impossible): say("Horaires « {value} » : « {word} » (caractère {at}) n'existe pas dans le calendrier ou sur l'horloge.", `Opening hours "{value}": "{word}" (character {at}) does not exist in the calendar or on the clock.`),
		string(hours.Capitals):   say("Horaires « {value} » : « {word} » (caractère {at}) n'a pas les majuscules attendues, comme Mo, PH, Jan ou « off ».", `Opening hours "{value}": "{word}" (character {at}) does not have the expected capitals, as in Mo, PH, Jan or off.`),
		string(hours.Spacing):    say("Horaires « {value} » : une espace est de trop ou manque au caractère {at} ; il en faut une après le point-virgule et entre les jours et les heures, et aucune autour du tiret.", `Opening hours "{value}": there is a space too many or too few at character {at}; one stands after a semicolon and between days and times, none around a hyphen.`),
		string(hours.Dash):       say("Horaires « {value} » : le tiret long « {word} » (caractère {at}) doit être un trait d'union.", `Opening hours "{value}": the long dash "{word}" (character {at}) must be a hyphen.`),
		string(hours.Unclosed):   say("Horaires « {value} » : il manque le guillemet droit qui ferme le commentaire.", `Opening hours "{value}": the straight quote that closes the comment is missing.`),
		string(hours.Prose):      say("Horaires « {value} » : « {word} » (caractère {at}) ne fait pas partie de l'écriture d'OpenStreetMap ; un commentaire se met entre guillemets droits.", `Opening hours "{value}": "{word}" (character {at}) is no part of OpenStreetMap's writing; a comment stands in straight quotes.`),
	},
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		if !f.HasCheck(openingHoursNames...) {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			if hours.Valid(c.Raw) {
				return
			}
			finding := p.Fault(c)
			if finding == nil {
				return
			}
			why := hours.Explain(string(c.Raw))
			expected := why.Wants.Text()
			finding.Because(string(why.Reason)).Write(why.Fix)
			finding.With("word", why.Word).With("at", strconv.Itoa(why.Char)).With("expected", expected.FR).With("expected-en", expected.EN)
		}
	},
}
