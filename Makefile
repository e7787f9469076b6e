# Everything that is done with this project, from a fresh clone on; `make` alone lists it.
#
# Variables, given on the command line:
#   PYTHON     the Python that the environment is made from   make test PYTHON=python3.12
#   VENV       the folder of the environment                  make test VENV=.venv-3.12
#   RUN        the run in reports/runs/ to report on          make report RUN=default
#   LABFLAGS   more options for JupyterLab                    make lab LABFLAGS=--no-browser
#   LOCKFLAGS  more options for the lock                      make lock LOCKFLAGS=--upgrade

PYTHON = python3
VENV = .venv
RUN = default
LABFLAGS =
LOCKFLAGS =

PY = $(VENV)/bin/python
UV = $(VENV)/bin/uv
# Written last, so that an environment whose making was interrupted is made again.
READY = $(VENV)/.ready
TABLES = data/processed/.complete
REPORT = reports/$(RUN)/index.html

CODE := $(shell find analysis -type f ! -name '.*' ! -path '*/__pycache__/*' 2>/dev/null)
NOTEBOOKS := $(wildcard notebooks/*.ipynb)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help report tables lab test test-quick evaluate clarity lint pictures lock environment.yml clean distclean again

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z.-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' Makefile

# The work itself ----------------------------------------------------------------------------------

report: $(REPORT) ## tables, notebooks and pages: reports/default/index.html
	@echo 'Open $(REPORT) in a browser.'

$(REPORT): $(TABLES) $(NOTEBOOKS) $(CODE) reports/runs/$(RUN).yml
	@echo 'Running the notebooks and writing the report ...'
	@$(PY) -m analysis report --run reports/runs/$(RUN).yml --tables data/processed --out reports/$(RUN)
	@touch -c $@

reports/runs/%.yml:
	@echo 'There is no run $@ to report on.' >&2; exit 1

tables: $(TABLES) ## read the documents in data/raw into tables in data/processed
	@echo 'The tables in data/processed are up to date.'

$(TABLES): $(READY) $(CODE)
	@echo 'Reading the documents in data/raw ...'
	@$(PY) -m analysis tables data/raw --out data/processed
	@touch $@

# Names of documents hold spaces, which make cannot have in a prerequisite; find can compare them.
# The folder itself is newer when a document was taken out of it.
ifneq ($(shell find data/raw data/corrections.csv -newer $(TABLES) 2>/dev/null | head -n 1),)
$(TABLES): again
endif

# JupyterLab is kept from asking other hosts for news and updates, and opens on a page that says
# what is there (.jupyter says how). notebooks/exploratory is the user's own: nothing here reads or removes it.
lab: $(TABLES) ## open the notebooks in JupyterLab
	@mkdir -p notebooks/exploratory
	@JUPYTER_CONFIG_PATH="$(CURDIR)/.jupyter" $(PY) -m jupyter lab --notebook-dir=notebooks --LabApp.news_url= \
	  --LabApp.default_url='/lab/tree/START.md' \
	  --LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate $(LABFLAGS)

test: $(READY) ## run all tests
	@$(PY) -m pytest -n 2 --dist loadfile --durations=5

test-quick: $(READY) ## run the tests that neither run notebooks nor build a report
	@$(PY) -m pytest -n 2 --dist loadfile -m 'not slow'

# Labels of documents of your own: make evaluate LABELS=folder LABELLED=folder-of-their-tables
evaluate: $(READY) ## hold the instruments against the labels of readers
	@$(PY) -m analysis evaluate $(if $(LABELS),--labels $(LABELS)) $(if $(LABELLED),--tables $(LABELLED))

clarity: $(READY) ## score what needs no Dutch on the English QEvasion data: QEVASION=folder
	@test -n '$(QEVASION)' || { echo 'Name the folder of the data: make clarity QEVASION=folder' >&2; exit 1; }
	@$(PY) -m analysis clarity '$(QEVASION)'

# One of them: make bench BENCH=reading
bench: $(READY) ## time reading, parsing and more as ratios to floors: benchmarks/results
	@$(PY) -m benchmarks $(BENCH)

# Cells keep their ids: numbering them anew would change every cell after a new one.
lint: $(READY) ## check style, the direction of imports, and that notebooks hold no outputs
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(VENV)/bin/lint-imports --no-logo
	@$(if $(NOTEBOOKS),$(PY) -m nbstripout --verify --keep-id $(NOTEBOOKS))

# Readers' pages ------------------------------------------------------------------------------------

pictures: ## make the pictures and the data dictionary of the readers' pages again
	@$(MAKE) --no-print-directory report RUN=default
	@$(MAKE) --no-print-directory report RUN=english
	@cp reports/default/figures/devices-demissionair.png docs/devices-nl.png
	@cp reports/english/figures/devices-demissionair.png docs/devices-en.png
	@$(PY) -m analysis.tables.dictionary > data/README.md

# The environment ----------------------------------------------------------------------------------

# The environment is exactly the lock: `sync` also takes out what the lock no longer has. Compiling
# the modules now saves seconds each time that a notebook or a command starts.
$(READY): requirements.lock pyproject.toml | $(UV)
	@echo 'Installing what requirements.lock lists into $(VENV) ...'
	@UV_COMPILE_BYTECODE=1 $(UV) pip sync --quiet --python $(PY) --require-hashes requirements.lock
	@$(UV) pip install --quiet --python $(PY) --no-deps --no-build-isolation --editable .
	@touch $@

# uv installs in a third of the time that pip takes; pip fetches it, with its hash from the lock.
$(UV):
	@$(check_python)
	@echo 'Making the environment $(VENV) ...'
	@"$(PYTHON)" -m venv $(if $(wildcard $(VENV)/pyvenv.cfg),--clear) $(VENV)
	@awk '/^[^ ]/ { ours = /^uv==/ } ours' requirements.lock > $(VENV)/uv.lock
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $(VENV)/uv.lock

# Refuses in one sentence a Python that cannot do it, before anything is written.
define check_python
command -v "$(PYTHON)" >/dev/null || { \
  echo 'There is no $(PYTHON) here; name a Python from 3.11 to 3.13: make ... PYTHON=python3.12' >&2; \
  exit 1; }; \
"$(PYTHON)" -c 'import sys; v = sys.version_info[:2]; (3, 11) <= v <= (3, 13) or sys.exit( \
  "$(PYTHON) is Python %d.%d; name one from 3.11 to 3.13: make ... PYTHON=python3.12" % v)' && \
{ "$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
  echo '$(PYTHON) lacks the module venv; on Debian or Ubuntu: apt-get install python3-venv' >&2; \
  exit 1; }; }
endef

# Made again when its Python is gone, or is another one than the one that was asked for.
has := $(shell $(PY) -V 2>/dev/null)
wants := $(if $(filter file,$(origin PYTHON)),$(has),$(shell ("$(PYTHON)" -V) 2>&1))
ifneq ($(or $(has),none),$(wants))
$(UV) $(READY): again
endif

lock: | $(UV) ## work out requirements.lock and environment.yml again from pyproject.toml
	@echo 'Working out requirements.lock from pyproject.toml ...'
	@$(UV) pip compile pyproject.toml --group dev --quiet --python $(PY) --universal \
	  --python-version 3.11 --generate-hashes --no-header --output-file requirements.lock $(LOCKFLAGS)
	@$(MAKE) --no-print-directory environment.yml

environment.yml: $(READY) ## write environment.yml, for users of conda, from pyproject.toml
	@echo 'Writing environment.yml from pyproject.toml ...'
	@$(PY) -m pyproject2conda project

# Tidying up ---------------------------------------------------------------------------------------

clean: ## remove everything that was built; documents, corrections and the environment stay
	@rm -rf data/processed build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find reports -mindepth 1 -maxdepth 1 ! -name runs -exec rm -rf {} +
	@find analysis tests notebooks \( -name __pycache__ -o -name .ipynb_checkpoints \) \
	  -prune -exec rm -rf {} +

distclean: clean ## remove the environment too
	@for folder in $(VENV) .venv-*; do test ! -e $$folder/pyvenv.cfg || rm -rf $$folder; done
