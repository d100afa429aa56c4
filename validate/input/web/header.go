package web

import (
	"mime"
	"net/http"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestName is how long a file's name may be, in bytes.
const longestName = 255

// mediaType gives the kind of a body and its encoding, as the server claims
// them; "" where it does not.
func mediaType(h http.Header) (kind, charset string) {
	kind, parameters, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		kind, _, _ = strings.Cut(h.Get("Content-Type"), ";")
		return strings.ToLower(strings.TrimSpace(kind)), ""
	}
	return kind, parameters["charset"]
}

// nameOf is the name that the server gives the file (RFC 6266): a mere name,
// without a folder, and without what a terminal would obey. It is for
// recognising and showing; nothing is written under it.
func nameOf(h http.Header) string {
	_, parameters, err := mime.ParseMediaType(h.Get("Content-Disposition"))
	if err != nil {
		return ""
	}
	name := path.Base(strings.ReplaceAll(parameters["filename"], `\`, "/"))
	name = strings.TrimSpace(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, "")))
	for len(name) > longestName {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	switch name {
	case ".", "..", "/":
		return ""
	}
	return name
}
