# make demo: see it work.  make test: everything that must hold.  Both need only Python and make.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
WHEEL_VENV := $(VENV)-wheel

.PHONY: demo test lint types layers unit wheel bench bench-scale catalogue table manual pictures snapshots format clean

demo: $(VENV)/.demo
	$(BIN)/roleguide compare sales-ops sales-director

test: lint types layers unit wheel

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test
	$(BIN)/mypy

layers: $(VENV)/.test
	$(BIN)/lint-imports

unit: $(VENV)/.test
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto
	$(BIN)/coverage combine -q
	$(BIN)/coverage report

# The built wheel in an environment of its own: what users get, not what lies here.
wheel: $(VENV)/.test
	rm -rf dist $(WHEEL_VENV)
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .
	$(PYTHON) -m venv $(WHEEL_VENV)
	$(WHEEL_VENV)/bin/python -m pip install --quiet dist/*.whl
	cd / && $(abspath $(WHEEL_VENV))/bin/roleguide compare sales-ops sales-director --lang fr > /dev/null
	cd / && $(abspath $(WHEEL_VENV))/bin/roleguide check
	cd / && $(abspath $(WHEEL_VENV))/bin/roleguide --version
	cmp man/roleguide.1 $(WHEEL_VENV)/share/man/man1/roleguide.1
	rm -rf $(WHEEL_VENV)

# Whole processes side by side, as ratios.
bench: $(VENV)/.demo
	$(BIN)/python bench/run.py

# How reads and compilation grow with the guide.
bench-scale: $(VENV)/.demo
	$(BIN)/python bench/scale.py

# The French catalogue of interface words: extract, merge, compile.
catalogue: $(VENV)/.test
	$(BIN)/python tests/messages.py

# The command tree as data, for completion.
table: $(VENV)/.test
	$(BIN)/python -m roleguide.cli.tree
	$(BIN)/ruff format src/roleguide/cli/table.py

# The manual page and the command reference, from the same tree and the help topics.
manual: $(VENV)/.test
	$(BIN)/python tests/manual.py

# Write the snapshots anew; look at the difference before you commit it.
snapshots: $(VENV)/.test
	$(BIN)/python -m pytest tests/snapshots --update -q

# Draw the README's pictures anew; look at them before you commit them.
pictures: $(VENV)/.test
	$(BIN)/python tests/pictures.py

format: $(VENV)/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) $(WHEEL_VENV) build dist .coverage* .mypy_cache .pytest_cache .ruff_cache

$(VENV)/.demo: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.test: $(VENV)/.demo
	$(BIN)/python -m pip install --quiet --group test
	touch $@
