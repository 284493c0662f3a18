# Everything from nothing: `make chat` opens the page, `make test` runs all checks, `make bench` measures.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/installed

# Kept from Python, which else compiles every module anew in each process: half of what a command's start costs.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: chat test bench lock format clean

chat: $(READY)
	@$(BIN)/footnote chat --port $(PORT) --samples seeds

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist worksteal tests/unit tests/integration tests/evals
	$(BIN)/pytest -n 2 --dist loadfile tests/browser

# Public data are measured where their folder is named: make bench DATA=../data (see CONTRIBUTING.md).
bench: $(READY)
	@$(BIN)/python -u -m tests.benchmarks $(DATA)

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Every version and hash of requirements.lock anew, for all platforms, without addresses (uv: pipx install uv).
lock:
	uv pip compile pyproject.toml --group dev --group build --group weights --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade -o requirements.lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { \
	  echo "Footnote needs Python 3.11, 3.12 or 3.13; name one: make PYTHON=python3.12 ..." >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Python's venv module is missing; on Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 2; }
	@echo "Installing into $(VENV) (once; some two minutes)" >&2
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --no-deps --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis test-artifacts
