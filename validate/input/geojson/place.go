package geojson

import (
	"bytes"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// A place is a position that moves over bytes, part by part.
type place struct {
	validate.Position
	cr   bool   // the last byte was a CR
	half []byte // of a character whose other bytes come next
}

// byte moves over one byte.
func (p *place) byte(c byte) {
	if c < utf8.RuneSelf && len(p.half) == 0 {
		p.Byte++
		switch {
		case c == '\n' && p.cr:
			p.cr = false
		case c == '\n', c == '\r':
			p.Line, p.Char, p.cr = p.Line+1, 1, c == '\r'
		default:
			p.Char, p.cr = p.Char+1, false
		}
		return
	}
	p.move([]byte{c})
}

// over is move for bytes of which it is known whether they are ASCII, and whether
// a CR is among them: within a chunk it need not be looked for each time.
func (p *place) over(b []byte, ascii, cr bool) {
	if cr {
		p.move(b)
		p.settle()
		return
	}
	p.Byte += int64(len(b))
	for {
		i := bytes.IndexByte(b, '\n')
		if i < 0 {
			break
		}
		p.Line, p.Char, b = p.Line+1, 1, b[i+1:]
	}
	if ascii {
		p.Char += len(b)
	} else {
		p.Char += utf8.RuneCount(b)
	}
}

// move moves over bytes.
func (p *place) move(b []byte) {
	if len(b) == 0 {
		return
	}
	p.Byte += int64(len(b))
	first := bytes.IndexByte(b, '\r')
	n, last := 0, -1
	if first >= 0 || p.cr {
		n, last = validate.Lines(b), bytes.LastIndexByte(b, '\r')
		if p.cr && b[0] == '\n' {
			n--
		}
	} else {
		n = bytes.Count(b, []byte{'\n'})
	}
	if n > 0 || b[0] == '\n' {
		last = max(last, bytes.LastIndexByte(b, '\n'))
	}
	p.cr = b[len(b)-1] == '\r'
	p.Line += n
	if last >= 0 {
		p.Char, p.half, b = 1, p.half[:0], b[last+1:]
	}
	p.runes(b)
}

// runes counts the characters of a part of a line.
func (p *place) runes(b []byte) {
	if len(p.half) == 0 && text.IsASCII(b) {
		p.Char += len(b)
		return
	}
	b = append(p.half, b...)
	keep := 0
	for back := 1; back < utf8.UTFMax && back <= len(b); back++ {
		if c := b[len(b)-back]; utf8.RuneStart(c) {
			if !utf8.FullRune(b[len(b)-back:]) {
				keep = back
			}
			break
		}
	}
	p.Char += utf8.RuneCount(b[:len(b)-keep])
	p.half = append([]byte(nil), b[len(b)-keep:]...)
}

// settle counts what is left of a character as one, for no other byte of it comes.
func (p *place) settle() {
	p.Char += utf8.RuneCount(p.half)
	p.half = nil
}
