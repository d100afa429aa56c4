package proof

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas/text"
)

// counts are the numbers that a template is tried with: none, one, two, and
// one with a thousands separator.
var counts = []int{0, 1, 2, 1000}

// open and shut stand around a number that a template counts with, for the
// agreement to know it from the number of a row.
const (
	open = "\ue000"
	shut = "\ue001"
)

var (
	ordinal = regexp.MustCompile(`(?:^|\P{L})(?:ligne|lignes|row|rows|colonne|column|line|plus de|more than|premier Mio du fichier \(|first MiB of the file \(|ou de|or) ?$`)
	chosen  = regexp.MustCompile(`\{([a-z-]+)\|`)
	countOf = regexp.MustCompile(open + `([^` + shut + `]*)` + shut + `[  ]*(\p{L}+(?:['’]\p{L}+)?)?(?: (\p{L}+))?(?: (\p{L}+))?`)
)

// Template gives what is wrong with a template of package text in its slots:
// each is filled, those of numbers with none, one, two and many. value gives
// what stands in the others. Every fault is given once.
func Template(lang text.Lang, template string, value func(slot string) string) []string {
	numbers := []string{"n", "found", "digits"}
	for _, m := range chosen.FindAllStringSubmatch(template, -1) {
		numbers = append(numbers, m[1])
	}
	var faults []string
	for _, n := range counts {
		said := text.Fill(lang, template, func(slot string) (string, bool) {
			if slices.Contains(numbers, slot) {
				return open + text.Number(lang, n) + shut, true
			}
			return value(slot), true
		})
		faults = append(faults, read(lang, said, n)...)
	}
	slices.Sort(faults)
	return slices.Compact(faults)
}

var verb = regexp.MustCompile(`%(\[\d+\])?[+#.\d]*([a-zA-Z])`)

// Format is Template for what fmt.Sprintf fills: a %d is a number.
func Format(lang text.Lang, format string) []string {
	var faults []string
	for _, n := range counts {
		said := verb.ReplaceAllStringFunc(strings.ReplaceAll(format, "%%", "٪"), func(met string) string {
			switch met[len(met)-1] {
			case 'd':
				return open + strconv.Itoa(n) + shut
			case 'q':
				return `"X"`
			}
			return "X"
		})
		faults = append(faults, read(lang, strings.ReplaceAll(said, "٪", "%"), n)...)
	}
	slices.Sort(faults)
	return slices.Compact(faults)
}

// read gives the faults of a filled template, and those of its agreement with n.
func read(lang text.Lang, said string, n int) []string {
	faults := disagreements(lang, said, n)
	plain := strings.NewReplacer(open, "", shut, "").Replace(said)
	return append(faults, Faults(lang, plain)...)
}

// disagreements are the words behind a count that are not in its number.
func disagreements(lang text.Lang, said string, n int) []string {
	var faults []string
	one := text.One(lang, strconv.Itoa(n))
	for _, at := range countOf.FindAllStringSubmatchIndex(said, -1) {
		if ordinal.MatchString(strings.ReplaceAll(said[:at[0]], "\u00a0", " ")) {
			continue // not a count, or a limit that is large
		}
		m := countOf.FindStringSubmatch(said[at[0]:at[1]])
		noun := strings.ToLower(m[2])
		rest := []string{strings.ToLower(m[3]), strings.ToLower(m[4])}
		if lang == text.English && adjectives[noun] {
			noun, rest = rest[0], rest[1:]
		}
		if noun == "" || unbent[lang][noun] {
			continue
		}
		if isPlural(lang, noun) == one {
			faults = append(faults, "a wrong number: "+strings.NewReplacer(open, "", shut, "").Replace(m[0]))
			continue
		}
		if verb := wrongVerb(lang, one, rest); verb != "" {
			faults = append(faults, "a wrong number: "+noun+" … "+verb)
		}
	}
	return faults
}

// isPlural says whether a noun looks as several do.
func isPlural(lang text.Lang, noun string) bool {
	if lang == text.English {
		return strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss")
	}
	return strings.ContainsAny(noun[len(noun)-1:], "sxz")
}

// wrongVerb finds a verb right behind the counted word that is in the other number.
func wrongVerb(lang text.Lang, one bool, rest []string) string {
	wrong := verbs[lang][one]
	for _, word := range rest {
		if wrong[word] {
			return word
		}
	}
	return ""
}

// verbs are those that may not follow one thing (true), or several.
var verbs = map[text.Lang]map[bool]map[string]bool{
	text.French: {
		true:  setOf("sont ont étaient seront doivent peuvent vont manquent suivent précèdent finissent commencent"),
		false: setOf("est a était sera doit peut va manque suit précède finit commence"),
	},
	text.English: {true: setOf("are have were do"), false: setOf("is has was does")},
}

// adjectives stand before what is counted in English, in both numbers.
var adjectives = setOf("other others blank empty hidden more wrong required such extra spreadsheet merged unnamed different")

// unbent are words behind a number that do not bend with it.
var unbent = map[text.Lang]map[string]bool{
	text.French: setOf(`m km mo ko go mio mib dans sur sous de du à au ou et en par fois mois pays cas pour qui que
		est sont a ont n'est n'ont est-ce y il ne figure chez entre après mais avec sans même elle au`),
	text.English: setOf(`m km mb kb gb mib of in to or and at on from for by is are was were has have but after before with per up that more`),
}
