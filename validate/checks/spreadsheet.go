package checks

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/lazyregexp"
	"github.com/socle-commun/socle/schemas/types"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france"
	"github.com/socle-commun/socle/validate/france/cog"
)

// What spreadsheets do to identifiers: the reasons of findings.
const (
	damageScientific = "scientific"
	damageDecimal    = "decimal"
	damageLostZeros  = "lost-zeros"
	damageDate       = "date"
	damageFormula    = "formula"
)

// An identifierKind is a kind of identifier that a column is known to hold by
// its name. A whole one is as long as length, at least.
type identifierKind struct {
	words  []string // of folded names, any of which says so
	length int
	zeros  int // how many it may have lost at its start
	is     func([]byte) bool
}

// identifierKinds lists the kinds, the more special ones first.
var identifierKinds = []identifierKind{
	{[]string{"siret"}, 14, 3, france.IsSIRET},
	{[]string{"siren"}, 9, 3, france.IsSIREN},
	{[]string{"uai"}, 8, 1, france.IsUAI},
	{[]string{"finess"}, 9, 1, france.IsFINESS},
	{[]string{"insee", "depcom"}, 5, 1, cog.Is},
	{[]string{"codepostal", "postal", "postalcode"}, 5, 1, cog.IsPostalCode},
	{[]string{"telephone", "tel", "phone"}, 10, 1, isFrenchPhone},
}

// identifierWords are the words of names that speak of identifiers of any kind.
var identifierWords = []string{"id", "identifiant", "code", "num", "numero", "ref", "reference", "matricule", "dossier"}

// kindOf gives the kind of identifier that a field holds, or nil, and whether it
// holds an identifier at all.
func kindOf(f *schemas.Field) (kind *identifierKind, identifier bool) {
	words := wordsOf(f.Name)
	if strings.Contains(words, " iris ") {
		return nil, true // a quarter, whose code begins with the commune's
	}
	for i := range identifierKinds {
		for _, word := range identifierKinds[i].words {
			if strings.Contains(words, " "+word+" ") {
				return &identifierKinds[i], true
			}
		}
	}
	for _, word := range identifierWords {
		identifier = identifier || strings.Contains(words, " "+word+" ")
	}
	return nil, identifier
}

// wordsOf gives the words of a name in small letters, each between spaces: they
// end at signs and before capitals that follow small letters.
func wordsOf(name string) string {
	var b strings.Builder
	b.WriteByte(' ')
	before := rune(0)
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			r = ' '
		}
		if unicode.IsUpper(r) && unicode.IsLower(before) || r == ' ' {
			b.WriteByte(' ')
		}
		if before = r; r != ' ' {
			b.WriteString(schemas.Fold(string(r)))
		}
	}
	b.WriteByte(' ')
	return b.String()
}

// unharmed says at a glance that a spreadsheet did nothing to a value of the
// kind, nil being any identifier or text. It does not allocate.
func (k *identifierKind) unharmed(raw []byte, identifier bool) bool {
	n := len(raw)
	switch {
	case n < 2 || raw[0] == '#' || n > 3 && (raw[n-3] == '+' || raw[n-4] == '+'):
		return n < 2
	case raw[n-1] == '0' && (raw[n-2] == '.' || raw[n-2] == ',') || n > 2 && raw[n-1] == '0' && raw[n-2] == '0' && raw[n-3] == ',':
		return k == nil
	case k != nil:
		return n >= k.length || n < k.length-k.zeros
	}
	return !identifier || !isMonthAndNumber(raw)
}

var (
	decimalZeros     = lazyregexp.New(`^([0-9]+|[0-9][0-9AB][0-9]+)[.,]0{1,2}$`)
	scientificNumber = lazyregexp.New(`^[1-9](?:[.,][0-9]+)?E\+[0-9]{2,3}$`)
)

// damage says what a spreadsheet did to a value, "" for nothing, and gives the
// value as it was where that is certain. kind is nil where the field is of no
// kind that is known.
func damage(kind *identifierKind, identifier bool, value string) (reason, fix string) {
	switch {
	case types.IsSheetError(value):
		return damageFormula, ""
	case scientificNumber.MatchString(value):
		return damageScientific, ""
	case identifier && isMonthAndNumber([]byte(value)):
		return damageDate, ""
	case kind == nil:
		return "", ""
	}
	if m := decimalZeros.FindStringSubmatch(value); m != nil {
		if whole := kind.padded(m[1]); whole != "" {
			return damageDecimal, whole
		}
		return damageDecimal, ""
	}
	if whole := kind.padded(value); whole != "" && whole != value {
		return damageLostZeros, whole
	}
	return "", ""
}

// padded gives the identifier that a value is, with the zeros that it lost, or
// "".
func (k *identifierKind) padded(value string) string {
	lost := k.length - len(value)
	if lost < 0 || lost > k.zeros {
		return ""
	}
	if whole := strings.Repeat("0", lost) + value; k.is([]byte(whole)) {
		return whole
	}
	return ""
}

// longestMonthAndNumber is in bytes, of which accents take two.
const longestMonthAndNumber = len("sept.-24") + 2

// isMonthAndNumber says whether a value is what a spreadsheet shows for a
// numbered day or year of a month: 01-févr, janv-24.
func isMonthAndNumber(value []byte) bool {
	n := len(value)
	if n < 5 || n > longestMonthAndNumber || (value[0]-'0' <= 9) == (value[n-1]-'0' <= 9) {
		return false // at a glance: a number begins or ends it, and not both
	}
	a, b, found := bytes.Cut(value, []byte{'-'})
	if !found {
		return false
	}
	return isMonth(a) && isShortNumber(b) || isShortNumber(a) && isMonth(b)
}

func isShortNumber(b []byte) bool {
	return (len(b) == 1 || len(b) == 2) && b[0]-'0' <= 9 && b[len(b)-1]-'0' <= 9
}

// isMonth says whether a word is a month as French and English spreadsheets
// abridge it.
func isMonth(b []byte) bool {
	switch string(bytes.TrimSuffix(b, []byte{'.'})) {
	case "janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc",
		"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

// bareEdges says that signs of ASCII which can be seen stand at the edges of a
// text, or that it is empty.
func bareEdges(text []byte) bool {
	return len(text) == 0 || text[0]-'!' <= '~'-'!' && text[len(text)-1]-'!' <= '~'-'!'
}

// stray says whether spaces of any kind, or signs that cannot be seen, stand at
// the edges of a text.
func stray(text []byte) bool {
	if bareEdges(text) {
		return false
	}
	a, _ := utf8.DecodeRune(text)
	b, _ := utf8.DecodeLastRune(text)
	return unseen(a) || unseen(b)
}

// unseen says whether a character cannot be seen at the edge of a text.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

// trimmed takes off a text's edges what cannot be seen.
func trimmed(text string) string { return strings.TrimFunc(text, unseen) }

// explainDamage says what a spreadsheet did to a value that a field refuses, as
// explainRefused does.
func explainDamage(finding *validate.Finding, f *schemas.Field, kind *identifierKind, identifier bool, value string) bool {
	reason, fix := damage(kind, identifier, value)
	if m := decimalZeros.FindStringSubmatch(value); kind == nil && m != nil && accepts(f, m[1]) {
		reason, fix = damageDecimal, m[1]
	}
	if reason == "" || reason == damageLostZeros && !accepts(f, fix) {
		return false
	}
	writeIf(finding.Because(reason), f, fix)
	return true
}

// refusedMessages adds to the messages of a check the reasons of explainRefused.
func refusedMessages(messages map[string]validate.Message) map[string]validate.Message {
	messages["spaces"] = say("« {value} » commence ou finit par une espace, que la colonne « {field} » n'admet pas.",
		`"{value}" starts or ends with a space, which the column "{field}" does not allow.`)
	messages["mojibake"] = say("Les accents de « {value} » ont été mal convertis : la colonne « {field} » n'admet pas cette valeur.",
		`The accents of "{value}" were badly converted: the column "{field}" does not allow this value.`)
	return messages
}

// explainRefused says why a field refuses a value, where spaces, a misreading or
// a spreadsheet explain it, and completes the finding with the reason and with
// what to write instead. It says whether it could.
func explainRefused(finding *validate.Finding, f *schemas.Field, value string) bool {
	if len(value) > validate.MaxValue {
		return false
	}
	if bare := trimmed(value); bare != value && accepts(f, bare) {
		finding.Because("spaces").Write(bare)
		return true
	}
	if fix := repaired(value); fix != "" && accepts(f, fix) {
		finding.Because("mojibake").Write(fix)
		return true
	}
	return false
}
