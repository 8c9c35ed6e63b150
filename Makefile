# make figures   every figure as PNG, SVG, PDF and text in figures/
# make test      every test, notebooks included, with the versions in constraints.txt
# make test-oldest, make test-newest   the same with the oldest versions allowed and with the newest there are
# make slides    a lesson for a class, talk.pptx
# make handout   a sheet to print, sheet.pdf, and its key, answers.pdf
# make docs      the site, build/docs/index.html
# make e2e       what we write for a browser, in a browser
# make lab       JupyterLab on a copy of the course, in her2viz-notebooks/
# make lint      ruff, mypy and the order of the folders
# make dist      the files of a release in dist/, checked and tried
# A .venv is made where there is none, and reused as long as pyproject.toml and constraints.txt stay the same.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AXE := tests/e2e/node_modules/axe-core/axe.min.js
INSTALL := $(BIN)/python -m pip install --quiet --constraint constraints.txt
# Lessons run to their end; stored outputs and images are not compared, which are those of the pinned versions, and
# another pandas breaks its lines elsewhere, another matplotlib its pixels. That the words are the same is compared.
UNPINNED := -o addopts="--import-mode=importlib --strict-markers -ra --nbval-lax --nbval-current-env" \
	--ignore tests/page/test_baseline.py \
	--deselect tests/course/test_notebooks.py::test_running_again_gives_the_same_bytes
# More packages for `make test-newest`, such as WITH=pyarrow.
WITH :=

.PHONY: figures slides handout docs test test-oldest test-newest e2e lab lint notebooks baselines dictionary teaching gallery pictures benchmarks dist clean

figures: $(VENV)/core.stamp
	$(BIN)/her2viz figures figures

slides: $(VENV)/all.stamp
	$(BIN)/her2viz slides talk.pptx

handout: $(VENV)/all.stamp
	$(BIN)/her2viz handout sheet.pdf
	$(BIN)/her2viz handout answers.pdf --answers

# Made anew each time, so that no page stays of what is gone. What is wrong is said in full, and is an error.
docs: $(VENV)/docs.stamp
	rm -rf build/docs
	$(BIN)/python tools/write_site.py build/docs-source
	$(BIN)/sphinx-build -n -W --keep-going -q -E -j 2 build/docs-source build/docs

test: $(VENV)/all.stamp
	$(BIN)/pytest -n auto --dist loadscope

test-oldest: $(VENV)-oldest/stamp build/words.txt
	$(VENV)-oldest/bin/python tools/words.py | diff build/words.txt -
	$(VENV)-oldest/bin/pytest $(UNPINNED) -n auto --dist loadfile

test-newest: $(VENV)-newest/stamp build/words.txt
	$(VENV)-newest/bin/python tools/words.py | diff build/words.txt -
	$(VENV)-newest/bin/pytest $(UNPINNED) -n auto --dist loadfile

# The words of every figure with the pinned versions, without their line breaks.
build/words.txt: $(VENV)/core.stamp FORCE
	@mkdir -p build
	$(BIN)/python tools/words.py > $@

# Chromium and npm come from the system; what is missing is skipped, with the reason.
e2e: $(VENV)/e2e.stamp $(AXE)
	$(BIN)/pytest tests/e2e

# On a copy, since running a lesson changes its file. To edit the lessons themselves: .venv/bin/jupyter lab notebooks
lab: $(VENV)/all.stamp
	$(BIN)/her2viz lab her2viz-notebooks

lint: $(VENV)/all.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# Run the notebooks and store their outputs, free of times and random ids.
notebooks: $(VENV)/all.stamp
	$(BIN)/python tools/run_notebooks.py

# Redraw the reference images. Look at them before you commit them.
baselines: $(VENV)/all.stamp
	$(BIN)/pytest -p no:xdist tests/page/test_baseline.py --mpl-generate-path=tests/baseline

# The data dictionary for people, and the one for programs.
dictionary: $(VENV)/all.stamp
	$(BIN)/python tools/write_dictionary.py
	$(BIN)/python tools/write_datapackage.py

# The pages for those who teach, from the lessons and their answers.
teaching: $(VENV)/all.stamp
	$(BIN)/python tools/write_teaching.py

# Redraw docs/gallery.md and its pictures.
gallery: $(VENV)/all.stamp
	$(BIN)/python tools/write_gallery.py

# Redraw the README's slide and sheet, by LibreOffice and poppler. Look at them before you commit them.
pictures: $(VENV)/all.stamp
	@mkdir -p build docs/pictures
	$(BIN)/her2viz slides build/talk.pptx
	$(BIN)/her2viz handout build/sheet.pdf
	soffice --headless --convert-to pdf --outdir build build/talk.pptx
	pdftoppm -png -r 72 -f 4 -singlefile build/talk.pdf docs/pictures/slide
	pdftoppm -png -r 60 -f 1 -singlefile build/sheet.pdf docs/pictures/sheet

benchmarks: $(VENV)/all.stamp
	$(BIN)/python benchmarks/importing.py
	$(BIN)/python benchmarks/loading.py
	$(BIN)/python benchmarks/drawing.py
	$(BIN)/python benchmarks/exporting.py
	$(BIN)/python benchmarks/notebooks.py
	$(BIN)/python benchmarks/refusing.py

# What a release holds: built twice to the same bytes, checked, and tried as a user would.
dist: $(VENV)/release.stamp
	rm -rf dist build/again
	$(BIN)/python -m build --no-isolation
	$(BIN)/python -m build --no-isolation --outdir build/again
	diff -r dist build/again
	$(BIN)/twine check --strict dist/*
	$(BIN)/python tools/try_wheel.py dist

clean:
	rm -rf $(VENV) $(VENV)-oldest $(VENV)-newest figures build dist tests/e2e/node_modules

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "her2viz needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The figures need the package alone; the tests, the lint and the course need everything.
$(VENV)/core.stamp: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(INSTALL) --editable .
	@touch $@

$(VENV)/all.stamp: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(INSTALL) --editable '.[notebooks,class,test,dev]'
	@touch $@ $(VENV)/core.stamp

$(VENV)/docs.stamp: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(INSTALL) --editable '.[docs]'
	@touch $@ $(VENV)/core.stamp

$(VENV)/e2e.stamp: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(INSTALL) --editable '.[notebooks,class,test,e2e,dev]'
	@touch $@ $(VENV)/all.stamp $(VENV)/core.stamp

$(VENV)/release.stamp: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(INSTALL) --editable '.[notebooks,class,test,dev,release]'
	@touch $@ $(VENV)/all.stamp $(VENV)/core.stamp

# uv, since pip has no way to ask for the oldest. A version too old for this Python may have to be built from source, so
# this run belongs on the oldest Python.
$(VENV)-oldest/stamp: pyproject.toml
	$(PYTHON) -m venv --clear $(VENV)-oldest
	$(VENV)-oldest/bin/python -m pip install --quiet uv
	$(VENV)-oldest/bin/uv pip install --quiet --python $(VENV)-oldest/bin/python --resolution lowest-direct \
		--editable '.[notebooks,class,test]'
	@touch $@

# Made anew each time: what is newest is not known beforehand.
$(VENV)-newest/stamp: FORCE
	$(PYTHON) -m venv --clear $(VENV)-newest
	$(VENV)-newest/bin/python -m pip install --quiet --editable '.[notebooks,class,test]' $(WITH)
	@touch $@

FORCE:

# No lock file: the version is exact, the package needs no other, and a lock would hold the address of a registry.
$(AXE): tests/e2e/package.json
	@if command -v npm >/dev/null; then \
		npm install --no-package-lock --no-audit --no-fund --prefix tests/e2e && touch $@; \
	else \
		echo "npm is not installed: tests that need axe-core will be skipped"; \
	fi
