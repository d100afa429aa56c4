package proof_test

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/schemas/text/proof"
)

// root is the folder of the module.
const root = "../../.."

// A pair is a sentence of the program, as its source has it.
type pair struct {
	at     string
	fr, en string
}

// All that the program says in two languages, wherever its source does so,
// reads well in both.
func TestSourceReadsWell(t *testing.T) {
	pairs := pairsOf(t)
	if len(pairs) < 1500 {
		t.Fatalf("%d pairs of sentences: most are not found", len(pairs))
	}
	for _, p := range pairs {
		for _, said := range []struct {
			lang text.Lang
			text string
		}{{text.French, p.fr}, {text.English, p.en}} {
			for _, fault := range proof.Format(said.lang, proofread(said.lang, unwrapped(said.text))) {
				if strings.HasPrefix(fault, proof.Jargon) && forAuthors(p.at) {
					continue
				}
				t.Errorf("%s: %s\n\t%s", p.at, fault, said.text)
			}
		}
		if (p.fr == "") != (p.en == "") && p.fr != ruleInFrench {
			t.Errorf("%s: one language is missing: %q, %q", p.at, p.fr, p.en)
		}
	}
}

// unwrapped joins the lines of a text that is broken into lines.
func unwrapped(said string) string {
	if !strings.Contains(said, "\n") || strings.Contains(said, "\nsocle ") {
		return strings.TrimSpace(said)
	}
	return strings.Join(strings.Fields(said), " ")
}

// ruleInFrench has no English: the descriptions of schemas are in French only.
const ruleInFrench = " (ce que le schéma dit de la colonne)"

// forAuthors says whether a place of the source speaks to authors of schemas,
// who know the types of a Table Schema by their names.
func forAuthors(at string) bool {
	folder := filepath.ToSlash(filepath.Dir(at))
	return folder == "schemas" || folder == "schemas/lint"
}

// proofread fills the slots of a template of package text, so that its plurals
// are tried as those of a format are.
func proofread(lang text.Lang, template string) string {
	return text.Fill(lang, template, func(slot string) (string, bool) {
		switch slot {
		case "nb":
			return " ", true
		case "called", "rule", "where", "where-en", "beside", "beside-en":
			return "", true
		}
		return "12", true
	})
}

// pairsOf reads the Go files of the module, and gives what they say in two
// languages: texts with FR and EN, and calls of functions whose parameters are
// called fr and en.
func pairsOf(t *testing.T) []pair {
	t.Helper()
	files := token.NewFileSet()
	trees := map[string]*ast.File{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != "..":
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		tree, err := parser.ParseFile(files, path, nil, 0)
		trees[path] = tree
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	speakers, constants := speakersOf(trees), constantsOf(trees)
	var pairs []pair
	for path, tree := range trees {
		ast.Inspect(tree, func(n ast.Node) bool {
			fr, en, ok := saidBy(n, filepath.Dir(path), speakers)
			if !ok {
				return true
			}
			known := constants[filepath.Dir(path)]
			said := pair{at: strings.TrimPrefix(files.Position(n.Pos()).String(), root+"/")}
			var both [2]bool
			said.fr, both[0] = written(fr, known)
			said.en, both[1] = written(en, known)
			if both[0] && both[1] {
				pairs = append(pairs, said)
			}
			return true
		})
	}
	return pairs
}

// saidBy gives the two expressions of a node that says something in two languages.
func saidBy(n ast.Node, folder string, speakers map[string]int) (fr, en ast.Expr, ok bool) {
	switch n := n.(type) {
	case *ast.CompositeLit:
		for _, e := range n.Elts {
			member, isMember := e.(*ast.KeyValueExpr)
			if !isMember {
				continue
			}
			switch name, _ := member.Key.(*ast.Ident); {
			case name == nil:
			case name.Name == "FR":
				fr = member.Value
			case name.Name == "EN":
				en = member.Value
			}
		}
		return fr, en, fr != nil && en != nil
	case *ast.CallExpr:
		name := ""
		switch f := n.Fun.(type) {
		case *ast.Ident:
			name = folder + " " + f.Name
		case *ast.SelectorExpr:
			name = folder + " " + f.Sel.Name
			if pkg, isPkg := f.X.(*ast.Ident); isPkg && pkg.Name == "fetch" {
				name = filepath.Join(root, "schemas", "fetch") + " " + f.Sel.Name
			}
		}
		at, speaks := speakers[name]
		if !speaks || at+1 >= len(n.Args) {
			return nil, nil, false
		}
		return n.Args[at], n.Args[at+1], true
	}
	return nil, nil, false
}

// speakersOf lists the functions with parameters called fr and en, by folder
// and name, with the place of the first.
func speakersOf(trees map[string]*ast.File) map[string]int {
	speakers := map[string]int{}
	for path, tree := range trees {
		for _, d := range tree.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			at := 0
			for _, group := range f.Type.Params.List {
				for _, name := range group.Names {
					if name.Name == "fr" {
						speakers[filepath.Dir(path)+" "+f.Name.Name] = at
					}
					at++
				}
			}
		}
	}
	return speakers
}

// constantsOf lists the constant texts of each folder, by name.
func constantsOf(trees map[string]*ast.File) map[string]map[string]string {
	all := map[string]map[string]string{}
	for path, tree := range trees {
		known := all[filepath.Dir(path)]
		if known == nil {
			known = map[string]string{}
			all[filepath.Dir(path)] = known
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			for i := 0; ok && i < len(spec.Values); i++ {
				if value, is := written(spec.Values[i], nil); is {
					known[spec.Names[i].Name] = value
				}
			}
			return true
		})
	}
	return all
}

// written gives the text that an expression of literals and constants writes.
func written(e ast.Expr, known map[string]string) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return "", false
		}
		return constant.StringVal(constant.MakeFromLiteral(e.Value, e.Kind, 0)), true
	case *ast.Ident:
		value, ok := known[e.Name]
		return value, ok
	case *ast.BinaryExpr:
		left, one := written(e.X, known)
		right, two := written(e.Y, known)
		if e.Op == token.ADD && (one || two) {
			if !one {
				left = "X"
			}
			if !two {
				right = "X"
			}
			return left + right, true
		}
	}
	return "", false
}
