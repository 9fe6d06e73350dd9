# Two commands do everything: `make run` opens the page, `make test` runs every test.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
AXE    := axe-core@4.14.1

.PHONY: run test install check format screenshots clean

run: $(STAMP)
	$(BIN)/python -m ui

# Files of tests side by side: those with a browser mostly wait.
TESTS := -m pytest -m "not network" -n 3 --dist loadfile

test: $(STAMP)
	$(BIN)/python $(TESTS)

install: $(STAMP)

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python $(TESTS)

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The tests' tools come along, so that one environment serves both commands.
$(STAMP): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "OnRecord needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
	  { echo "No virtual environment could be made; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test]"
	@# The browser tests look for faults of accessibility with it; without npm they skip that.
	@! command -v npm >/dev/null || npm install --silent --no-save --no-audit --no-fund \
	  --prefix $(VENV) $(AXE) || echo "axe-core could not be installed; its tests are skipped."
	@touch $@

# The pictures of the README, from the sample library in a new folder. Look at each before it stays.
screenshots: $(STAMP)
	$(BIN)/python tests/browser/screenshots.py docs

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
