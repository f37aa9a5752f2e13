# The developer ground. Every target sets up what it needs under .dev, so a fresh clone needs no other command.
SHELL := /bin/bash
.DEFAULT_GOAL := help
GROUND := PYTHONPATH=tools python3 -m ground

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

.PHONY: demo
demo: ## Run Odoo with the addon and its demo campaign (DETACH=1: in the background; PORT=8069; ODOO_HOME: an Odoo 19 to use)
	@$(GROUND) demo $(if $(DETACH),--detach)

.PHONY: stop
stop: ## Stop everything that this clone runs
	@$(GROUND) stop

.PHONY: test
test: ## Run every check (ONLY=tag or TestClass: only these tests, in a kept database; JOBS=n at a time)
	@$(GROUND) test $(if $(ONLY),--only '$(ONLY)')

.PHONY: explore
explore: ## Try the pure rules on new random data, unlike `make test` other data each time (EXAMPLES=1000)
	@$(GROUND) explore --examples $(or $(EXAMPLES),1000)

.PHONY: coverage
coverage: ## Run all tests in one process and report the lines they miss
	@$(GROUND) coverage

.PHONY: lint
lint: ## Check style and common errors in Python, XML and JavaScript
	@$(GROUND) lint

.PHONY: fmt
fmt: ## Repair formatting
	@$(GROUND) fmt

.PHONY: bench
bench: ## Compare documents and lists with other ways to make them, about 10 minutes (ROUNDS=3 ROWS=20000 DOCUMENTS=200; ONLY=sheets|documents)
	@PYTHONPATH=tools python3 -m bench $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(ROWS),--rows $(ROWS)) \
		$(if $(DOCUMENTS),--documents $(DOCUMENTS)) $(if $(ONLY),--only $(ONLY))

.PHONY: shell
shell: ## Open a Python shell on the demo's database
	@$(GROUND) shell

.PHONY: update
update: ## Update the addon in the demo's database
	@$(GROUND) update

.PHONY: reset
reset: ## Delete the demo's database and files
	@$(GROUND) reset

.PHONY: pot
pot: ## Export the translation template and bring the Vietnamese in step
	@$(GROUND) pot

.PHONY: templates
templates: ## Build the ODT templates of the documents from tools/odt/sources
	@$(GROUND) setup
	@PYTHONPATH=tools .dev/venv/bin/python -m odt

.PHONY: setup
setup: ## Only set up: packages, Odoo, Python, JavaScript tools, PostgreSQL programs
	@$(GROUND) setup

.PHONY: lock
lock: ## Renew the lock files of Python and JavaScript packages
	@$(GROUND) setup
	@.dev/venv/bin/python -m uv pip compile --quiet --upgrade --universal --python-version 3.10 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
		requirements-dev.in -o requirements-dev.txt
	@.dev/venv/bin/npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund

.PHONY: clean
clean: ## Stop, and delete everything that these commands made
	@$(GROUND) clean
