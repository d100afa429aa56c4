package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"sync"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var jsonlFormat = Format{
	Name: "jsonl",
	Title: text.Text{
		FR: "un objet JSON par ligne, à mesure" + nb + ": les fautes, chaque fichier, le total",
		EN: "one JSON object a line, as they are found: faults, each file, the total",
	},
	Streams: true,
	New:     func(w io.Writer, o Options) Writer { return &jsonlWriter{w: bufio.NewWriter(w), o: o} },
}

// A Streamer is a Writer that takes findings as they are found: before Write,
// which then writes the rest. Several goroutines may call it.
type Streamer interface {
	Writer
	// Found writes findings of a file of which nothing is known yet behind its
	// header. r has the checks, for their messages.
	Found(r *validate.Result, file *validate.FileResult, findings []validate.Finding)
}

type jsonlWriter struct {
	w *bufio.Writer // keeps the first error until it is flushed
	o Options

	mu       sync.Mutex
	streamed bool
	finding  object // its bytes serve one finding after another
}

// The lines of the report. Each says first what it is; that of a finding is
// written by hand.
type (
	jsonlFile struct {
		Type string `json:"type"` // "file"
		jsonFile
		Findings int `json:"findings"` // how many there are: as many lines of the file came before, unless it is truncated
	}
	jsonlSummary struct {
		Type    string   `json:"type"` // "summary"
		Version int      `json:"version"`
		Tool    jsonTool `json:"tool"`
		Valid   bool     `json:"valid"`
		jsonSummary
	}
)

// Found writes a line for each finding, at once.
func (j *jsonlWriter) Found(r *validate.Result, file *validate.FileResult, findings []validate.Finding) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.streamed = true
	j.findings(r, file, findings)
	j.w.Flush()
}

func (j *jsonlWriter) findings(r *validate.Result, file *validate.FileResult, findings []validate.Finding) {
	say, o := &jsonWriter{o: j.o}, &j.finding
	o.colon = ":"
	for i := range findings {
		found := say.finding(r, file, &findings[i])
		o.b, o.begun = o.b[:0], false
		o.text("type", "finding")
		o.text("path", file.File.Path)
		o.finding(&found)
		j.w.WriteByte('{')
		j.w.Write(o.b)
		j.w.WriteString("}\n")
	}
}

// Write writes a line for each file, after its findings where these were not
// given to Found, and the summary.
func (j *jsonlWriter) Write(r *validate.Result) error {
	say := &jsonWriter{o: j.o}
	for _, f := range r.Files {
		if !j.streamed {
			j.findings(r, f, f.Findings)
		}
		j.line(jsonlFile{"file", say.file(r, f), f.Errors + f.Warnings + f.Notices})
	}
	s := say.report(&validate.Result{Version: r.Version, Summary: r.Summary})
	j.line(jsonlSummary{"summary", s.Version, s.Tool, r.Valid(), s.Summary})
	return j.w.Flush()
}

// Close has nothing to write: Write has written all.
func (j *jsonlWriter) Close() error { return nil }

// line writes one object in which nothing acts on a terminal.
func (j *jsonlWriter) line(object any) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(object); err != nil {
		panic("a report that JSON cannot write: " + err.Error()) // its types are all of ours
	}
	j.w.Write(escapeHidden(b.Bytes()))
}
