# make demo    what belie does, on the examples
# make test    the tests        make lint, make types   the checks on the code
# make bench   how fast matching is, beside other engines; PART=quick for the small sizes alone,
#              ARTICLES=path.jsonl for how fast reading is, beside spaCy
# make clean   everything that these made
#
# make lock    writes requirements.lock anew after a change in pyproject.toml, keeping what still
#              fits; UPGRADE=--upgrade takes the newest of everything
# make fresh   make demo and make test in a bare Debian system, as root
#
# Each sets up .venv by itself, and again only when pyproject.toml or requirements.lock has changed.
# What is installed is what the lock names, by its hash; uv itself comes from there, through pip.

PYTHON ?= python3

BIN := .venv/bin
UV := $(BIN)/uv --quiet
INSTALL := $(UV) pip install --python $(BIN)/python --build-constraint requirements.lock
LOCKED := --require-hashes --constraint requirements.lock

# In seconds; the largest package has 400 MB.
export UV_HTTP_TIMEOUT ?= 180

.PHONY: demo test lint types bench lock fresh preflight clean .venv/newest

demo: .venv/.base
	$(BIN)/belie check examples/annexed-regions.txt --published 2022-10-04 --fail-on never

test: .venv/.test
	$(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=loadgroup

lint: .venv/.lint
	$(BIN)/ruff check engine tests
	$(BIN)/ruff format --check engine tests

types: .venv/.lint
	$(BIN)/mypy

bench: .venv/.bench
	$(BIN)/python tests/bench/matching.py $(PART)
	$(BIN)/python tests/bench/statements.py
	$(BIN)/python tests/bench/archive.py $(if $(PART),10000)
	$(BIN)/python tests/bench/desk.py
	$(if $(ARTICLES),$(BIN)/python tests/bench/speed.py $(ARTICLES))

lock: .venv/.uv
	$(UV) pip compile pyproject.toml --all-extras --group install --universal --generate-hashes \
	  --no-emit-index-url --custom-compile-command 'make lock' $(UPGRADE) \
	  --output-file requirements.lock >/dev/null

fresh:
	tests/fresh/debian.sh

.venv/.uv: requirements.lock
	@$(MAKE) --no-print-directory preflight
	@$(PYTHON) -m venv .venv
	@sed -n '/^uv==/,/[^\\]$$/p' requirements.lock > .venv/uv.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.txt
	@touch $@

.venv/.base: pyproject.toml .venv/.uv
	@$(INSTALL) $(LOCKED) --requirement pyproject.toml
	@$(INSTALL) --no-deps --editable .
	@touch $@

.venv/.%: .venv/.base
	@$(INSTALL) $(LOCKED) --requirement pyproject.toml --extra $*
	@touch $@

# For .ci/newest: what pyproject.toml allows, whatever the lock says.
.venv/newest: .venv/.uv
	@$(UV) venv --clear --python $(BIN)/python $@
	@$(UV) pip install --python $@/bin/python --upgrade --editable '.[test,spark,html,docx,xlsx]'

# durable-rules is built from source: better one line here than a page from pip.
preflight:
	@! command -v $(PYTHON) >/dev/null \
	  || $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'belie needs Python 3.11 or newer; name one with: make PYTHON=python3.11' >&2; exit 1; }
	@{ command -v cc || command -v gcc; } >/dev/null && $(PYTHON) -c 'import ensurepip, venv; \
	  from pathlib import Path; from sysconfig import get_path; \
	  Path(get_path("include"), "Python.h").stat()' 2>/dev/null \
	  || { echo 'belie needs a C compiler, and Python with its headers and its venv module;' \
	    'on Debian: apt-get install gcc python3-dev python3-venv' >&2; exit 1; }

clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .hypothesis .mypy_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
