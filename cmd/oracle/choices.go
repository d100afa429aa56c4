package main

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
)

// peerLimit is how many errors the peer lists before it stops reading.
const peerLimit = 1000

// caseChoices are about what was asked of the peer, or what it made of it.
var caseChoices = []choice{
	{"the peer crashes over what is no list, no key or no value of the schema, which socle tells",
		func(e *evidence, d difference) bool { return e.Crash != "" && d.Ours && ofSchema(d.fault) }},
	{"the peer crashes, and socle finds nothing amiss or remarks the schema",
		func(e *evidence, d difference) bool { return e.Crash != "" && d.Type == "crash" }},
	{"the peer crashes over values that Python cannot hash or compare, or over a pattern, and socle judges them",
		func(e *evidence, d difference) bool { return e.Crash != "" && d.Ours && crashedOver(e.Crash, d.Code) }},
	{"socle has no checklists: what is judged is what the schema asks for, and --fail-on and severities sort it",
		func(e *evidence, d difference) bool { return e.Options.Checklist != "" }},
	{"socle judges a file to its end",
		func(e *evidence, d difference) bool {
			return e.Options.LimitRows > 0 && d.Ours && d.Row > e.Options.LimitRows
		}},
	{"the peer stops at its thousandth error, and socle goes on counting",
		func(e *evidence, d difference) bool {
			return len(e.Errors) >= peerLimit && (d.Ours && d.Row >= lastRow(e.Errors) || !d.Ours && d.Row >= lastRow(e.ours))
		}},
	{"a strict reading asks for commas, unless a dialect says otherwise",
		func(e *evidence, d difference) bool { return d.Ours && d.Code == "delimiter" }},
	{"a strict reading asks for UTF-8",
		func(e *evidence, d difference) bool { return d.Ours && d.Code == "encoding" }},
	{"socle names each cell that cannot be decoded and judges the rest; the peer stops at the first, or guesses another encoding",
		func(e *evidence, d difference) bool {
			return e.names("encoding-error", 0) || d.Type == "encoding-error" && e.names("encoding", 0)
		}},
	{"with nothing declared, each finds the header by its own lights",
		func(e *evidence, d difference) bool {
			return e.Mode == "auto" && e.Labels != nil && e.file.File.HeaderRow > 0 && !slices.Equal(trimmed(e.Labels), e.file.File.Labels)
		}},
	{"the file is no table of text: socle says what it is, and judges nothing",
		func(e *evidence, d difference) bool {
			return e.file.Failure != nil && e.file.Failure.Code == "not-a-table"
		}},
	{"a file of nothing but blanks is empty",
		func(e *evidence, d difference) bool { return e.names("empty-file", 0) }},
	{"a header row that is blank names no column, which socle tells; the peer goes on without a header",
		func(e *evidence, d difference) bool { return e.file.File.HeaderRow > 0 && isBlank(e.file.File.Labels) }},
	{"the table that a key refers to is not given, and the peer judged nothing else",
		func(e *evidence, d difference) bool { return d.Ours && d.Row > 0 && e.peerNames("resource-error", "") }},
}

// schemaChoices are about schema documents.
var schemaChoices = []choice{
	{"both refuse the schema, and count its faults each in its own way",
		func(e *evidence, d difference) bool { return ofSchema(d.fault) && e.peerRefuses() && e.weRefuse() }},
	{"an example is for people: socle shows it where it keeps to the field's rules, and goes without it otherwise",
		func(e *evidence, d difference) bool { return refuses(d, "example value ") }},
	{"socle remarks a constraint that the type does not have, or that it does not know, and judges the data",
		func(e *evidence, d difference) bool { return refuses(d, `constraint "`, "is not supported by type") }},
	{"socle remarks a constraint that stands outside of constraints, and judges the data",
		func(e *evidence, d difference) bool { return refuses(d, "should be set as \"constraints.") }},
	{"the form of a schema's name is the peer's own rule: Table Schema has none",
		func(e *evidence, d difference) bool { return refuses(d, "at property 'name'") }},
	{"socle remarks a format that the type does not have, and judges the data",
		func(e *evidence, d difference) bool { return refuses(d, "at property 'format'") }},
	{"list is a type of Table Schema 2",
		func(e *evidence, d difference) bool { return refuses(d, `field type "list"`) }},
	{"a byte order mark before a document does no harm",
		func(e *evidence, d difference) bool { return refuses(d, "UTF-8 BOM") }},
	{"missing values may be given in both forms side by side",
		func(e *evidence, d difference) bool { return refuses(d, "at property 'missingValues") }},
	{"Table Schema 2 was published with fieldsMatch as a list of one word: both forms are read",
		func(e *evidence, d difference) bool { return refuses(d, "at property 'fieldsMatch'") }},
	{"the peer refused the schema and judged no data",
		func(e *evidence, d difference) bool {
			return d.Ours && !ofSchema(d.fault) && e.peerRefuses() && !e.weRefuse()
		}},
	{"a schema with which nothing, or nothing as meant, could be judged is refused at once: it has no field or a nameless one, a bound or a value that is none of its type, signs or a format that no cell could be read with, a key of an unknown field, or is not JSON",
		func(e *evidence, d difference) bool {
			return e.weRefuse() && !e.peerRefuses() && !slices.ContainsFunc(e.file.Failure.Problems, func(p schemas.Problem) bool { return !unusable(p) })
		}},
	{"uniqueKeys is of Table Schema 2, which the peer does not judge",
		func(e *evidence, d difference) bool {
			return d.Ours && d.Type == "unique-error" && len(e.schema().UniqueKeys) > 0
		}},
	{"the peer does not judge exclusiveMinimum, exclusiveMaximum, jsonSchema and categories, which are of Table Schema 2",
		func(e *evidence, d difference) bool {
			return d.Ours && slices.Contains([]string{"exclusive-minimum", "exclusive-maximum", "json-schema"}, d.Code) ||
				d.Ours && d.Code == "enum" && !strings.Contains(string(e.schema().Document), `"enum"`)
		}},
}

// refuses says whether the difference is a refusal of the peer's whose note
// has all these parts.
func refuses(d difference, parts ...string) bool {
	for _, part := range parts {
		if !strings.Contains(d.Note, part) {
			return false
		}
	}
	return !d.Ours && ofSchema(d.fault)
}

func trimmed(labels []string) []string {
	out := make([]string, len(labels))
	for i, l := range labels {
		out[i] = strings.TrimSpace(l)
	}
	return out
}

// unusable says whether a problem is one of those of which the peer says
// nothing, or that it meets at each cell.
func unusable(p schemas.Problem) bool {
	return p.Path == "fields" || strings.Contains(p.Path, ".constraints.") || strings.HasSuffix(p.Path, ".name") ||
		strings.HasSuffix(p.Path, "Char") || strings.HasPrefix(p.Path, "foreignKeys[") ||
		strings.HasPrefix(p.Path, "uniqueKeys") || strings.Contains(p.Path, ".categories") ||
		strings.Contains(p.Say.EN, "is not a format of the type") || strings.Contains(p.Say.EN, "no number can be written") ||
		strings.Contains(p.Say.EN, "not valid JSON")
}

func isBlank(labels []string) bool {
	return !slices.ContainsFunc(labels, func(l string) bool { return l != "" })
}

// crashedOver says whether a crash of the peer's is of what a check judges.
func crashedOver(crash, code string) bool {
	over := func(sign string, codes ...string) bool {
		return strings.Contains(crash, sign) && slices.Contains(codes, code)
	}
	return over("unhashable type", "primary-key", "unique-error") ||
		over("can't compare", "minimum", "maximum") || over("not supported between", "minimum", "maximum") ||
		over("global flags", "pattern") || over("bad escape", "pattern")
}
