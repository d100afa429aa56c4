package checks

import (
	"bytes"
	"math/big"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/types"
)

// plainNumber reads numbers without a schema's own signs: a text's, a year's.
var plainNumber = func() *types.Type {
	t, _, err := types.Compile(types.Spec{Type: "number"})
	if err != nil {
		panic(err)
	}
	return t
}()

// An operand is a field whose cells are reckoned with.
type operand struct {
	field   *schemas.Field
	numeral *types.Type // reads the cells as numbers
	plain   bool        // digits and a point mean what they mean in plainNumber
}

func operandOf(f *schemas.Field) operand {
	o := operand{field: f, numeral: plainNumber}
	if f.Type.Name == "number" || f.Type.Name == "integer" {
		o.numeral = f.Type
	}
	point := []byte("1.5")
	o.plain = !o.numeral.Valid(point) || o.means(point, point)
	return o
}

// means says whether a cell is the number that plainNumber reads in a text.
func (o *operand) means(raw, plain []byte) bool {
	a, okA := o.numeral.Key(nil, raw)
	b, okB := plainNumber.Key(nil, plain)
	return okA && okB && bytes.Equal(a, b)
}

// The reach of micros: whole parts of twelve digits and six decimals.
const (
	wholeDigits   = 12
	decimalDigits = 6
)

// micros gives a cell's number in millionths, where it is written in plain
// digits and fits: that is all numbers but the oddest.
func (o *operand) micros(raw []byte) (value int64, ok bool) {
	negative := len(raw) > 0 && raw[0] == '-'
	if negative {
		raw = raw[1:]
	}
	whole, decimals, pointed := raw, []byte(nil), false
	if i := bytes.IndexByte(raw, '.'); i >= 0 {
		whole, decimals, pointed = raw[:i], raw[i+1:], true
	}
	if !o.plain || len(whole) == 0 || len(whole) > wholeDigits || len(decimals) > decimalDigits || pointed && len(decimals) == 0 {
		return 0, false
	}
	for _, part := range [...][]byte{whole, decimals} {
		for _, c := range part {
			if c-'0' > 9 {
				return 0, false
			}
			value = value*10 + int64(c-'0')
		}
	}
	for range decimalDigits - len(decimals) {
		value *= 10
	}
	if negative {
		value = -value
	}
	return value, true
}

// A decimal is an exact number: units × 10^-scale.
type decimal struct {
	units *big.Int
	scale int
}

// mostDigits bounds the numbers that are reckoned with exactly, as they stand
// or written out.
const mostDigits = 10_000

// exact reads a cell that micros does not. ok is false for what is no finite
// number or exceeds mostDigits.
func (o *operand) exact(raw []byte) (d decimal, ok bool) {
	if len(raw) > mostDigits {
		return d, false
	}
	for _, kept := range []string{"+-eE", "+-"} {
		for _, point := range []rune{'.', ',', -1} {
			if text := respelt(raw, kept, point); o.means(raw, []byte(text)) {
				return readDecimal(text)
			}
		}
	}
	return d, false
}

// respelt writes a number with a point for its decimal sign, and leaves out all
// but digits and the signs that are kept. Whether that is the number, the
// field's type decides.
func respelt(raw []byte, kept string, point rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9', strings.ContainsRune(kept, r):
			return r
		case r == point:
			return '.'
		}
		return -1
	}, string(raw))
}

// readDecimal reads a number with a point, and an exponent perhaps.
func readDecimal(text string) (d decimal, ok bool) {
	mantissa, power := text, 0
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		var err error
		if power, err = strconv.Atoi(text[i+1:]); err != nil || power < -mostDigits || power > mostDigits {
			return d, false
		}
		mantissa = text[:i]
	}
	whole, decimals, _ := strings.Cut(mantissa, ".")
	d.units, ok = new(big.Int).SetString(whole+decimals, 10)
	d.scale = len(decimals) - power
	return d, ok
}

// plus adds two numbers.
func (d decimal) plus(e decimal) decimal {
	if d.scale < e.scale {
		d, e = e, d
	}
	shifted := new(big.Int).Mul(e.units, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d.scale-e.scale)), nil))
	return decimal{shifted.Add(shifted, d.units), d.scale}
}

// equals says whether two numbers are the same.
func (d decimal) equals(e decimal) bool {
	return d.plus(decimal{new(big.Int).Neg(e.units), e.scale}).units.Sign() == 0
}

// String writes the number in plain digits, with a point and no zeros at the end.
func (d decimal) String() string {
	digits, sign := new(big.Int).Abs(d.units).String(), ""
	if d.units.Sign() < 0 {
		sign = "-"
	}
	if d.scale <= 0 {
		if d.units.Sign() == 0 {
			return "0"
		}
		return sign + digits + strings.Repeat("0", -d.scale)
	}
	digits = strings.Repeat("0", max(d.scale+1-len(digits), 0)) + digits
	point := len(digits) - d.scale
	return sign + strings.TrimRight(strings.TrimRight(digits[:point]+"."+digits[point:], "0"), ".")
}
