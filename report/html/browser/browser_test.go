package browser

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/report/html"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// write writes the page of some tables, by file name, and gives its path.
func write(t *testing.T, schema string, tables ...string) string {
	t.Helper()
	s, err := schemas.Find(schema)
	if err != nil {
		t.Fatal(err)
	}
	r := &validate.Result{Version: "0.1.0", Checks: checks.All(), FailOn: validate.Error}
	dir := t.TempDir()
	for i, table := range tables {
		path := filepath.Join(dir, fmt.Sprintf("table%d.csv", i+1))
		if err := os.WriteFile(path, []byte(table), 0o644); err != nil {
			t.Fatal(err)
		}
		in, err := input.Open(path, nil, input.Options{})
		if err != nil {
			t.Fatal(err)
		}
		f := validate.Run(context.Background(), in, validate.Compile(s, r.Checks, validate.Options{MaxFindings: 1000, Cells: true}), 1, nil)
		in.Close()
		f.File.Path = filepath.Base(path)
		r.Add(f)
	}
	var b bytes.Buffer
	if err := html.Format.New(&b, report.Options{Lang: text.French}).Write(r); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "report.html")
	if err := os.WriteFile(out, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return out
}

// A tab is a browser's, with what it complained of and what it asked for.
type tab struct {
	context.Context
	mu       sync.Mutex
	problems []string
	asked    []string
}

// open opens a page as wide as width, light or dark.
func open(t *testing.T, path string, width int64, scheme string, script bool) *tab {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, time.Minute) // a browser that hangs is a failure
	t.Cleanup(stop)
	b := &tab{Context: ctx}
	chromedp.ListenTarget(ctx, b.listen)
	b.run(t, log.Enable(), runtime.Enable(), network.Enable(), emulation.SetFocusEmulationEnabled(true),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
		emulation.SetScriptExecutionDisabled(!script), chromedp.EmulateViewport(width, 800), chromedp.Navigate("file://"+path))
	return b
}

func (b *tab) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		b.problems = append(b.problems, "console: "+e.Type.String())
	case *runtime.EventExceptionThrown:
		b.problems = append(b.problems, e.ExceptionDetails.Error())
	case *log.EventEntryAdded:
		b.problems = append(b.problems, e.Entry.Text)
	case *network.EventRequestWillBeSent:
		b.asked = append(b.asked, e.Request.URL)
	}
}

func (b *tab) run(t *testing.T, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(b, actions...); err != nil {
		t.Fatal(err)
	}
}

// eval gives what an expression of JavaScript is worth.
func eval[T any](t *testing.T, b *tab, expression string) T {
	t.Helper()
	var out T
	b.run(t, chromedp.Evaluate(expression, &out))
	return out
}

// silent says that the browser complained of nothing and asked for no address.
func (b *tab) silent(t *testing.T) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, problem := range b.problems {
		t.Error(problem)
	}
	for _, url := range b.asked {
		if !strings.HasPrefix(url, "file://") {
			t.Errorf("the page asks for %s", url)
		}
	}
}

const head = "insee,id_lieu,nom_lieu,ad_lieu,com_lieu,type,date_maj,ouvert,source,Xlong,Ylat\n"

// faulty is a table with a wrong position, swapped ones, and markup.
var faulty = head + strings.Repeat("34172,,Parking,Rue du Lac,Montpellier,Parking,2023-01-02,true,243400017,\"3,88\",43.61\n", 8) +
	"34172,,<b onclick=alert(1)>Halte</b>,Rue du Lac,Montpellier,Parc,02/01/2023,true,243400017,43.61,3.88\n"

const schema = "etalab/schema-lieux-covoiturage"

func TestPageFitsAndIsSilent(t *testing.T) {
	path := write(t, schema, faulty, head)
	for _, width := range []int64{360, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			b := open(t, path, width, scheme, true)
			if got := eval[int64](t, b, "document.documentElement.scrollWidth"); got > width {
				t.Errorf("%s: %d pixels wide, in a window of %d", scheme, got, width)
			}
			b.silent(t)
		}
	}
}

func TestFilter(t *testing.T) {
	b := open(t, write(t, schema, faulty), 1280, "light", true)
	const shown = `Array.from(document.querySelectorAll('.group')).filter(g => g.checkVisibility()).map(g => g.dataset.k)`
	all := eval[[]string](t, b, shown)
	set := func(id, value string) []string {
		b.run(t, chromedp.Evaluate(fmt.Sprintf(`{ const e = document.getElementById(%q); e.value = %q; e.form.requestSubmit(); }`, id, value), nil))
		return eval[[]string](t, b, shown)
	}
	var types []string
	for _, code := range all {
		if code == "type-error" {
			types = append(types, code)
		}
	}
	if diff := cmp.Diff(types, set("by-check", "type-error")); diff != "" || len(types) == 0 || len(types) == len(all) {
		t.Errorf("of %v the filter leaves: %s", all, diff)
	}
	if got := eval[string](t, b, `document.getElementById('shown').textContent`); !strings.HasSuffix(got, fmt.Sprint("sur ", len(all))) || !strings.HasPrefix(got, fmt.Sprint(len(types))) {
		t.Errorf("the count says %q", got)
	}
	set("by-check", "")
	if got := set("q", "MONTPÉLLIER introuvable"); len(got) != 0 {
		t.Errorf("%v is found", got)
	}
	if got := set("q", "02/01/2023"); len(got) != 1 {
		t.Errorf("%v is found for a value of one fault", got)
	}
	if got := eval[string](t, b, `document.getElementById('shown').textContent`); !strings.HasPrefix(got, "1\u00a0sorte de faute affichée") {
		t.Errorf("the count of one says %q", got)
	}
	b.run(t, chromedp.Evaluate(`{ const f = document.getElementById('filter'); f.reset(); f.requestSubmit(); }`, nil))
	if diff := cmp.Diff(all, eval[[]string](t, b, shown)); diff != "" {
		t.Errorf("after the reset: %s", diff)
	}
	b.silent(t)
}

func TestAdviceIsShownOnFocus(t *testing.T) {
	for _, script := range []bool{true, false} {
		b := open(t, write(t, schema, faulty), 360, "light", script)
		b.run(t, chromedp.Evaluate(`document.querySelector('.grid td .cell').focus()`, nil))
		const shown = `document.querySelector('.grid td .tip').checkVisibility()`
		if !eval[bool](t, b, shown) {
			t.Errorf("with script %t: the advice is not shown", script)
		}
		if script {
			if !eval[bool](t, b, `(r => r.left >= 0 && r.right <= 360)(document.querySelector('.grid td .tip').getBoundingClientRect())`) {
				t.Error("the advice leaves the window")
			}
			b.run(t, chromedp.KeyEvent("\u001b"))
			if eval[bool](t, b, shown) {
				t.Error("Escape leaves the advice")
			}
		}
		b.silent(t)
	}
}

func TestPrints(t *testing.T) {
	b := open(t, write(t, schema, faulty), 1280, "dark", true)
	var pdf []byte
	b.run(t, chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).Do(ctx)
		return err
	}))
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) < 5000 {
		t.Errorf("%d bytes of PDF", len(pdf))
	}
	b.run(t, emulation.SetEmulatedMedia().WithMedia("print"))
	if got := eval[string](t, b, `getComputedStyle(document.body).backgroundColor`); got != "rgb(255, 255, 255)" {
		t.Errorf("the paper is %s", got)
	}
	b.silent(t)
}
