package lint

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
)

// checks looks at the custom checks: unknown ones, and those that lack a
// parameter. The compiler tells the columns that no field describes.
func (l *linter) checks(root spot, s *schemas.Schema) {
	if l.customs == nil {
		return
	}
	var names []string
	for _, c := range l.customs {
		names = append(names, c.Names...)
	}
	seen := map[string]bool{}
	for _, check := range root.list("custom_checks") {
		name := check.node.textOf("name")
		if name == "" {
			continue
		}
		if entry := l.cell(check.node); seen[entry] {
			l.add(check, "duplicate-check", "", slots{"name": name})
		} else {
			seen[entry] = true
		}
		i := slices.IndexFunc(l.customs, func(c Custom) bool {
			return slices.ContainsFunc(c.Names, func(known string) bool { return strings.EqualFold(known, name) })
		})
		if i < 0 {
			l.unknownCheck(check, name, names)
			continue
		}
		l.params(check, name, l.customs[i].Columns)
	}
}

// shortestCheck is how long the beginning of a check's name must be to stand
// for it.
const shortestCheck = 5

func (l *linter) unknownCheck(check spot, name string, known []string) {
	where, _ := check.member("name")
	near, reason := nearest(name, known), ""
	for _, k := range known {
		if near == "" && len(name) >= shortestCheck && (strings.HasPrefix(k, name) || strings.HasPrefix(name, k)) {
			near = k
		}
	}
	if near != "" {
		reason = "near"
	}
	l.add(where, "unknown-check", reason, slots{"name": name, "near": near})
}

// params notes the parameters that a check needs and has not.
func (l *linter) params(check spot, name string, needed []string) {
	params, ok := check.member("params")
	if !ok {
		params = check
	}
	for _, param := range needed {
		if _, has := params.member(param); has && ok {
			continue
		}
		near := ""
		for _, m := range params.node.members {
			if ok && !slices.Contains(needed, m.name) && nearest(m.name, []string{param}) != "" {
				near = m.name
			}
		}
		reason := ""
		if near != "" {
			reason = "near"
		}
		l.add(params, "check-parameter", reason, slots{"name": name, "param": param, "near": near})
	}
}
