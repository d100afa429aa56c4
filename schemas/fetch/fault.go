package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"

	"github.com/socle-commun/socle/schemas/text"
)

// A Fault says why something could not be fetched. Its sentences begin with a
// small letter and end with a full stop.
type Fault struct {
	Code   string // a stable word
	Say    text.Text
	Passes bool  // another attempt may succeed
	Err    error // of the system, behind the fault; mostly nil
}

// Error says the fault in English.
func (f *Fault) Error() string { return f.Say.EN }

// Unwrap gives the error of the system behind the fault, if any.
func (f *Fault) Unwrap() error { return f.Err }

// Of says where the fault was met.
func (f *Fault) Of(u *url.URL) *Fault {
	g := *f
	g.Say = text.Text{FR: Public(u) + " : " + f.Say.FR, EN: Public(u) + ": " + f.Say.EN}
	return &g
}

// New makes a fault from sentences with the same values in the same order.
func New(code, fr, en string, args ...any) *Fault {
	return &Fault{Code: code, Say: text.Text{FR: fmt.Sprintf(fr, args...), EN: fmt.Sprintf(en, args...)}}
}

// BadAddress says that something is no address of the web.
func BadAddress(address string) *Fault {
	return New("address", "« %s » n'est pas une adresse du web (https://…).", "%q is not a web address (https://…).", address)
}

// Downgraded says that a secure address leads to one that is not.
func Downgraded(u *url.URL) *Fault {
	return New("redirect", "une adresse sûre (https) renvoie à une adresse qui ne l'est pas : %s.", "a secure address (https) leads to one that is not: %s.", Public(u))
}

// TimedOut says that a server was too slow.
func TimedOut() *Fault {
	f := New("timeout", "le serveur n'a pas répondu à temps : réessayez plus tard.", "the server did not answer in time: try again later.")
	f.Passes = true
	return f
}

// Cut says that an answer is not whole.
func Cut() *Fault {
	f := New("cut", "la réponse du serveur s'est arrêtée avant sa fin.", "the server's answer stopped before its end.")
	f.Passes = true
	return f
}

// Network says why a question had no answer, or not all of it: err is that of
// a client or of reading a body.
func Network(err error) *Fault {
	var (
		fault   *Fault
		timeout net.Error
		dns     *net.DNSError
		op      *net.OpError
		bad     *tls.CertificateVerificationError
	)
	switch {
	case errors.As(err, &fault): // a redirection that Follow refused
		return fault
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return TimedOut()
	case errors.As(err, &bad):
		f := New("certificate", "le serveur ne prouve pas qui il est (%s) : voyez avec votre service informatique.", "the server does not prove who it is (%s): ask your IT department.", Innermost(err))
		f.Err = err
		return f
	case errors.As(err, &dns):
		return New("unreachable", "le serveur %s est introuvable : êtes-vous connecté à internet ?", "the server %s cannot be found: are you connected to the internet?", dns.Name)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.As(err, &op) && op.Op == "read":
		return Cut()
	}
	f := New("unreachable", "le serveur n'a pas pu être joint (%s).", "the server could not be reached (%s).", Innermost(err))
	f.Passes, f.Err = true, err
	return f
}

// Innermost is what the system says, without the addresses around it.
func Innermost(err error) string {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return err.Error()
		}
		err = next
	}
}
