package schemas

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// indexText is what Detect has to know of the catalogue, so that it need not
// compile hundreds of documents to recognise one file. It is made from them: a
// test says when it is stale, and go test ./schemas -update makes it anew.
//
// Of each dataset it has a line, then those of its aliases and of its
// versions, the newest first. Fields of lines are parted by tabs, and names
// within them by spaces:
//
//	common   name and number, name and number…
//	dataset  name, kind, keywords
//	alias    field, aliases
//	version  version, rules, required fields, optional ones; the last two are
//	         left out where they are those of the version before
//
//go:embed catalog/index.txt
var indexText string

// catalogueIndex reads the index, once.
var catalogueIndex = sync.OnceValue(func() *index {
	out := &index{Common: map[string]int{}}
	for line := range strings.SplitSeq(strings.TrimSuffix(indexText, "\n"), "\n") {
		word, rest, _ := strings.Cut(line, "\t")
		fields := strings.Split(rest, "\t")
		if word == "common" {
			out.readCommon(fields[0])
			continue
		}
		if word == "dataset" {
			o := outline{Name: fields[0], Keywords: splitNames(fields[2])}
			if err := o.Kind.UnmarshalText([]byte(fields[1])); err != nil {
				panic("the embedded index is broken: " + err.Error())
			}
			out.Datasets = append(out.Datasets, o)
			continue
		}
		o := &out.Datasets[len(out.Datasets)-1]
		switch word {
		case "alias":
			if o.Aliases == nil {
				o.Aliases = map[string][]string{}
			}
			o.Aliases[fields[0]] = splitNames(fields[1])
		case "version":
			v := versionOutline{Version: fields[0], Rules: fields[1]}
			if len(fields) > 2 {
				v.Required, v.Optional = splitNames(fields[2]), splitNames(fields[3])
			} else {
				newer := o.Versions[len(o.Versions)-1]
				v.Required, v.Optional = newer.Required, newer.Optional
			}
			o.Versions = append(o.Versions, v)
		}
	}
	return out
})

func (x *index) readCommon(pairs string) {
	name := ""
	for word := range strings.SplitSeq(pairs, " ") {
		if name == "" {
			name = word
			continue
		}
		n, err := strconv.Atoi(word)
		if err != nil {
			panic("the embedded index is broken: " + err.Error())
		}
		x.Common[name], name = n, ""
	}
}

// splitNames parts names that spaces part; there may be none.
func splitNames(names string) []string {
	if names == "" {
		return nil
	}
	return strings.Split(names, " ")
}
