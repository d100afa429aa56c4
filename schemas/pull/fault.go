package pull

import (
	"context"
	"errors"

	"github.com/socle-commun/socle/schemas/fetch"
)

// A Fault says why a document, or all of them, could not be fetched, kept or
// read. Its sentences begin with a small letter and end with a full stop.
type Fault = fetch.Fault

func refused(status int) *Fault {
	f := fetch.New("status", "le serveur refuse (réponse %d).", "the server refuses (answer %d).", status)
	switch {
	case status == 404 || status == 410:
		f = fetch.New("not-found", "le serveur n'a pas ce document (réponse %d).", "the server does not have this document (answer %d).", status)
	case status >= 500 || status == 429 || status == 408:
		f = fetch.New("status", "le serveur est en panne ou surchargé (réponse %d) : réessayez plus tard.", "the server is out of order or overloaded (answer %d): try again later.", status)
		f.Passes = true
	}
	return f
}

// errTooLong is the cause of a pull that its own limit ends.
var errTooLong = errors.New("the pull took too long")

// interrupted says that a pull was ended, and by what.
func interrupted(ctx context.Context) *Fault {
	f := fetch.New("interrupted", "interrompu.", "interrupted.")
	if errors.Is(context.Cause(ctx), errTooLong) {
		f = fetch.New("timeout", "le serveur est trop lent : tout n'a pas pu être récupéré à temps.", "the server is too slow: not everything could be fetched in time.")
	}
	f.Err = context.Cause(ctx)
	return f
}
