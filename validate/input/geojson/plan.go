package geojson

import (
	"strings"

	"github.com/socle-commun/socle/validate"
)

// A plan is what the look ahead shows of a text that begins with an object.
type plan struct {
	members []member
	closed  bool // the object ends within the look ahead
	whole   bool // and the text with it
	next    byte // what follows it; 0 for nothing
}

// items tells whether the object is itself an item, and whether items are
// features: the layout is "" where it is none.
func (p plan) items() (l layout, features bool) {
	l = p.lone()
	typ := typeOf(p.members)
	switch {
	case typ == "FeatureCollection":
		return "", true
	case typ == "Feature", isShape([]byte(typ)):
		return l, true
	case p.closed && p.next == '{':
		return Lines, false
	case find(p.members, "geometry") != nil, find(p.members, "coordinates") != nil, find(p.members, "geometries") != nil:
		return l, true
	}
	if m := find(p.members, "properties"); m != nil && m.kind == '{' && find(p.members, "features") == nil {
		return l, true
	}
	if _, ok := p.path(); !ok && p.closed && len(p.members) > 0 {
		return Lines, false // one record
	}
	return "", false
}

// lone is the layout of an object that is itself an item.
func (p plan) lone() layout {
	if p.whole {
		return Feature
	}
	return Lines
}

// path finds the list that holds the items: "features", else the first list of
// objects in the document, else in an object within it.
func (p plan) path() (path [2]string, ok bool) {
	if m := find(p.members, "features"); m != nil && (m.list("features") || typeOf(p.members) == "FeatureCollection" && m.kind == '[') {
		return m.path, true
	}
	if typeOf(p.members) == "FeatureCollection" {
		return path, false
	}
	for depth := 1; depth <= 2; depth++ {
		var described *member // a list that describes the records beside it
		for i := range p.members {
			m := &p.members[i]
			if m.depth() != depth || m.kind != '[' || m.inner != '{' {
				continue
			}
			if name := m.path[depth-1]; name != "fields" && name != "links" {
				return m.path, true
			}
			if described == nil {
				described = m
			}
		}
		if described != nil {
			return described.path, true
		}
	}
	for _, name := range []string{"records", "results", "data", "items", "features"} {
		if m := find(p.members, name); m != nil && m.list(name) {
			return m.path, true
		}
	}
	return path, false
}

// refuse tells what a document is that holds no features and no records, or gives
// nil.
func (p plan) refuse() error {
	typ := typeOf(p.members)
	text := func(name string) string {
		if m := find(p.members, name); m != nil {
			return m.text
		}
		return ""
	}
	has := func(name string) bool { return find(p.members, name) != nil }
	switch {
	case typ == "Topology", has("arcs") && has("objects"):
		return failure("topojson", "Ce fichier est du TopoJSON : exportez-le en GeoJSON (dans QGIS : Exporter, Sauvegarder les entités sous, GeoJSON ; ou mapshaper).",
			"This file is TopoJSON: export it as GeoJSON (in QGIS: Export, Save features as, GeoJSON; or mapshaper).")
	case strings.HasPrefix(text("geometryType"), "esriGeometry"), has("features") && (has("spatialReference") || has("objectIdFieldName")) && typ != "FeatureCollection":
		return esriJSON
	case typ == "umap" && has("layers"):
		return failure("umap", "Ce fichier est la sauvegarde d'une carte uMap, et non du GeoJSON : dans uMap, exportez les données au format GeoJSON.",
			"This file is the backup of a uMap map, not GeoJSON: in uMap, export the data as GeoJSON.")
	case has("features"), typ == "Feature":
		return nil
	case has("resources") && find(p.members, "resources").kind == '[' && (has("profile") || has("name") || has("$schema") || p.inList("resources")):
		return failure("data-package", "Ce fichier décrit un paquet de données (Data Package) et n'en contient pas les données : nommez-le datapackage.json, ou donnez les fichiers qu'il cite.",
			"This file describes a Data Package and does not hold its data: call it datapackage.json, or give the files that it names.")
	case strings.Contains(text("$schema"), "json-schema.org"), has("$schema") && has("properties"):
		return schemaFailure("un JSON Schema", "a JSON Schema")
	case p.inList("fields") && !p.otherList("fields"):
		return schemaFailure("un schéma de table (Table Schema)", "a Table Schema")
	}
	return nil
}

// inList says whether a member is a list of objects.
func (p plan) inList(name string) bool {
	m := find(p.members, name)
	return m != nil && m.kind == '[' && m.inner == '{'
}

// otherList says whether another member may be the list of records.
func (p plan) otherList(than string) bool {
	for i := range p.members {
		m := &p.members[i]
		if name := m.path[0]; m.depth() == 1 && name != than && m.kind == '[' && (m.inner == '{' || m.inner == ']') {
			switch name {
			case "foreignKeys", "primaryKey", "missingValues", "contributors", "resources", "custom_checks", "uniqueKeys", "sources", "licenses", "keywords", "references":
			default:
				return true
			}
		}
	}
	return false
}

func schemaFailure(fr, en string) *validate.Failure {
	return failure("schema-document", "Ce fichier est %[1]s, et non des données : donnez-le par --schema, et le fichier de données à vérifier.",
		"This file is %[2]s, not data: give it by --schema, and the data file to check.", fr, en)
}

// without is the failure of a document in which nothing can be judged.
func (p plan) without() error {
	if typeOf(p.members) == "FeatureCollection" {
		return failure("no-features", "Cette collection GeoJSON n'a pas de liste « features » : il n'y a rien à vérifier.",
			`This GeoJSON collection has no list "features": there is nothing to check.`)
	}
	return noObjects
}

var (
	esriJSON = failure("esri-json", "Ce fichier est du JSON d'Esri (ArcGIS) et non du GeoJSON : exportez-le en GeoJSON (dans l'adresse du service : f=geojson).",
		"This file is Esri's JSON (ArcGIS), not GeoJSON: export it as GeoJSON (in the address of the service: f=geojson).")
	noObjects = failure("no-objects", "Ce fichier JSON ne contient ni entités GeoJSON ni liste d'objets : il n'y a rien à vérifier.",
		"This JSON file holds neither GeoJSON features nor a list of objects: there is nothing to check.")
	notJSON = failure("not-json", "Ce fichier n'est pas du JSON.", "This file is not JSON.")
)
