package checks

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balSuffixe = &validate.Check{
	Code:     "bal-suffixe",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : suffixe incorrect", EN: "Local address base: wrong suffix"},
	Why: text.Text{
		FR: "Le suffixe complète le numéro : bis, ter, a, b2. Il commence par une lettre sans accent ou un chiffre, et n'a que des lettres et des chiffres, neuf au plus.",
		EN: "The suffix completes the number: bis, ter, a, b2. It begins with a letter without accent or a digit, and has only letters and digits, nine at most.",
	},
	Mend: text.Text{FR: "Gardez le suffixe seul, sans ponctuation ; l'étage ou le bâtiment n'ont pas leur place ici.", EN: "Keep the suffix alone, without punctuation; the floor or the building do not belong here."},
	Bad:  "numero;suffixe\n9;-bis",
	Good: "numero;suffixe\n9;bis",
	Messages: map[string]validate.Message{
		"": balSay("Le suffixe « {value} » ne commence pas par une lettre sans accent ou un chiffre.", `The suffix "{value}" does not begin with a letter without accent or a digit.`,
			"Écrivez-le comme bis ou a.", "Write it like bis or a."),
		"long": balSay("Le suffixe « {value} » a plus de neuf caractères.", `The suffix "{value}" has more than nine characters.`, "N'y laissez que bis, ter ou une lettre.", "Leave only bis, ter or a letter there."),
		"sign": balSay("Le suffixe « {value} » contient un signe qui n'est ni une lettre ni un chiffre.", `The suffix "{value}" holds a sign that is neither a letter nor a digit.`,
			"Écrivez-le comme bis ou a.", "Write it like bis or a."),
	},
	Row: balCells("bal-suffixe", map[string]balWeight{"": balError, "long": balErrorFrom3, "sign": balWarnFrom3}, func(rule *balRule, r balRow, c *validate.Cell, raw []byte) {
		if reason, wrong := suffixFault(raw); wrong {
			rule.fault(r, c.Field.Index, reason)
		}
	}),
}

// suffixFault says whether a suffix is wrong, and by which of the reasons of
// the check: the plain one is how it begins.
func suffixFault(raw []byte) (reason string, wrong bool) {
	switch {
	case len(raw) == 0, len(raw) <= 9 && isPlainText(raw):
		return "", false
	case !isPlain(rune(raw[0])):
		return "", true
	case utf8.RuneCount(raw) > 9:
		return "long", true
	case bytes.IndexFunc(raw, func(c rune) bool { return !inSuffix(c) }) >= 0:
		return "sign", true
	}
	return "", false
}

// isSuffix says whether a text can be a suffix, or none, be it written badly.
func isSuffix(raw []byte) bool {
	reason, wrong := suffixFault(raw)
	return !wrong || reason == "sign"
}

// isPlainText says whether all characters of a text are plain.
func isPlainText(raw []byte) bool {
	for _, c := range raw {
		if !isPlain(rune(c)) {
			return false
		}
	}
	return true
}

// isPlain says whether a character is a letter without accent or a digit.
func isPlain(c rune) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// inSuffix says whether a suffix may hold the character.
func inSuffix(c rune) bool {
	return isPlain(c) || unicode.IsSpace(c) || strings.ContainsRune("àáâãäåæçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸ", c)
}
