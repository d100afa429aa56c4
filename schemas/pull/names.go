package pull

import (
	"path"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/lazyregexp"
)

// The parts of a name are those of a path in the cache: they begin with a
// letter or a digit, so that none leads out of its folder or is hidden, and
// end with one, for Windows drops a dot there.
var (
	namePart    = lazyregexp.New(`^[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$`)
	versionPart = lazyregexp.New(`^[0-9]([A-Za-z0-9.+-]{0,48}[A-Za-z0-9])?$`)
	device      = lazyregexp.New(`(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)`) // what Windows takes for a device
)

// isName says whether OWNER/NAME can be a folder of the cache.
func isName(name string) bool {
	owner, short, ok := strings.Cut(name, "/")
	return ok && namePart.MatchString(owner) && namePart.MatchString(short) && !device.MatchString(owner) && !device.MatchString(short)
}

func isVersion(version string) bool { return versionPart.MatchString(version) }

// file is the place of a document in the cache.
func file(name, version string) string { return path.Join(name, version+".json") }

// resolve finds the entry that is asked for by OWNER/NAME, or by NAME alone
// where no two owners share it, and the version that stands behind an @, or "".
// The error is a *schemas.NotFoundError.
func resolve(entries []schemas.Entry, asked string) (e schemas.Entry, version string, err error) {
	name, version, _ := strings.Cut(strings.TrimSpace(asked), "@")
	version = strings.TrimPrefix(version, "v")
	if version == "latest" {
		version = ""
	}
	var hits, names []string
	found := -1
	for i, e := range entries {
		names = append(names, e.Name)
		if strings.EqualFold(e.Name, name) {
			hits, found = []string{e.Name}, i
			break
		}
		if strings.EqualFold(e.Short(), name) {
			hits, found = append(hits, e.Name), i
		}
	}
	switch {
	case len(hits) == 0:
		return e, "", &schemas.NotFoundError{Asked: asked, Similar: schemas.Similar(name, names)}
	case len(hits) > 1:
		return e, "", &schemas.NotFoundError{Asked: asked, Several: hits}
	case version != "" && !slices.Contains(entries[found].Versions, version):
		return e, "", &schemas.NotFoundError{Asked: asked, Versions: entries[found].Versions}
	}
	return entries[found], version, nil
}
