# `make` alone lists the targets. Each creates the virtual environment itself, once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WSDL ?=

.DEFAULT_GOAL := help
.PHONY: help demo test coverage regen regen-check check bench fuzz mutants sandbox clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "rescind needs Python 3.11 or newer: make PYTHON=python3.11")'
	@echo "Creating $(VENV) (once) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check pip
	@PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[sandbox,aiohttp]' --group dev
	@touch $@

demo: $(READY) ## schedule calls and texts on a local service, and take them back over every wire
	@$(BIN)/python tests/examples/demo.py

test: $(READY) ## run the tests
	@$(BIN)/python -m pytest

coverage: $(READY) ## run the tests and report branch coverage of src/ and codegen/
	@mkdir -p .cache/coverage && $(BIN)/python -m coverage erase
	@$(BIN)/python -m coverage run -m pytest
	@$(BIN)/python -m coverage combine --quiet && $(BIN)/python -m coverage report --skip-covered --show-missing

regen: $(READY) ## write generated/ anew from codegen/contracts; WSDL=path tries a WSDL against ours instead
	@$(BIN)/python -m codegen $(if $(WSDL),--try $(WSDL))

regen-check: $(READY) ## fail, with a diff, when generated/ and codegen/contracts disagree
	@$(BIN)/python -m codegen --check

check: $(READY) ## ruff, mypy strict and pyright strict
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy
	@$(BIN)/pyright

bench: $(READY) ## measure what a call costs
	@$(BIN)/python tests/bench/run.py

fuzz: $(READY) ## long fuzzing: a hundred thousand mutated replies and more
	@$(BIN)/python -m pytest -m fuzz --timeout 3600

mutants: $(READY) ## apply each patch of tests/mutants and see it killed by a test
	@$(BIN)/python tests/mutants/run.py

sandbox: $(READY) ## both services on a local port, for any client
	@$(BIN)/rescind sandbox --port 8080

clean: ## remove the virtual environment and every cache
	@rm -rf $(VENV) .cache .hypothesis .pytest_cache dist build
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
