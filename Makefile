# Everything sets itself up in .venv; nothing outside this folder is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TOOL := $(VENV)/.tool-ready
TESTS := $(VENV)/.tests-ready
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
WORKERS ?= 2
SECONDS ?= 60
TEXTS ?= 500000

.PHONY: help demo test lint types floors unit cover fuzz format generate bench chaos editor eark office browser spark clean

help:
	@echo "make demo      build build/demo and follow one insats from idea to implementation"
	@echo "make test      format, lint, types, floors and every test"
	@echo "make fuzz      every reader under hostile texts, SECONDS=60 each (TEXTS=500000 rendered)"
	@echo "make cover     every test once more, and which lines they reach (at least 95 %)"
	@echo "make format    format and mend the code"
	@echo "make generate  make examples/, schemas/, docs/ and the README's tables anew"
	@echo "make chaos     kill, fail and race the writing commands; CHAOS='--seconds 600 --count 3000'"
	@echo "make editor    the schemas in the real yaml-language-server (needs Node and npm)"
	@echo "make eark      an FGS package in the validator of the E-ARK foundation"
	@echo "make office    our Word files in LibreOffice (needs soffice)"
	@echo "make browser   the web site in a real Chromium with axe-core (needs chromium and npm)"
	@echo "make spark     the exported Parquet in Apache Spark (needs java, as in Debian's default-jre-headless)"
	@echo "make bench     measure whole commands beside their peers (15 min); BENCH='--full --rounds 5'"
	@echo "make clean     remove .venv and everything built"

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "samverkan needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(TOOL): $(VENV)/pyvenv.cfg pyproject.toml
	$(PIP) --editable '.[allt]'
	@touch $@

$(TESTS): $(TOOL)
	$(PIP) --editable '.[test]'
	@touch $@

demo: $(TOOL)
	@rm -rf build/demo build/demo-pdf build/webb
	@mkdir -p build
	$(BIN)/samverkan demo build/demo
	$(BIN)/samverkan check -C build/demo
	$(BIN)/samverkan site build -C build/demo --datum 2026-11-23

test: lint types floors unit

lint: $(TESTS)
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet

types: $(TESTS)
	$(BIN)/mypy

floors: $(TESTS)
	@mkdir -p build
	$(BIN)/lint-imports --no-cache > build/floors.txt 2>&1 || { cat build/floors.txt; exit 1; }
	@grep -h "Contracts:" build/floors.txt

unit: $(TESTS)
	$(BIN)/pytest -n $(WORKERS)

# Apart from the tests: following every line makes them half as slow again.
cover: $(TESTS)
	$(BIN)/pytest -n $(WORKERS) --cov --cov-report=term

fuzz: $(TESTS)
	$(PIP) --editable '.[fuzz]'
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS) --texts $(TEXTS)

format: $(TESTS)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

generate: $(TESTS)
	$(BIN)/python -m tests.house.generated

# A place of its own: it asks for an lxml that is older than ours.
build/eark/bin/eark-validator:
	@mkdir -p build
	$(PYTHON) -m venv build/eark
	build/eark/bin/python -m pip --disable-pip-version-check --quiet install "eark-validator==1.1.3"

eark: $(TESTS) build/eark/bin/eark-validator
	$(BIN)/pytest -p no:cacheprovider tests/eark

chaos: $(TESTS)
	$(BIN)/python -m tests.chaos $(CHAOS)

build/editor/node_modules: tests/editor/package.json
	@command -v npm > /dev/null || { echo "make editor needs Node 20 or newer, with npm"; exit 1; }
	@mkdir -p build/editor
	@cp tests/editor/package.json build/editor
	npm install --prefix build/editor --no-audit --no-fund --ignore-scripts --no-package-lock
	@touch $@

editor: $(TESTS) build/editor/node_modules
	$(BIN)/pytest tests/editor

office: $(TESTS)
	@command -v soffice > /dev/null || { echo "make office needs LibreOffice (soffice)"; exit 1; }
	$(BIN)/pytest tests/office

# A place of its own: Spark is larger than all else together.
build/spark/bin/spark-submit:
	@mkdir -p build
	$(PYTHON) -m venv build/spark
	build/spark/bin/python -m pip --disable-pip-version-check --quiet install "pyspark>=4.1,<5"

spark: $(TESTS) build/spark/bin/spark-submit
	@command -v java > /dev/null || { echo "make spark needs a JVM (Debian: default-jre-headless)"; exit 1; }
	SPARK=1 $(BIN)/pytest -p no:cacheprovider tests/spark

build/browser/node_modules: tests/browser/package.json
	@command -v npm > /dev/null || { echo "make browser needs Node 20 or newer, with npm"; exit 1; }
	@mkdir -p build/browser
	@cp tests/browser/package.json build/browser
	npm install --prefix build/browser --no-audit --no-fund --ignore-scripts --no-package-lock
	@touch $@

browser: $(TESTS) build/browser/node_modules
	$(PIP) --editable '.[browser]'
	$(BIN)/pytest tests/browser

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage*

bench: $(TESTS)
	$(BIN)/python -m bench $(BENCH)
	$(BIN)/python -m tests.house.generated tables
