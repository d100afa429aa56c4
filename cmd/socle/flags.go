package main

import (
	"errors"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/socle-commun/socle/validate/input"
)

// A word is one value that a flag takes.
type word[T comparable] struct {
	name  string // as help and completion write it
	value T
	also  []string // what is understood besides
}

// A choice is a flag that takes one of a few words, in any case.
type choice[T comparable] struct {
	to    *T
	words []word[T]
}

// addChoice adds a choice to flags, with its completion. The value that to
// holds is the default.
func addChoice[T comparable](cmd *cobra.Command, flags *pflag.FlagSet, to *T, words []word[T], name, short, usage string) {
	c := &choice[T]{to, words}
	flags.VarP(c, name, short, usage)
	err := cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(c.names(), cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // a flag that was not added a line above
	}
}

func (c *choice[T]) names() []string {
	names := make([]string, len(c.words))
	for i, w := range c.words {
		names[i] = w.name
	}
	return names
}

// Set takes the value of a word.
func (c *choice[T]) Set(s string) error {
	s = strings.ToLower(s)
	for _, w := range c.words {
		for _, name := range append([]string{w.name}, w.also...) {
			if s == name {
				*c.to = w.value
				return nil
			}
		}
	}
	return &badValue{words: c.names()}
}

// String gives the word of the present value, or "" where it has none.
func (c *choice[T]) String() string {
	if c.to != nil {
		for _, w := range c.words {
			if w.value == *c.to {
				return w.name
			}
		}
	}
	return ""
}

// Type names the flag's values in help, where its usage does not.
func (c *choice[T]) Type() string { return strings.Join(c.names(), "|") }

// A number is a flag that takes a whole number.
type number struct {
	to  *int
	min int
}

// Set reads the number.
func (n number) Set(s string) error {
	v, err := strconv.Atoi(s)
	if err != nil || v < n.min || v > 1<<30 {
		return &badValue{min: n.min}
	}
	*n.to = v
	return nil
}

// String writes the number; 0, which means that nothing was asked for, is "".
func (n number) String() string {
	if n.to == nil || *n.to == 0 {
		return ""
	}
	return strconv.Itoa(*n.to)
}

// Type names the flag's values in help.
func (n number) Type() string { return "N" }

// A filled flag takes a text that is not blank: an empty one comes from a
// variable that a script forgot to set, and means nothing.
type filled struct{ to *string }

var errBlank = errors.New("blank")

// Set takes the text.
func (f filled) Set(s string) error {
	if strings.TrimSpace(s) == "" {
		return errBlank
	}
	*f.to = s
	return nil
}

// String gives the text.
func (f filled) String() string {
	if f.to == nil {
		return ""
	}
	return *f.to
}

// Type names the flag's values in help.
func (f filled) Type() string { return "string" }

// A badValue says what a flag takes, where something else was given.
type badValue struct {
	words []string
	min   int  // of a number, where there are no words
	sizes bool // a size in bytes is wanted
}

// Error says it in English.
func (b *badValue) Error() string { return b.expected(&app{lang: "en"}) }

func (b *badValue) expected(a *app) string {
	if len(b.words) > 0 {
		return a.anySign(b.words)
	}
	if b.sizes {
		return a.say("une taille comme 500M ou 4G", "a size such as 500M or 4G")
	}
	return a.say("un nombre entier, à partir de %d", "a whole number, from %d up", b.min)
}

// An encodingFlag takes the name of an encoding, in any of its spellings.
type encodingFlag struct{ filled }

// addEncoding adds the flag of the encoding, with its completion.
func addEncoding(cmd *cobra.Command, flags *pflag.FlagSet, to *string, usage string) {
	flags.Var(encodingFlag{filled{to}}, "encoding", usage)
	err := cmd.RegisterFlagCompletionFunc("encoding", cobra.FixedCompletions(input.Encodings(), cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // a flag that was not added a line above
	}
}

// Set takes the name.
func (f encodingFlag) Set(s string) error {
	name, ok := input.EncodingNamed(s)
	if !ok {
		return &badValue{words: input.Encodings()}
	}
	*f.to = name
	return nil
}

// Type names the flag's values in help.
func (f encodingFlag) Type() string { return strings.Join(input.Encodings(), "|") }

// A quoting is what --quote chose: input.Options has two fields for it.
type quoting byte

const noQuotes quoting = 1

var (
	delimiters = []word[byte]{
		{",", ',', []string{"virgule", "comma"}},
		{";", ';', []string{"point-virgule", "semicolon"}},
		{"tab", '\t', []string{"\t", `\t`, "tabulation"}},
		{"|", '|', []string{"barre", "pipe"}},
		{":", ':', []string{"deux-points", "colon"}},
	}
	quotes = []word[quoting]{
		{`"`, '"', []string{"double"}},
		{"'", '\'', []string{"simple", "single"}},
		{"none", noQuotes, []string{"aucun", "aucune", "non", "no", ""}},
	}
)

// inputFlags adds the flags that say how files are written, and gives what
// reads them once they are parsed.
func (a *app) inputFlags(cmd *cobra.Command) func() (input.Options, error) {
	var o input.Options
	var quote quoting
	var dialect string
	flags := cmd.Flags()
	addEncoding(cmd, flags, &o.Encoding, a.say("encodage des fichiers (sinon reconnu)", "encoding of the files (else recognised)"))
	addChoice(cmd, flags, &o.Delimiter, delimiters, "delimiter", "", a.say("`SIGNE` entre les colonnes : %s (sinon reconnu)", "`SIGN` between columns: %s (else recognised)", a.anySign((&choice[byte]{words: delimiters}).names())))
	addChoice(cmd, flags, &quote, quotes, "quote", "", a.say("`SIGNE` autour des cellules : %s (sinon reconnu)", "`SIGN` around cells: %s (else recognised)", a.anySign((&choice[quoting]{words: quotes}).names())))
	flags.Var(number{&o.HeaderRow, 1}, "header-row", a.say("`LIGNE` des noms de colonnes (sinon la première qui n'est pas vide)", "`ROW` of the column names (else the first that is not blank)"))
	flags.Var(filled{&dialect}, "dialect", a.say("`FICHIER` JSON qui décrit l'écriture du CSV (Table Dialect ou CSV Dialect)", "JSON `FILE` that describes how the CSV is written (Table Dialect or CSV Dialect)"))
	a.webFlags(cmd)
	flags.Var(filled{&o.Sheet}, "sheet", a.say("nom ou numéro de la `FEUILLE` d'un classeur (sinon celle qui correspond le mieux)", "name or number of the `SHEET` of a workbook (else the one that fits best)"))
	return func() (input.Options, error) {
		if o.NoQuote = quote == noQuotes; !o.NoQuote {
			o.Quote = byte(quote)
		}
		var err error
		if dialect != "" {
			o.Dialect, err = a.readDialect(dialect)
		}
		return o, err
	}
}

// maxDialect is the largest dialect document that is read, in bytes.
const maxDialect = 1 << 20

// readDialect reads a dialect document.
func (a *app) readDialect(path string) (*input.Dialect, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, a.usage("le dialecte %s ne peut pas être lu (%s).", "the dialect %s cannot be read (%s).", path, a.reason(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxDialect))
	if err != nil {
		return nil, a.usage("le dialecte %s ne peut pas être lu (%s).", "the dialect %s cannot be read (%s).", path, a.reason(err))
	}
	d, err := input.ParseDialect(data)
	var bad *input.DialectError
	if errors.As(err, &bad) {
		return nil, &failed{exitUsage, a.say("le dialecte %s : %s", "the dialect %s: %s", path, bad.Say.In(a.lang))}
	}
	return d, err
}
