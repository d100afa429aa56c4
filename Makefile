# make build     the program, as ./socle
# make test      the whole suite, below five minutes
# make check     what a change must pass: lint, race, test
# make golden    write anew what tests compare with (scripts, reports, checks, the index)
# make docs      write CHECKS.fr.md and CHECKS.en.md anew
# make cog       write the list of communes anew from its npm package
# make oracle ORACLE=DIR   hold the program against cases of what frictionless says
# make peers-geojson   hold the program against other validators of GeoJSON (Node.js, npm)
# make messages  faults planted in the examples: what the findings say and propose
# make fuzz      every fuzz target for FUZZTIME
# make bench     a million rows beside wc and encoding/csv, then the units
# make bench-peers   the same files judged by what others use (Python, Node.js, Rust); PEERS="-only bal -runs 1" for some
# make browser   the HTML report in Chromium, which must be installed
# make office    the workbook report in LibreOffice, which must be installed

GO          ?= go
FUZZTIME    ?= 30s
STATICCHECK ?= honnef.co/go/tools/cmd/staticcheck@v0.8.2
VERSION     ?= $(shell git describe --tags --always --dirty 2>/dev/null)

.PHONY: build test race lint check golden docs cog oracle peers-geojson messages fuzz bench bench-peers browser office

build:
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags "-s -w -X main.release=$(VERSION)" -o socle ./cmd/socle

test:
	$(GO) test ./...

race:
	CGO_ENABLED=1 $(GO) test -race ./...

lint:
	@test -z "$$(gofmt -l .)" || { echo "not formatted:"; gofmt -l .; exit 1; }
	$(GO) vet ./...
	$(GO) mod tidy -diff
	$(GO) run $(STATICCHECK) ./...

check: lint race test

golden:
	$(GO) test ./cmd/socle ./report ./report/ci ./report/html ./schemas ./validate/checks ./validate/france/telephone -update

docs:
	$(GO) test ./validate/checks -update

cog:
	$(GO) run ./cmd/cog -download

oracle:
	@test -n "$(ORACLE)" || { echo "make oracle ORACLE=DIR"; exit 2; }
	@$(GO) run ./cmd/oracle "$(ORACLE)"

peers-geojson:
	@$(GO) run ./cmd/peers

messages:
	@$(GO) run ./cmd/messages

fuzz:
	@for target in $$(grep -rl '^func Fuzz' --include='*_test.go' . | sort); do \
	  for name in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9]*\).*/\1/p' $$target); do \
	    echo "== $$name in $$(dirname $$target)"; \
	    $(GO) test $$(dirname $$target) -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) || exit 1; \
	  done; \
	done

bench:
	$(GO) run ./cmd/bench
	$(GO) test ./schemas/... ./validate/... ./cmd/bench -run '^$$' -bench . -benchmem

bench-peers:
	@$(GO) run ./cmd/benchpeers $(PEERS)

browser:
	cd report/html/browser && $(GO) vet ./... && $(GO) test ./...

office:
	@dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && \
	  { $(GO) run ./cmd/socle validate -q -f xlsx:$$dir/report.xlsx testdata/examples/scdl/subventions/invalide-cellules.csv 2>/dev/null || true; } && \
	  HOME=$$dir soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1' --outdir $$dir $$dir/report.xlsx >/dev/null && \
	  ls $$dir/*.csv && grep -q 'non conforme' $$dir/report-*.csv && grep -q '21350238800019' $$dir/report-*.csv && echo "the workbook opens in LibreOffice"
