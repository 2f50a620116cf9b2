# make demo: see it work.  make test: everything that must hold.  Both need only Python and make.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
FUZZ_MINUTES ?= 30
FUZZ_SEED ?= 1
WHEEL_VENV := $(VENV)-wheel
WHEEL_PIP = $(BIN)/python -m pip --python $(WHEEL_VENV)/bin/python install --quiet
LOCK_VENV := .venv-lock
MUTANTS_VENV := .venv-mutants
BROWSER_VENV := .venv-browser
CHROMIUM ?= /usr/bin/chromium
# Debian's, where somebody may install packages; elsewhere the test after it says what is missing.
GET_CHROMIUM := { test "$$(id -u)" = 0 && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends chromium > /dev/null; } || true

.PHONY: demo test fuzz site browser test-newest test-oldest lint types layers unit wheel lock bench bench-scale measure mutants trials codes foreign-titles catalogue spec manual pictures snapshots format clean

demo: $(VENV)/.demo
	$(BIN)/roleguide compare sales-ops sales-director

test: lint types layers unit wheel

# The built-in guide's site with the documentation in it, ready to be published.
site: $(VENV)/.test
	$(BIN)/python tools/site_pages.py build/site

# The site in a real browser, driven by a library in an environment of its own. No part of `make test`.
browser: $(BROWSER_VENV)/.done
	test -x "$(CHROMIUM)" || $(GET_CHROMIUM)
	test -x "$(CHROMIUM)" || { echo 'No browser at $(CHROMIUM): install the package chromium, or name another: make browser CHROMIUM=…' >&2; exit 1; }
	PYTHONPATH=src CHROMIUM="$(CHROMIUM)" $(BROWSER_VENV)/bin/python -m pytest browser $(PYTEST)

$(BROWSER_VENV)/.done: requirements/browser.txt requirements/pip.txt
	$(PYTHON) -m venv $(BROWSER_VENV)
	$(BROWSER_VENV)/bin/python -m pip install --quiet --require-hashes -r requirements/pip.txt
	$(BROWSER_VENV)/bin/python -m pip install --quiet --require-hashes -r requirements/browser.txt
	touch $@

# The same with the newest of everything, whatever the lock says, and with many more examples.
test-newest:
	rm -rf .venv-newest
	$(PYTHON) -m venv .venv-newest
	.venv-newest/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	.venv-newest/bin/python -m pip install --quiet --editable . --group test
	touch .venv-newest/.test
	$(MAKE) lint types layers unit VENV=.venv-newest PYTEST=--hypothesis-profile=thorough

# And with the oldest versions that pyproject.toml allows at run time.
test-oldest:
	rm -rf .venv-oldest
	$(MAKE) .venv-oldest/.test VENV=.venv-oldest
	.venv-oldest/bin/python -m pip install --quiet --require-hashes -r requirements/oldest.txt
	$(MAKE) types layers unit VENV=.venv-oldest

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test
	$(BIN)/mypy

layers: $(VENV)/.test
	$(BIN)/lint-imports

unit: $(VENV)/.test
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto $(PYTEST)
	$(BIN)/coverage combine -q
	$(BIN)/coverage report

# The built wheel in an environment of its own: what users get, not what lies here.
wheel: $(VENV)/.test
	rm -rf dist $(WHEEL_VENV)
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	$(PYTHON) -m venv --without-pip $(WHEEL_VENV)
	$(WHEEL_PIP) --require-hashes -r requirements/run.txt
	$(WHEEL_PIP) --no-deps dist/*.whl
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

# Size, branching, types and comments of the source and the tests.
measure: $(VENV)/.test
	$(BIN)/python tools/measure.py src/roleguide tests

# Count the worn-out shapes of sentences in scenes and skill levels.
shapes: $(VENV)/.test
	$(BIN)/python tools/shapes.py data

# One of each thing added to a copy: how many files that touches, and whether the tests find it.
trials: $(VENV)/.test
	$(BIN)/python tools/trials.py

# Whether the tests notice a fault: small ones put into the modules that tests/mutants.toml lists, or
# into the one that ONLY names. In an environment of its own; never part of `make test`.
mutants: $(MUTANTS_VENV)/.done
	nice -n 15 $(MUTANTS_VENV)/bin/python tools/mutants.py --only "$(ONLY)"

$(MUTANTS_VENV)/.done: pyproject.toml
	$(PYTHON) -m venv $(MUTANTS_VENV)
	$(MUTANTS_VENV)/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	$(MUTANTS_VENV)/bin/python -m pip install --quiet --editable . --group test --group mutants
	touch $@

# Inputs made at random, for the readers of guides, profiles, titles and advertisements; what ends
# badly becomes a case of tests/fuzzing.
fuzz: $(VENV)/.test
	nice -n 15 $(BIN)/python tools/fuzz.py --minutes $(FUZZ_MINUTES) --seed $(FUZZ_SEED)

# The labels of public classifications against the archives in FROM.
codes: $(VENV)/.test
	$(BIN)/python tools/check_codes.py $(FROM)

# How many titles of other trades, from the archives in FROM, are taken for one of the guide's.
foreign-titles: $(VENV)/.test
	$(BIN)/python tools/foreign_titles.py $(FROM)

# The French catalogue of interface words: extract, merge, compile.
catalogue: $(VENV)/.test
	$(BIN)/python tests/messages.py

# The spec of the commands, from their declarations.
spec: $(VENV)/.test
	$(BIN)/python tools/spec.py
	$(BIN)/ruff format --quiet src/roleguide/cli/spec.py

# The manual page and the command reference, from the spec and the help topics.
manual: $(VENV)/.test
	$(BIN)/python tools/manual.py

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
	rm -rf $(VENV) $(WHEEL_VENV) $(LOCK_VENV) $(MUTANTS_VENV) $(BROWSER_VENV) .venv-newest .venv-oldest build dist .coverage* .mypy_cache .pytest_cache .ruff_cache

# The locks: every version with its hash, for each Python that is supported. Look at the difference.
lock: UV = $(LOCK_VENV)/bin/uv pip compile --quiet --upgrade --generate-hashes --universal \
	--python-version 3.11 --custom-compile-command "make lock" pyproject.toml
lock:
	test -x $(LOCK_VENV)/bin/uv || { $(PYTHON) -m venv $(LOCK_VENV) && $(LOCK_VENV)/bin/python -m pip install --quiet uv; }
	echo pip | $(LOCK_VENV)/bin/uv pip compile --quiet --upgrade --generate-hashes --universal \
		--python-version 3.11 --custom-compile-command "make lock" - --output-file requirements/pip.txt
	$(UV) --output-file requirements/run.txt
	$(UV) --output-file requirements/test.txt --group build --group test --constraint requirements/run.txt
	$(UV) --output-file requirements/browser.txt --group browser --constraint requirements/test.txt
	$(UV) --output-file requirements/oldest.txt --resolution lowest-direct

# The pip that comes with some Pythons writes a launcher that imports re at each start.
$(BIN)/python: | requirements/pip.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/pip.txt

$(VENV)/.demo: pyproject.toml requirements/run.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	touch $@

$(VENV)/.test: pyproject.toml requirements/test.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/test.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m pip check
	touch $@ $(VENV)/.demo
