# make demo    what belie does, on the examples
# make test    the tests        make lint, make types   the checks on the code
# make bench   how fast matching is, beside other engines; PART=quick for the small sizes alone,
#              ARTICLES=path.jsonl for how fast reading is, beside spaCy
# make clean   everything that these made
#
# Each sets up .venv by itself, and again only when pyproject.toml has changed.

PYTHON ?= python3

BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint types bench preflight clean

demo: .venv/.base
	$(BIN)/belie check examples/annexed-regions.txt --published 2022-10-04 --fail-on never

test: .venv/.test
	$(BIN)/python -m pytest

lint: .venv/.lint
	$(BIN)/ruff check engine tests
	$(BIN)/ruff format --check engine tests

types: .venv/.lint
	$(BIN)/mypy

bench: .venv/.bench
	$(BIN)/python tests/bench/matching.py $(PART)
	$(if $(ARTICLES),$(BIN)/python tests/bench/speed.py $(ARTICLES))

.venv/.base: pyproject.toml
	@$(MAKE) --no-print-directory preflight
	$(PYTHON) -m venv .venv
	$(PIP) --editable .
	@touch $@

.venv/.%: .venv/.base
	$(PIP) --editable '.[$*]'
	@touch $@

# durable-rules is built from source: better one line here than a page from pip.
preflight:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'belie needs Python 3.11 or newer; name one with: make PYTHON=python3.11' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo 'belie needs the venv module; install it with: apt-get install python3-venv' >&2; exit 1; }
	@command -v cc >/dev/null || command -v gcc >/dev/null \
	  || { echo 'belie needs a C compiler; install one with: apt-get install gcc' >&2; exit 1; }
	@$(PYTHON) -c 'import os, sys, sysconfig; \
	  sys.exit(not os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h")))' \
	  || { echo 'belie needs the Python headers; install them with: apt-get install python3-dev' >&2; exit 1; }

clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .hypothesis .mypy_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
