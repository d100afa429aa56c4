package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// balSay makes a message of its French and its English sentence, and of the
// hint in both, which may be left out.
func balSay(fr, en string, hint ...string) validate.Message {
	m := validate.Message{Say: text.Text{FR: fr, EN: en}}
	if len(hint) == 2 {
		m.Hint = text.Text{FR: hint[0], EN: hint[1]}
	}
	return m
}
