package html

import (
	"fmt"
	"strconv"
)

// A mapView is a drawing of where rows lie, and the same in words.
type mapView struct {
	ID, Title, Name       string
	Level                 int
	Box                   string // the frame in words
	Good, Bad, Out, Plain string // what the signs mean, with numbers; empty without such
	Cut, Unread           string
	Width, Height         string
	Lines                 []lineView
	Points                []pointView
	List                  []pointView
	ListCut               string
}

// A lineView is a line of the graticule with its label.
type lineView struct {
	Path, X, Y, Text string
	Across           bool // of the same latitude
}

// A pointView is a position: its sign is a path, drawn at its place.
type pointView struct {
	Class, Path, Title string
	Place              placeView
	Lat, Lon, Sort     string
}

// listed is how many positions stand in the list under the map.
const listed = 100

// mapOf draws the map, nil where nothing is located.
func (f *filer) mapOf() *mapView {
	found, total, unread := f.positions(f.detail.points)
	if len(found) == 0 {
		return nil
	}
	frame := frameOf(found)
	v := &mapView{ID: fileID(f.id) + "map", Title: f.say("map"), Name: f.say("map-name"), Level: f.level(2),
		Width: round(mapWidth), Height: round(frame.height)}
	decimals := f.graticule(v, &frame)
	v.Box = f.say("map-box", "south", f.latitude(frame.south, decimals+1), "north", f.latitude(frame.north, decimals+1),
		"west", f.longitude(frame.west, decimals+1), "east", f.longitude(frame.east, decimals+1),
		"w", f.distance((frame.east-frame.west)*frame.cos()), "h", f.distance(frame.north-frame.south))
	bad, out, plain := 0, 0, 0
	for _, p := range found {
		view := f.point(p, &frame)
		switch {
		case p.bad:
			bad++
		case p.plain:
			plain++
		}
		if !frame.holds(p) {
			out++
		}
		v.Points = append(v.Points, view)
	}
	v.List = v.Points[:min(len(v.Points), listed)]
	if len(v.List) < total {
		v.ListCut = f.say("map-list-cut", "n", len(v.List))
	}
	if plain > 0 {
		v.Plain = f.say("map-plain", "n", plain)
	}
	v.tell(f.voice, len(found)-plain, bad, out, total, unread)
	return v
}

// tell says in words what the map shows.
func (m *mapView) tell(v voice, shown, bad, out, total, unread int) {
	if bad > 0 {
		m.Bad = v.say("map-bad", "n", bad)
	}
	if shown > bad {
		m.Good = v.say("map-good", "n", shown-bad)
	}
	if out > 0 {
		m.Out = v.say("map-out", "n", out)
	}
	if shown < total {
		m.Cut = v.say("map-cut", "n", shown, "total", total)
	}
	if unread > 0 {
		m.Unread = v.say("map-unread", "n", unread)
	}
}

// graticule draws the lines of round degrees, and gives the decimals that tell
// places of the frame apart.
func (f *filer) graticule(v *mapView, frame *frame) int {
	lats, latDecimals := lines(frame.south, frame.north)
	lons, lonDecimals := lines(frame.west, frame.east)
	for _, lat := range lats {
		y := frame.y(lat)
		if y < 14 || y > frame.height-16 {
			continue // its label would meet others
		}
		v.Lines = append(v.Lines, lineView{fmt.Sprintf("M0 %sH%s", round(y), round(mapWidth)), round(marginLeft), round(y - 3),
			f.latitude(lat, latDecimals), true})
	}
	for _, lon := range lons {
		x := frame.x(lon)
		if x < 30 || x > mapWidth-30 {
			continue
		}
		v.Lines = append(v.Lines, lineView{fmt.Sprintf("M%s 0V%s", round(x), round(frame.height)), round(x), round(frame.height - marginTop),
			f.longitude(lon, lonDecimals), false})
	}
	return max(latDecimals, lonDecimals)
}

// point draws a position: a cross where it is at fault, a ring where it is
// not, and an arrowhead at the edge where it lies outside.
func (f *filer) point(p position, frame *frame) pointView {
	x := min(max(frame.x(p.lon), 6), mapWidth-6)
	y := min(max(frame.y(p.lat), 6), frame.height-6)
	v := pointView{Class: "good", Sort: f.say("position-good"), Lat: f.coordinate(p.lat), Lon: f.coordinate(p.lon),
		Path: fmt.Sprintf("M%s %sa4 4 0 1 0 8 0a4 4 0 1 0 -8 0", round(x-4), round(y))}
	switch {
	case p.plain:
		v.Class, v.Sort = "plain", f.say("position-plain")
		v.Path = fmt.Sprintf("M%s %sa2 2 0 1 0 4 0a2 2 0 1 0 -4 0", round(x-2), round(y))
	case p.bad:
		v.Class, v.Sort = "bad", f.say("position-bad")
		v.Path = fmt.Sprintf("M%s %sl8 8m-8 0l8 -8", round(x-4), round(y-4))
	}
	if !frame.holds(p) {
		v.Class += " out"
		v.Sort += ", " + f.say("position-out")
		v.Path = fmt.Sprintf("M%s %s", round(x), round(y)) + arrow(p, frame)
	}
	v.Place.Text = f.say("row-n", "n", strconv.Itoa(p.row))
	if f.rows[p.row] {
		v.Place.Link = "#" + f.rowID(p.row)
	}
	v.Title = fmt.Sprintf("%s, %s ; %s", v.Place.Text, v.Lat, v.Lon)
	return v
}

// arrow is the outline of an arrowhead that points to where a position lies.
func arrow(p position, frame *frame) string {
	switch {
	case p.lat < frame.south:
		return "m-5 -5h10l-5 9z"
	case p.lat > frame.north:
		return "m-5 5h10l-5 -9z"
	case p.lon < frame.west:
		return "m5 -5v10l-9 -5z"
	}
	return "m-5 -5v10l9 -5z"
}

// coordinate writes degrees as the data would, in the language's decimals.
func (v voice) coordinate(n float64) string {
	return v.decimal(strconv.FormatFloat(n, 'f', 5, 64))
}

// round writes a length of the drawing.
func round(n float64) string { return strconv.FormatFloat(n, 'f', 1, 64) }
