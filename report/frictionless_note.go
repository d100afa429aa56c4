package report

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// noteOf gives the note of a type that has one. Programs read these, so that
// they are written as Frictionless writes them: with the values of the schema
// as Python shows them.
func noteOf(file *validate.FileResult, f *validate.Finding) string {
	field := fieldOf(file, f.Field)
	switch f.Code {
	case "empty-file":
		return "the source is empty"
	case "type-error":
		if field != nil && field.Type != nil {
			return fmt.Sprintf("type is %q", field.Type.Name+"/"+field.Type.Format)
		}
	case "duplicate-label":
		first := slices.IndexFunc(file.Columns, func(c validate.ColumnResult) bool { return c.Name == f.Value })
		return fmt.Sprintf(`at position "%d"`, first+1)
	case "unique-error", "primary-key":
		if first, ok := f.Arg("first"); ok {
			return "the same as in the row at position " + first
		}
		return `cells composing the primary keys are all "None"`
	case "foreign-key":
		if _, ok := f.Arg("foreign-key"); ok {
			return referenceNote(file, f)
		}
		return ""
	case "array-item":
		name, _ := f.Arg("constraint")
		if field != nil && field.Constraints.Items != nil {
			return "array item " + constraintNote(name, field.Constraints.Items.Has(name))
		}
	}
	if field != nil {
		return constraintNote(constraintOf[f.Code], &field.Constraints)
	}
	return ""
}

// constraintOf names the constraint that a check judges.
var constraintOf = map[string]string{
	"required": "required", "pattern": "pattern", "enum": "enum", "minimum": "minimum", "maximum": "maximum",
	"exclusive-minimum": "exclusiveMinimum", "exclusive-maximum": "exclusiveMaximum",
	"min-length": "minLength", "max-length": "maxLength", "json-schema": "jsonSchema",
}

// constraintNote says a constraint and its value, or "" where there is none.
func constraintNote(name string, k *schemas.Constraints) string {
	value := k.Said(name)
	switch {
	case name == "":
		return ""
	case name == "required":
		value = inPython(true)
	case name == "enum" && k.Enum != nil:
		value = inPython(k.Enum.Items)
	case name == "jsonSchema":
		value = inPython(k.JSONSchema.Document())
	}
	return fmt.Sprintf(`constraint "%s" is "%s"`, name, value)
}

// inPython writes a JSON value as Python shows it.
func inPython(v any) string {
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case json.Number:
		return v.String()
	case string:
		return pythonString(v)
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = inPython(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case map[string]any:
		var items []string
		for name, item := range v {
			items = append(items, pythonString(name)+": "+inPython(item))
		}
		slices.Sort(items)
		return "{" + strings.Join(items, ", ") + "}"
	}
	return fmt.Sprint(v)
}

// pythonString writes a text between single quotes, or double ones where that
// saves an escape.
func pythonString(s string) string {
	quote := '\''
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		quote = '"'
	}
	var b strings.Builder
	b.WriteRune(quote)
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == quote || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	b.WriteRune(quote)
	return b.String()
}

// referenceOf gives what a broken foreign key names.
func referenceOf(file *validate.FileResult, f *validate.Finding) *errorReference {
	out := &errorReference{[]string{}, []string{}, "", []string{}}
	number, _ := f.Arg("foreign-key")
	n, err := strconv.Atoi(number)
	if err != nil || file.Schema == nil || n >= len(file.Schema.ForeignKeys) {
		return out
	}
	key := file.Schema.ForeignKeys[n]
	for _, i := range key.Fields {
		out.FieldNames = append(out.FieldNames, file.Schema.Fields[i].Name)
	}
	values, _ := f.Arg("values")
	if json.Unmarshal([]byte(values), &out.FieldCells) != nil {
		out.FieldCells = []string{}
	}
	out.ReferenceName = key.Resource
	out.ReferenceFieldNames = append(out.ReferenceFieldNames, key.Targets...)
	return out
}

// referenceNote says which values are not to be found where.
func referenceNote(file *validate.FileResult, f *validate.Finding) string {
	ref := referenceOf(file, f)
	values := slices.Clone(ref.FieldCells)
	for i, v := range values {
		if v == "" {
			values[i] = inPython(nil)
		}
	}
	return fmt.Sprintf(`for "%s": values "%s" not found in the lookup table "%s" as "%s"`,
		strings.Join(ref.FieldNames, ", "), strings.Join(values, ", "), ref.ReferenceName, strings.Join(ref.ReferenceFieldNames, ", "))
}

// taskName names a task as Frictionless does: by the name of the resource in
// its Data Package, else by the file's without its extension. A name that
// readers would refuse is written as one that they take.
func taskName(f *validate.File) string {
	path := f.Path
	switch {
	case strings.Trim(f.Resource, nameSigns) != "":
		return plainName(f.Resource)
	case f.Resource != "":
		return f.Resource
	case path == "-":
		return "memory"
	}
	path = path[strings.LastIndexAny(path, `/\`)+1:]
	if dot := strings.LastIndexByte(path, '.'); dot > 0 {
		path = path[:dot]
	}
	return plainName(path)
}

// nameSigns are those that a name may have in Frictionless.
const nameSigns = "-._/0123456789abcdefghijklmnopqrstuvwxyz"

// plainName writes a name with nothing but small letters, digits, -, _ and dots.
func plainName(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' || r == '_':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			gap = false
		case !unicode.Is(unicode.Mn, r):
			gap = true
		}
	}
	if b.Len() == 0 {
		return "name"
	}
	return b.String()
}
