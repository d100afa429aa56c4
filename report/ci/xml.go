package ci

import (
	"bytes"
	"encoding/xml"
	"io"
)

// writeXML writes an indented XML 1.0 document. What XML 1.0 forbids, in any
// string, becomes U+FFFD; the strings of this package are shown plain before.
func writeXML(w io.Writer, document any) error {
	b := bytes.NewBufferString(xml.Header)
	encoder := xml.NewEncoder(b)
	encoder.Indent("", "  ")
	if err := encoder.Encode(document); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err := w.Write(b.Bytes())
	return err
}
