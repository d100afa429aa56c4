package lint

import (
	"errors"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
)

// syntax notes why a document is no JSON.
func (l *linter) syntax(at int) {
	l.report.NotJSON = true
	w := words{say: text.Text{FR: "ce n'est pas du JSON correct.", EN: "it is not valid JSON."}}
	if _, err := schemas.Inspect("", l.data); err != nil {
		w.say = said(err)
	}
	reason := ""
	if text.NotUTF8(l.data) >= 0 {
		reason = "encoding"
	}
	w.hint = rules["json-syntax"].say[reason].hint
	l.addAt(min(at, len(l.data)), "", "json-syntax", w)
}

// said gives the first sentence of a document's error.
func said(err error) text.Text {
	var bad *schemas.DocumentError
	if errors.As(err, &bad) && len(bad.Problems) > 0 {
		return bad.Problems[0].Say
	}
	return text.Text{FR: err.Error(), EN: err.Error()}
}

// schema looks at a schema, which is the document or, within a Data Package,
// part of it. data is what the schema takes of the document.
func (l *linter) schema(root spot, data []byte) {
	in, err := schemas.Inspect("", data)
	if err != nil {
		code, where := "not-a-schema", root
		var bad *schemas.DocumentError
		if errors.As(err, &bad) && bad.Problems[0].Path != "" {
			code, where = "huge-number", root.follow(bad.Problems[0].Path)
		}
		l.addAt(where.node.at, where.pointer, code, words{said(err), rules[code].say[""].hint})
		return
	}
	l.twice(root)
	refused := l.told(root, in)
	s := in.Schema
	switch s.Kind {
	case schemas.Table:
		if root.pointer == "" {
			l.head(root)
		}
		l.members(root, "", documentMembers)
		l.table(root, s, refused)
		l.checks(root, s)
	case schemas.Package:
		for _, r := range root.list("resources") {
			if inner, ok := r.member("schema"); ok && inner.node.kind == '{' {
				l.schema(inner, l.data[inner.node.at:inner.node.end])
			}
		}
	}
}

// twice notes members that an object has twice: readers take the last, or
// refuse the document.
func (l *linter) twice(root spot) {
	type visit struct {
		spot
		depth int
	}
	queue := []visit{{root, 0}}
	for len(queue) > 0 {
		v := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if v.depth > deepest {
			continue
		}
		seen := make(map[string]bool, len(v.node.members))
		for _, m := range v.node.members {
			if seen[m.name] {
				l.addName(v.of(m), "duplicate-member", "", slots{"name": m.name})
			}
			seen[m.name] = true
			if m.value.members != nil || m.value.items != nil {
				queue = append(queue, visit{v.of(m), v.depth + 1})
			}
		}
		for i, item := range v.node.items {
			if item.members != nil || item.items != nil {
				queue = append(queue, visit{v.item(i), v.depth + 1})
			}
		}
	}
}

// deepest is how many lists and objects may be within one another to be looked
// into.
const deepest = 32
