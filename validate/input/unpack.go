package input

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"sync/atomic"

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
	from   *counted // the packed bytes; nil where their number is known
	size   int64    // that number; where from is given, of the whole file, -1 where that is not known
	whole  int64    // bytes once unpacked, as the archive announces them; 0 where it does not
	plain  io.ReadCloser
	packed io.Closer
	out    atomic.Int64
}

// counted counts the bytes that are read.
type counted struct {
	io.Reader
	n atomic.Int64
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.n.Add(int64(n))
	return n, err
}

// A Sizer knows how many bytes it gives; -1 where it does not.
type Sizer interface{ Size() int64 }

// newUnpacker reads what p has packed in r, and closes f in the end.
func newUnpacker(p *packing, r io.Reader, f io.Closer) (*unpacker, error) {
	from := &counted{Reader: r}
	plain, err := p.open(from)
	if err != nil {
		return nil, damaged(err)
	}
	return &unpacker{from: from, size: sizeOf(f), plain: plain, packed: f}, nil
}

// sizeOf is how many bytes a file has, -1 where that is not known.
func sizeOf(f io.Closer) int64 {
	switch f := f.(type) {
	case *os.File:
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	case Sizer:
		return f.Size()
	}
	return -1
}

func (u *unpacker) Read(b []byte) (int, error) {
	n, err := u.plain.Read(b)
	out, in := u.out.Add(int64(n)), u.size
	if u.from != nil {
		in = u.from.n.Load()
	}
	if out > maxUnpacked || out > freeBytes && out/maxRatio > in {
		return n, failure("too-large-unpacked", "Une fois décompressé, le fichier devient démesuré (plus de %d fois sa taille) : il n'est pas lu.",
			"Once unpacked, the file becomes larger than anything sensible (more than %d times its size): it is not read.", maxRatio)
	}
	if err != nil && err != io.EOF {
		err = damaged(err)
	}
	return n, err
}

// Progress is how much of the file was read, from 0 to 1; 0 where its size is
// not known.
func (u *unpacker) Progress() float64 {
	switch {
	case u.from != nil && u.size > 0:
		return min(float64(u.from.n.Load())/float64(u.size), 1)
	case u.from == nil && u.whole > 0:
		return min(float64(u.out.Load())/float64(u.whole), 1)
	}
	return 0
}

// A Progresser knows how much of what it reads was read, from 0 to 1: the bytes
// that are judged do not tell where a file is packed, or in UTF-16. 0 stands
// for what is not known.
type Progresser interface{ Progress() float64 }

// Progress is how much of the file was read, as a Progresser has it.
func (in *csvInput) Progress() float64 {
	switch from := in.closer.(type) {
	case Progresser:
		return from.Progress()
	case *os.File:
		if at, err := from.Seek(0, io.SeekCurrent); err == nil && in.file.Size > 0 {
			return min(float64(at)/float64(in.file.Size), 1)
		}
	}
	return 0
}

// damaged is the failure of an archive that cannot be unpacked to its end.
func damaged(err error) error {
	var known *validate.Failure
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
		var at *fs.PathError
		if errors.As(err, &at) {
			return openFailure(at.Path, err)
		}
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return failure("damaged-archive", "Le fichier compressé s'arrête avant sa fin : téléchargez-le à nouveau, ou refaites-le.",
			"The packed file stops before its end: download it again, or make it anew.")
	}
	return failure("damaged-archive", "Le fichier compressé est abîmé ou incomplet : téléchargez-le à nouveau, ou refaites-le.",
		"The packed file is damaged or incomplete: download it again, or make it anew.")
}

// Close closes what is unpacked and what it comes from.
func (u *unpacker) Close() error { return errors.Join(u.plain.Close(), u.packed.Close()) }

// nestedFailure is the failure of an archive within an archive.
func nestedFailure() *validate.Failure {
	return failure("nested-archive", "Ce fichier compressé en contient un autre qui l'est aussi : décompressez-le d'abord.",
		"This packed file holds another packed file: unpack it first.")
}
