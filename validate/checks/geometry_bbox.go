package checks

import (
	"encoding/gob"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
)

// removeBBox is how to mend a bounding box that cannot be read.
var removeBBox = text.Text{FR: "Supprimez-la, car elle est facultative, ou réexportez la couche.", EN: "Remove it, for it is optional, or export the layer again."}

var bbox = &validate.Check{
	Code:     "bbox",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Emprise fausse", EN: "Wrong bounding box"},
	Why: text.Text{
		FR: "« bbox » donne l'emprise : [ouest, sud, est, nord], ou six nombres avec les altitudes (RFC 7946, § 5). Les cartes s'y fient pour se cadrer : si elle est fausse, les entités ne se voient pas.",
		EN: `"bbox" gives the extent: [west, south, east, north], or six numbers with the heights (RFC 7946, section 5). Maps rely on it to find their frame: if it is wrong, the features do not show.`,
	},
	Mend: text.Text{
		FR: "Supprimez « bbox », qui est facultatif, ou réexportez la couche : QGIS l'écrit bien.",
		EN: `Remove "bbox", which is optional, or export the layer again: QGIS writes it well.`,
	},
	Bad:  `{"type": "Feature", "bbox": [2, 49, 3, 48], "properties": {}, "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}}`,
	Good: `{"type": "Feature", "bbox": [2, 48, 3, 49], "properties": {}, "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}}`,
	Messages: map[string]validate.Message{
		"":       advise("L'emprise « bbox » {value} n'est pas une liste de quatre nombres : [ouest, sud, est, nord].", `The "bbox" {value} is no list of four numbers: [west, south, east, north].`, removeBBox.FR, removeBBox.EN),
		"length": advise("L'emprise « bbox » {value} n'a ni quatre nombres ni six.", `The "bbox" {value} has neither four numbers nor six.`, removeBBox.FR, removeBBox.EN),
		"south":  advise("Dans l'emprise « bbox » {value}, le sud est au nord du nord : l'ordre est ouest, sud, est, nord.", `In the "bbox" {value}, south lies north of north: the order is west, south, east, north.`, removeBBox.FR, removeBBox.EN),
		"range": advise("L'emprise « bbox » {value} n'est pas en degrés.", `The "bbox" {value} is not in degrees.`,
			"Supprimez-la, ou réexportez la couche avec le SCR EPSG:4326 (WGS84).", "Remove it, or export the layer again with the CRS EPSG:4326 (WGS84)."),
		"outside": advise("La position de {point} est hors de l'emprise « bbox » {value}.", `The position of {point} lies outside of the "bbox" {value}.`,
			"Supprimez « bbox », ou recalculez-la.", `Remove "bbox", or compute it again.`),
		"features": advise("Des entités sortent de l'emprise « bbox » {value} du fichier : elles vont jusqu'à {point}.", `Features leave the "bbox" {value} of the file: they reach {point}.`,
			"Supprimez « bbox », ou réexportez la couche.", `Remove "bbox", or export the layer again.`),
	},
	Shape: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			if r.BBox != nil {
				judgeBBox(p, r, r.BBox, r.BBoxAt)
			}
			if r.Shape.BBox != nil {
				judgeBBox(p, r, r.Shape.BBox, r.ShapeAt+r.Shape.BBoxAt)
			}
		}
	},
	File: func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			if f.BBox == nil {
				return
			}
			if _, fault, _ := geometry.ReadBBox(f.BBox); fault != geometry.BBoxGood {
				finding := p.FileFault(validate.None, -1, -1)
				if finding != nil {
					finding.Pos, finding.Value = f.BBoxAt, validate.Clip(f.BBox)
				}
				finding.Because(bboxReasons[fault])
			}
		}
	},
	Table: func(*schemas.Schema) validate.State { return &bboxState{} },
}

var bboxReasons = map[geometry.BBoxFault]string{
	geometry.BBoxNotList: "", geometry.BBoxLength: "length", geometry.BBoxSouth: "south", geometry.BBoxRange: "range",
}

// judgeBBox judges a bounding box of the feature or of its geometry.
func judgeBBox(p *validate.Pass, r *validate.Row, raw []byte, at int) {
	b, fault, _ := geometry.ReadBBox(raw)
	outside := -1
	if fault == geometry.BBoxGood && meaningful(r.Shape) {
		outside = b.Outside(r.Shape)
	}
	if fault == geometry.BBoxGood && outside < 0 || fault == geometry.BBoxRange && !meaningful(r.Shape) {
		return // a box in metres around a shape in metres is right by itself
	}
	finding := p.FaultIn(at, -1)
	if finding == nil {
		return
	}
	finding.Value = validate.Clip(raw)
	if outside < 0 {
		finding.Because(bboxReasons[fault])
		return
	}
	place, _ := r.Shape.Position(outside)
	finding.Because("outside").With("point", pointWords(place[0], place[1]))
}

// A bboxState holds the features against the bounding box of their collection: it
// remembers the first that lies outside. The box is known once the file is.
type bboxState struct {
	Extent geometry.Extent
}

func init() { gob.Register(&bboxState{}) }

// Chooses says that rows of tables have no geometry.
func (s *bboxState) Chooses(f *validate.File) validate.Rows {
	if f.Items {
		return validate.AllRows
	}
	return validate.NoRows
}

func (s *bboxState) Row(r *validate.Row) {
	if r.Shape != nil && meaningful(r.Shape) {
		s.Extent.Add(r.Shape)
	}
}

func (s *bboxState) Seal(*validate.Pass) {}

func (s *bboxState) Merge(_ *validate.Pass, next validate.State) {
	s.Extent.Join(&next.(*bboxState).Extent)
}

func (s *bboxState) Finish(p *validate.Pass) {
	f := p.Job.File
	if f.BBox == nil {
		return
	}
	b, fault, _ := geometry.ReadBBox(f.BBox)
	if fault != geometry.BBoxGood {
		return
	}
	if x, y, outside := s.Extent.Outside(&b); outside {
		finding := p.FileFault(validate.None, -1, -1)
		if finding != nil {
			finding.Pos, finding.Value = f.BBoxAt, validate.Clip(f.BBox)
		}
		finding.Because("features").With("point", pointWords(x, y))
	}
}
