package checks

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Numbers of any form are reckoned with as math/big's fractions have it.
func TestDecimalsAreExact(t *testing.T) {
	fields := fieldsFrom(t, `{"fields": [{"name": "a", "type": "number"}, {"name": "b", "type": "number", "decimalChar": ",", "groupChar": "."}]}`)
	plain, other := operandOf(&fields[0]), operandOf(&fields[1])
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		a, b := randomNumber(random), randomNumber(random)
		x, y := rational(t, a), rational(t, b)
		order, ok := byNumber(&plain, &other, []byte(a), []byte(strings.Replace(b, ".", ",", 1)))
		if !ok || order != x.Cmp(y) {
			t.Fatalf("%s and %s: %d, %t", a, b, order, ok)
		}
		m, okA := exactRat(&plain, a)
		n, okB := exactRat(&other, strings.Replace(b, ".", ",", 1))
		if !okA || !okB || rational(t, m.plus(n).String()).Cmp(x.Add(x, y)) != 0 {
			t.Fatalf("%s and %s: %v", a, b, m.plus(n))
		}
	}
}

// exactly reads a number by the short way where there is one, else by the long.
func exactRat(o *operand, text string) (decimal, bool) {
	if m, ok := o.micros([]byte(text)); ok {
		return decimal{big.NewInt(m), decimalDigits}, true
	}
	return o.exact([]byte(text))
}

func rational(t *testing.T, text string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("%q is no number", text)
	}
	return r
}

func randomNumber(random *rand.Rand) string {
	sign := []string{"", "-", "+"}[random.IntN(3)]
	whole := fmt.Sprint(random.Int64N([]int64{10, 1000, 1e12, 1e18}[random.IntN(4)]))
	switch random.IntN(4) {
	case 0:
		return sign + whole
	case 1:
		return sign + whole + "." + fmt.Sprintf("%0*d", 1+random.IntN(9), random.IntN(10))
	case 2:
		return sign + whole + fmt.Sprintf(".%de%d", random.IntN(1000), random.IntN(40)-20)
	}
	return sign + "0." + fmt.Sprintf("%0*d", 1+random.IntN(12), random.IntN(10))
}

func TestDecimalString(t *testing.T) {
	for _, tt := range []struct {
		units int64
		scale int
		want  string
	}{
		{0, 0, "0"}, {0, 6, "0"}, {0, -3, "0"}, {5, 0, "5"}, {-5, 1, "-0.5"}, {1500, 3, "1.5"}, {1000, 3, "1"}, {12, -3, "12000"}, {-1, 6, "-0.000001"},
	} {
		if diff := cmp.Diff(tt.want, decimal{big.NewInt(tt.units), tt.scale}.String()); diff != "" {
			t.Error(diff)
		}
	}
}

// Where a number has no exact value within reach, that is said.
func TestDecimalsOutOfReach(t *testing.T) {
	o := operandOf(&fieldsFrom(t, `{"fields": [{"name": "a", "type": "number"}]}`)[0])
	for _, text := range []string{"NaN", "INF", "1e10001", "1e-10001", "1e999999999999999999", strings.Repeat("1", mostDigits+1)} {
		if d, ok := o.exact([]byte(text)); ok {
			t.Errorf("%.20s is %.20s", text, d.String())
		}
	}
}
