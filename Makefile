# What a contributor runs; `make` alone explains. Each target installs what it needs into .venv, once.

.DEFAULT_GOAL := help
.NOTPARALLEL:
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: help
help: ## Show this
	@echo "make TARGET, where TARGET is one of"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "Python: $(or $(PYTHON),none found that is 3.11 or newer; say make PYTHON=/path/to/it)"

# --- for everybody --------------------------------------------------------------------------------------------------

.PHONY: demo
demo: $(VENV)/.package ## Build sample_releases/ into public/ and say where to look
	@$(BIN)/pressrelease build sample_releases --out "$(CURDIR)/public"

.PHONY: test
test: $(VENV)/.test ## Pass the tests (some of them: make test ARGS="-k rss")
	@$(BIN)/python -m pytest -n auto -q $(ARGS)

# --- for who changes it ---------------------------------------------------------------------------------------------

# What CI runs, in its order; .ci/run asks for this list.
CHECKS := lint types contracts test docs-current wheel demo hostile-sample

.PHONY: check
check: $(CHECKS) ## Run all that CI runs
	@echo "All good: $(CHECKS)"

.PHONY: checks
checks:
	@echo $(CHECKS)

.PHONY: format
format: $(VENV)/.lint ## Put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: lint
lint: $(VENV)/.lint ## Check form, likely mistakes, and that what is imported is declared
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/deptry .

.PHONY: types
types: $(VENV)/.lint ## Check types
	$(BIN)/mypy

.PHONY: contracts
contracts: $(VENV)/.lint ## Check that imports point down the floors
	$(BIN)/lint-imports

.PHONY: docs
docs: $(VENV)/.package ## Write the pages of docs/ that are made from the code
	$(BIN)/python docs/make.py

.PHONY: pictures
pictures: $(VENV)/.test ## Take the pictures of README and docs (needs Chromium, and npm's playwright-core)
	$(BIN)/python docs/screenshots.py

.PHONY: docs-current
docs-current: docs ## Check that the pages made from the code are what it says
	git diff --exit-code --stat -- docs

.PHONY: wheel
wheel: $(VENV)/.lint ## Build dist/ and try the wheel alone, in an environment of its own
	bash tests/wheel.sh $(BIN)/python

.PHONY: hostile-sample
hostile-sample: $(VENV)/.test ## Hostile input, a sample (needs the independent checks, see CONTRIBUTING)
	bash tests/hostile/run.sh sample

.PHONY: hostile
hostile: $(VENV)/.test ## Hostile input, all of it (half an hour or so)
	bash tests/hostile/run.sh all

.PHONY: bench
bench: $(VENV)/.bench ## Measure: parse and render, feeds, wire items, start-up
	$(BIN)/python benchmarks/run.py $(ARGS)

.PHONY: clean
clean: ## Remove what these targets made
	rm -rf $(VENV) public dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find pressrelease tests benchmarks docs -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# --- the environment ------------------------------------------------------------------------------------------------

$(VENV)/.package: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/it" >&2; exit 1; }
	@echo "installing pressrelease into $(VENV) …"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --upgrade 'pip>=25.1' # the first that reads dependency groups
	@$(PIP) --editable ".[all]" # what a newsroom can have: pictures, search, preview
	@touch $@

$(VENV)/.test $(VENV)/.lint $(VENV)/.bench: $(VENV)/.%: $(VENV)/.package
	@echo "installing what \`$*\` needs …"
	@$(PIP) --group $*
	@touch $@
