package sheet

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"sync/atomic"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// Limits of what is read: workbooks come from strangers. Those that people
// make are packed to a tenth, or to a fiftieth where their rows are alike.
const (
	maxRows    = 1 << 20   // as spreadsheet programs have them
	maxColumns = 1 << 14   // likewise
	maxSheets  = 1000      // that are listed
	maxProbed  = 100       // that are looked at to choose one
	maxPart    = 16 << 30  // bytes of one part, unpacked
	maxRatio   = 300       // bytes unpacked or written to packed ones, beyond free ones
	freeBytes  = 64 << 20  // that no ratio is asked of
	maxStrings = 192 << 20 // bytes of the shared strings, which are held in memory
	maxParts   = 100000    // files in the archive
)

// failure makes a Failure from sentences with the same values in the same order.
func failure(code, fr, en string, args ...any) *validate.Failure {
	return &validate.Failure{Code: code, Say: text.Text{FR: fmt.Sprintf(fr, args...), EN: fmt.Sprintf(en, args...)}}
}

// damaged is the failure of a workbook that cannot be read to its end.
func damaged(err error) *validate.Failure {
	var known *validate.Failure
	if errors.As(err, &known) {
		return known
	}
	return failure("damaged-workbook", "Ce classeur est abîmé ou incomplet : ouvrez-le dans votre tableur, enregistrez-le à nouveau, puis recommencez.",
		"This workbook is damaged or incomplete: open it in your spreadsheet program, save it again, then start anew.")
}

func tooLarge() *validate.Failure {
	return failure("too-large-unpacked", "Une fois décompressé, ce classeur devient démesuré (plus de %d fois sa taille) : il n'est pas lu.",
		"Once unpacked, this workbook becomes larger than anything sensible (more than %d times its size): it is not read.", maxRatio)
}

func tooManyCells() *validate.Failure {
	return failure("too-many-cells", "La feuille a plus de %d lignes ou de %d colonnes : aucun tableur n'en ouvre autant, elle n'est pas lue.",
		"The sheet has more than %d rows or %d columns: no spreadsheet program opens as many, it is not read.", maxRows, maxColumns)
}

// A ration is how many bytes may come out of a workbook of some size.
type ration struct{ packed, out int64 }

// take counts bytes, and says whether they are too many.
func (r *ration) take(n int) bool {
	r.out += int64(n)
	return r.out > maxPart || r.out > freeBytes && r.out/maxRatio > r.packed
}

// A part is a file of a workbook that is being read.
type part struct {
	io.ReadCloser
	ration ration
	whole  uint64 // bytes, as the archive announces them
	read   atomic.Int64
}

// openPart opens a file of the archive; nil where there is none of that name.
func openPart(z *zip.Reader, name string) (*part, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		if f.Flags&1 != 0 {
			return nil, protected()
		}
		r, err := f.Open()
		if err != nil {
			return nil, damaged(err)
		}
		return &part{ReadCloser: r, ration: ration{packed: int64(f.CompressedSize64)}, whole: f.UncompressedSize64}, nil
	}
	return nil, nil
}

// Read reads the unpacked bytes, and refuses what grows beyond measure.
func (p *part) Read(b []byte) (int, error) {
	n, err := p.ReadCloser.Read(b)
	p.read.Add(int64(n))
	if p.ration.take(n) {
		return 0, tooLarge()
	}
	return n, err
}
