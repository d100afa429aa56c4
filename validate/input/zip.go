package input

import (
	"archive/zip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"

	"github.com/socle-commun/socle/validate"
)

// maxMembers is how many members of one archive are looked at.
const maxMembers = 10000

// PackageName is what the document of a Data Package is called.
const PackageName = "datapackage.json"

// An Archive is what a ZIP archive holds, as far as it concerns data.
type Archive struct {
	Datasets []Member // what is judged, or refused, in the archive's order
	Packages []Member // documents of Data Packages
	files    map[string]Member
}

// A Member is a file of an archive.
type Member struct {
	Name    string            // within the archive, with "/"
	Packed  int64             // bytes that it takes in the archive
	Failure *validate.Failure // why it is not read; nil where it is

	archive string // the file
	index   int    // in it
}

// IsZip says whether the file at path is a ZIP archive, and no workbook.
func IsZip(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	magic := make([]byte, 4)
	if _, err := io.ReadFull(f, magic); err != nil || string(magic) != "PK\x03\x04" && string(magic) != "PK\x05\x06" {
		return false
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		return true // a damaged one
	}
	defer z.Close()
	return workbookKind(&z.Reader) == ""
}

// workbookKind says what a ZIP archive is that is no plain archive: "xlsx",
// "ods" or "".
func workbookKind(z *zip.Reader) string {
	for _, f := range z.File {
		switch {
		case f.Name == "xl/workbook.xml" || f.Name == "[Content_Types].xml":
			return "xlsx"
		case f.Name == "mimetype" || f.Name == "content.xml":
			return "ods"
		}
	}
	return ""
}

// ReadArchive lists what the ZIP archive at path holds. The error is a
// *validate.Failure; one without any data among them.
func ReadArchive(path string) (*Archive, error) {
	z, err := openZip(path)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	a := &Archive{files: map[string]Member{}}
	twice := map[string]bool{}
	for i, f := range z.File {
		m := Member{Name: nameIn(f), Packed: int64(f.CompressedSize64), archive: path, index: i}
		if ignored(f, m.Name) {
			continue
		}
		m.Failure = refusal(f, m.Name)
		_, known := a.files[m.Name]
		switch {
		case known && twice[m.Name]:
			continue
		case known:
			twice[m.Name] = true
			m.Failure = failure("duplicate-name", "L'archive contient plusieurs fichiers de ce nom : on ne sait pas lequel est le bon.",
				"The archive holds several files of this name: there is no telling which is the right one.")
			a.Datasets = slices.DeleteFunc(a.Datasets, func(o Member) bool { return o.Name == m.Name })
			a.Packages = slices.DeleteFunc(a.Packages, func(o Member) bool { return o.Name == m.Name })
		}
		a.files[m.Name] = m
		a.sort(m, f)
	}
	if len(a.Datasets)+len(a.Packages) == 0 {
		return nil, failure("no-files", "Cette archive ne contient aucun fichier de données (CSV, GeoJSON, XLSX, ODS…).", "This archive holds no data file (CSV, GeoJSON, XLSX, ODS…).")
	}
	return a, nil
}

// openZip opens an archive that is not made to do harm by its list of members.
func openZip(path string) (*zip.ReadCloser, error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, damaged(err)
	}
	z.RegisterDecompressor(zstd.ZipMethodWinZip, zstd.ZipDecompressor())
	total := uint64(0)
	for _, f := range z.File {
		total += f.CompressedSize64
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		err = openFailure(path, err)
	case len(z.File) > maxMembers:
		err = failure("too-many-members", "L'archive contient plus de %d fichiers : elle n'est pas lue.", "The archive holds more than %d files: it is not read.", maxMembers)
	case total > uint64(info.Size()): // the same bytes stand for several members
		err = failure("too-large-unpacked", "L'archive annonce plus de données qu'elle n'en contient : elle est abîmée, ou faite pour nuire. Elle n'est pas lue.",
			"The archive announces more data than it holds: it is damaged, or made to do harm. It is not read.")
	default:
		return z, nil
	}
	z.Close()
	return nil, err
}

// sort puts a member among the datasets or the packages, if it is one.
func (a *Archive) sort(m Member, f *zip.File) {
	extension := strings.ToLower(path.Ext(m.Name))
	switch {
	case strings.EqualFold(path.Base(m.Name), PackageName) && m.Failure == nil:
		a.Packages = append(a.Packages, m)
	case m.Failure != nil && m.Failure.Code == "unsafe-path":
		a.Datasets = append(a.Datasets, m)
	case slices.Contains(archiveEndings, extension):
		if m.Failure == nil {
			m.Failure = nestedMember()
		}
		a.Datasets = append(a.Datasets, m)
	case Named(m.Name) == IsDataset, slices.Contains(textEndings, extension), Named(m.Name) == AskContent && (m.Failure != nil || m.holdsRecords(f)):
		a.Datasets = append(a.Datasets, m)
	}
}

// ignored says whether a member is not worth a word: a folder, what is
// hidden, what macOS adds.
func ignored(f *zip.File, name string) bool {
	if f.FileInfo().IsDir() {
		return true
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == "__MACOSX" || strings.HasPrefix(part, ".") && part != "." && part != ".." {
			return true
		}
	}
	return strings.HasPrefix(path.Base(name), "~$")
}

// refusal says why a member is not read, whatever it is.
func refusal(f *zip.File, name string) *validate.Failure {
	drive := len(name) > 1 && name[1] == ':' && (name[0]|0x20 >= 'a' && name[0]|0x20 <= 'z')
	switch {
	case path.IsAbs(name) || drive || slices.Contains(strings.Split(name, "/"), ".."):
		return failure("unsafe-path", "Le chemin « %s » mène hors de l'archive : ce fichier n'est pas lu. L'archive a été mal faite, ou faite pour nuire.",
			"The path %q leads out of the archive: this file is not read. The archive was badly made, or made to do harm.", name)
	case f.Mode()&fs.ModeType != 0:
		return failure("link", "Dans l'archive, c'est un lien vers un autre fichier : il n'est pas suivi. Mettez-y le fichier lui-même.",
			"In the archive it is a link to another file: it is not followed. Put in the file itself.")
	case f.Flags&1 != 0:
		return encrypted()
	}
	return nil
}

func encrypted() *validate.Failure {
	return failure("encrypted", "Ce fichier de l'archive est protégé par un mot de passe : refaites l'archive sans mot de passe.",
		"This file of the archive is protected by a password: make the archive anew without one.")
}

// nestedMember is the failure of a member that is packed itself.
func nestedMember() *validate.Failure {
	return failure("nested-archive", "Ce fichier de l'archive est lui-même compressé : décompressez-le, et mettez dans l'archive ce qu'il contient.",
		"This file of the archive is packed itself: unpack it, and put what it holds into the archive.")
}

// holdsRecords looks at the beginning of a JSON member.
func (m Member) holdsRecords(f *zip.File) bool {
	r, err := f.Open()
	if err != nil {
		return true // opening it says what is wrong
	}
	defer r.Close()
	begin := make([]byte, BeginSize)
	n, _ := io.ReadFull(r, begin)
	return RecordsBegin(begin[:n])
}

// File gives the member of a name; ok is false where there is none. It may
// have a Failure.
func (a *Archive) File(name string) (m Member, ok bool) {
	m, ok = a.files[name]
	return m, ok
}

// Open gives the unpacked bytes of a member, within limits. The errors, of
// reading too, are *validate.Failure.
func (m Member) Open() (io.ReadCloser, error) {
	if m.Failure != nil {
		return nil, m.Failure
	}
	z, err := openZip(m.archive)
	if err != nil {
		return nil, err
	}
	if m.index >= len(z.File) || nameIn(z.File[m.index]) != m.Name {
		z.Close()
		return nil, failure("not-found", "L'archive ne contient plus « %s ».", "The archive no longer holds %q.", m.Name)
	}
	f := z.File[m.index]
	plain, err := f.Open()
	if err != nil {
		z.Close()
		if errors.Is(err, zip.ErrAlgorithm) {
			return nil, failure("packing", "Ce fichier de l'archive est compressé d'une façon que socle ne lit pas (méthode %d) : refaites l'archive avec votre système, ou donnez le fichier seul.",
				"This file of the archive is packed in a way that socle does not read (method %d): make the archive anew with your system, or give the file by itself.", f.Method)
		}
		return nil, damaged(err)
	}
	// What was packed is known beforehand: the ratio is held against all of it.
	return &unpacker{plain: plain, packed: z, size: int64(f.CompressedSize64), whole: int64(f.UncompressedSize64)}, nil
}

// OpenMember opens a dataset of an archive that is delimited text. shown is
// what reports call it. The error is a *validate.Failure.
func OpenMember(shown string, m Member, o Options) (validate.Input, error) {
	from, err := m.Open()
	if err != nil {
		return nil, err
	}
	return Read(shown, from, o)
}
