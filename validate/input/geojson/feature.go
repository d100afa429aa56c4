package geojson

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
)

// feature reads the feature at p.i.
func (p *parser) feature() bool {
	from := p.i
	if !p.object(1, (*parser).member) {
		return false
	}
	r := &p.record
	if !r.typed || string(r.typ) != "Feature" {
		p.note(validate.FaultNoFeature, from, valid8(r.typ))
		if isShape(r.typ) && r.has&hasGeometry == 0 {
			r.geometry, r.has = span{from, p.i}, r.has|hasGeometry|hasProperties
		}
		if r.has&(hasGeometry|hasProperties) == 0 {
			return true // the type says enough
		}
	}
	if r.has&hasProperties == 0 {
		p.note(validate.FaultNoProperties, from, "")
	}
	if r.stray != "" && string(r.typ) == "Feature" {
		p.note(validate.FaultMisplaced, r.strayAt, r.stray)
	}
	if r.idKind != "" {
		p.note(validate.FaultFeatureID, r.id.from, r.idKind)
	}
	if r.has&hasGeometry == 0 {
		p.note(validate.FaultNoGeometry, from, "")
	}
	return true
}

// isShape says whether a type is that of a geometry.
func isShape(typ []byte) bool {
	for k := geometry.Point; k <= geometry.GeometryCollection; k++ {
		if k.String() == string(typ) {
			return true
		}
	}
	return false
}

// member reads the value of one of a feature's members.
func (p *parser) member(name []byte, at, depth int) bool {
	r, from := &p.record, p.i
	switch string(name) {
	case "type":
		p.once(hasType, "type", at)
		r.typ, r.typed = nil, false
		if p.b[p.i] == '"' {
			var ok bool
			r.typ, ok = p.str()
			r.typed = true
			return ok
		}
		return p.skip(depth)
	case "geometry":
		p.once(hasGeometry, "geometry", at)
		ok := p.skip(depth)
		r.geometry, r.cut = span{from, p.i}, !ok
		return ok
	case "properties":
		if p.once(hasProperties, "properties", at) {
			p.forget()
		}
		return p.properties(depth)
	case "id":
		p.once(hasID, "id", at)
		ok := p.skip(depth)
		r.id, r.idKind = span{from, p.i}, idKind(p.b[from])
		return ok
	case "bbox":
		p.once(hasBBox, "bbox", at)
		ok := p.skip(depth)
		r.bbox = span{from, p.i}
		return ok
	}
	if r.stray == "" {
		r.stray, r.strayAt = kept(name), at
	}
	if p.members.twice(name) {
		p.note(validate.FaultJSONDuplicate, at, string(name))
	}
	return p.skip(depth)
}

// kept gives the name of a member that RFC 7946, section 7.1, keeps for a geometry
// or a collection, "" for any other.
func kept(name []byte) string {
	switch string(name) {
	case "coordinates":
		return "coordinates"
	case "geometries":
		return "geometries"
	case "features":
		return "features"
	}
	return ""
}

// idKind names what begins with c, "" where it may be an id (RFC 7946, section
// 3.2) or is no JSON at all.
func idKind(c byte) string {
	if c == '{' {
		return "object"
	}
	switch kind := kindWord(c); kind {
	case "array", "boolean", "null":
		return kind
	}
	return ""
}

// once notes a member of a feature that stands there again, and says so.
func (p *parser) once(bit uint8, name string, at int) (again bool) {
	again = p.record.has&bit != 0
	if again {
		p.note(validate.FaultJSONDuplicate, at, name)
	}
	p.record.has |= bit
	return again
}

// forget empties the cells: the last "properties" of a feature count.
func (p *parser) forget() {
	for c := range p.cells {
		p.cells[c] = validate.Cell{Column: c}
		p.filled[c] = 0
	}
	p.last = -1
	p.names.clear()
}

// properties reads the value of a feature's "properties".
func (p *parser) properties(depth int) bool {
	switch c := p.b[p.i]; {
	case c == '{':
		p.record.read |= hasProperties
		return p.object(depth+1, (*parser).property)
	case c == 'n' && bytes.HasPrefix(p.b[p.i:p.end], []byte("null")):
		p.record.read |= hasProperties
		p.note(validate.FaultPropertiesEmpty, p.i, "")
	default:
		p.note(validate.FaultNoProperties, p.i, kindWord(c))
	}
	return p.skip(depth)
}

// property reads the value of a property into its cell.
func (p *parser) property(name []byte, at, depth int) bool {
	column := p.columnOf(name)
	if column < 0 {
		if p.names.twice(name) {
			p.note(validate.FaultJSONDuplicate, at, string(name))
		}
		p.miss(name)
		return p.skip(depth)
	}
	if p.filled[column] == p.item {
		p.note(validate.FaultJSONDuplicate, at, string(name))
	}
	p.filled[column] = p.item
	p.guess, p.last = column+1, max(p.last, column)
	cell := &p.cells[column]
	ok := p.cell(cell, depth)
	if p.foreign {
		p.foreign = false
		p.faults = append(p.faults, validate.Fault{Kind: validate.FaultEncoding, Column: column, At: cell.Start})
	}
	if !ok {
		p.last = min(p.last, column-1)
	}
	return ok
}

// columnOf finds the column of a property, -1 for none. Mostly it is the one
// behind that of the property before.
func (p *parser) columnOf(name []byte) int {
	keys := p.columns.keys
	if p.guess < len(keys) && keys[p.guess] == string(name) {
		return p.guess
	}
	if p.last < 0 && len(keys) > 0 && keys[0] == string(name) {
		return 0
	}
	if column, ok := p.columns.byName[string(name)]; ok {
		return column
	}
	if p.columns.learning {
		return p.learn(name)
	}
	return -1
}

// cell reads a value into a cell.
func (p *parser) cell(cell *validate.Cell, depth int) bool {
	cell.Start = p.i - p.base
	cell.Raw, cell.JSON = nil, validate.JSONNull
	from := p.i
	switch c := p.b[p.i]; {
	case c == '"' || c == '\'':
		text, ok := p.quoted(c)
		if ok {
			cell.Raw, cell.JSON = text, validate.JSONString
		}
		return ok
	case digit[c] || c == '-':
		ok := p.number()
		if ok {
			comma := p.i
			cell.Raw, cell.JSON = p.b[from:p.i], validate.JSONNumber
			if p.decimals(from) {
				cell.Raw = p.join("", p.b[from:comma], ".", p.b[comma+1:p.i], "")
			}
		}
		return ok
	case c == '{' || c == '[':
		ok := p.skip(depth)
		if ok {
			cell.Raw, cell.JSON = p.b[from:p.i], validate.JSONObject
			if c == '[' {
				cell.JSON = validate.JSONArray
			}
			if !p.text8 {
				cell.Raw = p.decode(cell.Raw)
			}
		}
		return ok
	}
	literal, ok := p.word()
	if !ok {
		return false
	}
	cell.Raw, cell.JSON = p.b[from:p.i], validate.JSONBool
	switch {
	case literal && cell.Raw[0] == 'n':
		cell.Raw, cell.JSON = nil, validate.JSONNull
	case !literal:
		if cell.JSON = validate.JSONString; isNumberish(cell.Raw) {
			cell.JSON = validate.JSONNumber
		}
		if !p.text8 {
			cell.Raw = p.decode(cell.Raw)
		}
	}
	return true
}

// quoted reads a string in either quotes.
func (p *parser) quoted(c byte) (text []byte, ok bool) {
	if c == '"' {
		return p.str()
	}
	text, ok = p.apostrophes()
	if ok && !p.text8 {
		text = p.decode(text)
	}
	return text, ok
}

// decimals moves over a comma and the decimals behind it, if these belong to the
// number before.
func (p *parser) decimals(from int) bool {
	i := p.i + 1
	if !p.lenient || i >= p.end || p.b[p.i] != ',' || !digit[p.b[i]] {
		return false
	}
	for i < p.end && digit[p.b[i]] {
		i++
	}
	if i < p.end && follows[p.b[i]] && p.b[i] != ':' {
		p.i = i
		p.note(validate.FaultJSONNumber, from, validate.Clip(p.b[from:i]))
		return true
	}
	return false
}

// isNumberish says whether a word begins as numbers do, or is the name of one.
func isNumberish(word []byte) bool {
	c := bytes.TrimLeft(word, "+-.")
	return len(c) > 0 && digit[c[0]] || isOneOf(c, notANum[:])
}

// miss notes a property that has no column.
func (p *parser) miss(name []byte) {
	p.missed++
	name = name[:min(len(name), maxText)]
	if _, known := p.late[string(name)]; !known && len(p.late) <= maxLate {
		p.late[valid8(name)] = nth{p.row, p.missed}
	}
}
