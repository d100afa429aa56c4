package input

import (
	"archive/zip"
	"bytes"
	endian "encoding/binary"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
)

// zipped writes an archive of members, given by name and content in turn.
func zipped(t testing.TB, members ...string) string {
	t.Helper()
	return archived(t, func(z *zip.Writer) error {
		for i := 0; i < len(members); i += 2 {
			if err := put(z, &zip.FileHeader{Name: members[i], Method: zip.Deflate}, members[i+1]); err != nil {
				return err
			}
		}
		return nil
	})
}

func put(z *zip.Writer, h *zip.FileHeader, content string) error {
	w, err := z.CreateHeader(h)
	if err == nil {
		_, err = io.WriteString(w, content)
	}
	return err
}

// archived writes an archive and gives its path.
func archived(t testing.TB, write func(*zip.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zstd.ZipMethodWinZip, zstd.ZipCompressor())
	if err := write(z); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return saved(t, b.Bytes())
}

func saved(t testing.TB, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "archive.zip")
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// listed opens every dataset of an archive: it gives the labels, or the code
// of what failed, by name.
func listed(t *testing.T, path string) map[string]string {
	t.Helper()
	a, err := ReadArchive(path)
	if err != nil {
		return map[string]string{"": codeOf(err)}
	}
	got := map[string]string{}
	for _, m := range a.Datasets {
		in, err := OpenMember("x", m, Options{})
		if err != nil {
			got[m.Name] = codeOf(err)
			continue
		}
		for _, e := range in.Chunks() {
			err = e
		}
		if got[m.Name] = strings.Join(in.File().Labels, "|"); err != nil {
			got[m.Name] = codeOf(err)
		}
		in.Close()
	}
	return got
}

func TestZip(t *testing.T) {
	link := &zip.FileHeader{Name: "lien.csv"}
	link.SetMode(fs.ModeSymlink | 0o777)
	extra := func(name, utf8 string) *zip.FileHeader {
		field := endian.LittleEndian.AppendUint16(nil, unicodePath)
		field = endian.LittleEndian.AppendUint16(field, uint16(5+len(utf8)))
		field = endian.LittleEndian.AppendUint32(append(field, 1), crc32.ChecksumIEEE([]byte(name)))
		return &zip.FileHeader{Name: name, NonUTF8: true, Extra: append(field, utf8...)}
	}
	for _, tt := range []struct {
		name, path string
		want       map[string]string
	}{
		{"datasets and what is none", zipped(t,
			"2024/subventions.csv", "a,b\n1,x\n", "lisez-moi.pdf", "%PDF", "notes.txt", "a\tb\n1\t2\n", "vide/", "",
			"schema.json", `{"fields": [{"name": "a"}]}`, "reglages.json", `{"a": 1}`, "lieux.json", `[{"a": 1}]`, "lieux.geojson", `{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null, "properties": {"b": 1}}]}`),
			map[string]string{"2024/subventions.csv": "a|b", "notes.txt": "a|b", "lieux.json": "a", "lieux.geojson": "b"}},
		{"what systems add, what is hidden", zipped(t,
			"a.csv", "a\n1\n", "__MACOSX/._a.csv", "x", "x/__MACOSX/._a.csv", "x", ".DS_Store", "x", ".cache/a.csv", "a\n", "x/.a.csv", "a\n", "~$a.xlsx", "x"),
			map[string]string{"a.csv": "a"}},
		{"paths", zipped(t, `windows\path.csv`, "a\n1\n", "../../etc/passwd.csv", "a\n", "/etc/x", "x", `C:\x.csv`, "a\n", "./b.csv", "b\n1\n", "10:30.csv", "c\n1\n"),
			map[string]string{"windows/path.csv": "a", "../../etc/passwd.csv": "unsafe-path", "/etc/x": "unsafe-path", "C:/x.csv": "unsafe-path", "./b.csv": "b", "10:30.csv": "c"}},
		{"packed members", zipped(t, "inner.zip", "PK", "a.csv.gz", "x", "b.csv.zst", "x", "c.tar.gz", "x", "packed.csv", gzipped(t, "a\n1\n")),
			map[string]string{"inner.zip": "nested-archive", "a.csv.gz": "nested-archive", "b.csv.zst": "nested-archive", "c.tar.gz": "nested-archive", "packed.csv": "nested-archive"}},
		{"two of one name", zipped(t, "a.csv", "a\n1\n", "b.csv", "b\n1\n", "a.csv", "c\n1\n", `a.csv`, "d\n1\n"),
			map[string]string{"a.csv": "duplicate-name", "b.csv": "b"}},
		{"a link", archived(t, func(z *zip.Writer) error { return put(z, link, "/etc/passwd") }), map[string]string{"lien.csv": "link"}},
		{"behind a password", archived(t, func(z *zip.Writer) error {
			return put(z, &zip.FileHeader{Name: "a.csv", Flags: 1}, "a\n1\n")
		}), map[string]string{"a.csv": "encrypted"}},
		{"names of other systems", archived(t, func(z *zip.Writer) error {
			for _, h := range []*zip.FileHeader{
				{Name: "\x82coles.csv", NonUTF8: true}, {Name: "\xb7 trier.csv", NonUTF8: true}, {Name: "déjà.csv", NonUTF8: true},
				{Name: "été.csv"}, extra("t.csv", "théâtre.csv"), extra("o.csv", "œuvres/œ.csv"),
			} {
				if err := put(z, h, "a\n1\n"); err != nil {
					return err
				}
			}
			return nil
		}), map[string]string{"écoles.csv": "a", "À trier.csv": "a", "déjà.csv": "a", "été.csv": "a", "théâtre.csv": "a", "œuvres/œ.csv": "a"}},
		{"packed by zstd", archived(t, func(z *zip.Writer) error {
			return put(z, &zip.FileHeader{Name: "a.csv", Method: zstd.ZipMethodWinZip}, "a\n1\n")
		}), map[string]string{"a.csv": "a"}},
		{"a bomb", zipped(t, "bomb.csv", "a\n"+strings.Repeat("0", freeBytes+(8<<20)), "a.csv", "a\n1\n"),
			map[string]string{"bomb.csv": "too-large-unpacked", "a.csv": "a"}},
		{"without data", zipped(t, "a.pdf", ""), map[string]string{"": "no-files"}},
		{"empty", zipped(t), map[string]string{"": "no-files"}},
		{"too many", zipped(t, func() (names []string) {
			for i := range maxMembers + 1 {
				names = append(names, string(rune('a'+i%26)), "")
			}
			return names
		}()...), map[string]string{"": "too-many-members"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, listed(t, tt.path)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if !IsZip(tt.path) {
				t.Error("not taken for an archive")
			}
		})
	}
}

// TestSpoiledZip spoils archives byte by byte.
func TestSpoiledZip(t *testing.T) {
	good, err := os.ReadFile(zipped(t, "a.csv", "a\n"+strings.Repeat("1\n", 1000), "b.csv", "b\n1\n"))
	if err != nil {
		t.Fatal(err)
	}
	spoil := func(change func(b []byte) []byte) string { return saved(t, change(bytes.Clone(good))) }
	central := bytes.Index(good, []byte("PK\x01\x02"))
	for name, tt := range map[string]struct {
		path string
		want map[string]string
	}{
		"cut":            {spoil(func(b []byte) []byte { return b[:len(b)/2] }), map[string]string{"": "damaged-archive"}},
		"other contents": {spoil(func(b []byte) []byte { b[50] ^= 0xff; return b }), map[string]string{"a.csv": "damaged-archive", "b.csv": "b"}},
		"an unknown packing": {spoil(func(b []byte) []byte {
			b[central+10] = 9
			return b
		}), map[string]string{"a.csv": "packing", "b.csv": "b"}},
		"more than it holds": {spoil(func(b []byte) []byte {
			endian.LittleEndian.PutUint32(b[central+20:], 1<<20)
			return b
		}), map[string]string{"": "too-large-unpacked"}},
	} {
		if diff := cmp.Diff(tt.want, listed(t, tt.path)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if IsZip(zipped(t, "xl/workbook.xml", "", "[Content_Types].xml", "")) {
		t.Error("a workbook was taken for an archive")
	}
}

func TestArchiveFiles(t *testing.T) {
	path := zipped(t, "p/datapackage.json", `{"resources": []}`, "p/schema.json", "{}", "../x.json", "{}")
	a, err := ReadArchive(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Packages) != 1 || a.Packages[0].Name != "p/datapackage.json" {
		t.Errorf("packages: %+v", a.Packages)
	}
	for name, want := range map[string]string{"p/schema.json": "{}", "p/absent.json": "", "../x.json": "unsafe-path"} {
		m, ok := a.File(name)
		got := ""
		if ok {
			from, err := m.Open()
			if got = codeOf(err); err == nil {
				data, err := io.ReadAll(from)
				got = string(data) + codeOf(err)
				from.Close()
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestProgress reads files to their ends: what was read grows to 1.
func TestProgress(t *testing.T) {
	text := "a,b\n" + strings.Repeat("1,2\n", 1<<20)
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	wide := "\xff\xfe" + strings.Repeat("1\x00\n\x00", 1<<20)
	archive, err := ReadArchive(zipped(t, "a.csv", text))
	if err != nil {
		t.Fatal(err)
	}
	for name, open := range map[string]func() (any, error){
		"plain":  func() (any, error) { return Open(write("a.csv", text), nil, Options{}) },
		"gzip":   func() (any, error) { return Open(write("a.csv.gz", gzipped(t, text)), nil, Options{}) },
		"zstd":   func() (any, error) { return Open(write("a.csv.zst", zstandard(t, text)), nil, Options{}) },
		"utf-16": func() (any, error) { return Open(write("wide.csv", wide), nil, Options{}) },
		"member": func() (any, error) { return OpenMember("x", archive.Datasets[0], Options{}) },
	} {
		opened, err := open()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		in := opened.(*csvInput)
		before, ended := in.Progress(), 0.0
		if before >= 1 {
			t.Errorf("%s: %g is read at the beginning", name, before)
		}
		for _, err := range in.Chunks() {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if now := in.Progress(); now < ended {
				t.Errorf("%s: from %g back to %g", name, ended, now)
			} else {
				ended = now
			}
		}
		if ended != 1 {
			t.Errorf("%s: %g is read at the end", name, ended)
		}
		in.Close()
	}
}

// FuzzNames wants names without harm: UTF-8, and with "/".
func FuzzNames(f *testing.F) {
	f.Add("\x82coles.csv", []byte{0x75, 0x70, 5, 0, 1, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, name string, extra []byte) {
		got := nameIn(&zip.File{FileHeader: zip.FileHeader{Name: name, Extra: extra}})
		if strings.ToValidUTF8(got, "") != got || strings.Contains(got, `\`) {
			t.Errorf("%q", got)
		}
	})
}
