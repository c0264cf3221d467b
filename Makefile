# o2c: from an order to cash. `make help` lists the targets; a line after `##` is their help.

SHELL := /bin/bash
.DEFAULT_GOAL := help

# Where SwiftPM builds. Debug builds for tests, release builds for run and bench.
SCRATCH ?= .build
# What `make run` passes on to `o2cd dev`, such as RUN="--port 9443 --demo".
RUN ?=
# What `make test` passes on to `swift test`, such as FILTER=StoreTests.
FILTER ?=
SEED ?= 1
COMMANDS ?= 1000000
GAME ?= 17000

export O2C_SCRATCH := $(SCRATCH)

.PHONY: help
help: ## Lists the targets
	@echo "o2c: from an order to cash"; echo
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' \
	  $(MAKEFILE_LIST)
	@echo; echo "  variables:  RUN='--port 9443'  FILTER=StoreTests  SEED=7 COMMANDS=1000000"

# ---------------------------------------------------------------------------------------- using it

.PHONY: run
run: ## Sets up, builds and starts everything, plays a demonstration and serves until Ctrl-C
	@scripts/bootstrap run
	@scripts/build-release
	@scripts/run $(RUN)

.PHONY: demo
demo: ## Plays the demonstration again, on the server that `make run` started
	@scripts/demo --again

.PHONY: tools
tools: ## Installs the system packages that run, test and check need
	@scripts/bootstrap test

# -------------------------------------------------------------------------------------- working on it

.PHONY: build
build: ## Builds everything, tests included, for debugging
	@scripts/bootstrap run
	swift build --scratch-path $(SCRATCH) --build-tests

.PHONY: test
test: ## Runs every test, on a PostgreSQL and a server of their own
	@scripts/bootstrap test
	@scripts/test $(FILTER)

.PHONY: test-core
test-core: ## Runs the tests of Domain and Simulation alone, without a database
	@scripts/test-core

.PHONY: simulate
simulate: ## Plays COMMANDS= random commands from SEED= against the invariants, GAME= of them on one set of books
	@O2C_SIM_SEED=$(SEED) O2C_SIM_COMMANDS=$(COMMANDS) O2C_SIM_GAME=$(GAME) \
	  scripts/test-core --release SimulationTests.SimulationTests/invariantsHold

.PHONY: bench
bench: ## Measures side by side with the floor; writes .build/bench.json
	@scripts/bootstrap run
	@scripts/build-release
	@Benchmarks/run

.PHONY: chaos
chaos: ## The faults of the tests, long: kills, cut links, duplicates
	@scripts/bootstrap test
	@Benchmarks/Faults/run

.PHONY: mutants
mutants: ## Seeds bugs one at a time and expects a red test for each
	@scripts/bootstrap test
	@scripts/mutants

.PHONY: check
check: ## What must be green before a commit: format, layout, generated code
	@scripts/bootstrap check
	@scripts/check-format
	@scripts/check-layout
	@scripts/check-generated

.PHONY: format
format: ## Formats our own sources
	@scripts/check-format --fix

.PHONY: generate
generate: ## Remakes what is made from Proto/
	@scripts/bootstrap check
	@scripts/generate

.PHONY: hooks
hooks: ## Has git run .githooks before each commit
	git config core.hooksPath .githooks

.PHONY: clean
clean: ## Removes what was built; the data in .o2c stays
	rm -rf $(SCRATCH)
