package outline

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// DefaultDir is the folder of the cache: the one that SOCLE_OUTLINES names, else
// socle/outlines in the folder where the system keeps caches.
func DefaultDir() (string, error) {
	if dir := os.Getenv("SOCLE_OUTLINES"); dir != "" {
		return dir, nil
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "socle", "outlines"), nil
}

// maxFile is the largest outline that is kept and read, in bytes.
const maxFile = 16 << 20

// extension ends the names of the files.
const extension = ".geojson"

// Load reads the outline of a commune from the cache. The error is
// fs.ErrNotExist where the cache does not have it, else it says what is wrong
// with the file.
func Load(dir, code string) (*Outline, error) {
	if !isCode(code) {
		return nil, fs.ErrNotExist
	}
	f, err := os.Open(filepath.Join(dir, code+extension))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("%s%s: larger than %d bytes", code, extension, maxFile)
	}
	outlines, err := decode(data)
	if err != nil || len(outlines) != 1 || outlines[0].Code != code {
		return nil, fmt.Errorf("%s%s: not an outline of the commune", code, extension)
	}
	return outlines[0], nil
}

// LoadAll reads the outlines of communes, and lists the codes of those that the
// cache does not have. A file that cannot be read is as good as none: a pull
// mends it.
func LoadAll(dir string, codes []string) (outlines []*Outline, missing []string) {
	for _, code := range codes {
		if o, err := Load(dir, code); err == nil {
			outlines = append(outlines, o)
		} else {
			missing = append(missing, code)
		}
	}
	return outlines, missing
}

// An Entry is one file of the cache.
type Entry struct {
	*Outline
	Size int64 // in bytes
}

// List gives what the cache holds, in the order of codes, and the names of the
// files that should be outlines and cannot be read as such. A folder that is not
// there is an empty cache.
func List(dir string) (entries []Entry, damaged []string, err error) {
	files, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	for _, f := range files {
		code, is := strings.CutSuffix(f.Name(), extension)
		if !is || !isCode(code) {
			continue
		}
		o, err := Load(dir, code)
		info, statErr := f.Info()
		if err != nil || statErr != nil {
			damaged = append(damaged, f.Name())
			continue
		}
		o.Land = nil
		entries = append(entries, Entry{o, info.Size()})
	}
	slices.SortFunc(entries, func(a, b Entry) int { return strings.Compare(a.Code, b.Code) })
	return entries, damaged, nil
}

// save puts an outline into the cache: the file is whole at any time.
func (o *Outline) save(dir string) error {
	data, err := o.encode()
	if err != nil {
		return err
	}
	if len(data) > maxFile {
		return fmt.Errorf("%s: an outline of more than %d bytes", o.Code, maxFile)
	}
	f, err := os.CreateTemp(dir, o.Code+".*.tmp")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), filepath.Join(dir, o.Code+extension))
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}
