package pull

import (
	"bytes"
	"errors"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/fetch"
	"github.com/socle-commun/socle/schemas/text"
)

// megabytes says a limit.
func megabytes(bytes int64) int64 { return bytes >> 20 }

func tooLarge(limit int64) *Fault {
	return fetch.New("too-large", "le document dépasse %d Mo.", "the document is larger than %d MB.", megabytes(limit))
}

func tooMuch(limit int64) *Fault {
	return fetch.New("too-large", "les documents dépassent ensemble %d Mo.", "the documents are together larger than %d MB.", megabytes(limit))
}

func tooMany(n int) *Fault {
	return fetch.New("catalogue", "ce catalogue nomme trop de documents (%d) : socle en admet au plus %d.", "this catalogue names too many documents (%d): socle allows at most %d.", n, mostItems)
}

func badName(id string) *Fault {
	return fetch.New("name", "le catalogue donne à ce schéma un nom (« %s ») qui se confond avec un autre ou ne peut pas être celui d'un fichier du cache : il est refusé.",
		"the catalogue gives this schema a name (%q) that is another's or cannot be that of a file of the cache: it is refused.", id)
}

// isPage says whether an answer is a web page.
func isPage(body []byte) bool { return bytes.HasPrefix(bytes.TrimSpace(body), []byte("<")) }

func page() *Fault {
	return fetch.New("page", "la réponse est une page web, et non du JSON : un portail de connexion ou un pare-feu répond sans doute à la place du serveur.",
		"the answer is a web page, not JSON: a login portal or a firewall probably answers in the server's place.")
}

func notCatalogue(body []byte) *Fault {
	if isPage(body) {
		return page()
	}
	return fetch.New("catalogue", "la réponse n'est pas un catalogue de schémas (un objet JSON avec une liste « schemas »).",
		`the answer is not a catalogue of schemas (a JSON object with a list "schemas").`)
}

// notSchema says why a document is no schema: its first problem.
func notSchema(body []byte, err error) *Fault {
	if isPage(body) {
		return page()
	}
	f := fetch.New("schema", "le document n'est pas utilisable (%s).", "the document cannot be used (%s).", err)
	f.Err = err
	var bad *schemas.DocumentError
	if errors.As(err, &bad) && len(bad.Problems) > 0 {
		first := bad.Problems[0]
		at := func(colon string) string {
			if first.Path == "" {
				return ""
			}
			return first.Path + colon
		}
		f.Say = text.Text{
			FR: "le document n'est pas utilisable : " + at(" : ") + ended(first.Say.FR),
			EN: "the document cannot be used: " + at(": ") + ended(first.Say.EN),
		}
	}
	return f
}

func ended(sentence string) string { return strings.TrimRight(sentence, ".") + "." }

func otherKind(said string, is schemas.Kind) *Fault {
	return fetch.New("kind", "le catalogue annonce un document « %s », et celui-ci est « %s ».", "the catalogue announces a document %q, and this one is %q.", said, is.String())
}

func tooNew(dir string) *Fault {
	return fetch.New("cache", "le cache %s vient d'une version plus récente de socle.", "the cache %s was made by a newer version of socle.", dir)
}

func damaged(dir string) *Fault {
	return fetch.New("cache", "le registre du cache %s (manifest.json) est abîmé : « socle schemas pull » le refait.",
		"the register of the cache %s (manifest.json) is damaged: \"socle schemas pull\" makes it anew.", dir)
}

func changed(id string) *Fault {
	return fetch.New("changed", "le document %[1]s du cache a été modifié depuis qu'il a été récupéré : il n'est pas utilisé. Pour le remettre : socle schemas pull %[1]s",
		"the document %[1]s of the cache was changed since it was fetched: it is not used. To put it back: socle schemas pull %[1]s", id)
}

// disk says that the cache could not be read or written.
func disk(dir string, err error) *Fault {
	f := fetch.New("disk", "le cache %s ne peut pas être lu ou écrit (%s).", "the cache %s cannot be read or written (%s).", dir, fetch.Innermost(err))
	f.Err = err
	return f
}
