package ci

import (
	"io"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// sarifFormat is SARIF 2.1.0, the Static Analysis Results Interchange Format
// of OASIS. Levels are always written, columns are Unicode code points, and
// results are told apart from run to run by partialFingerprints that no line
// number goes into. There are mostResults results at most, of which GitHub
// shows as many: what is left of each group is one result with its number.
var sarifFormat = report.Format{
	Name: "sarif",
	Title: text.Text{
		FR: "SARIF 2.1.0, pour GitHub Code Scanning, Azure DevOps et les éditeurs",
		EN: "SARIF 2.1.0, for GitHub Code Scanning, Azure DevOps and editors",
	},
	Refusals: true,
	New:      func(w io.Writer, o report.Options) report.Writer { return &sarifWriter{w: w, o: o, most: mostResults} },
}

// mostResults is how many results of a run GitHub shows.
const mostResults = 5000

// home is where the program is documented.
const home = "https://github.com/socle-commun/socle"

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// fingerprintName is the one fingerprint that GitHub compares.
const fingerprintName = "primaryLocationLineHash"

var sarifLevels = map[validate.Severity]string{validate.Error: "error", validate.Warning: "warning", validate.Notice: "note"}

type sarifWriter struct {
	w    io.Writer
	o    report.Options
	most int // results

	*run
	rules map[string]int
	seen  []ledger // by file
}

// Close has nothing to write: Write has written a whole document.
func (s *sarifWriter) Close() error { return nil }

// Write writes the log as one document.
func (s *sarifWriter) Write(r *validate.Result) error {
	s.run, s.rules, s.seen = newRun(r, s.o), map[string]int{}, make([]ledger, len(r.Files))
	out := sarifRun{Language: string(s.lang), ColumnKind: "unicodeCodePoints", Results: []sarifResult{}, Artifacts: []sarifArtifact{}}
	out.Tool.Driver = sarifDriver{Name: "socle", Version: r.Version, InformationURI: home, Language: string(s.lang), Rules: []sarifRule{}}
	for i, c := range r.Checks {
		s.rules[c.Code] = i
		out.Tool.Driver.Rules = append(out.Tool.Driver.Rules, s.rule(c))
	}
	for i, f := range r.Files {
		s.seen[i] = ledger{}
		out.Artifacts = append(out.Artifacts, s.artifact(f.File))
	}
	var gathered int
	out.Results, gathered = s.results(out.Results)
	out.Invocations = []sarifInvocation{s.invocation(gathered)}
	return report.WriteJSON(s.w, sarifLog{sarifSchema, "2.1.0", []sarifRun{out}})
}

func (s *sarifWriter) artifact(f *validate.File) sarifArtifact {
	out := sarifArtifact{Location: sarifPlace{URI: s.uri(f)}, Roles: []string{"analysisTarget"}}
	if f != nil {
		out.Length, out.Encoding = max(f.Size, 0), f.Encoding
	}
	return out
}

// uri names a file, "unknown" where it has no path.
func (s *sarifWriter) uri(f *validate.File) string {
	if p := s.path(f); p != "" {
		return uri(p)
	}
	return "unknown"
}

// invocation says how the run ended, which files were not judged, and how many
// findings stand in results that gather several.
func (s *sarifWriter) invocation(gathered int) sarifInvocation {
	out := sarifInvocation{Successful: s.Summary.Unjudged == 0, Notes: []sarifNotification{}}
	out.ExitCode, out.ExitMeaning = s.exit()
	for i, f := range s.Files {
		if f.Failure == nil {
			continue
		}
		out.Notes = append(out.Notes, sarifNotification{
			Level: "error", Descriptor: &sarifReference{f.Failure.Code},
			Message:   plainMessage(s.failure(f.Failure)),
			Locations: []sarifLocation{s.location(i)},
		})
	}
	if gathered > 0 {
		said := s.fill(sayGathered, "n", s.number(gathered), "limit", s.number(s.most))
		out.Notes = append(out.Notes, sarifNotification{Level: "note", Message: plainMessage(said)})
	}
	return out
}

// location is that of a whole file.
func (s *sarifWriter) location(number int) sarifLocation {
	return sarifLocation{Physical: sarifPhysical{Artifact: sarifPlace{s.uri(s.Files[number].File), &number}}}
}

// result writes a finding.
func (s *sarifWriter) result(g *group, f *validate.Finding) sarifResult {
	out := s.blank(g)
	out.Message = plainMessage(s.say(g.file, f))
	at := &out.Locations[0]
	s.pinpoint(at, g.file.File, f)
	hash := fingerprint(g.file, f)
	out.Fingerprints[fingerprintName] = hash + ":" + strconv.Itoa(s.seen[g.number].next(hash))
	if fix, ok := s.fix(g.file.File, f, at.Physical.Artifact); ok {
		out.Fixes = []sarifFix{fix}
	}
	return out
}

// rest writes the n findings of a group that have no result of their own. next
// is the first of them, nil where it is not known.
func (s *sarifWriter) rest(g *group, n int, next *validate.Finding) sarifResult {
	out := s.blank(g)
	out.Message, out.Occurrences = plainMessage(s.others(g, n)), n
	if next == nil {
		next = &validate.Finding{}
	}
	s.pinpoint(&out.Locations[0], g.file.File, next)
	hash := digest(g.Code, g.Field, "", "rest")
	out.Fingerprints[fingerprintName] = hash + ":" + strconv.Itoa(s.seen[g.number].next(hash))
	return out
}

// blank is a result of the group that says nothing yet.
func (s *sarifWriter) blank(g *group) sarifResult {
	out := sarifResult{RuleID: g.Code, Level: sarifLevels[g.Severity], Fingerprints: map[string]string{}, Locations: []sarifLocation{s.location(g.number)}}
	if i, ok := s.rules[g.Code]; ok {
		out.RuleIndex = &i
	}
	return out
}

// pinpoint puts a finding's place into a location. That of the whole file is
// its first line: GitHub wants one.
func (s *sarifWriter) pinpoint(at *sarifLocation, file *validate.File, f *validate.Finding) {
	if r, ok := regionOf(file, f); ok {
		at.Physical.Region = &sarifRegion{StartLine: r.line, StartColumn: r.char, EndLine: r.endLine, EndColumn: r.endChar}
	}
	if at.Physical.Region == nil && isText(file) {
		at.Physical.Region = &sarifRegion{StartLine: 1}
	}
	cell := report.CellName(f.Column, f.Pos.Row)
	if cell == "" || file == nil || file.Items {
		return
	}
	if file.Sheet != "" {
		cell = report.Show(file.Sheet, nameWidth) + "!" + cell
	}
	at.Logical = []sarifLogical{{cell}}
}

// plainMessage makes a sentence a message that holds no placeholder ({0}) and
// no embedded link ([x](y)): SARIF doubles braces.
func plainMessage(said string) sarifText { return sarifText{Text: unlinked.Replace(said)} }

var unlinked = strings.NewReplacer("{", "{{", "}", "}}", "](", "] (")
