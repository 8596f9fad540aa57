# The commands of this project. `make` alone lists them.
#
# Variables: DATA=folder with records (default data), SITE=output folder (default site),
#            CACHE=folder for what a build keeps for the next (default .cache, nothing if empty),
#            SITE_URL=https://… where the site will be served,
#            FORMAT=github, LEGAL=1, LESBARKEIT=1 and VERGLEICH=branch or folder for `make check`.

DATA ?= data
SITE ?= site
# Material announces its end of life at every build; ADR 0004 has taken note.
NO_MKDOCS_2_WARNING := 1
export DATA SITE NO_MKDOCS_2_WARNING
ifneq ($(SITE_URL),)
export SITE_URL
endif

PORT ?= 8000
WORKERS ?= $(shell getconf _NPROCESSORS_ONLN)
BUILT := .venv/.installed-build
TESTED := .venv/.installed-test
BENCHED := .venv/.installed-bench

.DEFAULT_GOAL := help
.PHONY: help serve build check checked new test lint types unit browser hostile fuzz bench bench-compare lock format clean

help: ## lists these commands
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(BUILT) ## shows the site at http://127.0.0.1:8000 and rebuilds it on every change
	.venv/bin/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(BUILT) ## builds the site into site/
	.venv/bin/mkdocs build --strict

check: checked ## checks all records and says what to mend (exit 0 clean, 1 problems, 2 wrong usage)
	$(if $(filter 0,$(CHECKED)),+@:,$(if $(filter 1,$(CHECKED)),@false,+@exit 2))

# make itself can only say 2 for "failed"; asked a question (-q) it says 1 for "no". So that problems
# in records are not mistaken for wrong usage, `make check` asks; lines with + run all the same.
ifeq ($(MAKECMDGOALS),check)
MAKEFLAGS += --question
endif
CHECKED = $(shell cat .venv/.checked)

checked: $(BUILT)
	+@.venv/bin/portal check --data "$(DATA)" $(if $(FORMAT),--format "$(FORMAT)") $(if $(LEGAL),--legal) $(if $(LESBARKEIT),--lesbarkeit) $(if $(VERGLEICH),--base "$(VERGLEICH)"); echo $$? >.venv/.checked

new: $(BUILT) ## asks for all a new record needs and writes it (TYPE=beschluesse, roadmap, fragen, …)
	@.venv/bin/portal new --data "$(DATA)" $(or $(TYPE),beschluesse)

# One run for all, so that the sites tests look at are built once; a worker per processor.
test: lint types ## runs everything: lint, types, unit, golden, build and browser tests
	.venv/bin/pytest --numprocesses $(WORKERS) --dist worksteal --durations 15 --durations-min 10

lint: $(TESTED)
	.venv/bin/ruff check
	.venv/bin/ruff format --check

types: $(TESTED)
	.venv/bin/mypy

unit: $(TESTED) ## runs what needs no browser
	.venv/bin/pytest --ignore tests/browser

browser: $(TESTED) ## runs what needs a browser
	.venv/bin/pytest tests/browser

hostile: $(TESTED) ## tells what becomes of hostile input, and of everything that is broken on purpose
	@PYTHONPATH=hooks:tests .venv/bin/python -m hostile.report

fuzz: $(TESTED) ## tries new inputs on loader, dates, prose and links (FUZZ_EXAMPLES=100000 takes about an hour)
	FUZZ_EXAMPLES=$(or $(FUZZ_EXAMPLES),5000) .venv/bin/pytest tests/unit/test_loader_properties.py tests/unit/test_dates.py \
	  tests/unit/parts/test_prose_is_harmless.py tests/unit/check/test_links_lead_somewhere.py

bench: $(BENCHED) ## measures builds, changes and visits on made-up towns, beside other generators (BENCH_SIZES=100,1000 for a quick run)
	.venv/bin/python tests/bench/bench.py

bench-compare: $(BENCHED) ## two commits side by side, as ratios (BASE=commit or JSON file of `make bench`)
	.venv/bin/python tests/bench/bench.py compare "$(BASE)"

lock: $(TESTED) ## renews the lock files in requirements/
	.venv/bin/python -m pip install --quiet --disable-pip-version-check uv
	.venv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet \
	  --no-emit-index-url --no-emit-find-links requirements/build.in -o requirements/build.txt
	.venv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet \
	  --no-emit-index-url --no-emit-find-links requirements/test.in -o requirements/test.txt
	.venv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet \
	  --no-emit-index-url --no-emit-find-links requirements/bench.in -o requirements/bench.txt
	.venv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet \
	  --no-emit-index-url --no-emit-find-links requirements/audit.in -o requirements/audit.txt

format: $(TESTED) ## formats the code
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

clean: ## removes everything that can be made again
	rm -rf .venv site build .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BUILT): requirements/build.txt requirements/setup.sh
	+@requirements/setup.sh build.txt
	+@touch $@

$(TESTED): requirements/build.txt requirements/test.txt requirements/setup.sh
	@requirements/setup.sh build.txt test.txt
	@touch $(BUILT) $@

# Other generators get an environment of their own. Without network the rest is measured all the same.
$(BENCHED): $(TESTED) requirements/bench.txt
	@.venv/bin/python -m venv .venv/bench
	@if .venv/bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
	  -r requirements/bench.txt; then touch $@; else echo "Zensical and Hugo could not be installed; make bench will say so." >&2; fi
