package ci

import (
	"encoding/xml"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/socle-commun/socle/report"
)

// A node is an element of an XML document.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Nodes   []node     `xml:",any"`
	Text    string     `xml:",chardata"`
}

func (n *node) attr(name string) (string, bool) {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value, true
		}
	}
	return "", false
}

func (n *node) get(name string) string {
	v, _ := n.attr(name)
	return v
}

// An xsd is what the XML Schemas of testdata say: of each global element its
// attributes, the elements within, and whether it holds text. That is all that
// they use, besides patterns of simple types.
type xsd struct {
	elements map[string]*node
	types    map[string]*node
}

func readXSD(t *testing.T, name string) xsd {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var root node
	if err := xml.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	out := xsd{map[string]*node{}, map[string]*node{}}
	for i := range root.Nodes {
		n := &root.Nodes[i]
		if n.XMLName.Local == "element" {
			out.elements[n.get("name")] = n
		} else {
			out.types[n.get("name")] = n
		}
	}
	return out
}

// check gives what the schema says against an element, and those within.
func (x xsd) check(n *node) []string {
	name := n.XMLName.Local
	declared := x.elements[name]
	if declared == nil {
		return []string{"no element is called " + name}
	}
	attributes, children, mixed := map[string]*node{}, []string{}, declared.get("type") != ""
	var walk func(of *node)
	walk = func(of *node) {
		for i := range of.Nodes {
			switch inside := &of.Nodes[i]; inside.XMLName.Local {
			case "attribute":
				attributes[inside.get("name")] = inside
			case "element":
				children = append(children, inside.get("ref"))
			default:
				mixed = mixed || inside.get("mixed") == "true"
				walk(inside)
			}
		}
	}
	walk(declared)
	var wrong []string
	for _, a := range n.Attrs {
		if attributes[a.Name.Local] == nil {
			wrong = append(wrong, name+" has no attribute "+a.Name.Local)
		} else if !x.fits(attributes[a.Name.Local].get("type"), a.Value) {
			wrong = append(wrong, fmt.Sprintf("%s %s=%q", name, a.Name.Local, a.Value))
		}
	}
	for called, a := range attributes {
		if _, ok := n.attr(called); !ok && a.get("use") == "required" {
			wrong = append(wrong, name+" lacks "+called)
		}
	}
	if !mixed && strings.TrimSpace(n.Text) != "" {
		wrong = append(wrong, name+" holds text")
	}
	for i := range n.Nodes {
		if inside := n.Nodes[i].XMLName.Local; !slices.Contains(children, inside) {
			wrong = append(wrong, inside+" is not to stand in "+name)
		}
		wrong = append(wrong, x.check(&n.Nodes[i])...)
	}
	return wrong
}

// fits holds a value against the pattern of a type, if that has one.
func (x xsd) fits(of, value string) bool {
	declared := x.types[of]
	if declared == nil {
		return of == "xs:string"
	}
	pattern := declared.Nodes[0].Nodes[0].get("value")
	return regexp.MustCompile("^(?:" + pattern + ")$").MatchString(value)
}

func TestXMLFollowsItsSchema(t *testing.T) {
	for _, c := range []struct {
		format report.Format
		schema string
		bad    [][2]string
	}{
		{junitFormat, "junit-10.xsd", [][2]string{{`tests="5"`, ``}, {`time="0"`, `time="now"`}, {"<testcase ", `<testcase file="x" `}, {"system-out", "system-in"}, {"<testsuite ", "x<testsuite "}}},
		{checkstyleFormat, "checkstyle.xsd", [][2]string{{`line="4"`, `line="0"`}, {`severity="error"`, `severity="major"`}, {` source="socle.delimiter"`, ""}, {"<error ", "x<error "}}},
	} {
		schema := readXSD(t, c.schema)
		wrong := func(written string) []string {
			var root node
			if err := xml.Unmarshal([]byte(written), &root); err != nil {
				return []string{err.Error()}
			}
			return schema.check(&root)
		}
		each(t, []report.Format{c.format}, func(name, written string) {
			for _, w := range wrong(written) {
				t.Errorf("%s: %s", name, w)
			}
		})
		good := write(t, c.format, samples()["faulty"], report.Options{})
		for _, b := range c.bad {
			if bad := strings.ReplaceAll(good, b[0], b[1]); bad == good || len(wrong(bad)) == 0 {
				t.Errorf("%s takes %q for %q", c.schema, b[1], b[0])
			}
		}
	}
}

// The numbers of suites are those of their cases, and a file fails where the
// run does.
func TestJUnitCounts(t *testing.T) {
	each(t, []report.Format{junitFormat}, func(name, written string) {
		var r junitReport
		if err := xml.Unmarshal([]byte(written), &r); err != nil {
			t.Fatal(err)
		}
		all := junitSuite{}
		for _, s := range r.Suites {
			got := junitSuite{Tests: len(s.Cases)}
			names := map[string]bool{}
			for _, c := range s.Cases {
				if c.Failure != nil {
					got.Failures++
				}
				if c.Error != nil {
					got.Errors++
				}
				if names[c.Name] {
					t.Errorf("%s: two cases are called %s", name, c.Name)
				}
				names[c.Name] = true
			}
			if got.Tests != s.Tests || got.Failures != s.Failures || got.Errors != s.Errors || got.Tests == 0 {
				t.Errorf("%s: %s has %+v", name, s.Name, got)
			}
			all.Tests, all.Failures, all.Errors = all.Tests+s.Tests, all.Failures+s.Failures, all.Errors+s.Errors
		}
		if all.Tests != r.Tests || all.Failures != r.Failures || all.Errors != r.Errors {
			t.Errorf("%s: %+v in all", name, all)
		}
	})
}
