package input

import (
	"archive/zip"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/socle-commun/socle/validate"
)

// datasets are the extensions of the members of an archive that are judged.
var datasets = []string{".csv", ".tsv", ".txt", ".tab"}

// maxMembers is how many members of one archive are looked at.
const maxMembers = 10000

// A Member is a file of an archive that is a dataset, or is refused.
type Member struct {
	Name    string            // within the archive, with "/"
	Failure *validate.Failure // why it is not read; nil where it is
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

// Members lists the datasets of the ZIP archive at path. The error is a
// *validate.Failure.
func Members(path string) ([]Member, error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, damaged(err)
	}
	defer z.Close()
	if len(z.File) > maxMembers {
		return nil, failure("too-many-members", "L'archive contient plus de %d fichiers : elle n'est pas lue.", "The archive holds more than %d files: it is not read.", maxMembers)
	}
	var members []Member
	for _, f := range z.File {
		if m, ok := member(f); ok {
			members = append(members, m)
		}
	}
	if len(members) == 0 {
		return nil, failure("no-files", "Cette archive ne contient aucun fichier de données (%s).", "This archive holds no data file (%s).", strings.Join(datasets, ", "))
	}
	return members, nil
}

// member says whether a file of an archive is a dataset, or must be refused.
func member(f *zip.File) (Member, bool) {
	name := strings.ReplaceAll(f.Name, `\`, "/")
	base := path.Base(name)
	extension := strings.ToLower(path.Ext(base))
	switch {
	case f.FileInfo().IsDir(), strings.HasPrefix(base, "."), strings.HasPrefix(name, "__MACOSX/"):
		return Member{}, false
	case path.IsAbs(name) || slices.Contains(strings.Split(name, "/"), "..") || strings.Contains(name, ":"):
		return Member{name, failure("unsafe-path", "Un chemin de l'archive en sort : « %s ». Elle a été mal faite, ou pour nuire.", "A path of the archive leads out of it: %q. It was badly made, or to do harm.", name)}, true
	case slices.Contains([]string{".zip", ".gz", ".zst", ".7z", ".rar", ".bz2", ".xz", ".tgz"}, extension):
		return Member{name, nestedFailure()}, true
	case !slices.Contains(datasets, extension):
		return Member{}, false
	case f.Flags&1 != 0:
		return Member{name, failure("encrypted", "Ce fichier de l'archive est protégé par un mot de passe.", "This file of the archive is protected by a password.")}, true
	}
	return Member{Name: name}, true
}

// OpenMember opens a dataset of the ZIP archive at file. The error is a
// *validate.Failure.
func OpenMember(file, name string, o Options) (validate.Input, error) {
	return OpenMemberAs(file+"/"+name, file, name, o)
}

// OpenMemberAs is OpenMember for a dataset that reports call by the name shown.
func OpenMemberAs(shown, file, name string, o Options) (validate.Input, error) {
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, damaged(err)
	}
	for _, f := range z.File {
		if strings.ReplaceAll(f.Name, `\`, "/") != name {
			continue
		}
		plain, err := f.Open()
		if err != nil {
			z.Close()
			return nil, damaged(err)
		}
		// What was packed is known beforehand: the reader counts it all as read.
		u := &unpacker{from: &counted{n: int64(f.CompressedSize64)}, plain: plain, packed: z}
		in, err := read(shown, u, -1, o)
		if err != nil {
			u.Close()
			return nil, err
		}
		return in, nil
	}
	z.Close()
	return nil, failure("not-found", "L'archive ne contient plus « %s ».", "The archive no longer holds %q.", name)
}
