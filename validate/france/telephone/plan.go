package telephone

import (
	_ "embed"
	"math/bits"
	"strconv"
	"strings"
	"sync"

	"github.com/socle-commun/socle/schemas/lazyregexp"
)

//go:embed plans.txt
var plans string

// A plan is what is known of the numbers with one country calling code.
type plan struct {
	code    string
	regions []*region // the main one first
	formats []format
}

// A region is a country or a part of one, or a service of all countries.
type region struct {
	id        string
	starts    *expression // or nil
	prefix    *expression // or nil
	transform string
	number    description
	local     lengths
	kinds     []description
	short     *description // or nil, as is code
	code      *description
}

// A description is what numbers of some kind look like.
type description struct {
	lengths lengths // none where those of all numbers count
	form    *expression
}

// matches says whether a national number is as described.
func (d *description) matches(national string) bool {
	return (d.lengths == 0 || d.lengths.has(len(national))) && d.form.matches(national)
}

// A format is how numbers are written internationally, after their code.
type format struct {
	form, starts *expression // starts may be nil
	write        string
}

// lengths are numbers of digits, a bit each.
type lengths uint32

func (l lengths) has(n int) bool { return n < 32 && l&(1<<n) != 0 }
func (l lengths) most() int      { return bits.Len32(uint32(l)) - 1 }

// An expression is what a plan has dozens of, of which most numbers need two or
// three.
type expression struct {
	whole lazyregexp.Regexp // matches nothing less than the text
	start lazyregexp.Regexp // matches the start of the text
}

func newExpression(source string) *expression {
	return &expression{lazyregexp.New("^(?:" + source + ")$"), lazyregexp.New("^(?:" + source + ")")}
}

func (e *expression) matches(s string) bool { return e.whole.MatchString(s) }

// known has the plans that were asked for, by country calling code.
var known sync.Map

// planOf gives the plan of a country calling code, or nil.
func planOf(code string) *plan {
	if p, ok := known.Load(code); ok {
		return p.(*plan)
	}
	_, block, ok := strings.Cut(plans, "\n="+code+"\n")
	if !ok {
		return nil
	}
	block, _, _ = strings.Cut(block, "\n=")
	p, _ := known.LoadOrStore(code, readPlan(code, block))
	return p.(*plan)
}

func readPlan(code, block string) *plan {
	p := &plan{code: code}
	var r *region
	for line := range strings.SplitSeq(block, "\n") {
		word, rest, _ := strings.Cut(line, "\t")
		fields := strings.Split(rest, "\t")
		switch word {
		case "region":
			r = &region{id: fields[0]}
			p.regions = append(p.regions, r)
		case "starts":
			r.starts = newExpression(fields[0])
		case "prefix":
			r.prefix, r.transform = newExpression(fields[0]), fields[1]
		case "number":
			r.number, r.local = description{readLengths(fields[0]), newExpression(fields[2])}, readLengths(fields[1])
		case "kind":
			r.kinds = append(r.kinds, *readDescription(fields))
		case "short":
			r.short = readDescription(fields)
		case "code":
			r.code = readDescription(fields)
		case "format":
			f := format{form: newExpression(fields[0]), write: fields[2]}
			if fields[1] != "" {
				f.starts = newExpression(fields[1])
			}
			p.formats = append(p.formats, f)
		}
	}
	return p
}

func readDescription(fields []string) *description {
	return &description{readLengths(fields[0]), newExpression(fields[1])}
}

func readLengths(written string) (l lengths) {
	for digits := range strings.SplitSeq(written, " ") {
		if n, err := strconv.Atoi(digits); err == nil {
			l |= 1 << n
		}
	}
	return l
}
