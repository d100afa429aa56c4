package input

import (
	"bytes"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/socle-commun/socle/validate"
)

// Limits of what is unpacked: files come from strangers. A table of one value
// repeated is packed to a thousandth, real ones to a tenth.
const (
	maxUnpacked = 64 << 30 // bytes of one file
	maxRatio    = 300      // unpacked to packed bytes, beyond freely unpacked ones
	freeBytes   = 32 << 20
	maxWindow   = 128 << 20 // what zstd may remember, in bytes
)

// A packing is a way in which one file is packed.
type packing struct {
	name  string // as reports show it
	magic string // its first bytes
	open  func(io.Reader) (io.ReadCloser, error)
}

var packings = []packing{
	{"gzip", "\x1f\x8b", func(r io.Reader) (io.ReadCloser, error) { return gzip.NewReader(r) }},
	{"zstd", "\x28\xb5\x2f\xfd", func(r io.Reader) (io.ReadCloser, error) {
		z, err := zstd.NewReader(r, zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}},
}

// packingOf tells how a file is packed by its first bytes, or gives nil.
func packingOf(sample []byte) *packing {
	for i := range packings {
		if bytes.HasPrefix(sample, []byte(packings[i].magic)) {
			return &packings[i]
		}
	}
	return nil
}

// An unpacker reads what is packed, and refuses what grows beyond measure.
type unpacker struct {
	from   *counted
	plain  io.ReadCloser
	packed io.Closer
	out    int64
}

// counted counts the bytes that are read.
type counted struct {
	io.Reader
	n int64
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.n += int64(n)
	return n, err
}

// newUnpacker reads what p has packed in r, and closes f in the end.
func newUnpacker(p *packing, r io.Reader, f io.Closer) (*unpacker, error) {
	from := &counted{Reader: r}
	plain, err := p.open(from)
	if err != nil {
		return nil, damaged(err)
	}
	return &unpacker{from: from, plain: plain, packed: f}, nil
}

func (u *unpacker) Read(b []byte) (int, error) {
	n, err := u.plain.Read(b)
	u.out += int64(n)
	if u.out > maxUnpacked || u.out > freeBytes && u.out/maxRatio > u.from.n {
		return n, failure("too-large-unpacked", "Une fois décompressé, le fichier devient démesuré (plus de %d fois sa taille) : il n'est pas lu.",
			"Once unpacked, the file becomes larger than anything sensible (more than %d times its size): it is not read.", maxRatio)
	}
	if err != nil && err != io.EOF {
		err = damaged(err)
	}
	return n, err
}

// damaged is the failure of an archive that cannot be unpacked to its end.
func damaged(err error) error {
	var known *validate.Failure
	if errors.As(err, &known) {
		return known
	}
	return failure("damaged-archive", "L'archive est abîmée ou incomplète (%v).", "The archive is damaged or incomplete (%v).", err)
}

// Close closes what is unpacked and what it comes from.
func (u *unpacker) Close() error { return errors.Join(u.plain.Close(), u.packed.Close()) }

// nestedFailure is the failure of an archive within an archive.
func nestedFailure() *validate.Failure {
	return failure("nested-archive", "Ce fichier compressé en contient un autre qui l'est aussi : décompressez-le d'abord.",
		"This packed file holds another packed file: unpack it first.")
}
