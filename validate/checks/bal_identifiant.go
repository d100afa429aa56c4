package checks

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balIdentifiant = &validate.Check{
	Code:     "bal-identifiant",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : identifiant BAN mal formé", EN: "Local address base: malformed BAN identifier"},
	Why: text.Text{
		FR: "Les identifiants de la Base Adresse Nationale sont des UUID de version 4 : 32 chiffres hexadécimaux en cinq groupes séparés par des tirets, dont le troisième commence par 4. Ils sont tirés au hasard, et ne se composent pas.",
		EN: "The identifiers of the national address base are UUIDs of version 4: 32 hexadecimal digits in five groups separated by hyphens, the third of which begins with 4. They are drawn at random, not made up.",
	},
	Mend: text.Text{FR: "Recopiez l'identifiant depuis sa source, ou demandez-en un à votre logiciel ; celui de la commune est donné par la Base Adresse Nationale.", EN: "Copy the identifier from its source again, or have your software draw one; that of the commune is given by the national address base."},
	Bad:  "numero;id_ban_commune\n9;0246e48c-f33d-033a-8984-034219be842e",
	Good: "numero;id_ban_commune\n9;0246e48c-f33d-433a-8984-034219be842e",
	Messages: map[string]validate.Message{
		"": balSay("« {value} » n'est pas un identifiant de la Base Adresse Nationale.", `"{value}" is not an identifier of the national address base.`,
			"Recopiez-le depuis sa source ; il ressemble à {example}.", "Copy it from its source again; it looks like {example}."),
		"length": balSay("« {value} » n'est pas un identifiant de la Base Adresse Nationale : il a {n} {n|caractère|caractères} au lieu de 36.", `"{value}" is not an identifier of the national address base: it has {n} {n|character|characters} instead of 36.`,
			"Recopiez-le depuis sa source ; il ressemble à {example}.", "Copy it from its source again; it looks like {example}."),
		"version": balSay("« {value} » a la longueur d'un identifiant, mais n'est pas de ceux qui sont tirés au hasard (UUID de version 4).", `"{value}" is as long as an identifier, but not of those drawn at random (UUID of version 4).`,
			"Il faut un identifiant tiré au hasard, comme {example}.", "It takes an identifier drawn at random, like {example}."),
		"form": balSay("« {value} » : l'identifiant s'écrit en cinq groupes séparés par des tirets, sans rien d'autre.", `"{value}": the identifier is written in five groups separated by hyphens, and nothing else.`),
	},
	Row: balCells("bal-identifiant", map[string]balWeight{"": balError, "length": balError, "version": balError, "form": balError}, func(rule *balRule, r balRow, c *validate.Cell, raw []byte) {
		if len(raw) == 0 || isUUID4(raw) {
			return
		}
		reason, fix := explainUUID(raw)
		f := rule.fault(r, c.Field.Index, reason).Write(fix).With("example", exampleUUID)
		if reason == "length" {
			f.With("n", strconv.Itoa(utf8.RuneCount(raw)))
		}
	}),
}

const exampleUUID = "0246e48c-f33d-433a-8984-034219be842e"

// explainUUID says why a text is no UUID of version 4.
func explainUUID(raw []byte) (reason, fix string) {
	digits := strings.Map(func(r rune) rune {
		if strings.ContainsRune("-{} ", r) {
			return -1
		}
		return r
	}, strings.TrimPrefix(strings.ToLower(string(raw)), "urn:uuid:"))
	if len(digits) == 32 && strings.Trim(digits, "0123456789abcdef") == "" {
		fix = strings.Join([]string{digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]}, "-")
		if isUUID4([]byte(fix)) {
			return "form", fix
		}
		return "version", ""
	}
	if len(raw) != 36 {
		return "length", ""
	}
	return "", ""
}
