// Package proof reads what socle says as a proofreader does. Only tests use it:
// it knows what no sentence for people may hold (the other language, the
// writing of a program, a wrong plural) and nothing of what is right.
package proof

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/socle-commun/socle/schemas/text"
)

// Jargon begins the fault of a word that only programmers know. An author of
// schemas may meet some.
const Jargon = "a word of programmers"

// Longest is how many characters a sentence may have, its slots filled with
// short values.
const Longest = 240

// Faults reads a filled sentence, or a label, and gives what is wrong with it in
// English, nothing for nothing. What stands within quotation marks is not read
// for its language or its punctuation: it is a file's.
func Faults(lang text.Lang, said string) []string {
	var faults []string
	add := func(fault, where string) {
		if where != "" {
			faults = append(faults, fault+": "+where)
		}
	}
	plain := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(said)
	bare := Bare(plain)
	add("two spaces", doubled.FindString(plain))
	add("two full stops", stops.FindString(plain))
	add("a curly apostrophe", curly.FindString(plain))
	add("an unfilled slot", unfilled.FindString(bare))
	add("a regular expression", rawPattern.FindString(bare))
	add("the writing of a program", program.FindString(bare))
	if lang == text.French {
		add("no space before a high sign or inside guillemets", crowded.FindString(plainSigns(plain)))
	} else {
		add("a space before a sign", loose.FindString(plainSigns(plain)))
		add("guillemets", guillemets.FindString(plain))
	}
	others := englishWords
	if lang == text.English {
		others = frenchWords
	}
	add("a word of the other language", met(others, bare))
	add(Jargon, met(jargon[lang], bare))
	return faults
}

// Sentence gives what is wrong with a filled sentence beside its words: where it
// begins and ends, and how long it is.
func Sentence(said string) []string {
	var faults []string
	runes := []rune(strings.TrimSpace(said))
	if len(runes) == 0 {
		return []string{"no sentence"}
	}
	if len(runes) > Longest {
		faults = append(faults, "too long")
	}
	if unicode.IsLower(runes[0]) && len(runes) > 1 && runes[1] != ' ' { // x and y are names
		faults = append(faults, "no capital")
	}
	if !strings.ContainsRune(".!?…", runes[len(runes)-1]) {
		faults = append(faults, "no full stop")
	}
	return faults
}

var (
	doubled    = regexp.MustCompile(`\S?  +\S?`)
	stops      = regexp.MustCompile(`[^.\s]\.\.(?:\s|$)`)
	curly      = regexp.MustCompile(`\S*’\S*`)
	unfilled   = regexp.MustCompile(`\{[a-z-]+(\|[^}]*)?\}`)
	rawPattern = regexp.MustCompile(`\\[dDwWsSb]|\[[0-9A-Za-z]-[0-9A-Za-z]\S*|\{[0-9]+,?[0-9]*\}|\(\?[:=!iP<]|\^\S+\$`)
	program    = regexp.MustCompile(`\b(True|False|None\.|nil|undefined|float64|int64|interface)\b|\[\]string|\bmap\[|%!|<nil>|'[^' ]+', '`)
	crowded    = regexp.MustCompile(`[^\s:;!?][;!?](\s|$)|[^\s:"]:(\s|$)|«\S|\S»`)
	loose      = regexp.MustCompile(`\S* [:;!?](\s|$)`)
	guillemets = regexp.MustCompile(`[«»]`)
	quoted     = regexp.MustCompile(`«[^«»]*»|“[^”]*”|"[^"]*"|‹[^›]*›|` + "`[^`]*`")
	guillemet  = regexp.MustCompile(`«( ?)[^«»]*?( ?)»`)
	straight   = regexp.MustCompile(`"[^"]*"|“[^”]*”|` + "`[^`]*`")
	code       = regexp.MustCompile(`\b(Table|JSON|CSV) (Schema|Dialect)\b|\bData Package\b|\bsocle (schemas|territory)( [a-z]+)?|(?m:^\s*socle .*$)|https?://\S+|\S*@\S+|--?[a-z][a-z-]*( none)?|[\p{L}\d]+_[\p{L}\d_]+|\b[\w-]+(\.[\w-]+)+\b|[\w-]*/[\w/-]+|\b\p{Lu}[\p{Lu}\d]+\b|\b[0-9a-f]{8}-[0-9a-f-]+|\b(Mo|Tu|We|Th|Fr|Sa|Su)\b|\bLa (Poste|Réunion)\b`)
	words      = regexp.MustCompile(`[\p{L}]+`)
)

// Bare leaves out what is not prose: quoted text, addresses, options, names
// with underscores or points, abbreviations in capitals, the days of
// opening hours.
func Bare(said string) string {
	return code.ReplaceAllString(quoted.ReplaceAllString(said, `""`), "_")
}

// plainSigns leaves out what is in quotation marks, but not their spaces, and
// addresses.
func plainSigns(said string) string {
	said = guillemet.ReplaceAllString(straight.ReplaceAllString(said, `""`), "«${1}X$2»")
	return code.ReplaceAllString(said, "_")
}

// met lists the words of a sentence that are in a set.
func met(set map[string]bool, bare string) string {
	var met []string
	for _, word := range words.FindAllString(strings.ToLower(bare), -1) {
		if set[word] && !slices.Contains(met, word) {
			met = append(met, word)
		}
	}
	return strings.Join(met, ", ")
}
