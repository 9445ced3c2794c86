# Everything a maintainer runs. The first target that needs it makes .venv; nothing is installed outside it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
export JUPYTER_PREFER_ENV_PATH := 1
PORT ?= 8866
ROUNDS ?= 5

.venv/ready: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable ".[test]"
	touch $@

.PHONY: help app lab notebooks gallery site handouts check lint test bench lock clean

help: ## List the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

app: .venv/ready ## Serve the course through Voilà (PORT=8866)
	@echo "The course is at http://localhost:$(PORT)/ once Voilà says that it is running; Ctrl+C ends it."
	voila notebooks/ --no-browser --port=$(PORT)

lab: .venv/ready ## Open the notebooks in JupyterLab
	jupyter lab --notebook-dir=notebooks

notebooks: .venv/ready ## Run every notebook and store what it shows
	miss notebooks

gallery: .venv/ready ## Draw every state of every figure, light and dark, on build/gallery.html
	python -m tests.browser.gallery

site: .venv/ready ## Write the course as plain files into dist/site (STUDENTS=1: without what only trainers read)
	miss site $(if $(STUDENTS),--students)

handouts: .venv/ready ## Write handouts, exercises, answers and the session plan as PDF into dist/handouts
	miss handouts

check: .venv/ready ## Read all the words and say what is wrong with them
	miss check

lint: .venv/ready ## Lint and types
	ruff check .
	ruff format --check .
	mypy

test: lint check ## Everything that CI checks: lint, types, words, notebooks, browser
	python -m miss.deliver.chromium
	pytest

screenshots: .venv/ready ## Take the README's pictures from the real pages
	python -m miss.deliver.chromium
	python -m tests.browser.screenshots

bench: .venv/ready ## Measure beside stock Voilà and a bare page (ROUNDS=5); writes build/bench.md and .svg
	python -m miss.deliver.chromium
	python -m tests.bench --rounds $(ROUNDS)

# Run it with the oldest Python that is supported, so that every version in the lock can be had by all of them.
lock: .venv/ready ## Write down the versions in use, without where they came from
	python -m pip freeze --exclude-editable --disable-pip-version-check > requirements.lock

clean: ## Remove what can be made again
	rm -rf .venv build dist .pytest_cache .ruff_cache .mypy_cache
