package book

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// An archive is a ZIP file whose parts stand in the order of their names, in
// whatever order they come: the same workbook is the same bytes. The parts are
// held packed until Close.
type archive struct {
	w     io.Writer
	parts []*part
}

func newArchive(w io.Writer) *archive { return &archive{w: w} }

// A part is a file of the archive that is being packed.
type part struct {
	name   string
	packed bytes.Buffer
	flate  *flate.Writer
	sum    hash.Hash32
	size   uint64
}

// Create begins a part, which ends with the archive.
func (a *archive) Create(name string) (io.Writer, error) {
	p := &part{name: name, sum: crc32.NewIEEE()}
	var err error
	if p.flate, err = flate.NewWriter(&p.packed, flate.BestSpeed); err != nil {
		return nil, err
	}
	if n := len(a.parts); n > 0 {
		if err := a.parts[n-1].end(); err != nil {
			return nil, err
		}
	}
	a.parts = append(a.parts, p)
	return p, nil
}

// AddFS is there because excelize wants it; nothing calls it.
func (a *archive) AddFS(fs.FS) error { return fs.ErrInvalid }

// Write packs the next bytes of a part.
func (p *part) Write(data []byte) (int, error) {
	p.sum.Write(data)
	p.size += uint64(len(data))
	return p.flate.Write(data)
}

// end packs what is left of a part. It is idempotent.
func (p *part) end() error {
	if p.flate == nil {
		return nil
	}
	err := p.flate.Close()
	p.flate = nil
	return err
}

// Close writes all parts, the list of their types first: there are readers
// that want it there.
func (a *archive) Close() error {
	const types = "[Content_Types].xml"
	slices.SortFunc(a.parts, func(a, b *part) int {
		switch {
		case a.name == types:
			return -1
		case b.name == types:
			return 1
		}
		return strings.Compare(a.name, b.name)
	})
	out := zip.NewWriter(a.w)
	for _, p := range a.parts {
		if err := p.end(); err != nil {
			return err
		}
		w, err := out.CreateRaw(&zip.FileHeader{Name: p.name, Method: zip.Deflate, CRC32: p.sum.Sum32(),
			CompressedSize64: uint64(p.packed.Len()), UncompressedSize64: p.size})
		if err != nil {
			return err
		}
		if _, err := p.packed.WriteTo(w); err != nil {
			return err
		}
	}
	return out.Close()
}
