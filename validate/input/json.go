package input

import (
	"bytes"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input/geojson"
)

// isJSON says whether a text begins as JSON does that holds objects. What is asked
// to be read as delimited text is so, whatever it begins with.
func isJSON(sample []byte, o Options) bool {
	if o.Dialect != nil || o.Delimiter != 0 || o.HeaderRow != 0 {
		return false
	}
	_, ok := geojson.Detect(sample)
	return ok
}

// notJSON is the failure of a file whose name says that it holds features, or
// objects, and whose content begins as neither they nor a table do; else nil.
func notJSON(f *validate.File, o Options) *validate.Failure {
	name, _, _ := strings.Cut(strings.ToLower(f.Path), "?")
	for _, packed := range packedEndings {
		name = strings.TrimSuffix(name, packed)
	}
	extension := path.Ext(name)
	if !slices.Contains(featureEndings, extension) && !slices.Contains(objectEndings, extension) {
		return nil
	}
	if o.Dialect != nil || o.Delimiter != 0 || o.HeaderRow != 0 || len(f.Labels) != 1 || strings.TrimSpace(f.Labels[0]) == "" {
		return nil
	}
	return failure("not-json", "Le nom de ce fichier finit par %s, et son contenu n'est pas du JSON : exportez-le à nouveau.",
		"The name of this file ends with %s, and its content is not JSON: export it again.", extension)
}

// newJSON reads features, or objects of JSON. name is what reports call the file.
func newJSON(name string, f io.Closer, size int64, sample []byte, rest io.Reader, all bool, o Options) (validate.Input, error) {
	src := geojson.Source{Path: name, Size: size, Closer: f, Begin: bytes.TrimPrefix(sample, bom), Rest: rest, All: all, Declared: o.Declared, ChunkSize: o.ChunkSize}
	src.BOM = len(src.Begin) < len(sample)
	src.Encoding, src.Doubtful = detectEncoding(src.Begin, all)
	if src.Encoding != UTF8 { // JSON is in no other encoding but by mistake, which is mostly this one
		src.Encoding = claimed(o.Claimed, Windows1252)
	}
	if o.Encoding != "" {
		src.Encoding, src.Doubtful = o.Encoding, false
	}
	src.Charmap = charmaps[src.Encoding]
	in, err := geojson.New(src)
	if err != nil {
		return nil, err
	}
	return in, nil
}

// Decode gives text in UTF-8, of an encoding as validate.File names it; what is in
// UTF-8 already is given as it is, and so is text of an encoding that is not known.
func Decode(encoding string, text []byte) []byte {
	if table := charmaps[encoding]; table != nil && !utf8.Valid(text) {
		if out, err := table.NewDecoder().Bytes(text); err == nil {
			return out
		}
	}
	return text
}
