package validate

// encodingNames says encodings, given by their IANA names, as people write them.
var encodingNames = map[string]string{
	"utf-8":        "UTF-8",
	"utf-16le":     "UTF-16",
	"utf-16be":     "UTF-16",
	"windows-1252": "Windows-1252",
	"iso-8859-15":  "ISO-8859-15",
	"ibm850":       "CP850 (MS-DOS)",
	"macintosh":    "Mac OS Roman",
}

// EncodingName says an encoding, given by its IANA name, as people write it.
func EncodingName(name string) string {
	if words, ok := encodingNames[name]; ok {
		return words
	}
	return name
}
