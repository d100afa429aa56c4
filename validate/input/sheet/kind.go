package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/socle-commun/socle/validate"
)

// Extensions are those of the files that folders are searched for.
var extensions = []string{".xlsx", ".xlsm", ".ods"}

// Extensions lists the extensions of workbooks. The list is the caller's.
func Extensions() []string { return slices.Clone(extensions) }

const (
	zipMagic = "PK\x03\x04"
	oleMagic = "\xd0\xcf\x11\xe0"
)

// Is says whether the file at path is a workbook by its content, one that Open
// refuses among them: an old one, a damaged one that is called a workbook.
func Is(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return false // a pipe can be read only once
	}
	magic := make([]byte, len(zipMagic))
	if _, err := io.ReadFull(f, magic); err != nil {
		return false
	}
	return string(magic) == oleMagic || string(magic) == zipMagic && isPacked(path)
}

// Begins says whether a file may be a workbook by its first four bytes.
func Begins(magic []byte) bool { return string(magic) == zipMagic || string(magic) == oleMagic }

// isPacked says whether a ZIP archive is a workbook, or an office document of
// another kind. Of a damaged one the name decides.
func isPacked(path string) bool {
	z, err := zip.OpenReader(path)
	if err != nil {
		return slices.Contains(extensions, strings.ToLower(filepath.Ext(path)))
	}
	defer z.Close()
	return formatOf(&z.Reader) != ""
}

// formatOf says what a ZIP archive is: "xlsx", "ods", "office" for what is a
// document of another kind, or "".
func formatOf(z *zip.Reader) string {
	found := ""
	for _, f := range z.File {
		switch f.Name {
		case "xl/workbook.xml":
			return "xlsx"
		case "xl/workbook.bin":
			return "xlsb"
		case "[Content_Types].xml":
			found = otherwise(mainPart(z), "office")
		case "mimetype":
			return openDocument(f)
		case "content.xml":
			found = otherwise(found, "ods")
		}
	}
	return found
}

func otherwise(s, or string) string {
	if s == "" {
		return or
	}
	return s
}

// mainPart looks whether a package of unusual names is a workbook.
func mainPart(z *zip.Reader) string {
	found := ""
	elements(z, "[Content_Types].xml", func(s *scanner) error {
		kind := string(s.attribute("ContentType"))
		if strings.Contains(kind, "sheet.main+xml") || strings.Contains(kind, "sheet.macroEnabled.main+xml") {
			found = "xlsx"
		}
		return nil
	})
	return found
}

// openDocument says what an OpenDocument file is by its first member.
func openDocument(f *zip.File) string {
	r, err := f.Open()
	if err != nil {
		return "ods" // opening it says what is wrong
	}
	defer r.Close()
	name, _ := io.ReadAll(io.LimitReader(r, 200))
	switch {
	case bytes.HasPrefix(name, []byte("application/vnd.oasis.opendocument.spreadsheet")):
		return "ods"
	case bytes.HasPrefix(name, []byte("application/vnd.oasis")):
		return "office"
	}
	return ""
}

// oldWorkbook says what an OLE file is: an encrypted workbook, or one of the
// days before XLSX.
func oldWorkbook(f io.Reader) *validate.Failure {
	mark := []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
	block := make([]byte, 64<<10)
	for kept := 0; ; {
		n, err := io.ReadFull(f, block[kept:])
		if bytes.Contains(block[:kept+n], mark) {
			return protected()
		}
		if err != nil {
			break
		}
		kept = copy(block, block[len(block)-len(mark):])
	}
	return failure("old-workbook", "C'est un ancien classeur Excel (.xls) : ouvrez-le dans votre tableur et enregistrez-le en .xlsx ou en CSV UTF-8.",
		"This is an old Excel workbook (.xls): open it in your spreadsheet program and save it as .xlsx or as CSV UTF-8.")
}

func protected() *validate.Failure {
	return failure("password", "Ce classeur est protégé par un mot de passe : enlevez-le dans votre tableur, puis recommencez.",
		"This workbook is protected by a password: remove it in your spreadsheet program, then start anew.")
}

func notAWorkbook() *validate.Failure {
	return failure("not-a-table", "C'est un document bureautique, mais pas un classeur : donnez le tableau en .xlsx, en .ods ou en CSV.",
		"This is an office document, but no workbook: give the table as .xlsx, as .ods or as CSV.")
}

func binaryWorkbook() *validate.Failure {
	return failure("old-workbook", "C'est un classeur Excel binaire (.xlsb) : ouvrez-le dans votre tableur et enregistrez-le en .xlsx ou en CSV UTF-8.",
		"This is a binary Excel workbook (.xlsb): open it in your spreadsheet program and save it as .xlsx or as CSV UTF-8.")
}
