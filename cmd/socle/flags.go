package main

import (
	"errors"
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
	min   int // of a number, where there are no words
}

// Error says it in English.
func (b *badValue) Error() string { return b.expected(&app{lang: "en"}) }

func (b *badValue) expected(a *app) string {
	if len(b.words) > 0 {
		return a.anySign(b.words)
	}
	return a.say("un nombre entier, à partir de %d", "a whole number, from %d up", b.min)
}

// A quoting is what --quote chose: input.Options has two fields for it.
type quoting byte

const noQuotes quoting = 1

var (
	encodings = []word[string]{
		{input.UTF8, input.UTF8, []string{"utf8", "utf_8", "utf-8-sig", "unicode"}},
		{input.Windows1252, input.Windows1252, []string{"windows1252", "cp1252", "cp-1252", "1252", "ansi", "latin1", "latin-1", "iso-8859-1", "iso8859-1", "iso_8859-1"}},
	}
	delimiters = []word[byte]{
		{",", ',', []string{"virgule", "comma"}},
		{";", ';', []string{"point-virgule", "semicolon"}},
		{"tab", '\t', []string{"\t", `\t`, "tabulation"}},
		{"|", '|', []string{"barre", "pipe"}},
	}
	quotes = []word[quoting]{
		{`"`, '"', []string{"double"}},
		{"'", '\'', []string{"simple", "single"}},
		{"none", noQuotes, []string{"aucun", "aucune", "non", "no", ""}},
	}
)

// inputFlags adds the flags that say how files are written, and gives what
// reads them once they are parsed.
func (a *app) inputFlags(cmd *cobra.Command) func() input.Options {
	var o input.Options
	var quote quoting
	flags := cmd.Flags()
	addChoice(cmd, flags, &o.Encoding, encodings, "encoding", "", a.say("encodage des fichiers (sinon reconnu)", "encoding of the files (else recognised)"))
	addChoice(cmd, flags, &o.Delimiter, delimiters, "delimiter", "", a.say("`SIGNE` entre les colonnes : %s (sinon reconnu)", "`SIGN` between columns: %s (else recognised)", a.anySign((&choice[byte]{words: delimiters}).names())))
	addChoice(cmd, flags, &quote, quotes, "quote", "", a.say("`SIGNE` autour des cellules : %s (sinon \")", "`SIGN` around cells: %s (else \")", a.anySign((&choice[quoting]{words: quotes}).names())))
	flags.Var(number{&o.HeaderRow, 1}, "header-row", a.say("`LIGNE` des noms de colonnes (sinon la première qui n'est pas vide)", "`ROW` of the column names (else the first that is not blank)"))
	return func() input.Options {
		if o.NoQuote = quote == noQuotes; !o.NoQuote {
			o.Quote = byte(quote)
		}
		return o
	}
}
