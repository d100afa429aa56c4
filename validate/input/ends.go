package input

import "bytes"

// What File.LineEnds says.
const (
	endsDoubled = "doubled" // CR CR LF
	endsMixed   = "mixed"   // not all alike
)

// lineEnds says what is wrong with the line ends of a sample: "" where those
// of rows are all alike, whatever stands within quotes.
func (d *Dialect) lineEnds(sample []byte, whole bool) string {
	lf, cr, both := bytes.Count(sample, []byte{'\n'}), bytes.Count(sample, []byte{'\r'}), bytes.Count(sample, []byte("\r\n"))
	if cr == 0 || cr == both && lf == both || lf == 0 {
		return ""
	}
	if doubled := bytes.Count(sample, []byte("\r\r\n")); 2*doubled > lf {
		return endsDoubled
	}
	kinds := map[string]bool{}
	for len(sample) > 0 && len(kinds) < 2 {
		end, next, found := d.record(sample, whole)
		if found == needMore || found == tooLong {
			break
		}
		if next > end && len(bytes.TrimSpace(sample[:end])) > 0 {
			kinds[string(sample[end:next])] = true
		}
		sample = sample[next:]
	}
	if len(kinds) > 1 {
		return endsMixed
	}
	return ""
}
