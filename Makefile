# Everything starts here. Needs only Python ≥ 3.11, git and make; the rest is fetched and kept in this folder.
SHELL := /bin/bash
BIN := .venv/bin
PORT ?= 8000

.PHONY: help setup setup-tests demo test check bench soak format

help: ## what can be made
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/' | column -t -s "$$(printf '\t')"

setup:
	@python3 tools/bootstrap.py

setup-tests:
	@python3 tools/bootstrap.py --tests

demo: setup ## set up everything and show the demonstration on http://localhost:$(PORT)
	@$(BIN)/varn demo --port $(PORT)

test: setup-tests ## set up everything and run all tests, browser tests included
	$(BIN)/pytest -n auto --dist loadgroup -m "not soak"

check: setup-tests ## lint, format, types, layers, translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/varn messages check

soak: setup-tests ## long kill and load runs
	$(BIN)/pytest -m soak

bench: setup-tests ## what is measured; figures are kept in bench/README.md
	$(BIN)/python -m bench

format: setup-tests ## let ruff put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
