package input

import (
	"fmt"
	"strconv"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// because gives a reason from sentences with the same numbers in the same
// order behind a beginning in each language.
func because(start text.Text, fr, en string, args ...any) text.Text {
	return text.Text{FR: start.FR + fmt.Sprintf(fr, args...), EN: start.EN + fmt.Sprintf(en, args...)}
}

// reasons says how it was found out how a file is written: its encoding, its
// separator, its quotes and its header, a sentence each.
func (in *csvInput) reasons(g encodingGuess, r *reading, o Options) []text.Text {
	said := []text.Text{in.encodingReason(g, o)}
	if r == nil {
		return said
	}
	said = append(said, in.delimiterReason(r, o), in.quoteReason(r, o))
	if in.file.LineEnds != "" {
		said = append(said, map[string]text.Text{
			endsDoubled: {FR: "Fins de ligne : CR CR LF.", EN: "Line ends: CR CR LF."},
			endsMixed:   {FR: "Fins de ligne : de plusieurs sortes.", EN: "Line ends: of several kinds."},
		}[in.file.LineEnds])
	}
	return append(said, in.headerReason())
}

func (in *csvInput) encodingReason(g encodingGuess, o Options) text.Text {
	name := validate.EncodingName(in.file.Encoding)
	start := text.Text{FR: "Encodage : " + name, EN: "Encoding: " + name}
	switch {
	case o.Encoding != "" || o.Declared:
		return because(start, ", imposé ou déclaré.", ", as asked for or declared.")
	case in.file.BOM && in.file.Encoding == UTF8:
		return because(start, ", d'après la marque en tête du fichier.", ", by the mark at the start of the file.")
	case in.file.Doubtful && g.size+len(bom) >= sampleSize:
		return text.Text{
			FR: fmt.Sprintf("Encodage : rien que de l'ASCII au début du fichier (octets lus : %d) ; la suite décide.", g.size),
			EN: fmt.Sprintf("Encoding: nothing but ASCII at the beginning of the file (bytes read: %d); what follows decides.", g.size),
		}
	case in.file.Encoding == UTF8 && g.right == 0:
		return because(start, " ; rien que de l'ASCII au début du fichier (octets lus : %d).", "; nothing but ASCII at the beginning of the file (bytes read: %d).", g.size)
	case in.file.Encoding == UTF8 && g.wrong == 0:
		return because(start, " ; caractères hors ASCII au début du fichier : %d, tous valides.", "; characters beyond ASCII at the beginning of the file: %d, all valid.", g.right)
	case in.file.Encoding == UTF8:
		return because(start, " ; caractères hors ASCII au début du fichier : %d ; octets qui n'en forment pas : %d.", "; characters beyond ASCII at the beginning of the file: %d; bytes that make none: %d.", g.right, g.wrong)
	case in.file.Encoding != g.name:
		return because(start, ", annoncé par le serveur ; ce n'est pas de l'UTF-8.", ", as the server says; it is not UTF-8.")
	}
	return because(start, ", qui donne le français le plus vraisemblable (note : %d, contre %d pour %s) ; octets qui seraient faux en UTF-8 : %d.",
		", which makes the likeliest French (score: %d, against %d for %s); bytes that would be wrong as UTF-8: %d.",
		g.score, g.nextScore, validate.EncodingName(g.next), g.wrong)
}

func (in *csvInput) delimiterReason(r *reading, o Options) text.Text {
	sign := text.Text{FR: "« " + in.file.Delimiter + " »", EN: strconv.Quote(in.file.Delimiter)}
	if in.file.Delimiter == "\t" {
		sign = text.Text{FR: "tabulation", EN: "tab"}
	}
	start := text.Text{FR: "Séparateur : " + sign.FR, EN: "Separator: " + sign.EN}
	switch {
	case o.Delimiter != 0 || o.Dialect != nil:
		start = because(start, ", imposé", ", as asked for")
	case r.columns < 2:
		return because(start, " par défaut ; aucun signe ne coupe l'en-tête.", " by default; no sign cuts the header.")
	}
	return because(start, " ; lignes lues qui ont autant de cellules que l'en-tête (%d) : %d sur %d.",
		"; rows read that have as many cells as the header (%d): %d of %d.", r.columns, r.agree, r.records)
}

func (in *csvInput) quoteReason(r *reading, o Options) text.Text {
	start := text.Text{FR: "Guillemets : " + in.file.Quote, EN: "Quotes: " + in.file.Quote}
	switch {
	case in.file.Quote == "":
		return text.Text{FR: "Guillemets : aucun, comme demandé.", EN: "Quotes: none, as asked for."}
	case in.file.Wrapped != "":
		return because(start, " ; lignes lues qui en sont entourées d'un bout à l'autre : %d sur %d.",
			"; rows read that they surround from end to end: %d of %d.", r.wrapped, r.records)
	case o.Quote != 0 || o.Dialect != nil:
		return because(start, ", imposés.", ", as asked for.")
	}
	return because(start, " ; cellules lues qui en ont : %d.", "; cells read that have them: %d.", r.quoted)
}

func (in *csvInput) headerReason() text.Text {
	f := &in.file
	header := text.Text{FR: "En-tête : ", EN: "Header: "}
	switch {
	case f.NoHeader:
		return text.Text{FR: "En-tête : aucun, comme le dit le dialecte.", EN: "Header: none, as the dialect says."}
	case f.Asked:
		return because(header, "ligne %d, comme demandé.", "row %d, as asked for.", f.HeaderRow)
	case len(f.Above) > 0:
		return because(header, "ligne %d, la première qui remplit presque toutes les colonnes de noms ; lignes de titres au-dessus : %d.",
			"row %d, the first that fills nearly all columns with names; rows of titles above it: %d.", f.HeaderRow, len(f.Above))
	case f.HeaderRow > 1:
		return because(header, "ligne %d, la première qui n'est pas vide.", "row %d, the first that is not blank.", f.HeaderRow)
	}
	return text.Text{FR: "En-tête : ligne 1, la première du fichier.", EN: "Header: row 1, the first of the file."}
}

// utf16Reason says why a text is read as UTF-16.
func utf16Reason(name string, mark, asked bool) text.Text {
	start := text.Text{FR: "Encodage : " + validate.EncodingName(name), EN: "Encoding: " + validate.EncodingName(name)}
	switch {
	case mark:
		return because(start, ", d'après la marque en tête du fichier.", ", by the mark at the start of the file.")
	case asked:
		return because(start, ", imposé ou déclaré.", ", as asked for or declared.")
	}
	return because(start, " ; au début du fichier, un octet sur deux est nul.", "; at the beginning of the file every second byte is zero.")
}
