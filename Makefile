# Everything a maintainer runs. The first target that needs it makes .venv; nothing is installed outside it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
export PATH := $(CURDIR)/$(BIN):$(PATH)
export JUPYTER_PREFER_ENV_PATH := 1
PORT ?= 8866
# WORDS=de means content/de; a terminal of its own may set LANGUAGE, so it is not called that.
IN := $(if $(WORDS),--language=$(WORDS))
# COURSE=folder means a course somewhere else; its name may have spaces, so no function of make touches it.
NAMED := $(if $(COURSE),"$(COURSE)")
OPTION := $(if $(COURSE),--course="$(COURSE)")
ROUNDS ?= 5
FUZZ ?= 3000

# What serves the course. Each file is held against the hash that was locked; the course itself is built from here.
.venv/app: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

# In the same place, what authors and tests need besides.
.venv/ready: .venv/app requirements-test.lock
	$(PIP) --require-hashes --requirement requirements-test.lock
	touch $@

.PHONY: help app class watch new lab notebooks gallery icons site handouts check schema lint test fuzz attack screenshots a11y validate engines bench lock clean

help: ## List the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

app: .venv/app ## Serve the course through Voilà (PORT=8866, WORDS=en, COURSE=folder)
	miss serve $(NAMED) $(IN) --port=$(PORT)

watch: .venv/ready ## The same, and open pages follow what you save in content/
	miss serve $(NAMED) $(IN) --watch --port=$(PORT)

new: .venv/app ## Begin a course for another leaflet in COURSE=folder
	miss new "$(COURSE)"

class: .venv/app ## Serve the course to the phones in the room, with a QR code (PORT=8866, KERNELS=1)
	miss class $(NAMED) $(IN) --port=$(PORT) $(if $(HOST),--host=$(HOST)) $(if $(KERNELS),--kernels)

lab: .venv/ready ## Open the notebooks in JupyterLab
	$(if $(WORDS),MISS_LANGUAGE=$(WORDS)) jupyter lab --notebook-dir=$(or $(NAMED),.)/notebooks

notebooks: .venv/app ## Bring what the notebooks store up to the words
	miss notebooks $(NAMED)

gallery: .venv/ready ## Draw every state of every figure, light and dark, on build/gallery.html
	python -m tests.browser.gallery

icons: .venv/ready ## Draw the icon as PNG and ICO from icon.svg (COURSE=folder)
	python -m miss.export.chromium
	miss icons $(NAMED)

# ADDRESS=https://… is where the site will stand: its QR codes open that. STUDENTS=1 leaves out what only trainers read.
site: .venv/app ## Write the course as plain files into dist/site (ADDRESS=https://…, STUDENTS=1)
	miss site $(OPTION) $(IN) $(if $(ADDRESS),--address=$(ADDRESS)) $(if $(STUDENTS),--students)

handouts: .venv/ready ## Write handouts, exercises, answers and the session plan as PDF into dist/handouts
	python -m miss.export.chromium
	miss handouts $(OPTION) $(IN)

check: .venv/ready ## Read all the words and say what is wrong with them
	miss check $(NAMED) $(IN)

schema: .venv/app ## Write what an editor needs to complete and check the words
	miss schema $(OPTION)

lint: .venv/ready ## Lint and types
	ruff check .
	ruff format --check .
	mypy

test: lint check ## Everything that CI checks: lint, types, words, notebooks, browser
	python -m miss.export.chromium
	pytest -n 2 --dist loadfile

# Sixty times the broken files of `make test`; FUZZ is their number for each kind of damage.
fuzz: .venv/ready ## Break the words in thousands of ways and see that each is told (FUZZ=3000)
	FUZZ=$(FUZZ) pytest --timeout=7200 --session-timeout=28800 tests/test_mutated_content.py

# Sent to this machine alone. The second line is what takes connections, memory or time; `make test` has it, too.
attack: .venv/ready ## Send a server what once got in or brought it down, in hundreds of variants
	python -m tests.attack
	pytest tests/browser/test_access.py tests/browser/test_limits.py tests/test_loop.py

screenshots: .venv/ready ## Take the README's pictures from the real pages
	python -m miss.export.chromium
	python -m tests.browser.screenshots

a11y: .venv/ready ## Hold every state of every page against WCAG 2.2, keep the figures, and put them on the statement's page
	python -m miss.export.chromium
	pytest -m "full or not full" tests/browser/a11y
	python -m tests.browser.a11y
	miss notebooks

# Needs node, npm and Java; tests/validators/may_say.yaml has what they may say, and why.
validate: .venv/ready ## Let the Nu checker, IBM's engine and Lighthouse look at every page of site and app
	python -m miss.export.chromium
	python -m tests.validators

engines: .venv/ready ## Walk through all the widgets in WebKit and in Firefox, where they are installed
	pytest -m engines -rs tests/browser/engines

bench: .venv/ready ## Measure beside stock Voilà and a bare page (ROUNDS=5); writes build/bench.md and .svg
	python -m miss.export.chromium
	python -m tests.bench --rounds $(ROUNDS)

# uv looks at every system and every Python that is supported, so one lock holds for all; pip sees only this machine.
BUILD = python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"])'
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --no-emit-package miss-course pyproject.toml
lock: .venv/ready ## Lock versions and hashes, without where they came from (UPGRADE=1 takes the newest)
	$(PIP) uv==0.13.9
	$(BUILD) | $(COMPILE) - $(if $(UPGRADE),--upgrade) --output-file requirements.lock
	$(BUILD) | $(COMPILE) - $(if $(UPGRADE),--upgrade) --extra test --constraint requirements.lock --output-file requirements-test.lock
	$(PIP) --require-hashes --requirement requirements-test.lock
	python -m tests.notice

clean: ## Remove what can be made again
	rm -rf .venv build dist .pytest_cache .ruff_cache .mypy_cache
