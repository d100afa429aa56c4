package input

import (
	"bytes"
	"fmt"
	"math/bits"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input/scan"
)

// failure makes a Failure from sentences with the same values in the same order.
func failure(code, fr, en string, args ...any) *validate.Failure {
	return &validate.Failure{Code: code, Say: text.Text{FR: fmt.Sprintf(fr, args...), EN: fmt.Sprintf(en, args...)}}
}

// A kind is a sort of file that is not delimited text, and what to do with it.
type kind struct {
	magic string // its first bytes
	name  text.Text
	do    text.Text
}

var saveAsCSV = text.Text{
	FR: "Ouvrez-le dans votre tableur et enregistrez-le au format CSV UTF-8.",
	EN: "Open it in your spreadsheet program and save it as CSV UTF-8.",
}

var unpack = text.Text{
	FR: "Décompressez-le et donnez le fichier CSV qu'il contient.",
	EN: "Unpack it and give the CSV file that it holds.",
}

var notData = text.Text{
	FR: "socle juge des données tabulaires : donnez le fichier CSV.",
	EN: "socle judges tables: give the CSV file.",
}

// kinds lists what is recognised by its first bytes.
var kinds = []kind{
	{"PK\x03\x04", text.Text{FR: "un classeur (XLSX, ODS) ou une archive ZIP", EN: "a spreadsheet (XLSX, ODS) or a ZIP archive"}, saveAsCSV},
	{"\xd0\xcf\x11\xe0", text.Text{FR: "un ancien classeur Excel (XLS)", EN: "an old Excel workbook (XLS)"}, saveAsCSV},
	{"BZh", text.Text{FR: "une archive BZIP2", EN: "a BZIP2 archive"}, unpack},
	{"7z\xbc\xaf", text.Text{FR: "une archive 7-Zip", EN: "a 7-Zip archive"}, unpack},
	{"Rar!", text.Text{FR: "une archive RAR", EN: "a RAR archive"}, unpack},
	{"%PDF", text.Text{FR: "un document PDF", EN: "a PDF document"}, notData},
	{"\x89PNG", text.Text{FR: "une image", EN: "an image"}, notData},
	{"\xff\xd8\xff", text.Text{FR: "une image", EN: "an image"}, notData},
	{"SQLite format 3", text.Text{FR: "une base SQLite", EN: "an SQLite database"}, notData},
	{"PAR1", text.Text{FR: "un fichier Parquet", EN: "a Parquet file"}, notData},
}

var (
	binary   = kind{"", text.Text{FR: "un fichier binaire", EN: "a binary file"}, notData}
	jsonKind = kind{"", text.Text{FR: "un fichier JSON ou GeoJSON", EN: "a JSON or GeoJSON file"}, notData}
	markup   = kind{"", text.Text{FR: "une page HTML ou un document XML", EN: "an HTML page or an XML document"}, notData}
)

// countControl counts the control characters that no text has.
func countControl(sample []byte) (n int) {
	var marks []uint32
	var odd [group]scan.Odd
	for len(sample) > 0 {
		part := sample[:min(group*scan.Size, len(sample))]
		marks = scan.Text(marks[:0], odd[:], part, 0, '\n', '\n')
		for i := range odd[:scan.Count(part)] {
			for set := odd[i].All; set != 0; set &= set - 1 {
				if b := part[i*scan.Size+bits.TrailingZeros64(set)]; b < ' ' && b != '\f' {
					n++
				}
			}
		}
		sample = sample[len(part):]
	}
	return n
}

// notText says what a file is that is not delimited text, or nil. A file that
// is text is told from a binary one by its NUL bytes, one in a hundred at most,
// and its control characters, one in ten: a few more are forgiven, for they
// come with a copy from a document.
func notText(sample []byte) *kind {
	for i := range kinds {
		if bytes.HasPrefix(sample, []byte(kinds[i].magic)) {
			return &kinds[i]
		}
	}
	nuls := bytes.Count(sample, []byte{0})
	control := countControl(sample) - nuls
	start := bytes.TrimLeft(bytes.TrimPrefix(sample, bom), " \t\r\n")
	switch {
	case nuls > 1+len(sample)/100, control > 8+len(sample)/10, 2*(nuls+control) > len(sample):
		return &binary
	case looksLikeJSON(start):
		return &jsonKind
	case len(start) > 1 && start[0] == '<' && (start[1] == '!' || start[1] == '?' || hasFold(start, "<html")):
		return &markup
	}
	return nil
}

// looksLikeJSON says whether a text starts as an object with a member, or as a
// list of objects or lists, does.
func looksLikeJSON(b []byte) bool {
	if len(b) == 0 || b[0] != '{' && b[0] != '[' {
		return false
	}
	next := bytes.TrimLeft(b[1:], " \t\r\n")
	if len(next) == 0 {
		return false
	}
	if b[0] == '{' {
		return next[0] == '"' || next[0] == '}'
	}
	return next[0] == '{' || next[0] == '['
}

func hasFold(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && bytes.EqualFold(b[:len(prefix)], []byte(prefix))
}

// notATable is the failure for a file that is not delimited text.
func notATable(path string, k kind) *validate.Failure {
	who := text.Text{FR: path, EN: path}
	if path == "-" {
		who = text.Text{FR: "L'entrée standard", EN: "Standard input"}
	}
	return &validate.Failure{Code: "not-a-table", Say: text.Text{
		FR: who.FR + " n'est pas un fichier CSV, mais " + k.name.FR + ". " + k.do.FR,
		EN: who.EN + " is not a CSV file but " + k.name.EN + ". " + k.do.EN,
	}}
}
