package input

import (
	"bytes"
	"io"

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

// newJSON reads features, or objects of JSON.
func newJSON(path string, f io.Closer, size int64, sample []byte, rest io.Reader, all bool, o Options) (validate.Input, error) {
	src := geojson.Source{Path: path, Size: size, Closer: f, Begin: bytes.TrimPrefix(sample, bom), Rest: rest, All: all, Declared: o.Declared, ChunkSize: o.ChunkSize}
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
