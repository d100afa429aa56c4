package checks

import (
	"slices"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/lazyregexp"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// yearIntervalNames are the names of the check in schema documents: ours, and
// Validata's.
var yearIntervalNames = []string{"year-interval", "year-interval-value"}

var yearInterval = &validate.Check{
	Code:     "year-interval",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Période d'années mal écrite", EN: "Range of years badly written"},
	Why: text.Text{
		FR: "Le schéma attend deux années séparées par une barre oblique, la plus ancienne d'abord, ou, s'il le permet, une seule année.",
		EN: "The schema expects two years with a slash between them, the earlier one first, or, where it allows that, a single year.",
	},
	Mend: text.Text{
		FR: "Écrivez les deux années sur quatre chiffres, comme 2019/2020.",
		EN: "Write both years with four digits, as in 2019/2020.",
	},
	Bad:  "periode\n2019-2020",
	Good: "periode\n2019/2020",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "« {value} » n'est pas une période d'années.", EN: `"{value}" is not a range of years.`},
			Hint: text.Text{FR: "Écrivez deux années et une barre oblique, comme 2019/2020.", EN: "Write two years and a slash, as in 2019/2020."},
		},
		"or-year": {
			Say:  text.Text{FR: "« {value} » n'est ni une année ni une période d'années.", EN: `"{value}" is neither a year nor a range of years.`},
			Hint: text.Text{FR: "Écrivez une année comme 2019, ou deux années et une barre oblique, comme 2019/2020.", EN: "Write a year such as 2019, or two years and a slash, as in 2019/2020."},
		},
		"form": {
			Say: text.Text{FR: "La période « {value} » doit s'écrire avec deux années sur quatre chiffres et une barre oblique, sans espace.", EN: `The range "{value}" must be written as two years of four digits with a slash between them, without spaces.`},
		},
		"form-year": {
			Say: text.Text{FR: "L'année « {value} » doit s'écrire seule, sur quatre chiffres.", EN: `The year "{value}" must stand alone, with four digits.`},
		},
		"year": {
			Say:  text.Text{FR: "« {value} » est une seule année ; on attend ici deux années, comme 2019/2020.", EN: `"{value}" is a single year; two years are expected here, as in 2019/2020.`},
			Hint: text.Text{FR: "Si la période va d'une année à la suivante, écrivez {next} ; sinon, ses deux années.", EN: "If the range goes from one year to the next, write {next}; otherwise its two years."},
		},
		"same": {
			Say:  text.Text{FR: "Les deux années de la période « {value} » sont les mêmes.", EN: `The two years of the range "{value}" are the same.`},
			Hint: text.Text{FR: "La seconde doit suivre la première.", EN: "The second must come after the first."},
		},
		"same-year": {
			Say:  text.Text{FR: "Les deux années de la période « {value} » sont les mêmes.", EN: `The two years of the range "{value}" are the same.`},
			Hint: text.Text{FR: "Pour une seule année, écrivez {year}.", EN: "For a single year, write {year}."},
		},
		"backwards": {
			Say:  text.Text{FR: "La période « {value} » finit avant de commencer : la seconde année doit suivre la première.", EN: `The range "{value}" ends before it begins: the second year must come after the first.`},
			Hint: text.Text{FR: "Si les années sont inversées, écrivez {turned}.", EN: "If the years are swapped, write {turned}."},
		},
	},
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		check := customOn(f, yearIntervalNames)
		if check == nil {
			return nil
		}
		orYear := allowsYear(check)
		return func(p *validate.Pass, c *validate.Cell) {
			if isYearInterval(c.Raw) || orYear && isYear(c.Raw) {
				return
			}
			if finding := p.Fault(c); finding != nil {
				explainYears(finding, string(c.Raw), orYear)
			}
		}
	},
}

// customOn gives the custom check of one of these names that stands on a
// field, or nil.
func customOn(f *schemas.Field, names []string) *schemas.CustomCheck {
	for i := range f.Checks {
		if named(&f.Checks[i], names) {
			return &f.Checks[i]
		}
	}
	return nil
}

// named says whether a custom check has one of these names, whatever the case.
func named(c *schemas.CustomCheck, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(c.Name, name) })
}

// allowsYear says whether the schema lets a year stand alone.
func allowsYear(check *schemas.CustomCheck) bool {
	switch check.Params["allow-year-only"] {
	case "yes", "true", true:
		return true
	}
	return false
}

// isYear says whether b is four digits.
func isYear(b []byte) bool {
	if len(b) != 4 {
		return false
	}
	for _, c := range b {
		if c-'0' > 9 {
			return false
		}
	}
	return true
}

// isYearInterval says whether b is two years, the first before the second.
func isYearInterval(b []byte) bool {
	return len(b) == 9 && b[4] == '/' && isYear(b[:4]) && isYear(b[5:]) && string(b[:4]) < string(b[5:])
}

// looseYears finds two years in what people write for a range: "2019-2020",
// "2019/20", "de 2019 à 2020".
var looseYears = lazyregexp.New(`^\s*(?:[Dd]e\s+)?(\d{4})\s*(?:[-–—_/\\|:;,]|à|a|au|to|et)\s*(\d{4}|\d{2})\s*$`)

// explainYears completes the finding on a wrong range of years.
func explainYears(f *validate.Finding, value string, orYear bool) {
	if orYear {
		f.Because("or-year")
	}
	trimmed := strings.TrimSuffix(strings.TrimSpace(value), ".0")
	if isYear([]byte(trimmed)) {
		if orYear {
			f.Because("form-year").Write(trimmed)
			return
		}
		year, _ := strconv.Atoi(trimmed)
		f.Because("year").With("next", trimmed+"/"+strconv.Itoa(year+1))
		return
	}
	m := looseYears.FindStringSubmatch(value)
	if m == nil {
		return
	}
	first, second := m[1], m[2]
	if len(second) == 2 {
		// 2010/11 may as well be a month.
		if second <= "12" || second <= first[2:] {
			return
		}
		second = first[:2] + second
	}
	switch {
	case first < second:
		f.Because("form").Write(first + "/" + second)
	case first > second:
		f.Because("backwards").With("turned", second+"/"+first)
	case orYear:
		f.Because("same-year").With("year", first)
	default:
		f.Because("same")
	}
}
