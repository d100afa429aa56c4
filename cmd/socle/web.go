package main

import (
	"context"
	"errors"
	"io"
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/datapackage"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/web"
)

// webFlags adds the flags of what is not read from a file.
func (a *app) webFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	a.web.MaxBytes = web.MaxBytes
	flags.Var(byteSize{&a.web.MaxBytes}, "max-download", a.say("`TAILLE` au-delà de laquelle une adresse n'est pas lue : 500M, 4G…", "`SIZE` beyond which an address is not read: 500M, 4G…"))
	flags.Var(filled{&a.stdinName}, "stdin-name", a.say("`NOM` de l'entrée standard, pour reconnaître le schéma et dans le rapport", "`NAME` of standard input, to recognise the schema and in the report"))
}

// A byteSize is a flag that takes a number of bytes, with K, M or G for
// thousands of 1024.
type byteSize struct{ to *int64 }

const sizeUnits = "KMG"

// Set reads the size.
func (b byteSize) Set(s string) error {
	number := strings.TrimRight(strings.ToUpper(strings.TrimSpace(s)), "IBO ") // Mio, MiB, Mo
	unit := 0
	if n := len(number); n > 0 {
		if unit = strings.IndexByte(sizeUnits, number[n-1]) + 1; unit > 0 {
			number = strings.TrimSpace(number[:n-1])
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n < 1 || n > 1<<50>>(10*unit) {
		return &badValue{sizes: true}
	}
	*b.to = n << (10 * unit)
	return nil
}

// String writes the size.
func (b byteSize) String() string {
	if b.to == nil || *b.to == 0 {
		return ""
	}
	n, unit := *b.to, 0
	for n%1024 == 0 && unit < len(sizeUnits) {
		n /= 1024
		unit++
	}
	return strconv.FormatInt(n, 10) + sizeUnits[:unit][max(unit-1, 0):]
}

// Type names the flag's values in help.
func (b byteSize) Type() string { return "SIZE" }

// openWeb opens the one table at an address. What has to be read here and
// there, a workbook or an archive, is copied first.
func (a *app) openWeb(ctx context.Context, address string, o input.Options, best fit) (validate.Input, error) {
	from, failure := a.webStream(ctx, address)
	if failure != nil {
		return nil, failure
	}
	shown := web.Public(address)
	if !from.packed() {
		return a.openStream(from, shown, o)
	}
	defer from.Close()
	kept, failure := a.copyOf(from, ".tmp", 0)
	if failure != nil {
		return nil, failure
	}
	return a.openForgetting(kept, shown, o, best)
}

// otherName is the name that a server gives a file, where the address does not
// end with it.
func otherName(b *web.Body) string {
	if b.Name == ownName(b.Address) {
		return ""
	}
	return b.Name
}

// ownName is the name that a path or an address ends with.
func ownName(of string) string {
	if u, err := url.Parse(of); err == nil && web.Is(of) {
		return path.Base(u.Path)
	}
	return input.Name(of)
}

// maxSchema is the largest schema document that is fetched, in bytes.
const maxSchema = 16 << 20

// schemaAt fetches the schema document at an address.
func (a *app) schemaAt(address string) (*schemas.Schema, error) {
	shown := web.Public(address)
	data, failure := web.Document(a.ctx, address, maxSchema, web.Options{})
	if failure != nil {
		return nil, a.usage("le schéma %s ne peut pas être lu. %s", "the schema %s cannot be read. %s", shown, failure.Say.In(a.lang))
	}
	s, err := schemas.Parse(shown, data)
	if err != nil {
		return nil, a.schemaError(shown, err)
	}
	s.Source = shown
	return a.remarked(s, shown), nil
}

// packageWeb reads what the document of a Data Package names by addresses.
func (a *app) packageWeb() *datapackage.Web {
	return &datapackage.Web{
		Table: func(address string, o input.Options) (validate.Input, error) {
			return a.openWeb(a.ctx, address, o, likeness)
		},
		Body: func(address string) (io.ReadCloser, error) {
			body, failure := web.Open(a.ctx, address, a.web)
			if failure != nil {
				return nil, failure
			}
			return body, nil
		},
	}
}

// asFailure is an error as a failure.
func asFailure(err error) *validate.Failure {
	var failure *validate.Failure
	if errors.As(err, &failure) {
		return failure
	}
	return unreadable(err)
}
