package checks

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/jsonschema"
)

// tellBeside judges what a file has beside its items, and whether it has any of
// the lists that the schema describes.
func tellBeside(p *validate.Pass, s *schemas.Schema, judge *jsonschema.Schema, file *validate.File) {
	list := judge.Lists()[0]
	if file.Beside == nil || list.Single || len(list.Path) == 0 {
		return
	}
	doc := file.Beside()
	if !doc.Ended { // that is told
		return
	}
	known := slices.ContainsFunc(doc.Lists, func(name string) bool { return judge.List(name) != nil })
	if !known && file.Layout == "object" {
		p.FileFault(validate.None, -1, -1).Because("within").With("name", listNames(judge))
	}
	if !doc.Whole {
		p.FileFault(validate.None, -1, -1).Because("long")
		return
	}
	var lists [][]string
	for _, name := range doc.Lists {
		if l := judge.List(name); l != nil {
			lists = append(lists, l.Path)
		}
	}
	var members []jsonschema.Member
	for _, m := range doc.Members {
		members = append(members, jsonschema.Member{Path: m.Path, Raw: m.Raw})
	}
	judge.Envelope(lists, members, func(member int, fault *jsonschema.Fault) {
		if !known && slices.ContainsFunc(judge.Lists(), func(l *jsonschema.List) bool { return strings.HasPrefix(l.Name()+".", fault.Place+".") }) {
			return // the list is not there: that is told
		}
		var m *validate.Member
		if member >= 0 {
			m = &doc.Members[member]
		}
		tellMember(p, s, m, fault)
	})
}

// listNames names the lists of items that a schema describes.
func listNames(judge *jsonschema.Schema) string {
	var names []string
	for _, l := range judge.Lists() {
		names = append(names, l.Name())
	}
	return strings.Join(names, ", ")
}

// tellMember makes a finding of a fault of a member, nil for the document itself.
func tellMember(p *validate.Pass, s *schemas.Schema, m *validate.Member, fault *jsonschema.Fault) {
	f := p.FileFault(validate.None, -1, -1)
	if f == nil {
		return
	}
	var raw []byte
	if m != nil {
		raw = m.Raw
		f.Pos = (&validate.Row{Pos: m.At, Record: raw, Inner: validate.Lines(raw)}).At(fault.At)
	}
	place, placeEN, example := fault.Place, fault.Place, ""
	if place == "" {
		place, placeEN = "(tout)", "(all of it)"
	}
	if fault.Property >= 0 {
		example = s.Properties[fault.Property].Example
	}
	f.With("place", place).With("place-en", placeEN).With("example", example)
	j := jsonFault{fault, s, raw, jsonText(raw[fault.At:fault.End]), f}
	f.Value = validate.Clip([]byte(j.value))
	switch fault.Keyword {
	case jsonschema.Required, jsonschema.Dependencies:
		f.Value = ""
		f.Because("absent")
	case jsonschema.Type:
		j.tellType()
		f.Because("kind").Fix = ""
	case jsonschema.AdditionalMembers, jsonschema.PropertyNames:
		f.Value = ""
		f.Because("extra")
	case jsonschema.Enum, jsonschema.Const:
		f.Because("other-value")
		j.withList("names", fault.Allowed)
	default:
		f.Because("beside")
	}
}
