package pull

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/fetch"
)

// A Record is what the manifest of a cache says of one document.
type Record struct {
	Name     string    `json:"name"`
	Version  string    `json:"version"`
	Kind     string    `json:"kind"` // the catalogue's word, as schemas.Kind says it
	Address  string    `json:"address"`
	Size     int       `json:"size"` // in bytes
	Fetched  time.Time `json:"fetched"`
	SHA256   string    `json:"sha256"`
	ETag     string    `json:"etag,omitempty"`
	Modified string    `json:"last_modified,omitempty"` // the server's header
}

func newRecord(it item, a answer, now time.Time) Record {
	return Record{
		Name: it.name, Version: it.version, Kind: it.kind, Address: fetch.Public(it.address), Size: len(a.body),
		Fetched: now.Truncate(time.Second), SHA256: fingerprint(a.body), ETag: a.ETag, Modified: a.Modified,
	}
}

// sameSource says whether r and next are the same bytes from the same place,
// asked for next time in the same way.
func (r *Record) sameSource(next Record) bool {
	next.Fetched = r.Fetched
	return *r == next
}

func fingerprint(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// The manifest is a file of the cache, and the last that a pull writes.
const (
	manifestFile    = "manifest.json"
	manifestVersion = 1
	largestManifest = 32 << 20 // bytes
)

// A manifest lists the documents of a cache by name and version.
type manifest struct {
	Version   int      `json:"version"`
	Documents []Record `json:"documents"`
}

var errDamaged = errors.New("damaged manifest")

// readManifest reads the manifest in dir. That of an empty cache is empty.
func readManifest(dir string) (manifest, error) {
	m, empty := manifest{}, manifest{Version: manifestVersion}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return empty, ignore(err, fs.ErrNotExist)
	}
	defer root.Close()
	f, err := root.Open(manifestFile)
	if err != nil {
		return empty, ignore(err, fs.ErrNotExist)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, largestManifest+1))
	switch {
	case err != nil:
		return empty, err
	case len(data) > largestManifest || json.Unmarshal(data, &m) != nil || m.Version < 1:
		return empty, errDamaged
	case m.Version > manifestVersion:
		return m, nil
	}
	for _, r := range m.Documents {
		if !isName(r.Name) || !isVersion(r.Version) {
			return empty, errDamaged
		}
	}
	return m, nil
}

// ignore gives err unless it is the expected one.
func ignore(err, expected error) error {
	if errors.Is(err, expected) {
		return nil
	}
	return err
}

// merge gives the manifest with records in place of those of the same names
// and versions.
func (m manifest) merge(records []Record) manifest {
	byID := map[string]Record{}
	for _, r := range slices.Concat(m.Documents, records) {
		byID[r.Name+"@"+r.Version] = r
	}
	out := manifest{Version: manifestVersion}
	for _, r := range byID {
		out.Documents = append(out.Documents, r)
	}
	slices.SortFunc(out.Documents, func(a, b Record) int {
		if a.Name != b.Name {
			return strings.Compare(a.Name, b.Name)
		}
		return schemas.CompareVersions(a.Version, b.Version)
	})
	return out
}

// find gives the record of a document, nil where there is none.
func (m manifest) find(name, version string) *Record {
	for i := range m.Documents {
		if m.Documents[i].Name == name && m.Documents[i].Version == version {
			return &m.Documents[i]
		}
	}
	return nil
}
