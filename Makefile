# One line a verb. On a fresh machine with Python 3.11 or newer (pip, venv), make and git, `make site` and
# `make test` do everything, their own set-up included.

PYTHON ?= python3
PORT ?= 8000
ASK_VERSION := import sys; print(*sys.version_info[:2], sep=".")
VERSION := $(shell $(PYTHON) -c '$(ASK_VERSION)' 2>/dev/null)
BIN := .venv/bin
# Of `make bench`: how many postings are built, how often; how many are shown in a browser; and where all this is.
POSTINGS ?= 1000
RUNS ?= 3
SHOWN ?= 10000
BENCH := .cache/bench
# Of `make fuzz`: for how long.
SECONDS ?= 60
# Tools that look at the project from outside have an environment of their own, so that none changes what a site is built with.
AUDIT := .cache/audit
# What checks the types in the scripts' comments, where npm is.
TYPESCRIPT := .cache/typescript
TSC := $(TYPESCRIPT)/node_modules/.bin/tsc
# Of `make generated`: what it writes, and below which folder.
GENERATED := postings/_template.md postings/schema.json .vscode/postings.code-snippets
INTO ?= .
# --without-pip and `pip --python`: Debian's Python lacks ensurepip, and so needs no second package.
INSTALL = $(PYTHON) -m pip --python $(BIN)/python install -q --disable-pip-version-check
# Material and ProperDocs print a notice about MkDocs 2, which pyproject.toml excludes.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.DEFAULT_GOAL := help
.PHONY: help site serve bench check check-generated generated test coverage test-properdocs fuzz kills audit sbom lint format lock standards clean

help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1 \t\2/p' $(MAKEFILE_LIST) | expand -t 24

site: .venv/.site ## build the site into site/
	@$(BIN)/python -m compileall -q hooks
	$(BIN)/mkdocs build --strict
	$(BIN)/jobboard index site

serve: .venv/.site ## show the site on http://127.0.0.1:8000/ (or PORT=8001) and follow every change
	$(BIN)/mkdocs serve -a 127.0.0.1:$(PORT)

bench: .venv/.dev ## measure builds beside other generators, live editing, and the board in a browser
	@printf '\n## Building\n\n'
	@$(BIN)/python benchmarks/build_speed.py --postings $(POSTINGS) --runs $(RUNS)
	@printf '\n## Beside an empty site\n\n'
	@$(BIN)/python benchmarks/build_speed.py --empty --runs $(RUNS)
	@printf '\n## Editing\n\n'
	@$(BIN)/python benchmarks/live_editing.py --postings $(POSTINGS)
	@printf '\n## In a browser\n\n'
	@$(BIN)/python benchmarks/corpus.py $(SHOWN) $(BENCH)/postings-$(SHOWN)
	@JOBBOARD_POSTINGS=$(BENCH)/postings-$(SHOWN) JOBBOARD_NOW=2026-11-20T12:00:00Z $(BIN)/mkdocs build --strict -d $(BENCH)/browser
	@$(BIN)/jobboard index $(BENCH)/browser
	@$(BIN)/python benchmarks/board_latency.py $(BENCH)/browser

check: check-generated ## check the postings, and what is made of the board's vocabulary
	$(BIN)/jobboard check

check-generated: .venv/.site ## see that template, schema and snippets are those of this vocabulary
	@new=$$(mktemp -d) && trap 'rm -rf "$$new"' EXIT && $(MAKE) -s generated INTO="$$new" && \
	for file in $(GENERATED); do \
	  diff -u $$file "$$new/$$file" || { echo "$$file is out of date: run \`make generated\`" >&2; exit 1; }; \
	done

generated: .venv/.site ## renew template, schema and snippets after a change of the vocabulary or the fields
	@mkdir -p $(INTO)/postings $(INTO)/.vscode
	$(BIN)/jobboard new --template > $(INTO)/postings/_template.md
	$(BIN)/jobboard schema > $(INTO)/postings/schema.json
	$(BIN)/jobboard schema --snippets > $(INTO)/.vscode/postings.code-snippets

test: .venv/.dev ## run all tests
	$(BIN)/python -m pytest -n auto --dist worksteal

coverage: .venv/.dev ## run all tests, and show which lines of hooks/ none of them runs
	@rm -rf .cache/coverage
	$(BIN)/coverage run -m pytest -n auto --dist worksteal
	@$(BIN)/coverage combine -q 2>/dev/null && rm -f .cache/coverage/data.*  # what is left is of processes that a test killed
	@$(BIN)/coverage report

test-properdocs: .venv/.dev .cache/properdocs/.done ## see that ProperDocs builds what MkDocs builds
	$(BIN)/python -m pytest tests/test_properdocs.py
	@now=$$(date +%s) && for program in $(BIN)/mkdocs .cache/properdocs/bin/properdocs; do \
	  SOURCE_DATE_EPOCH=$$now $$program build --strict -q -f mkdocs.yml -d .cache/properdocs/$$(basename $$program) || exit 1; \
	done
	test -s .cache/properdocs/properdocs/jobs.json
	diff -rq -I '<meta name="generator"' .cache/properdocs/mkdocs .cache/properdocs/properdocs

fuzz: .venv/.dev ## look for SECONDS for inputs that break what reads them
	@$(INSTALL) --require-hashes --only-binary :all: -r requirements-fuzz.txt || echo "no atheris for this Python"
	$(BIN)/python tests/fuzz/run.py --seconds $(SECONDS)

kills: .venv/.dev ## kill a build at a hundred random moments, and see which site is left
	$(BIN)/python tests/security/kills.py

audit: .venv/.dev $(AUDIT)/.done ## check licences, workflows, and the locked versions for known vulnerabilities
	$(BIN)/python tools/check_licences.py
	$(AUDIT)/bin/zizmor --offline --no-progress .github
	for lock in requirements*.txt; do $(AUDIT)/bin/pip-audit --progress-spinner off --strict --disable-pip --require-hashes -r $$lock || exit; done
	@if command -v npm >/dev/null; then npm audit --prefix tools/typescript --package-lock-only; \
	else echo "tools/typescript was not looked at: npm is not installed"; fi

sbom: .venv/.site $(AUDIT)/.done ## write sbom.json, the bill of materials of a site
	$(AUDIT)/bin/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml -o sbom.json $(BIN)/python
	$(BIN)/python tools/make_sbom.py sbom.json

lint: .venv/.dev ## check style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	@if command -v npm >/dev/null; then $(MAKE) -s $(TSC) && echo $(TSC) && $(TSC); \
	else echo "The types of the scripts were not checked: npm is not installed"; fi

format: .venv/.dev ## bring the code into shape
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: .venv/.dev ## renew the locked versions in the files requirements*.txt
	$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q pyproject.toml --group properdocs -c requirements.txt -o requirements-properdocs.txt
	for group in audit fuzz; do $(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q --group $$group -o requirements-$$group.txt || exit; done

standards: .venv/.dev ## renew the tables of countries, cities and currencies from CLDR
	PYTHONPATH=hooks $(BIN)/python tools/make_standards.py hooks/jobboard/standards

clean: ## remove what was made
	rm -rf .venv site sbom.json .cache .mypy_cache .ruff_cache .pytest_cache .pdm-build

# The environment is that of the Python that is asked for; one of another Python is made anew.
.venv/.python-$(VERSION):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "The board needs Python 3.11 or newer, and \`$(PYTHON)\` is $(or $(VERSION),not there): name another, as in \`make PYTHON=python3.13\`" >&2; exit 1; }
	@test "$$($(BIN)/python -c '$(ASK_VERSION)' 2>/dev/null)" = "$(VERSION)" || { rm -rf .venv && $(PYTHON) -m venv --without-pip .venv; }
	@touch $@

$(TSC): tools/typescript/package.json tools/typescript/package-lock.json
	@mkdir -p $(TYPESCRIPT) && cp $^ $(TYPESCRIPT)
	npm ci --prefix $(TYPESCRIPT) --ignore-scripts --no-audit --no-fund --silent
	@touch $@

.venv/.site: requirements.txt pyproject.toml .venv/.python-$(VERSION)
	$(INSTALL) --require-hashes -r requirements.txt
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.site
	$(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@

.cache/properdocs/.done: requirements-properdocs.txt
	$(PYTHON) -m venv --without-pip --clear .cache/properdocs
	$(PYTHON) -m pip --python .cache/properdocs/bin/python install -q --disable-pip-version-check --require-hashes -r requirements-properdocs.txt
	@touch $@

$(AUDIT)/.done: requirements-audit.txt
	$(PYTHON) -m venv --without-pip $(AUDIT)
	$(PYTHON) -m pip --python $(AUDIT)/bin/python install -q --disable-pip-version-check --require-hashes -r requirements-audit.txt
	@touch $@
